"""A page's tree made ready for pandoc: nothing but words, structure, languages and calls of the template.

An element with ``data-typst="name"`` becomes the template's function *name* around its content; whatever is
not listed here loses its attributes, so that no page can reach the typesetting with anything but text.
"""

import math
import re
from itertools import zip_longest

from bs4 import Tag
from bs4.element import NavigableString

from dossier.pdf.once import MAKER
from dossier.pdf.pages import HEADINGS

_KEPT = {"id", "lang", "href", "src", "alt", "colspan", "rowspan", "data-typst", "data-ratio"}
_BLOCKS = ["p", "div", "ul", "ol", "dl", "table", "figure", "blockquote", "pre", "section", "details"]
_BLOCKS += HEADINGS
_LOSE_LANGUAGE = ["td", "th", "caption", "figcaption", "li", "dd", "dt"]
_LOSE_LANGUAGE += ["p", "q", "em", "strong", "a", "code", *HEADINGS]
_SHORT_CARD = 1000  # letters of a record that stays on one page
_SHORT_TABLE, _SHORT_TEXT = 70, 1200  # cells and letters of a table that stays on one page
_TALL_CELL = 900  # letters of a cell whose row may have to be broken

# Class or name of an element → function of the template.
FUNCTIONS = {
    "dz-badge": "badge",
    "dz-permalink": "record",
    "dz-record": "card",
    "dz-record__title": "title",
    "dz-record__disputes": "small",
    "dz-evidence__source": "evidence",
    "dz-grounds": "small",
    "dz-backlinks": "small",
    "dz-about": "small",
    "dz-reason": "small",
    "dz-lead": "lead",
    "dz-downloads": "files",
    "admonition": "note",
    **{f"dz-side-{number}": f"side-{number}" for number in range(8)},
    "blockquote": "quoted",
    "mark": "marked",
}


def shape(article: Tag) -> None:
    """Rework *article* in place."""
    break_long_words(article)
    name_functions(article)
    mark_languages(article)
    level_headings(article)
    for tag in article.find_all("summary"):
        tag.name = "p"
        _wrap_content(tag, "strong")
    for table in article.find_all("table"):
        fit(table)
    flatten(article)
    for tag in article.find_all(True):
        fixed = tag.name == "col"
        tag.attrs = {name: value for name, value in tag.attrs.items() if name in _KEPT or fixed}


def break_long_words(article: Tag) -> None:
    """Let words that are too long for a line be broken."""
    for text in article.find_all(string=re.compile(rf"\S{{{LONGEST_WORD},}}")):
        pieces = re.sub(rf"(\S{{{LONGEST_WORD}}})(?=\S)", "\\1\u200b", str(text))
        text.replace_with(NavigableString(pieces))


def name_functions(article: Tag) -> None:
    """Name the template's function for each element that has one; put a record's id beside its title."""
    for foot in article.select(".dz-record__foot"):
        if title := foot.parent and foot.parent.select_one(":not(.dz-record--finding) > .dz-record__title"):
            for link in foot.select(".dz-permalink"):
                title.extend([" ", link.extract()])
        foot.decompose()
    for tag in article.select(":is(h2, h3) + p:has(+ .cell)"):
        tag["data-typst"] = "intro"
    for tag in article.find_all(True):
        if not (name := function_of(tag)):
            continue
        if tag.name == "li" or (tag.name == "p" and name == "small"):
            _wrap_content(tag, "div" if tag.name == "li" else "span")["data-typst"] = name
        elif tag.name in ("ul", "ol", "dl", "table"):
            tag.wrap(MAKER.new_tag("div"))["data-typst"] = name
        else:
            tag["data-typst"] = name


def function_of(tag: Tag) -> str:
    """Return the name of the template's function for *tag*, or an empty string."""
    parent = tag.parent
    if parent and tag.name == "footer" and parent.name == "blockquote":
        return "source"
    if parent and tag.name == "li" and "dz-sentences" in parent.get_attribute_list("class"):
        return "together"
    names = (*tag.get_attribute_list("class"), tag.name)
    function = next((FUNCTIONS[name] for name in names if name in FUNCTIONS), "")
    return "short-card" if function == "card" and len(tag.get_text()) < _SHORT_CARD else function


def mark_languages(article: Tag) -> None:
    """Put the language of an element around its content, where pandoc keeps it."""
    for tag in article.find_all(_LOSE_LANGUAGE, lang=True):
        _wrap_content(tag, "div" if tag.find(_BLOCKS) else "span")["lang"] = str(tag["lang"])
    for footer in article.select("blockquote > footer"):
        if words := footer.find_previous_sibling("p"):
            footer.name = "span"
            words.append(footer.extract())
    for tag in article.select("blockquote, p[data-typst]"):
        tag.name = "div"
    for tag in article.select(".citation"):
        for paragraph in tag.find_all("p"):
            paragraph.unwrap()
        tag.name = "p"


