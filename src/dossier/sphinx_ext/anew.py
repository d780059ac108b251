"""Every build begins anew, so that nothing which an earlier one left, whole or broken, shows in the book.

What takes long, the analysis and the results of the notebooks, is kept beside it, sealed with checksums.
"""

from pathlib import Path

from sphinx.application import ENV_PICKLE_FILENAME, Sphinx

from dossier.storage import clear


def remove_built(build: Path, builder: str) -> None:
    """Remove from the folder *build* what *builder* of Jupyter Book, killed or not, has made there."""
    for name in (builder, ".doctrees", "jupyter_execute"):
        clear(build / name)


def begin_anew(app: Sphinx) -> None:
    """Remove what earlier builds left; of an output folder outside ``_build``, only what Sphinx remembers."""
    out = Path(app.outdir)
    if out.parent.name == "_build":
        remove_built(out.parent, out.name)
        out.mkdir()
    (Path(app.doctreedir) / ENV_PICKLE_FILENAME).unlink(missing_ok=True)
