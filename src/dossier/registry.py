"""Names, capitals, governments and demonyms to one canonical actor, with its side and category."""

import functools
import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from dossier.investigation import ActorEntry, Investigation
from dossier.lexicons import load_lexicon, word_set

_LEADING = re.compile(r"^(?:(?:le|la|les|l|un|une|m|mm|mme|mmes|mlle)\s+)+")
_NO_WORD = re.compile(r"[^a-z0-9]+")


@functools.lru_cache(maxsize=65536)
def name_key(text: str) -> str:
    """Return *text* as names are compared: no case, accent, hyphen, leading article or Mr/Mrs."""
    bare = (
        unicodedata.normalize("NFKD", text.lower().replace("œ", "oe").replace("’", "'"))
        .encode("ascii", "ignore")
        .decode()
    )
    return _LEADING.sub("", _NO_WORD.sub(" ", bare.replace("'", " ")).strip())


@dataclass(frozen=True, slots=True)
class Registry:
    """All known actors, looked up by folded name; never by likeness."""

    entries: tuple[ActorEntry, ...] = ()
    names: Mapping[str, ActorEntry] = field(default_factory=dict)
    surnames: Mapping[str, ActorEntry | None] = field(default_factory=dict)
    adjectives: Mapping[str, str] = field(default_factory=dict)
    roles: Mapping[str, ActorEntry] = field(default_factory=dict)

    def resolve(self, text: str) -> ActorEntry | None:
        """Return the actor that *text* names in full, by a known other name or by surname, or None.

        A surname that two known persons share names nobody.
        """
        key = name_key(text)
        return self.names.get(key) or self.surnames.get(key)

    def by_role(self, text: str) -> ActorEntry | None:
        """Return the actor whom the investigation says that the role *text* means, or None."""
        return self.roles.get(name_key(text)) if self.roles else None

    def state(self, text: str) -> ActorEntry | None:
        """Return the state that *text* names, or belongs to by an adjective or a complement, or None.

        >>> build_registry(Investigation()).state("les autorités sud-coréennes").name
        'Corée du Sud'
        """
        words = name_key(text).split()
        for size in (4, 3, 2, 1):
            for i in range(len(words) - size + 1):
                phrase = " ".join(words[i : i + size])
                if i > 1 and words[i - 1] in _seated():
                    continue  # "le représentant à Paris"
                name = self.adjectives.get(phrase)
                entry = self.names.get(name_key(name)) if name else self.names.get(phrase)
                if entry and entry.kind == "state":
                    return entry
        return None


@functools.cache
def _seated() -> frozenset[str]:
    return frozenset(map(name_key, word_set("syntax", "to")))


def _rows(text: str) -> Iterator[list[str]]:
    for line in text.splitlines():
        if line.strip():
            yield [part.strip() for part in line.split(";")]


def inflect_adjective(adjective: str) -> tuple[str, ...]:
    """Return masculine and feminine, singular and plural of an adjective of nationality.

    The feminine is regular or follows a slash: ``grec/grecque``.
    """
    masculine, _, feminine = adjective.partition("/")
    if not feminine:
        if masculine.endswith("e"):
            feminine = masculine
        elif masculine.endswith(("ien", "éen", "ton")):
            feminine = masculine + "ne"
        else:
            feminine = masculine + "e"
    plural = masculine if masculine.endswith(("s", "x")) else masculine + "s"
    return masculine, feminine, plural, feminine + "s"


def _split(text: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in text.split(",") if part.strip())


def _states() -> Iterator[tuple[ActorEntry, str]]:
    lexicon = load_lexicon("countries")
    for row in _rows(lexicon["countries"]):
        name, capital, adjective, further = (*row, "", "")[:4]
        people = inflect_adjective(adjective)[2] if adjective else ""
        aliases = (capital, people, *_split(further), *lexicon["seats"].get(name, ()))
        yield ActorEntry(name, tuple(filter(None, aliases)), name, "official", "state"), adjective


def _organisations() -> Iterator[ActorEntry]:
    lexicon = load_lexicon("countries")
    for key, category in (("organisations", "organisation"), ("blocs", "official")):
        for row in _rows(lexicon[key]):
            name, further, english = (*row, "", "")[:3]
            yield ActorEntry(name, _split(further), "", category, "organisation", english=english)


def _sided(entry: ActorEntry, sides: Mapping[str, str]) -> ActorEntry:
    """Return *entry* on the side that the investigation puts it on under any of its names."""
    named = (sides[key] for key in map(name_key, (entry.name, *entry.aliases)) if key in sides)
    return replace(entry, side=next(named, entry.side))


def _surnames(entries: tuple[ActorEntry, ...]) -> dict[str, ActorEntry | None]:
    surnames: dict[str, ActorEntry | None] = {}
    for entry in entries:
        if entry.kind != "person":
            continue
        words = name_key(entry.name).split()
        for i in range(1, len(words)):
            key = " ".join(words[i:])
            surnames[key] = entry if surnames.get(key, entry) is entry else None
    return surnames


@functools.cache
def general_registry() -> Registry:
    """Return the states and organisations of the lexicon alone."""
    return build_registry(Investigation())


@functools.lru_cache(maxsize=8)
def build_registry(investigation: Investigation) -> Registry:
    """Return the countries and organisations of the lexicon together with the actors of *investigation*.

    An actor of the investigation takes the place of the lexicon's entry that bears one of its names.
    """
    sides = {name_key(country): side.name for side in investigation.sides for country in side.countries}
    states = {_sided(entry, sides): adjective for entry, adjective in _states()}
    organisations = (_sided(entry, sides) for entry in _organisations())
    known = {name_key(entry.name): entry for entry in (*states, *organisations)}
    names = {name_key(alias): entry for entry in known.values() for alias in (entry.name, *entry.aliases)}
    entries = dict(known)
    for asked in investigation.actors:
        keys = [name_key(name) for name in (asked.name, *asked.aliases)]
        same = next((names[key] for key in keys if key in names), None)
        merged = asked
        if same and name_key(same.name) in keys:
            merged = replace(
                asked,
                aliases=tuple(dict.fromkeys((*asked.aliases, same.name, *same.aliases))),
                side=asked.side or same.side,
                category=asked.category or same.category,
                kind=asked.kind or same.kind,
                english=asked.english or same.english,
            )
            entries.pop(name_key(same.name), None)
        entries[name_key(asked.name)] = merged
        names |= {name_key(alias): merged for alias in (merged.name, *merged.aliases)}
    adjectives = {
        name_key(form): entry.name
        for entry, adjective in states.items()
        for form in (inflect_adjective(adjective) if adjective else ())
    }
    every = tuple(entries.values())
    by_role = {name_key(role): entry for entry in every for role in entry.roles}
    return Registry(every, names, _surnames(every), adjectives, by_role)


@functools.cache
def is_known_body(name: str) -> bool:
    """Return whether *name* is a state or an organisation of the general lexicon."""
    entry = general_registry().resolve(name)
    return entry is not None and entry.kind in ("state", "organisation")
