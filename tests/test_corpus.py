"""Files as they come, and the articles or refusals that they become."""

from __future__ import annotations

import os
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from dossier.corpus import EmptyFolderError, read_folder
from dossier.records import Article, Published, Section
from dossier.validated_yaml import YamlError

LEAD = "Le gouvernement a présenté mardi son projet de loi sur les retraites devant le Parlement."
BODY = "Les députés de l'opposition ont quitté la salle avant la fin du discours, et la séance a été levée."


def read(folder: Path, data: bytes, name: str = "a.txt") -> Article:
    (folder / name).write_bytes(data)
    (article,) = read_folder(folder)
    return article


def sections(article: Article) -> list[tuple[str, str]]:
    return [(s.kind, article.text[s.start : s.end]) for s in article.sections]


@pytest.mark.parametrize(
    ("data", "text", "warned"),
    [
        (LEAD.encode(), LEAD, False),
        (("\ufeff" + LEAD).encode(), "\ufeff" + LEAD, False),
        (LEAD.replace("d", "d\r\n", 1).encode(), LEAD.replace("d", "d\r\n", 1), False),
        (LEAD.encode("cp1252"), LEAD, True),
        (("\ufeff" + LEAD).encode("utf-16-le"), "\ufeff" + LEAD, True),
        (("\ufeff" + LEAD).encode("utf-16-be"), "\ufeff" + LEAD, True),
        (b"BIBLIOTH\xc3\x88QUE FERM\xc3\x89E.", "BIBLIOTHÈQUE FERMÉE.", False),
    ],
    ids=["utf-8", "mark", "crlf", "cp1252", "utf-16-le", "utf-16-be", "two words"],
)
def test_read_as_decoded(tmp_path: Path, data: bytes, text: str, warned: bool) -> None:
    article = read(tmp_path, data)
    assert (article.status, article.text, bool(article.reason)) == ("ok", text, warned)


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "empty"),
        (b" \r\n\t\xc2\xa0\n", "blanks"),
        ("\ufeff\u200b".encode(), "blanks"),
        (b"%PDF-1.7\n" + LEAD.encode(), "PDF"),
        (b"<!DOCTYPE html><html><body><p>" + LEAD.encode(), "HTML"),
        (b"<div><p>Le texte</p><p>de la page</p></div>", "HTML"),
        (b"PK\x03\x04\x00\x00\x00" + LEAD.encode(), "binary"),
        (LEAD.encode() + b"\x00", "binary"),
        (LEAD.encode() + b"\xed\xa0\x80", "surrogates"),
        (LEAD.encode() + b"\xe9", "encoding"),
        (LEAD.encode("mac-roman"), "encoding"),
        (LEAD.encode("utf-16-le"), "binary"),
        (b"\xff\xfe" + b"\x00\xd8\x00", "UTF-16"),
        (
            b"The government has presented its bill to the House, and the members of the opposition left.",
            "en",
        ),
        (
            b"Die Regierung hat am Dienstag ihr Gesetz vorgestellt, und die Opposition ist nicht im Saal.",
            "de",
        ),
        ("El gobierno ha presentado el martes su proyecto de ley y la oposición no está.".encode(), "es"),
        (
            "Правительство представило во вторник законопроект о пенсиях в парламенте страны.".encode(),
            "unknown",
        ),
    ],
)
def test_refused_with_its_reason(tmp_path: Path, data: bytes, reason: str) -> None:
    article = read(tmp_path, data)
    assert (article.status, article.text, article.sections) == ("refused", "", ())
    assert reason in article.reason


