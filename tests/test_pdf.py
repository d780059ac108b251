"""The PDF: built from small sites of plain HTML, looked at with the words that come out of it."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path
from shutil import copytree, which

import pypandoc
import pytest
from bs4 import BeautifulSoup

from dossier.pdf import PdfError, build_pdf, file_name, join_pages, to_typst
from dossier.pdf.figures import Fonts, print_form
from dossier.pdf.once import print_once
from dossier.pdf.shape import column_widths

ROOT = Path(__file__).parents[1]
COVER = {
    "title": 'The dam #read("x")',
    "subtitle": "What $the$ papers say",
    "authors": ["A. Writer"],
    "date": "2024-11-06",
    "facts": [["How to cite", "Writer, A. *The dam*."]],
}
SVG = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 200" role="img" aria-labelledby="t d">'
    '<title id="t">Water by day</title><desc id="d">It rises from 1 to 3.</desc>'
    '<rect width="400" height="200" style="fill: var(--dz-paper, #fffffd)"/>'
    '<text x="20" y="50" style="font-family: var(--dz-font, system-ui), \'DejaVu Sans\'">Eau</text>'
    "</svg>"
)


@pytest.fixture
def book(tmp_path):
    """Return a function that writes a book of pages, each an article's HTML, and returns its folder."""

    def write(**pages: str) -> Path:
        site = tmp_path / "_build" / "html"
        site.mkdir(parents=True, exist_ok=True)
        for name, html in pages.items():
            page = f'<body><nav>menu</nav><article class="bd-article">{html}</article></body>'
            (site / f"{name}.html").write_text(page, "utf-8")
        chapters = "".join(f"- file: {name}\n" for name in pages if name != "index")
        (tmp_path / "_toc.yml").write_text(f"format: jb-book\nroot: index\nchapters:\n{chapters}", "utf-8")
        return tmp_path

    return write


def typst_of(root: Path) -> str:
    return to_typst(join_pages(root, root, Fonts()))


def words_of(root: Path, *options: str, cover: dict[str, object] = COVER) -> str:
    pdf = build_pdf(root, cover=cover)
    if not which("pdftotext"):
        pytest.skip("poppler-utils are not installed")
    return subprocess.run(
        ["pdftotext", *options, pdf, "-"], capture_output=True, text=True, check=True
    ).stdout


HOSTILE = [
    '#read("/etc/passwd")',
    '#import "x.typ"',
    "$x$ `raw` @ref <label> *bold* _emph_",
    "= Heading",
    "- entry",
    "1. entry",
    "/ term: meaning",
    "] #panic() [",
    "\\input{x} \\write18{ls}",
    "// comment /* comment */",
    "${'{eval}'} {{ x }} {include}`y`",
    '<script>alert("1")</script>',
]


@pytest.mark.parametrize("text", HOSTILE)
def test_text_of_an_article_stays_text(book, text):
    html = text.replace("&", "&amp;").replace("<", "&lt;")
    root = book(
        index=f'<h1>A</h1><p>{html}</p><p lang="fr">{html}</p><table><tr><th>{html}</th></tr></table><p><a href="https://e.org">{html}</a></p><p><em>{html}</em></p>'
    )
    assert words_of(root, "-layout").count(text) == 5


def test_a_figure_on_several_sheets_is_as_many_figures_each_with_its_caption_and_words(book):
    more = f'<p class="dz-figure__more" data-title="Water (continued)"></p>{SVG}'
    paper = f'<div class="dz-figure__paper" hidden>{SVG}{more}</div>'
    html = f"<h1>A</h1><figure><div>{paper}</div><figcaption>Water</figcaption></figure>"
    typst = typst_of(book(index=html))
    assert re.findall(r"#illustration\(caption: \[(.*?)\]\)", typst) == [
        "Water",
        "Water (continued)",
    ]
    assert typst.count('alt: "Water by day. It rises from 1 to 3') == 2


