"""French news articles in, a citable investigative report out."""

__version__ = "0.1.0"
