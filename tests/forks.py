"""Work done in a copy of this process, which has imported and loaded already what a new one would.

Only the thread that forks is there in the copy: what has threads of its own, as the typesetter of the PDF has
once it was used, waits for them without end and has to be a command.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import traceback
from collections.abc import Callable
from multiprocessing import forkserver, resource_tracker
from pathlib import Path


class Fork:
    """A process so begun, with as much of `subprocess.Popen` as the tests ask of it."""

    def __init__(self, pid: int) -> None:
        self.pid = pid
        self.returncode: int | None = None

    def poll(self) -> int | None:
        """Return the exit code, None while it runs."""
        return self._ask(os.WNOHANG)

    def wait(self) -> int | None:
        """Return the exit code once it has ended."""
        return self._ask(0)

    def _ask(self, options: int) -> int | None:
        if self.returncode is None:
            pid, status = os.waitpid(self.pid, options)
            self.returncode = os.waitstatus_to_exitcode(status) if pid else None
        return self.returncode


def begin(work: Callable[[], object], output: int | None = None, errors: int | None = None) -> Fork:
    """Begin *work* in a process and session of its own.

    It ends with the number that *work* returns, 0 for anything else; what it prints goes to the files
    open as *output* and *errors*, or nowhere.
    """
    if child := os.fork():
        return Fork(child)
    code = 1
    try:
        os.setsid()
        if (forker := forkserver._forkserver)._forkserver_pid:  # type: ignore[attr-defined]
            forker.ensure_running = resource_tracker.ensure_running  # type: ignore[method-assign]  # it forks for all
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


def run(work: Callable[[], object]) -> subprocess.CompletedProcess[str]:
    """Do *work* in a process of its own and return what came of it, as of a command."""
    with tempfile.TemporaryDirectory() as folder:
        out, err = (Path(folder, name) for name in ("out", "err"))
        with out.open("w") as output, err.open("w") as errors:
            code = begin(work, output.fileno(), errors.fileno()).wait()
        return subprocess.CompletedProcess([], code or 0, out.read_text("utf-8"), err.read_text("utf-8"))
