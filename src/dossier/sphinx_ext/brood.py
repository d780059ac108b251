"""What the process that forks kernels has done before: importing it opens the report and draws its time line.

So words, names and fonts that most notebooks look up are looked up once.
"""

import os
import sys
from contextlib import suppress

from dossier.charts import plot_timeline
from dossier.notebook import load
from dossier.processes import seldom_collect

seldom_collect()
sys.modules.setdefault("debugpy", None)  # type: ignore[arg-type]  # a kernel loads it, and nobody asks for it
if root := os.environ.get("DOSSIER_ROOT"):
    with suppress(Exception):  # whatever it is, the notebooks meet it too
        plot_timeline(load(root).events)
