"""The prose of a page in the language of the report: what is translated of a text in Markdown.

A heading, a paragraph, an item of a list, the caption of a figure or table and its alternative text are one
message each. Code, directives and front matter stay as they are.
"""

import re
from collections.abc import Callable, Iterator

from dossier.i18n import _

_LITERAL = re.compile(r"^(?P<fence>```|---)[^\n]*\n.*?^(?P=fence)$\n?", re.MULTILINE | re.DOTALL)
_CAPTION = re.compile(r'(?<=caption=")[^"]+(?=")|(?<=alt=")[^"]+(?=")')
_LINE = re.compile(r"(?m)^(?P<mark>#+ |- )?(?P<words>(?!.*\$)[^\s#].*)$")


def translate(page: str) -> str:
    """Return the text *page* of the scaffold in the language of the report."""
    return _replaced(page, _)


def messages(page: str) -> Iterator[str]:
    """Yield what is to be translated of *page*, in its order."""
    found: dict[str, None] = {}
    _replaced(page, lambda message: str(found.setdefault(message) or message))
    yield from found


def _replaced(page: str, say: Callable[[str], str]) -> str:
    made, end = [], 0
    for literal in _LITERAL.finditer(page):
        made.append(_prose(page[end : literal.start()], say))
        made.append(_CAPTION.sub(lambda caption: say(caption.group()), literal.group()))
        end = literal.end()
    return "".join((*made, _prose(page[end:], say)))


def _prose(text: str, say: Callable[[str], str]) -> str:
    return _LINE.sub(lambda line: f"{line['mark'] or ''}{say(line['words'])}", text)
