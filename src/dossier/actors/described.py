"""What an article says of a person: name, roles, gender and age, by the words around the name."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import takewhile

from dossier.actors.speakers import category_of
from dossier.lexicons import load_lexicon
from dossier.syntax.vocabulary import (
    epithets,
    gender_of_name,
    is_occupation,
    is_personal,
    roles,
    titles,
    vocabulary,
)
from dossier.tokens import Doc, Span, Token

_AGE = re.compile(r"\s*,\s*(?:\w+ [\w-]+ \w+ )?(\d\d)\s+ans\b")


@dataclass(slots=True)
class Person:
    """A person of the article, with all that its text says of them so far."""

    name: str
    role: str = ""
    gender: str = ""
    nouns: set[str] = field(default_factory=set)
    roles: set[str] = field(default_factory=set)
    age: int = 0

    def learn(self, role: str, noun: str, gender: str, *, shown: bool = True) -> None:
        """Remember a role, of offices or else of all the longest as that to show, if it may be *shown*."""
        if shown and noun and (_is_office(role), len(role)) > (_is_office(self.role), len(self.role)):
            self.role = role
        self.gender = self.gender or gender_of_name(self.name) or gender  # "Anne Roy, chef de file"
        self.nouns |= {noun} - {""}
        self.roles |= {role} - {""}


def _is_office(role: str) -> bool:
    return category_of(role) in ("official", "expert")


def has_no_role(person: Person) -> bool:
    """Return whether the article gives *person* no role so far but what only tells who it is: "sa rivale"."""
    return not person.nouns - epithets() - vocabulary("relational_roles")


def learn_beside(person: Person, doc: Doc, first: int, entity: Span) -> None:
    """Learn of *person*, whose name *entity* begins at *first*, what the words around it tell."""
    while first < entity.end - 1 and is_personal(doc[first].lower_):
        first += 1  # the model takes "président Obama" for a name
    found = [*_roles_before(doc, _before_title(doc, first), entity), *_roles_behind(person, doc, entity)]
    for role, noun in [*found, *_offices_of(entity)]:
        person.learn(role, noun, roles().gender.get(noun, ""))
    if age := _AGE.match(str(doc[entity.end :].text[:48])):
        person.age = int(age.group(1))
    for token in doc[max(0, first - 1) : first + 1]:
        person.gender = person.gender or titles().get(token.lower_, "")
        person.nouns |= set(load_lexicon("sources")["title_roles"].get(token.lower_, ()))
    person.nouns |= set(load_lexicon("sources")["office_verbs"].get(_verb_of(entity).lemma_, ()))
    person.gender = person.gender or gender_of_name(person.name) or gender_behind(doc[entity.end :][:3])


def gender_behind(beside: Span) -> str:
    """Return the gender that the article of what somebody is gives: ", une Briviste", ", un géomètre"."""
    words = [token.lower_ for token in beside]
    if len(words) < 3 or words[0] != "," or words[1] not in vocabulary("indefinite"):
        return ""
    told = is_occupation(words[2]) or beside[2].is_title
    return ("fem" if words[1] in vocabulary("feminine_openers") else "masc") if told else ""


def _roles_before(doc: Doc, led: int, entity: Span) -> Iterator[tuple[str, str]]:
    """Yield the roles before the name *entity* or its title at *led*, each with its noun.

    None is a verb, "juge le politologue X", or another's, "l'épouse de X", "l'avocat du maire X".
    """
    # "selon le procureur, Luc Morel a tiré" gives Luc Morel no role
    apart = doc[led - 1].text == "," and doc[entity.end : entity.end + 1].text not in ("", ",", ".")
    sourced = apart and doc[entity.sent.start].lower_ in vocabulary("preposition_starts")
    owned = doc[max(0, led - 1)].lower_ in vocabulary("bare_of")
    comma = doc[led - 1].text == ","
    for i in () if sourced or owned else range(led - 1, max(-1, led - 7), -1):
        word = doc[i].lower_
        if word == "," and i < led - 1:
            break
        if doc[i].pos_ in ("VERB", "AUX") or word in vocabulary("role_stops"):
            break
        before = doc[i - 1].lower_ if i else ""
        if is_personal(word) and not is_personal(before):  # "directeur général"
            if i < led - 1 and doc[i + 1].lower_ in vocabulary("singular_definite"):
                break
            several = comma and doc[i].morph.get("Number") == ["Plur"]  # "à des élus, Mme Roux a écrit"
            yield "" if several else _role_words(doc[i:led]), word
            if before in vocabulary("of"):
                break


def _roles_behind(person: Person, doc: Doc, entity: Span) -> Iterator[tuple[str, str]]:
    """Yield the role between commas behind the name *entity*; *person* is of the body named there."""
    beside = doc[entity.end + 1 : entity.end + 9] if doc[entity.end : entity.end + 1].text == "," else ()
    if affiliated := _affiliation(doc, entity.end + 1 if beside else -1):
        person.role = person.role or affiliated
    for token in beside:
        if token.text in (",", ".", ";") or token.pos_ in ("VERB", "AUX", "ADP"):
            break
        if is_personal(token.lower_) or (token.pos_ == "NOUN" and is_occupation(token.lower_)):
            # "du président Obama, le républicain poursuit": the next subject
            behind = doc[token.i + 1 : token.i + 2]
            if token.dep_ != "nsubj" and not any(word.pos_ in ("VERB", "AUX") for word in behind):
                yield token.text, token.lower_
            break


def _before_title(doc: Doc, first: int) -> int:
    """Return where the title before the name at *first* begins: "chef du service, le Dr Morel"."""
    while first > 1 and doc[first - 1].lower_ in (*titles(), *vocabulary("definite_articles")):
        first -= 1
    return first


def _verb_of(entity: Span) -> Token:
    """Return the verb that *entity* is the subject of: "X dirige le port", "X, qui dirige"; else it."""
    word = entity.root
    verbs = (t for t in word.children if t.dep_ == "acl:relcl" and t.left_edge.lower_ in vocabulary("who"))
    return word.head if word.dep_ == "nsubj" else next(verbs, word)


def _offices_of(entity: Span) -> Iterator[tuple[str, str]]:
    """Yield the offices that *entity* is said to have, each with its noun: "X était maire", "Y, nommée juge".

    What one is no longer he was: "Z n'est plus ministre".
    """
    word, head, nouns = entity.root, entity.root.head, []
    for verb in (head, *word.children):
        made = verb.lemma_ in vocabulary("appointing") and (verb.dep_ == "acl" or word.dep_ == "nsubj:pass")
        if made or (verb is head and verb.lemma_ in vocabulary("becoming")):
            nouns += [token for token in verb.children if token.dep_ in ("xcomp", "obj")]
    beside = {token.lower_ for token in head.children if token.i < head.i}
    be = any(token.dep_ == "cop" and token.morph.get("Mood") == ["Ind"] for token in head.children)
    no_longer = not vocabulary("no_longer").isdisjoint(beside)
    if word.dep_ == "nsubj" and be and (no_longer or vocabulary("negators").isdisjoint(beside)):
        nouns.append(head)
    former = load_lexicon("sources")["former"] if no_longer else {}
    for noun in nouns:
        if noun.pos_ in ("NOUN", "VERB") and _is_office(noun.lower_):
            behind = takewhile(_is_of_role, noun.doc[noun.i + 1 : noun.sent.end])
            last = max((token.i for token in behind if token.pos_ != "CCONJ"), default=noun.i)
            led = former.get(roles().gender.get(noun.lower_) or gender_of_name(entity.text) or "masc", "")
            yield f"{led} {noun.doc[noun.i : last + 1].text}".strip(), noun.lower_


def _is_of_role(token: Token) -> bool:
    named = token.pos_ in ("ADJ", "DET", "NOUN", "PROPN", "CCONJ")
    return named or token.lower_ in vocabulary("of", "bare_of")


def _affiliation(doc: Doc, at: int) -> str:
    """Return "de la CGT" at token *at*, behind a name and its comma; nothing where no body is named so."""
    if at < 0 or doc[at : at + 1].text.lower() not in vocabulary("of"):
        return ""
    named = next((e for e in doc.ents if at < e.start <= at + 2 and e.label_ == "ORG"), None)
    return str(doc[at : named.end].text) if named is not None else ""


def _role_words(span: Span) -> str:
    """Return the words of a role without the title or comma that leads to the name."""
    end = len(span)
    while end > 1 and (span[end - 1].is_punct or span[end - 1].lower_ in titles()):
        end -= 1
    text = str(span[:end].text)
    return text[0].lower() + text[1:] if span[0].is_sent_start and span[0].pos_ == "NOUN" else text
