"""A page of the book as a notebook, made from its text."""

import json
import re
from collections.abc import Callable, Iterator
from importlib import resources
from typing import Any

from dossier.i18n import _
from dossier.investigation import Chapter

_CELL = re.compile(r"^```\{code-cell\}(?P<tags>[^\n]*)\n(?P<code>.*?)^```$", re.MULTILINE | re.DOTALL)
_MYST = "myst"  # the one word after code-cell that is no tag: its output is Markdown


def template(name: str) -> str:
    """Return the file *name* of the scaffold.

    Raises:
        FileNotFoundError: no file has that name.
    """
    return resources.files(__package__).joinpath("files", name).read_text(encoding="utf-8")


def page_text(name: str) -> str:
    """Return the text *name* of the scaffold in the language of the report.

    Raises:
        FileNotFoundError: no file has that name.
    """
    return translate(template(name)) if name.endswith(".md") else template(name)


def build_notebook(chapter: Chapter) -> str:
    """Return the notebook of *chapter*, which shows a page of the program, as the text of an .ipynb file."""
    topic = f', "{chapter.topic}"' if chapter.topic else ""
    text = page_text(f"pages/{chapter.page}.md").replace("$topic", topic)
    cells: list[dict[str, Any]] = []
    end = 0
    for match in _CELL.finditer(text):
        cells += _markdown(text[end : match.start()])
        cells.append(_code(match["code"], match["tags"].split()))
        end = match.end()
    cells += _markdown(text[end:])
    for number, cell in enumerate(cells, 1):
        cell["id"] = f"{chapter.page.replace('_', '-')}-{number:02}"
    made = {
        "cells": cells,
        "metadata": {
            "kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"},
            "language_info": {"name": "python"},
        },
        "nbformat": 4,
        "nbformat_minor": 5,
    }
    return json.dumps(made, ensure_ascii=False, indent=1) + "\n"


def _markdown(text: str) -> list[dict[str, Any]]:
    words = text.strip("\n")
    return (
        [{"cell_type": "markdown", "metadata": {}, "source": words.splitlines(keepends=True)}]
        if words
        else []
    )


def _code(code: str, words: list[str]) -> dict[str, Any]:
    tags = [word for word in words if word != _MYST]
    metadata: dict[str, Any] = {"mystnb": {"markdown_format": "myst"}} if _MYST in words else {}
    return {
        "cell_type": "code",
        "execution_count": None,
        "metadata": metadata | ({"tags": tags} if tags else {}),
        "outputs": [],
        "source": code.rstrip("\n").splitlines(keepends=True),
    }


_LITERAL = re.compile(r"^(?P<fence>```|---)[^\n]*\n.*?^(?P=fence)$\n?", re.MULTILINE | re.DOTALL)
_CAPTION = re.compile(r'(?<=caption=")[^"]+(?=")|(?<=alt=")[^"]+(?=")')
_LINE = re.compile(r"(?m)^(?P<mark>#+ |- )?(?P<words>(?!.*\$)[^\s#].*)$")


def translate(page: str) -> str:
    """Return the text *page* of the scaffold in the language of the report."""
    return _replaced(page, _)


def messages(page: str) -> Iterator[str]:
    """Yield what is to be translated of *page*, in its order."""
    found: dict[str, None] = {}
    _replaced(page, lambda message: str(found.setdefault(message) or message))
    yield from found


def _replaced(page: str, say: Callable[[str], str]) -> str:
    made, end = [], 0
    for literal in _LITERAL.finditer(page):
        made.append(_prose(page[end : literal.start()], say))
        made.append(_CAPTION.sub(lambda caption: say(caption.group()), literal.group()))
        end = literal.end()
    return "".join((*made, _prose(page[end:], say)))


def _prose(text: str, say: Callable[[str], str]) -> str:
    return _LINE.sub(lambda line: f"{line['mark'] or ''}{say(line['words'])}", text)
