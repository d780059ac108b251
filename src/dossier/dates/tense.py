"""Past, present or future: what the verb over an expression says, for dates that leave week or year open."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from dossier.dates.match import word_list
from dossier.dates.units import fold_word
from dossier.syntax.inflection import auxiliaries, inflect, morphological_tense
from dossier.syntax.vocabulary import vocabulary

if TYPE_CHECKING:
    from dossier.tokens import Span, Token


def tense_of(span: Span, *, within_day: bool = False, month: bool = False) -> str:
    """Return ``past``, ``present``, ``future`` or nothing for the verb that governs *span*.

    *within_day*: a time of a day, which is of today where the verb is: "elle diffuse depuis midi". *month*:
    a month, which is ``ahead``, rather to come, behind a present or what had to be: "se retire fin mai". A
    bare weekday is ``due`` where what was to come on it lies back: "avait été convoqué pour mardi".
    """
    token, ahead = span.root, "due" if _was_due(span) else "future"
    if (told := _of_preposition(span)) and not (within_day and told == "past"):
        return ahead if told == "future" else told
    for verb in (*_participle_before(span), *_verb_behind(span), token, *token.ancestors):
        if verb.pos_ in ("VERB", "AUX") and verb.i not in range(span.start, span.end):
            found = _of_verb(verb)
            if found == "future" and _is_set_off(span) and _is_for(verb) and _is_past(verb.head):
                found = "past"  # "a invoqué une loi pour refuser, mardi, de répondre"
            if found == "present" and _tells_done(verb, span):
                found = "past"
            found = ahead if found == "future" else found
            if found == "future" and _before(verb) == "pluperfect" and not _is_put_off(verb, span):
                found = "unsure"  # "avait été convoquée en mai": the month of the call, or of the meeting?
            if found == "future" and _is_called_off(verb):
                return "present"
            if found == "past" and _is_put_off(verb, span):
                return ahead
            if found == "past" and (announced := _announced(verb, span)):
                return "future" if word_list("found_out").isdisjoint(announced) else ""
            if found:
                rather = month and found in ("open", "present") and _is_of_plan(verb, span)
                return "ahead" if rather else found.replace("open", "")
    words, told = [token.lower_ for token in span.sent], _of_verb(span.sent.root)
    coming = any(looks_future(word) or fold_word(word) in word_list("next") for word in words)
    return "" if told == "open" else told or ("future" if coming else "")


def _was_due(span: Span) -> bool:
    """Tell whether *span* is a bare weekday of a plan that is told of in the past: "était prévue mardi"."""
    names = {fold_word(token.lower_) for token in span} & word_list("weekdays")
    verbs = (token for token in (span.root, *span.root.ancestors) if token.pos_ in ("VERB", "AUX"))
    if not names or any(token.like_num for token in span) or (verb := next(verbs, None)) is None:
        return False
    if inflect(verb).form == "Inf" and fold_word(verb.head.lemma_) in word_list("prospective"):
        verb = verb.head
    expected = fold_word(verb.lower_).removesuffix("s") in word_list("expected")
    back = expected and inflect(verb).passive and _stands_in(verb, "Imp")
    return back or _before(verb) == "pluperfect"


def _is_set_off(span: Span) -> bool:
    """Tell whether *span* stands between commas, so that it is of the whole that the verb above it tells."""
    first = span.start - (span.doc[max(0, span.start - 1)].pos_ == "ADP")
    return [span.doc[place].text for place in (max(0, first - 1), min(span.end, len(span.doc) - 1))] == [
        ",",
        ",",
    ]


def _is_for(verb: Token) -> bool:
    """Tell whether *verb* is an infinitive of purpose: "pour refuser"."""
    marks = {child.lower_ for child in verb.children if child.dep_ == "mark"}
    return "Inf" in verb.morph.get("VerbForm") and bool(marks & word_list("purpose"))


def _is_of_plan(verb: Token, span: Span) -> bool:
    """Tell whether *span* stands behind *verb*, which acts; not "vaut 3 % en mai", "l'arrêté de mai"."""
    between = verb.doc[verb.i + 1 : span.start]
    counted = any(token.like_num for token in between) or {t.lower_ for t in between[-1:]} & word_list("of")
    return verb.i < span.start and not counted and not inflect(verb).passive


def before_story(span: Span) -> str:
    """Return ``pluperfect`` for *avait pris à 6 heures*, ``perfect`` for *avoir pris à 6 heures*."""
    verbs = (token for token in (span.root, *span.root.ancestors) if token.pos_ == "VERB")
    return next((_before(verb) for verb in verbs), "")


def _before(verb: Token) -> str:
    helpers = [form for form in auxiliaries(verb) if form.lemma_ in word_list("have")]
    if any("Inf" in form.morph.get("VerbForm") for form in helpers):
        return "perfect"
    return "pluperfect" if any(form.morph.get("Tense") == ["Imp"] for form in helpers) else ""


def goes_on(span: Span) -> bool:
    """Tell whether *span* begins what is so today: *depuis midi*; *à 20 h 05, il tombe* may tell a story."""
    before = {fold_word(word.lower_) for word in span.doc[max(0, span.start - 3) : span.start]}
    return bool(before & word_list("ever_since"))


def _of_preposition(span: Span) -> str:
    """Return what the words before *span* say: *depuis mardi*, *d'ici vendredi*, *vendue lundi, …*."""
    token = span.root
    lead = span.doc[max(0, span.start - 3) : span.start]
    before = {fold_word(word.lower_) for word in lead if word.dep_ != "mark"}  # "pour refuser, mardi, …"
    ahead, nouns = word_list("ahead"), ("NOUN", "PROPN")
    near = next((w for w in reversed(lead) if w.pos_ in nouns or fold_word(w.lower_) in ahead), None)
    for_it = near is not None and fold_word(near.lower_) in ahead  # not "su pour la vente mardi"
    if before & word_list("ever_since") or (_after_event(span) and not for_it):
        return "past"
    until = before & word_list("until") and (span.end <= token.head.i or not _is_past(token.head))
    return "future" if until or for_it else ""


