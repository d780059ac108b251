"""Whose words fill the coverage: verbatim and paraphrased, by side."""

from collections import Counter, defaultdict
from dataclasses import dataclass

import pandas as pd

from dossier.blocks import gathered
from dossier.charts.form import Form, side_name
from dossier.charts.sheet import NO_SIDE, Draw, Sheet, mark_side, side_names, side_number, write_key
from dossier.charts.svg import Drawing, styled
from dossier.frames import BETWEEN, rows_of
from dossier.i18n import N_, _, capital, listed, ngettext, number, percent
from dossier.words import TITLES

ROWS = 12  # of the most quoted; the table has all
NOTHING = N_("Nobody is quoted.")
_NAMES, _BAR = 0.36, 0.15  # share of the width; height in inches
_HATCH = "//////"  # of what is paraphrased, so that it stands apart in grey


@dataclass(frozen=True, slots=True)
class Voice:
    """A speaker: name, number of the side, words between quotation marks, words in paraphrase."""

    name: str
    side: int
    verbatim: int
    paraphrase: int

    @property
    def words(self) -> int:
        """All words."""
        return self.verbatim + self.paraphrase


def find_voices(frame: pd.DataFrame) -> list[Voice]:
    """Return the speakers of *frame*, those with most words first; each passage of an article counts once."""
    names, voices = side_names(frame), list[Voice]()
    words, sides = Counter[tuple[str, bool]](), defaultdict[str, set[int]](set)
    spoken = frame[frame["category"] != "document"] if "category" in frame else frame
    spoken = spoken[~spoken["section"].isin(TITLES)] if "section" in spoken else spoken
    spoken = spoken[spoken["speaker"] != ""]  # the nameless may be any of the others
    for row in rows_of(spoken.drop_duplicates(["speaker", "article_id", "start"])):
        words[row.speaker, row.kind == "indirect"] += row.words
        words[row.speaker, True] += row.around
        sides[row.speaker].add(side_number(names, getattr(row, "side", "")))
    for speaker, found in sides.items():
        number = next(iter(found)) if len(found) == 1 else 0
        said = words[speaker, False], words[speaker, True]
        voices.append(Voice(listed(speaker.split(BETWEEN)), number, *said))
    return sorted(voices, key=lambda voice: (-voice.words, voice.name))


def group_voices(frame: pd.DataFrame, limit: int = ROWS) -> list[tuple[int, list[Voice]]]:
    """Return the speakers by side, the side with most words first; the rest of each as one row."""
    voices = find_voices(frame)
    sides = gathered((voice.side, voice) for voice in voices[:limit])
    for side, rest in gathered((voice.side, voice) for voice in voices[limit:]).items():
        sums = sum(v.verbatim for v in rest), sum(v.paraphrase for v in rest)
        told = ngettext("{n} other", "{n} others", len(rest)) if len(rest) > 1 else rest[0].name
        sides.setdefault(side, []).append(Voice(told, side, *sums))
    return sorted(sides.items(), key=lambda item: (item[0] == 0, -sum(v.words for v in item[1])))


def describe_voices(frame: pd.DataFrame) -> str:
    """Return the alternative text: who is quoted most, and how much of it verbatim."""
    voices = find_voices(frame)
    if not voices:
        return _(NOTHING)
    total = sum(voice.words for voice in voices) or 1
    verbatim = sum(voice.verbatim for voice in voices)
    shared = {"words": number(total), "share": percent(verbatim / total)}
    told = [
        ngettext(
            "{n} speaker: {words} words, {share} of them verbatim.",
            "{n} speakers: {words} words, {share} of them verbatim.",
            len(voices),
            **shared,
        )
    ]
    most = _("; ").join(
        ngettext(
            "{speaker}, {n:d} word ({share}), of which {verbatim} verbatim",
            "{speaker}, {n:d} words ({share}), of which {verbatim} verbatim",
            voice.words,
            speaker=capital(voice.name),
            share=percent(voice.words / total),
            verbatim=number(voice.verbatim),
        )
        for voice in voices[:3]
    )
    return " ".join([*map(capital, told), _("Most words: {speakers}.", speakers=most)])


@styled
def plot_voices(frame: pd.DataFrame, *, form: Form, limit: int = ROWS) -> Drawing:
    """Draw a bar for each speaker of *frame*, below its side: words verbatim, then words in paraphrase."""
    sheet, names, groups = Sheet(form), side_names(frame), group_voices(frame, limit)
    most = max((voice.words for _, voices in groups for voice in voices), default=1)
    for side, voices in groups:
        if any(number for number, _ in groups):
            _write_side(sheet, side, names[side - 1] if side else _(NO_SIDE))
        for voice in voices:
            _draw_voice(sheet, voice, most)
        sheet.y += sheet.line * 0.5
    if groups:
        write_key(sheet, [(_("verbatim"), _sample(sheet, False)), (_("paraphrase"), _sample(sheet, True))])
    return sheet.close(describe_voices(frame), empty=not groups)


def _write_side(sheet: Sheet, side: int, name: str) -> None:
    mark_side(sheet, (sheet.left + 0.07, sheet.y + sheet.line / 2), side)
    short = sheet.cut(name, sheet.right - sheet.left - 0.3, bold=True)
    sheet.write((sheet.left + 0.18, sheet.y), short, bold=True, colour=side_name(side))
    sheet.y += sheet.line + 0.03


def _draw_voice(sheet: Sheet, voice: Voice, most: int) -> None:
    left = sheet.left if sheet.form.stacked else sheet.form.width * _NAMES
    if sheet.form.stacked:
        lines = sheet.wrap(capital(voice.name), sheet.right - sheet.left, 2)
        sheet.y = sheet.paragraph((sheet.left, sheet.y), lines)
    else:
        lines = sheet.wrap(capital(voice.name), left - sheet.left - 0.1, 2)
        sheet.paragraph((sheet.left, sheet.y), lines)
    told = number(voice.words)
    scale = (sheet.right - left - sheet.width(number(most)) - 0.1) / max(most, 1)
    x, y = left, sheet.y + sheet.line / 2
    for words, paraphrase in ((voice.verbatim, False), (voice.paraphrase, True)):
        if words:
            _bar(sheet, (x, y), words * scale, side_name(voice.side), paraphrase=paraphrase)
            x += words * scale
    sheet.write((x + 0.06, sheet.y), told, small=True)
    sheet.y += sheet.line * (1 if sheet.form.stacked else len(lines)) + 0.07


def _sample(sheet: Sheet, paraphrase: bool) -> Draw:
    return lambda x, y: _bar(sheet, (x - 0.06, y), 0.12, "muted", paraphrase=paraphrase)


def _bar(sheet: Sheet, start: tuple[float, float], width: float, colour: str, *, paraphrase: bool) -> None:
    look = {"facecolor": "paper" if paraphrase else colour, "edgecolor": colour, "linewidth": 0.9}
    corner = (start[0], start[1] - _BAR / 2)
    sheet.box(corner, width, _BAR, hatch=_HATCH if paraphrase else None, zorder=2, **look)
