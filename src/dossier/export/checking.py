"""The rows of the package held against its own schema as they are written: what is published is valid."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from dossier.export.schema import TableForm, table_schema
from dossier.investigation import Investigation

_SHAPES = {"integer": re.compile(r"[-+]?\d+"), "number": re.compile(r"[-+]?\d+(\.\d+)?(e[-+]?\d+)?")}


class PackageError(ValueError):
    """A row that the schema of the package does not allow; the message names it."""


class Checker:
    """Checks rows one by one, and at the end that every reference has found its row."""

    def __init__(self, forms: Mapping[str, TableForm], investigation: Investigation) -> None:
        self.forms = forms
        self._fields = {name: table_schema(form, investigation)["fields"] for name, form in forms.items()}
        self._keys: dict[str, set[str]] = {name: set() for name in forms}
        self._named: dict[tuple[str, str, str], set[str]] = {}

    def check(self, table: str, cells: Sequence[str]) -> None:
        """Look at the *cells* of one row of *table*.

        Raises:
            PackageError: a cell is not as its column says, or the key stands twice.
        """
        form, row = self.forms[table], dict(zip(self.forms[table].columns, cells, strict=True))
        key = row[form.key]
        for field in self._fields[table]:
            if fault := find_fault(row[field["name"]], field):
                raise _refusal(f"{table}.csv, row {key}: {field['name']} {fault}")
        if key in self._keys[table]:
            raise _refusal(f"{table}.csv: the key {key} stands twice")
        self._keys[table].add(key)
        for column, target in form.references.items():
            if row[column]:
                self._named.setdefault((table, column, target), set()).add(row[column])

    def finish(self) -> None:
        """Look whether every row that another one refers to is there.

        Raises:
            PackageError: one is not.
        """
        for (table, column, target), named in self._named.items():
            if lost := sorted(named - self._keys[target]):
                raise _refusal(f"{table}.csv: {column} names {lost[0]}, which is not in {target}.csv")


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


def _number(cell: str) -> float:
    return float(cell) if _SHAPES["number"].fullmatch(cell) else 0.0


def _refusal(fault: str) -> PackageError:
    return PackageError(f"the data package was not written, because it would break its schema: {fault}")
