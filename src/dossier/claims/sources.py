"""Who answers for a figure: the innermost speaker, a holder without a clause, or the newspaper."""

import re
from dataclasses import replace
from itertools import takewhile

from dossier.claims.context import Context, Place
from dossier.language import Paragraph
from dossier.lexicons import load_lexicon, word_set
from dossier.quantities import clause_of, is_gapped
from dossier.records import Attribution, Quantity, shared_fields
from dossier.registry import name_key
from dossier.syntax.inflection import auxiliaries, finite_tense, inflect
from dossier.syntax.sentence import is_finite
from dossier.syntax.vocabulary import names_bodies, roles, vocabulary
from dossier.tokens import Span, Token


def find_source(context: Context, quantity: Quantity, place: Place) -> Attribution | None:
    """Return the innermost attribution that lays *quantity* to somebody, else the answer it stands in.

    Who counts or claims a figure stands inside what others say of it. What the newspaper puts in by itself is
    nobody's: a note of the editor, a clause that leaves the tense of what is reported.
    """
    if _in_editors_note(context.parsed.article.text, quantity) or _is_converted(context, quantity):
        return None
    beside = find_beside(context, quantity, place)
    results = {*load_lexicon("claims")["tally"], *load_lexicon("claims")["results"]}
    if beside and results.isdisjoint(beside.speakers[0].lower().split()):
        return beside
    holder = find_holder(context, quantity, place)
    around = context.attributions_at(quantity.start, quantity.end)
    holding = sorted(
        (a for a in around if a.content_start <= quantity.start and quantity.end <= a.content_end),
        key=lambda a: (a.kind == "response", a.content_end - a.content_start, a.content_start),
    )
    for attribution in holding:
        if _leaves_the_report(place, attribution) or _is_of_another(place, attribution):
            continue
        if _leads(context, quantity, attribution):
            continue
        inside = holder and attribution.content_start <= holder.cue_start < attribution.content_end
        between = holder and holder.cue_start < attribution.cue_start < quantity.start
        by = holder and holder.modality == "estimated" and holder.speaker_start > quantity.start
        asserts = holder and (by or holder.modality == "asserted" or not attribution.speakers)
        return holder if asserts and inside and not between else attribution
    return holder or _carried(context, quantity) or _tallied(context, quantity, place)


def _tallied(context: Context, quantity: Quantity, place: Place) -> Attribution | None:
    """Return whose count its sentence gives: "le bilan arrêté lundi par X est de 9 morts"."""
    words = place[1].sent
    beside = {*vocabulary("by", "of"), *load_lexicon("quantities")["grammar"]["of_the"]}
    tally = next((t for t in words if t.lower_ in load_lexicon("claims")["tally"]), words[-1])
    for token in takewhile(lambda t: not is_finite(t), words.doc[tally.i + 1 : words.end]):
        noun = noun_after(token) if token.lower_ in beside else None
        the = noun and token.nbor().lower_ in vocabulary("definite_articles")
        agent = the if token.lower_ in vocabulary("by") else noun and names_bodies(noun.lower_)
        ours = noun and noun.nbor(-1).lower_ in load_lexicon("responses")["own_people"]
        if noun and not ours and (agent or noun.ent_type_ in ("ORG", "PER")):
            names, cue = (resolve_name(context, noun),), words.doc[tally.i : tally.i + 1]
            return _attribution(quantity, place[0], cue, names, noun.text)
    return None


