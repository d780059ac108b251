"""Frames to matplotlib figures, each with the sentence that says what it shows."""

from dossier.charts.claims import plot_claims
from dossier.charts.form import FORMS, NARROW, PAPER, WHOLE, WIDE, Form
from dossier.charts.pipeline import describe_pipeline, pipeline_steps, plot_path, plot_pipeline
from dossier.charts.svg import Drawing, to_pdf, to_svg
from dossier.charts.timeline import describe_timeline, plot_timeline
from dossier.charts.voices import describe_voices, plot_voices
