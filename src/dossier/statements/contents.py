"""How far what is said reaches: from its conjunction to the end of its clause."""

from collections.abc import Sequence

from dossier.statements.constructions import speech_nouns
from dossier.statements.lexicon import Cue
from dossier.syntax.inversion import find_inverted
from dossier.syntax.nominals import Nominal, phrase_end, read_nominal
from dossier.syntax.phrases import is_speaker, is_subject, subject_at
from dossier.syntax.sentence import QUOTE, Sentence, is_finite
from dossier.syntax.vocabulary import vocabulary

_SUBJECT = 10  # words of a subject at most
_FINAL = frozenset((".", "!", "?", "…", "..."))


def clause_end(sentence: Sentence, start: int, cues: Sequence[Cue], *, joined: bool = True) -> int:
    """Return the item after the reported clause that begins at *start*.

    Behind a reporting verb, one that is *joined* to it by "et" ends the clause: "dit que P et ajoute";
    behind "selon X" it goes on with what is reported.
    """
    groups = {cue.start for cue in cues if cue.start > start}
    gerunds = {cue.start for cue in cues if cue.shape == "gerund" and cue.start > start}
    leading = {cue.start for cue in cues if cue.start in gerunds and sentence.word(cue.end) == ":"}
    inserted = gerunds | {
        cue.start for cue in cues if cue.verb.quote and cue.start > start and find_inverted(sentence, cue)
    }
    depth, bracketed = 0, not {"(", "["}.isdisjoint(sentence.words[:start])  # a note's "mot[1]" opens none
    for i in range(start, len(sentence)):
        word = sentence.words[i]
        depth = max(depth, 0) + (word in "([") - (word in ")]")
        if depth < 0 and bracketed:
            return i
        if depth > 0 or sentence.quotes[i]:
            continue
        if word in _FINAL or word == ";" or i in leading:
            return i
        if word == ":" and (sentence.word(i + 1) == QUOTE or any(map(is_finite, sentence.tokens[i + 1 :]))):
            return i
        comma = word == "," and i > start
        beside = comma and (_contrasts(sentence, start, i) or _is_aside(sentence, start, i))
        if beside or (comma and (cuts_comma(sentence, i, groups) or _leads(sentence, i, gerunds, inserted))):
            return i
        if i > start and _cuts(sentence, i, groups if joined else set()):
            return i
    return len(sentence)


def before_own_verb(sentence: Sentence, cue: Cue, start: int, end: int) -> int:
    """Return *end*, or where the verb of whom the participle *cue* tells is: "une lettre disant P a paru"."""
    noun = sentence.tokens[cue.at].head
    if cue.shape != "gerund" or noun.pos_ not in ("NOUN", "PROPN"):
        return end
    verbs = ((i, sentence.tokens[i]) for i in range(start, end) if is_finite(sentence.tokens[i]))
    return next((i for i, verb in verbs if noun.head in (verb, verb.head)), end)


def _contrasts(sentence: Sentence, start: int, i: int) -> bool:
    """Return whether the newspaper goes on behind a noun that is reported: "un plan, tandis que P"."""
    opens = f"{sentence.word(i + 1)} {sentence.word(i + 2)}" in vocabulary("contrasting")
    return opens and not any(map(is_finite, sentence.tokens[start:i]))


def _is_aside(sentence: Sentence, start: int, i: int) -> bool:
    """Return whether the newspaper calls a thing something at the end: "vendre le port, un projet ancien"."""
    rest, indefinite = sentence.words[i + 2 :], vocabulary("indefinite")
    alone = sentence.word(i + 1) in indefinite and not {",", *vocabulary("joining")}.intersection(rest)
    verb = next((at for at in range(i, start - 1, -1) if sentence.tokens[at].pos_ in ("VERB", "AUX")), -1)
    listed = verb < 0 or "," in sentence.words[verb:i]
    return alone and not listed and not any(map(is_finite, sentence.tokens[i:]))


def _leads(sentence: Sentence, i: int, gerunds: set[int], inserted: set[int]) -> bool:
    """Return whether an inserted verb follows the comma at *i*, or a noun with its participle."""
    if i + 1 in inserted:
        return True
    return any(i + 1 < at < i + 12 and phrase_end(sentence, i + 1, stop=at) == at for at in gerunds)


def cuts_comma(sentence: Sentence, i: int, groups: set[int]) -> bool:
    """Return whether the reported clause stops before the comma at *i*."""
    following, second = sentence.word(i + 1), sentence.word(i + 2)
    if following in vocabulary("cutting") or _counts_otherwise(sentence, i + 1):
        return True
    if f"{following} {second}" in vocabulary("what") or sums_up(sentence, i + 1):
        return True
    if following in vocabulary("as"):
        return second in vocabulary("determiners")
    if following in vocabulary("before"):
        return second in vocabulary("bare_of") and i + 3 in groups
    return following in vocabulary("going_further") and i + 2 in groups


