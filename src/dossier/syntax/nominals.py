"""Phrases that name a speaker: name, role, apposition, number and gender."""

from dataclasses import dataclass

from dossier.lexicons import load_lexicon
from dossier.registry import is_known_body
from dossier.syntax.inflection import is_participle
from dossier.syntax.sentence import PAUSES, Sentence, Stretch, is_finite
from dossier.syntax.vocabulary import (
    bears_article,
    gender_of_name,
    is_personal,
    is_said,
    names_bodies,
    role_noun,
    roles,
    titles,
    vocabulary,
)
from dossier.tokens import Token


@dataclass(frozen=True, slots=True)
class Nominal(Stretch):
    """A phrase that names a speaker, items ``start`` to ``end`` of its sentence.

    ``person`` is the name of a person in it, ``role`` the words beside the name, ``noun`` the role noun.
    """

    text: str
    person: str = ""
    role: str = ""
    noun: str = ""
    pronoun: str = ""
    number: str = "sing"
    gender: str = ""


def is_name(token: Token) -> bool:
    """Return whether *token* is a capitalised part of a name."""
    return token.text[:1].isupper() and token.pos_ in ("PROPN", "NOUN", "X", "ADJ")


def is_acronym(token: Token) -> bool:
    """Return whether *token* is a word in capitals, "CGT": not "L'"."""
    return token.text.isupper() and len(token.text) > 1 and token.text[-1] != "'"


def phrase_end(sentence: Sentence, start: int, *, stop: int | None = None) -> int:
    """Return the item after the noun phrase that begins at *start*."""
    limit = len(sentence) if stop is None else stop
    named, i = False, start
    if sentence.word(start) in vocabulary("pronouns") and sentence.word(start + 1) not in vocabulary("and"):
        return min(start + 1, limit)  # "lié selon elle à l'étiage"
    while i < limit and not sentence.quotes[i]:
        word, token = sentence.words[i], sentence.tokens[i]
        sourced = word in vocabulary("of") and sentence.word(i + 1) in vocabulary("source_nouns")
        if i > start and (ends_phrase(sentence, i) or (sourced and sentence.tokens[i - 1].text[0].isupper())):
            break
        if word == "(" and i > start and (behind := _behind_brackets(sentence, i, limit)) > 0:
            i = behind
            continue
        if word[0].isalnum() or word in ("-", "'"):
            if i > start and _breaks(sentence, i, named):
                break
        elif word != "&" and word not in vocabulary("of"):
            break
        named |= token.ent_type_ == "PER"
        i += 1
    leading = vocabulary("of", "complement_prepositions", "before_a_number")
    while i > start + 1 and sentence.words[i - 1] in leading:
        i -= 1
    return i


def ends_phrase(sentence: Sentence, i: int) -> bool:
    """Return whether no noun phrase goes on with item *i*: "hier", but not "Demain" in a body's name."""
    return sentence.word(i) in vocabulary("phrase_ends") and not sentence.tokens[i].text[0].isupper()


def _behind_brackets(sentence: Sentence, i: int, limit: int) -> int:
    """Return the item of the name behind brackets that stand within its phrase, "le maire (LR) Paul Roux"."""
    for k in range(i + 2, min(i + 5, limit - 1)):
        if sentence.words[k] == ")":
            name = sentence.tokens[k + 1]
            return k + 1 if name.text[:1].isupper() and name.pos_ in ("PROPN", "NOUN", "X") else -1
    return -1


def _breaks(sentence: Sentence, i: int, named: bool) -> bool:
    """Return whether the noun phrase ends before item *i*."""
    word, token, among = sentence.words[i], sentence.tokens[i], sentence.word(i - 1) in vocabulary("among")
    if token.ent_iob_ == "I" or any(_is_one_of(sentence, k) for k in (i, i - 2 - among)):
        return False
    if word in vocabulary("and"):
        following = sentence.tokens[i + 1] if i + 1 < len(sentence) else None
        named = following is not None and following.pos_ in ("DET", "PROPN", "NOUN", "ADJ")
        return not named or sentence.word(i + 1)[:1].isdigit()  # "selon la mairie et 20 000 selon X"
    if word in vocabulary("complement_prepositions"):
        counts = word in vocabulary("in", "to_bare") and any(
            t.pos_ == "NUM" or t.is_digit for t in sentence.tokens[i + 1 : i + 3]
        )  # "estimé par l'assureur à 300 euros"
        return named or counts or any(sentence.word(k) in vocabulary("audiences") for k in (i + 1, i + 2))
    if word in vocabulary("of", "definite_articles"):
        behind_noun = word not in vocabulary("of") and sentence.tokens[i - 1].pos_ == "NOUN"
        return behind_noun and sentence.text(i, i + 2).islower()  # "l'entreprise la conteste"
    if token.pos_ in ("VERB", "AUX"):
        noun = is_participle(token) and sentence.word(i - 1) in vocabulary("bare_of", "indefinite")
        noun |= word in roles().category or word in vocabulary("in_charge") or _names_a_kind(sentence, i)
        noun |= " ".join(sentence.words[i - 1 : i + 1]) in roles().category  # "compte rendu"
        return not (noun or token.text[0].isupper())
    return token.pos_ in ("ADV", "PRON", "SCONJ") and not token.text[0].isupper()


