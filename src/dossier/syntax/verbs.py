"""Verbs with their auxiliaries, clitics, negation and inverted subject."""

from dataclasses import dataclass

from dossier.syntax.sentence import QUOTE, Sentence
from dossier.syntax.vocabulary import vocabulary

_LONGEST = 6  # words of a phrase between an auxiliary and its verb
_PASSIVE = "passive"  # the auxiliary of a verb whose form tells its voice


@dataclass(frozen=True, slots=True, kw_only=True)
class VerbGroup:
    """A verb in its sentence: items ``start`` to ``end`` hold clitics, auxiliary, verb and fixed rest.

    ``at`` is the verb itself; ``inverted`` the item of an inverted pronoun, or -1; ``shape`` finite |
    conditional | participle (with an auxiliary) | gerund | infinitive.
    """

    shape: str
    start: int
    at: int
    end: int
    negated: bool = False
    passive: bool = False
    reflexive: bool = False
    conditional: bool = False
    inverted: int = -1
    open: bool = False  # a verb of any sense that only a person can be the inverted subject of


def finite_verb(sentence: Sentence, at: int) -> VerbGroup:
    """Return the finite verb at *at* with the clitics before it."""
    return VerbGroup(shape="finite", start=_clitics(sentence, at)[0], at=at, end=at + 1)


def read_verb_group(
    sentence: Sentence, i: int, end: int, shapes: set[str], *, open: bool = False, agent: int = 1
) -> VerbGroup | None:
    """Return the verb at *i* with what stands around it, or None where it is no verb.

    A bare participle is one where its agent, "par X", stands at most *agent* words behind it.
    """
    start, auxiliary, inverted = _auxiliary(sentence, i)
    word_before = sentence.word(i - 1)
    if auxiliary and "participle" in shapes:
        shape = "participle"
    elif ("finite" in shapes or "conditional" in shapes) and not _is_set_off(sentence, i, shapes):
        shape = "finite" if "finite" in shapes else "conditional"
        if _is_noun(sentence, i, word_before):
            return None
        start = i
    elif "participle" in shapes:
        by = _by(sentence, i + 1, agent)  # "un élu accusé par ses voisins d'avoir menti"
        if not (by or _coordinated(sentence, i)):
            return None
        shape, start = "participle", i
        auxiliary = _PASSIVE if by else auxiliary
    else:
        shape, start = min(shapes), i
    led = word_before in vocabulary("leading_prepositions") and sentence.word(i - 2) in vocabulary("leading")
    if shape == "infinitive" and (led or word_before in vocabulary("causatives")):
        shape = "finite"
        start, auxiliary, inverted = _auxiliary(sentence, i - 2 if led else i - 1)
    if inverted < 0 and sentence.word(i + 1) in ("-t", *vocabulary("inverted")):
        inverted = i + (2 if sentence.word(i + 1) == "-t" else 1)
        end = max(end, inverted + 1)
    start, negated, reflexive = _clitics(sentence, start)
    between = sentence.words[start:end]
    passive = auxiliary in {_PASSIVE, *vocabulary("be")} and not reflexive and shape == "participle"
    conditional = shape == "conditional" or auxiliary in vocabulary("conditional_auxiliaries")
    if negated and not any(word in vocabulary("negated_subjects") for word in sentence.words[:start]):
        negated = any(word in vocabulary("negation") for word in [*between, *sentence.words[end : end + 2]])
    return VerbGroup(
        shape=shape,
        start=start,
        at=i,
        end=end,
        negated=negated,
        passive=passive,
        reflexive=reflexive,
        conditional=conditional,
        inverted=inverted,
        open=open,
    )


def _by(sentence: Sentence, start: int, most: int) -> bool:
    """Return whether "par" is one of the *most* words from *start* on, before any pause.

    A quotation may stand before it: "jugée « lourde » par", "qualifié de « mensonge » par".
    """
    quote = start + (sentence.word(start) in vocabulary("of", "as"))
    start = quote + 1 if sentence.word(quote) == QUOTE else start
    for i in range(start, min(start + most, len(sentence))):
        if sentence.words[i] in vocabulary("by"):
            return True
        if not sentence.is_word(i) and sentence.words[i] not in vocabulary("of"):
            return False
    return False


