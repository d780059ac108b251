"""Kills commands at random moments and looks whether a plain rerun gives the bytes of an undisturbed run.

    python -m benchmarks.breaking [--kills N] [--seed S]

With ``--full FOLDER``, a folder on a small file system of its own, it fills that disk instead of killing: the
first run fails where the space ends, then the balloon that took the space is removed and the command rerun.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from tests.book.conftest import write_small

from dossier.investigation import load_investigation
from dossier.review import load_decisions

ANSWERS = "N. Abel\n" + "a\nseen\nr\nwrong\n" * 3 + "q\n"
Tree = dict[str, str]


@dataclass(frozen=True)
class Command:
    """A command of dossier, the folder it writes, and what it is answered."""

    arguments: tuple[str, ...]
    writes: str
    answers: str = ""


COMMANDS = {
    "book": Command(("book", "."), "_build/html"),
    "pdf": Command(("pdf", "."), "_build/pdf"),
    "extract": Command(("extract", "seeds", "--out", "out", "--investigation", "investigation.yml"), "out"),
    "review": Command(("review", ".", "--page", "figures"), "review", ANSWERS),
}


def start(root: Path, command: Command) -> subprocess.Popen[str]:
    process = subprocess.Popen(
        [sys.executable, "-m", "dossier", *command.arguments],
        cwd=root,
        start_new_session=True,
        text=True,
        stdin=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    assert process.stdin
    process.stdin.write(command.answers)
    process.stdin.close()
    return process


def tree(folder: Path) -> Tree:
    return {
        str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def disturb_by_kill(root: Path, command: Command, seconds: float) -> None:
    process = start(root, command)
    time.sleep(seconds)
    os.killpg(process.pid, signal.SIGKILL)
    process.wait()


def disturb_by_full_disk(root: Path, command: Command, share: float) -> None:
    balloon = root / "balloon"
    balloon.write_bytes(bytes(int(shutil.disk_usage(root).free * share)))
    start(root, command).wait()
    balloon.unlink()


def measure(
    name: str, times: int, work: Path, disturb: Callable[[Path, Command, float], None], most: float
) -> None:
    command, root = COMMANDS[name], write_small(work / name)
    rulings = root / "review" / "decisions.yml"
    rulings.parent.mkdir()

    def forget() -> None:
        rulings.write_text("decisions: []\n")

    forget()
    begun = time.monotonic()
    assert start(root, command).wait() == 0
    took, expected = time.monotonic() - begun, tree(root / command.writes)
    same, asked = 0, load_investigation(root / "investigation.yml")
    for _ in range(times):
        forget()
        if name != "review" and random.random() < 0.5:
            shutil.rmtree(root / "_build", ignore_errors=True)
            shutil.rmtree(root / command.writes, ignore_errors=True)
        disturb(root, command, random.uniform(0, most or took))
        load_decisions(rulings, asked)  # whole, however many there are
        forget()  # so that the rerun is asked the same
        code = start(root, command).wait()
        same += code == 0 and tree(root / command.writes) == expected
    print(f"{name:<10}{times:5} disturbed, {same:5} the same after a rerun ({took:.1f} s a run)", flush=True)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--kills", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--full", type=Path, metavar="FOLDER")
    parser.add_argument("--only", choices=COMMANDS, action="append")
    options = parser.parse_args()
    random.seed(options.seed)
    names = options.only or list(COMMANDS)
    with tempfile.TemporaryDirectory(dir=options.full) as folder:
        for name in names:
            if options.full:
                measure(name, options.kills // len(names), Path(folder), disturb_by_full_disk, 1.0)
            else:
                measure(name, options.kills // len(names), Path(folder), disturb_by_kill, 0.0)


if __name__ == "__main__":
    main()