def test_what_is_no_plain_file_of_the_folder_is_refused(tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    outside.write_text(LEAD, encoding="utf-8")
    folder = tmp_path / "in"
    (folder / "folder.txt").mkdir(parents=True)
    (folder / "link.txt").symlink_to(outside)
    (folder / "loop.txt").symlink_to("loop.txt")
    (folder / "nothing.txt").symlink_to("gone")
    os.mkfifo(folder / "pipe.txt")
    (folder / "good.txt").write_text(LEAD, encoding="utf-8")
    (folder / "inside.txt").symlink_to("good.txt")
    (folder / "picture.png").write_bytes(b"\x89PNG")
    found = {article.article_id: article.status for article in read_folder(folder)}
    assert found == {
        "folder": "refused",
        "good": "ok",
        "inside": "ok",
        "link": "refused",
        "loop": "refused",
        "nothing": "refused",
        "pipe": "refused",
    }


@pytest.mark.parametrize("name", ["été 2024.txt", "-rf.txt", "a'b\"c.txt", "deux\nlignes.txt", "a.b.TXT"])
def test_any_name(tmp_path: Path, name: str) -> None:
    assert read(tmp_path, LEAD.encode(), name).article_id == name[:-4]


def test_two_files_of_one_id(tmp_path: Path) -> None:
    for name in ("a.TXT", "a.txt"):
        (tmp_path / name).write_text(LEAD, encoding="utf-8")
    assert [article.status for article in read_folder(tmp_path)] == ["ok", "refused"]


def test_no_folder(tmp_path: Path) -> None:
    with pytest.raises(NotADirectoryError, match="name the folder"):
        list(read_folder(tmp_path / "gone"))


LISTED = ("1926 : legs", "Six toiles", "Cinq agents", "Fermé")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"La réforme en marche\n\n{LEAD}", [("title", "La réforme en marche"), ("body", LEAD)]),
        (f"Le maire : « Enfin ! »\n\n{LEAD}", [("title", "Le maire : « Enfin ! »"), ("body", LEAD)]),
        (
            f"Le maire a cédé : « Oui ! », dit-il.\n{LEAD}",
            [("body", "Le maire a cédé : « Oui ! », dit-il."), ("body", LEAD)],
        ),
        (f"12 mars 2020\n{LEAD}", [("dateline", "12 mars 2020"), ("body", LEAD)]),
        (
            f"Publié le jeudi 12 mars 2020 à 14h30\n{LEAD}",
            [("dateline", "Publié le jeudi 12 mars 2020 à 14h30"), ("body", LEAD)],
        ),
        (f" date 2020-03 {LEAD}", [("metadata", "date 2020-03"), ("body", LEAD)]),
        (f"12 mars 2020. - {LEAD}", [("dateline", "12 mars 2020"), ("body", LEAD)]),
        (f"PARIS, 12 mars 2020 (AFP) — {LEAD}", [("dateline", "PARIS, 12 mars 2020"), ("body", LEAD)]),
        (
            f"LENS, Nord, 12 mars 2020 (AFP) - {LEAD}",
            [("dateline", "LENS, Nord, 12 mars 2020"), ("body", LEAD)],
        ),
        (f"MONS 12/03 (BELGA) = {LEAD}", [("dateline", "MONS 12/03 (BELGA)"), ("body", LEAD)]),
        (
            f"12 mars 2020\nPARIS, 12 mars 2020 (AFP) — {LEAD}",
            [("dateline", "12 mars 2020"), ("dateline", "PARIS, 12 mars 2020"), ("body", LEAD)],
        ),
        (f"l’essentiel\n{LEAD}", [("metadata", "l’essentiel"), ("body", LEAD)]),
        (
            f"{LEAD}\n\nUne foule immense\n\n{BODY}",
            [("body", LEAD), ("heading", "Une foule immense"), ("body", BODY)],
        ),
        (
            f"{LEAD}\n\nLe musée en bref\n\n1926 : legs\n\nSix toiles\n\nCinq agents\n\nFermé",
            [("body", LEAD), ("heading", "Le musée en bref"), *(("body", line) for line in LISTED)],
        ),
        (
            f"{LEAD}\n\n« On ne lâchera rien ! »\n\n{BODY}",
            [("body", LEAD), ("heading", "« On ne lâchera rien ! »"), ("body", BODY)],
        ),
        (
            f"{LEAD}\nLe ministre à la tribune (archives). ATS\n{BODY}",
            [("body", LEAD), ("caption", "Le ministre à la tribune (archives). ATS"), ("body", BODY)],
        ),
        *(
            (f"{LEAD}\n{line}\n{BODY}", [("body", LEAD), (kind, line), ("body", BODY)])
            for kind, line in (
                ("caption", "La foule devant le palais, photo d'archives"),
                ("caption", "La foule devant le palais. Photo Luc Bon"),
                ("body", "Les gens prennent le clou en photo. « Jamais autant de monde devant rien. »"),
                ("body", "Il jure les avoir filmés, et les images sont à la disposition du juge."),
            )
        ),
        (f"{LEAD}\nPhoto AFP\n{BODY}", [("body", LEAD), ("caption", "Photo AFP"), ("body", BODY)]),
        (
            f"{LEAD}\nA lire aussi :\nREPORTAGE. Avec les grévistes du Havre\n{BODY}",
            [
                ("body", LEAD),
                ("related_link", "A lire aussi :"),
                ("related_link", "REPORTAGE. Avec les grévistes du Havre"),
                ("body", BODY),
            ],
        ),
        (
            f"{LEAD}\nÀ LIRE ÉGALEMENT : La colère des cheminots\n{BODY}",
            [("body", LEAD), ("related_link", "À LIRE ÉGALEMENT : La colère des cheminots"), ("body", BODY)],
        ),
        (
            f"{LEAD}\n\n{BODY}" + "\n" * 60 + "Le Courrier",
            [("body", LEAD), ("body", BODY), ("metadata", "Le Courrier")],
        ),
        (f"{LEAD}\n{BODY}\nJeanne MARTIN", [("body", LEAD), ("body", BODY), ("metadata", "Jeanne MARTIN")]),
        (LEAD.replace(" son", "\nson"), [("body", LEAD.replace(" son", "\nson"))]),
        ("Le titre.\r\n\r\n" + LEAD, [("body", "Le titre."), ("body", LEAD)]),
    ],
)
def test_sections(tmp_path: Path, text: str, expected: list[tuple[str, str]]) -> None:
    article = read(tmp_path, text.encode())
    assert sections(article) == expected


@pytest.mark.parametrize(
    ("text", "published"),
    [
        (f"12 mars 2020\n{LEAD}", Published("2020-03-12", "12 mars 2020", "stated")),
        (f"Le 1er août 2020\n{LEAD}", Published("2020-08-01", "1er août 2020", "stated")),
        (f"12/03/2020\n{LEAD}", Published("2020-03-12", "12/03/2020", "stated")),
        (f" date 2020-03-12 {LEAD}", Published("2020-03-12", "2020-03-12", "stated")),
        (
            f" date 2020-03 {LEAD}",
            Published("2020-03", "2020-03", "partial", "The file gives no more than that."),
        ),
        (f"31 février 2020\n{LEAD}", Published()),
        (LEAD, Published()),
    ],
)
def test_published_as_the_file_gives_it(tmp_path: Path, text: str, published: Published) -> None:
    assert read(tmp_path, text.encode()).published == published


def test_what_the_layout_tells(tmp_path: Path) -> None:
    text = f"La réforme en marche\n\n{LEAD}\n{BODY}\n\nJeanne MARTIN\n\n\n\n\nLe Courrier\n"
    article = read(tmp_path, text.encode())
    assert (article.title, article.author, article.outlet) == (
        "La réforme en marche",
        "Jeanne MARTIN",
        "Le Courrier",
    )
    assert article.words == len(f"La réforme en marche {LEAD} {BODY}".split())


def test_sources(tmp_path: Path) -> None:
    sources = "a:\n  published: 2020-03-12\n  outlet: Le Courrier\n  title: 'Réforme : la suite'\n"
    (tmp_path / "sources.yml").write_text(sources, encoding="utf-8")
    article = read(tmp_path, f"13 mars 2020\n{LEAD}".encode())
    assert (article.published.date, article.published.basis) == ("2020-03-12", "metadata")
    assert (article.outlet, article.title) == ("Le Courrier", "Réforme : la suite")
    assert "2020-03-13" in article.reason


