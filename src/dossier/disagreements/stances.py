"""What one affirms and another denies or does not answer. A newspaper that reports a denial does not deny."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain

from dossier.blocks import gathered
from dossier.disagreements.differences import MECHANISMS
from dossier.disagreements.scope import thing_of
from dossier.disagreements.tellings import roots
from dossier.disagreements.voices import content
from dossier.disagreements.wording import Sources, series
from dossier.edtf import bounds, in_words, is_day
from dossier.i18n import N_, _, ngettext, quoted
from dossier.investigation import Investigation, own_topics
from dossier.lexicons import load_lexicon
from dossier.records import Claim, Discrepancy, stable_id
from dossier.syntax.vocabulary import vocabulary

_APART = 6  # voices, and articles, of one side that are named
_ANSWERS = 4  # sentences that answer, in the words of the articles
UNSAID = ("did_not_deny", "leaves_open", "not_reached")  # leans no way, and declines to answer nothing
VERBS = {
    "deny": N_("{matter}: figures given by {some}. Beside them a denial: {answers}."),
    "no_comment": N_("{matter}: figures given by {some}. Beside them, left open: {answers}."),
}
TURN = N_("{matter}: a denial, and left open elsewhere: {answers}.")


def find_stance_conflicts(
    claims: Iterable[Claim], contexts: Mapping[str, str], sources: Sources, investigation: Investigation
) -> Iterator[Discrepancy]:
    """Yield one discrepancy for each topic affirmed in one article and denied, or not answered, in another,

    and one for each actor who denies in one article what he leaves unanswered in another. What is answered
    stands in the sentence of the article, of *contexts*: no figure is said to be denied.

    Claims bear the day of their article where they have none of their own: what is claimed after the last
    answer is not answered by it. Those without a topic are compared statement by statement: `comparators`.
    Only topics that the investigation asks for: on a general one, money say, the answer may be on anything.
    """
    asked = own_topics(investigation.topics)
    labels = {topic.key: topic.label for topic in investigation.topics}
    words = {topic.key: roots(" ".join((*topic.words, *topic.verbs))) for topic in investigation.topics}
    by_topic = gathered((c.topic, c) for c in claims if c.topic in asked)
    for topic, members in by_topic.items():
        yield from find_turns(labels[topic], topic, members, contexts, sources)
        affirmed = [
            c
            for c in members
            if c.stance == "affirm" and c.modality not in ("planned", "sought") and is_voiced(c)
        ]
        known = {figure_of(claim) for claim in affirmed}
        counted = roots(" ".join(claim.unit for claim in affirmed if claim.high and claim.high > 1))
        answers = [c for c in members if c.stance in VERBS and is_voiced(c) and answers_one(c, known)]
        answers = [c for c in answers if c.response not in UNSAID and is_on(c, words[topic], contexts)]
        answers = [c for c in answers if not is_of_one(c.text, counted)]
        for stance in VERBS:
            of_stance = [claim for claim in answers if claim.stance == stance]
            answered = {figure_of(c) for claim in of_stance if (c := figure_before(claim, members))}
            some = [c for c in affirmed if not answered or figure_of(c) in answered]
            yield from build_row(labels[topic], topic, some, of_stance, contexts=contexts, sources=sources)


def find_turns(
    label: str, subject: str, members: Iterable[Claim], contexts: Mapping[str, str], sources: Sources
) -> Iterator[Discrepancy]:
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
                    answers=in_words_of((*denials, *silences), contexts, sources),
                ),
                severity="tension",
                records=tuple(claim.claim_id for claim in (*denials, *silences)),
                reason=_(MECHANISMS["silence"].reason),
                between="sources",
            )


def answers_one(claim: Claim, known: set[tuple[object, ...]]) -> bool:
    """Return whether *claim* is an answer in words, or denies one of the *known* figures."""
    return (claim.low is None and claim.high is None) or figure_of(claim) in known


def is_on(answer: Claim, words: frozenset[str], contexts: Mapping[str, str]) -> bool:
    """Return whether what *answer* says behind its verb, if anything, has one of the *words* of its topic."""
    _, _, said = " ".join(contexts.get(answer.claim_id, "").split()).partition(" : ")
    return not content(said) or not words.isdisjoint(roots(said))


def is_of_one(text: str, counted: frozenset[str]) -> bool:
    """Return whether *text* has what is *counted* for one body only: "La commune n'a pas été informée"."""
    words = text.casefold().replace("’", "'").replace("'", "' ").split()
    before = [words[at - 1 : at] for at, word in enumerate(words) if roots(word) & counted]
    return bool(before) and all(vocabulary("singular_definite").intersection(word) for word in before)


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
    *,
    contexts: Mapping[str, str],
    sources: Sources,
) -> Iterator[Discrepancy]:
    """Yield the discrepancy between those who affirm and those who answer, if two articles take part."""
    answering = {name for claim in answers for name in voice(claim)}
    affirmed = [claim for claim in affirmed if not answering & set(voice(claim))]
    if not any(are_set_apart(a, b) for a in affirmed for b in answers):
        return
    stance = answers[0].stance
    affirmed = [claim for claim in affirmed if not all(is_later(claim, answer) for answer in answers)]
    if not affirmed:
        return
    yield Discrepancy(
        discrepancy_id=stable_id("x", subject, 0, 0, f"stance {stance}"),
        kind="stance",
        subject=subject,
        statement=_(
            VERBS[stance],
            matter=label,
            some=voices(affirmed, sources),
            answers=in_words_of(answers, contexts, sources),
        ),
        severity="conflict" if stance == "deny" else "tension",
        records=tuple(claim.claim_id for claim in (*affirmed, *answers)),
        reason=_("One side gives figures, the other answers on the same matter; the articles report both."),
        between="parties",
    )


def are_set_apart(one: Claim, answer: Claim) -> bool:
    """Return whether *answer* is given in another article, or denies *one* in its very sentence.

    "A a nié les accusations de B selon lesquelles A aurait livré des obus" is a dispute by itself.
    """
    if one.article_id != answer.article_id:
        return True
    return answer.stance == "deny" and one.sentence_start == answer.sentence_start


def in_words_of(answers: Iterable[Claim], contexts: Mapping[str, str], sources: Sources) -> str:
    """Return the sentences that hold *answers*, each once, with who answers and by which day it is told."""
    told: dict[tuple[str, str], dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for claim in answers:
        words = contexts.get(claim.claim_id, claim.text).strip(" .\n")
        told[claim.article_id, claim.said_on][quoted(words)] += voice(claim)
    shown = [
        _(
            "{who} in {sources}{by}: {words}",
            who=series(sources.who([name]) for names in said.values() for name in names),
            sources=sources.name([article_id]),
            by=_(", by {day}", day=in_words(day)) if is_day(day) else "",
            words=" ".join(said),
        )
        for (article_id, day), said in told.items()
    ]
    more = len(shown) - _ANSWERS
    rest = [ngettext("{n} other", "{n} others", more)] if more > 0 else []
    return _("; ").join((*shown[:_ANSWERS], *rest))


def is_later(claim: Claim, answer: Claim) -> bool:
    """Return whether *claim* is made only after the day of *answer*."""
    made, given = bounds(claim.said_on)[0], bounds(answer.said_on)[1]
    return bool(made and given and made > given)


def voice(claim: Claim) -> tuple[str, ...]:
    """Return who says it."""
    return claim.claimant or (claim.claimant_text,)


def voices(claims: Iterable[Claim], sources: Sources) -> str:
    """Return who says it, each once, and the articles that report it; of many the most told."""
    grouped = gathered((sources.who([name]), c.article_id) for c in claims for name in voice(c))
    if len(grouped) > _APART:
        told = sorted(grouped, key=lambda who: -len(set(grouped[who])))
        articles = len(set(chain(*grouped.values())))
        named = ngettext("{n} article", "{n} articles", articles)
        return _("{who} ({sources})", who=series(told, _APART), sources=named)
    alike = gathered((sources.name(told_in), who) for who, told_in in grouped.items())
    return series(_("{who} ({sources})", who=series(who), sources=told_in) for told_in, who in alike.items())
