"""From the words that name a speaker to canonical names, across the whole article."""

from dataclasses import replace

from dossier.actors.described import Person
from dossier.actors.documents import name_of_document
from dossier.actors.parties import find_holders, is_nobody, place_of
from dossier.actors.people import Names, bare_name
from dossier.actors.ranking import choose, is_apart, is_thing, set_off
from dossier.actors.speakers import (
    Speaker,
    affiliation_of,
    agrees,
    answers,
    category_of,
    differ,
    enumerated,
    is_animate,
    is_body,
    is_by_trade,
    is_complemented,
    is_concerned,
    is_demonym,
    is_for_anybody,
    is_last,
    is_named,
    is_one,
    state_over,
    whose_words,
    without_adjectives,
    without_article,
)
from dossier.actors.view import InView, find_body, find_last_named, of_body
from dossier.language import Parsed
from dossier.lexicons import load_lexicon
from dossier.registry import Registry, is_known_body, name_key
from dossier.syntax.apposition import proper_tail
from dossier.syntax.nominals import Nominal, phrase_end, read_nominal
from dossier.syntax.phrases import find_members, is_subject, opens_phrase, phrase_at, phrase_start, subject_at
from dossier.syntax.sentence import Sentence
from dossier.syntax.subjects import taken_up
from dossier.syntax.vocabulary import PERSONAL, gender_of_name, is_document, is_personal, titles, vocabulary

_OPENING = ("DET", "NOUN", "PROPN", "ADJ", "NUM", "X")


