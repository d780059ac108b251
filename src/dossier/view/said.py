"""Events that are speech, in a sentence that says who said what."""

import re
from collections.abc import Iterator, Sequence

from dossier.i18n import N_, _, capital
from dossier.lexicons import load_lexicon
from dossier.records import Mention, Quotation
from dossier.syntax.vocabulary import vocabulary
from dossier.view.figures import counted, figure_of, whereabouts
from dossier.view.index import Index
from dossier.view.qualifiers import qualifiers
from dossier.view.speech import OTHER, Speech, cut, is_led, reported_words
from dossier.view.told import own_words, quoted_in_short, quotes_whole
from dossier.words import RESPONSES, response_of

_GAP = 2  # characters at most between two sentences
_OPENING = 4  # words at most before the verb of what is said


def speech(index: Index, mentions: Sequence[Mention], said: Speech) -> str:
    """Return who said what: a figure with all that keeps it from being a fact, an answer, else the words."""
    who = capital(index.who(said.speakers))
    for claim in filter(figure_of, () if quotes_whole() else said.claims):
        place, figure = whereabouts(index, claim), counted(index, claim)
        figure = _("{figure} in {place}", figure=figure, place=place) if place[:1].isalpha() else figure
        what = ", ".join((figure, *qualifiers(index, claim)))
        told = N_("{who} spoke of {figure}") if claim.stance == "affirm" else N_("{who}: {figure}")
        return _(told, who=who, figure=what)
    for answer in _answers(index, mentions, said):
        words = quoted_in_short(reported_words(index, said))
        does = _(RESPONSES[answer][len(said.speakers) > 1])
        return _("{who} {does}: {words}", who=who, does=does, words=words)
    first, verbatim = said.quotations[0], all(q.kind == "direct" for q in said.quotations)
    if not (verbatim or quotes_whole()):
        return _in_english(index, mentions, said, who)
    whole = verbatim and (quotes_whole() or _is_clause(index, first))
    told = N_("{who} said: {words}") if whole else N_("{who}: {words}")
    *before, own = index.passage(first.article_id, first.start, first.end)
    own_verb = _from_cue(index, mentions, said)
    words = quoted_in_short(own_verb)
    if quotes_whole() and not before and is_led(first, own_verb):
        return f"{who} {words}"
    if quotes_whole() and before:
        text, end = index.articles[first.article_id].text, first.content_end
        words = quoted_in_short(text[own[0] : end] + cut(text[end : own[1]]))
        ahead = text[before[0][0] : before[-1][1]].removesuffix(".")
        words = _("{words}; before it in the article: {before}", words=words, before=quoted_in_short(ahead))
    return _(told, who=who, words=words)


def _in_english(index: Index, mentions: Sequence[Mention], said: Speech, who: str) -> str:
    """Return that *who* said, announced or asked for what a clause behind it tells in French.

    A verb that has no English here, is negated, to come or leads to no clause, stands in its sentence.
    """
    first = said.quotations[0]
    here = [mention for mention in mentions if mention.article_id == first.article_id]
    for mention in (m for m in here if m.status == "reported" and _is_clause(index, first)):
        told = index.statements.get(mention.statement_id)
        does = load_lexicon("english")["said"].get(told.predicate, "") if told else ""
        if told and does and told.polarity == "+" and first.cue in told.text:
            behind = index.articles[first.article_id].text[first.content_end : mention.sentence_end]
            words = quoted_in_short(reported_words(index, said) + cut(behind))
            return _("{who} {does}: {words}", who=who, does=does, words=words)
    words = own_words(index, (here or mentions)[0])
    return _("{who}, in the article’s words: {words}", who=who, words=words)