def _counts_otherwise(sentence: Sentence, i: int) -> bool:
    """Return whether at *i* another has a figure of his own: "parle de 300 morts, la CGT de 900"."""
    to = (
        next((k for k in range(i + 1, min(i + _SUBJECT, len(sentence))) if sentence.tokens[k].like_num), i)
        - 1
    )
    known = sentence.tokens[i].pos_ == "PROPN" or sentence.words[i] in vocabulary("definite_articles")
    linked = known and to > i and sentence.words[to] in vocabulary("of", "to")
    bare = linked and sentence.word(to + 2) in {",", ";", "", *_FINAL, *vocabulary("and")}
    source = read_nominal(sentence, i, to) if bare else None
    return source is not None and is_speaker(source)


def sums_up(sentence: Sentence, i: int) -> bool:
    """Return whether a noun at *i* takes up what was said: ", un bilan que conteste X", ", chiffre …"."""
    at = i + 1 if sentence.word(i) in vocabulary("indefinite") else i
    noun = sentence.word(at).rstrip("s") in speech_nouns() | vocabulary("turned_down")
    return noun and sentence.word(at + 1) not in vocabulary("of")


def _cuts(sentence: Sentence, i: int, groups: set[int]) -> bool:
    """Return whether the reported clause stops before the word at *i*."""
    word, following = sentence.words[i], sentence.word(i + 1)
    if word in vocabulary("joining"):
        verbal = i + 1 in groups and sentence.tokens[i + 1].pos_ in ("AUX", "VERB")
        if word in vocabulary("and") and _has_subject(sentence, i + 1, groups):
            return True
        return verbal and following not in vocabulary("have_been")
    if word in vocabulary("where"):
        return following == ","
    return word in vocabulary("according") and following not in {"", *vocabulary("pronouns")}


def _has_subject(sentence: Sentence, i: int, groups: set[int]) -> bool:
    """Return whether at *i* another one begins to speak: "dit que P et le maire Paul Roux a jugé que Q"."""
    counted = sentence.tokens[i].like_num and sentence.tokens[i - 2].like_num  # "entre 600 et 900 postes"
    near = () if counted else (at for at in groups if i < at < i + _SUBJECT)
    ends = (at for at in near if sentence.tokens[at].pos_ in ("AUX", "VERB"))
    return any(phrase_end(sentence, i, stop=at) == at for at in ends)


def clause_start(sentence: Sentence, end: int) -> int:
    """Return the item where the clause before item *end* begins, within brackets the words in them."""
    depth = 0
    for i in range(end - 1, -1, -1):
        if sentence.quotes[i]:
            continue
        depth += (sentence.words[i] in ")]") - (sentence.words[i] in "([")
        if depth < 0:
            return i + 1
        if sentence.words[i] in (";", "–", "—") or (sentence.words[i] == ":" and i < end - 1):
            return i + 1
        following = " ".join(sentence.words[i + 1 : i + 3])
        if sentence.words[i] == "," and following in vocabulary("which_sums_up"):
            return i + 1  # "P, ce qui, remarque un juge, « Q »"
    return 0


def trim(sentence: Sentence, start: int, end: int) -> tuple[int, int]:
    """Return items *start* to *end* without the punctuation and conjunctions at their edges."""
    while start < end and not sentence.quotes[start] and sentence.words[start] in vocabulary("edges"):
        start += 1
    while (
        end > start
        and not sentence.quotes[end - 1]
        and sentence.words[end - 1] in {",", ":", ";", "-", "–", "—", *vocabulary("joining"), *_FINAL}
    ):
        end -= 1
    return start, end


def find_main_subject(sentence: Sentence, stop: int) -> Nominal | None:
    """Return the subject, before item *stop*, of a main clause of *sentence*."""
    for place in range(stop):
        known = sentence.words[place] in vocabulary("inverted_one_plain")
        pronoun = known and sentence.tokens[place].dep_ == "nsubj"
        if pronoun or is_subject(sentence, place):
            source = read_nominal(sentence, place, place + 1) if pronoun else subject_at(sentence, place)
            if source and sentence.tokens[place].head.dep_ in ("ROOT", "conj", "parataxis"):
                return source
    return None


def next_pause(sentence: Sentence, start: int) -> int:
    """Return the item of the next punctuation mark or quotation after an inserted clause."""
    for i in range(start, len(sentence)):
        if sentence.quotes[i] or sentence.words[i] in (",", ":", ".", ";", ")", "!", "?"):
            return i
    return len(sentence)
