"""Records to English sentences with their citations."""

from dossier.narrative.citing import Citation, citation_file, cite
from dossier.narrative.facts import STANDINGS, Fact, contradictions, key_facts, standing_of
from dossier.narrative.findings import build_findings
from dossier.narrative.leads import differences, extent, lead_sentences, none_differ, unreviewed
from dossier.narrative.parts import fill, plain, whole_words
from dossier.narrative.sentences import (
    by_place,
    event_day,
    event_sentence,
    event_sources,
    movement,
    named,
    others_say,
    said_when,
)
from dossier.narrative.unknowns import unknowns
