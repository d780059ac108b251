"""What names a document that speaks: its words, or those of the one that it takes up."""

from dossier.actors.speakers import without_article
from dossier.actors.view import InView, part_of
from dossier.syntax.nominals import Nominal
from dossier.syntax.phrases import subject_at
from dossier.syntax.vocabulary import is_document, vocabulary


def _document_before(view: InView, source: Nominal) -> Nominal | None:
    """Return the document that "ce rapport" takes up, the last known one here or a sentence before."""
    if source.sentence.words[source.start] not in vocabulary("demonstratives"):
        return None
    behind = [(view.before, len(view.before))] if view.before else []
    for sentence, stop in ((source.sentence, source.start), *behind):
        for i in range(stop - 1, -1, -1):
            alike = sentence.words[i] == source.noun or source.noun in vocabulary("general_documents")
            found = subject_at(sentence, i) if alike and is_document(sentence.words[i]) else None
            known = found and sentence.words[found.start] in vocabulary("definite_articles")
            if found and known and found.number == source.number:
                return found
    return None


def name_of_document(view: InView, source: Nominal) -> str:
    """Return what names a document: its words, or for "le texte" those of the document last in view."""
    first, name = source.sentence.word(source.start), without_article(source)
    owned = first in vocabulary("of_one", "of_many") and source.noun in vocabulary("about_one")
    topic = view.topic[0] if source.role == source.noun and view.topic else ""
    if topic in view.names.persons and first in vocabulary("of_one"):
        return part_of(source.noun, topic)  # "Luc Morel a enquêté. Son rapport …"
    if owned or first in vocabulary("demonstratives"):
        name = source.noun
    if first in vocabulary("singular_definite") and len(name.split()) == 1:
        if named := _document_before(view, source):
            return without_article(named)
        for speaker in (s.speaker for s in reversed(view.sightings)):
            called = vocabulary("general_documents").union(speaker.names[0].lower().split())
            if speaker.kind == "document" and source.noun in called:
                return speaker.names[0]
    return name
