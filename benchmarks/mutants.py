"""Articles broken at random: each is read or refused, and books of them are whole.

    python -m benchmarks.mutants [FOLDER …] [--count N] [--books N] [--seed S]

A mutant is an article of the given folders (default: the seeds and the examples) after one to six of the
changes below. They are extracted by the hundred: the command ends well, each mutant is a row of articles.csv,
no refusal blames our code, and the package is valid by its own schema. Then books of twenty mutants each are
built, and looked at for links that lead nowhere and, where vnu is installed, for invalid HTML.
"""

from __future__ import annotations

import argparse
import contextlib
import csv
import io
import random
import shutil
import subprocess
import tempfile
from collections import Counter
from collections.abc import Callable
from pathlib import Path

from frictionless import Package
from tests.book.conftest import ROOT, TOOLS, built
from tests.book.test_hostile import MARKUP
from tests.book.test_links import lost_links, read_pages

from dossier.cli import main as dossier

SEEDS = (ROOT / "seeds", *(ROOT / "examples").glob("*/seeds"))
VNU = TOOLS / "vnu-jar" / "build" / "dist" / "vnu.jar"
ENCODINGS = ("utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1252", "latin-1", "utf-7", "cp437")
SIGNS = "«»\"“”‘’'()[]{}<>|\\/*_#$%&=+@^~`–—…:;!?.,\n\r\t\0\u00a0\u200b\u200d\u202e\ufeff\ud800"
BATCH = 100  # mutants extracted at once: they tell of the same, and each is compared with each
Change = Callable[[str, random.Random, list[str]], str]


def span(text: str, chance: random.Random, most: int = 200) -> tuple[int, int]:
    start = chance.randrange(len(text) + 1)
    return start, min(len(text), start + chance.randrange(most))


def cut(text: str, chance: random.Random, _: list[str]) -> str:
    start, end = span(text, chance)
    return text[:start] + text[end:]


def say_again(text: str, chance: random.Random, _: list[str]) -> str:
    start, end = span(text, chance)
    return text[:end] + text[start:end] * chance.choice((1, 1, 2, 2, 20)) + text[end:]


def splice(text: str, chance: random.Random, others: list[str]) -> str:
    other = chance.choice(others)
    return text[: chance.randrange(len(text) + 1)] + other[chance.randrange(len(other) + 1) :]


def insert(text: str, chance: random.Random, _: list[str]) -> str:
    piece = chance.choice((chance.choice(MARKUP), chance.choice(SIGNS) * chance.choice((1, 3, 999))))
    place = chance.randrange(len(text) + 1)
    return text[:place] + piece + text[place:]


def shuffle(text: str, chance: random.Random, _: list[str]) -> str:
    between = chance.choice(("\n", " ", ". ", ""))
    parts = text.split(between) if between else list(text)
    chance.shuffle(parts)
    return between.join(parts)


def exchange(text: str, chance: random.Random, _: list[str]) -> str:
    return text.replace(chance.choice(text or " "), chance.choice((*SIGNS, "9", "É", "")))


def recase(text: str, chance: random.Random, _: list[str]) -> str:
    return chance.choice((str.upper, str.lower, str.title, str.swapcase))(text)


def misspell(text: str, chance: random.Random, _: list[str]) -> str:
    letters = list(text)
    for _n in range(chance.randrange(1, 80)):
        place = chance.randrange(len(letters) + 1)
        letters[place : place + 1] = chance.choice(SIGNS + "aeéo0123456789")
    return "".join(letters)


CHANGES: tuple[Change, ...] = (cut, say_again, splice, insert, shuffle, exchange, recase, misspell)


def mutant(texts: list[str], chance: random.Random) -> bytes:
    """Return an article of *texts*, broken."""
    text = chance.choice(texts)
    for change in chance.choices(CHANGES, k=chance.randrange(1, 7)):
        text = change(text, chance, texts)
    raw = text.encode(chance.choices(ENCODINGS, (20, *[1] * (len(ENCODINGS) - 1)))[0], "replace")
    if chance.random() < 0.05:
        raw = raw[: chance.randrange(len(raw) + 1)] + chance.randbytes(chance.randrange(9)) + raw[-400:]
    return raw


def put(folder: Path, number: int, raw: bytes) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / f"{number:05}.txt").write_bytes(raw)


def extract(folder: Path, mutants: list[bytes]) -> Counter[str]:
    """Extract *mutants* below *folder*; return how many came to what, and the packages that are at fault."""
    for number, raw in enumerate(mutants):
        put(folder / "seeds", number, raw)
    out = folder / "out"
    with contextlib.redirect_stderr(io.StringIO()), contextlib.redirect_stdout(io.StringIO()):
        code = dossier(["extract", str(folder / "seeds"), "--out", str(out), "--jobs", "1"])
    with (out / "articles.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    found = Counter(row["status"] for row in rows)
    found["lost"] = len(mutants) - len(rows)
    found["command failed"] = code
    found["package invalid"] = not Package(str(out / "datapackage.json")).validate().valid
    for row in rows:
        if "report it" in row["reason"]:
            found["fault of ours"] += 1
            print(f"{folder.name}/{row['file']}: {row['reason']}", flush=True)
    shutil.rmtree(out)
    return found


def bind(root: Path, mutants: list[bytes]) -> None:
    """Build a book of *mutants* at *root*, and say what is wrong with it."""
    for number, raw in enumerate(mutants):
        put(root / "seeds", number, raw)
    shutil.copy(ROOT / "investigation.yml", root)
    html = built(root) / "_build" / "html"
    lost, wrong = lost_links(read_pages(html)), "not looked for: vnu is not installed"
    if VNU.is_file():
        command = ["java", "-jar", VNU, "--errors-only", "--skip-non-html", "--format", "gnu", html]
        wrong = subprocess.run(command, capture_output=True, text=True, check=False).stderr or "none"
    pages = sum(1 for _ in html.rglob("*.html"))
    print(f"{root.name}: {pages} pages, dead links: {lost or 'none'}, invalid: {wrong}", flush=True)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folders", nargs="*", type=Path, metavar="FOLDER")
    parser.add_argument("--count", type=int, default=5000)
    parser.add_argument("--books", type=int, default=10)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    folders = options.folders or SEEDS
    texts = [path.read_text("utf-8") for folder in folders for path in sorted(folder.glob("*.txt"))]
    chance = random.Random(options.seed)
    with tempfile.TemporaryDirectory() as place:
        found: Counter[str] = Counter()
        for number in range(0, options.count, BATCH):
            mutants = [mutant(texts, chance) for _ in range(min(BATCH, options.count - number))]
            found.update(extract(Path(place) / f"batch {number}", mutants))
        print(dict(found), flush=True)
        for number in range(options.books):
            bind(Path(place) / f"book {number + 1}", [mutant(texts, chance) for _ in range(20)])


if __name__ == "__main__":
    main()
