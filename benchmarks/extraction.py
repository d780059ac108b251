"""What the extraction costs: against the bare spaCy pipeline, as the corpus grows, in memory.

    python -m benchmarks.extraction [FOLDER …] [--articles N …] [--only MODE …]

Articles are made from those of the given folders (default: seeds) by changing their figures, dates and names,
so that no two are alike. Nothing here is asserted: the figures belong into benchmarks/README.md.
"""

from __future__ import annotations

import argparse
import os
import random
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from tests.cluster import Cluster

from dossier.corpus import read_folder
from dossier.folding import fold
from dossier.investigation import load_investigation
from dossier.language import cut, load_pipeline, parse
from dossier.reading import read_article
from dossier.registry import build_registry
from dossier.storage import digest_folder

ROOT = Path(__file__).parent.parent
SYLLABLES = re.findall("..", "babebibocodadedofagalalelilomamemimonanenoparareriro")
MONTHS = re.findall(
    r"\w+", "janvier février mars avril mai juin juillet août septembre octobre novembre décembre"
)


def vary(text: str, seed: int) -> str:
    """Return *text* with other figures (years apart), other months and other names.

    The same seed gives the same for the same in every text, so that texts on one matter stay on one.
    """

    def name(match: re.Match[str]) -> str:
        return "".join(random.Random(f"{seed} {match.group()}").choices(SYLLABLES, k=3)).capitalize()

    def figure(match: re.Match[str]) -> str:
        first, *rest = match.group()
        chance = random.Random(f"{seed} {match.group()}")
        return first + "".join(str(chance.randrange(10)) for _ in rest)

    other = dict(zip(MONTHS, random.Random(seed).sample(MONTHS, len(MONTHS)), strict=True))
    text = re.sub(rf"\b(?:{'|'.join(MONTHS)})\b", lambda match: other[match.group()], text)
    text = re.sub(r"(?<=[a-zé,] )[A-ZÉ][a-zéèçïô]{3,}(?= [A-ZÉ])", name, text)
    return re.sub(r"(?<![\d.,'])(?!(?:19|20)\d\d\b)[1-9]\d{2,}(?![\d.,']*\d)", figure, text)


def make_corpus(sources: list[Path], folder: Path, count: int) -> int:
    """Write *count* articles into *folder*; return how many characters they have.

    Every text under *sources* is taken once in a round, and each round has its own names, months and figures.
    """
    texts = [path.read_text(encoding="utf-8") for source in sources for path in sorted(source.rglob("*.txt"))]
    total = 0
    for number in range(count):
        text = vary(texts[number % len(texts)], number // len(texts))
        total += len(text)
        (folder / f"{number:06}.txt").write_text(text, encoding="utf-8")
    return total


def against_bare(sources: list[Path], rounds: int = 3) -> None:
    """Print the time of our layers over that of the bare pipeline on the same texts, themes included."""
    articles = [article for source in sources for article in read_folder(source) if article.status == "ok"]
    nlp, asked = load_pipeline(), load_investigation(ROOT / "investigation.yml")
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


MODES = ("embedded", "2 workers", "4 workers", "2 workers, one killed")


def growth(sources: list[Path], counts: list[int], modes: list[str]) -> None:
    """Print time, memory and hash of the package of `dossier extract` for corpora of *counts* articles."""
    print("| articles | where | seconds | ms each | computing, s | most memory, MB | package |")
    print("|---:|---|---:|---:|---:|---:|---|")
    for count in counts:
        with tempfile.TemporaryDirectory() as folder:
            seeds = Path(folder, "seeds")
            seeds.mkdir()
            make_corpus(sources, seeds, count)
            for number, mode in enumerate(modes):
                place = Path(folder, str(number))
                place.mkdir()
                cost = measure(seeds, place, mode)
                mark = digest_folder(place / "out")[:8]
                print(
                    f"| {count:,} | {mode} | {cost.seconds:.1f} | {1000 * cost.seconds / count:.1f} "
                    f"| {cost.computing:.0f} | {cost.peak} | {mark} |",
                    flush=True,
                )


@dataclass(slots=True)
class Cost:
    """Seconds on the clock, seconds of computing of all processes, most memory of all at one time in MB."""

    seconds: float = 0
    computing: float = 0
    peak: int = 0


def measure(seeds: Path, place: Path, mode: str) -> Cost:
    """Run `dossier extract` on *seeds* in *mode*, into *place*, and return what it cost."""
    command: list[object] = [sys.executable, "-m", "dossier", "extract", seeds, "--out", place / "out"]
    if mode == "embedded":
        return watch([*command, "--jobs", os.cpu_count()], [])
    with Cluster(place, int(mode[0])) as cluster:
        command += ["--scheduler", cluster.address, "--work", place / "work"]
        victim = cluster.workers[0] if mode.endswith("killed") else None
        pids = [process.pid for process in (cluster.scheduler, *cluster.workers) if process]
        half = sum(1 for _ in seeds.iterdir()) // 2
        return watch(command, pids, lambda: half_done(place / "work", half) and cluster.kill(victim))


def half_done(work: Path, half: int) -> bool:
    return (work / "readings").is_dir() and sum(1 for _ in (work / "readings").iterdir()) > half


def watch(command: list[object], others: list[int], disturb: Callable[[], object] = bool) -> Cost:
    """Run *command*; it, its workers and *others* are what costs. *disturb* is called again and again."""
    cost, used, before = Cost(), dict[int, float](), sum(map(computing, all_of(others)))
    start = time.monotonic()
    process = subprocess.Popen([str(part) for part in command], stdout=subprocess.DEVNULL)
    while process.poll() is None:
        pids = all_of([process.pid, *others])
        cost.peak = max(cost.peak, sum(map(resident, pids)) // 1_000_000)
        used |= {pid: computing(pid) for pid in pids}
        disturb()
        time.sleep(0.2)
    if process.returncode:
        sys.exit(f"the command failed with exit code {process.returncode}")
    cost.seconds, cost.computing = time.monotonic() - start, sum(used.values()) - before
    return cost


def all_of(pids: list[int]) -> list[int]:
    return [other for pid in pids for other in family(pid)]


def computing(pid: int) -> float:
    """Return the seconds that *pid* has computed."""
    try:
        fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    except OSError:
        return 0
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


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
    parser.add_argument("--only", choices=("bare", *MODES), nargs="*", default=("bare", *MODES[:2]))
    options = parser.parse_args()
    if "bare" in options.only:
        against_bare(options.sources)
    growth(options.sources, options.articles, [mode for mode in MODES if mode in options.only])


if __name__ == "__main__":
    main()
