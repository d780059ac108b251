"""What investigation.yml asks in vain; and a title for the affair, out of those of its articles."""

import re
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence

from dossier.advice import hint
from dossier.analysis import Analysis
from dossier.i18n import SOURCE, _, capital, quoted
from dossier.investigation import Investigation, own_topics
from dossier.lexicons import load_lexicon
from dossier.registry import Registry, build_registry, name_key
from dossier.syntax.vocabulary import is_personal

# What an agency or a paper puts before a title, "Cyclisme/Dopage : …", "Plouvan. …"; and what parts its head.
SLUG = re.compile(r"^(?:\w[\w -]*/[\w /-]+?\s*:|[A-ZÀ-Ý][\w'’-]*(?:\s[A-ZÀ-Ý][\w'’-]*)?\.)\s+(?=\S)")
COLON = re.compile(r"\s*:\s+")


def find_idle(analysis: Analysis) -> Iterator[str]:
    """Yield a line for each entry of the investigation that has no effect on the articles of *analysis*."""
    asked = analysis.investigation
    text = " ".join(("", *(name_key(article.text) for article in analysis.articles), ""))

    def stands(name: str) -> bool:
        key = name_key(name)
        return bool(key) and f" {key} " in text

    said = [*analysis.claims, *analysis.quotations]
    people = {name for mention in analysis.events for name in mention.actors}
    people |= {
        name for record in said for name in getattr(record, "speaker", getattr(record, "claimant", ()))
    }
    yield from _names(asked, build_registry(asked), stands, sorted(people))
    figures = {claim.topic for claim in analysis.claims}
    own = own_topics(asked.topics)
    charted = (chapter.topic for chapter in asked.chapters if chapter.topic)
    yield from _without("topics", (*sorted(own), *charted), figures, _("no figure is about it"))
    kinds = {mention.type for mention in analysis.events}
    yield from _without("event_types", (kind.key for kind in asked.event_types), kinds, _("no event is one"))
    spoken = {theme for quotation in analysis.quotations for theme in quotation.themes}
    yield from _without("themes", (theme.key for theme in asked.themes), spoken, _("nobody speaks of it"))
    for question in asked.questions:
        lost = [label for label, _words in question.answers if (question.key, label) not in analysis.answered]
        why = _("no sentence gives the answer {answers}", answers=", ".join(map(repr, lost)))
        yield from [f"questions: {question.key}: {why}"] if lost else []


def _names(
    asked: Investigation, registry: Registry, stands: Callable[[str], bool], people: Sequence[str]
) -> Iterator[str]:
    """Yield the names that *stands* does not know, and the countries that are no actor.

    Those of *people*, who speak or act, may have been meant.
    """
    for actor in asked.actors:
        known = registry.resolve(actor.name)
        surnames = (key for key, entry in registry.surnames.items() if entry and entry is known)
        words = (*actor.aliases, *actor.roles)
        lost = [word for word in words if not stands(word)]
        if len(lost) == len(words) and not any(map(stands, (actor.name, *surnames))):
            meant = hint(actor.name, people)
            yield f"actors: {actor.name}: {_('no article has one of the names')}{meant}"
        elif lost:
            yield f"actors: {actor.name}: {_('no article has {words}', words=', '.join(map(repr, lost)))}"
    actors = (*(entry.name for entry in registry.entries), *people)
    for side in asked.sides:
        foreign = (name for name in side.countries if name_key(name) not in registry.names)
        yield from (
            f"sides: {side.name}: {_('{name} is no state and no actor', name=repr(name))}{hint(name, actors)}"
            for name in foreign
        )
    if asked.english and asked.language != SOURCE:
        yield f"english: {_('the report is in another language ({language})', language=asked.language)}"
    else:
        yield from (
            f"english: {_('no article has {words}', words=repr(word))}"
            for word, _english in asked.english
            if not stands(word)
        )


def _without(key: str, names: Iterable[str], found: set[str], why: str) -> Iterator[str]:
    yield from (f"{key}: {name}: {why}" for name in dict.fromkeys(names) if name not in found)


_ELIDED = re.compile(r"^\w{1,2}[’']")
_WORD = re.compile(r"[\w’'-]+")
_BRACKETS = re.compile(r"\([^()]*\)?")
_VOICED = re.compile(r"[«»“”\"?]")
_QUOTED = re.compile(r"[«“\"][^«»“”\"]*[»”\"]")
_ARTICLE = re.compile(r"^(?:l[ae]s?\s+|l['’])")
LONG = 3  # letters of a word that means something


