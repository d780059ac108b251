"""The commands of dossier: commands.yml describes them, and the function of the same name does each.

Exit codes: 0 all is well, 1 something was refused, lost or failed, 2 the command cannot be run as given,
130 interrupted. The module of a command is imported when it is asked for, and nothing heavy before.
"""

import argparse
import os
import sys
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path
from typing import Any

from dossier import __version__
from dossier.advice import hint
from dossier.cli.terminal import describe, language_of, place, positive, say, scheduler
from dossier.i18n import languages, using
from dossier.lexicons import load_data
from dossier.processes import seldom_collect
from dossier.review.looks import PAGES

_TYPES = {"path": Path, "place": place, "positive": positive, "scheduler": scheduler}
_CHOICES = {"languages": languages(), "pages": tuple(PAGES)}


class Intermixed(argparse.ArgumentParser):
    """A parser of one command that takes options also between its other arguments: ``new DIR --x FILE``.

    An option that it does not know is its own error, with the nearest that it knows.
    """

    _mixing = False

    def parse_known_args(self, args: Any = None, namespace: Any = None) -> Any:
        """Return the arguments and those that are not known, as `ArgumentParser` does."""
        if self._mixing:
            return super().parse_known_args(args, namespace)
        self._mixing = True
        try:
            found, left = self.parse_known_intermixed_args(args, namespace)
        finally:
            self._mixing = False
        if unknown := next((word for word in left if word.startswith("--")), None):
            self.error(f"unknown option {unknown}{hint(unknown, self._option_string_actions)}")
        return found, left


def build_parser() -> argparse.ArgumentParser:
    """Return the parser of all commands, as commands.yml describes them."""
    words = load_data(__name__, "commands")
    look: Any = {"formatter_class": argparse.RawDescriptionHelpFormatter}
    parser = argparse.ArgumentParser(
        "dossier", description=words["description"], epilog=words["epilog"], **look
    )
    parser.add_argument("--version", action="version", version=f"dossier {__version__}")
    parser.add_argument("--debug", action="store_true", help="show the traceback of an unexpected error")
    commands = parser.add_subparsers(
        title="commands", metavar="COMMAND", dest="command", required=True, parser_class=Intermixed
    )
    for name, command in words["commands"].items():
        told = {key: text for key, text in command.items() if key not in ("arguments", "by")}
        made = commands.add_parser(name, **told, **look)
        made.set_defaults(by=command["by"])
        for flag, said in command["arguments"].items():
            argument = said or words["common"][flag]
            known = {"type": _TYPES.get(argument.get("type")), "choices": argument.get("choices")}
            if isinstance(known["choices"], str):
                known["choices"] = _CHOICES[known["choices"]]
            made.add_argument(flag, **{**argument, **{key: value for key, value in known.items() if value}})
    return parser


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code."""
    seldom_collect()
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
    with using(language_of(options)):
        try:
            code: int = getattr(import_module(f"{__name__}.{options.by}"), options.command)(options)
        except BrokenPipeError:
            raise
        except Exception as error:
            if options.debug:
                raise
            message, code = describe(error)
            say(message)
    return code
