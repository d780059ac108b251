"""The laws of the house, each as a test over the whole tree and the whole package."""

from __future__ import annotations

import ast
import csv
import functools
import hashlib
import json
import re
import subprocess
import sys
from collections.abc import Iterator
from graphlib import TopologicalSorter
from pathlib import Path

import pytest
import yaml

from dossier.language import quick_french

ROOT = Path(__file__).parent.parent
SRC = ROOT / "src" / "dossier"
PAGES = sorted([*ROOT.glob("index.md"), *ROOT.glob("book/*.md")])
NOTEBOOKS = sorted((ROOT / "notebooks").glob("*.ipynb"))
SEEDS = {
    "000_c5908eb787ad147a.txt": "5b21c674a7764b4aa66f613d84fba595b8ea209bac6adf337af45b367be44d52",
    "001_f2d0936375579db0.txt": "d7737c930e839d82cbdd71757e99e26f989a63a14d475779a40a8500c20e4e4b",
    "002_bb954991637d5d05.txt": "fd2d5e3f12d7a997ddee8db3996a180e42b9cc3021f58e4d6f88637c1b1d5393",
    "003_44ee80d860a62719.txt": "512d528c49fc6713a3434204e33992f93e93c7fa05f7c488a272104ee619154f",
    "004_1a9ad79b3ab2e28c.txt": "8463b736b0396ba031bc0c1b9520e17f05b5b08a4a76bce0b66cb04eb289739b",
}
# A room imports only from rooms to its left; rooms in one step do not import each other.
ORDER = [
    {"i18n", "visible"},
    {
        "contradictions",
        "records",
        "storage",
        "lexicons",
        "edtf",
        "folding",
        "style",
        "advice",
        "blocks",
        "processes",
        "tokens",
    },
    {"validated_yaml"},
    {"investigation", "words"},
    {"chapters"},
    {"corpus", "sentences", "registry"},
    {"language"},
    {"phrases", "syntax"},
    {"actors", "quantities", "dates", "names"},
    {"statements"},
    {"events", "claims", "quotations"},
    {"reading"},
    {"disagreements"},
    {"assessments"},
    {"analysis"},
    {"review"},
    {"pipeline"},
    {"report", "view", "reference"},
    {"frames", "scaffold", "drafting", "intake"},
    {"tables", "charts", "narrative", "export", "evaluation"},
    {"display"},
    {"notebook"},
    {"sphinx_ext", "pdf"},
    {"cli"},
    {"__main__"},
]


def test_the_seeds_are_byte_for_byte_as_received_and_no_other_article_stands_among_them() -> None:
    found = {p.name: hashlib.sha256(p.read_bytes()).hexdigest() for p in (ROOT / "seeds").glob("*.txt")}
    assert found == SEEDS


def package_rows(folder: Path) -> Iterator[tuple[str, dict[str, str]]]:
    """Yield each row of each table in *folder* with the table's name."""
    for path in sorted(folder.glob("*.csv")):
        with path.open(encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file):
                yield path.stem, row


def test_every_row_of_every_table_stands_where_it_says(seeds_package: Path) -> None:
    texts = {p.stem: p.read_bytes().decode() for p in (ROOT / "seeds").glob("*.txt")}
    seen = set()
    for table, row in package_rows(seeds_package):
        if table == "reuse":
            assert row["text"] == texts[row["article_a"]][int(row["start_a"]) : int(row["end_a"])]
            assert texts[row["article_b"]][int(row["start_b"]) : int(row["end_b"])]
        elif "start" in row:
            text = texts[row["article_id"]]
            assert row["text"] and row["text"] == text[int(row["start"]) : int(row["end"])], row
            for name in ("sentence", "content"):
                if row.get(f"{name}_start"):
                    assert text[int(row[f"{name}_start"]) : int(row[f"{name}_end"])].strip(), row
        seen.add(table)
    assert {"articles", "dates", "events", "claims", "quotations", "discrepancies", "reuse"} <= seen


def test_every_id_is_unique_and_every_reference_finds_its_row(seeds_package: Path) -> None:
    ids: dict[str, set[str]] = {}
    keys = {"dates": "date_id", "events": "mention_id", "claims": "claim_id", "quotations": "quotation_id",
            "statements": "statement_id",
            "discrepancies": "discrepancy_id", "reuse": "reuse_id", "articles": "article_id"}  # fmt: skip
    rows = list(package_rows(seeds_package))
    for table, row in rows:
        if table in keys:
            assert row[keys[table]] not in ids.setdefault(table, set())
            ids[table].add(row[keys[table]])
    records = set().union(*ids.values()) | {row["event_id"] for table, row in rows if table == "events"}
    for table, row in rows:
        if row.get("article_id"):
            assert row["article_id"] in ids["articles"]
        if table == "events" and row["date_id"]:
            assert row["date_id"] in ids["dates"]
        if table == "discrepancies":
            assert row["records"] and set(row["records"].split("|")) <= records


