"""What a line is by itself: title, heading, caption, link to another article, or what stands above a text."""

import functools
import re
from collections.abc import Iterable

from dossier.corpus.lines import Line, read_line
from dossier.corpus.published import DAYS, HOURS, ISSUE, MONTHS, choice, entries
from dossier.folding import without_accents
from dossier.lexicons import load_lexicon

INVISIBLE = (
    "".join(c for c in map(chr, range(0x3001)) if c.isspace()) + "\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"
)
FINAL = re.compile(r"[.!…;:,][\s»”\"')\]]*$")
QUOTED = re.compile(r"(?:[^«“\".!?]{1,80} ?: )?[«“\"][^«»“”\"]+[»”\"]")
# "Accueil › Santé", the way to a page of a site
_TRAIL = re.compile(r"[^›>→]{1,40}(?:\s[›>→]\s[^›>→]{1,60})+")
# Surely no title: "FRA0412 4 GIA 0231", "« Vu de près » - Lyon", "Votre infolettre du 15 mars 2024".
_LETTERHEAD = re.compile(
    rf"(?:\([A-Z]+\) )?[A-Z]{{2,6}}(?:\d{{3,}}| 0\d{{2,3}})\b.*|[«“\"][^«»“”\"]+[»”\"]\s+[-–—|]\s.*"
    rf"|(?i:(?!.*[.!?…]$)(?=.*(?:{ISSUE.pattern}|{DAYS.pattern}|{MONTHS.pattern}))(?:\w+['’]|\w+\s+){{0,2}}"
    rf"{choice(entries('sorts') + entries('letters'))}\b.*)"
    rf"|(?=.*\d{{4}})(?:.*[|·•–—-]\s*)?(?i:{DAYS.pattern})(?:\s*[|·•–—(-].*)?"
)
_OVER = re.compile(
    rf"{choice(entries('offices') + entries('series') + entries('editions'))}\b.*|.*\(\d+/\d+\)"
    rf"|{choice(entries('publishers'))}(?-i:\s(?:d[eu]s?|l[ae]s?|et|(?:[dl]['’])?[A-ZÀ-Ý][\w'’-]*)){{1,5}}"
    rf"|{choice(entries('parts') + entries('rubrics') + entries('kickers'))}(?:\s[|–—-]\s.*)?",
    re.IGNORECASE,
)
TITLE_WORDS, HEADING_WORDS, CAPTION_WORDS = 35, 16, 80
LONGEST = 1_500  # characters: a longer line is body, whatever it holds


def plain(text: str) -> str:
    """Return *text* in lower case, without accents and with straight apostrophes, for comparison."""
    return without_accents(text.replace("’", "'").lower())


@functools.cache
def entries_of(key: str) -> frozenset[str]:
    """Return the words of the lexicon of sections under *key*, as `plain` makes them."""
    return frozenset(plain(entry) for entry in load_lexicon("sections")[key])


@functools.cache
def _kickers(*, begun: bool) -> frozenset[str]:
    """Return what stands above a text or, once it has *begun*, between its parts, and is no heading."""
    over = frozenset() if begun else entries_of("parts") | entries_of("rubrics")
    return entries_of("kickers") | over


@functools.cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """Return the patterns of a related link, of the title of another article, and of a caption."""
    lexicon = load_lexicon("sections")

    def choice(words: Iterable[str]) -> str:
        return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))

    agency, credit = choice(lexicon["agencies"]), choice(lexicon["credits"])
    related = re.compile(
        rf"[-–—•>*→\s]*(?:(?:{choice(entries_of('related'))})\s*(?:[:.»>!…-].*|$)"
        rf"|(?:{choice(entries_of('leads'))})\b[^.:;!?]*\b(?:page|p\.)s?\s\d+\W*$)",
        re.DOTALL,
    )
    rubric = re.compile(rf"(?:{choice(lexicon['rubrics'])})\s*[.:|]\s+\S")
    caption = re.compile(
        rf"(?:(?:{credit})\s*[:©]|©|(?i:photo)s?\s(?=[A-ZÀ-Ý])|\((?:{credit})\b)"  # opens as a credit
        rf"|.*(?:\((?:[^()]*\b)?(?:{credit})\b[^()]*\)[.\s]*(?:{agency})?[.\s]*$"  # closes with one
        r"|(?:©|(?:[.!?…»)\]|–—-]\s*|[,(/]\s*(?=\w+\s*:?\s*(?:[dD]['’]|[A-ZÀ-Ý©])))"
        r"(?i:photo|crédits?|image)s?\b\s*:?)\s*\S.{0,60}$"
        rf"|[.!?»)]\s*(?:{agency})(?:\s*[/,-]\s*[\w. -]{{1,40}})?[.\s]*$"
        rf"|[(/]\s*(?:{agency})\s*\)?[.\s]*$)",
        re.DOTALL,
    )
    return related, rubric, caption


def tell(line: str, text: str) -> Line | None:
    """Return what *line* of *text* tells of its publication, if it can be such a line."""
    short = len(line) <= LONGEST and len(line.split()) <= TITLE_WORDS and not _TRAIL.fullmatch(line)
    return read_line(line, text) if short else None


def is_over(line: str, *, alone: bool = False) -> bool:
    """Tell whether *line* stands above a title, or *alone* is none."""
    return bool(_LETTERHEAD.fullmatch(line) or (not alone and _OVER.fullmatch(line)))


def is_name(line: str) -> bool:
    """Tell whether *line* ends in a name: "Le Courrier de Normandie", no "Nouvelle grève"."""
    return line.rsplit(maxsplit=1)[-1].rpartition("'")[2][:1].isupper()


def kind_of(line: str, *, begun: bool, longer: bool, last: bool) -> str:
    """Return the kind of a line without a day: has the text *begun*, are lines *longer*, is it the *last*?"""
    related, rubric, caption = _patterns()
    words = len(line.split()) if len(line) <= LONGEST else LONGEST
    bare = words <= TITLE_WORDS and (not FINAL.search(line) or bool(QUOTED.fullmatch(line)))
    bare = bare and line[0] not in "-–—•*" and any(c.isalpha() for c in line)
    result = "body"
    exclaimed = not begun and words <= HEADING_WORDS and line[-1] == "!" and line[0].isupper()
    if (
        (not begun and bare and _TRAIL.fullmatch(line))
        or (line[0].isalpha() and HOURS.fullmatch(line))
        or (words <= TITLE_WORDS and plain(line).strip(" :.") in _kickers(begun=begun))
        or (words <= HEADING_WORDS and plain(line).startswith(tuple(entries_of("rights"))))
    ):
        result = "metadata"
    elif words <= CAPTION_WORDS and (
        related.match(plain(line)) or (begun and (line[0] in ">→►▶" or (bare and rubric.match(line))))
    ):
        result = "related_link"
    elif words <= CAPTION_WORDS and caption.match(line):
        result = "caption"
    elif (bare or exclaimed) and not begun and longer:
        result = "title"
    elif bare and begun and words <= HEADING_WORDS and not last and not line[0].islower():
        result = "heading"
    return result
