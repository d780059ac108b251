"""What a notebook calls: frames with types, what shows them, what finds and saves."""

from __future__ import annotations

import json
import math
from collections.abc import Callable
from pathlib import Path

import pandas as pd
import pytest
from tests import bridge

import dossier
from dossier import frames, notebook
from dossier.charts import Drawing
from dossier.notebook import Report
from dossier.view import View

NAMES = (*frames.COLUMNS, "sources")


@pytest.fixture
def report() -> Report:
    return notebook._opened(Report(bridge.build()))


def test_numbers_are_numbers_and_days_are_days(report: Report) -> None:
    first, second = report.claims.itertuples()
    assert (first.low, second.high) == (200.0, 500.0) and math.isnan(first.high)
    assert report.claims["day"].dtype == "datetime64[s]"
    assert second.day == pd.Timestamp(2021, 5, 5) and second.edtf == "2021-05-05" and second.day_of == "said"
    assert list(report.claims.query("side == 'Town'")["claimant"]) == ["mayor"]
    assert report.claims["disputed"].dtype == "bool"


def test_evidence_and_permalink_lead_to_the_book(report: Report) -> None:
    claim = report.claims.iloc[0]
    assert claim["sentence"] == "Selon la préfecture, au moins 200 riverains sont touchés."
    assert claim["permalink"] == f"notebooks/figures.html#{claim.name}"
    assert report.sentence(str(claim.name)) == claim["sentence"]
    assert report.view.sentence_articles[claim["evidence"]] == claim["article_id"]


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("made", [bridge.build(), bridge.empty()], ids=["bridge", "empty"])
def test_each_frame_is_indexed_by_ids_and_shown(name: str, made: object) -> None:
    report = notebook._opened(Report(made))  # type: ignore[arg-type]
    frame = getattr(report, name)
    assert frame.index.is_unique and frame.index.name
    assert dossier.show(frame, caption=name)._repr_mimebundle_()["text/html"]


@pytest.mark.parametrize("name", frames.COLUMNS)
def test_each_column_says_what_it_means(report: Report, name: str) -> None:
    told = report.columns(name)
    assert list(told.index) == list(getattr(report, name).columns)
    assert (told["meaning"] != "").all()


@pytest.mark.parametrize(
    ("call", "said"),
    [
        (
            lambda r: r.page("figures").sentences("apart"),
            "unknown kind of sentence 'apart'; allowed: movement",
        ),
        (lambda r: r.page("voices").records("quotation"), "did you mean 'quotations'? Allowed: "),
        (lambda r: r.page("summary").part("facs"), "did you mean 'facts'?"),
        (lambda r: r.page("timeline").figure("time"), "unknown figure 'time'"),
        (lambda r: r.page("timeline").table("claim"), "did you mean 'claims'?"),
        (lambda r: r.columns("claim"), "did you mean 'claims'?"),
        (lambda r: r.page("voicess"), "unknown page 'voicess'; did you mean 'voices'? Allowed: summary, "),
        (lambda r: r.page("timeline") and dossier.show(1), "a DataFrame or a figure, not int"),  # type: ignore[arg-type]
        (lambda r: r.sentence("c-0"), "no record has the id c-0"),
        (lambda r: r.claimz, "unknown name 'claimz'; did you mean 'claims'? Allowed: analysis, articles"),
        (lambda r: r.page("timeline").tabel, "unknown name 'tabel'; did you mean 'table'? Allowed: "),
        (lambda _: dossier.plot_claim, "did you mean 'plot_claims'? Allowed: Report, find, load, plot_cl"),  # type: ignore[attr-defined]
        (
            lambda r: dossier.plot_voices(r.claims),
            "'speaker', which this frame lacks: give it rows of report.qu",
        ),
        (lambda r: dossier.plot_timeline(r.claims), "give it rows of report.events"),
        (lambda r: dossier.plot_claims(r.quotations), "give it rows of report.claims"),
        (lambda r: dossier.plot_voices(r.quotations[["words"]]), "give it rows of report.quotations"),
    ],
)
def test_a_name_that_there_is_not_is_told_with_those_that_there_are(
    report: Report, call: Callable[[Report], object], said: str
) -> None:
    with pytest.raises((KeyError, AttributeError, TypeError)) as caught:
        call(report)
    assert said in str(caught.value)


def test_what_is_read_in_a_french_notebook_speaks_french(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "investigation.yml").write_text("title: Le pont\nlanguage: fr\n", "utf-8")
    monkeypatch.setattr(notebook, "_OPEN", [])
    monkeypatch.setenv("DOSSIER_ROOT", str(tmp_path))
    assert notebook._language() == "fr"
    monkeypatch.setattr(notebook, "_OPEN", [Report(bridge.build())])
    assert notebook._language() == "en"


def test_an_empty_report_has_the_same_types() -> None:
    full, empty = (frames.build("claims", View(made)) for made in (bridge.build(), bridge.empty()))
    same = full.columns.drop("side")
    assert (full.dtypes[same] == empty.dtypes[same]).all()


def test_a_filtered_frame_gives_a_filtered_table(report: Report) -> None:
    html = dossier.show(report.claims.query("high > 0"), "Large")._repr_mimebundle_()["text/html"]
    assert "up to 500" in html and "at least 200" not in html


def test_a_table_of_the_book_that_a_reader_filters_says_how_much_of_it_is_shown(report: Report) -> None:
    report.page("figures")
    for filtered, caption, said in (
        (report.claims.query("low >= 200"), "", "</span>. 1 of 2 rows, chosen in the notebook."),
        (report.claims.query("low >= 200"), "Large", "</span>. Large"),
        (report.claims, "", "the figures put under it"),
    ):
        html = dossier.show(filtered, caption, name="claims")._repr_mimebundle_()["text/html"]
        assert said in html and ("every figure" in html) == (said.startswith("every"))


def test_a_search_knows_no_accents(report: Report) -> None:
    found = dossier.find("PREFECTURE")
    assert set(found["kind"]) == {"figure", "response"}


def test_a_figure_of_ones_own_says_what_it_shows(report: Report) -> None:
    figure = Drawing()
    figure.subplots().plot([1, 2])
    html = dossier.show(figure, caption="Own", alt="One line that rises")._repr_mimebundle_()["text/html"]
    assert "One line that rises" in html and "Figure 1" in html


def test_what_is_saved_lies_below_the_project(tmp_path: Path) -> None:
    report = notebook._opened(Report(bridge.build(), tmp_path))
    assert dossier.save(report.claims, "claims.json") == "2 rows in _build/exports/claims.json"
    rows = json.loads((tmp_path / "_build" / "exports" / "claims.json").read_text("utf-8"))
    assert rows[0]["claim_id"] == report.claims.index[0]
    with pytest.raises(ValueError, match="plain name that ends in"):
        dossier.save(report.claims, "../claims.csv")


def test_the_package_offers_what_it_says() -> None:
    for name in dossier.__all__:
        assert getattr(dossier, name).__doc__
    with pytest.raises(AttributeError, match="unknown name 'nothing'; allowed: Report"):
        _ = dossier.nothing
