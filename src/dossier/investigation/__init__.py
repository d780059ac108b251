"""investigation.yml and the general stock to records, each mistake named; what of it is printed."""

import functools
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from dossier.i18n import N_, _, languages, pgettext, read_messages, using
from dossier.investigation.records import (
    ELSE,
    EMPHASIS,
    PAGES,
    ActorEntry,
    Attribute,
    Chapter,
    Correction,
    EventType,
    Investigation,
    Question,
    Side,
    Theme,
    Topic,
)
from dossier.lexicons import load_lexicon
from dossier.storage import NotPlainError, from_plain, read_plain
from dossier.validated_yaml import Mistakes, Word, YamlError, load_form, read_yaml

FORM = load_form(__package__, languages=languages(), pages=PAGES, emphasis=EMPHASIS)


def load_investigation(path: Path) -> Investigation:
    """Return the investigation that *path* describes, with the general topics that it does not turn off.

    Raises:
        YamlError: with every mistake, its key and its line, of the file or of its catalogue.
        OSError: the file cannot be read.
    """
    value = read_yaml(path, FORM, empty="write at least a line 'title: …'", check=check_references)
    return read_investigation(translated(value, path.parent))


def read_investigation(value: Mapping[str, Any]) -> Investigation:
    """Return the investigation of the validated *value*; of an empty one, that which asks the general."""
    made = {key: entry for key, entry in value.items() if key != "general_topics"}
    for name in ("topics", "event_types", "questions", "themes"):
        made[name] = _keyed(value.get(name, {}))
    for kind in made["event_types"]:
        attributes = _keyed(kind.get("attributes", {}))
        kind["attributes"] = [one | {"values": [*one["values"].items()]} for one in attributes]
        kind["told"] = [*kind.get("told", {}).items()]
        kind |= {f"{name}_words": kind.pop(name, ()) for name in ("with", "without")}
    for question in made["questions"]:
        question["answers"] = [*question["answers"].items()]
    made["sides"] = [{"name": name, "countries": own} for name, own in value.get("sides", {}).items()]
    made["english"] = [*value.get("english", {}).items()]
    asked: Investigation = from_plain(Investigation, made)
    with using(asked.language):
        return replace(asked, topics=with_general(asked.topics, value.get("general_topics")))


def _keyed(entries: Mapping[str, Mapping[str, Any]]) -> list[dict[str, Any]]:
    return [{"key": key, **entry} for key, entry in entries.items()]


def check_references(value: Mapping[str, Any], mistakes: Mistakes) -> None:
    """Note each key that leads nowhere and each name that means two things."""
    known = value.get("event_types", {})
    followed = (key for entry in known.values() for key in entry.get("follows", ()))
    for key in (*value.get("path", ()), *followed):
        mistakes.expect(key, known, N_("event type"))
    for entry in known.values():
        for predicate in entry.get("told", {}):
            mistakes.expect(predicate, (ELSE, *entry["triggers"]), N_("trigger"))
    for actor in value.get("actors", ()):
        if side := actor.get("side"):
            mistakes.expect(side, value.get("sides", {}), N_("side"))
    for key in value.get("general_topics") or ():
        mistakes.expect(key, (topic.key for topic in general_topics()), N_("general topic"))
    for label in value.get("general_events") or ():
        mistakes.expect(label, general_events(), N_("general kind of event"))
    _check_chapters(value, mistakes)
    _check_once(names_in(value), mistakes)


def _check_chapters(value: Mapping[str, Any], mistakes: Mistakes) -> None:
    """Note a chapter that shows nothing, a topic that is none, and one page that stands twice."""
    topics = (*value.get("topics", {}), *(topic.key for topic in general_topics()))
    chapters = value.get("chapters", ())
    for chapter in chapters:
        named = next(iter(chapter.values()), Word("", 1))
        if "page" not in chapter and "file" not in chapter:
            mistakes.add(named.line, _("a chapter has neither 'page' nor 'file': name what stands on it"))
        if topic := chapter.get("topic"):
            mistakes.expect(topic, topics, N_("topic"))
            if chapter.get("page") != "figures":
                mistakes.add(topic.line, _("'topic' belongs to a chapter with 'page: figures'"))
    pages = ((c["page"], c.get("topic", "")) for c in chapters if "page" in c)
    shown = ((page, f"{page} of {topic}" if topic else page) for page, topic in pages)
    _check_once(((page, page, name) for page, name in shown), mistakes)
    _check_once(((c["file"], c["file"], c["file"]) for c in chapters if "file" in c), mistakes)


