"""Which body in view "l'ONG", "l'entreprise" means."""

from dataclasses import replace

from dossier.actors.ranking import choose
from dossier.actors.speakers import Speaker
from dossier.actors.view import InView
from dossier.syntax.nominals import Nominal
from dossier.syntax.vocabulary import PERSONAL, gender_of_name, roles, vocabulary

_MOST = 4  # bodies that may be meant though they are only named


def find_body(view: InView, source: Nominal) -> Speaker | None:
    """Return the named body in view that "l'ONG", "l'organisation" means."""
    sentence, place = source.sentence, source.file_start
    bodies = []
    for c in view.candidates(place, sentence, seen=True):
        speaker = c.speaker
        bare = c.person and not (speaker.role or speaker.category or gender_of_name(speaker.names[0]))
        name = speaker.names[0]
        named = name[:1].isupper() and not (
            view.names.registry.state(name) or name.split()[0].lower() in vocabulary("determiners")
        )
        if named and speaker.category not in (*PERSONAL, "unnamed") and (bare or speaker.kind == "body"):
            bodies.append(replace(c, speaker=replace(speaker, kind="body", gender="")))
        elif c.last and speaker.affiliation[:1].isupper():
            spoken_for = Speaker(
                (speaker.affiliation,), "", -1, -1, category="organisation", kind="spoken for"
            )
            bodies.append(replace(c, speaker=spoken_for))
    known = {c.speaker.names[0] for c in bodies}
    for name, at in view.names.named_bodies.before(place, _MOST).items():
        if name not in known:
            speaker = Speaker((name,), "", -1, -1, category="organisation")
            bodies.append(view.candidate(speaker, at, place, sentence))
    found = choose("body", source, [replace(c, nouns=_nouns_of(view, c.speaker)) for c in bodies])
    return found.speaker if found else None


def _nouns_of(view: InView, speaker: Speaker) -> frozenset[str]:
    """Return what the article calls the body *speaker*: "l'ONG Mer Veille", "une société de Lyon, Kairos"."""
    told = f"{speaker.text} {speaker.role} {speaker.names[0]}".lower().replace("'", " ").split()
    bodies = {word for word in told if roles().category.get(word) in ("organisation", "media")}
    return frozenset(bodies | view.names.body_nouns.get(speaker.names[0], set()))
