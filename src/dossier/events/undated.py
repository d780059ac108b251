"""Whether an event is told as happened, planned, possible or denied; which happen with no date."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from itertools import takewhile
from typing import TYPE_CHECKING

from dossier.dates.match import read_meaning
from dossier.events.describe import STATEMENT, Place
from dossier.events.triggers import Trigger, words
from dossier.lexicons import word_set
from dossier.records import Statement, TimeExpression
from dossier.syntax.inflection import (
    Inflection,
    auxiliaries,
    comes_after,
    depends_on_another,
    finite_tense,
    inflect,
    is_conditional,
    is_fact,
    is_foreseen,
    is_unreal,
    is_without_trace,
)
from dossier.syntax.senses import supports

if TYPE_CHECKING:
    from dossier.tokens import Token
from dossier.records import Attribution

HEADS = ("title", "heading")


def happens(verb: Token, told: Statement) -> bool:
    """Return whether the clause *told* of *verb* says that something happened or is to happen.

    A change tells one, in a tense of what is done or to come, affirmed and not in direct speech; in a
    heading the present does too ("un train déraille"), and a participle stands for the whole ("un train
    immobilisé").
    """
    if told.polarity == "-" or told.certainty in ("possible", "unknown") or told.kind == "direct":
        return False
    if is_one_of_several(verb):
        return False
    form = inflect(verb)
    still = verb.lemma_ in words("states", "aging") or any(part.dep_ == "cop" for part in auxiliaries(verb))
    return (
        not still
        and not (tells(verb) and not form.passive)
        and form.mood != "Cnd"
        and is_done_or_to_come(verb, form, told)
    )


def tells(verb: Token) -> bool:
    """Return whether *verb* is one that reports words."""
    return verb.pos_ == "VERB" and verb.lemma_ in word_set("reporting", "say", "quote", "noun")


def is_done_or_to_come(verb: Token, form: Inflection, told: Statement) -> bool:
    """Return whether *verb*, of this *form*, stands in a tense that tells what is done or to come."""
    if told.phase == "planned" or form.tense == "future" or form.compound:
        return True
    if form.form == "Fin":
        heading = told.section in HEADS and form.tense == "present"
        return form.passive or heading or finite_tense(verb) == "Past"
    participle = form.form == "Part" and form.tense == "past"
    return participle and bool(verb.dep_ == "ROOT" or told.agent or told.patient or told.date_ref)


def carried(verb: Token, triggers: Iterable[Trigger]) -> Trigger | None:
    """Return the happening that *verb* only says something of: its noun as subject, or with the participle.

    "l'incendie a éclaté", "un contrôle subi en juin", "une enquête a été ouverte"; what is done to an object
    is another happening, "le feu a détruit le hangar", and so is saying so: "la mort annoncée lundi".
    """
    if verb.lemma_ in words("announcing") or any(child.dep_ == "obj" for child in verb.children):
        return None
    for trigger in triggers:
        noun = trigger.head
        subject = noun.head == verb and (noun.dep_.startswith("nsubj") or supports(verb))
        said_of = verb.dep_ == "acl" and verb.head == noun and comes_after(verb) is None
        if noun.pos_ == "NOUN" and (subject or said_of):
            return trigger
    return None


def what_happens(verb: Token) -> Token | None:
    """Return what takes place by *verb* ("le virement a eu lieu"), or *verb*; None for a state."""
    nouns = (child for child in verb.children if child.dep_.startswith("nsubj") and is_happening(child))
    noun = next(nouns, None) if supports(verb) else None
    return noun or (None if verb.lemma_ in words("states") else verb)


def is_named(trigger: Trigger, told: Statement | None) -> bool:
    """Return whether the noun of *trigger* names a happening of some kind, with a word that points at it.

    A heading leaves that word out ("Grève des éboueurs"); words said are the speaker's.
    """
    noun = trigger.head
    if trigger.kind.label.casefold() == STATEMENT or is_negated(noun) or (told and told.kind == "direct"):
        return False
    if is_one_of_several(noun) or is_untrue(noun):
        return False
    if trigger.tokens[0].pos_ == "ADP":  # "le site est à l'arrêt"
        return True
    if any(child.dep_ == "cop" for child in noun.children):  # "c'est un vol qui embarrasse"
        return False
    heading = told is not None and told.section in HEADS
    return heading or is_pointed_at(noun)


def is_one_of_several(word: Token) -> bool:
    """Return whether *word* is told of one occasion of several: "la troisième fois qu'un train déraille"."""
    return any(above.lemma_ in words("occasions") for above in word.ancestors)


def is_happening(noun: Token) -> bool:
    """Return whether *noun* names a happening that no kind of event knows, with a word that points at it."""
    known = noun.pos_ == "NOUN" and noun.lemma_ in words("happenings")
    return known and is_pointed_at(noun) and not is_negated(noun)


def is_pointed_at(noun: Token) -> bool:
    """Return whether an article or a number stands before *noun*, or it points by itself ("celui de …")."""
    return noun.pos_ == "PRON" or any(child.dep_ in ("det", "nummod") for child in noun.children)


def leaves_open(head: Token, told: Statement | None, sentence: str) -> bool:
    """Return whether *sentence* asks whether what *head* tells happened: "La digue a-t-elle cédé mardi ?"."""
    main = head.dep_ in ("ROOT", "ccomp") and sentence.rstrip().endswith("?")
    return main and told is not None and told.certainty == "unknown"


def status_of(head: Token, covering: Iterable[Attribution], when: str = "", *, asked: bool = False) -> str:
    """Return reported, planned, hypothetical or denied, from the verb's form and from what is said of it.

    The conditional of rumour is hypothetical; a future or a verb of planning is planned; a negation denies,
    except ne … que, which only restricts. What an if-clause goes with is hypothetical. *when* is what
    its date means: who calls for a strike on Monday plans it. What is only *asked* is open.
    """
    done = head.dep_ == "acl" and "Past" in head.morph.get("Tense")  # "ceux évacués mardi, promet X"
    covering = () if done else tuple(covering)
    if is_negated(head) or any(attribution.stance == "deny" for attribution in covering):
        return "denied"
    verbs = verbal(head)
    above = [token for token in verbs if token is not head and token.lemma_ in words("planned", "possible")]
    undone = {token.lemma_ for token in above if inflect(token).negated}
    if undone - words("awaiting"):  # "n'envisage pas d'évacuation", but "n'a pas attendu l'attaque"
        return "denied"
    lemmas = {token.lemma_ for token in above if not is_fact(token)} - undone
    if head.pos_ in ("NOUN", "PROPN"):  # "visite prévue"
        lemmas |= {child.lemma_ for child in head.children if child.dep_ in ("amod", "acl")}
    conditional = any(child.lower_ in words("conditions") and child.dep_ == "mark" for child in head.children)
    conditional |= any(map(depends_on_another, verbs))
    said = {attribution.stance for attribution in covering} | {a.modality for a in covering}
    main = [token for token in (head, *verbs) if not token.dep_.startswith(("aux", "cop"))]
    foreseen = any(map(is_foreseen, main))
    conditional |= any(map(is_conditional, main)) and not foreseen
    wished = not when and (
        lemmas & words("asking") or any(asks(token) for token in verbs if token is not head)
    )
    if conditional or asked or wished or lemmas & words("possible") or said & {"hypothetical", "conditional"}:
        return "hypothetical"
    tenses = {finite_tense(token) for token in main}
    others = [t for t in verbs if (t is not head or "Pres" in tenses) and not inflect(t).compound]
    going = any(t.lemma_ in words("going") and t.pos_ != "ADJ" for t in others)  # not "n'est pas allé"
    if any(child.dep_ == "aux:pass" for child in head.children):
        lemmas = lemmas | ({head.lemma_} - words("wishing"))  # "il est attendu mercredi"
    ahead = "Fut" in tenses or foreseen or going or "planned" in said or is_tonight(verbs, when)
    ahead = ahead or is_awaited(head)
    ahead = ahead or read_meaning(when or "ref").tense == "due" or bool(lemmas & words("planned"))
    return "planned" if ahead else "reported"


def is_untrue(head: Token) -> bool:
    """Return whether *head* is of a clause that tells what did not come to pass: "il aurait fallu partir"."""
    up = takewhile(lambda above: above.dep_ not in ("acl:relcl", "advcl", "ccomp"), (head, *head.ancestors))
    return any(is_unreal(verb) for verb in (*up, *verbal(head)))


def asks(verb: Token) -> bool:
    """Return whether *verb* asks for what stands below it: "réclame la fermeture", no "sont appelés à"."""
    summons = verb.lemma_ in words("summoning") and inflect(verb).passive
    return verb.lemma_ in words("asking") and not summons


def is_tonight(verbs: Sequence[Token], when: str) -> bool:
    """Return whether *verbs* say, in the present, that it begins this evening: "s'ouvre ce soir"."""
    said, tenses = read_meaning(when or "offset"), {one for verb in verbs for one in verb.morph.get("Tense")}
    evening = said.kind == "offset" and not (said.n or said.origin) and said.part in ("EV", "NI")
    return evening and tenses == {"Pres"} and any(verb.lemma_ in words("beginning") for verb in verbs)


def is_awaited(noun: Token) -> bool:
    """Return whether *noun* is what something lasts until: "le temps qu'un procès tranche"."""
    first = min((child.i for child in noun.children if child.dep_ == "det"), default=noun.i)
    before = noun.doc[noun.sent.start : first].text.lower().replace("’", "'")
    return noun.pos_ == "NOUN" and before.rstrip("'e").endswith(tuple(words("until")))


def verbal(head: Token) -> list[Token]:
    """Return the verb of the event with its auxiliaries and the modal verbs above it."""
    verbs = [head] if head.pos_ in ("VERB", "AUX") else []
    verbs += [child for child in head.children if child.dep_.startswith(("aux", "cop"))]
    token = head
    while above := token.head if token.dep_ == "xcomp" and token.head is not token else comes_after(token):
        token = above
        verbs += [token, *(child for child in token.children if child.dep_.startswith("aux"))]
    if not verbs and head.dep_ in ("nsubj:pass", "nsubj", "obj", "obl:arg") and head.head.pos_ == "VERB":
        verbs = [head.head, *(c for c in head.head.children if c.dep_.startswith("aux"))]
    return verbs


def is_negated(head: Token) -> bool:
    """Return whether *head* is negated: a verb with ne … pas or aucun … ne, a noun with aucun."""
    if head.pos_ in ("VERB", "AUX"):
        return inflect(head).negated
    return is_without_trace(head) or any(child.lemma_ in words("nobody") for child in head.children)


def night_behind(event: Token, place: Place, expressions: Sequence[TimeExpression]) -> TimeExpression | None:
    """Return the time by which the text behind *place* dates the evening that *event* is, or is of.

    "La soirée s'est achevée par une victoire. Le score n'était pas connu hier soir."
    """
    verb = event if event.pos_ in ("VERB", "AUX") else event.head
    nouns = {event, *(child for child in verb.children if child.dep_ == "nsubj")}
    known = {n.lemma_ for n in nouns if any(child.lemma_ in words("definite") for child in n.children)}
    parts = {part for part in ("EV", "NI") if known & word_set("dates", f"parts.{part}")}
    _, end = place.paragraph.span(place.sentence)
    behind = expressions[bisect_left(expressions, end, key=lambda e: e.start) :] if parts else ()
    near = takewhile(lambda e: e.end <= place.paragraph.section.end, behind)
    return next((e for e in near if e.meaning and read_meaning(e.meaning).part in parts), None)


def is_definite(head: Token, *, noun_only: bool) -> bool:
    """Return whether *head* speaks of a known event: one noun with le, ce or son, or a verb of the past."""
    if head.pos_ == "NOUN":
        known = any(child.dep_ == "det" and child.lemma_ in words("definite") for child in head.children)
        return known and "Plur" not in head.morph.get("Number")
    if noun_only:
        return False
    told = head.tag_ == "VERB" and head.dep_ not in ("acl", "amod")  # "les accords signés" only names it
    return told or any(child.dep_.startswith("aux") for child in head.children)


def reach(said: Attribution) -> tuple[int, int]:
    """Return the stretch of *said*, its cue included."""
    start, end = said.content_start, said.content_end
    if said.cue_start < 0:
        return start, end
    return min(start, said.cue_start), max(end, said.cue_end)


def covering(attributions: Iterable[Attribution], start: int, end: int) -> tuple[Attribution, ...]:
    """Return the attributions whose reported words hold *start* to *end*."""
    return tuple(
        a for a in attributions if a.kind != "response" and a.content_start <= start and end <= a.content_end
    )


def sources(attributions: Iterable[Attribution], head: Token, when: str = "") -> str:
    """Return who says it, by canonical name where known; of the year of a participle, who is quoted."""
    told = read_meaning(when or "ref")
    known = head.dep_ == "acl" and told.year and not (told.month or told.day)  # "fondé en 1987"
    said = (a for a in attributions if not known or a.kind == "direct")
    names = [name for a in said for name in (a.speakers or (a.speaker_text,)) if name]
    return "|".join(dict.fromkeys(names))
