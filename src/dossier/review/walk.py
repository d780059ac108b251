"""`dossier review`: records ruled on one by one, in the terminal; each decision is kept at once."""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from dossier.advice import shown
from dossier.analysis import Analysis
from dossier.i18n import N_, _, ngettext
from dossier.records import Discrepancy, identity
from dossier.review.asking import AS_IT_STANDS, Asking
from dossier.review.decisions import Decision, known_as, put_decision, remove_draft
from dossier.review.looks import (
    Look,
    Record,
    Wanted,
    as_text,
    find_looks,
    is_pair,
    one_line,
    show,
    show_paragraph,
)
from dossier.review.pairs import pair_of
from dossier.review.sheet import decision_on
from dossier.validated_yaml import YamlError

RULINGS = {"y": "accept", "n": "reject", "e": "correct"}
# Those of `git add -p`, where it has them.
KEYS = "y,n,e,j,k,g,/,p,a,u,q,?"
HELP = N_("""\
y - accept this record: it is right; of two sentences: they contradict each other
n - reject it: the book leaves it out
e - correct it: who speaks, in what role and on which side, or any other field
j - leave it undecided, see the next one
k - leave it undecided, see the one before
g - go to a record by its number
/ - go to the next record with some words
p - show its passage in the whole paragraph
a - set two passages of your own against each other: some words of each will do
u - undo the last decision
q - quit; every decision is kept
? - this help""")
KEPT = {
    "accept": N_("kept: {record} is accepted"),
    "reject": N_("kept: {record} is rejected"),
    "correct": N_("kept: {record} is corrected ({values})"),
}
_ENDS = (EOFError, KeyboardInterrupt)


