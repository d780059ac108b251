"""What pages show, from the Jinja templates in style/templates, every value escaped."""

import functools
from html.parser import HTMLParser
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from dossier.display.elements import VOID, Element, Node
from dossier.i18n import IN_TEMPLATES
from dossier.style import TEMPLATES
from dossier.visible import on_page


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
