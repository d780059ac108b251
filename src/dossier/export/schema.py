"""The schema of the data package (Frictionless Data Package 1), from tables.yml, and rows held to it."""

import functools
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from dossier.i18n import N_, _, language, pgettext
from dossier.investigation import Investigation
from dossier.lexicons import load_data
from dossier.storage import short_hash

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


_SHAPES = {"integer": re.compile(r"[-+]?\d+"), "number": re.compile(r"[-+]?\d+(\.\d+)?(e[-+]?\d+)?")}
Names = NDArray[np.uint64]  # as `short_hash` has them


class PackageError(ValueError):
    """A row that the schema of the package does not allow; the message names it."""


def check_rows(form: TableForm, rows: Iterable[Sequence[str]], investigation: Investigation) -> None:
    """Look at the cells of each of *rows* of the table of *form*.

    Raises:
        PackageError: a cell is not as its column says, or a key stands twice.
    """
    fields, keys = table_schema(form, investigation)["fields"], set[str]()
    place = list(form.columns).index(form.key)
    for cells in rows:
        key = cells[place]
        for cell, field in zip(cells, fields, strict=True):
            if fault := find_fault(cell, field):
                raise _refusal(f"{form.name}.csv, row {key}: {field['name']} {fault}")
        if key in keys:
            raise _refusal(f"{form.name}.csv: the key {key} stands twice")
        keys.add(key)


def find_fault(cell: str, field: Mapping[str, Any]) -> str:
    """Return what is wrong with *cell* in the column that *field* of a Table Schema describes, or nothing."""
    rules = field.get("constraints", {})
    if not cell:
        return "is empty" if rules.get("required") else ""
    if (shape := _SHAPES.get(field["type"])) and not shape.fullmatch(cell):
        return f"is {cell!r}, which is no {field['type']}"
    if "enum" in rules and cell not in rules["enum"]:
        return f"is {cell!r}, which is none of {', '.join(rules['enum'])}"
    if not rules.get("minimum", float("-inf")) <= _number(cell) <= rules.get("maximum", float("inf")):
        return f"is {cell}, which is out of bounds"
    return ""


def names_in(form: TableForm, rows: Sequence[Sequence[str]]) -> dict[str, Names]:
    """Return the key of each of *rows*, and the rows of other tables that they name, by the column."""
    found = {}
    for place, column in enumerate(form.columns):
        if column == form.key or column in form.references:
            found[column] = np.array([short_hash(row[place]) for row in rows if row[place]], dtype=np.uint64)
    return found


def check_names(forms: Mapping[str, TableForm], found: Mapping[tuple[str, str], Sequence[Names]]) -> None:
    """Look whether each key, *found* by table and column, is there once, and each row that another one names.

    Raises:
        PackageError: one is not.
    """
    filled = {place: np.concatenate(parts) for place, parts in found.items()}
    empty = {(name, form.key): np.array([], dtype=np.uint64) for name, form in forms.items()}
    whole = empty | filled  # where no article could be read, no part has rows of most tables
    for name, form in forms.items():
        keys = whole[name, form.key]
        if len(np.unique(keys)) < len(keys):
            raise _refusal(f"{name}.csv: a key stands twice")
    for name, form in forms.items():
        for column, target in form.references.items():
            if (name, column) in whole:
                lost = ~np.isin(whole[name, column], whole[target, forms[target].key])
                if lost.any():
                    raise _refusal(
                        f"{name}.csv: {column} names {lost.sum()} rows that are not in {target}.csv"
                    )


def _number(cell: str) -> float:
    return float(cell) if _SHAPES["number"].fullmatch(cell) else 0.0


def _refusal(fault: str) -> PackageError:
    return PackageError(f"the data package was not written, because it would break its schema: {fault}")
