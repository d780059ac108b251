"""A claimed figure with what it counts, where and how firmly, in the words of the report."""

import re

from dossier.i18n import N_, SOURCE, _, language, pgettext, quoted, size_of
from dossier.lexicons import load_lexicon, word_set
from dossier.names import in_english, known_english
from dossier.records import Claim
from dossier.registry import inflect_adjective, name_key
from dossier.syntax.vocabulary import vocabulary
from dossier.view.french import without_articles
from dossier.view.index import Index
from dossier.view.times import time_in_words
from dossier.words import figure

CHANGES = {
    "fall": N_("a fall of {figure}"),
    "rise": N_("a rise of {figure}"),
    "fewer": N_("{figure} fewer"),
    "more": N_("{figure} more"),
}
_THAN = 20  # characters from a margin to the figure that it is one from
_FROM = "de "  # that opens a range: "de 300 à 400 postes"


def counted(index: Index, claim: Claim, *, whose: bool = True) -> str:
    """Return the figure of *claim* with what it counts: ``more than 1,500 dead or wounded a day``.

    A change is told as one: ``a fall of 3%``; *whose* it is, and of when: ``556 jobs (SFR, May 2012)``.
    What it leaves out stands there too, in English behind a colon: no words of an article end an English
    sentence. What is counted and has no known English stands in these, between “ and ”.
    """
    state = _state(claim) or (_ground(index, claim) if whose else "")
    said = _out_of(index, claim) or " ".join(filter(None, (_sized(index, claim), state)))
    if claim.change:
        said = _(CHANGES[_changed(claim)], figure=said)
    elif language() != SOURCE:
        said = f"{said}{_spread(index, claim)}"
        of, ranges = head(index, claim), claim.text.startswith(_FROM)
        if ranges and of:  # "suppression de 300 à 400 postes"
            said = f"{of}{claim.text.removeprefix(_FROM)}"
        elif claim.comparator not in ("between", "vague"):  # "suppression de entre 300 et 400 postes"
            said = f"{of}{said}" if of else _deed(index, claim, said)
        said = said.replace("'", "’")
    if other := _than(index, claim):
        said = _("{figure} than {other}", figure=said, other=_sized(index, other))
    share = claim.subject if claim.unit in ("%", "‰") and claim.subject not in claim.text else ""
    owner = (name for name in claim.owner if name != _place(index, claim))
    named = [_named(index, name) for name in dict.fromkeys((*owner, share) if whose else (share,))]
    time = time_in_words(index, claim, short=True) if whose else ""
    left = _leaving_out(index, claim) if whose else ""
    words = (left, _told_of(index, claim), _set_at(index, claim)) if whose else ()
    kept = [one for one in words if language() != SOURCE or not one.endswith("”")]
    if any(one.endswith("»") for one in kept):  # beside them a bare name is read as who speaks
        named = [_("told of {who}", who=name) for name in named if name]
    beyond = (_worldwide(index, claim), _taxed(index, claim)) if whose else ()
    beside = ", ".join(filter(None, (*named, time, *kept, *beyond)))
    said = _("{figure} ({beside})", figure=said, beside=beside) if beside else said
    return said if not left or left in kept else _(": ").join((said, left))


def _changed(claim: Claim) -> str:
    """Return which of `CHANGES` *claim* is; in French a fall of what is counted is so many fewer."""
    of_many = language() != SOURCE and claim.unit.isalpha()
    return {"fall": "fewer", "rise": "more"}.get(claim.change, claim.change) if of_many else claim.change


def _deed(index: Index, claim: Claim, said: str) -> str:
    """Return a figure with what is done to it: "supprime 300 postes" as "suppression de 300 postes".

    So where a verb is said of it, or it is added to that: "300 postes seront supprimés, ainsi que 20 là".
    """
    text, lexicon = index.articles[claim.article_id].text, load_lexicon("claims")
    *_before, last = ("", *text[claim.sentence_start : claim.start].split())
    told = index.statements.get(claim.statement_id)
    objects = told.patient if told else ()
    led = any(words in claim.text or claim.text in words for words in objects)
    led |= last in lexicon["adding"] and any(claim.unit in words for words in objects)
    noun = lexicon["deeds"].get(told.predicate if told and led else last, "")
    return _of(noun, said) if noun and claim.high != 0 else said


