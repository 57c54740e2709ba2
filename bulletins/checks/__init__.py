"""Checks: what an editor's second pair of eyes would say about a Document.

A rule is a generator from a Document (and the Facts that surround it) to findings, in a file per
family; `RULES` lists them in the order they are reported.
"""

import datetime
from collections.abc import Callable, Iterable, Iterator

import msgspec

from bulletins.document import Document, Finding


class Facts(msgspec.Struct, frozen=True, kw_only=True):
    """What a Document cannot know of itself: its edition's days, and numbers that others have."""

    edition_days: tuple[datetime.date, datetime.date] | None = None
    taken_numbers: frozenset[int] = frozenset()
    taken_volumes: frozenset[int] = frozenset()


NO_FACTS = Facts()

type Rule = Callable[[Document, Facts], Iterator[Finding]]

RULES: tuple[Rule, ...] = ()


def check(document: Document, facts: Facts = NO_FACTS) -> tuple[Finding, ...]:
    """Give every finding about a Document, errors first, then by the order of the rules."""
    found = [finding for rule in RULES for finding in rule(document, facts)]
    return tuple(sorted(found, key=lambda finding: ("error", "warning", "hint").index(finding.severity)))


def errors(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Give those findings that forbid publication."""
    return tuple(finding for finding in findings if finding.severity == "error")


def warnings(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Give those findings that need a word of acceptance."""
    return tuple(finding for finding in findings if finding.severity == "warning")
