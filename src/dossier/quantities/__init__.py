"""Number phrases: low, high, comparator, unit, and what is counted.

What is no count is left out: dates, durations, ages, clock times, numbers that name a thing (articles of a
law, models, flights), "trois fois plus", scores, and "les deux", a pair already known.
"""

import functools
from bisect import bisect_left
from dataclasses import replace

from dossier.language import Paragraph, Parsed
from dossier.lexicons import load_lexicon, word_set
from dossier.quantities.ellipsis import GREAT, Counted, find_elliptic, is_gapped, is_label
from dossier.quantities.phrases import Phrase, find_phrases, halved, hedged_after, ranged, scaled
from dossier.quantities.places import find_place
from dossier.quantities.units import (
    clause_of,
    find_unit,
    governor,
    is_beside,
    is_negated,
    rate_of,
    sign_pattern,
    unit_lemma,
    words,
)
from dossier.records import Quantity, TimeExpression
from dossier.syntax.inflection import is_conditional, is_participle
from dossier.syntax.vocabulary import vocabulary
from dossier.tokens import Doc, Span, Token

_SMALL = 1000
_FEW = 10  # fewer, who knows of what, and so many times are no figures
_POSTCODE = 5  # its digits


def find_quantities(parsed: Parsed, expressions: tuple[TimeExpression, ...]) -> tuple[Quantity, ...]:
    """Return every number phrase of *parsed* that counts or measures something."""
    found: list[Quantity] = []
    ordered = sorted((e.start, e.end) for e in expressions)
    sets = sorted((e.start, e.end) for e in expressions if e.type == "SET")
    for paragraph in parsed.paragraphs:
        start, end = paragraph.start, paragraph.start + len(paragraph.text)
        inside, often = (
            places[bisect_left(places, (start, 0)) : bisect_left(places, (end, 0))]
            for places in (ordered, sets)
        )
        taken = [(a - start, b - start) for a, b in inside]
        spans = [span for place in often if (span := paragraph.char_span(*place)) is not None]
        found += (_quantity(parsed, paragraph, counted, spans) for counted in _counted(paragraph, taken))
    return tuple(found)


def _counted(paragraph: Paragraph, taken: list[tuple[int, int]]) -> list[Counted]:
    doc = paragraph.doc
    text = paragraph.text.lower()
    if len(text) != len(paragraph.text):  # every letter at its old place: "İ" has two
        text = "".join(letter.lower()[0] for letter in paragraph.text)
    phrases = [p for p in find_phrases(text) if not any(a < p.end and p.number_start < b for a, b in taken)]
    found: list[Counted] = []
    label_end = -1
    units = [None if _is_how(text, phrase) else _unit(paragraph, phrase) for phrase in phrases]
    for n in reversed(range(len(phrases) - 1)):  # "124 (mardi) et 126 personnes (jeudi)"
        if (
            units[n] is None
            and (lent := units[n + 1])
            and _goes_on(text[phrases[n].end : phrases[n + 1].start])
        ):
            units[n] = replace(lent, phrase=phrases[n], end=phrases[n].end)
    following = [*zip(phrases[1:], units[1:], strict=True), None][: len(phrases)]
    whole = False  # "neuf habitants sur dix": the second number says of how many
    for phrase, unit, after in zip(phrases, units, following, strict=True):
        if whole:
            whole = False
            continue
        if after and _is_share(text, unit or Counted(phrase, "", phrase.end, doc[0]), after):
            whole, share = True, replace(scaled(phrase, 100 / after[0].value), share=True)
            part = unit and replace(unit, phrase=share, end=after[0].end)
            if part and part.lemma not in words("repeated") and _counts(part):  # "une sur deux": of what?
                found.append(replace(part, lemma="%"))
            continue
        article = phrase.value == 1 and _opens_part(text, phrase)  # "dont un enfant"
        behind = text[unit.phrase.end : unit.end + 20].split()[1:2] if unit else []  # "trois fois plus cher"
        compares = unit and unit.lemma in words("repeated") and not words("comparing").isdisjoint(behind)
        no_count = unit and (article or compares)
        rated = found and text[found[-1].end : phrase.start].strip() in words("grammar.rate")
        rated = rated and phrase.value in load_lexicon("quantities")["rates"]  # "pour 100 000 habitants"
        if no_count or rated or _is_postcode(doc, phrase):
            continue
        if is_label(doc, phrase, unit is not None, text[max(label_end, 0) : phrase.start], label_end):
            label_end = phrase.end
            continue
        if not unit and found and (wider := ranged(text, found[-1].phrase, found[-1].end, phrase)):
            found[-1] = replace(found[-1], phrase=wider, end=phrase.end)
            continue
        of_whom = _is_none(text, phrase)  # "aucun n'est en danger"
        counted = unit or (None if of_whom else find_elliptic(paragraph, text, phrase, after, found))
        # an adjective alone says of what kind a part is: "dix blessés, dont quatre graves"
        if unit and found and unit.token.pos_ == "ADJ" and _opens_part(text, unit.phrase):
            counted = replace(unit, lemma=found[-1].lemma, subject=f"{found[-1].subject} {unit.subject}")
        if counted and _counts(counted):
            sized, end = halved(text, counted.phrase, counted.end)
            found.append(replace(counted, phrase=hedged_after(text, sized, end), end=end))
    return found


