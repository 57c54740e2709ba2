"""Take over a list of people with their posts, or show what would come of it."""

import datetime
import json
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from forum.management.naming import user_named
from forum.management.terminal import Progress
from forum.refusal import Refusal
from speakers.management import tables
from speakers.staff_import import import_people, read_for_directory
from speakers.staff_list import StaffList, outline, read_staff


class Command(BaseCommand):
    """`manage.py import_people FILE`."""

    help = (
        "Take over a list of people (CSV or XLSX: name, position, organisation, from, to; 姓名 职务 单位): "
        "people, institutions and the posts held there."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        tables.add_arguments(parser)
        parser.add_argument(
            "--since",
            type=datetime.date.fromisoformat,
            metavar="DATE",
            help="from when posts without a date are held; today, if left out",
        )
        parser.add_argument("--as", dest="user", metavar="USER", help="who takes it over")

    def handle(self, *args: Any, file: Path, **options: Any) -> None:
        since = options["since"] or timezone.localdate()
        meanings = tables.meanings_in(options["column"])
        read = read_staff if options["dry_run"] else read_for_directory
        try:
            staff = read(tables.bytes_of(file), since, meanings)
            if staff.problem:
                raise CommandError(f"{file}: {staff.problem}")
            if not options["dry_run"]:
                self._import(staff, options)
        except Refusal as error:
            raise CommandError(f"{file}: {error.message}") from None
        if options["json"]:
            self.stdout.write(json.dumps(outline(staff), ensure_ascii=False, indent=2))
        else:
            self._tell(staff)

    def _import(self, staff: StaffList, options: Any) -> None:
        done = import_people(
            staff,
            by=user_named(options["user"]) if options["user"] else None,
            tell=Progress(len(staff.posts)).step,
        )
        if not options["json"]:
            made = f"{done.speakers} people, {done.organisations} organisations, {done.positions} posts"
            self.stdout.write(self.style.SUCCESS(f"Taken over: {made}; {done.changed} posts have other days"))

    def _tell(self, staff: StaffList) -> None:
        for post in staff.posts:
            span = f"{post.since or ''} – {post.last or ''}" if post.organisation else ""
            told = ", ".join(filter(None, (post.name, post.title, post.organisation)))
            self.stdout.write(f"{told} {span}".rstrip())
        for row in staff.errors:
            self.stderr.write(f"row {row.number}: {row.error}")
        if staff.unknown:
            self.stderr.write(f"columns that were left out: {', '.join(staff.unknown)}")