def _wrap_content(tag: Tag, name: str) -> Tag:
    wrapper = MAKER.new_tag(name)
    wrapper.extend(list(tag.contents))
    tag.append(wrapper)
    return wrapper


def level_headings(article: Tag) -> None:
    """Let no heading be more than one level below the one before; the first is of level 1."""
    depth = 0
    for heading in article.find_all(HEADINGS):
        depth = min(int(heading.name[1]), depth + 1)
        heading.name = f"h{depth}"


def flatten(article: Tag) -> None:
    """Unwrap every container that carries neither a language nor a function, so that pages may turn in it."""
    for tag in article.find_all(
        ["div", "section", "article", "details", "header", "footer", "main", "aside"]
    ):
        if tag.get("data-typst") or tag.get("lang"):
            tag.name = "div"
        elif tag.find_parent(["td", "th", "li", "caption", "figcaption"]) or tag.find(_BLOCKS):
            tag.unwrap()
        else:
            tag.name = "p"
    for tag in article.find_all("p"):
        if not tag.get_text(strip=True) and not tag.find(["img", "span"]):
            tag.decompose()


def fit(table: Tag) -> None:
    """Give the columns of *table* widths by what stands in them, and turn the page for a table too wide."""
    rows = [row.find_all(["td", "th"], recursive=False) for row in table.find_all("tr")]
    count = max((len(row) for row in rows), default=0)
    if not count or any(cell.get("colspan") for row in rows for cell in row):
        return
    columns = [
        [" ".join(row[number].get_text(" ").split()) for row in rows if number < len(row)]
        for number in range(count)
    ]
    widths, turned = column_widths(columns)
    for old in table.find_all("colgroup"):
        old.decompose()
    group = MAKER.new_tag("colgroup")
    for width in widths:
        group.append(MAKER.new_tag("col", style=f"width: {width:.2f}%"))
    caption = table.find("caption")
    (caption.insert_after if caption else lambda tag: table.insert(0, tag))(group)
    tall = max(len(text) for column in columns for text in column) > _TALL_CELL
    letters = sum(len(text) for column in columns for text in column)
    short = count * len(rows) <= _SHORT_TABLE and letters <= _SHORT_TEXT
    kept = "together" if short else "" if tall else "spaced"
    if (kept := "turned" if turned else kept) and not table.find_parent(["td", "li"]):
        before = table.find_previous([*_TITLED, *_TOLD])
        box = table.wrap(MAKER.new_tag("div"))
        box["data-typst"] = kept
        if turned and before and before.name in _TITLED:  # it would be left alone on the page before
            box.insert(0, before.extract())


_TITLED = ["h2", "h3", "h4"]  # headings that stand with what follows them
_TOLD = ["h1", "p", "table", "figure", "ul", "ol", "pre"]
LETTER, PLAIN = 4.3, 3.7  # points, mean width of a letter at the size of tables, in bold and plain
PADDING = 9.0  # points beside the words of a cell
SHORT = 17  # letters that stay on one line where there is room: a date, a name
STEP, MEASURED = 6.0, 200  # points by which a column is widened, and rows by which
LONGEST_WORD = 40  # letters; longer ones may be broken anywhere
PORTRAIT, LANDSCAPE = 482.0, 729.0  # points between the margins of A4


def column_widths(columns: list[list[str]]) -> tuple[list[float], bool]:
    """Return the share of each column in per cent, and whether the page has to be turned.

    A column is never narrower than its longest word; short entries stay on one line where there is room; what
    is left goes where it makes the rows shorter, then to the columns with the longest texts.
    """
    words = [
        max(LETTER * _longest_word(head), *(PLAIN * _longest_word(text) for text in ("", *cells))) + PADDING
        for head, *cells in columns
    ]
    wished = [max(pair) for pair in zip(words, map(_wish, columns), strict=True)]
    turned = sum(words) > PORTRAIT or (len(columns) >= 6 and sum(wished) > 2.5 * PORTRAIT)
    room = LANDSCAPE if turned else PORTRAIT
    widths = _shorten_rows(_keep_lines_whole(words, columns, room), columns, room)
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


def _shorten_rows(widths: list[float], columns: list[list[str]], room: float) -> list[float]:
    """Widen step by step the column whose widening takes most lines from the rows, while one does."""
    rows = list(zip_longest(*(column[:MEASURED] for column in columns), fillvalue=""))

    def lines(wider: int) -> float:
        inner = [width - PADDING + STEP * (place == wider) for place, width in enumerate(widths)]
        cells = ([PLAIN * len(text) / own for text, own in zip(row, inner, strict=True)] for row in rows)
        return sum(max(1.0, *row) for row in cells)

    widths, before = list(widths), lines(-1)
    while sum(widths) + STEP <= room:
        left, column = min((lines(column), column) for column in range(len(columns)))
        if left >= before:
            break
        widths[column], before = widths[column] + STEP, left
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
