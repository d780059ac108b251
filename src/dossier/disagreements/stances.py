"""What one affirms and another denies or does not answer. A newspaper that reports a denial does not deny."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import chain

from dossier.disagreements.differences import MECHANISMS
from dossier.disagreements.scope import thing_of
from dossier.disagreements.wording import Sources, series
from dossier.edtf import bounds, in_words, is_day
from dossier.i18n import N_, _, ngettext
from dossier.investigation import Investigation
from dossier.lexicons import load_lexicon
from dossier.records import Claim, Discrepancy, stable_id

_APART = 6  # voices, and articles, of one side that are named
VERBS = {
    "deny": N_("{matter}: figures claimed by {some}; denied by {others}."),
    "no_comment": N_("{matter}: figures claimed by {some}; not confirmed or not answered by {others}."),
}
TURN = N_("{matter}: {who} denies in {denying}, but does not confirm or does not answer in {silent}.")


def find_stance_conflicts(
    claims: Iterable[Claim], sources: Sources, investigation: Investigation
) -> Iterator[Discrepancy]:
    """Yield one discrepancy for each topic affirmed in one article and denied, or not answered, in another,

    and one for each actor who denies in one article what he leaves unanswered in another.

    Claims bear the day of their article where they have none of their own: what is claimed after the last
    denial is not denied by it. Those without a topic are compared statement by statement: `comparators`.
    """
    labels = {topic.key: topic.label for topic in investigation.topics}
    by_topic: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        if claim.topic in labels:
            by_topic[claim.topic].append(claim)
    for topic, members in by_topic.items():
        yield from find_turns(labels[topic], topic, members, sources)
        affirmed = [c for c in members if c.stance == "affirm" and c.modality != "planned" and is_voiced(c)]
        known = {figure_of(claim) for claim in affirmed}
        answers = [c for c in members if c.stance in VERBS and is_voiced(c) and answers_one(c, known)]
        answers = [claim for claim in answers if claim.response != "did_not_deny"]  # which leans neither way
        for stance in VERBS:
            of_stance = [claim for claim in answers if claim.stance == stance]
            answered = {figure_of(c) for claim in of_stance if (c := figure_before(claim, members))}
            some = [c for c in affirmed if not answered or figure_of(c) in answered]
            yield from build_row(labels[topic], topic, some, of_stance, sources)


def find_turns(label: str, subject: str, members: Iterable[Claim], sources: Sources) -> Iterator[Discrepancy]:
    """Yield each actor whose answers in words on a topic differ between articles."""
    by_actor: dict[str, list[Claim]] = defaultdict(list)
    for claim in members:
        if claim.stance in VERBS and claim.low is None and claim.high is None:
            for name in claim.claimant:
                by_actor[name].append(claim)
    for name, answers in by_actor.items():
        denials, silences = ([c for c in answers if c.stance == stance] for stance in VERBS)
        if {c.article_id for c in silences} - {c.article_id for c in denials} and denials:
            yield Discrepancy(
                discrepancy_id=stable_id("x", subject, 0, 0, f"stances of {name}"),
                kind="stance",
                subject=subject,
                statement=_(
                    TURN,
                    matter=label,
                    who=sources.who([name]),
                    denying=sources.name(c.article_id for c in denials),
                    silent=sources.name(c.article_id for c in silences),
                ),
                severity="tension",
                records=tuple(claim.claim_id for claim in (*denials, *silences)),
                reason=_(MECHANISMS["silence"].reason),
                between="sources",
            )


def answers_one(claim: Claim, known: set[tuple[object, ...]]) -> bool:
    """Return whether *claim* is an answer in words, or denies one of the *known* figures."""
    return (claim.low is None and claim.high is None) or figure_of(claim) in known


def figure_before(answer: Claim, members: Iterable[Claim]) -> Claim | None:
    """Return the figure that *answer* is given to ("Ce chiffre n'est pas sérieux"): the last before it."""
    counts = load_lexicon("comparisons")["counts"]
    if not any(word in counts for word in answer.text.casefold().replace("'", " ").split()):
        return None
    before = [
        c
        for c in members
        if c.article_id == answer.article_id and c.start < answer.start and figure_of(c)[:2] != (None, None)
    ]
    return max(before, key=lambda c: c.start, default=None)


def figure_of(claim: Claim) -> tuple[object, ...]:
    """Return the number of *claim* with its hedge and the thing counted."""
    return claim.low, claim.high, claim.comparator, thing_of(claim)


def is_voiced(claim: Claim) -> bool:
    """Return whether somebody other than the newspaper says it."""
    return bool(claim.claimant or claim.claimant_text)


def build_row(
    label: str,
    subject: str,
    affirmed: list[Claim],
    answers: list[Claim],
    sources: Sources,
) -> Iterator[Discrepancy]:
    """Yield the discrepancy between those who affirm and those who answer, if two articles take part."""
    answering = {name for claim in answers for name in voice(claim)}
    affirmed = [claim for claim in affirmed if not answering & set(voice(claim))]
    if not any(are_set_apart(a, b) for a in affirmed for b in answers):
        return
    stance = answers[0].stance
    others = voices(answers, sources)
    if stance == "deny":
        affirmed = [claim for claim in affirmed if not all(is_later(claim, answer) for answer in answers)]
        others = denied(others, answers)
    if not affirmed:
        return
    yield Discrepancy(
        discrepancy_id=stable_id("x", subject, 0, 0, f"stance {stance}"),
        kind="stance",
        subject=subject,
        statement=_(VERBS[stance], matter=label, some=voices(affirmed, sources), others=others),
        severity="conflict" if stance == "deny" else "tension",
        records=tuple(claim.claim_id for claim in (*affirmed, *answers)),
        reason=_("One side claims what the other denies; the newspapers report both sides.")
        if stance == "deny"
        else _("One side claims what the other leaves unanswered: a silence neither confirms nor denies."),
        between="parties",
    )


def are_set_apart(one: Claim, answer: Claim) -> bool:
    """Return whether *answer* is given in another article, or denies *one* in its very sentence.

    "A a nié les accusations de B selon lesquelles A aurait livré des obus" is a dispute by itself.
    """
    if one.article_id != answer.article_id:
        return True
    return answer.stance == "deny" and one.sentence_start == answer.sentence_start


def denied(who: str, denials: list[Claim]) -> str:
    """Return *who* denies, with the day by which it is told."""
    day, *others = {claim.said_on for claim in denials}
    one = not others and is_day(day)
    return _("{others}, by {day}", others=who, day=in_words(day)) if one else who


def is_later(claim: Claim, answer: Claim) -> bool:
    """Return whether *claim* is made only after the day of *answer*."""
    made, given = bounds(claim.said_on)[0], bounds(answer.said_on)[1]
    return bool(made and given and made > given)


def voice(claim: Claim) -> tuple[str, ...]:
    """Return who says it."""
    return claim.claimant or (claim.claimant_text,)


def voices(claims: Iterable[Claim], sources: Sources) -> str:
    """Return who says it, each once, and the articles that report it; of many the most told."""
    grouped: dict[str, list[str]] = defaultdict(list)
    for claim in claims:
        for name in voice(claim):
            grouped[sources.who([name])].append(claim.article_id)
    if len(grouped) > _APART:
        told = sorted(grouped, key=lambda who: -len(set(grouped[who])))
        articles = len(set(chain(*grouped.values())))
        named = ngettext("{n} article", "{n} articles", articles)
        return _("{who} ({sources})", who=series(told, _APART), sources=named)
    alike: dict[str, list[str]] = defaultdict(list)
    for who, told_in in grouped.items():
        alike[sources.name(told_in)].append(who)
    return series(_("{who} ({sources})", who=series(who), sources=told_in) for told_in, who in alike.items())
