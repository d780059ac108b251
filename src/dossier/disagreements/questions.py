"""What articles answer in different ways to a question of the investigation."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import product

from dossier.blocks import gathered
from dossier.disagreements.contraries import is_negated_at
from dossier.disagreements.differences import Side, side_of
from dossier.disagreements.passages import Known, told_on
from dossier.disagreements.wording import Sources
from dossier.i18n import _
from dossier.investigation import Investigation, Question
from dossier.lexicons import load_data
from dossier.records import Claim, Discrepancy, Quotation, Reading, Statement, stable_id

REASONS = {name: form["reason"] for name, form in load_data(__package__, "mechanisms")["questions"].items()}


@dataclass(frozen=True, slots=True)
class Given:
    """An answer to a question, by their key and label, with the record that gives it."""

    question: str
    answer: str
    side: Side


def given_in(reading: Reading) -> Iterator[Given]:
    """Yield the answers of *reading*, each by the shortest record that holds it or meets it; none negated.

    Where none does, a clause of its sentence that is nobody's word stands for it.
    """
    text = reading.article.text
    every: list[Statement | Claim | Quotation] = [*reading.statements, *reading.claims, *reading.quotations]
    records = [record for record in every if record.section != "related_link"]
    for reply in reading.replies:
        start, end = reply.start, reply.end
        around = [r for r in records if r.start < end and start < r.end]
        around = around or [  # "les soldats suspectés d'être à Kita"
            s for s in reading.statements if s.sentence_start <= start < s.sentence_end and not s.source
        ]
        if not around or is_negated_at(text, start):
            continue
        inner = min(around, key=lambda r: (not r.start <= start < end <= r.end, r.end - r.start))
        yield Given(reply.question, reply.answer, side_of(inner))


def find_split_answers(
    given: Iterable[Given], published: Known, sources: Sources, investigation: Investigation
) -> Iterator[Discrepancy]:
    """Yield one discrepancy for each question that is answered in two ways."""
    by_question: dict[str, dict[str, list[Side]]] = defaultdict(lambda: defaultdict(list))
    for entry in given:
        by_question[entry.question][entry.answer].append(entry.side)
    for question in investigation.questions:
        answers = by_question[question.key]
        sides = {label: answers[label] for label, _words in question.answers if label in answers}
        if question.kind == "sequence":
            sides = out_of_order(sides, published)
        if len(sides) > 1:
            yield build_row(question, sides, sources)


def out_of_order(sides: Mapping[str, list[Side]], published: Known) -> dict[str, list[Side]]:
    """Return those of *sides*, in the order of time, of which no later article gives the later one."""
    kept: dict[str, dict[str, Side]] = {label: {} for label in sides}
    labels = list(sides)
    for place, first in enumerate(labels):
        for then in labels[place + 1 :]:
            for one, other in product(sides[first], sides[then]):
                told, done = (told_on(s.article_id, published) for s in (one, other))
                if not (told and done and told[1] < done[0]):
                    kept[first][one.record_id], kept[then][other.record_id] = one, other
    return {label: list(own.values()) for label, own in kept.items() if own}


def build_row(question: Question, sides: Mapping[str, list[Side]], sources: Sources) -> Discrepancy:
    """Return the row of *question*: each answer with who gives it, and in which articles."""
    speakers = {side.who for own in sides.values() for side in own}
    alone = question.severity == "tension" and len({s.article_id for own in sides.values() for s in own}) == 1
    kind = "stance" if question.kind == "certainty" else question.kind  # in the data they are one
    enough = any if kind == "stance" else all  # what one side alone holds is its word
    named = enough(all(side.who for side in own) for own in sides.values())
    on = {side.record_id: n for n, own in enumerate(sides.values()) for side in own}
    answers = [
        _("{answer} ({sources})", answer=label, sources=told(own, sources)) for label, own in sides.items()
    ]
    others = (", ".join(answers[1:-1]), answers[-1])
    return Discrepancy(
        discrepancy_id=stable_id("x", question.key, 0, 0, "question"),
        kind=kind,
        subject=question.key,
        statement=_(
            "{question}: {answers}.",
            question=question.label,
            answers=_(", but ").join((answers[0], _(", or ").join(filter(None, others)))),
        ),
        severity=question.severity,
        records=tuple(on),
        reason=_(REASONS.get(question.kind, REASONS["alone" if alone else question.severity])),
        between="parties" if named and len(speakers) > 1 else "sources",
        sides=tuple(on.values()),
    )


def told(sides: Iterable[Side], sources: Sources) -> str:
    """Return who gives an answer and in which articles; a newspaper that says it itself is its article."""
    articles = gathered((sources.who(side.who.split("|")), side.article_id) for side in sides)
    return _("; ").join(
        _("{who} in {sources}", who=who, sources=sources.name(told_in)) if who else sources.name(told_in)
        for who, told_in in articles.items()
    )
