"""Who stands together in one phrase: "le maire et la préfète", "Paul Roux, maire de Lens, et Anne Vidal"."""

from collections.abc import Iterator

from spacy.tokens import Token

from dossier.syntax.apposition import with_apposition
from dossier.syntax.nominals import Nominal, phrase_end, read_nominal
from dossier.syntax.phrases import is_speaker, phrase_start
from dossier.syntax.sentence import Sentence, is_finite
from dossier.syntax.vocabulary import is_personal, vocabulary

_SUBJECT = "nsubj"


def find_members(nominal: Nominal) -> tuple[Nominal, ...]:
    """Return each of those whom the parser joins by "et" to *nominal*, in their order; else it alone.

    Two roles of one person, "le maire et président", have one article and are one.
    """
    sentence, inside = nominal.sentence, nominal.sentence.tokens[nominal.start : nominal.end]
    own = {token.i for token in inside}
    head = next((token for token in inside if token.head.i not in own), None)
    if head is None or nominal.pronoun:
        return (nominal,)
    top = head
    while top.dep_ == "conj":
        top = top.head
    top = top if top.dep_.startswith(_SUBJECT) else head
    heads = sorted(_joined(top), key=lambda token: token.i)
    places = [sentence.position(token) for token in heads]
    joints = {child.lower_ for token in heads for child in token.children if child.dep_ == "cc"}
    if len(heads) < 2 or min(places) < 0 or not joints or joints - vocabulary("and"):
        return _by_words(nominal)
    parts = [_part(sentence, *span) for span in zip(places, (*places[1:], len(sentence)), strict=True)]
    members = tuple(part for part in parts if part and is_speaker(part))
    between = sentence.tokens[places[0] : places[-1]]
    whole = len(members) == len(heads) and not any(map(is_finite, between))
    return members if whole else (nominal,)


def _by_words(nominal: Nominal) -> tuple[Nominal, ...]:
    """Return the persons on both sides of "et" and an article in *nominal*, where the parser joins nobody."""
    sentence = nominal.sentence
    for i in range(nominal.start + 1, nominal.end - 1):
        if sentence.words[i] in vocabulary("and") and sentence.words[i + 1] in vocabulary("determiners"):
            halves = (read_nominal(sentence, *span) for span in ((nominal.start, i), (i + 1, nominal.end)))
            persons = tuple(half for half in halves if half and (half.person or is_personal(half.noun)))
            return persons if len(persons) > 1 else (nominal,)
    return (nominal,)


def _joined(top: Token) -> Iterator[Token]:
    yield top
    for child in top.children:
        governed = any(own.dep_ == "case" for own in child.children)  # "l'accord du maire et de l'ONU"
        if child.dep_ == "conj" and child.pos_ in ("NOUN", "PROPN") and not (governed or _names_on(child)):
            yield from _joined(child)


def _names_on(token: Token) -> bool:
    """Return whether *token* goes on with the name of a complement: "l'avocate de Terre et Mer"."""
    before = token.doc[max(0, token.i - 3) : token.i - 1]  # "de Terre"
    bare = len(before) == 2 and before[0].lower_ in vocabulary("bare_of")
    return bare and before[1].text[:1].isupper() and token.text[:1].isupper()


def _part(sentence: Sentence, place: int, following: int) -> Nominal | None:
    """Return the phrase around the noun at *place*, which ends before that around the noun *following*."""
    start = phrase_start(sentence, place)
    determined = sentence.words[start] in vocabulary("determiners")
    if sentence.quotes[place] or not (determined or sentence.tokens[start].pos_ == "PROPN"):
        return None
    stop = phrase_start(sentence, following) - 1 if following < len(sentence) else None
    nominal = read_nominal(sentence, start, max(place + 1, phrase_end(sentence, start, stop=stop)))
    return with_apposition(sentence, nominal, stop=stop)[0] if nominal else None
