"""Names of a text in French: found in what the report says, and as a sentence of it has them."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from dossier.analysis import Analysis
from dossier.i18n import capital, quoted
from dossier.lexicons import load_lexicon
from dossier.names import known_english
from dossier.records import Mention
from dossier.syntax.vocabulary import vocabulary

ENOUGH = 5  # times that a name may stand for each time that it has an article
_WORD = re.compile(r"\w+")
_FRENCH = re.compile(r"(?<=“)(?P<quoted>[^”]+)|\w+")


def french_names(analysis: Analysis, mentions: Iterable[Mention]) -> set[str]:
    """Return the names of those who speak, claim or act that have no English form."""
    said = [claim.claimant for claim in analysis.claims] + [q.speaker for q in analysis.quotations]
    done = [(*event.actors, *event.attributed_to.split("|")) for event in mentions]
    every = {name for row in (*said, *done) for name in row if name}
    return {name for name in every if not known_english(name, analysis.investigation)}


def by_first_word(names: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """Return *names*, as they are and as they begin a cell, by their first word, longer ones first."""
    found: dict[str, tuple[str, ...]] = {}
    forms = {form for name in names for form in (name, capital(name))}
    for name in sorted(forms, key=lambda name: (-len(name), name)):
        if first := _WORD.match(name):
            found[first.group()] = (*found.get(first.group(), ()), name)
    return found


def find_french(text: str, names: Mapping[str, tuple[str, ...]]) -> Iterator[tuple[int, int]]:
    """Yield where one of *names*, or what stands between “ and ”, stands in *text*."""
    end = 0
    for match in _FRENCH.finditer(text):
        start, last = match.span()
        if start < end:
            continue
        if not match["quoted"]:
            known = names.get(match.group(), ())
            ends = (start + len(name) for name in known if text.startswith(name, start))
            last = next((at for at in ends if not _WORD.match(text, at)), start)
        if last > start:
            end = last
            yield start, end


def without_articles(name: str) -> str:
    """Return a French *name* as a label has it: "la recherche et le commerce", ``recherche et commerce``."""
    articles = "|".join(
        f"{word[:-1]}['’]" if word[-1] == "'" else f"{word} " for word in vocabulary("definite_articles")
    )
    links = "|".join(vocabulary("joining"))
    return re.sub(rf"(^|, |\b(?:{links}) )(?:{articles})", r"\1", name).replace("'", "’")


def as_told(name: str) -> str:
    """Return *name*, in quotation marks if it leaves open whose it is: "son avocat"."""
    return quoted(name) if name.partition(" ")[0] in vocabulary("of_one", "of_many") else name


def with_article(name: str, texts: Sequence[str]) -> str:
    """Return a French *name* behind the article that *texts* write before it: ``la préfecture``.

    One that they seldom write with an article has none in a sentence either.
    """
    articles: dict[str, str] = load_lexicon("english")["articles"]
    forms = "|".join(sorted(articles, key=len, reverse=True))
    before = rf"(?:(?<!\w)(?P<article>{forms})\s*)?"
    pattern = re.compile(rf"{before}(?<!\w)(?:\w+-)?{re.escape(name)}(?!\w)", re.IGNORECASE)
    found = [match["article"] for text in texts if name in text for match in pattern.finditer(text)]
    head = re.split(r" (?:de |d')", name)[0]
    # "direction de Kairos", where the texts say "la direction"
    if not found and head != name and head.islower():
        article = with_article(head, texts).removesuffix(head)
        return f"{article}{name}"
    counts = Counter(articles[word.lower().replace("’", "'")] for word in found if word)
    if counts.total() * ENOUGH < len(found) or not counts:
        return name
    article = max(counts, key=lambda word: (counts[word], word))
    return f"{article[:-1]}’{name}" if article.endswith("'") else f"{article} {name}"
