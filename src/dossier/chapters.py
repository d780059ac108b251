"""The chapters of a book: which page stands where, under which number, and where the source of it lies."""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import yaml

from dossier.i18n import _
from dossier.investigation import PAGES, Chapter, Investigation

SUMMARY = Chapter("summary", file="index")


def chapters_of(investigation: Investigation) -> tuple[Chapter, ...]:
    """Return the summary and the chapters of *investigation*, each with its file; all pages if it names none.

    The place of a chapter is its number. A chapter of figures about one topic has the topic's label for a
    title, where it has no other.
    """
    asked = investigation.chapters or tuple(Chapter(page) for page in PAGES)
    labels = {topic.key: topic.label for topic in investigation.topics}
    titled = (replace(one, title=one.title or labels.get(one.topic, "")) for one in asked)
    return (SUMMARY, *(one if one.file else replace(one, file=_file(one)) for one in titled))


def _file(chapter: Chapter) -> str:
    return "_".join(filter(None, (f"notebooks/{chapter.page}", chapter.topic)))


def contents(investigation: Investigation) -> str:
    """Return _toc.yml, the list of chapters that Jupyter Book reads."""
    chapters = chapters_of(investigation)[1:]
    lines = (
        f"# {_('Made from `chapters` of investigation.yml by `dossier book`: change it there.')}",
        "format: jb-book",
        "root: index",
        "options:",
        "  numbered: false",
        "chapters:",
        *(f"  - file: {chapter.file}" for chapter in chapters),
    )
    return "\n".join(lines) + "\n"


def listed(toc: str) -> Iterator[str]:
    """Yield the names of the pages that *toc*, the text of a _toc.yml, lists, in order; its root first."""
    read = yaml.safe_load(toc)
    if isinstance(read, dict):
        yield str(read.get("root", "index"))
        yield from _files(read)


def _files(entry: dict[str, Any]) -> Iterator[str]:
    for key in ("parts", "chapters", "sections"):
        for child in entry.get(key) or ():
            if "file" in child:
                yield re.sub(r"\.(ipynb|md)$", "", str(child["file"]))
            yield from _files(child)
