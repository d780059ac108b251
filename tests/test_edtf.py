"""Which dates the calendar has."""

from __future__ import annotations

import pytest

from dossier.edtf import is_date, is_day


@pytest.mark.parametrize(
    "text",
    [
        "2024",
        "2024-02",
        "2024-02-29",
        "2024-10~",
        "2024-21",
        "202X",
        "19XX",
        "2024-01-31T10:00",
        "2024-01/2024-02",
        "../2024-08",
        "2024-08/..",
        "/2024",
    ],
)
def test_a_date(text: str) -> None:
    assert is_date(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "/",
        "../..",
        "///",
        "2024-1",
        "2024-99-99",
        "2023-02-29",
        "2024-02/2024-01",
        "X",
        "hier",
        "24",
        "2024-13",
    ],
)
def test_no_date(text: str) -> None:
    assert not is_date(text)


@pytest.mark.parametrize(("text", "known"), [("2024-02-29", True), ("2023-02-29", False), ("2024-02", False)])
def test_a_day(text: str, known: bool) -> None:
    assert is_day(text) is known
