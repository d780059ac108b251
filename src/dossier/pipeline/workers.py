"""The first phase: every article read by itself, in worker processes where that pays."""

from __future__ import annotations

import multiprocessing
import os
import signal
import sys
import threading
from collections.abc import Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from itertools import chain, islice
from multiprocessing.connection import wait as wait_for
from pathlib import Path
from typing import Any

from tqdm import tqdm

from dossier.actors import Registry, build_registry
from dossier.corpus import read_folder
from dossier.language import load_pipeline, parse
from dossier.pipeline.readings import Readings
from dossier.reading import read_article
from dossier.records import Article

# A worker needs some 4 s to load the model, an article about a tenth of a second.
_WORTH_WORKERS = 60
_BATCH = 8
_WAITING = 4  # batches in flight for each worker: they keep it busy and memory flat
Task = tuple[str, Article]
Outcome = tuple[str, str]  # article_id, and why the reading failed: empty where it did not


def read_all(readings: Readings, folder: Path, *, jobs: int | None = None, progress: bool = False) -> None:
    """Register every article of *folder* in *readings* and read those whose reading is not kept yet."""
    readings.folder.mkdir(parents=True, exist_ok=True)
    bar: tqdm[Any] = tqdm(
        total=sum(1 for _ in folder.glob("*.txt")),
        unit="article",
        desc="reading",
        disable=not progress,
        mininterval=0.2 if sys.stderr.isatty() else 30,
    )
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


def _read_one(readings: Readings, registry: Registry, key: str, article: Article) -> Outcome:
    """Read *article* and keep the reading. A fault of ours costs one article, not the run."""
    try:
        (parsed,) = parse([article])
        reading = read_article(parsed, readings.investigation, registry)
    except (MemoryError, OSError):
        raise
    except Exception as error:
        if os.environ.get("DOSSIER_DEBUG"):
            raise
        return article.article_id, f"the extraction failed on this article ({type(error).__name__}: {error})"
    readings.keep(key, reading)
    return article.article_id, ""


def _in_process(readings: Readings, tasks: Iterable[Task]) -> Iterator[Outcome]:
    registry = build_registry(readings.investigation)
    for key, article in tasks:
        yield _read_one(readings, registry, key, article)


def _in_workers(readings: Readings, tasks: Iterator[Task], workers: int) -> Iterator[Outcome]:
    """Yield the outcomes as they come; what is kept does not depend on their order."""
    empty = Readings(readings.folder, readings.investigation)
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(workers, context, _start_worker, (empty,)) as pool:
        running: set[Future[list[Outcome]]] = set()
        while True:
            while len(running) < workers * _WAITING and (batch := list(islice(tasks, _BATCH))):
                running.add(pool.submit(_read_batch, batch))
            if not running:
                return
            finished, running = wait(running, return_when=FIRST_COMPLETED)
            try:
                for future in finished:
                    yield from future.result()
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
    _worker = (readings, build_registry(readings.investigation))


def _end_with_parent() -> None:
    if parent := multiprocessing.parent_process():
        wait_for([parent.sentinel])
        os._exit(1)


def _read_batch(batch: list[Task]) -> list[Outcome]:
    return [_read_one(*_worker, key, article) for key, article in batch]
