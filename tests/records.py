"""The guard of a rebuilding: every record of all texts at hand as one sorted text file, to be compared.

    python -m tests.records OUT.txt [FOLDER …]

Without folders: the seeds, what stands in ../shared/dev, the gold of the tests, every sentence of the tests.
Each record is a line of ``corpus/article table start field=value …``, so that two states of the code are
compared with ``diff``.
"""

from __future__ import annotations

import ast
import dataclasses
import hashlib
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from dossier.corpus import read_folder
from dossier.dates import resolve
from dossier.investigation import Investigation
from dossier.language import parse
from dossier.reading import read_article
from dossier.records import Article, Published, Reading, Section
from dossier.registry import build_registry

ROOT = Path(__file__).parent.parent
SHORTEST = 25  # letters of a string in a test from which it is taken for a sentence
UNSHOWN = {"article", "sentences", "faults", "article_id", "meaning"}


def folders() -> Iterator[Path]:
    """Yield every folder of articles at hand."""
    yield ROOT / "seeds"
    for parent in (ROOT.parent / "shared" / "dev", ROOT / "tests" / "gold"):
        yield from sorted({path.parent for path in parent.rglob("*.txt")} if parent.is_dir() else ())


def sentences() -> Iterator[tuple[str, str]]:
    """Yield the file and the words of each French sentence that a test gives."""
    for path in sorted((ROOT / "tests").glob("test_*.py")):
        strings = {
            node.value
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
            if isinstance(node, ast.Constant) and isinstance(node.value, str)
        }
        yield from ((path.stem, text) for text in sorted(strings) if is_sentence(text))


def is_sentence(text: str) -> bool:
    """Tell whether *text* may be a French sentence."""
    opens = text[:1].isupper() or text[:1] in ("«", "“", '"')
    return len(text) >= SHORTEST and opens and " " in text.strip()


def as_article(name: str, text: str) -> Article:
    """Return an article that holds only *text*."""
    article_id = f"{name}-{hashlib.sha256(text.encode()).hexdigest()[:10]}"
    body = (Section("body", 0, len(text)),)
    published = Published("2024-11-08", basis="metadata")
    return Article(article_id, f"{article_id}.txt", "", "ok", text=text, published=published, sections=body)


def lines(corpus: str, reading: Reading) -> Iterator[str]:
    """Yield one line for each record of *reading*."""
    for field in dataclasses.fields(reading):
        if field.name in UNSHOWN:
            continue
        for record in getattr(reading, field.name):
            yield f"{corpus}/{reading.article.article_id} {field.name} {line(record)}"


def line(record: Any) -> str:
    """Return the fields of *record* that say anything, in one line."""
    start = getattr(record, "start", getattr(record, "content_start", 0))
    shown = (
        f"{field.name}={value}"
        for field in dataclasses.fields(record)
        if field.name not in UNSHOWN and (value := getattr(record, field.name)) not in ("", (), None, -1)
    )
    return f"{start:07d} " + " ".join(shown).replace("\n", "⏎")


def read(corpus: str, articles: list[Article]) -> Iterator[str]:
    """Yield the lines of *articles*, each read by itself."""
    asked = Investigation()
    registry = build_registry(asked)
    for parsed in parse(a for a in articles if a.status == "ok"):
        reading = read_article(parsed, asked, registry)
        yield from lines(corpus, resolve(reading, reading.article.published))


def main(out: str, *places: str) -> None:
    """Write the records of *places*, or of everything at hand, to *out*."""
    found: list[str] = []
    for folder in map(Path, places) if places else folders():
        found += read("/".join(folder.parts[-2:]), list(read_folder(folder)))
    if not places:
        found += read("sentences", [as_article(name, text) for name, text in sentences()])
    Path(out).write_text("\n".join(sorted(found)) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:])
