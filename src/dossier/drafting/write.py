"""A draft as the text of investigation.yml: what is sure takes effect, the rest stands as comments."""

import re
import textwrap
from collections.abc import Iterable, Iterator

from dossier.drafting.proposals import Draft, Proposal, Seen
from dossier.i18n import _, language, languages, ngettext
from dossier.investigation import PAGES, ActorEntry, EventType, Theme, Topic

WIDTH = 100  # of a comment
OWN_PAGE, MOST_PAGES = 3, 3  # figures on a topic that get a page of their own, and how many such pages
_PLAIN = re.compile(r"[A-Za-zÀ-ÿŒœ][\wÀ-ÿŒœ '’./()-]*[\wÀ-ÿŒœ.)]|[A-Za-zÀ-ÿŒœ]")
_WORDS_OF_YAML = {"true", "false", "yes", "no", "on", "off", "null", "y", "n"}


def write_draft(draft: Draft, *, articles: int) -> str:
    """Return the text of investigation.yml that *draft* proposes for *articles* articles."""
    title = draft.title or _("An affair without a title")
    subtitle = ngettext(
        "What the article reports, and who says it",
        "What the articles report, who says it, and where they disagree",
        articles,
    )
    others = [code for code in languages() if code != language()]
    lines = [
        *comment(
            _(
                "What this investigation asks. Drafted from the articles: each line that you change makes "
                "the book better, and `dossier book` builds it again. Words are French, in dictionary form; "
                "labels are what the report prints. Every key is explained by `dossier keys`."
            )
        ),
        "",
        *comment(_("From the titles of the articles; write your own.")),
        f"title: {scalar(title)}",
        f"subtitle: {scalar(subtitle)}",
        f"language: {language()}             # {_('of the report; or {others}', others=', '.join(others))}",
        f"# authors: [{_('Your name')}]",
        f"# date: 2024-01-31        # {_('the day on which you issue the report')}",
        "# version: 1.0.0",
        f"# licence: CC-BY-4.0      # {_('of your text and data; quoted words stay their authors’')}",
        "",
        *_chapters(draft),
        "",
        *_general(draft),
        *_section("topics", _("What is counted beside that, and how often."), draft.topics),
        *_section(
            "event_types",
            _(
                "Kinds of events to tell apart. `lane` groups them on the timeline; `once: true` makes all "
                "mentions the same event. Put the keys of steps that follow each other into `path`, in order."
            ),
            draft.events,
        ),
        *_path(draft),
        *_section(
            "actors",
            _(
                "Who speaks and acts. Put names that mean one person together; `side` is one of `sides`, "
                "drafted where a role names its country."
            ),
            draft.actors,
        ),
        *_sides(draft),
        *_section(
            "themes",
            _("Subjects of what is said. Put words that belong together into one."),
            draft.themes,
        ),
    ]
    return "\n".join(lines).rstrip() + "\n"


def write_suggestions(draft: Draft) -> str:
    """Return what *draft* proposes and the investigation does not have yet, to be copied from."""
    parts = (
        ("topics", _("Counted things that no topic takes in"), draft.topics),
        ("event_types", _("Kinds of events that recur"), draft.events),
        ("actors", _("People and bodies that speak or act"), draft.actors),
        ("themes", _("Nouns that several speakers use"), draft.themes),
    )
    lines = [
        *comment(
            _(
                "What the articles hold and investigation.yml does not name. Copy what you want under the "
                "key of the same name there. `dossier suggest` makes this file anew, and never touches "
                "investigation.yml."
            )
        ),
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
    yield from comment(
        _(
            "The chapters in their order. Take a line out, and its chapter is out of the book; `title` "
            "renames it, and `- file: notebooks/mine` puts a notebook of your own among them."
        )
    )
    yield "chapters:"
    own = [topic for topic, where in draft.figures if where.times >= OWN_PAGE][:MOST_PAGES]
    for page in PAGES:
        if page != "figures":
            yield f"  - {{page: {page}}}"
            continue
        for topic in own:
            yield f"  - {{page: figures, topic: {topic.key}}}"
        if not own or len(own) < len(draft.figures):
            title = f", title: {scalar(_('Other figures'))}" if own else ""
            yield f"  - {{page: figures{title}}}"


def _general(draft: Draft) -> Iterator[str]:
    """Yield which general topics the articles have figures on, and how to keep to them."""
    if not draft.figures:
        return
    yield from comment(
        _("General topics that these articles have figures on. To use these and no others, take the # away.")
    )
    for topic, where in draft.figures:
        yield f"#   {topic.key}: {topic.label}, {_told(where)}"
    yield f"# general_topics: [{', '.join(topic.key for topic, _ in draft.figures)}]"
    yield ""


def _path(draft: Draft) -> Iterator[str]:
    keys = [p.entry.key for p in draft.events if isinstance(p.entry, EventType) and p.entry.once and p.sure]
    if keys:
        yield from comment(_("The steps of the central matter, in order: the summary opens with them."))
        yield f"# path: [{', '.join(keys)}]"
        yield ""


def _sides(draft: Draft) -> Iterator[str]:
    yield from comment(
        _("Parties to the matter, with their countries by their French names; each has a colour of its own.")
    )
    yield "sides:" if draft.sides else "# sides:"
    for name, countries in draft.sides:
        yield f"  {scalar(name)}: {listing(countries)}"
    if not draft.sides:
        yield f"#   {_('Government')}: [France]"
    yield ""


def _section(key: str, about: str, proposals: tuple[Proposal, ...]) -> Iterator[str]:
    yield from comment(about)
    sure = any(proposal.sure for proposal in proposals)
    yield f"{'' if sure else '# '}{key}:"
    yield from _entries(proposals) if proposals else (f"#   ({_('nothing recurs in these articles')})",)
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
        for key in ("kind", "category", "side"):
            if value := getattr(entry, key):
                yield f"  {key}: {scalar(value)}"
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


def comment(text: str) -> Iterator[str]:
    """Yield *text* as lines of a YAML comment."""
    yield from textwrap.wrap(text, WIDTH, initial_indent="# ", subsequent_indent="# ")


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
