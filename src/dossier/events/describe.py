"""Who takes part in an event, where, and of what kind it is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dossier.events.triggers import Trigger, Vocabulary, by_first_word, forms_of, holds, words
from dossier.registry import Registry
from dossier.syntax.senses import resumed

if TYPE_CHECKING:
    from dossier.language import Paragraph
    from dossier.tokens import Span, Token

UNTYPED = "event ("  # begins the working label of a dated verb that no vocabulary knows
STATEMENT = "statement"  # label of the kind of event that is words said
PASSAGE = "dated passage"  # what such an event is called in the data
HAPPENING = "happening"  # the same where no source dates it
MARKS = {"«": "»", "“": "”", '"': '"'}
LONGEST_NAME = 6
MOST_WORDS = 12


@dataclass(frozen=True, slots=True)
class Place:
    """A sentence, which of the article it is, and the tokens that only say when."""

    paragraph: Paragraph
    sentence: Span
    number: int
    times: frozenset[int] = frozenset()


def actors_of(trigger: Trigger, paragraph: Paragraph, registry: Registry) -> tuple[str, ...]:
    """Return the known actors among the words of the event, and the persons and bodies named there."""
    text = paragraph.text
    names: dict[str, None] = {}
    for run in runs(trigger.scope):
        place = 0
        while place < len(run):
            size = 1
            token = run[place]
            before = token.nbor(-1) if token.i > token.sent.start else token
            called = token.pos_ == "PROPN" and before.lower_ in words("called_by_a_name")  # "le prix Roux"
            if not called and (token.pos_ in ("PROPN", "NOUN", "ADJ") or token.text[:1].isupper()):
                found, size = longest_name(token, text, registry)
                names.update(dict.fromkeys(found))
            place += size
    return tuple(names)


def runs(tokens: Sequence[Token]) -> Iterator[list[Token]]:
    """Yield the stretches of *tokens* that stand side by side."""
    run: list[Token] = []
    for token in tokens:
        if run and token.i != run[-1].i + 1:
            yield run
            run = []
        run.append(token)
    if run:
        yield run


def longest_name(first: Token, text: str, registry: Registry) -> tuple[tuple[str, ...], int]:
    """Return the actors that the words from *first* on name, and how many tokens that takes.

    One known by an office ("le président danois") acts with the state whose office it is.
    """
    doc, stop = first.doc, first.sent.end
    for size in range(min(LONGEST_NAME, stop - first.i), 0, -1):
        last = doc[first.i + size - 1]
        if last.pos_ in ("ADP", "DET", "PUNCT", "CCONJ"):
            continue
        phrase = text[first.idx : last.idx + len(last.text)]
        if entry := registry.resolve(phrase):
            return (entry.name,), size
        if entry := registry.by_role(phrase):
            state = registry.state(phrase) if entry.kind == "person" else None
            return (entry.name, *((state.name,) if state else ())), size
    if first.ent_type_ in ("PER", "ORG") and first.text[:1].isupper():
        size = 1
        while first.i + size < stop and doc[first.i + size].ent_iob_ == "I":
            size += 1
        last = doc[first.i + size - 1]
        return (text[first.idx : last.idx + len(last.text)],), size
    if first.pos_ in ("ADJ", "NOUN") and (state := registry.state(first.text)):
        return (state.name,), 1
    return (), 1


def attributes_of(
    trigger: Trigger, vocabulary: Vocabulary, registry: Registry
) -> tuple[tuple[str, str], ...]:
    """Return the properties that the words of the event give it, by label, its place, and its object's name.

    A property stands once; where the words give two values of it, it is left out. *is_quoted* tells words
    that somebody says from a name between quotation marks.
    """
    found: dict[str, str] = {}
    used: set[int] = set()
    forms = {form for token in trigger.scope for form in forms_of(token)}
    for attribute in (*trigger.kind.attributes, *vocabulary.attributes):
        said = {
            value: holds(trigger.scope, phrases)
            for value, phrases in attribute.values
            if not forms.isdisjoint(by_first_word(phrases))
        }
        values = [value for value, tokens in said.items() if tokens]
        if len(values) == 1 and attribute.label not in found:
            places = {token.i for token in said[values[0]]}
            if not places & used:
                found[attribute.label] = values[0]
                used |= places
    if place := place_of(trigger.scope, registry):
        found["place"] = place
    return tuple(sorted(found.items()))


def place_of(scope: Iterable[Token], registry: Registry) -> str:
    """Return the town where the event took place ("à X"), as written, if exactly one is named."""
    towns = [
        " ".join(token.text for token in (noun, *(c for c in noun.children if c.dep_.startswith("flat"))))
        for noun in scope
        if noun.text[:1].isupper()
        and (noun.ent_type_ == "LOC" or (not noun.ent_type_ and noun.pos_ in ("PROPN", "NOUN")))
        and noun.head.pos_ != "ADJ"
        and any(child.dep_ == "case" and child.lower_ in words("at") for child in noun.children)
    ]
    return towns[0] if len(towns) == 1 else ""


def content_words(trigger: Trigger, times: frozenset[int]) -> tuple[str, ...]:
    """Return the lemmas of nouns and names that belong to the event and not to its date, sorted."""
    scope = (resumed(t) if t.dep_ == "nsubj:pass" else t for t in trigger.scope)
    own = (t for t in scope if t not in trigger.tokens and t.i not in times and len(t.text) > 2)
    lemmas = {token.lemma_.casefold() for token in own if token.pos_ in ("NOUN", "PROPN")}
    return tuple(sorted(lemmas)[:MOST_WORDS])
