"""Files into seeds/: each converted, its original kept with its hash, copies and versions recognised."""

import hashlib
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from dossier.corpus.decode import Refused, read_bytes
from dossier.corpus.sources import Source
from dossier.folding import without_accents
from dossier.i18n import _
from dossier.intake.convert import FORMATS, UNKNOWN, Converted, convert
from dossier.storage import write_whole

ORIGINALS, SUMS = "originals", "SHA256SUMS"


@dataclass(frozen=True, slots=True)
class Added:
    """What became of one file: its article in seeds/, or why there is none.

    ``outcome`` is added, copy (the same text is there as ``article_id``), or refused; ``note`` says more.
    """

    path: Path
    outcome: str
    article_id: str = ""
    note: str = ""
    source: Source = UNKNOWN


def list_sources(paths: Iterable[Path]) -> list[Path]:
    """Return the files that *paths* name; of a folder, those that can be read, in the order of their names.

    Raises:
        FileNotFoundError: a path is neither file nor folder.
    """
    found: list[Path] = []
    for path in paths:
        if path.is_dir():
            found += sorted(p for p in path.iterdir() if p.is_file() and p.suffix.lower() in FORMATS)
        elif path.exists():
            found.append(path)
        else:
            raise FileNotFoundError(2, "no such file or folder: check its name", str(path))
    return found


def add_files(root: Path, paths: Iterable[Path]) -> Iterator[Added]:
    """Put each of *paths* into the project at *root* as an article; yield what became of it."""
    seeds = root / "seeds"
    seeds.mkdir(parents=True, exist_ok=True)
    held = {_key(path.read_bytes().decode("utf-8", "replace")): path.stem for path in _texts(seeds)}
    titles = {_title(path.read_bytes().decode("utf-8", "replace")): path.stem for path in _texts(seeds)}
    for path in paths:
        try:
            data = read_bytes(path)
            made = convert(data, path.suffix)
        except Refused as refusal:
            yield Added(path, "refused", note=str(refusal))
            continue
        key, title = _key(made.text), _title(made.text)
        if key in held:
            yield Added(path, "copy", held[key], _("the same text is there already"))
            continue
        name = _free_name(seeds, path.stem, made)
        # A text file stays byte for byte what it was; what another file holds is written as UTF-8.
        is_text = path.suffix.lower() == ".txt"
        write_whole(seeds / f"{name}.txt", data if is_text else made.text.encode())
        if not is_text:
            _keep(root, path.name, name, data)
        version = titles.get(title, "")
        held[key], titles[title] = name, name
        note = _("it has the title of {other}: another version of the same article?", other=version)
        note = note if version else ""
        yield Added(path, "added", name, note, made.source)


def _texts(seeds: Path) -> list[Path]:
    return sorted(path for path in seeds.iterdir() if path.suffix.lower() == ".txt")


def _key(text: str) -> str:
    return hashlib.sha256("".join(text.split()).encode("utf-8", "replace")).hexdigest()


def _title(text: str) -> str:
    return next((" ".join(line.split()).casefold() for line in text.splitlines() if line.strip()), "")


def _free_name(seeds: Path, stem: str, made: Converted) -> str:
    """Return a name for the article that no file has: the file's own, else that of its title, in letters."""
    plain = _letters(stem) or _letters(made.source.title)[:60] or "article"
    name, number = plain, 1
    while (seeds / f"{name}.txt").exists():
        number += 1
        name = f"{plain}_{number}"
    return name


def _letters(text: str) -> str:
    return re.sub(r"[^A-Za-z0-9]+", "_", without_accents(text)).strip("_")


def _keep(root: Path, original: str, name: str, data: bytes) -> None:
    """Keep *data* as it came, under the article's *name*, and note its hash as `sha256sum -c` reads it."""
    folder = root / ORIGINALS
    folder.mkdir(exist_ok=True)
    kept = f"{name}{Path(original).suffix.lower()}"
    write_whole(folder / kept, data)
    sums = folder / SUMS
    before = sums.read_text("utf-8") if sums.is_file() else ""
    write_whole(sums, f"{before}{hashlib.sha256(data).hexdigest()}  {kept}\n".encode())
