"""Which conditions of the reading rooms nothing notices, each held true and held false.

    python -m benchmarks.unused ROOM … [--texts FOLDER …] [--seconds 1200]

ROOM is a folder or module of ``src/dossier`` (``statements``, ``dates``, ``names.py``). All texts at hand and
the sentences of the tests are parsed once; then every condition is held to one outcome, and only the texts
where it came out otherwise are read again, until one record differs. What is left is printed with its line: a
condition without a sentence. This is mutation testing (DeMillo, Lipton and Sayward 1978) with the records as
the oracle.
"""

from __future__ import annotations

import argparse
import ast
import functools
import importlib
import importlib.abc
import importlib.machinery
import sys
import time
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from types import ModuleType
from typing import Any

ROOT = Path(__file__).parent.parent
SOURCE = ROOT / "src" / "dossier"
PROBE = "__condition__"


@dataclass(slots=True)
class Probe:
    """What instrumented conditions ask: the one that is held, and the outcomes that were seen."""

    places: list[str] = field(default_factory=list)
    held: int = -1
    outcome: bool = False
    seen: dict[tuple[int, bool], set[int]] = field(default_factory=lambda: defaultdict(set))
    text: int = -1

    def __call__(self, number: int, value: Any) -> bool:
        """Return the truth of *value*, or the outcome to which condition *number* is held."""
        if number == self.held:
            return self.outcome
        if self.text >= 0:
            self.seen[number, bool(value)].add(self.text)
        return bool(value)


PROBES = Probe()


