"""Tense, mood, voice and polarity of a verb, read from itself and its auxiliaries."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

from dossier.syntax.vocabulary import remembered, vocabulary

if TYPE_CHECKING:
    from dossier.tokens import Token

PREDICATES = ("VERB", "AUX")


@dataclass(frozen=True, slots=True)
class Inflection:
    """How a verb stands in its clause.

    ``form`` is the VerbForm of Universal Dependencies (Fin, Inf, Part, Ger; of the auxiliary where there is
    one), ``tense`` past | present | future or empty, ``mood`` Ind | Cnd | Sub | Imp or empty. ``compound``
    marks the compound tenses, which tell what is done.
    """

    form: str
    tense: str
    mood: str
    compound: bool = False
    passive: bool = False
    negated: bool = False


@remembered
def auxiliaries(verb: Token) -> tuple[Token, ...]:
    """Return the auxiliaries and the copula of *verb*, in the order of the text."""
    return tuple(child for child in verb.children if child.dep_.startswith(("aux", "cop")))


@remembered
def is_predicate(token: Token) -> bool:
    """Tell whether *token* heads a clause: a verb, or an adjective or noun with a copula."""
    if token.dep_.startswith(("aux", "cop")):
        return False
    return token.pos_ in PREDICATES or any(c.dep_ in ("cop", "aux:tense") for c in token.children)


@remembered
def inflect(verb: Token) -> Inflection:
    """Return the inflection of *verb*, an adjective or noun with a copula included."""
    helpers = auxiliaries(verb)
    finite = next((part for part in (*helpers, verb) if part.morph.get("Mood")), None)
    main = finite or (helpers[0] if helpers else verb)
    form = "".join(main.morph.get("VerbForm")) or ("Fin" if finite else "")
    compound = any(part.dep_ == "aux:tense" for part in helpers) or _is_perfect(verb, helpers)
    mood = (
        "Cnd" if is_conditional(verb) else "Ind" if _is_imperfect(main) else "".join(main.morph.get("Mood"))
    )
    return Inflection(
        form=form,
        tense=_tense(main, compound, bare=not helpers),
        mood=mood,
        compound=compound,
        passive=_is_passive(verb, helpers),
        negated=is_negated(verb),
    )


def _tense(main: Token, compound: bool, *, bare: bool) -> str:
    tense = _summed_up(main) or morphological_tense(main)
    if tense == "Fut":
        return "future"
    if compound or tense in ("Past", "Imp"):
        return "past"
    if bare and is_participle(main):
        return "past" if tense == "Past" or not tense else "present"
    return "present" if tense == "Pres" else ""


def morphological_tense(token: Token) -> str:
    """Return the Tense feature of *token* (Pres, Imp, Fut, Past), none that its ending cannot be."""
    if _on_future_stem(token, vocabulary("personal_endings")):
        return "Fut"
    if _is_imperfect(token):
        return "Imp"
    tense = "".join(token.morph.get("Tense"))
    present = tense == "Fut" and not token.lower_.endswith(tuple(vocabulary("future_endings")))
    finite = tense == "Past" and token.morph.get("VerbForm") == ["Fin"]  # "il murmure"
    present |= finite and token.lower_.endswith(tuple(vocabulary("present_endings")))
    return "Pres" if present else tense


def _is_imperfect(token: Token) -> bool:
    """Tell whether the model takes an imperfect for a conditional, which has an r: "transportait"."""
    if token.morph.get("Mood") != ["Cnd"]:
        return False
    return not token.lower_.endswith(tuple(f"r{ending}" for ending in vocabulary("conditional_endings")))


def finite_tense(verb: Token) -> str:
    """Return the Tense feature of the finite part of *verb*: of its auxiliary where it has one."""
    finite = next((part for part in (*auxiliaries(verb), verb) if part.morph.get("Mood")), verb)
    return _summed_up(finite) or morphological_tense(finite)


def is_participle(token: Token) -> bool:
    """Return whether *token* is a participle, past or present."""
    return bool(token.morph.get("VerbForm") == ["Part"])


def may_be_of(participle: Token, *nouns: Token) -> bool:
    """Return whether *participle* is one, and can be said of one of *nouns* by its number."""
    one = participle.morph.get("Number") == ["Sing"]
    several = all(noun.morph.get("Number") == ["Plur"] for noun in nouns)
    return is_participle(participle) and not (one and several)


def _summed_up(main: Token) -> str:
    """Return Past for a future perfect that looks back: "l'affaire aura fait 131 malades"."""
    has = main.dep_ == "aux:tense" and main.lower_ in vocabulary("have")
    if not has or morphological_tense(main) != "Fut":
        return ""
    ahead = any(token.lower_ in vocabulary("by_then") for token in main.sent)
    return "" if ahead else "Past"


@remembered
def is_conditional(verb: Token) -> bool:
    """Tell whether *verb* or its auxiliary stands in the conditional: "auraient été tués".

    That is a future stem with an ending of the imperfect: "tuer-ait", not "tu-ait".
    """
    endings = vocabulary("conditional_endings")
    return any(_on_future_stem(part, endings) for part in (verb, *auxiliaries(verb)))


@remembered
def is_foreseen(verb: Token) -> bool:
    """Tell whether *verb* is the future seen from the past, no rumour: "a promis que l'usine fermerait"."""
    if not is_conditional(verb) or inflect(verb).compound:
        return False
    while verb.dep_ == "conj":
        verb = verb.head
    above = [inflect(said) for said in islice(verb.ancestors, 2)]  # "a fait savoir que"
    told = any((said.form, said.tense) == ("Fin", "past") for said in above)
    return verb.dep_ in ("ccomp", "acl") and told


def _on_future_stem(token: Token, endings: frozenset[str]) -> bool:
    form, lemma = token.lower_, token.lemma_.lower()
    stem = form.removesuffix(min(filter(form.endswith, endings), default=form))
    return stem in (lemma, lemma.removesuffix("e")) or stem in vocabulary("future_stems")


def _is_perfect(verb: Token, helpers: tuple[Token, ...]) -> bool:
    """Tell whether *verb* has its perfect with "être": "est revenu", not "a été sorti"."""
    been = any(is_participle(part) for part in helpers)
    return bool(helpers) and not been and is_participle(verb) and verb.lemma_.lower() in vocabulary("with_be")


def _is_passive(verb: Token, helpers: tuple[Token, ...]) -> bool:
    if any(part.dep_ == "aux:pass" for part in helpers):
        return not _is_perfect(verb, helpers)
    participle = is_participle(verb) and verb.morph.get("Tense") != ["Pres"]
    return participle and not helpers and not any(child.dep_ == "obj" for child in verb.children)


def is_negated(verb: Token) -> bool:
    """Tell whether *verb* is negated: "ne … pas", "aucun … ne"; "ne … que" only restricts."""
    parts = [child for part in (verb, *auxiliaries(verb)) for child in part.children if child.dep_ != "mark"]
    parts += [part for child in parts if child.lower_ in vocabulary("still") for part in child.children]
    around = {part.lower_ for part in parts}  # "n'est pas encore signée": the parser gives "pas" to "encore"
    words = around | {child.lemma_ for child in verb.children}
    if words.isdisjoint(vocabulary("negators")):
        return False
    taking = [child for child in verb.children if child.dep_.startswith(("nsubj", "obl", "obj", "conj"))]
    taking += [part for child in taking for part in child.children]
    nobody = any(part.lemma_ in vocabulary("none") for part in taking)
    return nobody or (bool(words & vocabulary("negation")) and not around & vocabulary("only"))


def is_withheld(verb: Token) -> bool:
    """Tell whether the infinitive *verb* is what a negated one leaves undone: "rien ne permet de dire"."""
    above = verb.head
    infinitive = verb.morph.get("VerbForm") == ["Inf"]
    return infinitive and above.lemma_ in vocabulary("withholding") and is_negated(above)


def is_called_for(verb: Token) -> bool:
    """Tell whether the infinitive *verb* is for anyone to do: "il faut dire que", not "il lui faut dire"."""
    above = verb.head
    if verb.morph.get("VerbForm") != ["Inf"] or any(c.dep_.startswith("iobj") for c in above.children):
        return False
    led = f" {verb.doc[max(verb.i - 4, 0) : verb.i].text.lower()}"
    return above.lemma_ in vocabulary("calling_for") or led.endswith(tuple(vocabulary("before_anyone_says")))


def is_supposed(verb: Token) -> bool:
    """Tell whether *verb* stands in an if-clause that supposes: "si cent soldats venaient".

    "Si cent soldats sont là, d'autres sont partis" sets one fact against another: there the if-clause is in
    the present and the main clause neither in the future nor in the conditional.
    """
    if not any(part.dep_ == "mark" and part.lower_ in vocabulary("conditions") for part in verb.children):
        return False
    if any(part.lemma_ in vocabulary("believing") for part in (verb, *verb.children)):
        return False
    main = verb.head
    modal = main.lemma_ in vocabulary("obliging")  # "il doit gagner s'il veut rester"
    return finite_tense(verb) != "Pres" or modal or finite_tense(main) == "Fut" or is_conditional(main)


def is_unreal(verb: Token) -> bool:
    """Tell whether *verb* tells what did not come to pass: "sans elle, il serait mort", "il aurait fallu".

    So does the condition: "s'il avait plu, le feu n'aurait pas pris".
    """
    if is_supposed(verb):
        return inflect(verb).compound and is_conditional(verb.head)
    first = [child for child in verb.children if child.i < verb.i and child.dep_.startswith(("obl", "nmod"))]
    cases = {part.lower_ for child in first for part in child.children if part.dep_ == "case"}
    missed = inflect(verb).compound and verb.lemma_ in vocabulary("obliging")
    supposed = any(
        child.dep_ == "advcl" and is_supposed(child) and is_unreal(child) for child in verb.children
    )
    return is_conditional(verb) and bool(missed or supposed or cases & vocabulary("without"))


def comes_after(verb: Token) -> Token | None:
    """Return the verb that "avant de" puts the infinitive *verb* behind: "sera voté avant d'être signé"."""
    led = any(child.dep_ == "mark" and child.lower_ in vocabulary("before") for child in verb.children)
    led = led and any(part.morph.get("VerbForm") == ["Inf"] for part in (verb, *auxiliaries(verb)))
    return next((above for above in verb.ancestors if above.pos_ in PREDICATES), None) if led else None


def is_fact(modal: Token) -> bool:
    """Tell whether being able or obliged is told as a fact: "a pu entrer", "peut de nouveau boire".

    "Ont dû être évacués" tells it, "a pu être causé" supposes, "pourra boire" plans, and "peut boire" alone
    leaves open whether one does.
    """
    if modal.lemma_ not in vocabulary("modals"):
        return False
    below = [child for child in modal.children if child.dep_ == "xcomp"]
    told, around = inflect(modal), [part for child in (modal, *below) for part in child.subtree]
    able = modal.lemma_ in vocabulary("able")
    if told.compound or finite_tense(modal) == "Past":
        supposed = any(auxiliaries(child) or child.pos_ == "AUX" for child in below)
        return told.negated or not (able and supposed)
    return able and told.tense == "present" and any(part.lower_ in vocabulary("by_now") for part in around)


def is_without_trace(noun: Token) -> bool:
    """Tell whether nothing shows that what *noun* names took place: "n'a aucune trace d'une visite"."""
    trace = noun.head
    if noun.dep_ != "nmod" or trace.lemma_ not in vocabulary("traces"):
        return False
    return any(child.lemma_ in vocabulary("none") for child in trace.children) or is_negated(trace.head)


def depends_on_another(verb: Token) -> bool:
    """Tell whether an if-clause that supposes goes with *verb*: "S'il gagne, l'usine fermera"."""
    return any(child.dep_ == "advcl" and is_supposed(child) for child in verb.children)
