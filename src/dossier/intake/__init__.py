"""Articles as people have them (web pages, text, Markdown, PDF) to clean text and what is known of each."""

import hashlib
import io
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from unicodedata import normalize

from dossier.corpus.decode import Refused, decode, read_bytes
from dossier.corpus.kinds import INVISIBLE, plain
from dossier.corpus.lines import read_line
from dossier.corpus.papers import paper_of
from dossier.corpus.sources import Source, refuse_foreign
from dossier.folding import without_accents
from dossier.i18n import _, listed
from dossier.intake.front import read_front
from dossier.intake.page import line_of_day, publisher
from dossier.storage import write_whole

_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_HOST = re.compile(r"[\w-]+(?:\.[\w-]+)+")
ABOVE = 4  # paragraphs of a page among which its title stands
_LIGATURE = re.compile("[\ufb00-\ufb06]")
_SHORT_LINE = 0.85  # of the longest line: a line that ends before ends a paragraph


UNKNOWN = Source()  # what a file says that says nothing about itself


@dataclass(frozen=True, slots=True)
class Converted:
    """The text of an article, its title first, and what its file says about it."""

    text: str
    source: Source = UNKNOWN


def convert(data: bytes, suffix: str) -> Converted:
    """Return the article in *data*, the content of a file whose name ends in *suffix* (``.html``).

    Raises:
        Refused: no article can be read from it; the message says why.
    """
    made = FORMATS.get(suffix.lower())
    if made is None:
        raise Refused(
            _(
                "A file {ending} cannot be read: give {formats}.",
                ending=suffix or _("without an ending"),
                formats=listed(FORMATS, last="or"),
            )
        )
    found = made(data)
    if not found.text.strip(INVISIBLE):
        raise Refused(_("No text of an article was found in it."))
    return found


def _plain(data: bytes) -> Converted:
    return Converted(decode(data)[0])


def _html(data: bytes) -> Converted:
    """Take the article out of a saved web page: its text, and the metadata that the page states."""
    import trafilatura  # noqa: PLC0415 (a second; only saved pages need it)

    dates = {"original_date": True, "extensive_search": False}
    document: Any = trafilatura.bare_extraction(
        data, include_comments=False, include_tables=False, with_metadata=True, date_extraction_params=dates
    )
    if document is None or not document.text:
        raise Refused(_("No article was found on the page: copy its text into a file that ends in .txt."))
    title, text = " ".join((document.title or "").split()), document.text.strip()
    paragraphs = [line.strip(" -") for line in text.splitlines() if line.strip(" -")]
    if title:  # what stands before it on the page, its section, goes
        above = paragraphs.index(title) + 1 if title in paragraphs[:ABOVE] else 0
        paragraphs = [title, *paragraphs[above:]]
    page = trafilatura.load_html(data)
    if line := line_of_day(page, title):
        paragraphs = [p for p in paragraphs if not set(p.split()) <= set(line.split())]  # what is left of it
        paragraphs.insert(bool(title), line)
    day, site = document.date or "", document.sitename or ""
    site = "" if " ".join(site.split()) == title else site  # the title of the page, cut at the wrong end
    outlet = paper_of(site if site and not _HOST.fullmatch(site) else publisher(page, title) or site)
    source = Source(
        published=day if _DAY.fullmatch(day) else "",
        outlet=outlet,
        title=title,
        author="" if document.author == outlet else document.author or "",
        url=document.url or "",
    )
    return Converted("\n\n".join(paragraphs) + "\n", source)


def _markdown(data: bytes) -> Converted:
    """Take the words of Markdown without its marks; front matter says what is known of the article.

    A row of a table is a paragraph: "Lundi 9 : Ouverture du procès".
    """
    from markdown_it import MarkdownIt  # noqa: PLC0415

    source, text = read_front(decode(data)[0])
    paragraphs, cells = list[str](), list[str]()
    for token in MarkdownIt().enable("table").parse(text):
        if token.type == "inline":
            cells.append("".join(map(_words, token.children or ())))
        if cells and token.type not in ("inline", *_IN_ROW):
            paragraphs.append(" : ".join(filter(str.strip, cells)))
            cells = []
    if source.title and (not paragraphs or plain(paragraphs[0]) != plain(source.title)):
        paragraphs.insert(0, source.title)
    return Converted("\n\n".join(filter(str.strip, paragraphs)) + "\n", source)


_IN_ROW = ("td_open", "td_close", "th_open", "th_close")


def _words(token: Any) -> str:
    if token.type in ("softbreak", "hardbreak"):
        return " "
    return str(token.content) if token.type in ("text", "code_inline") else ""


def _pdf(data: bytes) -> Converted:
    """Take the text of a PDF, its lines joined to paragraphs."""
    from pypdf import PdfReader  # noqa: PLC0415
    from pypdf.errors import PyPdfError  # noqa: PLC0415

    try:
        reader = PdfReader(io.BytesIO(data))
        pages = [page.extract_text() for page in reader.pages]
        title = (reader.metadata.title or "") if reader.metadata else ""
    except (PyPdfError, ValueError, KeyError) as error:
        raise Refused(_("The PDF cannot be read: copy its text into a file that ends in .txt.")) from error
    text = _LIGATURE.sub(lambda found: normalize("NFKC", found[0]), "\n".join(pages))
    if not text.strip():
        raise Refused(_("The PDF holds pictures and no text: read it with an OCR program first."))
    text = "\n\n".join(join_lines(text)) + "\n"
    # else it names the file it was made from
    stands = _letters(title).casefold() in _letters(text).casefold()
    return Converted(text, Source(title=" ".join(title.split()) if stands else ""))


def join_lines(text: str) -> list[str]:
    """Return the paragraphs of a *text* that was broken into lines to fit a page.

    A paragraph ends at an empty line, at one that ends before the margin unless a small letter follows, and
    before and behind a line that says when the article was published.
    """
    lines = [line.strip() for line in text.splitlines()]
    margin = _SHORT_LINE * max(map(len, lines), default=0)
    paragraphs: list[str] = []
    before, alone = "", False
    for line in lines:
        was, alone = alone, bool(line and (told := read_line(line)) and told.labelled)
        if line and before and not (was or alone) and (len(before) >= margin or line[0].islower()):
            held = paragraphs[-1]
            broken = held.endswith("-") and line[0].islower()
            paragraphs[-1] = held[:-1] + line if broken else f"{held} {line}"
        elif line:
            paragraphs.append(line)
        before = line
    return paragraphs


FORMATS: dict[str, Callable[[bytes], Converted]] = {
    ".txt": _plain,
    ".html": _html,
    ".htm": _html,
    ".md": _markdown,
    ".pdf": _pdf,
}


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
            raise FileNotFoundError(2, _("no such file or folder: check its name"), str(path))
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
            refuse_foreign(made.text)
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
