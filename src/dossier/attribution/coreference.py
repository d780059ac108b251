"""From the words that name a speaker to canonical names, across the whole article."""

from __future__ import annotations

from dataclasses import dataclass, field

from dossier.actors import Registry, name_key
from dossier.attribution.lexicon import roles, vocabulary
from dossier.attribution.sources import (
    Source,
    phrase_end,
    read_source,
    with_apposition,
)
from dossier.attribution.subjects import is_speaker
from dossier.attribution.units import Unit
from dossier.language import Parsed
from dossier.lexicons import load_lexicon

_PERSONAL = ("official", "expert", "witness")


@dataclass(slots=True)
class Person:
    """A person of the article, with all that its text says of them."""

    name: str
    role: str = ""
    gender: str = ""
    nouns: set[str] = field(default_factory=set)


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who speaks: canonical names, role and category; several names where several speak together."""

    names: tuple[str, ...]
    text: str
    start: int
    end: int
    role: str = ""
    affiliation: str = ""
    category: str = ""
    number: str = "sing"
    gender: str = ""


class Cast:
    """The persons of one article, and who was last in view: resolves names, epithets and pronouns."""

    def __init__(self, parsed: Parsed, registry: Registry) -> None:
        self.registry = registry
        self.persons: dict[str, Person] = {}
        self.full: dict[str, str] = {}
        self.last: list[Speaker] = []
        self._collect(parsed)

    def _collect(self, parsed: Parsed) -> None:
        """Find the fullest form of each person's name in the article."""
        names: dict[str, str] = {}
        for paragraph in parsed.paragraphs:
            for entity in paragraph.doc.ents:
                if entity.label_ == "PER":
                    text = _bare_name(entity.text)
                    if text:
                        names.setdefault(name_key(text), text)
        ordered = sorted(names, key=lambda key: -len(key.split()))
        for key in names:
            longer = [k for k in ordered if k != key and _is_part(key, k)]
            best = (
                longer[0]
                if longer
                and len(
                    {self._canonical(names[k]) for k in longer if len(k.split()) == len(longer[0].split())}
                )
                == 1
                else key
            )
            self.full[key] = self._canonical(names[best])

    def _canonical(self, name: str) -> str:
        entry = self.registry.resolve(name)
        return entry.name if entry and entry.kind != "state" else name

    def person(self, source: Source) -> Person:
        """Return the person that *source* names, and remember what it says of them."""
        text = _bare_name(source.person) or source.person
        key = name_key(text)
        name = self.full.get(key) or self.full.setdefault(key, self._canonical(text))
        person = self.persons.setdefault(name, Person(name))
        if source.role and source.noun and len(source.role) > len(person.role):
            person.role = source.role
        person.gender = person.gender or source.gender
        person.nouns |= {source.noun} - {""}
        return person

    def resolve(self, source: Source) -> Speaker:
        """Return who *source* is."""
        if source.pronoun:
            return self._pronoun(source)
        if source.person:
            return self._named(source)
        several = self._several(source)
        if several:
            return several
        known = self._epithet(source)
        if known:
            return self._as_person(source, known)
        return self._body(source)

    def _named(self, source: Source) -> Speaker:
        person = self.person(source)
        return self._as_person(source, person)

    def _as_person(self, source: Source, person: Person) -> Speaker:
        entry = self.registry.resolve(person.name)
        category = (entry.category if entry else "") or category_of(person.role) or "official"
        role = person.role or (source.role if source.noun else "")
        return Speaker(
            (person.name,), source.text, source.file_start, source.file_end,
            role, affiliation_of(role), category if role or entry else "", "sing", source.gender or person.gender,
        )  # fmt: skip

    def _several(self, source: Source) -> Speaker | None:
        """Return the speakers of an enumeration of known actors, "Kiev et Washington"."""
        unit, parts, start = source.unit, [], source.start
        for i in range(source.start, source.end + 1):
            if i == source.end or unit.words[i] in (",", "et"):
                if i > start:
                    parts.append((start, i))
                start = i + 1
        if len(parts) < 2:
            return None
        base = unit.paragraph.start
        texts = [unit.paragraph.doc.text[unit.starts[a] - base : unit.ends[b - 1] - base] for a, b in parts]
        entries = [self.registry.resolve(text) for text in texts]
        if not entries[0] or not all(entries[1:]):
            return None
        names = tuple(entry.name for entry in entries if entry)
        category = next(entry.category for entry in entries if entry)
        return Speaker(names, source.text, source.file_start, source.file_end, "", "", category, "plur")

    def _epithet(self, source: Source) -> Person | None:
        """Return the person already named whom "l'expert", "l'intéressé" or "la ministre" means."""
        unit, first = source.unit, source.unit.word(source.start)
        if first not in ("le", "la", "l'", "ce", "cette", "cet") or source.number == "plur":
            return None
        noun = source.noun
        general = load_lexicon("sources")["epithets"]
        plain = unit.word(source.end - 1)
        if plain in (*general["masc"], *general["fem"]) and source.end - source.start <= 3 and self.last:
            return next(
                (
                    self.persons[s.names[0]]
                    for s in reversed(self.last)
                    if s.names and s.names[0] in self.persons
                ),
                None,
            )
        if not noun or roles().category.get(noun) not in _PERSONAL:
            return None
        words = set(name_key(source.role).split())
        for speaker in reversed(self.last):
            person = self.persons.get(speaker.names[0]) if speaker.names else None
            if (
                person
                and noun in person.nouns
                and (len(words) == 1 or words & set(name_key(person.role).split()) - {noun})
            ):
                return person
        for person in reversed(list(self.persons.values())):
            if noun in person.nouns and (
                len(words) == 1 or len(words & set(name_key(person.role).split())) * 2 > len(words)
            ):
                return person
        if (self.last and len(words) == 1) or (unit.number and self.last):
            speaker = self.last[-1]
            person = self.persons.get(speaker.names[0]) if speaker.names else None
            if (
                person
                and not person.nouns
                and not (person.gender and source.gender and person.gender != source.gender)
            ):
                person.nouns.add(noun)
                person.role = source.role
                return person
        return None

    def _body(self, source: Source) -> Speaker:
        """Return a state, an organisation, a role without a name, or an unnamed speaker."""
        entry = self.registry.resolve(source.text)
        category = category_of(source.role or source.text)
        first = source.unit.word(source.start)
        if entry:
            return Speaker(
                (entry.name,),
                source.text,
                source.file_start,
                source.file_end,
                "",
                "",
                entry.category,
                source.number,
                source.gender,
            )
        name = source.text
        if first in ("le", "la", "l'", "les"):
            name = name[len(source.unit.tokens[source.start].text) :].strip()
        if category in _PERSONAL and (source.number == "plur" or first in vocabulary("unnamed_determiners")):
            category = "unnamed" if category == "official" else category
        if first in vocabulary("unnamed_determiners") and not category:
            category = "unnamed"
        return Speaker(
            (name[:1].lower() + name[1:] if source.unit.tokens[source.start].text[:1].isupper() and source.start == 0 and name == source.text else name,),
            source.text, source.file_start, source.file_end, source.role, affiliation_of(source.role), category or "organisation", source.number, source.gender,
        )  # fmt: skip

    def _pronoun(self, source: Source) -> Speaker:
        """Return whom a pronoun means: the last speaker or subject in view that agrees with it."""
        found = self._in_sentence(source)
        for speaker in () if found else reversed(self.last):
            if _agrees(source, speaker):
                found = speaker
                break
        if found is None:
            return Speaker((), source.text, source.file_start, source.file_end, number=source.number)
        return Speaker(
            found.names, source.text, source.file_start, source.file_end,
            found.role, found.affiliation, found.category, found.number, found.gender or source.gender,
        )  # fmt: skip

    def _in_sentence(self, source: Source) -> Speaker | None:
        """Return a subject before the pronoun in its own sentence."""
        for token in source.unit.tokens[: source.start]:
            if token.dep_.startswith("nsubj") and token.pos_ in ("NOUN", "PROPN"):
                subject = subject_at(source.unit, source.unit.position(token))
                if subject:
                    speaker = self.resolve(subject)
                    if _agrees(source, speaker):
                        return speaker
        return None

    def see(self, speaker: Speaker) -> None:
        """Remember *speaker* as the last in view."""
        if speaker.names:
            self.last.append(speaker)
            del self.last[:-12]

    def see_subjects(self, unit: Unit) -> None:
        """Remember the persons and bodies that are subjects of *unit*."""
        for i, token in enumerate(unit.tokens):
            if unit.quotes[i] is None and token.dep_.startswith("nsubj") and token.pos_ in ("NOUN", "PROPN"):
                subject = subject_at(unit, i)
                if subject and not (subject.noun and roles().category.get(subject.noun) == "document"):
                    self.see(self.resolve(subject))


