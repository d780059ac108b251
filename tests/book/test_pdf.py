"""The PDF of the real book, looked at by readers that had no part in making it."""

from __future__ import annotations

import itertools
import re
import shutil
import subprocess
import sys
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path
from shutil import which

import pikepdf
import pytest

from dossier.investigation import load_investigation
from dossier.pdf import build_pdf
from dossier.report import load
from dossier.sphinx_ext.checks import record_ids

pytestmark = pytest.mark.book
STANDARD = (
    "Document DocumentFragment Part Sect Div Aside NonStruct P H1 H2 H3 H4 H5 H6 Title Lbl Span Em Strong "
    "Link Annot L LI LBody TOC TOCI Table TR TH TD THead TBody TFoot Caption Figure Formula BlockQuote Quote "
    "Note Code Reference BibEntry Index Artifact"
)
PAINTING = {"Tj", "TJ", "'", '"', "S", "s", "f", "F", "f*", "B", "B*", "b", "b*", "sh", "Do", "EI"}


@pytest.fixture(scope="module")
def path(project: Path) -> Path:
    return build_pdf(project)


@pytest.fixture(scope="module")
def pdf(path: Path) -> Iterator[pikepdf.Pdf]:
    with pikepdf.open(path) as opened:
        yield opened


@pytest.fixture(scope="module")
def elements(pdf: pikepdf.Pdf) -> list[pikepdf.Dictionary]:
    """Every structure element, in reading order."""

    def walk(node: pikepdf.Object) -> Iterator[pikepdf.Dictionary]:
        if isinstance(node, pikepdf.Array):
            for child in node:
                yield from walk(child)
        elif isinstance(node, pikepdf.Dictionary):
            if "/S" in node:
                yield node
            if "/K" in node:
                yield from walk(node.K)

    return list(walk(pdf.Root.StructTreeRoot.K))


def kind(pdf: pikepdf.Pdf, element: pikepdf.Dictionary) -> str:
    roles = pdf.Root.StructTreeRoot.get("/RoleMap", {})
    return str(roles.get(str(element.S), element.S)).removeprefix("/")


def printed(path: Path, *options: str) -> str:
    if not which("pdftotext"):
        pytest.skip("poppler-utils are not installed")
    return subprocess.run(
        ["pdftotext", *options, path, "-"], capture_output=True, text=True, check=True
    ).stdout


def test_it_is_a_tagged_pdf_ua_with_title_and_language(pdf: pikepdf.Pdf, project: Path) -> None:
    asked = load_investigation(project / "investigation.yml")
    with pdf.open_metadata() as metadata:
        assert metadata["pdfuaid:part"] == "1"
        assert metadata["dc:title"] == asked.title
    assert pdf.Root.MarkInfo.Marked
    assert pdf.Root.ViewerPreferences.DisplayDocTitle
    assert str(pdf.Root.Lang).startswith("en")
    assert str(pdf.docinfo.Author) == ", ".join(asked.authors)


def test_every_structure_element_is_of_a_known_kind(pdf: pikepdf.Pdf, elements: list) -> None:
    assert {kind(pdf, element) for element in elements} <= set(STANDARD.split())


def test_headings_never_skip_a_level(pdf: pikepdf.Pdf, elements: list) -> None:
    levels = [int(name[1]) for e in elements if re.fullmatch(r"H\d", name := kind(pdf, e))]
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in itertools.pairwise(levels))


def test_every_figure_tells_what_it_shows(pdf: pikepdf.Pdf, elements: list) -> None:
    texts = [str(element.get("/Alt", "")) for element in elements if kind(pdf, element) == "Figure"]
    assert texts and all(len(text) > 40 for text in texts)


