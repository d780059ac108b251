"""An investigation drafted from a folder of articles: what they count, tell, and who speaks in them."""

from itertools import islice
from pathlib import Path

from dossier.analysis import Analysis
from dossier.drafting.idle import find_idle, find_name, find_title, shared_words, small_words
from dossier.drafting.matters import find_events, find_figures, find_pages, find_themes, find_topics, unknown
from dossier.drafting.people import find_actors, find_sides
from dossier.drafting.write import (
    Draft,
    Proposal,
    Seen,
    head,
    missing_lines,
    write_draft,
    write_sources,
    write_suggestions,
)
from dossier.edtf import in_words
from dossier.i18n import _
from dossier.investigation import Investigation
from dossier.language import Parsed, parse
from dossier.registry import build_registry
from dossier.syntax.vocabulary import is_personal
from dossier.tokens import Span

LOOKED_AT = 60  # articles whose words are counted once more


def build_draft(analysis: Analysis, kept: Path | None = None) -> Draft:
    """Return what the articles of *analysis* propose and its investigation does not have yet.

    Articles that the folder *kept* holds parsed are not parsed once more.
    """
    readable = analysis.readable
    texts = [article.text for article in readable[:LOOKED_AT]]
    words = list(parse(islice(readable, LOOKED_AT), kept))
    asked = analysis.investigation
    sides = () if asked.sides else find_sides(analysis)
    titles, small = [article.title for article in readable], small_words(texts)
    return Draft(
        title=find_title(titles, small, shared_words(texts)) or _neutral(texts, words, small, asked),
        figures=find_figures(analysis),
        pages=find_pages(analysis),
        topics=unknown(find_topics(analysis), asked),
        events=unknown(find_events(analysis, words), asked),
        actors=unknown(find_actors(analysis, sides), asked),
        sides=sides,
        themes=unknown(find_themes(analysis, words), asked),
    )


def _neutral(texts: list[str], parsed: list[Parsed], small: set[str], asked: Investigation) -> str:
    """Return a title that says no more than which place or body most of *texts* name, or their months."""
    registry = build_registry(asked)
    found = (e for one in parsed for p in one.paragraphs for e in p.doc.ents if e.label_ != "PER")
    names = (e.text for e in found if not e[-1].text.endswith("-") and not _is_office(e))
    papers = {one.article.outlet for one in parsed}
    name = find_name(texts, (n for n in names if n not in papers and not registry.resolve(n)), small)
    months = sorted(one.article.published.date[:7] for one in parsed if one.article.published.date)
    when = "/".join(dict.fromkeys((months[0], months[-1]))) if months else ""
    return _("Dossier: {matter}", matter=name or in_words(when)) if name or when else ""


def _is_office(name: Span) -> bool:
    """Tell whether *name* is what somebody is minister of, "des Travaux publics", or the minister."""
    return any(is_personal(word.lower_) for word in name.doc[max(0, name.start - 3) : name.start + 1])
