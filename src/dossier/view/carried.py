"""Whom records belong to: the one place that tells pages whose own sentence names the speaker.

What a ground is worth was counted on tests/gold/open: a pronoun beside a verb of speaking means the right one
in 98 of 100 cases, one that answers ("il n'a pas répondu") in 88, a thing that answers in four of ten; "à
l'entendre", "la présidente" for "l'un d'eux" and an answer that another sentence leads to were too few.
Without a cue the context gives the right one in 46 of 51 cases if the article has words of his elsewhere or
a role for him, in 2 of 5 if it has neither: then at least a first name is asked for, it is not "la Savoie".
"""

import re
from collections.abc import Container, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

from dossier.analysis import Analysis
from dossier.blocks import gathered
from dossier.i18n import N_, _
from dossier.lexicons import load_lexicon
from dossier.names import is_document
from dossier.records import Article, Claim, Quotation, Ruling
from dossier.registry import name_key
from dossier.syntax.marks import ASKING
from dossier.syntax.vocabulary import gender_of_name, is_occupation, is_personal, roles, vocabulary
from dossier.view.leaning import points_back

SOMEBODY = N_("somebody whom the sentence does not name")
_BODIES = ("organisation", "state_media")
_FAR = 200  # letters behind words in which their speaker may be named
_MARKS = ' \u00a0\u202f:.«“"'
_LONG = re.compile(r"\w{4}")
_NOBODY: dict[str, Any] = {"speaker": (), "speaker_text": "", "role": "", "affiliation": "", "category": ""}


@dataclass(frozen=True)
class Carried:
    """An analysis as it was *read*, and as pages print it: nobody is named whom the context alone gives."""

    read: Analysis

    @cached_property
    def articles(self) -> dict[str, Article]:
        """The articles by id, in the order of the package."""
        return {article.article_id: article for article in self.read.articles}

    @cached_property
    def _applied(self) -> list[Ruling]:
        return [ruling for ruling in self.read.rulings if ruling.outcome == "applied"]

    @cached_property
    def confirmed(self) -> frozenset[str]:
        """The ids of the records that the analyst accepted or corrected."""
        return frozenset(ruling.record_id for ruling in self._applied if ruling.ruling != "reject")

    @cached_property
    def worded(self) -> frozenset[str]:
        """The ids of the disagreements that are told in the analyst's words."""
        ruled = (r for r in self.read.rulings if "statement" in r.fields or r.decided_on != r.record_id)
        return frozenset(ruling.record_id for ruling in ruled if ruling.record_id[0] == "x")

    @cached_property
    def labelled(self) -> frozenset[str]:
        """The ids of the records that the analyst gave a label."""
        return frozenset(ruling.record_id for ruling in self._applied if "label" in ruling.fields)

    @cached_property
    def analysis(self) -> Analysis:
        """The analysis with each quotation, claim and dated statement laid to whom its own sentence names."""
        read, unsure, nobody = self.read, self.by_context, _(SOMEBODY)
        claimed: dict[str, Any] = {"claimant": (), "claimant_text": nobody}
        return replace(
            read,
            events=tuple(
                replace(m, attributed_to=nobody) if m.mention_id in unsure else m for m in read.events
            ),
            claims=tuple(replace(c, **claimed) if c.claim_id in unsure else c for c in read.claims),
            quotations=tuple(
                replace(q, **_NOBODY) if q.quotation_id in unsure else q for q in read.quotations
            ),
        )

    @cached_property
    def by_context(self) -> dict[str, tuple[str, ...]]:
        """Whom the context gives what names nobody itself, by the record's id: nobody where he cannot be."""
        said = gathered((q.article_id, q) for q in self.read.quotations if q.speaker)
        laid = gathered((c.article_id, c) for c in self.read.claims if c.claimant)
        found: dict[str, tuple[str, ...]] = {}
        for name in self.articles:
            unsure = (q for q in said[name] if q.quotation_id not in self.confirmed)
            own = (q for q in unsure if not self._names(q, said[name], laid[name]))
            heard = {who for q in said[name] if q.cue or q.role for who in q.speaker}
            found |= {q.quotation_id: q.speaker if _may_say(q, heard) else () for q in own}
            found |= {c.claim_id: c.claimant for c in laid[name] if self._is_led(c, said[name], found)}
        for mention in self.read.events:
            who, at = tuple(mention.attributed_to.split("|")), mention.article_id
            words = [q.quotation_id for q in said[at] if q.speaker == who and _holds(q, mention.start)]
            over = (c for c in laid[at] if c.start < mention.end and mention.start < c.end)
            words += [c.claim_id for c in over if c.claimant == who]
            if words and found.keys() >= {*words}:
                found[mention.mention_id] = who
        return {name: who for name, who in found.items() if name not in self.confirmed}

    def _is_led(self, claim: Claim, said: Sequence[Quotation], unsure: Container[str]) -> bool:
        """Return whether only the context lays *claim* to somebody: no words of his, nor its sentence."""
        own = (q for q in said if q.content_start < claim.end and claim.start < q.content_end)
        around = [q.quotation_id in unsure for q in own if q.speaker == claim.claimant]
        words = claim.claimant_text
        if around or not words:
            return bool(around) and all(around)
        sentence = self.articles[claim.article_id].text[claim.sentence_start : claim.sentence_end]
        here = _plain(words) in _plain(sentence)
        says = any(
            q.cue and q.speaker == claim.claimant and claim.sentence_start <= q.start < claim.sentence_end
            for q in said
        )  # "Elles ont affirmé que …, sans confirmer …"
        back = points_back(words) and not says
        return not here or back or _is_other(claim.claimant, words) or _is_thing(claim)

    def _names(self, quotation: Quotation, said: Sequence[Quotation], laid: Sequence[Claim]) -> bool:
        """Return whether words beside *quotation* name its speaker, or he surely goes on speaking.

        He does where a verb or an answer is his before in the paragraph, or behind, if the paragraph named
        him before; where his name stands right beside them, "« Oui, dit X. Mais quand ? »", or they say "je".
        A paragraph that asks gives the next one to whom it asks.
        """
        name, who = quotation.speaker_text.casefold().removeprefix("-"), quotation.speaker
        pronoun = name in load_lexicon("sources")["pronouns"]
        other = name and not pronoun and (points_back(name) or _is_other(who, name))
        if quotation.cue or other or _is_of_a_person(quotation):
            return not (other or _is_of_a_person(quotation))
        text = self.articles[quotation.article_id].text
        paragraph = text.rfind("\n", 0, quotation.start)
        asked = text[: paragraph + 1].rstrip().endswith(ASKING[:1])
        beside = text[: quotation.start].rstrip(_MARKS).casefold().endswith(name) or re.match(
            rf", (?:\w+ )?\w+(?:-t)?\W?{re.escape(name)}", text[quotation.end :][:_FAR].casefold()
        )
        if pronoun or asked or (name and (beside or _says_i(quotation))):
            return bool(beside or not pronoun)
        known = name or any(one in text[paragraph + 1 : quotation.start] for one in who)
        end = f"{text}\n".find("\n", quotation.end) if known else quotation.start
        near = [q.start for q in said if q.cue and q.speaker == who]
        led = (c.start for c in laid if name and c.response and c.claimant == who)
        near += [start for start in led if start < quotation.start]  # no answer in the words themselves
        return any(paragraph < start < end for start in near)


