"""Elements of HTML, and their two other forms: LaTeX, plain text; templates that make them.

Everything that a notebook shows is built by `el` and `render` here, and strings are escaped on the way in and
nowhere else, so that no word of an article can become markup, a directive or a command.
"""

import functools
import os
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from html import escape, unescape
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from dossier.i18n import IN_TEMPLATES
from dossier.style import TEMPLATES
from dossier.visible import on_page

SCREEN = "DOSSIER_SCREEN"  # in the environment of a notebook that no LaTeX will print
Element = Markup
Node = str  # words, which are escaped where they come to stand in an element; or an element
VOID = frozenset({"br", "hr", "img", "link"})
_LATEX = {char: f"\\{char}" for char in "{}$&#_%"} | {
    "\\": r"\textbackslash{}",
    "^": r"\textasciicircum{}",
    "~": r"\textasciitilde{}",
    "<": r"\textless{}",
    ">": r"\textgreater{}",
    "|": r"\textbar{}",
    "`": r"\textasciigrave{}",
    '"': r"\textquotedbl{}",
    "\u00a0": "~",
    "\u202f": r"\,",
    "[": "{[}",
    "]": "{]}",
}
_FRAMES = {
    "strong": (r"\textbf{", "}"),
    "em": (r"\emph{", "}"),
    "mark": (r"\emph{", "}"),
    "q": ("“", "”"),
    "code": (r"\texttt{", "}"),
    "summary": (r"\textbf{", "}: "),
    "li": (r"\item ", "\n"),
    "ul": ("\n\\begin{itemize}\n", "\n\\end{itemize}\n"),
    "ol": ("\n\\begin{enumerate}\n", "\n\\end{enumerate}\n"),
}
_PARAGRAPHS = (
    *("p", "h2", "h3", "h4", "div", "section", "article", "figure"),
    *("figcaption", "footer", "blockquote", "dl", "pre"),
)
_BREAKS = re.compile(rf"</(?:{'|'.join(_PARAGRAPHS)}|tr|li|caption)>")


def to_html(node: Node) -> Element:
    """Return *node* as HTML: words as a page may hold them; an element stays as it is."""
    return node if isinstance(node, Markup) else Markup(escape(on_page(node), quote=False))


def el(tag: str, *children: Node | Iterable[Node] | None, **attributes: str | bool | None) -> Element:
    """Return an element; ``class_`` is class, ``data_sort`` data-sort; None vanishes."""
    told = "".join(
        f' {name.rstrip("_").replace("_", "-")}="{"" if value is True else escape(on_page(value))}"'
        for name, value in attributes.items()
        if value is not None and value is not False
    )
    within = _shown([child for child in children if child is not None])
    return Markup(f"<{tag}{told}>" if tag in VOID else f"<{tag}{told}>{within}</{tag}>")


def quoted_css(words: str) -> str:
    """Return *words* as a string of CSS: cards on a phone say with it what stands in a cell."""
    return '"' + re.sub(r"[^\w .,:()%–-]", lambda found: f"\\{ord(found[0]):x} ", words) + '"'


def to_text(node: Node) -> str:
    """Return *node* as plain text."""
    lines = _BREAKS.sub("\n", to_html(node)).replace("</th>", " ").replace("</td>", " ")
    return unescape(re.sub(r"<svg\b.*?</svg>|<[^>]+>", "", lines, flags=re.DOTALL)).replace("\u00a0", " ")


def to_latex(node: Node) -> str:
    """Return *node* as LaTeX, every string in it escaped; links become their words, folded parts vanish."""
    from bs4 import BeautifulSoup  # noqa: PLC0415 (only a book in LaTeX needs it)

    return "".join(map(_latex, BeautifulSoup(to_html(node), "html.parser").children))


def _latex(node: Any) -> str:
    if isinstance(node, str):
        told = (char for char in node if char.isprintable() or char in "\n \u00a0\u202f")
        return "".join(_LATEX.get(char, char) for char in told)
    if node.name in ("details", "svg"):
        return ""
    if node.name == "table":
        return _latex_table(node)
    inner = "".join(map(_latex, node.children)).strip("\n")
    before, after = _FRAMES.get(node.name, ("\n", "\n\n") if node.name in _PARAGRAPHS else ("", ""))
    return f"{before}{inner}{after}" if inner else ""


def _latex_table(table: Any) -> str:
    cells = (row.find_all(True, recursive=False) for row in table.find_all("tr"))
    rows = [[" ".join(_latex(cell).split()) for cell in row] for row in cells]
    if not rows:
        return ""
    count = len(rows[0])
    longest = [max(len(row[place]) for row in rows if place < len(row)) for place in range(count)]
    weights = [max(8, min(length, 120)) ** 0.5 for length in longest]
    columns = "".join(
        f">{{\\raggedright\\arraybackslash}}p{{{0.94 * weight / sum(weights):.3f}\\linewidth}}"
        for weight in weights
    )
    caption = " ".join(_latex(part).strip() for part in table.find_all("caption"))
    head, *body = [" & ".join(row) + r" \\" for row in rows]
    return "\n".join(
        (
            rf"{{\footnotesize\setlength{{\tabcolsep}}{{3pt}}\begin{{longtable}}{{{columns}}}",
            rf"\multicolumn{{{count}}}{{p{{0.94\linewidth}}}}{{{caption}}} \\ \hline",
            head + r" \hline \endhead",
            *body,
            "\\hline\\end{longtable}}\n",
        )
    )


@dataclass(frozen=True, slots=True)
class Block:
    """What a notebook cell shows, in every form a book may want."""

    node: Element
    pdf: Callable[[], bytes] | None = None  # draws a figure in the form that LaTeX includes

    def _repr_mimebundle_(self, include: Any = None, exclude: Any = None) -> dict[str, Any]:
        forms: dict[str, Any] = {
            "text/html": str(self.node),
            "text/plain": to_text(self.node).strip()[:2000],
        }
        if SCREEN not in os.environ:
            latex = {"text/latex": to_latex(self.node)} if self.pdf is None else {}
            forms |= {"application/pdf": self.pdf()} if self.pdf else latex
        return forms


@dataclass(frozen=True, slots=True)
class Markdown:
    """Markdown made of nothing but citation keys: the one way to a real {cite}."""

    text: str

    def _repr_mimebundle_(self, include: Any = None, exclude: Any = None) -> dict[str, Any]:
        return {"text/markdown": self.text, "text/plain": self.text}


class _Loader(FileSystemLoader):
    """Templates by name; a line's end and the indent after it are for the eye alone."""

    def get_source(self, environment: Environment, template: str) -> tuple[str, str, Any]:
        source, path, fresh = super().get_source(environment, f"{template}.html")
        return "".join(map(str.strip, source.splitlines())), path, fresh


def _shown(value: Any) -> Any:
    """Return *value* as an element or a template has it: None as nothing, nodes in a row, text as a page."""
    if isinstance(value, list | tuple | Iterator):
        return Markup("").join(to_html(one) if isinstance(one, str) else _shown(one) for one in value)
    return "" if value is None else on_page(value) if type(value) is str else value


@functools.cache
def _environment() -> Environment:
    made = Environment(loader=_Loader(TEMPLATES), autoescape=True, undefined=StrictUndefined, finalize=_shown)
    made.globals.update(IN_TEMPLATES)
    return made


def render(name: str, /, **values: Any) -> Element:
    """Return the one element of template *name* with *values*: texts, elements, or lists of both.

    Raises:
        jinja2.TemplateError: the template is missing, spoiled, or asks for a value that is not given.
    """
    return Markup(_environment().get_template(name).render(values))
