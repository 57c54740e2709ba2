"""Checks: what an editor's second pair of eyes would say about a Document.

A rule is a generator from a Document (and the Facts that surround it) to findings, in a file per
family; `RULES` lists them in the order they are reported.
"""

from collections.abc import Iterable

from bulletins.checks.facts import Facts, Rule
from bulletins.checks.figures import FIGURES
from bulletins.checks.letters import LETTERS
from bulletins.checks.marking import MARKING
from bulletins.checks.numbering import NUMBERING
from bulletins.checks.plain_names import PLAIN_NAMES
from bulletins.checks.punctuation_zh import PUNCTUATION_ZH
from bulletins.checks.roster import ROSTER
from bulletins.checks.structure import STRUCTURE
from bulletins.checks.typography import TYPOGRAPHY
from bulletins.document import Document, Finding

__all__ = ["RULES", "Facts", "Rule", "check", "errors", "warnings"]

NO_FACTS = Facts()
RULES: tuple[Rule, ...] = (
    *MARKING,
    *STRUCTURE,
    *FIGURES,
    *NUMBERING,
    *ROSTER,
    *PLAIN_NAMES,
    *TYPOGRAPHY,
    *PUNCTUATION_ZH,
    *LETTERS,
)
_ORDER = ("error", "warning", "hint")


def check(document: Document, facts: Facts = NO_FACTS) -> tuple[Finding, ...]:
    """Give every finding about a Document, errors first, then by the order of the rules."""
    found = [finding for rule in RULES for finding in rule(document, facts)]
    return tuple(sorted(found, key=lambda finding: _ORDER.index(finding.severity)))


def errors(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Give those findings that forbid publication."""
    return tuple(finding for finding in findings if finding.severity == "error")


def warnings(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Give those findings that need a word of acceptance."""
    return tuple(finding for finding in findings if finding.severity == "warning")