def find_title(titles: Sequence[str], small: Collection[str] = (), shared: Collection[str] = ()) -> str:
    """Return the head of one of *titles* that names the matter of all.

    That is one ("Pollution de l'Aubrelle : …") that says what of what, its words in half of the titles or
    among the *shared* ones of the articles. The mere name of a place or a person, "Libourne
    (Gironde)", is no title; a word that the articles have among their *small* ones is none. What only one
    title says is no word of the book: the only title of all stands in quotation marks.
    """
    held = [whole for title in titles if (whole := SLUG.sub("", title).strip())]
    held = [title for title in held if not _is_name(title, small)]
    if len(titles) == 1 and held:
        return held[0] if _QUOTED.fullmatch(held[0]) else quoted(capital(held[0]))
    counts = Counter(word for title in held for word in _meaning(title))
    often = {word for word, times in counts.items() if times >= max(2, len(held) / 2)}
    heads = [parts[0] for title in held if len(parts := COLON.split(title, maxsplit=1)) > 1]
    heads = [head for head in heads if _is_matter(head, small) and not _VOICED.search(head)]
    # none is of whom a quotation follows, "Le maire de Brive : …"
    told = [head for head in heads if not any(map(is_personal, map(_bare, head.lower().split()[:2])))]
    told = [head for head in told if often & _meaning(head) or _meaning(head) <= {*shared}]
    told = [head for head in told if _nouns(head) <= {*often, *shared}]
    return capital(max(told, key=lambda head: sum(counts[word] for word in _meaning(head)), default=""))


def find_name(texts: Sequence[str], names: Iterable[str], small: Collection[str]) -> str:
    """Return which of *names* most *texts* hold, two at least; empty without.

    One whose capitals are all *small* elsewhere is none: "Municipalité".
    """
    bare = dict.fromkeys(_ARTICLE.sub("", name) for name in names)
    held: dict[str, tuple[int, int]] = {}
    for name in bare:
        words = (word for word in map(_bare, _WORD.findall(name)) if word[:1].isupper())
        if len(name) >= LONG and any(word.lower() not in small for word in words):
            stands = re.compile(rf"(?<![\w-]){re.escape(name)}(?![\w-])", re.IGNORECASE)
            times = [len(stands.findall(text)) for text in texts]
            held[name] = (sum(map(bool, times)), sum(times))
    most = {name: found for name, found in held.items() if found[0] > max(1, len(texts) / 2)}
    return max(most, key=lambda name: (most[name][0], most[name][1] * len(name.split()), name), default="")


def small_words(texts: Iterable[str]) -> set[str]:
    """Return the words of *texts* that stand there in small letters: they are no names."""
    words = (_bare(word) for text in texts for word in _WORD.findall(text))
    return {word for word in words if word.islower()}


def shared_words(texts: Sequence[str]) -> set[str]:
    """Return the words, in small letters, that half of *texts* hold, and two at least."""
    counts = Counter(word for text in texts for word in _meaning(text))
    return {word for word, times in counts.items() if times >= max(2, len(texts) / 2)}


def _is_name(title: str, small: Collection[str]) -> bool:
    """Tell whether *title* holds nothing but a name: "Libourne (Gironde)", "À Luc-sur-Mer", "LE HAVRE"."""
    words = [_bare(word) for word in _WORD.findall(_BRACKETS.sub(" ", title))]
    lexicon = load_lexicon("drafting")
    rest = [word for word in words if word.lower() not in {*lexicon["joints"], *lexicon["no_names"], "les"}]
    joined = any(word in lexicon["joints"] for word in words[1:]) and not small
    return not joined and all(word[:1].isupper() and word.lower() not in small for word in rest)


def _is_matter(head: str, small: Collection[str]) -> bool:
    """Tell whether *head* says what of what, "Grève des ports"; a mere name or two words are no title."""
    joints = load_lexicon("drafting")["joints"]
    joined = any(word in joints for word in re.findall(r"\w+['’]?", head)[1:])
    return joined and len(_meaning(head)) > 1 and not _is_name(head, small)


def _bare(word: str) -> str:
    return _ELIDED.sub("", word)


def _nouns(head: str) -> set[str]:
    """Return the words of meaning of *head*, what it opens with, without its names."""
    names = {word.lower() for word in map(_bare, _WORD.findall(head)[1:]) if word[:1].isupper()}
    return _meaning(head) - names - {_bare(head.split(maxsplit=1)[0]).lower()}


def _meaning(title: str) -> set[str]:
    words = (_bare(word.lower()) for word in _WORD.findall(title))
    return {word for word in words if len(word) > LONG}