def sizes_of_words(content: pikepdf.Object, scale: float = 1.0) -> Iterator[tuple[str, float]]:
    """Yield the font and the size in points of each piece of text that *content* and its forms paint."""
    fonts, forms = (content.get("/Resources", {}).get(kind, {}) for kind in ("/Font", "/XObject"))
    matrix, kept, font = pikepdf.Matrix().scaled(scale, scale), [], ("", 0.0)
    words = pikepdf.Matrix()
    for operands, operator in pikepdf.parse_content_stream(content):
        match str(operator):
            case "q":
                kept.append(matrix)
            case "Q":
                matrix = kept.pop()
            case "cm":
                matrix = pikepdf.Matrix(operands) @ matrix
            case "Tf":
                font = str(fonts[str(operands[0])].BaseFont), float(operands[1])
            case "Tm":
                words = pikepdf.Matrix(operands)
            case "Tj" | "TJ":
                both = words @ matrix
                yield font[0], font[1] * abs(both.a * both.d - both.b * both.c) ** 0.5
            case "Do" if forms[str(operands[0])].Subtype == "/Form":
                form = forms[str(operands[0])]
                inner = pikepdf.Matrix(form.get("/Matrix", pikepdf.Array([1, 0, 0, 1, 0, 0]))) @ matrix
                yield from sizes_of_words(form, abs(inner.a * inner.d - inner.b * inner.c) ** 0.5)


def test_no_word_of_a_figure_is_smaller_than_seven_points(pdf: pikepdf.Pdf) -> None:
    """The words of figures are those in the sans serif: the report itself is set in another face."""
    words = (word for page in pdf.pages for word in sizes_of_words(page.obj))
    sizes = [size for font, size in words if re.search(r"DejaVuSans(-Bold)?$", font)]
    assert len(sizes) > 200
    assert min(sizes) >= 7, sorted(sizes)[:5]


def test_no_word_of_the_pdf_lies_on_another_or_leaves_its_page(path: Path) -> None:
    """Figures included: their words are text on the page, in the form for paper."""
    tree = ET.fromstring(printed(path, "-bbox"))
    assert any(word.text == "verbatim" for word in tree.findall(".//{*}word"))
    for number, page in enumerate(tree.findall(".//{*}page"), 1):
        wide, tall = float(page.get("width", 0)), float(page.get("height", 0))
        boxes = [
            (word.text, *(float(word.get(key, 0)) for key in ("xMin", "yMin", "xMax", "yMax")))
            for word in page.findall("{*}word")
        ]
        for place, (text, left, top, right, bottom) in enumerate(boxes):
            assert left >= 0 and top >= 0 and right <= wide and bottom <= tall, f"page {number}: {text}"
            high = (bottom - top) * 0.3
            for other, left_2, top_2, right_2, bottom_2 in boxes[place + 1 :]:
                apart = right <= left_2 + 1 or right_2 <= left + 1
                apart = apart or bottom - high <= top_2 + high or bottom_2 - high <= top + high
                assert apart, f"page {number}: {text} lies on {other}"


def test_every_table_has_header_cells(pdf: pikepdf.Pdf, elements: list) -> None:
    tables = [element for element in elements if kind(pdf, element) == "Table"]
    heads = [element for element in elements if kind(pdf, element) == "TH"]
    assert tables and len(heads) >= len(tables)


def test_french_words_are_marked_as_french(elements: list) -> None:
    assert sum(str(element.get("/Lang", "")).startswith("fr") for element in elements) > 20


def test_everything_painted_is_tagged_or_an_artifact(pdf: pikepdf.Pdf) -> None:
    for number, page in enumerate(pdf.pages, 1):
        assert page.get("/Tabs", "/S") == "/S"
        depth = 0
        for _, operator in pikepdf.parse_content_stream(page):
            name = str(operator)
            depth += (name in ("BDC", "BMC")) - (name == "EMC")
            assert name not in PAINTING or depth > 0, f"page {number}: {name} outside of marked content"


