"""A figure as a page shows it: in each form that it has."""

from matplotlib.figure import Figure

from dossier.charts import FORMS, to_svg
from dossier.display.elements import Node, Raw, el


def forms_of(drawn: Figure, name: str, title: str, words: str) -> list[Node]:
    """Return a figure in each form that it has; without the house's style sheet the first is shown alone."""
    redraw = getattr(drawn, "redraw", None)
    if redraw is None:
        return [Raw(to_svg(drawn, name=name, title=title, description=words))]
    shown: list[Node] = []
    for form in FORMS:
        own = name if form is FORMS[0] else f"{name}-{form.name}"
        svg = Raw(to_svg(redraw(form), name=own, title=title, description=words))
        shown.append(el("div", svg, class_=f"dz-figure__{form.name}", hidden=form is not FORMS[0]))
    return shown
