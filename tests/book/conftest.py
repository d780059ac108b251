"""The book built once for all its tests, and a real browser that cannot reach anything outside."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import nullcontext, suppress
from dataclasses import dataclass
from functools import cache
from multiprocessing import forkserver
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from selenium import webdriver
from selenium.common.exceptions import WebDriverException
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.support.ui import WebDriverWait
from tests import forks, sentences
from urllib3.exceptions import HTTPError

from dossier.cli import main
from dossier.language import load_pipeline
from dossier.report import PARSED
from dossier.sphinx_ext import build
from dossier.sphinx_ext.build import is_built

ROOT = Path(__file__).parents[2]
TOOLS = Path(__file__).parent / "node_modules"
FLAGS = (
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-extensions",
    "--disable-sync",
    "--no-first-run",
    "--hide-scrollbars",
    "--host-resolver-rules=MAP * ~NOTFOUND",
)
SMALL = """
title: Jobs at the plant
topics:
  jobs: {label: Jobs, units: [poste]}
chapters:
  - page: figures
  - page: sources
  - page: data
"""
SHOWN = 3
PATIENCE = 120  # seconds for one answer of the browser, which else may take as long as it likes
LARGE = f"shown: {SHOWN}\nemphasis: [contested, voice]\n"
ARTICLE = (
    "{day} mars 2021\n\nL'usine et ses emplois\n\nSelon le syndicat, au moins {n} postes sont menacés.\n"
)


def copy_project(target: Path) -> Path:
    """Copy all that the book is made from, of what is built only the parsed articles, into *target*."""
    target.mkdir(parents=True)
    for name in ("_config.yml", "_toc.yml", "index.md", "investigation.yml", "CITATION.cff"):
        shutil.copy(ROOT / name, target / name)
    for name in ("book", "notebooks", "seeds", "review"):
        shutil.copytree(ROOT / name, target / name)
    shutil.copytree(ROOT / "tests" / "gold", target / "tests" / "gold")
    if (ROOT / PARSED).is_dir():
        shutil.copytree(ROOT / PARSED, target / PARSED)
    return target


def write_small(root: Path) -> Path:
    """Write two articles and three chapters into *root*: what is spoiled there is soon built again."""
    (root / "seeds").mkdir(parents=True)
    (root / "investigation.yml").write_text(SMALL, "utf-8")
    for day, n in ((2, 300), (4, 450)):
        (root / "seeds" / f"{n}.txt").write_text(ARTICLE.format(day=day, n=n), "utf-8")
    return root


@cache
def _import_once() -> None:
    """Load what every build loads, here and in the process that forks the kernels of them all."""
    from jupyter_book.cli import main as _  # noqa: F401
    from myst_nb import sphinx_ext  # noqa: F401

    from dossier.sphinx_ext import events  # noqa: F401
    from dossier.sphinx_ext.execution import manager

    load_pipeline()
    manager({}, "")  # says what is to be imported
    with pytest.MonkeyPatch.context() as patch:
        patch.delenv("DOSSIER_ROOT", raising=False)
        patch.setenv("PYTHONHASHSEED", "0")  # as in a build
        forkserver.ensure_running()


def _analyse(program: list[str]) -> nullcontext[SimpleNamespace]:
    """Do here, with the model of all tests, what a build has done by another process."""
    return nullcontext(SimpleNamespace(returncode=main(program[3:])))


def command(root: Path, *arguments: str, alone: bool = False) -> Callable[[], int]:
    """Return ``dossier book`` of the project at *root*, to be done in a copy of this process.

    That analyses the articles too, unless another process is to do it *alone*, as it does for a user.
    """
    _import_once()

    def work() -> int:
        if not alone:
            build.subprocess = SimpleNamespace(Popen=_analyse)
        os.environ.pop("DOSSIER_ROOT", None)
        os.chdir(root)
        return main(["book", str(root), *arguments])

    return work


def built(root: Path) -> Path:
    """Build the book at *root*, which has to go well and to say no more than its records; return *root*."""
    done = forks.run(command(root))
    if done.returncode:
        pytest.fail(f"the book was not built:\n{done.stdout[-600:]}\n{done.stderr[-2000:]}", pytrace=False)
    sentences.check(root)
    return root


@pytest.fixture(scope="session")
def project(once: Callable[[str, Callable[[Path], object]], Path]) -> Path:
    """The project with its book built: this checkout where its book is fresh, else a copy."""
    return ROOT if is_built(ROOT) else once("book", lambda root: built(copy_project(root)))


@pytest.fixture(scope="session")
def book(project: Path) -> Path:
    """The folder of the built pages."""
    return project / "_build" / "html"


@pytest.fixture(scope="session")
def french(once: Callable[[str, Callable[[Path], object]], Path]) -> Path:
    """The French edition of the shipped investigation, built."""

    def build(root: Path) -> None:
        copy_project(root)
        shutil.copytree(ROOT / "locale", root / "locale")
        done = forks.run(command(root, "--language", "fr"))
        assert done.returncode == 0, done.stderr[-2000:]

    return once("french", build) / "_build" / "fr"


def copy_example(name: str, root: Path, *, more: str = "") -> Path:
    """Copy the example *name* into *root*, *more* before its questions."""
    shutil.copytree(ROOT / "examples" / name / "seeds", root / "seeds")
    asked = (ROOT / "examples" / name / "investigation.yml").read_text("utf-8")
    (root / "investigation.yml").write_text(more + asked, "utf-8")
    return root


@pytest.fixture(scope="session")
def example(once: Callable[[str, Callable[[Path], object]], Path]) -> Path:
    """The example in French, its book built as a large one."""
    return once("example", lambda root: built(copy_example("job-cuts-2012", root, more=LARGE)))


@dataclass
class Browser:
    """Debian's chromium, looking at pages from a folder."""

    driver: webdriver.Chrome

    def look(
        self,
        page: Path,
        anchor: str = "",
        *,
        scheme: str = "light",
        width: int = 1440,
        height: int = 900,
    ) -> None:
        """Open *page* in a window of *width* times *height* pixels with the colour scheme *scheme*.

        A browser that has stopped to answer gives way to a new one.
        """
        address = page.as_uri() + (f"#{anchor}" if anchor else "")
        try:
            self._open(address, scheme, width, height)
        except (HTTPError, WebDriverException):
            self.end()
            self.driver = open_browser() or self.driver
            self._open(address, scheme, width, height)

    def _open(self, address: str, scheme: str, width: int, height: int) -> None:
        self.prefer(scheme)
        self.resize(width, height)
        self.driver.get("about:blank")
        self.log("performance")
        self.log("browser")
        self.driver.get(address)
        there = "return document.readyState === 'complete' && location.href !== 'about:blank'"
        WebDriverWait(self.driver, 60).until(lambda driver: driver.execute_script(there))

    def end(self) -> None:
        """End the browser, whether it answers or not."""
        self.driver.command_executor.client_config.timeout = PATIENCE / 10
        with suppress(HTTPError, WebDriverException):
            self.driver.quit()

    def prefer(self, scheme: str) -> None:
        """Ask for the colour scheme *scheme*."""
        features = [{"name": "prefers-color-scheme", "value": scheme}]
        self.command("Emulation.setEmulatedMedia", media="screen", features=features)

    def resize(self, width: int, height: int = 900) -> None:
        """Give the window another size, that of a phone if it is narrow."""
        size = {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": width < 500}
        self.command("Emulation.setDeviceMetricsOverride", **size)

    def command(self, name: str, **options: Any) -> Any:
        """Send one command of the developer tools."""
        return self.driver.execute_cdp_cmd(name, options)

    def run(self, script: str, *arguments: object) -> Any:
        """Return the value of *script* run in the page."""
        return self.driver.execute_script(script, *arguments)

    def wait(self, script: str) -> Any:
        """Return what *script*, the body of an asynchronous function, returns."""
        code = f"const done = arguments[arguments.length - 1]; (async () => {{ {script} }})().then(done)"
        return self.driver.execute_async_script(code)

    def log(self, kind: str) -> list[str]:
        """Return what was logged since the last call: kind ``browser`` is the console."""
        return [entry["message"] for entry in self.driver.get_log(kind)]

    def requests(self) -> list[str]:
        """Return the addresses that were asked for since the page was opened."""
        events = [json.loads(message)["message"] for message in self.log("performance")]
        sent = [event for event in events if event["method"] == "Network.requestWillBeSent"]
        return [event["params"]["request"]["url"] for event in sent]


def open_browser() -> webdriver.Chrome | None:
    """Return a running chromium, or None where none is installed."""
    chromium, chromedriver = shutil.which("chromium"), shutil.which("chromedriver")
    if not (chromium and chromedriver):
        return None
    options = webdriver.ChromeOptions()
    options.binary_location = chromium
    for flag in FLAGS:
        options.add_argument(flag)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
    driver = webdriver.Chrome(options=options, service=Service(chromedriver))
    driver.command_executor.client_config.timeout = PATIENCE
    driver.set_script_timeout(60)
    return driver


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A browser for all tests of a run."""
    driver = open_browser()
    if driver is None:
        pytest.skip("chromium and chromedriver are not installed (Debian: chromium chromium-driver)")
    browser = Browser(driver)
    yield browser
    browser.end()


@pytest.fixture(scope="session")
def tool() -> Callable[[str], Path]:
    """Return a function that finds a judge installed by ``npm ci --prefix tests/book``, or skips the test."""

    def find(path: str) -> Path:
        if not (TOOLS / path).is_file():
            pytest.skip(f"{path.split('/', maxsplit=1)[0]} is not installed: npm ci --prefix tests/book")
        return TOOLS / path

    return find