def _carried(context: Context, quantity: Quantity) -> Attribution | None:
    """Return whose report goes on to *quantity* although its clause names nobody, or None.

    "Selon X" at its head covers a sentence to its end; "P, dit X, et Q" goes on behind the inserted verb.
    """
    here, text = quantity.sentence_start, context.parsed.article.text
    named = [a for a in context.attributions if a.speakers and a.cue_start < quantity.start]
    said = max((a for a in named if a.cue_start >= here), key=lambda a: a.cue_start, default=None)
    if said is None and quantity.conditional:  # "Selon X, P. Il aurait perdu 300 euros."
        close = (a for a in named if a.sentence_end <= here and text[a.sentence_end : here] == " ")
        said = next((a for a in close if a.cue_start == a.sentence_start), None)
    if said is None or said.kind == "response":
        return None
    opened = said.cue_start == said.sentence_start and said.content_end < quantity.start
    behind = text[max(said.cue_end, said.speaker_end) : quantity.start].split()
    lexicon = load_lexicon("claims")
    goes_on = {*behind[:2]} & {*lexicon["resuming"]} or {*behind[-1:]} & {*lexicon["including"]}
    resumed = said.content_end <= said.cue_start and goes_on
    apart = any(f" {words}" in " ".join(behind) for words in vocabulary("contrasting"))
    rumoured = quantity.conditional and said.speaker_end < quantity.start and not apart
    if opened or resumed or rumoured:  # "P, dit-elle, et il aurait perdu 300 euros"
        return replace(said, content_start=quantity.start, content_end=quantity.end)
    return None


def _in_editors_note(text: str, quantity: Quantity) -> bool:
    """Tell whether *quantity* stands between brackets with a note such as NDLR."""
    before = text[quantity.sentence_start : quantity.start]
    opening = max(before.rfind("("), before.rfind("["))
    if opening < 0 or any(mark in before[opening:] for mark in ")]"):
        return False
    note = re.split(r"[)\]]", text[quantity.end : quantity.end + 120], maxsplit=1)[0]
    note = (before[opening:] + note).lower()
    return any(word in note for word in load_lexicon("claims")["editor"])


def _is_converted(context: Context, quantity: Quantity) -> bool:
    """Tell whether the newspaper puts a sum into other money: "900 dollars (environ 830 euros)"."""
    before = context.parsed.article.text[max(0, quantity.start - 60) : quantity.start]
    sum_, opened, lead = before.rpartition("(")
    money = vocabulary("currencies")
    converts = opened and lead == "" and not money.isdisjoint(re.findall(r"\w+|€", sum_.lower())[-3:])
    return bool(converts) and not money.isdisjoint(quantity.unit.lower().split())


def _leads(context: Context, quantity: Quantity, attribution: Attribution) -> bool:
    """Tell whether *quantity* only leads to words in marks: "Les 300 postes sont, selon X, « sauvés »"."""
    first = min(attribution.quotes, default=(0, 0))[0]
    before = context.parsed.article.text[attribution.cue_start : first].rstrip(' «"“\u00a0')
    return quantity.end <= attribution.cue_start and before.endswith(",")


def _is_of_another(place: tuple[Paragraph, Span], attribution: Attribution) -> bool:
    """Tell whether "selon X" goes with a bare figure behind this one: "des milliers, 4 200 selon X"."""
    paragraph, phrase = place
    cue = paragraph.char_span(attribution.cue_start, attribution.cue_end)
    if cue is None or cue.start <= phrase.end or cue[0].pos_ != "ADP":
        return False
    first = cue.start
    while first > phrase.end and (phrase.doc[first - 1].like_num or phrase.doc[first - 1].is_digit):
        first -= 1
    return phrase.end < first < cue.start and phrase.doc[first - 1].pos_ in ("PUNCT", "CCONJ")


