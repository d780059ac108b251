"""The data package as its contract says, judged by an outside library; references that no title can break."""

from __future__ import annotations

import csv
import hashlib
import json
import re
from dataclasses import replace
from pathlib import Path

import pytest
from frictionless import Package
from hypothesis import given
from hypothesis import strategies as st
from pybtex.database import parse_string
from pybtex.richtext import Text

from dossier.analysis import Analysis
from dossier.export import bibtex, citation_keys, csl_json, write_package
from dossier.export.schema import PackageError, table_forms
from dossier.export.stores import cell, line, row
from dossier.investigation import EventType, Investigation, Theme, Topic
from dossier.records import (
    Article,
    Assessment,
    Claim,
    Discrepancy,
    Mention,
    Published,
    Quotation,
    Reuse,
    Section,
    Statement,
    TimeExpression,
)

CONTRACT = {
    "articles": "article_id file sha256 status reason title outlet author url language words published"
    " published_text published_basis published_reason",
    "dates": "date_id article_id start end text type value date basis anchor calendar_check",
    "statements": "statement_id article_id start end text sentence_start sentence_end predicate type agent"
    " patient place claim_id date date_basis polarity certainty phase source cue kind",
    "events": "mention_id event_id article_id start end text sentence_start sentence_end type label date"
    " date_id date_basis actors status attributed_to statement_id",
    "claims": "claim_id article_id start end text topic low high comparator unit subject place claimant"
    " claimant_text stance modality said_on about section sentence_start sentence_end response statement_id",
    "quotations": "quotation_id article_id start end text kind content_start content_end speaker speaker_text"
    " role affiliation category cue themes said_on section statement_id",
    "discrepancies": "discrepancy_id between kind subject statement severity records reason",
    "reuse": "reuse_id article_a start_a end_a article_b start_b end_b text similarity words",
    "assessments": "record_id grade grounds reading unsure contested contested_by articles origins review",
}
NASTY = '=HYPERLINK("http://x")|+1,\r\n@SUM(A1)\t\x85\u2028 «é» '
ASKED = Investigation(
    title="Crèches",
    topics=(Topic("places", "Places"),),
    event_types=(EventType("opening", "Opening"),),
    themes=(Theme("cost", "Cost"),),
)
ARTICLE = Article(
    "a",
    "a.txt",
    "0" * 64,
    "ok",
    text=NASTY,
    title=NASTY,
    words=3,
    published=Published("2021-05", basis="partial"),
)
ANALYSIS = Analysis(
    ASKED,
    articles=(ARTICLE, Article("b", "b.txt", "", "refused", "empty"), replace(ARTICLE, article_id="c")),
    dates=(TimeExpression("d-1", "a", 0, 4, "2021", "DATE", "2021", "2021", "explicit"),),
    statements=(
        Statement("s-1", "a", 0, 4, "2021", 0, 9, "ouvrir", agent=("A|B", "C"), phase="done", source="X > Y"),
    ),
    events=(
        Mention(
            "m-1", "e-1", "a", 0, 4, "2021", 0, 9, "opening", "x", "2021", "d-1", "explicit", ("A|B", "C")
        ),
        Mention("m-2", "e-1", "c", 0, 4, "2021", 0, 9),
    ),
    claims=(
        Claim("c-1", "a", 0, 2, NASTY, "places", 3000.0, 3.5, "between", claimant=("A", "B")),
        Claim("c-2", "a", 0, 2, "x", stance="deny"),
    ),
    quotations=(Quotation("q-1", "a", 0, 2, NASTY, "direct", 0, 2, ("A",), themes=("cost",)),),
    discrepancies=(
        Discrepancy("x-1", "date", "e-1", "A says one day, B two.", "conflict", ("m-1", "m-2"), "r"),
    ),
    reuse=(Reuse("r-1", "a", 0, 2, "c", 0, 2, NASTY, 0.97, 8),),
    assessments=(Assessment("c-1", "high", ("named", "dated"), 2, 1, "accepted"),),
)


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("package")
    write_package(ANALYSIS, folder)
    return folder


