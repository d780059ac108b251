"""Quotation marks in a sentence whose subject speaks: "Berne « ne s'exprime pas »"; whose they are."""

from collections.abc import Iterable, Iterator, Sequence

from dossier.actors.parties import is_nobody
from dossier.statements.contents import find_main_subject
from dossier.statements.frames import Frame
from dossier.statements.lexicon import Cue, find_cues, forms
from dossier.statements.nested import is_nickname
from dossier.statements.responses import Response, find_responses
from dossier.syntax.inflection import is_withheld
from dossier.syntax.nominals import Nominal, head_noun
from dossier.syntax.phrases import is_person, is_speaker
from dossier.syntax.sentence import Sentence, find_sentences, is_finite, is_infinitive
from dossier.syntax.subjects import find_subject
from dossier.syntax.verbs import finite_verb
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
    if opened.tokens[verb].morph.get("Mood") == ["Cnd"] and verb < first:
        return None  # "Elle aurait « foncé sur un agent »": on another's word
    if quoted.end <= opened.ends[first] and not is_infinitive(opened.tokens[first]):
        return None
    source = find_subject(opened, finite_verb(opened, verb))
    return source if source and is_speaker(source) else None


def find_acting(sentence: Sentence, i: int) -> Nominal | None:
    """Return the person whose act the words at item *i* go with: "Luc Roux a fermé, « car il pleut »".

    Not who has only suffered it, or has done it on another's word.
    """
    told = any(t.dep_ == "aux:pass" or t.morph.get("Mood") == ["Cnd"] for t in sentence.tokens[:i])
    source = find_main_subject(sentence, i) if is_part(sentence, i) and not told else None
    return source if source and is_person(source) else None


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
    verbs = {*opened.words[max(0, first - 2) : first]} - vocabulary("have")
    return not nominal or any(word in forms() for word in verbs)


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
    marked = (q for i in sentence.quotations if (q := sentence.quotes[i]) and is_part(sentence, i))
    quoted = [(quote.start, quote.end) for quote in marked]
    found = list(find_responses(sentence, cues))
    known = [*map(_stretch, found)]
    for response in find_responses(opened, list(find_cues(opened))) if opened else ():
        if _meets(response, quoted) or not _meets(response, known):
            found = [other for other in found if not _meets(other, [_stretch(response)])]
            found.append(response)
    yield from found


def _stretch(response: Response) -> tuple[int, int]:
    return response.file_start, response.file_end


def _meets(response: Response, stretches: Iterable[tuple[int, int]]) -> bool:
    first, last = _stretch(response)
    return any(first < end and start < last for start, end in stretches)


def holds(outer: Frame, inner: Frame) -> bool:
    """Return whether *outer* covers all of *inner*, which has quotations."""
    return outer.start <= inner.start and inner.end <= outer.end and bool(inner.quotes)


def lays_words(frame: Frame, cues: Sequence[Cue]) -> bool:
    """Return whether *frame* lays words to somebody: views without quotation marks do not.

    Nor what one says on another's word, "Le groupe exigerait un dépôt", nor who asks to stay unnamed.
    """
    verb = None if frame.quotes else frame.verb
    hearsay = verb is not None and verb.shape == "conditional" and frame.how != "inserted"
    unsaid = hearsay or (verb is not None and is_withheld(frame.sentence.tokens[verb.at]))
    unsaid |= " ".join(frame.sentence.words[frame.end - 2 : frame.end]) in vocabulary("unnamed")
    if unsaid or (frame.source and (_is_voiceless(frame.source) or _is_of_nobody(frame, verb))):
        return False
    if frame.quotes:
        return not (_is_set_off(frame) or _is_what_others_call(frame))
    if frame.how == "speech_noun":
        return frame.source is not None
    if frame.source is None or frame.how == "object" or not can_lay(frame, frame.source):
        return False
    if frame.verb is None:
        return not _unconfirmed(frame, cues)
    told = frame.how == "inserted" or (frame.how == "complement" and frame.verb.reflexive)  # "s'en défend"
    by = frame.verb.verb
    return told or not (by.view or (by.document and not (by.quote or by.noun)))


