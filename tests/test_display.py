"""What notebooks show: every link lands, every record stands once in full, every word is only a word."""

from __future__ import annotations

import posixpath
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path, PurePosixPath

import pandas as pd
import pytest
from tests import bridge

from dossier.analysis import Analysis
from dossier.chapters import chapters_of
from dossier.charts import pipeline_steps
from dossier.corpus import read_folder
from dossier.disagreements.differences import MECHANISMS
from dossier.display import Page, cards, made, method, open_page
from dossier.display.elements import SCREEN, Block, el, to_html, to_latex, to_text
from dossier.display.place import FIGURES, TABLES, number_of
from dossier.display.records import MAKERS
from dossier.display.sources import choose_printed, excerpt
from dossier.events import PASSAGE
from dossier.frames import build, sources_frame
from dossier.investigation import PAGES as INVESTIGATION_PAGES
from dossier.investigation import (
    ActorEntry,
    Attribute,
    Chapter,
    EventType,
    Investigation,
    Side,
    Theme,
    read_investigation,
)
from dossier.pipeline import analyse_folder
from dossier.records import Contrast, Ruling
from dossier.review import Decision
from dossier.tables import actors_table, key_table, matrix_table, speakers_table
from dossier.view import View, article_anchor, figure_of
from dossier.view.labels import title_of

HOMES = {
    "summary": ("findings",),
    "timeline": ("events", "passages"),
    "figures": ("claims", "responses"),
    "voices": ("quotations",),
    "disagreements": ("discrepancies", "parallels"),
    "sources": ("sentences",),
    "method": (),
    "data": (),
    "working_on": (),
}
PAGES = {chapter.page: chapter.file for chapter in chapters_of(bridge.ASKED)}
NUMBERS = {page: number for number, page in enumerate(PAGES)}


def blocks(page: Page) -> list[Block]:
    shown = [page.lead()]
    shown += [page.sentences("movement")] if page.name == "figures" else []
    shown += [page.figure(name) for name, figure in FIGURES.items() if figure.page == page.name]
    shown += [page.table(name) for name, table in TABLES.items() if table.page == page.name]
    if page.name == "method":
        shown.append(page.part("pipeline"))
    return shown + [page.records(kind) for kind in HOMES[page.name]]


def html(analysis: Analysis) -> dict[str, str]:
    """Return the HTML of everything on each page, by the page's path."""
    return {
        path: "".join(b._repr_mimebundle_()["text/html"] for b in blocks(open_page(analysis, name)))
        for name, path in PAGES.items()
    }


class Reader(HTMLParser):
    """Collects tags with their attributes, and checks that they close in order."""

    def __init__(self, markup: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.feed(markup)
        assert not self.open

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))
        self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))


@pytest.fixture(scope="module", autouse=True)
def on_screen() -> Iterator[None]:
    """Draw no figure for LaTeX where no test looks at it."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv(SCREEN, "1")
        yield


@pytest.fixture
def undrawn(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let figures stay empty where only what stands around them is looked at."""
    monkeypatch.setattr(made, "to_svg", lambda *_, **__: "<svg></svg>")


@pytest.fixture(scope="module")
def pages() -> dict[str, str]:
    return html(bridge.build())


def test_every_link_lands_on_an_anchor(pages: dict[str, str]) -> None:
    anchors = {path: {a["id"] for _, a in Reader(body).found if "id" in a} for path, body in pages.items()}
    links = 0
    for path, body in pages.items():
        for tag, attributes in Reader(body).found:
            if tag == "a" and "download" not in attributes:
                target, _, anchor = str(attributes["href"]).partition("#")
                joined = (PurePosixPath(path).parent / target).as_posix() if target else f"{path}.html"
                home = re.sub(r"^(?:[^/]+/\.\./)+", "", joined).removesuffix(".html")
                assert anchor in anchors[home], f"{path} → {attributes['href']}"
                links += 1
    assert links > 40


def test_figures_and_tables_link_to_the_notebook_that_made_them(pages: dict[str, str]) -> None:
    assert 'href="_sources/index.md" download' in pages["index"]
    assert pages["notebooks/figures"].count('href="../_sources/notebooks/figures.ipynb" download') == 3


def test_no_anchor_stands_twice_in_the_book(pages: dict[str, str]) -> None:
    ids = Counter(a["id"] for body in pages.values() for _, a in Reader(body).found if "id" in a)
    assert [identity for identity, times in ids.items() if times > 1] == []


def test_every_record_stands_in_full_at_its_id(pages: dict[str, str]) -> None:
    analysis = bridge.build()
    homes = {path: {a.get("id") for _, a in Reader(body).found} for path, body in pages.items()}
    assert {"e-vote0000", *(m.mention_id for m in analysis.events)} <= homes["notebooks/timeline"]
    assert {c.claim_id for c in analysis.claims} <= homes["notebooks/figures"]
    assert {q.quotation_id for q in analysis.quotations} <= homes["notebooks/voices"]
    assert {"x-00000001", "r-00000001"} <= homes["notebooks/disagreements"]
    assert {article_anchor(a.article_id) for a in analysis.articles} <= homes["notebooks/sources"]


def test_a_disagreement_is_not_itself_contested(pages: dict[str, str]) -> None:
    assert "Rests on two articles." in pages["notebooks/disagreements"]
    assert "contests it" not in pages["notebooks/disagreements"]


def test_evidence_is_french_marked_and_named(pages: dict[str, str]) -> None:
    body = pages["notebooks/figures"]
    assert '<p lang="fr">Selon la préfecture, <mark>au moins 200 riverains</mark> sont touchés.</p>' in body
    assert re.search(r'class="dz-evidence__source" title="Le pont fermé">La Gazette, 4 May</a>', body)
    assert '<span class="dz-badge dz-badge--corrected">corrected by the analyst</span>' in body


def test_french_words_in_a_finding_are_marked(pages: dict[str, str]) -> None:
    assert '(<span lang="fr">tribologue</span>)' in pages["index"]


def test_a_name_without_an_english_form_is_marked_in_tables_and_sentences(pages: dict[str, str]) -> None:
    made = bridge.build()
    claims = tuple(replace(claim, claimant=("comité des rives",)) for claim in made.claims)
    page = open_page(replace(made, claims=claims), "figures")
    assert '<td><span lang="fr">Comité des rives</span></td>' in to_html(page.table("claims").node)
    assert '<span lang="fr">comité des rives</span> spoke of <a' in to_html(page.lead().node)


def test_what_no_kind_of_event_fits_is_called_by_its_own_words_and_stands_apart() -> None:
    analysis = bridge.build()
    mentions = tuple(replace(m, type="other", label=PASSAGE) for m in analysis.events)
    page = open_page(replace(analysis, events=mentions), "timeline")
    assert "nothing of this kind" in page.records("events")._repr_mimebundle_()["text/html"]
    body = page.records("passages")._repr_mimebundle_()["text/html"]
    assert f'“<span lang="fr">{mentions[0].text}</span>”</a>' in body
    assert f'<a href="#{mentions[0].event_id}" lang="fr">' in to_html(page.table("passages").node)


