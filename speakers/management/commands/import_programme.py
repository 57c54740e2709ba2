"""Take over an edition's programme, or show what would come of it."""

import json
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from forum.management.naming import edition_at, user_named
from forum.management.terminal import Progress
from forum.refusal import Refusal
from speakers.management import tables
from speakers.programme import Programme, outline, read_programme
from speakers.programme_import import import_programme, read_for


class Command(BaseCommand):
    """`manage.py import_programme FILE`."""

    help = (
        "Take over a programme (CSV, XLSX, iCalendar, JSON of pretalx or Indico): sessions and who appears. "
        "Of a later version, what differs is taken."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        tables.add_arguments(parser)
        parser.add_argument("--edition", help="FORUM/YEAR that the programme is of, such as our-forum/2026")
        parser.add_argument(
            "--drop",
            action="store_true",
            help="take away sessions and people that this version does not list",
        )
        parser.add_argument("--as", dest="user", metavar="USER", help="who takes it over")

    def handle(self, *args: Any, file: Path, **options: Any) -> None:
        try:
            programme = self._read(tables.bytes_of(file), options)
            if programme.problem:
                raise CommandError(f"{file}: {programme.problem}")
            if not options["dry_run"]:
                self._import(programme, options)
        except Refusal as error:
            raise CommandError(f"{file}: {error.message}") from None
        if options["json"]:
            self.stdout.write(json.dumps(outline(programme), ensure_ascii=False, indent=2))
        else:
            self._tell(programme)

    def _read(self, data: bytes, options: Any) -> Programme:
        meanings = tables.meanings_in(options["column"])
        if options["dry_run"]:
            return read_programme(data, meanings)
        return read_for(data, edition_at(options["edition"] or ""), meanings)

    def _tell(self, programme: Programme) -> None:
        for session, people in programme.sessions.items():
            names = ", ".join(one.name for one in people)
            self.stdout.write(f"{session.start:%Y-%m-%d %H:%M} {session.title}: {names}")
        for row in programme.errors:
            self.stderr.write(f"row {row.number}: {row.error}")
        if programme.unknown:
            self.stderr.write(f"columns that were not understood: {', '.join(programme.unknown)}")

    def _import(self, programme: Programme, options: Any) -> None:
        by = user_named(options["user"]) if options["user"] else None
        edition = edition_at(options["edition"])
        done = import_programme(
            programme,
            edition,
            by=by,
            drop_what_is_gone=options["drop"],
            tell=Progress(len(programme.sessions)).step,
        )
        for refused in done.refused:
            self.stderr.write(refused)
        if not options["json"]:
            made = f"{done.sessions} sessions, {done.speakers} people, {done.appearances} appearances"
            self.stdout.write(
                self.style.SUCCESS(f"Taken over: {made}; {done.changed} changed, {done.gone} taken away")
            )
