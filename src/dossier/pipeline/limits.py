"""How long one article may take: a text built to be slow costs itself, and not the run."""

from __future__ import annotations

import ctypes
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress

LONGEST = 120  # seconds of computing time; an article of 60,000 words takes some 20
_LOOKS = 0.1  # seconds between two looks at the clock, at most; a tenth of the limit where that is less


class TooSlowError(Exception):
    """The work took longer than it may."""


@contextmanager
def limited(seconds: float) -> Iterator[None]:
    """Stop what this thread does within after *seconds* of its computing time.

    Computing time, because a busy machine shall not refuse what an idle one reads. Any thread can be limited:
    the workers of a cluster do their tasks in threads of their own.

    Raises:
        TooSlowError: it took longer.
    """
    thread, over, alone = threading.get_ident(), threading.Event(), threading.Lock()
    clock = time.pthread_getcpuclockid(thread)
    end, raised = time.clock_gettime(clock) + seconds, False

    def watch() -> None:
        nonlocal raised
        while not over.wait(min(_LOOKS, seconds / 10)):
            with alone:  # again at each look, should somebody catch the error
                if not over.is_set() and time.clock_gettime(clock) > end:
                    raised = True
                    _raise_in(thread, TooSlowError)

    threading.Thread(target=watch, daemon=True).start()
    try:
        yield
    finally:
        while not over.is_set():
            with suppress(TooSlowError), alone:
                over.set()
                _raise_in(thread, None)
    if raised:
        raise TooSlowError


def _raise_in(thread: int, error: type[Exception] | None) -> None:
    """Let *error* happen in *thread* at its next step; None takes back one that has not happened yet."""
    value = ctypes.py_object(error) if error else None
    ctypes.pythonapi.PyThreadState_SetAsyncExc(ctypes.c_ulong(thread), value)
