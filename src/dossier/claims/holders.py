"""Who holds a figure without a reported clause: who counts, expects, claims, plans or fixes it.

"Les analystes tablaient sur 2 %"; "le groupe prévoit de supprimer 300 postes"; "5 % visés par la banque".
"""

from collections.abc import Iterable, Iterator
from itertools import islice

from spacy.tokens import Span, Token

from dossier.claims.context import Context
from dossier.language import Paragraph
from dossier.lexicons import load_lexicon
from dossier.quantities import is_gapped
from dossier.records import Attribution, Quantity
from dossier.registry import name_key
from dossier.syntax.inflection import auxiliaries
from dossier.syntax.remembered import sentence_of
from dossier.syntax.vocabulary import vocabulary

_NEAR = 3  # words behind a source in which its maker may be named: "communiqué mardi par le ministère"
_BESIDE = 12  # words behind a figure in which its source may stand without a verb between
_STOPS = (";", ".", ")", "»", '"', "”")
_HEIGHT = 10  # heads between a figure and the verb that holds it, at most
Found = tuple[Token, Token, str]  # a verb, who holds the figure by it, and the modality it gives
_NAMES = ("NOUN", "PROPN", "PRON")
_SUBJECT = ("nsubj", "nsubj:pass", "csubj")


def find_holder(context: Context, quantity: Quantity, place: tuple[Paragraph, Span]) -> Attribution | None:
    """Return an attribution of *quantity* to who holds it by a verb or participle of the lexicon, or None."""
    return _attribution(context, quantity, place[0], _held(place[1]))


def find_beside(context: Context, quantity: Quantity, place: tuple[Paragraph, Span]) -> Attribution | None:
    """Return an attribution of *quantity* to whom the words right beside it name, or None."""
    return _attribution(context, quantity, place[0], (*_sourced(place[1]), *_gapped(place[1])))


def _attribution(
    context: Context, quantity: Quantity, paragraph: Paragraph, found: Iterable[Found]
) -> Attribution | None:
    """Return the attribution of *quantity* to the first of those found whom a name can be given."""
    for verb, holder, modality in found:
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


def _sourced(phrase: Span) -> Iterator[Found]:
    """Yield the source behind the figure, no verb between: "20 000 selon les organisateurs"."""
    links = load_lexicon("claims")["beside"]
    for token in phrase.doc[phrase.end : min(phrase.end + _BESIDE, sentence_of(phrase).end)]:
        if token.pos_ in ("VERB", "AUX") or token.like_num or token.text in _STOPS:
            return
        pair = f"{token.lower_} {token.nbor().lower_}" if token.i + 1 < sentence_of(phrase).end else ""
        if token.lower_ in links or pair.replace("' ", "'") in links or _is_tally(token):
            if noun := _noun_after(token):
                yield token, noun, "asserted"
            return


def _is_tally(token: Token) -> bool:
    """Tell whether a count brings in who counted: "641 détenus au dernier pointage de l'administration"."""
    lexicon = load_lexicon("claims")
    before = token.doc[max(sentence_of(token).start, token.i - 3) : token.i]
    by = any(other.lower_ in lexicon["at_the"] for other in before)
    return by and token.lower_ in lexicon["tally"]


def _gapped(phrase: Span) -> Iterator[Found]:
    """Yield whose the figure is where no verb stands: "la police a compté 500 élèves, la mairie 3 000"."""
    verb = sentence_of(phrase).root
    if is_gapped(phrase) and _modality(verb, verb):
        nouns = (
            t
            for t in reversed(phrase.doc[sentence_of(phrase).start : phrase.start])
            if t.pos_ in ("NOUN", "PROPN")
        )
        yield from ((noun, noun, "asserted") for noun in islice(nouns, 1))


def find_maker(context: Context, attribution: Attribution) -> str:
    """Return who made what speaks: "d'après les résultats publiés par le ministère"; else nothing."""
    place = context.tokens(attribution.speaker_start, attribution.speaker_end)
    if not place or attribution.speaker_start < 0:
        return ""
    said = place[1]
    for token in said.doc[said.start : min(said.end + _NEAR, sentence_of(said).end)]:
        if token.lower_ in load_lexicon("claims")["by"] and (noun := _noun_after(token)):
            return next(iter(_names(context, attribution.content_start, _phrase(noun))), "")
    return ""


