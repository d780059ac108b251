"""Whether a figure is a change and of what, and what befell the counted: "une baisse de 3 % du bénéfice"."""

from dataclasses import replace
from itertools import takewhile

from dossier.lexicons import load_lexicon, word_set
from dossier.records import Quantity
from dossier.statements.lexicon import holding_forms
from dossier.syntax.inflection import is_participle, may_be_of
from dossier.syntax.sentence import is_finite, is_infinitive
from dossier.syntax.vocabulary import vocabulary
from dossier.tokens import Span, Token

_NEAR = 8  # words of a change before the bracket that measures it, and behind a verb that tells of harm
_VERB = 4  # words behind what stands between commas in which the verb of its clause comes


def find_state(quantity: Quantity, phrase: Span) -> str:
    """Return the words that say what befell the counted, or how they voted: "tués et blessés", "menacés"."""
    sentence, doc = phrase.sent, phrase.doc
    behind = doc[phrase.end : phrase.end + 2]
    if behind and behind[0].lower_ in load_lexicon("claims")["votes"]:
        return behind[0].text if len(behind) < 2 or behind[1].pos_ in ("PUNCT", "CCONJ") else ""
    verb = phrase.root.head
    if phrase.root.dep_ == "nsubj" and verb.pos_ == "VERB":
        voted = takewhile(lambda token: token.text != ",", doc[verb.i + 1 : verb.i + 4])
        said = f" {' '.join(token.lower_ for token in voted)} "
        votes = (word for word in load_lexicon("claims")["votes"] if f" {word} " in said)
        if vote := next(votes, ""):
            return str(vote)
    own = phrase.root.pos_ in ("NOUN", "PROPN")
    nouns = (phrase.root,) if own else (t for t in sentence if quantity.unit and t.lemma_ == quantity.unit)
    for noun in nouns:
        for verb in (t for t in doc[noun.i + 1 : noun.i + 2] if t.head == noun and _is_past_participle(t)):
            # "mètres cubes"
            power = verb.lower_.removesuffix("s") in word_set("quantities", "grammar.powers")
            return "" if power else str(verb.text)
    if phrase.root.dep_ != "nsubj:pass" or verb.lemma_ not in load_lexicon("claims")["harm"]:
        return ""
    joined = (t for t in doc[verb.i + 2 : verb.i + 3] if t.head == verb and t.dep_ == "conj")
    last = next(filter(_is_past_participle, joined), verb)  # "tués et blessés"
    return str(doc[verb.i : last.i + 1].text)


def find_harm(phrase: Span) -> tuple[str, ...]:
    """Return the verb for hurt and dead people where it is told by where they were taken or how found.

    "Trois mécaniciens ont été conduits à l'hôpital"; "neuf élèves souffrent de nausées".
    """
    words, doc, verb = load_lexicon("claims")["hurt"], phrase.doc, phrase.root.head
    found = next((t for t in (verb, *phrase.root.children) if t.lemma_ in words["found"]), None)
    if found and {t.lower_.removesuffix("s") for t in doc[found.i + 1 : found.i + 3]} & {*words["dead"]}:
        return (str(words["died"]),)
    how = doc[phrase.end : phrase.end + 1].text  # "trois blessés, dont deux grièvement"
    if how in load_lexicon("quantities")["one"]["how"]:
        return (str(words["died" if how in words["fatally"] else "verb"]),)
    after = [t.lemma_.lower() for t in takewhile(lambda t: not t.is_punct, doc[verb.i + 1 : verb.i + _NEAR])]
    beside = doc[phrase.end : phrase.end + 1].text == ","
    told = [t.lemma_.lower() for t in doc[phrase.end : verb.i]] if beside else []
    taken = verb.lemma_ in words["taken"] and {*words["there"], *words["ails"]} & {*after, *told}
    ill = {verb.lemma_, verb.lower_} & {*words["ill"]} and {*words["ails"]} & {*after}
    lightly = any(t.lower_ in load_lexicon("quantities")["one"]["how"] for t in verb.children)
    return (str(words["verb"]),) if taken or ill or (lightly and verb.lemma_ in words["lightly"]) else ()


