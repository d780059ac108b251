"""The whole report as an RO-Crate 1.3: what each file is, who made it, and what it is made from."""

from collections.abc import Mapping
from pathlib import PurePosixPath
from typing import Any
from urllib.parse import quote

from dossier import __version__
from dossier.export.web_annotations import hash_name
from dossier.i18n import _
from dossier.lexicons import load_data
from dossier.view import View

FILE = "ro-crate-metadata.json"
_CONTEXT = "https://w3id.org/ro/crate/1.3/context"
_SOFTWARE = "#dossier"
_MEDIA_TYPES: dict[str, str] = load_data(__package__, "formats")["media_types"]
Entity = dict[str, Any]


def crate(view: View, files: Mapping[str, int], abouts: Mapping[str, str]) -> Entity:
    """Return the metadata of the report that holds *files*: their paths, each with its size in bytes.

    *abouts* says what some of them are. A report without a date has no ``datePublished``, though RO-Crate
    asks for one: the program knows none.
    """
    asked = view.analysis.investigation
    sources = [
        {
            "@id": hash_name(article),
            "@type": "NewsArticle",
            "name": view.title(article.article_id),
            "url": article.url,
            "author": article.author,
            "publisher": article.outlet,
            "datePublished": article.published.day,
            "inLanguage": article.language,
        }
        for article in view.analysis.readable
    ]
    people = [_named("Person", f"#author-{n}", name) for n, name in enumerate(asked.authors, 1)]
    publisher = [_named("Organization", "#publisher", asked.publisher)] if asked.publisher else []
    licence = f"https://spdx.org/licenses/{quote(asked.licence)}" if asked.licence else ""
    root: Entity = {
        "@id": "./",
        "@type": "Dataset",
        "name": asked.title or _("Report"),
        "description": asked.subtitle or _("What a folder of French news articles says, and where."),
        "datePublished": asked.date,
        "version": asked.version,
        "keywords": ", ".join(asked.keywords),
        "url": asked.url,
        "identifier": f"https://doi.org/{asked.doi}" if asked.doi else "",
        "inLanguage": asked.language or "en",
        "license": _ref(licence) if licence else "",
        "author": [_ref(one["@id"]) for one in people],
        "publisher": _ref("#publisher") if publisher else "",
        "citation": [_ref(one["@id"]) for one in sources],
        "hasPart": [_ref(quote(path)) for path in files],
        "mainEntity": _ref("index.html") if "index.html" in files else "",
    }
    made: Entity = {
        "@id": "#making",
        "@type": "CreateAction",
        "name": _("Reading the articles and making the report"),
        "instrument": _ref(_SOFTWARE),
        "object": [_ref(one["@id"]) for one in sources],
        "result": _ref("./"),
    }
    software = _named("CreativeWork", _SOFTWARE, "dossier") | {"version": __version__}
    terms = [_named("CreativeWork", licence, asked.licence)] if licence else []
    described: Entity = {
        "@id": FILE,
        "@type": "CreativeWork",
        "conformsTo": _ref("https://w3id.org/ro/crate/1.3"),
        "about": _ref("./"),
    }
    parts = [
        {
            "@id": quote(path),
            "@type": "File",
            "name": PurePosixPath(path).name,
            "description": abouts.get(path, ""),
            "contentSize": str(size),
            "encodingFormat": _MEDIA_TYPES.get(PurePosixPath(path).suffix, "application/octet-stream"),
        }
        for path, size in files.items()
    ]
    graph = [described, root, *people, *publisher, *terms, software, made, *sources, *parts]
    return {
        "@context": _CONTEXT,
        "@graph": [
            {name: value for name, value in entity.items() if value not in ("", [])} for entity in graph
        ],
    }


def _named(kind: str, identity: str, name: str) -> Entity:
    return {"@id": identity, "@type": kind, "name": name}


def _ref(identity: str) -> Entity:
    return {"@id": identity}
