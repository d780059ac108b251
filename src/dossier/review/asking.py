"""What an analyst is asked in the terminal, and what is taken for an answer."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import accumulate
from typing import Any

from dossier.advice import hint, shown
from dossier.analysis import Analysis
from dossier.corpus.kinds import plain
from dossier.i18n import N_, _, listed
from dossier.investigation import Investigation
from dossier.records import Claim, Discrepancy, Quotation, Statement, identity
from dossier.review.decisions import CORRECTABLE, describe, is_one, parse_value
from dossier.review.looks import Record, as_text, is_pair, known_of, names_of, one_line

NAMES, OF_SPEAKER = ("speaker", "claimant"), ("role", "affiliation")
AS_IT_STANDS = N_("as it stands")
_SHOWN = 5  # sentences shown of those that have the words searched for


def as_written(words: str, text: str) -> str:
    """Return the whole words of *text* that `plain` makes *words* of.

    >>> as_written("ete dit", "Rien n’a été dit.")
    'été dit'
    """
    ends = [*accumulate((len(plain(letter)) for letter in text), initial=0)]
    start = plain(text).index(words)
    first, last = bisect_right(ends, start) - 1, bisect_left(ends, start + len(words))
    whole = (m for m in re.finditer(r"\S+", text) if m.start() < last and first < m.end())
    spans = [match.span() for match in whole]
    return text[spans[0][0] : spans[-1][1]].strip(" .,;:!?…")


@dataclass
class Asking:
    """Questions on the records of *analysis*, with the answers that serve again: a name, the last reasons."""

    analysis: Analysis
    input: Callable[[str], str]
    output: Callable[[str], Any]
    analyst: str = field(default="", kw_only=True)
    reasons: dict[tuple[str, bool], str] = field(default_factory=dict, kw_only=True)

    @property
    def asked(self) -> Investigation:
        """What the investigation asks."""
        return self.analysis.investigation

    def prompt(self, question: str) -> str:
        """Return what is answered to *question*."""
        return self.input(f"{question} ")

    def ask(self, question: str, default: str = "") -> str:
        """Return an answer that is not empty, without control characters; nothing typed is *default*."""
        asked = f"{question} [{default}]" if default else question
        while True:
            if (
                len(answer := one_line(self.prompt(asked)) or default) > 1
            ):  # a letter is a key, typed too early
                return answer
            self.output(_("required: the book prints it with the decision"))

    def ask_reason(self, ruling: str, record: Record) -> str:
        """Return why *record* is ruled on so; nothing typed is what was typed last time for the like."""
        pair = is_pair(record)
        if isinstance(record, Discrepancy) and ruling != "reject":
            asked = _("What differs, in one sentence:")
            return self.ask(asked, "" if pair or ruling == "correct" else _(AS_IT_STANDS))
        before = self.reasons.get((ruling, pair), _("no contradiction") if pair else "")
        self.reasons[ruling, pair] = self.ask(_("Reason:"), before)
        return self.reasons[ruling, pair]

    def ask_values(self, record: Record) -> tuple[tuple[str, Any], ...]:
        """Return the corrected fields with their new values: who speaks first, then any other field."""
        allowed = CORRECTABLE[identity(record)[0]]
        values: dict[str, Any] = {}
        first = {Quotation: ("speaker", "role", "side"), Claim: ("claimant", "side")}.get(type(record), ())
        for name in first:
            self.ask_value(record, name, values)
        field = _("Field ({names}; nothing to end):", names=", ".join(allowed))
        while name := self.prompt(field).strip():
            if name in allowed:
                self.ask_value(record, name, values)
            elif name == "?":
                self.output("\n".join(map(describe, allowed)))
            else:
                self.output(_("no such field: {name}", name=one_line(name)))
        return tuple(values.items())

    def ask_value(self, record: Record, name: str, values: dict[str, Any]) -> None:
        """Ask for the value of the field *name* and put it into *values*; nothing leaves it as it is."""
        sides = [side.name for side in self.asked.sides if name == "side"]
        was = one_line(as_text(getattr(record, name, "")))
        now = one_line(as_text(values.get(name, was)))
        gone = _("none; {was} is of who was named before", was=shown(was))
        left = gone if was and not now else _("as it is")
        told = {"name": name, "now": shown(now), "left": left}
        ask = _("{name} is {now}; new value (nothing: {left}):", **told)
        if sides:
            names = listed(sides, last="or")
            ask = _("{name} is {now}; new value, {sides} (nothing: {left}):", **told, sides=names)
        while (answer := one_line(self.prompt(ask))) in ("?", *CORRECTABLE[identity(record)[0]]):
            self.output(describe(name))
        if not answer:
            return
        value = parse_value(name, answer)
        if value is None:
            self.output(_("expected a number"))
            return
        values[name] = value
        if name in NAMES:
            if not is_one(value, getattr(record, name)):
                known = {
                    one: known_of(self.analysis, one, value) for one in OF_SPEAKER if hasattr(record, one)
                }
                values |= {one: new for one, new in known.items() if new != getattr(record, one)}
            self.tell_new(value)

    def tell_new(self, names: tuple[str, ...]) -> None:
        """Say which of *names* nobody bears who speaks or claims elsewhere."""
        records: tuple[Record, ...] = (*self.analysis.claims, *self.analysis.quotations)
        known = {name for record in records for name in names_of(record)}
        known |= {actor.name for actor in self.asked.actors}
        for name in names:
            if name not in known:
                near = hint(name, known)
                self.output(_("{name} is new: nobody else is called that{hint}", name=shown(name), hint=near))

    def find_passage(self, question: str) -> tuple[Statement, str] | None:
        """Ask for words until one sentence alone has them; return it by a statement, and the words in it.

        None where nothing is typed.
        """
        texts, statements = self.analysis.texts, self.analysis.statements
        firsts = {(s.article_id, s.sentence_start): s for s in reversed(statements)}
        while words := plain(self.prompt(question)).strip():
            told = ((s, texts[s.article_id][s.sentence_start : s.sentence_end]) for s in firsts.values())
            found = [(s, text) for s, text in told if words in plain(text)]
            for first, text in found[:_SHOWN]:
                self.output(one_line(f"  {first.article_id}: {text}"))
            if len(found) == 1:
                first, text = found[0]
                return first, as_written(words, text)
            self.output(_("sentences with these words: {n:d}; give words that one alone has", n=len(found)))
        return None
