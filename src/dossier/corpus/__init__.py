"""Files to articles: decoded text untouched, sections as spans of it, publication date as the file gives it."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path

from dossier.records import Article, Section


def read_folder(folder: Path) -> Iterator[Article]:
    """Yield one article for each file of *folder*, in the order of their names; refused ones too."""
    for path in sorted(folder.glob("*.txt")):
        data = path.read_bytes()
        text = data.decode("utf-8")
        sections, place = [], 0
        for line in text.splitlines(keepends=True):
            body = line.strip()
            if body:
                start = place + line.index(body)
                sections.append(Section("body", start, start + len(body)))
            place += len(line)
        yield Article(
            path.stem, path.name, hashlib.sha256(data).hexdigest(), "ok", text=text, sections=tuple(sections)
        )
