"""Where the counted are: the place that is named behind them."""

from itertools import dropwhile, takewhile

from dossier.language import Paragraph
from dossier.quantities.units import words
from dossier.tokens import Span, Token

_APART = ',;:(«“"'  # behind these no place of the counted is named: "lots de « Petit Jura »"
_NEAR = 14  # tokens after the counted thing in which its place may be named


def find_place(paragraph: Paragraph, token: Token) -> str:
    """Return the place that is named next after *token* in its sentence, behind a preposition of place.

    Where it names what for, the place is none of the counted: "des obus destinés à l'offensive en Syrie"; but
    they are where they fight: "envoyés pour aider l'armée sur le champ de bataille en Syrie". Of several,
    "vers Lyon et Nantes", none is the place of all.
    """
    stop = min(token.sent.end, token.i + _NEAR)
    inside = aimed = False
    for other in paragraph.doc[token.i + 1 : stop]:
        if other.text in _APART or other.pos_ in ("NUM", "SCONJ") or other.lower_ in words("grammar.away"):
            return ""
        aimed |= other.lemma_ in words("grammar.purpose") and other.dep_ != "case"
        if other.lower_ in words("grammar.field"):
            inside = aimed = False
        inside = inside and not (other.pos_ == "VERB" and other.morph.get("Mood"))
        if other.ent_type_ == "LOC" and inside and not aimed:
            entity = next(e for e in paragraph.doc.ents if e.start <= other.i < e.end)
            return "" if _is_one_of_several(entity) else str(entity.text)
        locative = other.lower_ in words("grammar.locative")
        if other.pos_ == "ADP" or locative:
            inside = locative or (inside and other.lower_ in words("grammar.of_the"))
    return ""


def _is_one_of_several(place: Span) -> bool:
    """Tell whether "et" or "ou" joins another to *place*, behind commas, too: "à Lyon, Nantes ou Brest"."""
    behind = place.doc[place.end : place.sent.end]
    listed = takewhile(
        lambda t: t.ent_type_ == "LOC" or t.pos_ in ("ADP", "DET", "CCONJ") or t.text == ",", behind
    )
    joined = dropwhile(lambda t: t.lower_ not in words("grammar.joined"), listed)
    return any(t.ent_type_ == "LOC" and not t.dep_.startswith("nsubj") for t in joined)
