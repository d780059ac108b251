"""What a reporting verb takes behind it: a clause, an infinitive, a complement, a noun, quoted words."""

import functools
from collections.abc import Sequence

from dossier.lexicons import load_lexicon
from dossier.statements.contents import clause_end, trim
from dossier.statements.lexicon import Cue
from dossier.syntax.nominals import phrase_end, read_nominal
from dossier.syntax.phrases import is_speaker, opens_phrase
from dossier.syntax.sentence import Sentence, is_finite, is_infinitive
from dossier.syntax.vocabulary import vocabulary

Found = tuple[str, int, int]
_STOPPING = ("ADP", "DET", "SCONJ", "CCONJ")
_OBJECT = 5  # words from a verb's object to its noun: "plus de 300 000 véhicules"
_OWN_SUBJECT = 6  # words of a subject before its verb


def _is_done(sentence: Sentence, lemma: str, place: int) -> bool:
    """Return whether a verb is done to what stands at *place* and says nothing: "a rappelé 14 lots"."""
    things = _done_to(lemma)
    return any(token.lemma_ in things for token in sentence.tokens[place : place + _OBJECT])


@functools.cache
def _done_to(lemma: str) -> frozenset[str]:
    kinds = (kind for kind in load_lexicon("events")["kinds"] if lemma in kind["triggers"])
    return frozenset(thing for kind in kinds for thing in kind.get("with", ()))


def find_complement(sentence: Sentence, cue: Cue, cues: Sequence[Cue], after: int) -> Found | None:
    """Return the construction and the items of what *cue* reports, looking from item *after* on.

    No mere thing is said by a verb of the future: "le pays soutiendra son allié « jusqu'au bout »".
    """
    verb, place = cue.verb, skip_adverbials(sentence, after)
    told = sentence.tokens[cue.start].morph.get("Tense") != ["Fut"] and not _is_done(
        sentence, verb.lemma, place
    )
    that = _conjunction(sentence, after, verb.lemma)
    found: tuple[str, int] | None = None
    told_of = not cue.negated or verb.answer == "deny"
    lays = verb.quote and (verb.say or not verb.rest or verb.prepositions)  # not "laisse tomber « P »"
    if that >= 0 and (
        (verb.say and told_of)
        or (verb.quote and any(sentence.quotes[that : clause_end(sentence, that, cues)]))
    ):
        found = "clause", that
    elif verb.bare and told_of and (bare := _infinitive(sentence, place)) >= 0:
        found = "infinitive", bare
    elif (inside := _preposition(sentence, cue, after, place)) >= 0:
        found = "complement", inside
    elif told and verb.noun and not verb.rest and not cue.negated and _opens_noun(sentence, cue, place):
        found = "noun", place if sentence.word(place) in vocabulary("all") else _after_figure(sentence, place)
    elif told and (lays or verb.document) and cue.shape != "infinitive":
        found = ("object", place) if _quoted_object(sentence, after, cues) else None
    if found is None:
        return None
    end = clause_end(sentence, found[1], cues)
    if found[0] == "object":
        end = _object_end(sentence, found[1], end)
    if found[0] == "noun":
        end = _noun_end(sentence, found[1], end)
    if vocabulary("who", "which").intersection(sentence.words[max(0, cue.start - 3) : cue.start]):
        end = _relative_end(sentence, found[1], end)
    start, end = trim(sentence, found[1], end)
    return (found[0], start, end) if start < end else None


def _quoted_object(sentence: Sentence, start: int, cues: Sequence[Cue]) -> bool:
    """Return whether a quotation stands in the verb's own clause, before any further finite verb."""
    for i in range(start, clause_end(sentence, start, cues)):
        if sentence.quotes[i]:
            return sentence.word(i - 1) not in vocabulary("nouns_of_words")
        if is_finite(sentence.tokens[i]):
            return False
    return False


def _may_stand_between(sentence: Sentence, start: int, lemma: str) -> bool:
    """Return whether what follows the verb may stand before its clause: no object, unless one who is told."""
    i = skip_adverbials(sentence, start)
    told = sentence.word(i) in vocabulary("to") or lemma in vocabulary("telling")  # "affirme au Sénat que P"
    if told or sentence.word(i) not in vocabulary("determiners"):
        return True
    following = sentence.words[i + 1 : i + 4]
    return any(word in vocabulary("times") or word.isdigit() for word in following)


def _object_end(sentence: Sentence, start: int, end: int) -> int:
    """Return where a quoted object ends: at the first comma after it that no further quotation follows."""
    first = next((i for i in range(start, end) if sentence.quotes[i]), start)
    for i in range(first, end):
        if sentence.words[i] == "," and not any(sentence.quotes[i : i + 4]):
            return i
    return end