@pytest.mark.parametrize(("lines", "pages"), [(5, ["Mot Figure Text B"]), (30, ["Mot Text", "Figure B"])])
def test_a_figure_stands_in_its_chapter_and_text_fills_the_page_before_it(book, lines, pages):
    tall = SVG.replace("0 0 400 200", "0 0 400 400")
    figure = f"<figure>{tall}<figcaption>Figure</figcaption></figure>"
    root = book(index=f"<h1>A</h1>{'<p>Mot</p>' * lines}{figure}<p>Text</p>", b="<h1>B</h1>")
    told = [re.findall(r"Mot|Figure|Text|B", page) for page in words_of(root).split("\f")[2:-1]]
    assert [" ".join(dict.fromkeys(words)) for words in told] == pages


def test_a_heading_is_not_left_alone_below_the_text_where_its_figure_goes_on(book):
    tall = SVG.replace("0 0 400 200", "0 0 400 400")
    figure = f"<figure>{tall}<figcaption>Figure</figcaption></figure>"
    rows = "<tr><td>Cell</td></tr>" * 60
    below = (
        f"<section><h2>Heading</h2>{figure}<table><tr><th>Row</th></tr>{rows}</table><p>Text</p></section>"
    )
    root = book(index=f"<section><h1>A</h1>{'<p>Mot</p>' * 42}{below}</section>")
    told = [re.findall(r"Mot|Heading|Figure", page) for page in words_of(root).split("\f")[2:-1]]
    assert [" ".join(dict.fromkeys(words)) for words in told][:2] == ["Mot", "Heading Figure"]


def test_a_sentence_that_the_title_above_it_quotes_is_not_printed_again(book):
    source = '<footer><a class="dz-evidence__source" href="#s">Article A</a></footer>'
    quote = f"<blockquote><p>Hier <mark>ils ont nié</mark> tout.</p>{source}</blockquote>"
    for title, printed in {
        "A denial: “Hier ils ont nié tout”.": "… ils ont nié …",
        "A denial.": "Hier ils",
    }.items():
        card = f'<p class="dz-record__title">{title}</p><div class="dz-pair">{quote}</div>'
        html = f'<h1 id="s">A</h1><article class="dz-record">{card}</article>'
        words = " ".join(words_of(book(index=html)).split())
        assert words.count("ont nié") == title.count("ont nié") + 1 and printed in words


def test_signs_that_no_font_has_are_named(book):
    assert "⟨U+6761⟩" in words_of(book(index="<h1>A</h1><p>Bien 条 sûr, Пётр, Ελλάς</p>"))


def test_links_between_pages_lead_to_their_anchors(book):
    root = book(
        index='<h1>A</h1><p><a href="b.html#c-1">claim</a> <a href="b.html">page</a></p>',
        b='<section id="b"><h1>B</h1><p>x <span id="c-1">deux mille</span></p></section>',
    )
    typst = typst_of(root)
    assert "#goto(<c-1>)[claim] #goto(<b>)[page]" in typst
    assert "#anchor(<c-1>)deux mille" in typst


@pytest.mark.parametrize("words", [".gnay", "(x)", "[x]", "; y"])
def test_what_follows_an_element_is_no_part_of_its_call(book, words):
    html = f'<p lang="fr"><span id="c">{words}</span>{words} <a href="#c">b</a>{words} <em>a</em>{words}</p>'
    root = book(index=f"<h1>A</h1>{html}")
    assert typst_of(root).count(f"\\{words[0]}") >= 3
    assert build_pdf(root, cover=COVER).is_file()


def test_a_link_that_leads_nowhere_stops_the_build(book):
    with pytest.raises(PdfError, match=r"index: #gone; index: b\.html#gone"):
        typst_of(book(index='<h1>A</h1><a href="#gone">x</a><a href="b.html#gone">y</a>', b="<h1>B</h1>"))


def test_a_link_out_of_the_book_keeps_its_words(book):
    typst = typst_of(
        book(index='<h1>A</h1><p><a href="data.csv">data</a> <a href="https://e.org/a#b">web</a></p>')
    )
    assert 'data #link("https://e.org/a#b")[web]' in typst


def test_a_page_that_is_missing_is_named(book):
    root = book(index="<h1>A</h1>", b="<h1>B</h1>")
    (root / "_build" / "html" / "b.html").unlink()
    with pytest.raises(PdfError, match=r"b\.html.*make html"):
        build_pdf(root, cover=COVER)


