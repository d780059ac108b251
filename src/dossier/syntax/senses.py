"""In which sense a verb names an event: "se rendre", "recevoir" somebody, or only that one took place.

And which noun that names one a pronoun stands for.
"""

from __future__ import annotations

import functools
from itertools import takewhile
from typing import TYPE_CHECKING

from dossier.lexicons import word_set
from dossier.syntax.inflection import inflect, is_participle, is_predicate
from dossier.syntax.vocabulary import is_personal, names_bodies, vocabulary

if TYPE_CHECKING:
    from dossier.tokens import Span, Token

words = functools.partial(word_set, "events")


def is_reflexive(verb: Token) -> bool:
    """Return whether "se" stands with *verb* itself: not in "se sont fait arrêter"."""
    caused = verb.morph.get("VerbForm") == ["Inf"] and verb.i > 0 and verb.nbor(-1).pos_ in ("AUX", "VERB")
    taken = any(child.lower_ in words("reflexives") for child in verb.children)
    return verb.pos_ == "VERB" and taken and not caused


def is_of_people(verb: Token) -> bool:
    """Return whether *verb* names an event of people only."""
    return verb.lemma_ in words("of_people")


def is_done_to_people(verb: Token) -> bool:
    """Return whether *verb*, where it names an event of people only, is not done to things.

    "Recevoir une plainte" is no meeting, "arrêter la production" no arrest, "le différend est né" no birth.
    """
    if not is_of_people(verb):
        return True
    born = verb.lemma_ in vocabulary("with_be")
    taking = ("nsubj" if born else "obj", "nsubj:pass")
    done_to = [c for c in verb.children if c.dep_ in taking or c.lower_ in words("things")]
    done_to += [verb.head] if verb.dep_ == "acl" else []
    if verb.dep_ == "advcl" and not done_to:  # "née en 2017, la compagnie"
        done_to = [child for child in verb.head.children if child.dep_.startswith("nsubj")]
    return not done_to or any(_is_somebody(token, body=not born) for token in done_to)


def _is_somebody(token: Token, *, body: bool) -> bool:
    named = token.pos_ in ("PROPN", "PRON", "DET") or token.ent_type_ in ("PER", "ORG")
    named &= token.lower_ not in words("things")
    people = words("wanted") | word_set("topics", "people.words") | word_set("dates", "people")
    known = is_personal(token.lemma_) or token.lemma_ in people
    return named or known or (body and names_bodies(token.lemma_))


def is_of_reporters(verb: Token, *, own: bool = False) -> bool:
    """Return whether those who write the article do what *verb* says, or ask: "joint mardi par l'AFP".

    In their *own* voice, also what is done with them: "nous a reçus", "a répondu à nos questions".
    """
    acting = [child for child in verb.children if child.dep_ in ("nsubj", "obl:agent")]
    marks = words("ours") | word_set("agencies", "names")
    verbs = [verb, *([verb.head] * (verb.dep_ == "xcomp")), *(c for c in verb.children if c.dep_ == "xcomp")]
    ours = any(
        token.text in marks
        or (token.lemma_ in words("reporters") and any(part.text in marks for part in token.subtree))
        for token in acting
    )
    ours |= own and any(
        token.lower_ in words("us")
        or (token.lemma_ in words("asked_of") and any(part.text in words("ours") for part in token.children))
        for one in verbs
        for token in one.children
    )
    asked = verb.lower_ in word_set("syntax", "asked") and verb.dep_ in ("acl", "advcl")
    return ours or (asked and not acting)


def supports(verb: Token) -> bool:
    """Return whether *verb* says no more than that something took place ("s'est déclaré")."""
    written = {f"{se} {verb.lemma_}".replace("' ", "'") for se in words("reflexives") if is_reflexive(verb)}
    return not words("support").isdisjoint({verb.lemma_, *written})


def stood_for(token: Token) -> Token:
    """Return the noun that "celui" with a complement stands for ("ce vote suit celui des élus"), or *token*.

    It is the nearest before it, of its gender and number, that is no complement of another noun.
    """
    pronoun = token.pos_ == "PRON" and token.lower_ in words("that_of")
    if not (pronoun and any(child.dep_ == "nmod" and child.i > token.i for child in token.children)):
        return token
    before = reversed(token.doc[token.sent.start : token.i])
    nouns = (noun for noun in before if noun.pos_ == "NOUN" and noun.dep_ != "nmod")
    alike = ("Gender", "Number")
    return next((n for n in nouns if all(n.morph.get(f) == token.morph.get(f) for f in alike)), token)


