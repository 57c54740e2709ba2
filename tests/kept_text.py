"""What is printed or told at length, kept in files beside the tests: `REWRITE=1 pytest …` writes them anew.

So are schemas that programs of others rely on: a change of one shows as a difference, before anybody meets it.
"""

import json
import os
from pathlib import Path
from typing import Any


def as_kept(file: Path, text: str) -> str:
    """Give what a file keeps; after a wanted change, with REWRITE set, what is to be kept from now on."""
    if os.environ.get("REWRITE"):
        file.write_text(text, encoding="utf-8")
    return file.read_text(encoding="utf-8")


def schema_as_text(schema: dict[str, Any]) -> str:
    """Give a schema with a line for each of its parts."""
    parts = {f"{name} {key}": part for name, one in schema.items() for key, part in _parts(one)}
    return "".join(f"{name}: {json.dumps(part, ensure_ascii=False)}\n" for name, part in parts.items())


def _parts(schema: Any) -> Any:
    return schema.items() if isinstance(schema, dict) else [("", schema)]
