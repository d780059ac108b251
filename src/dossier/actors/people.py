"""The persons and bodies that an article names, each with its fullest name and what the text says of it."""

from collections import Counter
from collections.abc import Iterable, Iterator

from dossier.actors.described import Person, gender_behind, learn_beside
from dossier.actors.trail import Trail
from dossier.language import Paragraph, Parsed
from dossier.registry import Registry, is_known_body, name_key
from dossier.syntax.vocabulary import (
    bears_article,
    gender_of_name,
    names_bodies,
    roles,
    titles,
    vocabulary,
)
from dossier.tokens import Doc, Span


class Names:
    """All names of one article: short forms to full ones, and the persons in the order they are mentioned."""

    def __init__(self, parsed: Parsed, registry: Registry) -> None:
        self.registry = registry
        self.persons: dict[str, Person] = {}
        self._full: dict[str, str] = {}
        self._longer: dict[str, list[str]] = {}
        self._bodies: dict[str, str] = {}
        self.mentioned = Trail()
        self.named_bodies = Trail()
        self.spoken_of: set[int] = set()  # places of those whom words before tell of: "sur l'entourage de X"
        self.body_nouns: dict[str, set[str]] = {}
        entities = [
            (p, e)
            for p in parsed.paragraphs
            for e in p.doc.ents
            if e.label_ in ("ORG", "PER") or _body_noun(e)
        ]
        sure = {part for _, e in entities if not _is_doubtful(e) for part in name_key(e.text).split()}
        entities = [(p, e) for p, e in entities if not _is_doubtful(e) or name_key(e.text) in sure]
        led = [(e.doc[e.start - 1].lower_, e.text) for _, e in entities if e.start]
        self.vessels = {name_key(name) for before, name in led if before in vocabulary("voiceless")}
        things = self.vessels | {name_key(name) for before, name in led if bears_article(before, name)}
        entities = [(p, e) for p, e in entities if e.label_ != "PER" or name_key(e.text) not in things]
        self._collect(e for _, e in entities)
        for paragraph, entity in entities:
            noun = _body_noun(entity)
            if noun:
                self.body_nouns.setdefault(entity.text, set()).add(noun)
            capitals = sum(map(str.isupper, entity.text))  # an acronym, "InVS", or several words
            named = noun or (entity.label_ == "ORG" and capitals > 1 and entity.text[:1].isupper())
            entry = registry.resolve(entity.text)
            asked = entry and entry.kind == "organisation" and not is_known_body(entity.text)
            if named and (asked or entry is None):
                self.named_bodies.add(
                    paragraph.start + entity.start_char, self.canonical(self.body(entity.text))
                )
            if entity.label_ == "PER" and not noun and (name := bare_name(entity.text)):
                self._mention(paragraph, entity, self.person(name, _title(entity)))

    def _collect(self, entities: Iterable[Span]) -> None:
        """Find the fullest form of each name of a person, and what the acronyms of bodies stand for."""
        names: dict[str, str] = {}
        tally: Counter[str] = Counter()
        for entity in entities:
            if entity.label_ == "PER" and (text := bare_name(entity.text)):
                names.setdefault(name_key(text), text)
                tally[name_key(text)] += 1
            elif entity.label_ == "ORG" and " " in entity.text:
                acronym = "".join(word[0] for word in entity.text.split() if word[0].isupper())
                self._bodies.setdefault(acronym, entity.text)
        _set_in_one_order(names, tally)
        for key in names:
            for part in _parts(key):
                self._longer.setdefault(part, []).append(key)
        for key, text in names.items():
            longer = self._longer.get(key, [])
            most = max((len(k.split()) for k in longer), default=0)
            fullest = {self.canonical(names[k]) for k in longer if len(k.split()) == most}
            self._full[key] = fullest.pop() if len(fullest) == 1 else self.canonical(text)

    def canonical(self, name: str) -> str:
        """Return the registry's name of a person or body, or the name as it is."""
        entry = self.registry.resolve(name)
        return entry.name if entry else name

    def body(self, name: str) -> str:
        """Return the full name that an acronym of this article stands for, or the name as it is."""
        return self._bodies.get(name, name) if name.isupper() else name

    def knows(self, text: str) -> bool:
        """Return whether *text* is a person's name, or begins that of one alone: "Réjean" Bolduc."""
        longer = {self._full[key] for key in self._longer.get(name_key(text), ())}
        return text in self.persons or (len(longer) == 1 and longer.pop().startswith(f"{text} "))

    def person(self, name: str, title: str = "") -> Person:
        """Return the person named *name*, in full or by surname; "Mme Roux" is not Luc Roux."""
        bare = bare_name(name) or name
        key = name_key(bare)
        longer, gender = {self._full[k] for k in self._longer.get(key, ())}, titles().get(title, "")
        alike = [one for one in longer if gender and gender_of_name(one) == gender]
        full = self._full.setdefault(key, min(longer) if len(longer) == 1 else self.canonical(bare))
        if len(alike) == 1:
            full = alike[0]
        elif gender and gender_of_name(full) not in ("", gender):
            full = f"{title.capitalize()} {bare}"
        return self.persons.setdefault(full, Person(full, gender=gender))

    def named_ahead(self, noun: str, place: int) -> Person | None:
        """Return the one person with the role *noun*, where nobody is named with it before *place*."""
        before = self.mentioned.before(place, len(self.persons))
        holders = [person for person in self.persons.values() if noun in person.nouns]
        return holders[0] if len(holders) == 1 and holders[0].name not in before else None

    def _mention(self, paragraph: Paragraph, entity: Span, person: Person) -> None:
        """Note where *person* is mentioned, and what is said of them there."""
        doc, first, place = paragraph.doc, entity.start, paragraph.start + entity.start_char
        self.mentioned.add(place, person.name)
        self.spoken_of |= {place} if _is_topic(doc, first) else set()
        learn_beside(person, doc, first, entity)


