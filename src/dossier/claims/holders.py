"""Who holds a figure without a reported clause: who counts, expects, claims, plans or fixes it.

"Les analystes tablaient sur 2 %"; "le groupe prévoit de supprimer 300 postes"; "5 % visés par la banque".
"""

from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Span, Token

from dossier.claims.context import Context
from dossier.language import Paragraph
from dossier.lexicons import load_lexicon
from dossier.quantities import is_gapped
from dossier.records import Attribution, Quantity
from dossier.registry import name_key
from dossier.syntax.clauses import find_agent, find_subject
from dossier.syntax.inflection import auxiliaries
from dossier.syntax.remembered import sentence_of
from dossier.syntax.vocabulary import roles

_NEAR = 3  # words behind a source in which its maker may be named: "communiqué mardi par le ministère"
_BESIDE = 12  # words behind a figure in which its source may stand without a verb between
_STOPS = (";", ".", ")", "»", '"', "”")
_HEIGHT = 10  # heads between a figure and the verb that holds it, at most
_SUBJECT = ("nsubj", "nsubj:pass", "csubj")


def find_holder(context: Context, quantity: Quantity, place: tuple[Paragraph, Span]) -> Attribution | None:
    """Return an attribution of *quantity* to who holds it by a verb or participle of the lexicon, or None.

    That is the agent of the verb's statement, or of the infinitive's that the verb governs.
    """
    paragraph, phrase = place
    things = load_lexicon("claims")["things"]
    for verb, below, modality in _held(phrase):
        passive = verb.dep_ == "acl" or any(part.dep_ == "aux:pass" for part in auxiliaries(verb))
        holder = find_agent(verb) if passive else find_subject(verb)
        statements = (context.statements.get(paragraph.offset(token)) for token in (verb, below))
        names = next((s.agent for s in statements if s and s.agent), ())
        if holder is None or not names or (modality == "planned" and holder.lemma_ in things):
            continue
        if not any(map(_can_answer, names)):
            continue
        cue = verb.doc[min(part.i for part in (verb, *auxiliaries(verb))) : verb.i + 1]
        words = verb.doc[holder.left_edge.i : holder.i + 1].text
        return replace(_attribution(quantity, paragraph, cue, names, words), modality=modality)
    return None


def _can_answer(name: str) -> bool:
    """Tell whether *name* can be that of a source: a proper name, or a role that sources have."""
    return any(map(str.isupper, name)) or any(word in roles().category for word in name.split())


def _attribution(
    quantity: Quantity, paragraph: Paragraph, cue: Span, names: tuple[str, ...], words: str
) -> Attribution:
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
        speaker_text=words,
        section=quantity.section,
        sentence_start=quantity.sentence_start,
        sentence_end=quantity.sentence_end,
    )


def find_beside(context: Context, quantity: Quantity, place: tuple[Paragraph, Span]) -> Attribution | None:
    """Return an attribution of *quantity* to whom the words right beside it name, or None."""
    paragraph, phrase = place
    for token in phrase.doc[phrase.end : min(phrase.end + _BESIDE, sentence_of(phrase).end)]:
        if token.pos_ in ("VERB", "AUX") or token.like_num or token.text in _STOPS:
            break
        if token.pos_ == "ADP" and (said := context.cues.get(paragraph.offset(token))):
            return replace(said, content_start=quantity.start, content_end=quantity.end)
        if _is_tally(token):
            return _by_name(context, quantity, paragraph, token, _noun_after(token))
    verb = sentence_of(phrase).root
    if is_gapped(phrase) and _modality(verb, verb):
        before = reversed(phrase.doc[sentence_of(phrase).start : phrase.start])
        noun = next((t for t in before if t.pos_ in ("NOUN", "PROPN")), None)
        return _by_name(context, quantity, paragraph, noun, noun)
    return None


def _by_name(
    context: Context, quantity: Quantity, paragraph: Paragraph, cue: Token | None, noun: Token | None
) -> Attribution | None:
    """Return an attribution of *quantity* to whom *noun* names, no verb between."""
    if cue is None or noun is None:
        return None
    names, words = (_name(context, noun),), _phrase(noun).text
    return _attribution(quantity, paragraph, cue.doc[cue.i : cue.i + 1], names, words)


