"""Does what the Containerfile says in a bare Debian below a folder, without an engine for containers.

    python -m tests.container [FOLDER]      needs root, debootstrap, and Debian's archive

FROM becomes debootstrap, RUN and CMD are run in a chroot, COPY copies what git knows. Layers, users and
networks of an engine are not tested by this.
"""

from __future__ import annotations

import json
import os
import re
import shlex
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).parent.parent
# The way out from here: names, certificates, and the indexes that pip is told of, those on this disk too.
PIP = [
    str(path)
    for folder in ("/etc", "/etc/xdg/pip", Path.home() / ".config" / "pip")
    for path in (Path(folder, "pip.conf"), Path(folder, "constraints.txt"))
    if path.is_file()
]
LENT = ["/etc/resolv.conf", "/etc/ssl/certs/ca-certificates.crt", *PIP]
SHELF = re.compile(r"(?:file://|find-links = )(/\S+?)(?:/simple)?/?(?=\s|$)")


def instructions() -> list[tuple[str, str]]:
    """Return the instructions of the Containerfile in their order."""
    text = (ROOT / "Containerfile").read_text(encoding="utf-8").replace("\\\n", " ")
    return [(m[1], m[2]) for m in re.finditer(r"^([A-Z]+) (.+)$", text, re.MULTILINE)]


def copy_tree(target: Path) -> None:
    """Copy the files that git knows into *target*."""
    names = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, check=True, capture_output=True).stdout.split(
        b"\0"
    )
    for name in map(os.fsdecode, filter(None, names)):
        (target / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy2(ROOT / name, target / name)


def inside(folder: Path, line: str) -> None:
    """Run *line* in a chroot at *folder*, the shelves of this machine bound into it as long as that takes."""
    for name in filter(os.path.exists, LENT):  # each time: a package may have put its own there
        (folder / name[1:]).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(name, folder / name[1:])
    shelves = {
        place for name in PIP if Path(name).exists() for place in SHELF.findall(Path(name).read_text())
    }
    binds = [f"mkdir -p {folder}{place} && mount --bind {place} {folder}{place}" for place in sorted(shelves)]
    binds.append(f"mount -t proc proc {folder}/proc")
    script = " && ".join([*binds, shlex.join(["chroot", str(folder), "sh", "-c", line])])
    subprocess.run(["unshare", "--mount", "sh", "-c", script], check=True)


def build(folder: Path) -> None:
    """Build in *folder* what the Containerfile describes, and run its command."""
    workdir = "/"
    for word, rest in instructions():
        start = time.monotonic()
        if word == "FROM":
            suite = rest.partition(":")[2].removesuffix("-slim")
            subprocess.run(
                ["debootstrap", "--variant=minbase", suite, str(folder)],
                check=True,
                stdout=subprocess.DEVNULL,
            )
        elif word == "COPY":
            copy_tree(folder / rest.split()[1][1:])
        elif word == "WORKDIR":
            workdir = rest
        elif word in ("RUN", "CMD"):
            line = shlex.join(json.loads(rest)) if word == "CMD" else rest
            inside(folder, f"cd {workdir} && {line}")
        print(f"{word} {rest[:60]}: {time.monotonic() - start:.0f} s", flush=True)


def main() -> None:
    with tempfile.TemporaryDirectory(dir=sys.argv[1] if len(sys.argv) > 1 else None) as folder:
        root = Path(folder, "root")
        build(root)
        page = root / "dossier" / "_build" / "html" / "index.html"
        assert page.is_file(), "no book"
        print(f"the book is there: {page.relative_to(root)}")


if __name__ == "__main__":
    main()