def _is_topic(doc: Doc, first: int) -> bool:
    """Return whether the words before the name at *first* only tell of it: "sur l'entourage de X"."""
    led = [token.lower_ for token in doc[max(0, first - 4) : first]]
    owned = vocabulary("bare_of").issuperset(led[-1:])
    return owned and not vocabulary("topical").isdisjoint(led[:2])


def _is_doubtful(entity: Span) -> bool:
    """Return whether only the head of a sentence makes *entity* a person's name: "Approuve-t-il ?", "N'"."""
    word = entity[0]
    if entity.doc[entity.end : entity.end + 1].text.lower() in ("-t", *vocabulary("inverted")):
        return True
    behind = entity.doc[entity.end] if entity.end < len(entity.doc) else None
    acts = behind is not None and (behind.pos_ in ("VERB", "AUX") or behind.lower_ in vocabulary("clitics"))
    acts |= bool(gender_behind(entity.doc[entity.end :][:3]))  # "Laurie, une Briviste"
    named = word.pos_ == "PROPN" and word.text[-1] != "'" and word.lower_ not in vocabulary("days")
    alone = entity.label_ == "PER" and len(entity) == 1 and word.i == entity.sent.start
    return alone and not (named and acts) and not gender_of_name(entity.text)


def _body_noun(entity: Span) -> str:
    """Return the noun of a body right before a name, "société" of "la société Kairos", or nothing."""
    before = entity.doc[entity.start - 1].lower_ if entity.start > entity.sent.start else ""
    place = before in vocabulary("named_places") and not gender_of_name(entity.text)
    led = entity.doc[max(0, entity.start - 3) : entity.start]  # "Anne Roux, de Ferus"
    of_one = before in vocabulary("of") and len(led) == 3 and led[0].ent_type_ == "PER" and led[1].text == ","
    return before if (of_one and len(entity) == 1) or place or names_bodies(before) else ""


def _title(entity: Span) -> str:
    """Return the title in or before a name, folded: "mme" of "Mme Roux"."""
    beside = entity.doc[max(0, entity.start - 1) : entity.start + 1]
    return next((token.lower_ for token in beside if token.lower_ in titles()), "")


def bare_name(text: str) -> str:
    """Return the capitalised words of *text* from the first to the last, without titles and roles."""
    words = text.split()
    while words and (
        not words[0][:1].isupper() or words[0].lower() in titles() or words[0].lower() in roles().category
    ):
        words = words[1:]
    while words and not words[-1][:1].isupper() and "'" not in words[-1]:
        words = words[:-1]
    return " ".join(words).strip(' ,.;:«»"()')


def _set_in_one_order(names: dict[str, str], tally: Counter[str]) -> None:
    """Write every name of the same words as the order that *tally* has most: "Roy Anne" for "Anne Roy".

    In one of its orders it begins with a known first name.
    """
    orders: dict[tuple[str, ...], list[str]] = {}
    for key in names:
        orders.setdefault(tuple(sorted(key.split())), []).append(key)
    for keys in orders.values():
        if len(keys) > 1 and any(gender_of_name(names[key]) for key in keys):
            most = max(keys, key=lambda key: (tally[key], bool(gender_of_name(names[key]))))
            names.update(dict.fromkeys(keys, names[most]))


def _parts(name: str) -> Iterator[str]:
    """Yield the shorter names that the words of *name* begin or end with."""
    words = name.split()
    for i in range(1, len(words)):
        yield " ".join(words[:i])
        yield " ".join(words[i:])