def head(index: Index, claim: Claim) -> str:
    """Return the words before a figure that say what it is of: "plan de départs de "."""
    text, lexicon = index.articles[claim.article_id].text, load_lexicon("claims")
    before = text[claim.sentence_start : claim.start].replace("’", "'")
    before += _FROM * claim.text.startswith(_FROM)
    heads = "|".join((*lexicon["plans"], *lexicon["balances"], *lexicon["deeds"].values()))
    found = re.search(rf"\b(?:{heads})(?: [\w'-]+){{0,3}} (?:de |d')$", before)
    return found.group() if found else ""


def _spread(index: Index, claim: Claim) -> str:
    """Return over what time a figure is, or how often: "210 embauches | sur trois ans", " chaque année"."""
    over, times = "|".join(load_lexicon("claims")["over"]), "|".join(sorted(word_set("quantities", "time")))
    return "" if claim.per else _behind(index, claim, rf"( (?:{over})(?: \w+)? (?:{times})s?)\b")


def _worldwide(index: Index, claim: Claim) -> str:
    """Return that a figure, or one that it equals, is of all the world: "8 %, soit 300 dans le monde"."""
    world, equals = ("|".join(load_lexicon("claims")[key]) for key in ("worldwide", "that_is"))
    said = _behind(index, claim, rf"(?:, (?:{equals})\b[^,;:.]*?)? ({world})\b")
    return _("worldwide") if said and not claim.place else ""


def _taxed(index: Index, claim: Claim) -> str:
    """Return whether a sum holds the taxes, where the text says so: "640.000 euros hors taxes"."""
    taxes = load_lexicon("english")["taxes"]
    said = _behind(index, claim, rf" ({'|'.join(taxes)})\b")
    return said if language() != SOURCE else taxes.get(said, "")


def _behind(index: Index, claim: Claim, pattern: str) -> str:
    """Return the group of *pattern* where it stands right behind a figure."""
    found = re.match(pattern, index.articles[claim.article_id].text[claim.end : claim.sentence_end])
    return found[1] if found else ""


def _than(index: Index, claim: Claim) -> Claim | None:
    """Return the figure from which *claim* is a margin: of "33 de plus que les 270 requis" the 270."""
    if claim.change not in ("more", "fewer"):
        return None
    near = (c for c in index.claims_of(claim.article_id) if 0 < c.start - claim.end <= _THAN)
    return next(filter(figure_of, near), None)


def _out_of(index: Index, claim: Claim) -> str:
    """Return a part with its whole and what is told of it: "sur neuf enquêtes, huit le voient en tête"."""
    if (whole := _whole(index, claim)) is None:
        return ""
    behind = index.articles[claim.article_id].text[claim.end : claim.sentence_end]
    told = quoted(re.split(r"[,;:]", behind)[0].strip(" ."))
    part = _("{part} out of {whole}", part=figure(claim), whole=_sized(index, whole))
    return part if language() == SOURCE else _(": ").join((part, told))


def _whole(index: Index, claim: Claim) -> Claim | None:
    """Return the figure that opens the sentence and of which *claim*, a bare number, is a part."""
    if not claim.unit or claim.text.casefold().endswith(claim.unit) or " " in claim.text:
        return None
    text, opens = index.articles[claim.article_id].text, load_lexicon("claims")["out_of"]
    for whole in index.claims_of(claim.article_id):  # "sur 544 votants, il y a eu 302": none of the 302
        before = text[claim.sentence_start : whole.start].casefold().split()
        opening = before and before[0] in opens and "," not in " ".join(before)
        if opening and whole.end < claim.start and whole.unit == claim.unit:
            return whole
    return None


