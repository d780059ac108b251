"""What keeps a claimed figure from being a plain assertion."""

import re

from dossier.i18n import N_, _, quoted
from dossier.lexicons import load_lexicon, word_set
from dossier.names import is_document
from dossier.records import Claim, Statement
from dossier.syntax.vocabulary import is_document as is_source
from dossier.view.figures import head
from dossier.view.index import Index

ESTIMATE, ACCUSATION = N_("as an estimate"), N_("as an accusation")
_STANCES = {"deny": N_("denied"), "hypothetical": N_("as a possibility")}
_MODALITIES = {"conditional": N_("not told as certain"), "estimated": ESTIMATE, "sought": N_("asked for")}
BALANCE = N_("left by plans")
_STAGES = {"planned": N_("planned"), "imminent": N_("expected")}
_CERTAINTIES = {"possible": N_("as possible"), "unknown": N_("on a condition")}
_DISTANT, _UNFORESEEN, _NEGATED = N_("told as unconfirmed"), N_("not foreseen"), N_("negated")
MARKS = (  # all of them, for a legend
    *_STANCES.values(),
    ACCUSATION,
    *(*_MODALITIES.values(), _DISTANT),
    *(*_STAGES.values(), BALANCE, _UNFORESEEN),
    *(*_CERTAINTIES.values(), _NEGATED),
)


def qualifiers(index: Index, claim: Claim) -> tuple[str, ...]:
    """Return what keeps a figure from being a plain assertion: plan, estimate, rumour, condition, denial."""
    statement = index.statements.get(claim.statement_id)
    if not statement and claim.stance == "deny" and _foretells(index, claim):
        dates = (e for e in index.expressions.values() if e.article_id == claim.article_id)
        ahead = sorted((e for e in dates if claim.end <= e.start < claim.sentence_end), key=lambda e: e.start)
        limit = quoted(ahead[0].text) if ahead else ""
        return (_("not foreseen ({time})", time=limit) if limit else _(_UNFORESEEN),)
    distant = claim.modality == "conditional" and claim.claimant and not _is_quoted(index, claim)
    modality = _DISTANT if distant else _MODALITIES.get(claim.modality, "")
    left = head(index, claim).startswith(tuple(load_lexicon("claims")["balances"]))
    stages = _STAGES | {"planned": BALANCE} if left else _STAGES
    found = [_STANCES.get(claim.stance, ""), ACCUSATION if _accuses(index, claim) else "", modality]
    if statement:
        planned = claim.modality != "conditional" and claim.stance != "hypothetical"  # "pourrait supprimer"
        found.append(stages.get(statement.phase, "") if planned else "")
        if claim.stance == "affirm":
            found.append(_CERTAINTIES.get(statement.certainty, "") if claim.modality == "asserted" else "")
            negated = statement.polarity == "-" and claim.high != 0 and not _acts(index, claim, statement)
            found.append(_NEGATED if negated else "")
    if claim.modality == "planned":
        found.append(stages["planned"])
    return tuple(_(mark) for mark in dict.fromkeys(filter(None, found)))


def _acts(index: Index, claim: Claim, statement: Statement) -> bool:
    """Tell whether *claim* counts those who do, or do not do, something: "les 4 gardiens n'ont pas dormi".

    Nor is denied what the clause opens with: "sur 50 maires, aucun n'est venu".
    """
    before = index.articles[claim.article_id].text[: claim.start].lower().rsplit(maxsplit=1)[-1:]
    known = not {*before}.isdisjoint(load_lexicon("quantities")["definite"])
    does, done = (any(claim.text in who for who in those) for those in (statement.agent, statement.patient))
    return (known and does) or (claim.end <= statement.predicate_start and not (does or done))


def is_held(index: Index, claim: Claim) -> bool:
    """Tell whether *claim* is what its claimant plans or fears, told by the newspaper, and no words of his.

    "Le groupe prévoit 300 départs" reports nothing that the group has said.
    """
    text = index.articles[claim.article_id].text[claim.sentence_start : claim.sentence_end]
    here = claim.claimant_text and claim.claimant_text in text and not all(map(is_document, claim.claimant))
    own = (q for q in index.quotations_of(claim.article_id) if q.speaker == claim.claimant)
    said = any(q.content_start <= claim.start < q.content_end for q in own)
    return bool(here) and not said and (claim.modality == "planned" or claim.stance == "hypothetical")


def is_own(index: Index, claim: Claim) -> bool:
    """Tell whether a figure laid to nobody is the newspaper's own; in a first draft, whether it seems so.

    There nobody has looked: it is not where others speak in its sentence, or it tells of a count or document.
    On tests/gold/open one of six such figures is somebody's, of all others one of forty.
    """
    start, end = claim.sentence_start, claim.sentence_end
    said = any(q.content_start < end and start < q.content_end for q in index.quotations_of(claim.article_id))
    words = set(re.findall(r"[\w-]+", index.articles[claim.article_id].text[start:end].casefold()))
    counts = words & word_set("claims", "tally", "figures", "heard") or any(map(is_source, words))
    return bool(claim.claimant or not claim.claimant_text) and not (index.unasked and (said or counts))


def _accuses(index: Index, claim: Claim) -> bool:
    """Tell whether *claim* is what its claimant holds against somebody: "accuse X d'envoyer 300 soldats"."""
    said = (q for q in index.quotations_of(claim.article_id) if q.speaker == claim.claimant != ())
    cues = (q.cue.casefold() for q in said if q.content_start <= claim.start < q.content_end)
    return any(word in cue for cue in cues for word in load_lexicon("claims")["accusing"])


def _is_quoted(index: Index, claim: Claim) -> bool:
    """Tell whether the very words of *claim* are spoken: then a conditional in them is the speaker's own."""
    said = (q for q in index.quotations_of(claim.article_id) if q.kind != "indirect")
    return any(quotation.start <= claim.start < quotation.end for quotation in said)


def _foretells(index: Index, claim: Claim) -> bool:
    """Tell whether all that the claimant says in the sentence is of what is to come."""
    rows = index.statements_of(claim.article_id, claim.sentence_start)
    said = [told for told in rows if told.source in claim.claimant]
    return bool(said) and all(statement.phase in _STAGES for statement in said)


def is_plain(index: Index, claim: Claim) -> bool:
    """Tell whether somebody affirms the figure as a fact: no forecast, plan, condition, rumour or denial."""
    return claim.stance == "affirm" and not set(qualifiers(index, claim)) - {_(ESTIMATE), _(ACCUSATION)}
