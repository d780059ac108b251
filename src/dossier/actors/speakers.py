"""Who speaks: names, role, affiliation and category, and what a pronoun must agree with."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dossier.lexicons import load_lexicon, word_set
from dossier.registry import Registry, name_key
from dossier.syntax.inflection import is_participle
from dossier.syntax.nominals import Nominal, head_noun, is_acronym, phrase_end, read_nominal
from dossier.syntax.sentence import PAUSES, is_finite
from dossier.syntax.subjects import find_subject
from dossier.syntax.verbs import finite_verb
from dossier.syntax.vocabulary import (
    PERSONAL,
    PRIVATE,
    epithets,
    is_occupation,
    is_of_a_place,
    is_said,
    roles,
    vocabulary,
)


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who speaks: canonical names (several where several speak together), words, role and category."""

    names: tuple[str, ...]
    text: str
    start: int
    end: int
    role: str = ""
    affiliation: str = ""
    category: str = ""
    number: str = "sing"
    gender: str = ""
    kind: str = "body"  # person | body | document | one, "l'un d'eux", whom no other words take up


def agrees(source: Nominal, speaker: Speaker) -> bool:
    """Return whether *source* can mean *speaker* by number and gender."""
    return speaker.number == source.number and not differ(speaker.gender, source.gender)


def differ(gender: str, other: str) -> bool:
    """Return whether both genders are known and not the same."""
    return bool(gender and other and gender != other)


def category_of(role: str) -> str:
    """Return the category that the words of a role give, or an empty string.

    An office goes before a trade: "éleveur et maire". A best man, "témoin de mariage", has seen nothing.
    """
    words = role.lower().replace("’", "'").replace("'", "' ").split()
    first = _category_of(words)
    if first not in PRIVATE:
        return first
    beside = [roles().category.get(words[i + 1]) for i, w in enumerate(words[:-1]) if w in vocabulary("and")]
    office = next((c for c in beside if c in ("official", "expert")), None)
    return office or ("person" if set(words) & vocabulary("seeing_nothing") else first)


def _category_of(words: Sequence[str]) -> str:
    for word in words:
        category = roles().category.get(word)
        if category == "media" or word == "agence":
            state = any(w in vocabulary("state_media_words") for w in words)
            return "state_media" if state else "organisation"
        if category:
            return "organisation" if category in ("document", "collective") else category
    return ""


def affiliation_of(role: str) -> str:
    """Return what a role belongs to, in its words: from the first noun of a body, else after "de".

    Who is of a private category by it, "fils d'un garagiste", speaks for nobody.
    """
    if category_of(role) in PRIVATE:
        return ""
    for at, word in [(match.start(), match.group().lower()) for match in re.finditer(r"[\w-]+", role)]:
        if at and roles().category.get(word) in ("organisation", "media"):
            return role[at:]
    places = [(role.find(mark), mark) for mark in load_lexicon("sources")["of_what"] if mark in role]
    owner = role.split(min(places)[1], 1)[1].strip() if places else ""
    return "" if owner in vocabulary("no_affiliations") else owner


def state_over(source: Nominal, registry: Registry) -> str:
    """Return the state whose "son ministre" is: the first that a verb before it has for its subject."""
    sentence = source.sentence
    if sentence.word(source.start) not in vocabulary("of_one"):
        return ""
    verbs = (finite_verb(sentence, i) for i in range(source.start) if is_finite(sentence.tokens[i]))
    subjects = filter(None, (find_subject(sentence, verb) for verb in verbs))
    known = filter(None, (registry.resolve(subject.text) for subject in subjects))
    return next((entry.name for entry in known if entry.kind == "state"), "")


