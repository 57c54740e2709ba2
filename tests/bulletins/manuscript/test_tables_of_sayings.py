"""Tables of who said what: whose the remarks beside a name are."""

import pytest

from bulletins.manuscript import reader
from bulletins.statements import statements

POINTS = """\
# Symposium on small weirs

| Speaker | Affiliation | Main points |
|---|---|---|
| Dr. Ada Berg | Rain School, Ulm | A weir of ten metres pays for itself. |
| Thandeka Lund | Weir Office | Eva Vik said that it does not. |
| The audience | | It clapped. |

Ms. Berg asked who pays.
"""
VIEWS = """\
# 小堰座谈会纪要

| 发言人 | 单位 | 主要观点 |
|---|---|---|
| 令狐野 | 芦汀大学教授 | 堰要先修后用。 |
| 端木晴 | 水务局局长 | 钱从水费里来。 |
"""
NAMESAKES = """\
# Symposium on small weirs

| Speaker | Affiliation | Main points |
|---|---|---|
| Ada Berg | Rain School | A weir pays for itself. |
| Ada Berg | Weir Office | It does not. |
| Ivo Lund | City of Ulm | Somebody pays. |

Speakers: Ada Berg, Dean of Rain; Ada Berg, Clerk of Weirs; Ivo Lund, Mayor of Ulm.
"""
TOPICS = """\
# Symposium on small weirs

| Speaker | Session |
|---|---|
| Ada Berg | The weir of ten metres is old. |
| Ivo Lund | The drain is new. |
"""


def read(text):
    document = reader.read_bytes(text.encode(), "a.md").document
    people = {one.speaker: (one.name, one.credit) for one in document.roster}
    return [(people[one.entries[0]], one.text) for one in statements(document)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            POINTS,
            [
                (("Ada Berg", "Rain School, Ulm"), "A weir of ten metres pays for itself."),
                (("Eva Vik", ""), "Eva Vik said that it does not."),
                (("Ada Berg", "Rain School, Ulm"), "Ms. Berg asked who pays."),
            ],
        ),
        (
            VIEWS,
            [
                (("令狐野", "芦汀大学教授"), "堰要先修后用。"),
                (("端木晴", "水务局局长"), "钱从水费里来。"),
            ],
        ),
        (NAMESAKES, [(("Ivo Lund", "Mayor of Ulm"), "Somebody pays.")]),
        (TOPICS, []),
    ],
    ids=["points", "views", "namesakes", "topics"],
)
def test_what_stands_beside_a_speaker_in_a_column_of_remarks_is_that_ones(text, found):
    assert read(text) == found


def test_a_table_right_below_the_title_is_whole():
    document = reader.read_bytes(POINTS.encode(), "a.md").document
    table = document.sections[0].points[0].body[0]

    assert (len(table.head), len(table.rows), document.lede) == (3, 3, ())
