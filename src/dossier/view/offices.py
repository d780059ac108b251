"""Who an unnamed holder of an office probably is: the one whom the affair names in that office."""

import re
from collections import defaultdict

from dossier.analysis import Analysis
from dossier.lexicons import load_lexicon
from dossier.names import english, in_english
from dossier.records import Quotation
from dossier.registry import Registry, build_registry, name_key
from dossier.syntax.vocabulary import is_personal_role, vocabulary

Office = tuple[str, str]  # what it is, and the state whose it is


def find_holders(analysis: Analysis) -> dict[str, tuple[str, str]]:
    """Return, by what the unnamed holder of an office is called, who alone is named in it, and the article.

    "Son ministre des Affaires étrangères", of North Korea, is "la cheffe de la diplomatie nord-coréenne" of
    another article. An office says whose it is; who is one of several, "un député", holds none.
    """
    registry = build_registry(analysis.investigation)
    known = {a.name: a.roles for a in analysis.investigation.actors if a.kind == "person"}
    named: dict[Office, dict[str, str]] = defaultdict(dict)
    unnamed: dict[str, Office] = {}
    for said in analysis.quotations:
        (name, *others) = said.speaker or ("",)
        office = _office(said.role, said, registry) if name and not others else None
        if office and name[:1].isupper():
            for role in (said.role, *known.get(name, ())):
                if told := _office(role, said, registry):
                    named[told].setdefault(name, said.article_id)
        elif office and name.split()[0] not in vocabulary("unnamed_determiners"):
            unnamed[name] = office
    alone = {office: next(iter(holders.items())) for office, holders in named.items() if len(holders) == 1}
    return {name: alone[office] for name, office in unnamed.items() if office in alone}


def _office(role: str, said: Quotation, registry: Registry) -> Office | None:
    """Return the office that *role* is, of the state that it or the affiliation of *said* names."""
    state = registry.state(role) or registry.state(said.affiliation)
    named = re.search(r"(?:^|')[A-ZÀ-Þ]", said.affiliation)  # "maire de Lens", not "porte-parole de l'armée"
    in_charge = said.category in ("official", "organisation") and is_personal_role(role)
    if not in_charge or not (state or named):
        return None
    what = in_english(role) or name_key(role)
    if state:
        nation = load_lexicon("english")["nationalities"].get(state.name, "")
        what = re.sub(rf"^{nation} | of {re.escape(english(state.name))}$", "", what)
    return what, state.name if state else ""
