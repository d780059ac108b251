"""The typed records that flow through the house, each frozen and each carrying its evidence.

Offsets are Unicode code points into the article file as decoded, untouched; the end is exclusive, and
``text == article.text[start:end]`` holds for every record. An empty string means unknown or not applicable.
Dates are EDTF strings (ISO 8601-2). Lists that end in one CSV cell are tuples here.
"""

from dossier.records.articles import (
    APART,
    PUBLISHED,
    Article,
    Assessment,
    Discrepancy,
    Finding,
    Part,
    Parts,
    Published,
    Quantity,
    Reuse,
    Ruling,
    Section,
    TimeExpression,
    identity,
    lengthened,
    part_rows,
    shared_fields,
    stable_id,
)
from dossier.records.views import Attribution, Claim, Mention, Quotation, Reading, Reply, Statement
