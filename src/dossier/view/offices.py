"""Who an unnamed holder of an office probably is: the one whom the affair names in that office."""

import re
from collections import defaultdict
from itertools import chain

from dossier.analysis import Analysis
from dossier.lexicons import load_lexicon
from dossier.names import english, in_english
from dossier.records import Quotation
from dossier.registry import Registry, build_registry, name_key
from dossier.syntax.vocabulary import is_personal_role, vocabulary

Office = tuple[str, str, bool]  # what it is, the state whose it is, and whether it says whose


def find_holders(analysis: Analysis) -> dict[str, tuple[str, str]]:
    """Return, by what the unnamed holder of an office is called, who alone is named in it, and the article.

    "Son ministre des Affaires étrangères", of North Korea, is "la cheffe de la diplomatie nord-coréenne" of
    another article. An office says whose it is, or stands where he is named; who is one of several, "un
    député", holds none. One may be told in more words than the other: "échevine des Sports de Lens".
    """
    registry = build_registry(analysis.investigation)
    known = {a.name: a.roles for a in analysis.investigation.actors if a.kind == "person"}
    texts = {article.article_id: article.text for article in analysis.articles}
    named: dict[Office, dict[str, str]] = defaultdict(dict)
    unnamed: dict[str, tuple[Office, set[str]]] = {}
    for said in analysis.quotations:
        (name, *others) = said.speaker or ("",)
        office = _office(said.role, said, registry) if name and not others else None
        if office and name[:1].isupper():
            for role in (said.role, *known.get(name, ())):
                if told := _office(role, said, registry):
                    named[told].setdefault(name, said.article_id)
        elif office and name.split()[0] not in vocabulary("unnamed_determiners"):
            unnamed.setdefault(name, (office, set()))[1].add(said.article_id)
    found = {}
    for name, (office, articles) in unnamed.items():
        alike = [holders.items() for other, holders in named.items() if _is_same(office, other)]
        holders = dict(chain.from_iterable(alike))
        whose = office[-1] or all(who in texts.get(article, "") for who in holders for article in articles)
        if len(holders) == 1 and whose:
            found[name] = next(iter(holders.items()))
    return found


def _is_same(office: Office, other: Office) -> bool:
    """Return whether two offices of one state are the same, one perhaps in fewer words."""
    words = [what.split() for what, *_rest in (office, other)]
    fewer, more = sorted(words, key=len)
    return office[1] == other[1] and fewer[:1] == more[:1] and {*fewer} <= {*more}


def _office(role: str, said: Quotation, registry: Registry) -> Office | None:
    """Return the office that *role* is, of the state that it or the affiliation of *said* names."""
    state = registry.state(role) or registry.state(said.affiliation)
    named = re.search(r"(?:^|')[A-ZÀ-Þ]", said.affiliation)  # "maire de Lens", not "porte-parole de l'armée"
    if not (said.category in ("official", "organisation") and is_personal_role(role)):
        return None
    what = in_english(role) or name_key(role)
    if state:
        nation = load_lexicon("english")["nationalities"].get(state.name, "")
        what = re.sub(rf"^{nation} | of {re.escape(english(state.name))}$", "", what)
    return what, state.name if state else "", bool(state or named)
