"""An investigation drafted from a folder of articles: what they count, tell, and who speaks in them."""

from itertools import islice
from pathlib import Path

from dossier.analysis import Analysis
from dossier.drafting.idle import find_idle, find_title, shared_words, small_words
from dossier.drafting.matters import find_events, find_figures, find_pages, find_themes, find_topics, unknown
from dossier.drafting.people import find_actors, find_sides
from dossier.drafting.write import (
    Draft,
    Proposal,
    Seen,
    count_proposals,
    head,
    missing_lines,
    write_draft,
    write_sources,
    write_suggestions,
)
from dossier.language import parse

LOOKED_AT = 60  # articles whose words are counted once more


def build_draft(analysis: Analysis, kept: Path | None = None) -> Draft:
    """Return what the articles of *analysis* propose and its investigation does not have yet.

    Articles that the folder *kept* holds parsed are not parsed once more.
    """
    readable = [article for article in analysis.articles if article.status == "ok"]
    texts = [article.text for article in readable[:LOOKED_AT]]
    words = list(parse(islice(readable, LOOKED_AT), kept))
    asked = analysis.investigation
    sides = () if asked.sides else find_sides(analysis)
    return Draft(
        title=find_title([article.title for article in readable], small_words(texts), shared_words(texts)),
        figures=find_figures(analysis),
        pages=find_pages(analysis),
        topics=unknown(find_topics(analysis), asked),
        events=unknown(find_events(analysis, words), asked),
        actors=unknown(find_actors(analysis, sides), asked),
        sides=sides,
        themes=unknown(find_themes(analysis, words), asked),
    )
