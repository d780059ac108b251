"""The arguments of the commands as values, checked before any work begins."""

import argparse
import re
from pathlib import Path

from dossier.cli.terminal import UsageError
from dossier.investigation import Investigation, load_investigation
from dossier.report import find_root
from dossier.review import Decision, load_decisions
from dossier.scaffold import write_edition
from dossier.storage import place_of


def open_edition(options: argparse.Namespace) -> Path:
    """Return the project that is named, or that is made of it in the language that is named."""
    root = find_root(options.root)
    return write_edition(root, options.language) if options.language else root


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


def open_decisions(options: argparse.Namespace, asked: Investigation) -> tuple[Decision, ...]:
    """Return the analyst's decisions for *asked*: those named, else those beside the investigation file."""
    if options.decisions and not options.decisions.is_file():
        raise UsageError(f"{options.decisions} is not a file: name the file of the analyst's decisions")
    beside = options.investigation.parent / "review" / "decisions.yml" if options.investigation else None
    path = options.decisions or beside
    return load_decisions(path, asked) if path else ()


def open_investigation(path: Path | None) -> Investigation:
    """Return the investigation that *path* describes, or one that asks nothing in particular."""
    return load_investigation(path) if path else Investigation()
