"""Sources brought in by a preposition ("selon X") or a noun ("les accusations de X selon lesquelles")."""

import functools
from collections.abc import Iterator, Mapping, Sequence

from dossier.actors.speakers import find_issuer, is_by_trade
from dossier.lexicons import load_lexicon
from dossier.statements.contents import clause_end, clause_start
from dossier.statements.lexicon import Cue
from dossier.syntax.apposition import with_apposition
from dossier.syntax.inflection import is_participle
from dossier.syntax.nominals import Nominal, phrase_end, read_nominal
from dossier.syntax.phrases import is_speaker, opens_phrase, scan_left, with_name_before
from dossier.syntax.sentence import PAUSES, QUOTE, Sentence, is_finite, is_infinitive
from dossier.syntax.vocabulary import PRIVATE, is_document, is_said, roles, vocabulary
from dossier.tokens import Token

Found = tuple[int, int, Nominal | None, int, int]


def find_prepositional(sentence: Sentence, cues: Sequence[Cue]) -> Iterator[Found]:
    """Yield what each "selon X", "d'après X", "pour X", "de source …" covers, up to what another has."""
    found = [*_find_each(sentence, cues)]
    for start, end, source, i, after in found:
        others = (first for first, _, _, cue, _ in found if cue == end and start < first)
        yield start, next(others, end), source, i, after


def _find_each(sentence: Sentence, cues: Sequence[Cue]) -> Iterator[Found]:
    for i, word in enumerate(sentence.words):
        if word not in vocabulary("preposition_starts"):
            continue
        taken_up = [*_of_pronoun(sentence, i, cues)]
        yield from taken_up
        after = _after_preposition(sentence, i)
        if taken_up or after < 0:
            continue
        weak = word in vocabulary("weak_prepositions")
        if sentence.word(after) in vocabulary("relatives"):
            thing = weak and sentence.word(after) not in vocabulary("who")  # "un volet pour lequel"
            antecedent = None if thing else scan_left(sentence, i, governed=True)
            if antecedent:
                antecedent = with_name_before(sentence, antecedent)
                yield after + 1, clause_end(sentence, after + 1, cues), antecedent, i, after + 1
            continue
        source = read_nominal(sentence, after, phrase_end(sentence, after))
        if source is None or _varies(sentence, i) or _is_no_source(sentence, after) or _owned(sentence, i):
            continue
        if word in vocabulary("from"):
            source = read_nominal(sentence, i + 1, source.end)
        if source is None:
            continue
        if source.end < len(sentence) and is_infinitive(sentence.tokens[source.end]):
            continue  # "à entendre le juge lire l'arrêt"
        source, end = with_apposition(sentence, source, closed=True)
        issuer = find_issuer(source, end)
        end = _past_participle(sentence, issuer.end if issuer else end)
        source = issuer or source
        paired = weak and _is_paired(sentence, i) and is_speaker(source)
        found = _covered(sentence, i, end, cues, weak=weak and not paired)
        if found and {*sentence.words[slice(*found)]} <= vocabulary("negation"):
            continue  # "Pas selon eux" says nothing by itself
        if found and (paired or not weak or _may_be_weak(sentence, i, source, end, found)):
            yield (*found, source, i, max(i + 1, after))


def _varies(sentence: Sentence, i: int) -> bool:
    """Return whether the verb before item *i* makes "selon X" what something changes by."""
    last = next((token for token in reversed(sentence.tokens[:i]) if token.pos_ != "ADV"), None)
    return last is not None and last.lemma_ in vocabulary("varying")


@functools.cache
def _of_the_last() -> list[tuple[list[str], str]]:
    phrases = load_lexicon("sources")["spoken_by_the_last"].items()
    return [(phrase.split(), number) for phrase, number in phrases]


def _of_pronoun(sentence: Sentence, i: int, cues: Sequence[Cue]) -> Iterator[Found]:
    """Yield what a phrase at *i* lays to who spoke last: "à ses yeux", "à l'en croire"."""
    owned = _owned(sentence, i)
    phrases = [owned] if owned else []
    if sentence.words[i] in vocabulary("last_speaker_openers"):
        for phrase, number in _of_the_last():
            end = i + len(phrase)
            if sentence.words[i:end] == phrase and sentence.word(end) in PAUSES:
                phrases.append((end, number))
    for end, number in phrases:
        text = sentence.text(i, end)
        if found := _covered(sentence, i, end, cues, weak=False):
            yield *found, Nominal(sentence, i, end, text, pronoun=text, number=number), i, end


def _owned(sentence: Sentence, i: int) -> tuple[int, str] | None:
    """Return the end of "selon ses calculs", words of who spoke last, and the number of who that is."""
    after = _after_preposition(sentence, i)
    owner = next((n for n in ("one", "many") if sentence.word(after) in vocabulary(f"of_{n}")), "")
    noun = sentence.word(after + 1)
    if not owner or not is_said(noun) or noun in vocabulary("about_one"):
        return None
    return phrase_end(sentence, after), "sing" if owner == "one" else "plur"


