"""Tables about the work itself: accuracy, known faults, rulings, inferred dates, schema, corrections."""

from pathlib import Path

import pandas as pd

from dossier.edtf import in_words
from dossier.evaluation import (
    Evaluation,
    Fault,
    Rival,
    Score,
    evaluate,
    evaluate_affairs,
    read_affairs,
    read_rivals,
)
from dossier.export.schema import table_forms
from dossier.i18n import _, capital, decimals, listed, ngettext
from dossier.report import find_root
from dossier.review import PAIR
from dossier.tables import Columns, frame
from dossier.view import Links, View, article_anchor, published_words, sentence_id
from dossier.words import FIELDS, SAID

_WATCHED = ", watched"  # of data whose totals were looked at while rules were chosen
_FIRST = ", first sight"  # of data measured before anything was made of them
_GOLD = Path("tests", "gold")
_OF_AFFAIRS = ("precision", "recall", "F1 of mentions", "B³ F1 of linking")
_EXAMPLES = 12  # faults that are shown


def _measure(view: View) -> Evaluation | None:
    try:
        return evaluate(view.read, find_root() / _GOLD)
    except (OSError, ValueError):  # an investigation without hand-checked records
        return None


def accuracy_table(view: View) -> pd.DataFrame:
    """Return each measure on the hand-checked articles, beside the best outside system on the same ones."""
    evaluation = _measure(view)
    scores = (*evaluation.scores, *_of_affairs(view)) if evaluation and evaluation.articles else ()
    path = find_root() / _GOLD / "rivals.yml"
    rivals = read_rivals(path) if scores and path.is_file() else ()
    beside = {(r.task, r.measure): r for r in rivals if r.data == "seeds"}
    columns: Columns = {
        "Task": lambda score: capital(_(score.task)),
        "Measure": lambda score: _(score.measure),
        "Here": lambda score: decimals(score.value, 3),
        "Hits": lambda score: (
            _("{count} of {total}", count=score.hits, total=score.total) if score.total else ""
        ),
        "Best outside system": lambda s: (
            _value(beside[s.task, s.measure].value) if (s.task, s.measure) in beside else ""
        ),
        "Which": lambda s: beside[s.task, s.measure].system if (s.task, s.measure) in beside else "",
    }
    return frame(scores, (f"{score.task}-{score.measure}" for score in scores), columns)


def _of_affairs(view: View) -> list[Score]:
    """Return how many of the events and differences that people listed are found, and of ours right."""
    affairs = read_affairs(find_root() / _GOLD / "affairs_seeds")
    scores, _faults = evaluate_affairs(affairs, lambda _folder: view.read)
    counted = {score.task for score in scores if score.total}
    return [score for score in scores if score.task in counted and score.measure in _OF_AFFAIRS]


def unseen_table(view: View) -> pd.DataFrame:
    """Return what was measured on texts that were not used for building, beside other systems there."""
    path = find_root() / _GOLD / "unseen.yml"
    rows = read_rivals(path) if path.is_file() and _measure(view) else ()
    own = [row for row in rows if row.system == "dossier"]
    others = {(row.task, row.measure, row.data): row for row in rows if row.system != "dossier"}

    def other(row: Rival, name: str) -> str:
        found = others.get((row.task, row.measure, row.data))
        return str(getattr(found, name)) if found else ""

    columns: Columns = {
        _("Task"): lambda row: capital(_(row.task)),
        _("Measure"): lambda row: _(row.measure),
        _("Texts"): lambda row: _texts(row.data),
        _("Here"): lambda row: _value(row.value),
        _("Other system"): lambda row: _value(other(row, "value")),
        _("Which"): lambda row: other(row, "system"),
    }
    return frame(own, (f"{row.task}-{row.measure}-{row.data}" for row in own), columns)


def _texts(data: str) -> str:
    """Return in words which texts *data* names: ``14 articles, version 0.1``, ``60 affairs, watched``."""
    amount, _rest, version = data.removesuffix(_WATCHED).removesuffix(_FIRST).partition(", version ")
    many = int(amount.split()[0])
    articles = ngettext("{n:d} article", "{n:d} articles", many)
    told = ngettext("{n:d} affair", "{n:d} affairs", many) if "affairs" in amount else articles
    if data.endswith(_WATCHED):
        return _("{texts}, their totals watched while building", texts=told)
    if data.endswith(_FIRST):
        return _("{texts}, at first sight", texts=told)
    return _("{texts}, version {version}", texts=told, version=version) if version else told


