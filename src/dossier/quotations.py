"""Direct, mixed and indirect speech to quotations."""

from __future__ import annotations

from dossier.investigation import Investigation
from dossier.language import Parsed
from dossier.records import Attribution, Quotation


def build_quotations(
    parsed: Parsed, attributions: tuple[Attribution, ...], investigation: Investigation
) -> tuple[Quotation, ...]:
    """Return one quotation for each direct or indirect content and for each fragment of a mixed one."""
    return ()
