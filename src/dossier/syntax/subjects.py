"""Who a reporting verb belongs to: before it, its agent, or whom a relative pronoun stands for."""

from collections.abc import Iterator

from dossier.syntax.apposition import with_apposition
from dossier.syntax.inflection import is_participle
from dossier.syntax.nominals import Nominal, phrase_end, read_nominal
from dossier.syntax.phrases import (
    REACH,
    around_head,
    is_asked,
    is_speaker,
    opens_phrase,
    phrase_at,
    scan_left,
    with_name_before,
)
from dossier.syntax.sentence import Sentence, is_finite
from dossier.syntax.verbs import VerbGroup, finite_verb
from dossier.syntax.vocabulary import is_occupation, is_personal, vocabulary
from dossier.tokens import Token

SUBJECTS = ("nsubj", "nsubj:pass", "expl:subj", "nsubj:caus")
DASHES = ("–", "—")
_TRADE = 14  # words of what somebody is, between his name and a relative pronoun


def find_agent(sentence: Sentence, group: VerbGroup) -> tuple[Nominal, int] | None:
    """Return the agent of a passive, ``par X``, and its end."""
    for i in range(group.end, min(group.end + 6, len(sentence) - 1)):
        if sentence.words[i] in vocabulary("by"):
            nominal = read_nominal(sentence, i + 1, phrase_end(sentence, i + 1))
            bare = sentence.tokens[i + 1].pos_ == "NOUN" and sentence.text(i + 1, i + 2).islower()
            means = bare and nominal and not is_speaker(nominal)  # "par téléphone"
            return with_apposition(sentence, nominal) if nominal and not means else None
    return None


def find_subject(sentence: Sentence, group: VerbGroup) -> Nominal | None:
    """Return the subject that stands before *group*, by the words next to it and then by the parser."""
    before = sentence.word(group.start - 1)
    one = sentence.word(group.start - 2) in vocabulary("bare_of")  # "l'une d'elles"
    plain = before in vocabulary("pronouns", "one_says") - vocabulary("strong_pronouns")
    if plain and not one:
        return taken_up(sentence, group.start - 1)
    if before in vocabulary("subject_relatives"):
        return find_antecedent(sentence, group.start - 1, sentence.tokens[group.at])
    if before in vocabulary("that") and (behind := _behind_relative(sentence, group.end)):
        return behind
    if group.shape == "infinitive":
        return scan_left(sentence, group.start - 1) if before in vocabulary("bare_of") else None
    if group.shape == "gerund":
        return _of_gerund(sentence, group)
    return before_aside(sentence, group.start) or _before(sentence, group)


def taken_up(sentence: Sentence, i: int) -> Nominal | None:
    """Return the pronoun at *i*, or the topic that it takes up: "Quant à X, saisi lundi, il n'a rien dit"."""
    if sentence.words[0] in vocabulary("topics") and sentence.word(1) in vocabulary("to"):
        topic = read_nominal(sentence, 2, phrase_end(sentence, 2, stop=i))
        named, end = with_apposition(sentence, topic, stop=i) if topic else (None, 0)
        aside = sentence.word(end) == sentence.word(i - 1) == "," and _opens_aside(sentence, end + 1)
        if named and (end in (i, i - 1) or aside):
            return named
    return read_nominal(sentence, i, i + 1)


def _behind_relative(sentence: Sentence, start: int) -> Nominal | None:
    """Return the subject behind the verb of a relative clause: "une critique que balaie sa rivale"."""
    while 0 <= start < len(sentence) and not sentence.quotes[start] and sentence.tokens[start].pos_ == "ADV":
        start += 1
    return phrase_at(sentence, start) if opens_phrase(sentence, start) else None