def resumed(pronoun: Token) -> Token:
    """Return the subject of the sentence before that alone agrees with *pronoun*, else *pronoun*.

    "La mine a rouvert lundi. Elle a été fermée un an."
    """
    first = pronoun.sent.start
    if pronoun.lower_ not in vocabulary("personal_subjects") or not first:
        return pronoun
    alike = ("Gender", "Number")
    before = (t for t in pronoun.doc[first - 1].sent if t.dep_.startswith("nsubj"))
    nouns = [t for t in before if all(t.morph.get(f) == pronoun.morph.get(f) for f in alike)]
    return nouns[0] if len(nouns) == 1 and nouns[0].pos_ == "NOUN" else pronoun


def dated_noun(date: Span) -> Token | None:
    """Return the noun that alone has the day *date*, not what is done to it: "revenir sur le bal du 12 mars".

    What is done by it or on its occasion has its day too: "la foire de mai a réuni", "vu au bal de samedi".
    """
    root, noun = date.root, date.root.head
    led = vocabulary("of").intersection(part.lower_ for part in root.children if part.dep_ == "case")
    times = word_set("quantities", "time") | vocabulary("parts_of_time")
    if root.dep_ != "nmod" or not led or noun.pos_ != "NOUN" or noun.lemma_ in times:
        return None
    ahead = word_set("dates", "expected")  # "prévu pour la rentrée de mai"
    chain = takewhile(lambda token: token.pos_ not in ("VERB", "AUX"), (noun, *noun.ancestors))
    for part in chain:
        cases = {child.lower_ for child in part.children if child.dep_ == "case"}
        topical = cases & vocabulary("topical") and part.head.lower_ not in ahead
        if topical or (part.dep_ == "obj" and not cases):
            return noun
    return None


def dated_participle(date: Span, *, aside: bool = False) -> Token | None:
    """Return the participle that alone has the day *date*: "la toile vendue mardi ne partira pas".

    One said of a subject, right before its verb; with *aside*, one between commas or of an apposition too.
    """
    before = takewhile(
        lambda t: t.pos_ not in ("PUNCT", "AUX"), reversed(date.doc[date.sent.start : date.start])
    )
    verb = next((token for token in before if token.pos_ == "VERB"), None)
    if verb is None or verb.dep_ != "acl" or not is_participle(verb) or verb.morph.get("Tense") == ["Pres"]:
        return None
    if gathers(verb):
        return None
    of_subject = verb.head.dep_.startswith("nsubj") and verb.nbor(-1).pos_ != "PUNCT"
    closed = date.doc[min(date.end, len(date.doc) - 1)].pos_ != "PUNCT"
    told = any(child.dep_.startswith("aux") for child in verb.children)
    return verb if not told and verb.head.i < verb.i and (aside or (of_subject and closed)) else None


