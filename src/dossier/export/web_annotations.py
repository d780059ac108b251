"""Every piece of evidence as a W3C Web Annotation (Web Annotation Data Model, 2017), in JSON-LD.

The target is the very bytes of the article, named by their hash; the passage in them is given twice, by its
words (TextQuoteSelector) and by its place (TextPositionSelector: code points of the decoded file).
"""

from typing import Any

from dossier.export.places import Passage, find_evidence, hash_name
from dossier.export.schema import TableForm
from dossier.export.stores import row
from dossier.view import Homes, View

FILE = "annotations.jsonld"
_CONTEXT = "http://www.w3.org/ns/anno.jsonld"
_PLACE = frozenset(("article_id", "start", "end", "text", "sentence_start", "sentence_end", "statement_id"))


def collection(view: View) -> dict[str, Any]:
    """Return the annotations of all evidence as one collection, in the order of the package."""
    asked, homes = view.analysis.investigation, Homes(view)
    top = f"{asked.url.rstrip('/')}/" if asked.url else ""
    items = [
        _annotation(form, record, passages, homes, top)
        for form, record, passages in find_evidence(view.analysis)
    ]
    page = {"id": f"{_file(top)}#page", "type": "AnnotationPage", "startIndex": 0, "items": items}
    made = {
        "@context": _CONTEXT,
        "id": _file(top),
        "type": "AnnotationCollection",
        "label": asked.title,
        "creator": [{"type": "Person", "name": name} for name in asked.authors],
        "total": len(items),
        "first": page,
    }
    return {name: value for name, value in made.items() if value not in ("", [])}


def _file(top: str) -> str:
    return f"{top}data/{FILE}" if top else FILE


def _annotation(
    form: TableForm, record: Any, passages: tuple[Passage, ...], homes: Homes, top: str
) -> dict[str, Any]:
    identity = getattr(record, form.key)
    cells = zip(form.columns, row(record, form.columns), strict=True)
    facts = [f"{name}: {value}" for name, value in cells if value and name not in _PLACE]
    bodies: list[dict[str, str]] = [
        {"type": "TextualBody", "value": form.name, "purpose": "classifying"},
        {
            "type": "TextualBody",
            "value": "\n".join(facts),
            "format": "text/plain",
            "language": "en",
            "purpose": "describing",
        },
    ]
    if top and (link := homes.permalink(identity)):
        bodies.append({"type": "SpecificResource", "source": f"{top}{link}", "purpose": "linking"})
    return {
        "id": f"{_file(top)}#{identity}",
        "type": "Annotation",
        "motivation": "describing",
        "body": bodies,
        "target": [_target(passage) for passage in passages],
    }


def _target(passage: Passage) -> dict[str, Any]:
    article = passage.article
    source = {
        "id": hash_name(article),
        "type": "Text",
        "format": "text/plain",
        "language": article.language,
        "via": article.url,
    }
    return {
        "type": "SpecificResource",
        "source": {name: value for name, value in source.items() if value},
        "selector": [
            {
                "type": "TextQuoteSelector",
                "exact": passage.text,
                "prefix": passage.before,
                "suffix": passage.after,
            },
            {"type": "TextPositionSelector", "start": passage.start, "end": passage.end},
        ],
    }
