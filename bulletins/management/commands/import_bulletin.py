"""Turn manuscripts into drafts, or show what would come of them: one, several, or a folder."""

import hashlib
import json
import re
from argparse import ArgumentParser
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.urls import reverse

from bulletins import checks, manuscript
from bulletins.document import Finding
from bulletins.drafts.archive import File, Outcome, import_many
from bulletins.drafts.importing import Target, import_document
from bulletins.management.printing import counted, finding_lines
from forum.management.naming import edition_at, user_named
from forum.management.terminal import Progress, table_lines
from forum.refusal import Refusal

FORMS = {".docx", ".odt", ".html", ".htm", ".md", ".markdown", ".txt", ".json", ".pdf"}
_BECAME = {"draft": "imported", "known": "known, skipped", "refused": "REFUSED"}


class Command(BaseCommand):
    """`manage.py import_bulletin FOLDER|FILE…`."""

    help = (
        "Import manuscripts (Word, ODT, PDF with text, HTML, Markdown or plain text; English or Chinese) as drafts. "
        "A folder is imported with all that is in it; what was imported before is skipped."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("paths", type=Path, nargs="+", metavar="FOLDER|FILE")
        parser.add_argument(
            "--dry-run", action="store_true", help="touch no database; print what was understood"
        )
        parser.add_argument(
            "--json", action="store_true", help="print outlines (of several files: outcomes) as JSON"
        )
        parser.add_argument(
            "--edition", help="FORUM/YEAR that the bulletins belong to, such as our-forum/2026"
        )
        parser.add_argument("--as", dest="user", metavar="USER", help="whose drafts they are")

    def handle(self, *args: Any, paths: list[Path], **options: Any) -> None:
        if len(paths) == 1 and not paths[0].is_dir():
            self._one(paths[0], options)
        elif options["dry_run"]:
            self._look_at(list(_files(paths)), as_json=options["json"])
        else:
            self._many(
                list(_files(paths)), replace(_target(options), as_archive=True), as_json=options["json"]
            )

    def _one(self, file: Path, options: Any) -> None:
        data = _bytes_of(file)
        reading = _reading_of(file, data)
        findings = [*reading.findings, *checks.check(reading.document)]
        if not options["dry_run"]:
            findings.extend(self._import(file, data, reading, options))
        if options["json"]:
            self._print_json(manuscript.outline_of(reading.document, findings))
        else:
            self.stdout.writelines(f"{line}\n" for line in finding_lines(findings, str(file)))

    def _import(self, file: Path, data: bytes, reading: manuscript.Reading, options: Any) -> list[Finding]:
        try:
            fingerprint = hashlib.sha256(data).hexdigest()
            imported = import_document(reading, fingerprint, _target(options))
        except Refusal as error:
            raise CommandError(f"{file}: {error}") from None
        if not options["json"]:
            done = "Imported as draft" if imported.created else "Imported before, nothing changed: draft"
            self.stdout.write(self.style.SUCCESS(f"{done} {imported.bulletin.pk}: {imported.bulletin}"))
        return imported.findings

    def _look_at(self, files: list[Path], *, as_json: bool) -> None:
        progress = Progress(len(files))
        faces = []
        for file in files:
            try:
                reading = _reading_of(file, _bytes_of(file))
            except CommandError as error:
                faces.append({"file": str(file), "error": str(error)})
            else:
                findings = [*reading.findings, *checks.check(reading.document)]
                faces.append({"file": str(file), **manuscript.outline_of(reading.document, findings)})
                if not as_json:
                    self.stdout.writelines(f"{line}\n" for line in finding_lines(findings, str(file)))
            progress.step(file.name)
        if as_json:
            self._print_json(faces)
        _complain([face["error"] for face in faces if "error" in face], len(files))

    def _many(self, files: list[Path], target: Target, *, as_json: bool) -> None:
        progress = Progress(len(files))
        outcomes = []
        for outcome in import_many((File(str(file), file.read_bytes) for file in files), target):
            outcomes.append(outcome)
            progress.step(Path(outcome.name).name)
        if as_json:
            self._print_json([_face(outcome) for outcome in outcomes])
        else:
            rows = [("file", "became", "findings", "where"), *map(_row, outcomes)]
            self.stdout.writelines(f"{line}\n" for line in table_lines(rows))
            tally = (f"{sum(one.became == key for one in outcomes)} {word}" for key, word in _BECAME.items())
            self.stdout.write(", ".join(tally))
        _complain([one.why for one in outcomes if one.became == "refused"], len(files))

    def _print_json(self, face: Any) -> None:
        self.stdout.write(json.dumps(face, ensure_ascii=False, indent=2))


def _files(paths: Iterable[Path]) -> Iterator[Path]:
    """Give the files that are named, and of folders those that may be manuscripts, by their names: 2 before 10."""
    for path in paths:
        if not path.is_dir():
            yield path
            continue
        inside = (file for file in path.rglob("*") if file.is_file() and file.suffix.lower() in FORMS)
        # Word leaves "~$…" beside what is open; hidden folders are a system's.
        kept = (
            file
            for file in inside
            if not any(part.startswith((".", "~$")) for part in file.relative_to(path).parts)
        )
        yield from sorted(kept, key=_by_name)


def _by_name(file: Path) -> list[tuple[int, str]]:
    parts = re.findall(r"[0-9]{1,18}|[^0-9]+", str(file))
    return [(int(part), "") if part.isdecimal() else (-1, part) for part in parts]


def _target(options: Any) -> Target:
    edition, user = options["edition"], options["user"]
    return Target(edition=edition_at(edition) if edition else None, by=user_named(user) if user else None)


def _bytes_of(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except OSError as error:
        raise CommandError(f"{file}: {error.strerror}. Name a file that can be read.") from None


def _reading_of(file: Path, data: bytes) -> manuscript.Reading:
    try:
        return manuscript.read_bytes(data, file.name)
    except manuscript.ManuscriptError as error:
        raise CommandError(f"{file}: {error}") from None


def _row(outcome: Outcome) -> tuple[str, str, str, str]:
    return (outcome.name, _BECAME[outcome.became], counted(outcome.findings) or "–", _where(outcome))


def _where(outcome: Outcome) -> str:
    if outcome.bulletin is None:
        return outcome.why
    return reverse("admin:bulletins_bulletin_change", args=[outcome.bulletin.pk])


def _face(outcome: Outcome) -> dict[str, Any]:
    return {
        "file": outcome.name,
        "became": outcome.became,
        "bulletin": outcome.bulletin.pk if outcome.bulletin else None,
        "error": outcome.why,
        "findings": [
            {"code": one.code, "severity": one.severity, "message": one.message, "where": one.where}
            for one in outcome.findings
        ],
    }


def _complain(reasons: list[str], whole: int) -> None:
    if reasons:
        raise CommandError(f"{len(reasons)} of {whole} files were not imported.")
