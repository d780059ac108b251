"""Who holds a figure without a reported clause: who counts, expects, claims, plans or fixes it.

"Les analystes tablaient sur 2 %"; "le groupe prévoit de supprimer 300 postes"; "5 % visés par la banque".
"""

from collections.abc import Iterator

from dossier.actors.speakers import Speaker, is_by_trade
from dossier.lexicons import load_lexicon
from dossier.statements.constructions import is_inverted
from dossier.statements.contents import clause_end, clause_start, find_main_subject, sums_up
from dossier.statements.frames import Frame
from dossier.statements.lexicon import Cue, cues_of, holding_forms, taking_forms
from dossier.statements.prepositions import is_counted
from dossier.syntax.inflection import is_participle, may_be_of
from dossier.syntax.inversion import main_subject
from dossier.syntax.nominals import Nominal, head_noun, phrase_end, read_nominal
from dossier.syntax.phrases import is_person, is_speaker
from dossier.syntax.sentence import Sentence, is_finite, is_infinitive
from dossier.syntax.subjects import find_agent, find_subject
from dossier.syntax.verbs import finite_verb
from dossier.syntax.vocabulary import PERSONAL, is_document, vocabulary

_NEAR = 7  # words between a participle and its agent: "estimé à 30 millions d'euros par la mairie"
_STOPS = frozenset((";", ":", ".", "!", "?", "…"))


def find_holdings(sentence: Sentence) -> Iterator[tuple[Frame, str]]:
    """Yield each verb of *sentence* that holds the figures of its object, with the modality that it gives.

    The frame covers the object; of a passive what stands before it: "300 euros réclamés par la mairie".
    """
    for cue in cues_of(sentence, holding_forms(), agent=_NEAR):
        source = _source(sentence, cue)
        nobody = sentence.word(cue.start - 1) in vocabulary("nobody")
        minded = cue.verb.lemma in load_lexicon("reporting")["minded"].split()  # whatever its name
        if source is None or nobody or not (minded or is_speaker(source) or is_by_trade(source)):
            continue
        start = _before(sentence, cue) if cue.passive else cue.end
        end = source.start - 1 if cue.passive else _behind(sentence, cue)
        if cue.passive and sentence.word(cue.start - 1) == "," and not _fits(sentence, cue, start):
            continue  # "vendu six millions, réclamé par X"
        if cue.passive and sentence.word(source.end) in vocabulary("to"):  # "estimé par X à 300 euros"
            start, end = source.end, clause_end(sentence, source.end, ())
        if cue.passive and sums_up(sentence, start):  # "300 euros, un chiffre avancé par X"
            colon = next((i for i in range(end, len(sentence)) if sentence.words[i] == ":"), 0)
            start, end = (colon + 1, len(sentence)) if colon else (clause_start(sentence, start), start)
        modality = _modality(sentence, cue, source, start, end)
        if modality and start < end:
            yield Frame(sentence, "held", start, end, source, cue.start, cue.end, cue), modality


def find_granted(sentence: Sentence) -> Iterator[tuple[Frame, str]]:
    """Yield each figure that a relative clause, or the participle of its subject, lays to somebody.

    "Les 300 postes que reconnaît la direction"; "l'écart proclamé par la commission est de 300 voix".
    """
    for cue in cues_of(sentence, taking_forms(), agent=_NEAR):
        figure = next((i for i in range(cue.start - 1, -1, -1) if sentence.tokens[i].pos_ == "NUM"), -1)
        while figure > 0 and sentence.tokens[figure - 1].is_digit:  # "412 000"
            figure -= 1
        says = cue.verb.say and not cue.negated
        source, start, end = None, figure, cue.start - 1
        if says and is_inverted(sentence, cue) and figure >= 0 and end - figure <= _NEAR:
            source = read_nominal(sentence, cue.end, phrase_end(sentence, cue.end))
        elif says and cue.shape == "participle" and (agent := find_agent(sentence, cue)):
            source, start = agent[0], agent[0].end
            is_, of = (
                sentence.word(start) in vocabulary("be"),
                sentence.word(start + 1) in vocabulary("bare_of"),
            )
            end = clause_end(sentence, start, ()) if is_ and of else start
        if source and start < end and is_speaker(source):
            yield Frame(sentence, "held", start, end, source, cue.start, cue.end, cue), "asserted"


