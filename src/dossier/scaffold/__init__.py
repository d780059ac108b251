"""The files that an investigation needs to become a book, and a new one from a folder of articles."""

from dossier.scaffold.pages import (
    ChapterError,
    build_notebook,
    check_chapters,
    is_listed,
    template,
    write_edition,
    write_pages,
    write_project,
)