def _leaves_the_report(place: tuple[Paragraph, Span], attribution: Attribution) -> bool:
    """Tell whether the newspaper itself speaks in a relative clause of a reported one.

    Reported after a past verb, French shifts the tenses ("que 300 hommes se trouvaient"); a relative clause
    that stays in the present ("où l'armée occupe trois villages") is no part of what was said. So where what
    happened is told with what always is: "selon elle, on a volé une usine qui emploie 340 ouvriers".
    """
    paragraph, phrase = place
    verb = clause_of(phrase)
    if attribution.kind != "indirect" or verb is None or verb.dep_ != "acl:relcl":
        return False
    content = paragraph.char_span(attribution.content_start, attribution.content_end)
    within = range(content.start, content.end) if content is not None else range(0)
    if verb.i not in within:  # that of the source: "d'après deux témoins, qui requièrent l'anonymat, …"
        return False
    above = next((t for t in verb.ancestors if t.i in within and t.pos_ in ("VERB", "AUX")), None)
    forms = (above, *auxiliaries(above)) if above is not None else ()
    moved = any(t.morph.get("Tense") == ["Imp"] or t.morph.get("Mood") == ["Cnd"] for t in forms)
    past = above is not None and inflect(above).tense == "past" and inflect(verb).tense == "present"
    return past or (moved and finite_tense(verb) == "Pres")


_NEAR = 3  # words of a bracket that names who has counted
_BESIDE = 12  # words behind a figure in which its source may stand without a verb between
_STOPS = (";", ".", ")", "»", '"', "”")


def find_holder(context: Context, quantity: Quantity, place: Place) -> Attribution | None:
    """Return an attribution of *quantity* to who holds it by the verb nearest to it, or None.

    Nobody asks for the known number that it is for: "requiert du sursis contre les douze prévenus".
    """
    over = context.held.covering(quantity.start, quantity.end)
    found = min(over, key=lambda a: (a.content_end - a.content_start, a.cue_start), default=None)
    if found is None or (found.modality == "sought" and is_known(place[1])):
        return None
    return replace(found, content_start=quantity.start, content_end=quantity.end)


def is_known(figure: Span) -> bool:
    """Return whether *figure* is a known number: "les 900 habitants attendront", "pour les 300 foyers"."""
    before = figure.doc[max(0, figure.start - 2) : figure.start]
    known = before and before[-1].lower_ in load_lexicon("quantities")["definite"]
    acts = figure.root.dep_ == "nsubj" and figure.root.lemma_ in word_set("comparisons", "people", "humans")
    return bool(known and (acts or (before[0].pos_ == "ADP" and before[0].lower_ not in vocabulary("of"))))


def _attribution(
    quantity: Quantity, paragraph: Paragraph, cue: Span, names: tuple[str, ...], words: str
) -> Attribution:
    cue_start, cue_end = paragraph.span(cue)
    return Attribution(
        **shared_fields(quantity, Attribution),
        kind="indirect",
        content_start=quantity.start,
        content_end=quantity.end,
        cue=cue.text,
        cue_start=cue_start,
        cue_end=cue_end,
        speakers=names,
        speaker_text=words,
    )


def find_beside(context: Context, quantity: Quantity, place: tuple[Paragraph, Span]) -> Attribution | None:
    """Return an attribution of *quantity* to whom the words right beside it name, or None."""
    paragraph, phrase = place
    if (counted := _in_brackets(phrase)) and (noun := noun_after(counted[0])):
        return _attribution(quantity, paragraph, counted[1:-1], (resolve_name(context, noun),), noun.text)
    for token in phrase.doc[phrase.end : min(phrase.end + _BESIDE, phrase.sent.end)]:
        opens = token.text in _STOPS or token.lower_ in vocabulary("that")
        if opens or token.pos_ in ("VERB", "AUX") or token.like_num:
            break
        said = (
            context.cues.get(paragraph.offset(token))
            if token.lower_ in vocabulary("preposition_starts")
            else None
        )
        if said:
            return replace(said, content_start=quantity.start, content_end=quantity.end)
    before = reversed(phrase.doc[phrase.sent.start : phrase.start])
    noun = next((t for t in before if t.pos_ in ("NOUN", "PROPN")), None)
    if noun is None:
        return None
    while noun.i and (noun.nbor(-1).text == "-" or (noun.pos_ == noun.nbor(-1).pos_ == "PROPN")):
        noun = noun.nbor(-1)  # "la Croix-Rouge de 450"
    stretch = quantity.sentence_start, quantity.start
    bare = is_gapped(phrase) and any(context.held.meeting(*stretch))
    bare |= (
        _is_for(noun) and phrase.doc[phrase.start - 1].text == "," and any(context.attributions_at(*stretch))
    )
    if not (bare or (_goes_on(phrase, noun) and any(context.attributions_at(*stretch)))):
        return None
    names, named = (resolve_name(context, noun, phrase.start),), _phrase(noun, phrase.start).text
    return _attribution(quantity, paragraph, phrase.doc[noun.i : noun.i + 1], names, named)


