"""The way from article to page, each step with what came out of it."""

from dossier.charts.form import Form
from dossier.charts.sheet import Sheet
from dossier.charts.svg import Drawing, styled
from dossier.i18n import _, ngettext, number
from dossier.view import View
from dossier.words import SAID

_BETWEEN = 0.24  # inches between two boxes


def pipeline_steps(view: View) -> tuple[tuple[str, str], ...]:
    """Return the name of each step with what came out of it."""
    analysis = view.analysis
    tables = ("sentences", "dates", "claims", "quotations", "events", "discrepancies", "reuse")
    amounts = {name: number(len(getattr(analysis, name))) for name in tables}
    amounts["happenings"] = number(len(view.events))
    rulings = len(analysis.rulings)
    amounts["rulings"] = ngettext("{n} ruling of a human analyst", "{n} rulings of a human analyst", rulings)
    amounts["refused"] = number(sum(article.status != "ok" for article in analysis.articles))
    amounts["files"] = ngettext(
        "{n:d} file read as it is", "{n:d} files read as they are", len(analysis.articles)
    )
    return tuple((_(name), _(text, **amounts)) for name, text in SAID["steps"])


def describe_pipeline(view: View) -> str:
    """Return the alternative text: the steps in order."""
    steps = (_("{step}: {result}", step=name, result=text) for name, text in pipeline_steps(view))
    return "; ".join(steps) + "."


@styled
def plot_pipeline(view: View, *, form: Form) -> Drawing:
    """Draw the steps as boxes in reading order, joined by arrows."""
    steps, sheet = pipeline_steps(view), Sheet(form)
    across = 2 if form.stacked else 4
    width = (sheet.right - sheet.left + _BETWEEN) / across
    for row in range(0, len(steps), across):
        told = [sheet.wrap(text, width - _BETWEEN - 0.22, 6) for _, text in steps[row : row + across]]
        height = (max(map(len, told)) + 1) * sheet.line + 0.2
        for place, lines in enumerate(told):
            x, number = sheet.left + place * width, row + place
            look = {"facecolor": "paper", "edgecolor": "side-2", "linewidth": 1.3}
            sheet.box((x, sheet.y), width - _BETWEEN, height, **look)
            sheet.write((x + 0.08, sheet.y + 0.07), f"{number + 1}  {steps[number][0]}", bold=True)
            sheet.paragraph((x + 0.08, sheet.y + 0.09 + sheet.line), lines)
            if place + 1 < len(told):
                start, end, y = x + width - _BETWEEN, x + width, sheet.y + height / 2
                sheet.rule((start, y), (end - 0.06, y), "muted", linewidth=1.4)
                sheet.mark((end - 0.06, y), ">", "muted", size=5)
        sheet.y += height + 0.15
    return sheet.close(describe_pipeline(view))