def _goes_on(gap: str) -> bool:
    """Tell whether *gap*, of brackets and a joint, leads from a number to one of the same noun."""
    bracket, _, joint = gap.strip().partition(")")
    return bracket.startswith("(") and joint.strip(", ") in words("grammar.in_turn")


def _is_postcode(doc: Doc, phrase: Phrase) -> bool:
    """Tell whether five digits without a gap stand before the name of a town: "75002 Paris"."""
    after = doc.char_span(phrase.end, phrase.end + 2)
    digits = doc.text[phrase.number_start : phrase.end]
    return digits.isdigit() and len(digits) == _POSTCODE and after is not None and after[-1].pos_ == "PROPN"


def _is_how(text: str, phrase: Phrase) -> bool:
    """Tell whether the word behind *phrase* says how one of those counted fares: "dont un grièvement"."""
    behind = text[phrase.end : phrase.end + 20].split()
    return bool(behind) and behind[0].rstrip(".,;") in words("one.how")


def _opens_part(text: str, phrase: Phrase) -> bool:
    """Tell whether *phrase* stands behind "dont"."""
    return not words("one.after").isdisjoint(text[max(0, phrase.start - 10) : phrase.start].split()[-1:])


def _is_share(text: str, unit: Counted, after: tuple[Phrase, Counted | None]) -> bool:
    """Tell whether *unit* is followed by "sur" and a round number that counts nothing."""
    gap, whole = text[unit.end : after[0].start].strip(), after[0].value
    round_ = not after[1] and whole in load_lexicon("quantities")["denominators"]
    countable = unit.lemma not in load_lexicon("quantities")["length"]
    return gap in words("grammar.share") and round_ and countable and unit.phrase.value < whole


def _unit(paragraph: Paragraph, phrase: Phrase) -> Counted | None:
    """Return *phrase* with the sign or noun that follows it, or None where none does."""
    doc = paragraph.doc
    span = doc.char_span(phrase.number_start, phrase.end)
    if span is None:
        return None
    if phrase.share:
        return Counted(phrase, "%", phrase.end, span[-1], _share(paragraph, phrase.end))
    if sign := sign_pattern().match(doc.text, phrase.end):
        entry = load_lexicon("quantities")["signs"][sign["sign"]]
        sized = scaled(phrase, entry.get("factor", 1))
        token = (doc.char_span(sign.end() - 1, sign.end()) or span)[0]
        named = any(map(str.isalpha, entry["unit"]))  # "84 kg de résine"
        share = "" if named else _share(paragraph, sign.end())
        return Counted(sized, entry["unit"], sign.end(), token, share)
    if doc.text[phrase.end : phrase.end + 1].isalnum():
        return None
    # « moins de 200 » postes
    behind = span.end + (doc[span.end : span.end + 1].text in words("grammar.closing"))
    unit = find_unit(doc, behind, plural=phrase.value >= 2)
    if unit is None or (phrase.value < _SMALL and _is_left_out(span, unit.first)):
        return None
    end = doc[max(unit.last, unit.per_last)]
    subject = doc[unit.first : unit.last + 1].text
    return Counted(phrase, unit.lemma, end.idx + len(end.text), doc[unit.first], subject, unit.per)


