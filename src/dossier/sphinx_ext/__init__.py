"""The Sphinx extension that turns notebooks, pages and the analysis into the published book.

Everything hangs on `_config.yml` naming this extension, so that ``jupyter-book build .`` typed by hand gives
the same pages as ``make html``. The project is the folder of the sources, wherever it lies.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from sphinx.application import Sphinx

__all__ = ["setup"]


def setup(app: Sphinx) -> dict[str, Any]:
    """Connect the extension; Sphinx calls this."""
    from dossier.sphinx_ext.events import connect  # noqa: PLC0415 (a command that only looks needs no Sphinx)

    return connect(app)
