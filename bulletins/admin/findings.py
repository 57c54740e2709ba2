"""Findings as a page lists them, in the reader's language."""

from collections.abc import Iterable

from django.utils.translation import gettext

from bulletins.document import Finding
from bulletins.drafts.findings import reasons_for
from bulletins.models import Bulletin


def listed_for(bulletin: Bulletin, findings: tuple[Finding, ...]) -> list[dict[str, str | None]]:
    """Give findings as `listed` does, with the reason why somebody let them stand, if so."""
    reasons = reasons_for(bulletin, findings)
    return [{**told, "accepted": reason} for told, reason in zip(listed(findings), reasons, strict=True)]


def listed(findings: Iterable[Finding]) -> list[dict[str, str]]:
    """Give code, severity, place and translated message of each finding."""
    return [
        {
            "code": finding.code,
            "severity": finding.severity,
            "where": finding.where,
            "message": gettext(finding.template).format_map(finding.params),
        }
        for finding in findings
    ]
