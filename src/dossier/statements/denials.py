"""Denials and non-answers in what is said: "Je n'ai rien signé", "C'est faux", "assure n'avoir rien su"."""

import functools
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from dossier.blocks import Blocks
from dossier.language import Paragraph, Parsed
from dossier.lexicons import load_lexicon
from dossier.records import Attribution
from dossier.statements.lexicon import conjugated, find_cues
from dossier.statements.negations import Negation, answer_of, find_negations
from dossier.statements.responses import Response, find_responses
from dossier.syntax.inflection import is_participle
from dossier.syntax.marks import ASKING, since_stop
from dossier.syntax.sentence import Sentence, find_sentences
from dossier.syntax.vocabulary import vocabulary
from dossier.tokens import Span

_BEFORE = 350  # characters before what is said in which the accusation stands that it answers
_STOPS = ".!?…\n"
_SOON = 2  # sentences at the head of an answer that answer the question
Answer = tuple[str, str, int, int]  # stance, kind, and the stretch of the file


@dataclass(frozen=True, slots=True)
class _Said:
    """What an attribution lays to its speakers, how it is said, and whether it answers a dispute."""

    attribution: Attribution
    rebuts: bool
    insists: bool
    tells: bool
    complains: bool
    disputed: bool
    asked: int  # where the words end that answer the question before them

    def is_asked(self, sentence: Sentence) -> bool:
        """Return whether *sentence* answers the question that stands before the words."""
        return sentence.starts[0] < self.asked


def find_denials(parsed: Parsed, attributions: Sequence[Attribution]) -> Iterator[Attribution]:
    """Yield each denial and non-answer that stands in the words of a source, the innermost source first.

    A negation denies by itself of one's own acts ("je n'ai rien signé", "assure n'avoir rien signé"), by
    a verb of rebuttal ("« Il ne pleut pas », rétorque X"), or as an answer to an accusation, a rumour or a
    question that stands before it. What is only told ("aucun blessé"), or promised, is no denial.
    """
    taken: dict[int, list[tuple[int, int]]] = {}
    for response in attributions:
        if response.kind == "response":
            taken.setdefault(response.sentence_start, []).append(
                (response.content_start, response.content_end)
            )
    spans = (((a.cue_start, a.cue_end), *a.quotes) for a in attributions)
    voiced = Blocks((*s, a) for a, own in zip(attributions, spans, strict=True) for s in own if s[0] >= 0)
    told = [a for a in attributions if a.kind != "response" and a.speakers]
    for one in sorted(told, key=lambda a: (a.content_end - a.content_start, a.content_start)):
        known = taken.setdefault(one.sentence_start, [])
        for stance, kind, start, end in _answers(parsed, one, voiced):
            if all(end <= first or last <= start for first, last in known):
                known.append((start, end))
                around = _sentence_around(parsed, one, start)
                yield replace(
                    one,
                    sentence_start=around[0],
                    sentence_end=around[1],
                    kind="response",
                    stance=stance,
                    response=kind,
                    content_start=start,
                    content_end=end,
                    quotes=(),
                )


def _answers(parsed: Parsed, one: Attribution, voiced: Blocks[Attribution]) -> Iterator[Answer]:
    lexicon = load_lexicon("responses")
    whole = list(_sentences(parsed, one.content_start, one.content_end))
    words = one.cue.lower().replace("'", "' ").replace("-", " ").split()
    said = _Said(
        one,
        rebuts=not conjugated(*lexicon["rebutting"]).isdisjoint(words),
        insists=not conjugated(*lexicon["insisting"]).isdisjoint(words),
        tells=not conjugated(*lexicon["telling"]).isdisjoint(words),
        complains=not conjugated(*lexicon["complaining"]).isdisjoint(words),
        disputed=_is_disputed(parsed, one, voiced),
        asked=_answers_until(parsed, one, whole),
    )
    for sentences in (_sentences(parsed, *quote) for quote in one.quotes) if one.quotes else (whole,):
        for sentence in sentences:
            disputed = said.disputed or said.is_asked(sentence) or said.rebuts or said.insists
            if found := answer_of(sentence, disputed=disputed):
                yield *found, sentence.starts[0], sentence.ends[-1]
    for sentence in whole:
        asked = replace(said, disputed=said.disputed or said.is_asked(sentence))
        for response in find_responses(sentence, list(find_cues(sentence, own=True))):
            if response.source is not None and _is_own(response.source.text) and not _is_past(response):
                yield response.stance, response.kind, response.file_start, response.file_end
        for negation in find_negations(sentence):
            if _denies(negation, asked):
                answer = ("no_comment", negation.unable) if negation.unable else ("deny", "denies")
                yield *answer, negation.file_start, negation.file_end
    if one.quotes and not conjugated(*lexicon["evading"]).isdisjoint(words):
        yield "no_comment", "does_not_comment", one.content_start, one.content_end


def _is_own(source: str) -> bool:
    """Return whether *source* is the speaker, or of his people: "je", "notre groupe", "mon client"."""
    words = source.lower().replace("'", "' ").split()
    return words[0] in load_lexicon("sources")["first_person"] + load_lexicon("responses")["own_people"]


