"""The subject inverted behind a reporting verb: "a-t-il dit", ", explique l'agence"."""

from dossier.registry import general_registry
from dossier.syntax.apposition import with_apposition
from dossier.syntax.nominals import Nominal, phrase_end, read_nominal
from dossier.syntax.phrases import is_person, is_speaker, opens_phrase
from dossier.syntax.sentence import PAUSES, QUOTE, Sentence, is_finite, is_infinitive
from dossier.syntax.subjects import DASHES, SUBJECTS, before_aside, find_subject
from dossier.syntax.verbs import VerbGroup, finite_verb, read_verb_group
from dossier.syntax.vocabulary import roles, vocabulary

_FAR = 10  # words behind a verb of learning up to from whom


def find_inverted(
    sentence: Sentence, group: VerbGroup, *, spoken: bool = False
) -> tuple[Nominal, int] | None:
    """Return the subject behind *group*, "a-t-il dit" or ", explique l'agence", and the item after it."""
    if group.inverted >= 0:
        nominal = read_nominal(sentence, group.inverted, group.inverted + 1)
        nominal = None if _is_doubled(sentence, group) else nominal
        return (nominal, max(group.end, group.inverted + 1, nominal.end)) if nominal else None
    before = sentence.word(group.start - 1)
    if before == "," and group.start > 1 and sentence.quotes[group.start - 2]:
        before = QUOTE
    inserted = group.shape in ("finite", "participle") and not (group.negated and before == ",")
    pauses = {",", QUOTE, ")", "", *vocabulary("as"), *DASHES, *("!?…" if spoken else "")}
    if not inserted or before not in pauses:
        return None
    nominal = _behind(sentence, group.end)
    if nominal is None or _is_governed(nominal, group) or not _can_open(sentence, group, nominal, spoken):
        return None
    if not (before == QUOTE or is_speaker(nominal) or _is_closed(sentence, group, nominal)):
        return None
    bare = nominal.end
    nominal, end = with_apposition(sentence, nominal)
    opens = before in {"", *vocabulary("as")} or (before == QUOTE and sentence.quotes[0] is not None)
    sure = opens or (spoken and bool(nominal.person))
    goes_on = end == bare and sentence.word(end) in {QUOTE, *vocabulary("that")}
    if not sure and (goes_on or _has_subject_before(sentence, group)):
        return None
    return nominal, end


def _is_governed(nominal: Nominal, group: VerbGroup) -> bool:
    """Return whether *nominal* cannot be the subject of *group* for the parser: "parle d'une foule".

    It follows a preposition, is the object of an infinitive, "continue de tenir les comptes", or that of a
    verb which goes on from another one that stands outside of quotation marks.
    """
    verb = nominal.sentence.tokens[group.start : group.end]
    inside = nominal.sentence.tokens[nominal.start : nominal.end]
    head = next((token for token in inside if token.head not in inside), inside[0])
    led = any(child.dep_ == "case" and child.i == inside[0].i - 1 for child in head.children)
    aimed = head.head not in verb and is_infinitive(head.head)
    aimed &= not is_person(nominal) and any(child.dep_ == "mark" for child in head.head.children)
    told = not vocabulary("told_to").isdisjoint(nominal.sentence.words[group.start : group.at])
    joined = head.head.dep_ == "conj" and not (told or is_speaker(nominal))  # ", nous souffle un clerc,"
    joined &= nominal.sentence.quotes[nominal.sentence.position(head.head.head)] is None
    return led or (head.dep_ == "obj" and (aimed or joined))


def main_subject(sentence: Sentence, group: VerbGroup) -> Nominal | None:
    """Return the subject of the verb that a participle hangs on, not what is asked: "a tu si Y partait"."""
    token = sentence.tokens[group.at]
    for _ in range(4):
        token = token.head
        place = sentence.position(token)
        asked = any(c.dep_ == "mark" and c.lower_ in vocabulary("whether") for c in token.children)
        if place >= 0 and token.pos_ in ("VERB", "AUX") and not asked:
            shape = "finite" if is_finite(token) else "participle"
            plain = finite_verb(sentence, place)
            above = read_verb_group(sentence, place, place + 1, {shape}) or plain
            inverted = find_inverted(sentence, above)
            return inverted[0] if inverted else find_subject(sentence, above)
    return None


