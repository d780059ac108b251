"""What a number counts: its noun, the words and the verb that go with it, the clause it stands in."""

import functools
import re
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import dropwhile, takewhile

from dossier.lexicons import load_lexicon, word_set
from dossier.quantities.numbers import BLANK, alternatives
from dossier.syntax.inflection import auxiliaries, is_participle
from dossier.syntax.vocabulary import vocabulary
from dossier.tokens import Doc, Span, Token

_STEPS = 4  # words that may stand between a number and its noun
words = functools.partial(word_set, "quantities")


@dataclass(frozen=True, slots=True)
class Unit:
    """The counted thing: lemma, the noun's tokens *first* to *last* in the paragraph, and per what."""

    lemma: str
    first: int
    last: int
    per: str = ""
    per_last: int = -1


@functools.cache
def sign_pattern() -> re.Pattern[str]:
    """Return the pattern of a unit written as a sign, right after a number; case counts."""
    signs = alternatives([re.escape(sign) for sign in load_lexicon("quantities")["signs"]])
    return re.compile(rf"{BLANK}*(?P<sign>{signs})(?!\w)")


def _compound(token: Token) -> Span:
    """Return the word that *token* begins, with what hyphens join to it: "nouveau-nés", "ronds-points"."""
    doc, end = token.doc, token.i + 1
    while doc[end : end + 1].text == "-" and not (doc[end - 1].whitespace_ or doc[end].whitespace_):
        end += 2
    return doc[token.i : end]


def _person(word: str) -> bool:
    """Tell whether *word* is a participle that counts people: "tués", "blessées"."""
    stem = word.removesuffix("s")
    return stem in words("people") or stem.removesuffix("e") in words("people")


def unit_lemma(token: Token) -> str:
    """Return the lemma of what *token* counts; empty for a pronoun."""
    if token.pos_ == "PRON":
        return ""
    if len(word := _compound(token)) > 1:
        kept = ("NOUN", "ADJ")
        return "".join(t.lemma_ if t.pos_ in kept else t.lower_.removesuffix("s") for t in word)
    stem = str(token.lower_).removesuffix("s")
    if token.pos_ == "VERB":
        return stem
    for form in (stem, stem.removesuffix("e")):
        if form in words("people"):
            return form
    lemma = token.lemma_ if token.pos_ == "PROPN" else token.lemma_.lower()
    return str(load_lexicon("quantities")["lemmas"].get(lemma, lemma))


def _plural(token: Token) -> bool:
    """Tell whether *token* can stand after a number of two or more."""
    numbered = any(part.dep_ == "nummod" and part.i == token.i - 1 for part in token.children)
    return (
        token.lower_.endswith(("s", "x", "z"))
        or (token.morph.get("Number") == ["Plur"] and not token.lower_.endswith(tuple(words("adverbs"))))
        or "-" in token.text
        or (token.pos_ == "PROPN" and token.is_title and numbered)  # "quatre Canadair"
        or any(letter.isdigit() for letter in token.text)
    )


def find_unit(doc: Doc, place: int, *, plural: bool) -> Unit | None:
    """Return what is counted by the number that ends before token *place*, or None.

    Between a number and its noun stand only adjectives, "de" and possessives: "10 000 de ses jeunes soldats".
    """
    partitive, adjective = False, None
    for index in range(place, min(place + _STEPS + 1, len(doc))):
        token, word = doc[index], _compound(doc[index])
        if len(word) > 1 and _plural(word[-1]) and plural:
            return _grow(doc, index)
        noun = token.pos_ in ("NOUN", "PROPN") or token.lemma_ in words("people") or _person(token.lower_)
        if noun and not (token.pos_ == "ADJ" and index + 1 < len(doc) and doc[index + 1].pos_ == "NOUN"):
            if (plural and not _plural(token)) or (partitive and token.pos_ == "PROPN" and not plural):
                return None
            return _grow(doc, index)
        if partitive and plural and is_participle(token) and _plural(token):
            return _grow(doc, index)  # "une vingtaine d'astreints"
        if token.lower_ in words("between_number_and_noun"):
            partitive = partitive or token.lower_ in words("grammar.of")
        elif token.pos_ == "ADJ" and token.lower_ not in words("pronouns"):
            adjective = index
        elif token.lower_ not in words("pronouns"):
            break
    if adjective is not None and _plural(doc[adjective]):
        return _grow(doc, adjective)
    return None


def _grow(doc: Doc, first: int) -> Unit:
    """Return the unit whose noun is token *first*, with adjectives, "de" + noun, "et adultes", "par jour"."""
    last, size = _compound(doc[first]).end - 1, len(doc)
    lemma = unit_lemma(doc[first])

    def adjectives(last: int) -> int:
        while last + 1 < size and doc[last + 1].pos_ == "ADJ" and _is_whole(doc[last + 1]):
            last += 1
        return last

    if last + 1 < size and (power := doc[last + 1].lower_.removesuffix("s")) in words("grammar.powers"):
        lemma, last = f"{lemma} {power}", last + 1
    last = adjectives(last)
    while last + 2 < size and doc[last + 1].lower_ in words("grammar.of"):
        noun = doc[last + 2]
        common = noun.pos_ == "NOUN" or (noun.pos_ == "PROPN" and noun.lower_ == noun.text)  # "de girofle"
        if not common or noun.lower_ in words("grammar.no_complement") | words("time"):
            break
        last = adjectives(last + 2)
    while last + 2 < size and doc[last + 1].lower_ in words("grammar.joined"):
        noun = doc[last + 2]
        # none of "douze blessés et dégâts matériels"
        things = noun.pos_ == "NOUN" and _plural(noun) and not _person(doc[first].lower_)
        if not (things or (noun.lower_.endswith("s") and _person(noun.lower_))):
            break
        last = adjectives(last + 2)
    by = last + 2 < size and doc[last + 1].lower_ in words("grammar.by")
    if by and (per := _time(doc[last + 2])):
        return Unit(lemma, first, last, per, last + 2)
    return Unit(lemma, first, last)


