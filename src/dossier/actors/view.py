"""Who is in view at a place of an article, by name or role, and which body "l'ONG" or "la firme" means."""

import bisect
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Any

from dossier.actors.described import Person, has_no_role
from dossier.actors.people import Names
from dossier.actors.ranking import Candidate, choose, is_told_of
from dossier.actors.speakers import Speaker, affiliation_of, agrees, answers, category_of, differ
from dossier.lexicons import load_lexicon
from dossier.registry import name_key
from dossier.syntax.nominals import Nominal, head_noun
from dossier.syntax.phrases import subject_at, with_name_before
from dossier.syntax.sentence import Sentence
from dossier.syntax.vocabulary import PERSONAL, gender_of_name, is_personal, roles, vocabulary

_MOST = 12  # sightings kept
_MENTIONED = 8  # persons who may be meant though they neither spoke nor were a subject


@dataclass(frozen=True, slots=True)
class Sighting:
    """Where one came into view, whether he spoke there, and whether his very words were given."""

    speaker: Speaker
    place: int
    quoted: bool
    spoke: bool


class InView:
    """Who spoke or was a subject of late in an article, as its sentences go on."""

    def __init__(self, names: Names) -> None:
        self.names = names
        self.sightings: list[Sighting] = []
        self.before: Sentence | None = None
        self.topic: tuple[str, ...] = ()  # the first subject of the sentence before
        self.subject: tuple[str, ...] = ()  # and of this one
        self.teller: Speaker | None = None  # by whose word something was told last
        self._here: Sentence | None = None
        self._starts: list[int] = []
        self._introduced: set[str] = set()
        self._heard: list[tuple[int, int, tuple[str, ...]]] = []

    def enter(self, sentence: Sentence) -> None:
        """Go on to the next sentence of the article."""
        self.before, self._here = self._here, sentence
        self.topic = self.subject
        self._starts.append(sentence.starts[0])
        indefinite = vocabulary("indefinite")
        self._introduced |= {noun for before, noun in pairwise(sentence.words) if before in indefinite}

    def introduced(self, source: Nominal) -> bool:
        """Return whether the noun of *source* is one that the article tells of itself: "un stadier"."""
        return source.sentence.word(head_noun(source.sentence, source.start, source.end)) in self._introduced

    @property
    def last(self) -> Speaker | None:
        """Who came into view last."""
        return self.sightings[-1].speaker if self.sightings else None

    def spoken_of(self, source: Nominal, persons: Sequence[Candidate]) -> list[Candidate]:
        """Return those of *persons* whom "l'intéressé" can mean: not who has just spoken where he answers.

        Else not the subject of the sentence before that names another: "X a limogé Y. L'intéressé …".
        """
        since = self.before.starts[0] if self.before else source.file_start
        if answers(source):
            spoke = self.speaking(source.file_start)
            others = [c for c in persons if c.speaker.names not in spoke]
            said = self.before.said if self.before else set()  # "« J'ai signé », dit-il. L'intéressé nie …"
            himself = said & vocabulary("first_person") and not said & vocabulary("personal_subjects")
            known = any(c.speaker.gender or c.speaker.category for c in others)
            return others if known or not himself else [c for c in persons if c not in others]
        others = [c for c in persons if c.speaker.names != self.topic]
        return others if any(c.person and c.place >= since for c in others) else list(persons)

    def unseen(self, source: Nominal) -> Person | None:
        """Return the holder of the office *source* who is named further on with it.

        Or who speaks in the title, "« Q » : X réagit", where *source* opens the text below it.
        """
        above = self.before and source.start == 0 and self.before.paragraph.section.kind != "body"
        last = self.sightings[-1] if above and self.sightings else None
        headed = self.names.persons.get(last.speaker.names[0]) if last and last.quoted else None
        ahead = self.names.named_ahead(source.noun, source.file_start)
        ahead = ahead if ahead and is_told_of(source, ahead) else None
        person = headed if headed and has_no_role(headed) else ahead
        return person if person and not differ(person.gender, source.gender) else None

    def is_asked_of(self, candidate: Candidate) -> bool:
        """Return whether only the question right before names *candidate*: "Que dites-vous à X ?"."""
        asked = self.before and self.before.words[-1] == "?" and candidate.place >= self.before.starts[0]
        return bool(asked) and not candidate.seen

    def speaking(self, place: int) -> set[tuple[str, ...]]:
        """Return who spoke before the offset *place* in its sentence or the one before it."""
        near = (s for s in self.sightings if self._starts[-2:][0] <= s.place < place)
        return {s.speaker.names for s in near if s.spoke or s.quoted}

    def last_like(self, source: Nominal) -> Speaker | None:
        """Return the last of the paragraph who has a role or is a known body, and agrees with *source*."""
        here = (s for s in reversed(self.sightings) if s.place >= source.sentence.paragraph.start)
        known = (s.speaker for s in here if s.speaker.category or s.speaker.role)
        return next((speaker for speaker in known if agrees(source, speaker)), None)

    def see(self, speaker: Speaker, *, quoted: bool = False, spoke: bool = False) -> None:
        """Remember *speaker* as the last in view, as the last who spoke, and whose very words were given."""
        if speaker.names:
            self.teller = speaker if quoted or spoke else self.teller
            place = speaker.start if speaker.start >= 0 else self._starts[-1]
            if self.last and self.last.names == speaker.names and not (quoted or spoke):
                last = self.sightings.pop()
                quoted, spoke = last.quoted, last.spoke
            self.sightings.append(Sighting(speaker, place, quoted, spoke))
            del self.sightings[:-_MOST]

    def hear(self, spans: Sequence[tuple[int, int]], names: tuple[str, ...]) -> None:
        """Remember that the words at *spans* of the file are those of *names*."""
        self._heard = [*self._heard, *((*span, names) for span in spans)][-_MOST:]

    def voice(self, place: int) -> tuple[str, ...]:
        """Return whose words stand at the offset *place* of the file, who is no "il" there; or nothing."""
        return next((names for start, end, names in reversed(self._heard) if start <= place < end), ())

    def voice_before(self, source: Nominal) -> Speaker | None:
        """Return who spoke last for "selon la même source", for "selon elle" who did so in its sentence."""
        sentence, same = source.sentence, not source.gender
        noun = sentence.word(source.end - 1) if same else sentence.word(source.start - 1)
        if noun not in vocabulary("source_nouns" if same else "according"):
            return None
        here = range(sentence.starts[0], source.file_start)
        fits = (s.speaker for s in reversed(self.sightings) if s.place in here)
        return self.teller if same else next((s for s in fits if agrees(source, s)), None)

    def candidates(self, place: int, sentence: Sentence, *, seen: bool = False) -> list[Candidate]:
        """Return all who were seen up to the end of *sentence*, or mentioned before the offset *place* in it.

        With *seen*, only who was seen before *place*.
        """
        until = place if seen else sentence.ends[-1]  # who says what stands in *sentence* may stand behind it
        quoted = next((s.speaker.names for s in reversed(self.sightings) if s.quoted), None)
        times = Counter(s.speaker.names for s in self.sightings if s.quoted)
        said = [(q.start, q.end) for q in sentence.quotes if q]
        mentioned = self.names.mentioned.before(place, _MENTIONED, said)
        last = self.last.names if self.last else None
        spoke = next((s.speaker.names for s in reversed(self.sightings) if s.spoke), None)
        found: dict[tuple[str, ...], Candidate] = {}

        def add(speaker: Speaker, names: tuple[str, ...], at: int, *, seen: bool) -> None:
            found[names] = self.candidate(
                speaker,
                at,
                place,
                sentence,
                seen=seen,
                last=names == last,
                quoted=names == quoted,
                spoke=names == spoke,
                topic=names == self.topic,
                often=times[names] > 1,
            )

        for sighting in reversed(self.sightings):
            names = sighting.speaker.names
            if names not in found and sighting.speaker.start < until:
                at = max(sighting.place, mentioned.get(names[0], -1) if len(names) == 1 else -1)
                add(sighting.speaker, names, at, seen=True)
        for name, at in () if seen else mentioned.items():
            if (name,) not in found:
                add(self.known(self.names.persons[name]), (name,), at, seen=False)
        return list(found.values())

    def candidate(self, speaker: Speaker, at: int, place: int, sentence: Sentence, **known: Any) -> Candidate:
        """Return *speaker*, last seen at the file offset *at*, as one who may be meant at *place*.

        *known*: what else the fields of a `Candidate` say of it.
        """
        distance = bisect.bisect_right(self._starts, place) - bisect.bisect_right(self._starts, at)
        person = self.names.persons.get(speaker.names[0]) if speaker.kind == "person" else None
        near = at >= sentence.paragraph.start
        known["spoken_of"] = at in self.names.spoken_of
        return Candidate(speaker, at, distance, same_paragraph=near, person=person, **known)

    def known(self, person: Person) -> Speaker:
        """Return *person* as a speaker whom no words name."""
        entry = self.names.registry.resolve(person.name)
        told = category_of(person.role) or category_of(" ".join(sorted(person.nouns)))  # "Me Anne Roy"
        category = (entry.category if entry else "") or told
        if not category and person.role.split(" ")[0] in vocabulary("of"):
            category = "organisation"  # "Anne Roy, de la CGT"
        role, of = person.role, affiliation_of(person.role)
        return Speaker((person.name,), "", -1, -1, role, of, category, gender=person.gender, kind="person")


