"""The same investigation in another language: a project of its own below _build, made from the first."""

import re
import shutil
from pathlib import Path

from dossier.investigation import load_investigation
from dossier.report import PARSED
from dossier.scaffold.pages import COPIED
from dossier.storage import clear, own_folder, write_whole

_LANGUAGE = re.compile(r"^language:.*$", re.MULTILINE)
_GOLD = Path("tests", "gold")
_FOLDERS = ("seeds", "review", "locale", "book", "notebooks")


def _folders(folder: str, names: list[str]) -> list[str]:
    return [name for name in names if Path(folder, name).is_dir()]


def write_edition(root: Path, language: str) -> Path:
    """Write the project at *root* in *language* below its _build folder; return the folder.

    Labels and titles are translated by locale/*language*.po beside investigation.yml; pages that are as the
    program writes them are written in the language; what somebody has changed stays in the words that it has.

    Raises:
        YamlError: investigation.yml is not valid.
    """
    asked = load_investigation(root / "investigation.yml")
    if asked.language == language:
        return root
    folder = own_folder(own_folder(root / "_build") / language)
    for name in (*_FOLDERS, *COPIED, "CITATION.cff", _GOLD):
        clear(folder / name)
        if (root / name).is_file():
            shutil.copyfile(root / name, folder / name)
        elif (root / name).is_dir():  # of the gold, what was checked by hand of these articles, not of others
            shutil.copytree(root / name, folder / name, ignore=_folders if name == _GOLD else None)
    if (root / PARSED).is_dir():
        shutil.copytree(root / PARSED, folder / PARSED, dirs_exist_ok=True)
    text = (root / "investigation.yml").read_text("utf-8")
    line = f"language: {language}"
    text = _LANGUAGE.sub(line, text) if _LANGUAGE.search(text) else f"{line}\n{text}"
    write_whole(folder / "investigation.yml", text.encode())
    return folder
