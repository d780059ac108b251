"""How long one article may take: the limit stops what is too slow and leaves nothing behind."""

from __future__ import annotations

import subprocess
import sys

import pytest

from dossier.pipeline.parts import TooSlowError, limited


def count() -> int:
    return sum(range(1000))


def test_what_takes_too_long_is_stopped() -> None:
    with pytest.raises(TooSlowError), limited(0.05):
        while True:
            count()


def test_an_error_that_the_work_swallows_comes_all_the_same() -> None:
    with pytest.raises(TooSlowError), limited(0.05):
        try:
            while True:
                count()
        except TooSlowError:
            pass


def test_a_profiler_still_works_after_a_limit() -> None:
    code = """
import cProfile
from contextlib import suppress
from dossier.pipeline.parts import TooSlowError, limited
def count(): return sum(range(1000))
with limited(0.05):
    count()
cProfile.Profile().runcall(count)
with suppress(TooSlowError), limited(0.05):
    while True: count()
cProfile.Profile().runcall(count)
"""
    assert subprocess.run([sys.executable, "-c", code], timeout=60, check=False).returncode == 0
