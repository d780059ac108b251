"""What the program knows as data: YAML files, each read once; French vocabulary has one a room."""

import functools
import re
from collections.abc import Iterable
from importlib import resources
from typing import Any

import yaml


@functools.cache
def load_data(package: str, name: str) -> Any:
    """Return the content of ``<name>.yml`` beside the modules of *package*; do not change what you get.

    Raises:
        FileNotFoundError: there is no such file.
    """
    text = resources.files(package).joinpath(f"{name}.yml").read_text(encoding="utf-8")
    return yaml.load(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))


@functools.cache
def load_lexicon(name: str) -> Any:
    """Return the content of ``lexicons/fr/<name>.yml``; do not change what you get.

    Raises:
        FileNotFoundError: no lexicon has that name.
    """
    return load_data(__name__, f"fr/{name}")


@functools.cache
def word_set(lexicon: str, *keys: str) -> frozenset[str]:
    """Return the words that stand in *lexicon* under any of *keys*, of which ``a.b`` is *b* within *a*."""
    words: set[str] = set()
    for key in keys:
        entry = functools.reduce(lambda within, name: within[name], key.split("."), load_lexicon(lexicon))
        words.update(entry.split() if isinstance(entry, str) else entry)
    return frozenset(words)


@functools.cache
def pattern_of(lexicon: str, key: str) -> re.Pattern[str]:
    """Return what finds the pattern that stands in *lexicon* under *key*, as it is written."""
    return re.compile(load_lexicon(lexicon)[key])


@functools.cache
def given_names() -> dict[str, str]:
    """Return the known given names with the gender that each tells: masc, fem, empty for those of both."""
    genders = {"masc": "masc", "fem": "fem", "both": ""}
    groups = load_lexicon("given_names")
    return {name: genders[key] for key, names in groups.items() for name in names.split()}


@functools.cache
def months() -> dict[str, int]:
    """Return the number of each month by each of its names, 1 is January; do not change what you get."""
    return {name: number for number, names in load_lexicon("dates")["months"].items() for name in names}


def sum_numerals(parts: Iterable[int]) -> int:
    """Return the number that words for *parts* make: 4, 20 and 10 are ninety; 9 and 100 nine hundred."""
    thousands, rest = 0, 0
    for part in parts:
        if part == 1000:
            thousands, rest = thousands + 1000 * max(rest, 1), 0
        elif part == 100:
            rest = 100 * max(rest, 1)
        else:
            rest += 76 if part == 20 and rest % 100 == 4 else part
    return thousands + rest
