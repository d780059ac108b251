"""What an analyst sees of a record in the terminal, which obeys nothing of it."""

import textwrap
from collections.abc import Mapping

from dossier.analysis import Analysis
from dossier.records import Discrepancy, identity
from dossier.review.apply import words_of
from dossier.review.decisions import CORRECTABLE
from dossier.review.looks import Look, Passage, Record, paragraph
from dossier.visible import visible

WIDTH = 100
AROUND = 160  # letters of the article shown before and after a passage


def one_line(text: str) -> str:
    """Return *text* on one line, as a terminal may show it."""
    return visible(" ".join(text.split()))


def as_text(value: object) -> str:
    """Return *value* as it is typed: lists with | between their entries."""
    return "|".join(map(str, value)) if isinstance(value, tuple) else "" if value is None else str(value)


def in_list(look: Look) -> str:
    """Return one line on a record: its id, article and words, and why it needs a look."""
    record = look.record
    place = "" if isinstance(record, Discrepancy) else f"{record.article_id}: "
    why = f"  ({look.why})" if look.why else ""
    return one_line(f"{identity(record)}  {place}{words_of(record)}{why}")


def show(look: Look, analysis: Analysis, texts: Mapping[str, str]) -> str:
    """Return what the analyst needs to see of a record."""
    record = look.record
    lines = [f"{identity(record)}: {look.why}" if look.why else identity(record)]
    if isinstance(record, Discrepancy):
        lines += [record.statement, record.reason]
    else:
        values = ((name, getattr(record, name, "")) for name in CORRECTABLE[identity(record)[0]])
        given = (f"{name}: {as_text(value)}" for name, value in values if value not in ("", (), None))
        lines.append("; ".join(given))
    lines += [_passage(entry, texts) for entry in _carriers(record, analysis)]
    return "\n".join(one_line(line) for line in lines)


def show_paragraph(record: Record, analysis: Analysis, texts: Mapping[str, str]) -> str:
    """Return each passage of *record* in its whole paragraph, the words between brackets."""
    blocks = []
    for entry in _carriers(record, analysis):
        before, words, after = paragraph(entry, texts)
        told = one_line(f"{entry.article_id}: {before}[{words}]{after}")
        blocks.append(textwrap.fill(told, WIDTH, initial_indent="  ", subsequent_indent="  "))
    return "\n".join(blocks) or one_line(words_of(record))


def _carriers(record: Record, analysis: Analysis) -> list[Passage]:
    """Return the records whose passages carry *record*: itself, or those that a disagreement is between."""
    if not isinstance(record, Discrepancy):
        return [record]
    passages: tuple[Passage, ...] = (*analysis.events, *analysis.claims)
    known = {identity(entry): entry for entry in passages}
    return [known[name] for name in record.records if name in known]


def _passage(record: Passage, texts: Mapping[str, str]) -> str:
    before, words, after = paragraph(record, texts)
    start = "…" if len(before) > AROUND else ""
    end = "…" if len(after) > AROUND else ""
    return f"  {record.article_id}: {start}{before[-AROUND:]}[{words}]{after[:AROUND]}{end}"
