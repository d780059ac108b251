"""What articles say of one event in terms that exclude each other: its properties and names."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from dossier.disagreements.happenings import Events, name_of, told
from dossier.disagreements.wording import REASONS, Sources
from dossier.edtf import in_words
from dossier.i18n import _, pgettext
from dossier.investigation import Investigation
from dossier.lexicons import load_lexicon
from dossier.records import Discrepancy, Mention, stable_id


def find_attribute_conflicts(
    events: Events, sources: Sources, investigation: Investigation
) -> Iterator[Discrepancy]:
    """Yield each event to which articles give properties that exclude each other.

    That it is one event is told as a condition where its kind may happen again on the day.
    """
    once = investigation.once_types
    weak = {entry["label"] for entry in load_lexicon("attributes") if entry.get("severity") == "tension"}
    for event_id, every in events.items():
        members = told(every)
        differing: list[tuple[str, list[tuple[str, list[Mention]]]]] = []
        for label in sorted({label for m in members for label, _v in m.attributes}):
            values: dict[str, list[Mention]] = defaultdict(list)
            for mention in members:
                if value := dict(mention.attributes).get(label):
                    values[value].append(mention)
            if len(values) > 1 and are_exclusive(values.values()):
                differing.append((label, list(values.items())))
        if differing:
            named = all(label in weak for label, _v in differing)
            perhaps = not named and every[0].type not in once
            told_as = "{event} of {day}, {properties}."
            if perhaps:
                told_as = "{event} of {day}, if the articles mean one, {properties}."
            involved = {m.mention_id: m for _l, values in differing for _v, side in values for m in side}
            yield Discrepancy(
                discrepancy_id=stable_id("x", event_id, 0, 0, "attribute"),
                kind="attribute",
                subject=event_id,
                statement=_(
                    told_as,
                    event=name_of(members),
                    day=in_words(members[0].date),
                    properties=_("; ").join(
                        property_sides(label, values, sources) for label, values in differing
                    ),
                ),
                severity="tension" if named else "conflict",
                records=tuple(involved),
                reason=_(REASONS["wording" if named else "perhaps" if perhaps else "property"]),
            )


def property_sides(label: str, values: Iterable[tuple[str, list[Mention]]], sources: Sources) -> str:
    """Return what each side says of the property *label*."""
    given = (
        _("{value} in {sources}", value=_said(value), sources=sources.name(m.article_id for m in side))
        for value, side in values
    )
    return _("{property}: {values}", property=_said(label), values=_(" but ").join(given))


def _said(word: str) -> str:
    return pgettext("property of an event", word)  # of an investigation it is in the report's language


def are_exclusive(sides: Iterable[list[Mention]]) -> bool:
    """Return whether the values come from different articles, none of which gives two of them."""
    articles = [{m.article_id for m in side} for side in sides]
    return all(not one & other for n, one in enumerate(articles) for other in articles[n + 1 :])
