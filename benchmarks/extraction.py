"""What the extraction costs: against the bare spaCy pipeline, as the corpus grows, in memory.

    python benchmarks/extraction.py [FOLDER …] [--articles N …] [--jobs N]

Articles are made from those of the given folders (default: seeds) by changing their figures, dates and names,
so that no two are alike. Nothing here is asserted: the figures belong into benchmarks/README.md.
"""

from __future__ import annotations

import argparse
import os
import random
import re
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from dossier.corpus import read_folder
from dossier.folding import fold
from dossier.investigation import Investigation
from dossier.language import cut, load_pipeline, parse
from dossier.reading import read_article
from dossier.registry import build_registry

SYLLABLES = re.findall("..", "babebibocodadedofagalalelilomamemimonanenoparareriro")
MONTHS = re.findall(
    r"\w+", "janvier février mars avril mai juin juillet août septembre octobre novembre décembre"
)


def vary(text: str, seed: int) -> str:
    """Return *text* with other figures, other months and other names; the same seed gives the same text."""
    chance = random.Random(seed)
    names: dict[str, str] = {}

    def name(match: re.Match[str]) -> str:
        old = match.group()
        return names.setdefault(old, "".join(chance.choices(SYLLABLES, k=3)).capitalize())

    def figure(match: re.Match[str]) -> str:
        digits = match.group()
        return digits[:1] + "".join(str(chance.randrange(10)) for _ in digits[1:])

    months = "|".join(MONTHS)
    text = re.sub(rf"\b(?:{months})\b", lambda _: chance.choice(MONTHS), text)
    text = re.sub(r"(?<=[a-zé,] )[A-ZÉ][a-zéèçïô]{3,}(?= [A-ZÉ])", name, text)
    return re.sub(r"(?<![\d.,'])[1-9]\d{2,}(?![\d.,']*\d)", figure, text)


def make_corpus(sources: list[Path], folder: Path, count: int) -> int:
    """Write *count* articles into *folder*; return how many characters they have."""
    texts = [path.read_text(encoding="utf-8") for source in sources for path in sorted(source.glob("*.txt"))]
    total = 0
    for number in range(count):
        text = vary(texts[number % len(texts)], number)
        total += len(text)
        (folder / f"{number:06}.txt").write_text(text, encoding="utf-8")
    return total


def against_bare(sources: list[Path], rounds: int = 3) -> None:
    """Print the time of our layers over that of the bare pipeline on the same texts."""
    articles = [article for source in sources for article in read_folder(source) if article.status == "ok"]
    nlp, asked = load_pipeline(), Investigation()
    registry = build_registry(asked)

    def texts() -> Iterator[str]:
        for article in articles:
            for section in article.sections:
                if section.kind not in ("dateline", "metadata"):
                    for start, end in cut(article.text, section.start, section.end):
                        yield fold(article.text[start:end])

    def bare() -> None:
        for _ in nlp.pipe(texts(), batch_size=64):
            pass

    def ours() -> None:
        for parsed in parse(articles):
            read_article(parsed, asked, registry)

    def timed(work) -> float:
        start = time.process_time()
        work()
        return time.process_time() - start

    ours()
    pairs = [(timed(bare), timed(ours)) for _ in range(rounds)]
    alone, whole = (min(times) for times in zip(*pairs, strict=True))
    characters = sum(len(article.text) for article in articles)
    print(f"{len(articles)} articles, {characters} characters: bare {alone:.2f} s, with us {whole:.2f} s,")
    print(f"  ratio {whole / alone:.2f} (best of {rounds}, CPU time)")


def growth(sources: list[Path], counts: list[int], jobs: int) -> None:
    """Print time and peak memory of `dossier extract` for corpora of *counts* articles."""
    print(f"{'articles':>9}{'characters':>12}{'seconds':>9}{'ms each':>9}{'peak MB':>9}   ({jobs} jobs)")
    for count in counts:
        with tempfile.TemporaryDirectory() as folder:
            seeds, out = Path(folder, "seeds"), Path(folder, "out")
            seeds.mkdir()
            characters = make_corpus(sources, seeds, count)
            start = time.monotonic()
            peak = peak_of(
                [sys.executable, "-m", "dossier", "extract", seeds, "--out", out, "--jobs", str(jobs)]
            )
            seconds = time.monotonic() - start
            each = 1000 * seconds / count
            print(f"{count:>9}{characters:>12}{seconds:>9.1f}{each:>9.1f}{peak:>9}", flush=True)


def peak_of(command: list[object]) -> int:
    """Run *command* and return the most memory that it and its workers held at one time, in MB."""
    process = subprocess.Popen([str(part) for part in command], stdout=subprocess.DEVNULL)
    peak = 0
    while process.poll() is None:
        peak = max(peak, sum(map(resident, family(process.pid))))
        time.sleep(0.2)
    if process.returncode:
        sys.exit(f"the command failed with exit code {process.returncode}")
    return peak // 1_000_000 or resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1000


def family(pid: int) -> list[int]:
    """Return *pid* and its children, as Linux lists them."""
    try:
        children = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    except OSError:
        return []
    return [pid, *(other for child in children for other in family(int(child)))]


def resident(pid: int) -> int:
    """Return the bytes of memory that *pid* alone keeps, shared pages by their share."""
    try:
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    except OSError:
        return 0
    return sum(int(line.split()[1]) * 1024 for line in lines if line.startswith("Pss:"))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("sources", type=Path, nargs="*", default=[Path("seeds")])
    parser.add_argument("--articles", type=int, nargs="*", default=[100, 300, 1000])
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1)
    options = parser.parse_args()
    against_bare(options.sources)
    growth(options.sources, options.articles, options.jobs)


if __name__ == "__main__":
    main()