def _announced(verb: Token, span: Span) -> list[str]:
    """Return the nouns of what *verb* announces for *span*: *a annoncé la fermeture du site en juin*."""
    between = verb.doc[verb.i + 1 : span.start]
    nouns = [fold_word(word.lemma_) for word in between if word.pos_ == "NOUN"]
    weekday = any(fold_word(word.lower_) in word_list("weekdays") for word in span)
    told = fold_word(verb.lemma_) in word_list("announcing") and not weekday
    return [noun for noun in nouns if noun not in word_list("weekdays")] if told else []


def _tells_done(verb: Token, span: Span) -> bool:
    """Tell whether *verb* tells of what is done: *accuse le maire d'avoir, dimanche, vendu un lot*."""
    before = verb.doc[verb.i + 1 : span.start]
    return any(
        token.lemma_ in vocabulary("auxiliaries")
        and "Inf" in token.morph.get("VerbForm")
        and "Past" in token.head.morph.get("Tense")
        for token in before
    )


def _is_called_off(verb: Token) -> bool:
    """Tell whether the day of what *verb* plans may be over: *prévue lundi, a été annulée*, *étaient là*."""
    main = next((token for token in verb.ancestors if token.pos_ in ("VERB", "AUX")), verb.sent.root)
    called_off = fold_word(main.lemma_) in word_list("called_off")
    return verb.dep_ == "acl" and (called_off or _stands_in(main, "Imp"))


def _is_put_off(verb: Token, span: Span) -> bool:
    """Tell whether *span* is what was put off to or asked to: *remis au 3 mai*, *convié à un débat lundi*."""
    lemma, to = fold_word(verb.lemma_), word_list("to")
    led = span.start > verb.i and fold_word(verb.doc[span.start - 1].lower_) in to
    nouns = (word for word in verb.doc[verb.i + 1 : span.start] if word.pos_ == "NOUN")
    cases = (child for noun in nouns for child in noun.children if child.dep_ == "case")
    asked = any(fold_word(case.lower_) in to for case in cases)
    return (led and lemma in word_list("put_off")) or (asked and lemma in word_list("convening"))


def _after_event(span: Span) -> bool:
    """Tell whether *span* dates what is over: *après la défaite de samedi*, *suite au vote, en mai, de …*."""
    before = [word for word in span.doc[span.sent.start : span.start] if word.dep_ not in ("case", "punct")]
    aside = before[-1:] if _is_set_off(span) and before[-1].pos_ == "NOUN" else []
    for noun in chain(aside, *(word.ancestors for word in aside), span.root.ancestors):
        if noun.pos_ not in ("NOUN", "PROPN"):
            return False
        cases = {fold_word(child.lower_) for child in noun.children if child.dep_ == "case"}
        if word_list("since") & (cases | {fold_word(noun.lower_)}):
            return True
    return False


def tells_once(span: Span) -> bool:
    """Tell whether the verb over *span* is of the kind that tells what happened once: *a été*, *fut*."""
    verbs = (token for token in (span.root, *span.root.ancestors) if token.pos_ in ("VERB", "AUX"))
    verb = next(verbs, None)
    return verb is not None and (inflect(verb).compound or _stands_in(verb, "Past"))


def _stands_in(verb: Token, *tenses: str) -> bool:
    """Tell whether *verb* or an auxiliary of it is finite and in one of *tenses*."""
    finite = (form for form in (verb, *auxiliaries(verb)) if "Fin" in form.morph.get("VerbForm"))
    return any(form.morph.get("Tense") == [tense] for form in finite for tense in tenses)