def find_taken_up(sentence: Sentence, before: Sentence | None) -> tuple[Frame, str] | None:
    """Return the sentence *before* as what *sentence* says of somebody that he has said, with its modality.

    "La direction l'a confirmé"; "c'est ce qu'a annoncé le maire"; "un chiffre avancé par la CGT". Behind a
    colon it is what stands before that: "300 euros : c'est ce que la CGT demande".
    """
    colon = next((i for i, word in enumerate(sentence.words) if word == ":"), 0)
    if source := _gives_count(sentence, colon):
        return Frame(sentence, "held", colon + 1, len(sentence), source), "asserted"
    for cue in cues_of(sentence, taking_forms(), agent=_NEAR):
        lead = " ".join(sentence.words[max(0, cue.start - 2) : cue.start])
        what = lead in vocabulary("what") and sentence.word(cue.start - 3) in vocabulary("be")
        opened = " ".join(sentence.words[colon + 3 : colon + 5]) in vocabulary("what")
        if (
            colon
            and opened
            and sentence.word(colon + 2) in vocabulary("be")
            and (source := _source(sentence, cue))
        ):
            return Frame(sentence, "held", 0, colon, source), cue.verb.holding or "asserted"
        it = what or vocabulary("it") & {*sentence.words[cue.start : cue.at]}
        told = cue.verb.say and it and not cue.negated and ":" not in sentence.words
        named = cue.passive and sums_up(sentence, 0) and cue.start < _NEAR
        if before and (told or named) and (source := _source(sentence, cue)) and is_speaker(source):
            return Frame(before, "held", 0, len(before), source), "asserted"
    return None


def _gives_count(sentence: Sentence, colon: int) -> Nominal | None:
    """Return who gives the count behind the *colon*: "le préfet a donné un décompte : 47 malades".

    Or the document that says what stands there: "Son rapport est sans appel : le toit pesait 14 tonnes".
    """
    said, tells = find_main_subject(sentence, colon), any(map(is_finite, sentence.tokens[colon + 1 :]))
    if said and tells and is_document(said.noun) and said.noun not in vocabulary("about_one"):
        return said
    lexicon = load_lexicon("claims")
    counts = (t for t in sentence.tokens[:colon] if t.lower_ in lexicon["tally"] and t.dep_ == "obj")
    verb = next((count.head for count in counts if count.head.lemma_ in lexicon["giving"]), None)
    source = (
        find_subject(sentence, finite_verb(sentence, sentence.position(verb))) if verb is not None else None
    )
    return source if source and is_speaker(source) else None


def _source(sentence: Sentence, cue: Cue) -> Nominal | None:
    if cue.shape == "infinitive":  # "il a plaidé avant de requérir 300 euros"
        aimed = sentence.word(cue.start - 1) in vocabulary("aims")
        return main_subject(sentence, cue) if aimed else None
    if not cue.passive:
        return find_subject(sentence, cue)
    agent = find_agent(sentence, cue)
    return agent[0] if agent else None


def _behind(sentence: Sentence, cue: Cue) -> int:
    """Return where the object of *cue* ends: before a relative clause, or the clause that comes next."""
    last, related = cue.end, sentence.word(cue.start - 1) in vocabulary("subject_relatives")
    for i in range(cue.end, len(sentence)):
        word = sentence.words[i]
        if word in _STOPS or word in vocabulary("subject_relatives") or (related and word == ","):
            return i
        if i == cue.end and word == "," and any(map(is_counted, sentence.tokens[i + 1 : i + 3])):
            return i  # "140 salariés attendent, une soixantaine chez eux"
        joined = sentence.words[i - 1] in vocabulary("not_before_that")  # "300 postes, ainsi que 200 ici"
        if word in vocabulary("that") and i > cue.end and not joined:  # "n'en compte que 300"
            return i
        if not sentence.quotes[i] and is_finite(sentence.tokens[i]):
            return last if last > cue.end else i
        if i > cue.end and is_participle(sentence.tokens[i]):  # "un notaire jugé pour …"
            counted = any(token.pos_ == "NUM" for token in sentence.tokens[cue.end : i])
            several = "Plur" in sentence.tokens[i].morph.get("Number")
            if not (counted and several):  # "12 blessés, répartis dans 2 hôpitaux"
                return i
        if word in vocabulary("clause_openers"):
            last = i
    return len(sentence)


def _before(sentence: Sentence, cue: Cue) -> int:
    """Return where the phrase begins that the passive *cue* hangs on, or is the verb of.

    A bare participle holds the figure before it alone: "48 millions au lieu des 24 annoncés par X".
    """
    figure = 0
    for i in range(cue.start - 1, -1, -1):
        if cue.start == cue.at and sentence.tokens[i].pos_ == "NUM":
            if figure > i + 1:
                return i + 1
            figure = i
        comma = sentence.words[i] == "," and i < cue.start - 1
        if comma or sentence.words[i] in _STOPS or is_finite(sentence.tokens[i]):
            return i + 1
    return 0


