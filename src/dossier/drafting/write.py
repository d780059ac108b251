"""A draft as the text of investigation.yml: what is sure takes effect, the rest stands as comments."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from dossier.drafting.proposals import Draft, Proposal, Seen
from dossier.investigation import PAGES, ActorEntry, EventType, Theme, Topic
from dossier.words import count

OWN_PAGE, MOST_PAGES = 3, 3  # figures on a topic that get a page of their own, and how many such pages
_PLAIN = re.compile(r"[A-Za-zÀ-ÿŒœ][\wÀ-ÿŒœ '’./()-]*[\wÀ-ÿŒœ.)]|[A-Za-zÀ-ÿŒœ]")
_WORDS_OF_YAML = {"true", "false", "yes", "no", "on", "off", "null", "y", "n"}


def write_draft(draft: Draft, *, articles: int) -> str:
    """Return the text of investigation.yml that *draft* proposes for *articles* articles."""
    title = draft.title or "An affair without a title"
    subtitle = f"What {count(articles, 'article')} report, who says it, and where they disagree"
    lines = [
        "# What this investigation asks. Drafted from the articles: each line that you change makes the book",
        "# better, and `dossier book` builds it again. Words are French, in dictionary form; labels are what",
        "# the report prints. Every key is explained by `dossier keys`.",
        "",
        "# From the titles of the articles; write your own.",
        f"title: {scalar(title)}",
        f"subtitle: {scalar(subtitle)}",
        "# authors: [Your name]",
        "# date: 2024-01-31        # the day on which you issue the report",
        "# version: 1.0.0",
        "# licence: CC-BY-4.0      # of your own text and data; the quoted words stay their publishers'",
        "",
        *_chapters(draft),
        "",
        *_general(draft),
        *_section("topics", "What is counted beside that, and how often.", draft.topics),
        *_section(
            "event_types",
            "Kinds of events to tell apart. `lane` groups them on the timeline; `once: true` makes all\n"
            "# mentions the same event. Put the keys of steps that follow each other into `path`, in order.",
            draft.events,
        ),
        *_path(draft),
        *_section(
            "actors",
            "Who speaks and acts. Put names that mean one person together, and add `side` (one of `sides`).",
            draft.actors,
        ),
        *_sides(draft),
        *_section(
            "themes", "Subjects of what is said. Put words that belong together together.", draft.themes
        ),
    ]
    return "\n".join(lines).rstrip() + "\n"


def write_suggestions(draft: Draft) -> str:
    """Return what *draft* proposes and the investigation does not have yet, to be copied from."""
    parts = (
        ("topics", "counted things that no topic takes in", draft.topics),
        ("event_types", "kinds of events that recur", draft.events),
        ("actors", "people and bodies that speak or act", draft.actors),
        ("themes", "nouns that several speakers use", draft.themes),
    )
    lines = [
        "# What the articles hold and investigation.yml does not name. Copy what you want under the key of",
        "# the same name there. `dossier suggest` makes this file anew, and never touches investigation.yml.",
        "",
    ]
    for key, about, proposals in parts:
        if proposals:
            lines += [f"# {about}", f"{key}:", *_entries(proposals, all_sure=True), ""]
    return "\n".join(lines)


def count_proposals(draft: Draft) -> int:
    """Return how many proposals *draft* holds."""
    return len(draft.topics) + len(draft.events) + len(draft.actors) + len(draft.themes)


def _chapters(draft: Draft) -> Iterator[str]:
    yield "# The chapters in their order. Take a line out, and its chapter is out of the book; `title`"
    yield "# renames it, and `- file: notebooks/mine` puts a notebook of your own among them."
    yield "chapters:"
    own = [topic for topic, where in draft.figures if where.times >= OWN_PAGE][:MOST_PAGES]
    for page in PAGES:
        if page != "figures":
            yield f"  - {{page: {page}}}"
            continue
        for topic in own:
            yield f"  - {{page: figures, topic: {topic.key}}}"
        if not own or len(own) < len(draft.figures):
            yield f"  - {{page: figures{', title: Other figures' if own else ''}}}"


def _general(draft: Draft) -> Iterator[str]:
    """Yield which general topics the articles have figures on, and how to keep to them."""
    if not draft.figures:
        return
    yield "# General topics that these articles have figures on. To use these and no others, take the # away."
    for topic, where in draft.figures:
        yield f"#   {topic.key}: {topic.label}, {_told(where)}"
    yield f"# general_topics: [{', '.join(topic.key for topic, _ in draft.figures)}]"
    yield ""


def _path(draft: Draft) -> Iterator[str]:
    keys = [p.entry.key for p in draft.events if isinstance(p.entry, EventType) and p.entry.once and p.sure]
    if keys:
        yield "# The steps of the central matter, in order: the summary opens with them."
        yield f"# path: [{', '.join(keys)}]"
        yield ""


def _sides(draft: Draft) -> Iterator[str]:
    yield "# Parties to the matter, with their countries by their French names; each has a colour of its own."
    yield "sides:" if draft.sides else "# sides:"
    for name, countries in draft.sides:
        yield f"  {scalar(name)}: {listing(countries)}"
    if not draft.sides:
        yield "#   Government: [France]"
    yield ""


def _section(key: str, about: str, proposals: tuple[Proposal, ...]) -> Iterator[str]:
    yield f"# {about}"
    sure = any(proposal.sure for proposal in proposals)
    yield f"{'' if sure else '# '}{key}:"
    yield from _entries(proposals) if proposals else ("#   (nothing recurs in these articles)",)
    yield ""


def _entries(proposals: Iterable[Proposal], *, all_sure: bool = False) -> Iterator[str]:
    for proposal in proposals:
        yield f"  # {_told(proposal.seen)}"
        mark = "" if proposal.sure or all_sure else "# "
        yield from (f"  {mark}{line}" for line in _entry(proposal))


def _entry(proposal: Proposal) -> Iterator[str]:
    entry = proposal.entry
    if isinstance(entry, ActorEntry):
        yield f"- name: {scalar(entry.name)}"
        for key in ("aliases", "roles"):
            if words := getattr(entry, key):
                yield f"  {key}: {listing(words)}"
        for key in ("kind", "category"):
            if value := getattr(entry, key):
                yield f"  {key}: {value}"
        return
    yield f"{entry.key}:"
    yield f"  label: {scalar(entry.label)}"
    if isinstance(entry, EventType):
        yield f"  triggers: {listing(entry.triggers)}"
        for key, words in (("with", entry.with_words), ("without", entry.without_words)):
            if words:
                yield f"  {key}: {listing(words)}"
        if entry.once:
            yield "  once: true"
    elif isinstance(entry, (Topic, Theme)):
        yield f"  words: {listing(entry.words)}"


def _told(where: Seen) -> str:
    """Return how often and where something was seen, in one line."""
    times = "once" if where.times == 1 else f"{where.times} times"
    shown = ", ".join(where.articles[:3]) + (" …" if len(where.articles) > 3 else "")
    example = f": « {one_line(where.example)} »" if where.example else ""
    return one_line(f"{times} in {len(where.articles)} of the articles ({shown}){example}", 160)


def one_line(text: str, longest: int = 60) -> str:
    """Return *text* as a comment may hold it: one line, no control characters, not too long."""
    plain = "".join(c if c.isprintable() else " " for c in " ".join(text.split()))
    return plain if len(plain) <= longest else f"{plain[: longest - 1]}…"


def listing(words: Iterable[str]) -> str:
    """Return *words* as a YAML list in one line."""
    return f"[{', '.join(map(scalar, words))}]"


def scalar(text: str) -> str:
    """Return *text* as YAML reads it back, in quotation marks where it needs them."""
    plain = one_line(text, 300)
    if _PLAIN.fullmatch(plain) and plain.lower() not in _WORDS_OF_YAML:
        return plain
    return "'" + plain.replace("'", "''") + "'"