def _value(value: str) -> str:
    """Return a share, or so many of so many, as the language of the report writes it."""
    count, of, total = value.partition(" of ")
    if of:
        return _("{count} of {total}", count=count, total=total)
    return decimals(float(value), len(value.partition(".")[2])) if value else ""


def faults_table(view: View) -> pd.DataFrame:
    """Return examples of known misses and errors on the hand-checked articles, with their words."""
    evaluation = _measure(view)
    faults = evaluation.faults[:_EXAMPLES] if evaluation else ()

    def place(fault: Fault) -> Links:
        spans = view.sentences(fault.article_id, fault.start, fault.end)
        anchor = sentence_id(fault.article_id, *spans[0])
        known = anchor if anchor in view.sentence_articles else article_anchor(fault.article_id)
        return ((view.labels[fault.article_id], known),)

    columns: Columns = {
        "Task": lambda fault: capital(_(fault.task)),
        "Kind": lambda fault: f"{_(fault.kind)} ({_(fault.what)})",
        "Words*": lambda fault: fault.text,
        "Expected*": lambda fault: fault.expected,
        "Read as*": lambda fault: fault.got,
        "Article": place,
    }

    ids = (f"{fault.article_id}-{fault.start}" for fault in faults)
    return frame(faults, ids, columns)


def rulings_table(view: View) -> pd.DataFrame:
    """Return the analyst's rulings, those that found their record and those that lost it.

    That two sentences do not contradict each other is no ruling on anything in the book.
    """
    rulings = [r for r in view.analysis.rulings if r.decided_on[0] != PAIR or r.ruling != "reject"]
    known = {*view.records, *(row.discrepancy_id for row in view.printed)}
    columns: Columns = {
        "Record": lambda r: ((r.record_id, r.record_id if r.record_id in known else ""),),
        "Ruling!": lambda ruling: _(ruling.ruling),
        "Outcome!": lambda ruling: _(ruling.outcome),
        "Words*": lambda ruling: ruling.words,
        "What changed": lambda ruling: listed(_(FIELDS[name]) for name in ruling.fields),
        "Analyst": lambda ruling: f"{ruling.analyst}, {in_words(ruling.date)}",
        "Reason": lambda ruling: " – ".join(
            filter(None, (ruling.reason, _(ruling.note) if ruling.note else ""))
        ),
    }
    return frame(rulings, (ruling.record_id for ruling in rulings), columns)


def inferred_table(view: View) -> pd.DataFrame:
    """Return the publication dates that no file states, with the reason for each."""
    rows = [a for a in view.analysis.articles if a.published.basis in SAID["bases"]]
    columns: Columns = {
        "Article": lambda article: ((view.labels[article.article_id], article_anchor(article.article_id)),),
        "Title*": lambda article: view.title(article.article_id),
        "Published": lambda article: published_words(article) or _("unknown"),
        "Known": lambda article: _(SAID["bases"][article.published.basis]),
        "Written in the file*": lambda article: article.published.text,
        "Reason": lambda article: view.readable(article.reason or _(article.published.reason)),
    }

    return frame(rows, (row.article_id for row in rows), columns)


def schema_table(view: View) -> pd.DataFrame:
    """Return every column of the data package with its meaning."""
    forms = table_forms().values()
    rows = [(form.name, *column) for form in forms for column in form.columns.items()]
    columns: Columns = {
        "Column": lambda row: row[1],
        "Table": lambda row: row[0],
        "Type": lambda row: _(row[2].get("type", "text")),
        "Meaning": lambda row: row[2].get("description", ""),
    }
    return frame(rows, (f"{row[0]}.{row[1]}" for row in rows), columns)


def corrections_table(view: View) -> pd.DataFrame:
    """Return what was corrected in this report after it was published."""
    rows = view.analysis.investigation.corrections
    columns: Columns = {
        "Date": lambda row: in_words(row.date),
        "Correction": lambda row: row.text,
        "Records": lambda row: ", ".join(row.records),
    }
    return frame(rows, (row.date for row in rows), columns, sort={"Date": lambda row: row.date})