@pytest.mark.parametrize(
    ("sources", "message"),
    [
        ("a:\n  publishd: 2020-03-12\n", "line 2: unknown key 'publishd' .* did you mean 'published'"),
        ("a:\n  published: 2020-02-31\n", "line 2: 'published' .* is '2020-02-31', no day of the calendar"),
        ("a:\n  outlet: x\n  outlet: y\n", "line 3: key 'outlet' .* stands twice"),
        ("a:\n  outlet: !!python/object/apply:os.system [ls]\n", "line 2: the YAML tag .* is not allowed"),
        ("- a\n", "line 1: the file is a list, expected keys"),
        ("a:\n  published: 2021-05/2020-05\n", "line 2: 'published' .* expected a date"),
        ("a:\n  published: ///\n", "line 2: 'published' .* expected a date"),
        ("a:\n  url: javascript:alert(1)\n", "line 2: 'url' .* expected a web address"),
        ("a:\n  language: FR\n", "line 2: 'language' .* is 'FR', expected a code in small letters"),
        ("a: Le Courrier\n", "line 1: 'a' of the file is 'Le Courrier', expected keys"),
        ("a:\n  outlet: 'Le\n", "is not YAML"),
    ],
)
def test_a_mistake_in_sources_is_named(tmp_path: Path, sources: str, message: str) -> None:
    (tmp_path / "sources.yml").write_text(sources, encoding="utf-8")
    (tmp_path / "a.txt").write_text(LEAD, encoding="utf-8")
    with pytest.raises(YamlError, match=message):
        list(read_folder(tmp_path))


@pytest.mark.parametrize("sources", ["", "# nobody knows\n", "a:\n  author:\n"])
def test_sources_may_say_nothing(tmp_path: Path, sources: str) -> None:
    (tmp_path / "sources.yml").write_text(sources, encoding="utf-8")
    assert read(tmp_path, LEAD.encode()).author == ""


def test_one_endless_line(tmp_path: Path) -> None:
    assert [s.kind for s in read(tmp_path, (LEAD + " ").encode() * 4_000).sections] == ["body"]
    assert "longer than" in read(tmp_path, (LEAD + " ").encode() * 115_000).reason


def test_adding_an_article_changes_no_other(tmp_path: Path, make_article: Callable[..., Article]) -> None:
    alone = read(tmp_path, f"La réforme\n{LEAD}".encode())
    (tmp_path / "b.txt").write_text(BODY, encoding="utf-8")
    assert next(read_folder(tmp_path)) == alone


def test_folders_within_the_folder_are_named_and_hidden_ones_passed_over(tmp_path: Path) -> None:
    for name in ("2023", ".git"):
        (tmp_path / name).mkdir()
    (tmp_path / "a.txt").write_text(LEAD, encoding="utf-8")
    inner, article = read_folder(tmp_path)
    assert (inner.article_id, inner.status, article.status) == ("2023", "refused", "ok")
    assert "what it holds is not read" in inner.reason


def test_a_folder_without_an_article_is_refused(tmp_path: Path) -> None:
    (tmp_path / "notes.md").touch()
    with pytest.raises(EmptyFolderError, match=r"no article in .*: put the articles there"):
        list(read_folder(tmp_path))


@pytest.mark.parametrize(
    ("line", "date"),
    [
        ("Publié le : 04/11/2023 - 07:30", "2023-11-04"),
        ("Publié le : 04/11/2023 - 07:30 Modifié le : 05/11/2023 - 10:12", "2023-11-04"),
        ("Publié le 4 novembre 2023 à 07h30, modifié le 5 novembre 2023 à 09h00", "2023-11-04"),
        ("Mis à jour le 5 novembre 2023 à 09h00 - Publié le 4 novembre 2023", "2023-11-04"),
        ("Publié le 04 novembre 2023 à 07h30, mis à jour à 10h30", "2023-11-04"),
        ("Par Jeanne Dubreuil, publié le 4 nov. 2023 à 7h30", "2023-11-04"),
        ("Par Jeanne Dubreuil et Paul Martin Publié le 04/11/2023 à 07:30", "2023-11-04"),
        ("AFP, publié le samedi 4 novembre 2023 à 7 h 30", "2023-11-04"),
        ("Mis en ligne le 04.11.2023 à 07:30 (heure de Paris)", "2023-11-04"),
        ("Publié le 4 novembre 2023 à 07h30 | Temps de lecture : 3 min", "2023-11-04"),
        ("Paru le 4/11/23", "2023-11-04"),
        ("Publication : samedi 4 novembre 2023 07:30 CET", "2023-11-04"),
        ("Date de publication : 2023-11-04T07:30:00+01:00", "2023-11-04"),
        ("Publié le 4 novembre 2023 à 07h30 par Jeanne Dubreuil", "2023-11-04"),
        ("Samedi 4 novembre 2023 - 07h30", "2023-11-04"),
        ("Le 4 novembre 2023 à 7h30", "2023-11-04"),
        ("Par J. Dubreuil – Le 4 nov. 2023 à 19:30", "2023-11-04"),
        ("Marly, de notre correspondante Jeanne Dubreuil. 4 novembre 2023", "2023-11-04"),
        ("Publié le 4 novembre 2023 à 14:05. Mis à jour à 16:30.", "2023-11-04"),
        ("Par Jeanne Dubreuil, samedi 4 novembre 2023", "2023-11-04"),
        ("Magazine, 4 novembre 2023", "2023-11-04"),
        ("L'éco, 4 novembre 2023", "2023-11-04"),
        ("La Gazette du Rhône, 4 novembre 2023", "2023-11-04"),
        ("Saint-Denis (La Réunion), 4 novembre 2023", "2023-11-04"),
        ("Jeanne Dubreuil · 4 novembre 2023", "2023-11-04"),
        ("Publié le samedi 4 novembre 2023 à 14:05 dans Faits divers", "2023-11-04"),
        ("Réservé aux abonnés Publié le 4 novembre 2023 à 14h05 - 12 avis", "2023-11-04"),
        ("Le Quotidien national, publié le 4 novembre 2023, par Nora Delmas", "2023-11-04"),
        ("Abidjan, le 4 novembre 2023 (Lagune Info)", "2023-11-04"),
        ("Clermont-Ferrand, 4 novembre 2023 (AFP) -", "2023-11-04"),
        ("Dakar, le 4 novembre 2023 - (APS)", "2023-11-04"),
        ("La Semaine du Rhône — n° 2714, 4 novembre 2023", "2023-11-04"),
        ("N° 112 du 4 novembre 2023", "2023-11-04"),
        ("Le 4 novembre 2023 à 11:30 · 5 min de lecture", "2023-11-04"),
    ],
)
def test_common_forms_of_a_line_of_publication(tmp_path: Path, line: str, date: str) -> None:
    article = read(tmp_path, f"Un titre de la ville\n{line}\n\n{LEAD}".encode())
    assert (article.published.date, article.published.basis) == (date, "stated")
    assert article.published.reason == ""
    kinds = {section.kind for section in article.sections if line.startswith(words(article, section)[:12])}
    assert kinds == {"dateline"}


