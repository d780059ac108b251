"""What of an investigation.yml is printed in the report, and its translation by a catalogue beside it."""

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

from dossier.i18n import read_messages
from dossier.storage import NotPlainError, read_plain
from dossier.validated_yaml import YamlError

FOLDER = "locale"  # beside investigation.yml: a catalogue for each language, such as locale/fr.po
_TEXTS = frozenset(("title", "subtitle", "authors", "label", "lane", "side", "keywords", "text", "told"))
_NAMES = frozenset(("sides", "values", "answers"))  # their keys are printed


def translated(value: Mapping[str, Any], root: Path) -> dict[str, Any]:
    """Return *value*, a plain investigation.yml of *root*, in the words of its language's catalogue there.

    Without a catalogue, or for what it does not hold, the words are those of the file.

    Raises:
        YamlError: the catalogue cannot be read.
    """
    path = root / FOLDER / f"{value.get('language', '')}.po"
    try:
        say = read_messages(read_plain(path))
    except FileNotFoundError:
        return dict(value)
    except (NotPlainError, ValueError) as error:
        raise YamlError([f"{path.name}: {error}"]) from None
    made: dict[str, Any] = _said(value, say)
    return made


def printed(value: Any) -> Iterator[str]:
    """Yield each text of *value*, a plain investigation.yml, that the report prints."""
    found: dict[str, None] = {}
    _said(value, lambda text: found.setdefault(text) or text)
    yield from found


def _said(value: Any, say: Callable[[str], str], *, text: bool = False) -> Any:
    if isinstance(value, Mapping):
        return {
            key: {say(name): _said(entry, say) for name, entry in inner.items()}
            if key in _NAMES
            else _said(inner, say, text=text or key in _TEXTS)
            for key, inner in value.items()
        }
    if isinstance(value, tuple | list):
        return tuple(_said(entry, say, text=text) for entry in value)
    return say(value) if text and value else value
