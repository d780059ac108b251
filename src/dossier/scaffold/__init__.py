"""What a book needs beside articles and investigation.yml: configuration, chapters, notebooks."""

import json
import re
import shutil
from collections.abc import Callable, Iterator
from functools import partial
from importlib import resources
from pathlib import Path
from typing import Any

from dossier.chapters import chapters_of, contents, listed
from dossier.i18n import _, languages, using
from dossier.investigation import PAGES, Chapter, Investigation, load_investigation
from dossier.report import PARSED
from dossier.storage import clear, own_folder, write_whole

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
    if name.endswith(".md"):
        return translate(template(name))
    about = _("Made for Jupyter Book 1.x by dossier. The title of the book is that of investigation.yml.")
    return template(name).replace("$about", about)


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
    """Return the text *page* of the scaffold in the language of the report.

    A heading, a paragraph, an item of a list, the caption of a figure or table and its alternative text are
    one message each. Code, directives and front matter stay as they are.
    """
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


_IGNORED = "_build/\n"


_OPENED = re.compile(r"\.page\(\\?\"(\w+)\\?\"")
_SUFFIXES = (".ipynb", ".md")
COPIED = ("_config.yml", "index.md")


class ChapterError(ValueError):
    """The chapters and the files of a project do not fit; the message says what to write."""


def write_pages(root: Path, investigation: Investigation) -> list[Path]:
    """Write what the chapters of *investigation* need and *root* lacks; return the paths written.

    What is there is never touched, but for _toc.yml, which is made anew where it lists other chapters, and
    for a page that is as the program writes it in another language than that of the report.

    Raises:
        ChapterError: a page of one's own has no file, or _toc.yml lists one that is no chapter.
    """
    check_chapters(root, investigation)
    with using(investigation.language):
        written = list(_write_missing(root, investigation))
        toc = root / "_toc.yml"
        if not is_listed(root, investigation):
            write_whole(toc, contents(investigation).encode())
            written.append(toc)
    return written


def check_chapters(root: Path, investigation: Investigation) -> None:
    """Hold that the chapters of *investigation* and the files of *root* fit.

    Raises:
        ChapterError: a page of one's own has no file, or _toc.yml lists one that is no chapter.
    """
    for chapter in chapters_of(investigation)[1:]:
        if not chapter.page and not _source(root, chapter.file):
            raise ChapterError(
                _(
                    "chapter {file} of investigation.yml has no file: write {file}.ipynb or .md, or take the "
                    "chapter out",
                    file=chapter.file,
                )
            )
    if not is_listed(root, investigation):
        _refuse_strangers(root, investigation)


def _write_missing(root: Path, investigation: Investigation) -> Iterator[Path]:
    for name in COPIED:
        if _write_ours(root / name, partial(page_text, name)):
            yield root / name
    for chapter in chapters_of(investigation)[1:]:
        path = root / f"{chapter.file}.ipynb"
        ours = chapter.page and _source(root, chapter.file) in (None, path)
        if ours and _write_ours(path, partial(build_notebook, chapter)):
            yield path


def _write_ours(path: Path, text: Callable[[], str]) -> bool:
    """Write *text* in the language of the report unless somebody's own is at *path*; tell whether it was."""
    wanted = text()
    if path.is_file() and (there := path.read_text("utf-8")) != wanted:
        for language in languages():
            with using(language):
                if there == text():
                    path.unlink()
                    break
    return write_new(path, wanted)


def write_new(path: Path, text: str) -> bool:
    """Write *text* to *path* unless a file is there; return whether it was written."""
    if path.exists():
        return False
    path.parent.mkdir(parents=True, exist_ok=True)
    write_whole(path, text.encode())
    return True


def is_listed(root: Path, investigation: Investigation) -> bool:
    """Return whether _toc.yml lists the chapters of *investigation* in their order."""
    return _listed(root) == [chapter.file for chapter in chapters_of(investigation)[1:]]


def _listed(root: Path) -> list[str]:
    path = root / "_toc.yml"
    return list(listed(path.read_text("utf-8")))[1:] if path.is_file() else []


def _source(root: Path, file: str) -> Path | None:
    return next((path for suffix in _SUFFIXES if (path := root / f"{file}{suffix}").is_file()), None)


def _refuse_strangers(root: Path, investigation: Investigation) -> None:
    """Raise where _toc.yml lists a page of one's own that investigation.yml does not name as a chapter."""
    known = {chapter.file for chapter in chapters_of(investigation)}
    for file in _listed(root):
        source = None if file in known else _source(root, file)
        if source and not set(PAGES).intersection(_OPENED.findall(source.read_text("utf-8"))):
            raise ChapterError(
                _(
                    "_toc.yml lists {file}, which is no chapter of investigation.yml: add the line "
                    "'- file: {file}' to its chapters{after}",
                    file=file,
                    after=_all_of(investigation),
                )
            )


def _all_of(investigation: Investigation) -> str:
    """Return what has to be said to one who has no list of chapters yet."""
    if investigation.chapters:
        return ""
    pages = ", ".join(f"- page: {chapter.page}" for chapter in map(Chapter, PAGES))
    return _(" (after those that are there by default: {pages})", pages=pages)


def write_project(root: Path, investigation: str) -> list[Path]:
    """Write the project at *root* around the text of its investigation.yml; return the paths written.

    Raises:
        YamlError: *investigation* is not a valid one.
    """
    asked = root / "investigation.yml"
    written = [asked] if write_new(asked, investigation) else []
    made = load_investigation(asked)
    with using(made.language):
        readme = page_text("README.md")
    files = {
        root / "README.md": readme.replace("$title", made.title),
        root / ".gitignore": _IGNORED,
    }
    written += [path for path, text in files.items() if write_new(path, text)]
    return written + write_pages(root, made)


_LANGUAGE = re.compile(r"^language:.*$", re.MULTILINE)
_GOLD = Path("tests", "gold")
_FOLDERS = ("seeds", "review", "locale", "book", "notebooks")


def _folders(folder: str, names: list[str]) -> list[str]:
    return [name for name in names if Path(folder, name).is_dir()]


def write_edition(root: Path, language: str) -> Path:
    """Write the project at *root* in *language* below its _build folder; return the folder.

    Labels and titles are translated by locale/*language*.po beside investigation.yml; pages that are as the
    program writes them are written in the language; what somebody has changed stays in the words that it has.

    Raises:
        YamlError: investigation.yml is not valid.
    """
    asked = load_investigation(root / "investigation.yml")
    if asked.language == language:
        return root
    folder = own_folder(own_folder(root / "_build") / language)
    for name in (*_FOLDERS, *COPIED, "CITATION.cff", _GOLD):
        clear(folder / name)
        if (root / name).is_file():
            shutil.copyfile(root / name, folder / name)
        elif (root / name).is_dir():  # of the gold, what was checked by hand of these articles, not of others
            shutil.copytree(root / name, folder / name, ignore=_folders if name == _GOLD else None)
    if (root / PARSED).is_dir():
        shutil.copytree(root / PARSED, folder / PARSED, dirs_exist_ok=True)
    text = (root / "investigation.yml").read_text("utf-8")
    line = f"language: {language}"
    text = _LANGUAGE.sub(line, text) if _LANGUAGE.search(text) else f"{line}\n{text}"
    write_whole(folder / "investigation.yml", text.encode())
    return folder
