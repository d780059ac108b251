"""Records become English sentences; every sentence knows the records it rests on."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pybtex.database
import pytest
from tests import bridge

from dossier.charts.timeline import dates_in_words
from dossier.disagreements.counted import says_part
from dossier.edtf import bounds, in_words, precision, sort_key
from dossier.events import PASSAGE
from dossier.frames import build, rows_of
from dossier.i18n import listed, ngettext, number, using
from dossier.investigation import EventType, Investigation, Topic, read_investigation
from dossier.narrative import (
    build_findings,
    by_place,
    cite,
    contradictions,
    event_day,
    event_sentence,
    event_sources,
    extent,
    key_facts,
    lead_sentences,
    movement,
    plain,
    unknowns,
)
from dossier.narrative.facts import is_one_hour
from dossier.narrative.parts import MOST, in_their_words, joined, whole_words
from dossier.narrative.sentences import denial, status_of
from dossier.pipeline import analyse_folder
from dossier.records import PUBLISHED, Claim, Published, Statement
from dossier.view import View, counted, published_words, qualifiers, role_beside, time_in_words, whereabouts
from dossier.view.affair import is_of_somebody, is_one_matter, telling_roots
from dossier.view.events import build_events
from dossier.view.speech import balanced
from dossier.words import figure

VIEW, NOTHING = View(bridge.build()), View(bridge.empty())
SAME = [replace(mention, date="2021-05-03") for mention in bridge.build().events]


def said(parts: object) -> str:
    return plain(parts)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("edtf", "words", "fine"),
    [
        ("2021-05-03", "3 May 2021", "day"),
        ("2021-05-21", "21 May 2021", "day"),
        ("2021-05", "May 2021", "month"),
        ("2021", "2021", "year"),
        ("2021-05-01/2021-05-15", "1–15 May 2021", "interval"),
        ("2021-04-30/2021-05-15", "30 April – 15 May 2021", "interval"),
        ("2020-12-30/2021-01-02", "30 December 2020 – 2 January 2021", "interval"),
        ("../2021-05", "until May 2021", "interval"),
        ("2021-05-09/..", "from 9 May 2021", "interval"),
        ("2021-05~", "about May 2021", "approximate month"),
        ("2021-23", "autumn 2021", "season"),
        ("198X", "1980s", "decade or century"),
        ("", "", "unknown"),
        ("no date", "no date", "year"),
    ],
)
def test_a_date_in_words(edtf: str, words: str, fine: str) -> None:
    assert in_words(edtf) == words
    assert edtf == "no date" or precision(edtf) == fine


def test_dates_have_bounds_and_an_order() -> None:
    first, last = bounds("2021-05")
    assert (str(first), str(last)) == ("2021-05-01", "2021-05-31")
    assert bounds("2021-05-09/..")[1] is None and bounds("rubbish") == (None, None)
    assert sorted(["", "2021-06", "2021-05-03", "2021"], key=sort_key) == [
        "2021",
        "2021-05-03",
        "2021-06",
        "",
    ]


@pytest.mark.parametrize(
    ("low", "high", "comparator", "words"),
    [
        (3000, 3000, "exact", "3,000"),
        (3000, 3000, "about", "about 3,000"),
        (3000, None, "at_least", "at least 3,000"),
        (None, 12000, "at_most", "up to 12,000"),
        (1500, None, "more_than", "more than 1,500"),
        (None, 40, "less_than", "less than 40"),
        (2e6, 4e6, "between", "between 2 million and 4 million"),
        (1000, None, "vague", "thousands"),
        (300, None, "vague", "hundreds"),
        (1.5, 1.5, "exact", "1.5"),
        (None, None, "", ""),
    ],
)
def test_a_figure_in_words(low: float | None, high: float | None, comparator: str, words: str) -> None:
    assert figure(Claim("c-0", "a", 0, 1, "x", low=low, high=high, comparator=comparator)) == words


def test_what_only_stresses_a_figure_makes_it_no_lower_bound() -> None:
    claim = Claim("c-0", "a", 0, 1, "pas moins de 8 000 postes", low=8000, comparator="at_least")
    assert figure(claim) == "no fewer than 8,000"
    with using("fr"):
        assert figure(claim) == "pas moins de 8\u202f000"


def test_counts_and_lists() -> None:
    articles = ("{n} article", "{n} articles")
    assert ngettext(*articles, 1) == "one article" and ngettext(*articles, 0) == "no articles"
    assert ngettext("{n} event", "{n} events", 1200) == "1,200 events"
    assert listed([]) == "" and listed(["a"]) == "a" and listed(["a", "b", "c"]) == "a, b and c"
    assert number(3_400_000) == "3.4 million"


def test_findings_tell_figures_by_place_the_denial_and_the_expert() -> None:
    findings = {finding.rule: finding.statement for finding in build_findings(VIEW)}
    assert findings["range"] == (
        "On residents: the prefecture: at least 200, reported on 4 May 2021; "
        "the mayor: up to 500, said on 5 May 2021."
    )
    assert findings["denial"] == (
        "Denials – the prefecture: “La préfecture dément ces chiffres” (La Gazette, 6 May)."
    )
    assert findings["expert"].startswith("Anne Le Goff (tribologue): “Le pont tiendra”")
    assert 3 <= len(findings) <= 7


def test_a_report_in_the_language_of_the_articles_gives_their_sentences() -> None:
    with using("fr"):
        view = View(bridge.build())
        told = [finding.statement for finding in build_findings(view) if finding.rule == "range"]
        lead = plain(lead_sentences(view, "figures")[0])
    whole = [
        "Selon la préfecture, au moins 200 riverains sont touchés.",
        "Le maire a affirmé que jusqu'à 500 riverains attendaient.",
    ]
    assert [row.split("\u00a0")[1] for row in told] == whole
    assert all(words in lead for words in whole)


def test_what_a_sentence_points_to_stands_before_it() -> None:
    text = "Le groupe supprime 27 000 postes. Mi-juin, il a dit que 8 000 de ces départs auraient lieu ici."
    article = replace(bridge.article("A", text), title="")
    figure_ = Claim("c-0", "A", text.index("8 000"), text.index(" de ces"), "8 000", topic="jobs", low=8000)
    analysis = replace(bridge.empty(), articles=(article,), sentences=bridge.sentences(article))
    with using("fr"):
        (told,) = in_their_words(View(replace(analysis, claims=(figure_,))), [figure_])
    assert text in plain(told)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Le maire a réfuté l'idée d'un prêt par l'État.", "a réfuté l'idée d'un prêt par l'État"),
        (
            "(Jean Copé déplora un discours « bavard » et manquant « de courage ») .",
            "déplora un discours « bavard » et manquant « de courage »",
        ),
        ("Jean Copé a dit : « Le pont est fermé. »", "Le pont est fermé."),
    ],
)
def test_a_quotation_is_cited_from_the_verb_that_may_say_the_contrary(
    tmp_path: Path, text: str, words: str
) -> None:
    view = view_of(tmp_path, text)
    with using("fr"):
        assert {whole_words(view, said) for said in view.analysis.quotations} == {words}


def test_behind_an_english_name_a_quotation_is_its_sentence(tmp_path: Path) -> None:
    text = "Le traité prévoit « une aide immédiate » en cas d'attaque."
    (said,) = (view := view_of(tmp_path, text)).analysis.quotations
    assert whole_words(view, said) == text.removesuffix(".")


@pytest.mark.parametrize(
    ("text", "label"),
    [
        (
            "La préfecture a promis lundi un pont « sûr ».",
            "The prefecture, in the article’s words: “La préfecture a promis lundi un pont « sûr »”",
        ),
        ("Anne Roux a promis lundi que le pont « tiendra ».", "Anne Roux promised: “le pont « tiendra »”"),
        ("« Une escalade », a dit lundi Anne Roux.", "Anne Roux: “Une escalade”"),
        (
            "La préfecture a annoncé lundi son intention de finir « le pont » car « il tient ».",
            "The prefecture, in the article’s words: “La préfecture a annoncé lundi son intention de finir "
            "« le pont » car « il tient »”",
        ),
        (
            "Anne Roux a ironisé lundi sur un pont « perdu ».",
            "Anne Roux, in the article’s words: “Anne Roux a ironisé lundi sur un pont « perdu »”",
        ),
        ("Anne Roux se rendra mardi à Dole.", "Visit of Anne Roux (Dole)"),
        (
            "« Le pont tient », a dit Anne Roux lors d'un déplacement à Dole lundi.",
            "Visit of Anne Roux (Dole)",
        ),
        ("Anne Roux se rendra mardi aux États-Unis.", "Visit of Anne Roux (United States)"),
        (
            "« Le pont tient », a dit Anne Roux lors d'une visite en Suisse lundi.",
            "Visit of Anne Roux (Switzerland)",
        ),
        ("Le pont ferme, comme en Wallonie, où Anne Roux se rendra mardi.", "Visit of Anne Roux (Wallonie)"),
        ("Anne Roux visitera mardi les ponts.", "Visit: “Anne Roux visitera mardi les ponts”"),
        (
            "Anne Roux a attendu à Dole. Lundi, cette victoire a été nette, et elle compte.",
            "Victory: “Lundi, cette victoire a été nette, et elle compte”",
        ),
        (
            "La soirée électorale a culminé en une victoire nette au niveau du Collège, et elle compte. "
            "Sans la Corse, Anne Roux a remporté hier soir 303 voix.",
            "Victory of Anne Roux: “La soirée électorale a culminé en une victoire nette au niveau du Collège"
            ", et elle compte”",
        ),
    ],
)
def test_in_english_an_event_says_who_did_what_and_french_stands_apart(
    tmp_path: Path, text: str, label: str
) -> None:
    asked = replace(bridge.ASKED, event_types=(EventType("win", "Victory", ("victoire", "remporter")),))
    view = view_of(tmp_path, f"Pont\n\n14 janvier 2025\n\n{text}", asked=asked)
    assert label in [event.label for event in view.told_events]


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("La direction de PSA a confirmé lundi un plan.", "La direction de PSA « a confirmé lundi un plan »"),
        ("Anne Roux a dit lundi : « Le pont tiendra. »", "Anne Roux : « Le pont tiendra. »"),
    ],
)
def test_in_french_no_colon_parts_a_verb_from_its_subject(tmp_path: Path, text: str, label: str) -> None:
    view = view_of(tmp_path, f"Usine\n\n14 janvier 2025\n\nLe groupe est réuni. {text}")
    with using("fr"):
        (event,) = (event for event in View(view.analysis).events if event.speech)
    assert " ".join(event.label.split()) == label


def test_whose_a_figure_is_stands_in_the_sentence_before_or_in_brackets(tmp_path: Path) -> None:
    title, first = "PSA va supprimer 900 emplois", "PSA souffre depuis mai."
    other = "Cette annonce vise 500 salariés."
    body = "En tout, 300 postes seront supprimés, a indiqué la direction."
    view = view_of(tmp_path, f"{title}\n\n14 mars 2024. - {first} {body}\n\n{other}\n")
    asked = Investigation(topics=(Topic("jobs", "Jobs", words=("emploi",)),))
    with using("fr"):
        told = [plain(row) for row in in_their_words(view, view.analysis.claims)]
        jobs = tuple(replace(claim, topic="jobs") for claim in view.analysis.claims)
        own = View(replace(view.analysis, investigation=asked, claims=jobs))
        whose = [plain(row) for row in in_their_words(own, own.analysis.claims)]
    assert any(f"{first} {body}" in row for row in told)
    assert any(f"{other}\u00a0» (PSA)" in row for row in whose)  # on a topic that is asked for
    assert not any("(PSA)" in row for row in told)


def test_what_is_to_come_is_told_with_its_term(tmp_path: Path) -> None:
    asked = Investigation(event_types=(EventType("cut", "Cut", triggers=("supprimer",)),))
    text = "PSA va supprimer 900 emplois d'ici à 2030\n\n14 mars 2024\n\nPSA souffre. Il pleut.\n"
    (event,) = view_of(tmp_path, text, asked=asked).events
    assert event.bound_in_words == "still to come when its article was published (14 March 2024), by 2030"


@pytest.mark.parametrize(
    ("stance", "response", "called"),
    [
        ("deny", "denies", "Denials"),
        ("deny", "rejects", "Rejections"),
        ("no_comment", "neither", "Answers left open"),
    ],
)
def test_answers_stand_in_their_own_words_under_what_they_are(
    stance: str, response: str, called: str
) -> None:
    answers = (claim for claim in bridge.build().claims if claim.stance == "deny")
    claims = tuple(replace(claim, topic="other", stance=stance, response=response) for claim in answers)
    told = plain(denial(View(replace(bridge.build(), claims=claims)), "other"))
    assert told.startswith(f"{called} – the prefecture: “")


def test_in_the_language_of_the_articles_each_answer_is_a_passage_of_its_own(tmp_path: Path) -> None:
    asked = Investigation(
        topics=(Topic("pupils", "Élèves", words=("élève",)),),
        event_types=(EventType("cut", "Coupe", triggers=("supprimer",)),),
    )
    text = (
        "La cantine ferme\n\n14 mars 2024\n\nOn compte 300 élèves. Il pleut. "
        "Le maire Luc Morel dément avoir fermé la cantine. La cuisine est vide. "
        "La cheffe Anne Roux nie avoir volé la viande.\n"
    )
    view = view_of(tmp_path, text, asked=asked)
    with using("fr"):
        told = [finding.statement for finding in build_findings(view) if finding.rule == "denial"]
    assert ["Morel" in words for words in told] == [True, False]
    assert ["Roux" in words for words in told] == [False, True]


def test_a_key_fact_is_settled_on_one_source_or_disputed() -> None:
    (fact,) = key_facts(VIEW)
    assert fact.standing == "disputed"
    both = "3 May 2021 or 4 May 2021: Vote on the closure"
    assert plain(fact.parts) == f"{both} (La Gazette, 4 May; La Gazette, 6 May)."  # a contradiction tells it
    (fact,) = key_facts(View(replace(bridge.build(), discrepancies=())))
    told = " – 3 May 2021 (La Gazette, 4 May); but 4 May 2021 (La Gazette, 6 May)."
    assert plain(fact.parts) == both + told
    settled = View(replace(bridge.build(), discrepancies=(), events=tuple(SAME)))
    assert [fact.standing for fact in key_facts(settled)] == ["settled"]
    beside = replace(bridge.build().discrepancies[0], subject="denied")  # nobody asked for that
    compared = View(replace(bridge.build(), discrepancies=(beside,), events=tuple(SAME)))
    assert [fact.standing for fact in key_facts(compared)] == [""]
    single = View(replace(bridge.build(), discrepancies=(), events=tuple(SAME[:1])))
    assert [fact.standing for fact in key_facts(single)] == ["one source"]


def test_without_a_path_key_facts_tell_what_is_dated_in_its_own_words() -> None:
    passages = tuple(replace(mention, label=PASSAGE) for mention in SAME)
    asked = replace(bridge.ASKED, path=())
    made = replace(bridge.build(), discrepancies=(), events=passages, investigation=asked)
    (fact,) = key_facts(View(made))
    assert fact.event.label == f"“{passages[0].text}”"
    assert fact.standing == "settled"


def test_a_day_is_cited_to_those_who_state_it_and_to_nobody_who_only_agrees() -> None:
    first, second = bridge.build().events
    (event,) = View(replace(bridge.build(), events=(first, replace(second, date="2021-05")))).events
    told = event_day(event).text + plain(event_sources(VIEW, event))
    assert told == "3 May 2021 (La Gazette, 4 May)"


def test_what_is_not_known_is_said() -> None:
    asked = replace(
        bridge.ASKED,
        event_types=(*bridge.ASKED.event_types, EventType("reopening", "Reopening of the bridge", once=True)),
    )
    told = [plain(parts) for parts in unknowns(View(replace(bridge.build(), investigation=asked)))]
    assert "The program found no passage that tells of the reopening of the bridge." in told
    first = replace(bridge.build().events[0], event_id="e-other", type="reopening", date="")
    made = replace(bridge.build(), investigation=asked, events=(first, *bridge.build().events[1:]))
    told = [plain(parts) for parts in unknowns(View(made))]
    assert "When: the program found no day for the reopening of the bridge." in told


def test_who_speaks_elsewhere_by_the_name_of_its_body_has_not_left_a_matter_unanswered() -> None:
    asked = Claim("c-1", "001_abc", 0, 5, "texte", claimant=("direction de Chimelac",), stance="no_comment")
    made = replace(bridge.build(), quotations=(), claims=(asked,))
    assert any("clear answer" in plain(parts) for parts in unknowns(View(made)))
    spoke = replace(asked, claim_id="c-2", claimant=("Chimelac",), stance="deny")
    made = replace(made, claims=(asked, spoke))
    assert not any("clear answer" in plain(parts) for parts in unknowns(View(made)))
    # beside one who denies here and is silent there, nobody is told of as the one who gives no clear answer
    both = (
        replace(asked, claim_id=f"c-{stance}", claimant=("Dole",), stance=stance)
        for stance in ("deny", "no_comment")
    )
    assert not any(
        "clear answer" in plain(parts) for parts in unknowns(View(replace(made, claims=(asked, *both))))
    )


FIRST_BOOK = {
    "a": (
        "Moroni, 4 mars 2024 (AFP) - Deux pêcheurs ont disparu dimanche au large de Mohéli, a annoncé "
        "lundi la gendarmerie. Un témoin a vu la pirogue lundi matin. La mairie, sollicitée, n'a pas répondu."
    ),
    "b": "Publié le 5 mars 2024\n\n« La pirogue a quitté Mohéli samedi soir. Elle n'est pas rentrée », "
    "déclare la maire, Anne Roux. La mer était grosse. Quatre pêcheurs vivent au village.",
}


def test_a_first_book_tells_what_the_articles_open_with_in_their_own_sentences(tmp_path: Path) -> None:
    for name, text in FIRST_BOOK.items():
        (tmp_path / f"{name}.txt").write_text(f"Un titre de {name}\n\n{text}\n", "utf-8")
    view = View(analyse_folder(tmp_path, Investigation()))
    told = [plain(fact.parts) for fact in key_facts(view)]
    opening = (
        "3 March 2024: “Deux pêcheurs ont disparu dimanche au large de Mohéli, a annoncé lundi "
        "la gendarmerie”, dated by “dimanche” (AFP)."
    )
    assert opening in told
    assert sum("Deux pêcheurs" in words for words in told) == 1
    cut = "2 March 2024: “« La pirogue a quitté Mohéli samedi soir »”, according to Anne Roux, dated by"
    assert any(words.startswith(cut) for words in told)
    assert "Asked, without an answer: “La mairie, sollicitée, n'a pas répondu.” (AFP)." in map(
        plain, unknowns(view)
    )
    findings = [plain(finding.parts) for finding in build_findings(view)]
    assert any("“Quatre pêcheurs vivent au village.”" in words for words in findings)
    assert not any("Deux pêcheurs" in words for words in findings)  # the key facts have told it


def test_every_finding_rests_on_records_that_exist() -> None:
    known = {*VIEW.records, "x-00000001"}
    for finding in build_findings(VIEW):
        assert set(finding.records) <= known
        assert finding.records or finding.rule == "origin"


def test_a_finding_keeps_its_id_when_an_article_is_added() -> None:
    made = bridge.build()
    more = replace(made, articles=(*made.articles, bridge.article("003_new", "Rien de nouveau.")))
    ids = {finding.finding_id for finding in build_findings(View(more))}
    assert ids == {finding.finding_id for finding in build_findings(VIEW)}


def test_nothing_found_is_said() -> None:
    assert build_findings(NOTHING) == ()
    for page in ("timeline", "figures", "voices"):
        assert said(lead_sentences(NOTHING, page)[0]) == "The program found nothing of this kind."
    assert "found no two passages that contradict" in said(lead_sentences(NOTHING, "disagreements")[0])
    assert movement(NOTHING, "residents") == ()


@pytest.mark.parametrize(
    ("page", "told"),
    [
        (
            "disagreements",
            "The sources contradict each other – Vote on the closure: dated 3 May 2021 in 001 but 4 May 2021 "
            "in 002.",
        ),
        ("sources", "La Gazette (two articles), published 4–6 May 2021."),
        (
            "timeline",
            "The sources contradict each other on the day or a detail of this: vote on the closure.",
        ),
    ],
)
def test_a_page_opens_with_what_it_shows_not_with_how_much(page: str, told: str) -> None:
    assert said(lead_sentences(VIEW, page)[0]) == told


def test_the_days_of_publication_are_of_the_articles_that_have_one(tmp_path: Path) -> None:
    (tmp_path / "b.txt").write_text("L'Écho\n\nLe pont de Dole est fermé.", encoding="utf-8")
    view = view_of(tmp_path, "Dole\n\n14 janvier 2025\n\nLe pont est fermé.")
    assert (
        extent("Two articles", view.analysis.articles)
        == "Two articles, one of them published on 14 January 2025"
    )


def test_what_is_planned_for_another_day_than_before_stands_on_the_summary() -> None:
    made = bridge.build()
    row = replace(made.discrepancies[0], kind="date", severity="revision")
    view = View(replace(made, discrepancies=(row,)))
    assert (contradictions(view, "days"), contradictions(view, "sources")) == ((row,), ())


def test_without_an_expert_the_lead_of_voices_has_the_words_of_those_quoted_most(tmp_path: Path) -> None:
    view = view_of(tmp_path, "Dole\n\n14 janvier 2025\n\nLa ministre Anne Roux a dit : « Le pont tiendra. »")
    told = plain(lead_sentences(view, "voices")[0])
    assert told.startswith("In their words – Anne Roux: “Le pont tiendra.”")


def test_who_is_named_stands_there_before_who_is_not(tmp_path: Path) -> None:
    text = "« Personne ne nous a prévenus de rien », a dit un riverain. « Il tiendra », a dit Anne Roux."
    view = view_of(tmp_path, f"Dole\n\n14 janvier 2025\n\n{text}")
    told = plain(lead_sentences(view, "voices")[0])
    assert told.startswith("In their words – Anne Roux: “Il tiendra”")


def test_a_timeline_without_a_path_opens_with_what_most_articles_tell() -> None:
    made = bridge.build()
    asked = replace(made.investigation, path=())
    settled = View(replace(made, investigation=asked, discrepancies=()))
    told = "Told by most articles: vote on the closure (3 May 2021 or 4 May 2021)."
    assert said(lead_sentences(settled, "timeline")[0]) == told


def test_an_event_as_a_sentence_names_each_date_with_its_source() -> None:
    (event,) = VIEW.events
    words = said(event_sentence(VIEW, event))
    assert words.startswith("3 May 2021 or 4 May 2021: Vote on the closure – 3 May 2021 (La Gazette, 4 May)")


def test_only_figures_of_one_place_and_stage_that_a_text_dates_move() -> None:
    assert movement(VIEW, "residents") == ()
    made = bridge.build()
    first, *rest = made.claims
    dated = View(replace(made, claims=(replace(first, said_on="2021-05-02"), *rest)))
    (words,) = (plain(parts) for parts in movement(dated, "residents"))
    assert words.startswith("the prefecture spoke of at least 200, said on 2 May 2021")
    assert "; then the mayor spoke of up to 500, said on 5 May 2021" in words
    elsewhere = View(replace(made, claims=(replace(first, said_on="2021-05-02", place="Lima"), *rest)))
    assert movement(elsewhere, "residents") == ()


def test_a_part_beside_its_whole_moves_nothing(tmp_path: Path) -> None:
    text = "Onze personnes ont été blessées lundi, dont deux gendarmes. Parmi eux, sept ont quitté l'hôpital."
    view = view_of(tmp_path, text)
    parts = [c.text for c in view.analysis.claims if says_part(c, view.articles[c.article_id].text)]
    assert parts == ["deux gendarmes", "sept"]


@pytest.mark.parametrize(
    ("words", "printed"),
    [
        ('"On a renvoyé 200 salariés…', "On a renvoyé 200 salariés…"),
        ('"On a renvoyé 200 salariés"', "On a renvoyé 200 salariés"),
        ('Il parle de "fuite" et de "vol…', 'Il parle de "fuite" et de "vol…"'),
        ('"Oui" et "non"', '"Oui" et "non"'),
        ("« Oui » et « non »", "« Oui » et « non »"),
        ("“Oui, dit-il", "“Oui, dit-il”"),
    ],
)
def test_words_within_the_marks_of_the_book_have_none_around_them_and_no_half_of_any(
    words: str, printed: str
) -> None:
    assert balanced(words) == printed


@pytest.mark.parametrize(
    ("change", "mark"),
    [
        ({"modality": "conditional"}, "told as unconfirmed"),
        ({"modality": "estimated"}, "as an estimate"),
        ({"modality": "planned"}, "planned"),
        ({"modality": "sought"}, "asked for"),
        ({"stance": "hypothetical"}, "as a possibility"),
        ({"stance": "deny"}, "denied"),
    ],
)
def test_what_weakens_a_figure_stands_in_its_row_and_makes_it_no_figure_of_what_is(
    change: dict[str, str], mark: str
) -> None:
    made = bridge.build()
    first, *rest = made.claims
    weaker = View(replace(made, claims=(replace(first, **change), *rest)))  # type: ignore[arg-type]
    claims = build("claims", weaker)
    (marks,) = claims.query("counted.str.startswith('at least 200')").marks
    assert mark in marks
    told = [sentence for sentence in map(plain, by_place(weaker, "residents")) if "at least 200" in sentence]
    assert all(mark in sentence for sentence in told)
    assert bool(told) is (mark in ("as an estimate", "planned"))


def test_a_citation_is_text_and_bibtex_that_others_read() -> None:
    made = cite(
        bridge.ASKED, record_id="c-00000000", label="50 % {of it", place="notebooks/02.html#c-00000000"
    )
    assert made.text.startswith(
        "A. Reader. “50 % {of it” [c-00000000], in: The bridge. Version 1.2, 1 June 2021"
    )
    assert made.text.endswith("https://example.org/bridge/notebooks/02.html#c-00000000.")
    (entry,) = pybtex.database.parse_string(made.bibtex, "bibtex").entries.values()
    assert entry.fields["year"] == "2021" and "c-00000000" in entry.fields["title"]
    assert list(pybtex.database.parse_string(cite(bridge.ASKED).bibtex, "bibtex").entries) == ["the-bridge"]


def test_a_citation_has_an_absolute_address_or_none() -> None:
    place = "notebooks/02_troops.html#c-00000001"
    known = cite(bridge.ASKED, record_id="c-00000001", label="x", place=place)
    assert "https://example.org/bridge/notebooks/02_troops.html#c-00000001" in known.bibtex
    unknown = cite(replace(bridge.ASKED, url=""), record_id="c-00000001", label="x", place=place)
    assert "notebooks" not in unknown.text + unknown.bibtex and "url" not in unknown.bibtex


def test_special_characters_are_escaped_in_every_field_of_a_citation() -> None:
    odd = replace(bridge.ASKED, title="A & B", version="1_2 {x}", authors=("C % D",), url="https://e.org/{a}")
    (entry,) = pybtex.database.parse_string(cite(odd).bibtex, "bibtex").entries.values()
    assert entry.fields["version"] == r"1\_2 \textbraceleft{}x\textbraceright{}"
    assert entry.fields["url"] == "https://e.org/%7Ba%7D"


def test_a_list_of_a_sentence_ends_with_how_many_more_there_are() -> None:
    pieces = [f"a{n}" for n in range(MOST + 5)]
    assert plain(joined(pieces)).endswith(f", a{MOST - 1} and five more")
    assert plain(joined(pieces, between="; ")).endswith(f"; a{MOST - 1}; and five more")
    assert plain(joined(pieces[:MOST])).endswith(f" and a{MOST - 1}")


TOLD = (("voter", "{agent} voted on {patient}"), ("else", "A vote was held"))


def _told(**roles: object) -> str:
    """Return the label of the vote whose statement has *roles*, as a kind with sentences tells it."""
    made = bridge.build()
    first = replace(made.events[0], statement_id="s-0", actors=("maire",))
    statement = Statement("s-0", "001_abc", 0, 9, "", 0, 9, **{"predicate": "voter", **roles})  # type: ignore[arg-type]
    kind = replace(bridge.ASKED.event_types[0], told=TOLD)
    asked = replace(bridge.ASKED, event_types=(kind,))
    (event,) = View(replace(made, events=(first,), statements=(statement,), investigation=asked)).events
    return event.label


def test_an_event_is_a_sentence_where_its_statement_says_who_did_what() -> None:
    assert _told(agent=("maire",), patient=("États-Unis",)) == "The mayor voted on the United States"
    assert _told(agent=("maire",)) == "A vote was held"
    assert _told(agent=("untel",), patient=("États-Unis",)) == "A vote was held"
    assert _told(predicate="annoncer", agent=("maire",), patient=("États-Unis",)) == "A vote was held"
    assert _told(polarity="-", agent=("maire",)).startswith("Vote on the closure: ")


@pytest.mark.parametrize(
    ("language", "words"), [("en", "1,500 dead a day"), ("fr", "1\u202f500 morts par jour")]
)
def test_a_figure_keeps_its_rate_in_every_language(language: str, words: str) -> None:
    claim = Claim(
        "c-0",
        "001_abc",
        0,
        1,
        "1 500 morts par jour",
        low=1500,
        high=1500,
        comparator="exact",
        unit="mort",
        subject="morts",
        per="jour",
    )
    with using(language):
        assert counted(VIEW, claim) == words


def test_a_sign_follows_its_figure_unquoted() -> None:
    claim = Claim("c-0", "002_def", 0, 1, "22 %", low=22, high=22, comparator="exact", unit="%")
    assert counted(VIEW, claim) == "22%"
    assert number(200 / 3) == "66.67"


def test_what_an_article_begins_with_of_a_kind_that_is_asked_for_is_told_though_nothing_dates_it(
    tmp_path: Path,
) -> None:
    text = "Le groupe Orval va supprimer 300 postes\n\n14 janvier 2025\n\nLe groupe a réuni mardi ses cadres."
    (tmp_path / "a.txt").write_text(text + "\n\nIl a fermé son siège.", encoding="utf-8")
    cut = EventType("cut", "Job cuts", ("supprimer",), with_words=("poste",))
    view = View(analyse_folder(tmp_path, Investigation(event_types=(cut,)), jobs=1))
    told = [event.label for event in view.events if event.type == "cut"]
    assert told == ["Job cuts: “Le groupe Orval va supprimer 300 postes”"]


OPENS = Statement("s-0", "001_abc", -9, -1, "Le pont ferme", -9, -1, "fermer")  # ahead of what is looked at


def test_what_one_article_tells_in_passing_is_no_key_fact() -> None:
    (first, _second) = SAME
    place = (first.sentence_start, first.sentence_end)
    told = Statement("s-9", first.article_id, first.start, first.end, "votée", *place, "voter")
    lone = replace(first, statement_id="s-9", event_id="e-9", type="other")
    made = replace(bridge.build(), discrepancies=(), events=(lone,), statements=())

    def facts(statement: Statement) -> int:
        asked = replace(bridge.ASKED, path=())
        return len(key_facts(View(replace(made, statements=(OPENS, statement), investigation=asked))))

    assert facts(replace(told, predicate_start=first.start + 3)) == 1
    assert facts(replace(told, predicate_start=first.start, behind=first.start)) == 0


def test_a_document_is_quoted_with_its_verb_and_what_it_says_around_the_marks(tmp_path: Path) -> None:
    text = "Jura\n\n14 mai 2025\n\nLe traité prévoit « une aide immédiate » en cas d'attaque."
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    findings = build_findings(View(analyse_folder(tmp_path, Investigation(), jobs=1)))
    told = {finding.rule: finding.statement for finding in findings}["document"]
    assert "prévoit « une aide immédiate » en cas d'attaque" in told


def test_a_document_that_is_quoted_at_length_is_told_with_its_conditions(tmp_path: Path) -> None:
    own = "si l'une des parties est attaquée et se trouve en état de guerre, l'autre lui accorde une aide"
    text = f"Jura\n\n14 mai 2025\n\nLe traité prévoit « une aide immédiate ».\n\nSelon le traité, « {own} »."
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    findings = build_findings(View(analyse_folder(tmp_path, Investigation(), jobs=1)))
    told = {finding.rule: finding.statement for finding in findings}["document"]
    assert own in told


def test_what_is_not_foreseen_keeps_its_time(tmp_path: Path) -> None:
    text = (
        "Jura\n\n14 mai 2025\n\nVoir des milliers de soldats dans le Jura « ne se fera pas dans les mois "
        "à venir », pense Paul Roux."
    )
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    view = View(analyse_folder(tmp_path, Investigation(), jobs=1))
    (claim,) = view.analysis.claims
    assert qualifiers(view, claim) == ("not foreseen (“les mois à venir”)",)


def test_a_key_fact_in_own_words_names_who_and_is_no_fragment() -> None:
    first, second = (replace(mention, label=PASSAGE) for mention in SAME)
    text, place = "Le conseil a voté la fermeture", (first.sentence_start, first.sentence_end)
    clause = Statement("s-9", first.article_id, first.start - 1, first.end, text, *place, "voter")
    clause = replace(clause, predicate_start=first.start, agent=("conseil",), phase="done")
    told = replace(first, statement_id="s-9", event_id="e-9")

    def facts(statement: Statement) -> int:
        asked = replace(bridge.ASKED, path=())
        made = replace(bridge.build(), discrepancies=(), events=(told, second), investigation=asked)
        return len(key_facts(View(replace(made, statements=(OPENS, statement)))))

    assert facts(clause) == 1
    he = replace(clause, agent=(), text="Il a voté la fermeture")
    assert facts(replace(clause, start=first.start)) == facts(he) == 2


def test_what_an_article_opens_with_is_told_by_its_day_where_nothing_dates_it(tmp_path: Path) -> None:
    text = "Dole\n\n14 janvier 2025\n\nDeux wagons ont quitté les rails à Dole. Le guichet a fermé."
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    view = View(analyse_folder(tmp_path, Investigation(), jobs=1))
    assert [event.in_words for event in view.events] == ["by 14 January 2025 (its article’s day)"]
    (fact,) = key_facts(view)
    assert "Deux wagons ont quitté les rails" in "".join(part.text for part in fact.parts)


def view_of(folder: Path, *texts: str, asked: Investigation | None = None) -> View:
    for number_of, text in enumerate(texts):
        (folder / f"{number_of}.txt").write_text(text, encoding="utf-8")
    return View(analyse_folder(folder, asked or Investigation(), jobs=1))


@pytest.mark.parametrize(
    ("named", "unnamed", "who"),
    [
        (
            "La cheffe de la diplomatie danoise Anne Roux a affirmé que l'île reste libre.",
            "Le Danemark soutiendra l'île, selon son ministre des Affaires étrangères.",
            "Anne Roux",
        ),
        (
            "Le préfet du Nord, Luc Morel, a affirmé que la route est coupée.",
            "La route est coupée, a affirmé le préfet du Nord.",
            "Luc Morel",
        ),
        (  # of another state
            "La cheffe de la diplomatie danoise Anne Roux a affirmé que l'île reste libre.",
            "La Norvège soutiendra l'île, selon son ministre des Affaires étrangères.",
            "",
        ),
        (  # of nothing that has a name
            "Le porte-parole de l'armée, Luc Morel, a affirmé que la route est coupée.",
            "La route est coupée, a affirmé le porte-parole de l'armée.",
            "",
        ),
        (  # told in more words
            "L'échevine des Sports, Anne Roux, a affirmé que la piscine ferme.",
            "La piscine ferme, a affirmé l'échevine des Sports de Lens.",
            "Anne Roux",
        ),
        (  # of another place
            "Le préfet du Nord, Luc Morel, a affirmé que la route est coupée.",
            "La route est coupée, a affirmé le préfet du Lot.",
            "",
        ),
        (  # of nothing that has a name, but where he is named
            "Le porte-parole de l'armée, Luc Morel, a affirmé que la route est coupée.",
            "Luc Morel est venu. La rue est vide. La route cède, dit le porte-parole de l'armée.",
            "Luc Morel",
        ),
        (  # one of several
            "La députée danoise Anne Roux a affirmé que l'île reste libre.",
            "L'île reste libre, a affirmé un député danois.",
            "",
        ),
    ],
)
def test_who_holds_an_office_unnamed_is_probably_the_one_named_in_it(
    tmp_path: Path, named: str, unnamed: str, who: str
) -> None:
    view = view_of(tmp_path, *(f"Île\n\n14 janvier 2025\n\n{text}" for text in (named, unnamed)))
    assert [holder for holder, _article in view.holders.values()] == ([who] if who else [])
    (said,) = (q for q in view.analysis.quotations if q.article_id == "1")
    told = f"probably {who}, who holds this office in "
    assert role_beside(view, said.speaker, said.role).startswith(told) is bool(who)


def test_of_two_unnamed_holders_who_speak_together_neither_is_named() -> None:
    view = View(bridge.build())
    view.__dict__["holders"] = {"un ministre": ("Anne Roux", "1"), "un préfet": ("Luc Morel", "1")}
    assert "probably" not in role_beside(view, ("un ministre", "un préfet"), "élus")


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        (
            "Sans la Corse, où l'on vote encore, Anne Roux a recueilli 303 voix.",
            "(concernant Anne Roux, « Sans la Corse, où l'on vote encore »)",
        ),
        ("Hors Paris, Anne Roux a recueilli 303 voix.", "(concernant Anne Roux, « Hors Paris »)"),
        ("Anne Roux a recueilli 303 voix en moyenne.", "(Anne Roux, en moyenne)"),
        ("Hormis l'Ain, Anne Roux a recueilli 303 voix.", "(concernant Anne Roux, « Hormis l'Ain »)"),
        ("Sans surprise, Anne Roux a recueilli 303 voix.", "(Anne Roux)"),
    ],
)
def test_a_figure_keeps_what_its_sentence_leaves_out_and_no_french_ends_an_english_one(
    tmp_path: Path, sentence: str, told: str
) -> None:
    view = view_of(tmp_path, f"Vote\n\n14 janvier 2025\n\n{sentence}")
    (claim,) = view.analysis.claims
    behind = re.search(r"« (.*) »", told)
    assert counted(view, claim).partition(": ")[2] == (f"“{behind[1]}”" if behind else "")
    with using("fr"):
        assert counted(view, claim).replace("\u00a0", " ").endswith(told)


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        (
            "PSA signe un plan de départs volontaires de 300 postes.",
            "plan de départs volontaires de 300 postes",
        ),
        ("PSA annonce une perte sèche d'environ 300 postes.", "perte sèche d’environ 300 postes"),
        ("PSA affiche un solde de 300 postes.", "solde de 300 postes"),
        ("Un ménage sur trois a reçu l'alerte.", "un ménage sur trois"),
        ("Il fournit environ les deux tiers de l'eau de Lens.", "environ les deux tiers (eau"),
        ("PSA perd 300 postes.", "300 postes"),
        ("Le pays compte 9 millions d'habitants.", "9 millions d’habitants"),
        ("On a pêché 9 millions de harengs.", "9 millions de harengs"),
        ("PSA jette 1,2 tonnes de pain.", "1,2 tonne de pain"),
        ("Le parquet accuse les quatre autres patrons.", "4 autres patrons"),
        ("Une dizaine d'autres patrons ont menti.", "environ 10 autres patrons"),
        ("À Brest, en 2012, les pirates avaient exigé 300 euros.", "300 euros (« À Brest »)"),
        ("À l'aube, les pirates avaient exigé 300 euros.", "300 euros"),
        ("Le marché, de 300 euros hors taxes, est signé.", "300 euros (hors taxes)"),
        ("Le marché, de 300 euros HT, est signé.", "300 euros (HT)"),
        ("Le marché, de 300 euros toutes taxes comprises, est signé.", "300 euros (toutes taxes comprises)"),
        ("Le marché, de 300 euros TTC, est signé.", "300 euros (TTC)"),
        ("PSA prévoit un plan d'économie de 300 euros.", "plan d’économie de 300 euros"),
        ("Le plan devrait économiser 300 euros chaque année.", "économie de 300 euros chaque année"),
        ("PSA promet 300 embauches sur trois ans.", "300 embauches sur trois ans"),
        ("PSA supprime 300 postes de par le monde.", "suppression de 300 postes (PSA, dans le monde)"),
        ("PSA supprime entre 300 et 400 postes.", "entre 300 et 400 postes"),
        ("On craint la suppression de 300 à 400 postes chez PSA.", "suppression de 300 à 400 postes (PSA"),
        ("Selon PSA, environ 300 postes seront supprimés.", "suppression d’environ 300 postes"),
        ("PSA supprime 300 postes dans son usine de 90 ouvriers.", "suppression de 300 postes"),
        ("PSA promet la suppression d'au moins 300 postes.", "suppression d’au moins 300 postes"),
        (
            "PSA réduit ses effectifs de 8 %, soit 300 postes dans le monde.",
            "baisse de 8 % (PSA, effectifs, dans le monde)",
        ),
    ],
)
def test_a_figure_is_told_with_what_it_is_of(tmp_path: Path, sentence: str, told: str) -> None:
    view = view_of(tmp_path, f"Usine\n\n14 janvier 2025\n\n{sentence}")
    with using("fr"):
        assert " ".join(counted(view, view.analysis.claims[0]).split()).startswith(told)


def test_a_sentence_that_points_back_stands_behind_the_one_before(tmp_path: Path) -> None:
    body = "Le groupe ferme deux usines. Parmi ces usines, l'une compte 300 postes. Cette année finit mal."
    view = view_of(tmp_path, f"Usine\n\n14 janvier 2025\n\n{body}")
    text = view.articles["0"].text
    at = {words: text.index(words) for words in ("deux", "300", "Cette")}
    amounts = {words: len(view.passage("0", place, place + 1)) for words, place in at.items()}
    assert amounts == {"deux": 1, "300": 2, "Cette": 1}
    view = view_of(tmp_path, " date 2025-01 Parmi ces usines, l'une compte 300 postes.")
    ((first, _end),) = view.passage("0", 20, 21)
    assert view.articles["0"].text[first:].startswith("Parmi")  # the marker of the month is no text


@pytest.mark.parametrize(
    ("before", "sentence", "sentences"),
    [
        ("La CGT compte 300 départs.", "Une hausse conforme à ses craintes.", 2),
        ("La CGT compte 300 départs.", "Une hausse des départs est certaine.", 1),
        ("« Il y aura 300 départs », dit la CGT.", "La patronne a elle parlé de 200.", 2),
        ("La CGT dit : « Il y aura 300 départs ».", "Pour sa part, elle parle de 200.", 1),
        ("La CGT dit : « Il y aura 300 départs ».", "Ces départs sont dus aux ventes.", 1),
        ("Un jeune homme est tombé.", "Selon le préfet, il a perdu 300 euros.", 2),
        ("Un jeune homme est tombé.", "Selon le préfet, il faut 300 euros.", 1),
        ("Un jeune homme est tombé.", "« Il rentrait », répète sa tante.", 2),
        ("Un jeune homme est tombé.", "« Il rentrait », répète Anne Roux, sa tante.", 1),
        ("Le maire est ému.", "« Il rentrait », lâche-t-il.", 2),
        ("Trois skieurs ont été vus.", "Ceux-ci, émus, rentraient.", 2),
    ],
)
def test_a_sentence_that_leans_on_the_one_before_is_told_with_it(
    tmp_path: Path, before: str, sentence: str, sentences: int
) -> None:
    view = view_of(tmp_path, f"Usine\n\n14 janvier 2025\n\n{before} {sentence}")
    place = view.articles["0"].text.index(sentence)
    assert len(view.passage("0", place, place + 1)) == sentences


def test_of_two_figures_each_is_told_with_which_of_the_two_it_is_of(tmp_path: Path) -> None:
    body = "Le plan vise deux filiales, l'une basée en Isère (300 employés) et l'autre à Lens (200 employés)."
    view = view_of(tmp_path, f"Usine\n\n14 janvier 2025\n\n{body}")
    with using("fr"):
        told = [counted(view, claim) for claim in view.analysis.claims]
    assert [("l'une basée en Isère" in one, "l'autre à Lens" in one) for one in told[-2:]] == [
        (True, False),
        (False, True),
    ]


def test_a_margin_keeps_what_its_sentence_leaves_out_and_a_figure_what_is_said_of_it(tmp_path: Path) -> None:
    told = "Sans la Corse, Anne Roux a recueilli 303 voix, soit 33 de plus que les 270 requises."
    other = "Trente-cinq sièges étaient à pourvoir au Sénat. Le parti a 20 sièges. Les élus sont 12."
    other += " Le vote a réuni 40 personnes. Onze étaient des femmes."
    view = view_of(tmp_path, f"Vote\n\n14 janvier 2025\n\n{told} {other}")
    with using("fr"):
        figures = [counted(view, claim).replace("\u00a0", " ") for claim in view.analysis.claims]
    assert figures[1].startswith("33 ") and "« Sans la Corse »" in figures[1]
    assert "étaient à pourvoir au Sénat »" in figures[3]
    assert "« des femmes »" in figures[-1]
    assert not any("«" in figure for figure in figures[4:-1])


def test_words_that_point_back_are_told_with_what_they_follow(tmp_path: Path) -> None:
    body = "PSA ferme deux usines. Lundi, Anne Roux a annoncé que l'une de ces usines était à Lens."
    view = view_of(tmp_path, f"Usine\n\n14 janvier 2025\n\n{body}")
    with using("fr"):
        (event,) = (event for event in View(view.analysis).events if event.speech)
    assert event.label.endswith(
        "\u202f; juste avant, l’article écrit\u00a0: «\u00a0PSA ferme deux usines\u00a0»"
    )


def test_a_part_is_told_with_its_whole_its_place_and_what_is_said_of_it(tmp_path: Path) -> None:
    sentence = "Sur les neuf dernières enquêtes publiées sur l'Ohio, huit donnent une avance à A. Roux."
    view = view_of(tmp_path, f"Vote\n\n14 janvier 2025\n\n{sentence}")
    part = view.analysis.claims[-1]
    assert counted(view, part) == "8 out of 9 investigations"
    assert whereabouts(view, part) == "Ohio"


def test_the_part_of_a_country_where_a_figure_is_stays_with_it(tmp_path: Path) -> None:
    view = view_of(tmp_path, "Paix\n\n14 janvier 2025\n\n300 soldats sont arrivés dans l'est de la Russie.")
    assert [whereabouts(view, claim) for claim in view.analysis.claims] == ["the east of Russia"]


def test_a_conditional_in_which_a_newspaper_tells_another_s_figure_is_the_newspaper_s(tmp_path: Path) -> None:
    told = "La ville a nié les accusations de la CGT selon lesquelles elle aurait supprimé 300 postes."
    view = view_of(tmp_path, f"Brest\n\n14 janvier 2025\n\n{told}")
    marks = [qualifiers(view, claim) for claim in view.analysis.claims if claim.low]
    assert marks == [("as an accusation", "told as unconfirmed")]


@pytest.mark.parametrize(
    ("told", "marks"),
    [
        ("Les quatre gardiens de nuit n'ont pas dormi.", ()),
        ("Quatre gardiens de nuit n'ont pas dormi.", ("negated",)),
        ("Douze pages ; les autres ne sont pas tendres.", ()),
        ("Sur la prime, 300 euros par an, elle ne touchera à rien avant lundi.", ()),
        ("Sur les cinquante maires interrogés, aucun n'avait voté.", ()),
        ("La ville ne touchera pas 300 euros avant lundi.", ("planned", "negated")),
        ("La ville n'a pas embauché les quatre gardiens.", ("negated",)),
    ],
)
def test_known_people_are_counted_even_by_what_they_did_not_do(
    tmp_path: Path, told: str, marks: tuple[str, ...]
) -> None:
    view = view_of(tmp_path, f"Brest\n\n14 janvier 2025\n\n{told}")
    assert [qualifiers(view, claim) for claim in view.analysis.claims] == [marks]


def test_the_place_of_a_whole_is_that_of_each_figure_of_its_matter(tmp_path: Path) -> None:
    asked = read_investigation({"topics": {"polls": {"label": "Polls", "words": ["enquête", "point"]}}})
    sentence = "Sur les neuf enquêtes publiées sur l'Ohio, huit le disent, et la moyenne est de 2,3 points."
    view = view_of(tmp_path, f"Vote\n\n14 janvier 2025\n\n{sentence}", asked=asked)
    assert [whereabouts(view, claim) for claim in view.analysis.claims] == ["Ohio"] * 3


def test_a_margin_is_told_with_the_figure_that_it_is_one_from(tmp_path: Path) -> None:
    sentence = "Anne Roux a recueilli 303 voix, soit 33 de plus que les 270 voix requises."
    view = view_of(tmp_path, f"Vote\n\n14 janvier 2025\n\n{sentence}")
    (margin,) = (claim for claim in view.analysis.claims if claim.change)
    assert counted(view, margin).startswith("33 votes more than 270 ")


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("Les trois bilans des pompiers ne sont pas encore connus.", True),
        ("On ignore la cause des trois incendies.", True),
        ("La cause des trois incendies est connue.", False),
        ("Le maire ignore la cause des trois incendies.", False),
    ],
)
def test_what_the_articles_say_is_not_known_is_told_in_their_words(
    tmp_path: Path, sentence: str, told: bool
) -> None:
    view = view_of(tmp_path, f"Feu\n\n14 janvier 2025\n\n{sentence}")
    said = f"Not known: “{sentence.removesuffix('.')}”"
    found = [one for parts in unknowns(view) if (one := plain(parts)).startswith(said)]
    assert bool(found) is told
    assert all(one.endswith(", in an article of 14 January 2025.") for one in found)


@pytest.mark.parametrize(
    ("sentence", "label"),
    [
        (
            "Elle est attendue demain à Dole (Jura) où s'ouvre ce soir la foire.",
            "“à Dole (Jura) où s'ouvre ce soir la foire”",
        ),
        (
            "Elle finira lundi à Dole, dans le Jura, qui lui avait souri en 2008.",
            "“dans le Jura, qui lui avait souri en 2008”",
        ),
        (
            "« Les usines ont embauché en octobre », s'est réjouie Anne Roux à Lons.",
            "“« Les usines ont embauché en octobre »”",
        ),
        (
            "Anne Roux et Jean Abel longeaient mardi le port.",
            "“Anne Roux et Jean Abel longeaient mardi le port”",
        ),
        (
            "« Les usines ont embauché plus en octobre que lors de chacun des mois passés », dit Luc Abel.",
            "“« Les usines ont embauché plus en octobre que lors de chacun des mois passés »”",
        ),
        (
            "La foule est venue ; les élus vont, dans un mois, choisir un président.",
            "“La foule est venue ; les élus vont, dans un mois, choisir un président”",
        ),
        (
            "Anne Roux est en campagne. Elle conclura sa tournée mercredi à Dole.",
            "“Elle conclura sa tournée mercredi à Dole”",
        ),
        (
            "Ce plan, voulu par la directrice arrivée en septembre dernier Anne Roux, coûte cher.",
            "“la directrice arrivée en septembre dernier”",
        ),
    ],
)
def test_a_day_stands_before_the_clause_that_it_is_of(tmp_path: Path, sentence: str, label: str) -> None:
    asked = Investigation(event_types=(EventType("flood", "The flood", triggers=("crue",)),))
    view = view_of(tmp_path, f"Foire\n\n14 janvier 2025\n\nLa maire est à Lons. {sentence}", asked=asked)
    assert label in {event.label for event in (*view.events, *view.passages)}


def test_a_first_timeline_tells_what_happened_in_whole_sentences(tmp_path: Path) -> None:
    body = "Le feu a pris lundi vers 23H40, alors que le bateau était à quai. Qui l'a vu mardi ?"
    view = view_of(tmp_path, f"Incendie\n\n15 janvier 2025\n\n{body} Élu en 2014, le maire se tait.")
    told = ["“Le feu a pris lundi vers 23H40, alors que le bateau était à quai”"]
    assert [event.label for event in view.events] == told
    assert any("Élu en 2014" in event.label for event in view.passages)


def test_an_article_that_tells_a_dated_event_without_a_day_is_shown_with_it() -> None:
    first, second = SAME
    undated = replace(second, date="../2021-05-06", date_id="", date_basis=PUBLISHED)
    (event,) = View(replace(bridge.build(), events=(undated, first))).events
    assert event.mentions == (first, undated)
    assert event.date == "2021-05-03"
    assert plain(event_sources(VIEW, event)) == " (La Gazette, 4 May)"


@pytest.mark.parametrize(
    ("said", "about", "told"),
    [
        (
            "Entre le début et la mi-octobre, Dole a accueilli au moins 3000 soldats.",
            "2024-10-01/2024-10-15",
            "October 2024",
        ),
        (
            "Entre mardi et jeudi dernier, Dole a accueilli au moins 3000 soldats.",
            "2024-12-03/2024-12-05",
            "3–5 December 2024",
        ),
        ("D'ici à 2030, Dole a accueilli au moins 3000 soldats.", "2030", "by 2030"),
        ("Dole accueille 3000 soldats à partir de lundi.", "2024-12-09", "from 9 December 2024"),
    ],
)
def test_the_time_of_a_figure_is_told_in_words_parts_of_a_month_as_the_month(
    tmp_path: Path, said: str, about: str, told: str
) -> None:
    (claim,) = (view := view_of(tmp_path, f"Dole\n\n6 décembre 2024\n\n{said}")).analysis.claims
    assert (claim.about, time_in_words(view, claim)) == (about, told)


def test_a_day_is_worked_out_from_the_words_of_each_article(tmp_path: Path) -> None:
    asked = Investigation(event_types=(EventType("vote", "Vote", ("élection", "scrutin"), once=True),))
    texts = (
        "Dole\n\n1er novembre 2012\n\nL'élection du maire de Dole aura lieu mardi prochain.",
        "Jura\n\n2 novembre 2012\n\nL'élection du maire de Dole aura lieu mardi.",
    )
    view = view_of(tmp_path, *texts, asked=asked)
    (event,) = (e for e in view.events if e.type == "vote")
    told = plain(event_sentence(view, event, brief=True))
    assert "dated by “mardi prochain” (Article A" in told
    assert "“mardi” (Article B" in told
    held = "Arbois\n\n7 novembre 2012\n\nL'élection du maire de Dole a eu lieu hier."
    view = view_of(tmp_path, *texts, held, asked=asked)
    (event,) = (e for e in view.events if e.type == "vote")
    told = plain(event_sentence(view, event, brief=True))
    assert re.search(r"dated by “hier” \(Article C.*\); beforehand by “mardi prochain” \(Article A", told)


@pytest.mark.parametrize(
    ("said", "times"),
    [
        ("Le 10 mai, une bagarre avait déjà fait deux blessés, en marge de la demi-finale contre Dole.", 1),
        ("Le 10 mai, une bagarre avait déjà fait deux blessés. La demi-finale s'est jouée le 10 mai.", 2),
    ],
)
def test_what_one_sentence_tells_of_one_day_is_told_once(tmp_path: Path, said: str, times: int) -> None:
    view = view_of(tmp_path, f"Dole\n\n8 juin 2025\n\n{said}")
    dated = [event.label for event in (*view.events, *view.passages) if event.date == "2025-05-10"]
    assert len(dated) == times
    assert {m.event_id for m in view.mentions} == {e.event_id for e in view.told_events}  # each has a place


@pytest.mark.parametrize(
    ("said", "told", "fact"),
    [
        (
            "Le décret, signé lundi par le président, a été lu mardi à la télévision publique.",
            "“Le décret, signé lundi par le président”",
            False,
        ),
        (
            "Le notaire Luc Roux, mort sans enfant lundi, avait laissé ses toiles à Dole.",
            "“Le notaire Luc Roux, mort sans enfant lundi”",
            False,
        ),
        (
            "La teneur de 180 mg annoncée lundi a été ramenée à 120 mg.",
            "“La teneur de 180 mg annoncée lundi”",
            False,
        ),
        (
            "Anne Roux a perdu son frère après l'accident de dialyse survenu lundi à l'hôpital.",
            "“l'accident de dialyse survenu lundi à l'hôpital”",
            False,
        ),
        (
            "Les vannes de la mairie sont neuves depuis la crue de lundi à Dole.",
            "“la crue de lundi à Dole”",
            False,
        ),
        (
            "C'est Luc Roux qui a ouvert la vanne lundi à Dole.",
            "“C'est Luc Roux qui a ouvert la vanne lundi à Dole”",
            True,
        ),
        (
            "Un accident survenu lundi à Dole a fait un mort.",
            "“Un accident survenu lundi à Dole a fait un mort”",
            True,
        ),
        (
            "Le maire a quitté Dole lundi, et le préfet a fermé le pont mardi.",
            "“Le maire a quitté Dole lundi …”",
            True,
        ),
    ],
)
def test_a_row_is_the_clause_of_its_day_and_no_fact_where_that_is_told_in_passing(
    tmp_path: Path, said: str, told: str, fact: bool
) -> None:
    view = view_of(tmp_path, f"Dole\n\n20 mai 2026\n\n{said}")
    rows = {event.date: event.label for event in (*view.events, *view.passages)}
    assert rows["2026-05-18"] == told
    assert any(f.event.date == "2026-05-18" for f in key_facts(view)) is fact


@pytest.mark.parametrize(
    ("said", "day"),
    [
        ("Le camion a quitté Dole lundi vers 23H40 GMT.", "18 May 2026 (GMT)"),
        ("Le camion a quitté Dole lundi à 19 h 40 (23H40 GMT).", "18 May 2026"),
        ("Le camion a quitté Dole lundi à 19 h 40, heure locale.", "18 May 2026"),
    ],
)
def test_a_day_of_another_zone_is_marked(tmp_path: Path, said: str, day: str) -> None:
    (event,) = view_of(tmp_path, f"Dole\n\n20 mai 2026\n\n{said}").events
    assert event.in_words == day


@pytest.mark.parametrize(
    ("said", "facts"),
    [
        ("Le maire de Dole est sorti lundi de sa réserve.", []),
        ("La mairie de Dole a parlé lundi par la voix de Luc Roux.", []),
        (
            "Luc Roux le jure : « La cuve de Dole a été vidée lundi. »",
            ["18 May 2026: “Luc Roux le jure : « La cuve de Dole a été vidée lundi. »”"],
        ),
        (
            "Luc Roux ne décolère pas. « La cuve de Dole a été vidée lundi. Elle était vide mardi », dit-il.",
            ["18 May 2026: “« La cuve de Dole a été vidée lundi »”, according to Luc Roux"],
        ),
    ],
)
def test_a_key_fact_tells_what_was_done_and_whose_word_it_is(
    tmp_path: Path, said: str, facts: list[str]
) -> None:
    view = view_of(tmp_path, f"Dole\n\n20 mai 2026\n\n{said}")
    assert [plain(f.parts).partition(", dated by")[0] for f in key_facts(view)] == facts


def test_what_happens_once_is_told_in_the_words_of_neither_article() -> None:
    first, second = (replace(mention, statement_id="") for mention in SAME)
    undated = replace(second, date="../2021-05-06", date_id="", date_basis=PUBLISHED)
    for once in (True, False):
        asked = replace(bridge.ASKED, event_types=(EventType(first.type, first.label, once=once),))
        (event,) = View(replace(bridge.build(), events=(first, undated), investigation=asked)).events
        assert (event.label == first.label) is once


def test_the_day_of_one_article_is_laid_to_no_other() -> None:
    first, second = (
        replace(m, date=f"../2021-05-0{n}", date_id="", date_basis=PUBLISHED) for n, m in enumerate(SAME, 4)
    )
    (event,) = build_events(view := View(bridge.build()), (second, first))
    told = plain(event_sentence(view, event))
    assert told.startswith("By 4 May 2021 (its article’s day)")
    own, others = told.split("; also on this")
    assert "4 May)" in own and "6 May)" in others


def signing_of(tmp_path: Path, *sentences: str) -> View:
    asked = EventType("signing", "Signing", ("signer",), with_words=("traité",), once=True)
    texts = (f"Paix {n}\n\n{n} juin 2021\n\n{told}" for n, told in enumerate(sentences, 2))
    return view_of(tmp_path, *texts, asked=Investigation(event_types=(asked,)))


@pytest.mark.parametrize(
    ("sentences", "told"),
    [
        (["Le traité a été signé le 3 mai.", "Traité signé en mai"], "3 May 2021: ; others say May 2021."),
        (
            ["Le roi signera le traité en juin.", "Le roi a signé le traité le 1er juin."],
            "1 June 2021: ; others say June 2021.",
        ),
        (["Le roi signera le traité le 3 juillet."], "3 July 2021:  (told as planned)."),
        (["Le roi signera le traité."], "Still to come when its article was published (2 June 2021): ."),
        (["Le traité devait encore être signé."], "Undated:  (told as planned)."),
    ],
)  # fmt: skip
def test_how_exactly_a_step_is_dated_and_whether_it_was_to_come(
    tmp_path: Path, sentences: list[str], told: str
) -> None:
    (event,) = (view := signing_of(tmp_path, *sentences)).events
    kept = [part for part in event_sentence(view, event, brief=True) if part.text != event.label]
    assert re.sub(r" \(Article [AB].*?\)", "", plain(tuple(kept))) == told


def test_what_most_articles_tell_as_possible_is_no_fact_though_one_has_it_ahead(tmp_path: Path) -> None:
    (event,) = signing_of(tmp_path, "Le roi signera le traité.").events
    assert status_of(event) == ""  # its time says it
    assert status_of(replace(event, status="hypothetical", ahead=())) == " (as a possibility)"


def test_what_one_article_dates_before_what_it_follows_is_told_in_its_words_and_is_no_event(
    tmp_path: Path,
) -> None:
    kinds = (
        EventType("vote", "Vote", ("voter",), with_words=("traité",), once=True),
        EventType("signing", "Signing", ("signer",), with_words=("traité",), once=True, follows=("vote",)),
    )
    texts = (
        "Un\n\n2 juin 2021\n\nLe parlement a voté le traité le 1er juin.",
        "Deux\n\n3 juin 2021\n\nLe roi et la reine ont signé le traité en mai.",
    )
    view = view_of(tmp_path, *texts, asked=Investigation(event_types=kinds))
    assert [event.type for event in view.events] == ["vote"]
    (passage,) = view.passages
    assert passage.label == "“Le roi et la reine ont signé le traité en mai”"


def test_a_step_still_to_come_is_told_by_the_latest_who_says_so(tmp_path: Path) -> None:
    made = signing_of(tmp_path, "Le roi signera le traité.", "Le traité devait encore être signé.").analysis
    one, other = made.events
    view = View(replace(made, events=(one, replace(other, event_id=one.event_id))))
    (row,) = rows_of(build("events", view))
    assert row.when == "told as still to come by several articles"
    vote = replace(one, event_id="e-vote", status="reported", date="2021-06-02", date_basis="explicit")
    view = View(replace(made, events=(*view.analysis.events, vote)))
    assert [event.event_id for event in view.events] == ["e-vote", one.event_id]  # it is to follow
    assert row.clause == "Le traité devait encore être signé"


def test_the_path_tells_a_step_that_no_source_dates(tmp_path: Path) -> None:
    view = signing_of(
        tmp_path, "Il pleut à Dole.", "La ville est calme. Le roi se tait. Le roi signera le traité."
    )
    asked = replace(view.analysis.investigation, path=("signing",))
    assert [e.in_words for e in View(replace(view.analysis, investigation=asked)).path] == [
        "still to come when its article was published (3 June 2021)"
    ]


def test_a_day_that_is_only_known_within_others_is_not_drawn_as_one(tmp_path: Path) -> None:
    body = "Le maire a visité Dole en début de semaine. Luc Abel longeait le port mercredi."
    view = view_of(tmp_path, f"Dole\n\n1er novembre 2012\n\n{body}")
    told = (*rows_of(build("passages", view)), *rows_of(build("events", view)))
    assert {(dates_in_words(row), row.precision) for row in told} == {
        ("between 29 and 31 Oct 2012", "not exact"),
        ("31 Oct 2012", "day"),
    }


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("Les élus vont, dans un peu plus d'un mois, choisir un maire.", "dans un peu plus d'un mois"),
        ("Le pont a été ouvert l'an dernier.", "l'an dernier"),
        ("Le pont a été ouvert en octobre.", ""),
        ("Le pont a été ouvert en 2008.", ""),
    ],
)
def test_a_month_and_a_year_are_worked_out_too(tmp_path: Path, sentence: str, words: str) -> None:
    view = view_of(tmp_path, f"Dole\n\n7 novembre 2012\n\n{sentence}")
    (mention,) = view.mentions
    assert view.worked_from(mention) == words


def test_who_tells_no_day_is_not_named_beside_a_sentence_that_does() -> None:
    first, second = SAME
    asked = replace(bridge.ASKED, path=(), event_types=())
    both = replace(bridge.build(), discrepancies=(), events=(first, second), investigation=asked)
    assert "; also on this (" in plain(key_facts(View(both))[0].parts)
    undated = replace(second, date="../2021-05-06", date_id="", date_basis=PUBLISHED)
    lone = replace(both, events=(first, undated))
    assert "also on this" not in plain(key_facts(View(lone))[0].parts)


def test_what_is_added_has_the_deed_of_what_it_is_added_to(tmp_path: Path) -> None:
    text = "PSA va supprimer 300 postes à Brest, ainsi que 20 postes à Lyon, dans ses usines de 90 ouvriers."
    view = view_of(tmp_path, f"Usine\n\n14 janvier 2025\n\n{text}")
    with using("fr"):
        told = [" ".join(counted(view, claim, whose=False).split()) for claim in view.analysis.claims]
    assert told == ["suppression de 300 postes", "suppression de 20 postes", "90 ouvriers"]


def test_a_source_that_stands_behind_an_event_does_not_stand_in_it_too(tmp_path: Path) -> None:
    asked = Investigation(event_types=(EventType("cut", "Cut", triggers=("supprimer",)),))
    text = "PSA va mal.\n\nDeux cents postes seront supprimés le 3 mai 2025, a indiqué la direction de PSA."
    view = view_of(tmp_path, f"Usine\n\n14 janvier 2025\n\n{text}", asked=asked)
    (event,) = (event for event in view.events if event.type == "cut")
    assert event.told == (
        "Cut: “Deux cents postes seront supprimés le 3 mai 2025”, according to management of PSA"
    )


def test_a_lead_tells_what_is_planned_where_nothing_is_a_fact(tmp_path: Path) -> None:
    asked = Investigation(topics=(Topic("cuts", "Cuts", ("poste",)),))
    view = view_of(tmp_path, "Usine\n\n14 janvier 2025\n\nPSA va supprimer 300 postes.", asked=asked)
    told, *_others = map(plain, lead_sentences(view, "figures", "cuts"))
    assert told.endswith("told as a fact, but these: Article A: 300 jobs (PSA), planned.")


def test_what_is_not_known_may_stand_in_a_passage_that_two_articles_share(tmp_path: Path) -> None:
    shared = (
        "L'origine du feu qui a ravagé dans la nuit les hangars, la grange et la vieille laiterie du hameau "
        "des Aulnes, près de la gare, n'est pas connue."
    )
    view = view_of(tmp_path, *(f"Feu {n}\n\n{n} juin 2021\n\n{shared}" for n in (2, 3)))
    rows = {name for names in view.resting.values() for name in names} - view.records.keys()
    assert any(name.startswith("r-") for name in rows)
    assert isinstance(unknowns(view), tuple)


@pytest.mark.parametrize(
    ("published", "words"),
    [
        (Published("2025-03-20/..", "", "inferred"), "20 March 2025 at the earliest"),
        (Published("2025-03-20", "ce jeudi 20 mars", "inferred"), "20 March 2025 or later"),
        (Published("2025-03-20", "20 mars 2025", "stated"), "20 March 2025"),
        (Published("2025-03-20/2025-03-31", "", "inferred"), "20–31 March 2025"),
    ],
)
def test_of_an_article_whose_text_alone_gives_a_day_gone_by_no_more_than_that_is_known(
    published: Published, words: str
) -> None:
    (article, *_rest) = bridge.build().articles
    assert published_words(replace(article, published=published)) == words


def test_a_first_book_tells_one_sentence_of_a_day_and_matter_none_without_the_affair(
    tmp_path: Path,
) -> None:
    view = view_of(
        tmp_path,
        "Dole : une arche du pont s'effondre\n\n14 janvier 2025\n\nUne arche du pont de Dole s'est effondrée "
        "lundi sur la rivière. Les bateliers ont dîné mardi à Arbois.",
        "Effondrement à Dole\n\n15 janvier 2025\n\nLe préfet a rappelé les faits mercredi. L'arche s'est "
        "effondrée lundi sur la rivière et le pont. Elle a dormi mardi à l'hôtel.",
        "L'arche de Dole\n\n16 janvier 2025\n\nLa rivière reste fermée. Le maire a visité jeudi la rivière "
        "et l'arche effondrée.",
    )
    told = [plain(fact.parts) for fact in key_facts(view)]
    assert [fact.partition(":")[0] for fact in told] == ["13 January 2025", "16 January 2025"]


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Une plaque du faux plafond s'est détachée lundi.", "Lundi, la plaque du plafond est tombée.", True),
        ("La mairie vote le crédit.", "Le crédit reviendra à la mairie en juin.", True),
        ("Une plaque du faux plafond s'est détachée.", "Le conseil vote le crédit.", False),
        ("La commune a fermé la piscine mardi.", "La commune a ouvert une enquête mardi soir.", False),
    ],
)
def test_passages_on_one_matter_share_a_third_of_their_words(one: str, other: str, same: bool) -> None:
    assert is_one_matter(telling_roots(one), telling_roots(other)) == same


@pytest.mark.parametrize(
    ("words", "leaves"),
    [
        ("“J'ai remis ma démission dimanche, assure-t-il”", True),
        ("“J'ai remis ma démission dimanche, assure-t-il à Anne Roux”", False),
        ("« Le pont tiendra », assure le maire.", False),
        ("Il a refusé de répondre mardi.", True),
        ("En 2019, à Dole, il avait refusé de répondre.", True),
        ("En 2019, à Dole, le maire avait refusé de répondre.", False),
        ("« Une reprise est prévue dimanche, sans garantie, selon lui »", True),
        ("« Une reprise est prévue dimanche, selon Luc Roy »", False),
    ],
)
def test_a_fact_names_of_whom_it_speaks(words: str, leaves: bool) -> None:
    assert is_of_somebody(words) == leaves


def test_a_first_book_asks_no_day_of_kinds_that_nobody_asked_for(tmp_path: Path) -> None:
    asked = Investigation(event_types=(EventType("opening", "opening", once=True, triggers=("ouverture",)),))
    text = "Dole\n\n14 janvier 2025\n\nLe parquet confirme l'ouverture d'un dossier. Le pont a fermé mardi."
    assert not [told for told in unknowns(view_of(tmp_path, text, asked=asked)) if "opening" in plain(told)]
    other = replace(asked, event_types=(replace(asked.event_types[0], label="opening of a case"),))
    assert [told for told in unknowns(view_of(tmp_path, text, asked=other)) if "opening" in plain(told)]


@pytest.mark.parametrize(
    ("sentence", "open_"),
    [
        ("On le sait depuis peu : une arche du vieux pont de Dole est tombée.", False),
        ("On le sait depuis peu : le maire de Dole a vendu la forge.", True),
    ],
)
def test_what_a_passage_with_a_day_tells_is_not_said_to_have_none(
    tmp_path: Path, sentence: str, open_: bool
) -> None:
    dated = "Une arche du vieux pont de Dole s'est effondrée lundi sur la rivière."
    view = view_of(tmp_path, f"Dole\n\n14 janvier 2025\n\n{dated}", f"Un titre\n\n{sentence}")
    assert any("found no day" in plain(parts) for parts in unknowns(view)) is open_


AFFAIR = (
    "Dole : le pont suspendu fermé\n\n14 janvier 2025\n\nIl neige. Le pont suspendu de Dole s'est fissuré "
    "lundi. La préfecture a fermé le pont suspendu aux camions. Le marché compte 40 étals. « Le pont "
    "suspendu de Dole n'a pas été inspecté depuis 2019 », a dit Anne Roux. « Il fait froid et la nuit tombe, "
    "c'est la saison », a dit Anne Roux. >>> Le festival du livre de Dole ouvrira le 3 mars.",
    "Le pont suspendu inquiète Dole\n\n15 janvier 2025\n\nNos lecteurs aiment le pont suspendu de Dole. La "
    "préfecture compte 12 fissures sur le pont suspendu. La mairie de Dole vend 300 timbres.",
    "Pont suspendu : la préfecture tarde\n\n16 janvier 2025\n\nUn expert a vu mardi les fissures du pont "
    "suspendu de Dole. Le livre du festival coûte 12 euros.",
)


def test_what_a_first_book_puts_first_is_about_its_affair(tmp_path: Path) -> None:
    view = view_of(tmp_path, *AFFAIR)
    with using("fr"):
        facts = [plain(fact.parts) for fact in key_facts(view)]
        passages = [plain(finding.parts) for finding in build_findings(view)]
        (voice, *_rest) = (plain(parts) for parts in lead_sentences(view, "voices"))
    fissured, closed, seen = (words for words in ("s'est fissuré", "a fermé le pont", "a vu mardi"))
    assert all(any(words in fact for fact in facts) for words in (fissured, closed, seen))
    assert not any("ouvrira" in fact or "lecteurs" in fact for fact in facts)
    assert any("12 fissures" in words for words in passages) and any(
        "inspecté" in words for words in passages
    )
    assert not any(w in words for words in passages for w in ("étals", "timbres", "euros", "froid", fissured))
    assert "inspecté" in voice and "froid" not in voice


def test_a_sentence_is_about_the_affair_by_words_that_several_articles_have(tmp_path: Path) -> None:
    view = view_of(tmp_path, *AFFAIR)
    words = ("pont suspendu", "fissures", "festival", "neige")
    weights = [view.weight(one) for one in words]
    assert weights == sorted(weights, reverse=True) and weights[0] > weights[-1] == 0
    assert not View(replace(view.read, articles=view.read.articles[:2])).weights


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (("2026-03-14T23:40", True), ("2026-03-15T00:40", True), True),  # "23 h 40 GMT", "0 h 40 à Paris"
        (("2026-03-14T23:40", False), ("2026-03-15T00:40", True), True),
        (("2026-03-14T23:40", False), ("2026-03-15T00:40", False), False),  # nobody names a zone
        (("2026-03-14T23:40", True), ("2026-03-15T00:10", True), False),
        (("2026-03-14T23:00", False), ("2026-03-15T01:00", True), False),  # much is done at a full hour
        (("2026-03-14T20:40", True), ("2026-03-14T21:40", True), False),  # of one day both ways
        (("2026-03-14T09:40", True), ("2026-03-15T08:40", True), False),  # too far for two zones
    ],
)
def test_a_zone_makes_two_days_of_one_hour(
    one: tuple[str, bool], other: tuple[str, bool], same: bool
) -> None:
    first, second = ({datetime.fromisoformat(hour): zoned} for hour, zoned in (one, other))
    assert is_one_hour(first, second) is same
