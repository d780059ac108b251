"""What the extension does to a page, and which builders it works with."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path
from types import SimpleNamespace

import nbformat.v4
import pytest
from nbclient import NotebookClient
from sphinx.errors import ConfigError

from dossier.sphinx_ext import execution
from dossier.sphinx_ext.checks import Page
from dossier.sphinx_ext.events import use_templates
from dossier.sphinx_ext.execution import manager
from dossier.sphinx_ext.pages import describe


@pytest.mark.parametrize("name", ["singlehtml", "dirhtml"])
def test_a_builder_that_would_break_the_links_is_refused(name: str) -> None:
    app = SimpleNamespace(builder=SimpleNamespace(format="html", name=name))
    with pytest.raises(ConfigError, match=rf"{name} would break the links .* `dossier book`"):
        use_templates(app)


@pytest.mark.parametrize(
    ("body", "said"),
    [
        ('<p>x</p><div class="dz-lead"><p>Two <a href="#a">events</a>.</p><p>One &lt;b&gt;.</p></div>',
         "Two events. One <b>."),
        ("<h1>T</h1><p class='a'>How it\n was <em>made</em>.</p><p>More.</p>", "How it was made."),
        ("<h1>T</h1>", ""),
        (f"<p>{'mot ' * 90}</p>", f"{'mot ' * 38}mot …"),
        (f"<p>M. Roux a parlé. Il a dit : « {'mot ' * 90}. »</p>", "M. Roux a parlé."),
        (f"<p>Il a dit : « {'mot ' * 90}. »</p>", f"Il a dit : « {'mot ' * 35}mot … »"),
    ],
)  # fmt: skip
def test_a_page_is_described_by_its_first_words(body: str, said: str) -> None:
    assert describe(body) == said


def test_a_passage_is_what_stands_between_two_blocks_and_knows_its_anchor_and_language() -> None:
    page = """<html lang="en"><nav><p>Chapters</p></nav><article class="bd-article"><section id="a">
      <h1>Title<a class="headerlink" href="#a">¶</a></h1><p>One &amp; <em>two</em>.<br>Three.</p>
      <article id="c-1"><p>A figure</p><blockquote><p lang="fr">Le <mark>pont</mark></p></blockquote>
      <details class="dz-cite"><p>Cite me</p></details></article>
      <table><tr id="r-1"><th>Who</th><td>12</td></tr></table><script>no()</script>Last</section></article>"""
    reader = Page()
    reader.feed(page)
    assert reader.passages == [
        ("a", "", "Title"),
        ("a", "", "One & two.Three."),
        ("c-1", "", "A figure"),
        ("c-1", "fr", "Le pont"),
        ("r-1", "", "Who 12"),
        ("a", "", "Last"),
    ]


def test_a_kernel_is_forked_into_its_folder_with_a_state_of_its_own_and_ends_with_its_notebook(
    tmp_path: Path,
) -> None:
    code = "import os, builtins, sys; print(os.getcwd(), hasattr(builtins, 'x'), os.getpid()); builtins.x = 1"
    printed = []
    for name in ("a", "b"):
        (tmp_path / name).mkdir()
        notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(code)])
        resources = {"metadata": {"path": str(tmp_path / name)}}
        NotebookClient(
            notebook, kernel_manager_class=manager({}, str(tmp_path)), resources=resources
        ).execute()
        printed.append(notebook.cells[0].outputs[0].text.split())
    assert [row[:2] for row in printed] == [[str(tmp_path / name), "False"] for name in ("a", "b")]
    for kernel in (int(row[2]) for row in printed):
        deadline = time.monotonic() + 30
        with pytest.raises(ProcessLookupError):
            while time.monotonic() < deadline:
                os.kill(kernel, 0)
                time.sleep(0.1)


@pytest.mark.parametrize(("times", "runs"), [(0, True), (1, True), (2, False)])
def test_a_kernel_that_does_not_start_on_a_busy_machine_gets_a_second_chance(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, times: int, runs: bool
) -> None:
    tried = []

    class Client(NotebookClient):
        def execute(self) -> None:
            tried.append(self.startup_timeout)
            if len(tried) <= times:
                raise RuntimeError("Kernel didn't respond in 180 seconds")

    monkeypatch.setattr(execution, "NotebookClient", Client)
    notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell("1")])
    task = execution.Task(tmp_path / "a.ipynb", notebook, tmp_path / "a.json", "key")
    result = execution._run(manager({}, str(tmp_path)), task)
    assert (result is notebook, tried) == (runs, [180] * min(times + 1, 2))
    if not runs:
        assert not result.begun and "no kernel started for it" in result.told


def test_a_build_that_stands_still_ends_and_says_where() -> None:
    code = "import time; from dossier.sphinx_ext import execution as e; e.STUCK = 0.2; "
    told = [
        subprocess.run(
            [sys.executable, "-c", f"{code} e.watched(time.sleep(wait) for wait in (0, {last}))"],
            check=False, capture_output=True, text=True, timeout=60,
        )
        for last in (0, 30)
    ]  # fmt: skip
    assert [(done.returncode, "Timeout" in done.stderr) for done in told] == [(0, False), (1, True)]
