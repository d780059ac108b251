"""Articles as people have them (web pages, text, Markdown, PDF) to clean text and what is known of each."""

from dossier.intake.convert import FORMATS, Added, Converted, add_files, convert, list_sources
