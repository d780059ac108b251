"""The language of a report: messages from catalogues, and numbers, lists and dates as CLDR has them.

Messages are English sentences with named fields; another language is a catalogue of them
(``locale/fr.po``, GNU gettext) and nothing else. A report chooses its language once, with `use`, where it is
opened; `using` is for a while. English is what nobody chose.

>>> from dossier.i18n import _, ngettext
>>> _("{speaker} denies it.", speaker="X")
'X denies it.'
>>> ngettext("{n} article", "{n} articles", 2)
'two articles'
"""

from dossier.i18n.catalogues import (
    N_,
    NN_,
    NP_,
    SOURCE,
    language,
    languages,
    locale,
    read_messages,
    use,
    using,
)
from dossier.i18n.messages import (
    Count,
    _,
    capital,
    decimals,
    fill,
    interleave,
    is_large,
    listed,
    month,
    nested,
    ngettext,
    number,
    percent,
    pgettext,
    quoted,
    weekday,
)

# What a Jinja template calls by the same names.
IN_TEMPLATES = {made.__name__: made for made in (_, ngettext, pgettext, number, listed, quoted, capital)}
