"""The files that an investigation needs to become a book, and a new one from a folder of articles."""

from dossier.scaffold.pages import (
    COPIED,
    ChapterError,
    build_notebook,
    check_chapters,
    is_listed,
    page_text,
    template,
    write_edition,
    write_pages,
    write_project,
)