def test_a_passage_that_carries_several_records_in_a_row_stands_once() -> None:
    made = bridge.build()
    first, *rest = made.claims
    of_it = replace(first, claim_id="c-00000002", start=first.start + 3, text=first.text[3:])
    page = open_page(replace(made, claims=(first, of_it, *rest)), "figures")
    told = to_text(page.records("claims").node)
    assert (told.count("sont touchés"), told.count("In the passage above.")) == (1, 1)


def test_the_words_that_differ_are_marked_where_sources_disagree() -> None:
    size = Attribute("size", "size", (("small", ("petit pont",)), ("large", ("grand pont",))))
    kind = EventType("vote", "Vote on the closure", attributes=(size,))
    made = bridge.build(bridge.FIRST.replace("conseil", "conseil des petits ponts"), bridge.SECOND)
    first, second = (replace(mention, sentence_start=0) for mention in made.events)
    small, large = (("size", "small"),), (("size", "large"),)
    given = (replace(first, attributes=small), replace(second, attributes=large))
    row = replace(made.discrepancies[0], kind="attribute")
    asked = replace(made.investigation, event_types=(kind,))
    page = open_page(replace(made, investigation=asked, events=given, discrepancies=(row,)), "disagreements")
    marked = re.findall("<mark>(.*?)</mark>", to_html(page.records("discrepancies").node))
    assert marked == ["petits ponts", second.text]  # no words of the second name its size: all of its own


def test_an_answer_that_no_record_holds_is_marked_by_its_own_words(tmp_path: Path) -> None:
    texts = (
        "Les soldats suspectés d'être à Kita pourront être envoyés à Bron.",
        "Le roi déploie ses soldats à Kita.",
    )
    for name, text in enumerate(texts):
        (tmp_path / f"{name}.txt").write_text(f"Dole {name}\n\n14 janvier 2025\n\n{text}", encoding="utf-8")
    answers = {"as suspected": ["suspecter", "suspecté"], "as a fact": ["déployer"]}
    asked = read_investigation({"questions": {"sent": {"label": "Soldiers", "answers": answers}}})
    page = open_page(analyse_folder(tmp_path, asked, jobs=1), "disagreements")
    marked = re.findall("<mark>(.*?)</mark>", to_html(page.records("discrepancies").node))
    assert marked == ["suspectés", "Le roi déploie ses soldats à Kita"]


def test_a_speaker_called_after_its_kind_is_not_told_to_be_of_it() -> None:
    made = bridge.build()
    experts = {"speaker": ("experts",), "speaker_text": "des experts", "category": "expert"}
    said = tuple(replace(q, **experts) for q in made.quotations)
    table = to_text(open_page(replace(made, quotations=said), "voices").table("speakers").node)
    assert table.count("Experts") == 1


def test_an_excerpt_opens_with_the_mark_of_the_quotation_that_it_closes(tmp_path: Path) -> None:
    said = "« Le pont tiendra. Je le promets » a dit la maire Anne Roux, qui promet un « nouveau départ »."
    seen = "Selon la maire Anne Roux, « le pont tient ». Elle ment, dit un voisin."
    (tmp_path / "0.txt").write_text(f"Dole\n\n14 janvier 2025\n\n{said}\n\n{seen}", encoding="utf-8")
    page = open_page(analyse_folder(tmp_path, Investigation(), jobs=1), "voices")
    excerpts = re.findall(r'<p lang="fr">(.*?)</p>', to_html(page.records("quotations").node))
    assert excerpts
    assert all(words.count("«") == words.count("»") for words in excerpts)


def test_an_excerpt_leaves_out_the_dash_behind_the_day_of_its_article(tmp_path: Path) -> None:
    said = "1er novembre 2012. - La maire Anne Roux appelle cet après-midi à voter pour Luc Abel."
    (tmp_path / "0.txt").write_text(f"Dole\n\n{said}", encoding="utf-8")
    page = open_page(analyse_folder(tmp_path, Investigation(), jobs=1), "voices")
    assert "- La maire" not in to_text(page.records("quotations").node)


def test_a_title_that_says_what_its_text_says_again_is_told_with_it(tmp_path: Path) -> None:
    said = "La maire Anne Roux appelle mardi à voter pour Luc Abel à Dole."
    (tmp_path / "0.txt").write_text(
        f"Anne Roux appelle à voter Abel\n\n14 janvier 2025\n\n{said}", encoding="utf-8"
    )
    page = open_page(analyse_folder(tmp_path, Investigation(), jobs=1), "voices")
    assert to_text(page.records("quotations").node).count("Grounds and citation") == 1
    (tmp_path / "0.txt").write_text(
        "Le nombre de postes menacés est de 300 selon la CGT\n\n14 janvier 2025 - "
        "La CGT estime à 300 le nombre de postes menacés.\n\nElle tiendra une conférence.",
        encoding="utf-8",
    )
    page = open_page(analyse_folder(tmp_path, Investigation(), jobs=1), "voices")
    assert to_text(page.records("quotations").node).count("Grounds and citation") == 1


def test_a_heading_that_only_repeats_a_figure_is_told_with_it(tmp_path: Path) -> None:
    text = "Une usine ferme\n\n14 janvier 2025\n\nSelon la Norvège, 300 postes sont menacés.\n\n"
    text += "{}\n\nL'usine compte 900 ouvriers."
    for heading, records in (("300 postes menacés", 2), ("400 postes menacés", 3)):
        (tmp_path / "0.txt").write_text(text.format(heading), encoding="utf-8")
        analysis = analyse_folder(tmp_path, Investigation(), jobs=1)
        shown = to_html(open_page(analysis, "figures").records("claims").node)
        assert (len(analysis.claims), shown.count("<article")) == (3, records)
        assert all(f'id="{claim.claim_id}"' in shown for claim in analysis.claims)


def test_a_line_between_paragraphs_that_heads_no_text_is_not_called_a_heading(tmp_path: Path) -> None:
    for line, below, part in (
        ("Le pont tiendra, estime la Norvège", "Le maire a fermé l'école.", "line set between paragraphs"),
        ("Le pont tiendra, estime la Norvège", "Le pont a bougé mardi.", "heading"),
        ("Pas un centime, jure la Norvège", "Le maire a fermé l'école.", "heading"),
    ):
        text = f"Les élus ont voté mardi.\n\n{line}\n\n{below}"
        (tmp_path / "0.txt").write_text(f"Dole\n\n14 janvier 2025\n\n{text}", encoding="utf-8")
        page = open_page(analyse_folder(tmp_path, Investigation(), jobs=1), "voices")
        assert f"14 Jan, {part}" in to_text(page.records("quotations").node)


