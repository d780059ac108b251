"""The first phase: every article read by itself, in worker processes where that pays."""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
from collections.abc import Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from itertools import chain, islice
from multiprocessing.connection import wait as wait_for
from pathlib import Path
from typing import Any

from tqdm import tqdm

from dossier.corpus import list_files, read_folder
from dossier.i18n import use
from dossier.language import Parsed, load_pipeline, parse
from dossier.pipeline.limits import LONGEST, TooSlowError, limited
from dossier.pipeline.readings import Readings, count_on_stderr, failure
from dossier.reading import read_article
from dossier.records import Article
from dossier.registry import Registry, build_registry
from dossier.storage import own_folder

# A worker needs some 4 s to load the model; an article takes some 30 ms.
_WORTH_WORKERS = 120
_BATCH = 8  # articles parsed in one stream: the model works faster on many paragraphs at once
_WAITING = 4  # batches in flight for each worker: they keep it busy, and memory flat
Task = tuple[str, Article]
Outcome = tuple[str, str]  # article_id, and why the reading failed: empty where it did not


def read_all(readings: Readings, folder: Path, *, jobs: int | None = None, progress: bool = False) -> None:
    """Register every article of *folder* in *readings* and read those whose reading is not kept yet."""
    own_folder(readings.folder)
    bar = count_on_stderr(list[None](), "reading", len(list_files(folder)), show=progress)
    with bar:
        tasks = _unread(readings, folder, bar)
        first = list(islice(tasks, _WORTH_WORKERS))
        workers = jobs or ((os.cpu_count() or 1) if len(first) == _WORTH_WORKERS else 1)
        todo = chain(first, tasks)
        outcomes = _in_process(readings, todo) if workers == 1 else _in_workers(readings, todo, workers)
        for article_id, failure in outcomes:
            if failure:
                readings.refuse(article_id, failure)
            bar.update()


def _unread(readings: Readings, folder: Path, bar: tqdm[Any]) -> Iterator[Task]:
    """Register each article of *folder*; yield those to be read, count the others as done."""
    for article in read_folder(folder):
        key = readings.register(article)
        if key and not readings.has(key):
            yield key, article
        else:
            bar.update()


def _read_batch(readings: Readings, registry: Registry, tasks: Sequence[Task]) -> list[Outcome]:
    """Read the articles of *tasks* and keep the readings. A fault of ours costs one article, not the run."""
    outcomes: list[Outcome] = []
    try:
        for (key, article), parsed in zip(tasks, parse(article for _, article in tasks), strict=True):
            outcomes.append((article.article_id, _read(readings, registry, key, parsed)))
    except (MemoryError, OSError):
        raise
    except Exception as error:
        if os.environ.get("DOSSIER_DEBUG"):
            raise
        if len(tasks) == 1:
            return [(tasks[0][1].article_id, failure(error))]
        rest = tasks[len(outcomes) :]
        return outcomes + [outcome for task in rest for outcome in _read_batch(readings, registry, [task])]
    return outcomes


def _read(readings: Readings, registry: Registry, key: str, parsed: Parsed) -> str:
    """Read *parsed* and keep the reading under *key*; return why it failed, or nothing."""
    try:
        with limited(LONGEST):
            reading = read_article(parsed, readings.investigation, registry)
    except TooSlowError:
        return f"Reading it takes more than {LONGEST} seconds of computing time: split it, or leave it out."
    except (MemoryError, OSError):
        raise
    except Exception as error:
        if os.environ.get("DOSSIER_DEBUG"):
            raise
        return failure(error)
    readings.keep(key, reading)
    return ""


def _batches(tasks: Iterator[Task]) -> Iterator[list[Task]]:
    while batch := list(islice(tasks, _BATCH)):
        yield batch


def _in_process(readings: Readings, tasks: Iterator[Task]) -> Iterator[Outcome]:
    registry = build_registry(readings.investigation)
    for batch in _batches(tasks):
        yield from _read_batch(readings, registry, batch)


def _in_workers(readings: Readings, tasks: Iterator[Task], workers: int) -> Iterator[Outcome]:
    """Yield the outcomes as they come; what is kept does not depend on their order."""
    empty = Readings(readings.folder, readings.investigation)
    context = multiprocessing.get_context("spawn")
    running: set[Future[list[Outcome]]] = set()
    with ProcessPoolExecutor(workers, context, _start_worker, (empty,)) as pool:
        try:
            for batch in _batches(tasks):
                running.add(pool.submit(_work, batch))
                while len(running) >= workers * _WAITING:
                    finished, running = wait(running, return_when=FIRST_COMPLETED)
                    yield from chain.from_iterable(future.result() for future in finished)
            yield from chain.from_iterable(future.result() for future in running)
        except BaseException:
            pool.shutdown(wait=False, cancel_futures=True)
            raise


_worker: tuple[Readings, Registry]


def _start_worker(readings: Readings) -> None:
    """Load the model once, leave Ctrl-C to the parent, and end when the parent is gone, however it ended."""
    global _worker  # noqa: PLW0603 (what a worker holds between batches)
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()
    load_pipeline()
    use(readings.investigation.language)
    _worker = (readings, build_registry(readings.investigation))


def _end_with_parent() -> None:
    if parent := multiprocessing.parent_process():
        wait_for([parent.sentinel])
        os._exit(1)


def _work(batch: list[Task]) -> list[Outcome]:
    return _read_batch(*_worker, batch)
