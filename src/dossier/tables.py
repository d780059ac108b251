"""Records to pandas DataFrames for people.

The index holds record ids. ``attrs`` tell a page what a plain table cannot: ``sort`` (column → sortable
values), ``links`` (column → for each row a tuple of (text, anchor id)), ``french`` (columns in the sources'
own words), ``badges`` (columns shown as badges), and ``home`` where a row is its home.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from typing import Any

import pandas as pd

from dossier.edtf import in_words, precision, sort_key
from dossier.records import Article, Claim, Finding, Quotation
from dossier.view import (
    Event,
    Links,
    View,
    article_anchor,
    by_gravity,
    category_of,
    figure_of,
    places,
    role_of,
    shared_places,
    speakers,
    words_of,
)
from dossier.words import CATEGORIES, DIFFERENCES, MODALITIES, STANCES, capital, figure

Columns = dict[str, Callable[[Any], Any]]


def frame(
    records: Sequence[Any],
    ids: Iterable[str],
    columns: Columns,
    *,
    sort: Columns | None = None,
) -> pd.DataFrame:
    """Return a table of *records*; a column name may end in a mark: ``*`` French, ``!`` badge.

    Where a column makes `Links`, the table holds their words and ``attrs`` the links.
    """
    cells = {name.rstrip("*!"): [make(record) for record in records] for name, make in columns.items()}
    links = {name: rows for name, rows in cells.items() if rows and isinstance(rows[0], tuple)}
    words = {name: [" ".join(text for text, _ in row) for row in rows] for name, rows in links.items()}
    table = pd.DataFrame({**cells, **words}, index=pd.Index(list(ids), name="id"))
    table.attrs["french"] = [name[:-1] for name in columns if name.endswith("*")]
    table.attrs["badges"] = [name[:-1] for name in columns if name.endswith("!")]
    table.attrs["links"] = links
    table.attrs["sort"] = {name: [make(record) for record in records] for name, make in (sort or {}).items()}
    return table


def _order(edtf: str) -> str:
    return sort_key(edtf)[0].isoformat()


def _grade(view: View, identity: str) -> str:
    assessment = view.assessments.get(identity)
    if not assessment:
        return ""
    return assessment.grade + (f", {assessment.review} by the analyst" if assessment.review else "")


def _events(view: View, rows: Sequence[Event], title: Columns) -> pd.DataFrame:
    def mark(event: Event) -> str:
        disputed = "sources disagree" if event.disputed else ""
        return ", ".join(filter(None, (disputed, event.status.replace("reported", ""))))

    return frame(
        rows,
        (event.event_id for event in rows),
        {
            "Date": lambda event: event.in_words,
            "Precision": lambda event: precision(event.date),
            **title,
            "Sources": lambda event: places(view, event.mentions),
            "Origins": lambda event: event.origins,
            "Mark!": mark,
            "Confidence!": lambda event: _grade(view, event.event_id),
        },
        sort={"Date": lambda event: _order(event.date)},
    )


def events_table(view: View) -> pd.DataFrame:
    """Return every event once: its date, how fine it is, who reports it and on how many origins it rests."""
    title: Columns = {
        "Event": lambda event: ((event.label, event.event_id),),
        "Words*": lambda event: event.mentions[0].text,
    }
    return _events(view, view.events, title)


def passages_table(view: View) -> pd.DataFrame:
    """Return what the sources date and no kind of event fits, in their own words."""
    title: Columns = {"Words*": lambda event: ((event.mentions[0].text, event.event_id),)}
    return _events(view, view.passages, title)


def _stance(claim: Claim) -> str:
    return STANCES.get(claim.stance, claim.stance)


def claims_table(view: View, topic: str | None = None, *, others_than: str | None = None) -> pd.DataFrame:
    """Return the figures of *topic*, or of every topic but *others_than*, by the day of the claim."""
    wanted = (c for c in view.analysis.claims if figure_of(c) and topic in (None, c.topic))
    claims = sorted((c for c in wanted if c.topic != others_than), key=view.order)
    subject: Columns = {} if topic else {"Topic": lambda claim: view.topic_label(claim.topic)}
    columns: Columns = {
        "Figure": lambda claim: ((figure(claim), claim.claim_id),),
        **subject,
        "Words*": lambda claim: claim.text,
        "Claimant": lambda claim: view.called(claim.claimant),
        "Said on": lambda claim: view.day_words(claim) or "unknown",
        "Mode!": lambda claim: (
            MODALITIES.get(claim.modality, claim.modality) if claim.stance == "affirm" else _stance(claim)
        ),
        "Source": lambda claim: places(view, [claim]),
        "Origins": lambda claim: view.origins(claim.claim_id),
        "Confidence!": lambda claim: _grade(view, claim.claim_id),
    }
    sort: Columns = {
        "Figure": lambda claim: claim.low if claim.low is not None else claim.high,
        "Said on": lambda claim: _order(view.day(claim)),
    }
    return frame(claims, (claim.claim_id for claim in claims), columns, sort=sort)


def responses_table(view: View) -> pd.DataFrame:
    """Return who denies, does not answer or does not confirm, in the words of the sources."""
    claims = sorted((c for c in view.analysis.claims if not figure_of(c)), key=view.order)
    columns: Columns = {
        "Who": lambda claim: ((view.called(claim.claimant, nobody="not named"), claim.claim_id),),
        "Stance!": _stance,
        "Topic": lambda claim: view.topic_label(claim.topic),
        "Words*": lambda claim: claim.text,
        "Said on": lambda claim: view.day_words(claim) or "unknown",
        "Source": lambda claim: places(view, [claim]),
        "Confidence!": lambda claim: _grade(view, claim.claim_id),
    }
    sort: Columns = {"Said on": lambda claim: _order(view.day(claim))}
    return frame(claims, (claim.claim_id for claim in claims), columns, sort=sort)


def _speaker(view: View) -> Columns:
    def link(row: tuple[tuple[str, ...], list[Quotation]]) -> Links:
        return ((view.called(row[0]), row[1][0].quotation_id),)

    return {"Speaker": link}


def speakers_table(view: View) -> pd.DataFrame:
    """Return who speaks, in what role, how often and with how many words."""
    rows = list(speakers(view).items())
    columns: Columns = {
        **_speaker(view),
        "Kind": lambda row: CATEGORIES[category_of(row[1])],
        "Role*": lambda row: role_of(row[1]),
        "Quotations": lambda row: len(row[1]),
        "Words quoted": lambda row: words_of(row[1]),
        "Articles": lambda row: len({q.article_id for q in row[1]}),
        "Sources": lambda row: places(view, row[1]),
    }
    return frame(rows, (row[1][0].quotation_id for row in rows), columns)


def themes_table(view: View) -> pd.DataFrame:
    """Return how many words each speaker is quoted with on each theme; words on two themes count for both."""
    themes = {theme.key: theme.label for theme in view.analysis.investigation.themes} | {"": "Other"}
    rows = list(speakers(view).items())
    used = {key for _, quotations in rows for q in quotations for key in q.themes or ("",)}

    def column(key: str) -> Callable[[Any], int]:
        return lambda row: words_of(q for q in row[1] if key in (q.themes or ("",)))

    columns: Columns = {
        **_speaker(view),
        **{label: column(key) for key, label in themes.items() if key in used},
        "All words": lambda row: words_of(row[1]),
    }
    return frame(rows, (row[1][0].quotation_id for row in rows), columns)


def discrepancies_table(view: View) -> pd.DataFrame:
    """Return where the sources disagree, gravest first."""
    rows = by_gravity(view.analysis.discrepancies)
    columns: Columns = {
        "What differs": lambda row: ((row.statement, row.discrepancy_id),),
        "Kind": lambda row: capital(DIFFERENCES.get(row.kind, row.kind)),
        "Gravity!": lambda row: row.severity,
        "Why": lambda row: row.reason,
    }
    sort: Columns = {"Gravity": lambda row: ("conflict", "tension", "revision").index(row.severity)}
    return frame(rows, (row.discrepancy_id for row in rows), columns, sort=sort)


def reuse_table(view: View) -> pd.DataFrame:
    """Return the passages that two articles share."""
    rows = view.analysis.reuse
    columns: Columns = {
        "Articles": lambda row: shared_places(view, row),
        "Shared words*": lambda row: row.text,
        "Words": lambda row: row.words,
        "Likeness": lambda row: f"{row.similarity:.0%}",
    }
    sort: Columns = {"Likeness": lambda row: row.similarity}
    table = frame(rows, (row.reuse_id for row in rows), columns, sort=sort)
    table.attrs["home"] = True
    return table


def origins_table(findings: Sequence[Finding]) -> pd.DataFrame:
    """Return on how many articles and independent origins each finding rests."""
    columns: Columns = {
        "Finding": lambda finding: ((finding.statement, finding.finding_id),),
        "Articles": lambda finding: finding.articles,
        "Independent origins": lambda finding: finding.origins,
    }
    return frame(findings, (finding.finding_id for finding in findings), columns)


def articles_table(view: View) -> pd.DataFrame:
    """Return every article: its date, how that is known, its length and how many records it carries."""
    carried = Counter(record.article_id for identity, record in view.records.items() if identity[:1] != "e")
    rows = view.analysis.articles
    columns: Columns = {
        "Label": lambda article: ((view.labels[article.article_id], article_anchor(article.article_id)),),
        "Article": lambda article: article.article_id,
        "Title*": lambda article: " · ".join(filter(None, (view.title(article.article_id), article.outlet))),
        "Published": lambda article: in_words(article.published.date) or "unknown",
        "How we know": lambda article: basis_words(view, article),
        "Words": lambda article: article.words,
        "Records": lambda article: carried[article.article_id],
    }
    sort: Columns = {"Published": lambda article: _order(article.published.date)}
    return frame(rows, (row.article_id for row in rows), columns, sort=sort)


def basis_words(view: View, article: Article) -> str:
    """Return in words how an article's date is known, or why the article was refused."""
    if article.status != "ok":
        return f"refused: {article.reason.rstrip('.')}"
    words = {
        "stated": "the file gives the day",
        "inferred": "inferred",
        "partial": "the file gives only a month or a year",
        "metadata": "from the list of sources",
    }
    known = words.get(article.published.basis, "not known")
    reason = view.readable(article.published.reason).rstrip(".")
    return f"{known}. {capital(reason)}" if reason else known