def _names_a_kind(sentence: Sentence, i: int) -> bool:
    """Return whether the participle at *i* ends what a body is of: "l'office des eaux usées"."""
    token, noun = sentence.tokens[i], sentence.tokens[i - 1]
    agreed = all(token.morph.get(kind) in ([], noun.morph.get(kind)) for kind in ("Gender", "Number"))
    of = i > 1 and sentence.words[i - 2] in vocabulary("plurals")
    behind = next(iter(sentence.tokens[i + 1 : i + 2]), None)
    last = behind is None or is_finite(behind) or sentence.words[i + 1] in PAUSES
    return is_participle(token) and noun.pos_ == "NOUN" and agreed and of and last


def _is_one_of(sentence: Sentence, i: int) -> bool:
    """Return whether *i* is the second word of "l'une d'elles"."""
    return sentence.word(i) in vocabulary("one_of") and sentence.word(i - 1) in vocabulary("elided_article")


def read_nominal(sentence: Sentence, start: int, end: int) -> Nominal | None:
    """Return the speaker phrase at items *start* to *end*, or None where it names nobody."""
    while start < end and not sentence.is_word(start) and sentence.words[start][0] not in "-'":
        start += 1
    plain, behind = sentence.word(start).removeprefix("-"), sentence.words[start + 1 : end][:1]
    if not vocabulary("indefinite").isdisjoint(behind) and sentence.tokens[start].pos_ == "NOUN":
        return read_nominal(sentence, start + 1, end)  # "soupire une élue", whose verb is taken for a noun
    if start >= end or (end == start + 1 and plain in vocabulary("elided_article")):
        return None
    text, pronouns = sentence.text(start, end), load_lexicon("sources")["pronouns"]
    if plain in pronouns and end - start == 1:
        return Nominal(sentence, start, end, text, "", "", "", plain, *pronouns[plain])
    person = find_person(sentence, start, end)
    thing = person and person[0] == start + 1 and bears_article(plain, sentence.text(*person))
    thing = thing or (person and sentence.word(person[0] - 1) in vocabulary("voiceless"))
    if person and (thing or any(char.isdigit() for char in sentence.text(*person))):
        person = None
    noun_at = head_noun(sentence, start, end)
    noun = role_noun(sentence.words[noun_at : noun_at + 2]) if noun_at >= 0 else ""
    names = sentence.text(*person) if person else ""
    return Nominal(
        sentence,
        start,
        end,
        text,
        person=names,
        role=role_of(sentence, start, end, person) if noun or person else "",
        noun=noun,
        number=_number(sentence, start, end),
        gender=(gender_of_name(names) if names else "") or _gender(sentence, start, noun_at),
    )


def find_person(sentence: Sentence, start: int, end: int) -> tuple[int, int] | None:
    """Return the items of the first person's name between *start* and *end*."""
    i = start
    while i < end:
        token = sentence.tokens[i]
        if token.ent_type_ == "PER" and _is_complement(sentence, start, i):
            i += 1
        elif token.ent_type_ == "PER" and token.text[:1].isupper() and sentence.words[i] not in titles():
            j = i + 1
            while j < end and (
                sentence.tokens[j].ent_type_ == "PER"
                or is_name(sentence.tokens[j])
                or sentence.words[j] in vocabulary("name_particles")
            ):
                j += 1
            while sentence.words[j - 1] in vocabulary("leading_particles"):
                j -= 1
            return i, j
        i += 1
    return _name_after_role(sentence, start, end)


def _is_complement(sentence: Sentence, start: int, i: int) -> bool:
    """Return whether the name at *i* is what a person's role belongs to: "le PDG de Stellium"."""
    of_the = i > start + 1 and sentence.words[i - 2] in vocabulary("of")  # "le président de la République"
    if of_the and sentence.words[i - 1] in vocabulary("definite_articles"):
        return any(map(is_personal, sentence.words[start : i - 2]))
    first = i
    while first > start and sentence.tokens[first - 1].ent_type_ == "PER":
        first -= 1
    owned = range(start, max(start, first - 1))
    role = any(is_personal(sentence.words[k]) for k in owned)
    before = sentence.words[first - 1] if first > start else ""
    last = first
    while last < len(sentence) and sentence.tokens[last].ent_type_ == "PER":
        last += 1
    if _is_of_another(sentence, start, first, last):
        return True
    place = before in vocabulary("named_places")  # "l'école Sainte-Barbe"
    if place or names_bodies(before):
        return (place or role) and not gender_of_name(sentence.text(first, last))
    nouns = [sentence.words[k] for k in owned if sentence.tokens[k].pos_ == "NOUN"]  # "un proche de X"
    return before in vocabulary("bare_of") and (role or (bool(nouns) and not any(map(is_said, nouns))))