@pytest.mark.parametrize(
    ("line", "days"),
    [
        ("Semaine du 18 au 24 septembre 2023", "2023-09-18/2023-09-24"),
        ("N° 2654, du 28 décembre au 4 janvier 2024", "2023-12-28/2024-01-04"),
        ("Le Courrier, semaine du 28 août au 3 septembre 2023", "2023-08-28/2023-09-03"),
        ("La foire, du 18 au 24 septembre 2023", ""),
    ],
)
def test_a_weekly_appears_over_some_days(tmp_path: Path, line: str, days: str) -> None:
    article = read(tmp_path, f"Un titre de la ville\n{line}\n\n{LEAD}".encode())
    assert article.published.date == days


def words(article: Article, section: Section) -> str:
    return article.text[section.start : section.end]


@pytest.mark.parametrize(
    "title", ["Attentat de Nice, 14 juillet 2016", "La nuit des casseroles, 18 mars 2020"]
)
def test_a_title_with_a_day_is_no_line_of_publication(tmp_path: Path, title: str) -> None:
    article = read(tmp_path, f"{title}\n\n{LEAD}".encode())
    assert (article.title, article.published.date) == (title, "")


def test_a_day_told_from_today_is_no_part_of_the_text(tmp_path: Path) -> None:
    article = read(
        tmp_path, f"Un titre\n\n{LEAD}\n\nPublié hier à 18h40, mis à jour à 19h\n\n{BODY}".encode()
    )
    assert [s.kind for s in article.sections] == ["title", "body", "dateline", "body"]


@pytest.mark.parametrize(
    ("line", "author"),
    [
        ("Par Jeanne Dubreuil, publié le 4 nov. 2023 à 7h30", "Jeanne Dubreuil"),
        ("Par J. Dubreuil – Le 4 nov. 2023 à 19:30", "J. Dubreuil"),
        ("De notre correspondant, le 4 mai 2023", ""),
    ],
)
def test_a_line_of_publication_says_who_wrote(tmp_path: Path, line: str, author: str) -> None:
    assert read(tmp_path, f"Un titre de la ville\n{line}\n\n{LEAD}".encode()).author == author


@pytest.mark.parametrize(
    ("line", "author"),
    [
        ("Par Mathilde Perrodin", "Mathilde Perrodin"),
        ("Par Sandrine Payet, à Le Port", "Sandrine Payet"),
        ("Enquête de Claire Jeannin et Thomas d'Arc", "Claire Jeannin et Thomas d'Arc"),
        ("Reportage de J. de La Roche avec AFP", "J. de La Roche"),
        ("Par ici la sortie", ""),
    ],
)
def test_a_line_of_its_own_says_who_wrote(tmp_path: Path, line: str, author: str) -> None:
    article = read(tmp_path, f"Un titre de la ville\n\nLe 4 mai 2023\n{line}\n\n{LEAD}".encode())
    assert article.author == author
    assert [s.kind for s in article.sections][2] == ("metadata" if author else "heading")


