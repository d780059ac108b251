"""Denials in a speaker's own words: "Je n'ai rien signé", "assure n'avoir jamais concouru"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from dossier.blocks import Blocks
from dossier.lexicons import load_lexicon
from dossier.records import Attribution
from dossier.statements.build import Told
from dossier.statements.lexicon import forms
from dossier.syntax.clauses import Clause
from dossier.syntax.inflection import auxiliaries
from dossier.syntax.vocabulary import vocabulary


def find_denials(told: Sequence[Told], attributions: Sequence[Attribution]) -> Iterator[Attribution]:
    """Yield a denial for each negative clause in which a source denies an act of its own, or rebuts.

    Of one's own acts "jamais", "rien", "aucun" deny, for they leave nothing over; what is said of others
    ("aucun blessé"), or promised ("nous n'abandonnerons rien"), is no denial, unless by a verb of rebuttal:
    "« Il ne pleut pas », rétorque X".
    """
    said = Blocks((a.content_start, a.content_end, a) for a in attributions if a.kind != "response")
    taken = Blocks((a.content_start, a.content_end, a) for a in attributions if a.kind == "response")
    reached = -1
    for one in sorted(told, key=lambda one: one.clause.start):
        if one.factuality.polarity != "-" or one.clause.start < reached:
            continue
        clause = one.clause
        place = clause.sentence.paragraph.offset(clause.head)
        over = sorted(said.covering(place, place + 1), key=lambda a: a.content_end - a.content_start)
        speaker = next((a for a in over if a.speakers), None)
        if speaker is None or next(taken.meeting(clause.start, clause.end), None):
            continue
        own_act = one.factuality.phase != "planned" and _is_strong(one) and _of_oneself(one, speaker)
        if not (own_act or (_is_main(clause) and _rebuts(speaker))):
            continue
        reached = clause.end
        yield replace(
            speaker,
            kind="response",
            stance="deny",
            response="denies",
            content_start=clause.start,
            content_end=clause.end,
            quotes=(),
        )


def _is_main(clause: Clause) -> bool:
    return clause.inflection.form == "Fin" and clause.relation in ("ROOT", "conj", "parataxis", "dep")


def _rebuts(said: Attribution) -> bool:
    """Return whether words are quoted, or a clause told before its verb, by a verb of rebuttal."""
    if not said.quotes and said.cue_start <= said.content_start:
        return False
    rebutting = load_lexicon("responses")["rebutting"]
    readings = (
        form for word in said.cue.lower().replace("'", "' ").split() for form in forms().get(word, ())
    )
    return any(form.verb.lemma in rebutting for form in readings)


def _is_strong(told: Told) -> bool:
    """Return whether the negation of a clause leaves nothing over."""
    lexicon, clause = load_lexicon("responses"), told.clause
    strong = set(lexicon["strong_negations"])
    if clause.inflection.form == "Inf" or (told.speaking and clause.head.lemma_ not in lexicon["no_acts"]):
        strong |= set(lexicon["strong_under_a_verb"])
    acted = clause.inflection.compound and not clause.inflection.passive  # "je n'ai pas pris un centime"
    if clause.inflection.form != "Inf" and not acted:
        strong.discard("pas")
    parts = (clause.head, *auxiliaries(clause.head))
    near = {child.lower_ for part in parts for child in part.children}
    near |= {grandchild.lower_ for child in clause.head.children for grandchild in child.children}
    return bool(near & strong)


def _of_oneself(told: Told, said: Attribution) -> bool:
    """Return whether the speaker tells of himself: as "je", by name, of his people, or by an infinitive."""
    own = set(load_lexicon("responses")["own_people"])
    subject = told.clause.subject
    people = subject is not None and bool(own & set(subject.text.lower().split()))
    marked = any(
        child.lower_ in vocabulary("of") for child in told.clause.head.children
    )  # "dit de ne pas y aller"
    bare = told.clause.inflection.form == "Inf" and not marked
    return told.speaking or bare or people or bool(set(told.agent) & set(said.speakers))
