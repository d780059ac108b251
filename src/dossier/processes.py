"""Processes of ours: those that one begins end with it, and none looks for garbage as often as it might."""

import gc
import multiprocessing
import os
import threading
from multiprocessing.connection import wait


def seldom_collect() -> None:
    """Let Python look for circles of garbage, of which we make few, once in 50,000 objects and not in 700.

    Else that is a tenth of the time of a book.
    """
    gc.set_threshold(50_000)


def end_with_parent() -> None:
    """Let this process, begun by another one of Python, end when that is gone, however it ended."""
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    if parent := multiprocessing.parent_process():
        wait([parent.sentinel])
        os._exit(1)
