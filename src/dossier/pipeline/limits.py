"""How long one article may take: a text built to be slow costs itself, and not the run."""

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
    thread, over = threading.get_ident(), threading.Event()
    clock = time.pthread_getcpuclockid(thread)
    end, raised, done = time.clock_gettime(clock) + seconds, False, False

    def watch() -> None:
        nonlocal raised
        while not over.wait(min(_LOOKS, seconds / 10)) and not done:
            if time.clock_gettime(clock) > end:  # again at each look, should somebody catch the error
                raised = True
                _raise_in(thread)

    watcher = threading.Thread(target=watch, daemon=True)
    watcher.start()
    try:
        yield
    finally:
        done = True
        try:
            over.set()
            watcher.join()
        except TooSlowError:
            watcher.join()
        if raised:
            with suppress(TooSlowError):
                time.sleep(0)  # one that is on its way happens here
    if raised:
        raise TooSlowError


def _raise_in(thread: int) -> None:
    """Let the error happen in *thread* at its next step.

    It is never taken back: CPython 3.11 then looks for it for good, and loops for ever under a profiler.
    """
    ctypes.pythonapi.PyThreadState_SetAsyncExc(ctypes.c_ulong(thread), ctypes.py_object(TooSlowError))
