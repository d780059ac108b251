"""Every input ends as an article, read or refused with its reason; the laws hold for all that is read."""

from __future__ import annotations

import csv
import os
from pathlib import Path

import pytest
from frictionless import Package
from tests.hostile.inputs import INPUTS, UNREADABLE, Input

from dossier.cli import main
from dossier.corpus.decode import decode
from dossier.export.schema import table_forms

HERE = Path(__file__).parent


def rows(folder: Path, table: str) -> list[dict[str, str]]:
    with (folder / f"{table}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.fixture(scope="module")
def seeds(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("seeds")
    for each in INPUTS:
        each.put(folder)
    return folder


@pytest.fixture(scope="module")
def package(seeds: Path) -> Path:
    """Return the package of all inputs, made in one run; a tenth of an hour would be a hang."""
    out = seeds.parent / f"{seeds.name}-out"
    before = sorted(p.name for p in seeds.iterdir())
    assert main(["extract", str(seeds), "--out", str(out), "--jobs", "1"]) == 0
    assert sorted(p.name for p in seeds.iterdir()) == before
    return out


@pytest.mark.parametrize("each", INPUTS, ids=lambda each: each.what)
def test_each_input_has_its_outcome(package: Path, each: Input) -> None:
    name = os.fsencode(each.name).decode("utf-8", "replace")
    (row,) = (row for row in rows(package, "articles") if row["file"] == name)
    if each.outcome == "read":
        assert row["status"] == "ok", row["reason"]
    else:
        assert row["status"] == "refused" and each.outcome in row["reason"]


def test_no_input_is_lost(package: Path) -> None:
    assert len(rows(package, "articles")) == len(INPUTS)


def test_the_package_is_valid(package: Path) -> None:
    report = Package(str(package / "datapackage.json")).validate()
    assert report.valid, report.flatten(["type", "note"])[:5]


@pytest.mark.parametrize("table", ["dates", "events", "claims", "quotations"])
def test_every_row_stands_where_it_says(seeds: Path, package: Path, table: str) -> None:
    files = {row["article_id"]: row["file"] for row in rows(package, "articles") if row["status"] == "ok"}
    paths = {os.fsencode(path.name).decode("utf-8", "replace"): path for path in seeds.iterdir()}
    found = rows(package, table)
    assert found
    texts = {article: decode(paths[name].read_bytes())[0] for article, name in files.items()}
    for row in found:
        assert row["text"] == texts[row["article_id"]][int(row["start"]) : int(row["end"])]
        assert set(row) == set(table_forms()[table].columns)


def test_a_plain_article_still_yields_what_it_says_among_them(package: Path) -> None:
    assert {row["value"] for row in rows(package, "dates") if row["article_id"] == "twin-1"} >= {"2021-05-04"}
    assert {row["low"] for row in rows(package, "claims") if row["article_id"] == "twin-1"} == {"300"}


@pytest.mark.skipif(os.geteuid() == 0, reason="this user may read everything")
def test_a_file_that_may_not_be_read(tmp_path: Path) -> None:
    UNREADABLE.put(tmp_path)
    (tmp_path / UNREADABLE.name).chmod(0)
    assert main(["check", str(tmp_path)]) == 1


def test_the_list_of_inputs_is_the_one_that_was_tried() -> None:
    lines = ["| input | outcome |", "|---|---|"]
    for each in (*INPUTS, UNREADABLE):
        outcome = "read" if each.outcome == "read" else f"refused: … {each.outcome} …"
        lines.append(f"| {each.what} | {outcome} |")
    assert "\n".join(lines) in (HERE / "README.md").read_text(encoding="utf-8")