def stands_behind(head: Token, date: Span | None) -> Token | None:
    """Return the noun that the clause of *head* only says something of, None where it tells by itself.

    "La toile vendue mardi", "le peintre, mort en 1957,", "le maire, que nous avons vu lundi,": not "c'est lui
    qui crie". A participle that opens the sentence says it of what follows, and stands for it. So does a
    happening known by its *date*, or beside the clause: "l'accident de mardi", "après un feu de mars".
    """
    if date is not None and (aside := aside_participle(date)) and head in aside:
        return head.head if head.dep_.startswith("acl") else _noun_before(head) or head
    if head.pos_ == "NOUN" and not any(child.dep_ == "cop" for child in head.children):
        bare = head.left_edge == head and head.i and head.nbor(-1).text == ","
        if date is None or bare:  # "mort en 1957"
            noun = head.head if head.dep_ == "appos" else _noun_before(head)
            return noun if bare and (date is not None or noun == head.head) else None
        by, between = date.root, {token.lower_ for token in head.doc[head.i + 1 : date.start]}
        of = bool(between) and between <= vocabulary("of")
        of |= by.head == head and any(c.lower_ in vocabulary("of") for c in by.children if c.dep_ == "case")
        of |= by.head.dep_ == "acl" and by.head.head == head
        known = any(c.dep_ == "det" and c.lemma_ in words("definite") for c in head.children)
        return head if of and (known or head.dep_.startswith(("nmod", "obl"))) else None
    chunk = takewhile(lambda t: t.pos_ != "PUNCT", reversed(head.doc[head.sent.start + 1 : head.i + 1]))
    led = next((token for token in chunk if "Rel" in token.morph.get("PronType")), None)
    while head.dep_ == "conj" and is_predicate(head.head):
        head = head.head
    said = head.dep_ == "acl:relcl" or (head.dep_ == "acl" and inflect(head).form != "Fin")
    noun = head.head if said else led and _noun_before(led)
    before = head.doc[head.sent.start + 1 : noun.i + 1 if noun is not None else head.i]
    cleft = any(t.nbor(-1).lower_ in vocabulary("it_is") and t.lower_ in vocabulary("be") for t in before)
    return None if cleft else noun


def _noun_before(word: Token) -> Token | None:
    before = reversed(word.doc[word.sent.start : word.i])
    return next((token for token in before if token.pos_ in ("NOUN", "PROPN")), None)


def is_of_object(date: Span, verb: Token) -> bool:
    """Tell whether *date* is of what *verb*, in the present, tells of: "raconte une fête, à la mi-juin".

    What stands between commas may be of the telling, "décrit la fête, mardi, à la barre", and what dates a
    participle is of that: "décrit une étude publiée mardi", "promet le maire, joint mardi".
    """
    behind = date.doc[verb.i + 1 : date.start]
    nouns = [token for token in behind if token.head == verb and token.dep_ in ("obj", "obl:arg")]
    cases = {child.lower_ for noun in nouns for child in noun.children if child.dep_ == "case"}
    parted = any(token.dep_ == "acl" for token in behind) or date.doc[date.start - 1].text == ","
    led = cases <= vocabulary("of") and not parted
    return bool(nouns) and led and inflect(verb).tense == "present"


def is_in_name(noun: Token) -> bool:
    """Return whether *noun* says what a body is for: "le Bureau d'enquêtes sur les accidents".

    Or opens its name: "selon l'Inspection générale d'État".
    """
    if noun.ent_type_ == "ORG" and noun.is_title and noun.i and noun.nbor(-1).text.islower():
        return True
    while noun.dep_ == "nmod" and noun.head is not noun:
        noun = noun.head
        if noun.ent_type_ == "ORG" and noun.is_title:
            return True
    return False


def gathers(participle: Token) -> bool:
    """Return whether *participle* names the occasion of what is done: "les élus réunis mardi ont voté"."""
    asked = participle.lower_.removesuffix("s") in word_set("syntax", "asked")
    return asked or participle.lemma_ in words("gathering")


def aside_participle(date: Span) -> Span | None:
    """Return what stands between commas around *date*, if it opens with a participle of what is told once.

    "L'agence, prévenue le 12 mars, a ouvert …"; not "réunis mardi, les élus ont voté", which is one occasion.
    """
    doc, sentence = date.doc, date.sent
    commas = [token.i for token in sentence if token.text == ","]
    first = max((i + 1 for i in commas if i < date.start), default=sentence.start)
    last = min(
        (i for i in commas if i >= date.end), default=sentence.end if first > sentence.start else first
    )
    verb = doc[first]
    told = is_participle(verb) and verb.morph.get("Tense") != ["Pres"] and verb.dep_ in ("acl", "advcl")
    bare = not any(child.dep_ in ("det", "case", "nummod") for child in verb.children)
    bare &= verb.lower_ not in word_set("dates", "weekdays")
    own = first == sentence.start or date.root.head == verb or verb.pos_ == "ADJ"
    opens = bare and own and verb.pos_ in ("ADJ", "NOUN", "VERB")
    endings = tuple(word_set("syntax", "past_participles"))
    told |= opens and verb.lower_.endswith(endings)  # "Vendue en 2019, …"
    return doc[first:last] if told and first < date.start < last and not gathers(verb) else None
