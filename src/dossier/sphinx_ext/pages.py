"""The pages as they are written: HTML put right, data beside them, nothing that they do not use."""

import re
import shutil
from collections.abc import Iterable, Sequence
from html import unescape
from pathlib import Path
from textwrap import shorten
from typing import Any

from docutils.nodes import document
from sphinx.application import Sphinx

from dossier.analysis import Analysis
from dossier.i18n import _
from dossier.narrative import citation_file
from dossier.storage import write_whole
from dossier.style import OWN_SHEET
from dossier.view import View
from dossier.words import SCRIPTS

# Files of _static that the page frame names; those of the house and of book/_static come on top.
_USED = {"pygments.css"}
# What Sphinx and its extensions write into a body, and what stands there instead.
_PUT_RIGHT = [
    # Nothing in a chapter is a script: thebe's go, and so would any other.
    (re.compile(r"<script\b.*?</script>", re.DOTALL | re.IGNORECASE), ""),
    # Paragraphs are not allowed in a summary.
    (
        re.compile(r'<summary aria-label="Toggle hidden content">.*?</summary>', re.DOTALL),
        "<summary>Code</summary>",
    ),
    # A header cell says what it heads.
    (re.compile(r'<th class="head( [^"]*)?">'), r'<th class="head\1" scope="col">'),
    # A role that ARIA 1.2 has withdrawn; the entries are the items of a list.
    (re.compile(r'role="doc-biblioentry"'), 'role="listitem"'),
]
_PARAGRAPH = re.compile(r"<p\b[^>]*>(.*?)</p>", re.DOTALL)
_DESCRIPTION = 160  # letters that a search engine or a card shows


def clean_context(
    app: Sphinx, page: str, template: str, context: dict[str, Any], doctree: document | None
) -> None:
    """Put right what docutils and myst-nb write into the body of a page, and say what the page is."""
    if "body" in context:
        context["body"] = clean(context["body"])
        asked = app.dossier.analysis.investigation
        root = page == app.config.root_doc
        context["description"] = asked.subtitle if root and asked.subtitle else describe(context["body"])
    context["words"] = {name: _(words) for name, words in SCRIPTS.items()}
    if (Path(app.srcdir) / "book" / "_static" / OWN_SHEET).is_file():
        context["own_sheet"] = OWN_SHEET


def clean(body: str) -> str:
    """Return the HTML *body* without what a validator or a screen reader stumbles over."""
    for pattern, replacement in _PUT_RIGHT:
        body = pattern.sub(replacement, body)
    # Sphinx has no translation of this one.
    return body.replace("Link to this heading", _("Link to this heading"))


def describe(body: str) -> str:
    """Return the first words of the lead of the HTML *body*, else of its first paragraph, as plain text."""
    lead = re.search(r'<div class="dz-lead">(.*?)</div>', body, re.DOTALL) or _PARAGRAPH.search(body)
    text = unescape(re.sub(r"<[^>]+>", "", lead[1].replace("</p>", " "))) if lead else ""
    return shorten(text, _DESCRIPTION, placeholder=" …")


def publish_data(analysis: Analysis, folder: Path) -> None:
    """Write the data package, the other formats and the way to cite the report into the book."""
    from dossier.export.formats import write_formats  # noqa: PLC0415
    from dossier.export.package import write_package  # noqa: PLC0415 (needed only after a change)

    folder.mkdir(parents=True, exist_ok=True)
    write_package(analysis, folder)
    write_formats(View(analysis), folder)
    write_whole(folder / "CITATION.cff", citation_file(analysis.investigation).encode())


def describe_report(analysis: Analysis, folder: Path) -> None:
    """Describe the whole book in *folder* as an RO-Crate."""
    from dossier.export.formats import write_crate  # noqa: PLC0415

    write_crate(View(analysis), folder)


def add_static(folder: Path, sources: Sequence[Path]) -> None:
    """Copy the static files of *sources*, later ones over earlier ones, and prune the others."""
    for source in filter(Path.is_dir, sources):
        shutil.copytree(source, folder / "_static", dirs_exist_ok=True)
    prune(folder, sources)


def prune(folder: Path, sources: Iterable[Path]) -> None:
    """Remove from the book in *folder* all that the theme and extensions copy there and no page loads.

    *sources* are the folders of the static files of the house and of the book itself.
    """
    (folder / ".buildinfo").unlink(missing_ok=True)  # for a next build, and each begins anew
    static = folder / "_static"
    files = ((own, path) for own in sources for path in own.rglob("*") if path.is_file())
    keep = _USED | {path.relative_to(own).as_posix() for own, path in files}
    for path in sorted(static.rglob("*"), reverse=True):
        if path.is_file() and path.relative_to(static).as_posix() not in keep:
            path.unlink()
        elif path.is_dir() and not any(path.iterdir()):
            path.rmdir()
