"""What notebooks show: pages whose methods return figures, tables, records and sentences as HTML and LaTeX.

Class names for stylesheets: ``dz-masthead dz-title dz-subtitle dz-lead dz-about dz-empty``; ``dz-figure
dz-figure__frame dz-figure__svg dz-number``; ``dz-table-block dz-table-frame dz-table dz-num``,
``dz-made``; ``dz-record dz-record--event|claim|response|quotation| discrepancy|pair|finding``, inside it
``dz-record__title __words __foot __disputes``, ``dz-evidence dz-evidence__source dz-grounds dz-reason
dz-pair dz-permalink dz-cite dz-cite__text dz-cite__bibtex``; ``dz-badge dz-badge--<kind>`` where a kind
is a stance (affirm deny no-comment hypothetical), comparator (at-least …), modality, grade (high medium
low), gravity (conflict tension revision), speech (direct indirect mixed), status, review, ``yes``
(sources disagree), ``single``/``several`` (origins); ``dz-side dz-side-0 … dz-side-7``; ``dz-category
dz-speaker``; ``dz-source dz-sentences dz-backlinks dz-back dz-ref``; ``dz-legend dz-pipeline
dz-downloads``; ``dz-unseen`` is for screen readers only. Colours are ``--dz-<name>`` of
`dossier.charts.form.COLOURS`.
"""

from dossier.display.page import Page, open_page
