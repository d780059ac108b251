"""The whole analysis as one object, computed once and kept under the hash of all that goes in.

Importing this module loads no model: a notebook that finds the analysis made starts at once.
"""

import os
from dataclasses import replace
from pathlib import Path

from dossier.analysis import Analysis
from dossier.i18n import N_, _
from dossier.investigation import load_investigation
from dossier.review import load_decisions, with_sides
from dossier.storage import from_plain, hold, of_project, own_folder, read_sealed, to_plain, write_sealed

CACHE = Path("_build", ".dossier")
PARSED = CACHE / "parsed"  # articles as the model reads them, whatever is asked of them


def find_root(start: Path | None = None) -> Path:
    """Return the project's folder: *start*, else DOSSIER_ROOT, else the nearest with investigation.yml.

    Raises:
        FileNotFoundError: no such folder.
    """
    if start is None and (named := os.environ.get("DOSSIER_ROOT")):
        start = Path(named)
    place = (start or Path.cwd()).resolve()
    for folder in (place,) if start else (place, *place.parents):
        if (folder / "investigation.yml").is_file():
            return folder
    what = (
        N_("no investigation.yml in {folder}")
        if start
        else N_("no investigation.yml in {folder} or above it")
    )
    what = _(what if place.is_dir() else N_("there is no folder {folder}"), folder=place)
    advice = _("{what}: name the folder of an investigation, or make one with `dossier new`", what=what)
    raise FileNotFoundError(advice)


def load(root: Path | None = None, *, progress: bool = False) -> Analysis:
    """Return the analysis of the project at *root*, from its cache where nothing that goes in has changed.

    Raises:
        FileNotFoundError: no investigation.yml, or no seeds folder.
    """
    root = find_root(root)
    key, folder = of_project(root), root / CACHE
    if (found := _cached(folder, key)) is not None:
        return found
    try:
        own_folder(folder)
    except OSError:
        return _compute(root, None, progress)
    with hold(folder, wait=True):
        if (found := _cached(folder, key)) is not None:
            return found
        analysis = _compute(root, folder / "readings", progress)
        write_sealed(folder / "analysis.json", key, to_plain(analysis))
    return analysis


def _cached(folder: Path, key: str) -> Analysis | None:
    plain = read_sealed(folder / "analysis.json", key)
    analysis: Analysis | None = None if plain is None else from_plain(Analysis, plain)
    return analysis


def _compute(root: Path, work: Path | None, progress: bool) -> Analysis:
    from dossier.pipeline import analyse_folder  # noqa: PLC0415 (loads spaCy)

    asked = load_investigation(root / "investigation.yml")
    decisions = load_decisions(root / "review" / "decisions.yml", asked)
    made = analyse_folder(
        root / "seeds",
        asked,
        work=work,
        parsed=root / PARSED if work else None,
        progress=progress,
        decisions=decisions,
    )
    names = {claim.claim_id: claim.claimant for claim in made.claims}
    names |= {quotation.quotation_id: quotation.speaker for quotation in made.quotations}
    return with_contrasts(replace(made, investigation=with_sides(asked, decisions, names)))


def with_contrasts(analysis: Analysis) -> Analysis:
    """Return *analysis* with the sentences that may contradict each other; this takes some seconds."""
    from dossier.disagreements.contrasts import find_contrasts  # noqa: PLC0415 (loads the network)

    return replace(analysis, contrasts=find_contrasts(analysis.articles, analysis.statements))
