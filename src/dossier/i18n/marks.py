"""Marks of what a catalogue has to hold and what is translated only where it is shown."""


def N_(message: str) -> str:
    """Mark *message* for the catalogue and return it: for constants, translated where they are used."""
    return message


def NN_(one: str, many: str) -> tuple[str, str]:
    """Mark the two forms of a message about an amount, as `N_` does, and return both for `ngettext`."""
    return one, many


def NP_(context: str, message: str) -> tuple[str, str]:
    """Mark *message* in its *context*, as `N_` does, and return both for `pgettext`."""
    return context, message