class Cast:
    """Who was last in view in an article: resolves names, epithets and pronouns as the text goes on."""

    def __init__(self, parsed: Parsed, registry: Registry) -> None:
        self.registry = registry
        self.names = Names(parsed, registry)
        self.view = InView(self.names)
        self.told = False

    def resolve(self, source: Nominal) -> Speaker:
        """Return who *source* is, or all who stand together there."""
        together = [self._resolve(member) for member in find_members(source) if member is not source]
        names = dict.fromkeys(name for speaker in together for name in speaker.names)
        if not names or len(names) < len(together):
            return self._resolve(source)
        return self._speaker(source, *names, category=together[0].category, number="plur", gender="")

    def _resolve(self, source: Nominal) -> Speaker:
        if counts := whose_words(source):
            return replace(self._resolve(counts), **place_of(source))
        nearest = source.pronoun in vocabulary("nearest_pronouns") or is_last(source)
        near = self._last_named(source) if nearest else None
        if near or source.pronoun:
            return replace(near or self._pronoun(source), **place_of(source))
        if is_nobody(source) or name_key(source.text) in self.names.vessels:
            return self._speaker(source)
        titled = bare_name(source.text) if source.sentence.words[source.start] in titles() else ""
        named = source.person or titled or (source.text if self.names.knows(source.text) else "")
        if named:
            person = self.names.person(named, source.sentence.words[source.start])
            other = source.sentence.words[source.start] in vocabulary("those")  # "celui de Lens, Luc Morel"
            if not (source.noun or person.nouns or other):
                self._name_role(source, person)
            person.learn(source.role, source.noun, source.gender)
            return self._as_person(source, person)
        if known := self._several(source) or self._taken_up(source) or self._of_theirs(source):
            return known
        return self._document(source) if is_document(source.noun) else self._body(source)

    def _name_role(self, source: Nominal, person: Person) -> None:
        """Give *person*, named without a role, the one just in view: "Le maire se tait. …, tweete X"."""
        last = self.view.sightings[-1] if self.view.sightings else None
        if last is None or last.place < source.sentence.paragraph.start or last.speaker.kind != "body":
            return
        if last.quoted or last.speaker.number == "plur":  # "Les paysans protestent. Luc Morel …"
            return
        role = last.speaker.names[0]
        owned = role.partition(" ")[0].lower() in vocabulary("of_one", "of_many")  # "Son père se tait. Luc …"
        definite = last.speaker.category in PERSONAL and last.speaker.text != role and not owned
        if definite and not differ(last.speaker.gender, source.gender or person.gender):
            person.learn(role, next(filter(is_personal, role.split()), ""), last.speaker.gender)
            self.view.sightings[-1] = replace(last, speaker=self.view.known(person))

    def continuing(self, sentence: Sentence, *, part: bool) -> Speaker | None:
        """Return who goes on speaking in a quotation without a cue, a *part* of *sentence* or its own."""
        if not self.told:
            return None  # who speaks before the article tells of anybody is named behind
        around = self.view.candidates(sentence.starts[0], sentence)
        able = [c for c in around if not (is_thing(c.speaker) or self.view.is_asked_of(c))]
        found = choose("part" if part else "free", None, able)
        return replace(found.speaker, text="", start=-1, end=-1) if found else None

    def _as_person(self, source: Nominal, person: Person) -> Speaker:
        known = self.view.known(person)
        if not person.role and source.noun:
            role, category = source.role, known.category or category_of(source.role)
            known = replace(known, role=role, category=category, affiliation=affiliation_of(role))
        gender = gender_of_name(person.name) or source.gender or person.gender
        return replace(known, **place_of(source), gender=gender)

    def _speaker(self, source: Nominal, *names: str, **known: str) -> Speaker:
        known = {"number": source.number, "gender": source.gender} | known
        return Speaker(names, source.text, source.file_start, source.file_end, **known)

    def _several(self, source: Nominal) -> Speaker | None:
        """Return the speakers of an enumeration of known actors, "Kiev et Washington"."""
        texts = list(enumerated(source))
        found = [entry for text in texts if (entry := self.registry.resolve(text))]
        if len(texts) < 2 or len(found) < len(texts):
            return None
        names = dict.fromkeys(entry.name for entry in found)
        return self._speaker(source, *names, category=found[0].category, number="plur")

    def _taken_up(self, source: Nominal) -> Speaker | None:
        """Return whom a definite phrase without a name takes up: "la ministre", "le Portugais"."""
        anybody = is_for_anybody(source) or is_demonym(source, self.registry) or is_by_trade(source)
        words, role = source.sentence.words, not anybody and is_personal(source.noun)
        of_it = role and source.start and words[source.start - 1] in vocabulary("contracted")  # "du maire"
        definite = of_it or words[source.start] in vocabulary("singular_definite")
        if not (definite and (anybody or role)) or source.number == "plur":
            return None
        persons = [
            c
            for c in self.view.candidates(source.file_start, source.sentence)
            if c.person
            or (c.speaker.category in (*PERSONAL, "unnamed") and not is_known_body(c.speaker.names[0]))
            if c.speaker.kind != "one"
        ]
        if concerned := is_concerned(source):
            persons = self.view.spoken_of(source, persons)
        itself = is_by_trade(source) and self.view.introduced(source)  # "un stadier … Le stadier"
        found = None if itself else choose("anybody" if anybody else "role", source, persons)
        if found is None and concerned and answers(source):
            return self._speaker(source)
        if found is None:
            person = None if anybody else self.view.unseen(source)
            if person:
                person.learn(source.role, source.noun, source.gender)
            return self._as_person(source, person) if person else None
        if found.person is None:
            return replace(found.speaker, **place_of(source))
        entry = self.registry.resolve(found.person.name)
        told = bool(found.person.role or (entry and entry.roles))  # a guess teaches no role to who has one
        found.person.learn(source.role, source.noun, source.gender, shown=not told)
        return self._as_person(source, found.person)

    def _document(self, source: Nominal) -> Speaker:
        """Return a document by its name, "le texte" by the document last in view; a source has no name."""
        sentence, name = source.sentence, name_of_document(self.view, source)
        entry = self.registry.resolve(proper_tail(sentence, source.start, source.end))
        owner = entry.name if entry else ""
        category = "unnamed" if source.noun in vocabulary("source_nouns") else "organisation"
        return self._speaker(source, name, kind="document", category=category, affiliation=owner)

    def _body(self, source: Nominal) -> Speaker:
        """Return a state, an organisation, a role without a name, or an unnamed speaker."""
        sentence, first, text = source.sentence, source.sentence.word(source.start), without_article(source)
        entry = self.registry.resolve(without_adjectives(source)) or self.registry.by_role(text)
        if entry is None and source.end - source.start == 1 and source.text.islower():
            entry = self.registry.state(source.text)
        if entry:
            return self._speaker(source, entry.name, category=entry.category)
        category = category_of(source.role or source.text)
        tail = proper_tail(sentence, source.start, source.end)
        *_of, led = ("", *source.text.removesuffix(tail).split())
        if category in ("organisation", "state_media", "") and tail and not is_personal(led):
            entry = self.registry.resolve(tail)
            name = entry.name if entry else self.names.body(tail)
            category = (entry.category if entry else "") or category
            category = category or ("organisation" if is_body(source) else "")
            role = source.role.removesuffix(tail).strip()
            return self._speaker(source, name, category=category, role=role)
        general = category in ("organisation", "") and first in vocabulary("singular_definite")
        if general and not (is_named(source) or is_complemented(source)):
            if part := of_body(self.view, source):
                return self._speaker(source, part, category="organisation")
            if known := find_body(self.view, source):
                return self._speaker(source, *known.names, category=known.category, role=known.role)
        several = first in vocabulary("plural_demonstrative") and source.noun  # "ces élus"
        if (several or is_last(source)) and (last := self._last_named(source)):
            return replace(last, **place_of(source))
        one = is_one(source)
        unnamed = one or first in vocabulary("unnamed_determiners")
        if unnamed and category in ("official", ""):
            category = "unnamed"
        names = (self._one_of(source) if one else source.text if unnamed else text,)
        return self._speaker(
            source,
            *(() if is_last(source) else names),
            role=source.role,
            affiliation=state_over(source, self.registry) or affiliation_of(source.role),
            category=category or ("organisation" if is_body(source) else ""),
            kind="one" if one else "body",
        )

    def _one_of(self, source: Nominal) -> str:
        """Return what "l'un d'eux" is: "un juge" beside it, or one of the last named, "l'un des juges"."""
        sentence, plural = source.sentence, replace(source, number="plur")
        if sentence.word(source.end) == "," and sentence.word(source.end + 1) in vocabulary("indefinite"):
            return sentence.text(source.end + 1, phrase_end(sentence, source.end + 1))
        many = self._subject_within(plural, range(source.start)) or self.view.last_like(plural)
        if many is None or not is_animate(many) or sentence.words[source.end - 1] not in vocabulary("them"):
            return source.text
        words = many.names[0].split()
        counted = words[0].lower() in vocabulary("determiners", "unnamed_determiners")
        one = load_lexicon("sources")["one_of_the"][sentence.word(source.start + 1)]
        return f"{one} {' '.join(words[counted:])}"

    def _last_named(self, source: Nominal) -> Speaker | None:
        """Return whom "ces derniers", "celui-ci" mean, or the last in view who agrees."""
        named = find_last_named(self.view, source)
        return self.resolve(named) if named else self.view.last_like(source)

    def _of_theirs(self, source: Nominal) -> Speaker | None:
        """Return whom "son président" means: the one of that office in the article, else nobody known."""
        first = source.sentence.word(source.start)
        mine = source.noun in vocabulary("single_offices", "clients")
        if first not in vocabulary("of_one", "of_many") or not mine:
            return None
        holders = find_holders(source, self.view.last, self.names)
        one = len(holders) == 1 and not differ(holders[0].gender, source.gender)
        return self._as_person(source, holders[0]) if one else replace(self._speaker(source), names=())

    def _pronoun(self, source: Nominal) -> Speaker:
        """Return whom a pronoun means: a subject before it, or one in view that agrees with it."""
        sentence = source.sentence
        if last := self.view.voice_before(source):
            return replace(last, **place_of(source))
        voice = self.view.voice(source.file_start)
        around = self.view.candidates(source.file_start, sentence)
        apart = [c for c in around if is_apart(source, c)]
        candidates = [c for c in around if c.speaker.names != voice and c not in apart]
        if source.start == 0 and source.pronoun in vocabulary("strong_pronouns"):
            candidates = set_off(source, candidates, self.view.speaking(source.file_start))
        led = sentence.word(source.start - 1)  # "s'il nie, le maire …"
        ahead = range(source.end, len(sentence)) if led in vocabulary("before_subject") else range(0)
        here = self._in_sentence(source) or self._subject_within(source, ahead)
        if here and here.names not in [c.speaker.names for c in apart]:
            others = [] if led == ":" else candidates  # "X a changé de version : il reconnaît que P"
            candidates = [c for c in others if c.speaker.names != here.names]
            candidates.append(self.view.candidate(here, here.start, source.file_start, sentence, seen=True))
        found = choose("pronoun", source, candidates)
        speaker = found.speaker if found else self._speaker(source)
        if found and found.person:
            found.person.learn("", "", source.gender)
            speaker = replace(speaker, gender=speaker.gender or source.gender)
        return replace(speaker, **place_of(source))

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

    def see_subjects(self, sentence: Sentence, *, alone: bool) -> None:
        """Remember the subjects of *sentence*, or who opens it; not *alone*, who tells of them is in view."""
        subjects = []
        for i in range(len(sentence)):
            subject = subject_at(sentence, i) if is_subject(sentence, i) else None
            if subject is None and is_subject(sentence, i):
                start = phrase_start(sentence, i)
                bare = read_nominal(sentence, start, phrase_end(sentence, start))
                subject = bare if bare and is_by_trade(bare) else None
            if sentence.tokens[i].dep_ == "nsubj" and sentence.words[i] in vocabulary("personal_subjects"):
                subject = taken_up(sentence, i)
            subjects += [subject] if subject else []
        in_text = sentence.paragraph.section.kind == "body" and sentence.words[-1] != "?"  # "Son frère ?"
        opens = in_text and not subjects and sentence.tokens[0].pos_ in _OPENING
        opening = phrase_at(sentence, 0) if opens and opens_phrase(sentence, 0) else None
        known = [self.resolve(subject) for subject in subjects or filter(None, [opening])]
        self.view.subject = known[0].names if known else self.view.topic
        tells = subjects or any(speaker.kind == "person" for speaker in known)
        self.told |= bool(tells) and sentence.paragraph.section.kind in ("body", "caption")
        for speaker in known if alone else ():
            self.view.see(speaker)
