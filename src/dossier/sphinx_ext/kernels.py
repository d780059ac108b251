"""Kernels of notebooks, forked from a process that has imported what they all import: a second less for each.

A kernel so begun is a process of its own, as any other: it has its folder, its session and its state, and it
ends when the build does. `python -m dossier.sphinx_ext.kernels` is the process that forks.
"""

import json
import os
import signal
import subprocess
import sys
import threading
import warnings
from collections.abc import Mapping, Sequence
from contextlib import suppress
from types import TracebackType
from typing import Any, Self

_LAUNCHER = "ipykernel_launcher"


class Kernel:
    """A forked kernel, with as much of `subprocess.Popen` as jupyter-client asks of it."""

    stdin = stdout = stderr = None

    def __init__(self, pid: int) -> None:
        self.pid = pid

    def poll(self) -> int | None:
        """Return None while the kernel runs, then 0: whose child it is does not wait to be asked."""
        try:
            os.kill(self.pid, 0)
        except ProcessLookupError:
            return 0
        return None

    def wait(self) -> int:
        """Return 0: jupyter-client asks for it once the kernel has ended."""
        return 0

    def send_signal(self, number: int) -> None:
        """Send the signal *number*, if the kernel still runs."""
        with suppress(ProcessLookupError):
            os.kill(self.pid, number)


class Nursery:
    """What forks kernels, *also* in their environment, until the block ends, and they with it."""

    def __init__(self, also: Mapping[str, str] = {}) -> None:
        self._also = also

    def __enter__(self) -> Self:
        command = [sys.executable, "-m", __name__]
        self._lock = threading.Lock()
        self._process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        return self

    def __exit__(self, *_: type[BaseException] | BaseException | TracebackType | None) -> None:
        self._process.communicate()

    def fork(self, command: Sequence[str], *, cwd: str, env: Mapping[str, str]) -> Kernel:
        """Return a kernel begun as *command* would begin it, in the folder *cwd*.

        Raises:
            OSError: the process that forks is gone.
        """
        if not (self._process.stdin and self._process.stdout):
            raise OSError("kernels are begun within the block")
        order = {"command": list(command), "cwd": cwd, "env": {**env, **self._also}}
        with self._lock:
            self._process.stdin.write(json.dumps(order) + "\n")
            self._process.stdin.flush()
            answer = self._process.stdout.readline()
        if not answer:
            raise OSError("no kernel can be begun")
        return Kernel(int(answer))

    def manager(self) -> type[Any]:
        """Return the class of a kernel manager whose kernels come from here."""
        from jupyter_client.manager import AsyncKernelManager  # noqa: PLC0415

        nursery = self

        class Manager(AsyncKernelManager):
            async def _async_launch_kernel(self, kernel_cmd: list[str], **options: Any) -> None:
                home: Any = self.provisioner
                home.process = nursery.fork(kernel_cmd, cwd=options["cwd"], env=options["env"])
                home.pid = home.pgid = home.process.pid
                self._reconcile_connection_info(home.connection_info)

            _launch_kernel = _async_launch_kernel

        return Manager


def _become(command: list[str], cwd: str, env: Mapping[str, str]) -> None:
    """Let this process, just forked, be the kernel of *command*."""
    from ipykernel.kernelapp import IPKernelApp  # noqa: PLC0415

    signal.signal(signal.SIGCHLD, signal.SIG_DFL)
    os.setsid()
    os.chdir(cwd)
    os.environ.clear()
    os.environ.update(env)
    os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
    os.dup2(2, 1)
    arguments = [*command[command.index(_LAUNCHER) + 1 :], f"--IPKernelApp.parent_handle={os.getppid()}"]
    sys.argv = [_LAUNCHER, *arguments]
    IPKernelApp.launch_instance(argv=arguments)


def main() -> None:
    """Fork a kernel for each line of standard input, a JSON object, and print its number."""
    os.environ.setdefault("MPLBACKEND", "module://matplotlib_inline.backend_inline")  # as a kernel does
    import ipykernel.kernelapp  # noqa: F401, PLC0415
    import matplotlib.backends.backend_pdf  # noqa: PLC0415
    import matplotlib.backends.backend_svg  # noqa: F401, PLC0415

    import dossier.notebook  # noqa: F401, PLC0415

    signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # an ended kernel leaves nothing behind
    warnings.simplefilter("ignore", DeprecationWarning)  # that NumPy has threads: it minds a fork by itself
    for line in sys.stdin:
        if not (pid := os.fork()):
            _become(**json.loads(line))
            os._exit(0)
        print(pid, flush=True)


if __name__ == "__main__":
    main()