def _is_whole(adjective: Token) -> bool:
    """Tell whether *adjective* says by itself of what kind the counted are: not "âgés de 29 à 61 ans"."""
    behind = [t.lower_ for t in adjective.doc[adjective.i + 1 : adjective.i + 2]]
    completed = any(t.i > adjective.i and t.dep_.startswith("obl") for t in adjective.children)
    completed |= adjective.lemma_ in words("incomplete")
    led = not vocabulary("of", "to").isdisjoint(behind)
    return adjective.lower_ not in words("pronouns") and not (led and completed)


def governor(token: Token, start: int) -> Token:
    """Return the noun or verb that *token* depends on, past coordination and the number from *start* on."""
    for _ in range(_STEPS):
        inside = start <= token.head.idx <= token.idx
        if token.head == token or not (inside or token.dep_ in ("conj", "appos", "flat:name")):
            break
        token = token.head
    return token.head


_HEIGHT = 12  # heads between a number and the verb of its clause, at most
_REACH = 4  # words before a number in which a verb stands that the parse does not link to it


def clause_of(phrase: Span) -> Token | None:
    """Return the finite verb of the clause in which *phrase* stands, or None.

    Where an infinitive heads the sentence ("voir cent hommes ici ne se fera pas"), the verb it is subject of.
    """
    token = phrase.root
    for _ in range(_HEIGHT):
        if token.pos_ in ("VERB", "AUX") and any(map(_is_finite, (token, *auxiliaries(token)))):
            apart = any(t.text in words("grammar.colon") for t in phrase.doc[phrase.end : token.i])
            return None if apart else token  # "douze blessés : le bilan aurait pu être plus lourd"
        if token.head == token:
            break
        token = token.head
    sentence, doc = phrase.sent, phrase.doc
    before = doc[max(sentence.start, phrase.start - _REACH) : phrase.start]
    if near := next(filter(_is_finite, reversed(list(before))), None):
        return near
    if token.morph.get("VerbForm") != ["Inf"]:
        return None
    return next(filter(_is_finite, doc[phrase.end : sentence.end]), None)


def is_beside(phrase: Span) -> bool:
    """Tell whether *phrase* stands before a clause that tells nothing of it, and has no verb of its own.

    "Douze pages ; les autres n'ont rien dit"; "sur la prime, 300 euros, elle ne dira rien". A participle is
    such a verb, too: "les soldats, contrôlant 300 km², n'ont rien dit".
    """
    above = [phrase.root, *phrase.root.ancestors]
    verb = next((t for t in above if any(map(_is_finite, (t, *auxiliaries(t))))), phrase.root)
    if any(t.pos_ == "VERB" and is_participle(t) for t in takewhile(lambda t: t != verb, above)):
        return False
    behind = list(dropwhile(lambda t: t.text not in {",", ";"}, phrase.doc[phrase.end : verb.i]))
    first = behind[0].i if behind else verb.i
    if any(map(_is_finite, phrase.doc[phrase.sent.start : first])):
        return False
    top = next((t for t in above if t.head == verb), verb)
    part = phrase.doc[phrase.start - 1].lower_ in vocabulary("of")  # "des 900 soldats, aucun ne sera jugé"
    own = [t for t in behind if t.head == verb and t.dep_.startswith("nsubj") and t.nbor(1).text != ","]
    return any(t.text == ";" for t in behind) or (top.dep_.startswith("nsubj") and bool(own) and not part)


def rate_of(token: Token, start: int, often: Iterable[Span]) -> str:
    """Return the time per which its clause tells how many *token* counts: "chaque hiver, on compte 30 morts".

    It is one of *often*. What is of another noun, "un bourg de 300 âmes accueille chaque été", has none.
    """
    doc, verb = token.doc, clause_of(token.doc[token.i : token.i + 1])
    if verb is None or governor(token, start) != verb:
        return ""
    apart = {"CCONJ", "PUNCT", "VERB"}
    near = (span for span in often if not {t.pos_ for t in doc[token.i + 1 : span.start]} & apart)
    return next((_time(span[-1]) for span in near if clause_of(span) == verb), "")


def _time(token: Token) -> str:
    """Return per what *token* counts, one word for all that mean the same; empty for anything else."""
    known = token.lemma_ in words("per")
    return str(load_lexicon("quantities")["same_per"].get(token.lemma_, token.lemma_)) if known else ""


def _is_finite(token: Token) -> bool:
    return bool(token.pos_ in ("VERB", "AUX") and token.morph.get("Mood"))


def is_negated(verb: Token, phrase: Span) -> bool:
    """Tell whether *verb* denies what *phrase* counts: "n'a pas tué cent hommes"; not "ne … que".

    Of so many who did not come, the number is affirmed, and so is that of "ne cède pas pour cent euros".
    """
    token = phrase.root
    while token.head not in (token, verb):
        token = token.head
    led = {part.lower_ for part in token.children if part.dep_ == "case"}
    if token.dep_.startswith("nsubj") or led - vocabulary("of", "to") or (led and token.i < verb.i):
        return False
    near = {part.lower_ for part in verb.children if part.dep_ != "mark"}
    before = phrase.doc[phrase.start - 1].lower_ if phrase.start else ""
    known = before in words("definite") or before in vocabulary("only")
    negated = near & vocabulary("negation") and near & vocabulary("negators")
    return not known and bool(negated) and not near & vocabulary("only")
