"""Records to English sentences with their citations."""

from dossier.narrative.citations import Citation, citation_file, cite
from dossier.narrative.findings import build_findings
from dossier.narrative.leads import lead_sentences
from dossier.narrative.sentences import FRENCH, Parts, event_sentence, movement

__all__ = [
    "FRENCH",
    "Citation",
    "Parts",
    "build_findings",
    "citation_file",
    "cite",
    "event_sentence",
    "lead_sentences",
    "movement",
]
