"""Findings as a page lists them, in the reader's language."""

from collections.abc import Iterable

import msgspec
from django.utils.translation import gettext

from bulletins.document import Finding, Severity
from bulletins.drafts.findings import reasons_for
from bulletins.manuscript.blocks import PLACES
from bulletins.models import Bulletin


class ListedFinding(msgspec.Struct, frozen=True, kw_only=True):
    """A finding with its message in the reader's language; `accepted` says why somebody let it stand."""

    code: str
    severity: Severity
    where: str
    message: str
    accepted: str | None = None


def listed_for(bulletin: Bulletin, findings: tuple[Finding, ...]) -> list[ListedFinding]:
    """Give findings as `listed` does, with the reason why somebody let them stand, if so."""
    reasons = reasons_for(bulletin, findings)
    return [
        msgspec.structs.replace(shown, accepted=reason)
        for shown, reason in zip(listed(findings), reasons, strict=True)
    ]


def listed(findings: Iterable[Finding]) -> list[ListedFinding]:
    """Give findings with their messages translated."""
    return [
        ListedFinding(
            code=finding.code,
            severity=finding.severity,
            where=finding.where,
            message=gettext(finding.template).format_map(_translated(finding.params)),
        )
        for finding in findings
    ]


def _translated(params: dict[str, str]) -> dict[str, str]:
    """Give what a finding's sentence is filled with, the part of a manuscript in the reader's language."""
    where = params.get("where", "")
    return params | {"where": gettext(where)} if where in PLACES else params
