"""Who claims which number, and when: a row for each claimant on an axis of time, a panel for each place."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import pandas as pd

from dossier.blocks import gathered
from dossier.charts.calendar_axis import Axis, make_axis
from dossier.charts.form import Form, side_name
from dossier.charts.panels import ROWS, build_panels, choose_claims, claimant_of, ends_of, words_of
from dossier.charts.sheet import Draw, Sheet, mark_side, side_key, side_names, side_number, write_key
from dossier.charts.sheets import Groups, close_sheets, draw_sheets
from dossier.charts.svg import Drawing, styled
from dossier.edtf import bounds
from dossier.frames import BETWEEN, rows_of
from dossier.i18n import N_, _, capital, listed, ngettext, quoted
from dossier.words import RESPONSES, hedge

ANSWERS = N_("Denials, rejections and non-answers")
NOTHING = N_("No figure was found.")
_NAMES = 0.22  # share of the width
_TALL, _BAR = 1.6, 1.15  # lines: of the room for a bar, and of that of the largest figure
_ANSWERS = {  # marker, and whether it is hollow
    "denies": ("X", False),
    "rejects": ("X", False),
    "does_not_confirm": ("o", True),
    "neither": ("d", True),
    "does_not_comment": ("_", False),
    "not_reached": ("|", False),
    "leaves_open": ("P", True),
    "did_not_deny": ("X", True),
}


@dataclass(frozen=True, slots=True)
class Mark:
    """What stands in a row: who says it, when, the words beside it, and the record it is of."""

    name: str
    side: int
    span: tuple[date, date]
    words: str
    record: Any


def _describe(panels: Groups, claims: int, figures: int, limit: int) -> str:
    if not panels:
        return _(NOTHING)
    told = []
    if limit <= claims < figures:
        told.append(_("{shown} of {n} figures by the day of the claim.", shown=claims, n=figures))
    elif claims:
        told.append(
            ngettext("{n} figure by the day of the claim.", "{n} figures by the day of the claim.", claims)
        )
    return " ".join([*map(capital, told), _describe_rows(panels)])


def _describe_rows(panels: Groups) -> str:
    told = []
    for heading, marks in panels:
        rows = _("; ").join(map(_told, marks))
        told.append(_("{panel}: {rows}.", panel=_(heading), rows=rows) if heading else f"{rows}.")
    return " ".join(map(capital, told))


def _told(mark: Mark) -> str:
    figure = mark.words
    if hasattr(mark.record, "response"):
        return f"{mark.name} {figure} {mark.record.when}".rstrip()
    notes = ", ".join(filter(None, (mark.name, mark.record.when)))
    if figure.endswith(")"):  # one pair of brackets
        return f"{figure[:-1]}{_('; ')}{notes})"
    return _("{figure} ({notes})", figure=figure, notes=notes)


@styled
def plot_claims(
    frame: pd.DataFrame, responses: pd.DataFrame | None = None, *, form: Form, limit: int = ROWS
) -> Drawing:
    """Draw each figure of *frame* at the day of its claim in the row of its claimant.

    *responses* adds who denies, does not answer or does not confirm.
    """
    claims, every = choose_claims(frame, limit), _answers(responses)
    answers, figures = _drawn(every, limit), sum(bool(ends_of(row)) for row in rows_of(frame))
    names = side_names(frame)
    panels = [(heading, _marks(heading, some, names)) for heading, some in build_panels(claims)]
    panels += [(ANSWERS, _by_claimant(answers))] if answers else []
    spans = [mark.span for _, marks in panels for mark in marks]
    top = max((end for claim in claims if claim.stance != "deny" for end in ends_of(claim)), default=0.0)

    def draw(sheet: Sheet, some: Groups) -> None:
        marks = [mark for _, marks in some for mark in marks]
        sides = side_key(sheet, names, (mark.side for mark in marks))
        _draw_panels(sheet, some, spans, top or 1.0, sided=bool(sides))
        write_key(sheet, [*sides, *_figure_key(sheet, [mark.record for mark in marks])])

    sheets = draw_sheets(form, panels, draw)
    alt, cut = _describe(panels, len(claims), figures, limit), _cut(len(claims), figures, len(every), limit)
    return close_sheets(sheets, alt, _describe_rows, cut=" ".join(cut))


def _cut(drawn: int, figures: int, answers: int, limit: int) -> Iterator[str]:
    """Yield in words what there is no room for."""
    if limit <= drawn < figures:
        yield _(
            "Drawn are {shown} of {n} figures, first those of a named claimant in body text that most "
            "independent origins carry.",
            shown=limit,
            n=figures,
        )
    if answers > limit:
        yield _(
            "Drawn are {shown} of {n} denials and non-answers, denials and those of a named claimant first.",
            shown=limit,
            n=answers,
        )


def _marks(heading: str, claims: Iterable[Any], names: tuple[str, ...]) -> list[Mark]:
    return _by_claimant(
        Mark(
            claimant_of(claim),
            side_number(names, getattr(claim, "side", "")),
            span_of(claim),
            words_of(claim, heading),
            claim,
        )
        for claim in claims
    )


def _by_claimant(marks: Iterable[Mark]) -> list[Mark]:
    """Return *marks* with those of a claimant beside each other, each claimant's by time."""
    groups = gathered(((mark.name, mark.side), mark) for mark in marks).values()
    return [mark for made in groups for mark in sorted(made, key=lambda mark: mark.span)]


