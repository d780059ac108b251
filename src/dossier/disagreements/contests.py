"""Which records a disagreement contests."""

from collections.abc import Mapping

from dossier.records import Discrepancy


def is_contest(row: Discrepancy) -> bool:
    """Tell whether *row* contests anything: a conflict does, but not of two who each give a figure."""
    return row.severity == "conflict" and (row.kind, row.between) != ("quantity", "parties")


def contested_in(row: Discrepancy, event_of: Mapping[str, str]) -> tuple[str, ...]:
    """Return the records that *row* contests; of a step out of order not the other one."""
    mine = (name for name in row.records if event_of.get(name, row.subject) == row.subject)
    return tuple(mine) if row.kind == "sequence" else row.records
