"""The steps of the extension, each at its event of Sphinx."""

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import escape
from pathlib import Path
from typing import Any

from docutils import nodes
from sphinx.application import ENV_PICKLE_FILENAME, Sphinx
from sphinx.config import Config
from sphinx.environment import BuildEnvironment
from sphinx.errors import ConfigError
from sphinx.jinja2glue import SphinxFileSystemLoader
from sphinx.util import logging

from dossier import i18n, report
from dossier.analysis import Analysis
from dossier.chapters import chapters_of
from dossier.display.articles import article_pages
from dossier.display.differences import COMPARE
from dossier.display.elements import to_latex
from dossier.display.page import open_brief
from dossier.edtf import in_words
from dossier.export import bibtex, write_crate, write_formats, write_package
from dossier.i18n import _
from dossier.narrative import citation_file
from dossier.scaffold import is_listed
from dossier.sphinx_ext import checks, execution, pages
from dossier.storage import clear, of_shown, own_folder, remove_built, write_whole
from dossier.style import FOLDER, FRAME, STATIC
from dossier.view import View
from dossier.visible import on_page

EMPTY = re.compile(r'\s*<p [^>]*class="dz-empty"(?:(?!</p>).)*</p>\s*', re.DOTALL)  # and nothing else
HEADINGS = "Where the sources disagree", "Contradictions and tensions"
LOGGER = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Project:
    """What one build knows: the project's folder, its analysis, and the hash of what its notebooks show."""

    root: Path
    analysis: Analysis
    shown: str


def connect(app: Sphinx) -> dict[str, Any]:
    """Connect every step."""
    pages.register()
    app.connect("config-inited", prepare, priority=10)
    app.connect("builder-inited", use_templates)
    app.connect("env-before-read-docs", name_book)
    app.connect("env-before-read-docs", execution.execute)
    app.connect("doctree-read", retitle, priority=100)
    app.connect("doctree-read", leave_out, priority=110)
    app.connect("html-collect-pages", collect)
    app.connect("html-page-context", pages.clean_context, priority=900)
    app.connect("doctree-resolved", print_outputs)
    app.connect("build-finished", finish, priority=900)
    return {"parallel_read_safe": False, "parallel_write_safe": False}


def prepare(app: Sphinx, config: Config) -> None:
    """Make the analysis, once, and the bibliography before a page is read."""
    root = Path(app.srcdir)
    os.environ["DOSSIER_ROOT"] = str(root)
    os.environ.setdefault("SOURCE_DATE_EPOCH", "315532800")
    os.environ.setdefault("PYTHONHASHSEED", "0")
    analysis = report.load(root, progress=True)
    config.language = analysis.investigation.language
    i18n.use(config.language)
    app.dossier = Project(root, analysis, of_shown(root))
    if not is_listed(root, analysis.investigation):
        raise ConfigError("_toc.yml lists other chapters than investigation.yml: run `dossier book` once")
    # A path of this machine here would stand in .buildinfo: the house's own files are added at the end.
    config.html_static_path = ["book/_static"] if (root / "book" / "_static").is_dir() else []
    config.latex_additional_files = [str(FOLDER / "bbm.sty"), *config.latex_additional_files]
    config.html_title = config.project = on_page(analysis.investigation.title or _("Report"))
    config.author = on_page(", ".join(analysis.investigation.authors))
    config.today = in_words(analysis.investigation.date)
    config.nb_execution_cache_path = str(execution.cache_folder(root))
    references = own_folder(root / report.CACHE) / "references.bib"
    clear(references)
    write_whole(references, bibtex(analysis.articles).encode())
    begin_anew(app)


def begin_anew(app: Sphinx) -> None:
    """Remove what earlier builds left; of an output folder outside ``_build``, only what Sphinx remembers.

    Nothing of it, whole or broken, shall show in the book. What takes long, the analysis and the results of
    the notebooks, is kept elsewhere, sealed with checksums.
    """
    out = Path(app.outdir)
    if out.parent.name == "_build":
        remove_built(out.parent, out.name)
        out.mkdir()
    (Path(app.doctreedir) / ENV_PICKLE_FILENAME).unlink(missing_ok=True)