def test_the_title_of_a_linked_article_has_no_day(tmp_path: Path) -> None:
    text = "Les élus ont voté mardi.\n\nA lire aussi :\nLe pont tiendra, selon la Norvège\n\nLe pont a bougé."
    (tmp_path / "0.txt").write_text(f"Dole\n\n14 janvier 2025\n\n{text}", encoding="utf-8")
    page = open_page(analyse_folder(tmp_path, Investigation(), jobs=1), "voices")
    shown = to_text(page.records("quotations").node)
    assert "in the title of a linked article, day unknown" in shown and "reported on" not in shown


def test_grounds_of_one_part_of_a_sentence_are_told_of_that_part(tmp_path: Path) -> None:
    text = "Anne Roux a dit qu'elle tiendra bon : « Nous ne céderons pas. »"
    (tmp_path / "0.txt").write_text(f"Dole\n\n14 janvier 2025\n\n{text}", encoding="utf-8")
    page = open_page(analyse_folder(tmp_path, Investigation(), jobs=1), "voices")
    shown = to_text(page.records("quotations").node)
    assert "reported, not verbatim (“elle tiendra bon”)" in shown
    assert "words quoted (“Nous ne céderons pas.”)" in shown


@pytest.mark.parametrize(
    ("told", "plain"),
    [
        ("Elles ont affirmé que tout allait bien, sans confirmer la fermeture du pont.", True),
        ("Elles n'ont pas confirmé la fermeture du pont.", False),
    ],
)
def test_a_pronoun_that_answers_is_named_where_it_speaks_too(tmp_path: Path, told: str, plain: bool) -> None:
    text = f"La Russie et la Corée du Nord ont signé mardi un traité. {told}"
    (tmp_path / "0.txt").write_text(f"Dole\n\n14 janvier 2025\n\n{text}", encoding="utf-8")
    view = open_page(analyse_folder(tmp_path, Investigation(), jobs=1), "voices").view
    assert [bool(c.claimant) for c in view.analysis.claims if c.response] == [plain]


def test_words_whose_sentence_does_not_name_who_speaks_say_so(tmp_path: Path) -> None:
    cases = {
        "Anne Roux a signé mardi. « Le pont tiendra. »": True,
        "Anne Roux est inquiète. À l'entendre, « le pont tiendra un mois ».": True,
        "Anne Roux est sereine : « Le pont tiendra. »": True,
        "Anne Roux est inquiète. « Le pont tiendra », dit-elle.": False,
        "Anne Roux a dit : « Le pont tiendra. »": False,
        "Anne Roux est sereine. Hier, elle a eu ces mots : « Le pont tiendra. »": False,
        "L'agence régionale de santé (ARS) a visité le pont. L'ARS promet une visite.": False,
        "Anne Roux se présente comme « la mère du pont ».": False,
        "« Le pont tiendra peut-être, admet Anne Roux. Mais jusqu'à quand ? »": False,
    }
    for sentence, marked in cases.items():
        (tmp_path / "0.txt").write_text(f"Dole\n\n14 janvier 2025\n\n{sentence}", encoding="utf-8")
        page = open_page(analyse_folder(tmp_path, Investigation(), jobs=1), "voices")
        shown = to_html(page.records("quotations").node)
        assert ("does not name who speaks; by the context Anne Roux" in shown) is marked
        assert "does not name" not in shown or marked


@pytest.mark.parametrize(
    "told",
    [
        "Le cinéma Flagey-Sud montrera le film. « Le pont tiendra. »",
        "Le port de Brest attend. « Le pont tiendra. »",
    ],
)
def test_the_context_gives_words_to_nobody_who_says_nothing_else_and_has_no_first_name(
    tmp_path: Path, told: str
) -> None:
    (tmp_path / "0.txt").write_text(f"Dole\n\n14 janvier 2025\n\n{told}", encoding="utf-8")
    view = View(analyse_folder(tmp_path, Investigation(), jobs=1))
    assert [view.by_context[q.quotation_id] for q in view.read.quotations] == [()]


@pytest.mark.parametrize(
    ("told", "named"),
    [
        ("Anne Roux a signé mardi. « Le pont tiendra. »", False),
        ("Anne Roux a signé mardi. À l'entendre, le pont tiendra un mois.", False),
        ("Anne Roux a signé mardi. Elle n'a pas souhaité s'exprimer.", False),
        ("Anne Roux a signé mardi. Elle a démenti tout accord.", True),
        ("Anne Roux a signé mardi. « Le pont tiendra », dit-elle.", True),
        ("Anne Roux n'a pas souhaité s'exprimer.", True),
    ],
)
def test_whom_the_context_alone_gives_is_named_in_no_table_of_who_speaks(
    tmp_path: Path, told: str, named: bool
) -> None:
    (tmp_path / "0.txt").write_text(f"Dole\n\n14 janvier 2025\n\n{told}", encoding="utf-8")
    view = View(analyse_folder(tmp_path, Investigation(), jobs=1))
    shown = (table(view) for table in (actors_table, matrix_table, speakers_table, sources_frame))
    assert ("Anne Roux" in "".join(frame.reset_index().to_string() for frame in shown)) is named
    given = [*(q.speaker for q in view.read.quotations), *(c.claimant for c in view.read.claims)]
    assert ("Anne Roux",) in given


def test_a_dated_statement_is_told_by_nobody_whom_the_context_alone_gives(tmp_path: Path) -> None:
    for who, told in (
        ("Selon Anne Roux", "Anne Roux"),
        ("À l'entendre", "somebody whom the sentence does not"),
    ):
        text = f"Anne Roux est inquiète. {who}, le pont fermera le 3 mars 2025."
        (tmp_path / "0.txt").write_text(f"Dole\n\n14 janvier 2025\n\n{text}", encoding="utf-8")
        page = open_page(analyse_folder(tmp_path, Investigation(), jobs=1), "timeline")
        assert f"according to {told}" in to_text(page.records("events").node)


@pytest.mark.parametrize(
    ("text", "who"), [("J'écris tous les jours", ()), ("Les données sont sauvées", None)]
)
def test_a_body_that_is_a_pronoun_does_not_say_i(text: str, who: tuple[str, ...] | None) -> None:
    made, body = bridge.build(), {"speaker": ("Tikéo",), "category": "organisation", "role": "société"}
    said = replace(made.quotations[0], **body, speaker_text="-elle", cue="dit-elle", text=text)
    view = View(replace(made, quotations=(said,)))
    assert view.by_context.get(said.quotation_id) == who


def test_words_that_no_verb_gives_to_anybody_are_counted_for_nobody(tmp_path: Path) -> None:
    told = "Le pont a fermé.\n\nLe vote aura lieu dimanche. Anne Roux a dit mardi : « Le pont tiendra. »\n\n"
    told += "Anne Roux ne risque rien : « Tous la voient gagner. »"
    (tmp_path / "0.txt").write_text(f"Dole\n\n14 janvier 2025\n\n{told}", encoding="utf-8")
    page = open_page(analyse_folder(tmp_path, Investigation(), jobs=1), "voices")
    assert "Anne Roux (three words)" in to_text(page.lead().node)
    rows = build("quotations", page.view)
    assert [(row.speaker, row.given) for row in rows.itertuples()] == [("Anne Roux", True), ("", False)]
    assert "“Not named, reported on 14 January 2025: ‘Tous la voient gagner" in to_text(
        page.records("quotations").node
    )


