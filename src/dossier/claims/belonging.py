"""Whose a figure is, and whether it is a change: what stands beside a bare number in a sentence.

"5 122 postes à Air France"; "chez Sanofi, 300 postes"; "SFR pourrait supprimer 1 000 postes"; "une baisse
de 3 % de son chiffre d'affaires".
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import chain, pairwise

from spacy.tokens import Span, Token

from dossier.claims.context import Context
from dossier.claims.sources import noun_after, resolve_name
from dossier.language import Paragraph
from dossier.lexicons import load_lexicon
from dossier.records import Attribution, Quantity
from dossier.registry import name_key
from dossier.syntax.inflection import is_participle
from dossier.syntax.vocabulary import names_bodies, sentence_of, vocabulary

_BEHIND = 6  # words behind a counted noun in which its owner begins: "emplois menacés chez le groupe Sanofi"
_NEAR = (
    8  # words of a change before the bracket that measures it: "une chute libre du titre en bourse (- 33 %)"
)


def find_owner(
    context: Context, quantity: Quantity, place: tuple[Paragraph, Span], source: Attribution | None
) -> tuple[str, ...]:
    """Return the body, person or place that the sentence gives the figure to, and the part of it.

    That is who does what is told of it, "chez X" before it, or the name right before it; and what its noun is
    of. None is one who claims it by *source*, stands before what that says ("un audit, que X a lu, relève 9
    failles"), or is the place that the figure has already.
    """
    said = source is not None and source.cue_start >= 0 and source.kind != "held"
    since = source.content_start if source and said and source.cue_start < source.content_start else 0
    phrase = place[1]
    part = next(_behind(context, phrase), "")
    names = _doers(context, quantity, phrase, since)
    added = phrase.start and phrase.doc[phrase.start - 1].lower_ in load_lexicon("claims")["adding"]
    if not (part and added):  # "300 emplois à Rennes, ainsi que 200 dans l'administration"
        names = chain(names, _before(context, quantity, phrase, since))
    whole = "" if part[:1].isupper() else next(names, "")
    found = (
        name for name in dict.fromkeys((whole, part)) if name and not (source and name in source.speakers)
    )
    kept = tuple(name for name in found if not (quantity.place and quantity.place in name))
    return kept or tuple(_headed(source.speakers if source else ()))


def _headed(speakers: Iterable[str]) -> Iterator[str]:
    """Yield the bodies whose heads speak: of "direction de PSA" its own figures are PSA's."""
    lexicon = load_lexicon("claims")
    heads, of = "|".join(lexicon["heads"]), "|".join(sorted(lexicon["of"], key=len, reverse=True))
    found = (re.match(rf"(?:{heads}) (?:{of})(.+)", name) for name in speakers)
    yield from (match[1] for match in found if match)


def find_body(context: Context, quantities: Iterable[Quantity]) -> str:
    """Return the one body that the title gives a figure on staff or trade to: "PSA supprime 300 emplois"."""
    for quantity in (q for q in quantities if q.section == "heading" and _is_of_bodies(q)):
        paragraph, _figure = context.tokens(quantity.start, quantity.end)
        names = {_known(context, entity) for entity in paragraph.doc.ents if entity.label_ == "ORG"}
        claimed = any(context.attributions_at(quantity.start, quantity.end))
        return names.pop() if len(names) == 1 and not claimed else ""
    return ""


def find_site(phrase: Span, owner: Iterable[str]) -> str:
    """Return which *owner* is the place that its sentence sets the figure in: "basée en Isère (300)"."""
    inside = load_lexicon("claims")["inside"]
    places = (e for e in sentence_of(phrase).ents if e.label_ == "LOC" and e.start)
    set_in = {e.text for e in places if phrase.doc[e.start - 1].lower_ in inside}
    return next((name for name in owner if name in set_in), "")


def find_area(phrase: Span) -> str:
    """Return the place without a name of a figure in brackets: "sur tout le territoire (300 employés)"."""
    doc, grammar = phrase.doc, load_lexicon("quantities")["grammar"]
    if not phrase.start or doc[phrase.start - 1].text != "(":
        return ""
    behind = doc[phrase.end : min(phrase.end + _BEHIND, sentence_of(phrase).end)]
    for near in (doc[max(0, phrase.start - _BEHIND) : phrase.start - 1], behind):
        noun = next((t for t in near if t.lemma_ in load_lexicon("claims")["places"]), None)
        led = next((t for t in reversed(doc[near.start : noun.i]) if t.pos_ == "ADP"), None) if noun else None
        if noun and led and led.lower_ in (*grammar["locative"], *grammar["purpose"]):
            told = doc[noun.i + 1 : noun.i + 2]
            return str(doc[led.i + 1 : noun.i + 1 + all(t.pos_ == "ADJ" for t in told)].text)
    return ""


def points_back(context: Context, quantity: Quantity, phrase: Span, body: str, since: int) -> bool:
    """Tell whether a figure without an owner is of *body*, to which its sentence points: "la direction".

    None is where the sentence, from the offset *since* on, names another.
    """
    sentence = sentence_of(phrase)
    first = sentence.start_char + quantity.start - phrase.start_char
    named = [e for e in sentence.ents if e.label_ == "ORG"]
    others = (e for e in named if e.start_char - sentence.start_char + first >= since)
    if not _is_of_bodies(quantity) or any(_known(context, e) != body for e in others):
        return False
    lexicon, words = load_lexicon("claims"), [token.lower_ for token in sentence]
    pointing = vocabulary("demonstratives", "plural_demonstrative")
    return (
        any(_known(context, e) == body for e in named)
        or any(pointing & {word} and after not in lexicon["places"] for word, after in pairwise(words))
        or any(a in lexicon["the"] and (b in lexicon["heads"] or names_bodies(b)) for a, b in pairwise(words))
    )


def _known(context: Context, entity: Span) -> str:
    known = context.registry.resolve(entity.text)
    return known.name if known else entity.text


def _is_of_bodies(quantity: Quantity) -> bool:
    return bool({quantity.unit, *quantity.subject.split()[:1]} & {*load_lexicon("claims")["of_bodies"]})


def find_state(quantity: Quantity, phrase: Span) -> str:
    """Return the words that say what befell the counted, or how they voted: "tués et blessés", "menacés"."""
    sentence, doc = sentence_of(phrase), phrase.doc
    behind = doc[phrase.end : phrase.end + 2]
    if behind and behind[0].lower_ in load_lexicon("claims")["votes"]:
        return behind[0].text if len(behind) < 2 or behind[1].pos_ in ("PUNCT", "CCONJ") else ""
    verb = phrase.root.head
    if phrase.root.dep_ == "nsubj" and verb.pos_ == "VERB":
        voted = re.findall(r"\w+", doc[verb.i + 1 : verb.i + 4].text.casefold())
        said = f" {' '.join(voted)} "
        votes = (word for word in load_lexicon("claims")["votes"] if f" {word} " in said)
        if vote := next(votes, ""):
            return str(vote)
    own = phrase.root.pos_ in ("NOUN", "PROPN")
    nouns = (phrase.root,) if own else (t for t in sentence if quantity.unit and t.lemma_ == quantity.unit)
    for noun in nouns:
        for verb in (t for t in doc[noun.i + 1 : noun.i + 2] if t.head == noun and _is_past_participle(t)):
            return str(verb.text)
    if phrase.root.dep_ != "nsubj:pass" or verb.lemma_ not in load_lexicon("claims")["harm"]:
        return ""
    last = max((t.i for t in verb.children if t.dep_ == "conj" and _is_past_participle(t)), default=verb.i)
    return str(doc[verb.i : last + 1].text)


def _is_past_participle(token: Token) -> bool:
    past = is_participle(token) and token.morph.get("Tense") != ["Pres"]
    return bool(past or (token.dep_ == "conj" and not token.morph.get("Mood")))  # "tués et blessés"


def find_change(quantity: Quantity, phrase: Span, changing: Token | None) -> str:
    """Return ``fall`` or ``rise`` where *phrase* says by how much, ``fewer`` or ``more`` of a margin.

    *changing* is what it measures: `find_changing`. "Dont quatre de moins de 5 ans" tells how old they are.
    """
    lexicon = load_lexicon("claims")["changes"]
    before = phrase.doc[sentence_of(phrase).start : phrase.start]
    behind = " ".join(token.lower_ for token in phrase.doc[phrase.end : phrase.end + 3])
    of = load_lexicon("quantities")["grammar"]["of"]
    compared = any(t.lower_ in of and t.nbor().like_num for t in phrase.doc[phrase.end + 2 : phrase.end + 3])
    for kind, words in lexicon["behind"].items():
        if any(map(behind.startswith, words)) and not compared:
            return str(kind)
    if len(before) > 1 and before[-1].text in lexicon["minus"] and quantity.unit == "%":
        return "fall"
    return next(
        (kind for kind, stock in lexicon["words"].items() if changing and changing.lemma_ in stock), ""
    )


def find_whole(phrase: Span, changing: Token | None) -> str:
    """Return what changes by the figure: of "réduire ses effectifs de 8 %", "chute du titre (- 33 %)"."""
    if changing is None:
        return ""
    until = next((t.i for t in phrase.doc[changing.i : phrase.start] if t.text == "("), phrase.start)
    words = phrase.doc[changing.i + 1 : until]
    first = next((n for n, token in enumerate(words) if token.pos_ in ("NOUN", "PROPN")), len(words))
    while len(words) > first and words[-1].pos_ == "ADP":
        words = words[:-1]
    return str(words[first:].text)


def find_changing(quantity: Quantity, phrase: Span) -> Token | None:
    """Return the noun or verb of change that *phrase* measures: with "de", or in brackets behind it."""
    doc, sentence = phrase.doc, sentence_of(phrase)
    for at in range(max(sentence.start + 2, phrase.start - 2), phrase.start):
        if doc[at].lower_ in load_lexicon("claims")["that_is"] and doc[at - 1].text == ",":
            return find_changing(
                replace(quantity, unit=""), doc[at - 3 : at - 1]
            )  # "de 8 %, soit de 27 000 salariés"
    stock = {word for kind in load_lexicon("claims")["changes"]["words"].values() for word in kind}
    before = doc[sentence.start : phrase.start]
    opened = next((t.i for t in reversed(before) if t.text in "()"), -1)
    if opened >= 0 and doc[opened].text == "(":
        near = doc[max(sentence.start, opened - _NEAR) : opened]
        return next((token for token in near if token.pos_ == "NOUN" and token.lemma_ in stock), None)
    if not before or before[-1].lower_ not in load_lexicon("quantities")["grammar"]["of"]:
        return None
    own = phrase.root
    while own.dep_ == "conj":  # "une baisse de 3 % … et de 31 % …"
        own = own.head
    above = own.head
    known = above.dep_ == "obj" and any(t.pos_ == "DET" for t in above.children)
    changing = next((t for t in (above, above.head if known else above) if t.lemma_ in stock), None)
    moved = changing is not None and changing.pos_ == "VERB" and not known  # "a progressé de 500 mètres"
    return changing if quantity.unit == "%" or not moved else None


def _behind(context: Context, phrase: Span) -> Iterator[str]:
    """Yield the body or person that the words behind the noun name: "435 sièges de la chambre basse"."""
    links = load_lexicon("claims")["belonging"]
    for token in phrase.doc[phrase.end : min(phrase.end + _BEHIND, sentence_of(phrase).end)]:
        if token.is_punct or token.like_num or token.pos_ in ("CCONJ", "SCONJ"):
            return
        if token.ent_type_ == "LOC":
            return
        if token.lower_ in links and (noun := noun_after(token)) and _is_owner(noun):
            listed = [t for t in noun.children if t.dep_ == "conj" and t.pos_ == "NOUN" and t.i > noun.i]
            yield noun.doc[noun.i : listed[-1].i + 1].text if listed else resolve_name(context, noun)
            return


def _is_owner(noun: Token) -> bool:
    """Tell whether *noun* is a body or a proper name, no place."""
    body = names_bodies(noun.lower_) and noun.lower_ not in load_lexicon("claims")["places"]
    return body or noun.ent_type_ in ("ORG", "PER")


def _doers(context: Context, quantity: Quantity, phrase: Span, since: int) -> Iterator[str]:
    """Yield who does what the clause of the figure, *since* an offset, tells: somebody with a name.

    Nobody does where the number is known ("les 270 requis"), or the noun says whose ("soldats russes").
    """
    told = context.told.covering(quantity.start, quantity.end)
    inner = min((s for s in told if s.predicate_start >= since), key=lambda s: s.end - s.start, default=None)
    known = phrase.start and phrase.doc[phrase.start - 1].lower_ in load_lexicon("quantities")["definite"]
    known = known or any(
        name_key(word) in context.registry.adjectives for word in quantity.subject.split()[1:]
    )
    for name in inner.agent if inner and not known else ():
        first = name.split()[0].casefold()
        counted = first.partition("-")[0] in load_lexicon("dates")["numbers"]  # "Dix-neuf enfants"
        proper = name[:1].isupper() and not counted and first not in vocabulary("determiners", "indefinite")
        named = proper or (names_bodies(first) and " " in name)
        if named and not any(map(str.isdigit, name)) and quantity.text not in name:
            yield name


def _before(context: Context, quantity: Quantity, phrase: Span, since: int) -> Iterator[str]:
    """Yield "chez X" from the offset *since* to the figure, else the name that no verb parts from it."""
    links, doc, begins = (
        load_lexicon("claims")["at"],
        phrase.doc,
        since - (quantity.start - phrase.start_char),
    )
    first = next((t.i + 1 for t in reversed(doc[: phrase.start]) if t.text == ";"), 0)
    stretch = doc[max(first, sentence_of(phrase).start) : phrase.start]
    stretch = [token for token in stretch if token.idx >= begins]
    for token in reversed(stretch):
        if token.lower_ in links and (noun := noun_after(token)):
            yield resolve_name(context, noun)
            return
    dated = context.expressions_in(quantity.sentence_start, quantity.start)
    aside = any(token.text == "(" for token in doc[max(0, phrase.start - 2) : phrase.start])
    named = (
        ("ORG", "LOC", "MISC") if aside else ("ORG", "LOC")
    )  # "la guerre de Corée (trois millions de morts)"
    text = context.parsed.article.text
    for token in reversed(stretch):
        number = token.like_num and not any(token.text in text[e.start : e.end] for e in dated)
        if number or (token.pos_ in ("VERB", "AUX") and token.morph.get("Mood")):
            return
        if token.ent_type_ in named:
            yield next(e.text for e in doc.ents if e.start <= token.i < e.end)
            return
