"""The analyst's hand: decisions on single records, kept in review/decisions.yml and applied on every run."""

from dossier.review.apply import Ruling, apply_decisions, reviews_of, settle, surroundings
from dossier.review.decisions import Decision, DecisionError, load_decisions, write_decision
from dossier.review.walk import run_review

__all__ = [
    "Decision",
    "DecisionError",
    "Ruling",
    "apply_decisions",
    "load_decisions",
    "reviews_of",
    "run_review",
    "settle",
    "surroundings",
    "write_decision",
]
