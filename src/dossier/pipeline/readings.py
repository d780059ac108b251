"""The readings of a corpus, each where all who work on it reach it; what is kept to be compared."""

from __future__ import annotations

import sys
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import chain
from pathlib import Path
from typing import Any, TypeVar

import numpy as np
from numpy.typing import NDArray
from tqdm import tqdm

from dossier.disagreements import (
    Given,
    Prints,
    Telling,
    context_span,
    given_in,
    origins_of,
    prints_of,
    telling_of,
)
from dossier.i18n import _
from dossier.investigation import Investigation
from dossier.records import (
    Article,
    Claim,
    Mention,
    Quotation,
    Reading,
    Ruling,
    TimeExpression,
    identity,
    lengthened,
)
from dossier.review import Decision, Facing, apply_decisions, facing_in
from dossier.storage import (
    digest,
    each_text,
    from_plain,
    read_sealed,
    short_hash,
    to_plain,
    write_sealed,
)


@dataclass(slots=True)
class Told:
    """What is kept of the articles of one part, because it is compared with those of the others."""

    mentions: list[Mention] = field(default_factory=list)
    claims: list[Claim] = field(default_factory=list)
    contexts: dict[str, str] = field(default_factory=dict)  # the sentence of each answer
    wrong_days: list[TimeExpression] = field(default_factory=list)
    quotations: list[Quotation] = field(default_factory=list)  # without their words
    credits: dict[str, frozenset[str]] = field(default_factory=dict)  # the agencies each article credits
    names: dict[str, frozenset[str]] = field(default_factory=dict)  # those of each article
    keys: dict[str, str] = field(default_factory=dict)  # under which the telling of each is kept
    prints: dict[str, Prints] = field(default_factory=dict)
    given: list[Given] = field(default_factory=list)  # answers to the questions of the investigation
    facing: list[Facing] = field(default_factory=list)  # sentences of the pairs that are ruled on
    rulings: list[Ruling] = field(default_factory=list)
    faults: dict[str, tuple[str, ...]] = field(default_factory=dict)
    failures: dict[str, str] = field(default_factory=dict)
    ids: list[int] = field(default_factory=list)  # of all records, as hashes; only of one part
    tables: Any = None  # the rows that need no other article, as the sink wants them

    def join(self, other: Told) -> None:
        """Take up what *other*, the next part, kept; not its tables."""
        for name in ("mentions", "claims", "wrong_days", "quotations", "given", "facing", "rulings"):
            getattr(self, name).extend(getattr(other, name))
        for name in ("contexts", "credits", "names", "keys", "prints", "faults", "failures"):
            getattr(self, name).update(getattr(other, name))

    def take(
        self, reading: Reading, asked: Investigation, decisions: Sequence[Decision], shelf: Shelf, key: str
    ) -> Reading:
        """Keep what *reading* has to compare, as *decisions* leave it; return it so."""
        article, text = reading.article, reading.article.text
        mentions, on_mentions = apply_decisions(reading.mentions, decisions, text)
        claims, on_claims = apply_decisions(reading.claims, decisions, text)
        quotations, on_quotations = apply_decisions(reading.quotations, decisions, text)
        left = {"", *(claim.claim_id for claim in claims)}
        statements = (s if s.claim_id in left else replace(s, claim_id="") for s in reading.statements)
        decided = replace(reading, claims=claims, quotations=quotations, statements=tuple(statements))
        telling = telling_of(decided, asked)
        self.rulings += (*on_mentions, *on_claims, *on_quotations)
        self.given += given_in(decided)
        self.facing += facing_in(decided, decisions)
        self.mentions += mentions
        self.claims += claims
        self.quotations += (replace(quotation, text="") for quotation in quotations)
        self.credits[article.article_id] = origins_of(article)
        if asked.topics:
            answers = (claim for claim in claims if claim.stance != "affirm")
            self.contexts |= {c.claim_id: text[slice(*context_span(c))] for c in answers}
        wrong = [e for e in reading.expressions if e.calendar_check == "disagrees"]
        anchors = {e.anchor for e in wrong if e.anchor}
        self.wrong_days += wrong
        self.wrong_days += (e for e in reading.expressions if e.basis == "explicit" and e.date in anchors)
        self.names[article.article_id] = telling.names
        self.keys[article.article_id] = key
        self.prints[article.article_id] = prints_of(article)
        shelf.keep(key, telling)
        return decided


