"""Who answers for a figure: the innermost speaker, unless the newspaper itself puts the figure in."""

import re
from dataclasses import replace

from spacy.tokens import Span

from dossier.claims.context import Context, Place
from dossier.claims.holders import find_beside, find_holder, find_maker
from dossier.language import Paragraph
from dossier.lexicons import load_lexicon
from dossier.quantities import clause_of
from dossier.records import Attribution, Quantity
from dossier.syntax.inflection import auxiliaries, finite_tense, inflect
from dossier.syntax.vocabulary import vocabulary


def find_source(context: Context, quantity: Quantity, place: Place) -> Attribution | None:
    """Return the innermost attribution that lays *quantity* to somebody, else the answer it stands in.

    Who counts or claims a figure stands inside what others say of it. What the newspaper puts in by itself is
    nobody's: a note of the editor, a clause that leaves the tense of what is reported, a mere tally.
    """
    if _in_editors_note(context.parsed.article.text, quantity) or _is_converted(context, quantity):
        return None
    beside = find_beside(context, quantity, place)
    if beside and not _is_result(beside.speakers[0]):
        return beside
    holder = find_holder(context, quantity)
    holding = [
        a
        for a in context.attributions_at(quantity.start, quantity.end)
        if a.content_start <= quantity.start and quantity.end <= a.content_end
    ]
    for attribution in sorted(
        holding, key=lambda a: (a.kind == "response", a.content_end - a.content_start, a.content_start)
    ):
        speakers = _owners(context, attribution)
        if attribution.speakers and not speakers:
            continue
        if _leaves_the_report(place, attribution) or _is_of_another(place, attribution):
            continue
        inside = holder and attribution.content_start <= holder.cue_start < attribution.content_end
        between = holder and holder.cue_start < attribution.cue_start < quantity.start
        if holder and inside and not between and (holder.modality == "asserted" or not speakers):
            return holder
        return replace(attribution, speakers=speakers)
    return holder or _carried(context, quantity)


def _carried(context: Context, quantity: Quantity) -> Attribution | None:
    """Return whose report goes on to *quantity* although its clause names nobody, or None.

    "Selon X" at its head covers a sentence to its end; "P, dit X, et Q" goes on behind the inserted verb.
    """
    here = quantity.sentence_start
    before = (a for a in context.attributions if here <= a.cue_start < quantity.start and a.speakers)
    said = max(before, key=lambda a: a.cue_start, default=None)
    if said is None or said.kind == "response":
        return None
    opened = said.cue_start == said.sentence_start and said.content_end < quantity.start
    behind = context.parsed.article.text[max(said.cue_end, said.speaker_end) : quantity.start].split()
    resumed = said.content_end <= said.cue_start and {*behind[:2]} & {*load_lexicon("claims")["resuming"]}
    if opened or resumed:
        return replace(
            said, speakers=_owners(context, said), content_start=quantity.start, content_end=quantity.end
        )
    return None


def _owners(context: Context, attribution: Attribution) -> tuple[str, ...]:
    return tuple(filter(None, (_owner(context, attribution, name) for name in attribution.speakers)))


def _owner(context: Context, attribution: Attribution, speaker: str) -> str:
    """Return *speaker*, or whose tally it is: the ministry of "le bilan du ministère", else nobody.

    Results are whose they are said to be ("publiés par le ministère"), else they speak themselves.
    """
    lexicon = load_lexicon("claims")
    if _is_result(speaker) and (maker := find_maker(context, attribution)):
        return maker
    links = "|".join(sorted(lexicon["of"], key=len, reverse=True))
    tally = re.search(rf"^(?P<before>.*?)\b(?:{'|'.join(lexicon['tally'])})\b(?P<after>.*)$", speaker, re.I)
    if not tally or re.search(rf"(?<!\w)(?:{links})", tally["before"], re.I):
        return speaker
    owner = re.search(rf"(?<!\w)(?:{links})(?P<name>.+)", tally["after"], re.I)
    return owner["name"] if owner else ""


def _is_result(speaker: str) -> bool:
    lexicon = load_lexicon("claims")
    return any(word in lexicon["tally"] + lexicon["results"] for word in speaker.lower().split())


def _in_editors_note(text: str, quantity: Quantity) -> bool:
    """Tell whether *quantity* stands between brackets with a note such as NDLR."""
    before = text[quantity.sentence_start : quantity.start]
    opening = max(before.rfind("("), before.rfind("["))
    if opening < 0 or any(mark in before[opening:] for mark in ")]"):
        return False
    note = re.split(r"[)\]]", text[quantity.end : quantity.end + 120], maxsplit=1)[0]
    note = (before[opening:] + note).lower()
    return any(word in note for word in load_lexicon("claims")["editor"])


def _is_converted(context: Context, quantity: Quantity) -> bool:
    """Tell whether the newspaper puts a sum into other money: "900 dollars (environ 830 euros)"."""
    before = context.parsed.article.text[max(0, quantity.start - 60) : quantity.start]
    sum_, opened, lead = before.rpartition("(")
    money = vocabulary("currencies")
    converts = opened and lead == "" and not money.isdisjoint(sum_.lower().split()[-3:])
    return bool(converts) and not money.isdisjoint(quantity.unit.lower().split())


def _is_of_another(place: tuple[Paragraph, Span], attribution: Attribution) -> bool:
    """Tell whether "selon X" goes with a bare figure behind this one: "des milliers, 4 200 selon X"."""
    paragraph, phrase = place
    cue = paragraph.char_span(attribution.cue_start, attribution.cue_end)
    if cue is None or cue.start <= phrase.end or cue[0].pos_ != "ADP":
        return False
    first = cue.start
    while first > phrase.end and (phrase.doc[first - 1].like_num or phrase.doc[first - 1].is_digit):
        first -= 1
    return phrase.end < first < cue.start and phrase.doc[first - 1].pos_ in ("PUNCT", "CCONJ")


def _leaves_the_report(place: tuple[Paragraph, Span], attribution: Attribution) -> bool:
    """Tell whether the newspaper itself speaks in a relative clause of a reported one.

    Reported after a past verb, French shifts the tenses ("que 300 hommes se trouvaient"); a relative clause
    that stays in the present ("où l'armée occupe trois villages") is no part of what was said. So where what
    happened is told with what always is: "selon elle, on a volé une usine qui emploie 340 ouvriers".
    """
    paragraph, phrase = place
    verb = clause_of(phrase)
    if attribution.kind != "indirect" or verb is None or verb.dep_ != "acl:relcl":
        return False
    content = paragraph.char_span(attribution.content_start, attribution.content_end)
    within = range(content.start, content.end) if content is not None else range(0)
    if verb.i not in within:  # that of the source: "d'après deux témoins, qui requièrent l'anonymat, …"
        return False
    above = next((t for t in verb.ancestors if t.i in within and t.pos_ in ("VERB", "AUX")), None)
    forms = (above, *auxiliaries(above)) if above is not None else ()
    moved = any(t.morph.get("Tense") == ["Imp"] or t.morph.get("Mood") == ["Cnd"] for t in forms)
    past = above is not None and inflect(above).tense == "past" and inflect(verb).tense == "present"
    return past or (moved and finite_tense(verb) == "Pres")
