"""Events that are speech: who speaks, and what; and which happenings without a day a book tells."""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from textwrap import shorten

from dossier.edtf import width
from dossier.events import PASSAGE, STATEMENT, is_undated
from dossier.folding import without_accents
from dossier.i18n import _
from dossier.lexicons import word_set
from dossier.records import Claim, Mention, Quotation, Statement
from dossier.syntax.vocabulary import vocabulary
from dossier.view.index import Index

_MONTH = 31  # days
_PAUSES = " \u00a0,;:.(«["


@dataclass(frozen=True, slots=True)
class Speech:
    """What a mention of speech tells: the speakers, the words laid to them, and the figures in them."""

    speakers: tuple[str, ...]
    quotations: tuple[Quotation, ...]
    claims: tuple[Claim, ...]


def speech_of(index: Index, mention: Mention) -> Speech | None:
    """Return the speech that *mention* is of: its words hold the cue of a quotation in its sentence."""
    start, end = mention.sentence_start, mention.sentence_end
    near = (q for q in index.quotations_of(mention.article_id) if start <= q.start < end or _holds(q, start))
    words = set(_words(mention.text))
    said = [q for q in near if q.speaker and words & set(_words(q.cue)[-1:])]
    if not said:
        return None
    speakers = said[0].speaker
    return spoken(index, speakers, tuple(q for q in said if q.speaker == speakers))


def spoken(index: Index, speakers: tuple[str, ...], words: tuple[Quotation, ...]) -> Speech:
    """Return *words* of one article as speech, with the figures in them that are the speakers'."""
    claims = index.claims_of(words[0].article_id)
    own = (c for c in claims if c.claimant == speakers)
    held = (c for c in own if any(q.content_start <= c.start < q.content_end for q in words))
    return Speech(speakers, words, tuple(held))


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", text.casefold())


def _holds(quotation: Quotation, place: int) -> bool:
    return quotation.start <= place < quotation.end


def reported_words(index: Index, speech: Speech) -> str:
    """Return the words laid to the speaker: the reported clause around the first quotation, dates cut off."""
    first = speech.quotations[0]
    start, end = first.content_start, first.content_end
    for date in index.expressions.values():
        if date.article_id == first.article_id and start <= date.start < first.start:
            start = max(start, date.end)
    words = index.articles[first.article_id].text[start:end].strip(" ,\u00a0\u202f")
    return balanced(words) or first.text


def balanced(words: str) -> str:
    """Return *words* with the other half of each mark or bracket that was cut off, none around them all."""
    for pair in ("«»", "“”", '""'):
        if words[:1] + words[-1:] == pair and sum(map(words.count, {*pair})) == 2:
            return words[1:-1].strip()
    if words.count('"') % 2:
        bare = words.removeprefix('"').removesuffix('"')
        opens = words[: words.rindex('"')][-1:] in " ('’\u00a0"
        words = bare if bare != words else f'{words}"' if opens else f'"{words}'
    for opening, closing, gap in (("[", "]", ""), ("(", ")", ""), ("«", "»", " "), ("“", "”", "")):
        depth = lowest = 0
        for char in words:
            depth += (char == opening) - (char == closing)
            lowest = min(lowest, depth)
        words = -lowest * f"{opening}{gap}" + words + (depth - lowest) * f"{gap}{closing}"
    return words


def is_name(who: str) -> bool:
    """Return whether *who* is called by a name, not by an office or a phrase of an article: "un riverain"."""
    return who[:1].isupper()


def shortened(words: str, most: int) -> str:
    """Return *words* on one line, at most that many letters: cut between two words and not behind a pause."""
    whole = " ".join(words.split())
    if len(whole) <= most:
        return balanced(whole)
    return balanced(trimmed(shorten(whole, most - 4, placeholder="")) + cut("more"))


def trimmed(words: str) -> str:
    """Return cut *words* without a pause, a joining word or a number at their end.

    >>> trimmed("un plan de départs de 556"), trimmed("le maire et la,"), trimmed("le maire à l'avis d’un")
    ('un plan de départs', 'le maire', "le maire à l'avis")
    """
    kept = words.rstrip(_PAUSES).split(" ")
    while len(kept) > 1 and (_joins(kept[-1]) or kept[-1].isdigit()):
        kept.pop()
        kept[-1] = kept[-1].rstrip(_PAUSES)
    return " ".join(kept)


def _joins(word: str) -> bool:
    bare = without_accents(re.split("['’]", word.lower())[-1])
    return bare in word_set("languages", "fr", "en")


def cut(behind: str) -> str:
    """Return the mark of what is left out where a sentence goes on with *behind*."""
    return f" {_('…')}" * bool(re.search(r"\w", behind))


def cut_before(words: str) -> str:
    """Return the mark of what is left out, *words*, before the rest of a sentence."""
    return f"{_('…')} " * bool(re.search(r"\w", words))


def is_led(said: Quotation, words: str) -> bool:
    """Tell whether *words* begin with the verb that *said* is told by: its speaker is their subject."""
    cue = said.cue.casefold()
    opens = cue and words.casefold().startswith(cue)
    return bool(opens) and vocabulary("prepositions").isdisjoint({cue, cue.split()[0]})


OTHER = "other"  # the type of an event that the investigation does not ask for