def _is_clause(index: Index, quotation: Quotation) -> bool:
    """Tell whether what is said begins with a clause that has a subject of its own: "le pont tiendra"."""
    text, first = index.articles[quotation.article_id].text, quotation.content_start
    joining = vocabulary("clause_relatives", "prepositions")  # "de partir", "l'aide qui viendra" are none
    (sentence, _end), *_others = index.sentences(quotation.article_id, first, quotation.content_end)
    for told in index.statements_of(quotation.article_id, sentence):
        subject = re.findall(r"\w+", text[first : told.predicate_start].casefold())
        opens = told.phase and 0 < len(subject) <= _OPENING and joining.isdisjoint(subject)
        if opens and told.predicate_start < quotation.content_end:
            return True
    return False


def _from_cue(index: Index, mentions: Sequence[Mention], said: Speech) -> str:
    """Return the words spoken; what the newspaper words itself with its verb before: "a promis une aide"."""
    first = said.quotations[0]
    text, end = index.articles[first.article_id].text, first.content_end
    for mention in mentions if first.kind != "direct" else ():
        at = text.find(first.cue, mention.sentence_start, first.content_start + len(first.cue))
        if first.cue and mention.article_id == first.article_id and at >= 0:
            return " ".join(text[at:end].rstrip(" ,)").split()) + cut(text[end : mention.sentence_end])
    return reported_words(index, said)


def _answers(index: Index, mentions: Sequence[Mention], said: Speech) -> Iterator[str]:
    """Yield what the speakers answer in the very words of a mention: that they deny, or do not confirm."""
    for mention in mentions:
        for claim in index.claims_of(mention.article_id):
            same = claim.start < mention.end and mention.start < claim.end
            if same and claim.claimant == said.speakers and claim.stance in ("deny", "no_comment"):
                yield response_of(claim.stance, claim.response)


def acting_alone(index: Index, mention: Mention) -> tuple[str, ...]:
    """Return whose event one article tells, in English: "où elle se rendra", "a dit X lors d'une visite".

    What is done to somebody, "remporter la ville", is told in the article's words.
    """
    own = index.statements.get(mention.statement_id)
    if quotes_whole() or not own:
        return ()
    if mention.start <= own.predicate_start < mention.end and (own.agent or own.patient):
        return () if own.patient else tuple(name for name in own.agent if name in mention.actors)
    text, words = index.articles[mention.article_id].text, load_lexicon("english")
    spans = ((mention.sentence_start, mention.start), (mention.start, mention.sentence_end))
    before, behind = (text[slice(*s)].replace("’", "'").replace("'", "' ").split() for s in spans)
    of_another = words["joints"].get("".join(behind[1:2]), "").startswith("of")
    during = set(before[-3:-1]) & {*load_lexicon("events")["during"]} and before[-1] in words["indefinite"]
    speaks = [q.speaker for q in index.quotations_of(mention.article_id) if _speaks_in(q, mention, text)]
    return speaks[0] if during and len(set(speaks)) == 1 and not of_another else ()


def acting_beside(index: Index, mention: Mention) -> tuple[str, ...]:
    """Return whom alone the sentences beside *mention* name in a clause of its kind and day: who has won."""
    text = index.articles[mention.article_id].text
    first = max(text.rfind("\n", 0, mention.sentence_start) + 1, mention.sentence_start - _GAP)
    last = min(f"{text}\n".find("\n", mention.sentence_end), mention.sentence_end + _GAP)
    spans = index.sentences(mention.article_id, first, last) if mention.type != OTHER else ()
    starts = (start for start, _end in spans if start != mention.sentence_start)
    near = (s for start in starts for s in index.statements_of(mention.article_id, start))
    alike = (s for s in near if (s.type, s.date, s.polarity) == (mention.type, mention.date, "+"))
    named = {s.agent for s in alike if s.agent and all(name[:1].isupper() for name in s.agent)}
    return named.pop() if len(named) == 1 else ()


def _speaks_in(quotation: Quotation, mention: Mention, text: str) -> bool:
    near = mention.sentence_start <= quotation.start < mention.start
    return near and bool(quotation.cue) and quotation.cue in text[quotation.end : mention.start]
