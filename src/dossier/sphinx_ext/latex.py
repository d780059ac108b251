"""What `jupyter-book build --builder pdflatex` needs to print the notebooks' outputs."""

from docutils import nodes
from sphinx.application import Sphinx


def print_outputs(app: Sphinx, doctree: nodes.document, docname: str) -> None:
    """Print the LaTeX form of an output as it is: MyST-NB takes all LaTeX for a formula."""
    if app.builder.format != "latex":
        return
    for formula in list(doctree.findall(nodes.math_block)):
        if "text_latex" in formula["classes"]:
            formula.replace_self(nodes.raw("", formula.astext(), format="latex"))
