"""Who holds a figure without a reported clause: by a verb of holding, or by the words beside it."""

from dataclasses import replace

from spacy.tokens import Span, Token

from dossier.claims.context import Context
from dossier.language import Paragraph
from dossier.lexicons import load_lexicon
from dossier.quantities import is_gapped
from dossier.records import Attribution, Quantity, shared_fields
from dossier.registry import name_key
from dossier.syntax.remembered import sentence_of
from dossier.syntax.vocabulary import roles

_NEAR = 3  # words behind a source in which its maker may be named: "communiqué mardi par le ministère"
_BESIDE = 12  # words behind a figure in which its source may stand without a verb between
_STOPS = (";", ".", ")", "»", '"', "”")


def find_holder(context: Context, quantity: Quantity) -> Attribution | None:
    """Return an attribution of *quantity* to who holds it by the verb nearest to it, or None."""
    over = context.held.covering(quantity.start, quantity.end)
    found = min(over, key=lambda a: (a.content_end - a.content_start, a.cue_start), default=None)
    return replace(found, content_start=quantity.start, content_end=quantity.end) if found else None


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
    for token in phrase.doc[phrase.end : min(phrase.end + _BESIDE, sentence_of(phrase).end)]:
        if token.pos_ in ("VERB", "AUX") or token.like_num or token.text in _STOPS:
            break
        if token.pos_ == "ADP" and (said := context.cues.get(paragraph.offset(token))):
            return replace(said, content_start=quantity.start, content_end=quantity.end)
    before = reversed(phrase.doc[sentence_of(phrase).start : phrase.start])
    noun = next((t for t in before if t.pos_ in ("NOUN", "PROPN")), None)
    if noun is None:
        return None
    stretch = quantity.sentence_start, quantity.start
    bare = is_gapped(phrase) and any(context.held.meeting(*stretch))
    if not (bare or (_goes_on(phrase, noun) and any(context.attributions_at(*stretch)))):
        return None
    names, named = (resolve_name(context, noun, phrase.start),), _phrase(noun, phrase.start).text
    return _attribution(quantity, paragraph, phrase.doc[noun.i : noun.i + 1], names, named)


def _goes_on(phrase: Span, noun: Token) -> bool:
    """Tell whether the verb is left out behind *noun*: "la police parle de 300, le maire de 900"."""
    of = phrase.doc[phrase.start - 1].lower_ in load_lexicon("quantities")["grammar"]["of"]
    return of and noun.lower_ in roles().category and is_gapped(phrase.doc[phrase.start - 1 : phrase.end])


def find_maker(context: Context, attribution: Attribution) -> str:
    """Return who made what speaks: "d'après les résultats publiés par le ministère"; else nothing."""
    if attribution.speaker_start < 0:
        return ""
    place = context.tokens(attribution.speaker_start, attribution.speaker_end)
    said = place[1]
    for token in said.doc[said.start : min(said.end + _NEAR, sentence_of(said).end)]:
        if token.lower_ in load_lexicon("claims")["by"] and (noun := noun_after(token)):
            return resolve_name(context, noun)
    return ""


def noun_after(token: Token) -> Token | None:
    """Return the noun or name right behind *token*, past its determiner and adjectives."""
    return next((t for t in token.doc[token.i + 1 : token.i + 4] if t.pos_ in ("NOUN", "PROPN")), None)


def _phrase(noun: Token, stop: int | None = None) -> Span:
    """Return the words that name *noun*, up to a verb, a comma, another preposition than "de" or *stop*."""
    links, doc, end = load_lexicon("claims")["of"], noun.doc, noun.i + 1
    linking = {link.strip() for link in links}
    while end < (sentence_of(noun).end if stop is None else stop):
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
    known = (n for n in speakers if key and (key == name_key(n) or name_key(n).endswith(f" {key}")))
    return next(known, words.text)