def is_size(phrase: Span) -> bool:
    """Tell whether *phrase* is how large a thing is, whatever its clause tells of that: no plan, of no day.

    "Le wagon, de 60 tonnes, sera vu"; "Ayrac, bourg de 300 habitants, élira son maire".
    """
    doc, lexicon, of = phrase.doc, load_lexicon("claims"), vocabulary("bare_of")
    noun, start, sentence = phrase.root.head, phrase.start - 1, phrase.sent
    if start < sentence.start or doc[start].lower_ not in of or noun.lemma_ in lexicon["plans"]:
        return False
    if any(token.lemma_ in lexicon["of_places"] for token in phrase):
        return True
    first = next((i + 1 for i in range(start - 1, sentence.start, -1) if doc[i].text == ","), sentence.start)
    last = next((i for i in range(phrase.end, sentence.end) if doc[i].text == ","), sentence.end)
    opens = first == start or doc[first + (doc[first].pos_ == "DET")] == noun
    beside = first > sentence.start and doc[first - 2].pos_ in ("NOUN", "PROPN", "ADJ")
    goes_on = any(map(is_finite, doc[last + 1 : min(last + _VERB, sentence.end)]))
    return opens and beside and goes_on and not any(map(is_finite, doc[first:last]))


def is_sought(phrase: Span) -> bool:
    """Tell whether *phrase* is what somebody asks for: "réclame 300 euros", "les 300 euros requis"."""
    nouns, noun = load_lexicon("claims")["sought"], phrase.root
    if is_offered(phrase):
        return False
    while noun.pos_ not in ("VERB", "AUX") or noun == phrase.root:
        if any(token.lemma_ in load_lexicon("reporting")["offering"] for token in noun.children):
            return False
        if (noun.lemma_ in nouns and noun != phrase.root) or any(
            _asks(t) and may_be_of(t, noun) for t in noun.children
        ):
            return True
        led = {part.lower_ for part in noun.children if part.dep_ == "case"}
        sold = noun.dep_ == "obj" and noun.head.pos_ == "NOUN"  # "Vendu six millions, réclamé par X"
        if noun.head == noun or led - vocabulary("of") or noun.dep_ == "nsubj" or sold:
            return False
        noun = noun.head
    makes = is_infinitive(noun) and noun.lemma_ in load_lexicon("reporting")["making"]
    asking = noun.head if makes else noun
    bare = is_infinitive(asking) and not any(child.dep_ == "mark" for child in asking.children)
    return _asks(asking) and not bare  # "compte demander 300 euros", "avant de demander …"


def is_offered(phrase: Span) -> bool:
    """Tell whether *phrase* is itself what somebody offers: "a proposé 300 euros"."""
    near = (phrase.root.head, *phrase.root.children)
    return any(token.lemma_ in load_lexicon("reporting")["offering"] for token in near)


def _asks(verb: Token) -> bool:
    return any(form.verb.holding == "sought" for form in holding_forms().get(verb.lower_, ()))


def _is_past_participle(token: Token) -> bool:
    past = is_participle(token) and token.morph.get("Tense") != ["Pres"]
    return bool(past or (token.dep_ == "conj" and not token.morph.get("Mood")))  # "tués et blessés"


def find_change(quantity: Quantity, phrase: Span, changing: Token | None) -> str:
    """Return ``fall`` or ``rise`` where *phrase* says by how much, ``fewer`` or ``more`` of a margin.

    *changing* is what it measures: `find_changing`. "Dont quatre de moins de 5 ans" tells how old they are.
    """
    lexicon = load_lexicon("claims")["changes"]
    before = phrase.doc[phrase.sent.start : phrase.start]
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
    doc, sentence = phrase.doc, phrase.sent
    for at in range(max(sentence.start + 2, phrase.start - 2), phrase.start):
        if doc[at].lower_ in load_lexicon("claims")["that_is"] and doc[at - 1].text == ",":
            # "de 8 %, soit de 27 000 salariés"
            return find_changing(replace(quantity, unit=""), doc[at - 3 : at - 1])
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
