"""What the program knows as data: YAML files, each read once; French vocabulary has one a room."""

import functools
from importlib import resources
from typing import Any

import yaml


@functools.cache
def load_data(package: str, name: str) -> Any:
    """Return the content of ``<name>.yml`` beside the modules of *package*; do not change what you get.

    Raises:
        FileNotFoundError: there is no such file.
    """
    text = resources.files(package).joinpath(f"{name}.yml").read_text(encoding="utf-8")
    return yaml.load(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))


@functools.cache
def load_lexicon(name: str) -> Any:
    """Return the content of ``lexicons/fr/<name>.yml``; do not change what you get.

    Raises:
        FileNotFoundError: no lexicon has that name.
    """
    return load_data(__name__, f"fr/{name}")
