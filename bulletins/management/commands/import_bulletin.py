"""Turn a manuscript into a draft, or show what would come of it."""

import hashlib
import json
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from bulletins import checks, manuscript
from bulletins.document import Finding
from bulletins.drafts.importing import Target, import_document
from bulletins.management.printing import finding_lines
from forum.models import Edition
from forum.refusal import Refusal


class Command(BaseCommand):
    """`manage.py import_bulletin FILE`."""

    help = "Import a manuscript (Markdown, DOCX, ODT, HTML or plain text; English or Chinese) as a draft."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path)
        parser.add_argument(
            "--dry-run", action="store_true", help="touch no database; print what was understood"
        )
        parser.add_argument("--json", action="store_true", help="print the outline as JSON")
        parser.add_argument(
            "--edition", help="FORUM/YEAR that the bulletin belongs to, such as our-forum/2026"
        )

    def handle(self, *args: Any, file: Path, **options: Any) -> None:
        data = _bytes_of(file)
        try:
            reading = manuscript.read_bytes(data, file.name)
        except manuscript.ManuscriptError as error:
            raise CommandError(f"{file}: {error}") from None
        findings = [*reading.findings, *checks.check(reading.document)]
        if not options["dry_run"]:
            findings.extend(self._import(file, data, reading, options))
        if options["json"]:
            face = manuscript.outline_of(reading.document, findings)
            self.stdout.write(json.dumps(face, ensure_ascii=False, indent=2))
        else:
            self.stdout.writelines(f"{line}\n" for line in finding_lines(findings, str(file)))

    def _import(self, file: Path, data: bytes, reading: manuscript.Reading, options: Any) -> list[Finding]:
        target = Target(edition=_edition(options["edition"]) if options["edition"] else None)
        try:
            imported = import_document(reading.document, hashlib.sha256(data).hexdigest(), target)
        except Refusal as error:
            raise CommandError(f"{file}: {error}") from None
        if not options["json"]:
            done = "Imported as draft" if imported.created else "Imported before, nothing changed: draft"
            self.stdout.write(self.style.SUCCESS(f"{done} {imported.bulletin.pk}: {imported.bulletin}"))
        return imported.findings


def _bytes_of(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except OSError as error:
        raise CommandError(f"{file}: {error.strerror}. Name a file that can be read.") from None


def _edition(reference: str) -> Edition:
    slug, _, year = reference.partition("/")
    found = Edition.objects.filter(forum__slug=slug, year=int(year) if year.isdecimal() else 0).first()
    if found is None:
        known = ", ".join(
            f"{edition.forum.slug}/{edition.year}" for edition in Edition.objects.select_related("forum")
        )
        raise CommandError(f"There is no edition {reference}. There are: {known or 'none yet'}.")
    return found
