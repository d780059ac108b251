"""How sure a record is, from stated grounds only, and how many independent origins carry it."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from dossier.blocks import gathered
from dossier.disagreements.happenings import is_witness
from dossier.disagreements.origins import (
    Carrier,
    Origins,
    carrier_of,
    contested_in,
    is_contest,
    likeness,
    touch,
)
from dossier.edtf import by_width
from dossier.events import is_undated
from dossier.i18n import N_, _, listed, ngettext
from dossier.names import called_in_sentence
from dossier.records import PUBLISHED, Assessment, Claim, Discrepancy, Mention, Quotation
from dossier.registry import name_key
from dossier.syntax.vocabulary import vocabulary
from dossier.words import SAID

LONG = 300  # letters from which a sentence is easily misread
BASES = {
    "explicit": N_("the date is written in full"),
    "relative": N_("the date is not written in full: what is missing is worked out"),
    "inferred": N_("the date, or its year, counts from a day that is itself inferred"),
    PUBLISHED: N_("the day is that of its article"),
}
OWN_WORDS = N_("the newspaper’s own words")
_RANKS = {basis: rank for rank, basis in enumerate(BASES)}  # the surest first
_TOLD = N_("beside it “{words}” is told of"), N_("beside its verb, who says so is only “{words}”")
SET_AGAINST = N_("other words are set against it")
_MODALITIES = {
    "estimated": N_("estimated, not asserted"),
    "planned": SAID["statuses"]["planned"],
    "sought": N_("asked for"),
}


@dataclass(slots=True)
class Grounds:
    """What speaks for a record, against it, or only belongs to the picture."""

    good: list[str] = field(default_factory=list)
    bad: list[str] = field(default_factory=list)
    other: list[str] = field(default_factory=list)
    unsure: list[str] = field(default_factory=list)  # why the text may have been misread
    nameless: bool = False  # nobody known by name answers for it

    def grade(self) -> str:
        """Return high where something speaks for it and nothing against, low where more is against."""
        if len(self.bad) > max(len(self.good), 1) or (self.nameless and not self.good):
            return "low"
        return "high" if self.good and not self.bad else "medium"

    def all(self) -> tuple[str, ...]:
        """Return the grounds, what speaks for the record first."""
        return (*self.good, *self.other, *self.bad)


def assess(
    mentions: Iterable[Mention],
    claims: Iterable[Claim],
    quotations: Iterable[Quotation],
    discrepancies: Iterable[Discrepancy] = (),
    *,
    origins: Origins,
    reviews: Mapping[str, tuple[str, str]] | None = None,
    asked: Collection[str] = (),
    borrowing: Collection[str] = (),
) -> tuple[Assessment, ...]:
    """Return the assessment of every mention, event, claim, quotation and discrepancy, in this order.

    *reviews* holds what the analyst did with a record, by its id: accepted or corrected, and a line on it;
    *asked* are the topics that somebody asks for: of these a number and a claimant make one figure;
    *borrowing* the articles whose own day is worked out from others: a day counted from it is no witness.
    """
    mentions, claims = tuple(mentions), tuple(claims)
    discrepancies, quotations = tuple(discrepancies), tuple(quotations)
    judge = Judge(origins, reviews or {}, contests(discrepancies, mentions))
    events: dict[str, list[Carrier]] = defaultdict(list)
    best: dict[str, list[Mention]] = {}
    apart = {row.subject for row in discrepancies if row.kind == "date"}  # how one day is known is not all
    figures: dict[tuple[object, ...], list[Carrier]] = defaultdict(list)
    tellings = gathered((m.event_id, m) for m in sorted(mentions, key=is_undated))
    # who does not date what others date vouches for no date of theirs
    days = {mention.mention_id: mention.date for mention in mentions}
    members = {name: [m for m in told if not is_undated(m)] or told for name, told in tellings.items()}
    carriers: dict[str, Carrier] = {m.mention_id: carrier_of(m) for m in mentions}
    witnesses = {m.mention_id for m in mentions if is_witness(m, borrowing)}
    for event_id, told in members.items():
        day = next(iter(by_width(m.date for m in told if m.date)), "")
        on_day = [m for m in told if m.date == day]
        best[event_id] = [replace(m, date_basis="") for m in on_day] if event_id in apart else on_day
        undated = all(map(is_undated, told))
        given = [m for m in happened(told) if undated or (m.date == day and m.mention_id in witnesses)]
        events[event_id] = [carriers[m.mention_id] for m in given]
    alike = {claim.claim_id: likeness(claim, strict=claim.topic not in asked) for claim in claims}
    for claim in claims:
        figures[alike[claim.claim_id]].append(carrier_of(claim))
    of_event = {
        event_id: (len({m.article_id for m in happened(told)}), judge.support(events[event_id])[1] or 1)
        for event_id, told in tellings.items()
    }
    of_figure = {key: judge.support(carriers) for key, carriers in figures.items()}
    named = {alike[c.claim_id] for c in claims if c.claimant and c.topic not in asked}
    of_figure |= {key: (of_figure[key][0], 1) for key in named}  # who is named as its source is its origin
    rows = [judge.build(m.mention_id, ground_mention(m), of_event[m.event_id]) for m in mentions]
    dating = {event_id: len({carrier[0] for carrier in own}) or 1 for event_id, own in events.items()}
    rows += [judge.build(i, ground_event(tellings[i], best[i]), of_event[i], dating[i]) for i in members if i]
    speech = gathered((q.article_id, (q.content_start, q.content_end)) for q in quotations)
    for claim in claims:
        grounds = ground_claim(claim, speech[claim.article_id])
        rows.append(judge.build(claim.claim_id, grounds, of_figure[alike[claim.claim_id]]))
    rows += [judge.build(q.quotation_id, ground_quotation(q), (1, 1)) for q in quotations]
    grades = {row.record_id: row.grade for row in rows}
    carriers |= {c.claim_id: carrier_of(c) for c in claims}
    carriers |= {q.quotation_id: (q.article_id, q.start, q.end, "") for q in quotations}
    for row in discrepancies:
        known = [carriers[name] for name in row.records if name in carriers]
        used = judge.support(known) if len(known) == len(row.records) else (0, 0)  # of statements none is
        if row.kind == "date" and row.subject in members:  # who gives no day by himself is no second origin
            seen = {days[name] for name in row.records if name in witnesses}
            own = [n for n in row.records if n in witnesses or days.get(n) not in seen]
            used = used[0], judge.support(carriers[name] for name in own)[1]
        rows.append(judge.build(row.discrepancy_id, ground_discrepancy(row, grades), used))
    return tuple(rows)


def happened(mentions: Sequence[Mention]) -> Sequence[Mention]:
    """Return those of *mentions* that tell that it happened; all, where none does."""
    return [mention for mention in mentions if mention.status == "reported"] or mentions


@dataclass(frozen=True, slots=True)
class Judge:
    """Adds to the grounds of a record what other articles and the analyst say of it."""

    origins: Origins
    reviews: Mapping[str, tuple[str, str]]
    contests: Mapping[str, list[Discrepancy]]

    def support(self, carriers: Iterable[Carrier]) -> tuple[int, int]:
        """Return the number of articles and of independent origins among *carriers*."""
        carried = tuple(carriers)
        return len({carrier[0] for carrier in carried}), self.origins.count(carried)

    def build(
        self, record_id: str, grounds: Grounds, support: tuple[int, int], dating: int = 0
    ) -> Assessment:
        """Return the assessment of a record on *grounds*, carried by so many articles and origins.

        Of an event *dating* is how many of the articles give its day.
        """
        articles, origins = support
        if origins > 1:
            grounds.good.append(ngettext("{n} origin", "{n} origins", origins))
        elif articles and not any(row.kind == "date" for row in self.contests.get(record_id, ())):
            shared = ngettext("one origin", "one source, agency or text of {n} articles", dating or articles)
            grounds.other.append(shared)
        rows = self.contests.get(record_id, [])
        if any(row.severity == "conflict" for row in rows):
            grounds.bad.append(_(SET_AGAINST))
        review, words = self.reviews.get(record_id, ("", ""))
        if review:
            grounds.good.insert(0, words)
        sides = sorted({row.between for row in rows})
        return Assessment(
            record_id,
            "high" if review else grounds.grade(),
            grounds.all(),
            articles,
            origins,
            review,
            tuple(grounds.unsure),
            "both" if len(sides) > 1 else "".join(sides),
            tuple(dict.fromkeys(row.discrepancy_id for row in rows)),
        )


def contests(rows: Iterable[Discrepancy], mentions: Iterable[Mention]) -> dict[str, list[Discrepancy]]:
    """Return for each record, and each event, the discrepancies in which it is contested."""
    event_of = {mention.mention_id: mention.event_id for mention in mentions}
    found: dict[str, list[Discrepancy]] = defaultdict(list)
    for row in filter(is_contest, rows):
        for name in dict.fromkeys((row.subject, *contested_in(row, event_of))):
            found[name].append(row)
    return found


def ground_mention(mention: Mention) -> Grounds:
    """Return the grounds of one mention: how its date is known, how it is told, and by whom."""
    grounds = Grounds()
    basis = BASES.get(mention.date_basis)
    if basis and mention.date:
        side = {"explicit": grounds.good, "inferred": grounds.bad}.get(mention.date_basis, grounds.other)
        side.append(_(basis))
    if mention.date_basis == "inferred":
        grounds.unsure.append(_(BASES["inferred"]))
    if mention.status in ("hypothetical", "planned"):
        grounds.bad.append(_(SAID["statuses"][mention.status]))
    if mention.attributed_to:
        sources = (called_in_sentence(name) for name in mention.attributed_to.split("|"))
        grounds.other.append(_("according to {sources}", sources=listed(sources)))
    return grounds


def ground_event(members: Sequence[Mention], giving: Iterable[Mention]) -> Grounds:
    """Return the grounds of an event: of those *giving* its day the best known, told as *members* tell it."""
    best = min(
        giving,
        key=lambda m: (m.status != "reported", _RANKS.get(m.date_basis, 9), m.attributed_to, m.mention_id),
    )
    return ground_mention(replace(best, status=happened(members)[0].status))


def ground_claim(claim: Claim, speech: Sequence[tuple[int, int]]) -> Grounds:
    """Return the grounds of a claim: who says it, how firmly, and whether its sentence is easily misread.

    *speech* is where somebody's words stand in its article.

    On tests/gold/open a figure of the kinds called unsure here is wrong two to three times as often.
    """
    grounds = ground_speaker(claim.claimant, claim.claimant_text, _(OWN_WORDS))
    start, end = claim.sentence_start, claim.sentence_end
    figure = claim.low is not None or claim.high is not None
    nobody = not (claim.claimant or claim.claimant_text)
    if figure and nobody and touch(speech, start, end):
        grounds.unsure.append(_("its sentence reports speech, and the figure is laid to nobody"))
    if claim.modality == "conditional":
        grounds.bad.append(_("told as unconfirmed"))
        grounds.unsure += [_("its verb may tell a rumour, or what would follow from something else")] * figure
    elif claim.modality != "asserted":
        grounds.other.append(_(_MODALITIES[claim.modality]))
    if figure and end - start > LONG:
        grounds.unsure.append(_("a long sentence"))
    if claim.stance == "hypothetical":
        grounds.bad.append(_("hypothetical"))
    if claim.comparator == "vague":
        grounds.other.append(_("a vague number"))
    return grounds


def ground_quotation(quotation: Quotation) -> Grounds:
    """Return the grounds of a quotation: whether its words are verbatim, and who speaks."""
    nobody = _("no speaker was found")
    grounds = ground_speaker(quotation.speaker, quotation.speaker_text, nobody, cue=bool(quotation.cue))
    grounds.other.append(_("words quoted") if quotation.kind != "indirect" else _("reported, not verbatim"))
    if quotation.kind == "indirect" and any(map(quotation.text.__contains__, vocabulary("remarks"))):
        grounds.unsure.append(_("its last clause may be the newspaper’s own remark"))
    if not quotation.cue:
        grounds.unsure.append(_("no verb of speaking stands beside it"))
    if not quotation.speaker_text:
        grounds.unsure.append(_("who speaks is not named beside it") if quotation.speaker else nobody)
    return grounds


def ground_speaker(names: tuple[str, ...], text: str, nobody: str, *, cue: bool = True) -> Grounds:
    """Return whether who speaks is named in the passage, resolved from elsewhere, or not known by name.

    *nobody* is said where the text lays the words to nobody; without a *cue* it only tells of somebody.
    """
    grounds, text = Grounds(), text.lstrip("-")  # "a-t-il"
    said, surnames = name_key(text), [n.split()[-1] for n in names if n.istitle()]  # "B. Obama"
    if not names and text:
        grounds.bad.append(_("who says so is not named (“{words}”)", words=text))
        grounds.nameless = True
    elif not names:
        grounds.other.append(nobody)
    elif text and any(name_key(n) in said or said in name_key(n) for n in {*names, *surnames}):
        grounds.good.append(_("who says so stands in the passage"))
    elif text:
        grounds.other.append(_(_TOLD[cue], words=text))
    else:
        grounds.other.append(_("who says so is named around the passage, not in it"))
    return grounds


def ground_discrepancy(row: Discrepancy, grades: Mapping[str, str]) -> Grounds:
    """Return the grounds of a discrepancy: the records that it rests on."""
    low = [grades.get(name) for name in row.records].count("low")
    rests = ngettext("rests on {n} record", "rests on {n} records", len(row.records))
    unsure = ngettext("{n} of them with low confidence", "{n} of them with low confidence", low)
    return Grounds(other=[rests, *([unsure] if low else [])])
