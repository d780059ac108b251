"""The head of an article, read as one block: above its title stand the paper, its number, its rubric."""

import itertools
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from dossier.corpus.kinds import entries_of, is_name, is_over, kind_of, plain, tell
from dossier.corpus.lines import ANY, Line, is_likely, masthead
from dossier.corpus.papers import HOST, PAPER, as_name, is_place
from dossier.corpus.published import NUMBER, choice, entries
from dossier.lexicons import load_lexicon
from dossier.records import Section

NEAR = 3  # lines of a number of a paper, below its name, at most
_LETTERS = 3  # of a word that a text may have without speaking of it
_NAME, _RUBRIC, _PIECE = 5, 6, 4  # words of a paper's name, of a rubric in capitals, of a piece of one
_LIST = 2  # pieces that may be no list: "Lens - Lille"
_LABEL_WORDS, _TITLE = 3, 5  # words of a rubric by its shape, at most; of the title below it, at least
_HEAD, _LABELS = 15, 8  # lines of a head, at most; of one that has labels

_SAID = {key: {*map(plain, names)} for key, names in load_lexicon("sections")["front_matter"].items()}
_SAID["outlet"] |= entries_of("sources")
_LABEL = re.compile(r"(?P<key>[^\W\d_][^:\n]{2,20}?)\s*:\s*(?P<value>\S.*)")
# "Le Quai (Lyon)", "FRANCE LAC – infos locales", "Littoral, le magazine des ports".
_BESIDE = re.compile(r"\s*\([^()]*\)$|(?:,|\s+[-–—|])\s+[^\W\dA-ZÀ-Ý].*$|\s+\*\s.*$")
_PIECES = re.compile(r"\s*([|/•·>›])\s*|\s+[-–—]\s+")
_ASIDE = re.compile(r"[^.]{1,60},$|[-–•*] [^.]{1,80}$")  # "Bonjour à toutes,", "- Le tram rouvre"
_PARTS = re.compile(r"\s[–—-]\s")
_WORD = re.compile(r"[^\W_]+")
_LABELLING = re.compile(r"[A-ZÀ-Ý][\w'’]*(?:-[\w'’]+)*|[\w'’]+(?:[-/][\w'’]+){2,}")
# How a paper speaks of itself: "contacté par Le Quai", "Le Quai a pu consulter".
_CALLS = (
    rf"(?:\b(?i:{choice(entries('calls'))})\s*:?|©|\b{choice(entries('told_to'))})\s*(?i:{{0}})\b"
    rf"|\b(?i:{{0}}),?\s+{choice(entries('called'))}\b"
)


# "LE MATIN DU GOLFE"
_IN_WORDS = re.compile(
    r"(?:L(?:ES?|A)\s+|L['’])[A-ZÀ-Ý-]{4,}(?:\s+(?:D[EU]S?|L[AE]S?|(?:[DL]['’])?[A-ZÀ-Ý-]{4,}))*"
)
_SERIAL = re.compile(r"(?P<code>[A-Z]{2,6})(?![^\W\d_])")
_WIRED = re.compile(r"\((?P<name>[^()\n]+)\) [-–—=]")  # "PARIS (ADI) - ", "MONS 11/03 (Agence du Hainaut) = "
_OF_PLACE = re.compile(r"\s+(?:de|du|des|d['’])\s*(?:l[ae]\s+|l['’])?[A-ZÀ-Ý].*")
_TITLING = entries_of("title_words") | (entries_of("parts") & entries_of("papers"))
_OVER = {"title": "metadata", "body": "metadata"}


@dataclass(frozen=True, slots=True)
class Head:
    """What stands above a title, as sections of one line each, and who publishes and signs by them."""

    sections: tuple[Section, ...] = ()
    outlet: str = ""
    author: str = ""


def read_head(text: str, spans: Sequence[tuple[int, int]], lines: Sequence[Line | None]) -> Head:
    """Return what stands above the title: it is the first line that is none of what a head has beside it.

    That is a label, a line of the day or the number, a signature, a paper, a rubric; most of them only above
    a line that may be the title.
    """
    paper, count = "", 0
    gaps = (text[end:start].count("\n") > 1 for (_start, end), (start, _end) in itertools.pairwise(spans))
    code = _code(text, spans)
    block = next((place for place, gap in enumerate(gaps, 1) if gap), 0)  # lines above the first empty one
    while count < min(len(spans), _HEAD):
        line, told, rest = text[slice(*spans[count])], lines[count], spans[count + 1 :]
        run = 0 if paper else _issue(text, rest, lines[count + 1 :])
        named = paper or any(before and before.outlet for before in lines[:count])
        # a rubric is right above agency and day: "Jura - Faits divers"
        wired = any(below and below.dated and below.outlet for below in lines[count + 1 : block])
        rivals = list(_titles(text, rest, dated=True))
        slogan = count + 1 < block and bool(next(_titles(text, spans[block:]), ""))
        if not paper and (paper := _paper(text, spans[count:], lines[count:], run, above=slogan)):
            count += run
        elif not (
            _kind(line) not in ("title", "body")
            or is_over(line, alone=not rivals)
            or (rivals and (_ASIDE.match(line) or line[0].islower()))
            or (code and (line.upper().startswith(code) or (count == 0 and _initials(line) == code)))
            or _is_beside(told, titled=bool(next(_titles(text, rest), "")))
            or _is_rubric(line, text, rest)
            or (len(_PARTS.split(line)) == _LIST and wired)
            # a line with that of the paper, in front of an empty one
            or (named and count < block and _is_slogan(line, next(_titles(text, spans[block:]), ""), text))
        ):
            break
        count += 1
    sections, outlet, author = list[Section](), paper or code, ""
    for (start, end), told in zip(spans[:count], lines, strict=False):
        dated, kind = told and told.dated, _kind(text[start:end])
        sections.append(Section("dateline" if dated else _OVER.get(kind, kind), start, end))
        if told:
            outlet = outlet or told.outlet
            author = author or (told.author if dated or told.signs else "")
    return Head(tuple(sections), outlet, author)


