"""Whom an interview is with, by its headline or its introduction, and whom the label of an answer names."""

import re
from collections.abc import Iterator, Sequence

from dossier.actors.described import Person, has_no_role
from dossier.actors.people import Names
from dossier.actors.speakers import Speaker
from dossier.actors.view import InView
from dossier.language import Parsed
from dossier.registry import name_key
from dossier.syntax.marks import MARKED, Quoted, interview_words, since_stop
from dossier.syntax.nominals import Nominal
from dossier.syntax.sentence import Sentence
from dossier.syntax.vocabulary import vocabulary

_Named = tuple[int, Person]  # where somebody is named, and who
_WORD = re.compile(r"[^\W\d]+'?")
_STOPS = ".!?…:\n"
_HEADLINE = re.compile(r"[^:«»“”\"\n]*:\s*[«“\"]")  # from a name to the words behind a colon
_NEAR = 6  # words before a name in which it is told whose he is


def find_interviewee(parsed: Parsed, names: Names, begins: int) -> Person | None:
    """Return who answers in the interview whose first question stands at *begins*, or None.

    That is whose words the headline gives, "Anne Roy : « … »"; whom "Entretien avec" or "nous reçoit" names;
    the only one of the headline; the last with a role in the introduction, but for "son entraîneur, Luc
    Morel"; else the first in full, but for "la fille d'Anne Bon". Who signs is none of them, nor whom a
    preposition leads to.
    """
    text, signs = parsed.article.text, name_key(parsed.article.author)
    persons = {name: one for name, one in names.persons.items() if name_key(name) not in signs}
    named = [(at, persons[name]) for at, name in names.mentioned.until(begins) if name in persons]
    before = {at: _WORD.findall(since_stop(text, at, _STOPS)) for at, _ in named}
    free = [one for one in named if vocabulary("of", "to", "before_audience").isdisjoint(before[one[0]][-1:])]
    end = next((p.section.end for p in parsed.paragraphs if p.section.kind == "title"), 0)
    said = [match.span() for match in MARKED.finditer(text, 0, end)]
    above = [one for one in free if one[0] < end and not any(a < one[0] < b for a, b in said)]
    below = (one for one in reversed(free) if one[0] >= end and not has_no_role(one[1]))
    whose = vocabulary("of_one", "of_many")
    ranked = (
        *(one for one in above if _HEADLINE.match(text, one[0])),
        *_announced(parsed, named, free, begins),
        *(above if len({person.name for _, person in above}) == 1 else ()),
        *(one for one in below if whose.isdisjoint(before[one[0]][-_NEAR:])),
    )
    of = {one.name for at, one in named if not vocabulary("of").isdisjoint(before[at][-1:])}
    of -= {one.name for _, one in free}  # "la fille d'André Roux"
    full = (one for name, one in persons.items() if " " in name and name[0].isalpha() and name not in of)
    return next(iter((*(person for _, person in ranked), *full)), None)


def _announced(
    parsed: Parsed, named: Sequence[_Named], free: Sequence[_Named], begins: int
) -> Iterator[_Named]:
    """Yield who is named behind "Entretien avec" or before "nous reçoit", in its paragraph at most."""
    for paragraph, sentence in parsed.sentences():
        start, end = paragraph.span(sentence)
        if start >= begins:
            break
        for match in interview_words("with").finditer(sentence.text):
            yield from [one for one in named if start + match.end() <= one[0] < end][:1]
        for match in interview_words("granted").finditer(sentence.text):
            place = start + match.start()
            # "X a 49 ans. Elle nous reçoit"
            here = [one for one in free if paragraph.start <= one[0] < place]
            yield from [one for one in here if start <= one[0]][-1:] or here[:1]


def who_answers(
    view: InView, interviewee: Person | None, sentence: Sentence, quoted: Quoted, source: Nominal | None
) -> Speaker | None:
    """Return who gives the answer *quoted* of an interview: whom its label names, else the *interviewee*.

    None where *source*, or words before it in its paragraph, name another.
    """
    person = _labelled(view.names, quoted.label)
    if person is None and " " not in quoted.label.replace(". ", "."):
        person = interviewee
    if person is None:
        return None
    here = (s.speaker.names for s in view.sightings if s.place >= sentence.paragraph.start and s.spoke)
    other = (source and (source.person or source.noun)) or any(names != (person.name,) for names in here)
    return None if other and quoted.outer_start < quoted.start else view.known(person)


def _labelled(names: Names, label: str) -> Person | None:
    """Return the one person of the article whose name, end of a name or initials *label* is, or None."""
    key = name_key(label)
    found = [
        person
        for name, person in names.persons.items()
        for words in [name_key(name).split()]
        if key and (f" {' '.join(words)}".endswith(f" {key}") or [word[0] for word in words] == key.split())
    ]
    return found[0] if len(found) == 1 else None
