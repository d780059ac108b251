"""The titles of the chapters, as investigation.yml gives them."""

from docutils import nodes
from sphinx.application import Sphinx

from dossier.chapters import chapters_of


def retitle(app: Sphinx, doctree: nodes.document) -> None:
    """Put the title of the chapter in place of the first heading of its page."""
    asked = chapters_of(app.dossier.analysis.investigation)
    title = {chapter.file: chapter.title for chapter in asked}.get(app.env.docname, "")
    heading = next(doctree.findall(nodes.title), None)
    if title and heading is not None:
        heading.rawsource = title
        heading.children = []
        heading += nodes.Text(title)