def _noun_end(sentence: Sentence, start: int, end: int) -> int:
    """Return where a noun that is reported ends: before a clause of its own, ", et l'on prête au maire …"."""
    for i in range(start, end):
        if sentence.words[i] == "," and _tells_of_it(sentence, i + 1, end):
            return i
        if sentence.words[i] == "," and sentence.word(i + 1) in vocabulary("joining"):
            behind = sentence.tokens[i + 2 : min(end, i + 2 + _OWN_SUBJECT)]
            verb = next((k for k, token in enumerate(behind) if token.pos_ in ("VERB", "AUX")), 0)
            if verb and is_finite(behind[verb]) and opens_phrase(sentence, i + 2):
                return i
    return end


def _tells_of_it(sentence: Sentence, start: int, end: int) -> bool:
    """Return whether the newspaper says at *start* what a thing is: ", un médicament qui …", ", dont …"."""
    verb = next((token for token in sentence.tokens[start:end] if is_finite(token)), None)
    opens = sentence.word(start) in vocabulary("clause_relatives")
    listed = not opens and not vocabulary("and").isdisjoint(sentence.words[start:end])
    ahead = verb is None or verb.morph.get("Tense") == ["Fut"] or verb.morph.get("Mood") == ["Cnd"]
    told = ahead or listed or any(sentence.quotes[start:end])
    return not told and (opens or sentence.word(start) in vocabulary("indefinite"))


def _relative_end(sentence: Sentence, start: int, end: int) -> int:
    """Return where a relative clause ends: at the comma behind which the main verb stands."""
    for i in range(start, end - 1):
        following = i + 2 if sentence.words[i + 1] in vocabulary("clitics") else i + 1
        if sentence.words[i] == "," and following < end and is_finite(sentence.tokens[following]):
            return i
    return end


def _conjunction(sentence: Sentence, start: int, lemma: str) -> int:
    """Return the item after the conjunction that opens the reported clause, or -1."""
    commas = 0
    first = skip_adverbials(sentence, start)
    negator = sentence.word(first) in vocabulary("negators")  # "assure n'avoir vu que lui": no conjunction
    if negator or not _may_stand_between(sentence, start, lemma):
        start = first
        return start + 1 if sentence.word(start) in vocabulary("that") else -1
    for i in range(start, min(start + 24, len(sentence))):
        word = sentence.words[i]
        if word in vocabulary("that"):
            before = sentence.words[max(start, i - 2) : i]
            if {*before[-1:], " ".join(before)} & vocabulary("not_before_that", "likewise"):
                return -1
            return i + 2 if sentence.word(i + 1) == ":" else i + 1
        if sentence.quotes[i] or word in {";", ":", ".", *vocabulary("clause_relatives", "and")}:
            return -1
        if word == ",":
            commas += 1
    return -1


def skip_adverbials(sentence: Sentence, start: int) -> int:
    """Return the first item after adverbs, days and phrases between commas."""
    i = start
    while i < len(sentence):
        word = sentence.words[i]
        if word in vocabulary("asides") and sentence.word(i + 1) in vocabulary("aside_words"):
            possessive = sentence.word(i + 1) in vocabulary("possessive_asides")
            if possessive and sentence.word(i + 2) not in vocabulary("own_sides"):
                return i
            i += 2 + possessive
            continue
        if word in vocabulary("object_openers"):
            return i
        if " ".join(sentence.words[i : i + 2]) in vocabulary("adverbial_pairs"):
            i += 2
        elif (behind := _behind_time(sentence, i)) > i:
            i = behind
        elif word == ",":
            closing = next((k for k in range(i + 1, i + 14) if sentence.word(k) == ","), -1)
            if closing < 0:
                return i
            i = closing + 1
        elif word in vocabulary("negators", "negation") or sentence.tokens[i].pos_ in _STOPPING:
            return i
        elif word in vocabulary("between") or sentence.tokens[i].pos_ == "ADV":
            i += 1
        else:
            return i
    return i


def _behind_time(sentence: Sentence, i: int) -> int:
    """Return the item after "dans la nuit de lundi à mardi", "en fin de journée", or *i*."""
    if sentence.word(i) not in vocabulary("time_prepositions"):
        return i
    if sentence.word(i) in vocabulary("in") and (
        sentence.word(i + 1).isdigit() or sentence.word(i + 1) in vocabulary("times")
    ):
        return i + 2
    noun = next((k for k in range(i + 1, i + 4) if sentence.word(k) in vocabulary("spans_of_time")), -1)
    if noun < 0:
        return i
    end = noun + 1
    while sentence.word(end) in vocabulary("time_links") and sentence.word(end + 1) in vocabulary("between"):
        end += 2
    times = vocabulary("times", "spans_of_time")
    while sentence.word(end) in vocabulary("of") and sentence.word(end + 1) in times:
        end += 2
    return end


