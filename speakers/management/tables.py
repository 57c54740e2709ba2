"""What commands for tables have in common: the file, and what its columns mean."""

from argparse import ArgumentParser
from pathlib import Path

from django.core.management.base import CommandError

from speakers.columns import key_of
from speakers.programme_words import MEANINGS


def add_arguments(parser: ArgumentParser) -> None:
    """Add the arguments that every table has."""
    parser.add_argument("file", type=Path)
    parser.add_argument("--dry-run", action="store_true", help="touch no database; print what was understood")
    parser.add_argument("--json", action="store_true", help="print the rows as JSON")
    parser.add_argument(
        "--column",
        action="append",
        default=[],
        metavar="HEADER=MEANING",
        help=f"what a column means that is not understood ({', '.join(MEANINGS)}; nothing: left out)",
    )


def bytes_of(file: Path) -> bytes:
    """Give what is in a file. Raises CommandError."""
    try:
        return file.read_bytes()
    except OSError as error:
        raise CommandError(f"{file}: {error.strerror}. Name a file that can be read.") from None


def meanings_in(named: list[str]) -> dict[str, str]:
    """Read HEADER=MEANING. Raises CommandError."""
    meanings = {}
    for one in named:
        header, equals, meaning = one.rpartition("=")
        if not equals or (meaning and meaning not in MEANINGS):
            raise CommandError(f"“{one}” names no column of ours. There are: {', '.join(MEANINGS)}.")
        meanings[key_of(header)] = meaning
    return meanings