def _fits(sentence: Sentence, cue: Cue, start: int) -> bool:
    """Return whether the participle *cue* can be said of the figure from item *start* on, or of its noun."""
    figure = next((i for i in range(start, cue.start) if sentence.tokens[i].pos_ == "NUM"), start)
    first = start if sentence.word(figure - 1) in vocabulary("of") else figure
    nouns = [token for token in sentence.tokens[first : cue.start] if token.pos_ == "NOUN"]
    return not nouns or may_be_of(sentence.tokens[cue.at], *nouns)


def _harms(sentence: Sentence, start: int, end: int) -> bool:
    """Return whether items *start* to *end* tell of somebody who came to harm."""
    return any(token.lemma_.lower() in load_lexicon("claims")["harm"] for token in sentence.tokens[start:end])


def _is_bet(sentence: Sentence, start: int, end: int) -> bool:
    """Return whether one bets on the first figure from *start* to *end*: "sur 2 %", "une hausse de 2 %".

    Not on a thing of that size: "sur une centrale de 120 mégawatts".
    """
    first = next((i for i in range(start, end) if is_counted(sentence.tokens[i])), end)
    nouns = [token for token in sentence.tokens[start:first] if token.pos_ == "NOUN"]
    lexicon = load_lexicon("claims")
    moving = {word for words in lexicon["changes"]["words"].values() for word in words}
    return all(token.lemma_ in moving or token.lemma_ in lexicon["expected"] for token in nouns[:1])


def _is_reckoned(sentence: Sentence, start: int, end: int) -> bool:
    """Return whether items *start* to *end* name what one counts and does not make: "le bilan", no "son"."""
    nouns = [i for i in range(start, end) if sentence.tokens[i].lemma_ in load_lexicon("claims")["reckoned"]]
    of_harm = _harms(sentence, start, end)
    return any(sentence.word(i - 1) in vocabulary("definite_articles") for i in nouns) or of_harm


def only_has(frame: Frame, speaker: Speaker) -> bool:
    """Return whether a body, by its pronoun, has what it counts: "La ville … Elle compte 300 maisons"."""
    if frame.verb is None or frame.verb.verb.lemma not in load_lexicon("reporting")["counting"]:
        return False
    body = speaker.kind != "person" and speaker.category not in PERSONAL
    pronoun = frame.source is not None and bool(frame.source.pronoun)
    return pronoun and body and not _harms(frame.sentence, frame.start, frame.end)


def _modality(sentence: Sentence, cue: Cue, source: Nominal, start: int, end: int) -> str:
    """Return the modality that *cue* gives to the figures from *start* to *end*, or nothing where to none.

    "Compter" counts in a compound tense ("a compté"), with "en", by a person or where somebody came to harm,
    and plans with an infinitive; "la ville compte 50 000 habitants" is nobody's count.
    """
    lexicon, verb = load_lexicon("reporting"), cue.verb
    does = next((t for t in sentence.tokens[cue.end : end] if is_infinitive(t)), None)
    makes = does is not None and does.lemma_.lower() in lexicon["making"]
    clitics = sentence.words[cue.start : cue.at]
    amounts = verb.lemma not in lexicon["amounting"] or vocabulary("to") & {*sentence.words[cue.end : end]}
    bets = verb.lemma not in lexicon["betting"] or _is_bet(sentence, cue.end, end)
    if not (amounts and bets and {*lexicon["with_clitics"].get(verb.lemma, "").split()} <= {*clitics}):
        return ""
    reckoned = verb.lemma in lexicon["setting"] and _is_reckoned(sentence, start, end)
    if verb.lemma in (*lexicon["counting"], *lexicon["intending"]):
        if does is not None:
            return "planned" if makes else ""
        en = bool(vocabulary("in") & {*clitics})
        by_whom = is_person(source) and not (en and source.pronoun)  # "il en compte encore 300": it has them
        named = en and not source.pronoun
        counts = named or by_whom or cue.shape == "participle" or _harms(sentence, cue.end, end)
        return "asserted" if counts and verb.lemma in lexicon["counting"] else ""
    if verb.lemma in lexicon["revising"].split():
        forecast = {*sentence.words[cue.end : end]} & {*lexicon["forecasts"]}
        return "asserted" if reckoned else "estimated" if forecast else ""
    head = head_noun(sentence, source.start, source.end)
    thing = head >= 0 and sentence.tokens[head].lemma_ in lexicon["things"]
    if verb.holding == "planned" and (thing or (does is not None and not makes)):
        return ""
    return "asserted" if reckoned else verb.holding
