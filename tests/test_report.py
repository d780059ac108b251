"""The analysis: found made where nothing changed, made again where anything did, never from a bad cache."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from tests.toy import toy, write_corpus  # noqa: F401 (a fixture)

from dossier import report
from dossier.report import CACHE, find_root, load


@pytest.fixture
def project(tmp_path: Path, toy: None) -> Path:  # noqa: F811
    write_corpus(tmp_path / "seeds")
    (tmp_path / "investigation.yml").write_text("title: Crèches\n", encoding="utf-8")
    return tmp_path


@pytest.fixture
def computed(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """Return a list that grows each time the analysis is computed."""
    calls: list[Path] = []
    compute = report._compute

    def count(root: Path, *rest):
        calls.append(root)
        return compute(root, *rest)

    monkeypatch.setattr(report, "_compute", count)
    return calls


def test_the_second_time_it_is_found_made(project: Path, computed: list[Path]) -> None:
    first = load(project)
    assert load(project) == first
    assert len(computed) == 1
    assert first.investigation.title == "Crèches"
    assert len(first.claims) == 9 and first.articles[0].text


@pytest.mark.parametrize(
    "change",
    [
        lambda root: write_corpus(root / "seeds", 4),
        lambda root: (root / "seeds" / "article-00000.txt").unlink(),
        lambda root: (root / "investigation.yml").write_text("title: Autre\n"),
        lambda root: (root / CACHE / "analysis.json").unlink(),
        lambda root: (root / CACHE / "analysis.json").write_bytes(b"\x80\x04\x95"),
        lambda root: (root / CACHE / "analysis.json").write_bytes(
            (root / CACHE / "analysis.json").read_bytes()[:-9]
        ),
        lambda root: (root / CACHE / "analysis.json").write_text("dossier 0 0\n[]"),
    ],
    ids=["article added", "article gone", "investigation", "no cache", "foreign", "truncated", "older"],
)
def test_any_change_and_any_bad_cache_is_noticed(project: Path, computed: list[Path], change) -> None:
    load(project)
    change(project)
    again = load(project)
    assert len(computed) == 2
    assert load(project) == again and len(computed) == 2


def test_readings_that_no_article_needs_any_more_are_removed(project: Path) -> None:
    load(project)
    write_corpus(project / "seeds", 1)
    (project / "seeds" / "article-00001.txt").unlink()
    load(project)
    assert len(list((project / CACHE / "readings").iterdir())) == 2


def test_a_folder_that_cannot_be_written_costs_time_only(project: Path, computed: list[Path]) -> None:
    (project / "_build").write_text("a file where the folder should be")
    assert load(project) == load(project)
    assert len(computed) == 2


def test_the_project_is_found_from_below(
    project: Path, monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory
) -> None:
    monkeypatch.delenv("DOSSIER_ROOT", raising=False)
    monkeypatch.chdir(project / "seeds")
    assert find_root() == project
    elsewhere = tmp_path_factory.mktemp("elsewhere")
    monkeypatch.setenv("DOSSIER_ROOT", str(elsewhere))
    with pytest.raises(FileNotFoundError, match="no investigation"):
        find_root()
    assert find_root(project) == project


def test_a_made_analysis_is_loaded_without_spacy(project: Path) -> None:
    load(project)
    code = (
        "import sys; from dossier.report import load; "
        f"analysis = load(__import__('pathlib').Path({str(project)!r})); "
        "print(len(analysis.claims), 'spacy' in sys.modules)"
    )
    out = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert out.stdout.split() == ["9", "False"]


def test_the_cache_is_plain_json(project: Path) -> None:
    load(project)
    head, _, body = (project / CACHE / "analysis.json").read_bytes().partition(b"\n")
    assert head.startswith(b"dossier ") and json.loads(body)