def _is_of_another(sentence: Sentence, start: int, first: int, last: int) -> bool:
    """Return whether the name at *first* to *last* is what another is of: "l'avocat du maire Paul Roux"."""
    of = first - 2 - (sentence.word(first - 2) in vocabulary("definite_articles"))
    role = sentence.word(first - 1)
    if of <= start or sentence.words[of] not in vocabulary("of") or not is_personal(role):
        return False
    said = gender_of_name(sentence.text(first, last))
    alike = not said or roles().gender.get(role) in (None, "", said)
    return alike and any(word in roles().category for word in sentence.words[start:of])


def _name_after_role(sentence: Sentence, start: int, end: int) -> tuple[int, int] | None:
    """Return capitalised words behind a person's role, or behind the body it belongs to.

    "le président Obama", "le secrétaire général de l'ONU Antonio Guterres".
    """
    i = end
    while i > start and is_name(sentence.tokens[i - 1]) and sentence.is_word(i - 1):
        i -= 1
    before = sentence.word(i - 1) if i > start else ""
    acronym = i == end - 1 and sentence.tokens[i].text.isupper()  # "le délégué CGT"
    if i < end and _is_of_another(sentence, start, i, end):
        return None
    if i < end and not acronym and (is_personal(before) or before in titles()):
        return i, end
    head = head_noun(sentence, start, i)
    if head >= 0 and is_personal(sentence.words[head]):
        for k in range(i + 1, end - 1):
            body = sentence.text(i, k)
            known = body.isupper() or is_known_body(body) or gender_of_name(sentence.text(k, end))
            if known or roles().category.get(body.lower()) == "organisation":
                return k, end
    return None


def head_noun(sentence: Sentence, start: int, end: int) -> int:
    """Return the item of the noun that the phrase is about: its first role noun before any complement."""
    for i in range(start, end):
        word = sentence.words[i]
        if word in vocabulary("of", "complement_prepositions") and i > start:
            break
        part_of_name = i > start and sentence.tokens[i].is_title and sentence.tokens[i - 1].ent_type_ == "PER"
        if role_noun(sentence.words[i : i + 2]) and not part_of_name:
            return i
    return next((i for i in range(start, end) if sentence.tokens[i].pos_ in ("NOUN", "PROPN")), -1)


def role_of(sentence: Sentence, start: int, end: int, person: tuple[int, int] | None) -> str:
    """Return the words of the phrase without article and name."""
    start += sentence.words[start] in vocabulary("determiners")
    start += sentence.word(start) in vocabulary("same")
    start += is_participle(sentence.tokens[start]) and sentence.words[start] not in roles().category
    stop = person[0] if person else end
    owned = (i for i in range(start + 1, stop) if sentence.words[i] in vocabulary("of_one"))
    start = next((i + 1 for i in owned if sentence.tokens[i - 1].pos_ != "ADP"), start)  # "dit son frère"
    while stop > start and (not sentence.is_word(stop - 1) or sentence.word(stop - 1) in titles()):
        stop -= 1
    return sentence.text(start, stop) if stop > start else ""


def _number(sentence: Sentence, start: int, end: int) -> str:
    first = sentence.word(start)
    counted = sentence.tokens[start].pos_ == "NUM" and first not in vocabulary("one_of")
    plural = counted or first in vocabulary("plurals") or (first in roles().category and first.endswith("s"))
    plural |= any(word in vocabulary("crowds") for word in sentence.words[start : start + 2])
    joined = any(
        sentence.words[i] in vocabulary("and") and sentence.tokens[i + 1].pos_ in ("DET", "PROPN")
        for i in range(start, end - 1)
    )
    return "plur" if plural or joined else "sing"


def _gender(sentence: Sentence, start: int, noun: int) -> str:
    first = sentence.word(start)
    if first in titles():
        return titles()[first]
    if sentence.word(start + 1) in vocabulary("crowds"):
        return ""
    if first in vocabulary("feminine_openers"):
        return "fem"
    if first in vocabulary("masculine_openers"):
        return "masc" if titles().get(sentence.word(start + 1), "masc") else ""  # "le Dr Awa Touré"
    token = sentence.tokens[noun]
    known = roles().gender.get(sentence.word(noun), "")
    return known or "".join(token.morph.get("Gender")).lower() if token.pos_ == "NOUN" else known
