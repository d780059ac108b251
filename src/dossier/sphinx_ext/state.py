"""What one build knows, kept on the Sphinx application, and the note that its pages are finished."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from sphinx.application import Sphinx

from dossier.analysis import Analysis
from dossier.storage import write_whole


@dataclass(frozen=True, slots=True)
class State:
    """The project's folder, its analysis, and the hashes of what notebooks show and of all sources."""

    root: Path
    analysis: Analysis
    shown: str
    sources: str


def _note(app: Sphinx) -> Path:
    return Path(app.srcdir) / "_build" / ".dossier" / f"{app.builder.name}.finished"


def is_current(app: Sphinx) -> bool:
    """Return whether the pages in the output folder were finished from what stands in the project now."""
    try:
        return bool(_note(app).read_text() == app.dossier.sources)
    except OSError:
        return False


def note_finished(app: Sphinx) -> None:
    """Note that the pages in the output folder are finished."""
    write_whole(_note(app), app.dossier.sources.encode())
