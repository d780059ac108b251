"""How many independent origins a row has, and which records it contests."""

import functools
import re
from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass

from dossier.blocks import connected
from dossier.lexicons import load_lexicon
from dossier.records import Article, Claim, Discrepancy, Mention, Reuse

CREDIT = 6  # words a line has at most that gives nothing but credit


# "Le Courrier avec AFP | Publié le 4 mai 2023", on a line of publication or a byline.
_CREDIT = re.compile(
    rf"\b(?:{'|'.join(load_lexicon('sections')['credited'])})\s*[\w-]+(?=\W*(?:$|[|,;·•–—-]))"
)
Carrier = tuple[str, int, int, str]  # article, start and end of the passage, the agency it is laid to
Shared = tuple[str, int, int, int, int]  # the other article, the passage here, the passage there


@dataclass(frozen=True, slots=True)
class Origins:
    """Which articles are no independent witnesses of each other, and for which passages."""

    shared: Mapping[str, tuple[Shared, ...]]
    credits: Mapping[str, frozenset[str]]

    def count(self, carriers: Iterable[Carrier]) -> int:
        """Return how many independent origins the *carriers* have.

        Two carriers are one origin if they stand in one article, if one stands in a passage that the article
        of the other shares, in articles of one outlet or that credit the same agency, or if they name the
        same agency as their source.
        """
        spans: dict[str, list[tuple[int, int]]] = defaultdict(list)
        alike: list[tuple[Hashable, ...]] = []  # articles and agencies that are one origin
        for article_id, start, end, source in set(carriers):
            spans[article_id].append((start, end))
            named = {*self.credits.get(article_id, ()), source} - {""}
            alike.append((article_id, *(("agency", name) for name in named)))
        for article_id, here in spans.items():
            for other, *places in self.shared.get(article_id, ()):
                if other in spans and (touch(here, *places[:2]) or touch(spans[other], *places[2:])):
                    alike.append((article_id, other))
        return len(connected(alike, tuple))


def touch(spans: Iterable[tuple[int, int]], start: int, end: int) -> bool:
    """Return whether one of *spans* overlaps the passage from *start* to *end*."""
    return any(first < end and start < last for first, last in spans)


def build_origins(reuse: Iterable[Reuse], credits: Mapping[str, frozenset[str]]) -> Origins:
    """Return what makes articles one origin: shared passages, and the agencies that each credits."""
    shared: dict[str, list[Shared]] = defaultdict(list)
    for row in reuse:
        shared[row.article_a].append((row.article_b, row.start_a, row.end_a, row.start_b, row.end_b))
    return Origins({article_id: tuple(rows) for article_id, rows in shared.items()}, credits)


def origins_of(article: Article) -> frozenset[str]:
    """Return what makes *article* one origin with others: its outlet, and the agencies that it credits."""
    return find_credits(article) | ({article.outlet} if article.outlet else set())


@functools.cache
def agencies() -> Mapping[str, str]:
    """Return the names of news agencies, folded."""
    return {name.casefold(): name for name in load_lexicon("agencies")["names"]}


def find_credits(article: Article) -> frozenset[str]:
    """Return the news agencies that *article* credits as a whole: as author, in brackets, in or on a line.

    The credit of a photograph is none of the text's.
    """
    captions = [(s.start, s.end) for s in article.sections if s.kind == "caption"]
    found = {name for text in (article.author, article.outlet) for name in named(text)}
    for pattern in (r"\([^()\n]{2,40}\)", r"^[^\n]{2,60}$"):
        for match in re.finditer(pattern, article.text, re.MULTILINE):
            if not any(start <= match.start() < end for start, end in captions):
                found |= named(match[0])
    for section in article.sections:
        if section.kind in ("dateline", "metadata"):
            line = article.text[section.start : section.end]
            found |= {name for piece in _CREDIT.findall(line) for name in named(piece)}
    return frozenset(found)


def named(text: str) -> set[str]:
    """Return the agencies of *text* if it holds nothing but their names and words of credit."""
    known, rest = agencies(), text.casefold()
    found = set()
    for key in sorted(known, key=len, reverse=True):
        if key in rest and re.search(pattern := rf"(?<!\w){re.escape(key)}(?!\w)", rest):
            found.add(known[key])
            rest = re.sub(pattern, " ", rest)
    left = re.findall(r"[^\W\d_]+|©", rest)
    beside = set(load_lexicon("agencies")["beside"])
    return found if found and len(left) <= CREDIT and all(word in beside for word in left) else set()


def agency(source: str) -> str:
    """Return the news agency that *source* is, or an empty string."""
    return agencies().get(source.casefold(), "")


def carrier_of(record: Mention | Claim) -> Carrier:
    """Return where *record* stands, and the agency that it is laid to."""
    names = record.attributed_to if isinstance(record, Mention) else "|".join(record.claimant)
    return record.article_id, record.start, record.end, agency(names)


def likeness(claim: Claim, *, strict: bool) -> tuple[object, ...]:
    """Return what makes two claims one statement: figure, topic and claimant; of an answer its stance.

    A *strict* likeness wants what is counted, too, whose and where: "trois îles" are no "trois voyages".
    """
    if claim.low is None and claim.high is None:
        return claim.stance, claim.topic, claim.claimant, claim.claimant_text if not claim.claimant else ""
    told = (claim.unit or claim.claim_id, claim.subject, claim.state, claim.place, *claim.owner)
    figure = (claim.topic, claim.low, claim.high, claim.comparator, claim.claimant, claim.stance)
    return (*figure, *told) if strict else figure


def is_contest(row: Discrepancy) -> bool:
    """Tell whether *row* contests its records: a conflict does, but no answer of a party to figures."""
    return row.severity == "conflict" and (row.between != "parties" or bool(row.sides))


def contested_in(row: Discrepancy, event_of: Mapping[str, str]) -> tuple[str, ...]:
    """Return the records that *row* contests; of a step out of order not the other one."""
    mine = (name for name in row.records if event_of.get(name, row.subject) == row.subject)
    return tuple(mine) if row.kind == "sequence" else row.records
