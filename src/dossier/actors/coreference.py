"""From the words that name a speaker to canonical names, across the whole article."""

from __future__ import annotations

from dataclasses import replace

from dossier.actors.bearers import find_bearer
from dossier.actors.people import Names, Person
from dossier.actors.speakers import (
    Speaker,
    affiliation_of,
    agrees,
    category_of,
    differ,
    is_body,
    is_by_trade,
    is_complemented,
    is_for_anybody,
    is_last,
    is_named,
    may_mean,
    without_adjectives,
    without_article,
)
from dossier.language import Parsed
from dossier.registry import Registry, name_key
from dossier.syntax.nominals import Nominal, proper_tail
from dossier.syntax.phrases import is_subject, subject_at
from dossier.syntax.sentence import Sentence
from dossier.syntax.vocabulary import PERSONAL, gender_of_name, is_document, roles, vocabulary

_DEFINITE = ("le", "la", "l'", "ce", "cette", "cet")


class Cast:
    """Who was last in view in an article: resolves names, epithets and pronouns as the text goes on."""

    def __init__(self, parsed: Parsed, registry: Registry) -> None:
        self.registry = registry
        self.names = Names(parsed, registry)
        self.seen: list[Speaker] = []
        self.quoted: Speaker | None = None
        self.previous: Sentence | None = None

    def resolve(self, source: Nominal) -> Speaker:
        """Return who *source* is."""
        if source.pronoun:
            return self._pronoun(source)
        if source.text.removeprefix("-").lower() in vocabulary("nobody"):
            return self._speaker(source)
        if source.person:
            person = self.names.person(source.person)
            person.learn(source.role, source.noun, source.gender)
            return self._as_person(source, person)
        several = self._several(source)
        if several:
            return several
        known = self._taken_up(source)
        if known:
            return known
        return self._document(source) if is_document(source.noun) else self._body(source)

    def _as_person(self, source: Nominal, person: Person) -> Speaker:
        entry = self.registry.resolve(person.name)
        role = person.role or (source.role if source.noun else "")
        category = (entry.category if entry else "") or category_of(role)
        return Speaker(
            names=(person.name,),
            text=source.text,
            start=source.file_start,
            end=source.file_end,
            role=role,
            affiliation=affiliation_of(role) if category != "witness" else "",
            category=category,
            gender=source.gender or person.gender,
            kind="person",
        )

    def _speaker(self, source: Nominal, *names: str) -> Speaker:
        return Speaker(
            names, source.text, source.file_start, source.file_end, number=source.number, gender=source.gender
        )

    def _several(self, source: Nominal) -> Speaker | None:
        """Return the speakers of an enumeration of known actors, "Kiev et Washington"."""
        sentence, texts, start = source.sentence, [], source.start
        for i in range(source.start, source.end + 1):
            if i == source.end or sentence.words[i] in (",", "et"):
                if i > start:
                    texts.append(sentence.text(start, i))
                start = i + 1
        entries = [self.registry.resolve(text) for text in texts] if len(texts) > 1 else []
        found = [entry for entry in entries if entry]
        if len(found) < 2 or len(found) < len(entries):
            return None
        names = dict.fromkeys(entry.name for entry in found)
        return replace(self._speaker(source, *names), category=found[0].category, number="plur")

    def _taken_up(self, source: Nominal) -> Speaker | None:
        """Return whom a definite phrase without a name takes up: "l'expert", "la ministre", "le Portugais".

        A phrase for anybody means the person in focus; a role means who bears it, or whose role is unknown.
        """
        sentence = source.sentence
        if sentence.word(source.start) not in _DEFINITE or source.number == "plur":
            return None
        known = [p for p in self._nearest(source) if not differ(p.gender, source.gender)]
        unnamed = self._unnamed(source)
        if unnamed and (is_for_anybody(source) or sentence.word(source.start) in ("ce", "cet", "cette")):
            return unnamed
        if is_for_anybody(source) or self._is_demonym(source) or is_by_trade(source):
            person = known[0] if known else None
        else:
            person = find_bearer(source, known, self.seen[-1] if self.seen else None)
        if person is None:
            return None
        person.learn(source.role if not person.role else "", source.noun, source.gender)
        return self._as_person(source, person)

    def _unnamed(self, source: Nominal) -> Speaker | None:
        """Return the speaker without a name, "un voisin", who was quoted last in this paragraph."""
        last = self.quoted
        if last is None or last.kind != "body" or not self._just_spoke(source):
            return None
        person = last.category in (*PERSONAL, "unnamed")
        article = last.names[0].split()[0].lower()
        if not person or article not in ("un", "une") or differ(last.gender, source.gender):
            return None
        return replace(last, text=source.text, start=source.file_start, end=source.file_end)

    def _is_demonym(self, source: Nominal) -> bool:
        """Return whether the phrase is a person by nationality, "l'Ivoirienne", not "la Suisse"."""
        sentence, last = source.sentence, source.end - 1
        key = name_key(sentence.tokens[last].text)
        if last - source.start != 1 or not sentence.tokens[last].text[:1].isupper():
            return False
        state = self.registry.adjectives.get(key)
        return state is not None and name_key(state) != key

    def _nearest(self, source: Nominal) -> list[Person]:
        """Return the persons who spoke or were mentioned before, the last speaker first."""
        persons = self.names.persons
        spoke = [persons[s.names[0]] for s in reversed(self.seen[-6:]) if s.kind == "person"]
        mentioned = self.names.before(source.file_start)
        first = [p for p in mentioned if p in spoke] + [p for p in mentioned if p not in spoke]
        if is_last(source):
            return mentioned
        return list({p.name: p for p in (*spoke[:1], *first, *spoke)}.values())

    def _just_spoke(self, source: Nominal) -> bool:
        """Return whether the last quoted speaker spoke in the sentence before, in the same paragraph."""
        sentence = self.previous
        if sentence is None or self.quoted is None or sentence.paragraph is not source.sentence.paragraph:
            return False
        return sentence.starts[0] <= self.quoted.start < sentence.ends[-1]

    def _document(self, source: Nominal) -> Speaker:
        """Return a document by its name, "le texte" by the document last in view."""
        sentence, first = source.sentence, source.sentence.word(source.start)
        name = without_article(source)
        if first in ("ce", "cet", "cette"):
            name = source.noun
        if first in _DEFINITE and len(name.split()) == 1:
            for speaker in reversed(self.seen):
                general = source.noun in vocabulary("general_documents")
                if speaker.kind == "document" and (
                    general or source.noun in speaker.names[0].lower().split()
                ):
                    name = speaker.names[0]
                    break
        entry = self.registry.resolve(proper_tail(sentence, source.start, source.end))
        speaker = replace(self._speaker(source, name), kind="document", category="organisation")
        return replace(speaker, affiliation=entry.name if entry else "")

    def _body(self, source: Nominal) -> Speaker:
        """Return a state, an organisation, a role without a name, or an unnamed speaker."""
        sentence, first, text = source.sentence, source.sentence.word(source.start), without_article(source)
        entry = self.registry.resolve(without_adjectives(source)) or self.registry.by_role(text)
        if entry is None and source.end - source.start == 1 and source.text.islower():
            entry = self.registry.state(source.text)
        if entry:
            return replace(self._speaker(source, entry.name), category=entry.category)
        category = category_of(source.role or source.text)
        tail = proper_tail(sentence, source.start, source.end)
        if category in ("organisation", "state_media", "") and tail:
            entry = self.registry.resolve(tail)
            name = entry.name if entry else self.names.body(tail)
            category = (entry.category if entry else "") or category
            category = category or ("organisation" if is_body(source) else "")
            role = source.role.removesuffix(tail).strip()
            return replace(self._speaker(source, name), category=category, role=role)
        if (
            category in ("organisation", "")
            and first in _DEFINITE
            and not (is_named(source) or is_complemented(source))
        ):
            known = self._same_body(source)
            if known:
                return replace(self._speaker(source, *known.names), category=known.category, role=known.role)
        last = self._last_named(source) if is_last(source) else None
        if last:
            return replace(last, text=source.text, start=source.file_start, end=source.file_end)
        unnamed = first in vocabulary("unnamed_determiners")
        if unnamed and category in ("official", ""):
            category = "unnamed"
        return replace(
            self._speaker(source, source.text if unnamed else text),
            role=source.role,
            affiliation=affiliation_of(source.role) if category != "witness" else "",
            category=category or ("organisation" if is_body(source) else ""),
        )

    def _last_named(self, source: Nominal) -> Speaker | None:
        """Return whom "ces derniers" means: the last role that agrees of the sentence before."""
        sentence = self.previous
        for i in range(len(sentence) - 1, -1, -1) if sentence else ():
            role = (
                sentence is not None and sentence.quotes[i] is None and sentence.words[i] in roles().category
            )
            subject = subject_at(sentence, i) if sentence and role else None
            number = subject.number if subject else ""
            if subject and number == source.number and not differ(subject.gender, source.gender):
                return self.resolve(subject)
        return next((s for s in reversed(self.seen) if s.number == source.number), None)

    def _same_body(self, source: Nominal) -> Speaker | None:
        """Return the named body in view that "l'ONG", "l'organisation" means."""
        for speaker in reversed(self.seen):
            nobody = not speaker.role and not speaker.category and not gender_of_name(speaker.names[0])
            bare = speaker.kind == "person" and nobody
            named = speaker.names[0][:1].isupper() and speaker.number == "sing"
            able = named and (bare or speaker.kind == "body") and may_mean(source, speaker)
            if able and not self.registry.state(speaker.names[0]):
                return speaker
        if source.noun not in vocabulary("general_bodies"):
            return None
        last = self.seen[-1] if self.seen else None
        spoken_for = last.affiliation if last and last.kind == "person" else ""
        name = spoken_for if spoken_for[:1].isupper() else self.names.body_before(source.file_start)
        return replace(self._speaker(source, name), category="organisation") if name else None

    def _pronoun(self, source: Nominal) -> Speaker:
        """Return whom a pronoun means: a subject before it, or the last in view that agrees with it."""
        found = self.seen[-1] if self.seen else None
        if found is None or found.start < source.sentence.starts[0] or not agrees(source, found):
            found = self._in_sentence(source)
        if found is None and source.sentence.word(source.start - 1) in vocabulary("before_subject"):
            # "S'il reconnaît …, le ministre": the main subject that the pronoun announces
            found = self._subject_within(source, range(source.end, len(source.sentence)))
        if found is None:
            found = next((s for s in reversed(self.seen) if agrees(source, s)), None)
            if person := self._mentioned(source, found):
                return self._as_person(source, person)
        if found is None:
            return self._speaker(source)
        if found.kind == "person":
            self.names.person(found.names[0]).learn("", "", source.gender)
            found = replace(found, gender=found.gender or source.gender)
        return replace(found, text=source.text, start=source.file_start, end=source.file_end)

    def _mentioned(self, source: Nominal, found: Speaker | None) -> Person | None:
        """Return a person named in the sentence before, if whoever agrees and spoke did so earlier."""
        if source.number != "sing":
            return None
        before = self.names.before(source.file_start)
        if found is not None:
            first = self.previous.starts[0] if self.previous else source.file_start
            before = before[:1] if found.end < first <= self.names.last_place(source.file_start) else []
        return next((p for p in before if not differ(p.gender, source.gender)), None)

    def _in_sentence(self, source: Nominal) -> Speaker | None:
        """Return a subject before the pronoun in its sentence, outside of the words before "dit-il"."""
        words, stop = source.sentence.words, source.start
        if source.text.startswith("-"):
            stop = 1 + max((i for i in range(stop) if words[i] == ":"), default=-1)
        return self._subject_within(source, range(stop))

    def _subject_within(self, source: Nominal, places: range) -> Speaker | None:
        for i in places:
            subject = subject_at(source.sentence, i) if is_subject(source.sentence, i) else None
            speaker = self.resolve(subject) if subject and subject.end <= places.stop else None
            if speaker and agrees(source, speaker):
                return speaker
        return None

    def see(self, speaker: Speaker, *, quoted: bool = False) -> None:
        """Remember *speaker* as the last in view, and as the last whose very words were given."""
        if speaker.names:
            self.seen.append(speaker)
            del self.seen[:-12]
            if quoted:
                self.quoted = speaker

    def see_subjects(self, sentence: Sentence) -> None:
        """Remember the persons, bodies and documents that are subjects of *sentence*."""
        for i in range(len(sentence)):
            if is_subject(sentence, i) and (subject := subject_at(sentence, i)):
                self.see(self.resolve(subject))
