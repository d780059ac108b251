"""What the search looks through: each passage of each page, with the anchor that leads to it."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path

from dossier import i18n

FILE = "searchindex.js"
_TEXTS = ("p", "li", "tr", "figcaption", "caption", "h1", "h2", "h3", "h4", "dt", "dd", "pre")
_BLOCKS = frozenset((*_TEXTS, "blockquote", "div", "section", "article"))
_VOID = frozenset(("br", "hr", "img", "input", "link", "meta", "use", "path"))
_SKIPPED_TAGS = frozenset(("script", "style", "svg", "button", "nav", "form", "summary"))
_SKIPPED_CLASSES = frozenset(
    ("headerlink", "cell_input", "dz-cite", "dz-made", "dz-unseen", "dz-permalink", "dz-back")
)
Passage = tuple[str, str, str]  # the anchor, the language where it is not that of the page, the words


@dataclass(slots=True)
class Reader(HTMLParser):
    """Gathers the passages of the article of one page: what stands between the edges of two blocks."""

    passages: list[Passage] = field(default_factory=list)
    _open: list[tuple[str, str, str, bool]] = field(default_factory=list)  # tag, anchor, language, read
    _words: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        HTMLParser.__init__(self)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note where a block begins, and which anchor and language hold from here."""
        if tag in _VOID:
            return
        self._end_block(tag)
        known = {name: value or "" for name, value in attrs}
        _, anchor, language, read = self._open[-1] if self._open else ("", "", "", False)
        classes = known.get("class", "").split()
        read = (read or "bd-article" in classes) and tag not in _SKIPPED_TAGS
        read = read and not _SKIPPED_CLASSES.intersection(classes)
        self._open.append((tag, known.get("id") or anchor, known.get("lang") or language, read))

    def handle_endtag(self, tag: str) -> None:
        """Note where a block ends."""
        self._end_block(tag)
        while tag not in _VOID and self._open and self._open.pop()[0] != tag:
            pass

    def handle_data(self, data: str) -> None:
        """Take up words that are read."""
        if self._open and self._open[-1][3]:
            self._words.append(data)

    def _end_block(self, tag: str) -> None:
        if tag in ("td", "th"):
            self._words.append(" ")
        if tag in _BLOCKS and self._open:
            if words := " ".join("".join(self._words).split()):
                _, anchor, language, _ = self._open[-1]
                self.passages.append((anchor, language if language != i18n.language() else "", words))
            self._words.clear()


def write_index(folder: Path, pages: Mapping[str, Reader]) -> None:
    """Write what the search needs to know of *pages*, by their path, into the book in *folder*."""
    known = []
    for name, page in pages.items():
        passages = list(dict.fromkeys(page.passages))  # each once for its anchor
        title = passages[0][2] if passages else name.removesuffix(".html")
        known.append({"page": name, "title": title, "passages": passages})
    text = json.dumps(known, ensure_ascii=False, separators=(",", ":"))
    (folder / FILE).write_text(f"const PAGES = {text};\n", "utf-8")
