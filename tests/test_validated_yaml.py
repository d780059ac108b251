"""YAML written by hand: what comes back, and how a mistake is named."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from dossier.validated_yaml import Form, Mistakes, YamlError, read_yaml

FORM: Form = {
    "type": "object",
    "properties": {
        "name": {"enum": ["dam", "lake"]},
        "depth": {"type": "number"},
        "days": {"type": "array", "items": {}},
    },
    "required": ["name"],
}


def read(tmp_path: Path, text: str, form: Form = FORM, **options: Any) -> Any:
    path = tmp_path / "works.yml"
    path.write_text(text, "utf-8")
    return read_yaml(path, form, empty="write a name", **options)


def test_values_come_back_plain_and_a_check_knows_their_lines(tmp_path):
    lines: list[int] = []

    def check(value: Any, mistakes: Mistakes) -> None:
        lines.extend((value["name"].line, value["days"][1].line))

    value = read(tmp_path, "name: dam\ndepth: -2.5\n\ndays: [lundi, 3]\n", check=check)
    assert value == {"name": "dam", "depth": -2.5, "days": ("lundi", "3")}
    assert lines == [1, 4] and type(value["name"]) is str


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "name: damm\n",
            "works.yml line 1: 'name' of the file is 'damm'; did you mean 'dam'? Allowed: dam, lake",
        ),
        ("name: dam\ndepth: deep\n", "works.yml line 2: 'depth' of the file is 'deep', expected a number"),
        ("name: dam\ndepth: .inf\n", "works.yml line 2: 'depth' of the file is '.inf', expected a number"),
        (
            "name: dam\ndays: [a, [b]]\n",
            "works.yml line 2: entry 2 of 'days' of the file is a list, expected a text",
        ),
        ("- dam\n", "works.yml line 1: the file is a list, expected keys with values"),
        ("? [a]\n: b\n", "works.yml line 1: a key of the file is a list, expected a text"),
        ("", "works.yml line 1: the file is empty; write a name"),
    ],
)
def test_a_mistake_is_one_line_with_its_place(tmp_path, text, said):
    with pytest.raises(YamlError) as caught:
        read(tmp_path, text)
    assert said in caught.value.mistakes


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        # The line that is off, not the one at which the parser could not go on.
        (
            "  ill:\n   label: A\n    words: [b]\n",
            "line 3: is not YAML: wrong indentation: it begins in column 4",
        ),
        ("  ill:\n    label: A\n     words: [b]\n", "line 4: is not YAML: wrong indentation: .* line 3 in 5"),
        ("  ill:\n    label: A\n   words: [b]\n", "line 4: is not YAML: wrong indentation: .* line 3 in 5"),
        ("   ill:\n    label: A\n  well:\n    label: B\n", "line 2: is not YAML: wrong indentation"),
        ("  - ill\n - well\n", "line 3: is not YAML: wrong indentation"),
        ("  - name: A\n     role: b\n", "line 3: is not YAML: wrong indentation: .* line 2 in 5"),
        ("  - {name: A, of: [b]\n  - {name: B}\n", "line 2: is not YAML: a bracket that is opened here"),
        ("  ill: [a, b\n\nwell: c\n", "line 2: is not YAML: a bracket that is opened here is not closed"),
        ("  ill: 'A\n  well: b\n", "line 2: is not YAML: a quotation mark that is opened here is not"),
        ('  ill: "A\n  well:\n    label: "B"\n', "line 2: is not YAML: a quotation mark that is"),
        ("\till: A\n", "line 2: is not YAML: wrong indentation: a tab"),
        ("  ill: A: b\n", "line 2: is not YAML: mapping values .* needs quotation marks"),
    ],
)
def test_a_wrong_indentation_is_called_that_and_its_line_named(tmp_path, lines, said):
    with pytest.raises(YamlError, match=said):
        read(tmp_path, f"days:\n{lines}")


def test_mistakes_stand_in_the_order_of_the_file(tmp_path):
    def check(value: Any, mistakes: Mistakes) -> None:
        for key in reversed(value):
            mistakes.expect(key, ("north",), "shore")

    with pytest.raises(YamlError) as caught:
        read(tmp_path, "nort: a\nsouth: b\n", {"type": "object", "additionalProperties": {}}, check=check)
    assert caught.value.mistakes == (
        "works.yml line 1: unknown shore 'nort'; did you mean 'north'? Allowed: north",
        "works.yml line 2: unknown shore 'south'; allowed: north",
    )


@pytest.mark.parametrize("text", ["name: " + "[" * 50_000, "".join(f"{' ' * n}a:\n" for n in range(2_000))])
def test_what_stands_too_deep_is_refused_before_it_takes_time(tmp_path, text):
    with pytest.raises(YamlError, match=r"line \d+: lists and keys stand more than 20 deep"):
        read(tmp_path, text)
