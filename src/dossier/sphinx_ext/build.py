"""The whole book in one call: nothing where nothing has changed, else Jupyter Book, warnings as errors."""

import io
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, redirect_stderr, redirect_stdout
from functools import partial
from pathlib import Path

from dossier.i18n import _, using
from dossier.investigation import load_investigation
from dossier.report import CACHE
from dossier.scaffold import write_pages
from dossier.storage import (
    clear,
    digest,
    digest_folder,
    hold,
    of_book,
    own_folder,
    read_sealed,
    remove_built,
    write_sealed,
    write_whole,
)
from dossier.visible import visible

_PROBE = 1_000_000  # bytes: less free space than that is none
_MOST = 20  # lines of what is wrong are printed
_OPTIONS = ("-W", "-n", "--keep-going")


class BookError(ValueError):
    """The book could not be built; what is wrong was printed before."""

    exit_code = 1


@contextmanager
def hold_book(root: Path) -> Iterator[Path]:
    """Give the folder of the pages, built where need be, and keep other processes from it meanwhile.

    Where that fails, the pages that were there stay.

    Raises:
        BookError: a page, a notebook or a link is at fault.
        YamlError, ChapterError: investigation.yml is, or its chapters do not fit the files.
    """
    note = _note(root)
    with hold(own_folder(root / "_build"), wait=True):
        own_folder(note.parent)
        if not is_built(root):
            clear(note)
            with _kept(root / "_build", note.parent / "former"):
                asked = load_investigation(root / "investigation.yml")
                write_pages(root, asked)
                with using(asked.language):
                    _run(root)
            write_sealed(note, _state(root), True)
        yield root / "_build" / "html"


def is_built(root: Path) -> bool:
    """Return whether the pages below *root* are those that its sources would give, whole and untouched."""
    return read_sealed(_note(root), _state(root)) is not None


@contextmanager
def _kept(build: Path, former: Path) -> Iterator[None]:
    """Put the pages in *build* aside as *former*, and back where what is done meanwhile fails."""
    pages = build / "html"
    if not former.exists() and pages.is_dir():
        pages.rename(former)
    remove_built(build, "html")
    try:
        yield
    except BaseException:
        remove_built(build, "html")
        if former.exists():
            former.rename(pages)
        raise
    clear(former)


def _note(root: Path) -> Path:
    return root / CACHE / "book.built"


def _state(root: Path) -> str:
    return digest(of_book(root), digest_folder(root / "_build" / "html"))


def _try_disk(probe: Path) -> None:
    """Raise the OSError of a full or read-only disk, where that is why a build failed."""
    write_whole(probe, bytes(_PROBE))
    clear(probe)


def _run(root: Path) -> None:
    # jsonschema compiles 38 grammars on import if it finds this package, and uses none of them here: 1.5 s.
    sys.modules.setdefault("rfc3987_syntax", None)  # type: ignore[arg-type]
    command = [sys.executable, "-m", "dossier", "analyse", "--brief", str(root)]
    with subprocess.Popen(command) as analysis:
        # Meanwhile: loading the model and loading Sphinx take as long as each other.
        from jupyter_book.cli.main import main  # type: ignore[import-untyped]  # noqa: PLC0415
        from myst_nb import sphinx_ext  # noqa: F401, PLC0415

        from dossier.sphinx_ext import events, execution  # noqa: F401, PLC0415
    if analysis.returncode:
        raise BookError(_("the book was not built: the articles could not be analysed"))
    print(_("building the pages …"), flush=True)
    told, warned, log = io.StringIO(), io.StringIO(), root / "_build" / "book.log"
    clear(log)
    try:
        with redirect_stdout(told), redirect_stderr(warned):
            main(["build", str(root), *_OPTIONS], standalone_mode=False)
    except (RuntimeError, SystemExit) as error:
        _try_disk(root / CACHE / "probe")
        plain, cause = partial(execution.COLOURS.sub, ""), error.__cause__
        write_whole(log, plain(told.getvalue() + warned.getvalue()).encode())
        wrong = str(cause) if isinstance(cause, execution.CellError) else plain(warned.getvalue())
        for line in wrong.strip().splitlines()[-_MOST:]:
            print(visible(line), file=sys.stderr)
        advice = _(
            "the book was not built: mend what stands above, then give the same command again "
            "(all that was said: {log})",
            log=log,
        )
        if isinstance(cause, execution.NoKernelError):
            advice = _("the book was not built, the machine had too much to do: give the same command again")
        raise BookError(advice) from None