def test_what_is_for_the_screen_only_is_left_out(book):
    typst = typst_of(
        book(index='<h1>A<a class="headerlink" href="#a">#</a></h1><button>Sort</button><script>x()</script>')
    )
    assert typst.strip() == "= A\n<index>"
    quote = '<blockquote><p>Non.</p><p>Article A<cite class="dz-screen"> – Un titre</cite></p></blockquote>'
    section = f'<section><h2>B</h2><div class="cell">{quote}</div></section>'
    typst = typst_of(book(index=f"<section><h1>A</h1>{section}</section>"))
    assert "Non." in typst and "Un titre" not in typst


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ('<p>He said <q lang="fr">bonjour</q>.</p>', 'He said “#text(lang: "fr")[bonjour]”.'),
        ('<p lang="fr">bonjour</p>', '#text(lang: "fr")[bonjour]'),
        ('<blockquote lang="fr"><p>bonjour</p></blockquote>', '#text(lang: "fr")[#quoted['),
        ('<table><tr><td lang="fr">bonjour</td></tr></table>', '[#text(lang: "fr")[bonjour]]'),
        ('<p lang="fr\\"]#panic()">bonjour</p>', "bonjour"),
    ],
)
def test_french_is_set_as_french(book, html, expected):
    typst = typst_of(book(index="<h1>A</h1>" + html))
    assert expected in typst
    assert "panic" not in typst


@pytest.mark.parametrize(("lang", "part"), [("fr", "internationa"), ("en", "international")])
def test_words_are_divided_as_their_language_has_it(book, lang, part):
    text = " ".join(f"{'a ' * (n % 7)}internationalisation" for n in range(90))
    words = words_of(book(index=f'<h1>A</h1><p lang="{lang}">{text}</p>'))
    assert set(re.findall(r"(\w+)\u00ad\n", words)) == {"interna", part}


def test_headings_never_skip_a_level(book):
    typst = typst_of(book(index="<h1>A</h1><h3>B</h3><h4>C</h4><h2>D</h2>"))
    assert re.findall(r"^(=+) (\w)", typst, re.MULTILINE) == [
        ("=", "A"),
        ("==", "B"),
        ("===", "C"),
        ("==", "D"),
    ]


def test_a_drawing_becomes_a_picture_with_its_words(book):
    root = book(index=f"<h1>A</h1><figure>{SVG}<figcaption>Figure 1.1. Water</figcaption></figure>")
    typst = typst_of(root)
    assert '#picture("figure-0-0.svg", alt: "Water by day. It rises from 1 to 3", ratio: 0.5000)' in typst
    assert "Figure 1.1. Water" in typst
    assert "Eau" in words_of(root)


def test_a_printed_drawing_has_the_colours_of_paper():
    alt, ratio, svg = print_form(SVG, str)
    assert (alt, ratio) == ("Water by day. It rises from 1 to 3", 0.5)
    assert "fill: #fffffd" in svg and "var(" not in svg


def test_the_words_of_a_drawing_stay_as_they_are():
    _, _, svg = print_form(SVG.replace("Eau", "var(--a, b) &amp; currentColor &lt;text&gt;"), str)
    assert "var(--a, b) &amp; currentColor &lt;text&gt;" in svg


def test_decoration_is_dropped(book):
    svg = '<svg viewBox="0 0 1 1" aria-hidden="true"></svg>'
    images = '<img src="x.png" alt=""><img src="data:image/png;base64,AA" alt="x"><img src="../../x" alt="y">'
    root = book(index=f"<h1>A</h1>{svg}{images}")
    assert "picture" not in typst_of(root)


def test_a_long_table_repeats_its_header_and_loses_no_row(book):
    rows = "".join(f"<tr><th scope=row>r{number}</th><td>mot</td></tr>" for number in range(150))
    head = "<table><caption>Table 1.1. Rows</caption><thead><tr><th>Kopf</th><th>Wort</th></tr></thead>"
    words = words_of(book(index=f"<h1>A</h1>{head}<tbody>{rows}</tbody></table>"))
    assert words.count("Kopf") > 2 and words.count("Table 1.1. Rows") == 1
    assert all(f"r{number}\n" in words for number in range(150))


def test_a_wide_table_is_turned_and_cut_nowhere(book):
    cells = "".join(f"<td>mot{number} enregistrement international</td>" for number in range(14))
    root = book(index=f"<h1>A</h1><p>begin</p><h2>Breit</h2><table><tr>{cells}</tr></table><p>end</p>")
    set_in = typst_of(root)
    assert set_in.index("begin") < set_in.index("#turned[") < set_in.index("Breit")
    words = words_of(root, "-raw")
    assert all(f"mot{number}" in words for number in range(14)) and "end" in words


