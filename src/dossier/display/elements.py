"""A small tree of elements and its three forms: HTML, LaTeX, plain text; templates that make it.

Everything that a notebook shows is built from `Element` here, and strings are escaped on the way out and
nowhere else, so that no word of an article can become markup, a directive or a command.
"""

import functools
import os
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from html import escape
from html.parser import HTMLParser
from typing import Any, Union

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from dossier.i18n import IN_TEMPLATES
from dossier.style import TEMPLATES
from dossier.visible import on_page

SCREEN = "DOSSIER_SCREEN"  # in the environment of a notebook whose figures no LaTeX will print
Node = Union[str, "Element", "Raw"]

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
_PARAGRAPHS = {
    *("p", "h2", "h3", "h4", "div", "section", "article", "figure"),
    *("figcaption", "footer", "blockquote", "dl", "pre"),
}


@dataclass(frozen=True, slots=True)
class Raw:
    """Markup made by a library, never from an article: a figure's SVG. It has no LaTeX or text form."""

    html: str


@dataclass(frozen=True, slots=True)
class Element:
    """A tag with attributes and children; built by `el`."""

    tag: str
    attributes: tuple[tuple[str, str], ...] = ()
    children: tuple[Node, ...] = field(default=())

    def __html__(self) -> str:
        """Return the element as a template prints it."""
        return to_html(self)


def el(tag: str, *children: Node | Iterable[Node] | None, **attributes: str | bool | None) -> Element:
    """Return an element; ``class_`` is class, ``data_sort`` data-sort; None vanishes."""
    flat: list[Node] = []
    for child in children:
        if isinstance(child, (str, Element, Raw)):
            flat.append(child)
        elif child is not None:
            flat.extend(child)
    pairs = tuple(
        (name.rstrip("_").replace("_", "-"), "" if value is True else str(value))
        for name, value in attributes.items()
        if value is not None and value is not False
    )
    return Element(tag, pairs, tuple(flat))


def to_html(node: Node) -> str:
    """Return *node* as HTML, every string in it escaped."""
    if isinstance(node, Raw):
        return node.html
    if isinstance(node, str):
        return escape(on_page(node), quote=False)
    attributes = "".join(f' {name}="{escape(on_page(value))}"' for name, value in node.attributes)
    if node.tag in VOID:
        return f"<{node.tag}{attributes}>"
    return f"<{node.tag}{attributes}>{''.join(map(to_html, node.children))}</{node.tag}>"


def quoted_css(words: str) -> str:
    """Return *words* as a string of CSS: cards on a phone say with it what stands in a cell."""
    return '"' + re.sub(r"[^\w .,:()%–-]", lambda found: f"\\{ord(found[0]):x} ", words) + '"'


def to_text(node: Node) -> str:
    """Return *node* as plain text."""
    if isinstance(node, Raw):
        return ""
    if isinstance(node, str):
        return node
    text = "".join(map(to_text, node.children))
    return (
        text + "\n"
        if node.tag in _PARAGRAPHS | {"tr", "li", "caption"}
        else text + " " * (node.tag in "thtd")
    )


def to_latex(node: Node) -> str:
    """Return *node* as LaTeX, every string in it escaped; links become their words, folded parts vanish."""
    if isinstance(node, str):
        told = (
            _LATEX.get(char, char)
            for char in on_page(node)
            if char.isprintable() or char in "\n \u00a0\u202f"
        )
        return "".join(told)
    if isinstance(node, Raw) or node.tag == "details":
        return ""
    if node.tag == "table":
        return _latex_table(node)
    inner = "".join(map(to_latex, node.children)).strip("\n")
    before, after = _FRAMES.get(node.tag, ("\n", "\n\n") if node.tag in _PARAGRAPHS else ("", ""))
    return f"{before}{inner}{after}" if inner else ""


def _find(node: Node, tag: str) -> list[Element]:
    if not isinstance(node, Element):
        return []
    if node.tag == tag:
        return [node]
    return [found for child in node.children for found in _find(child, tag)]


def _latex_table(table: Element) -> str:
    rows = [
        [" ".join(to_latex(cell).split()) for cell in row.children if isinstance(cell, Element)]
        for row in _find(table, "tr")
    ]
    if not rows:
        return ""
    count = len(rows[0])
    longest = [max(len(row[place]) for row in rows if place < len(row)) for place in range(count)]
    weights = [max(8, min(length, 120)) ** 0.5 for length in longest]
    columns = "".join(
        f">{{\\raggedright\\arraybackslash}}p{{{0.94 * weight / sum(weights):.3f}\\linewidth}}"
        for weight in weights
    )
    caption = " ".join(to_latex(part).strip() for part in _find(table, "caption"))
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
    """What a notebook cell shows: one tree in every form a book may want."""

    node: Element
    pdf: Callable[[], bytes] | None = None  # draws a figure in the form that LaTeX includes

    def _repr_mimebundle_(self, include: Any = None, exclude: Any = None) -> dict[str, Any]:
        forms: dict[str, Any] = {
            "text/html": to_html(self.node),
            "text/plain": to_text(self.node).strip()[:2000],
        }
        if self.pdf is None:
            forms["text/latex"] = to_latex(self.node)
        elif SCREEN not in os.environ:
            forms["application/pdf"] = self.pdf()
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


class _Tree(HTMLParser):
    """The elements of a rendered template."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[tuple[str, tuple[tuple[str, str], ...], list[Node]]] = [("", (), [])]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.open.append((tag, tuple((name, value or "") for name, value in attrs), []))
        if tag in VOID:
            self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        name, attributes, children = self.open.pop()
        if name != tag:
            raise ValueError(f"</{tag}> closes <{name}>")
        self.open[-1][2].append(Element(name, attributes, tuple(children)))

    def handle_data(self, data: str) -> None:
        self.open[-1][2].append(data)


def _shown(value: Any) -> Any:
    """Return *value* as a template prints it: None as nothing, nodes in a row, text as a page may hold it."""
    if isinstance(value, list | tuple):
        return Markup("").join(map(_shown, value))
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
        ValueError: its elements are not nested, or are not one.
    """
    tree = _Tree()
    tree.feed(_environment().get_template(name).render(values))
    tree.close()
    (made,) = tree.open[-1][2]
    if not isinstance(made, Element) or len(tree.open) > 1:
        raise ValueError(f"{name}.html is not one element")
    return made
