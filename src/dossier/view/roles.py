"""In what role somebody speaks, as it stands beside a name."""

from collections.abc import Iterable, Sequence

from dossier.i18n import _, listed
from dossier.records import Quotation
from dossier.view.model import View


def role_of(view: View, quotations: Iterable[Quotation]) -> str:
    """Return the first role that *quotations* give, with the affiliation where it is not part of the role.

    Where another says of what, "délégué" and "délégué FO", it is that; where none gives any, the first that
    the investigation knows of a person and an article of theirs has.
    """
    rows = list(quotations)
    role = next((q.role for q in rows if q.role), "") or _known_role(view, rows)
    role = min((q.role for q in rows if role and q.role.startswith(f"{role} ")), key=len, default=role)
    affiliation = next((q.affiliation for q in rows if q.affiliation), "")
    return role if affiliation.lower() in role.lower() else ", ".join(filter(None, (role, affiliation)))


def _known_role(view: View, quotations: Iterable[Quotation]) -> str:
    alone = {(q.speaker[0], q.article_id) for q in quotations if len(q.speaker) == 1}
    texts = {name: view.articles[article_id].text.casefold() for name, article_id in sorted(alone)}
    people = (a for a in view.analysis.investigation.actors if a.kind == "person" and a.name in texts)
    return next((role for a in people for role in a.roles if role.casefold() in texts[a.name]), "")


def role_beside(view: View, names: Sequence[str], french: str) -> str:
    """Return a role in words as it stands beside *names*; nothing where these say it already.

    Behind it stands whom the office of one who is not named makes him; of one who is named, who that is.
    """
    holders = {name: view.holders[name] for name in names if name in view.holders}
    if len(holders) == 1:
        ((who, article_id),) = holders.values()
        told = _("probably {who}, who holds this office in {article}; inferred from the office")
        return _(told, who=view.called([who]), article=view.labels[article_id])
    role = view.role(french)
    said = (view.called(names).casefold(), *(name.casefold() for name in names))
    role = "" if french.casefold() in said[1:] or role.casefold() in said[0] else role
    same = [view.called([other]) for other, (who, _article) in view.holders.items() if [who] == [*names]]
    also = _("probably also: {names}", names=listed(same)) if same else ""
    return _("; ").join(filter(None, (role, also)))
