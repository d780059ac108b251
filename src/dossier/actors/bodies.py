"""Which body in view "l'ONG", "l'entreprise" means."""

from dataclasses import replace

from dossier.actors.ranking import choose
from dossier.actors.speakers import Speaker
from dossier.actors.view import InView
from dossier.lexicons import load_lexicon
from dossier.registry import name_key
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


def of_body(view: InView, source: Nominal) -> str:
    """Return "direction de Kairos" for "la direction", the body named last before it, or nothing.

    A part of a body is another one in each: two articles do not speak of the same management. A union has
    none that a newspaper would speak of beside it.
    """
    noun, paragraph = source.noun, source.sentence.paragraph
    if noun not in vocabulary("parts_of_bodies"):
        return ""
    inside = source.file_start - paragraph.start
    registry = view.names.registry
    named = (e.text for e in reversed(paragraph.doc.ents) if e.start_char < inside and e.label_ == "ORG")
    for text in named:
        entry = registry.resolve(text)
        union = name_key(text).partition(" ")[0] in vocabulary("unions")
        if not union and (entry is None or entry.kind == "organisation"):
            name = entry.name if entry else view.names.body(text)
            before_vowel, before = load_lexicon("sources")["belonging"]
            return f"{noun} {before_vowel if name_key(name)[:1] in 'aeiou' else before}{name}"
    return ""