def _past_participle(sentence: Sentence, end: int) -> int:
    """Return the item after a participle that goes with the source: "une étude publiée mardi par X,"."""
    for i in range(end, min(end + 16, len(sentence))):
        if sentence.quotes[i] or sentence.words[i] in PAUSES:
            return i if sentence.words[i] == "," and i > end else end
        if is_finite(sentence.tokens[i]):
            return end
    return end


@functools.cache
def _prepositions() -> Mapping[str, list[list[str]]]:
    """Return the words of each preposition by the first of them, the longest first."""
    found: dict[str, list[list[str]]] = {}
    for phrase in sorted(vocabulary("prepositions", "weak_prepositions"), key=len, reverse=True):
        found.setdefault(phrase.split()[0], []).append(phrase.split())
    return found


def _after_preposition(sentence: Sentence, i: int) -> int:
    """Return the item after the preposition that begins at *i*, or -1."""
    for parts in _prepositions().get(sentence.words[i], ()):
        last = sentence.word(i + len(parts) - 1)
        contracted = parts[-1] in vocabulary("bare_of") and last in vocabulary("of")  # "aux yeux du maire"
        if sentence.words[i : i + len(parts) - 1] == parts[:-1] and (last == parts[-1] or contracted):
            return i + len(parts)
    if sentence.words[i] in vocabulary("from") and sentence.word(i + 1) in vocabulary("source_nouns"):
        return i + 1
    return -1


def _may_be_weak(sentence: Sentence, i: int, source: Nominal, end: int, found: tuple[int, int]) -> bool:
    """Return whether "pour X" names a source here: X can speak, a pause follows, and then a clause."""
    speaks = is_speaker(source) or is_by_trade(source)
    pause = sentence.word(end) in (",", ":", QUOTE)
    bare = is_document(sentence.word(source.start))  # "pour mémoire"
    if not (speaks and pause) or bare or sentence.word(source.start) in vocabulary("all"):
        return False
    if any(sentence.quotes[k] for k in range(*found)):
        return True
    private = source.number == "plur" and roles().category.get(source.noun) in PRIVATE
    # "pour les abonnés, 20 euros s'ajoutent"
    if private and sentence.word(found[0]) not in load_lexicon("sources")["impersonal"]:
        return False
    clause = any(is_finite(token) for token in sentence.tokens[slice(*found)])
    beside = sentence.tokens[found[0]].pos_ in ("NOUN", "ADJ") if found[0] < len(sentence) else True
    able = source.person or source.noun or source.pronoun or is_by_trade(source)
    able = able or any(token.ent_type_ == "ORG" for token in sentence.tokens[source.start : source.end])
    return clause and not beside and bool(able)


def _covered(
    sentence: Sentence, i: int, end: int, cues: Sequence[Cue], *, weak: bool
) -> tuple[int, int] | None:
    """Return the items that the source at *i* to *end* covers."""
    opens = i == 0 or (sentence.word(i - 1) in vocabulary("source_openers") and _only_openers(sentence, i))
    before, parted = sentence.word(i - 1), sentence.word(i - 2) == ","
    embedded = vocabulary("that") & {before, sentence.word(i - 2) * (before == ",")}
    embedded |= vocabulary("joining") & {before * parted}  # ", mais à en croire X, P"
    follows = sentence.word(end)
    if opens or embedded:
        start = end + 1 if follows in (",", ":") else end
        told = start < len(sentence) and is_participle(sentence.tokens[start])
        told &= follows == ","  # "d'après l'entreprise, valorisée 29 milliards, P"
        told |= sentence.word(start) in vocabulary("clause_relatives", "that")  # "que nous avons lu, P"
        if told and "," in sentence.words[start : start + 20]:
            start = sentence.words.index(",", start) + 1
        return start, clause_end(sentence, start, cues, joined=False)
    if weak:
        return None
    middle = (
        sentence.word(i - 1) in (",", "(")
        and follows == ","
        and sentence.word(end + 1) not in {"", *vocabulary("clause_relatives", "that")}
    ) or (follows == ":" and sentence.word(i - 1) == ",")  # "Faux procès, selon la mairie : P"
    rest = sentence.tokens[end + 1 :]  # "P, d'après un bilan des pompiers, établi dimanche"
    made = rest and is_participle(rest[0]) and rest[0].head in sentence.tokens[i:end]
    made = made and not is_finite(sentence.tokens[max(i - 2, 0)])  # "il aurait, d'après X, offert 300 euros"
    middle = middle and not (made and not any(map(is_finite, rest)))
    finish = clause_end(sentence, end + 1, cues) if middle else i
    return _start_before(sentence, i, middle=middle), finish


def _is_paired(sentence: Sentence, i: int) -> bool:
    """Return whether a figure before *i* stands beside one with its source: "300 selon X, 200 pour Y"."""
    comma = next((k for k in range(i - 1, 0, -1) if not sentence.is_word(k) or sentence.quotes[k]), 0)
    first = next((k for k in range(comma) if is_counted(sentence.tokens[k])), comma)
    sources = vocabulary("prepositions").intersection(sentence.words[first:comma])
    part = sentence.tokens[comma + 1 : i]
    return bool(sources and part) and part[0].pos_ != "ADP" and any(map(is_counted, part))


