"""The words of the scripts in the language of the report: a script reads them from its page."""

from dossier.i18n import _


def script_words() -> dict[str, str]:
    """Return what the scripts of a page say, by the names that they call it."""
    return {
        "scheme_auto": _("Colours: automatic"),
        "scheme_light": _("Colours: light"),
        "scheme_dark": _("Colours: dark"),
        "sorted_ascending": _("Sorted by {column}, ascending", column="{column}"),
        "sorted_descending": _("Sorted by {column}, descending", column="{column}"),
        "this_table": _("this table"),
        "filter_rows": _("Filter rows"),
        "of_table": _("of {table}", table="{table}"),
        "of_total": _("{count} of {total}", count="{count}", total="{total}"),
        "rows_shown": _("{count} of {total} rows shown", count="{count}", total="{total}"),
        "link_copied": _("Link copied"),
        "citation_copied": _("Citation copied"),
        "copy_text": _("Copy text"),
        "copy_bibtex": _("Copy BibTeX"),
        "found_one": _("{count} passage holds all words.", count="{count}"),
        "found_other": _("{count} passages hold all words.", count="{count}"),
        "found_first": _(
            "{count} passages hold all words, of which the first {most} are shown.",
            count="{count}",
            most="{most}",
        ),
        "found_none": _("No passage holds all words."),
    }
