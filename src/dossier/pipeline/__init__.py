"""A folder of articles to its records, as a stream: memory stays flat, and a killed run resumes.

First each article is read by itself, and its reading kept where all workers reach it, under the hash of all
that it depends on. Then the readings are compared, part by part and pair by pair, and their rows handed to a
sink. Both are Dask tasks; `Engine` says where they are done.
"""

import os
import tempfile
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

from dossier.analysis import Analysis
from dossier.corpus import Source, name_files, read_stated
from dossier.i18n import _, using
from dossier.investigation import Investigation
from dossier.language import place_of_parsed
from dossier.pipeline.comparing import Sink, compare, parts_of
from dossier.pipeline.engine import Engine, EngineError
from dossier.pipeline.parts import Desk, Job, OutOfReachError, Tables, read_part
from dossier.pipeline.readings import Readings, Shelf, count_on_stderr
from dossier.review import Decision
from dossier.storage import digest, keep_only, of_code, own_folder, read_sealed

# A worker needs some 4 s to load the model; an article takes some 30 ms.
_WORTH_WORKERS = 120
_BATCH = 8  # articles read in one task: the model works faster on many paragraphs at once


def run(
    folder: Path,
    investigation: Investigation,
    sink: Sink,
    *,
    work: Path,
    jobs: int | None = None,
    scheduler: str = "",
    progress: bool = False,
    decisions: Sequence[Decision] = (),
    parsed: Path | None = None,
) -> Readings:
    """Read the articles of *folder*, compare them, hand every row to *sink*, and return the readings.

    Readings are kept in *work* and taken from there where they already are. *jobs* is the number of worker
    processes: 1 reads in this one, None decides by the number of articles. With *scheduler*, the address of a
    Dask cluster, its workers do the tasks; *folder* and *work* are then places that all of them reach. The
    folder *parsed* keeps the parsed articles of this run, which another *investigation* need not parse again.

    Raises:
        EngineError: the workers, or their scheduler, are not there or died again and again.
        OutOfReachError: a worker does not reach *work*, or runs another version of the package.
    """
    job = Job(investigation, tuple(decisions), of_code())
    shelf = Shelf(own_folder(work.absolute()), digest(job.code, repr(investigation)))
    desk = Desk(folder.absolute(), shelf, digest(shelf.basis, repr(job.decisions)), parsed)
    named, sources = name_files(folder), read_stated(folder)
    files = [(article_id, path.name, sources.get(article_id, Source())) for article_id, path in named.items()]
    resumed = read_sealed(shelf.path("job"), desk.job) is not None  # else what lies there is another's
    unread = len(files) - sum(1 for _ in work.iterdir()) if resumed and not scheduler else len(files)
    workers = jobs or ((os.cpu_count() or 1) if unread >= _WORTH_WORKERS else 1)
    readings = Readings(shelf)
    desk.lay_out(job)
    with using(investigation.language), Engine(workers, scheduler) as engine:
        with count_on_stderr(_("reading"), len(files), show=progress) as bar:
            for outcomes in engine.run(partial(read_part, desk), parts_of(files, _BATCH)):
                for outcome in outcomes:
                    readings.register(outcome.article, outcome.key)
                    if outcome.failure:
                        readings.refuse(outcome.article.article_id, outcome.failure)
                bar.update(len(outcomes))
        compare(readings, job, sink, engine, desk, progress=progress)
    return readings


def analyse_folder(
    folder: Path,
    investigation: Investigation,
    *,
    work: Path | None = None,
    parsed: Path | None = None,
    jobs: int | None = None,
    progress: bool = False,
    decisions: Sequence[Decision] = (),
) -> Analysis:
    """Return the analysis of the articles of *folder*, texts included.

    *work* keeps the readings, *parsed* the parsed articles; what no article of the folder needs goes.
    """
    found: dict[str, list[Any]] = defaultdict(list)

    def take(part: Tables) -> None:
        for name, rows in part.items():
            found[name] += rows

    with tempfile.TemporaryDirectory() as temporary:
        readings = run(
            folder,
            investigation,
            Sink(take),
            work=work or Path(temporary),
            parsed=parsed and own_folder(parsed),
            jobs=jobs,
            progress=progress,
            decisions=decisions,
        )
        shelf = readings.shelf
        keep_only(shelf.folder, {shelf.path(key) for key in readings.keys.values()})
        whole, answered = {}, set()
        for reading in readings:
            whole[reading.article.article_id] = reading.article
            answered |= {(reply.question, reply.answer) for reply in reading.replies}
    if parsed:
        keep_only(parsed, {place_of_parsed(parsed, article_id) for article_id in whole})
    tables = {name: tuple(rows) for name, rows in found.items()}
    tables["articles"] = tuple(
        replace(whole.get(article.article_id, article), published=article.published)
        for article in tables["articles"]
    )
    return Analysis(investigation, **tables, answered=tuple(sorted(answered)))
