"""Which sentences of an article the list of sources prints: a third of it at most, the rest by place."""

from dossier.view import View

PARTS = 3  # of the parts of an article, one is printed at most
_LONGEST = 1200  # characters of one sentence
Sentence = tuple[str, int, int]  # the article's id, start and end


def excerpt(view: View, sentence: Sentence) -> str:
    """Return the words of *sentence* as they are printed: clipped where they are very long."""
    article_id, start, end = sentence
    text = view.articles[article_id].text[start:end]
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"


def choose_printed(view: View, article_id: str) -> frozenset[Sentence]:
    """Return the sentences of an article to print: those that most records rest on, while there is room."""
    room, chosen = len(view.articles[article_id].text) // PARTS, set()
    carrying = view.resting_on.get(article_id, {})
    for sentence in sorted(carrying, key=lambda key: (-len(carrying[key]), key)):
        if (length := len(excerpt(view, sentence))) <= room:
            room -= length
            chosen.add(sentence)
    return frozenset(chosen)