def told_mentions(index: Index) -> tuple[Mention, ...]:
    """Return the mentions that a book tells: dated ones, those that open an article or stand in two, steps.

    What joins a dated event is told by the mentions that date it, then by articles that do not, unless with
    another figure; a noun alone tells nothing. That something was said is no event beside what is told as
    one, of another day or of none: "le pont a été rouvert samedi, a annoncé lundi la ville".
    """
    leads = set(_leads(index))
    days: dict[tuple[str, int], set[str]] = defaultdict(set)
    for mention in index.analysis.events:
        laid = mention.attributed_to and not is_undated(mention)
        if mention.label != STATEMENT and (laid or (mention.event_id in leads and _tells(index, mention))):
            days[mention.article_id, mention.sentence_start].add(mention.date)
    mentions = [
        mention
        for mention in index.analysis.events
        if not _dates_a_remark(index, mention)
        if mention.label != STATEMENT or not days[mention.article_id, mention.sentence_start] - {mention.date}
    ]
    dating = {(m.event_id, m.article_id) for m in mentions if not is_undated(m)}
    dated = {event_id for event_id, _article in dating}
    articles: dict[str, set[str]] = defaultdict(set)
    for mention in mentions:
        if _tells(index, mention):
            articles[mention.event_id].add(mention.article_id)
    several = {event_id for event_id, telling in articles.items() if len(telling) > 1}
    steps = {m.event_id for m in mentions if m.type in index.analysis.investigation.path}
    wanted = (several | leads | steps) - dated
    told = [m for m in mentions if not is_undated(m) or (m.event_id in wanted and _tells(index, m))]
    figures: dict[str, set[tuple[float | None, float | None]]] = defaultdict(set)
    for mention in (m for m in mentions if not is_undated(m)):
        figures[mention.event_id] |= _figures(index, mention)
    apart = {
        (m.event_id, m.article_id)
        for m in mentions
        if (of_day := figures.get(m.event_id)) and (own := _figures(index, m)) and not own & of_day
    }
    left_out = dating | apart
    joining = (m for m in mentions if m.event_id in dated and (m.event_id, m.article_id) not in left_out)
    return (*told, *(m for m in joining if m.type != OTHER or _tells(index, m)))


def _dates_a_remark(index: Index, mention: Mention) -> bool:
    """Return whether only the words of somebody name a year: beside them it reads as their day."""
    told = index.statements.get(mention.statement_id)
    spoken = mention.label == PASSAGE and told is not None and told.kind == "direct"
    return spoken and not is_undated(mention) and width(mention.date) > _MONTH


def _figures(index: Index, mention: Mention) -> set[tuple[float | None, float | None]]:
    claims = index.claims_of(mention.article_id)
    held = (claim for claim in claims if mention.start <= claim.start < mention.end)
    return {(claim.low, claim.high) for claim in held} - {(None, None)}


def _leads(index: Index) -> Iterator[str]:
    """Yield the event that the first sentence of each article tells, where nothing in it has a day.

    Of a first draft what those of its first sentences tell that are about the affair. And what its title and
    the paragraphs of its first two sentences tell of a kind that is asked for.
    """
    central, heads = set[tuple[str, int]](), dict[str, int]()
    for name, body in index.bodies.items():
        known = index.unasked and index.weights
        central |= {(name, at) for _from, at, _end in (index.beginnings(name) if known else [(0, *body[0])])}
        second = body[:2][-1][0]
        heads[name] = next(
            s.end for s in index.articles[name].sections if s.kind == "body" and s.end > second
        )
    opening: dict[tuple[str, int], list[Mention]] = defaultdict(list)
    asked: dict[tuple[str, str], list[Mention]] = defaultdict(list)
    for mention in index.analysis.events:
        name = mention.article_id
        if (name, mention.sentence_start) in central:
            opening[name, mention.sentence_start].append(mention)
        if mention.type != OTHER and mention.end <= heads.get(name, 0):
            asked[name, mention.type].append(mention)
    for mentions in asked.values():
        if all(map(is_undated, mentions)):
            yield from (mention.event_id for mention in mentions if _tells(index, mention))
    for place, mentions in opening.items():
        begin = min((told.start for told in index.statements_of(*place)), default=0)
        main = (m for m in mentions if _tells(index, m) and _is_main(index.statements[m.statement_id], begin))
        if all(is_undated(m) or m.label == STATEMENT for m in mentions):
            yield from (mention.event_id for mention in islice(main, 1))


def _tells(index: Index, mention: Mention) -> bool:
    """Return whether a clause tells the undated *mention* as done or to come, who or what before its verb."""
    own = index.statements.get(mention.statement_id)
    if own is None or not is_undated(mention) or mention.status not in ("reported", "planned"):
        return False
    begin = own.start if mention.type == OTHER else mention.sentence_start  # "PSA va | supprimer 300 postes"
    text = index.articles[mention.article_id].text[begin : own.end].casefold()
    before = text[: own.predicate_start - begin]
    names = [name.split()[-1].casefold() for name in (*own.agent, *own.patient)]
    named = any(name in before for name in names) if names else bool(before)
    if mention.type != OTHER and before:  # "celui-ci doit être signé par X": whom a pronoun means
        named |= any(name not in text for name in names)
    return bool(own.phase) and named and mention.start <= own.predicate_start < mention.end


def _is_main(own: Statement, begin: int) -> bool:
    """Return whether *own* is the main clause of a sentence whose first begins at *begin*, or words said."""
    return bool(own.source) or own.start == begin
