"""What a book needs beside articles and investigation.yml, also for an edition in another language."""

import re
import shutil
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from dossier.chapters import chapters_of, contents, listed
from dossier.i18n import languages, using
from dossier.investigation import PAGES, Chapter, Investigation, load_investigation
from dossier.report import PARSED
from dossier.scaffold.notebooks import build_notebook, page_text
from dossier.storage import clear, own_folder, write_whole

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
                f"chapter {chapter.file} of investigation.yml has no file: "
                f"write {chapter.file}.ipynb or .md, or take the chapter out"
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
    """Return the source of the page *file*, if there is one."""
    return next((path for suffix in _SUFFIXES if (path := root / f"{file}{suffix}").is_file()), None)


def _refuse_strangers(root: Path, investigation: Investigation) -> None:
    """Raise where _toc.yml lists a page of one's own that investigation.yml does not name as a chapter."""
    known = {chapter.file for chapter in chapters_of(investigation)}
    for file in _listed(root):
        source = None if file in known else _source(root, file)
        if source and not set(PAGES).intersection(_OPENED.findall(source.read_text("utf-8"))):
            raise ChapterError(
                f"_toc.yml lists {file}, which is no chapter of investigation.yml: add the line "
                f"'- file: {file}' to its chapters{_all_of(investigation)}"
            )


def _all_of(investigation: Investigation) -> str:
    """Return what has to be said to one who has no list of chapters yet."""
    if investigation.chapters:
        return ""
    pages = ", ".join(f"- page: {chapter.page}" for chapter in map(Chapter, PAGES))
    return f" (after those that are there by default: {pages})"


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
