"""Articles as people have them (web pages, text, Markdown, PDF) to clean text and what is known of each."""

from dossier.intake.add import Added, add_files, list_sources
from dossier.intake.convert import FORMATS, Converted, convert
