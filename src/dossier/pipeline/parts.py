"""The tasks: what is done to one part of a corpus, in whatever process, with nothing but the part in memory.

Every task finds what is common to all of them, and its articles, at an address, and leaves its work on the
shelf: what comes back to the one who asked is small. Done twice, a task gives the same.
"""

import ctypes
import functools
import os
import threading
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from dossier.corpus import Source, read_named
from dossier.dates import resolve
from dossier.disagreements import (
    Difference,
    Seeds,
    Telling,
    Words,
    compare_tellings,
    compare_words,
    read_words,
)
from dossier.investigation import Investigation
from dossier.language import parse
from dossier.pipeline.readings import Shelf, Told, ids_of, part_ids
from dossier.reading import read_article
from dossier.records import Article, Published, Reading, Reuse
from dossier.registry import Registry, build_registry
from dossier.review import Decision
from dossier.storage import digest, from_plain, of_code, read_sealed, short_hash, to_plain, write_sealed

_ONE_AT_A_TIME = threading.Lock()  # spaCy reads in one thread of a process; a worker may have several
Tables = dict[str, list[Any]]


@dataclass(frozen=True, slots=True)
class Job:
    """What all tasks of a run have in common."""

    investigation: Investigation
    decisions: tuple[Decision, ...]
    code: str  # the hash of the package that began the run: no other may take part


@dataclass(frozen=True, slots=True)
class Desk:
    """Where a task finds the job, the articles and the readings: all that travels with it."""

    seeds: Path
    shelf: Shelf
    job: str
    parsed: Path | None = None  # the folder in which parsed articles are kept for the next question to them

    def lay_out(self, job: Job) -> None:
        """Put *job* where the tasks find it."""
        write_sealed(self.shelf.path("job"), self.job, to_plain(job))


class OutOfReachError(ValueError):
    """A worker cannot do its part; the message says why and what to do."""