def _says_i(quotation: Quotation) -> bool:
    own = re.findall(r"\w+'?", _plain(quotation.text).casefold())
    return not vocabulary("first_person").isdisjoint(own)


def _may_say(quotation: Quotation, heard: Container[str]) -> bool:
    """Return whether whom the context gives can say *quotation*: *heard* elsewhere, or by a first name."""
    known = all(who in heard or gender_of_name(who) for who in quotation.speaker)
    return known and not _is_of_a_person(quotation)


def _is_of_a_person(quotation: Quotation) -> bool:
    """Return whether a body or text cannot be the "elle" of *quotation*: whoever says "je" is a person."""
    name = quotation.speaker[0]
    body = quotation.category in _BODIES or is_document(name)
    person = gender_of_name(name) or any(map(is_personal, f"{quotation.role} {name}".lower().split()))
    return body and not person and points_back(quotation.speaker_text) and _says_i(quotation)


def _is_other(names: tuple[str, ...], words: str) -> bool:
    """Return whether *words* take up who has no name by others than his: "la présidente" is "l'un d'eux"."""
    if all(map(is_document, names)):
        return False
    said, keys = set(filter(_LONG.match, name_key(words).split())), [name_key(name) for name in names]
    one = vocabulary("indefinite")
    initials = {"".join(word[0] for word in key.split() if _LONG.match(word)) for key in keys}
    named = not initials.isdisjoint(name_key(words).split()) or any(
        n[:1].isupper() and one.isdisjoint(key.split()[:2]) for n, key in zip(names, keys, strict=True)
    )
    return not named and not any(key == name_key(words) or said & {*key.split()} for key in keys)


def _is_thing(claim: Claim) -> bool:
    """Return whether an answer is laid to what seems no one: "Ce pourcentage ne veut rien dire"."""
    words = re.findall(r"[\w-]+", " ".join(claim.claimant).lower())
    named = any(name[:1].isupper() for name in claim.claimant) or any(map(is_occupation, words))
    able = (
        w in vocabulary("source_nouns") or roles().category.get(w, "document") != "document" for w in words
    )
    return bool(claim.response) and not named and not any(able)


def _plain(words: str) -> str:
    return words.replace("’", "'")


def _holds(quotation: Quotation, place: int) -> bool:
    return quotation.content_start <= place < quotation.content_end