class Conditions(ast.NodeTransformer):
    """Wraps each condition, and each part of one joined by *and* or *or*, in a question to the probe."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def ask(self, node: ast.expr) -> ast.expr:
        """Return *node* wrapped, its parts first."""
        if isinstance(node, ast.BoolOp):
            return ast.copy_location(ast.BoolOp(node.op, [self.ask(part) for part in node.values]), node)
        if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not):
            return ast.copy_location(ast.UnaryOp(node.op, self.ask(node.operand)), node)
        number = len(PROBES.places)
        PROBES.places.append(f"{self.path.relative_to(ROOT)}:{node.lineno}: {ast.unparse(node)}")
        asked = ast.Call(ast.Name(PROBE, ast.Load()), [ast.Constant(number), self.visit(node)], [])
        return ast.fix_missing_locations(ast.copy_location(asked, node))

    def test(self, node: Any) -> Any:
        """Wrap the test of a statement or of a conditional expression."""
        test = self.ask(node.test)
        node.test = ast.Constant(True)
        self.generic_visit(node)
        node.test = test
        return node

    visit_If = visit_IfExp = test

    def visit_comprehension(self, node: ast.comprehension) -> ast.comprehension:
        """Wrap the filters of a comprehension."""
        filters, node.ifs = [self.ask(each) for each in node.ifs], []
        self.generic_visit(node)
        node.ifs = filters
        return node


class Instrumented(importlib.abc.MetaPathFinder):
    """Loads the modules of the rooms in question with their conditions wrapped."""

    def __init__(self, rooms: Sequence[Path]) -> None:
        self.rooms = rooms

    def find_spec(self, name: str, path: Any, target: ModuleType | None = None) -> Any:
        """Return the spec of *name* with this kind of loader where it belongs to one of the rooms."""
        found = importlib.machinery.PathFinder.find_spec(name, path)
        origin = Path(found.origin) if found and found.origin else None
        if found is None or origin is None or not any(r == origin or r in origin.parents for r in self.rooms):
            return None
        found.loader = Loader(name, str(origin))
        return found


class Loader(importlib.machinery.SourceFileLoader):
    """Compiles a module with its conditions wrapped, never from a cache."""

    def get_code(self, fullname: str) -> Any:
        """Return the instrumented code of the module."""
        path = Path(self.get_filename(fullname))
        tree = Conditions(path).visit(ast.parse(path.read_bytes()))
        return compile(ast.fix_missing_locations(tree), str(path), "exec", dont_inherit=True)

    def exec_module(self, module: ModuleType) -> None:
        """Run the module with the probe at hand."""
        setattr(module, PROBE, PROBES)
        super().exec_module(module)


def forget(modules: Sequence[ModuleType]) -> None:
    """Clear what functions of *modules* remember from text to text."""
    for module in modules:
        for value in list(vars(module).values()):
            if isinstance(value, functools._lru_cache_wrapper):
                value.cache_clear()


def texts(folders: Sequence[Path]) -> Iterator[Any]:
    """Yield the articles of *folders*, or of everything at hand with the sentences of the tests."""
    from tests.records import as_article, sentences  # noqa: PLC0415
    from tests.records import folders as at_hand  # noqa: PLC0415

    from dossier.corpus import read_folder  # noqa: PLC0415 (after the loader is in place)

    for folder in folders or at_hand():
        yield from (article for article in read_folder(folder) if article.status == "ok")
    if not folders:
        yield from (as_article(name, text) for name, text in sentences())


def main(arguments: Sequence[str] | None = None) -> int:
    """Print every condition whose being held to one outcome changes no record."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("rooms", nargs="+", metavar="ROOM")
    parser.add_argument("--texts", nargs="*", type=Path, default=[], metavar="FOLDER")
    parser.add_argument(
        "--seconds", type=float, default=1200, help="after which the rest is left out, and said"
    )
    options = parser.parse_args(arguments)
    rooms = [SOURCE / room for room in options.rooms]
    if missing := [str(room) for room in rooms if not room.exists()]:
        parser.error(f"no such room: {', '.join(missing)}")
    sys.meta_path.insert(0, Instrumented(rooms))

    from tests.records import lines  # noqa: PLC0415

    from dossier.investigation import Investigation  # noqa: PLC0415
    from dossier.language import parse  # noqa: PLC0415
    from dossier.reading import read_article  # noqa: PLC0415
    from dossier.registry import build_registry  # noqa: PLC0415
    from dossier.tokens import Doc  # noqa: PLC0415

    asked = Investigation()
    registry = build_registry(asked)
    parsed = list(parse(texts(options.texts)))
    modules = [
        module
        for name, module in sys.modules.items()
        if name.startswith("dossier.") and PROBE in vars(module)
    ]

    def records(number: int) -> list[str]:
        paragraphs = (replace(old, doc=Doc(old.doc.source)) for old in parsed[number].paragraphs)
        fresh = replace(parsed[number], paragraphs=tuple(paragraphs))
        return sorted(lines("", read_article(fresh, asked, registry)))

    expected = []
    for PROBES.text in range(len(parsed)):
        expected.append(records(PROBES.text))
    PROBES.text = -1

    def noticed(number: int, outcome: bool, where: set[int]) -> bool:
        PROBES.held, PROBES.outcome = number, outcome
        forget(modules)
        try:
            return any(
                records(text) != expected[text] for text in sorted(where, key=lambda t: len(expected[t]))
            )
        except Exception:
            return True
        finally:
            PROBES.held = -1
            forget(modules)

    began, tried, unnoticed = time.monotonic(), 0, 0
    print(f"{len(PROBES.places)} conditions, {len(parsed)} texts", flush=True)
    for number, place in enumerate(PROBES.places):
        if time.monotonic() - began > options.seconds:
            print(f"stopped: {len(PROBES.places) - number} conditions were not tried")
            break
        held = []
        for outcome in (True, False):
            where = PROBES.seen.get((number, not outcome), set())
            tried += 1
            if not where or not noticed(number, outcome, where):
                held.append(f"always {outcome}" if where else f"never {not outcome}")
        if held:
            unnoticed += 1
            print(f"{place}   [{', '.join(held)}]", flush=True)
    print(f"{unnoticed} of {len(PROBES.places)} conditions are noticed by nothing when held ({tried} tries)")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