def _start_before(sentence: Sentence, i: int, *, middle: bool) -> int:
    """Return the item where what the source at *i* covers begins.

    Of an enumeration it covers its own part, "17 morts, 50 disparus selon X", a participle or an adjective
    behind a comma alone, "ont nié tout appel, reçu d'après X", and nothing that another one says before it,
    "« P », observe X, qui plaide pour un essai, peu coûteux selon elle".
    """
    start = _behind_other(sentence, clause_start(sentence, i), i)
    comma = next((k for k in range(i - 2, start, -1) if sentence.words[k] == ","), -1)
    related = {*vocabulary("clause_relatives", "that")}.intersection(sentence.words[max(comma, start) : i])
    # "une marche qui a réuni, selon X, 300 personnes"
    if middle and related and any(map(is_finite, sentence.tokens[max(comma, start) : i])):
        return max(k + 1 for k in range(max(comma, start), i) if sentence.words[k] in related)
    another = (k for k in range(start, comma - 1) if sentence.quotes[k] and sentence.words[k + 1] == ",")
    if any(is_finite(sentence.tokens[k + 2]) for k in another):
        return comma + 1
    if comma < 0 or sentence.words[i - 1] == "," or any(sentence.quotes[comma:i]):
        opening = comma > 0 and opens_phrase(sentence, start) and opens_phrase(sentence, comma + 1)
        alone = opening and not any(sentence.quotes[comma:i])
        parts = sentence.tokens[start:comma], sentence.tokens[comma:i]
        verbs = [any(is_finite(token) or is_participle(token) for token in part) for part in parts]
        return comma + 1 if alone and all(verbs) else start
    part = sentence.tokens[comma + 1 : i]
    bare = not any(map(is_finite, part))
    own = any(map(is_counted, part)) or next((t for t in part if t.pos_ != "ADV"), part[0]).pos_ == "ADJ"
    return comma + 1 if (bare and own) or is_participle(part[0]) else start


def _behind_other(sentence: Sentence, start: int, i: int) -> int:
    """Return where the stretch of the source at *i* begins, behind one that has its own, else *start*.

    "400 mètres cubes selon X, le double selon Y".
    """
    strong = (k for k in range(i - 1, start - 1, -1) if sentence.words[k] in vocabulary("preposition_starts"))
    strong = (k for k in strong if sentence.words[k] not in vocabulary("weak_prepositions"))
    for k in strong:
        after = _after_preposition(sentence, k)
        source = read_nominal(sentence, after, phrase_end(sentence, after)) if after > 0 else None
        if source is None or sentence.quotes[k] or _is_no_source(sentence, after):
            continue
        end = with_apposition(sentence, source, closed=True)[1]
        joints = (",", *vocabulary("joining"))
        ends = [m + 1 for m in range(end, i - 1) if sentence.words[m] in joints and not sentence.quotes[m]]
        led = k == start or sentence.words[k - 1] == ","
        return ends[-1 if led else 0] if ends else start
    return start


def is_counted(token: Token) -> bool:
    """Return whether *token* is a number, "300" or "une soixantaine"."""
    return (
        token.pos_ == "NUM" or token.is_digit or token.lemma_.lower() in load_lexicon("quantities")["scales"]
    )


def _only_openers(sentence: Sentence, i: int) -> bool:
    """Return whether only conjunctions and adverbs precede item *i* in its clause."""
    start = next((k + 1 for k in range(i - 1, -1, -1) if sentence.words[k] in (";", ":")), 0)
    rest = (k for k in range(start, i) if sentence.words[k] not in vocabulary("source_openers"))
    return all(sentence.tokens[k].pos_ in ("ADV", "CCONJ", "SCONJ") for k in rest)


def find_noun_frames(sentence: Sentence, cues: Sequence[Cue]) -> Iterator[Found]:
    """Yield the clause of each "les accusations de X selon lesquelles P", "les accusations américaines …"."""
    for i, word in enumerate(sentence.words):
        if word not in vocabulary("according") or sentence.word(i + 1) not in vocabulary("which"):
            continue
        before = range(i - 1, max(-1, i - 14), -1)
        said = vocabulary("speech_nouns")
        noun = next((k for k in before if {sentence.words[k], sentence.words[k].rstrip("s")} & said), -1)
        if noun < 0:
            continue
        start = noun + 1
        while start < i and sentence.word(start) in vocabulary("of", "by", "made_speech"):
            start += 1
        source = read_nominal(sentence, start, i) if start < i else None
        end = clause_end(sentence, i + 2, cues)
        yield i + 2, end, source, noun, noun + 1


def _is_no_source(sentence: Sentence, i: int) -> bool:
    """Return whether what follows the preposition is no speaker: "selon que", "selon les cas"."""
    own = vocabulary("ours") & set(sentence.words[i : phrase_end(sentence, i)])
    if own or sentence.word(i) in vocabulary("not_a_source") or sentence.word(i) in ("", QUOTE):
        return True
    return any(word in vocabulary("not_source_nouns") for word in sentence.words[i : i + 2])
