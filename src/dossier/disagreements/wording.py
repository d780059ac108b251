"""Names of sources, and words of theirs, as a sentence of the report has them."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from dossier.i18n import N_, listed, ngettext
from dossier.investigation import Investigation
from dossier.lexicons import load_data, load_lexicon
from dossier.names import called_in_sentence

LONGEST = 200  # letters of an article that a statement quotes for one side
_FEW = 5  # words of a part of a sentence that say too little of what they are about: "conteste"
MOST = 12  # articles, or voices, that a statement names
REASONS = {name: form["reason"] for name, form in load_data(__package__, "mechanisms")["events"].items()}
# How a sentence tells the days of an event, and what its sides say.
_FORMS = (
    *(N_("{event}: dated {days}."), N_("{event}: planned for {days}."), N_("{event}: {days}.")),
    *(N_("{day} in {sources}"), N_("dated {day} in {sources}"), N_("planned for {day} in {sources}")),
    *(
        N_("{event} of {day}, {properties}."),
        N_("{event} of {day}, if the articles mean one, {properties}."),
    ),
)


def series(parts: Iterable[str], most: int = MOST) -> str:
    """Return *parts*, each once, as the language of the report enumerates them; of many the first *most*."""
    named = list(dict.fromkeys(parts))
    more = len(named) - most
    return listed([*named[:most], ngettext("{n} other", "{n} others", more)] if more > 0 else named)


@dataclass(frozen=True, slots=True)
class Sources:
    """How a statement names articles, by their ids in brackets, and actors.

    The day of a *borrowing* article is worked out from others: what is counted from it is no witness.
    """

    short: dict[str, str]
    investigation: Investigation
    borrowing: frozenset[str] = frozenset()

    def name(self, article_ids: Iterable[str]) -> str:
        """Return the articles by name, in their order."""
        return series(self.short.get(article_id, article_id) for article_id in sorted(set(article_ids)))

    def who(self, names: Iterable[str]) -> str:
        """Return actors by their names in the report, as they stand in a sentence."""
        return series(called_in_sentence(name, self.investigation) for name in names if name)


def bracketed(article_ids: Iterable[str]) -> dict[str, str]:
    """Return each article's id in square brackets: a reader sees the name of the source in its place."""
    return {article_id: f"[{article_id}]" for article_id in sorted(set(article_ids))}


def in_full(words: str, sentence: str) -> str:
    """Return *words*, a part of *sentence*, or all of it where they say too little.

    They are few; it goes on behind them ("a admis | « une imprudence »", "quatre ans | dont deux ferme"), or
    negates them ("rien ne prouve que | le pont a cédé").
    """
    before, own, behind = sentence.partition(words)
    behind = behind.lstrip('"') if (before + own).count('"') % 2 else behind  # where these close
    lexicon = load_lexicon("comparisons")
    few = len(words.split()) < _FEW or re.match(lexicon["cut_off"], behind)
    negated = re.search(lexicon["negated_above"], before)
    if not own or not (few or negated):
        return words
    begin = negated.start() if negated else len(before)
    whole = sentence if len(before + own) <= LONGEST else sentence[begin:]
    return " ".join(whole.split()).removesuffix(".")


_MATTER = re.compile(r"\w+\s?:\s.*?(?=\s?[(:]|\.\s|\.?$)|.*?(?=\s?:\s|$)")


def subject_of(statement: str) -> str:
    """Return what the *statement* of a disagreement is about; of a bare topic also what is first said of it.

    "Vote of the town: dated 6 May …" gives "Vote of the town", "Troops: figures given by Kita (A) …" gives
    "Troops: figures given by Kita".
    """
    found = _MATTER.match(statement)
    return found[0] if found else statement
