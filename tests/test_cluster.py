"""The same run on one machine and on a cluster of separate processes, of which some die."""

from __future__ import annotations

import shutil
import subprocess
import sys
import time
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from tests.cluster import Cluster
from tests.toy import write_corpus

from dossier.cli import main
from dossier.pipeline import engine

ROOT = Path(__file__).parent.parent


def contents(folder: Path) -> dict[str, bytes]:
    return {str(p.relative_to(folder)): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()}


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return articles that contradict each other and share passages, and many that do not."""
    folder = write_corpus(tmp_path_factory.mktemp("corpus") / "seeds", 90)
    for path in (ROOT / "seeds").glob("*.txt"):
        shutil.copy(path, folder)
    return folder


@pytest.fixture(scope="module")
def expected(corpus: Path) -> dict[str, bytes]:
    """Return the package as this process alone makes it."""
    out = corpus.parent / "embedded"
    assert main(["extract", str(corpus), "--out", str(out), "--jobs", "1"]) == 0
    package = contents(out)
    assert package["discrepancies.csv"].count(b"\n") > 5 and package["reuse.csv"].count(b"\n") > 5
    return package


@pytest.fixture
def cluster(tmp_path: Path) -> Iterator[Cluster]:
    with Cluster(tmp_path) as cluster:
        yield cluster


def extract(seeds: str, out: Path, cluster: Cluster, *more: str) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "dossier", "extract", seeds, "--out", str(out)]
    return subprocess.Popen([*command, "--scheduler", cluster.address, *more], stderr=subprocess.PIPE)


def during(process: subprocess.Popen[bytes], work: Path, disturb: Callable[[], None]) -> None:
    """Call *disturb* when the first articles have been read."""
    while process.poll() is None and sum(1 for _ in work.glob("readings/*.json")) < 10:
        time.sleep(0.02)
    assert process.poll() is None, process.stderr and process.stderr.read()
    disturb()


def test_on_two_workers_of_which_one_is_killed_the_bytes_are_the_same(
    corpus: Path, expected: dict[str, bytes], cluster: Cluster, tmp_path: Path
) -> None:
    out, work = tmp_path / "out", tmp_path / "work"
    process = extract(str(corpus), out, cluster, "--work", str(work))
    during(process, work, lambda: cluster.kill(cluster.workers[0]))
    assert process.wait(timeout=120) == 0, process.stderr and process.stderr.read()
    assert contents(out) == expected
    assert not work.exists()


def test_a_run_outlives_its_scheduler_and_reads_from_any_address(
    corpus: Path, expected: dict[str, bytes], cluster: Cluster, tmp_path: Path
) -> None:
    archive = tmp_path / "articles.zip"
    with zipfile.ZipFile(archive, "w") as packed:
        for path in sorted(corpus.iterdir()):
            packed.write(path, path.name)

    def fall_and_rise() -> None:
        for process in (cluster.scheduler, *cluster.workers):
            cluster.kill(process)
        cluster.start()

    out = tmp_path / "out"
    process = extract(f"zip://::file://{archive}", out, cluster)
    during(process, out / ".dossier-work", fall_and_rise)
    assert process.wait(timeout=180) == 0, process.stderr and process.stderr.read()
    assert contents(out) == expected


def test_where_no_scheduler_answers_one_line_says_what_to_do(
    corpus: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(engine, "_ANSWER", 1)
    arguments = ["extract", str(corpus), "--out", str(tmp_path / "out"), "--scheduler", "tcp://127.0.0.1:9"]
    assert main(arguments) == 2
    (line,) = [line for line in capsys.readouterr().err.splitlines() if line.startswith("dossier: ")]
    assert "no Dask scheduler answers at tcp://127.0.0.1:9" in line and "`dask scheduler`" in line
