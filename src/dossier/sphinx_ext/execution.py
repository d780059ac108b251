"""Execute the notebooks side by side before Sphinx reads them one after the other.

Each result is kept sealed, under the hash of all that it can depend on. From there it goes into a cache of
jupyter-cache that is made anew for every build, because myst-nb takes results from such a one; what a kill or
a full disk leaves of it is never read again. Where a cell fails, no page is built.
"""

import atexit
import faulthandler
import itertools
import os
import re
import sys
import tempfile
import threading
from collections.abc import Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial
from multiprocessing import forkserver
from multiprocessing.context import ForkServerProcess
from pathlib import Path
from typing import Any, TypeVar

import nbformat
from jupyter_cache import get_cache  # type: ignore[import-untyped]
from jupyter_cache.base import CacheBundleIn  # type: ignore[import-untyped]
from myst_nb.core.read import create_nb_reader
from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError
from nbformat import NotebookNode
from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment
from sphinx.errors import SphinxError
from sphinx.util import logging

from dossier.display.elements import SCREEN
from dossier.i18n import _
from dossier.processes import end_with_parent
from dossier.report import CACHE
from dossier.storage import clear, digest, keep_only, own_folder, read_sealed, write_sealed

Result = TypeVar("Result")
TIMEOUT = 120  # seconds for one cell
STARTUP = 180  # seconds until a kernel answers: on a busy machine it takes its time
STUCK = 540  # seconds without a notebook done, after which the process says where it stands and ends
COLOURS = re.compile(r"\x1b\[[\d;]*m")  # as programs ask a terminal for them
LOGGER = logging.getLogger(__name__)


class CellError(SphinxError):  # type: ignore[misc]
    """Cells that failed: the message has one line for each, with its notebook and what it raised."""

    category = "Notebook error"


class NoKernelError(CellError):
    """No cell failed: kernels did not start, as on a machine that has too much to do."""


@dataclass(frozen=True, slots=True)
class Task:
    """A notebook to be executed, and the sealed file that keeps its result under *key*."""

    path: Path
    notebook: NotebookNode
    kept: Path
    key: str


@dataclass(frozen=True, slots=True)
class Failure:
    """A notebook that failed: one line on it, and all that its kernel said."""

    told: str
    traceback: str
    begun: bool = True


def cache_folder(root: Path) -> Path:
    """Return the folder that myst-nb takes results from."""
    return root / "_build" / ".jupyter_cache"


def execute(app: Sphinx, env: BuildEnvironment, docnames: list[str]) -> None:
    """Hand myst-nb the results of those of *docnames* that are notebooks, executing what is not kept.

    Raises:
        CellError: a notebook fails; those that do not are kept.
    """
    clear(cache_folder(app.dossier.root))
    cache = get_cache(cache_folder(app.dossier.root))
    results = own_folder(app.dossier.root / CACHE / "notebooks")
    also = {} if app.builder.format == "latex" else {SCREEN: "1"}
    tasks = []
    for name in docnames:
        if notebook := _read(env, Path(env.doc2path(name))):
            key = digest(app.dossier.shown, *also, cache.create_hashed_notebook(notebook)[1])
            kept = results / f"{name.replace('/', '-')}.json"
            tasks.append(Task(Path(env.doc2path(name)), notebook, kept, key))
    executed = _results(tasks, also)
    keep_only(results, {task.kept for task in tasks})
    failed = [result for result in executed if isinstance(result, Failure)]
    for failure in failed:
        LOGGER.info("%s", failure.traceback)
    if failed:
        kind = CellError if any(failure.begun for failure in failed) else NoKernelError
        raise kind("\n".join(failure.told for failure in failed))
    for task, result in zip(tasks, executed, strict=True):
        bundle = CacheBundleIn(result, str(task.path))
        cache.cache_notebook_bundle(bundle, check_validity=False, overwrite=True)


def _read(env: BuildEnvironment, path: Path) -> NotebookNode | None:
    """Return the notebook that *path* is, None where it holds no code."""
    text = path.read_text("utf-8")
    reader = create_nb_reader(str(path), env.myst_config, env.mystnb_config, text)
    notebook = reader.read(text) if reader else None
    has_code = notebook is not None and any(cell.cell_type == "code" for cell in notebook.cells)
    return notebook if has_code else None


def _results(tasks: Sequence[Task], also: Mapping[str, str]) -> list[NotebookNode | Failure]:
    """Return each notebook executed, as it was kept or run now, or how it failed.

    *also* is in the environment of those that run now.
    """
    kept = [read_sealed(task.kept, task.key) for task in tasks]
    missing = [task for task, result in zip(tasks, kept, strict=True) if result is None]
    if missing:
        with (
            tempfile.TemporaryDirectory(prefix="dossier-") as sockets,
            ThreadPoolExecutor((os.cpu_count() or 1) + 1) as pool,
        ):
            done = watched(pool.map(partial(_run, manager(also, sockets)), missing))
    return [nbformat.from_dict(result) if result is not None else next(done) for result in kept]  # type: ignore[no-untyped-call]


def _run(kernels: type[Any], task: Task) -> NotebookNode | Failure:
    """Return the notebook of *task*, executed and kept, or how it failed; a kernel has a second chance."""
    result = _try(kernels, task)
    return _try(kernels, task) if isinstance(result, Failure) and not result.begun else result


