"""What an affair is about, by the words that its articles and their titles share."""

import functools
import re
from collections.abc import Container, Iterable, Mapping

from dossier.blocks import gathered
from dossier.i18n import _
from dossier.lexicons import load_lexicon
from dossier.narrative.parts import fill, in_their_words, ranked_figures, unnamed
from dossier.narrative.sentences import answers
from dossier.records import Claim, Parts
from dossier.syntax.marks import MARKED
from dossier.syntax.vocabulary import is_occupation, is_personal, names_bodies, vocabulary
from dossier.view import View, leans, stems

WEIGHT = 2  # of the words of the affair in what is told of it, at least
_FIGURES, _DENIALS = 8, 3  # passages told, at most
_NAMED = re.compile(r"[\w’',;] +[A-ZÀ-Ý]\w")


def weight(affair: Mapping[str, int], words: str) -> int:
    """Return what the words of the *affair* in *words* weigh together."""
    return sum(affair.get(stem, 0) for stem in stems(words))


def is_of_somebody(words: str) -> bool:
    """Tell whether *words* leave to others of whom they speak: "« Je pars », assure-t-il", without a name."""
    pronouns, strong = ("|".join(vocabulary(key)) for key in ("personal_subjects", "strong_pronouns"))
    by = "|".join(load_lexicon("sources")["prepositions"])
    said = re.search(rf"\w-(?:t-)?(?:{pronouns})\b|\b(?i:{by}) (?:{strong})\b", words)
    return leans(words) or bool(said and not _NAMED.search(words))


def most_telling(
    view: View, topics: Iterable[str], before: Container[tuple[str, int]]
) -> tuple[list[Parts], list[Parts]]:
    """Return the passages with figures that say most of the affair, what several articles count first.

    And those in which somebody denies something. None stands among the facts, those told *before*, or twice;
    nor one that leaves out of whom it speaks, or who says so.
    """
    affair, shown = view.affair, set[tuple[str, int]]()
    figures = [claim for topic in (*topics, "other") for claim in ranked_figures(view, topic)]
    counting = gathered((_matter(claim), claim.article_id) for claim in figures)

    def rank(claim: Claim) -> tuple[bool, bool, int]:
        words = view.articles[claim.article_id].text[claim.sentence_start : claim.sentence_end]
        return leans(words), len(set(counting.get(_matter(claim), ()))) < 2, -weight(affair, words)

    def passages(claims: Iterable[Claim], most: int) -> list[Parts]:
        chosen = list[Claim]()
        for claim in sorted(claims, key=rank):
            place = claim.article_id, claim.sentence_start
            known = not affair or -rank(claim)[-1] >= WEIGHT
            fresh = known and len(chosen) < most and place not in before and place not in shown
            if fresh and _says_whose(view, claim, affair):
                shown.add(place)
                chosen.append(claim)
        return [fill(_("{claim}."), claim=words) for words in in_their_words(view, chosen)]

    denied = [c for topic in view.topics for c in answers(view, topic) if c.stance == "deny"]
    return passages(figures, _FIGURES), passages(denied, _DENIALS)


def _says_whose(view: View, claim: Claim, affair: Mapping[str, int]) -> bool:
    """Tell whether the passage of *claim* names of what it speaks, and who says so where he has a name."""
    words = in_their_words(view, [claim])[0][0].text
    return is_clear(view, words, affair) and not unnamed(view, claim, words)


def is_clear(view: View, words: str, affair: Mapping[str, int]) -> bool:
    """Tell whether *words* name of what and of whom they speak; "je" and a paper's name do not."""
    for article in view.analysis.articles:
        words = words.replace(article.outlet, "") if article.outlet else words
    own = re.findall(r"\w+'?", MARKED.sub(" ", words.replace("’", "'")).casefold())
    return not (
        is_of_a_thing(words, affair) or is_of_somebody(words) or vocabulary("first_person").intersection(own)
    )


def is_of_a_thing(words: str, affair: Mapping[str, int]) -> bool:
    """Tell whether *words*, without a name, open with a thing of which no title of the *affair* speaks."""
    subject = _bare_subject().match(words) if affair and not _NAMED.search(words) else None
    noun = subject["noun"] if subject else ""
    thing = noun and not (is_personal(noun) or is_occupation(noun) or names_bodies(noun))
    return bool(thing) and all(affair.get(stem, 0) < WEIGHT for stem in stems(noun))


@functools.cache
def _bare_subject() -> re.Pattern[str]:
    """Return what opens a sentence about a thing that it does not name: "Le tableau a quitté la réserve"."""
    verbs = "|".join(vocabulary("have", "be"))
    return re.compile(rf"\W*L(?:[ea]\s|['’])(?P<noun>[^\W\d]+)\s(?:{verbs})\b")


def _matter(claim: Claim) -> str:
    """Return what *claim* counts: "blessés", "tués et blessés", "euros"."""
    return claim.state or claim.unit