@pytest.mark.parametrize(
    ("line", "date", "outlet", "author"),
    [
        ("Jeudi 4 mai 2023 à 8:05 - Radio Limagne", "2023-05-04", "Radio Limagne", ""),
        ("Sud-Charente, jeudi 4 mai 2023, Yann Le Goff", "2023-05-04", "Sud-Charente", "Yann Le Goff"),
        (
            "Voile Hebdo n° 1 312, jeudi 4 mai 2023. Par Inès Carpentier",
            "2023-05-04",
            "Voile Hebdo",
            "Inès Carpentier",
        ),
        ("4 mai 2023 - 7h35 | Radio Brenne | Rédaction", "2023-05-04", "Radio Brenne", ""),
        (
            "Publié le : 04/05/2023 - 19:52 | RFI Sahel, avec notre correspondant à Gao",
            "2023-05-04",
            "RFI Sahel",
            "",
        ),
        ("4 mai 2023, 7h10 - Le Progrès des îles (Papeete)", "2023-05-04", "Le Progrès des îles", ""),
        ("Jeudi 4 mai 2023, 8h15 - L’invité du matin, Radio Brenne", "2023-05-04", "Radio Brenne", ""),
        (
            "Par Lucie Marchand. Le Petit Berrichon, jeudi 4 mai 2023",
            "2023-05-04",
            "Le Petit Berrichon",
            "Lucie Marchand",
        ),
        (
            "Dans nos vallées, n° 31, semaine du 1er au 7 mai 2023",
            "2023-05-01/2023-05-07",
            "Dans nos vallées",
            "",
        ),
        ("Le Quai, semaine du 1er mai 2023", "2023-05-01/2023-05-07", "Le Quai", ""),
        ("Le Fil du Sud avec AFP | Mis à jour le 04/05/2023 à 21h10", "2023-05-04", "Le Fil du Sud", ""),
        ("Pau – Laure Etchegaray – Jeudi 4 mai 2023", "2023-05-04", "", "Laure Etchegaray"),
        ("Jeudi 4 mai 2023, 17h45 - par notre journaliste Patrick Wies", "2023-05-04", "", "Patrick Wies"),
        ("Reportage – mai 2023 – Sophie Garde", "2023-05", "", "Sophie Garde"),
        (
            "Publié le 4 mai 2023 à 21h40 - La Gazette du Lot - P. D.",
            "2023-05-04",
            "La Gazette du Lot",
            "P. D.",
        ),
        ("Jeudi 4 mai 2023 à 12:20 - Par Radio Limagne", "2023-05-04", "Radio Limagne", ""),
        ("L'Écluse, le mensuel du fleuve. Mai 2023", "2023-05", "L'Écluse", ""),
        ("Maubeuge, jeudi 4 mai 2023", "2023-05-04", "", ""),
        ("Le Havre, jeudi 4 mai 2023", "2023-05-04", "", ""),
        ("Magazine économique - 4 mai 2023", "2023-05-04", "", ""),
        ("L'entretien du mois, 4 mai 2023", "2023-05-04", "", ""),
        ("Faits divers - 4 mai 2023", "2023-05-04", "", ""),
        ("La Roche-sur-Vienne, jeudi 4 mai 2023", "2023-05-04", "", ""),
        ("Communiqué de presse, 4 mai 2023", "2023-05-04", "", ""),
        ("AFP/Le Courrier berrichon – 4 mai 2023", "2023-05-04", "Le Courrier berrichon", ""),
        ("Télé Limagne, 4 mai 2023, p. 4 (transcription)", "2023-05-04", "Télé Limagne", ""),
        ("Publié le 4 mai 2023 à 08:12 par Rédaction Web", "2023-05-04", "", ""),
        ("[Reportage] 4 mai 2023, de notre envoyé spécial à Gao, Loïc Armel", "2023-05-04", "", "Loïc Armel"),
        ("Elle a disparu le 4 mai 2023 à Pau", "", "", ""),
        ("La loi a été publiée le 4 mai 2023.", "", "", ""),
        ("Rapport publié le 4 mai 2023", "", "", ""),
        ("La cérémonie a eu lieu à Sion, en Valais, le 4 mai 2023.", "", "", ""),
        ("Le 4 mai 2023, un hebdomadaire avait publié les photos.", "", "", ""),
    ],
)
def test_a_line_tells_day_outlet_and_author(
    tmp_path: Path, line: str, date: str, outlet: str, author: str
) -> None:
    article = read(tmp_path, f"Un titre de la ville\n\n{line}\n\n{LEAD}".encode())
    assert (article.published.date, article.outlet, article.author) == (date, outlet, author)


def test_a_place_that_the_text_speaks_of_is_no_outlet(tmp_path: Path) -> None:
    text = f"Un titre\n\nLe Blanc, 4 mai 2023\n\n{LEAD} Le Blanc attend la suite."
    assert read(tmp_path, text.encode()).outlet == ""


@pytest.mark.parametrize(
    ("lines", "outlet", "author"),
    [
        ("Maylis Etchegaray\nPublié le 4 mai 2023", "", "Maylis Etchegaray"),
        ("Radio Limagne\nLe 4 mai 2023", "Radio Limagne", ""),
        ("Par Lucie Marchand, La Gazette du Lot\nJeudi 4 mai 2023", "La Gazette du Lot", "Lucie Marchand"),
        ("PORT-BLANC. Par Claire Monnier\nLe Rivage, jeudi 4 mai 2023", "Le Rivage", "Claire Monnier"),
        ("Jeudi 4 mai 2023\nTexte et photos : Ilan Perrot", "", "Ilan Perrot"),
        ("Jeudi 4 mai 2023\nPar Loïc Armel, envoyé spécial à Gao", "", "Loïc Armel"),
        ("Jeudi 4 mai 2023\nUne foule immense", "", ""),
        ("Jeudi 4 mai 2023\nLe Silence", "", ""),
        ("Jeudi 4 mai 2023\nDe Bamako à Paris", "", ""),
        ("Nouvelle-Calédonie\nJeudi 4 mai 2023", "", ""),
    ],
)
def test_lines_beside_that_of_the_day_tell_too(tmp_path: Path, lines: str, outlet: str, author: str) -> None:
    article = read(tmp_path, f"Un titre de la ville\n\n{lines}\n\n{LEAD}".encode())
    assert (article.published.date, article.outlet, article.author) == ("2023-05-04", outlet, author)


@pytest.mark.parametrize("head", ["La Gazette du Rhône, 4 mai 2023", "Le Figaro\nParis, 4 mai 2023"])
def test_a_line_above_the_title_says_who_publishes(tmp_path: Path, head: str) -> None:
    article = read(tmp_path, f"{head}\n\nUn titre de la ville\n\n{LEAD}".encode())
    assert (article.outlet, article.title) == (re.split("[,\n]", head)[0], "Un titre de la ville")
    below = read(tmp_path, f"Un titre de la ville\nLa Gazette du Rhône, 4 mai 2023\n\n{LEAD}".encode())
    assert below.outlet == "La Gazette du Rhône"
    above = read(
        tmp_path, f"Le Courrier du Rhône\nUn titre de la ville\n\nPublié le 4 mai 2023\n\n{LEAD}".encode()
    )
    assert (above.outlet, above.title) == ("Le Courrier du Rhône", "Un titre de la ville")
    title = read(tmp_path, f"Nouvelle grève\nLa ville attend\n\nPublié le 4 mai 2023\n\n{LEAD}".encode())
    assert (title.outlet, title.title) == ("", "Nouvelle grève")
    assert read(tmp_path, f"Magazine, 4 mai 2023\nUn titre\n\n{LEAD}".encode()).outlet == ""


