"""Sentences put together from templates and typed parts, or of the articles where they are told in them."""

from collections import defaultdict
from collections.abc import Iterable
from functools import partial

from dossier import i18n
from dossier.i18n import _, interleave, listed, ngettext, quoted
from dossier.records import Claim, Part, Parts, Quotation, identity
from dossier.view import Record, View, figure_of, is_name, places, quotes_whole
from dossier.view.speech import balanced, cut

Piece = str | Part | Parts
Said = Claim | Quotation
_NEAR = 60  # characters between a verb of speaking and what is said
MOST = 12  # in one list of a sentence: nobody reads more, and a thousand would be a page of their own


def fill(template: str, **pieces: Piece) -> Parts:
    """Return *template* with each ``{name}`` replaced by the piece of that name.

    The template is a whole sentence, so that another language can order its pieces otherwise.
    """
    found = [part for piece in i18n.fill(template, **pieces) for part in as_parts(piece)]
    texts = i18n.nested("\0".join(part.text for part in found)).split("\0")
    return tuple(part._replace(text=text) for part, text in zip(found, texts, strict=True))


def as_parts(piece: Piece) -> Parts:
    """Return *piece* as parts; an empty text as none."""
    if isinstance(piece, Part):
        return (piece,)
    if isinstance(piece, str):
        return (Part(piece),) if piece else ()
    return piece


def joined(pieces: Iterable[Piece], *, between: str = "", most: int = MOST, itemised: bool = False) -> Parts:
    """Return *pieces* as one list, ``a, b and c``, or with *between* between each two.

    A list names *most* at most, then how many more there are; sentences, a blank between them, all stand. A
    page may set one that is *itemised* as a list.
    """
    items = [as_parts(piece) for piece in pieces]
    if (more := len(items) - most) > 0 and between != " ":
        rest = (
            ngettext("and {n} more", "and {n} more", more)
            if between
            else ngettext("{n} more", "{n} more", more)
        )
        items = [*items[:most], as_parts(rest)]
    if between:
        parted = Part(between, kind="item" if itemised else "")
        items = [item for piece in items for item in ((parted,), piece)]
        items = [(Part("", kind="item"),), *items[1:]] if itemised else items[1:]
    else:
        items = [as_parts(piece) for piece in interleave(items)]
    return tuple(part for item in items for part in item)


def cited(view: View, records: Iterable[Record], kind: str = "cite") -> Parts:
    """Return the articles of *records* in brackets, each linked to its first sentence there."""
    links = [Part(label, anchor, kind) for label, anchor in places(view, records, short=True)]
    return fill(_(" ({sources})"), sources=joined(links, between=_("; "))) if links else ()


def plain(parts: Parts) -> str:
    """Return *parts* as text."""
    return "".join(part.text for part in parts)


Span = tuple[int, int]


def claimed_figures(view: View, topic: str) -> list[Claim]:
    """Return the figures on *topic* that somebody claims in body text, in the order of their days."""
    rows = (c for c in view.analysis.claims if c.topic == topic and figure_of(c) and c.claimant)
    return sorted((c for c in rows if c.section == "body"), key=view.order)


def is_margin(claim: Said) -> bool:
    """Tell whether a figure says by how much another differs: "33 de plus que les 270"."""
    return isinstance(claim, Claim) and claim.change in ("more", "fewer")


def ranked_figures(view: View, topic: str) -> list[Claim]:
    """Return the figures about *topic*, planned ones too: those of a heading, then those somebody claims."""
    rows = [c for c in view.analysis.claims if c.topic == topic and figure_of(c) and c.stance != "deny"]
    rows = [c for c in rows if not is_margin(c)]
    headed = {(c.article_id, end) for c in rows if c.section != "body" for end in (c.low, c.high)}
    rows = sorted((c for c in rows if c.section == "body"), key=view.order)
    return sorted(rows, key=lambda c: ((c.article_id, c.low or c.high) not in headed, not c.claimant))


def in_their_words(view: View, claims: Iterable[Said]) -> tuple[Parts, ...]:
    """Return the sentences that hold *claims*, whole, those that follow each other as one passage.

    Before a sentence that points back ("ces suppressions", "la direction") stands the one before it in its
    paragraph. Whose a figure is follows in brackets where no word of the passage says it and the
    investigation asks for topics. What articles have in the same words stands once.
    """
    held: dict[str, dict[Span, list[Said]]] = defaultdict(dict)
    for claim in sorted(claims, key=lambda c: (view.articles[c.article_id].published.date, c.start)):
        for span in view.passage(claim.article_id, claim.start, claim.end, partial(unnamed, view, claim)):
            held[claim.article_id].setdefault(span, []).append(claim)
    found: dict[str, list[Said]] = {}
    for article_id, spans in held.items():
        text = view.articles[article_id].text
        runs: list[tuple[Span, list[Said]]] = []
        for (start, end), rows in sorted(spans.items()):
            follows = runs and text[runs[-1][0][1] : start] in ("", " ")
            (first, _end), before = runs.pop() if follows else ((start, end), [])
            runs.append(((first, end), [*before, *rows]))
        for (start, end), rows in runs:
            found.setdefault(" ".join(text[start:end].split()), []).extend(rows)
    return tuple(_quoted(view, words, rows) for words, rows in found.items())


def _quoted(view: View, words: str, claims: list[Said]) -> Parts:
    records = tuple(dict.fromkeys(map(identity, claims)))
    said = Part(quoted(balanced(words.lstrip("-–— "))), "", "fr", records)
    asked = claims if view.own_topics else ()
    whose = dict.fromkeys(name for claim in asked for name in unnamed(view, claim, words))
    told = _("{figure} ({beside}){sources}") if whose else _("{figure}{sources}")
    return fill(told, figure=said, beside=listed(whose), sources=cited(view, claims))


def unnamed(view: View, claim: Said, words: str) -> list[str]:
    """Return whom *claim* belongs to by name, in a first draft is said by, and whom *words* do not name."""
    forms = {actor.name: (actor.name, *actor.aliases) for actor in view.analysis.investigation.actors}
    said, own = (claim.speaker, ()) if isinstance(claim, Quotation) else (claim.claimant, claim.owner)
    whose = (*own, *(said if view.unasked and quotes_whole() else ()))
    forms |= {name: (name, name.split()[-1]) for name in said if name not in forms}
    named = filter(is_name, dict.fromkeys(whose))
    return [name for name in named if not any(form in words for form in forms.get(name, (name,)))]


def whole_words(view: View, said: Quotation, longest: int = 10_000) -> str:
    """Return *said* from its verb on, which may say the contrary: "a réfuté l'idée d'un prêt".

    Behind an English name it is its sentence, if that is not too long, no clause that the name would open.
    What stands alone is told alone: words between marks that are a sentence, and those too many.
    """
    text = view.articles[said.article_id].text
    begin = max(0, said.content_start - len(said.cue) - _NEAR)
    at = text.find(said.cue, begin, said.content_start) if said.cue else -1
    words = " ".join(text[at if at >= 0 else said.content_start : said.content_end].split())
    words = words.removesuffix(")") if words.count(")") > words.count("(") else words
    first, last = view.sentences(said.article_id, said.start, said.end)[-1]
    if at >= first and said.kind != "direct" and not quotes_whole() and last - first <= longest:
        return balanced(" ".join(text[first:last].split()).removesuffix("."))
    words += cut(text[said.content_end : last]) if at >= 0 else ""
    return balanced(words) if said.kind != "direct" and len(words) <= longest else said.text