def _leaving_out(index: Index, claim: Claim) -> str:
    """Return what a sentence sets aside before its first figure: "Sans la Corse, il a recueilli 303 voix"."""
    told = index.statements.get(claim.statement_id)
    text = index.articles[claim.article_id].text if told else ""
    before = text[claim.sentence_start : told.predicate_start if told else 0].rpartition(",")[0]
    opening, _space, rest = before.partition(" ")
    word = rest.replace("’", "'").partition(" ")[0]
    named = rest[:1].isupper() or word[: word.find("'") + 1 or None] in vocabulary("definite_articles")
    others = index.claims_of(claim.article_id)
    first = not any(claim.sentence_start <= c.start < claim.start for c in others if figure_of(c))
    said = opening.casefold() in load_lexicon("claims")["leaving_out"]
    return quoted(before) if said and named and (first or _than(index, claim)) else ""


def _set_at(index: Index, claim: Claim) -> str:
    """Return the place that a sentence opens with, if nothing else tells it: "À Brest, il exigeait 300"."""
    before = index.articles[claim.article_id].text[claim.sentence_start : claim.start]
    at = "|".join(word.capitalize() for word in load_lexicon("quantities")["grammar"]["locative"])
    found = re.match(rf"(?:{at}) (?:l[ae]s? |l['’])?[A-ZÀ-Ý][^,;:.()«»]*(?=,)", before)
    told = found is None or claim.place or any(name in found[0] for name in claim.owner)
    return "" if told or not found else quoted(found[0])


def _told_of(index: Index, claim: Claim) -> str:
    """Return what the counted is said to be: "33 sièges étaient à pourvoir" are none that somebody has.

    In brackets it is what it is of, where that is one of two: "l'une basée en Isère (2 100 employés)".
    """
    rows = index.statements_of(claim.article_id, claim.sentence_start)
    text = index.articles[claim.article_id].text if rows else ""
    each = "|".join(load_lexicon("claims")["each"])
    before = text[claim.sentence_start : claim.start].replace("’", "'")
    if of_two := re.search(rf"\b((?:{each})\b[^,;:.()«»]*) \($", before):
        return quoted(of_two[1])
    if text[claim.end :].lstrip().startswith(load_lexicon("claims")["average"]):
        return _("on average")
    for told in () if claim.state or _whole(index, claim) else rows:
        between = text[claim.end : told.predicate_start]
        if told.predicate.startswith("être ") and between and not re.search(r"[,;:«]", between):
            verb, *rest = text[max(told.start, claim.end) : told.end].split()
            counted_is = rest[:1] and rest[0] in vocabulary("articles")
            return quoted(" ".join(rest if counted_is else (verb, *rest)))
    return ""


def _state(claim: Claim) -> str:
    """Return what befell the counted, in English where each word is known."""
    words = [load_lexicon("english")["states"].get(word, "") for word in claim.state.split()]
    return claim.state if language() != SOURCE else " ".join(words) * all(words)


def _ground(index: Index, claim: Claim) -> str:
    """Return in English what is done to so much land: "hundreds of square kilometres held"."""
    words, told = load_lexicon("english")["ground"], index.statements.get(claim.statement_id)
    known = told and language() == SOURCE and claim.unit in words["units"] and told.polarity == "+"
    return str(words.get(told.predicate, "")) if told and known else ""


def _sized(index: Index, claim: Claim) -> str:
    of_one = (claim.high or claim.low) == 1 and claim.subject not in claim.text  # "trois incidents, dont un"
    thing = claim.unit if of_one else claim.subject or claim.unit
    spelt = claim.unit == "%" and not (claim.change or any(map(str.isdigit, claim.text)))  # "deux tiers"
    if language() != SOURCE and (claim.high == 0 or spelt):
        return claim.text[:1].lower() + claim.text[1:]
    if claim.unit and not any(map(str.isalpha, claim.unit)):
        return _("{figure}{sign}", figure=figure(claim), sign=claim.unit)
    if language() != SOURCE:
        said = _counted(claim, thing) if thing else figure(claim)
        return _("{figure} a {time}", figure=said, time=claim.per) if claim.per else said
    several = (claim.high or claim.low or 0) >= 2  # "une quinzaine": children
    names = (_plural(claim.unit),) if several and claim.unit and claim.subject in ("", claim.unit) else ()
    asked = index.analysis.investigation
    said = next(filter(None, (in_english(_with_others(claim, name), asked) for name in (*names, thing))), "")
    rate = load_lexicon("english")["per"].get(claim.per, "")
    said = said or (quoted(_with_others(claim, thing)) if thing else "")
    vague = claim.comparator == "vague"
    return " ".join(filter(None, (figure(claim), "of" if vague and said else "", said, rate)))


