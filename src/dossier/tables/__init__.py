"""Records to pandas DataFrames for people.

The index holds record ids. ``attrs`` tell a page what a plain table cannot: ``sort`` (column → sortable
values), ``links`` (column → for each row a tuple of (text, anchor id)), ``french`` (columns in the sources'
own words), ``badges`` (columns shown as badges), ``numbers`` (columns that hold numbers in words), and
``home`` where a row is its home.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from textwrap import shorten
from typing import Any

import pandas as pd

from dossier.disagreements.wording import in_full
from dossier.folding import without_accents
from dossier.i18n import _, capital, ngettext, percent, quoted
from dossier.names import is_document
from dossier.records import Article, Claim, Quotation
from dossier.registry import name_key
from dossier.syntax.vocabulary import vocabulary
from dossier.tables.dress import Columns, dress, few, frame
from dossier.view import (
    Links,
    View,
    article_anchor,
    category_of,
    counted,
    cut,
    cut_before,
    figure_of,
    gives_kinds,
    is_held,
    matter_of,
    places,
    points_back,
    published_words,
    qualifiers,
    quotes_whole,
    role_beside,
    role_of,
    shared_places,
    speakers,
    verbatim_words,
    words_of,
)
from dossier.view.speech import balanced
from dossier.words import CATEGORIES, label_of

_CONTRASTING = tuple(vocabulary("contrasting"))
_FEW = 7  # articles up to which each has a column of its own
_LONGEST = 240  # letters of a shared passage; the data has the whole of it
Answer = tuple[str, str, tuple[str, ...]]  # a topic, who answers, and who else tells of it


def matrix_table(view: View) -> pd.DataFrame:
    """Return who says what on which matter in which article: figures, denials and non-answers.

    Beside an answer that another tells of, "dit que la ville n'accepte pas", stands who does.
    """
    cells: dict[Answer, list[Claim]] = defaultdict(list)
    for claim in sorted(view.analysis.claims, key=view.order):
        for name in claim.claimant if claim.section == "body" else ():
            cells[matter_of(view, claim)[0], name, _teller(view, claim)].append(claim)
    rows = sorted(cells.items(), key=lambda row: (row[0][0] != view.central_topic, -len(row[1]), row[0][1:]))
    columns: Columns = {
        _("Who"): lambda row: capital(_answering(view, *row[0][1:])),
        _("Matter"): lambda row: matter_of(view, row[1][0])[1],
    }
    articles = list(dict.fromkeys(claim.article_id for claims in cells.values() for claim in claims))
    if len(articles) <= _FEW:
        for article_id in sorted(articles, key=lambda a: list(view.names).index(a)):
            columns[view.labels[article_id]] = _says(view, article_id)
    else:
        columns[_("Says")] = _says(view, "")
    return frame(rows, ("-".join((name, *by, topic)) for (topic, name, by), _claims in rows), columns)


def _answering(view: View, name: str, tellers: tuple[str, ...]) -> str:
    who = view.called([name])
    return _("{who}, according to {speaker}", who=who, speaker=view.who(tellers)) if tellers else who


def _says(view: View, article_id: str) -> Callable[[Any], Links]:
    """Return a column: what one says in an article, or, without one, in all, each with its source."""

    def links(row: tuple[Answer, list[Claim]]) -> Links:
        told = [c for c in row[1] if article_id in ("", c.article_id)]
        words = {_said(view, c, source=not article_id): c.claim_id for c in reversed(told)}
        links = tuple(reversed(words.items()))
        return few(links, told[0].claim_id) if told else ()

    return links


def _said(view: View, claim: Claim, *, source: bool) -> str:
    own = view.sentences(claim.article_id, claim.start, claim.end)[0]
    if quotes_whole():
        words = quoted(balanced(_of_speaker(view, claim, *own)))
    elif figure_of(claim):
        words = ", ".join((counted(view, claim), *qualifiers(view, claim)))
    else:
        words = quoted(in_full(claim.text, view.articles[claim.article_id].text[slice(*own)]))
        does = label_of(claim, asked=claim.topic in view.own_topics)
        words = _("{does}: {words}", does=does, words=words) if does else words
    return f"{words} ({view.labels[claim.article_id]})" if source else words


def _of_speaker(view: View, claim: Claim, start: int, end: int) -> str:
    """Return what of a sentence is of the speaker: no ", tandis que …", nor before his ";"."""
    text = view.articles[claim.article_id].text
    own = text.rfind(";", start, claim.start) + 1
    if own and claim.claimant_text and claim.claimant_text in text[own:end]:
        return cut_before(text[start:own]) + text[own:end].strip()
    for said in view.quotations_of(claim.article_id):
        behind = text[said.content_end : end].lstrip(" ,")
        if said.content_start <= claim.start < said.content_end and behind.startswith(_CONTRASTING):
            return text[start : said.content_end].rstrip(" ,") + cut("more")
    return text[start:end]


def _teller(view: View, claim: Claim) -> tuple[str, ...]:
    """Return who tells of an answer of another: "X dit que la ville n'accepte pas", or of his plan."""
    said = (q for q in view.quotations_of(claim.article_id) if q.speaker and q.speaker != claim.claimant)
    held = (q.speaker for q in said if q.content_start <= claim.start < q.content_end)
    if figure_of(claim):
        return ("",) if is_held(view, claim) else ()  # the newspaper
    return next(held, ())


def actors_table(view: View) -> pd.DataFrame:
    """Return the actors who speak, claim or keep silent, by the names of the report.

    Beside each stand the forms that the articles have, and those of them in which it speaks.
    """
    forms: dict[str, dict[str, str]] = defaultdict(dict)
    seen: dict[str, list[Any]] = defaultdict(list)
    texts = {article.article_id: name_key(article.text) for article in view.analysis.articles}
    own = (c for c in view.analysis.claims if not _teller(view, c))
    said: list[tuple[tuple[str, ...], str, Any]] = [(c.claimant, c.claimant_text, c) for c in own]
    said += [(q.speaker, q.speaker_text, q) for q in view.analysis.quotations]
    for names, text, record in said:
        for name in (name for name in names if not is_document(name)):
            seen[name].append(record)
            if name_key(name) in texts[record.article_id]:
                forms[name].setdefault(name_key(name), name)
            if text and len(names) == 1 and not points_back(text):
                forms[name].setdefault(name_key(text), text.lstrip("-"))
    spoken = {
        name: [r for r in own if getattr(r, "stance", "") != "no_comment"] for name, own in seen.items()
    }
    words = {name: [r for r in own if isinstance(r, Quotation)] for name, own in seen.items()}
    rows = sorted(seen, key=lambda name: without_accents(view.called([name])).casefold())
    columns: Columns = {
        _("Name"): lambda name: capital(view.called([name])),
        _("In the articles") + "*": lambda name: _("; ").join(sorted(forms[name].values(), key=str.casefold)),
        _("Role or affiliation"): lambda name: role_beside(view, [name], role_of(view, words[name])),
        _("Side"): lambda name: view.sides[view.side((name,)) - 1] if view.side((name,)) else "",
        _("Speaks in"): lambda name: places(view, spoken[name]),
    }
    return frame(rows, rows, columns)


def key_table(view: View) -> pd.DataFrame:
    """Return what the book calls each source, with its title and its day."""
    rows = [view.articles[article_id] for article_id in view.names]
    columns: Columns = {
        _("Cited as"): lambda article: (
            (view.names[article.article_id].short, article_anchor(article.article_id)),
        ),
        _("Title or first words") + "*": lambda article: view.title(article.article_id),
        _("Published"): _published,
    }
    return frame(rows, (article.article_id for article in rows), columns)


def _published(article: Article) -> str:
    day = published_words(article) or _("unknown")
    return _("{day}, inferred", day=day) if article.published.basis == "inferred" else day


def profiles_table(view: View) -> pd.DataFrame:
    """Return for each source its words, those that it quotes or reports, and what it alone tells."""
    rows = [a for a in (view.articles[i] for i in view.names) if a.status == "ok"]
    columns: Columns = {
        _("Source"): lambda article: ((view.labels[article.article_id], article_anchor(article.article_id)),),
        _("Named after"): lambda article: _NAMED_AFTER[view.names[article.article_id].basis](),
        _("Number of words"): lambda article: article.words,
        _("Words verbatim"): lambda article: verbatim_words(view.quotations_of(article.article_id)),
        _("Words reported"): lambda article: _reported(view, view.quotations_of(article.article_id)),
    }
    if not view.unasked:  # sentences of kinds that nobody asked for are joined by their words alone
        columns[_("Dated events only here")] = lambda article: _only_here(view, article)
    return frame(rows, (article.article_id for article in rows), columns)


_NAMED_AFTER: dict[str, Callable[[], str]] = {
    "outlet": lambda: _("its outlet"),
    "agency": lambda: _("the agency that it credits"),
    "letter": lambda: _("a letter, no outlet recognised"),
}


def _reported(view: View, quotations: Sequence[Quotation]) -> int:
    return words_of(view, quotations) - verbatim_words(quotations)


def _only_here(view: View, article: Article) -> Links:
    alone = [
        event
        for event in view.events
        if event.date and {m.article_id for m in event.mentions} == {article.article_id}
    ]
    links = tuple((event.told, event.event_id) for event in alone[:4])
    more = len(alone) - len(links)
    rest = (ngettext("and {n} more", "and {n} more", more), article_anchor(article.article_id))
    return (*links, rest) if more > 0 else links or (("–", ""),)


Speaking = tuple[tuple[str, ...], list[Quotation]]  # somebody, with what is laid to him


def _speaking(view: View) -> Iterable[Speaking]:
    """Return who speaks elsewhere than in titles and headings, of which no words are counted."""
    return (row for row in speakers(view).items() if words_of(view, row[1]))


def _speaker(view: View, row: Speaking) -> Links:
    return ((capital(view.called(row[0])), row[1][0].quotation_id),)


def speakers_table(view: View, *, documents: bool = False) -> pd.DataFrame:
    """Return who speaks, in what role, with how many words verbatim and reported; documents are apart."""
    rows = [row for row in _speaking(view) if (category_of(row[1]) == "document") is documents]
    columns: Columns = {
        _("What is quoted") if documents else _("Speaker"): partial(_speaker, view),
        **({_("Kind"): lambda row: _kind(view, *row)} if gives_kinds(view) and not documents else {}),
        _("Role or affiliation"): lambda row: role_beside(view, row[0], role_of(view, row[1])),
        _("Words verbatim"): lambda row: verbatim_words(row[1]),
        _("Words reported"): lambda row: _reported(view, row[1]),
        _("Sources"): lambda row: few(places(view, row[1]), row[1][0].quotation_id),
    }
    return frame(rows, (row[1][0].quotation_id for row in rows), columns)


def _kind(view: View, names: tuple[str, ...], rows: list[Quotation]) -> str:
    """Return what kind of speaker one is; nothing where the name says no more: "Experts"."""
    kind = _(CATEGORIES[category_of(rows)])
    return "" if kind.casefold() == view.called(names).casefold() else kind


documents_table = partial(speakers_table, documents=True)


def themes_table(view: View) -> pd.DataFrame:
    """Return how many words are laid to each speaker on each theme asked for; on two, they count for both."""
    themes = {theme.key: theme.label for theme in view.analysis.investigation.themes} | {"": _("Other")}
    rows = [row for row in _speaking(view) if len(themes) > 1 and category_of(row[1]) != "document"]
    used = {key for _, quotations in rows for q in quotations for key in q.themes or ("",)}

    def column(key: str) -> Callable[[Any], Any]:
        return lambda row: words_of(view, (q for q in row[1] if key in (q.themes or ("",)))) or ""

    columns: Columns = {
        _("Speaker"): partial(_speaker, view),
        **{label: column(key) for key, label in themes.items() if key in used},
        _("All words"): lambda row: words_of(view, row[1]),
    }
    return frame(rows, (row[1][0].quotation_id for row in rows), columns)


def reuse_table(view: View) -> pd.DataFrame:
    """Return the passages that two articles share."""
    rows = view.analysis.reuse
    columns: Columns = {
        _("Articles"): lambda row: shared_places(view, row),
        _("Shared words") + "*": lambda row: shorten(row.text, _LONGEST, placeholder=" […]"),
        _("Number of words"): lambda row: row.words,
        _("Likeness"): lambda row: percent(row.similarity),
    }
    sort: Columns = {_("Likeness"): lambda row: row.similarity}
    table = frame(rows, (row.reuse_id for row in rows), columns, sort=sort)
    table.attrs["home"] = True
    return table


def origins_table(view: View) -> pd.DataFrame:
    """Return what several articles tell, with the independent origins that it has."""
    rows = sorted((e for e in view.events if e.articles > 1), key=lambda e: (-e.origins, -e.articles))
    days = {e.event_id: _("different days") if e.other_dates else e.origins if e.date else "" for e in rows}
    columns: Columns = {
        _("Event"): lambda event: ((event.told, event.event_id),),
        _("Articles"): lambda event: event.articles,
    }
    if any(day not in ("", 1) for day in days.values()):
        columns[_("Origins of its day")] = lambda event: days[event.event_id]
    columns[_("Sources")] = lambda event: few(places(view, event.joined), event.event_id)
    return frame(rows, (event.event_id for event in rows), columns)