def _is_past(response: Response) -> bool:
    """Return whether one has never done what *response* tells of: "je n'ai jamais avancé de date" denies."""
    words = response.sentence.tokens[response.start : response.end]
    never = any(token.lower_ in load_lexicon("responses")["never"] for token in words)
    return never and any(map(is_participle, words))


def _denies(negation: Negation, said: _Said) -> bool:
    if negation.phrase:
        return True
    if (
        negation.planned
        or (said.complains and not negation.own)
        or (negation.infinitive and _is_governed(negation, said.attribution))
    ):
        return False
    if said.rebuts or negation.unable or (said.insists and _is_firm(negation, said)):
        return True
    own_deed = negation.own and negation.done
    if said.disputed and (own_deed or ((negation.strong or negation.impersonal) and not said.tells)):
        return True
    if said.tells or not (negation.own or negation.infinitive):
        return False
    return (negation.infinitive or (negation.strong and not said.disputed)) and not negation.passing


def _is_firm(negation: Negation, said: _Said) -> bool:
    """Return whether what one insists on denies: no "les secours n'arrivent pas" where nobody is accused."""
    of_deeds = negation.done and (negation.own or (negation.strong and not negation.passing))
    return said.disputed or negation.impersonal or negation.stative or of_deeds


def _is_governed(negation: Negation, one: Attribution) -> bool:
    """Return whether what is said is an infinitive behind "de": "a conseillé de ne pas y aller"."""
    paragraph = negation.sentence.paragraph
    before = paragraph.text[: max(0, one.content_start - paragraph.start)].lower().rstrip(' «"“').split()
    return bool(before) and before[-1] in vocabulary("of")


def _sentences(parsed: Parsed, start: int, end: int) -> Iterator[Sentence]:
    """Yield the sentences of the words at *start* to *end*, quotation marks left out."""
    for paragraph in parsed.paragraphs[_place(parsed, start) : _place(parsed, start) + 1]:
        words = [token for token in _tokens(paragraph, start, end) if token.lower_ not in vocabulary("marks")]
        yield from find_sentences(paragraph, (), words)


def _sentence_around(parsed: Parsed, one: Attribution, start: int) -> tuple[int, int]:
    """Return the sentence around *start* within the words of *one*: their own of several between marks."""
    paragraph = parsed.paragraphs[_place(parsed, start)]
    token = next(iter(_tokens(paragraph, start, start + 1)), None)
    if one.kind != "direct" or token is None:
        return one.sentence_start, one.sentence_end
    return paragraph.span(token.sent)


def _place(parsed: Parsed, start: int) -> int:
    return max(0, bisect_right(parsed.paragraphs, start, key=lambda p: p.start) - 1)


def _tokens(paragraph: Paragraph, start: int, end: int) -> Span | tuple[()]:
    return (
        paragraph.char_span(max(start, paragraph.start), min(end, paragraph.start + len(paragraph.text)))
        or ()
    )


def _answers_until(parsed: Parsed, one: Attribution, said: Sequence[Sentence]) -> int:
    """Return where the first of what *one* has *said* ends, if it answers a question before it, else 0.

    "Pourquoi ?" and the like can be answered by no denial.
    """
    before = parsed.article.text[: one.sentence_start].rstrip()
    if not said or not before.endswith(ASKING):
        return 0
    openers = since_stop(before, len(before) - 1, _STOPS).replace("'", "' ").split()[:2]
    open_questions = load_lexicon("responses")["open_questions"]
    return 0 if any(word in open_questions for word in openers) else said[:_SOON][-1].ends[-1]


def _is_disputed(parsed: Parsed, one: Attribution, voiced: Blocks[Attribution]) -> bool:
    """Return whether *one* answers an accusation, a rumour or a denial that is not its own."""
    spoken = one.speaker_text.lower()
    role = {*one.role.lower().split(), *spoken.split(), spoken}
    if not role.isdisjoint(load_lexicon("responses")["defenders"]):
        return True
    lexicon = load_lexicon("responses")
    start, spans = one.content_start - _BEFORE, one.quotes or ((one.content_start, one.content_end),)
    for paragraph in parsed.paragraphs[_place(parsed, start) : _place(parsed, one.content_start) + 1]:
        for token in _tokens(paragraph, start, one.sentence_end):
            behind = {near.lower_ for near in token.doc[token.i + 1 : token.i + 3]}  # "balaie la question"
            disputes = token.lower_ in _disputing() and behind.isdisjoint(lexicon["unsaid"])
            at = paragraph.offset(token) if disputes else -1
            if at < 0 or any(first <= at < last for first, last in spans):
                continue
            accuses = (a for a in voiced.covering(at, at + 1) if a.kind != "response")
            if all(a.speakers != one.speakers for a in accuses):
                return True
    return False


@functools.cache
def _disputing() -> frozenset[str]:
    """Return the words that tell of an accusation, a rumour or a denial, in all their forms."""
    lexicon = load_lexicon("responses")
    return conjugated(*lexicon["disputing_verbs"]) | frozenset(lexicon["disputing_words"])
