"""What stands beside a speaker between commas: a name beside a role, a role beside a name."""

from dataclasses import replace

from dossier.syntax.nominals import (
    Nominal,
    ends_phrase,
    head_noun,
    is_known_body,
    phrase_end,
    proper_tail,
    read_nominal,
    role_of,
)
from dossier.syntax.sentence import QUOTE, Sentence
from dossier.syntax.vocabulary import is_occupation, is_personal, roles, vocabulary


def with_apposition(
    sentence: Sentence, nominal: Nominal, *, stop: int | None = None, closed: bool = False
) -> tuple[Nominal, int]:
    """Return *nominal* completed by what stands beside it between commas, and the item after all of it.

    With *closed* a pause must follow it: "selon la police, Jean Roux a …" has none.
    "Jeanne Martin, rédactrice en chef de …," has a role; "le porte-parole du ministère, Paul Roux," a name.
    """
    limit = len(sentence) if stop is None else stop
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
        longer = _longer(nominal, end, role=role, noun=beside.noun, gender=beside.gender or nominal.gender)
        return longer, _past_brackets(sentence, end, limit)
    if not nominal.person and (nominal.noun or sentence.word(nominal.start) in vocabulary("determiners")):
        name = beside.person or (beside.text if _all_names(sentence, after + 1, end) else "")
        head = sentence.word(max(nominal.start, head_noun(sentence, nominal.start, nominal.end)))
        led = sentence.word(nominal.start - 1) in vocabulary("before_audience")  # "Sur le quai, Anne Roux"
        able = nominal.noun or is_occupation(head) or not led
        if name and able and (beside.person or roles().category.get(nominal.noun) != "document"):
            role = nominal.role or role_of(sentence, nominal.start, nominal.end, None)
            return _longer(nominal, end, person=name, role=role, noun=nominal.noun or head), end
        pause = sentence.word(end) in (",", ":", QUOTE)
        post = is_personal(nominal.noun) and sentence.word(beside.start) in vocabulary("definite_articles")
        named = pause and not post and proper_tail(sentence, after + 1, end)
        if named and not proper_tail(sentence, nominal.start, nominal.end):
            return beside, end
    return nominal, after


def _is_role(beside: Nominal) -> bool:
    """Return whether *beside* opens with its role noun: "conteste ces mots" is a verb with its object."""
    sentence, head = beside.sentence, head_noun(beside.sentence, beside.start, beside.end)
    before = sentence.words[beside.start + 1 : head]
    return bool(beside.noun and not beside.person) and vocabulary("determiners").isdisjoint(before)


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
