"""Take over an edition's programme, or show what would come of it."""

import json
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from forum.management.naming import edition_at
from forum.refusal import Refusal
from speakers.programme import Programme, outline, read_programme
from speakers.programme_import import import_programme


class Command(BaseCommand):
    """`manage.py import_programme FILE`."""

    help = (
        "Take over a programme (CSV, XLSX, iCalendar, JSON of pretalx or Indico): sessions and who appears."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path)
        parser.add_argument(
            "--dry-run", action="store_true", help="touch no database; print what was understood"
        )
        parser.add_argument("--json", action="store_true", help="print the rows as JSON")
        parser.add_argument("--edition", help="FORUM/YEAR that the programme is of, such as our-forum/2026")

    def handle(self, *args: Any, file: Path, **options: Any) -> None:
        try:
            programme = read_programme(file.read_bytes())
            if not options["dry_run"]:
                self._import(programme, options["edition"] or "", quiet=options["json"])
        except Refusal as error:
            raise CommandError(f"{file}: {error.message}") from None
        except OSError as error:
            raise CommandError(f"{file}: {error.strerror}. Name a file that can be read.") from None
        if options["json"]:
            self.stdout.write(json.dumps(outline(programme), ensure_ascii=False, indent=2))
        else:
            self._tell(programme)

    def _tell(self, programme: Programme) -> None:
        for session, people in programme.sessions.items():
            names = ", ".join(one.name for one in people)
            self.stdout.write(f"{session.start:%Y-%m-%d %H:%M} {session.title}: {names}")
        for row in programme.errors:
            self.stderr.write(f"row {row.number}: {row.error}")
        if programme.unknown:
            self.stderr.write(f"columns that were not understood: {', '.join(programme.unknown)}")

    def _import(self, programme: Programme, reference: str, *, quiet: bool) -> None:
        done = import_programme(programme, edition_at(reference), by=None)
        for refused in done.refused:
            self.stderr.write(refused)
        if not quiet:
            made = f"{done.sessions} sessions, {done.speakers} people, {done.appearances} appearances"
            self.stdout.write(self.style.SUCCESS(f"Taken over: {made}"))