@functools.lru_cache(maxsize=4)
def open_job(desk: Desk) -> tuple[Job, Registry]:
    """Return the job at *desk*.

    Raises:
        OutOfReachError: this process does not see the folder of the run, or has another dossier.
    """
    plain = read_sealed(desk.shelf.path("job"), desk.job)
    if plain is None:
        raise OutOfReachError(
            f"a worker does not see {desk.shelf.folder}: name with --work a folder or address that all reach"
        )
    job: Job = from_plain(Job, plain)
    if job.code != of_code():
        raise OutOfReachError("a worker runs another dossier, Python or model: install the same everywhere")
    return job, build_registry(job.investigation)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of one article: without text and sections; the name of its reading; why that failed."""

    article: Article
    key: str = ""
    failure: str = ""


Files = tuple[tuple[str, str, Source], ...]  # id of the article, name of its file, what is said of it


def read_part(desk: Desk, files: Files) -> list[Outcome]:
    """Read the articles of *files* and keep those readings that are not kept yet."""
    job, registry = open_job(desk)
    outcomes: dict[str, Outcome] = {}
    tasks: list[tuple[str, Article]] = []
    for article_id, name, source in files:
        article = read_named(article_id, desk.seeds / name, {article_id: source})
        key = desk.shelf.key_of(article) if article.status == "ok" else ""
        outcomes[article_id] = Outcome(replace(article, text="", sections=()), key)
        if key and not desk.shelf.has(key):
            tasks.append((key, article))
    with _ONE_AT_A_TIME:
        failures = _read(desk, job.investigation, registry, tasks)
    for article_id, failure in failures.items():
        outcomes[article_id] = replace(outcomes[article_id], failure=failure)
    return list(outcomes.values())


@contextmanager
def costing_one_article() -> Iterator[list[str]]:
    """Let a fault of ours within cost one article and no more: the list that it gives then says why.

    Of want of memory or disk, and where somebody looks for faults, the exception goes on.
    """
    told: list[str] = []
    try:
        yield told
    except TooSlowError:
        told.append(
            f"Reading it takes more than {LONGEST} seconds of computing time: split it, or leave it out."
        )
    except (MemoryError, OSError):
        raise
    except Exception as error:
        if os.environ.get("DOSSIER_DEBUG"):
            raise
        fault = f"{type(error).__name__}: {error}"
        told.append(f"The extraction failed on this article ({fault}); please report it.")


def _read(
    desk: Desk, asked: Investigation, registry: Registry, tasks: Sequence[tuple[str, Article]]
) -> dict[str, str]:
    """Keep the readings of *tasks*; return why some failed."""
    failures: dict[str, str] = {}
    done = 0
    with costing_one_article() as failed:
        every = parse((article for _, article in tasks), desk.parsed)
        for (key, article), parsed in zip(tasks, every, strict=True):
            with costing_one_article() as reason, limited(LONGEST):
                reading = read_article(parsed, asked, registry)
            if reason:
                failures[article.article_id] = reason[0]
            else:
                desk.shelf.keep(key, reading)
            done += 1
    if failed and len(tasks) == 1:
        return {tasks[0][1].article_id: failed[0]}
    for task in tasks[done:] if failed else ():
        failures |= _read(desk, asked, registry, [task])
    return failures


Dated = tuple[tuple[str, str, Published], ...]  # id of the article, name of its reading, its day


def tell_part(desk: Desk, pack: Any, met: frozenset[int], part: tuple[int, Dated]) -> Told:
    """Work out what each article of *part* tells on its day, apart from the others; *pack* takes the rows.

    Ids whose hashes are in *met* are those of other articles too, and become longer.
    """
    job, _ = open_job(desk)
    number, articles = part
    told = Told()
    tables: Tables = {name: [] for name in ("dates", "sentences", "statements", "claims", "quotations")}
    for article_id, key, published in articles:
        reading = part_ids(desk.shelf.get(Reading, key), met)
        told.ids += map(short_hash, ids_of(reading))
        with costing_one_article() as failed:
            reading = resolve(reading, published)
        if failed:
            told.failures[article_id] = failed[0]
            continue
        if reading.faults:
            told.faults[article_id] = reading.faults
        decided = told.take(
            reading,
            job.investigation,
            job.decisions,
            desk.shelf,
            digest(key, desk.job, repr((published, sorted(met)))),
        )
        tables["dates"] += decided.expressions
        tables["sentences"] += ((article_id, start, end) for start, end in decided.sentences)
        tables["statements"] += decided.statements
        tables["claims"] += decided.claims
        tables["quotations"] += decided.quotations
    told.tables = pack(number, tables)
    return told


@dataclass(frozen=True, slots=True)
class Pairs:
    """Articles to be compared, two by two, with the names of their tellings and their days."""

    pairs: tuple[tuple[str, str, float], ...]
    keys: Mapping[str, str]
    published: Mapping[str, Published]


def compare_part(desk: Desk, part: Pairs) -> list[tuple[Difference, ...]]:
    """Return what the comparators find between the two articles of each pair of *part*."""
    tellings = {article_id: _telling(desk.shelf, key) for article_id, key in part.keys.items()}
    return [
        tuple(compare_tellings(tellings[one], tellings[other], part.published, least=least))
        for one, other, least in part.pairs
    ]


def reuse_part(desk: Desk, part: Sequence[tuple[str, str, Seeds]]) -> list[tuple[Reuse, ...]]:
    """Return the passages that the two articles of each pair of *part* share; keys name their readings."""
    words = functools.partial(_words, desk.shelf)
    return [compare_words(words(one), words(other), seeds) for one, other, seeds in part]


# An article is compared in several parts, mostly near each other: what is worked out of a telling stays.
@functools.lru_cache(maxsize=256)
def _telling(shelf: Shelf, key: str) -> Telling:
    return shelf.get(Telling, key)


@functools.lru_cache(maxsize=256)
def _words(shelf: Shelf, key: str) -> Words:
    return read_words(shelf.get(Reading, key, "article").article)


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
