"""What a draft proposes, as the text of investigation.yml, suggestions.yml and sources.yml."""

import json
import re
import textwrap
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from jinja2 import Environment, PackageLoader

from dossier.edtf import bounds, in_words
from dossier.i18n import IN_TEMPLATES, _, language, languages, ngettext
from dossier.investigation import PAGES, ActorEntry, EventType, Theme, Topic
from dossier.records import Article


@dataclass(frozen=True, slots=True)
class Seen:
    """Where something occurs: how many times, in which articles, and the first words of it."""

    times: int
    articles: tuple[str, ...]
    example: str = ""


@dataclass(frozen=True, slots=True)
class Proposal:
    """One entry of a draft. A *sure* one is written so that it takes effect, others as comments."""

    entry: Topic | EventType | ActorEntry | Theme
    seen: Seen
    sure: bool = True


@dataclass(frozen=True, slots=True)
class Draft:
    """All that a draft proposes for an investigation."""

    title: str = ""
    figures: tuple[tuple[Topic, Seen], ...] = ()  # topics that figures are about, those with most first
    pages: tuple[str, ...] = ()  # the keys of the topics that get a chapter
    topics: tuple[Proposal, ...] = ()
    events: tuple[Proposal, ...] = ()
    actors: tuple[Proposal, ...] = ()
    themes: tuple[Proposal, ...] = ()
    sides: tuple[tuple[str, tuple[str, ...]], ...] = ()  # label and French names of countries


def seen(places: Iterable[tuple[str, str]]) -> Seen:
    """Return where something occurs, from the article and the words of each occurrence."""
    found = list(places)
    articles = tuple(dict.fromkeys(article for article, _ in found))
    told = (words for _, words in found if words)
    return Seen(len(found), articles, min(told, key=_telling, default=""))


def _telling(words: str) -> tuple[bool, bool, int]:
    """Return by what an example is chosen: a short whole sentence, else a short one, no bare number."""
    return len(words.split()) < 2 or not any(map(str.isalpha, words)), not is_whole(words), len(words)


def is_whole(words: str) -> bool:
    """Tell whether *words* may be a whole sentence."""
    return sum(any(map(str.isalpha, word)) for word in words.split()) > 3 and words[:1].isupper()


WIDTH = 100  # of a comment
_PLAIN = re.compile(r"[A-Za-zÀ-ÿŒœ][\wÀ-ÿŒœ '’./()-]*[\wÀ-ÿŒœ.)]|[A-Za-zÀ-ÿŒœ]")
_WORDS_OF_YAML = {"true", "false", "yes", "no", "on", "off", "null", "y", "n"}
# What is written of an entry, where it has it: by the key of investigation.yml, the name of its field.
_WRITTEN = {
    name: name for name in ("label", "triggers", "words", "aliases", "roles", "kind", "category", "side")
}
_WRITTEN |= {"with": "with_words", "without": "without_words", "once": "once"}


def write_draft(draft: Draft, *, articles: int) -> str:
    """Return the text of investigation.yml that *draft* proposes for *articles* articles."""
    subtitle = ngettext(
        "What the article reports, and who says it",
        "What the articles report, who says it, and where they disagree",
        articles,
    )
    once = (p.entry for p in draft.events if isinstance(p.entry, EventType) and p.entry.once)
    return _filled(
        "investigation",
        draft=draft,
        subtitle=subtitle,
        language=language(),
        others=", ".join(code for code in languages() if code != language()),
        pages=PAGES,
        steps=[kind.key for kind in once],
    )


def write_suggestions(draft: Draft) -> str:
    """Return what *draft* proposes and the investigation does not have yet, to be copied from."""
    return _filled("suggestions", draft=draft)


def _filled(name: str, **values: Any) -> str:
    house = Environment(loader=PackageLoader("dossier.drafting", ""), trim_blocks=True, lstrip_blocks=True)
    house.globals.update(IN_TEMPLATES)
    house.filters |= {made.__name__: made for made in (comment, scalar, written, told, entries)}
    return house.get_template(f"{name}.jinja").render(values).rstrip() + "\n"


def entries(proposals: Iterable[Proposal], *, all_sure: bool = False) -> list[str]:
    """Return the lines of *proposals*; those of one that is not sure are comments."""
    lines = []
    for proposal in proposals:
        mark = "" if proposal.sure or all_sure else "# "
        lines += [f"# {told(proposal.seen)}", *(f"{mark}{line}" for line in _entry(proposal.entry))]
    return lines


def _entry(entry: Any) -> Iterator[str]:
    yield f"- name: {scalar(entry.name)}" if isinstance(entry, ActorEntry) else f"{entry.key}:"
    for key, name in _WRITTEN.items():
        if value := getattr(entry, name, ""):
            mark = "# " * (key == "category")  # a guess from the role until a person takes it
            yield f"  {mark}{key}: {written(value)}"


def told(where: Seen) -> str:
    """Return how often and where something was seen, in one line."""
    times = ngettext("once", "{n:d} times", where.times)
    shown = ", ".join(where.articles[:3]) + (" …" if len(where.articles) > 3 else "")
    example = f": « {one_line(where.example)} »" if where.example else ""
    found = ngettext(
        "{times} in {n} article ({names})",
        "{times} in {n} articles ({names})",
        len(where.articles),
        times=times,
        names=shown,
    )
    return one_line(f"{found}{example}", 160)


def comment(text: str) -> str:
    """Return *text* as lines of a YAML comment."""
    return textwrap.fill(text, WIDTH, initial_indent="# ", subsequent_indent="# ")


def one_line(text: str, longest: int = 60) -> str:
    """Return *text* as a comment may hold it: one line, no control characters, not too long."""
    plain = "".join(c if c.isprintable() else " " for c in " ".join(text.split()))
    return plain if len(plain) <= longest else f"{plain[: longest - 1]}…"


def written(value: str | bool | tuple[str, ...]) -> str:
    """Return *value* as YAML in one line."""
    if isinstance(value, tuple):
        return f"[{', '.join(map(scalar, value))}]"
    return "true" if value is True else scalar(str(value))


def scalar(text: str) -> str:
    """Return *text* as YAML reads it back, in quotation marks where it needs them."""
    plain = one_line(text, 300)
    if _PLAIN.fullmatch(plain) and plain.lower() not in _WORDS_OF_YAML:
        return plain
    return "'" + plain.replace("'", "''") + "'"


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
    yield f"{json.dumps(article.article_id, ensure_ascii=False)}:"
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
    inferred = published.basis == "inferred"
    example = (bounds(published.date)[0] if inferred else published.date) or "2024-01-31"
    known = f"  # {in_words(published.date)}" if inferred else ""
    return (f"{json.dumps(article.article_id, ensure_ascii=False)}:{known}", f"  published: {example}")
