"""Column widths for paper, by what stands in the columns."""

import math
import re

LETTER, PLAIN = 4.3, 3.7  # points, mean width of a letter at the size of tables, in bold and plain
PADDING = 9.0  # points beside the words of a cell
SHORT = 17  # letters that stay on one line where there is room: a date, a name
LONGEST_WORD = 40  # letters; longer ones may be broken anywhere
PORTRAIT, LANDSCAPE = 482.0, 729.0  # points between the margins of A4


def column_widths(columns: list[list[str]]) -> tuple[list[float], bool]:
    """Return the share of each column in per cent, and whether the page has to be turned.

    A column is never narrower than its longest word; short entries stay on one line where there is room; what
    is left goes to the columns with the longest texts.
    """
    words = [LETTER * max(map(_longest_word, column)) + PADDING for column in columns]
    wished = [max(pair) for pair in zip(words, map(_wish, columns), strict=True)]
    turned = sum(words) > PORTRAIT or (len(columns) >= 6 and sum(wished) > 2.2 * PORTRAIT)
    room = LANDSCAPE if turned else PORTRAIT
    widths = _keep_lines_whole(words, columns, room)
    hunger = [max(0.0, wish - width) for wish, width in zip(wished, widths, strict=True)]
    spare, total = max(0.0, room - sum(widths)), sum(hunger)
    if total:
        widths = [width + spare * part / total for width, part in zip(widths, hunger, strict=True)]
    return [100 * width / sum(widths) for width in widths], turned


def _keep_lines_whole(widths: list[float], columns: list[list[str]], room: float) -> list[float]:
    """Widen the columns of mostly short entries, the narrowest first, while an eighth of *room* is left."""
    usual = [sorted(map(len, column))[(len(column) - 1) * 9 // 10] for column in columns]
    whole = [PLAIN * length + PADDING for length in usual]
    widths = list(widths)
    for number in sorted(range(len(columns)), key=whole.__getitem__):
        longer = sum(widths) - widths[number] + whole[number]
        if usual[number] <= SHORT and longer <= room * 0.87:
            widths[number] = max(widths[number], whole[number])
    return widths


def _longest_word(text: str) -> int:
    """Return the letters of the longest piece that a line cannot break; only words of letters hyphenate."""
    words = re.split(r"[\s\u00ad\u200b-]+", text)
    return max((min(len(word), 14 if word.isalpha() else LONGEST_WORD) for word in words), default=1)


def _wish(column: list[str]) -> float:
    """Return the width in points at which the longest cell takes some four lines, a long list more."""
    longest = max(len(text) for text in column)
    mean = sum(len(text) for text in column) / len(column)
    wished = LETTER * min(longest, max(12.0, math.sqrt(longest * mean), longest / 4)) + PADDING
    return min(wished, PORTRAIT * 0.7)
