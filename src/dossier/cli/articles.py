"""What the commands say of articles: which were refused, and which lack their day."""

import sys
from collections.abc import Iterable

from dossier.drafting import missing_lines
from dossier.i18n import _
from dossier.records import Article
from dossier.visible import visible


def name_refused(articles: Iterable[Article]) -> int:
    """Say on stderr which of *articles* were refused and why; return how many."""
    refused = [article for article in articles if article.status != "ok"]
    for article in refused:
        told = _("refused: {file}: {reason}", file=article.file, reason=article.reason)
        print(visible(told), file=sys.stderr)
    if refused:
        print(_("what is refused stays out of the book; delete or mend its file"), file=sys.stderr)
    return len(refused)


def name_undated(articles: Iterable[Article]) -> None:
    """Say on stderr what to write for those of *articles* that have no day, not even an inferred one."""
    lacking = (article for article in articles if article.published.basis in ("unknown", "partial"))
    missing = [line for article in lacking for line in missing_lines(article)]
    if missing:
        advice = _("no day of publication: write into seeds/sources.yml, or complete the entry there:")
        print(visible(advice), *(visible(f"  {line}") for line in missing), sep="\n", file=sys.stderr)
