"""The schema of the data package (Frictionless Data Package 1, Table Schema), from tables.yml."""

import functools
from dataclasses import dataclass
from typing import Any

from dossier.i18n import N_, _, language, pgettext
from dossier.investigation import Investigation
from dossier.lexicons import load_data

_TYPES = {"integer": "integer", "number": "number"}
_NOTES = {
    "edtf": N_("{meaning} (EDTF, ISO 8601-2; empty: not datable)"),
    "list": N_("{meaning} (items joined by |)"),
}


@dataclass(frozen=True, slots=True)
class TableForm:
    """A table of the package: its columns in their order, each with its properties."""

    name: str
    title: str
    description: str
    key: str
    columns: dict[str, dict[str, Any]]
    references: dict[str, str]


def table_forms() -> dict[str, TableForm]:
    """Return the form of every table by its name, in the order of the package and the report's language."""
    return _forms(language())


@functools.cache
def _forms(_language: str) -> dict[str, TableForm]:
    tables = load_data(__package__, "tables")
    common = tables["common"]
    return {
        name: TableForm(
            name,
            pgettext("table", table["title"]),
            pgettext("table", table["description"]),
            table["key"],
            {column: _said(form or common[column]) for column, form in table["columns"].items()},
            {"article_id": "articles"} | table.get("references", {})
            if "article_id" in table["columns"] and name != "articles"
            else table.get("references", {}),
        )
        for name, table in tables.items()
        if name != "common"
    }


def _said(form: dict[str, Any]) -> dict[str, Any]:
    return {**form, "description": pgettext("table", form["description"])}


def table_schema(form: TableForm, investigation: Investigation) -> dict[str, Any]:
    """Return the Table Schema of *form*; keys that the investigation defines are its enumerations."""
    schema: dict[str, Any] = {
        "fields": [field(name, properties, investigation) for name, properties in form.columns.items()],
        "missingValues": [""],
        "primaryKey": form.key,
    }
    if form.references:
        schema["foreignKeys"] = [
            {"fields": column, "reference": {"resource": table, "fields": table_forms()[table].key}}
            for column, table in form.references.items()
        ]
    return schema


def field(name: str, properties: dict[str, Any], investigation: Investigation) -> dict[str, Any]:
    """Return the Table Schema field of one column."""
    kind = properties.get("type", "string")
    constraints = {
        key: properties[key] for key in ("required", "enum", "minimum", "maximum") if key in properties
    }
    if asked := properties.get("enum_of"):
        constraints["enum"] = list(dict.fromkeys([*(e.key for e in getattr(investigation, asked)), "other"]))
    result = {
        "name": name,
        "type": _TYPES.get(kind, "string"),
        "description": _(_NOTES.get(kind, "{meaning}"), meaning=properties["description"]),
    }
    return result | ({"constraints": constraints} if constraints else {})