def _is_left_out(number: Span, noun: int) -> bool:
    """Tell whether a bare *number* counts nothing of "de" and its *noun*: "neuf (pages) d'annexes"."""
    scaled = number[-1].lower_.removesuffix("s") in load_lexicon("quantities")["scales"]
    return not scaled and noun == number.end + 1 and number.doc[noun - 1].lower_ in words("grammar.of")


def _share(paragraph: Paragraph, end: int) -> str:
    """Return what a percentage is a share of: "12 % des électeurs"."""
    span = paragraph.doc.char_span(end - 1, end)
    place = span.end if span else len(paragraph.doc)
    if place + 2 >= len(paragraph.doc) or paragraph.doc[place].lower_ not in words("grammar.of_the"):
        return ""
    unit = find_unit(paragraph.doc, place + 1 + (paragraph.doc[place + 1].pos_ == "DET"), plural=False)
    return paragraph.doc[unit.first : unit.last + 1].text if unit else ""


def _counts(counted: Counted) -> bool:
    """Tell whether *counted* says how many or how much of something."""
    lexicon, phrase = load_lexicon("quantities"), counted.phrase
    whole = float(phrase.value).is_integer()  # "2,3 points" measure
    if counted.lemma in lexicon["time"] or (whole and counted.lemma in lexicon["times"]):
        return False
    if not phrase.value and counted.lemma not in _countable():  # "aucun doute", but "0 %"
        return not _is_none(counted.token.doc.text, phrase)
    few = phrase.value < _FEW and (counted.lemma in lexicon["repeated"] or not counted.lemma)
    single = phrase.single and phrase.value < _SMALL and not (phrase.share or counted.lemma == "%")
    pair = phrase.definite and phrase.value <= 2 and phrase.comparator == "exact"
    return not (few or single or pair)  # "signalé deux fois", "ils sont deux"; "le 49.3"; "les deux"


def _is_none(text: str, phrase: Phrase) -> bool:
    """Tell whether *phrase* says that there is none in a word: "aucun", not "0"."""
    return text[phrase.number_start : phrase.end].lower() in words("none")


@functools.cache
def _countable() -> frozenset[str]:
    """Return the nouns of what befalls people and of what the general topics count."""
    topics = load_lexicon("topics").values()
    return frozenset(load_lexicon("claims")["harm"]).union(*(topic.get("words", ()) for topic in topics))


def _quantity(parsed: Parsed, paragraph: Paragraph, counted: Counted, often: list[Span]) -> Quantity:
    phrase, token = counted.phrase, counted.token
    start, end = paragraph.start + phrase.start, paragraph.start + max(phrase.end, counted.end)
    verb = clause_of(token.doc[token.i : token.i + 1])
    sentence_start, sentence_end = paragraph.span(token.sent)
    return Quantity(
        article_id=parsed.article.article_id,
        start=start,
        end=end,
        text=parsed.article.text[start:end],
        low=phrase.low,
        high=phrase.high,
        comparator=phrase.comparator,
        unit=counted.lemma,
        subject=counted.subject,
        place=find_place(paragraph, token),
        per=counted.per or ("" if phrase.definite else rate_of(token, phrase.start, often)),
        conditional=verb is not None and is_conditional(verb),
        section="heading" if paragraph.section.kind == "title" else paragraph.section.kind,
        sentence_start=sentence_start,
        sentence_end=sentence_end,
        predicate="" if _is_whole(token) else governor(token, phrase.start).lemma_,
    )


def _is_whole(token: Token) -> bool:
    """Tell whether *token* is what a part is taken of: "556 postes sur 9 800 salariés"."""
    case = {child.lower_ for child in token.children if child.dep_ == "case"}
    return not case.isdisjoint(words("grammar.share")) and any(t.like_num for t in token.head.children)
