"""sources.yml as it is drafted: what each file states, and a line to complete for what it does not."""

from collections.abc import Iterable, Iterator

from dossier.drafting.write import comment, one_line, scalar
from dossier.i18n import _
from dossier.records import Article

KEYS = ("outlet", "title", "author", "url")


def head() -> str:
    """Return the lines that sources.yml begins with."""
    about = _(
        "What is known about the articles and does not stand in their files. A day is written 2024-01-31, a "
        "month 2024-01, a year 2024. Complete the lines; one that stays empty is as if it were not there."
    )
    return comment(about) + "\n"


def write_sources(articles: Iterable[Article]) -> str:
    """Return an entry of sources.yml for each of *articles*."""
    return "".join("\n" + "\n".join(entry_lines(article)) + "\n" for article in articles)


def entry_lines(article: Article) -> Iterator[str]:
    """Yield the lines of the entry of *article*; what its file states is told, not said again."""
    yield f"{quoted(article.article_id)}:"
    published = article.published
    if published.date and published.basis != "metadata":
        words = one_line(published.text or published.date)
        yield f"  # {_('the file gives {words}: {date}', words=words, date=published.date)}"
    else:
        yield f"  published: {published.date}".rstrip()
    for key in KEYS:
        value = getattr(article, key)
        if key == "title":
            if value:
                yield f"  # {_('title: {title}', title=one_line(value, 100))}"
        else:
            yield f"  {key}: {scalar(value) if value else ''}".rstrip()


def missing_lines(article: Article) -> tuple[str, ...]:
    """Return the very lines to write into sources.yml where the day of *article* is not known; else none."""
    published = article.published
    if article.status != "ok" or published.basis in ("stated", "metadata"):
        return ()
    example = published.date if published.date and published.basis == "partial" else "2024-01-31"
    return (f"{quoted(article.article_id)}:", f"  published: {example}")


def quoted(name: str) -> str:
    """Return *name* as a YAML key."""
    return '"' + name.replace("\\", "\\\\").replace('"', '\\"') + '"'
