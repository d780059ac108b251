"""Who says what, and how firmly: attributions, and each clause worth keeping as one statement."""

from dossier.statements.assemble import read_statements
from dossier.statements.dating import date_by_speech
from dossier.statements.predicates import name_statements

__all__ = ["date_by_speech", "name_statements", "read_statements"]