def _before(sentence: Sentence, group: VerbGroup) -> Nominal | None:
    """Return the subject before a finite verb: by the words next to it, the parser, or a shared one."""
    before = sentence.word(group.start - 1)
    contrasted = group.start > 3 and before == "," and sentence.word(group.start - 3) == ","
    contrasted &= sentence.word(group.start - 2) in vocabulary("pronouns")
    adjacent = _adjacent(sentence, group.start - 3 * contrasted)  # "le maire, lui, affirme"
    if adjacent and is_speaker(adjacent):
        return adjacent
    parsed = [_around(sentence, token, group.start) for token in _parsed_subjects(sentence, group)]
    if parsed:
        return next((nominal for nominal in parsed if nominal and is_speaker(nominal)), parsed[0])
    return adjacent or _shared(sentence, group.start) or _nearest(sentence, group.start)


def _nearest(sentence: Sentence, stop: int) -> Nominal | None:
    """Return the speaker phrase nearest before *stop* that is no object of a verb in between."""
    nominal = scan_left(sentence, stop)
    while nominal and nominal.start > 1:
        inside = sentence.tokens[nominal.start : nominal.end]
        if not any(t.dep_ == "obj" and t.head.i < inside[0].i and t.head.pos_ == "VERB" for t in inside):
            break
        nominal = scan_left(sentence, nominal.start - 1)
    return nominal


def _shared(sentence: Sentence, start: int) -> Nominal | None:
    """Return the subject of the verb that one at *start* goes on from: "elle ne dit rien et part"."""
    if sentence.word(start - 1) not in vocabulary("joining_verbs"):
        return None
    for i in range(start - 1, 0, -1):
        if sentence.words[i] in (";", ":"):
            return None
        if not sentence.quotes[i] and is_finite(sentence.tokens[i]):
            return find_subject(sentence, finite_verb(sentence, i))
    return None


def before_aside(sentence: Sentence, stop: int) -> Nominal | None:
    """Return the phrase that an aside parts from its verb: "Le club, cité par X, affirme"."""
    if sentence.word(stop - 1) != ",":
        return None
    for comma in range(stop - 3, max(0, stop - REACH), -1):
        if sentence.words[comma] in (";", ":"):
            return None
        if sentence.words[comma] == "," and _opens_aside(sentence, comma + 1):
            before = max((i for i in range(comma) if sentence.words[i] == ","), default=-1)
            of_place = before > 0 and sentence.word(before + 1) in vocabulary("of")  # "X, de Coimbra, qui"
            return _adjacent(sentence, before if of_place else comma)
        if sentence.words[comma] == "," and is_personal(sentence.word(comma + 1)):
            told = _adjacent(sentence, comma)  # "Les héritiers de X, marchand à Lens, affirment"
            joins = any(map(is_finite, sentence.tokens[:comma]))  # "P, et Anne Roy, maire, affirme"
            if told and told.person and joins and sentence.word(told.start - 1) in vocabulary("and"):
                return with_apposition(sentence, told, stop=stop)[0]
            if told and is_personal(told.noun):
                return with_apposition(sentence, told, stop=stop)[0] if told.person else told
    return None


def _opens_aside(sentence: Sentence, i: int) -> bool:
    """Return whether a relative clause, a participle, "58 ans" or "par la voix de X" begins at *i*."""
    relatives = vocabulary("relative_openers")
    governed = sentence.tokens[i].pos_ == "ADP" and sentence.word(i + 1) in relatives
    participle = is_participle(sentence.tokens[i]) or sentence.word(i + 1) in vocabulary("by")
    voice = sentence.words[i] in vocabulary("by") and {*sentence.words[i + 1 : i + 4]} & vocabulary("voices")
    admitted = any(" ".join(sentence.words[i : i + n]) in vocabulary("parentheses") for n in (2, 3))
    age = sentence.tokens[i].like_num and sentence.word(i + 1) in vocabulary("years")
    return sentence.words[i] in relatives or governed or participle or bool(voice) or admitted or age