def _answers(responses: pd.DataFrame | None) -> list[Mark]:
    """Return who denies, does not answer or does not confirm, each answer of a day once."""
    found: dict[tuple[str, str, str], Mark] = {}
    names = side_names(responses) if responses is not None else ()
    for row in rows_of(responses) if responses is not None else ():
        if any(bounds(row.edtf)):
            who = row.claimant.split(BETWEEN) if row.claimant else [_("not named")]
            one, several = RESPONSES[row.response]
            does = _(several if len(who) > 1 else one)
            words = _("{does}: {words}", does=does, words=quoted(row.text))
            side = side_number(names, getattr(row, "side", ""))
            mark = Mark(listed(sorted(who)), side, span_of(row), words, row)
            found.setdefault((mark.name, row.edtf, row.response), mark)
    return list(found.values())


def _drawn(answers: Sequence[Mark], limit: int) -> list[Mark]:
    """Return at most *limit* of *answers* by day: denials and those of a named claimant before others."""
    ranked = sorted(answers, key=lambda mark: (mark.record.stance != "deny", not mark.record.claimant))
    return sorted(ranked[:limit], key=lambda mark: mark.span)


def span_of(row: Any) -> tuple[date, date]:
    """Return the first and the last day of *row*, the same where one end is open."""
    first, last = bounds(row.edtf)
    one = first or last or date.max
    return (first or one, last or one)


def _draw_panels(
    sheet: Sheet, panels: Groups, spans: Sequence[tuple[date, date]], top: float, *, sided: bool
) -> None:
    left = sheet.left if sheet.form.stacked else sheet.right - sheet.form.width * sheet.form.axis
    axis = make_axis(sheet, spans, left, sheet.right)
    for number, (heading, marks) in enumerate(panels):
        if heading:
            lines = sheet.wrap(_(heading), sheet.right - sheet.left, 2, bold=True)
            sheet.y = sheet.paragraph((sheet.left, sheet.y), lines, bold=True) + 0.02
        if sheet.form.stacked or not number:
            sheet.y = axis.write(sheet, sheet.y) + 0.03
        ground = sheet.y
        for mark in marks:
            _draw_row(sheet, axis, mark, top, sheet.left + 0.18 * sided)
            sheet.ends.append(sheet.y)
        if not sheet.form.stacked:
            axis.stripe(sheet, ground, sheet.y)
        sheet.y += sheet.line * 0.5


