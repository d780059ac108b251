"""Whose a figure is: what stands beside a bare number in a sentence.

"5 122 postes à Air France"; "chez Sanofi, 300 postes"; "SFR pourrait supprimer 1 000 postes".
"""

import re
from collections.abc import Iterable, Iterator
from itertools import chain, pairwise, takewhile

from dossier.claims.context import Context
from dossier.claims.sources import noun_after, resolve_name
from dossier.language import Paragraph
from dossier.lexicons import load_lexicon
from dossier.records import Attribution, Quantity
from dossier.registry import name_key
from dossier.syntax.inflection import is_participle
from dossier.syntax.vocabulary import names_bodies, vocabulary
from dossier.tokens import Span, Token

_BEHIND = 6  # words behind a counted noun in which its owner begins: "emplois menacés chez le groupe Sanofi"
_JOINTS = ("-", "&")  # behind these a name is a part of one: "Croix-Rouge", "Rivaz & Cie"


def find_owner(
    context: Context,
    quantity: Quantity,
    place: tuple[Paragraph, Span],
    source: Attribution | None,
    changing: Token | None,
) -> tuple[str, ...]:
    """Return the body, person or place that the sentence gives the figure to, and the part of it.

    That is who does what is told of it, "chez X" before it, or the name right before it; and what its noun is
    of. None is one who claims it by *source*, stands before what that says ("un audit, que X a lu, relève 9
    failles"), or is the place that the figure has already.
    """
    said = source is not None and source.cue_start >= 0 and source.kind != "held"
    since = source.content_start if source and said and source.cue_start < source.content_start else 0
    phrase = place[1]
    if phrase.root.head.lower_ in load_lexicon("claims")["parents"]:  # "père de deux enfants, il servait X"
        return ()
    part = next(_behind(context, phrase), "")
    names = _doers(context, quantity, phrase, since, changing)
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
    places = (e for e in phrase.sent.ents if e.label_ == "LOC" and e.start)
    set_in = {e.text for e in places if phrase.doc[e.start - 1].lower_ in inside}
    return next((name for name in owner if name in set_in), "")


def points_back(context: Context, quantity: Quantity, phrase: Span, body: str, since: int) -> bool:
    """Tell whether a figure without an owner is of *body*, to which its sentence points: "la direction".

    None is where the sentence, from the offset *since* on, names another.
    """
    sentence = phrase.sent
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


def _behind(context: Context, phrase: Span) -> Iterator[str]:
    """Yield the body or person that the words behind the noun name: "435 sièges de la chambre basse".

    Behind a verb it is who does or has something else, but for "chez": "300 pointent chaque matin chez PSA".
    """
    links, apart = load_lexicon("claims")["belonging"], False
    for token in phrase.doc[phrase.end : min(phrase.end + _BEHIND, phrase.sent.end)]:
        if token.is_punct or token.like_num or token.pos_ in ("CCONJ", "SCONJ"):
            return
        if token.ent_type_ == "LOC":
            return
        linking = token.lower_ in links and not token.nbor().like_num
        apart |= token.pos_ == "VERB" and not is_participle(token)  # "300 à en croire la communauté de X"
        apart |= bool(token.morph.get("Mood")) or (token.pos_ == "ADP" and not linking)
        if apart and token.lower_ not in load_lexicon("claims")["at"]:
            continue
        if linking and (noun := noun_after(token)) and _is_owner(noun) and not _is_given(phrase, token, noun):
            yield resolve_name(context, noun)
            return


def _is_given(figure: Span, link: Token, noun: Token) -> bool:
    """Tell whether *noun* gets money or is one of a row: "verse 3 millions à la ville", "au bureau n° 7"."""
    money = {*vocabulary("currencies"), *load_lexicon("quantities")["scales"]}
    given = link.lower_ in vocabulary("to") and any(token.lemma_ in money for token in figure)
    return given or noun.doc[noun.i + 1 : noun.i + 2].text.lower() in load_lexicon("claims")["numbered"]


def _is_owner(noun: Token) -> bool:
    """Tell whether *noun* is a body or a proper name, no place."""
    body = names_bodies(noun.lower_) and noun.lower_ not in load_lexicon("claims")["places"]
    return body or noun.ent_type_ in ("ORG", "PER")


