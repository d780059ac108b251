"""`dossier keys`: what may stand in the files that people write."""

import argparse
import json

from dossier.reference import build_reference, build_schema


def keys(options: argparse.Namespace) -> int:
    """Print the reference or a schema."""
    if options.schema:
        print(json.dumps(build_schema(options.schema), indent=1, ensure_ascii=False))
    else:
        print(build_reference(), end="")
    return 0