@dataclass
class Walk(Asking):
    """One walk through records: where it stands, and what was decided on the way."""

    path: Path
    looks: list[Look]
    today: str
    place: int = 0
    # Of each decision the place in the walk, the record, and the decision that it took the place of.
    made: list[tuple[int, str, Decision | None]] = field(default_factory=list)

    def run(self) -> int:
        """Walk until the last record, ``q`` or the end of the input; return how many decisions were made."""
        shown = -1
        try:
            while self.place < len(self.looks) or self.turns_back():
                look = self.looks[self.place]
                if shown != self.place:
                    self.output("\n" + show(look, self.analysis))
                    shown = self.place
                number = f"({self.place + 1}/{len(self.looks)})"
                asked = N_("Accept this record [{keys}]?")
                asked = N_("Do these contradict each other [{keys}]?") if is_pair(look.record) else asked
                key = self.input(f"{number} {_(asked, keys=KEYS)} ").strip()
                shown = -1 if self.take(key[:1].lower(), key[1:].strip(), look) else shown
        except _ENDS:
            pass
        return len(self.made)

    def turns_back(self) -> bool:
        """Return whether the analyst goes back from behind the last record, to change what was decided."""
        keys = "k,a,u,q" if self.looks else "a,q"
        while self.place >= len(self.looks):
            key = self.prompt(_("That was the last record [{keys}]?", keys=keys)).strip().lower()
            if key == "a":
                self.add()
            elif key == "u":
                self.undo()
            elif key == "k" and self.looks:
                self.place = len(self.looks) - 1
            else:
                return False
        return True

    def take(self, key: str, rest: str, look: Look) -> bool:
        """Do what *key* asks for; return whether the record is to be shown anew. EOFError ends the walk."""
        if key in RULINGS:
            return self.rule(RULINGS[key], look.record)
        if key == "q":
            raise EOFError
        if key in ("j", ""):
            self.place += bool(key)
        elif key == "k":
            self.place = max(0, self.place - 1)
        elif key == "g":
            self.go(rest or self.prompt(_("go to which record?")))
        elif key == "/":
            self.search(rest or self.prompt(_("search for:")))
        elif key == "p":
            self.output(show_paragraph(look.record, self.analysis))
        elif key == "a":
            return self.add()
        elif key == "u":
            self.undo()
        else:
            self.output(_(HELP))
        return False

    def add(self) -> bool:
        """Set two passages of the analyst's own against each other; return whether there are two."""
        one = self.find_passage(_("Words of the one passage:"))
        other = one and self.find_passage(_("Words of the other passage:"))
        if not (one and other):
            return False
        place = self.place
        self.rule("accept", pair_of(one[0], other[0], self.analysis.texts), (one[1], other[1]))
        self.place = place
        return True

    def rule(self, ruling: str, record: Record, ends: tuple[str, ...] = ()) -> bool:
        """Ask for what a decision needs, keep it and go on; return whether to show the record anew.

        *ends* are the words of a pair that matter, if they are not its whole sentences.
        """
        values = self.ask_values(record) if ruling == "correct" else ()
        if ruling == "correct" and not values:
            return True
        self.analyst = self.analyst or self.ask(_("Your name:"))
        reason = self.ask_reason(ruling, record)
        row = isinstance(record, Discrepancy) and not is_pair(record)
        if row and ruling == "accept" and reason != _(AS_IT_STANDS):
            ruling, values = "correct", (("statement", reason),)
        decision = decision_on(
            record,
            self.analysis,
            ends,
            ruling=ruling,
            analyst=self.analyst,
            date=self.today,
            reason=reason,
            values=tuple(sorted(values)),
        )
        if self.keep(decision.record, decision):
            now = _("; ").join(f"{name}: {as_text(value) or _('none')}" for name, value in values)
            self.output(one_line(_(KEPT[ruling], record=decision.record, values=now)))
            self.place += 1
        return True

    def keep(self, record: str, decision: Decision | None) -> bool:
        """Put *decision* on *record* into the file, or take it out; say why it is not valid."""
        try:
            before = put_decision(self.path, record, decision, self.asked)
        except YamlError as error:
            self.output(_("not kept: {why}", why=_("; ").join(map(one_line, error.mistakes))))
            return False
        self.made.append((self.place, record, before))
        return True

    def undo(self) -> None:
        """Take the last decision of this walk back, and go to its record."""
        if not self.made:
            self.output(_("nothing to undo: no decision was made in this walk"))
            return
        place, record, before = self.made[-1]
        if self.keep(record, before):
            del self.made[-2:]
            self.place = place
            self.output(_("undone: {record}", record=record))

    def go(self, number: str) -> None:
        """Go to the record with *number*, as it stands in the prompt."""
        if number.strip().isdecimal() and 1 <= int(number) <= len(self.looks):
            self.place = int(number) - 1
        else:
            last = len(self.looks)
            self.output(
                _("no record {number}: give a number from 1 to {last:d}", number=shown(number), last=last)
            )

    def search(self, words: str) -> None:
        """Go to the next record in whose paragraph *words* stand, from the first again after the last."""
        looks = [look.record for look in self.looks]
        wanted = Wanted(text=words, every=True)
        pairs = [record for record in looks if isinstance(record, Discrepancy) and is_pair(record)]
        found = {identity(look.record) for look in find_looks(self.analysis, wanted, pairs=pairs)}
        order = [*range(self.place + 1, len(looks)), *range(self.place + 1)]
        place = next((n for n in order if words.strip() and identity(looks[n]) in found), None)
        if place is None:
            self.output(_("no record with {words}", words=shown(words)))
        else:
            self.place = place


def run_review(
    analysis: Analysis,
    path: Path,
    looks: list[Look],
    *,
    today: str,
    analyst: str = "",
    input: Callable[[str], str] = input,
    output: Callable[[str], Any] = print,
) -> int:
    """Walk through *looks*, write each decision to *path*, and return how many were made.

    *today* is the day of the decisions (ISO 8601), *analyst* who signs them, without one the last. The walk
    ends with ``q``, at the end of the input or with Ctrl-C; what was decided until then is on disk.

    Raises:
        YamlError: the file at *path* is not valid.
    """
    remove_draft(path)
    output(
        ngettext(
            "{n:d} record to look at (?: the keys).",
            "{n:d} records to look at (?: the keys).",
            len(looks),
        )
    )
    analyst = analyst or known_as(path, analysis.investigation)
    if analyst:
        output(one_line(_("Rulings are signed {name}; --analyst signs as another.", name=analyst)))
    elif looks:
        output(_("A decision asks for a reason and, once, for your name: the book prints both."))
    made = Walk(analysis, input, output, path, looks, today, analyst=analyst).run()
    name = one_line(path.name)
    output(
        ngettext("{n:d} decision written to {file}.", "{n:d} decisions written to {file}.", made, file=name)
    )
    return made
