"""What the name of a paper or a radio looks like: by its words, or by its shape if nothing speaks against."""

import re

from dossier.corpus.published import choice, entries

CAPITAL = "(?-i:[A-ZÀ-Ý])"
KNOWN = choice([*entries("agencies"), *entries("outlets")])
PAPERS, _ENDS, ISSUES = (choice(entries(key)) for key in ("papers", "paper_ends", "issues"))
_IN_NAMES = choice(
    [
        *(word.capitalize() for key in ("papers", "paper_ends") for word in entries(key)),
        *(word.upper() for word in entries("paper_ends") if len(word) < 3),
    ]
)
_OF = r"(?:(?:d[eu]s?|la|les?|en)\s+|d['’]|l['’])*"
_RADIOS = rf"(?:Les?\s+|L[a'’]\s*)?{choice(map(str.capitalize, entries('radios')))}"
_RADIO = rf"(?-i:{_RADIOS}\s+{_OF}[A-ZÀ-Ý\d]).*"


def pattern(text: str) -> re.Pattern[str]:
    """Return the pattern of *text* in letters of any case."""
    return re.compile(text, re.IGNORECASE)


# "Le Courrier", "RFI Afrique"; "Vosges Soir"; "Azur Radio Plus".
PAPER = pattern(
    rf"{_RADIO}|{KNOWN}(?:\s+\w.*)?|{PAPERS}(?!\w).*|{CAPITAL}.*[\s-]{_ENDS}"
    rf"|(?={CAPITAL})(?:.*[\s'’-])?(?-i:{_IN_NAMES})(?!\w).*"
)
# Alone on a line only such a name is a paper's; and right below a title, where no day is near, only one that
# is capitalised as names are: "Le Riverain du Lac", "L'Écho libre", "Ondes Mauricie", "Vosges Soir",
# "ÉCLATS — Le mensuel du Lot".
IMPRINT = re.compile(rf"\b{_IN_NAMES}\b|^(?i:{KNOWN})$|^{_RADIO}")
_NAME = rf"{_OF}[A-ZÀ-Ý][\w'’-]*"
_TITLED = choice(word.capitalize() for word in entries("papers"))
MASTHEAD = re.compile(
    rf"{KNOWN}|(?:(?:L[ae]|Les)\s+|L['’]){_TITLED}(?:\s+[\w'’-]+){{1,5}}|{_TITLED}(?:[\s-]{_NAME}){{1,4}}"
    rf"|{_RADIOS}(?:\s(?:{_NAME}|\d+)){{1,4}}"
    rf"|(?:[A-ZÀ-Ý][\w'’]*[\s-]){{1,3}}{_IN_NAMES}"
    rf"|(?P<name>{_NAME}(?:[\s-]{_NAME}){{0,3}})\s+[–—|-]\s+(?:L[ae]\s+|L['’])(?i:{PAPERS})\s+\w.*"
)
# "Le Rhodanien", "Rail & Terre", "Sud-Landes", "Jura24": papers where nothing speaks against it.
LIKELY = re.compile(
    r"(?:L(?:[ea]s?|ES?|A)\s+|L['’])[A-ZÀ-Ý].*|[A-ZÀ-Ý]\w+ (?:&|et) [A-ZÀ-Ý].*"
    rf"|{choice(entries('paper_starts'))}(?:\s|-[A-ZÀ-Ý]).*|[A-ZÀ-Ý][^\W\d_]+\d\d?"
)
_MOTTO = re.compile(r"(?:, |\s[–—|-]\s)(?=[^\W\dA-ZÀ-Ý]|L[ae] [a-z]|L['’][a-zé]|\d+ ?%)")
_JOINED = re.compile(rf"-{choice(entries('place_joints'))}-")
HOST = r"(?:www\.)?[A-Za-z\d-]+(?:\.[a-z\d-]+)*\.[a-z]{2,4}"  # "quai-du-sud.example" publishes, too


def is_place(name: str) -> bool:
    """Tell whether *name* is a known place or built as one: "La Roche-sur-Yon"."""
    written = name.title() if name.isupper() else name
    return written.startswith(tuple(entries("places"))) or bool(_JOINED.search(name))


def as_name(name: str) -> str:
    """Return *name* as names are written if it is in capitals: "L'Écho de l'Ain"."""
    small = re.sub(r"(?<=\s)(?:(?:De|Du|Des|La|Les?)\b|[DL](?=['’]))", lambda m: m[0].lower(), name.title())
    return small if name.isupper() else name


def paper_of(name: str) -> str:
    """Return *name* without what the paper says of itself: "Le Quai, le magazine du rail"."""
    return _MOTTO.split(name, maxsplit=1)[0]