def whose_words(source: Nominal) -> Nominal | None:
    """Return whose count or answer *source* is, "le bilan définitif de l'agence", "réplique du directeur".

    The figures of a body claim for it, "selon les données de l'office", but where they are what is done
    something to, as "conteste les chiffres de l'office", they are meant themselves.
    """
    sentence, words = source.sentence, source.sentence.words
    tally, places = word_set("claims", "tally", "figures"), range(source.start, source.end)
    first = next((i for i in places if words[i] in vocabulary("of")), source.end)
    answer = not vocabulary("reactions").isdisjoint(words[source.start : first])
    told = (i for i in places if words[i] in tally and sentence.tokens[i].dep_ != "obj")
    at = first if answer else next(told, source.end)
    of = next((i for i in range(at, source.end) if words[i] in vocabulary("of")), source.end)
    owner = read_nominal(sentence, of + 1, source.end)
    return owner if owner and (is_body(owner) or answer) else None


_BY = 7  # words behind a document in which its maker may be named: "donné samedi après-midi par X"


def find_issuer(source: Nominal, end: int) -> Nominal | None:
    """Return the body that made a document without a name: "un bilan établi par la préfecture"."""
    sentence = source.sentence
    if source.person or not is_said(sentence.word(head_noun(sentence, source.start, source.end))):
        return None
    behind = sentence.tokens[end + 1 : end + 2]
    start = end + (sentence.word(end) == "," and any(map(is_participle, behind)))
    for i in range(start, min(start + _BY, len(sentence) - 1)):
        if sentence.quotes[i] or sentence.words[i] in PAUSES or is_finite(sentence.tokens[i]):
            return None
        if sentence.words[i] in vocabulary("consulted"):
            return None
        if sentence.words[i] in vocabulary("by"):
            return read_nominal(sentence, i + 1, phrase_end(sentence, i + 1))
    return None


def is_named(source: Nominal) -> bool:
    """Return whether a proper name stands in the phrase behind its first word."""
    sentence = source.sentence
    return any(
        sentence.tokens[i].text[:1].isupper()
        and (sentence.words[i] not in roles().category or not sentence.tokens[i].text.isupper())
        for i in range(source.start + 1, source.end)
    )


def is_last(source: Nominal) -> bool:
    """Return whether the phrase is "ce dernier", "cette dernière" or their plural: no newspaper."""
    last = source.sentence.tokens[source.end - 1]
    return last.lower_ in vocabulary("last_named") and last.text.islower()


def is_concerned(source: Nominal) -> bool:
    """Return whether the phrase is "l'intéressé": whom the words before it are about."""
    return not vocabulary("concerned").isdisjoint(source.sentence.words[source.start : source.end])


def answers(source: Nominal) -> bool:
    """Return whether the sentence of *source* answers: "n'a pas souhaité répondre"."""
    return not vocabulary("answering").isdisjoint(source.sentence.words)


def is_one(source: Nominal) -> bool:
    """Return whether the phrase is "l'un d'eux" or "l'une des élues"."""
    first, second = source.sentence.word(source.start), source.sentence.word(source.start + 1)
    return first in vocabulary("elided_article") and second in vocabulary("one_of")


def without_adjectives(source: Nominal) -> str:
    """Return the phrase without what only describes it: "l'Inde voisine"."""
    sentence, end = source.sentence, source.end
    tokens = sentence.tokens
    while end > source.start + 1 and tokens[end - 1].pos_ == "ADJ" and tokens[end - 1].text.islower():
        end -= 1
    whole = sentence.tokens[end - 1].text[:1].isupper()
    return sentence.text(source.start, end) if whole else source.text


def without_article(source: Nominal) -> str:
    """Return the words of the phrase without its definite article, of a body with several its usual name."""
    sentence = source.sentence
    led = sentence.word(source.start) in vocabulary("definite_articles") and source.end - source.start > 1
    first = source.start + led
    text = sentence.text(first + (sentence.word(first) in vocabulary("same")), source.end)
    usual: dict[str, str] = load_lexicon("sources")["usual_names"]
    found = next((name for name in usual if text.lower().startswith(name)), "")
    return f"{usual.get(found, '')}{text[len(found) :]}"


