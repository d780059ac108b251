"""Who says what, and how firmly: attributions, and each clause worth keeping as one statement."""

from __future__ import annotations

from dossier.statements.assemble import read_statements
from dossier.statements.naming import name_statements

__all__ = ["name_statements", "read_statements"]
