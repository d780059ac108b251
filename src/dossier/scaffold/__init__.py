"""The files that an investigation needs to become a book, and a new one from a folder of articles."""

from dossier.scaffold.notebooks import build_notebook, template
from dossier.scaffold.pages import (
    ChapterError,
    check_chapters,
    is_listed,
    write_edition,
    write_pages,
    write_project,
)
