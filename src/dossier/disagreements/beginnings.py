"""What has lasted since so long, against the day on which another article lets it begin."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from dossier.disagreements.differences import Difference, Side, side_of
from dossier.disagreements.tellings import Telling, roots
from dossier.events import days_of, gap
from dossier.lexicons import load_lexicon
from dossier.records import Published

SLACK = 0.3  # share of a length of time by which its beginning may be off
LEAST = 1  # days by which it may be off at least
COMMON = 2  # telling words that both sentences share
UNITS = {"D": 1, "W": 7, "M": 30, "Y": 365}
LENGTH = re.compile(r"P(\d+)([DWMY])")


def find_beginnings(one: Telling, other: Telling, published: Mapping[str, Published]) -> Iterator[Difference]:
    """Yield each length of time that, counted back from its article, does not reach the beginning told."""
    for here, there in ((one, other), (other, one)):
        today = days_of(published.get(here.article_id, Published()).date)
        if one is other or not today:
            return
        for expression, sentence in here.lengths:
            length = LENGTH.fullmatch(expression.value)
            if length is None:
                continue
            days = int(length[1]) * UNITS[length[2]]
            began = (today[0] - days, today[1] - days)
            for statement in there.statements:
                told = days_of(statement.date)
                begins = (
                    statement.phase == "begun"
                    or statement.predicate.split()[-1] in load_lexicon("comparisons")["beginning"]
                )
                if not told or told[0] > today[0] or not begins or statement.phase == "planned":
                    continue
                alike = len(roots(sentence) & roots(statement.text)) >= COMMON
                if alike and gap(began, told) > max(LEAST, SLACK * days):
                    side = Side(expression.date_id, expression.article_id, expression.text)
                    yield Difference("beginning", side_of(statement), side)
