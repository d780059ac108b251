"""The words of the lexicon as sets."""

import functools

from dossier.lexicons import load_lexicon


@functools.cache
def words(key: str) -> frozenset[str]:
    """Return the words under *key* of ``quantities.yml``; a point goes one level down: ``grammar.of``.

    Raises:
        KeyError: the lexicon has no such key.
    """
    entry = load_lexicon("quantities")
    for part in key.split("."):
        entry = entry[part]
    return frozenset(entry)
