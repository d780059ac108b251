"""The arguments that several commands share, checked before any work begins."""

from __future__ import annotations

import argparse
import re
from pathlib import Path

from dossier.cli.terminal import UsageError
from dossier.corpus import list_files
from dossier.i18n import languages
from dossier.investigation import Investigation, InvestigationError, load_investigation
from dossier.report import find_root
from dossier.review import Decision, load_decisions
from dossier.scaffold import write_edition
from dossier.storage import place_of


def add_project(parser: argparse.ArgumentParser) -> None:
    """Let the command take the folder of a project."""
    parser.add_argument(
        "root", type=Path, nargs="?", metavar="PROJECT", help="default: this folder or one above"
    )


def add_language(parser: argparse.ArgumentParser) -> None:
    """Let the command take the language of the report."""
    parser.add_argument(
        "--language",
        choices=languages(),
        help="of the report, if not that of investigation.yml: the same book is built in _build/LANGUAGE, "
        "with titles and labels from locale/LANGUAGE.po beside investigation.yml",
    )


def open_edition(options: argparse.Namespace) -> Path:
    """Return the project that is named, or that is made of it in the language that is named."""
    root = find_root(options.root)
    return write_edition(root, options.language) if options.language else root


def add_seeds(parser: argparse.ArgumentParser, *, project: bool = False) -> None:
    """Add the folder of articles, or else of a *project*, and the investigation file to *parser*."""
    seeds = parser.add_argument(
        "seeds",
        type=place,
        metavar="SEEDS",
        help="folder of articles, one *.txt each, or an address of fsspec",
    )
    if project:
        seeds.nargs, seeds.default = "?", "."
        seeds.help = f"{seeds.help}; or a project (default: this folder)"
    parser.add_argument(
        "--investigation",
        type=Path,
        metavar="FILE",
        help="what the investigation asks; without it topics and types are generic",
    )
    parser.add_argument(
        "--decisions",
        type=Path,
        metavar="FILE",
        help="rulings of the analyst; default: review/decisions.yml beside the investigation file",
    )
    parser.add_argument("--jobs", type=positive, metavar="N", help="worker processes (default: as it pays)")


def positive(text: str) -> int:
    """Return *text* as a whole number above zero."""
    if not text.isdecimal() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"{text!r} is not a whole number above zero")
    return int(text)


def place(text: str) -> Path:
    """Return the folder or address that *text* names."""
    try:
        return place_of(text)
    except ImportError as error:
        raise argparse.ArgumentTypeError(f"for {text!r} a package is missing: {error}") from None
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"{text!r} is no address: {error}") from None


def scheduler(text: str) -> str:
    """Return *text* as the address of a Dask scheduler."""
    if not re.fullmatch(r"(tcp|tls|ws|wss|ucx)://[^\s/]+:\d+/?", text):
        raise argparse.ArgumentTypeError(
            f"{text!r} is no address of a scheduler, such as tcp://localhost:8786"
        )
    return text


def open_seeds(folder: Path) -> Path:
    """Return *folder* if it is one and holds something to read."""
    try:
        list_files(folder)
    except NotADirectoryError as error:
        raise UsageError(str(error)) from None
    return folder


def open_decisions(options: argparse.Namespace, asked: Investigation) -> tuple[Decision, ...]:
    """Return the analyst's decisions for *asked*: those named, else those beside the investigation file."""
    if options.decisions and not options.decisions.is_file():
        raise UsageError(f"{options.decisions} is not a file: name the file of the analyst's decisions")
    beside = options.investigation.parent / "review" / "decisions.yml" if options.investigation else None
    path = options.decisions or beside
    return load_decisions(path, asked) if path else ()


def open_investigation(path: Path | None) -> Investigation:
    """Return the investigation that *path* describes, or one that asks nothing in particular."""
    if path is None:
        return Investigation()
    try:
        return load_investigation(path)
    except InvestigationError as error:
        raise UsageError("; ".join(error.mistakes)) from None
