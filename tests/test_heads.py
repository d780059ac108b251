"""What the head and the foot of an article tell, whatever paper it comes from."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from dossier.corpus import read_folder
from dossier.intake import convert

HEADS: list[dict[str, Any]] = yaml.safe_load((Path(__file__).parent / "heads.yml").read_text("utf-8"))
TEXT = (
    "La décision est tombée mardi soir, après quatre heures de réunion. Elle ne surprend personne, assure "
    "un habitué du dossier : les caisses sont vides depuis l'automne, et le chantier a du retard.",
    "« Nous avons attendu trop longtemps », reconnaît un responsable. Une séance est prévue vendredi "
    "avec les habitants, qui demandent depuis des mois à être entendus.",
)
TOLD = ("outlet", "title", "date", "author")


def fill(head: str, form: str) -> str:
    """Return *head* with the paragraphs that stand behind it."""
    paragraphs = [f"<p>{text}</p>" for text in TEXT] if form == ".html" else TEXT
    return head.replace("…", "\n\n".join(paragraphs))


def tell(folder: Path, head: str, form: str) -> dict[str, str]:
    """Return what an article with *head*, in a file of such a *form*, says of itself."""
    made = convert(fill(head, form).encode(), form)
    (folder / "a.txt").write_text(made.text, encoding="utf-8")
    (article,) = read_folder(folder)
    source = made.source
    found = (
        source.outlet or article.outlet,
        source.title or article.title,
        source.published or article.published.date,
        source.author or article.author,
    )
    return dict(zip(TOLD, found, strict=True))


@pytest.mark.parametrize("case", HEADS, ids=lambda case: str(case.get("title", case["head"]))[:30])
def test_a_head_and_a_foot_tell(tmp_path: Path, case: dict[str, Any]) -> None:
    assert tell(tmp_path, case["head"], case.get("form", ".txt")) == {
        key: str(case.get(key, "")) for key in TOLD
    }
