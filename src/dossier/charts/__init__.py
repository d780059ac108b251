"""Records to matplotlib figures, each with the sentence that says what it shows."""

from dossier.charts.claims import describe_claims, plot_claims
from dossier.charts.pipeline import describe_pipeline, pipeline_steps, plot_pipeline
from dossier.charts.svg import to_pdf, to_svg
from dossier.charts.timeline import describe_timeline, plot_timeline
from dossier.charts.views import describe_views, plot_views

__all__ = [
    "describe_claims",
    "describe_pipeline",
    "describe_timeline",
    "describe_views",
    "pipeline_steps",
    "plot_claims",
    "plot_pipeline",
    "plot_timeline",
    "plot_views",
    "to_pdf",
    "to_svg",
]
