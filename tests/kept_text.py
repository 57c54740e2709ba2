"""What is printed or told at length, kept in files beside the tests: `REWRITE=1 pytest …` writes them anew."""

import os
from pathlib import Path


def as_kept(file: Path, text: str) -> str:
    """Give what a file keeps; after a wanted change, with REWRITE set, what is to be kept from now on."""
    if os.environ.get("REWRITE"):
        file.write_text(text, encoding="utf-8")
    return file.read_text(encoding="utf-8")
