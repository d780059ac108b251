"""A Dask cluster of separate processes: a scheduler, and workers with a folder and a network of their own."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
import time
from contextlib import ExitStack, suppress
from pathlib import Path
from types import TracebackType
from typing import Self

LOCAL = "127.0.0.1"


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

    def enter(self, number: int) -> list[str]:
        """Return the command that runs another one in the namespace *number*, made for it."""
        if not self.there:
            return []
        space, here, inside = f"{self.name}-{number}", f"{self.name}h{number}", f"{self.name}w{number}"
        self._ip("netns", "add", space)
        self._undo.callback(self._ip, "netns", "del", space)
        self._ip("link", "add", here, "type", "veth", "peer", "name", inside, "netns", space)
        self._ip("link", "set", here, "master", self.name, "up")
        self._ip("-n", space, "addr", "add", f"{self.net}.{number + 10}/24", "dev", inside)
        self._ip("-n", space, "link", "set", inside, "up")
        self._ip("-n", space, "link", "set", "lo", "up")
        return ["ip", "netns", "exec", space]

    def close(self) -> None:
        """Take everything down again."""
        self._undo.close()

    def _ip(self, *arguments: str) -> None:
        subprocess.run(["ip", *arguments], check=True, capture_output=True)


class Cluster:
    """A scheduler and *count* workers, ended with the block."""

    def __init__(self, folder: Path, count: int = 2) -> None:
        self.folder, self.count = folder, count
        self.workers: list[subprocess.Popen[bytes]] = []
        self.scheduler: subprocess.Popen[bytes] | None = None
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
                before=self.networks.enter(self._started), cwd=place,
            )
        )  # fmt: skip

    def kill(self, process: subprocess.Popen[bytes] | None) -> None:
        """End *process* as a power cut does."""
        if process and process.poll() is None:
            with suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGKILL)
            process.wait()

    def __exit__(self, *_: type[BaseException] | BaseException | TracebackType | None) -> None:
        for process in (*self.workers, self.scheduler):
            self.kill(process)
        self.networks.close()

    def _process(
        self, kind: str, *arguments: str, before: list[str] | None = None, cwd: Path | None = None
    ) -> subprocess.Popen[bytes]:
        command = [
            *(before or []),
            sys.executable,
            "-m",
            f"distributed.cli.dask_{kind}",
            *arguments,
            "--no-dashboard",
        ]
        log = (self.folder / f"{kind}-{self._started}.log").open("wb")
        with log:
            return subprocess.Popen(command, cwd=cwd, stdout=log, stderr=log, start_new_session=True)
