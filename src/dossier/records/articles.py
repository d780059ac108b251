"""Articles as the files give them, and where their parts stand."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

PUBLISHED = "published"  # in place of a date_id: the day the article appeared


def stable_id(prefix: str, article_id: str, start: int, end: int, role: str = "") -> str:
    """Return an id that depends on the passage alone, e.g. ``c-5kq2m7xw``.

    *role* tells apart two records of one kind on the same span; leave it empty for the first.
    """
    key = "\x1f".join((prefix, article_id, str(start), str(end), role)).encode("utf-8", "surrogatepass")
    digest = int.from_bytes(hashlib.blake2b(key, digest_size=5).digest(), "big")
    letters = "0123456789abcdefghjkmnpqrstvwxyz"
    return f"{prefix}-" + "".join(letters[digest >> shift & 31] for shift in range(35, -1, -5))


@dataclass(frozen=True, slots=True)
class Section:
    """A stretch of an article: title, dateline, body, heading, caption, related_link or metadata."""

    kind: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Published:
    """When an article appeared: EDTF date, the words of the file, how we know, and one sentence why."""

    date: str = ""
    text: str = ""
    basis: str = "unknown"  # stated | inferred | partial | metadata | unknown
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Article:
    """One input file. A refused file has an empty text and a reason."""

    article_id: str
    file: str
    sha256: str
    status: str  # ok | refused
    reason: str = ""
    text: str = ""
    title: str = ""
    outlet: str = ""
    author: str = ""
    url: str = ""
    language: str = ""
    words: int = 0
    published: Published = Published()
    sections: tuple[Section, ...] = ()