def _draw_row(sheet: Sheet, axis: Axis, mark: Mark, top: float, first: float) -> None:
    """Draw one mark; before it, or above where that is narrow, from *first* who claims it, and what."""
    said, line = sheet.left + sheet.form.width * _NAMES, sheet.line
    ends = (sheet.right, sheet.right) if sheet.form.stacked else (said - 0.1, axis.ends[0][0] - 0.1)
    said = first if sheet.form.stacked else said
    names = sheet.wrap(capital(mark.name), ends[0] - first, 4)
    words = sheet.wrap(mark.words, ends[1] - said, 6)
    if first > sheet.left:
        mark_side(sheet, (sheet.left + 0.07, sheet.y + line / 2), mark.side)
    below = sheet.paragraph((first, sheet.y), names, colour=side_name(mark.side))
    sheet.y = below if sheet.form.stacked else sheet.y
    below = sheet.paragraph((said, sheet.y), words) + 0.02
    room = line if hasattr(mark.record, "response") else line * _TALL
    if sheet.form.stacked:
        axis.stripe(sheet, below, below + room + 0.08)
        _draw_mark(sheet, axis, mark, (below + room + 0.04, top))
        sheet.y = below + room + 0.18
    else:
        height = max(room + 0.06, max(len(names), len(words)) * line + 0.04)
        _draw_mark(sheet, axis, mark, (sheet.y + room + 0.02, top))
        sheet.y += height + 0.04


def _draw_mark(sheet: Sheet, axis: Axis, mark: Mark, scale: tuple[float, float]) -> None:
    floor, top = scale
    left, right = axis.place(mark.span)
    x, colour = (left + right) / 2, side_name(mark.side)
    if right > left:
        sheet.rule((left, floor), (right, floor), colour, linewidth=2)
    if hasattr(mark.record, "response"):
        marker, hollow = _ANSWERS[mark.record.response]
        sheet.mark((x, floor - sheet.line / 2), marker, colour, hollow=hollow)
    else:
        draw_bar(sheet, (x, floor), mark.record, colour, top)


def draw_bar(sheet: Sheet, foot: tuple[float, float], claim: Any, colour: str, top: float) -> None:
    """Draw a figure as a bar on *foot*: filled as far as it is at least, hollow as far as it may go.

    What is denied is no amount, but a cross.
    """
    x, y = foot
    wide = 0.11
    if claim.stance == "deny":
        sheet.mark((x, y - sheet.line / 2), "x", colour, size=6)
        return
    low, high = (
        0.0 if pd.isna(value) else max(0.02, _BAR * sheet.line * value / top)
        for value in (claim.low, claim.high)
    )
    outline = {"edgecolor": colour, "linewidth": 1.2, "zorder": 2}
    if high > low:
        sheet.box((x - wide / 2, y - high), wide, high - low, facecolor="paper", **outline)
    if low:
        sheet.box((x - wide / 2, y - low), wide, low, facecolor=colour, **outline)
    if _may_be_more(claim):
        sheet.mark((x, y - low - 0.05), "^", colour, size=5)


def _may_be_more(claim: Any) -> bool:
    """Return whether a figure has no upper bound; "pas moins de huit mille" only stresses a number."""
    return bool(pd.isna(claim.high)) and not hedge(claim.text)


def _figure_key(sheet: Sheet, records: Sequence[Any]) -> Iterator[tuple[str, Draw]]:
    """Yield what the bars mean, where more than one kind of them occurs."""
    figures = [record for record in records if not hasattr(record, "response")]
    claims = [claim for claim in figures if claim.stance != "deny"]
    if any(pd.isna(claim.low) or claim.high > claim.low or _may_be_more(claim) for claim in claims):
        yield _("so many"), lambda x, y: sheet.box((x - 0.05, y - 0.06), 0.1, 0.12, facecolor="muted")
    outline = {"facecolor": "paper", "edgecolor": "muted", "linewidth": 1.2}
    if any(pd.isna(claim.low) or claim.high > claim.low for claim in claims):
        yield _("up to so many"), lambda x, y: sheet.box((x - 0.05, y - 0.06), 0.1, 0.12, **outline)
    if any(map(_may_be_more, claims)):
        yield _("or more"), lambda x, y: sheet.mark((x, y), "^", "muted", size=5)
    if len(claims) < len(figures):
        yield _("denied"), lambda x, y: sheet.mark((x, y), "x", "muted", size=6)
