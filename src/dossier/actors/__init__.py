"""Who is meant: names, roles, epithets and pronouns of one article to one canonical actor."""
