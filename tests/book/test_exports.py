"""What goes out to other tools: each file read by a tool of its own field, and leading to the words."""

from __future__ import annotations

import csv
import io
import json
import re
import sqlite3
import subprocess
from collections.abc import Callable
from pathlib import Path
from urllib.parse import unquote

import pytest
from pyarrow import parquet
from tests.book.conftest import ROOT, Browser

from dossier.export import FILES, write_crate, write_formats
from dossier.report import load
from dossier.view import View

JUDGES = ROOT / "tests" / ".judges" / "bin"
JUDGING = Path(__file__).parent / "judging"
STANDING = ("dates", "statements", "events", "claims", "quotations")  # tables whose rows stand in an article


@pytest.fixture(scope="session")
def judge() -> Callable[..., str]:
    """Return a function that runs a tool of `make judges` and returns what it prints, or skips the test."""

    def run(name: str, *arguments: object) -> str:
        if not (JUDGES / name).is_file():
            pytest.skip(f"{name} is not installed: make judges")
        command = [str(JUDGES / name), *map(str, arguments)]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        assert done.returncode == 0, f"{done.stdout[-2000:]}{done.stderr[-2000:]}"
        return done.stdout

    return run


@pytest.fixture(scope="module")
def data(book: Path) -> Path:
    return book / "data"


@pytest.fixture(scope="module")
def texts(project: Path) -> dict[str, str]:
    """The articles as they were received, by file name."""
    return {path.name: path.read_bytes().decode() for path in (project / "seeds").glob("*.txt")}


