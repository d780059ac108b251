"""The steps of the extension, each at its event of Sphinx."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

from sphinx.application import Sphinx
from sphinx.config import Config
from sphinx.environment import BuildEnvironment
from sphinx.errors import ConfigError
from sphinx.jinja2glue import SphinxFileSystemLoader
from sphinx.util import logging

from dossier import report
from dossier.analysis import Analysis
from dossier.edtf import in_words
from dossier.scaffold import is_listed
from dossier.sphinx_ext import bibliography, checks, execution, hashes, latex, pages, state, titles
from dossier.storage import write_whole
from dossier.style import FOLDER, STATIC

LOGGER = logging.getLogger(__name__)
TEMPLATES = Path(__file__).parent / "templates"


def connect(app: Sphinx) -> dict[str, Any]:
    """Connect every step."""
    bibliography.register()
    app.connect("config-inited", prepare, priority=10)
    app.connect("builder-inited", use_templates)
    app.connect("env-get-outdated", find_outdated)
    app.connect("env-before-read-docs", name_book)
    app.connect("env-before-read-docs", execution.execute)
    app.connect("doctree-read", titles.retitle, priority=100)
    app.connect("env-updated", remember)
    app.connect("html-page-context", pages.clean_context, priority=900)
    app.connect("doctree-resolved", latex.print_outputs)
    app.connect("build-finished", finish, priority=900)
    return {"parallel_read_safe": False, "parallel_write_safe": False}


def prepare(app: Sphinx, config: Config) -> None:
    """Make the analysis, once, and the bibliography before a page is read."""
    root = Path(app.srcdir)
    os.environ["DOSSIER_ROOT"] = str(root)
    os.environ.setdefault("SOURCE_DATE_EPOCH", "315532800")
    os.environ.setdefault("PYTHONHASHSEED", "0")
    analysis = report.load(root, progress=True)
    app.dossier = state.State(root, analysis, hashes.hash_shown(root), hashes.hash_sources(root))
    if not is_listed(root, analysis.investigation):
        raise ConfigError("_toc.yml lists other chapters than investigation.yml: run `dossier book` once")
    # A path of this machine here would stand in .buildinfo: the house's own files are added at the end.
    config.html_static_path = ["book/_static"] if (root / "book" / "_static").is_dir() else []
    config.latex_additional_files = [str(FOLDER / "bbm.sty"), *config.latex_additional_files]
    config.html_title = config.project = analysis.investigation.title or "Report"
    config.author = ", ".join(analysis.investigation.authors)
    config.today = in_words(analysis.investigation.date)
    config.nb_execution_cache_path = str(execution.cache_folder(root, app.dossier.shown))
    _write_references(root, analysis, app.dossier.shown)


def _write_references(root: Path, analysis: Analysis, shown: str) -> None:
    """Write references.bib for sphinxcontrib-bibtex, where that of *shown* is not there yet."""
    folder, note = root / report.CACHE, root / report.CACHE / "references.made"
    if note.is_file() and note.read_text() == shown and (folder / "references.bib").is_file():
        return
    from dossier.export.references import write_references  # noqa: PLC0415 (its room loads spaCy)

    folder.mkdir(parents=True, exist_ok=True)
    write_references(analysis.articles, folder)
    write_whole(note, shown.encode())


def use_templates(app: Sphinx) -> None:
    """Put the house's page frame before the theme's; after a change let every page be written again."""
    if app.builder.format != "html":
        return
    templates = app.builder.templates
    templates.pathchain.insert(0, str(TEMPLATES))
    templates.loaders.insert(0, SphinxFileSystemLoader(str(TEMPLATES)))
    if not state.is_current(app):
        for name in (".buildinfo", "searchindex.js"):
            (Path(app.outdir) / name).unlink(missing_ok=True)


def name_book(app: Sphinx, env: BuildEnvironment, docnames: list[str]) -> None:
    """Give the LaTeX document the title of the investigation, after Jupyter Book has given it its own."""
    title = app.config.html_title
    app.config.latex_documents = [(*entry[:2], title, *entry[3:]) for entry in app.config.latex_documents]


def find_outdated(app: Sphinx, env: BuildEnvironment, *changes: set[str]) -> list[str]:
    """Return every page where anything that the book is made from has changed since they were read."""
    known = state.is_current(app) and getattr(env, "dossier_sources", "") == app.dossier.sources
    return [] if known else sorted(env.found_docs)


def remember(app: Sphinx, env: BuildEnvironment) -> None:
    """Note in the environment what its pages were read from."""
    env.dossier_sources = app.dossier.sources


def finish(app: Sphinx, error: Exception | None) -> None:
    """Add the data package, take away what no page uses, and check every link."""
    if error or app.builder.name != "html":
        return
    folder = Path(app.outdir)
    pages.drop_stale(folder, {*app.env.found_docs, "search"})
    pages.add_static(folder, (STATIC, Path(app.srcdir) / "book" / "_static"))
    if not state.is_current(app):
        pages.publish_data(app.dossier.analysis, folder / "data")
    faults = checks.find_faults(folder, app.dossier.analysis)
    for fault in faults:
        LOGGER.warning("%s", fault, type="dossier")
    if not faults:
        state.note_finished(app)
