"""The time that a figure is about, where the text surely says it; else none."""

from itertools import takewhile

from dossier.claims.changes import is_size
from dossier.claims.context import Context
from dossier.dates import between
from dossier.lexicons import load_lexicon, word_set
from dossier.quantities import clause_of
from dossier.records import Attribution, Quantity, TimeExpression
from dossier.syntax.inflection import is_participle, is_predicate
from dossier.syntax.sentence import is_finite
from dossier.syntax.vocabulary import vocabulary
from dossier.tokens import Span, Token

_BOUND = 3  # words before a date that may bound it: "jusqu'à la fin 2028"
_JOINED = 30  # characters from the beginning of one date of a stretch of time to the other's


def about(context: Context, quantity: Quantity, source: Attribution | None) -> str:
    """Return the id of the date nearest to *quantity* in its clause that does not date the saying.

    Nor one that dates another figure ("75 000, contre 45 000 en mai") or deed ("la maire élue en mai"; "la
    mesure, prise en mai, vise 300 foyers"), is one of two ("mars et mai"), the end of a term ("jusqu'en
    2028"), or of what a known number stands by ("la paie de mai de ses 300 agents"). The whole of a part is
    of no time: "quinze des dix-sept marins sont rentrés lundi".
    """
    phrase = context.tokens(quantity.start, quantity.end)[1]
    said = source.said_on_ref if source else ""
    near = [
        e
        for e in context.expressions_in(quantity.sentence_start, quantity.sentence_end)
        if e.type in ("DATE", "TIME") and e.date_id != said
    ]
    if own := next((e for e in near if _follows(context, phrase, e)), None):  # "124 mardi, 86 le lendemain"
        return own.date_id
    if _is_whole(phrase) or is_size(phrase):
        return ""
    near = [e for e in near if _share_clause(context, phrase, e)]
    near = [e for e in near if _is_of(phrase, context.tokens(e.start, e.end)[1])] or near
    first, last = quantity.start, quantity.end
    nearest = min(near, key=lambda e: (max(e.start - last, first - e.end, 0), e.start), default=None)
    return nearest.date_id if nearest else ""


def _is_of(phrase: Span, date: Span) -> bool:
    """Tell whether *date* is of what is counted or befell it: "a vu jeudi deux dames rentrées la veille"."""
    own = up_to_verb(date.root)[1]
    return date.root.head in phrase or (own is not None and own.head in phrase)


def _is_whole(phrase: Span) -> bool:
    """Tell whether *phrase* is that of which another number is a part."""
    before = phrase.doc[max(0, phrase.start - 2) : phrase.start]
    part = before[0].morph.get("NumType") == ["Card"] if len(before) == 2 else False
    return part and before[1].lower_ in vocabulary("of")


def _follows(context: Context, phrase: Span, expression: TimeExpression) -> bool:
    """Tell whether *expression* stands behind *phrase* at once, or in the brackets behind it."""
    date = context.tokens(expression.start, expression.end)[1]
    between = phrase.doc[phrase.end : date.start]
    led = {"(", *load_lexicon("dates")["onward"]}  # "300 élèves à partir de lundi"
    behind = phrase.end <= date.start and all(t.pos_ in ("DET", "ADP") or t.lower_ in led for t in between)
    return behind and not _is_one_of_two(context, expression)


def _share_clause(context: Context, phrase: Span, expression: TimeExpression) -> bool:
    date = context.tokens(expression.start, expression.end)[1]
    clause = clause_of(phrase)
    without = load_lexicon("claims")["without"]
    if clause is not None and any(t.dep_ == "mark" and t.lower_ in without for t in clause.children):
        return clause_of(date) in (clause, clause.head)  # "en 2019, sans qu'aucun malade ne soit recensé"
    before = {token.lower_ for token in date.doc[max(0, date.start - _BOUND) : date.start]}
    term = before & word_set("claims", "bounding")  # "jusqu'en 2028"
    if clause_of(date) != clause or _is_one_of_two(context, expression) or term:
        return False
    between = phrase.doc[min(phrase.end, date.end) : max(phrase.start, date.start)]
    colon = next((token.i for token in between if token.text == ":"), phrase.start)
    apart = any(map(is_finite, phrase.doc[colon : phrase.start]))  # "en mai : il en a 300"
    bracket = next((token.i for token in between if token.text == "("), date.end)
    # "né en mai à Lyon (300 habitants)"
    apart |= date.end < bracket < phrase.start and ")" not in between.text
    if apart or any(token.morph.get("PronType") == ["Rel"] or token.text == ";" for token in between):
        return False
    if date.start > phrase.end and any(token.like_num for token in between):
        return False
    closed = [t.text for t in phrase.doc[max(0, phrase.start - 1) : date.end + 1]]
    inside = (closed[:1], closed[-1:]) == (["("], [")"])  # "(15 % de moins au premier semestre)"
    if inside or _is_term(context, expression) or "(" in between.text or ":" in between.text:
        return True
    return _is_of_one_verb(phrase, date)


