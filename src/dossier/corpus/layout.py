"""What the lines of a file are, before anything is read."""

from dataclasses import dataclass

from dossier.records import Section


@dataclass(frozen=True, slots=True)
class Layout:
    """The sections of a text, and who made it as far as its last lines tell."""

    sections: tuple[Section, ...]
    outlet: str = ""
    author: str = ""

    def title(self, text: str) -> str:
        """Return the title as it stands in *text*, or nothing."""
        return next((text[s.start : s.end] for s in self.sections if s.kind == "title"), "")