_FURTHEST = 4  # bodies that may be meant though they are only named


def find_body(view: InView, source: Nominal) -> Speaker | None:
    """Return the named body in view that "l'ONG", "l'organisation" means."""
    sentence, place = source.sentence, source.file_start
    bodies = []
    for c in view.candidates(place, sentence, seen=True):
        speaker = c.speaker
        told = speaker.role or speaker.category or gender_of_name(speaker.names[0])
        bare = c.person and not (told or c.person.age)
        name = speaker.names[0]
        first, _space, rest = name.partition(" ")
        state = view.names.registry.state(name) or first.lower() in vocabulary("determiners")
        fuller = first == source.noun and rest.startswith(tuple(vocabulary("of")))  # "mairie de Lens"
        named = fuller or (name[:1].isupper() and not state)
        if named and speaker.category not in (*PERSONAL, "unnamed") and (bare or speaker.kind == "body"):
            bodies.append(replace(c, speaker=replace(speaker, kind="body", gender="")))
        elif c.last and speaker.affiliation[:1].isupper():
            spoken_for = Speaker(
                (speaker.affiliation,), "", -1, -1, category="organisation", kind="spoken for"
            )
            bodies.append(replace(c, speaker=spoken_for))
    known = {c.speaker.names[0] for c in bodies}
    for name, at in view.names.named_bodies.before(place, _FURTHEST).items():
        if name not in known:
            speaker = Speaker((name,), "", -1, -1, category="organisation")
            bodies.append(view.candidate(speaker, at, place, sentence))
    behind = int(sentence.word(source.start - 1) == ";")  # "Ferus a perdu ; l'ONG nie" is as two sentences
    bodies = [replace(c, distance=c.distance or behind) for c in bodies]
    found = choose("body", source, [replace(c, nouns=_nouns_of(view, c.speaker)) for c in bodies])
    return found.speaker if found else None