def rows(folder: Path, table: str) -> list[dict[str, str]]:
    with (folder / f"{table}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_the_tables_have_the_columns_of_the_contract() -> None:
    assert {name: " ".join(form.columns) for name, form in table_forms().items()} == CONTRACT


def test_an_outside_library_finds_the_package_valid(package: Path) -> None:
    report = Package(str(package / "datapackage.json")).validate()
    assert report.valid, report.flatten(["type", "note"])


@pytest.mark.parametrize(
    ("old", "new"),
    [(b"between", b"betwixt"), (b"c-2,a,", b"c-1,a,"), (b"c-2,a,", b"c-2,z,"), (b"3000", b"much")],
    ids=["not in the enumeration", "key twice", "reference to nothing", "not a number"],
)
def test_it_would_notice_a_wrong_row(package: Path, tmp_path: Path, old: bytes, new: bytes) -> None:
    for path in package.iterdir():
        (tmp_path / path.name).write_bytes(path.read_bytes())
    path = tmp_path / "claims.csv"
    assert old in path.read_bytes()
    path.write_bytes(path.read_bytes().replace(old, new))
    assert not Package(str(tmp_path / "datapackage.json")).validate().valid


CLAIM, QUOTATION, EVENT = ANALYSIS.claims[0], ANALYSIS.quotations[0], ANALYSIS.events[1]


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        (
            {"claims": (replace(CLAIM, section="margin"),)},
            "claims.csv, row c-1: section is 'margin', which is",
        ),
        (
            {"claims": (replace(CLAIM, topic="weather"),)},
            "topic is 'weather', which is none of places, other",
        ),
        ({"claims": (CLAIM, CLAIM)}, "claims.csv: the key c-1 stands twice"),
        ({"claims": (replace(CLAIM, low="much"),)}, "low is 'much', which is no number"),
        ({"claims": (replace(CLAIM, text=""),)}, "text is empty"),
        (
            {"claims": (replace(CLAIM, article_id="z"),)},
            "names 1 rows that are not in articles.csv",
        ),
        ({"events": (replace(EVENT, date_id="d-9"),)}, "date_id names 1 rows that are not in dates.csv"),
        (
            {"reuse": (replace(ANALYSIS.reuse[0], similarity=1.5),)},
            "similarity is 1.5, which is out of bounds",
        ),
    ],
)
def test_a_row_that_the_schema_does_not_allow_is_never_published(
    tmp_path: Path, wrong: dict[str, tuple[object, ...]], said: str
) -> None:
    write_package(ANALYSIS, tmp_path)
    before = {path.name: path.read_bytes() for path in tmp_path.glob("*.*")}
    with pytest.raises(PackageError, match=re.escape(said)):
        write_package(replace(ANALYSIS, **wrong), tmp_path)
    assert before == {path.name: path.read_bytes() for path in tmp_path.glob("*.*") if path.is_file()}
    write_package(ANALYSIS, tmp_path)
    assert before == {path.name: path.read_bytes() for path in tmp_path.glob("*.*")}


def test_a_quotation_may_stand_in_any_section(tmp_path: Path) -> None:
    for section in ("title", "body", "heading", "caption", "related_link"):
        write_package(replace(ANALYSIS, quotations=(replace(QUOTATION, section=section),)), tmp_path)
        assert Package(str(tmp_path / "datapackage.json")).validate().valid


def test_a_kind_that_is_called_other_stands_in_the_schema_once(tmp_path: Path) -> None:
    asked = Investigation(topics=(Topic("other", "Other"),))
    write_package(replace(ANALYSIS, investigation=asked, events=(), claims=()), tmp_path)
    assert Package(str(tmp_path / "datapackage.json")).validate().valid


def test_every_field_is_described_and_every_file_pinned(package: Path) -> None:
    described = json.loads((package / "datapackage.json").read_text(encoding="utf-8"))
    assert [r["name"] for r in described["resources"]] == list(CONTRACT)
    for resource in described["resources"]:
        data = (package / resource["path"]).read_bytes()
        assert resource["hash"] == f"sha256:{hashlib.sha256(data).hexdigest()}"
        assert resource["bytes"] == len(data)
        assert all(field["description"] for field in resource["schema"]["fields"])
    claims = next(r for r in described["resources"] if r["name"] == "claims")["schema"]
    assert claims["primaryKey"] == "claim_id"
    assert claims["fields"][5]["constraints"]["enum"] == ["places", "other"]


