"""What each check tells, whole: how grave it is, where, in which words, and what mends it."""

from pathlib import Path

from bulletins.checks import check
from tests.bulletins.checks.flaws_of_parts import PARTS
from tests.bulletins.checks.flaws_of_people import PEOPLE
from tests.bulletins.checks.flaws_of_stops import STOPS
from tests.kept_text import as_kept

CASES = PARTS | PEOPLE | STOPS
TOLD = Path(__file__).with_name("told_whole.txt")  # for each case, what is told


def told_of(content, facts):
    """One line a finding, and one for what mends it."""
    for one in check(content, facts):
        yield f"{one.severity} {one.code} at {one.where or 'the whole'}: {one.message}"
        if one.fix:
            yield f"    {one.fix.where}: {one.fix.old!r} → {one.fix.new!r} {one.fix.speaker}".rstrip()


def test_each_finding_is_told_whole():
    told = "\n".join(line for name, case in CASES.items() for line in (f"# {name}", *told_of(*case))) + "\n"

    assert told.splitlines() == as_kept(TOLD, told).splitlines()
