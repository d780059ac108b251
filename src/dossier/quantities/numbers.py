"""Numbers as French writes them: digits with any separator, words, and nouns that multiply.

Text here is folded (plain apostrophes and blanks, every character at its old place) and in lower case.
"""

import functools
import re
from collections.abc import Iterator
from dataclasses import dataclass
from math import prod

from dossier.lexicons import load_lexicon, sum_numerals

_LARGEST = 1e18  # a number beyond it is a code or a line of digits, no count
_RUN = re.compile(r"[\w-]*-$")  # what a hyphen ties to the number after it
BLANK = r"[^\S\n]"
_DIGITS = rf"\d{{1,3}}(?:(?:{BLANK}|['.])\d{{3}})+(?!\d)(?:,\d+)?|\d+(?:[.,]\d+)?"


@dataclass(frozen=True, slots=True)
class Number:
    """One number in the text, before any hedge: *factor* × *scale*; digits or words are its *factor*.

    ``factor`` is None where only a vague word or nothing stands before the scale ("des milliers").
    """

    start: int
    end: int
    factor: float | None
    scale: float = 1
    vague: int = 0  # the least that "des" (1), "plusieurs" (2) can mean; 0: not vague
    about: bool = False  # approximate by itself: "une trentaine"
    determiner: str = ""
    in_words: bool = False
    share: bool = False  # a part of a whole in per cent: "deux tiers"

    @property
    def value(self) -> float:
        """Return the number, or the least it can be where it is vague."""
        return tidy((self.vague or 1 if self.factor is None else self.factor) * self.scale)


def tidy(value: float) -> float:
    """Return *value* without the noise of binary fractions: 2.3 × 10⁶ is 2300000."""
    return round(value, 6)


def alternatives(words: list[str]) -> str:
    """Return one pattern for *words*, the longest first, each space standing for any run of blanks."""
    ordered = sorted(words, key=lambda word: (-len(word), word))
    return "|".join(word.replace("\\ ", " ").replace(" ", rf"{BLANK}+") for word in ordered)


@functools.cache
def _atom() -> re.Pattern[str]:
    lexicon = load_lexicon("quantities")
    said = {key: f"(?:{alternatives(words)})" for key, words in lexicon["grammar"].items()}
    said |= {f"{key}_one": f"(?:{alternatives(words)})" for key, words in lexicon["one"].items()}
    word, article, parts = alternatives(list(lexicon["words"])), said["one"], lexicon["parts"]
    small = alternatives([w for w, value in lexicon["words"].items() if value != 1])
    scale = rf"(?!{said['miles']})(?:{alternatives(list(lexicon['scales']))})s?"
    half = rf"(?:{BLANK}+(?:{alternatives(lexicon['half'])})(?!\w))?"
    chain = rf"{scale}(?!\w)(?:{BLANK}+{said['of_scale']}{scale}(?!\w)){{0,2}}"
    determiner = alternatives([*lexicon["scale_determiners"], *lexicon["vague"]])
    degree = alternatives(lexicon["scale_adjectives"])
    link = rf"(?:-|{BLANK}+|-{said['and']}-|{BLANK}{said['and']}{BLANK}(?={said['before_one']}\b))"
    named = alternatives([part for part in parts if part not in lexicon["ordinal_parts"]])
    fixed, no_share = alternatives(lexicon["part_determiners"]), alternatives(lexicon["no_share"])
    whole = rf"(?={BLANK}+{said['of_whole']}(?!\w)(?!{BLANK}*(?:{no_share})\b))"
    part = alternatives(list(parts))
    share = rf"(?:(?P<top>{word}){BLANK}+(?P<part>{part})|(?:{fixed}){BLANK}+(?P<named>{named}))"
    of_many = rf"{BLANK}+(?:{small}|\d)"
    of_count = rf"(?:{small}|\d+){BLANK}+(?:{said['others_one']}|{said['befallen_one']}s?)\b"
    ratio = rf"(?P<single>{article})(?={BLANK}+(?:[^\W\d]+{BLANK}+){{1,3}}{said['share']}{of_many})"
    one = (
        rf"(?P<one>(?<!{said['known_one']}){article}(?:{BLANK}+{said['alone_one']})?"
        rf"(?={BLANK}+{said['of_one']}(?!\w)|{BLANK}+{said['part']}{of_many})"
        rf"|(?={article}{BLANK}+[^\W\d]{{2,}}{BLANK}[^.;:!?\n]{{0,40}}\b{said['befallen_one']}\b"
        rf"[^.;:!?\n]{{0,60}}(?:\b{said['and']}\b|,){BLANK}*{of_count}){article}"
        rf"|(?<={said['after_one']} ){article}(?!\w)(?!{BLANK}+(?:{scale}|\w*part))"
        rf"|(?<={said['last_one']}){article}(?={BLANK}*(?:[^\w\s]|$)))"
    )
    words = rf"(?:{small})(?!\w)(?:{link}(?:{word})(?!\w))*"
    return re.compile(
        rf"(?<![\w])(?<!\d[.,/:])(?<![^\W\d]-)(?:"
        rf"{share}{whole}|{ratio}|{one}"
        rf"|(?:(?P<digits>{_DIGITS})|(?P<words>{words}))(?:{BLANK}*-?(?P<scales>{chain}))?(?P<half>{half})"
        rf"|(?:(?P<det>{determiner}){BLANK}+(?:(?:{degree}){BLANK}+)?)?(?P<bare>{chain})(?P<barehalf>{half})"
        rf"|(?P<some>{said['several']})(?={BLANK}+[^\W\d])"
        rf"|(?<!\b{said['none_in']} )(?P<none>{alternatives(lexicon['none'])})(?={BLANK}+[^\W\d])"
        r")"
    )


