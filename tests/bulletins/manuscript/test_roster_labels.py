"""What a label before people in a Chinese list tells."""

import pytest

from bulletins.manuscript.roster_labels import Label, label_of


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("会议名单", Label(listed=True)),
        ("论坛名录", Label(listed=True)),
        ("会议", None),
        ("会议与论坛", None),
        ("与会", Label()),
    ],
)
def test_a_part_of_the_meeting_alone_is_no_label(text, label):
    assert label_of(text) == label
