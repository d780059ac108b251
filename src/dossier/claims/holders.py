"""Who holds a figure without a reported clause: who counts, expects, claims, plans or fixes it.

"Les analystes tablaient sur 2 %"; "le groupe prévoit de supprimer 300 postes"; "5 % visés par la banque".
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Span, Token

from dossier.actors import name_key
from dossier.attribution.lexicon import is_document
from dossier.claims.context import Context
from dossier.language import Paragraph
from dossier.lexicons import load_lexicon
from dossier.quantities import auxiliaries
from dossier.records import Attribution, Quantity

_HEIGHT = 10  # heads between a figure and the verb that holds it, at most
_SUBJECT = ("nsubj", "nsubj:pass", "csubj")


def find_holder(context: Context, quantity: Quantity, place: tuple[Paragraph, Span]) -> Attribution | None:
    """Return an attribution of *quantity* to who holds it by a verb or participle of the lexicon, or None."""
    paragraph, phrase = place
    for verb, holder, modality in _held(phrase):
        words = _phrase(holder)
        names = _names(context, quantity.start, words)
        if not names:
            continue
        cue = verb.doc[min(part.i for part in (verb, *auxiliaries(verb))) : verb.i + 1]
        cue_start, cue_end = paragraph.span(cue)
        return Attribution(
            article_id=quantity.article_id,
            kind="indirect",
            content_start=quantity.start,
            content_end=quantity.end,
            cue=cue.text,
            cue_start=cue_start,
            cue_end=cue_end,
            speakers=names,
            speaker_text=words.text,
            modality=modality,
            section=quantity.section,
            sentence_start=quantity.sentence_start,
            sentence_end=quantity.sentence_end,
        )
    return None


def find_maker(context: Context, attribution: Attribution) -> str:
    """Return who made what speaks: "d'après les résultats publiés par le ministère"; else nothing."""
    place = context.tokens(attribution.speaker_start, attribution.speaker_end)
    makers = (
        name
        for token in (place[1] if place and attribution.speaker_start >= 0 else ())
        for child in token.children
        if child.pos_ == "VERB" and child.dep_ == "acl"
        for agent in _agents(child)
        for name in _names(context, attribution.content_start, _phrase(agent))
    )
    return next(makers, "")


def _held(phrase: Span) -> Iterator[tuple[Token, Token, str]]:
    """Yield each verb above *phrase* that holds it, who does, and the modality."""
    token, below = phrase.root, phrase.root
    for _ in range(_HEIGHT):
        for child in token.children:
            if child.pos_ == "VERB" and child.dep_ == "acl" and (modality := _modality(child, child)):
                yield from ((child, agent, modality) for agent in _agents(child))
        if token.pos_ == "VERB" and below.dep_ not in _SUBJECT and (modality := _modality(token, below)):
            holder = _subject(token)
            if holder is not None and not (modality == "planned" and _is_thing(holder)):
                yield token, holder, modality
        if token.head == token or token.dep_ in ("acl:relcl", "advcl", "parataxis"):
            return
        below, token = token, token.head


def _modality(verb: Token, below: Token) -> str:
    """Return the modality that *verb* gives to the figure under it, or nothing where it is no such verb.

    "Compter" counts in a compound tense ("a compté") and plans with an infinitive; "la ville compte
    50 000 habitants" is nobody's count.
    """
    lexicon, lemma = load_lexicon("claims"), _infinitive(verb)
    does = below.morph.get("VerbForm") == ["Inf"]
    makes = does and _infinitive(below) in lexicon["making"]
    if lemma in lexicon["counting"]:
        if does:
            return "planned" if makes else ""
        return "asserted" if any(part.dep_ == "aux:tense" for part in auxiliaries(verb)) else ""
    found = next((name for name, verbs in lexicon["holding"].items() if lemma in verbs), "")
    return "" if found == "planned" and does and not makes else found


def _infinitive(verb: Token) -> str:
    """Return the lemma of *verb*; the model leaves some as they are: "demande"."""
    lemma = verb.lemma_.lower()
    return f"{lemma}r" if lemma == verb.lower_ and lemma.endswith("e") else lemma


def _subject(verb: Token) -> Token | None:
    """Return the subject of *verb*, the antecedent of its relative, or the agent of its passive."""
    if any(part.dep_ == "aux:pass" for part in auxiliaries(verb)):
        return next(_agents(verb), None)
    subject = next((child for child in verb.children if child.dep_ == "nsubj"), None)
    if subject is not None and subject.morph.get("PronType") == ["Rel"]:
        return verb.head if verb.dep_ == "acl:relcl" else None
    if subject is None and verb.dep_ in ("conj", "xcomp") and verb.head != verb:
        return _subject(verb.head)
    return subject


def _agents(verb: Token) -> Iterator[Token]:
    """Yield who did it: "visés par le gouvernement"."""
    by = load_lexicon("claims")["by"]
    for child in verb.children:
        if child.i > verb.i and any(part.dep_ == "case" and part.lower_ in by for part in child.children):
            yield child


def _is_thing(noun: Token) -> bool:
    """Tell whether *noun* can lay down a figure but answers for none: "la loi prévoit 300 postes"."""
    return is_document(noun.lower_) or noun.lemma_ in load_lexicon("claims")["things"]


def _phrase(noun: Token) -> Span:
    """Return the words that name *noun*, from its determiner up to a verb, a comma or another preposition."""
    links, doc, end = load_lexicon("claims")["of"], noun.doc, noun.i + 1
    while end < noun.sent.end:
        token = doc[end]
        linked = token.lower_ in {link.strip() for link in links} or token.pos_ in ("DET", "NUM")
        if not linked and (token.pos_ not in ("NOUN", "PROPN", "ADJ") and token.text != "-"):
            break
        end += 1
    while end > noun.i + 1 and doc[end - 1].pos_ in ("ADP", "DET", "NUM"):
        end -= 1
    before = [child.i for child in noun.lefts if child.dep_ in ("det", "amod", "nummod", "flat:name")]
    return doc[min([*before, noun.i]) : end]


def _names(context: Context, place: int, words: Span) -> tuple[str, ...]:
    """Return whom *words* mean: a known actor, a speaker of the article, or whom they name themselves."""
    if words.root.pos_ == "PRON":
        return _last_speaker(context, place) if words[0].lower_ in load_lexicon("claims")["he"] else ()
    bare = words[1:] if len(words) > 1 and words[0].pos_ == "DET" else words
    if entry := context.registry.resolve(words.text):
        return (entry.name,)
    key = name_key(bare.text)
    for attribution in context.attributions:
        for name in attribution.speakers:
            if key and (key == name_key(name) or name_key(name).endswith(f" {key}")):
                return (name,)
    return (bare.text,)


def _last_speaker(context: Context, place: int) -> tuple[str, ...]:
    before = (a for a in reversed(context.attributions) if a.content_start < place and a.speakers)
    return next((a.speakers for a in before), ())
