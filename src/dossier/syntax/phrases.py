"""Noun phrases that can speak: where one begins, whether it names a speaker, who stands in one."""

from collections.abc import Iterator
from dataclasses import replace

from dossier.syntax.apposition import with_apposition
from dossier.syntax.nominals import Nominal, is_acronym, phrase_end, read_nominal
from dossier.syntax.sentence import Sentence, is_finite
from dossier.syntax.vocabulary import epithets, is_document, is_personal, roles, vocabulary
from dossier.tokens import Token

REACH = 30  # items: no phrase that names a speaker is longer


def opens_phrase(sentence: Sentence, i: int) -> bool:
    """Return whether a noun phrase can begin at item *i*."""
    if not 0 <= i < len(sentence) or sentence.quotes[i] or sentence.words[i] in vocabulary("contracted"):
        return False
    token = sentence.tokens[i]
    led = token.pos_ == "ADP" and sentence.words[i] in vocabulary("before_audience")  # "À Lens, où …"
    if led or sentence.word(i + 1) in ("-t", *vocabulary("inverted")):  # "Viendra-t-il ?"
        return False
    if is_asked(sentence, i):
        return False
    return (
        sentence.words[i] in vocabulary("determiners")
        or (token.text[:1].isupper() and token.pos_ not in ("CCONJ", "ADV"))
        or token.pos_ in ("PROPN", "NOUN", "DET")
        or (token.pos_ == "NUM" and is_personal(sentence.word(i + 1)))  # "quatre élus affirment"
    )


def is_asked(sentence: Sentence, i: int) -> bool:
    """Return whether item *i* opens a sentence and only says that one was asked: "Contactées, A et B …"."""
    return i == 0 and sentence.words[i].rstrip("s") in vocabulary("asked")


def around_head(sentence: Sentence, head: int, end: int) -> Nominal | None:
    """Return the phrase whose noun stands at *head*, with its article and up to item *end*."""
    bare = sentence.tokens[head].text.islower() and sentence.word(head + 1) in vocabulary("singular_articles")
    start = head + 1 if bare else phrase_start(sentence, head)  # a verb taken for a noun: "insiste la maire"
    nominal = read_nominal(sentence, start, phrase_end(sentence, start, stop=end))
    return with_apposition(sentence, nominal, stop=end)[0] if nominal else None


def phrase_start(sentence: Sentence, head: int) -> int:
    """Return the item where the noun phrase around the noun at *head* begins: at its article."""
    start = head
    while start and sentence.words[start] not in vocabulary("articles"):
        before = sentence.tokens[start - 1]
        article = before.pos_ != "ADP" and sentence.words[start - 1] in vocabulary("articles")
        if not (article or (sentence.is_word(start - 1) and before.pos_ in ("DET", "ADJ", "NUM", "PROPN"))):
            break
        start -= 1
    return start


def with_name_before(sentence: Sentence, nominal: Nominal) -> Nominal:
    """Return *nominal* with the name it stands beside: "Barnier, le négociateur en chef se dit …"."""
    bare = sentence.word(nominal.start) in roles().category  # "Paul Roux, délégué CGT": CGT is no person
    if (nominal.person and not bare) or not nominal.noun or sentence.word(nominal.start - 1) != ",":
        return nominal
    first = nominal.start - 2
    while first > 0 and sentence.tokens[first - 1].ent_type_ == "PER":
        first -= 1
    if first > 0 and not bare and sentence.tokens[first - 1].pos_ == "ADP":
        return nominal
    named = first >= 0 and sentence.tokens[first].ent_type_ == "PER"
    name = read_nominal(sentence, first, nominal.start - 1) if named else None
    if name is None or not name.person:
        return nominal
    return replace(
        name, end=nominal.end, text=sentence.text(first, nominal.end), role=nominal.role, noun=nominal.noun
    )


