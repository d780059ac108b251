"""The Nu HTML checker finds no error on any page."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest


def html_errors(book: Path, tool: Callable[[str], Path]) -> str:
    """Return what the checker finds wrong on the pages of *book*."""
    if not (java := shutil.which("java")):
        pytest.skip("java is not installed (Debian: default-jre-headless)")
    jar = tool("vnu-jar/build/dist/vnu.jar")
    command = [java, "-jar", str(jar), "--errors-only", "--skip-non-html", "--format", "gnu", str(book)]
    return subprocess.run(command, capture_output=True, text=True, check=False).stderr


def test_vnu_finds_no_error(book: Path, tool: Callable[[str], Path]) -> None:
    assert html_errors(book, tool) == ""
