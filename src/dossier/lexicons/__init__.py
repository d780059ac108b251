"""French vocabulary as data: one YAML file a room, read once."""

import functools
from importlib import resources
from typing import Any

import yaml


@functools.cache
def load_lexicon(name: str) -> Any:
    """Return the content of ``lexicons/fr/<name>.yml``; do not change what you get.

    Raises:
        FileNotFoundError: no lexicon has that name.
    """
    text = resources.files(__name__).joinpath("fr", f"{name}.yml").read_text(encoding="utf-8")
    return yaml.load(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
