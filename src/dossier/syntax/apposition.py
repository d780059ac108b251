"""What name a speaker has behind a noun, and between commas: a name beside a role, a role beside a name."""

from dataclasses import replace

from dossier.registry import is_known_body
from dossier.syntax.nominals import (
    Nominal,
    ends_phrase,
    head_noun,
    is_acronym,
    phrase_end,
    read_nominal,
    role_of,
)
from dossier.syntax.sentence import QUOTE, Sentence
from dossier.syntax.vocabulary import is_occupation, is_personal, names_bodies, roles, vocabulary


def with_apposition(
    sentence: Sentence, nominal: Nominal, *, stop: int | None = None, closed: bool = False
) -> tuple[Nominal, int]:
    """Return *nominal* completed by what stands beside it between commas, and the item after all of it.

    With *closed* a pause must follow it: "selon la police, Jean Roux a …" has none.
    "Jeanne Martin, rédactrice en chef de …," has a role; "le porte-parole du ministère, Paul Roux," a name.
    """
    first, limit = sentence.word(nominal.start), len(sentence) if stop is None else stop
    after = _past_brackets(sentence, nominal.end, limit)
    closed_off = sentence.word(after) != "," or after + 1 >= limit
    if closed_off or nominal.pronoun or ends_phrase(sentence, after + 1):
        return nominal, after
    end = phrase_end(sentence, after + 1, stop=limit)
    beside = read_nominal(sentence, after + 1, end) if end > after + 1 else None
    if beside is None or (closed and sentence.word(end) not in (",", ")", ":", ".", "")):
        return nominal, after
    if _is_role(beside) and not nominal.role and (nominal.person or _is_whole_name(nominal, beside)):
        nominal = replace(nominal, person=nominal.person or nominal.text)
        role = role_of(sentence, after + 1, end, None)
        noun = beside.noun or sentence.word(after + 1)
        longer = _longer(nominal, end, role=role, noun=noun, gender=beside.gender or nominal.gender)
        return longer, _past_brackets(sentence, end, limit)
    pause = sentence.word(end) in (",", ":", QUOTE)
    if pause and not is_personal(nominal.noun) and _is_part(sentence, after + 1):
        after = end
    elif not nominal.person and (nominal.noun or first in vocabulary("determiners", "those")):
        name = beside.person or (beside.text if _all_names(sentence, after + 1, end) else "")
        head = sentence.word(max(nominal.start, head_noun(sentence, nominal.start, nominal.end)))
        able = nominal.noun or is_occupation(head) or not _is_led(sentence, nominal.start)
        if name and able and (beside.person or roles().category.get(nominal.noun) != "document"):
            role = nominal.role or role_of(sentence, nominal.start, nominal.end, None)
            named = _longer(nominal, end, person=name)
            those = first in vocabulary("those")  # "celui de Lens, Paul Roux"
            return (named if those else replace(named, role=role, noun=nominal.noun or head)), end
        post = is_personal(nominal.noun) and sentence.word(beside.start) in vocabulary("definite_articles")
        tail = pause and not post and proper_tail(sentence, after + 1, end)
        if tail and not proper_tail(sentence, nominal.start, nominal.end):
            return beside, end
    return nominal, after


def _is_part(sentence: Sentence, start: int) -> bool:
    """Return whether a thing without an article is at *start*: "le parquet de Liège, division Huy, dit"."""
    word = sentence.word(start)
    bare = sentence.tokens[start].text.islower() and word not in vocabulary("determiners")
    return bare and sentence.tokens[start].pos_ == "NOUN" and not (is_personal(word) or is_occupation(word))


def _is_led(sentence: Sentence, start: int) -> bool:
    """Return whether the phrase at *start* tells where: "sur le quai, Anne Roux", "derrière la vitre, …"."""
    word = sentence.word(start - 1)
    where = (
        start and sentence.tokens[start - 1].pos_ == "ADP" and word not in vocabulary("preposition_starts")
    )
    return bool(where) or word in vocabulary("before_audience")