def _code(text: str, spans: Sequence[tuple[int, int]]) -> str:
    """Return the letters of the agency that *text* begins with, where another of its lines has them.

    "Agence de presse du Sud", "APS 0417 - Mines-Accident"; "ADI 0231 FRA 18/11/25 18:47", "PARIS (ADI) - ".
    """
    name, *others = [text[slice(*span)] for span in (*spans[: NEAR + 1], *spans[-1:])] or [""]
    wired = {form for m in _WIRED.finditer(text) for form in (m["name"].upper(), _initials(m["name"]))}
    serials = filter(None, (_SERIAL.match(line.upper()) for line in (name, *others[:1])))
    if code := next((serial["code"] for serial in serials if serial["code"] in wired), ""):
        return code
    code = _initials(name)
    known = plain(_telling(name)[0]) in entries_of("papers") if len(code) > 1 else False
    return code if known and any(re.match(rf"{code}\b", line) for line in others) else ""


def _telling(name: str) -> list[str]:
    return [word for word in re.findall(r"[^\W\d_]+", name) if len(word) > _LETTERS]


def _initials(name: str) -> str:
    return "".join(word[0] for word in _telling(name)).upper()


def _is_slogan(line: str, title: str, text: str) -> bool:
    """Tell whether *line* is what a paper says of itself: *title*, below, is longer, or *text* goes without
    the words of *line*.
    """
    own = {word for word in _WORD.findall(plain(line)) if len(word) > _LETTERS + 1}
    return title[-1:] not in ("", "?") and (
        len(title.split()) > len(line.split()) or all(plain(text).count(word) == 1 for word in own)
    )


def _kind(line: str) -> str:
    return kind_of(line, begun=False, longer=True, last=False)


def _is_beside(told: Line | None, *, titled: bool) -> bool:
    """Tell whether a line of a head gives the day, the number or who signs; names only above a title."""
    if told and told.dated:
        return told.labelled or told.grade < ANY or (titled and bool(told.outlet))
    return bool(told and titled and (told.signs or (told.issued and told.grade < ANY)))


def read_labels(text: str, spans: Sequence[tuple[int, int]]) -> tuple[list[Section], dict[str, str]]:
    """Return the first lines as sections where two or more of them have labels, and what these say.

    "Journal : Le Quai", "Titre : La ville attend", "Date : 4 mai 2023".
    """
    lines = (_LABEL.fullmatch(text, start, end) for start, end in spans[:_LABELS])
    found = [m for m in lines if m and any(plain(m["key"]) in names for names in _SAID.values())]
    if len(found) < 2 or found[-1].end() != spans[len(found) - 1][1]:
        return [], {}
    sections, said = list[Section](), dict[str, str]()
    for match in found:
        key = next(key for key, names in _SAID.items() if plain(match["key"]) in names)
        said.setdefault(key, match["value"])
        if key == "title":
            sections.append(Section("metadata", match.start(), match.end("key")))
            sections.append(Section("title", *match.span("value")))
        else:
            sections.append(Section("dateline" if key == "date" else "metadata", *match.span()))
    return sections, said


def _issue(text: str, spans: Sequence[tuple[int, int]], lines: Sequence[Line | None]) -> int:
    """Return how many first *lines* give no signature, but the day or number of a paper, or its site.

    A name alone may be the title: where none stands below, it is.
    """
    run = sum(1 for _told in itertools.takewhile(_is_issue, lines[:NEAR]))
    last = lines[run - 1] if run else None
    bare = last and not (last.dated or last.issued)
    titled = next(_titles(text, spans[run + _signed(lines[run:]) :]), "")
    return run - bool(bare and not titled)


def _signed(lines: Sequence[Line | None]) -> bool:
    return bool(lines and lines[0] and lines[0].signed)


def _is_issue(told: Line | None) -> bool:
    return bool(told and not told.signed and (told.issued or told.grade < ANY))


