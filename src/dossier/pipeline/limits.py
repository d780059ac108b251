"""How long one article may take: a text built to be slow costs itself, and not the run."""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager

LONGEST = 120  # seconds of computing time; an article of 60,000 words takes some 20


class TooSlowError(Exception):
    """The work took longer than it may."""


@contextmanager
def limited(seconds: float) -> Iterator[None]:
    """Stop what is done within after *seconds* of computing time; outside the main thread, never.

    Computing time, because a busy machine shall not refuse what an idle one reads.

    Raises:
        TooSlowError: it took longer.
    """
    if threading.current_thread() is not threading.main_thread():
        yield
        return

    def stop(*_: object) -> None:
        raise TooSlowError(f"more than {seconds:g} seconds")

    before = signal.signal(signal.SIGPROF, stop)
    signal.setitimer(signal.ITIMER_PROF, seconds, 1)  # again each second, should somebody catch the error
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)
