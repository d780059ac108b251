"""What is kept between runs: nothing half written, nothing foreign believed, only records read back."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dossier.investigation import Investigation, Topic
from dossier.records import Article, Claim, Published, Section
from dossier.storage import (
    BusyError,
    NotPlainError,
    clear,
    digest,
    from_plain,
    hold,
    keep_only,
    of_project,
    own_folder,
    read_plain,
    read_sealed,
    to_plain,
    write_sealed,
    write_whole,
)

ANY_TEXT = st.text(st.characters(exclude_categories=()))
CLAIMS = st.builds(
    Claim,
    text=ANY_TEXT,
    low=st.none() | st.floats(allow_nan=False),
    high=st.none() | st.just(3.0),
    claimant=st.lists(ANY_TEXT).map(tuple),
)


@given(CLAIMS)
def test_a_record_comes_back_as_it_was(claim: Claim) -> None:
    assert from_plain(Claim, json.loads(json.dumps(to_plain(claim)))) == claim


def test_records_within_records_come_back_as_they_were() -> None:
    article = Article("a", "a.txt", "", "ok", published=Published("2021"), sections=(Section("body", 0, 3),))
    asked = Investigation(title="x", topics=(Topic("t", "T", ("mot",)),))
    assert from_plain(Article, to_plain(article)) == article
    assert from_plain(Investigation, to_plain(asked)) == asked


@pytest.mark.parametrize(
    "plain", [None, [], {}, "x", [1] * 8, ["body", "0", 3], ["body", 0], ["body", 0, 3, 4]]
)
def test_what_is_not_shaped_as_the_record_is_refused(plain: object) -> None:
    with pytest.raises(ValueError, match=r"."):
        from_plain(Section, plain)


@pytest.mark.parametrize(
    "spoil",
    [
        lambda data: b"",
        lambda data: data[:-1],
        lambda data: data[: len(data) // 2],
        lambda data: data + b" ",
        lambda data: data.replace(b"soldats", b"canards"),
        lambda data: data.replace(b"key", b"yek"),
        lambda data: b"\x80\x04" + data,
        lambda data: data.partition(b"\n")[2],
    ],
    ids=["empty", "short", "half", "long", "changed", "other key", "foreign", "headless"],
)
def test_a_damaged_or_foreign_file_is_not_believed(tmp_path: Path, spoil) -> None:
    path = tmp_path / "kept.json"
    write_sealed(path, "key", ["soldats", 3])
    assert read_sealed(path, "key") == ["soldats", 3]
    path.write_bytes(spoil(path.read_bytes()))
    assert read_sealed(path, "key") is None


def test_what_is_missing_or_no_file_is_not_believed(tmp_path: Path) -> None:
    assert read_sealed(tmp_path / "missing", "key") is None
    assert read_sealed(tmp_path, "key") is None


def test_a_failed_write_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "kept"
    write_whole(path, b"old")

    def fail(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "write_bytes", fail)
    with pytest.raises(OSError, match="space") as caught:
        write_whole(path, b"new")
    assert caught.value.filename == str(path)
    assert [p.name for p in tmp_path.iterdir()] == ["kept"]
    assert path.read_bytes() == b"old"


def test_one_holder_at_a_time(tmp_path: Path) -> None:
    with hold(tmp_path, wait=False), pytest.raises(BusyError), hold(tmp_path, wait=False):
        pass
    with hold(tmp_path, wait=False):
        pass


def test_clearing_follows_no_link(tmp_path: Path) -> None:
    kept = tmp_path / "kept"
    kept.mkdir()
    (kept / "file").touch()
    (tmp_path / "link").symlink_to(kept)
    for name in ("link", "missing"):
        clear(tmp_path / name)
        assert (kept / "file").exists() and not (tmp_path / name).exists()
    clear(kept / "file")
    assert not (kept / "file").exists()


@pytest.mark.parametrize("spoil", [Path.touch, Path.mkdir, lambda path: path.symlink_to("nothing")])
def test_a_folder_of_the_house_is_made_in_place_of_what_stands_there(tmp_path: Path, spoil) -> None:
    spoil(tmp_path / "own")
    assert own_folder(tmp_path / "own").is_dir()
    for name in ("own/kept", "own/kept.tmp"):
        (tmp_path / name).mkdir()
    write_sealed(tmp_path / "own" / "kept", "key", 1)
    (tmp_path / "own" / "other").mkdir()
    keep_only(tmp_path / "own", {tmp_path / "own" / "kept"})
    assert [path.name for path in (tmp_path / "own").iterdir()] == ["kept"]


@pytest.mark.parametrize(
    "put", [os.mkfifo, Path.mkdir, lambda p: p.symlink_to("/dev/zero"), lambda p: p.symlink_to("none")]
)
def test_what_is_no_plain_file_is_not_opened(tmp_path: Path, put) -> None:
    put(tmp_path / "a.txt")
    with pytest.raises(NotPlainError):
        read_plain(tmp_path / "a.txt", within=tmp_path)
    code = "import sys, pathlib; from dossier.storage import *; of_project(pathlib.Path(sys.argv[1]))"
    (tmp_path / "seeds").mkdir()
    put(tmp_path / "seeds" / "a.txt")
    subprocess.run([sys.executable, "-c", code, tmp_path], check=True, timeout=60)


def test_a_digest_keeps_its_parts_apart() -> None:
    assert len({digest("ab", "c"), digest("a", "bc"), digest("abc"), digest("abc", "")}) == 4


def test_whatever_goes_into_a_project_changes_its_fingerprint(tmp_path: Path) -> None:
    seen = {of_project(tmp_path)}
    for name in ("investigation.yml", "seeds/a.txt", "seeds/sources.yml", "review/decisions.yml"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        for text in ("", "x"):
            (tmp_path / name).write_text(text)
            assert of_project(tmp_path) not in seen
            seen.add(of_project(tmp_path))
    (tmp_path / "seeds/a.txt").rename(tmp_path / "seeds/b.txt")
    assert of_project(tmp_path) not in seen
    (tmp_path / "README.md").touch()
    (tmp_path / "seeds/b.txt").rename(tmp_path / "seeds/a.txt")
    assert of_project(tmp_path) in seen
