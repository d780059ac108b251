"""Installs locked packages into the environment of the Python that runs this: with uv if it is there, or pip.

    .venv/bin/python install.py [LOCK …]      default: requirements.txt, then this package itself

Every package is checked against its hash in the lock. The French model is a package like any other; where the
index lacks it, the same wheel is taken from its publisher, whose address stands in pyproject.toml.
"""

from __future__ import annotations

import hashlib
import os
import re
import shutil
import subprocess
import sys
import tempfile
import tomllib
import urllib.error
import urllib.request
from collections.abc import Iterator
from importlib import metadata
from pathlib import Path

HERE = Path(__file__).resolve().parent
LOCK = HERE / "requirements.txt"
Command = list[str]


class InstallError(Exception):
    """Something cannot be installed; the message says what to do."""


def installers() -> Iterator[Command]:
    """Yield the commands that can install, the fastest first. uv knows no index that only pip is told of."""
    if uv := shutil.which("uv"):
        yield [uv, "pip", "install", "--quiet", "--compile-bytecode", "--python", sys.executable]
    yield [sys.executable, "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]


def install(command: Command, locks: list[Path]) -> None:
    """Install *locks* with *command*, and with the lock of the readers this package too.

    Raises:
        InstallError: *command* failed, or the model is not to be had.
    """
    if LOCK in locks:
        install_model(command)
    for lock in locks:
        if run(command, "--require-hashes", "-r", str(lock)):
            raise InstallError(f"the packages of {lock.name} could not be installed; see above")
    if LOCK in locks and run(command, "--no-index", "--no-deps", "--no-build-isolation", "-e", str(HERE)):
        raise InstallError("the packages are there, but this one could not be added to them; see above")


def install_model(command: Command) -> None:
    """Install the French model from the index, or where that lacks it from its publisher.

    Raises:
        InstallError: neither has the wheel of the lock.
    """
    about = tomllib.loads((HERE / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["dossier"]["model"]
    name, locked = about["package"], LOCK.read_text(encoding="utf-8")
    entry = re.search(rf"^{name}==(\S+)((?:\s*\\\n\s+--hash=\S+)+)", locked, re.MULTILINE)
    if entry is None or installed(name) == entry[1]:
        return
    version, address = entry[1], about["address"].format(version=entry[1])
    with tempfile.TemporaryDirectory() as folder:
        lock = Path(folder, "model.txt")
        lock.write_text(entry[0] + "\n", encoding="utf-8")
        if not run(command, "--require-hashes", "--no-deps", "-r", str(lock), quiet=True):
            return
        print(f"The index lacks {name} {version}: taking the same wheel from {address}", file=sys.stderr)
        wheel = Path(folder, address.rpartition("/")[2])
        wheel.write_bytes(fetch(address, set(re.findall(r"--hash=sha256:(\w+)", entry[2]))))
        if run(command, "--no-index", "--no-deps", str(wheel)):
            raise InstallError(f"{wheel.name} is here, but could not be installed; see above")


def fetch(address: str, hashes: set[str]) -> bytes:
    """Return what stands at *address*, if it has one of *hashes* (SHA-256).

    Raises:
        InstallError: it cannot be had, or is something else.
    """
    try:
        with urllib.request.urlopen(address, timeout=60) as answer:
            data: bytes = answer.read()
    except (urllib.error.URLError, OSError) as error:
        raise InstallError(f"neither the index nor {address} has the French model: {error}") from error
    if hashlib.sha256(data).hexdigest() not in hashes:
        raise InstallError(f"{address} holds something else than the lock names: nothing of it is installed")
    return data


def installed(name: str) -> str:
    """Return the version of the package *name* in this environment, or nothing."""
    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError:
        return ""


def run(command: Command, *more: str, quiet: bool = False) -> int:
    """Run *command* and return its exit code."""
    return subprocess.run([*command, *more], cwd=HERE, capture_output=quiet, check=False).returncode


def main() -> int:
    """Install; 0 if all is there."""
    locks = [Path(name).resolve() for name in sys.argv[1:]] or [LOCK]
    fault = InstallError("nothing can install here: neither uv nor pip")
    for command in installers():
        try:
            install(command, locks)
            if LOCK in locks and "MAKELEVEL" not in os.environ:  # make says what it does next
                dossier = Path(sys.executable).with_name("dossier")
                print(f"next: {dossier} book, or an affair of your own: {dossier} new DIR ARTICLES …")
            return 0
        except InstallError as error:
            fault = error
            print(f"{Path(command[0]).name}: {error}", file=sys.stderr)
    print(f"install: {fault}", file=sys.stderr)
    return 1


if __name__ == "__main__":
    sys.exit(main())