def _is_voiceless(source: Nominal) -> bool:
    """Return whether *source* says nothing as a thing: "la panne", "l'IC parti d'Ostende", "nos soins"."""
    tokens = source.sentence.tokens[source.start : min(source.end, source.start + 2)]
    words = [token.lower_ for token in tokens if token.text.islower() or token.text.isupper()]
    forms = {*words, *(word.removesuffix("s") for word in words)}
    ours = source.sentence.words[source.start] in vocabulary("ours") and not source.noun
    return ours or not (source.person or vocabulary("voiceless").isdisjoint(forms))


def _is_of_nobody(frame: Frame, verb: Cue | None) -> bool:
    """Return whether *frame* is no speech: "on a cru que P", "on doit à X le mot que chacun répète : …"."""
    owed = frame.how == "colon" and vocabulary("owing").intersection(frame.sentence.words[: frame.cue_start])
    mused = verb is not None and verb.verb.lemma in vocabulary("musing")
    return bool(owed or mused) and frame.source is not None and is_nobody(frame.source)


def can_lay(frame: Frame, source: Nominal) -> bool:
    """Return whether *source* can say what *frame* lays to it: by its form or by its verb."""
    if source.text.lower() in vocabulary("those"):  # "à ceux qui réclamaient des travaux"
        return False
    if is_speaker(source) or (frame.how in ("infinitive", "inserted") and not is_nobody(source)):
        return True  # "un berger dit avoir vu un loup", "le pont rouvrira, promet la métropole"
    told = frame.how in ("clause", "inserted", "noun", "complement")
    verb = frame.verb.verb if frame.verb and told else None
    hangs = frame.verb is not None and frame.verb.shape in ("gerund", "infinitive")
    if verb is not None and verb.personal and frame.how != "noun" and not hangs:
        return not source.text[:1].isdigit()
    if frame.how == "source":  # "selon la protection civile"
        first = source.sentence.word(source.start)
        noun = source.sentence.word(head_noun(source.sentence, source.start + 1, source.end))
        weak = source.sentence.word(frame.cue_start) in vocabulary("weak_prepositions")
        varies = source.number == "plur" and not vocabulary("to_a_figure").isdisjoint(
            source.sentence.words[max(0, frame.cue_start - 4) : frame.cue_start]
        )
        thing = weak or varies or noun in vocabulary("speech_nouns")
        return first in vocabulary("definite_articles") and not thing  # "de 30 à 60 % selon les parcelles"
    people = source.number == "plur" and source.sentence.word(source.start) in vocabulary("the_many")
    return verb is not None and (verb.say or verb.noun) and people  # "les pirates"


def _is_set_off(frame: Frame) -> bool:
    """Return whether a headline only sets off one word of an object: "annonce une « pause »"."""
    if frame.how not in ("object", "noun") or frame.sentence.paragraph.section.kind != "title":
        return False
    return not any(" " in frame.sentence.text(i, i + 1).strip('«»“”" \u00a0\u202f') for i in frame.quotes)


def _is_what_others_call(frame: Frame) -> bool:
    """Return whether the marks hold what several call somebody, or ", dit « le Chat »"."""
    if frame.how != "object" or not is_nickname(frame.sentence, frame.quotes[0]):
        return False
    dubbed = frame.sentence.word(frame.cue_start) in vocabulary("dubbed")
    return dubbed or (frame.source is not None and frame.source.number == "plur")


def _unconfirmed(frame: Frame, cues: Sequence[Cue]) -> bool:
    """Return whether "de source indépendante" only says by whom something was not confirmed."""
    if frame.sentence.word(frame.cue_start) not in vocabulary("of"):
        return False
    return any(c.verb.answer and c.negated and c.passive and frame.start <= c.at < frame.end for c in cues)


def find_owners(sentence: Sentence, frames: Sequence[Frame]) -> dict[int, Frame]:
    """Return for each quotation the frame it belongs to: what stands next to it, else the innermost."""
    rank = {"inserted": 0, "colon": 1}
    owners = {}
    for i, quoted in enumerate(sentence.quotes):
        around = [f for f in frames if f.start <= i < f.end] if quoted and not quoted.name else []
        if around:
            owners[i] = min(
                around,
                key=lambda f: (
                    rank.get(f.how, 2),
                    f.source is None or (f.how == "object" and not is_speaker(f.source)),
                    f.end - f.start,
                    -f.cue_start if f.how == "colon" else f.cue_start,
                ),
            )
    return owners
