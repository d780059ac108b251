"""Quotation marks that nobody speaks: names of treaties, titles, scare quotes."""

from dossier.syntax.sentence import Sentence, is_finite
from dossier.syntax.vocabulary import vocabulary

_LEAST = 7  # words that only speech runs to without a finite verb


def is_speech(sentence: Sentence, i: int) -> bool:
    """Return whether the quotation at item *i*, for which no construction gives a speaker, is speech.

    It is where it has a finite verb, or is long; not after "baptisé", nor outside of running text.
    """
    quoted = sentence.quotes[i]
    if quoted is None or sentence.paragraph.section.kind not in ("body", "caption"):
        return False
    if any(word in vocabulary("naming") for word in sentence.words[max(0, i - 3) : i]):
        return False
    span = sentence.paragraph.char_span(
        max(quoted.start, sentence.paragraph.start), min(quoted.end, sentence.paragraph.section.end)
    )
    if span is None:
        return False
    text = sentence.paragraph.text[: quoted.end - sentence.paragraph.start].rstrip()
    alone = all(sentence.quotes[k] or not sentence.is_word(k) for k in range(len(sentence)))
    if text.endswith((".", "!", "?", "…")) or (alone and sentence.number):
        return True
    words = [token for token in span if token.is_alpha]
    return len(words) > 1 and (len(words) >= _LEAST or any(is_finite(token) for token in words))
