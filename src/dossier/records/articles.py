"""Articles as the files give them, and where their parts stand."""

from dataclasses import dataclass

PUBLISHED = "published"  # in place of a date_id: the day the article appeared


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