def _adjacent(sentence: Sentence, stop: int) -> Nominal | None:
    """Return the noun phrase that fills the clause from its beginning up to item *stop*."""
    for start in range(stop - 1, max(-1, stop - REACH), -1):
        before = sentence.word(start - 1)
        if sentence.quotes[start] or sentence.words[start] in (";", ":", *DASHES):
            return None
        if start and not (before in vocabulary("clause_openers") or sentence.quotes[start - 1]):
            continue
        if opens_phrase(sentence, start) and phrase_end(sentence, start, stop=stop) == stop:
            joined = _joined(sentence, start, stop)
            nominal = read_nominal(sentence, joined, stop)
            return with_name_before(sentence, nominal) if nominal and joined == start else nominal
        if before not in vocabulary("and"):
            return None
    return None


def _joined(sentence: Sentence, start: int, stop: int) -> int:
    """Return where an enumeration begins whose last part is items *start* to *stop*: "A, B et C"."""
    before = sentence.word(start - 1)
    joins = vocabulary("and").intersection(sentence.words[start:stop])
    if before in vocabulary("and") or (before == "," and joins):
        for begin in range(start - 2, max(-1, start - 12), -1):
            if begin and sentence.words[begin - 1] not in vocabulary("clause_openers"):
                continue
            if sentence.tokens[begin].pos_ == "VERB":  # "Citant une note, A, B et C affirment"
                return start
            if opens_phrase(sentence, begin) and phrase_end(sentence, begin, stop=start - 1) == start - 1:
                part = read_nominal(sentence, begin, start - 1)
                if part and is_speaker(part) and not part.pronoun:
                    return _joined(sentence, begin, stop) if sentence.word(begin - 1) == "," else begin
            return start
    return start


def _parsed_subjects(sentence: Sentence, group: VerbGroup) -> Iterator[Token]:
    """Yield the parser's subject of the verb, then those of the verbs that it goes on from.

    One joined to a clause within may go on from the main one: "Il ignore quand il part et n'a rien dit".
    """
    verb, joined = sentence.tokens[group.at], False
    for _ in range(4):
        for child in verb.children:
            place = sentence.position(child) if child.dep_ in SUBJECTS else -1
            parted = {":", ";"} & set(sentence.words[place : group.start]) or is_asked(sentence, place)
            if 0 <= place < group.start and not parted:
                yield child
        joined |= verb.dep_ == "conj"
        if verb.dep_ not in ("conj", "xcomp", "advcl") and not (joined and verb.dep_ == "ccomp"):
            return
        verb = verb.head


def _around(sentence: Sentence, token: Token, stop: int) -> Nominal | None:
    """Return the phrase around the head *token*, at most up to item *stop*."""
    place = sentence.position(token)
    if sentence.words[place] in vocabulary("who"):
        return find_antecedent(sentence, place, token.head)
    start = max(sentence.position(token.left_edge), 0)
    while start < place and not opens_phrase(sentence, start):
        start += 1
    end = phrase_end(sentence, start, stop=stop)
    if end <= place:
        start, end = place, phrase_end(sentence, place, stop=stop)
    nominal = read_nominal(sentence, start, end)
    return with_name_before(sentence, with_apposition(sentence, nominal, stop=stop)[0]) if nominal else None


def _of_gerund(sentence: Sentence, group: VerbGroup) -> Nominal | None:
    """Return the noun phrase that a gerund hangs on, or None where that is the main subject.

    It opens its clause, as in ", un diplomate parlant de …", or is the head that the parser names.
    """
    before, first = sentence.word(group.start - 1), sentence.word(group.start)
    if before in {",", *vocabulary("in", "times")} or first in vocabulary("adverbial_clitics"):
        return None
    adjacent = _adjacent(sentence, group.start)
    head, last = sentence.tokens[group.at].head, group.start - 1
    if head.pos_ in ("VERB", "AUX") and sentence.word(group.end) != ":":
        # for the parser: "a signé une lettre ouverte demandant", but "refuse un prêt affirmant : « Q »"
        head = sentence.tokens[last - (sentence.tokens[last].pos_ == "ADJ")]
    named = head.pos_ in ("NOUN", "PROPN") and 0 <= sentence.position(head) < group.start
    return adjacent or (_around(sentence, head, group.start) if named else None)


