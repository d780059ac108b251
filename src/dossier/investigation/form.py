"""What may stand in investigation.yml, key by key, each with the sentence that the reference prints of it."""

from __future__ import annotations

from string import Formatter

from dossier.forms import DAY, WEB
from dossier.i18n import languages
from dossier.investigation.records import CATEGORIES, EMPHASIS, FIELDS, KINDS, PAGES
from dossier.validated_yaml import Keyed, Many, Rule, Table, Text

WORDS = Many(Text())
YES_NO = ("true", "false")
DOI = r"10\.\d{4,9}/\S+"


def _fields(text: str) -> bool:
    try:
        return {field for _words, field, *_rest in Formatter().parse(text) if field is not None} <= {*FIELDS}
    except ValueError:
        return False


LABEL: dict[str, Rule] = {"label": Text(about="What the report calls it.")}


def words(about: str) -> Many:
    """Return the rule of a list of words with what it is for."""
    return Many(Text(), about=about)


CHAPTER = Table(
    {
        "page": Text(PAGES, about="What the program shows on it; left out for a page of your own."),
        "title": Text(about="The title, in place of the page's own."),
        "topic": Text(about="For `figures`: the key of the topic; without it, the one with most figures."),
        "file": Text(
            pattern=r"(?:notebooks|book)/[\w./-]+",
            form="a path such as notebooks/deaths or book/about, without its ending",
            about="The notebook or Markdown page, without its ending; by default notebooks/ and the page.",
        ),
    }
)
TOPIC = Table(
    {
        **LABEL,
        "words": words("Counted things, in dictionary form."),
        "units": words("Units, in dictionary form."),
        "verbs": words("Verbs that put a figure under this topic whatever is counted."),
    },
    ("label",),
)
ATTRIBUTE = Table(
    {
        **LABEL,
        "values": Keyed(
            WORDS, r".+", "a label", about="Labels of values, each with the phrases that show it."
        ),
    },
    ("label", "values"),
)
EVENT_TYPE = Table(
    {
        **LABEL,
        "lane": Text(about="The heading under which the timeline groups it."),
        "triggers": words("Words and phrases that name the event, in dictionary form."),
        "with": words("One of these must stand near."),
        "without": words("None of these may stand near."),
        "once": Text(YES_NO, about="It happens once: all mentions are the same event."),
        "follows": words("Keys of the types that cannot come later than it."),
        "told": Keyed(
            Text(check=_fields, form="a sentence whose {fields} are {agent}, {patient} or {figure}"),
            r".+",
            "a trigger, or `else`",
            about="What the report says of it: a sentence for each trigger, the most telling first; `else` "
            "is for any other. One is taken where the articles give all its {agent}, {patient} and {figure}.",
        ),
        "attributes": Keyed(ATTRIBUTE, about="Properties that sources may give differently."),
    },
    ("label", "triggers"),
)
ACTOR = Table(
    {
        "name": Text(about="The name in the French press."),
        "aliases": words("Other names, and other spellings."),
        "side": Text(about="The side it is on, one of `sides`."),
        "category": Text(CATEGORIES, about="What kind of voice it is."),
        "kind": Text(KINDS, about="What it is."),
        "roles": words("French role phrases that mean this actor and no other here."),
        "english": Text(about="What the report calls it."),
    },
    ("name",),
)
CORRECTION = Table(
    {
        "date": Text(check=DAY.check, form=DAY.form, about="When it was corrected."),
        "text": Text(about="What was corrected."),
        "records": words("The ids of the records."),
    },
    ("date", "text"),
)
FORM = Table(
    {
        "title": Text(about="The title of the report."),
        "subtitle": Text(about="A line below it."),
        "language": Text(languages(), about="The language of the report; without it, English (`en`)."),
        "authors": words("Who answers for the report."),
        "date": Text(check=DAY.check, form=DAY.form, about="The day on which the report was issued."),
        "version": Text(about="The version of the report."),
        "publisher": Text(about="Who publishes it."),
        "licence": Text(about="The SPDX name of the licence of the report's own text and data."),
        "url": Text(pattern=WEB.pattern, form=WEB.form, about="Where the report will stand."),
        "doi": Text(pattern=DOI, form="a DOI such as 10.5281/zenodo.1234", about="Its DOI."),
        "keywords": words("Keywords of the PDF and the citation."),
        "chapters": Many(CHAPTER, about="The chapters in their order; without it, all pages."),
        "shown": Text(
            pattern=r"[1-9]\d{0,2}",
            form="a whole number from 1 to 999",
            about="How many records of a kind a chapter tells, where there are more than twice as many (50); "
            "the others stand on the pages of their articles.",
        ),
        "emphasis": Many(
            Text(EMPHASIS),
            about="By what those are chosen, first things first: whether it is on the path or about the "
            "central topic, how gravely it is contested, by how many independent origins and articles it is "
            "carried, how much its speakers are quoted. By default all five in this order.",
        ),
        "topics": Keyed(TOPIC, about="What figures are about. An earlier topic beats a later one."),
        "general_topics": words("Which of the general topics to use beside them; without it all, [] none."),
        "event_types": Keyed(EVENT_TYPE, about="Kinds of events, tried before the general ones."),
        "general_events": words("Which of the general kinds of events to use; without it all, [] none."),
        "path": words("Keys of event types: the way of the central matter, step by step."),
        "sides": Keyed(
            WORDS, r".+", "the English name of the side", about="Parties to the matter, with their countries."
        ),
        "actors": Many(ACTOR, about="People and bodies with their other names, roles and sides."),
        "themes": Keyed(
            Table({**LABEL, "words": words("Phrases that show it.")}, ("label", "words")),
            about="Subjects of views.",
        ),
        "english": Keyed(
            Text(),
            r".+",
            "French words",
            about="French names and roles of this affair, each with what an English report calls it.",
        ),
        "corrections": Many(CORRECTION, about="What was corrected after publication."),
    },
    ("title",),
)