def _noun_after(token: Token) -> Token | None:
    """Return the noun or name right behind *token*, past its determiner and adjectives."""
    return next((t for t in token.doc[token.i + 1 : token.i + 4] if t.pos_ in ("NOUN", "PROPN")), None)


def _held(phrase: Span) -> Iterator[Found]:
    """Yield each verb above *phrase* that holds it, who does, and the modality."""
    token, below = phrase.root, phrase.root
    for _ in range(_HEIGHT):
        for child in token.children:
            if child.pos_ == "VERB" and child.dep_ == "acl" and (modality := _modality(child, child)):
                yield from ((child, agent, modality) for agent in _agents(child))
        if token.pos_ == "VERB" and below.dep_ not in _SUBJECT and (modality := _modality(token, below)):
            holder = _subject(token)
            if (
                holder is not None
                and holder.pos_ in _NAMES
                and not (modality == "planned" and _is_thing(holder))
            ):
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
    lemmas = {lemma, f"{lemma} {below.lower_}"}  # "fait état de"
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


def _subject(verb: Token) -> Token | None:
    """Return the subject of *verb*, the antecedent of its relative, or the agent of its passive."""
    helpers, agent = auxiliaries(verb), next(_agents(verb), None)
    if any(part.dep_ == "aux:pass" for part in helpers) or verb.dep_ == "acl" or (agent and not helpers):
        return agent
    subject = next((child for child in verb.children if child.dep_ == "nsubj"), None)
    if subject is not None and subject.morph.get("PronType") == ["Rel"]:
        return verb.head if verb.dep_ == "acl:relcl" else None
    if subject is None and verb.dep_ in ("conj", "xcomp", "advcl") and verb.head != verb:
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
    return noun.lemma_ in load_lexicon("claims")["things"]


def _phrase(noun: Token) -> Span:
    """Return the words that name *noun*, from its determiner up to a verb, a comma or another preposition."""
    links, doc, end = load_lexicon("claims")["of"], noun.doc, noun.i + 1
    while end < sentence_of(noun).end:
        token = doc[end]
        linked = token.lower_ in {link.strip() for link in links} or token.pos_ == "DET"
        named = token.pos_ in ("NOUN", "PROPN", "ADJ") or token.is_title or token.text == "-"
        if not (linked or named):
            break
        end += 1
    while end > noun.i + 1 and doc[end - 1].pos_ in ("ADP", "DET"):
        end -= 1
    start = noun.i
    while (
        start > sentence_of(noun).start and doc[start - 1].pos_ in ("DET", "ADJ") and doc[start - 1].is_alpha
    ):
        start -= 1
    if start and doc[start - 1].pos_ == "DET":
        start -= 1
    return doc[start:end]


def _names(context: Context, place: int, words: Span) -> tuple[str, ...]:
    """Return whom *words* mean: a known actor, a speaker of the article, or whom they name themselves."""
    if words.root.pos_ == "PRON":
        return _last_speaker(context, place) if words[0].lower_ in load_lexicon("claims")["he"] else ()
    general = words[1:].text.lower() in vocabulary("general_bodies")  # "l'organisme"
    if general and (taken := _last_body(context, place)):
        return (taken,)
    bare = words[1:] if len(words) > 1 and words[0].pos_ == "DET" else words
    if entry := context.registry.resolve(words.text):
        return (entry.name,)
    key = name_key(bare.text)
    for attribution in context.attributions:
        for name in attribution.speakers:
            if key and (key == name_key(name) or name_key(name).endswith(f" {key}")):
                return (name,)
    return (bare.text,)


def _last_body(context: Context, place: int) -> str:
    """Return the named body that spoke last, or whose member did: what "l'organisme" takes up."""
    for attribution in reversed(context.attributions):
        if attribution.content_start < place and attribution.speakers:
            body = attribution.category == "organisation"
            name = attribution.speakers[0] if body else attribution.affiliation
            article = next(filter(name.startswith, load_lexicon("claims")["articles"]), "")
            return name.removeprefix(article) if any(map(str.isupper, name)) else ""
    return ""


def _last_speaker(context: Context, place: int) -> tuple[str, ...]:
    before = (a for a in reversed(context.attributions) if a.content_start < place and a.speakers)
    return next((a.speakers for a in before), ())
