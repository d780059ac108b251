"""Work done in a copy of this process, which has imported and loaded already what a new one would."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import traceback
from collections.abc import Callable
from multiprocessing import forkserver
from pathlib import Path


def begin(work: Callable[[], object], output: int | None = None, errors: int | None = None) -> int:
    """Begin *work* in a process and session of its own, and return its id.

    It ends with the number that *work* returns, 0 for anything else; what it prints goes to the files
    open as *output* and *errors*, or nowhere.
    """
    if child := os.fork():
        return child
    code = 1
    try:
        os.setsid()
        forkserver._forkserver.__init__()  # type: ignore[misc]  # what forks for this process forks not for that
        nowhere = os.open(os.devnull, os.O_RDWR)
        for number, given in enumerate((nowhere, output or nowhere, errors or nowhere)):
            os.dup2(given, number)
        sys.stdout, sys.stderr = (os.fdopen(number, "w", encoding="utf-8") for number in (1, 2))
        done = work()
        code = done if isinstance(done, int) else 0
    except BaseException:
        traceback.print_exc()
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(code)


def end(child: int) -> int:
    """Return the exit code of *child* once it has ended."""
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def run(work: Callable[[], object]) -> subprocess.CompletedProcess[str]:
    """Do *work* in a process of its own and return what came of it, as of a command."""
    with tempfile.TemporaryDirectory() as folder:
        out, err = (Path(folder, name) for name in ("out", "err"))
        with out.open("w") as output, err.open("w") as errors:
            code = end(begin(work, output.fileno(), errors.fileno()))
        return subprocess.CompletedProcess([], code, out.read_text("utf-8"), err.read_text("utf-8"))
