"""What the commands say of articles: which were refused, which lack their day, which are hardly there."""

import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

from dossier.analysis import Analysis
from dossier.corpus import read_stated
from dossier.drafting import missing_lines
from dossier.edtf import in_words, is_day, sort_key
from dossier.i18n import _, ngettext
from dossier.records import Article
from dossier.visible import visible


def name_refused(articles: Iterable[Article]) -> int:
    """Say on stderr which of *articles* were refused and why; return how many."""
    refused = [article for article in articles if article.status != "ok"]
    _warn(_("refused: {file}: {reason}", file=article.file, reason=article.reason) for article in refused)
    if refused:
        _warn([_("what is refused stays out of the book; delete or mend its file")])
    return len(refused)


def name_undated(articles: Iterable[Article]) -> None:
    """Say on stderr what to write for those of *articles* that have no day, not even an inferred one."""
    lacking = (article for article in articles if not is_day(article.published.date))
    missing = [line for article in lacking for line in missing_lines(article)]
    if missing:
        advice = _("no day of publication: write into seeds/sources.yml, or complete the entry there:")
        _warn([advice, *(f"  {line}" for line in missing)])


NAMED = 5  # articles that a message names one by one
THIN = 40  # words: an article has more, and what a page shows to those who do not subscribe often less


def name_lacking(articles: Sequence[Article]) -> None:
    """Say on stderr which of *articles* have no day, name no outlet, or are too short for an article."""
    name_undated(articles)
    lacking = [article.article_id for article in articles if article.status == "ok" and not article.outlet]
    if lacking:
        named = ", ".join(lacking[:NAMED]) + (" …" if len(lacking) > NAMED else "")
        told = _("no outlet, which the book cites: complete seeds/sources.yml for {articles}", articles=named)
        _warn([told])
    _warn(
        ngettext(
            "kept, but {file} has only {n:d} word: is that the article, or what stands before a paywall? "
            "Complete it, or delete it and its entry in sources.yml",
            "kept, but {file} has only {n:d} words: is that the article, or what stands before a paywall? "
            "Complete it, or delete it and its entry in sources.yml",
            article.words,
            file=f"seeds/{article.file}",
        )
        for article in articles
        if article.status == "ok" and article.words < THIN
    )


def name_lost(folder: Path) -> None:
    """Say on stderr which entries of sources.yml are about no article of *folder*."""
    lost: list[str] = []
    read_stated(folder, lost)
    _warn(lost)


def name_rulings_lost(analysis: Analysis) -> None:
    """Say on stderr which decisions no longer find their record."""
    _warn(lost_rulings(analysis))


def name_later(analysis: Analysis) -> None:
    """Say on stderr which article is younger than the report, where it gives its day."""
    day = analysis.investigation.date
    dated = (article for article in analysis.articles if article.status == "ok" and article.published.date)
    last = max(dated, key=lambda article: sort_key(article.published.date), default=None)
    if day and last and sort_key(day) < sort_key(last.published.date):
        told = _(
            "investigation.yml: date: {day} is before the newest article ({article}, {published}): "
            "give the day on which you issue the report",
            day=in_words(day),
            article=last.article_id,
            published=in_words(last.published.date),
        )
        _warn([told])


def lost_rulings(analysis: Analysis) -> list[str]:
    """Return what is to be said of each decision that no longer finds its record."""
    return [
        _(
            "decision of {date} on {record} lost: {why} ({words})",
            date=ruling.date,
            record=ruling.record_id,
            why=_(ruling.note) if ruling.note else "",
            words=repr(ruling.words),
        )
        for ruling in analysis.rulings
        if ruling.outcome == "lost"
    ]


def _warn(lines: Iterable[str]) -> None:
    for line in lines:
        print(visible(line), file=sys.stderr)