def _doers(
    context: Context, quantity: Quantity, phrase: Span, since: int, changing: Token | None
) -> Iterator[str]:
    """Yield who has, sends, loses … what is counted, by a name of its sentence, *since* an offset.

    What others do to it says nothing of whose it is: of "le tribunal a condamné neuf personnes" nobody's.
    Nobody does where the number is known ("les 270 requis"), or the noun says whose ("soldats russes").
    """
    told = context.told.covering(quantity.start, quantity.end)
    inner = min((s for s in told if s.predicate_start >= since), key=lambda s: s.end - s.start, default=None)
    known = phrase.start and phrase.doc[phrase.start - 1].lower_ in load_lexicon("quantities")["definite"]
    known = known or any(
        name_key(word) in context.registry.adjectives for word in quantity.subject.split()[1:]
    )
    if inner is None or known or not _is_had(phrase, changing):
        return
    sentence = phrase.sent
    whole = [e for e in sentence.ents if not (e.start and e.doc[e.start - 1].text in _JOINTS)]
    named = {_known(context, entity) for entity in whole}
    for name in inner.agent:
        words = set(name.split())
        body = names_bodies(name.split()[0].casefold()) and " " in name and name in sentence.text
        parts = [(words, set(entity.text.split())) for entity in whole]
        alike = any(own >= said or (own < said and all(map(str.islower, said - own))) for own, said in parts)
        if body or name in named or alike:  # "le groupe Renault" is Renault, "Rivaz & Cie" no "Cie"
            yield name


def _is_had(phrase: Span, changing: Token | None) -> bool:
    """Tell whether *phrase*, or the change of it, is what somebody has, gets or loses: "emploie 300 gens"."""
    noun = changing or phrase.root
    while noun.pos_ != "VERB" or noun == phrase.root:
        led = {part.lower_ for part in noun.children if part.dep_ == "case"}
        beside = (noun.head, *(token for token in noun.head.children if token.dep_ == "obj"))
        counts = any(part.like_num for token in beside if token.i < noun.i for part in token.children)
        if noun == phrase.root and counts:  # "visiter 14 villes dans huit Etats"
            led -= {*load_lexicon("quantities")["grammar"]["locative"]}
        if noun.head == noun or led - vocabulary("of") - {*load_lexicon("claims")["up_to"]}:
            return False
        noun = noun.head
    return noun == changing or noun.lemma_ in load_lexicon("claims")["having"]


def _before(context: Context, quantity: Quantity, phrase: Span, since: int) -> Iterator[str]:
    """Yield "chez X" from the offset *since* to the figure, else the name that no verb parts from it."""
    links, doc = load_lexicon("claims")["at"], phrase.doc
    begins = since - (quantity.start - phrase.start_char)
    words = takewhile(lambda token: token.text != ";", reversed(doc[phrase.sent.start : phrase.start]))
    stretch = [token for token in words if token.idx >= begins]
    for token in stretch:
        if (
            token.lower_ in links
            and (noun := noun_after(token))
            and (_is_owner(noun) or noun.pos_ == "PROPN")
        ):
            yield resolve_name(context, noun)
            return
    dated = context.expressions_in(quantity.sentence_start, quantity.start)
    text = context.parsed.article.text
    for token in stretch:
        number = token.like_num and not any(token.text in text[e.start : e.end] for e in dated)
        if number or (token.pos_ in ("VERB", "AUX") and token.morph.get("Mood")):
            return
        if token.ent_type_ in ("ORG", "LOC", "MISC"):
            entity = next(e for e in doc.ents if e.start <= token.i < e.end)
            beside = {t.lower_ for t in doc[entity.end : phrase.start]}
            apart = beside & {*load_lexicon("quantities")["grammar"]["beside"]}
            named = len(entity.text) > 1 and entity.text != entity.text.lower()  # "- 18 °C", "côté danois"
            elsewhere = quantity.place and entity.start != phrase.sent.start
            set_ = entity.label_ == "LOC" and not apart and not elsewhere and _is_set(entity)
            if named and (_has_aside(entity, phrase) or set_):
                yield entity.text
            return


def _has_aside(entity: Span, phrase: Span) -> bool:
    """Tell whether *phrase* goes with a name: "la guerre de Corée (deux millions)", "Air Var, 300 gens"."""
    money = entity.start and entity.doc[entity.start - 1].lemma_ in vocabulary("currencies")  # "francs CFA"
    between = entity.doc[entity.end : phrase.start]
    beside = [t.text for t in between if t.lower_ not in vocabulary("definite_articles")] == [","]
    beside = beside and entity.label_ != "LOC"
    inside = "(" in entity.doc[max(0, phrase.start - 2) : phrase.start].text
    return (beside or inside) and not money


def _is_set(place: Span) -> bool:
    """Tell whether the sentence is set at *place*: "Lot : 84 malades", "à Ath", "au camping des Aulnes"."""
    doc, grammar = place.doc, load_lexicon("quantities")["grammar"]
    if doc[place.end : place.end + 1].text in grammar["colon"]:
        return bool(place.start == place.sent.start)
    before: list[Token] = [t for t in doc[place.sent.start : place.start] if t.pos_ != "DET"]
    if before and before[-1].lower_ in grammar["of_the"]:
        before = [t for t in before[-2:-1] if t.lower_ not in grammar["away"]]
    return any(t.lower_ in grammar["locative"] or t.pos_ == "NOUN" for t in before[-1:])
