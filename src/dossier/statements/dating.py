"""When something was said, by the expression with the cue; how it is presented: rumour, plan, denial."""

import bisect
from dataclasses import replace
from itertools import takewhile

from dossier.dates.match import read_meaning
from dossier.lexicons import load_lexicon, word_set
from dossier.records import Attribution, TimeExpression
from dossier.statements.frames import Frame
from dossier.syntax.inflection import is_participle
from dossier.syntax.senses import aside_participle, dated_participle, is_of_object
from dossier.syntax.sentence import Sentence, is_finite
from dossier.syntax.vocabulary import vocabulary
from dossier.tokens import Token

_BOUND = 3  # words before a date that may bound it: "jusque tard dans la nuit"
_NEAR = 120  # characters between the cue and a date that belongs to it


def date_saying(
    said: Attribution, sentence: Sentence, expressions: tuple[TimeExpression, ...]
) -> Attribution:
    """Return *said* with the reference of the expression of *sentence* that dates it, if there is one."""
    if not expressions or said.cue_start < 0:
        return said
    first = bisect.bisect_left(expressions, said.sentence_start, key=lambda e: e.start)
    nearest, distance = "", _NEAR
    for expression in expressions[first:]:
        if expression.start >= said.sentence_end:
            break
        inside = said.content_start <= expression.start < said.content_end
        inside &= not _has_one_verb(sentence, said, expression)
        far = max(expression.start - said.cue_end, said.cue_start - expression.end, 0)
        if expression.type not in ("DATE", "TIME") or inside or far >= distance:
            continue
        if not _is_of_another(said, sentence, expression):
            nearest, distance = expression.date_id, far
    return replace(said, said_on_ref=nearest) if nearest else said


def _is_of_another(said: Attribution, sentence: Sentence, expression: TimeExpression) -> bool:
    """Return whether *expression* bounds a time, or dates a noun or another verb.

    "en fonction jusqu'en mars", "l'élection de 2012", "se tait sur l'appareil, mis en service en 2006",
    "une visite, où elle a été reçue lundi, la ministre a promis", "refuse de parler : « J'attendais mardi »",
    "le marchand, déporté en 1943, a dit", "arrêté mardi ; son avocat dénonce", "raconte une fête, en mai",
    "rappelle que P : en mai, Q".
    """
    at = bisect.bisect_left(sentence.starts, expression.start)
    before = sentence.words[max(0, at - _BOUND) : at]
    of = vocabulary("of").intersection(before[-1:])
    of_noun = of and sentence.tokens[at - 2].pos_ in ("NOUN", "ADJ")
    cue_end = bisect.bisect_left(sentence.starts, said.cue_end)
    between = (token for token in sentence.tokens[cue_end:at] if token.pos_ == "VERB")
    other = any(token.lower_ not in vocabulary("phrase_ends") for token in between)
    cue = bisect.bisect_left(sentence.starts, said.cue_start)
    other &= sentence.tokens[cue].pos_ != "ADP"
    other |= at < cue and sentence.tokens[cue].pos_ == "ADP"  # "mardi, il a plu, selon la mairie"
    told = any(sentence.quotes[cue_end:at])
    other |= "quoted=1" in expression.meaning if told else ":" in sentence.words[cue_end:at]
    when = read_meaning(expression.meaning or "ref")
    coarse = when.kind == "calendar" and not (when.day or when.weekday)  # a year or a month
    other |= coarse and _is_aside(sentence, at, cue)
    verb = sentence.tokens[cue:cue_end]
    own = any(t.dep_.startswith("nsubj") and t.pos_ != "PRON" for word in verb for t in word.children)
    apart = any(t.text in (",", ";") or (own and t.dep_ == "cc") for t in sentence.tokens[at:cue])
    other |= apart and _has_clause(sentence.tokens[at], before=sentence.tokens[cue])
    other |= _is_of_speaker(sentence, expression, verb)
    return other or bool(of_noun) or not vocabulary("bounds_of_time").isdisjoint(before)


