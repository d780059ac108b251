"""From a folder to its records: streamed, resumed after a kill, the same however it was run."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path

import pytest
from tests import forks
from tests.toy import parse, read, toy, write_corpus  # noqa: F401 (a fixture)

from dossier.export import write_folder, write_package
from dossier.export.package import WORK
from dossier.investigation import Investigation
from dossier.pipeline import Sink, analyse_folder, comparing, parts, run
from dossier.records import Article
from dossier.storage import BusyError, hold

ASKED = Investigation()


@pytest.fixture
def corpus(tmp_path: Path, toy: None) -> Path:  # noqa: F811
    return write_corpus(tmp_path / "seeds")


def contents(folder: Path) -> dict[str, bytes]:
    return {str(p.relative_to(folder)): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()}


def test_the_package_and_the_analysis_hold_the_same_rows(corpus: Path, tmp_path: Path) -> None:
    articles = write_folder(corpus, tmp_path / "streamed", ASKED)
    analysis = analyse_folder(corpus, ASKED)
    write_package(analysis, tmp_path / "collected")
    assert contents(tmp_path / "streamed") == contents(tmp_path / "collected")
    assert len(analysis.claims) == len(analysis.dates) == len(analysis.events) == 9
    assert [a.article_id for a in articles] == [a.article_id for a in analysis.articles]
    assert all(a.text[c.start : c.end] == c.text for a in analysis.articles[:1] for c in analysis.claims[:3])


def test_nothing_but_the_package_stays(corpus: Path, tmp_path: Path) -> None:
    write_folder(corpus, tmp_path / "out", ASKED)
    assert {p.suffix for p in (tmp_path / "out").iterdir()} == {".csv", ".json"}


def test_what_a_fault_of_ours_spoils_is_refused_and_the_others_go_through(
    corpus: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(parsed, *rest):
        if parsed.article.article_id == "article-00001":
            raise KeyError("x")
        return read(parsed, *rest)

    monkeypatch.setattr(parts, "read_article", fail)
    articles = write_folder(corpus, tmp_path / "out", ASKED)
    assert [a.status for a in articles] == ["ok", "refused", "ok"]
    assert "KeyError" in articles[1].reason
    monkeypatch.setenv("DOSSIER_DEBUG", "1")
    with pytest.raises(KeyError):
        write_folder(corpus, tmp_path / "out", ASKED)


def test_where_every_article_is_spoilt_the_package_says_so(
    corpus: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(parsed, *rest):
        raise KeyError("x")

    monkeypatch.setattr(parts, "read_article", fail)
    articles = write_folder(corpus, tmp_path / "out", ASKED)
    assert {a.status for a in articles} == {"refused"}
    assert (tmp_path / "out" / "claims.csv").read_text().count("\n") == 1


def test_an_article_that_takes_too_long_is_refused_and_the_others_go_through(
    corpus: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def crawl(parsed, *rest):
        while parsed.article.article_id == "article-00001":
            pass
        return read(parsed, *rest)

    monkeypatch.setattr(parts, "read_article", crawl)
    monkeypatch.setattr(parts, "LONGEST", 0.2)
    articles = write_folder(corpus, tmp_path / "out", ASKED)
    assert [a.status for a in articles] == ["ok", "refused", "ok"]
    assert articles[1].reason.startswith("Reading it takes more than 0.2 seconds of computing time")


def test_what_was_read_is_not_read_again(
    corpus: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    calls: list[str] = []

    def count(parsed, *rest):
        calls.append(parsed.article.article_id)
        return read(parsed, *rest)

    monkeypatch.setattr(parts, "read_article", count)
    for _ in range(2):
        run(corpus, ASKED, Sink([].append), work=tmp_path / "work")
    assert len(calls) == 3
    (corpus / "article-00001.txt").write_text("La ville a annoncé 99 nouvelles places pour les enfants.\n")
    for path in (tmp_path / "work").iterdir():
        path.write_bytes(b"damaged")
    run(corpus, ASKED, Sink([].append), work=tmp_path / "work")
    assert len(calls) == 6
    run(corpus, Investigation(title="another"), Sink([].append), work=tmp_path / "work")
    assert len(calls) == 9


def die_at(number: int, folder: Path) -> None:
    """End this process without a word before it changes something below *folder* for the *number*-th time."""
    left = number

    def watch(event: str, arguments: tuple[object, ...]) -> None:
        nonlocal left
        writes = event == "open" and arguments[2] & (os.O_WRONLY | os.O_RDWR)
        if writes or event in {"os.rename", "os.remove", "os.mkdir", "os.rmdir"}:
            left -= str(folder) in f"{arguments[0]}"
            if left < 0:
                os._exit(9)

    sys.addaudithook(watch)


def test_killed_at_any_moment_the_next_run_ends_as_if_nothing_had_been(corpus: Path, tmp_path: Path) -> None:
    write_folder(corpus, tmp_path / "clean", ASKED)
    expected, out = contents(tmp_path / "clean"), tmp_path / "out"

    def killed(number: int) -> int | None:
        def work() -> None:
            die_at(number, out)
            write_folder(corpus, out, ASKED)

        return forks.begin(work).wait()

    number = 0
    while (code := killed(number)) == 9:
        present = contents(out) if out.exists() else {}
        if "datapackage.json" in present:
            assert {name: present.get(name) for name in expected} == expected
        number += 1
    assert code == 0 and number > 40
    assert contents(out) == expected
    for number in range(0, 60, 7):
        killed(number)
        write_folder(corpus, out, ASKED)
        assert contents(out) == expected


def test_two_runs_at_once_do_not_spoil_each_other(corpus: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    write_folder(corpus, out, ASKED)
    before = contents(out)
    with hold(out, wait=False), pytest.raises(BusyError):
        write_folder(corpus, out, ASKED)
    assert contents(out) == before


def test_a_full_disk_leaves_the_old_package(
    corpus: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "out"
    write_folder(corpus, out, ASKED)
    before = contents(out)
    (corpus / "another.txt").write_text("Le maire de la ville a annoncé 12 nouvelles places hier.\n")

    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(Path, "write_bytes", full)
        with pytest.raises(OSError, match="space"):
            write_folder(corpus, out, ASKED)
    assert {name: data for name, data in contents(out).items() if WORK not in name} == before
    assert len(write_folder(corpus, out, ASKED)) == 4


def test_an_article_more_changes_no_row_of_the_others(corpus: Path, tmp_path: Path) -> None:
    few = analyse_folder(corpus, ASKED)
    write_corpus(corpus, 5)
    more = analyse_folder(corpus, ASKED)
    for name in ("articles", "dates", "events", "claims", "quotations"):
        kept = [r for r in getattr(more, name) if r.article_id <= "article-00002"]
        assert kept == list(getattr(few, name))


def test_ids_that_articles_share_by_chance_become_longer_and_no_other_does(
    corpus: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = analyse_folder(corpus, ASKED)
    monkeypatch.setattr(comparing.parts_of, "__defaults__", (2,))
    shared = before.claims[0].claim_id

    def meet(parsed, *rest):
        reading = read(parsed, *rest)
        if parsed.article.article_id == "article-00001":
            return reading
        first, *others = reading.claims
        return replace(reading, claims=(replace(first, claim_id=shared), *others))

    monkeypatch.setattr(parts, "read_article", meet)
    found = analyse_folder(corpus, ASKED)
    longer = [claim for claim in found.claims if len(claim.claim_id) > len(shared)]
    assert [claim.article_id for claim in longer] == ["article-00000", "article-00002"]
    assert all(claim.claim_id.startswith(shared) for claim in longer)
    assert len({claim.claim_id for claim in found.claims}) == len(found.claims)
    assert {c.claim_id for c in found.claims} - {c.claim_id for c in longer} < {
        c.claim_id for c in before.claims
    }
    assert found.events == before.events and found.dates == before.dates
    assert len(write_folder(corpus, tmp_path / "out", ASKED)) == 3  # and the package is valid


def test_what_needs_no_other_article_comes_part_by_part(
    corpus: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(comparing.parts_of, "__defaults__", (2,))
    parts = []
    run(corpus, ASKED, Sink(parts.append), work=tmp_path / "work")
    assert [len(part.get("dates", ())) for part in parts] == [6, 3, 0]
    assert [len(part.get("articles", ())) for part in parts] == [0, 0, 3]


def test_the_toy_reader_reads_articles() -> None:
    article = Article("a", "a.txt", "", "ok", text="a annoncé 12 nouvelles places")
    assert [claim.text for claim in read(next(parse([article]))).claims] == ["12"]


def test_a_killed_run_leaves_no_worker_behind_and_other_workers_give_the_bytes_of_one_process(
    tmp_path: Path,
) -> None:
    write_corpus(tmp_path / "seeds", 6)
    out = tmp_path / "out"
    command = [sys.executable, "-m", "dossier", "extract", str(tmp_path / "seeds"), "--out", str(out)]
    process = subprocess.Popen([*command, "--jobs", "2"], stderr=subprocess.DEVNULL)
    children = Path(f"/proc/{process.pid}/task/{process.pid}/children")
    deadline = time.monotonic() + 60
    while not (workers_then := children.read_text().split()) and time.monotonic() < deadline:
        time.sleep(0.1)
    process.kill()
    process.wait()
    deadline = time.monotonic() + 30
    while any(map(runs, workers_then)) and time.monotonic() < deadline:
        time.sleep(0.1)
    assert workers_then and not any(map(runs, workers_then))
    assert len(write_folder(tmp_path / "seeds", out, ASKED, jobs=2)) == 6
    assert not (out / WORK).exists()
    write_folder(tmp_path / "seeds", tmp_path / "one", ASKED, jobs=1)
    assert contents(tmp_path / "one") == contents(out)


def runs(pid: str) -> bool:
    """Return whether a process has *pid* and is no zombie."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False