@pytest.mark.parametrize(
    ("told", "given"),
    [
        ("Anne Roux se garde de tout pronostic : « Les analyses sont mauvaises. »", True),
        ("Anne Roux, la maire de Dole, ne souhaite pas répondre : « Ce sera pour lundi. »", True),
        ("Anne Roux chiffre déjà la perte : « Avec les citernes, on est à 300 euros. »", True),
        ("Luc Petit, lui, n'en revenait pas : « J'ai cru à une farce. »", True),
        ("Anne Roux ne risque rien : « Tous la voient gagner. »", False),
        ("Anne Roux a perdu. Le pont est fermé : « Défense d'entrer sous peine d'amende. »", False),
    ],
)
def test_what_a_clause_leads_to_by_a_colon_is_of_whom_it_lets_speak(
    tmp_path: Path, told: str, given: bool
) -> None:
    (tmp_path / "0.txt").write_text(f"Dole\n\n14 janvier 2025\n\n{told}", encoding="utf-8")
    page = open_page(analyse_folder(tmp_path, Investigation(), jobs=1), "voices")
    assert [bool(row.given) for row in build("quotations", page.view).itertuples()][-1] is given


def test_words_between_a_name_and_its_verb_of_speaking_are_of_the_one_named(tmp_path: Path) -> None:
    told = (
        "« C'est possible », admet Anne Roux, interrogée mardi.\n\nAnne Roux reste toutefois mesurée. "
        "Certes, le pont est neuf, « mais il faut rester prudent ». Il « tiendra un mois », pense-t-elle."
    )
    (tmp_path / "0.txt").write_text(f"Dole\n\n14 janvier 2025\n\n{told}", encoding="utf-8")
    view = open_page(analyse_folder(tmp_path, Investigation(), jobs=1), "voices").view
    assert [q.speaker for q in view.analysis.quotations] == [("Anne Roux",)] * 3


def test_the_words_of_a_reported_clause_count_with_the_fragments_that_it_quotes(tmp_path: Path) -> None:
    told = "Anne Roux a estimé que ces pertes étaient un « triste rappel » de la crise, « au point mort »."
    (tmp_path / "0.txt").write_text(f"Dole\n\n14 janvier 2025\n\n{told}", encoding="utf-8")
    rows = build("quotations", View(analyse_folder(tmp_path, Investigation(), jobs=1)))
    assert [(row.words, row.around) for row in rows.itertuples()] == [(2, 7), (3, 0)]


def test_a_statement_set_beside_another_is_not_said_to_be_free_of_contradiction(tmp_path: Path) -> None:
    told = "« Les usines ont embauché plus de personnes », s'est réjouie Anne Roux.\n\n"
    told += "Jean Abel a estimé que l'économie était « au point mort »."
    (tmp_path / "0.txt").write_text(f"Dole\n\n14 janvier 2025\n\n{told}", encoding="utf-8")
    answers = {"more people hired": ["embaucher plus de personnes"], "a standstill": ["au point mort"]}
    jobs = {"label": "What happens", "severity": "tension", "answers": answers}
    asked = read_investigation({"questions": {"jobs": jobs}})
    made = analyse_folder(tmp_path, asked, jobs=1)
    body = to_html(open_page(made, "voices").records("quotations").node)
    assert body.count("Other words are set beside it") == 2
    assert "No disagreement" not in body
    (row,) = made.discrepancies
    assert row.reason.endswith("and one of them holds different answers.")


def test_a_summary_says_how_many_differences_it_does_not_show() -> None:
    analysis = bridge.build()
    row = replace(analysis.discrepancies[0], severity="conflict", kind="date", between="sources")
    six = tuple(replace(row, discrepancy_id=f"x-0000000{n}") for n in range(6))
    shown = to_html(open_page(replace(analysis, discrepancies=six), "summary").part("contradictions").node)
    assert shown.count("<li>") == 4
    assert '#table-discrepancies">Two more differences.</a>' in shown
    four = replace(analysis, discrepancies=six[:4])
    assert "more difference" not in to_html(open_page(four, "summary").part("contradictions").node)


UNASKED = {"topics": (), "event_types": (), "path": ()}


def text_of(analysis: Analysis) -> str:
    """Return what the pages of *analysis* say of its differences, and beside its events."""
    summary, page = open_page(analysis, "summary"), open_page(analysis, "disagreements")
    events = open_page(analysis, "timeline").records("events")
    shown = (summary.part("contradictions"), page.lead(), page.records("discrepancies"), events)
    return "".join(to_html(block.node) for block in shown)


def test_what_nobody_asked_for_or_confirmed_is_two_passages_to_compare() -> None:
    analysis = bridge.build()
    row = replace(analysis.discrepancies[0], subject="day", reason=MECHANISMS["day"].reason)
    asked = replace(analysis, discrepancies=analysis.discrepancies[:1])
    mine = replace(analysis.investigation, **UNASKED)
    unasked = replace(asked, investigation=mine, discrepancies=(row,))
    ruling = Ruling(row.discrepancy_id, row.discrepancy_id, "accept", "Anne Roy", "2024-12-04", "", "")
    why = "Put side by side by the program: the same words for what happens, and two days."
    for told in (text_of(asked), text_of(replace(unasked, rulings=(ruling,)))):
        assert "The sources contradict each other" in told and "dz-badge--conflict" in told
        assert why not in told and "68 of 100" not in told
    told = text_of(unasked)
    assert told.count(why) == 2 and told.count("68 of 100") == 2 and "To compare: " in told
    assert "contradict each other" not in told and "dz-badge--conflict" not in told and "disputed" not in told


def test_a_summary_offers_five_pairs_of_passages_and_says_how_many_more_there_are() -> None:
    analysis = bridge.build()
    row = replace(analysis.discrepancies[0], subject="day", reason=MECHANISMS["day"].reason)
    seven = tuple(replace(row, discrepancy_id=f"x-0000000{n}") for n in range(7))
    made = replace(analysis, investigation=replace(analysis.investigation, **UNASKED), discrepancies=seven)
    shown = to_html(open_page(made, "summary").part("contradictions").node)
    assert shown.count("<li>") == 5 and '#x-00000005">Two more pairs of passages.</a>' in shown


def test_rows_of_ways_that_are_seldom_right_are_printed_where_somebody_asks() -> None:
    analysis = bridge.build()
    row = replace(analysis.discrepancies[0], subject="revision", reason=MECHANISMS["revision"].reason)
    mine = replace(analysis.investigation, **UNASKED)
    told = text_of(replace(analysis, investigation=mine, discrepancies=(row,)))
    assert "The program found no two passages" in told and row.discrepancy_id not in told


