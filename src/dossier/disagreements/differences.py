"""Two records that cannot both hold: what every comparator yields, its row, and rows that repeat one."""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from dossier.blocks import connected, gathered
from dossier.disagreements.wording import LONGEST, Sources, series
from dossier.i18n import _
from dossier.lexicons import load_data
from dossier.records import Claim, Discrepancy, Mention, Quotation, Statement, stable_id

NUMBERS = ("claimants", "figure")  # ways in which two numbers of one time differ


@dataclass(frozen=True, slots=True)
class Side:
    """One record, the words by which a reader knows it, and who says it; nobody is the newspaper itself."""

    record_id: str
    article_id: str
    words: str
    who: str = ""
    sentence: int = -1  # where the sentence of the record begins
    beside: tuple[str, ...] = ()  # further records that the difference rests on: who says it
    value: tuple[float | None, float | None] = (None, None)  # the number of a figure


@dataclass(frozen=True, slots=True)
class Difference:
    """Two sides of one matter, and the way in which they differ."""

    mechanism: str
    one: Side
    other: Side
    about: str = ""  # only differences about the same are told in one row


@dataclass(frozen=True, slots=True)
class Mechanism:
    """A way to differ: the row's kind and severity, how its sentence begins, why it is a difference."""

    kind: str
    severity: str
    label: str
    reason: str
    parties: bool = False  # between named speakers it is a matter of theirs, not of the sources
    compared: str = ""  # see `WHY_COMPARED`
    only: str = ""


_FORMS = load_data(__package__, "mechanisms")
MECHANISMS = {name: Mechanism(**form) for name, form in _FORMS["ways"].items()}
# By the reason of a row, why its passages are set side by side, between whom only; none of rows seldom right.
WHY_COMPARED = {
    form["reason"]: (form["compared"], form.get("only", ""))
    for forms in _FORMS.values()
    for form in forms.values()
    if "compared" in form
}


def side_of(record: Statement | Claim | Quotation) -> Side:
    """Return *record* as a side of a difference."""
    if isinstance(record, Statement):
        who = record.source.split(" > ")[-1]
        return Side(record.statement_id, record.article_id, record.text, who, record.sentence_start)
    if isinstance(record, Claim):
        who = "|".join(record.claimant) or record.claimant_text
        value = record.low, record.high
        return Side(record.claim_id, record.article_id, record.text, who, record.sentence_start, value=value)
    return Side(record.quotation_id, record.article_id, record.text, "|".join(record.speaker))


def build_rows(differences: Iterable[Difference], sources: Sources) -> Iterator[Discrepancy]:
    """Yield one row for all differences of one mechanism that share a record, or what somebody counts."""
    found = tuple(differences)
    first: dict[object, str] = {}
    for d in found:
        for matter in matters(d):
            first[matter] = first.get(matter) or d.about
    kinds = gathered(
        ((d.mechanism, next((first[m] for m in matters(d) if first[m]), d.about)), d) for d in found
    )
    for (mechanism, _about), members in kinds.items():
        for group in connected(members, ends_of):
            yield build_row(MECHANISMS[mechanism], mechanism, group, sources)


def matters(difference: Difference) -> list[Hashable]:
    """Return what *difference* opposes whatever its nouns: a number, or that of somebody, and the other."""
    sides = ((difference.one, difference.other), (difference.other, difference.one))
    numbers = difference.one.value != difference.other.value
    known = [(end.who, end.value, other.value) for end, other in sides if numbers and end.who]
    return [*known, *((end.record_id, end.value, other.value) for end, other in sides if numbers)]


def ends_of(difference: Difference) -> tuple[Hashable, ...]:
    """Return by what *difference* belongs with others: its records and its matters."""
    return difference.one.record_id, difference.other.record_id, *matters(difference)


