"""Check a bulletin, or a manuscript, like a linter."""

import json
import sys
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from bulletins import checks, manuscript
from bulletins.document import Finding
from bulletins.document_json import to_builtins
from bulletins.drafts.findings import findings_of
from bulletins.drafts.numbers import numbered_document
from bulletins.management.printing import finding_lines
from bulletins.models import Bulletin


class Command(BaseCommand):
    """`manage.py check_bulletin REF`."""

    help = "Check a bulletin (FORUM/YEAR/NUMBER or a draft's id) or a manuscript file. Exit code 1 on errors."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("ref", help="FORUM/YEAR/NUMBER, a draft's id, or a file")
        parser.add_argument("--json", action="store_true", help="print the findings as JSON")

    def handle(self, *args: Any, ref: str, **options: Any) -> None:
        found = _of_file(Path(ref)) if Path(ref).is_file() else _of_draft(ref)
        if options["json"]:
            faces = [to_builtins(finding) | {"message": finding.message} for finding in found]
            self.stdout.write(json.dumps(faces, ensure_ascii=False, indent=2))
        else:
            self.stdout.writelines(f"{line}\n" for line in finding_lines(found, ref))
        if checks.errors(found):
            sys.exit(1)


def _of_file(file: Path) -> tuple[Finding, ...]:
    try:
        reading = manuscript.read(file)
    except manuscript.ManuscriptError as error:
        raise CommandError(f"{file}: {error}") from None
    return (*reading.findings, *checks.check(reading.document))


def _of_draft(ref: str) -> tuple[Finding, ...]:
    try:
        bulletin = Bulletin.objects.select_related("edition__forum").at(ref)
    except Bulletin.DoesNotExist:
        raise CommandError(f"There is no bulletin {ref}, and no file of that name.") from None
    return findings_of(bulletin, numbered_document(bulletin))
