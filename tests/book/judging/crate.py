"""Judge the RO-Crate in a folder by its profile's required rules; its context comes from the package rocrate.

Run by the Python of `make judges`: prints what is wrong, one on a line.
"""

import json
import sys
from functools import cache
from importlib.util import find_spec
from pathlib import Path

from rdflib.plugins.sparql import processor
from rocrate_validator import models, services
from rocrate_validator.utils.http import HttpRequester

CONTEXT = Path(find_spec("rocrate").origin).parent / "data" / "ro-crate.jsonld"


class Answer:
    """The context, as if it had been fetched."""

    status_code, ok, from_cache, history = 200, True, True, ()
    text = CONTEXT.read_text("utf-8")
    content = text.encode()

    def __init__(self, url: str) -> None:
        self.url, self.headers = url, {"Content-Type": "application/ld+json"}

    def json(self) -> object:
        return json.loads(self.text)

    def raise_for_status(self) -> None:
        pass


# Each of its queries is asked of every entity, and parsed anew each time: three quarters of the judging.
parse, translate = processor.parseQuery, processor.translateQuery
prepared = cache(lambda text, base, names: translate(parse(text), base, dict(names)))
processor.parseQuery = str
processor.translateQuery = lambda text, base, names: prepared(text, base, tuple(names.items()))
HttpRequester.get = lambda _self, url, *_args, **_options: Answer(url)
settings = services.ValidationSettings(
    rocrate_uri=sys.argv[1],
    profile_identifier="ro-crate-1.3",
    requirement_severity=models.Severity.REQUIRED,
    abort_on_first=False,
)
for issue in services.validate(settings).get_issues():
    print(issue.message)
