"""The Nu HTML checker finds no error on any page."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest


def test_vnu_finds_no_error(book: Path, french: Path, tool: Callable[[str], Path]) -> None:
    if not (java := shutil.which("java")):
        pytest.skip("java is not installed (Debian: default-jre-headless)")
    jar = tool("vnu-jar/build/dist/vnu.jar")
    command = [
        java,
        "-XX:+UseSerialGC",
        "-XX:TieredStopAtLevel=1",
        "-jar",
        str(jar),
        "--errors-only",
        "--skip-non-html",
        "--format",
        "gnu",
    ]
    books = (str(book), str(french / "_build" / "html"))
    assert subprocess.run([*command, *books], capture_output=True, text=True, check=False).stderr == ""
