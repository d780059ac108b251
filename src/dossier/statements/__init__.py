"""Who says what, and how firmly: attributions, and each clause worth keeping as one statement."""

from dossier.statements.assemble import read_statements
from dossier.statements.predicates import name_statements

__all__ = ["name_statements", "read_statements"]
