"""Findings as a page lists them, in the reader's language."""

from collections.abc import Iterable

from django.utils.translation import gettext

from bulletins.document import Finding


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