@pytest.mark.parametrize(
    ("head", "outlet", "title", "author"),
    [
        ("Le Courrier du Jura\nJura > Dole\nAbonnés\nLa ville attend\nPar Anne Roy",
         "Le Courrier du Jura", "La ville attend", "Anne Roy"),
        ("ÉCLATS — Le magazine des pays du Rhône\nEnquête\nLa ville attend", "ÉCLATS", "La ville attend", ""),
        ("MONTS & RIVAGES — n° 212 — Dossier\nLa ville attend\nTexte : Anne Roy",
         "MONTS & RIVAGES", "La ville attend", "Anne Roy"),
        ("Accueil › Infos › Santé\nLa ville attend\nPar Anne Roy", "", "La ville attend", "Anne Roy"),
        ("Sports\nLa ville attend\nElle attend depuis mardi le vote.\nPar Anne Roy, envoyée spéciale à Dole",
         "", "La ville attend", "Anne Roy"),
        ("La Voix des riverains\nElle porte loin", "", "La Voix des riverains", ""),
        ("Une ville > une autre", "", "La ville attend", ""),
    ],
)  # fmt: skip
def test_what_stands_above_the_title_is_told_from_it(
    tmp_path: Path, head: str, outlet: str, title: str, author: str
) -> None:
    text = head.replace("\n", "\n\n") + ("" if title in head else f"\n\n{title}")
    article = read(tmp_path, f"{text}\n\nPublié le 4 mai 2023 à 7h30\n\n{LEAD}\n\n{BODY}".encode())
    assert (article.outlet, article.title, article.author) == (outlet, title, author)


@pytest.mark.parametrize(
    ("head", "outlet"),
    [
        ("Le Courrier de la Vallée\nPublié le 12 mars 2025 à 18h40", "Le Courrier de la Vallée"),
        ("Publié le 12 mars 2025\nAgence Presse Sud", "Agence Presse Sud"),
        ("La Voix du Jura\nPar Mathilde Perrodin\nPublié le 13 mars 2025 à 06h30", "La Voix du Jura"),
        ("Le Progrès de la Vallée, 3 mai 2024", "Le Progrès de la Vallée"),
        ("Vosges Soir, mercredi 23 octobre 2024", "Vosges Soir"),
        ("RTBF Info, 17 août 2025, 9h14", "RTBF Info"),
        ("Le Temps des Alpes, Genève, 5 octobre 2023", "Le Temps des Alpes"),
        ("Publié le 7 février 2025 à 12h00 - Estuaires Magazine", "Estuaires Magazine"),
        ("La Semaine du Rhône — n° 2714, 4 mai 2023", "La Semaine du Rhône"),
        ("Hebdomadaire - 30 mai 2024", ""),
        ("Brest, le 6 mars 2025", ""),
        ("Publié le 3 juin 2021, 6h45 | Marlonges", ""),
        ("La tribune effondrée, en plein match\nPublié le 3 juin 2021", ""),
        ("Une ville sans journal", ""),
    ],
)
def test_a_line_below_the_title_says_who_publishes(tmp_path: Path, head: str, outlet: str) -> None:
    lines = head.replace("\n", "\n\n")
    assert read(tmp_path, f"Un titre de la ville\n\n{lines}\n\n{LEAD}".encode()).outlet == outlet


@pytest.mark.parametrize(
    ("above", "below", "told"),
    [
        ("LE REGARD\nUn hebdomadaire", "Par Anne Roux\nPublié le 3 mars 2025", ("Le Regard", "Anne Roux")),
        ("APN – Presse\nNature | Eaux", "Publié le 3 mars 2025", ("APN – Presse", "")),
        ("La digue cède\nUn village sous l'eau", "Le pont tient lui aussi", None),  # a title and a standfirst
        ("La digue cède\nPar Anne Roux", "Publié le 3 mars 2025", None),
        ("RIVAGES\nLe magazine des eaux", "Une digue a cédé", ("RIVAGES", "")),
        ("RIVAGES", "Une digue a cédé", ("", "")),  # a paper, a rubric, a town: nothing tells
        ("VALLÉE", "Une digue a cédé", ("", "")),  # a rubric: the text has the word
    ],
)  # fmt: skip
def test_a_block_above_a_longer_title_that_is_signed_or_dated_is_the_paper(
    tmp_path: Path, above: str, below: str, told: tuple[str, str] | None
) -> None:
    title = "Dans la vallée, une rivière en deuil et une vanne oubliée"
    text = f"{above}\n\n{title}\n\n{below}\n\n{LEAD} Le Regard a pu la voir.\n\n{BODY}"
    article = read(tmp_path, text.encode())
    first = next(words(article, s) for s in article.sections if s.kind == "title")
    assert (first == title) is (told is not None)
    assert told is None or (article.outlet, article.author) == told


TITLE = "La ville attend le vote des élus"