def watched(results: Iterable[Result]) -> Iterator[Result]:
    """Return *results*; where none comes for `STUCK` seconds this process tells its stacks and ends."""
    wait_anew = partial(faulthandler.dump_traceback_later, STUCK, exit=True, file=2)  # the error stream
    found = []
    try:
        wait_anew()
        for result in results:
            found.append(result)
            wait_anew()
    finally:
        faulthandler.cancel_dump_traceback_later()
    return iter(found)


def _try(kernels: type[Any], task: Task) -> NotebookNode | Failure:
    begun: list[int] = []
    client = NotebookClient(
        task.notebook,
        kernel_manager_class=kernels,
        timeout=TIMEOUT,
        startup_timeout=STARTUP,
        resources={"metadata": {"path": str(task.path.parent)}},
        record_timing=False,  # times of day would end up in the result, and keep it from being found again
        extra_arguments=["--IPKernelApp.log_level=CRITICAL"],
        on_cell_start=lambda cell, cell_index: begun.append(cell_index),
    )
    try:
        client.execute()
    except Exception as error:  # whatever a cell raises, or keeps the kernel from running it
        atexit.unregister(client._cleanup_kernel)  # where no kernel came it would fail
        return _failure(task, begun[-1], error) if begun else _no_kernel(task, error)
    write_sealed(task.kept, task.key, task.notebook)
    return task.notebook


def _no_kernel(task: Task, error: Exception) -> Failure:
    told = _("{notebook}: no kernel started for it: {error}", notebook=_named(task), error=error)
    return Failure(told, str(error), begun=False)


def _named(task: Task) -> str:
    return f"{task.path.parent.name}/{task.path.name}"


def _failure(task: Task, place: int, error: Exception) -> Failure:
    cells, said = task.notebook.cells, COLOURS.sub("", str(error))
    line = re.search(r"^-+> \d+ (.*)", said, re.MULTILINE)  # that of the cell comes before those it calls
    raised = f"{error.ename}: {error.evalue}" if isinstance(error, CellExecutionError) else str(error)
    told = _(
        "{notebook}, code cell {n}: “{code}”: {error}",
        notebook=_named(task),
        n=sum(cell.cell_type == "code" for cell in cells[: place + 1]),
        code=(line[1] if line else cells[place].source).strip().split("\n")[0],
        error=raised.strip().split("\n")[0],
    )
    return Failure(told, said)


_LAUNCHER = "ipykernel_launcher"
_IMPORTED = ["dossier.sphinx_ext.brood", "ipykernel.kernelapp"]
_IMPORTED += ["matplotlib.backends.backend_pdf", "matplotlib.backends.backend_svg"]
_INLINE = "module://matplotlib_inline.backend_inline"  # where nothing else is asked for, as in any kernel
_ONE_AT_A_TIME = threading.Lock()


class Kernel(ForkServerProcess):
    """A forked kernel, with as much of `subprocess.Popen` as jupyter-client asks of it."""

    stdin = stdout = stderr = None

    def poll(self) -> int | None:
        """Return None while the kernel runs, then its exit code."""
        return self.exitcode

    def wait(self) -> int | None:
        """Return the exit code of the kernel once it has ended."""
        self.join()
        return self.exitcode


def manager(also: Mapping[str, str], sockets: str) -> type[Any]:
    """Return the class of a kernel manager whose kernels are forked, *also* in their environment.

    A process that has imported what all import saves a second for each; a kernel is a process of its own all
    the same, with its folder, its session and its state. It is spoken to by files in the folder *sockets*: a
    port that is free when it is chosen may be another book's when the kernel comes to it.
    """
    numbers = itertools.count()
    from jupyter_client.manager import AsyncKernelManager  # noqa: PLC0415

    class Manager(AsyncKernelManager):
        def __init__(self, **known: Any) -> None:
            super().__init__(**known, transport="ipc", ip=f"{sockets}/{next(numbers)}")

        async def _async_launch_kernel(self, kernel_cmd: list[str], **options: Any) -> None:
            home: Any = self.provisioner
            given = (kernel_cmd, options["cwd"], {**options["env"], **also})
            home.process = Kernel(target=_become, args=given)
            with _ONE_AT_A_TIME:
                home.process.start()
            home.pid = home.pgid = home.process.pid
            self._reconcile_connection_info(home.connection_info)

        _launch_kernel = _async_launch_kernel

    forkserver.set_forkserver_preload(_IMPORTED)
    return Manager


def _become(command: list[str], cwd: str, env: Mapping[str, str]) -> None:
    """Let this process, just forked, be the kernel of *command*."""
    import matplotlib as mpl  # noqa: PLC0415
    from ipykernel.kernelapp import IPKernelApp  # noqa: PLC0415

    os.setsid()
    os.chdir(cwd)
    os.environ.clear()
    os.environ.update(env)
    mpl.use(env.get("MPLBACKEND", _INLINE))
    os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
    os.dup2(2, 1)
    end_with_parent()
    arguments = command[command.index(_LAUNCHER) + 1 :]
    sys.argv = [_LAUNCHER, *arguments]
    IPKernelApp.launch_instance(argv=arguments)
