"""Kernels of notebooks, forked from a process that has imported what they all import: a second less for each.

A kernel so begun is a process of its own, as any other: it has its folder, its session and its state, and it
ends when the build does.
"""

import os
import sys
import threading
from collections.abc import Mapping
from multiprocessing import forkserver
from multiprocessing.context import ForkServerProcess
from typing import Any

from dossier.processes import end_with_parent

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


def manager(also: Mapping[str, str]) -> type[Any]:
    """Return the class of a kernel manager whose kernels are forked, *also* in their environment."""
    from jupyter_client.manager import AsyncKernelManager  # noqa: PLC0415

    class Manager(AsyncKernelManager):
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