@pytest.mark.parametrize(
    ("head", "outlet", "title", "date"),
    [
        ("Le Mois du rail – n° 1284 – 3 avril 2025\nRÉSEAU ET SÉCURITÉ DES GARES",
         "Le Mois du rail", TITLE, "2025-04-03"),
        ("LE QUAI\nHebdomadaire – n° 217 – 3 avril 2025\nENQUÊTE", "Le Quai", TITLE, "2025-04-03"),
        ("Le Jura libre\nÉdition Dole – Gray\njeudi 3 avril 2025, page 3\nGRAY",
         "Le Jura libre", TITLE, "2025-04-03"),
        ("Le Progrès du Jura\nEdition de Dole, jeudi 3 avril 2025, p. 3",
         "Le Progrès du Jura", TITLE, "2025-04-03"),
        ("APJ - AGENCE PRESSE DU JURA\nJeudi 3 avril 2025 - 09h52 - social/transports",
         "APJ - AGENCE PRESSE DU JURA", TITLE, "2025-04-03"),
        ("GARES & QUAIS\nL'hebdomadaire des travaux\nN° 1 482 - 3 avril 2025\nRÉSEAU FERRÉ",
         "GARES & QUAIS", TITLE, "2025-04-03"),
        ("Dans nos gares\nLe mensuel des voyageurs – n° 31 – avril 2025", "Dans nos gares", TITLE, "2025-04"),
        ("L'Hebdo du Jura\nN° 45", "L'Hebdo du Jura", TITLE, ""),
        ("AFP - 03/04/2025 18:12\nSanté - Hôpitaux - Jura", "AFP", TITLE, "2025-04-03"),
        ("Agence du Jura (ADJ)\nDépêche du 3 avril 2025, 14h32", "Agence du Jura", TITLE, "2025-04-03"),
        ("RADIO JURA – Journal de 8 h – 3 avril 2025 – transcription", "RADIO JURA", TITLE, "2025-04-03"),
        ("www.quai-du-jura.fr – 03/04/2025 – 09:12", "www.quai-du-jura.fr", TITLE, "2025-04-03"),
        ("FRANCE JURA – infos locales\nJeudi 3 avril 2025 à 18:02", "FRANCE JURA", TITLE, "2025-04-03"),
        ("CYCLISME | AFFAIRE MOREL", "", TITLE, ""),
        ("Santé | Dole\n3 avril 2025", "", TITLE, "2025-04-03"),
        ("LE PARLEMENT VOTE\n3 avril 2025", "", "LE PARLEMENT VOTE", "2025-04-03"),
        ("PSG - Lens", "", "PSG - Lens", ""),
        ("GRÈVE À LA GARE", "", "GRÈVE À LA GARE", ""),
    ],
)  # fmt: skip
def test_a_head_is_told_from_its_title(tmp_path: Path, head: str, outlet: str, title: str, date: str) -> None:
    text = f"{head}\n{TITLE}\n\n{LEAD} Le Quai l'a vu.\n\n{BODY}"
    article = read(tmp_path, text.encode())
    assert (article.outlet, article.title, article.published.date) == (outlet, title, date)
    assert article.author == ""


@pytest.mark.parametrize("head", ["Le Quai\n3 avril 2025\nAnne Roy", "LE QUAI\n3 avril 2025\nPar Anne Roy"])
def test_a_signature_may_stand_above_the_title(tmp_path: Path, head: str) -> None:
    article = read(tmp_path, f"{head}\n\n{TITLE}\n\n{LEAD}\n\n{BODY}".encode())
    assert (article.outlet.title(), article.title, article.author) == ("Le Quai", TITLE, "Anne Roy")


@pytest.mark.parametrize(
    ("head", "told"),
    [
        (
            "Titre : {}\nJournal : Le Quai\nDate : 4 mai 2023\nAuteur : Anne Roy",
            ("Le Quai", "Anne Roy", "2023-05-04"),
        ),
        ("Source : Le Quai\nDate : 4 mai 2023\nTitre : {}", ("Le Quai", "", "2023-05-04")),
        ("{}\nLe maire : « Non »", ("", "", "")),
    ],
)
def test_a_head_may_say_what_is_what(tmp_path: Path, head: str, told: tuple[str, ...]) -> None:
    article = read(tmp_path, f"{head.format(TITLE)}\n\n{LEAD}\n\n{BODY}".encode())
    assert (article.outlet, article.author, article.published.date) == told
    assert article.title == TITLE


@pytest.mark.parametrize(
    ("line", "author"),
    [("De Julie Morel", "Julie Morel"), ("D'Anne Roy, à Dole", "Anne Roy"), ("Julie Morel", "Julie Morel"),
     ("De Julie Morel à Anne Roy", ""), ("De Dole à Gray", ""), ("Fermeture Demain", "")],
)  # fmt: skip
def test_a_name_right_below_the_title_signs(tmp_path: Path, line: str, author: str) -> None:
    article = read(tmp_path, f"{TITLE}\n{line}\n\n{LEAD}\n\n{BODY}".encode())
    assert (article.author, [s.kind for s in article.sections][1]) == (
        author,
        "metadata" if author else "heading",
    )


@pytest.mark.parametrize(
    ("foot", "outlet", "author"),
    [
        ("abc/de/fg", "", ""),
        ("Julie Morel\nj.morel@quai.example", "", "Julie Morel"),
        ("(J.M.)", "", "J.M."),
        ("Julie Morel, avec AFP", "", "Julie Morel"),
        ("Avec AFP", "", ""),
        ("ADJ", "ADJ", ""),
        ("Source : Le Quai", "Le Quai", ""),
        ("Julie Morel (avec ADJ)", "", "Julie Morel"),
        ("© Le Quai – Tous droits réservés", "Le Quai", ""),
        ("Le Quai paraît le vendredi. Abonnement : 25 € par an.", "", ""),
    ],
)
def test_the_foot_of_a_text_is_none_of_its_sentences(
    tmp_path: Path, foot: str, outlet: str, author: str
) -> None:
    article = read(tmp_path, f"{TITLE}\n\n{LEAD}\n\n{BODY}\n\n{foot}\n".encode())
    assert (article.outlet, article.author) == (outlet, author)
    assert {s.kind for s in article.sections[3:]} == {"metadata"}


@pytest.mark.parametrize(
    "place", ["RIMOUSKI, Qc — ", "SAINT-ÉTIENNE (Loire) - ", "NEW YORK – ", "LENS — ", "LENS. ", "(LENS) "]
)
def test_a_place_in_front_of_the_text_is_none_of_its_words(tmp_path: Path, place: str) -> None:
    article = read(tmp_path, f"{TITLE}\n\n{place}{LEAD}\n\n{BODY}".encode())
    assert [words(article, s) for s in article.sections if s.kind == "body"] == [LEAD, BODY]


