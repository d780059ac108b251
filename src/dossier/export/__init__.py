"""Records to the data package, and articles to references."""

from dossier.export.package import write_folder, write_package
from dossier.export.references import bibtex, citation_keys, csl_json
from dossier.export.stores import FORMATS