def subject_at(unit: Unit, place: int) -> Source | None:
    """Return the speaker phrase around the noun at *place*, or None where it cannot speak."""
    start = place
    while start > 0 and (
        (unit.tokens[start - 1].pos_ in ("DET", "ADJ", "NUM", "PROPN")
        and unit.is_word(start - 1))
        or unit.words[start - 1] == "l'"
    ):
        start -= 1
    source = read_source(unit, start, phrase_end(unit, start))
    if source is None or not is_speaker(source):
        return None
    return with_apposition(unit, source)[0]


def _agrees(source: Source, speaker: Speaker) -> bool:
    number = speaker.number
    if number != source.number and speaker.names:
        return False
    return not (speaker.gender and source.gender and speaker.gender != source.gender)


def _bare_name(text: str) -> str:
    """Return the capitalised words of *text* from the first to the last, without titles and roles."""
    titles = load_lexicon("sources")["titles"]
    words = text.replace("\n", " ").split()
    while words and (
        not words[0][:1].isupper() or words[0].lower() in titles or words[0].lower() in roles().category
    ):
        words = words[1:]
    while words and not words[-1][:1].isupper() and "'" not in words[-1]:
        words = words[:-1]
    return " ".join(words).strip(" ,.;:")


def _is_part(short: str, long: str) -> bool:
    a, b = short.split(), long.split()
    return len(a) < len(b) and (b[-len(a) :] == a or b[: len(a)] == a)


def category_of(role: str) -> str:
    """Return the category that the words of a role give, or an empty string."""
    words = role.lower().replace("’", "'").replace("'", "' ").split()
    for word in words:
        category = roles().category.get(word)
        if category:
            if category == "media" or word.startswith("agence"):
                state = any(w in vocabulary("state_media_words") for w in words)
                return "state_media" if state else "organisation"
            return {"document": "organisation", "collective": "organisation"}.get(category, category)
    return ""


def affiliation_of(role: str) -> str:
    """Return what a role belongs to: the words after its first "de", as the text gives them."""
    for mark in (
        " du ",
        " de la ",
        " de l'",
        " de l’",
        " des ",
        " de ",
        " d'",
        " d’",
        " à l'",
        " à l’",
        " au ",
        " à la ",
    ):
        if mark in role:
            return role.split(mark, 1)[1].strip()
    return ""