@pytest.mark.parametrize(
    "text",
    ["PSG - Lens a été le match de l'année, dit-on.", "CGT - CFDT : le face-à-face que tous redoutent.",
     "LE MAIRE DÉMISSIONNE. Les élus l'ont appris mardi soir - et par la presse.",
     "LE MINISTRE — Je le pense.\n\nJOURNALISTE — Et après, vous voterez ?\n\nLE MINISTRE — Je le dis."],
)  # fmt: skip
def test_capitals_in_front_of_a_dash_may_be_of_the_text(tmp_path: Path, text: str) -> None:
    assert "dateline" not in {
        s.kind for s in read(tmp_path, f"{TITLE}\n\n{text}\n\n{LEAD}".encode()).sections
    }


@pytest.mark.parametrize(
    ("opening", "date", "outlet"),
    [
        ("Vesoul, 3 mars 2025 (ADN) 19h46 - ", "2025-03-03", "ADN"),
        ("VESOUL, le 3 mars 2025 à 8h05 (ABP) – ", "2025-03-03", "ABP"),
        ("Bouaké, 19 janvier (APO) – ", "", "APO"),
        ("03/03/2025 23:17 (ABP)\n", "2025-03-03", "ABP"),
        ("Vesoul, 3 mars 2025 (ADN) 19h46\n", "2025-03-03", "ADN"),
        ("La Gazette du Lot, 3 mars 2025 (ADN)\n", "2025-03-03", "La Gazette du Lot"),
        ("Bulle (FR), 3 mars 2025 - ", "2025-03-03", ""),
        ("Goma (RDC), 3 mars 2025 - ", "2025-03-03", ""),
        ("Vesoul, 3 mars 2025 19h46 (GMT) - ", "2025-03-03", ""),
        (
            "VESOUL (Haute-Saône), 3 mars 2025 (Agence Presse du Jura) - ",
            "2025-03-03",
            "Agence Presse du Jura",
        ),
        ("Vesoul, 3 mars 2025 (Ritzau/AFP) - ", "2025-03-03", "Ritzau/AFP"),
        ("VESOUL (Agence du Jura) - ", "", "Agence du Jura"),
        ("VESOUL (AFP) – ", "", "AFP"),
        ("Vesoul, 3 mars 2025 (Jura Info)\n", "2025-03-03", "Jura Info"),
        ("Angoulême (Nouvelle-Aquitaine), 3 mars 2025 - ", "2025-03-03", ""),
        ("Vesoul, 3 mars 2025 (heure locale) - ", "2025-03-03", ""),
    ],
)
def test_a_name_in_brackets_beside_the_day_is_the_agency(
    tmp_path: Path, opening: str, date: str, outlet: str
) -> None:
    article = read(tmp_path, f"Un titre de la ville\n\n{opening}{LEAD}\n\n{BODY}".encode())
    assert (article.published.date, article.outlet) == (date, outlet)
    assert [words(article, s) for s in article.sections if s.kind == "body"] == [LEAD, BODY]


@pytest.mark.parametrize(
    "line",
    ["Fréquence Gironde", "Ondes Mauricie", "Les Ondes du Lac", "Le Riverain de la Mauricie",
     "L’Éclaireur libre", "L'Écho de Brive", "Messager du Val", "Vosges FM"],
)  # fmt: skip
def test_a_paper_or_a_radio_is_known_by_its_name_right_below_the_title(tmp_path: Path, line: str) -> None:
    article = read(tmp_path, f"Un titre de la ville\n{line}\n\n{LEAD}\n\n{BODY}".encode())
    assert (article.outlet, article.author) == (line, "")
    assert [s.kind for s in article.sections] == ["title", "metadata", "body", "body"]
    dated = read(tmp_path, f"Un titre de la ville\n{line}\nLe 4 mai 2023\n\n{LEAD}".encode())
    assert (dated.outlet, dated.author) == (line, "")


@pytest.mark.parametrize(
    "line",
    ["Les ondes du matin", "Fréquence des trains", "Antenne refusée à Brive", "Réveil difficile",
     "Le réveil de la ville", "Nouvelle Calédonie", "La voix des riverains"],
)  # fmt: skip
def test_a_heading_right_below_the_title_is_no_name_of_a_paper(tmp_path: Path, line: str) -> None:
    article = read(tmp_path, f"Un titre de la ville\n{line}\n\n{LEAD}\n\n{BODY}".encode())
    assert (article.outlet, [s.kind for s in article.sections][1]) == ("", "heading")


def test_a_month_above_the_text_is_a_day_in_part(tmp_path: Path) -> None:
    article = read(tmp_path, f"Un titre de la ville\nNovembre 2022\n\n{LEAD}".encode())
    assert (article.published.date, article.published.basis) == ("2022-11", "partial")


def test_the_day_of_a_change_is_taken_where_there_is_no_other(tmp_path: Path) -> None:
    article = read(tmp_path, f"Un titre de la ville\nMis à jour le 5 novembre 2023\n\n{LEAD}".encode())
    assert (article.published.date, article.published.reason[:29]) == (
        "2023-11-05",
        "The file gives the day of its",
    )
    both = f"Un titre de la ville\nModifié le 5 novembre 2023\nPublié le 4 novembre 2023\n\n{LEAD}"
    assert read(tmp_path, both.encode()).published.date == "2023-11-04"


@pytest.mark.parametrize(
    "line",
    [
        "Un rapport publié le 4 novembre 2023 accuse la ville.",
        "Publié le 4 novembre 2023, le rapport accuse la ville et son maire.",
        "Le texte a été modifié le 5 novembre 2023 par le Sénat.",
        "Publié le 31/02/2023",
        "Un rapport publié le 4 novembre 2023 accuse la ville",
        "Publié le 4 novembre 2023, le rapport accuse la ville",
        "La version 12.11.2023.4 du logiciel",
        "Lecture : 3 min",
        "Lyon, 4 novembre 2023",
        "Novembre 2023",
    ],
)
def test_what_only_looks_like_a_line_of_publication_gives_no_day(tmp_path: Path, line: str) -> None:
    article = read(tmp_path, f"Un titre de la ville\n\n{LEAD}\n\n{line}\n\n{LEAD}".encode())
    assert article.published.date == ""