def _is_of_one_verb(phrase: Span, date: Span) -> bool:
    """Tell whether *date* is of the counted, or both are complements of one verb and of no other noun.

    What stands against another number is of its own time ("contre 90 un jour normal"), what is known of none
    ("les 300 agents"); the object of an object is of its verb: "a fixé mardi une prime de 300 euros". The
    parser hangs a date on the noun before it: "300 personnes ont perdu la vie mardi".
    """
    lexicon, doc = load_lexicon("claims"), phrase.doc
    before = [token.lower_ for token in doc[max(0, phrase.start - 2) : phrase.start]]
    known = before[-1:] and before[-1] in load_lexicon("quantities")["definite"]
    if known or " ".join(before) == lexicon["against"] or _is_aside(phrase, date):
        return False
    (counted, verb), (nouns, own) = up_to_verb(phrase.root), up_to_verb(date.root)
    if _is_of(phrase, date):
        return True
    one = verb == own or any(v and v.dep_ == "xcomp" and v.head in (verb, own) for v in (verb, own))
    direct = not counted or (len(counted) == 1 and counted[0].dep_ in ("obj", "nsubj:pass"))
    beside = date.doc[date.start - 2 : date.start]  # "après le naufrage, jeudi"
    hung = any(t.lower_ in lexicon["hung"] for noun in (*nouns, *beside) for t in noun.children)
    of = any(token.lower_ in vocabulary("of") for token in date.root.children)
    loose = not (counted or hung or of) and nouns and nouns[-1].head == own
    subject = all(noun.dep_.startswith("nsubj") for noun in nouns)
    return one and direct and (bool(loose) or (subject and not hung))


def _is_aside(phrase: Span, date: Span) -> bool:
    """Tell whether *date* is of what stands between commas beside *phrase*: "la mesure, prise en mai, …".

    So is that of a participle that opens the sentence: "bâtie en 1971, la tour a 84 logements".
    """
    commas = [token.i for token in date.sent if token.text == ","]
    opening = date.sent.start if is_participle(date.sent[0]) else date.start
    first = max((i + 1 for i in commas if i < date.start), default=opening)
    last = min((i for i in commas if i >= date.end), default=first)
    told = date.doc[first].pos_ in ("ADJ", "NOUN", "VERB") and first < date.start < last
    return told and not first <= phrase.start < last


def up_to_verb(token: Token) -> tuple[list[Token], Token | None]:
    """Return the nouns between *token* and the verb or predicate above it, and that."""
    nouns = list(takewhile(lambda t: not is_predicate(t), (token, *token.ancestors)))
    top = nouns[-1].head if nouns else token
    return nouns[1:], top if is_predicate(top) else None


def _is_one_of_two(context: Context, expression: TimeExpression) -> bool:
    """Tell whether another date goes with *expression*, "samedi et dimanche", and makes no stretch."""
    grammar, text = load_lexicon("quantities")["grammar"], context.parsed.article.text
    near = context.expressions_in(expression.start - _JOINED, expression.end + _JOINED)
    if any(expression in ends for ends in between(text, near)):
        return False
    joints = {*grammar["and"], *load_lexicon("quantities")["join"]["range"], *grammar["at_the"]}
    others = (e for e in near if e != expression)
    gaps = (text[min(expression.end, e.end) : max(expression.start, e.start)] for e in others)
    # "entre le Nouvel An et la rentrée"
    before = text[max(0, expression.start - _JOINED) : expression.start].lower().split()[-2:]
    return not {*before}.isdisjoint(grammar["between"]) or any(gap.strip().lower() in joints for gap in gaps)


def is_ahead(context: Context, quantity: Quantity, reference: str) -> bool:
    """Tell whether the date *reference* of the sentence of *quantity* is a term to come: "d'ici à 2014"."""
    dated = context.expressions_in(quantity.sentence_start, quantity.sentence_end)
    return any(e.date_id == reference and _is_term(context, e) for e in dated)


def _is_term(context: Context, expression: TimeExpression) -> bool:
    before = context.parsed.article.text[: expression.start].rstrip()
    words = (text.lower().replace("’", "'") for text in (before, expression.text))
    terms = tuple(load_lexicon("dates")["term"])
    return next(words).endswith(terms) or next(words).startswith(terms)