def _is_role(beside: Nominal) -> bool:
    """Return whether *beside* opens with its role noun: "conteste ces mots" is a verb with its object.

    Or with a trade that is none of the role nouns: "hygiéniste".
    """
    sentence, head = beside.sentence, head_noun(beside.sentence, beside.start, beside.end)
    before = sentence.words[beside.start + 1 : head]
    word, plain = sentence.word(beside.start), sentence.tokens[beside.start].pos_ == "NOUN"
    trade = is_occupation(word) and (plain or word.endswith(tuple(vocabulary("trade_endings"))))
    return bool((beside.noun or trade) and not beside.person) and vocabulary("determiners").isdisjoint(before)


def _is_whole_name(nominal: Nominal, beside: Nominal) -> bool:
    """Return whether the role of a person *beside* it makes *nominal*, capitalised words, a person's name."""
    sentence = nominal.sentence
    named = all(
        sentence.tokens[i].text[:1].isupper() or sentence.words[i] in vocabulary("name_particles")
        for i in range(nominal.start, nominal.end)
    )
    determined = sentence.word(nominal.start) in vocabulary("determiners")
    known = nominal.noun or determined or is_known_body(nominal.text)
    return named and not known and nominal.end - nominal.start > 1 and is_personal(beside.noun)


def _past_brackets(sentence: Sentence, i: int, limit: int) -> int:
    """Return the item behind brackets that open at *i*: "Jean Roux (LR)", or *i*."""
    if sentence.word(i) != "(":
        return i
    return 1 + next((k for k in range(i, min(i + 8, limit)) if sentence.words[k] == ")"), i - 1)


def _all_names(sentence: Sentence, start: int, end: int) -> bool:
    return 1 < end - start < 5 and all(
        sentence.tokens[i].text[:1].isupper() or sentence.words[i] == "&" for i in range(start, end)
    )


def _longer(nominal: Nominal, end: int, **changes: str) -> Nominal:
    return replace(nominal, end=end, text=nominal.sentence.text(nominal.start, end), **changes)  # type: ignore[arg-type]


def proper_tail(sentence: Sentence, start: int, end: int) -> str:
    """Return the proper name that ends the phrase or follows its noun, "l'ONG Human Rights Watch".

    An acronym may have a complement behind it: "le syndicat FO des agents".
    """
    last = end
    while last > start and not sentence.tokens[last - 1].text[:1].isupper():
        last -= 1
    first = last
    while first > start and sentence.words[first - 1] not in vocabulary("determiners"):
        capital = sentence.tokens[first - 1].text[:1].isupper()
        if not (capital or sentence.words[first - 1] in ("-", "for", "of")):
            break
        first -= 1
    opens = start if start and sentence.words[start] not in vocabulary("definite_articles") else first
    led = (
        i for i in range(start, first) if i == opens or (i > start and names_bodies(sentence.words[i - 1]))
    )
    first = next((i for i in led if sentence.tokens[i].text[:1].isupper()), first)  # "l'ONG Eau vive Ain"
    before = sentence.word(first - 1) if first > start else ""
    stop = next((i for i in range(first, last) if sentence.words[i].startswith("-")), last)  # "Centre-Ouest"
    while first < stop - 1 and sentence.words[first] in roles().category:
        first += 1
        before = sentence.words[first - 1]
    article = first == start + 1 and before in vocabulary("definite_articles")
    whole = last == end and (first == start or article)
    ends = last == end or (is_acronym(sentence.tokens[last - 1]) and sentence.words[last] in vocabulary("of"))
    joins = vocabulary("determiners", "of") | vocabulary("complement_prepositions", "and")
    behind = ends and first > start and before not in joins
    role = first == last - 1 and sentence.words[first] in roles().category
    if first == last or role or not (whole or behind):
        return ""
    leads = first == 0 and sentence.tokens[first].pos_ in ("DET", "ADP", "PRON")
    return "" if leads else sentence.text(first, last)