def scan_left(sentence: Sentence, end: int, *, governed: bool = False) -> Nominal | None:
    """Return the noun phrase nearest before item *end* that can speak; after a preposition if *governed*."""
    stop = end
    while stop > 0 and _is_between(sentence, stop - 1):
        stop -= 1
    best: Nominal | None = None
    for start in range(stop - 1, max(-1, stop - REACH), -1):
        clause = best and sentence.words[start] in vocabulary("that")
        if clause or sentence.quotes[start] or sentence.words[start] in (";", ":"):
            break
        before = sentence.tokens[start - 1].pos_ if start else ""
        inside = before in ("DET", "NUM") or (before == "ADP" and not governed)
        if inside or not opens_phrase(sentence, start):
            continue
        if sentence.words[start] in vocabulary("plural_of") and before in ("NOUN", "ADJ", "PROPN"):
            continue
        nominal = read_nominal(sentence, start, phrase_end(sentence, start, stop=stop))
        if nominal and is_speaker(nominal):
            nominal, reached = with_apposition(sentence, nominal, stop=stop)
            if reached < stop - 1:
                return best or nominal
            best = nominal
        elif best:
            break
    return best


def _is_between(sentence: Sentence, i: int) -> bool:
    word = sentence.words[i]
    if word in vocabulary("determiners") or sentence.tokens[i].pos_ in ("NOUN", "PROPN"):
        return False
    return word == "," or word in vocabulary("between")


def is_speaker(nominal: Nominal) -> bool:
    """Return whether *nominal* can speak by its form: a pronoun, a person, a role, a named body."""
    sentence = nominal.sentence
    if sentence.words[nominal.start] in vocabulary("days"):
        return False
    last = sentence.word(nominal.end - 1)
    if nominal.pronoun or nominal.person or nominal.noun or {last, last.removesuffix("s")} & epithets():
        return True
    if sentence.word(nominal.start + 1) in vocabulary("one_of") and nominal.start + 1 < nominal.end:
        return True  # "l'une d'elles"
    return any(
        sentence.tokens[i].ent_type_ in ("PER", "ORG", "LOC")
        or ((i or sentence.tokens[i].pos_ == "PROPN") and sentence.tokens[i].text[:1].isupper())
        or sentence.words[i] in roles().category
        or is_acronym(sentence.tokens[i])
        for i in range(nominal.start, nominal.end)
    )


def is_person(nominal: Nominal) -> bool:
    """Return whether *nominal* is a person by its form: a pronoun, a name, a person's role or epithet."""
    epithet = any(word in epithets() for word in nominal.sentence.words[nominal.start : nominal.end])
    return bool(nominal.pronoun or nominal.person) or is_personal(nominal.noun) or epithet


def is_subject(sentence: Sentence, i: int) -> bool:
    """Return whether the noun at item *i* is a subject for the parser, or pointed out: "c'est lui qui"."""
    token = sentence.tokens[i]
    noun = token.pos_ in ("NOUN", "PROPN", "X") and sentence.quotes[i] is None
    return noun and (token.dep_.startswith("nsubj") or _is_pointed_out(sentence, i))


def _is_pointed_out(sentence: Sentence, i: int) -> bool:
    """Return whether the noun at item *i* stands between "c'est" and "qui", or is the document that it is."""
    start = phrase_start(sentence, i)
    led = sentence.word(start - 1) in vocabulary("be") and sentence.word(start - 2) in vocabulary("pointing")
    told = is_document(sentence.words[i]) or sentence.word(phrase_end(sentence, start)) in vocabulary("who")
    return led and told


def subject_at(sentence: Sentence, place: int) -> Nominal | None:
    """Return the speaker phrase around the noun at *place*, or None where it cannot speak."""
    return phrase_at(sentence, phrase_start(sentence, place))


def phrase_at(sentence: Sentence, start: int) -> Nominal | None:
    """Return the speaker phrase that begins at item *start*, or None where none does."""
    nominal = read_nominal(sentence, start, phrase_end(sentence, start))
    if nominal is None or not is_speaker(nominal):
        return None
    return with_apposition(sentence, nominal)[0]


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
    top = top if top.dep_.startswith("nsubj") else head
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