def find_antecedent(sentence: Sentence, place: int, verb: Token) -> Nominal | None:
    """Return the phrase that the relative pronoun at *place* stands for."""
    end = place - 1 if sentence.word(place - 1) == "," else place
    if end <= 0 or sentence.quotes[end - 1]:
        return None
    if sentence.word(end - 1) in vocabulary("pronouns") and sentence.word(end - 2) in vocabulary("be"):
        return read_nominal(sentence, end - 1, end)  # "c'est lui qui, hier, a dit"
    named = _name_at(sentence, end)
    if named:
        return with_name_before(sentence, named)
    comma = _before_trade(sentence, end)
    if comma > 0 and (found := scan_left(sentence, comma, governed=True)):
        return with_apposition(sentence, with_name_before(sentence, found), stop=end)[0]
    nominal, head = None, sentence.position(verb.head)
    if verb.dep_ == "acl:relcl" and 0 <= head < end:
        nominal = around_head(sentence, head, end)
        if nominal and is_speaker(nominal) and not nominal.pronoun and _agrees(nominal, verb):
            return nominal
    found = scan_left(sentence, end, governed=True)
    thing = found and nominal and nominal.start >= found.end  # "au bord de Lens, un panneau qui"
    return with_name_before(sentence, found) if found and not thing else nominal


def _before_trade(sentence: Sentence, end: int) -> int:
    """Return the comma before the trade, age or post that ends at *end*, or -1.

    "Luc Roux, un géomètre de 58 ans qui"; "Anne Roy, gérante d'un bar à Lens, qui".
    """
    for start in range(end - 1, max(0, end - _TRADE), -1):
        if sentence.words[start - 1] != ",":
            continue
        word, whole = sentence.words[start], phrase_end(sentence, start, stop=end) == end
        if word in vocabulary("indefinite"):
            told = is_occupation(sentence.word(start + 1)) or sentence.words[end - 1] in vocabulary("years")
            return start - 1 if told and whole else -1
        post = is_personal(word) and not any(map(is_finite, sentence.tokens[start:end]))
        return start - 1 if post else -1
    return -1


def _agrees(nominal: Nominal, verb: Token) -> bool:
    """Return whether *nominal* can be the subject of *verb* by its number: not "un chiffre … qui parlent"."""
    finite = next((t for t in (verb, *verb.children) if is_finite(t) and t.i <= verb.i), verb)
    number = "".join(finite.morph.get("Number")).lower()
    return not nominal.number or not number or nominal.number == number


def _name_at(sentence: Sentence, end: int) -> Nominal | None:
    """Return the proper name that ends at item *end* and stands apart: ", notamment la Suède, qui …"."""
    for start in range(end - 1, max(-1, end - 8), -1):
        if sentence.words[start] in {",", *vocabulary("for_example")}:
            proper = any(sentence.tokens[i].ent_type_ for i in range(start + 1, end))
            whole = opens_phrase(sentence, start + 1) and phrase_end(sentence, start + 1, stop=end) == end
            nominal = read_nominal(sentence, start + 1, end) if proper and whole else None
            return _with_role_before(sentence, nominal) if nominal else None
    return None


def _with_role_before(sentence: Sentence, nominal: Nominal) -> Nominal:
    """Return *nominal*, a name between commas, with the role it stands beside."""
    if not nominal.person:
        return nominal
    stop = nominal.start - 1
    for start in range(stop - 1, max(-1, stop - 15), -1):
        if sentence.words[start] in (",", ";") or sentence.quotes[start]:
            break
        inside = sentence.tokens[start - 1].pos_ == "ADP"  # "sa cheffe de cabinet, Anne Roy, qui"
        if not inside and opens_phrase(sentence, start) and phrase_end(sentence, start, stop=stop) == stop:
            role = read_nominal(sentence, start, stop)
            if role and role.noun and not role.person:
                return with_apposition(sentence, role)[0]
    return nominal
