"""What a message of a mistake adds: the word that was meant, the words that are allowed, what mends YAML."""

import difflib
import re
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from itertools import takewhile
from typing import TYPE_CHECKING, Any, TypeVar

import yaml

from dossier.i18n import SOURCE, _, capital, language
from dossier.visible import visible

Value = TypeVar("Value")


def nearest(word: str, known: Iterable[str]) -> str:
    """Return the known word that is near *word*; empty where none is."""
    return next(iter(difflib.get_close_matches(word, list(known), n=1, cutoff=0.7)), "")


def hint(word: str, known: Iterable[str]) -> str:
    """Return "; did you mean …?" where a known word is near *word*."""
    near = nearest(word, known)
    return _("; did you mean '{word}'?", word=near) if near else ""


def meant(word: str, known: Iterable[str]) -> str:
    """Return what follows a *word* that is none of the *known* ones: the near one, and all."""
    names = tuple(known)
    near, all_ = hint(word, names), _("allowed: {words}", words=", ".join(names))
    return f"{near} {capital(all_)}" if near else _("; ") + all_


class UnknownNameError(KeyError):
    """A name that a notebook calls and that there is not; the message says which there are."""

    def __str__(self) -> str:
        """Return the message as it is, not as a key."""
        return str(self.args[0])


def absent(name: str, known: Iterable[str]) -> AttributeError:
    """Return the error of a *name* that there is not among the *known* ones."""
    return AttributeError(_("unknown name {word}{advice}", word=shown(name), advice=meant(name, known)))


class Telling:
    """What a notebook calls: an unknown name is told with those that there are."""

    if not TYPE_CHECKING:

        def __getattr__(self, name: str) -> Any:
            """Raise the error of a name that there is not, or of what it stands for."""
            if hasattr(type(self), name):
                return object.__getattribute__(self, name)
            raise absent(name, [one for one in dir(self) if not one.startswith("_")])


def called(name: str, known: Mapping[str, Value], kind: str) -> Value:
    """Return what *name* is among the *known* ones.

    Raises:
        UnknownNameError: it is none of them, which are all of one *kind*.
    """
    if name not in known:
        advice = meant(name, known)
        raise UnknownNameError(
            _("unknown {kind} {word}{advice}", kind=_(kind), word=shown(name), advice=advice)
        )
    return known[name]


def cure(problem: str, place: tuple[int, int], lines: Sequence[str]) -> tuple[int, str]:
    """Return the line that has to be mended (1 is the first), and how.

    The parser of YAML met *problem* at *place*, line and column from 0, of a file with *lines*.
    """
    line, column = place
    here = lines[line] if line < len(lines) else ""
    if "\t" in here[: len(here) - len(here.lstrip())]:
        return line + 1, _("wrong indentation: a tab; indent with blanks")
    is_key = "mapping values" in problem and re.fullmatch(r"[\s\-]*[\w.-]+", here[:column])
    misplaced = is_key or "but found '-'" in problem or "but found '<block" in problem
    if misplaced and (found := _misplaced(line, lines)):
        return found
    if re.search(r"[:\-]\s+'.*\w'\w", here):
        what = _("write an apostrophe within '…' twice, or put the text between double quotation marks")
    else:
        what = _("a text that holds a bracket, or in brackets ' ?' or ', ', needs quotation marks")
        if "mapping values" in problem:
            what = _("a text that holds ': ' needs quotation marks")
    return line + 1, f"{problem}; {what}" if language() == SOURCE else what  # the parser speaks English


def quote_over(text: str, error: yaml.MarkedYAMLError, line: int) -> int | None:
    """Return on which line of *text* (0 is the first) quotation marks open that close on *line* or never."""
    if error.context_mark and "quoted scalar" in (error.context or ""):
        return int(error.context_mark.line)
    with suppress(yaml.YAMLError):
        for token in yaml.scan(text, Loader=yaml.SafeLoader):
            first, last = token.start_mark.line, token.end_mark.line
            if getattr(token, "style", None) in ("'", '"') and first < last == line:
                return int(first)
    return None


def _misplaced(line: int, lines: Sequence[str]) -> tuple[int, str] | None:
    """Return which line is indented otherwise than those around it, where a parser could not go on at *line*.

    It is the nearest above with an odd number of blanks, else *line* itself.
    """
    begins = {
        place: len(text) - len(text.lstrip(" -"))
        for place, text in enumerate(lines[: line + 1])
        if text.strip() and not text.lstrip().startswith("#")
    }
    order = sorted(begins, reverse=True)
    if len(order) < 2:
        return None
    block = takewhile(lambda place: begins[place], order)
    wrong = next((place for place in block if begins[place] % 2), line)
    other = order[1] if wrong == line else order[order.index(wrong) - 1]
    return wrong + 1, _(
        "wrong indentation: it begins in column {column}, line {line} in {other}; what belongs together "
        "begins in one column",
        column=begins[wrong] + 1,
        line=other + 1,
        other=begins[other] + 1,
    )


def unlike(where: str, what: str, form: str) -> str:
    """Return that *where* is *what* and should be of another *form*."""
    return _("{where} is {what}, expected {form}", where=where, what=what, form=form)


def shape(node: yaml.Node) -> str:
    """Return what *node* is, for a message."""
    if isinstance(node, yaml.SequenceNode):
        return _("a list")
    if isinstance(node, yaml.MappingNode):
        return _("keys with values")
    return shown(node.value) if node.value and not node.tag.endswith(":null") else _("empty")


def shown(text: str) -> str:
    """Return *text* in quotation marks, short, with control characters made visible."""
    return f"'{visible(text if len(text) <= 60 else text[:57] + '…')}'"
