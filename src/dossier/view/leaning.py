"""Sentences that say too little without the one before them: "Ces postes …", "« Oui », répète sa tante"."""

import functools
import re
from itertools import pairwise

from dossier.lexicons import load_lexicon, word_set
from dossier.syntax.vocabulary import vocabulary

_SPOKEN = re.compile(r"«[^»]*»|“[^”]*”|\"[^\"]*\"")


def leans(words: str) -> bool:
    """Tell whether *words* leave to the sentence before them what, whom or whose they speak of.

    They point at it ("ces postes"; none of time as "cette année"), rise ("Une hausse …"), or begin, by
    themselves, behind "selon X" or behind a quotation and its verb, with a pronoun or "sa".
    """
    pointing = vocabulary("demonstratives", "plural_demonstrative")
    others = word_set("quantities", "time") | vocabulary("clause_relatives")
    near = pairwise(re.findall(r"\w+", words.casefold()))
    pointed = any(word in pointing and after not in others for word, after in near)
    return pointed or _rises(words) or bool(_of_somebody().match(_SPOKEN.sub("«»", words)))


@functools.cache
def _of_somebody() -> re.Pattern[str]:
    """Return what opens a sentence about somebody whom it does not name."""
    pronoun, own, him, this, nobody = (
        "|".join(sorted(vocabulary(*keys)))
        for keys in (
            ["personal_subjects"],
            ["of_one", "of_many"],
            ["strong_pronouns"],
            ["nearest_pronouns"],
            ["impersonal_verbs"],
        )
    )
    by = "|".join(word.replace("' ", "['’]") for word in load_lexicon("sources")["prepositions"])
    he = rf"(?:{pronoun}) (?!(?:{nobody})(?!\w))"
    opens = rf"{he}|(?:{this})(?!\w)|(?:{own}) |(?:{by}) (?:(?:{him})(?!\w)|[^,«»]*, {he})"
    behind = rf"(?:\w+ )?\w[\w'’]*(?:-(?:t-)?(?:{pronoun})(?!\w)| (?:{own}) )"
    return re.compile(rf"\W*(?:{opens})|«»,? {behind}", re.IGNORECASE)


def _rises(words: str) -> bool:
    """Tell whether *words* open with a rise or fall and do not say of what: "Une hausse en phase avec …"."""
    first, noun, rest = (*words.casefold().split(maxsplit=2), "", "", "")[:3]
    known = any(noun in stock for stock in load_lexicon("claims")["changes"]["words"].values())
    of = tuple(load_lexicon("claims")["of"])
    return known and first in vocabulary("indefinite") and not rest.startswith(of)


def points_back(name: str) -> bool:
    """Tell whether *name* names nobody by itself: "elle", "selon la même source", "à l'entendre"."""
    words = name.casefold().removeprefix("-").replace("’", "'").replace("'", "' ").split()
    opens = (phrase.split() for phrase in load_lexicon("sources")["prepositions"])
    told = words[:1] == ["à"] or any(words[: len(phrase)] == phrase for phrase in opens)
    return told or " ".join(words) in load_lexicon("sources")["pronouns"]