def _is_doubled(sentence: Sentence, group: VerbGroup) -> bool:
    """Return whether the pronoun behind the verb repeats its subject: "Aussi le club demande-t-il que …".

    It also does in a question, "L'alarme a-t-elle sonné ?".
    """
    before = sentence.word(group.start - 1)
    clause = vocabulary("that", "leading_prepositions")
    behind = sentence.is_word(group.start - 1) and before not in vocabulary("pronouns")
    return behind and (sentence.word(group.end) in clause or sentence.words[-1] == "?")


def _can_open(sentence: Sentence, group: VerbGroup, nominal: Nominal, spoken: bool) -> bool:
    """Return whether *nominal* speaks by a verb, if of any sense: a person, or right behind the verb."""
    determined = sentence.word(nominal.start) in vocabulary("determiners")
    sure = is_finite(sentence.tokens[group.at]) or bool(nominal.noun)
    beside = not spoken and sure and determined and nominal.start == group.end
    return not group.open or beside or is_person(nominal)


def _behind(sentence: Sentence, start: int) -> Nominal | None:
    """Return the phrase behind a verb that ends at *start*, past days, asides and those spoken to."""
    times = vocabulary("times", "days")
    skipped = vocabulary("between", "rests_of_verbs") - vocabulary("determiners")
    for _ in range(3):  # "a plaidé hier soir sur TF1 la ministre", "jurait la veille, au téléphone, le maire"
        start = _after_audience(sentence, _after_aside(sentence, start))
        if sentence.word(start) in vocabulary("time_prepositions") and (
            sentence.word(start + 1) in vocabulary("before_a_time")
        ):
            start += sentence.word(start + 2) in times  # "affirmait dès le lendemain le directeur"
        if sentence.word(start) in vocabulary("before_a_time") and sentence.word(start + 1) in times:
            start += 3 if sentence.word(start + 2) in vocabulary("last") else 2
        while sentence.word(start) in skipped or _is_beside_verb(sentence, start):
            start = max(start + 1, _after_audience(sentence, start))  # "mardi à la presse la maire"
    opens = opens_phrase(sentence, start)
    return read_nominal(sentence, start, phrase_end(sentence, start)) if opens else None


def _is_beside_verb(sentence: Sentence, i: int) -> bool:
    """Return whether an infinitive or adverb stands at *i*: "laisse tomber X", "répète longuement X"."""
    token = sentence.tokens[i] if sentence.is_word(i) else None
    return token is not None and token.text.islower() and (token.pos_ == "ADV" or is_infinitive(token))


def _is_closed(sentence: Sentence, group: VerbGroup, nominal: Nominal) -> bool:
    """Tell whether verb and phrase stand alone between two pauses: ", prévient le brasseur,"."""
    between = range(group.end, nominal.start)
    alone = all(sentence.tokens[i].pos_ == "ADV" or sentence.words[i] in vocabulary("days") for i in between)
    determined = sentence.word(nominal.start) in vocabulary("determiners")
    pause = sentence.word(nominal.end) in (",", ".", "")
    verbal = any(map(is_finite, sentence.tokens[: group.start]))
    aside = sentence.words[: group.start].count(",") > 1 and not verbal
    outside = not (aside or before_aside(sentence, group.start))
    return alone and determined and pause and outside and not group.negated


def find_body_at(sentence: Sentence, i: int) -> Nominal | None:
    """Return the body named at *i* at which one says so: "À la mairie, on assure que …", "dit-on chez X"."""
    openers = vocabulary("places_of_speech")
    first = next((n for n in range(i + 1, i + 4) if " ".join(sentence.words[i:n]) in openers), 0)
    if not first:
        return None
    end = phrase_end(sentence, first)
    source = read_nominal(sentence, first, end) if sentence.word(end) in (",", ".", "") else None
    if source is None or not is_speaker(source):
        return None
    named = {token.ent_type_ for token in sentence.tokens[source.start : source.end]}
    town = i and named == {"LOC"} and not (source.noun or general_registry().resolve(source.text))
    return None if town else source  # "dit-on à Nantes"