def test_words_of_an_article_stand_in_the_tables_as_they_are(package: Path) -> None:
    assert rows(package, "claims")[0]["text"] == NASTY
    assert rows(package, "quotations")[0]["text"] == NASTY
    assert rows(package, "reuse")[0]["text"] == NASTY
    assert rows(package, "articles")[0]["title"] == NASTY


def test_numbers_and_lists(package: Path) -> None:
    first, second = rows(package, "claims")
    assert (first["low"], first["high"], first["claimant"]) == ("3000", "3.5", "A|B")
    assert (second["low"], second["high"], second["claimant"]) == ("", "", "")
    assert rows(package, "events")[0]["actors"] == "A¦B|C"


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (None, ""),
        ("", ""),
        ((), ""),
        (("a",), "a"),
        (0, "0"),
        (0.0, "0"),
        (12000.0, "12000"),
        (3.4e6, "3400000"),
        (0.1, "0.1"),
        (1e16, "10000000000000000"),
        (float("inf"), ""),
        (float("nan"), ""),
        (-2.5, "-2.5"),
    ],
)
def test_a_value_as_a_cell(value: object, text: str) -> None:
    assert cell(value) == text


@given(st.lists(st.text(st.characters(exclude_categories=["Cs"])), min_size=2))
def test_any_text_comes_back_from_a_row(cells: list[str]) -> None:
    assert next(csv.reader([line(cells)])) == cells if "\n" not in "".join(cells) else True
    reader = csv.reader(
        line(cells).splitlines(keepends=True) if "\n" not in "".join(cells) else [line(cells)]
    )
    assert next(reader) == cells


def test_two_writes_give_the_same_bytes(package: Path, tmp_path: Path) -> None:
    write_package(ANALYSIS, tmp_path)
    for path in package.iterdir():
        assert (tmp_path / path.name).read_bytes() == path.read_bytes()


# LaTeX sets these commands as their characters; pybtex has no name for them and leaves them as they are.
LEFT_BY_PYBTEX = {
    r"\textbraceleft ": "{",
    r"\textbraceright ": "}",
    r"\textasciicircum ": "^",
    r"\$": "$",
}
TITLES = [
    "Crèches : l'accord signé",
    r"100 % & 50 # de _plus_ ~ $2^3$ \input{secret}",
    "} , author = {intrus",
    "{ouverte",
    '"guillemets" @misc{x}',
    "deux\nlignes\x1b[31m",
]


@pytest.mark.parametrize("title", TITLES)
def test_a_title_comes_back_from_bibtex(title: str) -> None:
    article = replace(ARTICLE, title=title, author="A {B}", outlet="L'Écho & fils")
    (entry,) = parse_string(bibtex([article]), "bibtex").entries.values()
    assert set(entry.fields) <= {"shorthand", "title", "howpublished", "date", "year", "month", "author"}
    expected = " ".join("".join(c if c.isprintable() else " " for c in title).split())
    shown = str(Text.from_latex(entry.fields["title"]))
    for command, character in LEFT_BY_PYBTEX.items():
        shown = shown.replace(command, character)
    assert shown.strip() == expected


def test_each_readable_article_has_one_entry_with_its_date() -> None:
    day = replace(ARTICLE, published=Published("2021-05-03"), url="https://x.fr/a?b=c%20d{}")
    span = replace(ARTICLE, article_id="z", published=Published("2021-12-30/2022-01-02"))
    refused = Article("b", "b.txt", "", "refused")
    entries = parse_string(bibtex([day, refused, span]), "bibtex").entries
    assert list(entries) == ["a", "z"]
    assert (entries["a"].fields["year"], entries["a"].fields["month"]) == ("2021", "May")
    assert entries["a"].fields["url"] == "https://x.fr/a?b=c%20d%7B%7D"
    assert "year" not in entries["z"].fields
    items = json.loads(csl_json([day, refused, span]))
    assert [item["issued"]["date-parts"] for item in items] == [
        [[2021, 5, 3]],
        [[2021, 12, 30], [2022, 1, 2]],
    ]