def test_a_pair_shows_of_each_side_the_words_that_meet_and_whose_they_are(tmp_path: Path) -> None:
    vote = "Le conseil du musée de Dole a voté la vente du tableau à l'unanimité"
    quip = "Une urne ne sait pas nager du tout"
    told = {
        "a": f"« {vote} », a soutenu Anne Roux. À Dole, « {quip} », a lancé la maire Julie Morel.",
        "b": f"« Le conseil du musée n'a jamais voté cette vente du tableau », a déclaré Jean Abel à Dole. "
        f"Le député Karim Benali est sévère : « Qu'on explique ! {quip}. »",
    }
    for name, words in told.items():
        text = f"Journal de Dole\n\n14 janvier 2025\n\n{words}\n"
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
    made = analyse_folder(tmp_path, Investigation(), jobs=1)
    assert {row.subject: row.between for row in made.discrepancies} == {
        "negated": "parties",
        "speaker": "sources",
    }
    body = to_text(open_page(made, "summary").part("contradictions").node)
    assert body.count(quip) == 2 and "Qu'on explique" not in body
    assert "(by the context Karim Benali, " in body
    assert vote in body and "n'a jamais voté" in body
    (row,) = (row for row in made.discrepancies if row.subject == "negated")
    own = replace(made, discrepancies=(replace(row, between="sources"),))
    view = open_page(own, "data").view
    counted = dict(pipeline_steps(view))["Comparison"]
    assert not view.printed and counted.startswith("passages set against each other: 0,")
    assert "row, 0 of them on the pages" in to_html(open_page(own, "data").part("downloads").node)


PAPERS = {
    "a": "Un violent incendie. Le hangar abritait 40 tonnes d'engrais, dit la mairie de Dole.",
    "b": "Personne ne dort. Selon les pompiers, le hangar abritait bien 55 tonnes d'engrais et de paille.",
    "c": "Luc Morel a fermé l'école. La rivière monte.",
    "d": "Luc Morel inaugure la foire. La rivière monte.",
}


def analyse_texts(folder: Path, texts: Mapping[str, str], head: str = "") -> Analysis:
    """Return what is read in *texts*, each written to *folder* under its name, below *head*."""
    for name, text in texts.items():
        (folder / f"{name}.txt").write_text(f"{head}{text}\n", encoding="utf-8")
    return analyse_folder(folder, Investigation(), jobs=1)


def analyse_papers(folder: Path, *decisions: Decision) -> Analysis:
    """Return what is read in `PAPERS`, as *decisions* leave it, the hangars of two of them in contrast."""
    analyse_texts(folder, PAPERS, "Dole\n\n14 janvier 2025\n\n")
    analysis = analyse_folder(folder, Investigation(), jobs=1, decisions=decisions)
    ends = [row for row in analysis.sentences if "hangar" in analysis.texts[row[0]][slice(*row[1:])]]
    return replace(analysis, contrasts=(Contrast(*ends, 1.0),))


def test_sentences_that_may_contradict_each_other_stand_side_by_side(tmp_path: Path) -> None:
    analysis = analyse_papers(tmp_path)
    nothing_found = replace(analysis, discrepancies=())
    page = open_page(nothing_found, "disagreements")
    (pair,) = page.view.parallels  # the same words differ in nothing
    told = to_html(page.records("parallels").node)
    assert told.count("<mark>hangar") == 2 and "40" in told and "55" in told and "rivière" not in told
    assert {one.article_id for one in (*pair.one, *pair.other)} == {"a", "b"}
    shown = to_html(open_page(nothing_found, "summary").part("contradictions").node)
    assert "Perhaps contradictions: one pair of sentences" in shown and f"#{pair.parallel_id}" in shown


def test_sentences_that_an_analyst_calls_contradictory_are_a_disagreement_of_the_book(tmp_path: Path) -> None:
    nothing_found = replace(analyse_papers(tmp_path), discrepancies=())
    (pair,) = View(nothing_found).parallels
    words = {
        one.article_id: PAPERS[one.article_id].partition(". ")[2] for (one, *_) in (pair.one, pair.other)
    }
    ruled = Decision(
        pair.parallel_id,
        "accept",
        words["b"],
        "N. Abel",
        "2026-03-01",
        "Forty tonnes (the town); or fifty-five",
        article="b",
        against=("a", words["a"]),
    )
    view = View(analyse_papers(tmp_path, ruled))
    (row,) = (row for row in view.differences if row.subject == "pair")
    assert (row.statement, row.severity, row.between) == (
        "Forty tonnes (the town); or fifty-five",
        "conflict",
        "sources",
    )
    told = [view.statements[name] for name in row.records if name in view.statements]
    assert [one.article_id for one in told] == ["b", "a"]
    counted = [claim for claim in view.analysis.claims if claim.low in (40, 55)]
    assert len(counted) == 2 and all(claim.claim_id in view.disputes for claim in counted)
    assert view.brief[row.discrepancy_id] == row.statement
    assert not view.parallels and [r.outcome for r in view.analysis.rulings] == ["applied"]
    shown = to_text(open_page(view.analysis, "disagreements").records("discrepancies").node)
    assert "Two passages that N. Abel sets against each other." in shown and "55 tonnes" in shown
    assert "Forty tonnes" in to_text(open_page(view.analysis, "summary").part("contradictions").node)
    rejected = analyse_papers(tmp_path, replace(ruled, ruling="reject"))
    open_rows = replace(rejected, discrepancies=())
    assert not View(open_rows).parallels and not View(rejected).differences
    gone = replace(ruled, against=("a", "Le hangar abritait 41 tonnes"))
    lost = analyse_papers(tmp_path, gone)
    assert [r.outcome for r in lost.rulings] == ["lost"] and not View(lost).differences


def test_the_authors_have_the_first_word_in_their_own_words() -> None:
    for lead in ("Two banks.\nOne bridge.\n", "Two\nbanks.\n\nOne bridge.\n"):
        made = bridge.build()
        made = replace(made, investigation=replace(made.investigation, lead=lead))
        told = to_html(open_page(made, "summary").part("title").node)
        assert told.count('class="dz-lead"') == 2 and "One bridge.</p>" in told
    assert "dz-lead" not in to_html(open_page(bridge.build(), "summary").part("title").node)


def test_what_an_analyst_confirmed_stands_whole_on_the_summary() -> None:
    made = bridge.build()
    row = next(row for row in made.discrepancies if row.severity == "conflict")
    rows = [
        replace(row, discrepancy_id=f"x-0000000{n}", statement=f"Telling {n}", subject="pair")
        for n in range(6)
    ]
    rows[5] = replace(rows[5], severity="tension")
    rulings = [
        Ruling(r.discrepancy_id, r.discrepancy_id, "accept", "N. Abel", "2026-03-01", "", "") for r in rows
    ]
    ruled = replace(made, discrepancies=(*made.discrepancies, *rows), rulings=tuple(rulings))
    told = to_text(open_page(ruled, "summary").part("contradictions").node)
    order = [told.index(f"Telling {n}") for n in range(6)]
    assert order == sorted(order)


