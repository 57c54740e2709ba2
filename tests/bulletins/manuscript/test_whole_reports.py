"""Reports of many offices, of people whom there are not, and all that is read from each.

The reports stand in whole_reports/, what is read from one in whole_reports/read/ under its name. Of each the people and
who says what were compared with what a person found in it; REWRITE=1 writes them anew, to be read before they are kept.
"""

from pathlib import Path

import pytest

from bulletins.manuscript import reader
from tests.bulletins.manuscript.test_whole_manuscripts import told_of
from tests.kept_text import as_kept

REPORTS = Path(__file__).with_name("whole_reports")


@pytest.mark.parametrize("name", sorted(one.name for one in REPORTS.iterdir() if one.is_file()))
def test_all_that_is_read_from_a_report(name):
    reading = reader.read_bytes((REPORTS / name).read_bytes(), name)

    found = "".join(f"{line}\n" for line in told_of(reading.document, reading.findings))
    assert found == as_kept(REPORTS / "read" / f"{name}.txt", found)