def _is_past(verb: Token) -> bool:
    """Tell whether *verb* is past beyond doubt, not a state of today like *est fermé jusqu'à lundi*."""
    has = any(form.lemma_ in word_list("have") for form in auxiliaries(verb))
    return has or _stands_in(verb, "Imp", "Past")


def _participle_before(span: Span) -> list[Token]:
    """Return the participle right before *span*, be it for a preposition: *déclenchée début août*."""
    place = span.start - 1
    while place >= 0 and span.doc[place].pos_ in ("ADP", "DET") and place > span.start - 4:
        place -= 1
    before = span.doc[place] if place >= 0 else None
    return [before] if before is not None and "Part" in before.morph.get("VerbForm") else []


def _verb_behind(span: Span) -> list[Token]:
    """Return the finite verb behind *span*, set off from its subject: *et l'école, lundi, n'ouvrira pas*."""
    first, rest = span.start - 2, span.doc[span.end + 1 : span.sent.end]
    if not _is_set_off(span) or first < 0 or span.doc[first].pos_ not in ("NOUN", "PROPN"):
        return []
    verb = next((token for token in rest if token.pos_ not in ("PRON", "ADV", "PART")), None)
    if verb is None or "Fin" not in verb.morph.get("VerbForm"):
        return []
    return [verb.head if verb.dep_.startswith("aux") else verb]


def _of_verb(verb: Token) -> str:
    word = fold_word(verb.lower_).removesuffix("s")
    helpers = auxiliaries(verb)
    forms = (verb, *helpers)
    finite = [form for form in forms if "Fin" in form.morph.get("VerbForm")]
    tenses = set(map(morphological_tense, finite))
    inflection = inflect(verb)
    participle = "Part" in verb.morph.get("VerbForm") and "Past" in verb.morph.get("Tense")
    passive = participle and any("Inf" in form.morph.get("VerbForm") for form in helpers)
    infinitive = "Inf" in verb.morph.get("VerbForm") or (passive and not _is_past(verb))  # "doit être jugée"
    participle = participle and not infinitive
    if "Fut" in tenses or looks_future(word):
        return "future"
    had = any(form.lemma_ in word_list("have") for form in helpers)
    done = word in word_list("done") or (word in word_list("done_by_somebody") and not inflection.passive)
    expected = word in word_list("expected") and not (had and done)
    both = verb.lemma_.endswith("ir") and verb.lower_ == verb.lemma_[:-1] + "t"  # "réunit": news means today
    if both or (_is_present_passive(verb, helpers) and not expected):
        return "present"
    if inflection.mood == "Cnd" or (participle and expected):
        return "past" if (participle or inflection.compound) and not expected else "future"
    told = any(form.dep_ == "aux:tense" for form in helpers) and bool(finite)  # "a été froid"
    told = told or fold_word(verb.lemma_) in word_list("of_past")
    if participle or told or tenses & {"Past", "Imp"}:
        return "past"
    if infinitive or "Pres" not in tenses:
        return _of_infinitive(verb) if infinitive else ""
    lemma = fold_word(verb.lemma_)
    due = any(f"{lemma} {fold_word(child.lower_)}" in word_list("due") for child in verb.children)
    return "future" if due or lemma in word_list("prospective") else "present"


def _of_infinitive(verb: Token) -> str:
    """Return the tense of *doit ouvrir*, *prévu de revenir*, *pour rencontrer*, *a plu avant de neiger*."""
    head = verb.head
    led = head.i != verb.i and head.pos_ in ("VERB", "AUX")
    if led and fold_word(head.lemma_) in word_list("prospective"):
        above = _of_verb(head) if head.morph.get("VerbForm") != ["Inf"] else "future"
        return "open" if above == "past" else "future"
    marks = {child.lower_ for child in verb.children if child.dep_ == "mark"}
    if marks & word_list("just_before") and _of_verb(head) == "past":
        return "open"
    of_now = marks & word_list("of") and fold_word(head.lemma_) in word_list("of_now")
    return "future" if marks & word_list("purpose") and not of_now else ""


def _is_present_passive(verb: Token, helpers: tuple[Token, ...]) -> bool:
    """Tell whether this is *est organisée*: what goes on or is to come; *est décédée* is past."""
    reflexive = any(child.dep_.startswith("expl") for child in verb.children)
    over = reflexive or verb.lemma_.lower() in vocabulary("with_be")
    present = [form.dep_ == "aux:pass" and form.morph.get("Tense") == ["Pres"] for form in helpers]
    return bool(helpers) and all(present) and not over


def looks_future(word: str) -> bool:
    """Return whether *word* ends as a verb of the future does."""
    return len(word) > 4 and word.endswith(("era", "eront", "irait", "ira", "iront", "dra", "dront"))
