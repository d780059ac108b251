"""Records become tables for people."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import partial
from pathlib import Path
from types import SimpleNamespace

import pytest
from tests import bridge

from dossier import frames, tables
from dossier.disagreements.wording import subject_of
from dossier.display import open_page
from dossier.display.elements import to_html, to_text
from dossier.i18n import using
from dossier.investigation import ActorEntry, EventType, Investigation, Question, Side, Theme, Topic
from dossier.narrative import said_when
from dossier.pipeline import analyse_folder
from dossier.tables import dress
from dossier.tables.dress import LOOKS
from dossier.view import View
from dossier.view.labels import in_short

VIEW, NOTHING = View(bridge.build()), View(bridge.empty())
MAKERS = {name: partial(frames.build, name) for name in frames.COLUMNS}
MAKERS |= {made.__name__: made for made in (tables.speakers_table, tables.themes_table, tables.reuse_table)}


def test_an_event_is_one_row_with_every_date_and_source() -> None:
    (row,) = dress(frames.build("events", VIEW)).to_dict("records")
    assert row["Date"] == "3 May 2021 or 4 May 2021"
    assert row["Sources"] == "La Gazette, 4 May La Gazette, 6 May"
    assert row["Mark"] == "sources disagree"
    assert row["Precision"] == "day"


def test_claims_stand_in_the_order_of_their_day_with_their_claimant() -> None:
    table = dress(frames.build("claims", VIEW))
    assert list(table["Figure"]) == ["at least 200", "up to 500"]
    assert list(table["Claimant"]) == ["Prefecture", "Mayor"]
    assert list(table["Said on"]) == ["", "5 May 2021"]
    assert table["Read"].iloc[0] == "corrected by the analyst"
    with using("fr"):
        assert "corrigée par l’analyste" in dress(frames.build("claims", VIEW)).iloc[0].tolist()
    assert table.attrs["sort"]["Figure"] == [200, 500]


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("À Dole, les 40 élus vont, dans un mois, choisir le maire.", ""),
        (
            "Le préfet du Jura Jean Roux a affirmé lui lundi soir que 1200 soldats se trouvaient déjà "
            "dans la ville de Dole où, depuis la crue de la semaine passée, les élus craignent une hausse "
            "des eaux plus forte encore, que rien ne pourrait plus arrêter avant le printemps s'il "
            "pleut encore beaucoup.",
            "Le préfet du Jura Jean Roux a affirmé lui lundi soir que 1200 soldats se trouvaient déjà "
            "dans la ville de Dole …",
        ),
        (
            "Jean Roux, maire de Dole, a indiqué « vouloir procéder uniquement à des départs volontaires, "
            "exclusivement au travers d'un dispositif de retraite anticipée des plus âgés », et « embaucher "
            "210 jeunes ».",
            "",
        ),
    ],
)
def test_the_words_of_a_figure_say_who_does_what_cuts_marked(
    tmp_path: Path, sentence: str, words: str
) -> None:
    shown = list(dress(frames.build("claims", told(tmp_path, sentence)))["Words"])
    assert shown == [words or sentence.removesuffix(".")]


def test_of_a_long_sentence_that_leads_to_words_spoken_these_stand_whole(tmp_path: Path) -> None:
    before = "Ce n'est pas impossible selon l'experte, qui rappelle le poids du passé dans la vallée"
    own = "Il ne faut pas oublier ce qu'a été cette crue (de 1950 à 1953) pour tous ceux qui l'ont vue là, "
    own += "sur les deux rives, avec des pertes très lourdes (entre deux et quatre mille morts, dit-on)"
    shown = list(dress(frames.build("claims", told(tmp_path, f"{before} : « {own}. »")))["Words"])
    assert shown == [f"… « {own}. »"]


def test_the_words_of_an_event_are_a_clause_with_its_object_cuts_marked(tmp_path: Path) -> None:
    told = "L'opposition a saisi le tribunal administratif, qui n'a pas encore rendu sa décision, "
    told += "mais la maire Anne Roux a fermé lundi 6 janvier le marché couvert, tandis que les commerçants "
    told += "promettent de manifester devant la préfecture dès que le préfet sera de retour du Jura, où il "
    told += "passe l'hiver."
    (tmp_path / "0.txt").write_text(f"Dole\n\n14 janvier 2025\n\n{told}", encoding="utf-8")
    asked = Investigation(event_types=(EventType("shut", "Closure", triggers=("fermer",)),))
    events = frames.build("events", View(analyse_folder(tmp_path, asked, jobs=1)))
    assert list(dress(events)["Words"]) == [
        "… mais la maire Anne Roux a fermé lundi 6 janvier le marché couvert …"
    ]


def test_what_two_articles_tell_of_once_is_called_by_the_name_that_both_give_it(tmp_path: Path) -> None:
    storm = EventType("storm", "Hurricane", triggers=("ouragan",), once=True)
    one, other = (
        bridge.article("1", "L'ouragan Dora passe."),
        bridge.article("2", "L'ouragan meurtrier Dora."),
    )
    kind = {"type": "storm", "label": "Hurricane"}
    first = bridge.mention(one, "ouragan Dora", "e-1", "2021-05-03", **kind)
    second = bridge.mention(other, "ouragan meurtrier Dora", "e-1", "2021-05-03", **kind)
    asked = Investigation(event_types=(storm,))
    made = replace(bridge.empty(), investigation=asked, articles=(one, other), events=(first, second))
    assert list(frames.build("events", View(made)).label) == ["Hurricane (Dora)"]
    nameless = replace(second, sentence_end=second.end - len(" Dora"))
    assert list(frames.build("events", View(replace(made, events=(first, nameless)))).label) == ["Hurricane"]


@pytest.mark.parametrize(
    ("statement", "short"),
    [
        ("Troops: figures given by A (in B). Beside them: “No: none”.", "Troops: figures given by A"),
        (
            f"Troops: a denial, and left open elsewhere: {'A in B, ' * 30}",
            "Troops: a denial, and left open elsewhere",
        ),
        (f"Whether it holds: yes, {'as A says, ' * 20}but no.", "Whether it holds: yes, as A says"),
        (f"Size: small in Article A; colour: {'red or ' * 30}", "Size: small in Article A"),
    ],
)
def test_a_disagreement_in_short_is_made_of_whole_parts(statement: str, short: str) -> None:
    assert in_short(statement).startswith(short)
    assert "…" not in in_short(statement)


def test_a_denial_is_no_figure() -> None:
    assert len(frames.build("claims", VIEW)) == 2
    (row,) = dress(frames.build("responses", VIEW)).to_dict("records")
    assert (row["Who"], row["Answer"]) == ("Prefecture", "denies")
    assert row["Words"] == "La préfecture dément ces chiffres"


def test_the_topic_stands_where_there_are_several() -> None:
    claims = frames.build("claims", VIEW)
    assert "Topic" not in dress(claims)
    assert "Topic" in dress(claims.assign(topic_label=["Residents", "Money"]))


def test_what_a_reader_adds_or_leaves_out_is_shown_so() -> None:
    claims = frames.build("claims", VIEW)
    own = claims.assign(in_thousands=claims["low"] / 1000).drop(columns=["reading"])
    table = dress(own.query("low > 0"))
    assert list(table["In thousands"]) == ["0.2"]
    assert "Read" not in table and len(table) == 1


def test_a_table_of_a_readers_own_is_shown_whole() -> None:
    counted = frames.build("claims", VIEW).groupby("claimant")["high"].agg(["count", "max"])
    table = dress(counted)
    assert list(table.columns) == ["Claimant", "Number", "Greatest"]
    assert table.to_dict("list") == {
        "Claimant": ["mayor", "prefecture"],
        "Number": ["1", "0"],
        "Greatest": ["500", ""],
    }
    assert table.attrs["numbers"] == ["Number", "Greatest"]


def test_a_speaker_is_counted_in_words() -> None:
    (row,) = tables.speakers_table(VIEW).to_dict("records")
    assert (row["Kind"], row["Role or affiliation"], row["Words verbatim"]) == ("Experts", "tribologue", 3)
    assert "Kind" not in tables.documents_table(VIEW)  # all are of one
    (row,) = tables.themes_table(VIEW).to_dict("records")
    assert row["Safety"] == row["All words"] == 3


def told(folder: Path, text: str, asked: Investigation | None = None) -> View:
    (folder / "0.txt").write_text(f"Dole\n\n14 janvier 2025\n\n{text}", encoding="utf-8")
    return View(analyse_folder(folder, asked or Investigation(), jobs=1))


def test_words_on_a_topic_are_on_the_themes_that_share_its_words(tmp_path: Path) -> None:
    topics = (Topic("cuts", "Cuts", ("poste", "suppression")), Topic("hiring", "Hiring", ("embauche",)))
    themes = (Theme("jobs", "Jobs", ("emploi", "suppression")), Theme("town", "The town", ("ville",)))
    view = told(
        tmp_path,
        "L'annonce de 300 suppressions est tombée. Après cette annonce, Anne Roux a déclaré que la ville "
        "n'acceptait pas le plan. « La ville attend 300 embauches », a dit Jean Roy.",
        Investigation(topics=topics, themes=themes),
    )
    assert [claim.topic for claim in view.analysis.claims] == ["cuts", "cuts", "hiring"]
    assert [said.themes for said in view.analysis.quotations] == [("jobs", "town"), ("town",)]


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("La vigie du quai se taisait. Anne Roux a dit qu'il pleuvait.", "vigie du quai"),
        ("Anne Roux a dit qu'il pleuvait.", ""),
    ],
)
def test_a_role_that_only_the_investigation_knows_stands_where_an_article_has_it(
    tmp_path: Path, text: str, role: str
) -> None:
    person = ActorEntry("Anne Roux", kind="person", roles=("vigie du quai",))
    view = told(tmp_path, text, Investigation(actors=(person,)))
    assert (
        list(tables.speakers_table(view)["Role or affiliation"])
        == list(tables.actors_table(view)["Role or affiliation"])
        == [role]
    )


def test_beside_a_day_of_one_origin_stands_the_longer_time_of_others() -> None:
    typed = frames.build("events", VIEW).assign(other_dates="", origins=1, less_exactly="May 2021")
    assert list(dress(typed)["Origins of its day"]) == ["1; others say May 2021"]
    assert list(dress(typed.assign(origins=2))["Origins of its day"]) == [2]


def test_beside_the_sources_that_give_a_day_stand_apart_those_that_only_tell_of_it() -> None:
    typed = frames.build("events", VIEW)
    assert list(typed["dated_by"]) == [typed["source"].iloc[0]]
    for dated_by, shown in {
        "La Gazette, 4 May": "La Gazette, 4 May; also told in: La Gazette, 6 May",
        "": "La Gazette, 4 May; La Gazette, 6 May",
    }.items():
        block = open_page(VIEW.analysis, "timeline").show_table(typed.assign(dated_by=dated_by))
        assert shown in to_text(block.node)


def test_a_silence_is_no_speech(tmp_path: Path) -> None:
    view = told(tmp_path, "La Norvège n'a pas confirmé le départ des 40 marins. La Suède l'a démenti.")
    speaking = tables.actors_table(view).set_index("Name")["Speaks in"].to_dict()
    assert speaking == {"Norway": "", "Sweden": "Article A, 14 Jan"}


def test_a_name_that_no_article_writes_is_none_of_theirs() -> None:
    made = bridge.build()
    named = tuple(
        replace(q, speaker=("bureau de Chimelac",), speaker_text="le bureau") for q in made.quotations
    )
    forms = tables.actors_table(View(replace(made, quotations=named))).set_index("Name")["In the articles"]
    assert forms["Bureau de Chimelac"] == "le bureau"


@pytest.mark.parametrize(
    ("sentence", "marked", "words"),
    [
        (
            "Le pont est déjà, selon la Norvège, sur le point de céder.",
            ["Le pont est déjà", "sur le point de céder"],
            9,
        ),
        ("Selon la Norvège, le pont est sur le point de céder.", ["le pont est sur le point de céder"], 8),
        ("« Il pleut trop (près du pont) », a dit la Norvège.", ["Il pleut trop (près du pont)"], 3),
    ],
)
def test_what_the_newspaper_puts_into_words_is_not_their_speakers(
    tmp_path: Path, sentence: str, marked: list[str], words: int
) -> None:
    view = told(tmp_path, sentence)
    (row,) = tables.speakers_table(view).to_dict("records")
    assert row["Words verbatim"] + row["Words reported"] == words
    shown = to_html(open_page(view.analysis, "voices").records("quotations").node)
    assert re.findall("<mark>(.*?)</mark>", shown) == marked


def test_the_words_of_titles_are_not_counted(tmp_path: Path) -> None:
    link = "A lire aussi :\nPont fermé « pour un an », selon la Norvège"
    view = told(tmp_path, f"« Il pleut trop », a dit Anne Roux.\n\n{link}\n\nLe port est ouvert.")
    assert list(tables.speakers_table(view)["Words verbatim"]) == [3]
    assert list(tables.profiles_table(view)["Words verbatim"]) == [3]


@pytest.mark.parametrize(
    ("kind", "stances", "name"),
    [
        ("stance", ("affirm", "deny"), "Denial"),
        ("stance", ("affirm", "no_comment"), "Left open"),
        ("certainty", ("affirm",), "Fact or suspicion"),
    ],
)
def test_a_difference_is_named_by_what_it_is(kind: str, stances: tuple[str, ...], name: str) -> None:
    made = bridge.build()
    claims = tuple(replace(c, stance=s) for c, s in zip(made.claims, stances, strict=False))
    rows = tuple(c.claim_id for c in claims)
    differing = replace(made.discrepancies[0], kind="stance", subject="any", records=rows, sides=())
    asked = replace(made.investigation, questions=(Question("any", "Any", (), kind=kind),))
    view = View(replace(made, investigation=asked, claims=claims, discrepancies=(differing,)))
    assert list(dress(frames.build("discrepancies", view))["Kind"]) == [name]


def test_beside_an_answer_that_another_tells_of_stands_who_does(tmp_path: Path) -> None:
    for said, who in {
        "Anne Roux a déclaré que la Norvège n'acceptait pas le plan.": "Norway, according to Anne Roux",
        "La Norvège n'accepte pas le plan.": "Norway",
    }.items():
        view = told(tmp_path, said)
        assert list(tables.matrix_table(view)["Who"]) == [who]
        assert list(dress(frames.build("responses", view))["Answer"]) == ["turns down"]  # no denial


def test_an_answer_on_no_topic_is_on_the_theme_of_what_is_said(tmp_path: Path) -> None:
    asked = Investigation(themes=(Theme("money", "Money", ("prêt",)),))
    for said, matter in {
        "Anne Roux a réfuté l'idée d'un prêt par l'État.": "Money",
        "Anne Roux a réfuté l'idée d'un départ.": "Other matters",
    }.items():
        assert list(tables.matrix_table(told(tmp_path, said, asked))["Matter"]) == [matter]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Le port a perdu 300 barques.", ["The newspaper itself"]),
        ("Le port, y lit-on, a perdu 300 barques.", []),
        ("Le port a perdu 300 barques, a-t-on appris hier.", []),
    ],
)
def test_what_is_read_or_heard_somewhere_is_not_the_newspapers_own(
    tmp_path: Path, text: str, who: list[str]
) -> None:
    shown = dress(frames.build("claims", told(tmp_path, text)))
    assert list(filter(None, shown["Claimant"])) == who


def test_a_figure_of_a_line_between_paragraphs_says_so(tmp_path: Path) -> None:
    line = "Près de 300 soldats sont arrivés, estime la Norvège"
    view = told(tmp_path, f"La ville se tait.\n\n{line}\n\nLe maire a fermé l'école.")
    (source,) = dress(frames.build("claims", view))["Source"]
    assert source.endswith("14 Jan, line set between paragraphs")


@pytest.mark.parametrize(
    ("text", "who", "when"),
    [
        ("La Norvège prévoit de supprimer 300 postes.", "Norway, according to the newspaper itself", ""),
        ("La Norvège craint la suppression de 300 postes.", "Norway, according to the newspaper itself", ""),
        ("La Norvège a annoncé 300 suppressions de postes.", "Norway", "reported on 14 January 2025"),
        ("Selon la Norvège, 300 postes seront supprimés.", "Norway", "reported on 14 January 2025"),
    ],
)
def test_what_somebody_only_plans_or_fears_is_not_said_by_him(
    tmp_path: Path, text: str, who: str, when: str
) -> None:
    view = told(tmp_path, text)
    assert {*tables.matrix_table(view)["Who"], *dress(frames.build("claims", view))["Claimant"]} == {who}
    assert {said_when(view, claim) for claim in view.analysis.claims} == {when}
    assert list(tables.actors_table(view)["Name"]) == ["Norway"] * bool(when)


def test_a_heading_that_joins_two_figures_of_its_article_repeats_them_and_a_link_never_does(
    tmp_path: Path,
) -> None:
    text = """Au moins 3000 soldats sont partis de Brest.

