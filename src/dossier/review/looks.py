"""Which records an analyst looks at, and what the terminal shows of each, which obeys none of it."""

import sys
import textwrap
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from difflib import get_close_matches
from itertools import chain
from pathlib import Path

from dossier.analysis import Analysis
from dossier.corpus.kinds import plain
from dossier.i18n import N_, _
from dossier.records import Assessment, Claim, Discrepancy, Mention, Quotation, Statement, identity
from dossier.review.apply import words_of
from dossier.review.decisions import CORRECTABLE, PAIR, load_decisions
from dossier.visible import visible

Passage = Mention | Claim | Quotation
Record = Passage | Discrepancy
# The records of each page that has any.
PAGES: Mapping[str, type[Record]] = {
    "timeline": Mention,
    "figures": Claim,
    "voices": Quotation,
    "disagreements": Discrepancy,
}
BETWEEN = {
    "sources": N_("{severity} between sources"),
    "parties": N_("{severity} between parties"),
}
NEAR = 3  # names at most that one may mean who misspells one


@dataclass(frozen=True, slots=True)
class Look:
    """A record to be looked at, and why it needs that; empty where it is only asked for."""

    record: Record
    why: str


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is asked for. Without *page*, *speaker* and *text* it is what needs a look and is not decided.

    ``unsure`` keeps to what needs a look, ``every`` takes in everything, what is decided too; ``records``
    are asked for by their ids.
    """

    records: tuple[str, ...] = ()
    page: str = ""
    speaker: str = ""
    text: str = ""
    unsure: bool = False
    every: bool = False


def list_looks(
    analysis: Analysis, path: Path, wanted: Wanted, pairs: Sequence[Discrepancy] = ()
) -> list[Look]:
    """Return the records that are *wanted*, *pairs* of sentences too, given the decisions at *path*.

    Raises:
        YamlError: the file at *path* is not valid.
    """
    decided = {decision.record for decision in load_decisions(path, analysis.investigation)}
    decided |= {ruling.record_id for ruling in analysis.rulings if ruling.decided_on in decided}
    decided -= {ruling.decided_on for ruling in analysis.rulings if ruling.outcome == "lost"}
    return list(find_looks(analysis, wanted, decided, pairs))


def find_looks(
    analysis: Analysis,
    wanted: Wanted,
    decided: Collection[str] = (),
    pairs: Sequence[Discrepancy] = (),
) -> Iterator[Look]:
    """Yield the records that are *wanted*: disagreements by gravity, then *pairs*, then the others in order.

    *decided* holds the ids of the records that have a decision.
    """
    asked = wanted.records or wanted.every or wanted.page or wanted.speaker or wanted.text
    needed = wanted.unsure or not asked
    grades, texts = {row.record_id: row for row in analysis.assessments}, analysis.texts
    gravity = ("conflict", "tension", "revision")
    rows = sorted(analysis.discrepancies, key=lambda r: (gravity.index(r.severity), r.discrepancy_id))
    tables: tuple[Iterable[Record], ...] = (
        rows,
        pairs,
        analysis.dated if needed else analysis.events,
        analysis.claims,
        analysis.quotations,
    )
    for record in chain.from_iterable(tables):
        why = _why(record, grades.get(identity(record)))
        open_ = wanted.every or wanted.records or identity(record) not in decided
        if (why or not needed) and open_ and _fits(record, wanted, texts):
            yield Look(record, why)


def _why(record: Record, assessment: Assessment | None) -> str:
    """Return why *record* needs a look; empty where it needs none."""
    if is_pair(record):
        return _("two articles, perhaps on one thing")
    if isinstance(record, Discrepancy):
        return _(BETWEEN[record.between], severity=_(record.severity))
    if assessment and assessment.grade == "low":
        return _("low confidence: {why}", why=_("; ").join(assessment.grounds))
    if assessment and assessment.unsure:
        return _("unsure reading: {why}", why=_("; ").join(assessment.unsure))
    return _("the speaker is not named") if is_unnamed(record) else ""


def is_pair(record: Record) -> bool:
    """Return whether *record* is a pair of sentences that nobody has called a disagreement."""
    return identity(record)[0] == PAIR


def is_unnamed(record: Record) -> bool:
    """Return whether words or a figure are laid to somebody who is not known by name."""
    if isinstance(record, Quotation):
        return not record.speaker
    return isinstance(record, Claim) and bool(record.claimant_text) and not record.claimant


def _fits(record: Record, wanted: Wanted, texts: Mapping[str, str]) -> bool:
    if wanted.records and identity(record) not in wanted.records:
        return False
    if wanted.page and not isinstance(record, PAGES[wanted.page]):
        return False
    if wanted.speaker and not any(plain(wanted.speaker) in plain(name) for name in names_of(record)):
        return False
    if not wanted.text:
        return True
    words = words_of(record) if isinstance(record, Discrepancy) else "".join(paragraph(record, texts))
    return plain(wanted.text) in plain(words)


def names_of(record: Record) -> tuple[str, ...]:
    """Return everybody to whom *record* is laid, by name and as written; of a disagreement what it says."""
    if isinstance(record, Mention):
        return (*record.attributed_to.split("|"), *record.actors)
    if isinstance(record, Claim):
        return (*record.claimant, record.claimant_text)
    return (*record.speaker, record.speaker_text) if isinstance(record, Quotation) else (record.statement,)


def known_of(analysis: Analysis, name: str, speaker: tuple[str, ...]) -> str:
    """Return what the field *name* says most often where *speaker* speaks; a role also as it is asked."""
    told = Counter(getattr(q, name) for q in analysis.quotations if q.speaker == speaker)
    asked = (a.roles[0] for a in analysis.investigation.actors if (a.name,) == speaker and a.roles)
    return next(filter(None, [*dict(told.most_common()), *(asked if name == "role" else ())]), "")


def near_names(analysis: Analysis, speaker: str) -> tuple[str, ...] | None:
    """Return the names that are near *speaker*; None where records are laid to somebody of this name."""
    records: tuple[Passage, ...] = (*analysis.dated, *analysis.claims, *analysis.quotations)
    names = dict.fromkeys(name for record in records for name in names_of(record) if name)
    if any(plain(speaker) in plain(name) for name in names):
        return None
    words = {word: name for name in sorted(names, key=len, reverse=True) for word in plain(name).split()}
    near = get_close_matches(plain(speaker), words, n=NEAR, cutoff=0.7)
    return tuple(dict.fromkeys(words[word] for word in near))


def paragraph(record: Passage | Statement, texts: Mapping[str, str]) -> tuple[str, str, str]:
    """Return what stands before the words of *record* in its paragraph, the words, and what stands after."""
    text = texts.get(record.article_id, "")
    if text[record.start : record.end] != record.text:
        return "", record.text, ""
    first, last = text.rfind("\n", 0, record.start) + 1, text.find("\n", record.end)
    return text[first : record.start], record.text, text[record.end : last if last >= 0 else len(text)]


WIDTH = 100
AROUND = 160  # letters of the article shown before and after a passage


def one_line(text: str) -> str:
    """Return *text* on one line, as a terminal may show it."""
    return visible(" ".join(text.split()))


def as_text(value: object) -> str:
    """Return *value* as it is typed: lists with | between their entries."""
    return "|".join(map(str, value)) if isinstance(value, tuple) else "" if value is None else str(value)


def in_list(look: Look) -> str:
    """Return one line on a record: its id, article, speaker and words, and why it needs a look."""
    record = look.record
    place = "" if isinstance(record, Discrepancy) else f"{record.article_id}: "
    if isinstance(record, Claim | Quotation):
        *names, text = names_of(record)
        place += f"{who}: " if (who := ", ".join(names) or text) else ""
    why = f"  ({look.why})" if look.why else ""
    return one_line(f"{identity(record)}  {place}{words_of(record)}{why}")


def values_of(record: Record) -> Iterator[tuple[str, object]]:
    """Yield the fields of *record* that can be corrected and are not empty, with their values."""
    names = () if isinstance(record, Discrepancy) else CORRECTABLE[identity(record)[0]]
    values = ((name, getattr(record, name, "")) for name in names)
    return ((name, value) for name, value in values if value not in ("", (), None))


def show(look: Look, analysis: Analysis) -> str:
    """Return what the analyst needs to see of a record."""
    record = look.record
    lines = [f"{identity(record)}: {look.why}" if look.why else identity(record)]
    if isinstance(record, Discrepancy):
        lines += [] if is_pair(record) else [record.statement, record.reason]
    else:
        lines.append(_("; ").join(f"{name}: {as_text(value)}" for name, value in values_of(record)))
    return "\n".join((*map(one_line, lines), *_passages(record, analysis, AROUND)))


def show_paragraph(record: Record, analysis: Analysis) -> str:
    """Return each passage of *record* in its whole paragraph, the words between brackets."""
    told = _passages(record, analysis, sys.maxsize)
    blocks = (textwrap.fill(one, WIDTH, initial_indent="  ", subsequent_indent="  ") for one in told)
    return "\n".join(blocks) or one_line(words_of(record))


def carriers(record: Record, analysis: Analysis) -> list[Passage | Statement]:
    """Return the records whose passages carry *record*: itself, or those that a disagreement is between.

    Of a statement it is the whole sentence.
    """
    if not isinstance(record, Discrepancy):
        return [record]
    told_of: tuple[Passage, ...] = (*analysis.events, *analysis.claims, *analysis.quotations)
    known = {identity(entry): entry for entry in (*told_of, *analysis.statements)}
    told = (known[name] for name in record.records if name in known)
    return [_sentence(one, analysis) if isinstance(one, Statement) else one for one in told]


def _sentence(told: Statement, analysis: Analysis) -> Statement:
    start, end = told.sentence_start, told.sentence_end
    return replace(told, start=start, end=end, text=analysis.texts[told.article_id][start:end])


def _passages(record: Record, analysis: Analysis, around: int) -> Iterator[str]:
    """Yield each passage of *record*, the words between brackets and so many letters *around* them."""
    texts = analysis.texts
    for entry in carriers(record, analysis):
        before, words, after = paragraph(entry, texts)
        start, end = ("…" if len(beside) > around else "" for beside in (before, after))
        yield one_line(f"{entry.article_id}: {start}{before[-around:]}[{words}]{after[:around]}{end}")