def find_informant(sentence: Sentence, group: VerbGroup, source: Nominal, *, learns: bool) -> Nominal | None:
    """Return from whom *source* has it: "dit-on auprès de X", who *learns*: "a appris l'AFP du parquet"."""
    learns |= sentence.word(group.inverted) in vocabulary("inverted_one")
    media = not source.person and roles().category.get(source.noun, "media") == "media"
    for i in range(group.end, min(group.end + _FAR, len(sentence) - 1) if learns else 0):
        word = sentence.words[i]
        if word in PAUSES or sentence.quotes[i] or word in vocabulary("that"):
            break
        at = word in vocabulary("asked_at")
        named = read_nominal(sentence, i + 1 + at, phrase_end(sentence, i + 1 + at))
        kind = word in vocabulary("bare_of") and sentence.tokens[i + 1].pos_ == "NOUN"  # "l'agence de presse"
        of = word in vocabulary("of") and not (
            kind and sentence.words[i + 1] not in vocabulary("source_nouns")
        )
        if named and (at or (of and media and (named.noun or named.person))):
            return with_apposition(sentence, named)[0]
    return None


def _after_aside(sentence: Sentence, start: int) -> int:
    """Return the item after words between commas, before a phrase: "sourit, verre en main, un client"."""
    if sentence.word(start) != ",":
        return start
    closing = next((i for i in range(start + 2, start + 10) if sentence.word(i) == ","), -1)
    aside = closing > 0 and not any(map(is_finite, sentence.tokens[start:closing]))
    return closing + 1 if aside and opens_phrase(sentence, closing + 1) else start


def _after_audience(sentence: Sentence, start: int) -> int:
    """Return the item after words that a preposition opens, where a subject follows.

    "a dit à l'agence X le ministre", "avoue en riant un juré", "a lancé devant eux la maire".
    """
    if sentence.word(start) not in vocabulary("before_audience"):
        return start
    first = start
    for i in range(start + 2, min(start + 9, len(sentence))):
        if sentence.quotes[i] or not (sentence.is_word(i) or sentence.words[i] == "-"):
            break
        before = sentence.tokens[i - 1]
        behind = before.pos_ in ("NOUN", "PROPN", "PRON", "ADJ", "VERB", "NUM") or before.text[0].isupper()
        named = sentence.tokens[i].ent_type_ == "PER" != before.ent_type_
        if behind and (named or sentence.words[i] in vocabulary("subject_articles")):
            nominal = read_nominal(sentence, i, phrase_end(sentence, i))
            if nominal and is_speaker(nominal):
                return i
            first = i if first == start and before.pos_ != "VERB" else first
    return first


def _has_subject_before(sentence: Sentence, group: VerbGroup) -> bool:
    """Return whether the parser sees a subject before the verb that has no verb of its own in between.

    One comma alone never parts a subject from its verb: "La crise, estime un proche, est passée". A name
    between commas is one whatever the parser sees: "L'avocate du groupe, Claire Roux, conteste cela".
    """
    named = group.start - 2
    while named > 0 and sentence.tokens[named].ent_type_ == "PER":
        named -= 1
    if 0 < named < group.start - 2 and sentence.words[named] == sentence.words[group.start - 1] == ",":
        return not any(map(is_finite, sentence.tokens[:named]))
    for child in sentence.tokens[group.at].children:
        place = sentence.position(child) if child.dep_ in SUBJECTS else -1
        between = sentence.words[max(place, 0) : group.start]
        if 0 <= place < group.start and between.count(",") != 1 and not {":", ";"} & {*between}:
            verb = next((i for i in range(place + 1, group.start) if is_finite(sentence.tokens[i])), -1)
            return verb < 0 or not vocabulary("clause_relatives").isdisjoint(sentence.words[place:verb])
    return False
