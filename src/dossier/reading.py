"""One article through all rooms that need nothing but its own text."""

from dataclasses import replace

from dossier.claims import build_claims
from dossier.dates import find_expressions
from dossier.events import find_mentions
from dossier.investigation import Investigation
from dossier.language import Parsed
from dossier.phrases import find_replies
from dossier.quantities import find_quantities
from dossier.quotations import build_quotations
from dossier.records import Reading
from dossier.registry import Registry
from dossier.statements import name_statements, read_statements


def read_article(parsed: Parsed, investigation: Investigation, registry: Registry) -> Reading:
    """Return all that *parsed* yields by itself, its relative dates still unresolved.

    Attributions, quantities and holdings, of which the views are made, are left out: nobody asks later.
    """
    expressions = find_expressions(parsed)
    told = read_statements(parsed, expressions, registry)
    reading = replace(
        told,
        quantities=find_quantities(parsed, expressions),
        mentions=find_mentions(parsed, told, investigation, registry),
        replies=find_replies(parsed, investigation),
        sentences=tuple(paragraph.span(sentence) for paragraph, sentence in parsed.sentences()),
    )
    claims = build_claims(parsed, reading, investigation, registry=registry)
    said = build_quotations(parsed, told.attributions, investigation, claims)
    named = name_statements(replace(reading, claims=claims, quotations=said))
    return replace(named, attributions=(), quantities=(), holdings=())
