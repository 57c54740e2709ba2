"""Findings in a terminal."""

from collections import Counter
from collections.abc import Iterable, Iterator

from bulletins.document import Finding


def finding_lines(findings: Iterable[Finding], source: str) -> Iterator[str]:
    """Give a line for each finding, as linters print them, and a line that counts them."""
    findings = list(findings)
    for finding in findings:
        where = f"{source}:{finding.where}" if finding.where else source
        yield f"{where}: {finding.severity}: {finding.message} [{finding.code}]"
    yield counted(findings) or "Nothing to mend."


def counted(findings: Iterable[Finding]) -> str:
    """Count findings by their severity: "1 error, 2 hints"; "" where there are none."""
    counts = Counter(finding.severity for finding in findings)
    return ", ".join(f"{count} {name}{'' if count == 1 else 's'}" for name, count in counts.items())
