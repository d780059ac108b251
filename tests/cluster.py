"""A Dask cluster of separate processes: a scheduler, and workers with a folder and a network of their own."""

from __future__ import annotations

import ctypes
import json
import os
import shutil
import signal
import subprocess
import sys
import time
from contextlib import ExitStack, suppress
from functools import partial
from importlib import import_module
from pathlib import Path
from types import TracebackType
from typing import Self

from tests import forks

LOCAL = "127.0.0.1"
Process = subprocess.Popen[bytes] | forks.Fork


class Networks:
    """A bridge on this machine and network namespaces behind it, where the rights allow; else nothing."""

    def __init__(self) -> None:
        self.name, self.net = f"dz{os.getpid() % 100000}", f"198.18.{os.getpid() % 250}"
        self._undo = ExitStack()
        self.there = shutil.which("ip") is not None and os.geteuid() == 0 and self._bridge()
        self.address = f"{self.net}.1" if self.there else LOCAL

    def _bridge(self) -> bool:
        try:
            self._ip("link", "add", self.name, "type", "bridge")
        except subprocess.CalledProcessError:
            return False
        self._undo.callback(self._ip, "link", "del", self.name)
        self._ip("addr", "add", f"{self.net}.1/24", "dev", self.name)
        self._ip("link", "set", self.name, "up")
        return True

    def make(self, number: int) -> str:
        """Return the name of the namespace *number*, made now, or nothing."""
        if not self.there:
            return ""
        space, here, inside = f"{self.name}-{number}", f"{self.name}h{number}", f"{self.name}w{number}"
        self._ip("netns", "add", space)
        self._undo.callback(self._ip, "netns", "del", space)
        self._ip("link", "add", here, "type", "veth", "peer", "name", inside, "netns", space)
        self._ip("link", "set", here, "master", self.name, "up")
        self._ip("-n", space, "addr", "add", f"{self.net}.{number + 10}/24", "dev", inside)
        self._ip("-n", space, "link", "set", inside, "up")
        self._ip("-n", space, "link", "set", "lo", "up")
        return space

    def close(self) -> None:
        """Take everything down again."""
        self._undo.close()

    def _ip(self, *arguments: str) -> None:
        subprocess.run(["ip", *arguments], check=True, capture_output=True)


class Cluster:
    """A scheduler and *count* workers, ended with the block.

    With *fork* they begin as copies of this process, with the model that it may have loaded.
    """

    def __init__(self, folder: Path, count: int = 2, *, fork: bool = False) -> None:
        self.folder, self.count, self.fork = folder, count, fork
        self.workers: list[Process] = []
        self.scheduler: Process | None = None
        self.networks = Networks()
        self.address, self._port, self._started = "", 0, 0

    def __enter__(self) -> Self:
        try:
            self.start()
        except BaseException:
            self.__exit__(None, None, None)
            raise
        return self

    def start(self) -> None:
        """Start the scheduler, at the address of the one before if there was one, and its workers."""
        file = self.folder / f"scheduler-{self._started}.json"
        self.scheduler = self._process(
            "scheduler",
            "--host",
            self.networks.address,
            "--port",
            str(self._port),
            "--scheduler-file",
            str(file),
        )
        deadline = time.monotonic() + 60
        while not file.exists() or not file.read_text():
            assert self.scheduler.poll() is None and time.monotonic() < deadline, (
                "the scheduler did not start"
            )
            time.sleep(0.1)
        self.address = json.loads(file.read_text())["address"]
        self._port = int(self.address.rpartition(":")[2])
        for _ in range(self.count):
            self.add_worker()

    def add_worker(self) -> None:
        """Start one more worker: one thread, a folder and, where the rights allow, a network of its own."""
        self._started += 1
        place = self.folder / f"worker-{self._started}"
        place.mkdir(parents=True)
        self.workers.append(
            self._process(
                "worker", self.address, "--no-nanny", "--nthreads", "1", "--local-directory", str(place),
                space=self.networks.make(self._started), cwd=place,
            )
        )  # fmt: skip

    def kill(self, process: Process | None) -> None:
        """End *process* as a power cut does."""
        if process and process.poll() is None:
            with suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGKILL)
            process.wait()

    def __exit__(self, *_: type[BaseException] | BaseException | TracebackType | None) -> None:
        for process in (*self.workers, self.scheduler):
            self.kill(process)
        self.networks.close()

    def _process(self, kind: str, *arguments: str, space: str = "", cwd: Path | None = None) -> Process:
        arguments = (*arguments, "--no-dashboard")
        with (self.folder / f"{kind}-{self._started}.log").open("wb") as log:
            if self.fork:
                return forks.begin(partial(_become, kind, arguments, space, cwd), log.fileno(), log.fileno())
            enter = ["ip", "netns", "exec", space] if space else []
            command = [*enter, sys.executable, "-m", f"distributed.cli.dask_{kind}", *arguments]
            return subprocess.Popen(command, cwd=cwd, stdout=log, stderr=log, start_new_session=True)


def _become(kind: str, arguments: tuple[str, ...], space: str, cwd: Path | None) -> None:
    """Let this process, just forked, be a scheduler or a worker in the namespace *space*."""
    if space:
        with Path("/run/netns", space).open() as place:
            if ctypes.CDLL(None, use_errno=True).setns(place.fileno(), 0):
                raise OSError(ctypes.get_errno(), space)
    os.chdir(cwd or ".")
    import_module(f"distributed.cli.dask_{kind}").main(arguments)
