"""The analyst's hand: decisions on single records, kept in review/decisions.yml and applied on every run."""

from dossier.review.apply import apply_decisions, reviews_of, settle, surroundings
from dossier.review.decisions import PAIR, Decision, known_as, load_decisions, put_decision, with_sides
from dossier.review.looks import Wanted, in_list, list_looks, near_names
from dossier.review.pairs import SUBJECT, Facing, facing_in, pair_id, pair_of, rule_on_pairs
from dossier.review.sheet import write_sheet
from dossier.review.walk import run_review
