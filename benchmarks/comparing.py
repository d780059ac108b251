"""What comparing alone costs, on readings that are copies of those of some articles, with other names.

    python -m benchmarks.comparing [FOLDER …] [--articles 1000 10000]

The articles of the folders are read once. Each further round of them has its own names of persons and places
and its own ids, so that what is on one matter within a round is, and rounds are not on one matter with each
other. One process compares; its computing time and its largest memory are printed.
"""

import argparse
import json
import multiprocessing
import re
import shutil
import string
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

from dossier.corpus import read_folder
from dossier.investigation import Investigation
from dossier.language import parse
from dossier.pipeline import comparing
from dossier.pipeline.engine import Engine
from dossier.pipeline.parts import Desk, Job, Tables
from dossier.pipeline.readings import Readings, Shelf
from dossier.reading import read_article
from dossier.records import Reading
from dossier.registry import build_registry
from dossier.storage import digest, from_plain, of_code, to_plain

ASKED = Investigation()
_ID = re.compile(r"\b[a-z]-[0-9a-z]{8}\b")
_NAME = re.compile(r"(?<![\w\\])[A-Z][a-z]{3,}\b")


def count(_: int, tables: Tables) -> dict[str, int]:
    """Return how many rows each of *tables* has."""
    return {name: len(rows) for name, rows in tables.items()}


def read(folders: list[Path]) -> Iterator[str]:
    """Yield the reading of each article of *folders* as JSON."""
    registry = build_registry(ASKED)
    texts = [path for source in folders for path in sorted(source.rglob("*.txt"))]
    with tempfile.TemporaryDirectory() as folder:
        for number, path in enumerate(texts):
            shutil.copy(path, Path(folder, f"article-{number:06}.txt"))
        for parsed in parse(article for article in read_folder(Path(folder)) if article.status == "ok"):
            yield json.dumps(to_plain(read_article(parsed, ASKED, registry)), ensure_ascii=False)


def change(plain: str, turn: int) -> str:
    """Return a reading, as JSON, with the ids and names of round *turn*; each word as long as before."""
    letters = string.ascii_lowercase
    other = str.maketrans(letters, letters[turn % 25 :] + letters[: turn % 25])
    plain = _NAME.sub(lambda name: name[0][0] + name[0][1:].translate(other), plain) if turn else plain
    return _ID.sub(lambda found: f"{found[0][:2]}{digest(str(turn), found[0])[:8]}", plain)


def fill(shelf: Shelf, plain: list[str], articles: int) -> Readings:
    """Keep *articles* readings made of *plain* on *shelf*."""
    readings = Readings(shelf)
    for number in range(articles):
        made = json.loads(change(plain[number % len(plain)], number // len(plain)))
        own = made["article"]["article_id"]
        text = json.dumps(made, ensure_ascii=False).replace(json.dumps(own), f'"{number:06}"')
        reading: Reading = from_plain(Reading, json.loads(text))
        key = digest(shelf.basis, str(number))
        shelf.keep(key, reading)
        readings.register(reading.article, key)
    return readings


def measure(plain: list[str], articles: int) -> str:
    """Return what it costs to compare so many *articles*, as a row of a table."""
    with tempfile.TemporaryDirectory() as folder:
        work = Path(folder)
        job = Job(ASKED, (), of_code())
        shelf = Shelf(work, digest(job.code, "benchmark"))
        desk = Desk(work, shelf, digest(shelf.basis))
        desk.lay_out(job)
        readings, rows = fill(shelf, plain, articles), Counter[str]()
        before, began = time.process_time(), time.perf_counter()
        with Engine(1) as engine:
            sink = comparing.Sink(rows.update, count)
            comparing.compare(readings, job, sink, engine, desk, progress=False)
        used, clock = time.process_time() - before, time.perf_counter() - began
    most = int(re.findall(r"VmHWM:\s+(\d+)", Path("/proc/self/status").read_text())[0]) // 1024
    told = rows["discrepancies"]
    return f"| {articles:,} | {clock:.0f} | {used:.0f} | {1000 * used / articles:.1f} | {most} | {told} |"


def main() -> None:
    """Measure each size in a process of its own, which loads no model."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("sources", type=Path, nargs="*", default=[Path("seeds")])
    parser.add_argument("--articles", type=int, nargs="*", default=[1000, 10_000])
    options = parser.parse_args()
    plain = list(read(options.sources))
    if not plain:
        sys.exit("no articles")
    print("| articles | seconds | computing, s | ms an article | most memory, MB | disagreements |")
    print("|---:|---:|---:|---:|---:|---:|")
    for articles in options.articles:
        with ProcessPoolExecutor(1, mp_context=multiprocessing.get_context("spawn")) as pool:
            print(pool.submit(measure, plain, articles).result(), flush=True)


if __name__ == "__main__":
    main()
