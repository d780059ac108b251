"""Files as people have them become clean text, with what they state about themselves."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path

import pytest
import typst

from dossier.corpus.decode import Refused
from dossier.intake import add_files, convert, join_lines, list_sources

BODY = (
    "Le maire de la ville a annoncé mardi la fermeture du pont, après la visite de deux ingénieurs venus "
    "examiner les piles. Quelque 400 riverains devront faire un détour de plusieurs kilomètres.",
    "« Nous rouvrirons au printemps », a promis le maire devant le conseil municipal, qui votera jeudi un "
    "budget de deux millions d'euros pour les travaux de consolidation.",
)
PAGE = f"""<!DOCTYPE html><html lang="fr"><head><title>Le pont ferme | La Gazette</title>
<meta property="og:title" content="Le pont de la ville ferme pour six mois">
<meta property="og:site_name" content="La Gazette"><meta name="author" content="Anne Le Goff">
<meta property="og:url" content="https://gazette.example/pont">
<meta property="article:published_time" content="2021-05-04T07:30:00+02:00"></head>
<body><nav><a href="/">Accueil</a> <a href="/abo">Abonnez-vous</a></nav>
<article><h1>Le pont de la ville ferme pour six mois</h1><p>{BODY[0]}</p><p>{BODY[1]}</p></article>
<footer>Mentions légales. Tous droits réservés.</footer></body></html>"""


def test_a_saved_page_gives_its_article_and_what_it_states() -> None:
    found = convert(PAGE.encode(), ".html")
    paragraphs = found.text.strip().split("\n\n")
    assert paragraphs == ["Le pont de la ville ferme pour six mois", *BODY]
    source = found.source
    assert (source.published, source.outlet, source.author) == ("2021-05-04", "La Gazette", "Anne Le Goff")
    assert source.url == "https://gazette.example/pont"
    assert not convert(PAGE.replace("Anne Le Goff", "La Gazette").encode(), ".html").source.author


def test_the_title_of_a_page_may_end_in_the_name_of_its_site() -> None:
    page = PAGE.replace('<meta property="og:site_name" content="La Gazette">', "")
    title = "<title>Le pont de la ville ferme pour six mois - L&#39;Écho du Sud</title>"
    named = page.replace("<title>Le pont ferme | La Gazette</title>", title)
    assert convert(named.encode(), ".html").source.outlet == "L'Écho du Sud"
    assert convert(page.replace("| La Gazette", "").encode(), ".html").source.outlet == "gazette.example"
    bare = re.sub(r'<meta property="(?:og:url|og:title)"[^>]*>', "", named)
    bare = bare.replace("Le pont de la ville ferme", "Le pont K. de la ville ferme")
    assert convert(bare.encode(), ".html").source.outlet == "L'Écho du Sud"


SITE = """<html lang="fr"><head><title>Le pont fermé ! - Quai du Sud</title></head><body>
<header><a class="logo" href="/">Quai du Sud</a><p>Samedi 9 mai 2026</p><a>Sports</a></header>
<main><h1>Le pont de la ville ferme</h1>
<p class="meta">Par Anne Roy – <time>4 mai 2021 à 06:03</time> – Temps de lecture : 3 min</p>{body}</main>
<aside><p>Publié le 2 mai 2021</p></aside>
<footer><p>&copy; 2021 Quai du Sud – Tous droits réservés</p></footer></body></html>"""


@pytest.mark.parametrize(
    ("gone", "outlet"),
    [
        ("", "Quai du Sud"),
        (" - Quai du Sud", "Quai du Sud"),  # the logo and who owns the rights
        ('class="logo"', "Quai du Sud"),  # the title of the page and who owns the rights
        ("&copy; 2021", "Quai du Sud"),
        (r'class="logo"|&copy; 2021', ""),
    ],
)
def test_what_a_page_says_twice_of_its_site_is_its_name(gone: str, outlet: str) -> None:
    page = SITE.format(body="".join(f"<p>{part}</p>" for part in BODY))
    found = convert((re.sub(gone, "", page) if gone else page).encode(), ".html")
    assert found.source.outlet == outlet
    line = "Par Anne Roy – 4 mai 2021 à 06:03 – Temps de lecture : 3 min"
    assert found.text.strip().split("\n\n") == ["Le pont de la ville ferme", line, *BODY]


def test_a_page_whose_title_ends_in_a_rubric_names_no_site_by_it() -> None:
    page = SITE.format(body=f"<p>{BODY[0]}</p>").replace("Quai du Sud", "Sports", 1).replace("&copy;", "")
    assert convert(page.encode(), ".html").source.outlet == ""


def test_markdown_loses_its_marks_and_keeps_its_front_matter() -> None:
    text = f"---\ntitle: Le pont\ndate: 2021-05-04\noutlet: La Gazette\n---\n\n## Fermé\n\n**{BODY[0]}**\n"
    found = convert(text.encode(), ".md")
    assert found.text == f"Le pont\n\nFermé\n\n{BODY[0]}\n"
    assert (found.source.published, found.source.outlet) == ("2021-05-04", "La Gazette")


def test_a_row_of_a_table_in_markdown_is_a_paragraph() -> None:
    text = f"{BODY[0]}\n\n| | |\n|---|---|\n| **Lundi 9** | Le pont ferme |\n| Mardi 10 | |\n\n> Une *note*\n"
    assert (
        convert(text.encode(), ".md").text
        == f"{BODY[0]}\n\nLundi 9 : Le pont ferme\n\nMardi 10\n\nUne note\n"
    )


@pytest.mark.parametrize(
    ("head", "stated"),
    [
        ("published: 2021-05-04\nsource: La Gazette\nauthor: Anne Roy",
         ("2021-05-04", "La Gazette", "Anne Roy", "")),
        ("published: 2021-05-04T07:30:00+02:00\nauthor:\n  - \"[[Anne Roy]]\"\n  - \"[[roy|Jean Roy]]\"",
         ("2021-05-04", "", "Anne Roy, Jean Roy", "")),
        ("source: https://www.gazette.example/pont?p=1\nauthors: [Anne Roy]",
         ("", "gazette.example", "Anne Roy", "https://www.gazette.example/pont?p=1")),
        ("Média: \"Le Quai, le magazine du rail\"\nauteur: Anne Roy\npublié: mardi 4 mai 2021",
         ("2021-05-04", "Le Quai", "Anne Roy", "")),
        ("journal: La Gazette\npropos recueillis par: Anne Roy", ("", "La Gazette", "Anne Roy", "")),
        ("journal: La Gazette\ntexte: Anne Roy", ("", "La Gazette", "Anne Roy", "")),
        ("url: https://gazette.example/\noutlet: La Gazette\npublished: hier",
         ("", "La Gazette", "", "https://gazette.example/")),
    ],
)  # fmt: skip
def test_front_matter_as_clippers_write_it(head: str, stated: tuple[str, ...]) -> None:
    source = convert(f"---\ntitle: Le pont\n{head}\n---\n{BODY[0]}\n".encode(), ".md").source
    assert (source.published, source.outlet, source.author, source.url) == stated


def test_what_stands_above_the_title_of_a_page_is_no_part_of_its_article() -> None:
    page = PAGE.replace("<article>", "<article><p>Travaux publics</p>")
    assert convert(page.encode(), ".html").text.split("\n\n")[1] == BODY[0]


def test_a_pdf_gives_its_paragraphs(tmp_path: Path) -> None:
    page = tmp_path / "page.typ"
    page.write_text("#set page(width: 12cm)\n= Le pont ferme\n" + "\n\n".join(BODY), "utf-8")
    found = convert(typst.compile(str(page)), ".pdf")
    assert "Quelque 400 riverains devront faire un détour" in found.text
    assert found.text.split("\n\n")[0] == "Le pont ferme"


@pytest.mark.parametrize(
    ("stated", "title"), [("Le pont ferme", "Le pont ferme"), ("Microsoft Word - pont_v2.docx", "")]
)
def test_the_title_of_a_pdf_is_its_headline_and_not_the_name_of_a_file(
    tmp_path: Path, stated: str, title: str
) -> None:
    page = tmp_path / "page.typ"
    page.write_text(f'#set document(title: "{stated}")\n= Le pont ferme\n{BODY[0]}', "utf-8")
    assert convert(typst.compile(str(page)), ".pdf").source.title == title


def test_ligatures_of_a_pdf_are_letters(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    page = tmp_path / "page.typ"
    page.write_text(BODY[0], "utf-8")
    monkeypatch.setattr(
        "pypdf.PageObject.extract_text", lambda _self: "L'o\ufb03ce des \ufb02eurs, 1\u202f000 m²"
    )
    assert convert(typst.compile(str(page)), ".pdf").text == "L'office des fleurs, 1\u202f000 m²\n"


@pytest.mark.parametrize(
    ("lines", "paragraphs"),
    [
        ("Le pont de la ville est\nfermé mardi.\nOn attend la suite.", 2),
        ("Le conseil muni-\ncipal votera jeudi prochain\nle budget.", 1),
        ("Le pont de la ville est fermé\nPublié le 14 juin 2024 à 18h30\nmardi, on attend.", 3),
        ("Le pont de la ville a été fermé le\n14 juin 2024 par le maire.", 1),
        ("Un titre\n\nUne phrase qui remplit toute la ligne\net qui va plus loin.", 2),
    ],
)
def test_lines_of_a_page_become_paragraphs(lines: str, paragraphs: int) -> None:
    found = join_lines(lines)
    assert len(found) == paragraphs
    assert not any("\n" in paragraph or "muni-" in paragraph for paragraph in found)


@pytest.mark.parametrize(
    ("data", "suffix", "said"),
    [
        (b"text", ".docx", "A file .docx cannot be read: give .txt"),
        (b"text", "", "without an ending cannot be read"),
        (b"<html><body></body></html>", ".html", "No article was found on the page"),
        (b"no pdf", ".pdf", "The PDF cannot be read: copy its text"),
        (b"---\na: [\n---\nText", ".md", "front matter is not YAML"),
        (b"", ".txt", "No text of an article was found"),
        (b"\x00\x01\x02", ".txt", "binary"),
    ],
)
def test_what_cannot_be_read_is_refused_with_advice(data: bytes, suffix: str, said: str) -> None:
    with pytest.raises(Refused, match=said):
        convert(data, suffix)


def test_the_original_is_kept_with_its_hash_and_a_text_stays_as_it_is(tmp_path: Path) -> None:
    page, text = tmp_path / "Le pont – été.html", tmp_path / "autre.txt"
    page.write_text(PAGE, "utf-8")
    text.write_bytes("Un autre article\r\n\r\nDe la même ville.".encode("cp1252"))
    first, second = add_files(tmp_path / "project", [page, text])
    assert (first.article_id, first.outcome) == ("Le_pont_ete", "added")
    kept = tmp_path / "project" / "originals" / "Le_pont_ete.html"
    assert kept.read_bytes() == page.read_bytes()
    sums = (tmp_path / "project" / "originals" / "SHA256SUMS").read_text("utf-8")
    assert sums == f"{hashlib.sha256(page.read_bytes()).hexdigest()}  Le_pont_ete.html\n"
    assert (tmp_path / "project" / "seeds" / f"{second.article_id}.txt").read_bytes() == text.read_bytes()


def test_copies_are_left_out_and_versions_are_told(tmp_path: Path) -> None:
    paths = [tmp_path / f"{name}.txt" for name in ("a", "b", "c")]
    texts = ["Le pont ferme\n\nDeux cents riverains.", "Le pont  ferme\nDeux cents riverains.",
             "Le pont ferme\n\nTrois cents riverains, désormais."]  # fmt: skip
    for path, content in zip(paths, texts, strict=True):
        path.write_text(content, "utf-8")
    first, copy, version = add_files(tmp_path / "project", paths)
    assert (copy.outcome, copy.article_id) == ("copy", "a")
    assert version.outcome == "added" and "another version" in version.note
    (again,) = add_files(tmp_path / "project", [paths[0]])
    assert (first.outcome, again.outcome) == ("added", "copy")


def test_a_name_is_given_once(tmp_path: Path) -> None:
    for folder in ("one", "two"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "article.txt").write_text(f"Texte du dossier {folder}", "utf-8")
    added = list(add_files(tmp_path / "project", list_sources([tmp_path / "one", tmp_path / "two"])))
    assert [one.article_id for one in added] == ["article", "article_2"]


def test_a_path_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError) as caught:
        list_sources([tmp_path / "nothing.txt"])
    assert caught.value.filename == str(tmp_path / "nothing.txt")