def test_a_word_without_an_end_is_broken(book):
    word = "x" * 3000
    words = words_of(book(index=f"<h1>A</h1><p>{word}</p><table><tr><td>{word}</td><td>b</td></tr></table>"))
    lines = [line for line in words.splitlines() if line.startswith("xxx")]
    assert len(lines) > 40 and words.count("x") >= 6000


@pytest.mark.parametrize(
    ("columns", "turned"),
    [
        ([["a"], ["b"]], False),
        ([["24 October 2024"], ["Le mot juste " * 20], ["1"]], False),
        ([["0000000000000000000"]] * 8, True),
    ],
)
def test_columns_fill_the_width_and_none_is_narrower_than_its_longest_word(columns, turned):
    widths, flipped = column_widths(columns)
    assert flipped is turned
    assert sum(widths) == pytest.approx(100)
    room = 729 if turned else 482
    for width, column in zip(widths, columns, strict=True):
        longest = max(len(word) for text in column for word in text.split())
        assert width / 100 * room >= 4.3 * longest * 0.99


def test_the_same_book_gives_the_same_bytes_anywhere_on_any_day(book, tmp_path, monkeypatch):
    root = book(index=f"<h1>A</h1>{SVG}<p>x</p>")
    first = build_pdf(root, cover=COVER).read_bytes()
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    monkeypatch.setenv("TZ", "Asia/Seoul")
    assert build_pdf(Path(copytree(root, tmp_path / "elsewhere")), cover=COVER).read_bytes() == first


def test_the_file_is_tagged_titled_and_says_its_language(book):
    pdf = build_pdf(book(index="<h1>A</h1><p>x</p>"), cover=COVER)
    raw = pdf.read_bytes()
    assert pdf.name == "the-dam-read-x.pdf"
    for mark in (
        b"/StructTreeRoot",
        b"/MarkInfo",
        b"/Lang",
        b"/Outlines",
        b"pdfuaid",
        b"/DisplayDocTitle true",
    ):
        assert mark in raw, mark
    assert str(ROOT).encode() not in raw


def test_a_title_becomes_a_plain_file_name():
    assert file_name("The Russia–North Korea treaty: élan") == "the-russia-north-korea-treaty-elan"
    assert file_name("…") == "report"


def test_pandoc_is_the_one_of_the_lock():
    assert "pypandoc" in pypandoc.get_pandoc_path()


def test_a_drawing_with_signs_that_no_font_has_is_printed(book):
    svg = SVG.replace("Eau", "Eau 条")
    words = words_of(book(index=f"<h1>A</h1><figure>{svg}</figure>"), cover={"title": "条"})
    assert words.count("⟨U+6761⟩") == 2


CARD = (
    '<div class="dz-record"><p class="dz-record__title">{title}</p><blockquote><p>{words}</p>'
    '<footer><a class="dz-evidence__source" href="#s">A</a></footer></blockquote></div>'
)


@pytest.mark.parametrize(
    ("title", "words", "again"),
    [
        (
            "Roux: 11 men",
            "Mme Roux <mark>a affirmé lundi</mark> que 11 hommes sont là, ce que nul ne nie.",
            "Mme Roux <mark>a affirmé lundi</mark> que 11 hommes sont là …",
        ),
        (
            "The vote",
            "Le pont tient, le conseil <mark>a voté</mark> le budget ; <mark>mardi</mark>, il a fini.",
            "… le conseil <mark>a voté</mark> le budget ; <mark>mardi</mark> …",
        ),
        ("Roux: “Le pont tiendra.”", "Le pont <mark>tiendra</mark>.", "In the passage above."),
    ],
)
def test_a_passage_is_printed_whole_once_and_then_by_its_clauses(title: str, words: str, again: str) -> None:
    first = CARD.format(title="Before", words=words)
    page = BeautifulSoup(first + CARD.format(title=title, words=words), "html.parser")
    assert print_once(page) is ("…" in again)
    before, after = page.select("blockquote > p")
    assert (before.decode_contents(), after.decode_contents()) == (words, again)
