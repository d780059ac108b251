"""How the time of reading grows with the text, in every direction in which a text can grow.

    python benchmarks/growth.py [--sizes 20 40 80]

Each direction is a run of words said again and again, without the end of a sentence, up to a size in kB. What
counts is the ratio of one run: twice the text may take twice the time. Nothing here is asserted.
"""

from __future__ import annotations

import argparse
import itertools
import re
import time
from dataclasses import replace
from pathlib import Path

from dossier.corpus import read_folder
from dossier.dates import resolve
from dossier.events import link_mentions
from dossier.investigation import load_investigation
from dossier.language import load_pipeline, parse
from dossier.reading import read_article
from dossier.records import Article, Section
from dossier.registry import build_registry

ROOT = Path(__file__).parent.parent
DIRECTIONS = {
    'Il a dit "oui"': 'Il a dit "oui" ',
    "a-t-il dit": "a-t-il dit ",
    "« oui », a dit Jean": "« oui », a dit Jean, « non », ",
    "Jean Roux a dit que": "Jean Roux a dit que ",
    "que Jean affirme": "que Jean affirme ",
    "selon Jean": "selon Jean, ",
    "n'a pas confirmé": "n'a pas confirmé ",
    "le janvier": "le janvier ",
    "lundi": "lundi ",
    "en 2024": "en 2024 ",
    "le tir en juin": "le tir en juin, ",
    "l'accord signé": "l'accord signé ",
    "signé par Jean": "signé par Jean ",
    "12 soldats": "12 soldats ",
    "entre 2 et": "entre 2 et ",
    "quotation marks that open": "« ",
    "brackets that open": "(Jean ",
    "Jean Roux et": "Jean Roux et ",
    "short paragraphs": "Il a dit non.\n\n",
    "one person again and again": "Marie Roux a parlé. Elle a dit non.\n\n",
}


def as_article(text: str) -> Article:
    """Return an article whose body is *text*."""
    parts = [match.span() for match in re.finditer(r".+", text)]
    return Article(
        "grown", "grown.txt", "", "ok", text=text, sections=tuple(Section("body", *part) for part in parts)
    )


def prose() -> tuple[str, str]:
    """Return the running text of the seeds, and the same without any punctuation."""
    texts = [article.text for article in read_folder(ROOT / "seeds") if article.status == "ok"]
    plain = re.sub(r"\s+", " ", " ".join(texts))
    return plain + " ", re.sub(r"[^\w' ]+ *", " ", plain) + " "


def timed(article: Article) -> tuple[float, float]:
    """Return the computing time of the bare parser and of our rooms, in seconds."""
    asked = load_investigation(ROOT / "investigation.yml")
    registry = build_registry(asked)
    start = time.process_time()
    (parsed,) = parse([article])
    middle = time.process_time()
    reading = resolve(read_article(parsed, asked, registry), replace(article.published, date="2024-11-08"))
    link_mentions(reading.mentions, asked)
    return middle - start, time.process_time() - middle


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--sizes", type=int, nargs="+", default=[20, 40, 80], help="kB of text")
    sizes = parser.parse_args().sizes
    load_pipeline()
    plain, bare = prose()
    directions = {"prose": plain, "prose without punctuation": bare, **DIRECTIONS}
    timed(as_article(plain[:5000]))
    ratios = " | ".join(f"{after}/{before} kB" for before, after in itertools.pairwise(sizes))
    print(f"| the text is made of | parser, {sizes[-1]} kB, s | our rooms, {sizes[-1]} kB, s | {ratios} |")
    print("|---|---:|---:|" + "---:|" * (len(sizes) - 1))
    for name, words in directions.items():
        texts = ((words * (size * 1000 // len(words) + 1))[: size * 1000] for size in sizes)
        times = [timed(as_article(text)) for text in texts]
        grown = (after[1] / before[1] for before, after in itertools.pairwise(times))
        cells = [*(f"{seconds:.2f}" for seconds in times[-1]), *(f"{ratio:.1f}" for ratio in grown)]
        print(f"| {name} | {' | '.join(cells)} |", flush=True)


if __name__ == "__main__":
    main()