def notebook_cells(path: Path, kind: str) -> list[str]:
    """Return the sources of the cells of *kind* in the notebook at *path*."""
    cells = json.loads(path.read_text(encoding="utf-8"))["cells"]
    return ["".join(cell["source"]) for cell in cells if cell["cell_type"] == kind]


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda p: p.name)
def test_notebooks_are_thin(path: Path) -> None:
    for source in notebook_cells(path, "code"):
        tree = ast.parse(source)
        assert len(source.splitlines()) <= 10
        for node in ast.walk(tree):
            assert not isinstance(node, ast.FunctionDef | ast.ClassDef | ast.Lambda | ast.For | ast.While)
            if isinstance(node, ast.Import | ast.ImportFrom):
                module = node.module if isinstance(node, ast.ImportFrom) else node.names[0].name
                assert module and module.split(".")[0] == "dossier", f"{path.name} imports {module}"
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
                assert node.func.id not in {"open", "eval", "exec"}


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda p: p.name)
def test_notebooks_carry_no_outputs(path: Path) -> None:
    for cell in json.loads(path.read_text(encoding="utf-8"))["cells"]:
        assert not cell.get("outputs") and cell.get("execution_count") is None


@functools.cache
def facts_of_the_seeds() -> re.Pattern[str]:
    """Return what finds a name, day or figure of this investigation, as the gold and the yml have them."""
    names = {"Koursk", "Rodong", "KCNA"}
    asked = yaml.safe_load((ROOT / "investigation.yml").read_text(encoding="utf-8"))
    for actor in asked.get("actors", []):
        if actor.get("kind") == "person":
            names |= {actor["name"], actor["name"].split()[-1]}
    for path in (ROOT / "tests" / "gold").glob("*.json"):
        for quotation in json.loads(path.read_text(encoding="utf-8"))["quotations"]:
            names |= {
                n.split()[-1] for n in quotation["speaker_entities"] if re.fullmatch(r"[A-Z]\w+ [A-Z]\w+", n)
            }
    days = "19 juin|24 octobre|4 décembre 2024|9 novembre|8 novembre 2024"
    figures = "12[ ']?000 soldats|11[ ']?000|700[ ']000|397"
    return re.compile(rf"\b({'|'.join(re.escape(n) for n in names if len(n) > 3)})\b|{days}|{figures}")


def test_no_fact_of_the_seeds_stands_in_the_source() -> None:
    texts = {p: p.read_text("utf-8") for p in SRC.rglob("*") if p.suffix in {".py", ".yml", ".md", ".typ"}}
    found = {path: facts_of_the_seeds().findall(text) for path, text in texts.items()}
    assert len(texts) > 200 and {path: facts for path, facts in found.items() if facts} == {}


def prose() -> list[tuple[str, str]]:
    """Return the typed prose of the book: pages without code cells, Markdown cells of notebooks."""
    pages = [
        (p.name, re.sub(r"```\{code-cell\}.*?```", "", p.read_text(encoding="utf-8"), flags=re.S))
        for p in PAGES
    ]
    return pages + [(p.name, cell) for p in NOTEBOOKS for cell in notebook_cells(p, "markdown")]


def test_no_fact_is_typed_in_a_page() -> None:
    months = "january|february|march|april|may|june|july|august|september|october|november|december"
    for name, text in prose():
        body = re.sub(r"\A---\n.*?\n---\n", "", text, flags=re.S)
        assert not re.search(r"\b(19|20)\d\d\b|\b\d{1,3}[  ,.']\d{3}\b", body), f"{name}: a figure or a year"
        assert not re.search(rf"\b\d{{1,2}} ({months})\b", body, re.I), f"{name}: a date is typed"
        assert facts_of_the_seeds().findall(body) == [], name


