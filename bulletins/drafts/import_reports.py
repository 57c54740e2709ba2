"""What importing said of a draft's manuscript, kept until somebody is done with it."""

import datetime
from collections.abc import Sequence

import msgspec
from django.contrib.auth.models import User

from bulletins.document import Finding
from bulletins.drafts.rights import require_for
from bulletins.models import Bulletin, ImportReport


class Report(msgspec.Struct, frozen=True, kw_only=True):
    """When a manuscript was imported, and what was said of it."""

    at: datetime.datetime
    findings: tuple[Finding, ...]


def keep_report(bulletin: Bulletin, findings: Sequence[Finding]) -> None:
    """Keep what an import says of a draft's manuscript, in the place of what the last one said."""
    ImportReport.objects.filter(bulletin=bulletin).delete()
    if findings:
        ImportReport.objects.create(bulletin=bulletin, findings=msgspec.to_builtins(findings))


def report_of(bulletin: Bulletin) -> Report | None:
    """Give what the last import said of a draft's manuscript, unless it said nothing or somebody is done with it."""
    kept = ImportReport.objects.filter(bulletin=bulletin).first()
    if kept is None:
        return None
    return Report(at=kept.at, findings=msgspec.convert(kept.findings, tuple[Finding, ...]))


def done_with_report(bulletin: Bulletin, *, by: User | None) -> None:
    """Put away what the last import said. Raises PermissionDenied."""
    require_for(by, "bulletins.change_bulletin", bulletin)
    ImportReport.objects.filter(bulletin=bulletin).delete()