def _nouns_of(view: InView, speaker: Speaker) -> frozenset[str]:
    """Return what the article calls the body *speaker*: "l'ONG Mer Veille", "une société de Lyon, Kairos"."""
    told = f"{speaker.text} {speaker.role} {speaker.names[0]}".lower().replace("'", " ").split()
    bodies = {word for word in told if roles().category.get(word) in ("organisation", "media")}
    return frozenset(bodies | view.names.body_nouns.get(speaker.names[0], set()))


def of_body(view: InView, source: Nominal) -> str:
    """Return "direction de Kairos" for "la direction", the body named last, at most one sentence before it.

    A part of a body is another one in each: two articles do not speak of the same management. A union has
    none that a newspaper would speak of beside it.
    """
    noun, paragraph = source.noun, source.sentence.paragraph
    if noun not in vocabulary("parts_of_bodies"):
        return ""
    since = (view.before or source.sentence).starts[0] - paragraph.start
    near = range(since, source.file_start - paragraph.start)
    registry = view.names.registry
    named = (e.text for e in reversed(paragraph.doc.ents) if e.start_char in near and e.label_ == "ORG")
    for text in (text for text in named if not text[0].islower()):
        entry = registry.resolve(text)
        called = {name_key(text).partition(" ")[0], *view.names.body_nouns.get(text, ())}
        union = not called.isdisjoint(vocabulary("unions"))
        if not union and (entry is None or entry.kind == "organisation"):
            return part_of(noun, entry.name if entry else view.names.body(text))
    return ""


def part_of(noun: str, name: str) -> str:
    """Return what *noun* of *name* is called: "direction de Kairos", "rapport d'Anne Roy"."""
    before_vowel, before = load_lexicon("sources")["belonging"]
    return f"{noun} {before_vowel if name_key(name)[:1] in 'aeiou' else before}{name}"


def find_last_named(view: InView, source: Nominal) -> Nominal | None:
    """Return whom "ces derniers", "celui-ci" name again: the last that agrees here or in the sentence before.

    A body is meant only where it is not what another belongs to: "le président du club".
    """
    places = [(source.sentence, i) for i in range(source.start - 1, -1, -1)]
    places += [(view.before, i) for i in range(len(view.before) - 1, -1, -1)] if view.before else []
    for sentence, i in places:
        category = roles().category.get(sentence.words[i], "")
        person = category in PERSONAL or sentence.tokens[i].ent_type_ == "PER"
        inner = person and is_personal(sentence.word(i - 1))  # "directeur général"
        able = (person or category) and not inner and sentence.quotes[i] is None
        named = subject_at(sentence, i) if able else None
        if named is None or named.number != source.number or differ(named.gender, source.gender):
            continue
        at = named.start - (sentence.words[named.start] not in vocabulary("to", "of"))
        owned = sentence.word(at) in vocabulary("to") or (
            sentence.word(at) in vocabulary("of") and not person
        )
        if not (owned and sentence.word(at - 1) in roles().category):  # "l'adjoint au maire"
            return with_name_before(sentence, named)
    return None
