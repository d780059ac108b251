"""Who a reporting verb belongs to: before it, inverted behind it, or its agent in the passive."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from dossier.syntax.antecedents import find_antecedent
from dossier.syntax.apposition import with_apposition
from dossier.syntax.nominals import Nominal, phrase_end, read_nominal
from dossier.syntax.phrases import (
    REACH,
    is_person,
    is_speaker,
    opens_phrase,
    scan_left,
    with_name_before,
)
from dossier.syntax.sentence import QUOTE, Sentence, is_finite
from dossier.syntax.verbs import VerbGroup
from dossier.syntax.vocabulary import vocabulary

_SUBJECTS = ("nsubj", "nsubj:pass", "expl:subj", "nsubj:caus")
_DASHES = ("–", "—")


def find_inverted(
    sentence: Sentence, group: VerbGroup, *, spoken: bool = False
) -> tuple[Nominal, int] | None:
    """Return the subject behind *group*, "a-t-il dit" or ", explique l'agence", and the item after it."""
    if group.inverted >= 0:
        nominal = _informant(sentence, group) or read_nominal(sentence, group.inverted, group.inverted + 1)
        return (nominal, max(group.end, group.inverted + 1, nominal.end)) if nominal else None
    before = sentence.word(group.start - 1)
    if before == "," and group.start > 1 and sentence.quotes[group.start - 2]:
        before = QUOTE
    inserted = group.shape in ("finite", "participle") and not (group.negated and before == ",")
    if not inserted or before not in {",", QUOTE, ")", "", *vocabulary("as"), *_DASHES}:
        return None
    nominal = _behind(sentence, group.end)
    if nominal is None or nominal.pronoun or (group.open and not _can_open(sentence, group, nominal)):
        return None
    if not (before == QUOTE or is_speaker(nominal) or _is_closed(sentence, group, nominal)):
        return None
    bare = nominal.end
    nominal, end = with_apposition(sentence, nominal)
    sure = (
        (spoken and bool(nominal.person))
        or before in {"", *vocabulary("as")}
        or (before == QUOTE and sentence.quotes[0] is not None)
    )
    goes_on = end == bare and sentence.word(end) in {QUOTE, *vocabulary("that")}
    if not sure and (goes_on or _has_subject_before(sentence, group)):
        return None
    return nominal, end


def _can_open(sentence: Sentence, group: VerbGroup, nominal: Nominal) -> bool:
    """Return whether *nominal* speaks by a verb of any sense: a person, or right behind the verb."""
    determined = sentence.word(nominal.start) in vocabulary("determiners")
    sure = is_finite(sentence.tokens[group.at]) and nominal.start == group.end
    return is_person(nominal) or (sure and determined)


def _behind(sentence: Sentence, start: int) -> Nominal | None:
    """Return the phrase behind a verb that ends at *start*, past days, asides and those spoken to."""
    times = vocabulary("times") | vocabulary("days")
    for _ in range(3):  # "a plaidé hier soir sur TF1 la ministre", "jurait la veille, au téléphone, le maire"
        start = _after_audience(sentence, _after_aside(sentence, start))
        if sentence.word(start) in vocabulary("before_a_time") and sentence.word(start + 1) in times:
            start += 3 if sentence.word(start + 2) in vocabulary("last") else 2
        while sentence.word(start) in vocabulary("between") and sentence.word(start) not in vocabulary(
            "determiners"
        ):
            start += 1
    opens = opens_phrase(sentence, start)
    return read_nominal(sentence, start, phrase_end(sentence, start)) if opens else None


def _is_closed(sentence: Sentence, group: VerbGroup, nominal: Nominal) -> bool:
    """Tell whether verb and phrase stand alone between two pauses: ", prévient le brasseur,"."""
    between = range(group.end, nominal.start)
    alone = all(sentence.tokens[i].pos_ == "ADV" or sentence.words[i] in vocabulary("days") for i in between)
    determined = sentence.word(nominal.start) in vocabulary("determiners")
    pause = sentence.word(nominal.end) in (",", ".", "")
    aside = sentence.words[: group.start].count(",") > 1 and not any(
        map(is_finite, sentence.tokens[: group.start])
    )
    outside = not (aside or _before_aside(sentence, group.start))
    return alone and determined and pause and outside and not group.negated


def _informant(sentence: Sentence, group: VerbGroup) -> Nominal | None:
    """Return whom "apprend-on auprès de X" names."""
    near = range(group.end, min(group.end + 3, len(sentence)))
    asked = next((i for i in near if sentence.words[i] in vocabulary("asked_at")), -1)
    if sentence.word(group.inverted) not in vocabulary("inverted_one") or asked < 0:
        return None
    return read_nominal(sentence, asked + 2, phrase_end(sentence, asked + 2))


def _after_aside(sentence: Sentence, start: int) -> int:
    """Return the item after words between commas, before a phrase: "sourit, verre en main, un client"."""
    if sentence.word(start) != ",":
        return start
    closing = next(
        (i for i in range(start + 2, min(start + 10, len(sentence))) if sentence.words[i] == ","), -1
    )
    aside = closing > 0 and not any(map(is_finite, sentence.tokens[start:closing]))
    return closing + 1 if aside and opens_phrase(sentence, closing + 1) else start


def _after_audience(sentence: Sentence, start: int) -> int:
    """Return the item after those spoken to, where a subject follows: "a dit à l'agence X le ministre"."""
    if sentence.word(start) not in vocabulary("before_audience"):
        return start
    for i in range(start + 2, min(start + 9, len(sentence))):
        if sentence.quotes[i] or not sentence.is_word(i):
            return start
        behind = sentence.tokens[i - 1].pos_ in ("NOUN", "PROPN", "ADJ") or sentence.tokens[i - 1].is_title
        named = sentence.tokens[i].ent_type_ == "PER" != sentence.tokens[i - 1].ent_type_
        if behind and (named or sentence.words[i] in vocabulary("articles")):
            return i
    return start


def _has_subject_before(sentence: Sentence, group: VerbGroup) -> bool:
    """Return whether the parser sees a subject before the verb that has no verb of its own in between.

    One comma alone never parts a subject from its verb: "La crise, estime un proche, est passée".
    """
    for child in sentence.tokens[group.at].children:
        place = sentence.position(child) if child.dep_ in _SUBJECTS else -1
        if 0 <= place < group.start and sentence.words[place : group.start].count(",") != 1:
            between = range(place + 1, group.start)
            verb = next((i for i in between if is_finite(sentence.tokens[i])), -1)
            return verb < 0 or not vocabulary("clause_relatives").isdisjoint(sentence.words[place:verb])
    return False


def find_agent(sentence: Sentence, group: VerbGroup) -> tuple[Nominal, int] | None:
    """Return the agent of a passive, ``par X``, and its end."""
    for i in range(group.end, min(group.end + 6, len(sentence) - 1)):
        if sentence.words[i] in vocabulary("by"):
            nominal = read_nominal(sentence, i + 1, phrase_end(sentence, i + 1))
            return with_apposition(sentence, nominal) if nominal else None
    return None


def find_subject(sentence: Sentence, group: VerbGroup) -> Nominal | None:
    """Return the subject that stands before *group*, by the words next to it and then by the parser."""
    before = sentence.word(group.start - 1)
    if before in vocabulary("pronouns") and before not in vocabulary("strong_pronouns"):
        return read_nominal(sentence, group.start - 1, group.start)
    if before in vocabulary("subject_relatives"):
        return find_antecedent(sentence, group.start - 1, sentence.tokens[group.at])
    if group.shape == "infinitive":
        return scan_left(sentence, group.start - 1) if before in vocabulary("bare_of") else None
    if group.shape == "gerund":
        return _of_gerund(sentence, group)
    return _before_aside(sentence, group.start) or _before(sentence, group)


def _before(sentence: Sentence, group: VerbGroup) -> Nominal | None:
    """Return the subject before a finite verb: by the words next to it, the parser, or a shared one."""
    before = sentence.word(group.start - 1)
    contrasted = group.start > 3 and before == "," and sentence.word(group.start - 3) == ","
    stop = (
        group.start - 3
        if contrasted and sentence.word(group.start - 2) in vocabulary("pronouns")
        else group.start
    )
    adjacent = _adjacent(sentence, stop)  # "le maire, lui, affirme"
    if adjacent and is_speaker(adjacent):
        return adjacent
    parsed = [_around(sentence, token, group.start) for token in _parsed_subjects(sentence, group)]
    if parsed:
        return next((nominal for nominal in parsed if nominal and is_speaker(nominal)), parsed[0])
    return adjacent or _shared(sentence, group.start) or scan_left(sentence, group.start)


def _shared(sentence: Sentence, start: int) -> Nominal | None:
    """Return the subject of the verb that one at *start* goes on from: "elle ne dit rien et part"."""
    if sentence.word(start - 1) not in vocabulary("joining_verbs"):
        return None
    for i in range(start - 1, 0, -1):
        if sentence.words[i] in (";", ":"):
            return None
        if not sentence.quotes[i] and is_finite(sentence.tokens[i]):
            first = i
            while first > 0 and sentence.words[first - 1] in vocabulary("clitics"):
                first -= 1
            return find_subject(sentence, VerbGroup(shape="finite", start=first, at=i, end=i + 1))
    return None


def _before_aside(sentence: Sentence, stop: int) -> Nominal | None:
    """Return the phrase that an aside parts from its verb: "Le club, cité par X, affirme"."""
    if sentence.word(stop - 1) != ",":
        return None
    for comma in range(stop - 3, max(0, stop - REACH), -1):
        if sentence.words[comma] in (";", ":"):
            return None
        if sentence.words[comma] == "," and _opens_aside(sentence, comma + 1):
            return _adjacent(sentence, comma)
    return None


def _opens_aside(sentence: Sentence, i: int) -> bool:
    """Return whether a relative clause, a participle or "par la voix de X" begins at *i*."""
    relatives = vocabulary("relative_openers")
    governed = sentence.tokens[i].pos_ == "ADP" and sentence.word(i + 1) in relatives
    participle = sentence.tokens[i].morph.get("VerbForm") == ["Part"]
    voice = sentence.words[i] in vocabulary("by") and vocabulary("voices") & set(
        sentence.words[i + 1 : i + 4]
    )
    admitted = any(" ".join(sentence.words[i : i + n]) in vocabulary("parentheses") for n in (2, 3))
    return sentence.words[i] in relatives or governed or participle or bool(voice) or admitted


def _adjacent(sentence: Sentence, stop: int) -> Nominal | None:
    """Return the noun phrase that fills the clause from its beginning up to item *stop*."""
    for start in range(stop - 1, max(-1, stop - REACH), -1):
        before = sentence.word(start - 1)
        if sentence.quotes[start] or sentence.words[start] in (";", ":", *_DASHES):
            return None
        if start and not (before in vocabulary("clause_openers") or sentence.quotes[start - 1]):
            continue
        if opens_phrase(sentence, start) and phrase_end(sentence, start, stop=stop) == stop:
            joined = _joined(sentence, start, stop)
            nominal = read_nominal(sentence, joined, stop)
            return with_name_before(sentence, nominal) if nominal and joined == start else nominal
        if before not in vocabulary("and"):
            return None
    return None


def _joined(sentence: Sentence, start: int, stop: int) -> int:
    """Return where an enumeration begins whose last part is items *start* to *stop*: "A, B et C"."""
    before = sentence.word(start - 1)
    joins = vocabulary("and").intersection(sentence.words[start:stop])
    if before in vocabulary("and") or (before == "," and joins):
        for begin in range(start - 2, max(-1, start - 12), -1):
            if begin and sentence.words[begin - 1] not in vocabulary("clause_openers"):
                continue
            if sentence.tokens[begin].pos_ == "VERB":  # "Citant une note, A, B et C affirment"
                return start
            if opens_phrase(sentence, begin) and phrase_end(sentence, begin, stop=start - 1) == start - 1:
                part = read_nominal(sentence, begin, start - 1)
                if part and is_speaker(part) and not part.pronoun:
                    return _joined(sentence, begin, stop) if sentence.word(begin - 1) == "," else begin
            return start
    return start


def _parsed_subjects(sentence: Sentence, group: VerbGroup) -> Iterator[Token]:
    """Yield the parser's subject of the verb, then those of the verbs that it goes on from.

    One joined to a clause within may go on from the main one: "Il ignore quand il part et n'a rien dit".
    """
    verb, joined = sentence.tokens[group.at], False
    for _ in range(4):
        for child in verb.children:
            place = sentence.position(child) if child.dep_ in _SUBJECTS else -1
            if 0 <= place < group.start and not {":", ";"} & set(sentence.words[place : group.start]):
                yield child
        joined |= verb.dep_ == "conj"
        if verb.dep_ not in ("conj", "xcomp", "advcl") and not (joined and verb.dep_ == "ccomp"):
            return
        verb = verb.head


def _around(sentence: Sentence, token: Token, stop: int) -> Nominal | None:
    """Return the phrase around the head *token*, at most up to item *stop*."""
    place = sentence.position(token)
    if sentence.words[place] in vocabulary("who"):
        return find_antecedent(sentence, place, token.head)
    start = max(sentence.position(token.left_edge), 0)
    while start < place and not opens_phrase(sentence, start):
        start += 1
    end = phrase_end(sentence, start, stop=stop)
    if end <= place:
        start, end = place, phrase_end(sentence, place, stop=stop)
    nominal = read_nominal(sentence, start, end)
    return with_name_before(sentence, with_apposition(sentence, nominal, stop=stop)[0]) if nominal else None


def _of_gerund(sentence: Sentence, group: VerbGroup) -> Nominal | None:
    """Return the noun phrase that a gerund hangs on, or None where that is the main subject.

    It opens its clause, as in ", un diplomate parlant de …", or is the head that the parser names.
    """
    before, first = sentence.word(group.start - 1), sentence.word(group.start)
    if before in {",", *vocabulary("in")} or first in vocabulary("adverbial_clitics"):
        return None
    adjacent = _adjacent(sentence, group.start)
    head = sentence.tokens[group.at].head
    place = sentence.position(head)
    return adjacent or (_around(sentence, head, group.start) if 0 <= place < group.start else None)
