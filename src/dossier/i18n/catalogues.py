"""Which catalogue (.po, read as it is) answers now, and the marks of what a catalogue has to hold."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache
from gettext import GNUTranslations, NullTranslations
from importlib import resources
from io import BytesIO

from babel import Locale
from babel.messages.mofile import write_mo
from babel.messages.pofile import PoFileError, read_po

SOURCE = "en"
# English dates and lists as Britain writes them: 6 November 2024; a, b and c.
_LOCALES = {SOURCE: "en_GB"}
_FOLDER = resources.files(__package__).joinpath("locale")
_chosen = [SOURCE]  # by `use`, for the whole process
_for_a_while: ContextVar[str] = ContextVar("language")  # by `using`, for this thread alone


@cache
def languages() -> tuple[str, ...]:
    """Return the languages that a report can have: English, and those with a catalogue."""
    names = (path.name.removesuffix(".po") for path in _FOLDER.iterdir() if path.name.endswith(".po"))
    return (SOURCE, *sorted(names))


def language() -> str:
    """Return the language that was chosen, as ISO 639-1 has it: ``en``."""
    return _for_a_while.get(_chosen[0])


def locale() -> Locale:
    """Return what CLDR knows about the language that was chosen."""
    return _locale(language())


@cache
def _locale(name: str) -> Locale:
    return Locale.parse(_LOCALES.get(name, name))


def messages() -> NullTranslations:
    """Return the messages of the language that was chosen."""
    return _shipped(language())


def use(name: str) -> None:
    """Choose the language *name* for this process.

    Raises:
        ValueError: there is no catalogue of it.
    """
    _chosen[0] = _known(name)


@contextmanager
def using(name: str) -> Iterator[None]:
    """Choose the language *name* for as long as the block lasts, whatever other threads do.

    Raises:
        ValueError: there is no catalogue of it.
    """
    token = _for_a_while.set(_known(name))
    try:
        yield
    finally:
        _for_a_while.reset(token)


def _known(name: str) -> str:
    if name not in languages():
        raise ValueError(f"no catalogue of {name!r}: there are {', '.join(languages())}")
    return name


@cache
def _shipped(name: str) -> NullTranslations:
    return NullTranslations() if name == SOURCE else read_messages((_FOLDER / f"{name}.po").read_bytes())


def read_messages(catalogue: bytes) -> NullTranslations:
    """Return the messages of *catalogue*, the text of a .po file.

    Raises:
        ValueError: it is no catalogue.
    """
    machine = BytesIO()
    try:
        write_mo(machine, read_po(BytesIO(catalogue), abort_invalid=True))
    except PoFileError as error:
        raise ValueError(str(error)) from None
    machine.seek(0)
    return GNUTranslations(machine)


def N_(message: str) -> str:
    """Mark *message* for the catalogue and return it: for constants, translated where they are used."""
    return message


def NN_(one: str, many: str) -> tuple[str, str]:
    """Mark the two forms of a message about an amount, as `N_` does, and return both for `ngettext`."""
    return one, many


def NP_(context: str, message: str) -> tuple[str, str]:
    """Mark *message* in its *context*, as `N_` does, and return both for `pgettext`."""
    return context, message