def read_digits(text: str) -> float:
    """Return the value of digits grouped by blanks, apostrophes or points, with a decimal comma.

    A point before three digits groups ("10.000"); before one or two it is decimal ("3.5").
    """
    text = re.sub(r"[\s']", "", text)
    if re.fullmatch(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?", text):
        text = text.replace(".", "")
    return float(text.replace(",", "."))


def read_words(text: str) -> int:
    """Return the value of number words: "trois cent vingt et un" is 321."""
    lexicon = load_lexicon("quantities")
    words = (word for word in re.split(r"[\s-]+", text) if word not in lexicon["grammar"]["and"])
    return sum_numerals(lexicon["words"][word] for word in words)


def _scale(text: str) -> tuple[float, bool]:
    lexicon = load_lexicon("quantities")
    scales, of = lexicon["scales"], alternatives(lexicon["grammar"]["of_scale"])
    names = re.sub(rf"(?<!\w)(?:{of})", " ", text).split()
    entries = [scales[name if name in scales else name.removesuffix("s")] for name in names]
    return prod(entry["value"] for entry in entries), bool(entries[0].get("about"))


def _is_part_of_a_word(text: str, start: int, end: int) -> bool:
    """Tell whether a hyphen ties the number to letters: "A330-200", "Deux-Sèvres"."""
    if text[end : end + 1] == "-" and text[end + 1 : end + 2].isalpha():
        return True
    run = _RUN.search(text, max(0, start - 20), start)
    return run is not None and any(letter.isalpha() for letter in run[0])


def find_numbers(text: str) -> Iterator[Number]:
    """Yield every number of *text*, which is folded and in lower case, from left to right."""
    lexicon = load_lexicon("quantities")
    vague, single = lexicon["vague"], lexicon["scale_determiners"]
    reached = 0
    idle = [idiom.span() for idiom in re.finditer(alternatives(lexicon["idioms"]), text)]
    for match in _atom().finditer(text):
        start, end = match.span()
        if _is_part_of_a_word(text, start, end) or any(a <= start < b for a, b in idle):
            continue
        if f"{text[reached:start].strip()} {match[0]}" in lexicon["signs"]:
            continue
        reached = end
        if part := match["part"] or match["named"]:
            top = read_words(match["top"]) if match["top"] else 1
            yield Number(start, end, tidy(100 * top / lexicon["parts"][part]), share=True)
        elif match["single"]:
            yield Number(start, end, 1, determiner=match["single"])
        elif match["one"] or match["none"]:
            yield Number(start, end, 1 if match["one"] else 0)
        elif match["some"]:
            yield Number(start, end, None, vague=vague[match["some"]], determiner=match["some"])
        elif match["bare"]:
            det = re.sub(r"\s+", " ", match["det"] or "")
            scale, about = _scale(match["bare"])
            plural = match["bare"].split()[0].endswith("s")
            if det in single:
                factor = 1.5 if match["barehalf"] else 1
                yield Number(start, end, factor, scale, about=about, determiner=det)
            elif plural:
                yield Number(start, end, None, scale, vague=vague.get(det, 1), determiner=det)
        else:
            factor = read_digits(match["digits"]) if match["digits"] else read_words(match["words"])
            scale = _scale(match["scales"])[0] if match["scales"] else 1
            if factor * scale < _LARGEST:
                half = 0.5 * bool(match["half"])
                yield Number(start, end, factor + half, scale, in_words=not match["digits"])
