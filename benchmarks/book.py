"""The time of a clean build beside that of an otherwise empty Jupyter Book, and the weight of each page.

    python benchmarks/book.py [--rounds 3] [--write]

Both books are built in turn, each from nothing but an installed environment: no analysis, no cache. The empty
one has as many notebooks as the report, and each only imports pandas and matplotlib. With ``--write`` the
figures go into benchmarks/README.md.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).parent.parent
README = ROOT / "benchmarks" / "README.md"
BEGIN, END = "<!-- book -->", "<!-- /book -->"
SOURCES = ("_config.yml", "_toc.yml", "index.md", "investigation.yml", "CITATION.cff", "book", "notebooks",
           "seeds", "review", "tests/gold")  # fmt: skip
BIN = Path(sys.executable).parent


def copy_report(target: Path) -> None:
    """Copy what the report is made from into *target*."""
    for name in SOURCES:
        source = ROOT / name
        (target / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copytree(source, target / name) if source.is_dir() else shutil.copy(source, target / name)


def write_empty(target: Path) -> int:
    """Write a book of notebooks that only import pandas and matplotlib; return how many."""
    count = len(list((ROOT / "notebooks").glob("*.ipynb"))) + 1  # the summary page is one as well
    cell = {"cell_type": "code", "id": "a", "metadata": {}, "outputs": [], "execution_count": None}
    kernel = {"kernelspec": {"name": "python3", "display_name": "Python 3", "language": "python"}}
    for number in range(count):
        title = {"cell_type": "markdown", "id": "t", "metadata": {}, "source": f"# Chapter {number}"}
        code = {**cell, "source": f"import pandas\nimport matplotlib.pyplot\n{number}"}
        notebook = {"cells": [title, code], "metadata": kernel, "nbformat": 4, "nbformat_minor": 5}
        (target / f"chapter{number:02d}.ipynb").write_text(json.dumps(notebook), "utf-8")
    chapters = "".join(f"  - file: chapter{number:02d}\n" for number in range(1, count))
    (target / "_toc.yml").write_text(f"format: jb-book\nroot: chapter00\nchapters:\n{chapters}", "utf-8")
    (target / "_config.yml").write_text("title: Empty\nexecute:\n  execute_notebooks: force\n", "utf-8")
    return count


def seconds(root: Path, *command: str) -> float:
    """Return how long *command* takes in *root*.

    Raises:
        subprocess.CalledProcessError: it failed.
    """
    environment = {key: value for key, value in os.environ.items() if key != "DOSSIER_ROOT"}
    began = time.perf_counter()
    subprocess.run(
        [str(BIN / command[0]), *command[1:]], cwd=root, env=environment, capture_output=True, check=True
    )
    return time.perf_counter() - began


def measure(rounds: int, work: Path) -> dict[str, list[float]]:
    """Return the seconds of each build of each round, and of an unchanged rebuild; the last report stays."""
    times: dict[str, list[float]] = {"report": [], "empty": [], "unchanged": []}
    for _ in range(rounds):
        for name in ("report", "empty"):
            shutil.rmtree(work / name, ignore_errors=True)
            (work / name).mkdir()
        copy_report(work / "report")
        write_empty(work / "empty")
        times["report"].append(seconds(work / "report", "dossier", "book"))
        times["empty"].append(seconds(work / "empty", "jupyter-book", "build", "."))
        times["unchanged"].append(seconds(work / "report", "dossier", "book"))
    return times


def weigh(book: Path) -> list[tuple[str, int, int]]:
    """Return each page with its own bytes and with those of the files it loads, icons and all."""
    rows = []
    for page in sorted(book.rglob("*.html")):
        text = page.read_text("utf-8")
        loaded = set(re.findall(r'<(?:script|img)[^>]* src="([^":#]+)', text))
        loaded |= set(re.findall(r'<link rel="stylesheet" href="([^":#]+)', text))
        files = {(page.parent / name.split("?")[0]).resolve() for name in loaded}
        own = len(text.encode())
        rows.append(
            (page.relative_to(book).as_posix(), own, own + sum(file.stat().st_size for file in files))
        )
    return rows


def report(times: dict[str, list[float]], rows: list[tuple[str, int, int]]) -> str:
    """Return the figures as Markdown."""
    ours, empty, again = (statistics.median(times[name]) for name in ("report", "empty", "unchanged"))
    lines = [
        f"| build (median of {len(times['report'])}, {os.cpu_count()} cores) | seconds |",
        "|---|---:|",
        f"| the report, from nothing: analysis, notebooks, pages, checks | {ours:.1f} |",
        f"| an empty Jupyter Book with as many notebooks that import pandas and matplotlib | {empty:.1f} |",
        f"| ratio | {ours / empty:.2f} |",
        f"| the report again, nothing changed | {again:.2f} |",
        "",
        "| page | HTML, kB | with all that it loads, kB |",
        "|---|---:|---:|",
        *(f"| {name} | {own / 1000:.0f} | {whole / 1000:.0f} |" for name, own, whole in rows),
    ]
    return "\n".join(lines) + "\n"


def main() -> int:
    """Measure, print, and with --write keep the figures."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--write", action="store_true", help="put the figures into benchmarks/README.md")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        work = Path(folder)
        times = measure(options.rounds, work)
        text = report(times, weigh(work / "report" / "_build" / "html"))
    print(text)
    if options.write:
        old = README.read_text("utf-8") if README.is_file() else "# Benchmarks\n"
        if BEGIN not in old:
            old += f"\n## The book\n\nMeasured by `benchmarks/book.py --write`.\n\n{BEGIN}\n{END}\n"
        head, _, rest = old.partition(BEGIN)
        README.write_text(f"{head}{BEGIN}\n{text}{END}{rest.partition(END)[2]}", "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