def _is_tally(token: Token) -> bool:
    """Tell whether a count brings in who counted: "641 détenus au dernier pointage de l'administration"."""
    lexicon = load_lexicon("claims")
    before = token.doc[max(sentence_of(token).start, token.i - 3) : token.i]
    by = any(other.lower_ in lexicon["at_the"] for other in before)
    return by and token.lower_ in lexicon["tally"]


def find_maker(context: Context, attribution: Attribution) -> str:
    """Return who made what speaks: "d'après les résultats publiés par le ministère"; else nothing."""
    place = context.tokens(attribution.speaker_start, attribution.speaker_end)
    if not place or attribution.speaker_start < 0:
        return ""
    said = place[1]
    for token in said.doc[said.start : min(said.end + _NEAR, sentence_of(said).end)]:
        if token.lower_ in load_lexicon("claims")["by"] and (noun := _noun_after(token)):
            return _name(context, noun)
    return ""


def _noun_after(token: Token) -> Token | None:
    """Return the noun or name right behind *token*, past its determiner and adjectives."""
    return next((t for t in token.doc[token.i + 1 : token.i + 4] if t.pos_ in ("NOUN", "PROPN")), None)


def _held(phrase: Span) -> Iterator[tuple[Token, Token, str]]:
    """Yield each verb above *phrase* that holds it, what of it the figure stands in, and the modality."""
    token, below = phrase.root, phrase.root
    for _ in range(_HEIGHT):
        for child in token.children:
            if child.pos_ == "VERB" and child.dep_ == "acl" and (modality := _modality(child, child)):
                yield child, child, modality
        if token.pos_ == "VERB" and below.dep_ not in _SUBJECT and (modality := _modality(token, below)):
            yield token, below, modality
        if token.head == token or token.dep_ in ("acl:relcl", "advcl", "parataxis"):
            return
        below, token = token, token.head


def _modality(verb: Token, below: Token) -> str:
    """Return the modality that *verb* gives to the figure under it, or nothing where it is no such verb.

    "Compter" counts in a compound tense ("a compté") and plans with an infinitive; "la ville compte
    50 000 habitants" is nobody's count.
    """
    lexicon, lemma = load_lexicon("claims"), _infinitive(verb)
    clitics = " ".join(child.lower_ for child in verb.children if child.lower_ in lexicon["clitics"])
    lemmas = {lemma, f"{lemma} {below.lower_}", f"{clitics} {lemma}"}  # "fait état de", "s'en tient à"
    does = below.morph.get("VerbForm") == ["Inf"]
    makes = does and _infinitive(below) in lexicon["making"]
    if lemma in lexicon["counting"]:
        if does:
            return "planned" if makes else ""
        return "asserted" if any(part.dep_ == "aux:tense" for part in auxiliaries(verb)) else ""
    found = next((name for name, verbs in lexicon["holding"].items() if lemmas & {*verbs}), "")
    return "" if found == "planned" and does and not makes else found


def _infinitive(verb: Token) -> str:
    """Return the lemma of *verb*; the model leaves some as they are: "demande"."""
    lemma = verb.lemma_.lower()
    unread = lemma == verb.lower_ and lemma.endswith("e") and verb.morph.get("VerbForm") != ["Inf"]
    return f"{lemma}r" if unread else lemma


def _phrase(noun: Token) -> Span:
    """Return the words that name *noun*, up to a verb, a comma or another preposition than "de"."""
    links, doc, end = load_lexicon("claims")["of"], noun.doc, noun.i + 1
    linking = {link.strip() for link in links}
    while end < sentence_of(noun).end:
        token = doc[end]
        named = token.pos_ in ("NOUN", "PROPN", "ADJ", "DET") or token.is_title or token.text == "-"
        if not (named or token.lower_ in linking):
            break
        end += 1
    while end > noun.i + 1 and doc[end - 1].pos_ in ("ADP", "DET"):
        end -= 1
    return doc[noun.i : end]


def _name(context: Context, noun: Token) -> str:
    """Return whom the words of *noun* mean: a known actor, a speaker of the article, or as written."""
    words = _phrase(noun)
    if entry := context.registry.resolve(words.text):
        return entry.name
    key = name_key(words.text)
    speakers = (name for attribution in context.attributions for name in attribution.speakers)
    known = (n for n in speakers if key and (key == name_key(n) or name_key(n).endswith(f" {key}")))
    return next(known, words.text)
