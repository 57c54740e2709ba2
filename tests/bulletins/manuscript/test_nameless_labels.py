"""Labels of those who have no name, quotations, and words that are no names: small rules, each in a table."""

import pytest

from bulletins.manuscript.common_words import is_common, is_place, may_be_given_name
from bulletins.manuscript.nameless_labels import is_label_of_unknown, is_other_label
from bulletins.manuscript.page_breaks import starts_something
from bulletins.manuscript.quotations import places, without_names

LABELS_WITHOUT_NAMES = """\
Q: Who pays?
Q1 The Chair: Who pays?
The PRESIDENT: Order.
Mr PRESIDENT: Order.
ACTING DEPUTY PRESIDENT: Order.
Madam Chair: Order.
The Chairwoman: Order.
Clerk: Order.
Speaker 2: It rains.
Audience member: It rains.
Moderator – It rains.
主持人：下雨了。
主持人（芦汀）：下雨了。
记者：下雨了吗？
网友: 下雨了吗？
《芦汀日报》：下雨了吗？
""".splitlines()
LABELS_OF_UNKNOWN_PEOPLE = """\
The President: Order.
Moderators: It rains.
马背上的教师其其格：我的教室会移动。
水务局局长其其格：水要留。
芦汀大学学生代表：水要留。
Members interjecting:
The Hon. LUND of Weir: It rains.
RESOLVED: It rains.
Ada Berg (Fenmark): It rains.
Ada of the Weir: It rains.
- Ada Berg: It rains.
Ada Berg -- Most weirs are old.
""".splitlines()
NO_LABELS = """\
Moderator – it rains.
《芦汀日报》记者：下雨了吗？
我是说：水要留。
大家都说：水要留。
水要留：
First: it rains.
Why: it rains.
Note: it rains.
It rains: it pours.
We say so:
http://example.org
(Ada Berg): It rains.
It rains.
""".splitlines()


@pytest.mark.parametrize("text", LABELS_WITHOUT_NAMES)
def test_whoever_has_no_name_has_a_label_all_the_same(text):
    assert is_other_label(text)


@pytest.mark.parametrize("text", LABELS_OF_UNKNOWN_PEOPLE)
def test_a_label_may_be_of_somebody_whose_name_is_not_read(text):
    assert (is_other_label(text), is_label_of_unknown(text)) == (False, True)


@pytest.mark.parametrize("text", NO_LABELS)
def test_what_else_has_a_colon_is_no_label(text):
    assert (is_other_label(text), is_label_of_unknown(text)) == (False, False)


@pytest.mark.parametrize(("letters", "expected"), [(59, True), (60, False)])
def test_a_short_line_with_a_colon_leads_up_to_somebody(letters, expected):
    line = "the weir holds and ".ljust(letters - 1, "x") + ":"

    assert is_label_of_unknown(line) is expected


LONG = "When Omar Teal says so, we vote on the weir,"


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        (f"“{LONG}” said Berg.", [LONG]),
        (f'"{LONG}" said Berg.', [LONG]),
        (f"“{'x' * 39}” said Berg.", []),
        (f"“{'x' * 40}” said Berg.", ["x" * 40]),
        (f"“{LONG}” said Berg. “{LONG} all of us”, she said.", [LONG, f"{LONG} all of us"]),
        ("“When Teal says so,” said Berg.", []),
    ],
)
def test_a_long_quotation_names_nobody(text, quoted):
    small = text
    for one in quoted:
        small = small.replace(one, one.lower())

    assert [text[start:end] for start, end in places(text, "en")] == quoted
    assert (without_names(text, "en"), without_names(text, "zh")) == (small, text)


def test_which_words_are_of_the_language_and_which_may_be_given_names():
    words = [
        "Green",
        "Growth",
        "Grace",
        "weirs",
        "Kigali",
        "Well-known",
        "Growth’s",
        "running",
        "Ada",
        "Hope",
        "Cats",
    ]

    assert [word for word in words if is_common(word)] == [
        "Green", "Growth", "weirs", "Well-known", "Growth’s", "running", "Cats",
    ]  # fmt: skip
    assert [word for word in words if may_be_given_name(word)] == ["Green", "Grace", "Ada", "Hope"]


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Claudia Lund", True),
        ("Norrland Lund", False),
        ("Grace Hill", True),
        ("Kigali Amendment", False),
        ("Helen Bishop", True),
        ("Jo Berg", False),
        ("Ada Amendment", False),
        ("Oslo Berg", False),
    ],
)
def test_a_given_name_before_a_surname_makes_a_person(name, expected):
    assert may_be_given_name(name) is expected


def test_which_names_are_of_places():
    names = ["Costa Rica", "Lantern Bay", "Port Merrow", "Norway", "Ada Berg", "Hong Kong", "Berg Street"]

    assert [name for name in names if not is_place(name.split())] == ["Ada Berg"]


def test_which_texts_start_something_and_never_go_on():
    texts = [
        "1. Rain",
        "I. Rain",
        "Firstly, rain",
        "Editor’s Note: rain",
        "Speakers: Ada",
        "Summarised by Ada",
    ]
    texts += [
        "一、水",
        "一是水",
        "编者按：水",
        "主持人：令狐野",
        "Rain",
        "Note: rain",
        "水",
        "Firstly",
        "“Rain",
    ]

    assert [text for text in texts if not starts_something(text)] == [
        "Rain",
        "Note: rain",
        "水",
        "Firstly",
        "“Rain",
    ]
