"""Quantities and attributions to claims: who puts which number on what, and who denies or does not answer."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise, takewhile

from dossier.claims.belonging import find_body, find_owner, find_site, points_back
from dossier.claims.changes import (
    find_change,
    find_changing,
    find_harm,
    find_state,
    find_whole,
    is_offered,
    is_size,
    is_sought,
)
from dossier.claims.context import OTHER, Context, build_context, find_topic, said_on
from dossier.claims.manner import manner_of
from dossier.claims.periods import about, is_ahead
from dossier.claims.sources import find_source, is_known
from dossier.investigation import Investigation, own_topics
from dossier.language import Paragraph, Parsed
from dossier.lexicons import load_lexicon, word_set
from dossier.quantities import clause_of, is_beside, is_negated
from dossier.records import APART, Attribution, Claim, Quantity, Reading, shared_fields, stable_id
from dossier.registry import Registry
from dossier.syntax.inflection import finite_tense, is_participle, is_supposed, is_unreal
from dossier.syntax.senses import is_done_to_people, is_of_people, is_reflexive
from dossier.syntax.sentence import is_infinitive
from dossier.syntax.vocabulary import is_occupation, is_said, vocabulary
from dossier.tokens import Span, Token

_NEAR = 5  # tokens after a vague "plusieurs" in which its harm is named


def build_claims(
    parsed: Parsed, read: Reading, investigation: Investigation, *, registry: Registry | None = None
) -> tuple[Claim, ...]:
    """Return the quantitative claims of *parsed*, and its denials and non-answers, in text order.

    *read* holds its quantities, attributions, statements and temporal expressions.
    """
    context = build_context(parsed, read, investigation, registry)
    body = find_body(context, read.quantities)
    rows = [_claim(context, quantity, body) for quantity in read.quantities if _is_claim(context, quantity)]
    plans = [claim for claim in rows if claim.modality == "planned"]
    rows = [replace(c, modality="planned") if _is_of_plans(context, c, plans) else c for c in rows]
    unique = {claim.claim_id: claim for claim in (*_responses(context), *rows)}
    return tuple(sorted(unique.values(), key=lambda claim: (claim.start, claim.end, claim.claim_id)))


def _is_claim(context: Context, quantity: Quantity) -> bool:
    """Tell whether *quantity* is a figure that somebody answers for.

    Lengths and speeds are none. "Plusieurs" and "quelques" with a noun are one only where people came to
    harm: "quelques blessés", "plusieurs personnes ont péri".
    """
    lexicon = load_lexicon("claims")
    figure = context.tokens(quantity.start, quantity.end)[1]
    clause = clause_of(figure)
    owed = clause is not None and clause.lemma_ in vocabulary("obliging")  # "il aurait dû verser 300 euros"
    if clause is not None and is_unreal(clause) and not (owed or is_known(figure)):
        return False
    if quantity.unit in load_lexicon("quantities")["length"] or _is_of_sources(context, quantity):
        return False
    if quantity.comparator != "vague" or (quantity.low or 0) >= 10:
        return True
    if quantity.unit in lexicon["harm"] or quantity.predicate in lexicon["harm"]:
        return True
    after = figure.doc[figure.end : min(figure.end + _NEAR, figure.sent.end)]
    return any(token.lemma_ in lexicon["harm"] for token in after)


def _is_of_sources(context: Context, quantity: Quantity) -> bool:
    """Tell whether *quantity* counts only who says so: "d'après deux sources proches du dossier"."""
    paragraph, figure = context.tokens(quantity.start, quantity.end)
    before = figure.doc[max(0, figure.start - _NEAR) : figure.start]
    said = (a for token in before if (a := context.cues.get(paragraph.offset(token))))
    return any(a.speaker_start == quantity.start for a in said)


def _claim(context: Context, quantity: Quantity, body: str) -> Claim:
    place = context.tokens(quantity.start, quantity.end)
    source = find_source(context, quantity, place)
    stance, modality = manner_of(quantity, source, *place)
    dated = about(context, quantity, source)
    if (stance, modality) == ("affirm", "asserted") and is_ahead(context, quantity, dated):
        modality = "planned"
    speakers = source.speakers if source else ()
    phrase = place[1]
    changing = find_changing(quantity, phrase)
    whole, owner = find_whole(phrase, changing), find_owner(context, quantity, place, source, changing)
    site = "" if quantity.place else find_site(phrase, owner)
    owner = tuple(name for name in owner if name != site)
    measured = replace(quantity, subject=quantity.subject or whole) if quantity.unit == "%" else quantity
    since = source.content_start if source else 0
    headed = quantity.section == "heading"  # "France : PSA va supprimer 300 emplois"
    sites = {entity.text for entity in phrase.sent.ents if entity.label_ == "LOC"}
    nobody = body and (headed or all(name in sites or name[:1].islower() for name in owner))
    if nobody and points_back(context, measured, phrase, body, since):
        owner = (body, *(() if headed else owner))  # "ces coupes touchent Aulnay (300 emplois)"
    state = find_state(quantity, phrase)
    reduced = (changing.lemma_,) if changing and quantity.unit != "%" else ()
    money = whole and quantity.unit in vocabulary("currencies")
    return Claim(
        **shared_fields(quantity, Claim) | {"subject": measured.subject, "place": quantity.place or site},
        claim_id=stable_id("c", quantity.article_id, quantity.start, quantity.end),
        topic=_topic(context, quantity, phrase, (*reduced, *_done_to(quantity, phrase)), state),
        claimant=speakers,
        claimant_text=source.speaker_text if source else "",
        stance=stance,
        modality=modality,
        said_on_ref=said_on(context, source),
        about_ref=dated,
        owner=(*owner, whole) if money else owner,
        state=state,
        change=find_change(quantity, phrase, changing),
        statement_id=APART if is_size(phrase) or is_beside(phrase) else "",
    )


def _topic(
    context: Context, quantity: Quantity, phrase: Span, predicates: tuple[str, ...], state: str
) -> str:
    """Return the topic of *phrase*; of the ill who are only moved it is that of patients."""
    harm, moved, unit = find_harm(phrase), load_lexicon("claims")["moved"], quantity.unit
    if unit in moved["hurt"] and quantity.predicate in moved["verbs"]:
        predicates = ()
    found = find_topic(context, quantity.start, quantity.end, (*predicates, *harm), unit=unit, state=state)
    if harm or found not in load_lexicon("topics") or unit not in moved["who"]:
        return found
    patients = (topic.key for topic in context.investigation.topics if moved["as"] in topic.words)
    return next(patients, OTHER) if quantity.predicate in moved["verbs"] else found


def _done_to(quantity: Quantity, figure: Span) -> tuple[str, ...]:
    """Return the verb or noun that governs *figure*, none where it stops a thing: "le bus s'est arrêté"."""
    verb = next((token for token in figure.root.ancestors if token.lemma_ == quantity.predicate), None)
    if verb is not None and verb.pos_ == "NOUN" and any(t.like_num and t.i < verb.i for t in verb.children):
        return ()  # "un mort, cinq blessés"
    if verb is None or not is_of_people(verb):
        return (quantity.predicate,)
    person = not quantity.unit or is_occupation(figure.root.lower_.removesuffix("s"))
    done = is_done_to_people(verb) or (person and figure.root.head == verb)  # "en a arrêté 12"
    return (quantity.predicate,) if done and not is_reflexive(verb) else ()


def _is_of_plans(context: Context, claim: Claim, plans: Sequence[Claim]) -> bool:
    """Return whether *claim* is as firm as *plans*: it is one of them again, in the present, or their rest.

    "Il n'y a donc que 210 embauches, soit une perte sèche de 310 emplois."
    """
    if not plans or (claim.stance, claim.modality) != ("affirm", "asserted"):
        return False
    clause = clause_of(context.tokens(claim.start, claim.end)[1])
    still = clause is None or (finite_tense(clause) == "Pres" and not is_participle(clause))
    return still and any(_counted(plan) == _counted(claim) for plan in plans)


def _counted(claim: Claim) -> tuple[float | None, float | None, str]:
    return claim.low, claim.high, claim.unit if claim.topic == OTHER else claim.topic


def _responses(context: Context) -> Iterator[Claim]:
    for attribution in context.attributions:
        start, end = attribution.content_start, attribution.content_end
        if attribution.kind != "response":
            if attribution.stance not in ("deny", "no_comment") or not attribution.speakers:
                continue
            if 0 <= attribution.cue_start < start:
                start = attribution.cue_start
            if any(a.kind == "response" for a in context.attributions_at(start, end)):
                continue
        if 0 <= start < end:
            yield _response(context, attribution, start, end)


def _response(context: Context, attribution: Attribution, start: int, end: int) -> Claim:
    said = attribution.cue_start >= 0 and not start <= attribution.cue_start < end  # words of his own
    words = context.tokens(start, end)[1]
    things = (t for t in words if t.pos_ in ("NOUN", "PROPN", "NUM"))
    bare = not said and all(is_said(token.lower_) for token in things)  # "dément ces propos"
    judges = not {t.lower_ for t in words}.isdisjoint(load_lexicon("responses")["judgements"])  # "rumeur"
    around = (attribution.sentence_start, attribution.sentence_end)
    beside = (around, context.asked_before(start)) if bare or judges else ()
    asked = own_topics(context.investigation.topics)  # only who asks knows what an answer is about
    topics = (find_topic(context, *place) for place in ((start, end), *beside, *context.resumed(*around)))
    topic = next((found for found in topics if found in asked), OTHER)
    shared = shared_fields(attribution, Claim)
    response = attribution.response or ("denies" if attribution.stance == "deny" else "")
    return Claim(
        **shared | {"said_on_ref": said_on(context, attribution), "response": response},
        claim_id=stable_id("c", attribution.article_id, start, end, "response"),
        start=start,
        end=end,
        text=context.parsed.article.text[start:end],
        topic=topic,
        claimant=attribution.speakers,
        claimant_text=attribution.speaker_text,
    )