def _is_of_speaker(sentence: Sentence, expression: TimeExpression, cue: list[Token]) -> bool:
    """Return whether *expression* tells of who or what is spoken of: "Luc Roy, de garde samedi, a dit".

    Not of that by which one speaks: "dans une lettre adressée mardi", "un rapport, rendu mardi, dit".
    """
    date = sentence.paragraph.char_span(expression.start, expression.end)
    if date is None:
        return False
    aside, verb = aside_participle(date), dated_participle(date, aside=True)
    verb = aside[0] if aside is not None and not {*cue} & {*aside} else verb
    above = takewhile(lambda token: token not in cue, (date.root, *date.root.ancestors))
    who = (token.i for token in above if token.dep_ == "acl:relcl")
    if any(at < date.start and "," not in date.doc[at : date.start].text for at in who):
        return True
    if verb is None:
        return any(is_of_object(date, word) for word in cue)
    if verb.lemma_ in word_set("claims", "giving"):
        return False
    noun = next(token for token in (verb.head, *verb.head.ancestors) if token.dep_ != "nmod")
    return verb.dep_ != "acl" or not any(child.dep_ == "case" for child in noun.children)


def _is_aside(sentence: Sentence, at: int, cue: int) -> bool:
    """Return whether the date *at* stands behind a comma with a noun or participle, apart from the *cue*."""
    first = next((i + 1 for i in reversed(range(at)) if sentence.words[i] == ","), 0)
    aside = sentence.tokens[first:at]
    told = any(t.pos_ in ("NOUN", "ADJ", "VERB") for t in aside)
    # "un rapport, rendu en mai, dit"
    told &= all(t.lemma_ not in word_set("claims", "giving") for t in aside)
    return bool(first and told) and (cue < first or "," in sentence.words[at:cue])


def _has_one_verb(sentence: Sentence, said: Attribution, expression: TimeExpression) -> bool:
    """Return whether *said* is a past answer whose verb stands alone before *expression*."""
    first, at = (bisect.bisect_left(sentence.starts, place) for place in (said.cue_start, expression.start))
    verbs = [token for token in sentence.tokens[first:at] if token.pos_ in ("VERB", "AUX")]
    past = len(verbs) > 1 or (verbs and verbs[0].morph.get("Tense") == ["Imp"])
    return said.content_start == said.cue_start and [v.pos_ for v in verbs].count("VERB") == 1 and bool(past)


def _has_clause(token: Token, before: Token) -> bool:
    """Return whether *token* hangs on a finite verb that stands *before* another and has it for no gerund."""
    verb = next((head for head in token.ancestors if head.pos_ == "VERB"), before)
    same = before.morph.get("Tense") == ["Pres"] and not is_finite(before) and verb == before.head
    own = (is_finite(word) for word in (verb, verb.head, *verb.children) if word.i <= verb.i)
    return verb.i < before.i and not same and any(own)


def is_denial(frame: Frame) -> bool:
    """Return whether *frame* denies what it lays to its source by its verb."""
    cue = frame.verb
    return cue is not None and cue.verb.answer in ("deny", "deny_speech") and not cue.negated


def modality_of(frame: Frame) -> str:
    """Return whether the content is rumour in the conditional, an estimate, a plan, or asserted."""
    lemma = frame.verb.verb.lemma if frame.verb else ""
    sentence = frame.sentence
    past = frame.verb is not None and frame.verb.shape == "participle"  # what would be is the future from it
    for i in range(frame.start, frame.end):
        if sentence.words[i].endswith(("rait", "raient")) and sentence.tokens[i].morph.get("Mood") == ["Cnd"]:
            rumour = frame.how in ("source", "speech_noun") or not past
            if rumour or sentence.tokens[i].dep_ == "aux:tense":  # what would have been is no future
                return "conditional"
    if lemma in vocabulary("estimating"):
        found = (t for t in sentence.tokens[frame.start : frame.end] if is_participle(t))
        counts = lemma in load_lexicon("reporting")["amounting"]  # "chiffre à 3 millions les trous relevés"
        counts = counts and any(t.lemma_ in load_lexicon("claims")["found"] for t in found)
        return "asserted" if counts else "estimated"
    return "planned" if lemma in vocabulary("promising") else "asserted"
