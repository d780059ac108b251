"""The same run on one machine and on a cluster of separate processes, of which some die."""

from __future__ import annotations

import shutil
import time
import zipfile
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from tests import forks
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
    folder = write_corpus(tmp_path_factory.mktemp("corpus") / "seeds", 24)
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
    with Cluster(tmp_path, fork=True) as cluster:
        yield cluster


def test_a_run_reads_from_any_address_and_outlives_a_worker_and_its_scheduler(
    corpus: Path, expected: dict[str, bytes], cluster: Cluster, tmp_path: Path
) -> None:
    archive, out, work = tmp_path / "articles.zip", tmp_path / "out", tmp_path / "work"
    with zipfile.ZipFile(archive, "w") as packed:
        for path in sorted(corpus.iterdir()):
            packed.write(path, path.name)
    arguments = ["extract", f"zip://::file://{archive}", "--out", str(out)]
    arguments += ["--work", str(work), "--scheduler", cluster.address]
    said = (tmp_path / "said").open("w+")
    process = forks.begin(partial(main, arguments), errors=said.fileno())

    def wait_for(readings: int) -> None:
        while process.poll() is None and sum(1 for _ in work.glob("readings/*.json")) < readings:
            time.sleep(0.02)
        assert process.poll() is None, said.read()

    wait_for(8)
    cluster.kill(cluster.workers[0])
    wait_for(16)
    for each in (cluster.scheduler, *cluster.workers):
        cluster.kill(each)
    cluster.count, cluster.fork = 1, False
    cluster.start()
    assert process.wait() == 0, said.read()
    assert contents(out) == expected
    assert not work.exists()


def test_where_no_scheduler_answers_one_line_says_what_to_do(
    corpus: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(engine, "_ANSWER", 1)
    arguments = ["extract", str(corpus), "--out", str(tmp_path / "out"), "--scheduler", "tcp://127.0.0.1:9"]
    assert main(arguments) == 2
    (line,) = [line for line in capsys.readouterr().err.splitlines() if line.startswith("dossier: ")]
    assert "no Dask scheduler answers at tcp://127.0.0.1:9" in line and "`dask scheduler`" in line
