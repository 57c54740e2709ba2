"""How many rows a programme may have: as many as are told, below a row of headings."""

import pytest

from forum.refusal import Refusal
from speakers.programme import read_file
from speakers.programme_calendar import MOST_ROWS


def table(rows):
    return b"title,date\n" + b"Rain,2026-11-18\n" * rows


def calendar(events):
    event = b"BEGIN:VEVENT\r\nSUMMARY:Rain\r\nDTSTART:20261117T090000Z\r\nEND:VEVENT\r\n"
    return b"BEGIN:VCALENDAR\r\n" + event * events + b"END:VCALENDAR\r\n"


def test_as_many_rows_as_may_be_are_read():
    assert (len(read_file(table(MOST_ROWS)).tables[0]), len(read_file(calendar(MOST_ROWS)).events)) == (
        MOST_ROWS + 1,
        MOST_ROWS,
    )


@pytest.mark.parametrize("data", [table(MOST_ROWS + 1), calendar(MOST_ROWS + 1)], ids=["table", "calendar"])
def test_one_row_more_is_refused_with_the_number_and_the_remedy(data):
    with pytest.raises(Refusal, match=r"^The file has more than 5000 rows\. Split it\.$"):
        read_file(data)
