"""Execute the notebooks side by side before Sphinx reads them one after the other.

The results go into the cache of jupyter-cache, from which myst-nb takes them. The cache lies in a folder
named after the hash of all that a notebook can depend on, so that it never serves an older result. A notebook
that fails here is left out, and fails again, with its traceback, when Sphinx reads it.
"""

from __future__ import annotations

import os
import shutil
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from jupyter_cache import get_cache  # type: ignore[import-untyped]
from jupyter_cache.base import CacheBundleIn  # type: ignore[import-untyped]
from myst_nb.core.read import create_nb_reader
from nbclient import NotebookClient
from nbformat import NotebookNode
from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment

TIMEOUT = 120  # seconds for one cell


def cache_folder(root: Path, fingerprint: str) -> Path:
    """Return the folder for results of *fingerprint*, after removing those of others and a broken one."""
    parent = root / "_build" / ".jupyter_cache"
    folder = parent / fingerprint[:16]
    for other in parent.glob("*"):
        if other != folder or not _is_sound(folder):
            shutil.rmtree(other, ignore_errors=True) if other.is_dir() else other.unlink(missing_ok=True)
    return folder


def _is_sound(folder: Path) -> bool:
    try:
        get_cache(folder).list_cache_records()
    except Exception:  # a truncated or foreign database fails in many ways; each means: begin anew
        return False
    return True


def execute(app: Sphinx, env: BuildEnvironment, docnames: list[str]) -> None:
    """Execute those of *docnames* that are notebooks and have no result in the cache."""
    cache = get_cache(app.config.nb_execution_cache_path)
    waiting = []
    for path in (Path(env.doc2path(name)) for name in docnames):
        text = path.read_text("utf-8")
        reader = create_nb_reader(str(path), env.myst_config, env.mystnb_config, text)
        notebook = reader.read(text) if reader else None
        if notebook is None or not any(cell.cell_type == "code" for cell in notebook.cells):
            continue
        try:
            cache.match_cache_notebook(notebook)
        except KeyError:
            waiting.append((path, notebook))
    with ThreadPoolExecutor((os.cpu_count() or 1) + 1) as pool:
        results = list(pool.map(lambda item: _run(*item), waiting))
    for (path, notebook), sound in zip(waiting, results, strict=True):
        if sound:
            cache.cache_notebook_bundle(
                CacheBundleIn(notebook, str(path)), check_validity=False, overwrite=True
            )


def _run(path: Path, notebook: NotebookNode) -> bool:
    client = NotebookClient(
        notebook,
        timeout=TIMEOUT,
        resources={"metadata": {"path": str(path.parent)}},
        record_timing=False,  # times of day would end up in the result, and keep it from being found again
        extra_arguments=["--IPKernelApp.log_level=ERROR"],
    )
    try:
        client.execute()
    except Exception:  # whatever it is, Sphinx meets it again and reports it
        return False
    return True
