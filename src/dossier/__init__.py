"""French news articles in, a citable investigative report out.

``dossier.load()`` gives the report of a project as DataFrames, ``dossier.read("folder")`` that of a folder of
articles; `dossier.notebook` says what else a notebook can call.
"""

from pathlib import Path
from typing import TYPE_CHECKING, Any

__version__ = "0.1.0"
__all__ = ["Report", "find", "load", "plot_claims", "plot_timeline", "plot_voices", "read", "save", "show"]

if TYPE_CHECKING:
    from dossier.charts import plot_claims, plot_timeline, plot_voices
    from dossier.notebook import Report, find, load, read, save, show


def __getattr__(name: str) -> Any:
    """Return what `dossier.notebook` offers, loaded when first asked for: the commands need none of it."""
    if name not in __all__:
        if name.startswith("_") or any(Path(__file__).parent.glob(f"{name}*")):  # a room, not imported yet
            raise AttributeError(name)
        from dossier.advice import absent  # noqa: PLC0415

        raise absent(name, __all__)
    from dossier import notebook  # noqa: PLC0415

    return getattr(notebook, name)


def __dir__() -> list[str]:
    """Return what can be called here."""
    return [*__all__, "__version__"]