def test_an_inferred_day_is_marked() -> None:
    inferred = Published("2021-05-03", basis="inferred", reason="A weekday and a dated event.")
    article = replace(ARTICLE, published=inferred)
    (entry,) = parse_string(bibtex([article]), "bibtex").entries.values()
    assert entry.fields["date"] == "2021-05-03?"
    assert entry.fields["note"] == "Day of publication inferred"
    assert json.loads(csl_json([article]))[0]["issued"] == {"date-parts": [[2021, 5, 3]], "circa": True}
    assert "circa" not in csl_json([ARTICLE]) and "inferred" not in bibtex([ARTICLE])


def test_an_article_without_a_title_is_called_by_its_first_words() -> None:
    text = "4 mai 2021\n\nLe pont est fermé depuis mardi, a dit le maire de la ville à la presse locale."
    sections = (Section("dateline", 0, 10), Section("body", 12, len(text)))
    article = replace(ARTICLE, title="", file="a_1.txt", text=text, sections=sections)
    called = "« Le pont est fermé depuis mardi, a dit le maire de la ville… »"
    assert json.loads(csl_json([article]))[0]["title"] == called
    assert called in bibtex([article])


def test_the_package_says_whose_it_is_and_what_it_is_made_from(tmp_path: Path) -> None:
    asked = replace(
        ASKED, version="1.2", licence="CC-BY-4.0", authors=("A. Reader",), publisher="P", url="https://x.org"
    )
    articles = (replace(ARTICLE, title="T", url="https://y.fr/a"), *ANALYSIS.articles[1:])
    write_package(replace(ANALYSIS, investigation=asked, articles=articles), tmp_path)
    described = json.loads((tmp_path / "datapackage.json").read_text(encoding="utf-8"))
    assert (described["version"], described["homepage"]) == ("1.2", "https://x.org")
    assert described["licenses"] == [{"name": "CC-BY-4.0"}]
    people = [{"title": "A. Reader", "role": "author"}, {"title": "P", "role": "publisher"}]
    assert described["contributors"] == people
    assert described["sources"][0] == {"title": "T", "path": "https://y.fr/a"}
    assert len(described["sources"]) == 2
    assert Package(str(tmp_path / "datapackage.json")).validate().valid


@pytest.mark.parametrize("url", ["javascript:alert(1)", "file:///etc/passwd", "//x", "ftp://x"])
def test_only_web_addresses_become_links(url: str) -> None:
    assert "url" not in bibtex([replace(ARTICLE, url=url)])
    assert "URL" not in csl_json([replace(ARTICLE, url=url)])


def test_keys_are_safe_and_no_two_alike() -> None:
    names = [
        "000_c5",
        "Article",
        "article",
        "ARTICLE",
        "é",
        "è",
        "a b",
        "a-b",
        "a,b",
        "}",
        "\\input",
        "",
        "--",
    ]
    keys = citation_keys(replace(ARTICLE, article_id=name) for name in names)
    assert keys["000_c5"] == "000_c5"
    assert len({key.lower() for key in keys.values()}) == len(names)
    assert all(
        key and key.replace("-", "").replace("_", "").isalnum() and key.isascii() for key in keys.values()
    )


@pytest.mark.parametrize(
    ("column", "told", "written"),
    [
        ("response", "not_reached", "does_not_comment"),
        ("response", "leaves_open", "did_not_deny"),
        ("response", "neither", "does_not_confirm"),
        ("response", "denies", "denies"),
        ("response", "rejects", "denies"),
        ("modality", "sought", "planned"),
    ],
)
def test_the_package_keeps_to_its_terms_where_the_report_tells_more_apart(
    column: str, told: str, written: str
) -> None:
    form = table_forms()["claims"]
    claim = replace(ANALYSIS.claims[0], **{column: told})
    assert dict(zip(form.columns, row(claim, form.columns), strict=True))[column] == written