def test_a_first_summary_says_how_each_article_begins(tmp_path: Path) -> None:
    papers = {
        "a": "Le hangar brûle\n\n14 janvier 2025\n\nIl fait froid. Le hangar du port de Dole a brûlé lundi.",
        "b": "Après le feu du hangar de Dole\n\n15 janvier 2025\n\nJe suis rentré de Dole. Où va le port ?",
    }
    analysis = analyse_texts(tmp_path, papers)
    told = to_text(open_page(analysis, "summary").part("openings").node)
    assert "Le hangar du port de Dole a brûlé lundi" in told and "Après le feu du hangar de Dole" in told
    assert "froid" not in told and "rentré" not in told and "Où" not in told
    assert "brûlé" not in to_text(open_page(bridge.build(), "summary").part("openings").node)


def test_what_is_compared_already_is_not_set_side_by_side_again(tmp_path: Path) -> None:
    analysis = analyse_papers(tmp_path)
    assert analysis.discrepancies and not View(analysis).parallels


def test_the_summary_explains_the_marks_that_stand_on_it_and_no_others() -> None:
    shown = to_html(open_page(bridge.build(), "summary").part("facts").node)
    facts, legend = shown.split("</ul>")
    for mark in ("Settled", "Disputed", "One source"):
        assert (f"<em>{mark}</em>" in legend) == (f">{mark.lower()}</span>" in facts)
    assert "<em>" in legend


@pytest.mark.parametrize(
    ("spans", "shown"),
    [
        (((0, 5), (6, 11)), "<mark>Trois ponts</mark>, deux quais"),
        (((0, 11), (6, 11)), "<mark>Trois ponts</mark>, deux quais"),
        (((0, 5), (13, 17)), "<mark>Trois</mark> ponts, <mark>deux</mark> quais"),
    ],
)
def test_words_beside_each_other_have_one_mark(spans: tuple[tuple[int, int], ...], shown: str) -> None:
    text = "Trois ponts, deux quais"
    assert "".join(map(to_html, cards.marked(text, spans, 0, len(text)))) == shown


def test_the_time_of_cards_in_a_row_of_one_speaker_and_article_is_said_once(tmp_path: Path) -> None:
    told = "« Il pleut trop », a dit Anne Roux. Le pont tient.\n\nAnne Roux a dit que le quai cédait."
    (tmp_path / "0.txt").write_text(f"Dole\n\n14 janvier 2025\n\n{told}", encoding="utf-8")
    asked = Investigation(themes=(Theme("rain", "Rain", ("pleuvoir",)),))
    page = open_page(analyse_folder(tmp_path, asked, jobs=1), "voices")
    titles = re.findall(r'class="dz-record__title">(.*?)</p>', to_html(page.records("quotations").node))
    assert [title.count("reported on 14 January 2025") for title in titles] == [1, 0]


@pytest.mark.parametrize("given", [True, False])
def test_kinds_of_speakers_and_themes_are_told_only_where_a_person_gave_some(
    given: bool, tmp_path: Path
) -> None:
    told = "« Il pleut trop », a dit Anne Roux, maire de Dole. Il pleut, selon le bulletin de la météo."
    (tmp_path / "0.txt").write_text(f"Dole\n\n14 janvier 2025\n\n{told}", encoding="utf-8")
    actor, theme = ActorEntry("Luc Morel", category="expert"), Theme("stone", "Stone", ("pierre",))
    asked = Investigation(actors=(actor,), themes=(theme,)) if given else Investigation()
    page = open_page(analyse_folder(tmp_path, asked, jobs=1), "voices")
    shown = "".join(
        to_html(block.node)
        for block in (page.lead(), page.table("speakers"), page.table("themes"), page.records("quotations"))
    )
    kinds = ("Authorities, officials and candidates", ">Kind", "Other themes")
    assert [words in shown for words in kinds] == [given] * 3
    assert "Anne Roux" in shown


def test_a_mention_that_the_analyst_ruled_on_says_so(pages: dict[str, str]) -> None:
    assert pages["notebooks/timeline"].count("accepted by the analyst") == 1


def test_a_sentence_leads_back_to_all_that_rests_on_it(pages: dict[str, str]) -> None:
    analysis = bridge.build()
    claim = analysis.claims[0].claim_id
    link = f'<a href="figures.html#{claim}" class="dz-back" title="{claim}">figure</a>'
    assert link in pages["notebooks/sources"]


def test_only_sentences_that_carry_a_record_are_shown(undrawn: None) -> None:
    whole = bridge.FIRST + " Personne ne parle de cette phrase-là."
    assert "cette phrase-là" not in "".join(html(bridge.build(first=whole)).values())


def test_at_most_a_third_of_an_article_is_printed_and_of_the_rest_the_first_words() -> None:
    analysis = bridge.build(first=bridge.FIRST + " Le pont reste fermé." * 20)
    page = open_page(analysis, "sources")
    body = to_html(page.records("sentences").node)
    for article in analysis.articles:
        carrying = [key for key in page.view.resting if key[0] == article.article_id]
        printed = choose_printed(page.view, article.article_id)
        assert sum(len(excerpt(page.view, key)) for key in printed) <= len(article.text) / 3
        for _, start, end in set(carrying) - printed:
            words = article.text[start:end].split()[:3]
            assert f'<span lang="fr">“{" ".join(words)}' in body
    assert body.count('<span lang="fr">“') + body.count('<p lang="fr">') == len(page.view.resting)


@pytest.mark.parametrize(
    ("head", "title"),
    [
        ("Entre nos rives\n\nLa digue a cédé", "« Entre nos rives La digue a cédé Le pont est fermé. »"),
        ("Entre nos rives\n4 mai 2023\n\nLa digue a cédé", "Entre nos rives"),
        ("La digue a cédé", "La digue a cédé"),
    ],
)  # fmt: skip
def test_of_a_file_that_tells_neither_paper_nor_day_the_first_of_several_lines_is_no_sure_title(
    tmp_path: Path, head: str, title: str
) -> None:
    (tmp_path / "a.txt").write_text(f"{head}\n\nLe pont est fermé.\n", encoding="utf-8")
    (article,) = read_folder(tmp_path)
    assert title_of(article) == title


def test_every_table_has_a_caption_header_cells_and_sortable_values(pages: dict[str, str]) -> None:
    for body in pages.values():
        for table in re.findall(r"<table.*?</table>", body, re.S):
            assert re.search(r'<caption><span class="dz-number">Table \d\.\d</span>\. \S', table)
            assert table.count('<th scope="col"') >= 2
            rows = table.count("<tr") - 1
            assert table.count('<th scope="row"') == rows > 0
    assert 'data-sort="200.0"' in pages["notebooks/figures"]


def test_every_figure_has_its_number_its_words_and_its_table(pages: dict[str, str]) -> None:
    for name, shown in FIGURES.items():
        body = pages[PAGES[shown.page]]
        figure = re.search(rf'<figure id="figure-{name}".*?</figure>', body, re.S)
        assert (
            figure
            and f"Figure {number_of(name, FIGURES, NUMBERS[shown.page])}" in figure[0]
            and "<desc" in figure[0]
        )
        assert (f"#table-{shown.table}" if shown.table else f"#list-{name}") in figure[0]


