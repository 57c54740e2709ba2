"""Findings in a terminal."""

from collections.abc import Iterable, Iterator

from bulletins.document import Finding


def finding_lines(findings: Iterable[Finding], source: str) -> Iterator[str]:
    """Give a line for each finding, as linters print them, and a line that counts them."""
    counts: dict[str, int] = {}
    for finding in findings:
        counts[finding.severity] = counts.get(finding.severity, 0) + 1
        where = f"{source}:{finding.where}" if finding.where else source
        yield f"{where}: {finding.severity}: {finding.message} [{finding.code}]"
    told = ", ".join(f"{count} {name}{'' if count == 1 else 's'}" for name, count in counts.items())
    yield told or "Nothing to mend."
