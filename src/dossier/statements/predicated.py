"""Quotation marks around a part of a sentence whose subject is the speaker: "Berne « ne s'exprime pas »"."""

from collections.abc import Iterator, Sequence

from dossier.statements.cues import Cue, find_cues
from dossier.statements.lexicon import forms
from dossier.statements.responses import Response, find_responses
from dossier.syntax.nominals import Nominal
from dossier.syntax.phrases import is_speaker
from dossier.syntax.sentence import Sentence, find_sentences, is_finite, is_infinitive
from dossier.syntax.subjects import find_subject
from dossier.syntax.verbs import VerbGroup
from dossier.syntax.vocabulary import vocabulary


def is_part(sentence: Sentence, i: int) -> bool:
    """Return whether the quotation at item *i* is a part of its sentence and no sentence of its own."""
    quoted = sentence.quotes[i]
    if quoted is None or i == 0 or sentence.word(i - 1) in (":", ".", "!", "?"):
        return False
    text = sentence.paragraph.text[
        quoted.start - sentence.paragraph.start : quoted.end - sentence.paragraph.start
    ]
    return text[:1].islower() and not text.endswith((".", "!", "?", "…"))


def open_marks(sentence: Sentence) -> Sentence | None:
    """Return *sentence* with the words between its marks read like its own, where any are a part of it."""
    if not any(is_part(sentence, i) for i in sentence.quotations):
        return None
    span = sentence.paragraph.char_span(sentence.starts[0], sentence.ends[-1])
    words = [token for token in span or () if token.lower_ not in vocabulary("marks")]
    return next(find_sentences(sentence.paragraph, (), words), None)


def find_predicated(sentence: Sentence, i: int) -> Nominal | None:
    """Return the speaker who is subject of the verb that the quotation at item *i* holds or completes."""
    opened = open_marks(sentence) if is_part(sentence, i) else None
    quoted = sentence.quotes[i]
    if opened is None or quoted is None:
        return None
    first = next((k for k, start in enumerate(opened.starts) if start >= quoted.start), -1)
    verb = _verb(opened, first) if first >= 0 else -1
    if verb < 0 or (verb < first and not _ends(opened, first)):
        return None
    if quoted.end <= opened.ends[first] and not is_infinitive(opened.tokens[first]):
        return None
    start = verb
    while start > 0 and opened.words[start - 1] in vocabulary("clitics"):
        start -= 1
    source = find_subject(opened, VerbGroup(shape="finite", start=start, at=verb, end=verb + 1))
    return source if source and is_speaker(source) else None


def _ends(opened: Sentence, first: int) -> bool:
    """Return whether the words from *first* on complete the verb before them: "n'a « rien vu »".

    A noun phrase does so only behind a verb of saying or answering: no "a vendu « la belle endormie »".
    """
    last = first - 1
    if opened.word(last) == ",":  # "n'avait, vendredi, « rien à ajouter »"
        last = next((k - 1 for k in range(last - 1, max(0, last - 6), -1) if opened.words[k] == ","), -1)
    before = opened.tokens[last]
    if last < 0 or not (
        before.pos_ in ("VERB", "AUX", "ADV") or before.lower_ in vocabulary("before_predicate")
    ):
        return False
    nominal = opened.tokens[first].pos_ in ("DET", "NOUN", "PROPN", "NUM")
    return not nominal or any(word in forms() for word in opened.words[max(0, first - 2) : first])


def _verb(opened: Sentence, first: int) -> int:
    """Return the finite verb that the words from *first* on belong to: their own if they open with it."""
    ahead = first
    while opened.word(ahead) in vocabulary("clitics"):
        ahead += 1
    if 0 <= ahead < len(opened) and is_finite(opened.tokens[ahead]):
        return ahead
    return next((k for k in range(first - 1, -1, -1) if is_finite(opened.tokens[k])), -1)


def find_all_responses(sentence: Sentence, cues: Sequence[Cue]) -> Iterator[Response]:
    """Yield the denials and non-answers of *sentence*, those whose words stand between marks included."""
    opened = open_marks(sentence)
    quoted = [q for i in sentence.quotations if (q := sentence.quotes[i]) and is_part(sentence, i)]
    inside = []
    for response in find_responses(opened, list(find_cues(opened))) if opened else ():
        if any(response.file_start < q.end and q.start < response.file_end for q in quoted):
            inside.append(response)
    for response in find_responses(sentence, cues):
        if all(r.file_end <= response.file_start or response.file_end <= r.file_start for r in inside):
            yield response
    yield from inside
