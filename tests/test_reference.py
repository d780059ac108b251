"""Every key of the files that people write is explained, and the pages of docs/ are current."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml
from tests.documentation import DOCS, PAGES

from dossier.reference import FILES, build_reference, build_schema

ROOT = Path(__file__).parents[1]


@pytest.mark.parametrize("name", PAGES)
def test_a_page_of_the_docs_is_what_the_source_says(name: str) -> None:
    assert (DOCS / name).read_text("utf-8") == PAGES[name](), "run: make docs"


def test_all_that_a_notebook_can_call_is_documented() -> None:
    page = PAGES["api.md"]()
    assert not re.search(r"^##+ .+\n\n(?:    .+\n\n)?##", page, re.MULTILINE)
    assert "report.claims" in page and "dossier.plot_voices(" in page


def test_every_construction_of_the_grammar_shows_an_example() -> None:
    sections = PAGES["grammar.md"]().split("\n### ")[1:]
    assert len(sections) > 20 and all("**" in section for section in sections)


def test_each_key_of_the_investigation_and_the_sources_says_what_it_is_for() -> None:
    rows = [line.split(" | ") for line in build_reference().splitlines() if line.startswith("| `")]
    lacking = [row[0] for row in rows if len(row) == 3 and row[2].strip(" |") in ("", "Required.")]
    assert [name for name in lacking if not name.startswith("| `decisions")] == []


@pytest.mark.parametrize("name", FILES)
def test_a_schema_knows_the_keys_of_its_file(name: str) -> None:
    made = build_schema(name)
    assert made["type"] == "object" and made["$schema"].startswith("https://json-schema.org/")


def test_the_shipped_investigation_keeps_to_its_schema() -> None:
    jsonschema = pytest.importorskip("jsonschema")
    asked = yaml.load((ROOT / "investigation.yml").read_text("utf-8"), Loader=yaml.BaseLoader)
    made = build_schema("investigation.yml")
    made["properties"]["event_types"]["additionalProperties"]["properties"]["once"] = {"type": "string"}
    jsonschema.validate(asked, made)