def _is_set_off(sentence: Sentence, i: int, shapes: set[str]) -> bool:
    """Return whether a form that may be finite is a participle: "L'agent, décrit par ses chefs comme …"."""
    voiced = vocabulary("voices").intersection(sentence.words[i + 2 : i + 5])
    return "participle" in shapes and sentence.word(i - 1) == "," and not voiced and _by(sentence, i + 1, 1)


def _is_noun(sentence: Sentence, i: int, before: str) -> bool:
    """Return whether the form at *i* is a noun or an adjective rather than a verb."""
    token = sentence.tokens[i]
    behind = sentence.tokens[i + 1 : i + 5]
    counted = bool(behind) and behind[0].pos_ in ("NUM", "DET")  # and "en compte au moins 12"
    counted |= bool(behind) and behind[0].dep_ == "advmod" and any(token.like_num for token in behind)
    known = token.pos_ == "VERB" or counted or sentence.word(i - 2) in vocabulary("elided_clitics")
    if before in vocabulary("in") and known:  # "la préfecture en compte 12"
        return False
    if before in vocabulary("before_a_verb") or sentence.word(i + 1) in ("-t", *vocabulary("inverted")):
        return False
    if before in vocabulary("clitics") and sentence.word(i - 2) in vocabulary("negators", "nominatives"):
        return False
    if before in vocabulary("determiners"):
        alone = before in vocabulary("clitics") or sentence.tokens[i - 1].pos_ == "PRON"  # "certains disent"
        return token.pos_ != "VERB" or not alone
    if before in vocabulary("noun_openers"):
        return True
    nominal = token.pos_ in ("NOUN", "ADJ", "PROPN")
    return nominal and sentence.word(i + 1) in vocabulary("of")


def _auxiliary(sentence: Sentence, i: int) -> tuple[int, str, int]:
    """Return where the auxiliary before *i* stands, which word it is, and an inverted pronoun's place.

    Adverbs may stand between, and one phrase between commas: "a, de son côté, dénoncé".
    """
    inverted, passive, place = -1, False, i - 1
    while place >= 0 and place > i - 16 and not sentence.quotes[place]:
        word = sentence.words[place]
        if word in vocabulary("have_been"):
            passive = True
        elif word in vocabulary("have") or word in vocabulary("be"):
            return place, _PASSIVE if passive else word, inverted
        elif word in vocabulary("inverted"):
            inverted = place
        elif word == ",":
            place = next((k for k in range(place - 1, place - 9, -1) if sentence.word(k) == ","), -1)
        elif not (word == "-t" or word in vocabulary("between") or sentence.tokens[place].pos_ == "ADV"):
            place = _phrase_between(sentence, place)
        place -= 1
    return i, "", -1


def _phrase_between(sentence: Sentence, last: int) -> int:
    """Return where a phrase up to *last* parts auxiliary and verb, "a au contraire dit", or -1."""
    for i in range(last, max(-1, last - _LONGEST), -1):
        kind = sentence.tokens[i].pos_
        if kind == "ADP" and sentence.word(i - 1) in vocabulary("have"):
            return i
        if sentence.quotes[i] or kind not in ("ADP", "DET", "NOUN", "ADJ", "NUM", "PROPN"):
            return -1
    return -1


def _coordinated(sentence: Sentence, i: int) -> bool:
    """Return whether a bare participle goes on an earlier compound tense: "a condamné … et estimé que"."""
    place = i - 1
    between = vocabulary("between")
    while place > 0 and (sentence.tokens[place].pos_ == "ADV" or sentence.words[place] in between):
        place -= 1
    if sentence.word(place) not in vocabulary("going_on"):
        return False
    leads = sentence.word(i + 1) in {QUOTE, ":", *vocabulary("that")}
    joined = leads or sentence.word(place) in vocabulary("joining")
    return joined and not vocabulary("have").isdisjoint(sentence.words[:i])


def _clitics(sentence: Sentence, start: int) -> tuple[int, bool, bool]:
    """Return the first item of the clitics before *start*, and whether one negates or is reflexive."""
    negated = reflexive = False
    while start > 0 and sentence.words[start - 1] in vocabulary("clitics"):
        opens = start == 1 and sentence.words[0] in vocabulary("strong_pronouns")
        if opens or (negated | reflexive and sentence.words[start - 1] in vocabulary("strong_pronouns")):
            break  # "Lui jure que", "et lui se souvient"
        start -= 1
        negated |= sentence.words[start] in vocabulary("negators")
        reflexive |= sentence.words[start] in vocabulary("reflexives")
    return start, negated, reflexive
