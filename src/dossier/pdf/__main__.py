"""``python -m dossier.pdf [FOLDER]``: typeset the book that stands in FOLDER/_build/html."""

from __future__ import annotations

import sys
from pathlib import Path

from dossier.pdf import PdfError, build_pdf

if __name__ == "__main__":
    try:
        print(build_pdf(Path(sys.argv[1] if len(sys.argv) > 1 else ".")))
    except PdfError as error:
        sys.exit(f"dossier pdf: {error}")
