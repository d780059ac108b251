"""Files to articles: decoded text untouched, sections as spans of it, the date as the file gives it."""

import hashlib
import os
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from dossier.corpus.decode import Refused, decode, read_bytes
from dossier.corpus.kinds import INVISIBLE
from dossier.corpus.published import find_published
from dossier.corpus.sections import count_words, find_layout
from dossier.corpus.sources import Source, read_sources, refuse_foreign
from dossier.i18n import _
from dossier.records import Article


class EmptyFolderError(ValueError):
    """A folder without an article; the message says what to do."""


def list_files(folder: Path) -> list[Path]:
    """Return the ``*.txt`` of *folder*, and the folders in it, in the order of their names.

    Raises:
        NotADirectoryError: *folder* is no folder.
        EmptyFolderError: it holds no article.
    """
    if not folder.is_dir():
        raise NotADirectoryError(
            _("{folder} is not a folder: name the folder that holds the articles", folder=folder)
        )
    shown = (path for path in folder.iterdir() if not path.name.startswith(".") or not path.is_dir())
    found = sorted(path for path in shown if _is_text(path) or path.is_dir())
    if not any(map(_is_text, found)):
        raise EmptyFolderError(
            _(
                "no article in {folder}: put the articles there, each in a file of its own named *.txt",
                folder=folder,
            )
        )
    return found


def _is_text(path: Path) -> bool:
    return path.suffix.lower() == ".txt"


def name_files(folder: Path) -> dict[str, Path]:
    """Return each entry of `list_files` by the id of its article, in their order; no id is given twice."""
    named: dict[str, Path] = {}
    for path in list_files(folder):
        own = _article_id(path)
        if own in named:
            own = _file_name(path)
        while own in named:
            own += "-"
        named[own] = path
    return named


def read_folder(folder: Path) -> Iterator[Article]:
    """Yield one article for each entry of `list_files`, in their order; refused ones too, as folders are.

    Raises:
        NotADirectoryError, EmptyFolderError: as `list_files`.
        YamlError: ``sources.yml`` has a mistake.
    """
    named, sources = name_files(folder), read_stated(folder)
    return (read_named(article_id, path, sources) for article_id, path in named.items())


def read_named(article_id: str, path: Path, sources: Mapping[str, Source]) -> Article:
    """Return the article in *path* under the id that `name_files` gave it; refused if that is not its own."""
    article = read_file(path, sources)
    if article.article_id == article_id:
        return article
    reason = _("Another file is called {name} too: rename one of them.", name=repr(article.article_id))
    return _refuse(article_id, article.file, article.sha256, reason)


def read_file(path: Path, sources: Mapping[str, Source]) -> Article:
    """Return the article in *path*, read or refused; what *sources* says of it goes before its file."""
    name, article_id, digest = _file_name(path), _article_id(path), ""
    try:
        data = read_bytes(path)
        digest = hashlib.sha256(data).hexdigest()
        text, warning = decode(data)
        if not text.strip(INVISIBLE):
            raise Refused(_("The file is empty.") if not data else _("The file holds nothing but blanks."))
        source = sources.get(article_id, Source())
        refuse_foreign(text, source.language)
    except Refused as refusal:
        return _refuse(article_id, name, digest, str(refusal), refusal.language)
    article = Article(article_id, name, digest, "ok", reason=warning, text=text, language="fr")
    return _describe(article, source)


def _file_name(path: Path) -> str:
    return os.fsencode(path.name).decode("utf-8", "replace")


def read_stated(folder: Path, lost: list[str] | None = None) -> dict[str, Source]:
    """Return what ``sources.yml`` says of the articles of *folder*, by their ids; see `read_sources`.

    Raises:
        YamlError: it has a mistake.
    """
    return read_sources(folder / "sources.yml", set(map(_article_id, list_files(folder))), lost)


def _article_id(path: Path) -> str:
    name = _file_name(path)
    return name[: -len(path.suffix)] if _is_text(path) else name


def _refuse(article_id: str, name: str, digest: str, reason: str, language: str = "") -> Article:
    return Article(article_id, name, digest, "refused", reason=reason, language=language)


def _describe(article: Article, source: Source) -> Article:
    text, warning = article.text, article.reason
    layout = find_layout(text)
    published = find_published(text, layout)
    if source.published:
        if published.basis == "stated" and published.date != source.published:
            said = _("sources.yml says {one}, the file {other}.", one=source.published, other=published.date)
            warning = f"{warning} {said}"
        if published.date != source.published or published.basis != "stated":
            published = replace(published, date=source.published, basis="metadata", reason="")
    return replace(
        article,
        reason=warning.strip(),
        title=source.title or layout.title(text),
        outlet=source.outlet or layout.outlet,
        author=source.author or layout.author,
        url=source.url,
        words=count_words(text, layout.sections),
        published=published,
        sections=layout.sections,
    )
