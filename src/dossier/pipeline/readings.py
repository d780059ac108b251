"""The readings of a corpus, kept on disk one file each, in the order of the articles."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TypeVar

from tqdm import tqdm

from dossier.investigation import Investigation
from dossier.records import Article, Reading
from dossier.storage import digest, from_plain, keep_only, of_code, read_sealed, to_plain, write_sealed

Item = TypeVar("Item")


def count_on_stderr(items: Iterable[Item], what: str, total: int, *, show: bool) -> tqdm[Item]:
    """Yield *items* with a bar on stderr that tells how many are done and how long the rest will take."""
    pause = 0.2 if sys.stderr.isatty() else 30
    return tqdm(items, what, total, unit="article", disable=not show, mininterval=pause)


def failure(error: Exception) -> str:
    """Return the reason of a refusal for which not the article but the code is to blame."""
    return f"The extraction failed on this article ({type(error).__name__}: {error}); please report it."


@dataclass(slots=True)
class Readings:
    """Iterates over the readings as often as asked, with one of them in memory at a time.

    ``articles`` holds every article, refused ones too, without texts and sections; ``keys`` the name under
    which the reading of each readable one is kept: the hash of the article, the code and the investigation.
    """

    folder: Path
    investigation: Investigation
    articles: list[Article] = field(default_factory=list)
    keys: dict[str, str] = field(default_factory=dict)
    basis: str = ""

    def __post_init__(self) -> None:
        self.basis = digest(of_code(), repr(self.investigation))

    def register(self, article: Article) -> str:
        """Take up *article* and return the name of its reading, or an empty string where it was refused."""
        self.articles.append(replace(article, text="", sections=()))
        if article.status != "ok":
            return ""
        self.keys[article.article_id] = digest(self.basis, repr(article))
        return self.keys[article.article_id]

    def has(self, key: str) -> bool:
        """Return whether a whole reading is kept under *key*."""
        return read_sealed(self._path(key), key) is not None

    def keep(self, key: str, reading: Reading) -> None:
        """Keep *reading* under *key*."""
        write_sealed(self._path(key), key, to_plain(reading))

    def refuse(self, article_id: str, reason: str) -> None:
        """Turn a readable article on which the reading failed into a refused one."""
        del self.keys[article_id]
        place = next(i for i, article in enumerate(self.articles) if article.article_id == article_id)
        self.articles[place] = replace(self.articles[place], status="refused", reason=reason)

    def warn(self, article_id: str, faults: Sequence[str]) -> None:
        """Say with the article which of its sentences a fault of the code left unread."""
        place = next(i for i, article in enumerate(self.articles) if article.article_id == article_id)
        known = self.articles[place]
        unread = f"Left unread by a fault of the code; please report it: {'; '.join(faults)}."
        self.articles[place] = replace(known, reason=f"{known.reason} {unread}".strip())

    def get(self, key: str) -> Reading:
        """Return the reading kept under *key*.

        Raises:
            OSError: it is gone, or was changed by somebody else.
        """
        plain = read_sealed(self._path(key), key)
        if plain is None:
            raise OSError(f"{self._path(key)} was changed or removed during the run; run again")
        reading: Reading = from_plain(Reading, plain)
        return reading

    def forget_others(self) -> None:
        """Remove from the folder all that no article of this run needs."""
        keep_only(self.folder, {self._path(key) for key in self.keys.values()})

    def __iter__(self) -> Iterator[Reading]:
        return map(self.get, tuple(self.keys.values()))

    def __len__(self) -> int:
        return len(self.keys)

    def _path(self, key: str) -> Path:
        return self.folder / f"{key}.json"