{heading}

Jusqu'à 9000 soldats partiraient, selon la Norvège. Le port compte 5000 habitants.

A lire aussi :
Pourquoi 9000 soldats partent

La Suède se tait."""
    for heading, kept in {"Entre 3000 et 9000 soldats": False, "Entre 3000 et 5000 soldats": True}.items():
        view = told(tmp_path, text.format(heading=heading))
        rows = frames.unrepeated(frames.build("claims", view))
        assert ("heading" in set(rows["section"])) is kept
        (link,) = rows.query("section == 'related_link'").itertuples()
        assert (link.edtf, link.day_of) == ("", "")


def test_the_index_holds_the_ids_of_the_records() -> None:
    assert list(frames.build("claims", VIEW).index) == [c.claim_id for c in VIEW.analysis.claims[:2]]
    assert list(frames.build("discrepancies", VIEW).index) == ["x-00000001"]
    assert list(tables.reuse_table(VIEW).index) == ["r-00000001"]


def test_an_article_tells_how_its_date_is_known() -> None:
    row = dress(frames.build("articles", VIEW)).to_dict("records")[0]
    assert (row["Label"], row["Published"], row["How we know"]) == (
        "La Gazette, 4 May",
        "4 May 2021",
        "the file gives the day",
    )


@pytest.mark.parametrize("make", MAKERS.values(), ids=MAKERS)
def test_of_nothing_comes_a_table_without_rows(make: object) -> None:
    table = dress(make(NOTHING))  # type: ignore[operator]
    assert table.empty and len(table.columns) > 1


@pytest.mark.parametrize("make", MAKERS.values(), ids=MAKERS)
def test_french_columns_are_named_and_every_link_has_words(make: object) -> None:
    table = dress(make(VIEW))  # type: ignore[operator]
    assert set(table.attrs["french"]) <= set(table.columns)
    for column, links in table.attrs.get("links", {}).items():
        assert column in table.columns and all(text for row in links for text, _ in row)


def test_who_is_called_as_a_side_is_of_it(tmp_path: Path) -> None:
    asked = Investigation(sides=(Side("Syndicats"), Side("Patronat")))
    view = told(tmp_path, "Les syndicats ont annoncé 300 départs. La ville les dément.", asked)
    assert [view.side((name,)) for name in ("syndicats", "ville")] == [1, 0]


def test_before_a_semicolon_stand_words_of_others(tmp_path: Path) -> None:
    text = "On craint 90 départs à Oslo ; idem à Brest où la Norvège craint la suppression de 300 postes."
    with using("fr"):
        (row,) = tables.matrix_table(told(tmp_path, text)).to_dict("records")
    assert " ".join([*row.values()][-1].split()) == f"« […] {text.partition(' ; ')[2]} »"


def test_the_table_of_differences_gives_the_subject_of_each() -> None:
    (row,) = dress(frames.build("discrepancies", VIEW)).to_dict("records")
    assert VIEW.analysis.discrepancies[0].statement.startswith(row["What differs"])


@pytest.mark.parametrize(
    ("statement", "matter"),
    [
        ("Vote of the town: dated 6 May in A but 8 May in B.", "Vote of the town"),
        ("Troops: figures given by Kita (A). Beside them a denial.", "Troops: figures given by Kita"),
        (
            "Troops: a denial, and left open elsewhere: Lima in A.",
            "Troops: a denial, and left open elsewhere",
        ),
        ("Montants : « 10.000 euros » (A), mais « 12 » (B).", "Montants : « 10.000 euros »"),
    ],
)
def test_what_a_difference_is_about_is_told_apart_from_its_sides(statement: str, matter: str) -> None:
    assert subject_of(statement) == matter


@pytest.mark.parametrize(
    ("label", "clause", "told"),
    [
        ("« Le pont de Dole a fermé mardi »", "Le pont de Dole a fermé mardi", ""),
        ("« Le pont de Dole a fermé mardi », selon la mairie", "Le pont de Dole a fermé mardi", ""),
        ("Vote sur le pont", "Le conseil a voté mardi la fermeture", "Le conseil a voté mardi la fermeture"),
    ],
)
def test_the_words_of_an_event_do_not_stand_beside_it_twice(label: str, clause: str, told: str) -> None:
    row = SimpleNamespace(label=label, clause=clause, text_source="Article A", source="Article A")
    (cell,) = (cell for cell in LOOKS["event"] if cell.heading == "Words*")
    assert cell.make(row) == told