def use_templates(app: Sphinx) -> None:
    """Put the house's page frame before the theme's.

    Raises:
        ConfigError: a builder whose pages are called otherwise than the records' links call them.
    """
    if app.builder.format != "html":
        return
    if app.builder.name != "html":
        raise ConfigError(
            f"the builder {app.builder.name} would break the links between the records: build the book with "
            "`dossier book`, as one document with `dossier pdf`"
        )
    templates = app.builder.templates
    templates.environment.globals.update(i18n.IN_TEMPLATES)
    templates.pathchain.insert(0, str(FRAME))
    templates.loaders.insert(0, SphinxFileSystemLoader(str(FRAME)))


def name_book(app: Sphinx, env: BuildEnvironment, docnames: list[str]) -> None:
    """Give the LaTeX document the investigation's title and authors, after Jupyter Book has given its own."""
    title, author = to_latex(app.config.html_title), to_latex(app.config.author)
    documents = app.config.latex_documents
    app.config.latex_documents = [(*entry[:2], title, author, *entry[4:]) for entry in documents]


def retitle(app: Sphinx, doctree: nodes.document) -> None:
    """Put the title of the chapter, as investigation.yml gives it, in place of the page's first heading.

    Headings of differences are of passages to compare, where the book has no others.
    """
    view = View(app.dossier.analysis)
    asked = chapters_of(view.analysis.investigation)
    title = {chapter.file: chapter.title for chapter in asked}.get(app.env.docname, "")
    for number, heading in enumerate(doctree.findall(nodes.title)):
        offered = heading.astext() in map(_, HEADINGS) and view.pairs and not view.differences
        if told := (not number and title) or (_(COMPARE) if offered else ""):
            heading.rawsource = told
            heading.children = []
            heading.append(nodes.Text(told))


def leave_out(app: Sphinx, doctree: nodes.document) -> None:
    """Leave out what shows that nothing was found, and each section that has nothing else."""
    cells = [cell for cell in doctree.findall(nodes.container) if "cell" in cell["classes"]]
    empty = [cell for cell in cells if any(EMPTY.fullmatch(out.astext()) for out in cell.findall(nodes.raw))]
    within = {
        id(section) for cell in empty for section in (cell.parent,) if isinstance(section, nodes.section)
    }
    for cell in empty:
        cell.parent.remove(cell)
    for section in reversed(list(doctree.findall(nodes.section))):
        left = any(isinstance(child, (nodes.section, nodes.container)) for child in section.children)
        if id(section) in within and not left and section.parent is not doctree:
            section.parent.remove(section)


def print_outputs(app: Sphinx, doctree: nodes.document, docname: str) -> None:
    """Print the LaTeX form of an output as it is: MyST-NB takes all LaTeX for a formula."""
    for formula in list(doctree.findall(nodes.math_block)) if app.builder.format == "latex" else ():
        if "text_latex" in formula["classes"]:
            formula.replace_self(nodes.raw("", formula.astext(), format="latex"))


def collect(app: Sphinx) -> Iterator[tuple[str, dict[str, Any], str]]:
    """Yield the pages that the articles of a large book have of their own."""
    view = View(app.dossier.analysis)
    app.dossier_articles = []
    for name, title, made in article_pages(view, open_brief):
        app.dossier_articles.append(name)
        yield name, {"title": escape(title), "body": str(made)}, "page.html"


def finish(app: Sphinx, error: Exception | None) -> None:
    """Add the data package, take away what no page uses, and check every link."""
    if error or app.builder.name != "html":
        return
    folder, analysis = Path(app.outdir), app.dossier.analysis
    pages.add_static(folder, (STATIC, Path(app.srcdir) / "book" / "_static"))
    made = checks.read_pages(folder)
    names = (f"{name}.html" for name in sorted((*app.env.found_docs, *app.dossier_articles)))
    checks.write_index(folder, {name: made[name] for name in names})
    write_package(analysis, folder / "data")
    write_formats(View(analysis), folder / "data")
    write_whole(folder / "data" / "CITATION.cff", citation_file(analysis.investigation).encode())
    for fault in checks.find_faults(folder, made, analysis):
        LOGGER.warning("%s", fault, type="dossier")
    write_crate(View(analysis), folder)
