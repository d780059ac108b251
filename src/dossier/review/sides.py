"""The side of an actor as the analyst corrects it: it belongs to the actor, wherever the actor speaks."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from dossier.investigation import ActorEntry, Investigation
from dossier.review.decisions import Decision


def with_sides(
    asked: Investigation, decisions: Iterable[Decision], names: Mapping[str, tuple[str, ...]]
) -> Investigation:
    """Return *asked* with the sides that *decisions* give to actors, the last decision on an actor holding.

    *names* says to whom each record is laid; a decision that also corrects that is asked itself.
    """
    sides: dict[str, str] = {}
    for decision in decisions:
        values = dict(decision.values)
        if side := values.get("side"):
            who = values.get("speaker") or values.get("claimant") or names.get(decision.record, ())
            sides |= dict.fromkeys(who, str(side))
    known = {actor.name for actor in asked.actors}
    actors = [replace(actor, side=sides.get(actor.name, actor.side)) for actor in asked.actors]
    actors += [ActorEntry(name, side=side) for name, side in sides.items() if name not in known]
    return replace(asked, actors=tuple(actors)) if sides else asked
