"""What the report calls an actor in its own English; in the data each keeps its French name."""

import functools
import re
from collections.abc import Iterator, Mapping

from babel import Locale

from dossier.i18n import SOURCE, language
from dossier.investigation import Investigation
from dossier.lexicons import load_lexicon, word_set
from dossier.registry import build_registry, name_key
from dossier.syntax.vocabulary import is_document as is_text
from dossier.syntax.vocabulary import roles, vocabulary

_WITH_ARTICLE = re.compile(
    r"^(?:United|European|African|Arab|World|International|US|Red) |(?:Republic|Islands|lands|ines)$"
    r"|\b(?:Agency|Assembly|Bank|Commission|Committee|Congress|Council|Court|Department|Duma|Kremlin|Ministry"
    r"|Parliament|Pentagon|Senate|Union|Vatican)$"
)
_DETERMINED = re.compile(r"^(?:an?|the|several|some) ")
_NAME = re.compile(r"^[A-ZÀ-ÖØ-Þ0-9]")
_WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*['’]?|[^\w\s]")

_ANY = Investigation()


@functools.cache
def _territories() -> dict[str, str]:
    """Return the English name of each territory by the key of its French one (Unicode CLDR, by Babel)."""
    french, english = (Locale(code).territories for code in ("fr", "en"))
    return {
        name_key(part): english[code]
        for code, name in french.items()
        if code.isalpha()  # numbers are parts of the world
        for part in (name, *re.split(r"[()]", name))
        if part.strip()
    }


@functools.lru_cache(maxsize=4)
def _own_words(investigation: Investigation) -> Mapping[str, str]:
    return {name_key(french): said for french, said in investigation.english}


def known_english(name: str, investigation: Investigation = _ANY) -> str:
    """Return the name of the actor *name* in the language of the report, empty where none is known.

    A report in French keeps the French name; of the English one see `_known_english`.
    """
    return name if language() != SOURCE else _known_english(name, investigation)


@functools.lru_cache(maxsize=65536)
def _known_english(name: str, investigation: Investigation) -> str:
    """Return the English name of the actor *name*, empty where none is known.

    That is the name the investigation or the lexicon gives, or the CLDR's; a known person's own name; of an
    office, a body or an unnamed source its English, where every word of it is known.
    """
    if own := _own_words(investigation).get(name_key(name)):
        return own
    entry = build_registry(investigation).names.get(name_key(name))
    if entry is None or entry.name != name:
        return in_english(name, investigation)
    known = (_territories().get(name_key(other), "") for other in (name, *entry.aliases))
    personal = name if entry.kind == "person" and _NAME.match(name) else ""
    found = entry.english or personal or next(filter(None, known), "")
    return found or in_english(name, investigation)


def english(name: str, investigation: Investigation = _ANY) -> str:
    """Return the English name of the actor *name*, or the French one where none is known."""
    return known_english(name, investigation) or name


def in_sentence(name: str) -> str:
    """Return an English *name* as it stands in a sentence: ``the United States``, ``the prefecture``.

    A name that ends in a common noun takes the article; "an official", "several officials" have their own.
    """
    plain = bool(re.search(r"(?:^|\s)[a-z][^\s]*$", name)) and not _DETERMINED.match(name)
    if language() != SOURCE:
        return name
    return f"the {name}" if plain or _WITH_ARTICLE.search(name) else name


def called_in_sentence(name: str, investigation: Investigation = _ANY) -> str:
    """Return what an English sentence calls the actor *name*: without an article where it stays French."""
    known = known_english(name, investigation)
    return in_sentence(known) if known else name


def is_document(name: str) -> bool:
    """Tell whether what speaks is a text that is quoted: a treaty, a report, a law."""
    words = _words(name)
    start = 1 if words and words[0].casefold() in word_set("english", "indefinite", "definite") else 0
    if not words[start:] or _NAME.match(words[start]):
        return False
    nouns = (word.casefold() for word in words[start : start + 2])  # "un premier décompte"
    noun = next((word for word in nouns if word in roles().category), "")
    return _head(words, start, "documents")[0] > 0 or (
        is_text(noun) and noun not in vocabulary("source_nouns")
    )


@functools.lru_cache(maxsize=65536)
def in_english(phrase: str, investigation: Investigation = _ANY) -> str:
    """Return a French noun phrase in English; empty unless every word of it is known or a name.

    ``un représentant de Pyongyang à l'ONU``: ``a representative of Pyongyang at the United Nations``. The
    rules are those of ``lexicons/fr/english.yml``.
    """
    if own := _own_words(investigation).get(name_key(phrase)):
        return own
    words = _words(phrase)
    if not words:
        return ""
    first = words[0].casefold().replace("’", "'")
    start = 1 if first in word_set("english", "indefinite", "definite") else 0
    for kind in ("heads", "counted", "documents"):
        said = _phrase(words, start, kind, investigation)
        if said:
            return (
                f"{'an' if said[0] in 'aeiou' else 'a'} {said}"
                if first in word_set("english", "indefinite")
                else said
            )
    people = _nation(words[-1].casefold(), investigation) if len(words) == start + 1 else ""
    return f"{people} {load_lexicon('english')['nationals']}" if people and _NAME.match(words[-1]) else ""


def _words(phrase: str) -> list[str]:
    return [word.replace("’", "'") for word in _WORD.findall(phrase)]


def _said(kind: str) -> Iterator[tuple[str, str]]:
    """Yield each French word of *kind* with its English."""
    for said, words in load_lexicon("english")[kind].items():
        yield from ((word, said) for word in ([words] if isinstance(words, str) else words))


@functools.cache
def _beside() -> dict[str, str]:
    return dict(_said("beside"))


@functools.cache
def _forms(kind: str) -> Mapping[tuple[str, ...], str]:
    """Return the English of each head by its French words, singular and plural."""
    found: dict[tuple[str, ...], str] = {}
    for french, said in _said(kind):
        one, _, several = said.partition("|")
        regular = f"{one[:-1]}ies" if re.search(r"[^aeiou]y$", one) else f"{one}s"
        words = [name_key(word) or word for word in _words(french)]
        for size in range(1, len(words) + 1):  # "services de renseignement", "kilomètres carrés"
            plural = [w if w.endswith(("s", "x", "'")) else f"{w}s" for w in words[:size]]
            found.setdefault((*plural, *words[size:]), several or regular)
        if tuple(words) not in found:  # "obus" counts many
            found[tuple(words)] = one
    return found


def _head(words: list[str], start: int, kind: str) -> tuple[int, str]:
    """Return how many words from *start* are a head of *kind*, and its English; nought where none is."""
    forms = _forms(kind)
    for size in range(min(4, len(words) - start), 0, -1):
        said = forms.get(tuple(name_key(word) or word for word in words[start : start + size]))
        if said:
            return size, said
    return 0, ""


def _phrase(words: list[str], start: int, kind: str, investigation: Investigation) -> str:
    beside, before, nations, behind = _beside(), [], [], ""
    size, head = _head(words, start, kind)
    while not size and start < len(words) and (said := _singular(words[start], beside)):
        before.append(said)
        start += 1
        size, head = _head(words, start, kind)
    if not size:
        return ""
    for at in range(start + size, len(words)):
        if nation := _nation(words[at], investigation) or _initials(words[at]):
            nations.append(nation)
        elif said := _singular(words[at], beside):
            before.append(said)
        elif behind := _behind(words, at, kind, investigation):
            break
        else:
            return ""
    of = [nation for nation in nations if nation.startswith("of ")]
    near = [nation for nation in nations if nation not in of]
    return " ".join((*before, *near, head, *of, *filter(None, (behind,))))


def _initials(word: str) -> str:
    """Return *word* if it is a short name of letters: that of a body, "la déléguée CGT"."""
    return word if word.isupper() and len(word) > 1 else ""


def _singular(word: str, known: Mapping[str, str]) -> str:
    folded = word.casefold()
    return known.get(folded) or known.get(folded.removesuffix("s"), "")


def _nation(word: str, investigation: Investigation) -> str:
    """Return the English adjective of the state that the French adjective *word* names, else ``of …``."""
    state = build_registry(investigation).adjectives.get(name_key(word))
    if not state or _NAME.match(word):
        return ""
    known = load_lexicon("english")["nationalities"].get(state)
    return known or f"of {in_sentence(english(state))}"


def _behind(words: list[str], at: int, kind: str, investigation: Investigation) -> str:
    """Return what follows a head: whom it belongs to, or the second of two that are counted."""
    lexicon = load_lexicon("english")
    if other := lexicon["or"].get(words[at].casefold()):
        rest = _phrase(words, at + 1, kind, investigation)
        return f"{other} {rest}" if rest else ""
    for size in (2, 1):
        joint = lexicon["joints"].get(_spelled(words[at : at + size]).casefold(), "")
        preposition, _, definite = joint.partition(" ")
        for end in range(len(words) if joint else at, at + size, -1):
            owner = _owner(words[at + size : end], investigation, definite=bool(definite))
            tail = _behind(words, end, kind, investigation) if owner and end < len(words) else ""
            if owner and (tail or end == len(words)):
                return " ".join(filter(None, (preposition, owner, tail)))
    return ""


def _owner(words: list[str], investigation: Investigation, *, definite: bool) -> str:
    spelled = _spelled(words)
    entry = build_registry(investigation).names.get(name_key(spelled))
    if entry and entry.kind == "organisation":
        return in_sentence(english(entry.name, investigation))
    if entry is None and (said := in_english(spelled, investigation)):
        common = f"the {said}" if said[0].islower() else in_sentence(said)
        return common if definite else said
    if definite and not entry and len(words) == 1 and _initials(words[0]):
        return f"the {words[0]}"
    club = len(words) > 1 and len(words[0]) > 1 and words[0].isupper()  # "du FC Brest" is "of FC Brest"
    names = (club or not definite) and all(_NAME.match(word) or word == "-" for word in words)
    known = known_english(spelled, investigation) if entry else ""
    return spelled if names else in_sentence(known) if known else ""


def _spelled(words: list[str]) -> str:
    return " ".join(words).replace("' ", "'")
