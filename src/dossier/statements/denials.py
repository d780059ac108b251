"""Denials in a speaker's own words: "Je n'ai rien signé", "assure n'avoir jamais concouru"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from dossier.blocks import Blocks
from dossier.lexicons import load_lexicon
from dossier.records import Attribution
from dossier.statements.build import Told
from dossier.syntax.clauses import Clause
from dossier.syntax.inflection import auxiliaries


def find_denials(told: Sequence[Told], attributions: Sequence[Attribution]) -> Iterator[Attribution]:
    """Yield a denial for each clause in which a source denies an act of its own, and nothing is left over.

    "Jamais", "rien", "aucun" leave nothing; what somebody says of others ("aucun blessé") is no denial.
    """
    said = Blocks((a.content_start, a.content_end, a) for a in attributions if a.kind != "response")
    taken = Blocks((a.content_start, a.content_end, a) for a in attributions if a.kind == "response")
    for one in told:
        if one.factuality.polarity != "-" or not _is_strong(one.clause):
            continue
        clause = one.clause
        place = clause.sentence.paragraph.offset(clause.head)
        over = sorted(said.covering(place, place + 1), key=lambda a: a.content_end - a.content_start)
        speaker = next((a for a in over if a.speakers), None)
        if (
            speaker is None
            or not _of_oneself(one, speaker)
            or next(taken.meeting(clause.start, clause.end), None)
        ):
            continue
        yield replace(
            speaker,
            kind="response",
            stance="deny",
            response="denies",
            content_start=clause.start,
            content_end=clause.end,
            quotes=(),
        )


def _is_strong(clause: Clause) -> bool:
    """Return whether the negation of *clause* leaves nothing over."""
    lexicon = load_lexicon("responses")
    strong = set(lexicon["strong_negations"])
    if clause.inflection.form == "Inf":
        strong |= set(lexicon["strong_under_a_verb"])
    parts = (clause.head, *auxiliaries(clause.head))
    near = {child.lower_ for part in parts for child in part.children}
    near |= {grandchild.lower_ for child in clause.head.children for grandchild in child.children}
    return bool(near & strong)


def _of_oneself(told: Told, said: Attribution) -> bool:
    """Return whether the speaker tells of himself: as "je", by name, or as what an infinitive leaves out."""
    return told.speaking or bool(set(told.agent) & set(said.speakers)) or told.clause.inflection.form == "Inf"