def _with_others(claim: Claim, thing: str) -> str:
    """Return the noun *thing* with what sets it apart from others counted: "les quatre autres prévenus"."""
    others = load_lexicon("claims")["others"]
    return " ".join((*(word for word in re.findall(r"\w+", claim.text) if word in others), thing))


def _plural(unit: str) -> str:
    """Return a French *unit* of more than one: "mètres cubes", "kilomètres par heure"."""
    words = unit.split(" ")
    last = next((i for i, word in enumerate(words) if word in load_lexicon("claims")["by"]), len(words))
    many = [
        inflect_adjective(word)[2] if word.isalpha() and word.islower() else word for word in words[:last]
    ]
    return " ".join((*many, *words[last:]))


def _counted(claim: Claim, thing: str) -> str:
    """Return the figure of *claim* before the French noun *thing*, as the catalogue joins the two."""
    value, many = claim.high or claim.low or 0, _plural(claim.unit)
    if value < 2 and thing.startswith(many):  # "3,2 tonnes de poissons, contre 1,2 la veille"
        thing = claim.unit + thing.removeprefix(many)
    thing = _with_others(claim, thing if claim.subject or value < 2 else _plural(thing))
    if size_of(value) is None and claim.comparator != "vague":
        return f"{figure(claim)} {thing}"
    return _of(figure(claim), thing)


def _of(said: str, thing: str) -> str:
    key = name_key(thing)
    vowel = key[:1] in "aeiouh" and not key.startswith(tuple(load_lexicon("quantities")["aspirated"]))
    if vowel:
        return pgettext("before a vowel", "{figure} of {thing}", figure=said, thing=thing)
    return _("{figure} of {thing}", figure=said, thing=thing)


def whereabouts(index: Index, claim: Claim) -> str:
    """Return the place of *claim* as it is called in English, else as the article writes it.

    A part of it stands before it: "dans l'est de la Russie".
    """
    place = _place(index, claim)
    parts, links = load_lexicon("english")["parts"], "|".join(load_lexicon("sources")["of_what"])
    behind = index.articles[claim.article_id].text[claim.end : claim.sentence_end]
    part = re.search(rf"\b({'|'.join(parts)})(?:{links}){re.escape(place)}", behind) if place else None
    if part is None:
        return _named(index, place)
    if language() != SOURCE:
        return part[0]
    return _("the {part} of {place}", part=parts[part[1]], place=_named(index, place))


def _place(index: Index, claim: Claim) -> str:
    """Return the place of *claim*; without one, that of a whole which opens the sentence of it and of a part.

    "Sur les neuf enquêtes sur l'Ohio, huit le disent, et la moyenne est de 2,3 points": Ohio for both.
    """
    told = [one for one in index.claims_of(claim.article_id) if one.sentence_start == claim.sentence_start]
    same = (one for one in told if one == claim or one.topic == claim.topic != "other")
    wholes = (whole for one in same if one.start <= claim.start and (whole := _whole(index, one)))
    return claim.place or next((whole.place for whole in wholes), "")


def _named(index: Index, name: str) -> str:
    known = known_english(name, index.analysis.investigation) if name else ""
    if language() != SOURCE:
        return without_articles(name)
    return known or (name if name[:1].isupper() else quoted(name)) if name else ""


def figure_of(claim: Claim) -> bool:
    """Tell whether *claim* states a figure, as against denying or not answering one."""
    return claim.low is not None or claim.high is not None
