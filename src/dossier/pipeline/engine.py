"""The one engine: a function applied to many parts, each a Dask task, on this machine or on a Dask cluster.

On this machine the tasks run embedded: one after the other in this process, or in a pool of processes that
Dask's scheduler for one machine feeds. Nothing listens on a port. On a cluster the same tasks go to the
scheduler at an address, and whatever workers it has do them. A task that was lost with its worker, its pool
or its scheduler is done again; the order of the results is that of the parts, whoever was done first.
"""

import multiprocessing
import signal
import time
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from functools import partial
from itertools import islice
from types import TracebackType
from typing import Any, Self, TypeVar

from dossier.i18n import language, using
from dossier.processes import end_with_parent

Part = TypeVar("Part")
Result = TypeVar("Result")
_IN_FLIGHT = 24  # parts for each worker that are handed out at once: they keep it busy, and memory flat
_TRIES = 4  # times that a lost pool or cluster is looked for again
_PAUSE = 3  # seconds before each
_ANSWER = 10  # seconds that a scheduler has to answer


class EngineError(ValueError):
    """The tasks cannot be done; the message says why and what to do."""


class Engine:
    """Does tasks: in this process, in *workers* processes of this machine, or at *scheduler*, an address.

    Raises:
        EngineError: no cluster answers at *scheduler*, or the package for clusters is missing.
    """

    def __init__(self, workers: int = 1, scheduler: str = "") -> None:
        self.workers, self.scheduler = workers, scheduler
        self._means: Any = None  # the pool of processes, or the client of the cluster

    def __enter__(self) -> Self:
        if self.scheduler:
            self._means = _connect(self.scheduler)
        return self

    def __exit__(self, kind: type[BaseException] | None, *_: TracebackType | BaseException | None) -> None:
        if isinstance(self._means, ProcessPoolExecutor):
            self._means.shutdown(wait=kind is None, cancel_futures=True)
        elif self._means:
            self._means.close(timeout=_PAUSE)
        self._means = None

    def run(self, work: Callable[[Part], Result], parts: Iterable[Part]) -> Iterator[Result]:
        """Yield what *work* makes of each of *parts*, in their order. Both must be picklable.

        The workers write in the language that is chosen here.

        Raises:
            EngineError: the workers died again and again.
        """
        if self.workers == 1 and not self.scheduler:
            yield from map(work, parts)
            return
        work = partial(_write_in, language(), work)
        waiting = iter(parts)
        while wave := list(islice(waiting, _IN_FLIGHT * self._width())):
            yield from self._compute(work, wave)

    def _width(self) -> int:
        return self.workers if not self.scheduler else max(1, len(self._means.nthreads()))

    def _compute(self, work: Callable[[Part], Result], wave: list[Part]) -> tuple[Result, ...]:
        from dask.base import compute  # noqa: PLC0415 (nothing small waits for it)
        from dask.delayed import delayed  # noqa: PLC0415

        tasks = [delayed(partial(work, part), pure=False, traverse=False)() for part in wave]
        for _ in range(_TRIES):
            try:
                return tuple(compute(*tasks, optimize_graph=False, traverse=False, **self._where()))
            except BrokenProcessPool:
                self._means = None
                lost = "its processes died (out of memory?)"
            except Exception as error:
                if not self.scheduler or not (lost := _loss(error, self._means)):
                    raise
                self._means.close(timeout=_PAUSE)
                self._means = _connect(self.scheduler, _TRIES)
        raise EngineError(f"the work was begun {_TRIES} times, and each time {lost}: run the command again")

    def _where(self) -> dict[str, Any]:
        if self.scheduler:
            return {"scheduler": self._means.get}
        from dask.multiprocessing import get  # noqa: PLC0415

        if self._means is None:
            context = multiprocessing.get_context("spawn")
            self._means = ProcessPoolExecutor(self.workers, context, _start_worker)
        return {"scheduler": get, "pool": self._means, "num_workers": self.workers, "chunksize": 1}


def _write_in(name: str, work: Callable[[Part], Result], part: Part) -> Result:
    with using(name):
        return work(part)


def _connect(address: str, tries: int = 1) -> Any:
    """Return a client of the cluster at *address*, asked for so many times.

    Raises:
        EngineError: nobody answers there, or the package for clusters is missing.
    """
    try:
        from distributed import Client  # noqa: PLC0415 (an extra)
    except ModuleNotFoundError as error:
        raise EngineError("a cluster needs the extra: pip install 'dossier[cluster]'") from error
    for _ in range(tries):
        try:
            return Client(address, timeout=_ANSWER, set_as_default=False)
        except (OSError, ValueError) as error:
            fault = error
            time.sleep(_PAUSE if tries > 1 else 0)
    raise EngineError(
        f"no Dask scheduler answers at {address} ({type(fault).__name__}): start one (`dask scheduler`), or "
        "name another; what was read is kept, and the same command goes on from there"
    ) from fault


def _loss(error: Exception, client: Any) -> str:
    """Return what was lost if *error* tells of a lost worker or scheduler, and nothing if the work failed."""
    from distributed.client import FutureCancelledError  # noqa: PLC0415
    from distributed.comm.core import CommClosedError  # noqa: PLC0415
    from distributed.scheduler import KilledWorker  # noqa: PLC0415

    if isinstance(error, KilledWorker):
        return "a task killed its workers (out of memory?)"
    gone = isinstance(error, CommClosedError | FutureCancelledError) or client.status != "running"
    return "its scheduler was lost" if gone else ""


def _start_worker() -> None:
    """Leave Ctrl-C to the parent, and end with it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    end_with_parent()