def test_tables_are_numbered_without_a_gap_those_on_paper_first() -> None:
    empty = {"documents"}.__contains__
    names = ("speakers", "matrix", "themes")
    assert [number_of(name, TABLES, 3, empty) for name in names] == ["3.1", "3.2", "3.3"]
    assert [number_of(name, TABLES, 5) for name in ("profiles", "actors", "articles")] == [
        "5.1",
        "5.2",
        "5.3",
    ]


def test_no_list_or_paragraph_stands_where_html_forbids_it(pages: dict[str, str]) -> None:
    for body in pages.values():
        for paragraph in re.findall(r"<p[ >].*?</p>", body, re.S):
            assert not re.search(r"<(p|div|ul|ol|table|details|blockquote|figure)[ >]", paragraph[2:])


def test_of_nothing_come_pages_that_say_so() -> None:
    for name in PAGES:
        for block in blocks(open_page(bridge.empty(), name)):
            forms = block._repr_mimebundle_()
            Reader(forms["text/html"])
            assert forms["text/html"]
    assert (
        "The program found nothing of this kind"
        in open_page(bridge.empty(), "summary").records("findings")._repr_mimebundle_()["text/html"]
    )
    assert "No article was read." in open_page(bridge.empty(), "sources").cited().text


ATTACK = (
    "<script>alert(1)</script> <img src=x onerror=alert(1)> ```{eval-rst} $x$ \\input{/etc/passwd} "
    '#read("x") {{ glue }} [a](javascript:alert(1)) \x00 \u202e & "q" \'a\''
)


def test_words_of_an_article_stay_words() -> None:
    hostile = bridge.build(title=ATTACK, second=bridge.SECOND.replace("attendaient", f"attendaient {ATTACK}"))
    for body in html(hostile).values():
        tags = Reader(body).found
        assert not [tag for tag, _ in tags if tag in ("script", "img", "iframe", "style", "link")]
        assert not [name for _, attributes in tags for name in attributes if name.startswith("on")]
        assert not [a["href"] for t, a in tags if t == "a" and "javascript" in str(a["href"])]
        assert "\x00" not in body


@pytest.mark.parametrize("words", ["sur 9 800 salariés", "« vouloir » ; 8 % : 3 €"])
def test_no_line_of_a_page_ends_in_a_number_or_before_a_mark_of_two_parts(words: str) -> None:
    held = to_html(words)
    assert held.split(" ") != words.split(" ") and " ".join(held.split()) == words
    assert to_html("en 2012 et 3 autres") == "en 2012 et 3 autres"


def test_elements_escape_strings_in_every_form() -> None:
    node = el("p", "a < b & ", el("strong", "c_d"), title='"x"')
    assert to_html(node) == '<p title="&quot;x&quot;">a &lt; b &amp; <strong>c_d</strong></p>'
    assert to_latex(node).strip() == r"a \textless{} b \& \textbf{c\_d}"
    assert to_text(node).strip() == "a < b & c_d"
    assert to_latex(r"\input{x} 50 % #1 ~ ^") == (
        r"\textbackslash{}input\{x\} 50~\% \#1 \textasciitilde{} \textasciicircum{}"
    )


def test_a_table_is_a_longtable_with_its_head_on_every_page() -> None:
    page = open_page(bridge.build(), "figures")
    latex = to_latex(page.table("claims").node)
    assert r"\begin{longtable}" in latex and r"\endhead" in latex and "au moins 200 riverains" in latex


