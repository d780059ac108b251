"""What is made of a project: `dossier book`, `pdf`, `export`, `analyse`, and `review` by an analyst."""

import argparse
import datetime

from dossier.advice import shown
from dossier.cli.articles import name_later, name_lost, name_refused, name_rulings_lost, name_undated
from dossier.cli.terminal import UsageError, open_edition, say
from dossier.export import ABOUT, CRATE, pack_report, write_formats
from dossier.i18n import _, using
from dossier.pdf import build_pdf
from dossier.report import find_root, load
from dossier.review import Wanted, in_list, known_as, list_looks, near_names, pair_of, run_review, write_sheet
from dossier.sphinx_ext.build import hold_book
from dossier.view import View
from dossier.visible import code_point, visible


def book(options: argparse.Namespace) -> int:
    """Build the book and print the path of its first page."""
    root = open_edition(options)
    with hold_book(root) as pages:
        page = pages / "index.html"
    analysis = load(root)
    with using(analysis.investigation.language):
        name_refused(analysis.articles)
        name_undated(analysis.articles)
        name_later(analysis)
        name_lost(root / "seeds")
        name_rulings_lost(analysis)
        print(_("Open {page}", page=page))
        if not analysis.rulings:
            asked = _("then say which passages contradict each other, and which reading is wrong")
            print(_(": ").join((asked, f"dossier review {root}")))
    return 0


def pdf(options: argparse.Namespace) -> int:
    """Make the PDF and print its path."""
    root, undrawn = open_edition(options), set[str]()
    with hold_book(root):
        path = build_pdf(root, undrawn=undrawn)
    for article in load(root).articles if undrawn else ():
        if found := undrawn.intersection(article.text + article.file):
            named = ", ".join(map(code_point, sorted(found)[:10]))
            say(
                _("{file}: no font of the PDF draws {named}: printed as that", file=article.file, named=named)
            )
    print(path)
    return 0


def export(options: argparse.Namespace) -> int:
    """Write the files and print the path of each."""
    if options.format is None:
        for name, about in ABOUT.items():
            print(f"{name:<16}{about}")
        return 0
    if options.format not in ABOUT:
        raise UsageError(f"{options.format!r} is no format: name one of {', '.join(ABOUT)}")
    root = find_root(options.root)
    out = options.out or root / "_build" / "exports"
    if options.format == CRATE:
        with hold_book(root) as book:
            paths = [pack_report(book, out)]
    else:
        paths = write_formats(View(load(root, progress=True)), out, (options.format,))
    for path in paths:
        print(visible(str(path)))
    return 0


def analyse(options: argparse.Namespace) -> int:
    """Make the analysis, or find it made."""
    analysis = load(options.root, progress=True)
    with using(analysis.investigation.language):
        if not options.brief:
            name_refused(analysis.articles)
        told = _(
            "{read} of {all} articles read: {events} events, {claims} claims, {quotations} quotations, "
            "{discrepancies} discrepancies",
            read=len(analysis.readable),
            all=len(analysis.articles),
            events=len({mention.event_id for mention in analysis.events}),
            claims=len(analysis.claims),
            quotations=len(analysis.quotations),
            discrepancies=len(analysis.discrepancies),
        )
    print(told)
    return 0


def review(options: argparse.Namespace) -> int:
    """Walk through the records, or list them."""
    root = find_root(options.root)
    analysis = load(root, progress=True)
    path = root / "review" / "decisions.yml"
    wanted = Wanted(
        tuple(options.record), options.page, options.speaker, options.text, options.unsure, options.all
    )
    if options.speaker and (near := near_names(analysis, options.speaker)) is not None:
        there = _("; near: {names}", names=", ".join(near)) if near else ""
        name = shown(options.speaker)
        raise UsageError(_("nobody is called {name} who speaks, claims or acts{near}", name=name, near=there))
    pairs = [pair_of(p.one[0], p.other[0], analysis.texts) for p in View(analysis).parallels]
    looks = list_looks(analysis, path, wanted, pairs)
    if not looks and (options.record or options.text or options.speaker or options.page):
        say(_("no record is such as asked for: give fewer words, or --all for those that are decided too"))
        return 1
    today = datetime.date.today().isoformat()
    if options.form:
        analyst = options.analyst or known_as(path, analysis.investigation)
        waiting = write_sheet(path, looks, analysis, analyst=analyst, today=today)
        asked = _("{n:d} more wait in {file}: write accept, reject or correct in place of open, and a reason",
            n=waiting, file=path)  # fmt: skip
        print(visible(asked))
        return 0
    if options.list:
        for look in looks:
            print(in_list(look))
        return 0
    run_review(analysis, path, looks, today=today, analyst=options.analyst)
    return 0