def rooms(path: Path) -> Iterator[tuple[str, int]]:
    """Yield each room of the house that the module at *path* imports at its top, with the line."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("dossier."):
            yield node.module.split(".")[1], node.lineno
        elif isinstance(node, ast.ImportFrom) and node.module == "dossier":
            yield from ((alias.name, node.lineno) for alias in node.names if alias.name != "__version__")
        elif isinstance(node, ast.Import):
            yield from (
                (a.name.split(".")[1], node.lineno) for a in node.names if a.name.startswith("dossier.")
            )


def test_a_room_imports_only_from_rooms_to_its_left() -> None:
    place = {room: step for step, names in enumerate(ORDER) for room in names}
    for path in SRC.rglob("*.py"):
        here = path.relative_to(SRC).parts[0].removesuffix(".py")
        if here == "__init__":
            continue
        assert here in place, f"{here} has no place in the house"
        for room, line in rooms(path):
            assert room == here or place[room] < place[here], f"{path.name}:{line}: {here} imports {room}"


def test_no_modules_import_each_other_in_a_circle() -> None:
    """Not even for their types: a circle is two modules that are one."""
    paths = {
        ".".join(path.relative_to(SRC.parent).with_suffix("").parts).removesuffix(".__init__"): path
        for path in SRC.rglob("*.py")
    }
    graph: dict[str, set[str]] = {}
    for name, path in paths.items():
        imports = (n for n in ast.walk(ast.parse(path.read_text("utf-8"))) if isinstance(n, ast.ImportFrom))
        found = ((str(n.module), f"{n.module}.{each.name}") for n in imports for each in n.names)
        graph[name] = {part if part in paths else whole for whole, part in found} & paths.keys() - {
            "dossier"
        }  # whose face is opened when first asked
    TopologicalSorter(graph).prepare()


def test_modules_are_small() -> None:
    lines = {path: len(path.read_text("utf-8").splitlines()) for path in SRC.rglob("*.py")}
    assert {path: amount for path, amount in lines.items() if amount > 300} == {}


def tracked() -> list[Path]:
    """Return the files of the repository."""
    out = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=False)
    return [ROOT / name for name in out.stdout.split("\0") if name and (ROOT / name).is_file()]


def test_no_file_names_a_path_of_a_machine_or_a_registry() -> None:
    hosts = ("pypi" + ".org", "python" + "hosted", "npm" + "js.org", "npm" + "js.com", "deb.debian" + ".org")
    for path in tracked():
        if path.suffix in {".png", ".pdf"} or path.name == "LICENSE":
            continue
        text = path.read_text(encoding="utf-8", errors="replace")
        assert not re.search(r"(?<![\w.:/])/(home|root|work|Users)/\w", text), path
        assert not any(host in text for host in hosts), path


def test_every_test_that_the_docs_name_is_there() -> None:
    named = re.findall(r"`(tests/[\w/.]+)::(test_\w+)`", (ROOT / "docs" / "hardness.md").read_text("utf-8"))
    assert named
    assert [name for file, name in named if f"def {name}(" not in (ROOT / file).read_text("utf-8")] == []


def test_a_notebook_starts_without_the_language_model() -> None:
    code = "import sys, dossier.display, dossier.report; sys.exit('spacy' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


# Rooms that read French and know none of it: its words stand in the lexicons.
WITHOUT_FRENCH = (
    "syntax",
    "actors",
    "statements",
    "dates",
    "quantities",
    "events",
    "claims",
    "quotations.py",
    "language.py",
    "reading.py",
)
LABELS = {"aux", "as", "certain", "possible", "relative"}  # of dependencies; English words


def keys_twice(node: yaml.Node) -> Iterator[str]:
    """Yield the keys that stand twice in one mapping of *node*, with their lines."""
    pairs = node.value if isinstance(node, yaml.MappingNode) else ()
    seen: set[str] = set()
    for key, _ in pairs:
        if key.value in seen:
            yield f"line {key.start_mark.line + 1}: {key.value}"
        seen.add(key.value)
    for within in (value for _, value in pairs) if pairs else node.value:
        if isinstance(within, yaml.Node):
            yield from keys_twice(within)


def test_no_key_stands_twice_in_what_the_program_knows_as_data() -> None:
    """YAML takes the last without a word, and the first entry would be lost."""
    assert list(keys_twice(yaml.compose("a: {b: 1, b: 2}\nc: [{d: 3, e: 4}]"))) == ["line 1: b"]
    found = {
        path.name: list(keys_twice(yaml.compose(path.read_text("utf-8")))) for path in SRC.rglob("*.yml")
    }
    assert not {name: twice for name, twice in found.items() if twice}


@pytest.mark.parametrize("room", WITHOUT_FRENCH)
def test_no_french_word_stands_in_the_code_of_a_room(room: str) -> None:
    place = SRC / room
    found = [
        f"{path.name}:{node.lineno}: {node.value}"
        for path in ([place] if place.suffix else sorted(place.glob("*.py")))
        for node in literals(ast.parse(path.read_text("utf-8")))
        if french_words(node.value) - LABELS
    ]
    assert found == []


def literals(tree: ast.Module) -> Iterator[ast.Constant]:
    """Yield the strings of a module that are no documentation."""
    owners = (
        node for node in ast.walk(tree) if isinstance(node, (ast.Module, ast.ClassDef, ast.FunctionDef))
    )
    told = {id(owner.body[0].value) for owner in owners if owner.body and isinstance(owner.body[0], ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in told:
            yield node


def french_words(text: str) -> set[str]:
    """Return the words of *text* that only French has: its function words, and those with an accent."""
    with quick_french():
        from spacy.lang.fr.stop_words import STOP_WORDS

    text = re.sub(r"\[[^\]\s]*\]|\\[a-zA-Z]", "", text)  # classes of a pattern are letters
    words = set(re.findall(r"\b(?:[a-zà-ÿœ]{2,}|[cdjlmnst]')", text))
    return {word for word in words if word in STOP_WORDS or not word.isascii()}