def test_every_font_is_in_the_file_and_can_be_read_as_text(pdf: pikepdf.Pdf) -> None:
    fonts = [font for page in pdf.pages for font in page.resources.get("/Font", {}).values()]
    assert fonts
    for font in fonts:
        inner = font.DescendantFonts[0] if "/DescendantFonts" in font else font
        assert {"/FontFile", "/FontFile2", "/FontFile3"} & set(inner.FontDescriptor.keys())
        assert "/ToUnicode" in font


def test_every_link_says_where_it_leads_and_belongs_to_the_structure(pdf: pikepdf.Pdf) -> None:
    links = [note for page in pdf.pages for note in page.get("/Annots", []) if note.Subtype == "/Link"]
    assert len(links) > 50
    assert all("/Contents" in link and "/StructParent" in link for link in links)


def test_bookmarks_list_every_chapter(pdf: pikepdf.Pdf, project: Path) -> None:
    chapters = (project / "_toc.yml").read_text("utf-8").count("file:")
    with pdf.open_outline() as outline:
        assert len(outline.root) == chapters + 1


def test_every_record_is_printed_by_its_short_id_or_in_its_words(path: Path, project: Path) -> None:
    def joined(text: str) -> str:
        return re.sub(r"[\s\u00ad\u2010-]+", "", text)

    text, analysis = printed(path), load(project)
    texts: dict[str, list[str]] = {}
    for mention in analysis.events:
        texts.setdefault(mention.event_id, []).append(mention.text)
    for claim in analysis.claims:
        texts[claim.claim_id] = [claim.text]
    told = joined(text)
    missing = {
        identity
        for identity in record_ids(analysis)
        if identity not in text and not any(joined(words) in told for words in texts.get(identity, ()))
    }
    figures = {claim.claim_id for claim in analysis.claims}
    assert missing <= figures, "only figures may stand in the words of the report alone"
    assert len(missing) < len(figures) / 10, missing


def test_no_word_leaves_its_page(path: Path) -> None:
    pages = ET.fromstring(re.sub(r"<!DOCTYPE[^>]*>", "", printed(path, "-bbox")))
    space = "{http://www.w3.org/1999/xhtml}"
    for number, page in enumerate(pages.iter(f"{space}page"), 1):
        width, height = float(page.get("width", 0)), float(page.get("height", 0))
        for word in page.iter(f"{space}word"):
            left, top, right, bottom = (float(word.get(side, 0)) for side in ("xMin", "yMin", "xMax", "yMax"))
            inside = left > 30 and top > 20 and right < width - 30 and bottom < height - 20
            assert inside, f"page {number}: {word.text}"


def test_it_is_no_longer_than_half_the_first_report(pdf: pikepdf.Pdf) -> None:
    assert len(pdf.pages) <= 25


def test_a_second_run_gives_the_same_bytes(path: Path, project: Path) -> None:
    first = path.read_bytes()
    assert build_pdf(project).read_bytes() == first


@pytest.mark.skipif(not which("verapdf"), reason="veraPDF is not installed")
def test_verapdf_finds_nothing(path: Path) -> None:
    command = ["verapdf", "--flavour", "ua1", "--format", "text", str(path)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.stdout.startswith("PASS"), done.stdout


@pytest.mark.skipif(not (which("latexmk") and which("xelatex")), reason="LaTeX is not installed")
def test_the_latex_way_makes_a_pdf_too(tmp_path: Path, project: Path) -> None:
    left_out = shutil.ignore_patterns(".*", "_build", "node_modules")
    root = Path(shutil.copytree(project, tmp_path / "project", ignore=left_out))
    program = Path(sys.executable).with_name("jupyter-book")
    command = [str(program), "build", str(root), "--builder", "pdflatex"]
    done = subprocess.run(command, cwd=root, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout[-3000:] + done.stderr[-3000:]
    (made,) = (tex.with_suffix(".pdf") for tex in (root / "_build" / "latex").glob("*.tex"))
    with pikepdf.open(made) as opened:
        assert len(opened.pages) > 10
