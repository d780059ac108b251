"""Every key of the files that people write is explained, and the reference in docs/ is the current one."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from dossier.reference import FILES, build_reference, build_schema

ROOT = Path(__file__).parents[1]


def test_the_reference_in_the_docs_is_current() -> None:
    assert (ROOT / "docs" / "keys.md").read_text("utf-8") == build_reference(), (
        "run: dossier keys > docs/keys.md"
    )


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