def build_row(form: Mechanism, mechanism: str, group: list[Difference], sources: Sources) -> Discrepancy:
    """Return the row of the differences of *group*: what each side says, who says it and where."""
    camps = apart(group)
    sides = tuple(side for camp in camps for side in camp)
    speakers = {side.who for side in sides}
    on = {name: n for n, camp in enumerate(camps) for side in camp for name in side.beside}
    on |= {side.record_id: n for n, camp in enumerate(camps) for side in camp}
    records = dict.fromkeys((*(side.record_id for side in sides), *on))
    topic = next((t for t in sources.investigation.topics if t.key == group[0].about), None)
    parties = form.parties and "" not in speakers and len(speakers) > 1
    first = min(sides, key=lambda s: (s.article_id, s.record_id))
    return Discrepancy(
        discrepancy_id=stable_id("x", first.record_id, 0, 0, f"{form.kind} {mechanism} {group[0].about}"),
        kind=form.kind,
        subject=topic.key if topic else mechanism,
        statement=_(
            "{what}: {sides}.",
            what=topic.label if topic else _(form.label),
            sides=_(", but ").join(told(camp, sources) for camp in camps),
        ),
        severity=form.severity,
        records=tuple(records),
        reason=_(form.reason),
        between="parties" if parties else "sources",
        sides=tuple(on[name] for name in records),
    )


def apart(group: Iterable[Difference]) -> list[list[Side]]:
    """Return the sides of *group*, those together that give one number and that no difference opposes."""
    opposed: dict[Side, set[Side]] = defaultdict(set)
    for difference in group:
        opposed[difference.one].add(difference.other)
    for difference in group:
        opposed[difference.other].add(difference.one)
    camps: list[list[Side]] = []
    for side, others in opposed.items():
        fitting = (c for c in camps if not others.intersection(c) and c[0].value == side.value)
        if (camp := next(fitting, None)) is None:
            camps.append(camp := [])
        camp.append(side)
    return camps


def told(sides: Iterable[Side], sources: Sources) -> str:
    """Return what *sides* say, each with its speaker and article; of one sentence what somebody says."""
    kept: dict[tuple[str, int | str], Side] = {}
    for side in sorted(sides, key=lambda side: not side.who):
        kept.setdefault((side.article_id, side.sentence if side.sentence >= 0 else side.record_id), side)
    return series(
        _(
            "“{words}” ({who})",
            words=shorten(side.words),
            who=", ".join(filter(None, (sources.who(side.who.split("|")), sources.name([side.article_id])))),
        )
        for side in kept.values()
    )


def shorten(words: str) -> str:
    """Return *words* on one line, cut at a word where they are long."""
    line = " ".join(words.split())
    return line if len(line) <= LONGEST else f"{line[:LONGEST].rsplit(' ', 1)[0]}…"


Place = tuple[str, int]


def places_of(
    differences: Iterable[Difference], mentions: Iterable[Mention], claims: Iterable[Claim]
) -> dict[str, Place]:
    """Return for each record that rows point at the article and the start of the sentence it stands in.

    A figure in a heading stands where the body gives it.
    """
    places = {m.mention_id: (m.article_id, m.sentence_start) for m in mentions}
    body: dict[tuple[object, ...], Place] = {}
    for claim in sorted(claims, key=lambda c: (c.section != "body", c.start)):
        place = claim.article_id, claim.sentence_start
        counted = (claim.article_id, claim.low, claim.high, claim.unit) if claim.unit else (claim.claim_id,)
        first = body.setdefault(counted, place)
        places[claim.claim_id] = place if claim.section == "body" else first
    sides = (side for difference in differences for side in (difference.one, difference.other))
    return {s.record_id: (s.article_id, s.sentence) for s in sides if s.sentence >= 0} | places


def new_rows(
    found: Iterable[Discrepancy], rows: Iterable[Discrepancy], places: Mapping[str, Place]
) -> Iterator[Discrepancy]:
    """Yield those of *found* that no row of the same kind already tells from the same sentences."""
    known: dict[tuple[str, Place | None], list[set[Place | None]]] = defaultdict(list)
    for row in rows:
        there = {places.get(record) for record in row.records}
        for place in there:
            known[row.kind, place].append(there)
    for row in found:
        here = {places.get(record) for record in row.records}
        first = places.get(row.records[0])
        if None in here or not any(here <= there for there in known[row.kind, first]):
            yield row
