"""The book typeset: pages of the built HTML → one cleaned tree → pandoc → Typst → a tagged PDF/UA-1 file."""

from dossier.pdf.build import PdfError, build_pdf