def _infinitive(sentence: Sentence, place: int) -> int:
    """Return the item of a bare infinitive at *place*, or behind an aside such as "sur Facebook"; or -1."""
    dated = sentence.words[place + 1 : place + 2]
    if dated and dated[0].isdigit() and sentence.word(place) in vocabulary("determiners"):
        place += 3 + sentence.word(place + 3).isdigit()  # "a dit le 31 octobre vouloir …"
    if _opens_infinitive(sentence, place):
        return place
    if sentence.word(place) in vocabulary("before_audience"):
        end = phrase_end(sentence, place + 1)
        return end if _opens_infinitive(sentence, end) else -1
    return -1


def _opens_infinitive(sentence: Sentence, i: int) -> bool:
    while sentence.word(i) in vocabulary("before_infinitive"):
        i += 1
    return 0 <= i < len(sentence) and sentence.quotes[i] is None and is_infinitive(sentence.tokens[i])


def _preposition(sentence: Sentence, cue: Cue, after: int, adjacent: int) -> int:
    """Return the item after the preposition that the verb governs, or -1.

    Right behind the verb any complement counts; behind a person addressed only an infinitive does.
    """
    if cue.shape == "infinitive" or (cue.negated and cue.verb.answer != "deny"):
        return -1
    governed = cue.verb.prepositions
    forms = load_lexicon("syntax")["governed"]
    wanted = {form for p in governed for form in forms.get(p, {}).get("plain", [p])}
    contracted = {form for p in governed for form in forms.get(p, {}).get("contracted", ())}
    if wanted & vocabulary("by"):
        return _by(sentence, cue, after)
    for i in range(after, min(after + 25, len(sentence))) if wanted else ():
        word = sentence.words[i]
        if sentence.quotes[i] or word in {";", ":", ".", *vocabulary("that")}:
            break
        noun = i == adjacent and (cue.shape != "gerund" or cue.verb.rest or any(sentence.quotes[i:]))
        if word in wanted and (noun or _opens_infinitive(sentence, i + 1)):
            clause = word in vocabulary("to") and " ".join(sentence.words[i + 1 : i + 3]) in vocabulary(
                "what"
            )
            return i + 3 if clause else i + 1  # "s'attend à ce que P"
        if i == adjacent and word in contracted:
            return i
    if cue.verb.lemma in vocabulary("addressing") and not cue.passive:
        within = sentence.words[adjacent + 1 : clause_end(sentence, adjacent, ())]
        opens = wanted & set(within) and opens_phrase(sentence, adjacent)
        told = read_nominal(sentence, adjacent, phrase_end(sentence, adjacent)) if opens else None
        return adjacent if told and is_speaker(told) else -1  # "accuse une baisse de 3 %" blames nobody
    return -1


def _by(sentence: Sentence, cue: Cue, after: int) -> int:
    """Return what explains in "justifie X par Y", "explique X par le fait que P", or -1."""
    for i in range(after + 1, min(after + 14, len(sentence))):
        stops = sentence.words[i] in {";", ":", *vocabulary("that")}
        if stops or sentence.quotes[i] or is_finite(sentence.tokens[i]):
            return -1
        if sentence.words[i] in vocabulary("by") and not cue.passive:
            fact = " ".join(sentence.words[i + 1 : i + 4]) in vocabulary("the_fact")
            return i + 4 if fact else i + 1
    return -1


def _opens_noun(sentence: Sentence, cue: Cue, i: int) -> bool:
    if cue.passive or cue.reflexive or cue.shape == "infinitive" or i >= len(sentence):
        return False
    word = sentence.words[i]
    if cue.verb.lemma in vocabulary("yielding") and not vocabulary("currencies").isdisjoint(
        sentence.words[i : phrase_end(sentence, i)]
    ):
        return False  # "rapporte 75 millions d'euros"
    if cue.verb.answer in ("deny", "deny_speech"):
        of = sentence.word(i + 2) in vocabulary("of")
        return (of and sentence.word(i + 1) in vocabulary("figure_nouns")) or word in vocabulary("all")
    return (
        word in vocabulary("determiners")
        or sentence.tokens[i].pos_ in ("DET", "NUM")
        or word in vocabulary("to_bare")
    )


def _after_figure(sentence: Sentence, i: int) -> int:
    """Return the item after "le chiffre de", "un bilan de": what is said is the figure itself."""
    of = sentence.word(i + 2) in vocabulary("bare_of")
    return i + 3 if of and sentence.word(i + 1) in vocabulary("figure_nouns") else i