def is_animate(speaker: Speaker) -> bool:
    """Return whether *speaker* are people by name or noun: "autres marchands", no "œuvres de l'artiste"."""
    words = speaker.names[0].lower().split() if speaker.names else []
    of = next((i for i, word in enumerate(words) if word in vocabulary("of", "bare_of")), len(words))
    category = roles().category
    known = speaker.kind == "person" or speaker.category == "unnamed"
    return known or any(
        category.get(word, "document") != "document" or is_occupation(word) for word in words[:of]
    )


def is_body(source: Nominal) -> bool:
    """Return whether the phrase names a body: by its noun, an acronym or the name the model sees."""
    tokens = source.sentence.tokens[source.start : source.end]
    named = any(token.ent_type_ in ("ORG", "LOC") for token in tokens)
    return bool(source.noun) or named or any(map(is_acronym, tokens))


def is_complemented(source: Nominal) -> bool:
    """Return whether the phrase says what its role belongs to: "la présidente du club"."""
    return any(source.sentence.words[i] in vocabulary("of") for i in range(source.start + 2, source.end))


def is_by_trade(source: Nominal) -> bool:
    """Return whether the phrase is a person by trade or origin alone: "le pénaliste", "la Nantaise"."""
    if is_named(source):
        return False
    within = range(source.start + 1, source.end)
    tokens = source.sentence.tokens
    before_noun = (
        i for i in within if tokens[i].pos_ == "ADJ" and [t.pos_ for t in tokens[i + 1 : i + 2]] == ["NOUN"]
    )
    describing = set(before_noun)  # "la dernière période"
    words = [source.sentence.words[i] for i in within if i not in describing]
    if set(words) & vocabulary("years"):  # "la contrôleuse de 41 ans"
        return roles().category.get(source.noun, "") in (*PERSONAL, "")
    if is_complemented(source) and source.sentence.word(source.start) not in vocabulary("demonstratives"):
        return False
    head = next((word for word in words if is_occupation(word) and word not in roles().category), "")
    return bool(head) and not source.noun


def is_for_anybody(source: Nominal) -> bool:
    """Return whether the head of the phrase can stand for anybody: "la jeune femme", "ce père de famille"."""
    sentence = source.sentence
    pointed = sentence.words[source.start] in vocabulary("demonstratives")  # "cette native de Lens"
    if is_complemented(source) and is_named(source) and not pointed:
        return False
    tokens = sentence.tokens[source.start + 1 : source.end]
    words = [token.lower_ for token in tokens if token.text.islower()]  # no "La Dernière Heure"
    head = next((word for word in words if word in epithets() or word in roles().category), "")
    family = " ".join(sentence.words[source.end - 2 : source.end]) in vocabulary("of_family")
    return head in epithets() and (family or not (is_complemented(source) and head in roles().category))


def enumerated(source: Nominal) -> Iterator[str]:
    """Yield the words of each part of an enumeration, "Kiev et Washington"."""
    sentence, start = source.sentence, source.start
    for i in range(source.start, source.end + 1):
        if i == source.end or sentence.words[i] in {",", *vocabulary("and")}:
            yield from [sentence.text(start, i)] if i > start else []
            start = i + 1


def is_demonym(source: Nominal, registry: Registry) -> bool:
    """Return whether the phrase is a person by origin, "l'ancien Sochalien", not "la Suisse"."""
    sentence, last = source.sentence, source.end - 1
    last -= 3 * (sentence.words[last] in vocabulary("years"))  # "le Québécois de 27 ans"
    word = sentence.tokens[last].text
    between = sentence.words[source.start + 1 : last]
    if last <= source.start or not word[:1].isupper() or set(between) - vocabulary("before_origin"):
        return False
    state = registry.adjectives.get(name_key(word))
    if state is not None:
        return name_key(state) != name_key(word)
    return is_of_a_place(word.rpartition("-")[2]) and not registry.resolve(word)