def _in_brackets(phrase: Span) -> Span | None:
    """Return the bracket behind a figure that names who has counted: "3 000 (police), 9 000 (CGT)"."""
    behind = phrase.doc[phrase.end : min(phrase.end + _NEAR + 2, phrase.sent.end)]
    close = next((k for k, token in enumerate(behind) if token.text == ")"), 0)
    if close < 2 or behind[0].text != "(":
        return None
    inside, counting = behind[1:close], load_lexicon("claims")["counting"]
    counts = any(token.lower_ in counting for token in inside)
    elsewhere = any(t.lower_ in counting and t.nbor(-1).text == "(" for t in phrase.sent[1:])
    return behind[: close + 1] if counts or (inside.text.isupper() and elsewhere) else None


def _is_for(noun: Token) -> bool:
    """Tell whether "pour" and *noun* open a clause: "Pour X, ce sont 400 ; pour la direction, 250"."""
    opens = noun.i > 2 and noun.nbor(-3).text == ";"
    return opens and noun.nbor(-2).lower_ in vocabulary("weak_prepositions")


def _goes_on(phrase: Span, noun: Token) -> bool:
    """Tell whether the verb is left out behind *noun*: "la police parle de 300, le maire de 900"."""
    of = phrase.doc[phrase.start - 1].lower_ in vocabulary("of", "to")
    of &= phrase.doc[phrase.start - 1].lower_ not in load_lexicon("quantities")["definite"]
    named = noun.lower_ in roles().category or noun.pos_ == "PROPN"
    return of and named and is_gapped(phrase.doc[phrase.start - 1 : phrase.end])


def noun_after(token: Token) -> Token | None:
    """Return the noun or name right behind *token*, past its determiner and adjectives."""
    return next((t for t in token.doc[token.i + 1 : token.i + 4] if t.pos_ in ("NOUN", "PROPN")), None)


def _phrase(noun: Token, stop: int | None = None) -> Span:
    """Return the words that name *noun*, up to a verb, a comma, another preposition than "de" or *stop*."""
    links, doc, end = load_lexicon("claims")["of"], noun.doc, noun.i + 1
    linking = {link.strip() for link in links}
    while end < (noun.sent.end if stop is None else stop):
        token = doc[end]
        named = token.pos_ in ("NOUN", "PROPN", "ADJ", "DET") or token.is_title or token.text == "-"
        if not (named or token.lower_ in linking):
            break
        end += 1
    while end > noun.i + 1 and doc[end - 1].pos_ in ("ADP", "DET"):
        end -= 1
    return doc[noun.i : end]


def resolve_name(context: Context, noun: Token, stop: int | None = None) -> str:
    """Return whom the words of *noun* mean: a known actor, a speaker of the article, or as written."""
    words = _phrase(noun, stop)
    if entry := context.registry.resolve(words.text):
        return entry.name
    key = name_key(words.text)
    speakers = (name for attribution in context.attributions for name in attribution.speakers)
    known = (n for n in speakers if key and f" {name_key(n)}".endswith(f" {key}"))
    of = {name_key(word) for word in vocabulary("of")}
    apart = (n for n in known if not {*name_key(n).removesuffix(key).split()[-2:]} & of)  # "fille de Roux"
    return next(apart, words.text)