def rows_of(data: Path, table: str) -> list[dict[str, str]]:
    with (data / f"{table}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.fixture(scope="module")
def fact(data: Path, texts: dict[str, str]) -> dict[str, str]:
    """One fact, followed from each export to its words: the greatest figure that somebody claims."""
    claimed = [row for row in rows_of(data, "claims") if row["low"] and row["claimant"]]
    row = max(claimed, key=lambda row: (float(row["low"]), row["claim_id"]))
    assert texts[f"{row['article_id']}.txt"][int(row["start"]) : int(row["end"])] == row["text"]
    return row


def words_at(place: str, texts: dict[str, str]) -> str:
    """Return the words at an address of a text file (RFC 5147)."""
    match = re.fullmatch(r"(.+)#char=(\d+),(\d+)", place)
    assert match, place
    return texts[unquote(match[1])][int(match[2]) : int(match[3])]


def test_every_format_is_offered_on_the_page_and_in_the_book(book: Path, data: Path) -> None:
    page = next((book / "notebooks").glob("*data.html")).read_text("utf-8")
    for names in FILES.values():
        for name in names:
            assert (data / name).is_file() and f'href="../data/{name}" download' in page, name


def test_every_export_is_the_same_bytes_each_time(
    book: Path, data: Path, project: Path, tmp_path: Path
) -> None:
    for path in write_formats(View(load(project)), tmp_path):
        assert path.read_bytes() == (data / path.name).read_bytes(), path.name


def test_the_command_writes_a_format_and_names_the_formats_there_are(project: Path, tmp_path: Path) -> None:
    from dossier.cli import main

    assert main(["export", "csl-json", str(project), "--out", str(tmp_path)]) == 0
    assert [path.name for path in tmp_path.iterdir()] == ["references.json"]
    assert main(["export"]) == 0
    assert main(["export", "docx", str(project)]) == 2


def test_sqlite_holds_every_row_with_its_keys_and_leads_to_the_words(
    data: Path, texts: dict[str, str], fact: dict[str, str]
) -> None:
    base = sqlite3.connect(f"file:{data / 'dossier.sqlite'}?mode=ro", uri=True)
    assert base.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    assert base.execute("PRAGMA foreign_key_check").fetchall() == []
    assert len(base.execute("PRAGMA foreign_key_list(claims)").fetchall()) == 2
    files = dict(base.execute("SELECT article_id, file FROM articles"))
    for table in STANDING:
        found = base.execute(f'SELECT article_id, start, "end", text FROM {table}').fetchall()
        assert len(found) == len(rows_of(data, table)) > 0
        assert all(texts[files[article]][start:end] == text for article, start, end, text in found)
    query = "SELECT text, low, claimant FROM claims JOIN articles USING (article_id) WHERE claim_id = ?"
    ((text, low, claimant),) = base.execute(query, [fact["claim_id"]]).fetchall()
    assert (text, low, json.loads(claimant)) == (
        fact["text"],
        float(fact["low"]),
        fact["claimant"].split("|"),
    )


def test_datasette_opens_the_file_as_it_is(
    data: Path, judge: Callable[..., str], fact: dict[str, str]
) -> None:
    path = f"/dossier/claims.json?claim_id={fact['claim_id']}&_shape=objects"
    shown = json.loads(judge("datasette", data / "dossier.sqlite", "--get", path))
    assert [row["text"] for row in shown["rows"]] == [fact["text"]]
    assert {key["other_table"] for key, _label in shown["expandable_columns"]} == {"articles", "statements"}


def test_parquet_holds_every_row_with_its_types_and_leads_to_the_words(
    data: Path, texts: dict[str, str], fact: dict[str, str]
) -> None:
    for table in STANDING:
        found = parquet.read_table(data / f"{table}.parquet").to_pylist()
        assert len(found) == len(rows_of(data, table))
        assert all(texts[f"{r['article_id']}.txt"][r["start"] : r["end"]] == r["text"] for r in found)
    claims = parquet.read_table(data / "claims.parquet")
    assert claims.schema.field("claimant").type.value_type == "string"
    assert b"Lower bound" in claims.schema.field("low").metadata[b"description"]
    (row,) = (row for row in claims.to_pylist() if row["claim_id"] == fact["claim_id"])
    assert (row["text"], row["low"]) == (fact["text"], float(fact["low"]))


def test_every_annotation_finds_its_words_by_place_and_by_quotation(
    data: Path, project: Path, texts: dict[str, str], fact: dict[str, str]
) -> None:
    from dossier.export.web_annotations import hash_name

    by_hash = {hash_name(article): texts[article.file] for article in load(project).articles}
    items = json.loads((data / "annotations.jsonld").read_text("utf-8"))["first"]["items"]
    standing = sum(len(rows_of(data, table)) for table in (*STANDING, "reuse"))
    assert len(items) == standing
    for item in items:
        for target in item["target"]:
            quote, place = target["selector"]
            text = by_hash[target["source"]["id"]]
            assert text[place["start"] : place["end"]] == quote["exact"]
            assert quote["prefix"] + quote["exact"] + quote["suffix"] in text
    (item,) = (item for item in items if item["id"].endswith(f"#{fact['claim_id']}"))
    assert item["target"][0]["selector"][0]["exact"] == fact["text"]
    assert f"claimant: {fact['claimant']}" in item["body"][1]["value"]


def test_the_annotations_are_of_the_data_model_of_the_w3c(data: Path, judge: Callable[..., str]) -> None:
    path = data / "annotations.jsonld"
    total = json.loads(path.read_text("utf-8"))["total"]
    assert judge("python", JUDGING / "annotations.py", path).split("\n") == [str(total), ""]


def test_followthemoney_takes_every_entity_and_statement(
    data: Path, judge: Callable[..., str], texts: dict[str, str], fact: dict[str, str]
) -> None:
    def read(text: str) -> dict[str, tuple[str, dict[str, list[str]]]]:
        rows = map(json.loads, text.splitlines())
        return {
            row["id"]: (row["schema"], {name: sorted(values) for name, values in row["properties"].items()})
            for row in rows
        }

    entities = data / "followthemoney.ndjson"
    given = read(entities.read_text("utf-8"))
    assert read(judge("ftm", "validate", "-i", entities)) == given  # nothing is dropped or changed
    schemata = {schema for schema, _ in given.values()}
    assert schemata >= {"Article", "Person", "PublicBody", "Organization", "Event", "Note", "Mention"}
    statements = data / "followthemoney-statements.ndjson"
    assert read(judge("ftm", "aggregate-statements", "-f", "json", "-i", statements)) == given
    rows = [json.loads(line) for line in statements.read_text("utf-8").splitlines()]
    words = [row for row in rows if row["prop"] in ("description", "summary")]
    assert words and all(words_at(row["origin"], texts) == row["value"] for row in words)
    schema, properties = given[fact["claim_id"]]
    assert (schema, properties["description"]) == ("Note", [fact["text"]])
    assert given[properties["proof"][0]][1]["fileName"] == [f"{fact['article_id']}.txt"]
    speaker = [given[name][1]["name"] for name in properties["entity"]]
    assert [[name] for name in sorted(fact["claimant"].split("|"))] == sorted(speaker)


def test_timelinejs_draws_every_event_without_a_network(
    data: Path, browser: Browser, tool: Callable[[str], Path], texts: dict[str, str], tmp_path: Path
) -> None:
    script = tool("@knight-lab/timelinejs/dist/js/timeline.js")
    made = json.loads((data / "timeline.json").read_text("utf-8"))
    page = tmp_path / "timeline.html"
    sheet = (script.parents[1] / "css" / "timeline.css").as_uri()
    page.write_text(
        f'<!DOCTYPE html><meta charset="utf-8"><link rel="stylesheet" href="{sheet}">'
        f'<script src="{script.as_uri()}"></script><div id="t" style="width:1200px;height:600px"></div>'
        f"<script>window.timeline = new TL.Timeline('t', {json.dumps(made)}, {{font: null}});</script>",
        "utf-8",
    )
    browser.look(page)
    slides = browser.wait(
        "for (let i = 0; i < 100; i++) { await new Promise(r => setTimeout(r, 100));"
        " const found = [...document.querySelectorAll('.tl-slide')];"
        " if (window.timeline.ready && found.length) return found.map(s => [s.id, s.textContent]); }"
        " return [];"
    )
    drawn = {name.removesuffix("-"): words for name, words in slides}
    assert len(drawn) == len(made["events"]) + 1
    for event in made["events"]:
        (words,) = (words for name, words in drawn.items() if name == event["unique_id"])
        for quoted, place in re.findall(r"« (.+?) » <cite>\[\w+\] (\S+)</cite>", event["text"]["text"]):
            assert words_at(place, texts)[:20] in words and quoted
    assert not [url for url in browser.requests() if not url.startswith(("file:", "about:", "data:"))]


def test_the_report_is_a_valid_ro_crate_of_all_its_files(
    book: Path, judge: Callable[..., str], fact: dict[str, str]
) -> None:
    described = json.loads((book / "ro-crate-metadata.json").read_text("utf-8"))
    entities = {entity["@id"]: entity for entity in described["@graph"]}
    files = {unquote(name) for name, entity in entities.items() if entity["@type"] == "File"}
    assert files == {
        path.relative_to(book).as_posix()
        for path in book.rglob("*")
        if path.is_file() and path.name != "ro-crate-metadata.json"
    }
    with io.StringIO((book / "data" / "claims.csv").read_text("utf-8"), newline="") as file:
        assert fact in list(csv.DictReader(file)) and "data/claims.csv" in files
    assert judge("python", JUDGING / "crate.py", book) == ""


def test_describing_the_report_again_gives_the_same_bytes(book: Path, project: Path) -> None:
    before = (book / "ro-crate-metadata.json").read_bytes()
    assert write_crate(View(load(project)), book).read_bytes() == before
