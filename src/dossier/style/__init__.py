"""How the book looks: style sheet and scripts of its pages, template of its PDF. A project may add to it."""

from pathlib import Path

FOLDER = Path(__file__).parent
STATIC = FOLDER / "static"
TEMPLATES = FOLDER / "templates"  # of what pages show
FRAME = TEMPLATES / "site"  # around each page: head, navigation, search
OWN_SHEET = "own.css"  # in book/_static of a project: rules that follow those of the house


def pdf_template(root: Path) -> Path:
    """Return the Typst template of the project at *root*: book/pdf/template.typ, else that of the house."""
    own = root / "book" / "pdf" / "template.typ"
    return own if own.is_file() else FOLDER / "template.typ"