def _check_once(names: Iterable[tuple[Word, Word, str]], mistakes: Mistakes) -> None:
    """Note each of *names* (that of the entry, word, name) that stands a second time."""
    seen: dict[str, tuple[Word, Word]] = {}
    for owner, word, name in names:
        other, first = seen.setdefault(name.casefold(), (owner, word))
        if first is not word:
            another = _("another entry of that name") if other == owner else f"{str(other)!r}"
            whose = _("the same entry") if other is owner else another
            told = _("{name} already stands on line {line}, in {whose}",
                     name=repr(str(name)), line=first.line, whose=whose)  # fmt: skip
            mistakes.add(word.line, told)


def names_in(value: Mapping[str, Any]) -> Iterator[tuple[Word, Word, str]]:
    """Yield the name, and every name, alias and role, of each actor."""
    for actor in value.get("actors", ()):
        for name in (actor["name"], *actor.get("aliases", ()), *actor.get("roles", ())):
            yield actor["name"], name, name


FOLDER = "locale"  # beside investigation.yml: a catalogue for each language, such as locale/fr.po
_TEXTS = frozenset(
    ("title", "subtitle", "lead", "authors", "label", "lane", "side", "keywords", "text", "told")
)
_NAMES = frozenset(("sides", "values", "answers"))  # their keys are printed


def translated(value: Mapping[str, Any], root: Path) -> dict[str, Any]:
    """Return *value*, a plain investigation.yml of *root*, in the words of its language's catalogue there.

    Without a catalogue, or for what it does not hold, the words are those of the file.

    Raises:
        YamlError: the catalogue cannot be read.
    """
    path = root / FOLDER / f"{value.get('language', '')}.po"
    try:
        say = read_messages(read_plain(path)).gettext
    except FileNotFoundError:
        return dict(value)
    except (NotPlainError, ValueError) as error:
        raise YamlError([f"{path.name}: {error}"]) from None
    made: dict[str, Any] = _said(value, say)
    return made


def printed(value: Any) -> Iterator[str]:
    """Yield each text of *value*, a plain investigation.yml, that the report prints."""
    found: dict[str, None] = {}
    _said(value, lambda text: found.setdefault(text) or text)
    yield from found


def _said(value: Any, say: Callable[[str], str], *, text: bool = False) -> Any:
    if isinstance(value, Mapping):
        return {
            key: {say(name): _said(entry, say) for name, entry in inner.items()}
            if key in _NAMES
            else _said(inner, say, text=text or key in _TEXTS)
            for key, inner in value.items()
        }
    if isinstance(value, tuple | list):
        return tuple(_said(entry, say, text=text) for entry in value)
    return say(value) if text and value else value


@functools.cache
def general_topics() -> tuple[Topic, ...]:
    """Return the topics of the general lexicon, in the order in which they are tried."""
    return tuple(
        Topic(
            key,
            entry["label"],
            *(tuple(map(str, entry.get(name, ()))) for name in ("words", "units", "verbs")),
        )
        for key, entry in load_lexicon("topics").items()
    )


@functools.cache
def general_events() -> tuple[str, ...]:
    """Return the labels of the common kinds of events."""
    return tuple(dict.fromkeys(entry["label"] for entry in load_lexicon("events")["kinds"]))


def own_kinds(kinds: Iterable[EventType]) -> frozenset[str]:
    """Return the keys of those *kinds* of events that are not common ones, by their label."""
    common = {
        name.casefold() for label in general_events() for name in (label, pgettext("kind of event", label))
    }
    return frozenset(kind.key for kind in kinds if kind.label.casefold() not in common)


def own_topics(topics: Iterable[Topic]) -> frozenset[str]:
    """Return the keys of those *topics* that are not the general ones, whatever their language."""
    general = {topic.key: topic.words for topic in general_topics()}
    return frozenset(topic.key for topic in topics if general.get(topic.key) != topic.words)


def with_general(topics: tuple[Topic, ...], wanted: tuple[str, ...] | None) -> tuple[Topic, ...]:
    """Return *topics*, followed by the general ones whose key is *wanted* (None: each) and not taken.

    The general ones are labelled in the language of the report.
    """
    taken = {topic.key for topic in topics}
    asked = (topic for topic in general_topics() if wanted is None or topic.key in wanted)
    general = (topic for topic in asked if topic.key not in taken)
    return (*topics, *(replace(one, label=pgettext("topic", one.label)) for one in general))