def test_a_figure_comes_as_a_page_for_latex(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(SCREEN)
    forms = open_page(bridge.build(), "timeline").figure("timeline")._repr_mimebundle_()
    assert forms["application/pdf"].startswith(b"%PDF")


def test_where_no_latex_will_print_it_a_figure_is_not_drawn_for_it(undrawn: None) -> None:
    forms = open_page(bridge.build(), "timeline").figure("timeline")._repr_mimebundle_()
    assert forms.keys() == {"text/html", "text/plain"}


def test_articles_are_cited_by_safe_keys_alone() -> None:
    made = open_page(bridge.build(), "summary").cited().text
    assert re.fullmatch(r"The articles cited here: \{cite\}`[\w,-]+`\.", made)


def test_a_large_book_cites_the_articles_that_it_rests_on_most_and_no_role_has_too_many() -> None:
    def cited(page: str, shown: int) -> str:
        crowd = bridge.crowd(250)
        return (
            open_page(replace(crowd, investigation=replace(crowd.investigation, shown=shown)), page)
            .cited()
            .text
        )

    few = re.fullmatch(
        r"The (\d+) of (\d+) articles that are cited here most: \{cite\}`([\w,-]+)`\.", cited("summary", 5)
    )
    assert few and few[1] == "5" and few[2] == "8" and len(few[3].split(",")) == 5
    assert [len(keys.split(",")) for keys in re.findall("`(.*?)`", cited("sources", 1000))] == [100, 100, 50]


def test_every_kind_of_record_has_a_home() -> None:
    assert set(MAKERS) == {kind for kinds in HOMES.values() for kind in kinds}
    assert {figure.page for figure in FIGURES.values()} | {table.page for table in TABLES.values()} <= set(
        PAGES
    )


def test_a_crowded_book_shows_as_many_as_asked_and_says_how_many_there_are() -> None:
    view = View(bridge.crowd(200))
    table = open_page(view.analysis, "timeline").table("events")._repr_mimebundle_()["text/html"]
    assert table.count('<th scope="row"') == view.analysis.investigation.shown == 50
    assert "50 of 200" in table and 'href="../data/events.csv"' in table
    view = View(bridge.crowd(90))
    table = open_page(view.analysis, "timeline").table("events")._repr_mimebundle_()["text/html"]
    assert table.count('<th scope="row"') == 90


def asked(*chapters: Chapter) -> Analysis:
    made = bridge.build()
    return replace(made, investigation=replace(bridge.ASKED, chapters=chapters))


def links(file: str, tags: list[tuple[str, dict[str, str | None]]]) -> Iterator[tuple[str, str]]:
    """Yield each link of the page *file* as the page that it leads to and the anchor there."""
    for tag, attributes in tags:
        if tag == "a" and "download" not in attributes:
            target, _, anchor = str(attributes["href"]).partition("#")
            path = posixpath.normpath(posixpath.join(posixpath.dirname(file), target))
            yield path.removesuffix(".html") if target else file, anchor


WITHOUT_RECORDS = tuple(page for page in INVESTIGATION_PAGES if not HOMES[page])


@pytest.mark.parametrize(
    "left_out", [*((page,) for page in INVESTIGATION_PAGES if HOMES[page]), WITHOUT_RECORDS], ids="-".join
)
def test_a_chapter_left_out_or_renamed_breaks_no_link(undrawn: None, left_out: tuple[str, ...]) -> None:
    kept = [
        Chapter(page, file=f"notebooks/my_{page}") for page in INVESTIGATION_PAGES if page not in left_out
    ]
    analysis = asked(*kept)
    anchors: dict[str, set[str | None]] = {}
    found: list[tuple[str, str]] = []
    for number, chapter in enumerate(chapters_of(analysis.investigation)):
        page = open_page(analysis, chapter.page, chapter.topic)
        assert page.number == number
        body = "".join(block._repr_mimebundle_()["text/html"] for block in blocks(page))
        tags = Reader(body).found
        anchors[chapter.file] = {attributes.get("id") for _, attributes in tags}
        found += links(chapter.file, tags)
    assert len(found) > 20
    assert [link for link in found if link[1] not in anchors[link[0]]] == []


def test_nothing_is_cited_from_a_bibliography_that_is_left_out() -> None:
    assert "{cite}" in open_page(asked(Chapter("timeline"), Chapter("sources")), "summary").cited().text
    assert open_page(asked(Chapter("timeline")), "summary").cited().text == ""


def test_a_figure_stands_on_the_page_of_its_topic_alone() -> None:
    made = asked(Chapter("figures", topic="money"), Chapter("figures"), Chapter("sources"))
    claims = tuple(replace(c, topic="money") if c.low else c for c in made.claims)
    made = replace(made, claims=claims)
    money, rest = (open_page(made, "figures", topic) for topic in ("money", ""))
    assert (money.number, rest.number) == (1, 2)
    assert (money.topics, rest.topics) == (("money", ()), ("residents", ()))
    assert "200 riverains" in to_html(money.table("claims").node)
    assert "500 riverains" in to_html(rest.table("claims").node)
    assert money.href(claims[1].claim_id) == f"figures.html#{claims[1].claim_id}"


def test_an_answer_to_figures_that_no_article_gives_stands_on_a_page() -> None:
    made = asked(Chapter("figures"), Chapter("sources"))
    answer = next(c for c in made.claims if not figure_of(c))
    answers = tuple(replace(c, topic="money") if c is answer else c for c in made.claims)
    page = open_page(replace(made, claims=answers), "figures")
    assert f'id="{answer.claim_id}"' in to_html(page.records("responses").node)


def test_what_a_reader_shows_is_numbered_behind_what_the_book_shows() -> None:
    page = open_page(bridge.build(), "timeline")
    own = pd.DataFrame({"town": ["Lyon"], "dead": [3]})
    shown = [to_html(page.show_table(own, caption=caption).node) for caption in ("A", "B", "A")]
    numbers = [re.search(r"Table (\d\.\d)", html)[1] for html in shown]  # type: ignore[index]
    assert numbers == ["1.3", "1.4", "1.3"]
    assert '<td data-sort="3" class="dz-num">3</td>' in shown[0]


def test_a_notebook_that_is_no_chapter_shows_all_the_same() -> None:
    page = open_page(bridge.build())
    body = to_html(page.show_table(build("claims", page.view), caption="Mine").node)
    assert "Table 1</span>. Mine" in body and "Notebook of" not in body
    assert 'href="figures.html#c-' in body


def test_versions_of_a_text_are_told_with_each_of_them() -> None:
    analysis = bridge.build()
    (shared,) = analysis.reuse

    def sources(told: Analysis) -> str:
        return to_html(open_page(told, "sources").records("sentences").node)

    assert "Another version" not in sources(analysis)
    half = replace(analysis, reuse=(replace(shared, words=min(a.words for a in analysis.articles) // 2 + 1),))
    assert sources(half).count("Another version of the same text: ") == 2


def test_a_source_without_outlet_is_called_by_a_letter_and_the_key_gives_its_title() -> None:
    title = "Plage de Saint-Aubert : le maire à la barre, le village dans la salle"
    unnamed = replace(bridge.article("a", "Un texte.", title=title), outlet="")
    view = View(replace(bridge.build(), articles=(unnamed,)))
    assert view.labels == {"a": "Article A, 4 May"} and title in key_table(view).to_string()


@pytest.mark.parametrize(
    ("before", "ruled", "named"),
    [("", (), False), ("Tiendra-t-il ?\n\n", (), True), ("", ("accept",), True), ("", ("reject",), False)],
)
def test_words_without_a_verb_are_whose_a_question_or_the_analyst_gives_them(
    before: str, ruled: tuple[str, ...], named: bool
) -> None:
    made = bridge.build(bridge.FIRST.replace("« Le pont", f"{before}« Le pont"))
    said = tuple(replace(q, cue="", speaker_text="") for q in made.quotations)
    rulings = tuple(Ruling(said[0].quotation_id, "", each, "", "", "", "") for each in ruled)
    view = View(replace(made, quotations=said, rulings=rulings))
    assert bool(view.analysis.quotations[0].speaker) == named


@pytest.mark.parametrize(
    ("data", "told"),
    [
        ("14 articles, watched", "14 articles, their totals watched while building"),
        ("6 affairs in newspapers' words, first sight", "6 affairs, at first sight"),
        ("24 affairs, first sight", "24 affairs, at first sight"),
        ("14 articles, version 0.1", "14 articles, version 0.1"),
        ("13 articles", "13 articles"),
    ],
)
def test_on_which_texts_something_was_measured(data: str, told: str) -> None:
    assert method._texts(data) == told


@pytest.mark.parametrize(
    ("name", "side", "shown"),
    [
        ("syndicats", "Unions", "Unions"),
        ("gouvernement", "government", "Government"),
        ("renseignements sud-coréens", "South Korea", "South Korean intelligence services"),
        ("ouest parisien", "Est", "Ouest parisien (Est)"),
    ],
)
def test_a_side_that_the_name_says_is_not_said_again(name: str, side: str, shown: str) -> None:
    asked = replace(bridge.ASKED, sides=(Side(side),), actors=(ActorEntry(name, side=side),))
    page = open_page(replace(bridge.build(), investigation=asked), "figures")
    assert to_text(cards.side_badge(page, (name,))) == shown


def test_a_single_difference_has_no_table_and_a_passage_stands_in_one_row(tmp_path: Path) -> None:
    two = (one := bridge.build()).discrepancies[0], replace(one.discrepancies[0], discrepancy_id="x-0000002")
    shown = [
        to_html(open_page(replace(one, discrepancies=rows), "disagreements").table("discrepancies").node)
        for rows in (two[:1], two)
    ]
    assert "Only one" in shown[0] and ["<table" in body for body in shown] == [False, True]
    text = "Anne Roux craint la perte de 300 emplois à Dole et celle de 200 camions à Lons, dans le Jura."
    (tmp_path / "0.txt").write_text(f"Dole\n\n14 janvier 2025\n\n{text}", encoding="utf-8")
    page = open_page(analyse_folder(tmp_path, Investigation(), jobs=1), "figures")
    table = to_text(page.table("claims").node)
    assert table.count(text.removesuffix(".")) == 1 and table.count("In the passage above.") == 1
