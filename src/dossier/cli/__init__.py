"""The commands of dossier, one module each: ``add`` describes a command, ``run`` does it.

Exit codes: 0 all is well, 1 something was refused, lost or failed, 2 the command cannot be run as given,
130 interrupted. Nothing heavy is imported before a command needs it.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from typing import Any

from dossier import __version__
from dossier.cli import add, analyse, book, check, evaluate, export, extract, keys, new, pdf, review, suggest
from dossier.cli.terminal import describe, say

COMMANDS = (new, add, suggest, book, pdf, check, review, keys, extract, export, evaluate, analyse)
EPILOG = """examples:
  dossier new flood article1.txt …         an investigation of its own, drafted from the articles
  dossier book flood                       its book
  dossier extract seeds --out package      the data package of a folder of articles
  dossier check seeds                      what was read, what was refused, and why
  dossier COMMAND --help                   more on one command
"""


class Intermixed(argparse.ArgumentParser):
    """A parser of one command that takes options also between its other arguments: ``new DIR --x FILE``."""

    _mixing = False

    def parse_known_args(self, args: Any = None, namespace: Any = None) -> Any:
        """Return the arguments and those that are not known, as `ArgumentParser` does."""
        if self._mixing:
            return super().parse_known_args(args, namespace)
        self._mixing = True
        try:
            return self.parse_known_intermixed_args(args, namespace)
        finally:
            self._mixing = False


def build_parser() -> argparse.ArgumentParser:
    """Return the parser of all commands."""
    parser = argparse.ArgumentParser(
        prog="dossier",
        description="Reads French news: dates, events, figures, quotations, and where sources disagree.",
        epilog=EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--version", action="version", version=f"dossier {__version__}")
    parser.add_argument("--debug", action="store_true", help="show the traceback of an unexpected error")
    commands = parser.add_subparsers(
        title="commands", metavar="COMMAND", required=True, parser_class=Intermixed
    )
    for module in COMMANDS:
        module.add(commands)
    return parser


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")
    if not (3, 11) <= sys.version_info[:2] <= (3, 13):
        say(
            f"dossier needs Python 3.11, 3.12 or 3.13, and this is {sys.version.split()[0]}: use one of those"
        )
        return 2
    try:
        try:
            return _run(build_parser().parse_args(arguments))
        finally:
            sys.stdout.flush()
    except KeyboardInterrupt:
        say("interrupted")
        return 130
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 141


def _run(options: argparse.Namespace) -> int:
    """Run the command of *options*; an error becomes one line and an exit code."""
    if options.debug:
        os.environ["DOSSIER_DEBUG"] = "1"
    try:
        code: int = options.run(options)
    except BrokenPipeError:
        raise
    except Exception as error:
        if options.debug:
            raise
        message, code = describe(error)
        say(message)
    return code