def _paper(
    text: str, spans: Sequence[tuple[int, int]], lines: Sequence[Line | None], run: int, *, above: bool
) -> str:
    """Return the paper that the first of *lines*, *run* lines of its number below, names above a title.

    *above* says that another line stands in front of the first empty one, and a title behind it.

    For it speak its number, what the paper says of itself, its words, its looks, the day or a rubric below;
    against it that the text speaks of it, and words that only titles have.
    """
    (start, end), below = spans[0], [told for told in lines[1 : run + 1] if told]
    line, rest = text[start:end], text[end:]
    if not next(_titles(text, spans[run + 1 + _signed(lines[run + 1 :]) :]), ""):
        return ""
    named = masthead(line) if is_name(line) else ""
    name = _BESIDE.sub("", named or _listed(line)[0])
    words = {*_WORD.findall(plain(name))}
    if (
        len(words) > _NAME
        or plain(name) in entries_of("parts")
        or not name[0].isupper()
        or (lines[0] and lines[0].issued and not masthead(as_name(line)))
    ):
        return ""
    silent, calls = re.subn(_CALLS.format(re.escape(name)), " ", re.sub(HOST, "", rest))
    written = as_name(name)
    alone = _OF_PLACE.sub("", written) if is_likely(written) else written  # its place is spoken of
    own = {*_WORD.findall(plain(alone))} - entries_of("papers") - entries_of("paper_ends")
    spoken = any(len(word) > _LETTERS and word in plain(silent) for word in own)
    known = is_likely(written) or bool(PAPER.fullmatch(written))
    labelled = name != line or bool(below) or _is_label(text, spans[1:])
    numbered = bool(NUMBER.search(text, end, spans[run][1]))
    weight = (
        4 * bool(named or numbered)
        + 3 * ((known or name.isupper()) and any(told.issued for told in below))
        + 3 * (bool(calls) and not spoken)
        + known * (1 + (labelled or (above and (name.isupper() or any(map(_is_issue, lines[2:NEAR]))))))
        + (name.isupper() and bool(masthead(written)))
        - 2 * (spoken or bool(_TITLING & words) or is_place(name))
    )
    return name if weight > 1 else ""


def _is_label(text: str, spans: Sequence[tuple[int, int]]) -> bool:
    """Tell whether *spans* begin with a label or a rubric."""
    line = text[slice(*spans[0])] if spans else ""
    return bool(line) and (_kind(line) == "metadata" or _is_rubric(line, text, spans[1:]))


def _is_rubric(line: str, text: str, spans: Iterable[tuple[int, int]]) -> bool:
    """Tell whether *line* is the rubric of a longer title in *spans* below: "SANTÉ | Dole", "VIE LOCALE".

    Or an agency's slug, or a few names: "Maroc-justice-eau", "Guadeloupe", "Basse-Terre".
    """
    words = line.split()
    titles = list(_titles(text, spans, dated=len(words) == 1 or is_place(line)))
    longer = max((len(below.split()) for below in titles), default=0)
    names = len(words) <= _LABEL_WORDS and all(_LABELLING.fullmatch(word) for word in words)
    names = names and not entries_of("title_words") & {*map(plain, words)}
    return (
        (_as_rubric(line) and longer > sum(any(map(str.isalpha, word)) for word in words))
        or (names and longer >= max(_TITLE, 2 * len(words)))
        or any(line.endswith(f" {below}") for below in titles)  # "Accueil / Santé / La ville attend"
    )


def _titles(text: str, spans: Iterable[tuple[int, int]], *, dated: bool = False) -> Iterator[str]:
    """Yield the lines with which *spans* begin that can be titles, kickers left out, *dated* ones perhaps."""
    for line in (text[start:end] for start, end in itertools.islice(spans, _HEAD)):
        if (kind := _kind(line)) != "metadata" and not _ASIDE.match(line):
            told = tell(line, text)
            if kind != "title" or (told and (told.signed or (told.dated and not dated))):
                return
            if not (told and told.dated):
                yield line


def _as_rubric(line: str) -> bool:
    """Tell whether *line* is shaped as a rubric: a few words in capitals, or a list of short names."""
    words = line.split()
    telling = line.isupper() and len(words) <= _RUBRIC and not re.search(r'[«“"?!:\d]', line)
    return len(_listed(line)) > 1 or (telling and not entries_of("title_words") & {*map(plain, words)})


def _listed(line: str) -> list[str]:
    """Return the short names that *line* lists, a rubric among them or marks of lists; else *line*."""
    cut = _PIECES.split(line)
    pieces, marks, known = cut[::2], cut[1::2], entries_of("parts") | entries_of("kickers")
    short = all(piece[:1].isupper() and len(piece.split()) <= _PIECE for piece in pieces)
    rubric = any(plain(one) in known for piece in pieces for one in piece.split(", "))
    return pieces if short and (rubric or any(marks) or len(pieces) > _LIST) else [line]


def as_written(name: str, text: str) -> str:
    """Return *name*, in capitals on its own line, as *text* writes it elsewhere, else as names are written.

    Initials stay: "LE JDD", "RTL INFO".
    """
    found = re.findall(rf"\b{re.escape(name)}\b", text, re.IGNORECASE) if name.isupper() else ()
    titled = as_name(name) if _IN_WORDS.fullmatch(name) else name
    return next((form for form in found if not form.isupper() and form[0].isupper()), titled)