Kept = TypeVar("Kept", Reading, Telling)


def count_on_stderr(what: str, total: int, *, show: bool) -> tqdm[Any]:
    """Return a bar on stderr that tells how many articles are done and how long the rest will take."""
    pause = 0.2 if sys.stderr.isatty() else 30
    return tqdm(None, what, total, unit=_("article"), disable=not show, mininterval=pause)


@dataclass(frozen=True, slots=True)
class Shelf:
    """The place of the readings, on this machine or at any address; *basis* is the hash of code and question.

    A reading is kept under the hash of its article and the basis: no other is ever taken for it.
    """

    folder: Path
    basis: str

    def key_of(self, article: Article) -> str:
        """Return the name under which the reading of *article* is kept."""
        return digest(self.basis, repr(article))

    def has(self, key: str) -> bool:
        """Return whether a whole reading is kept under *key*."""
        return read_sealed(self.path(key), key) is not None

    def keep(self, key: str, record: Reading | Telling) -> None:
        """Keep *record* under *key*."""
        write_sealed(self.path(key), key, to_plain(record))

    def get(self, kind: type[Kept], key: str, *fields: str) -> Kept:
        """Return the reading or telling kept under *key*, of *fields*, where they are named, those alone.

        Raises:
            OSError: it is gone, or was changed by somebody else.
        """
        plain = read_sealed(self.path(key), key)
        if plain is None:
            raise OSError(f"{self.path(key)} was changed or removed during the run; run again")
        kept: Kept = from_plain(kind, {name: plain[name] for name in fields or plain if name in plain})
        return kept

    def path(self, key: str) -> Path:
        """Return where *key* stands."""
        return self.folder / f"{key}.json"


@dataclass(slots=True)
class Readings:
    """Iterates over texts, sentences and dates of the readings, those of one article in memory at a time.

    ``articles`` holds every article by its id, refused ones too, without texts and sections; ``keys`` the
    name under which the reading of each readable one is kept.
    """

    shelf: Shelf
    articles: dict[str, Article] = field(default_factory=dict)
    keys: dict[str, str] = field(default_factory=dict)

    def register(self, article: Article, key: str) -> None:
        """Take up *article*, whose reading is kept under *key*; under none where it was refused."""
        self.articles[article.article_id] = article
        if key:
            self.keys[article.article_id] = key

    def refuse(self, article_id: str, reason: str) -> None:
        """Turn a readable article on which the reading failed into a refused one."""
        self.keys.pop(article_id, None)
        self.articles[article_id] = replace(self.articles[article_id], status="refused", reason=reason)

    def warn(self, article_id: str, faults: Sequence[str]) -> None:
        """Say with the article which of its sentences a fault of the code left unread."""
        known = self.articles[article_id]
        unread = _(
            "Left unread by a fault of the code; please report it: {faults}.", faults="; ".join(faults)
        )
        self.articles[article_id] = replace(known, reason=f"{known.reason} {unread}".strip())

    def __iter__(self) -> Iterator[Reading]:
        own = "article", "expressions", "sentences", "replies"
        return (self.shelf.get(Reading, key, *own) for key in tuple(self.keys.values()))

    def __len__(self) -> int:
        return len(self.keys)


Hashes = NDArray[np.uint64]


def shared(hashes: Iterable[Hashes]) -> Hashes:
    """Return those of *hashes* that stand there more than once, in their order."""
    found, times = np.unique(np.concatenate([np.empty(0, np.uint64), *hashes]), return_counts=True)
    return found[times > 1]


def part_ids(reading: Reading, met: Collection[int]) -> Reading:
    """Return *reading*, those of its ids longer whose hashes are in *met*."""
    named = reading.article.article_id
    longer = {i: lengthened(i, named) for i in ids_of(reading) if short_hash(i) in met} if met else {}
    if not longer:
        return reading
    parted: Reading = from_plain(Reading, each_text(to_plain(reading), lambda text: longer.get(text, text)))
    return parted


def ids_of(reading: Reading) -> Iterator[str]:
    """Yield the ids of all records of *reading*."""
    own = (reading.expressions, reading.statements, reading.mentions, reading.claims, reading.quotations)
    return map(identity, chain.from_iterable(own))
