"""What is told of an event, or of somebody else, is nobody's who spoke before, whatever stands around it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.bulletins.test_statements import speakers

TOLD_EN = (
    "The motion was seconded.",
    "A motion to mend the weir was carried.",
    "There was no response.",
    "The board thanked the students for their work.",
    "The panel members introduced themselves.",
    "Several friends who were present in the hall were introduced.",
    "Much of the discussion within the panel was of drains.",
    "This sparked debate about the price.",
    "Discussion followed.",
    "No further questions.",
    "4 Ayes on the minutes.",
    "Those voting in favour were three.",
    "Vote.",
    "The session was adjourned at noon.",
    "After the break, participants split into groups.",
    "After that, Omar Teal gave a talk.",
    "Public Works Director indicated that it would cost more.",
    "Omar and Una received the most votes.",
    "Source: Weir News",
    "(Weir News)",
)
TOLD_ZH = (
    "会后，大家参观了水库。",
    "随后，进入自由发言阶段。",
    "各位教授围绕水库畅所欲言。",
    "师生代表就水库应如何修提出了意见。",
    "整场讲座精彩纷呈。",
    "一番话，赢得全场掌声。",
    "（文/水务局）",
    "责任编辑：苇小舟",
    "他正是受邀委员之一。",
    "水务公司副总经理令狐野围绕三点，介绍了水库的情况。",
    "水务局长令狐野、处长端木晴参加了座谈并在主席台就座。",
)
SAID_EN = (
    "The country would pay for it in the end.",
    "Development was also threatened by war.",
    "The weir was built in haste.",
    "However, the task had not been finished.",
    "Once we trust, we must go on with it.",
    "The city now feels that it can wait.",
)
SAID_ZH = (
    "各位教授要围绕水库多想一想。",
    "本届学者论坛的主题很好，希望各位专家建言献策。",
    "希望专家学者进行深入研讨。",
    "要突出重点，守住水库。",
    "水库的问题由来已久。",
    "我们要有信心。",
)
OPENS = {"en": "[B] said that drains leak.", "zh": "[B]指出，水库漏水。"}
CLOSES = {"en": "[L] said that it rains.", "zh": "[L]认为，天在下雨。"}


@pytest.mark.parametrize(
    ("text", "language"), [*((one, "en") for one in TOLD_EN), *((one, "zh") for one in TOLD_ZH)]
)
def test_what_is_told_of_an_event_is_nobodys(text, language):
    gap = " " if language == "en" else ""
    assert speakers(f"{OPENS[language]}{gap}{text}", language=language)[:2] == ["B", "-"]


@pytest.mark.parametrize(
    ("text", "language"), [*((one, "en") for one in SAID_EN), *((one, "zh") for one in SAID_ZH)]
)
def test_what_somebody_goes_on_to_say_stays_that_ones(text, language):
    gap = " " if language == "en" else ""
    assert speakers(f"{OPENS[language]}{gap}{text}", language=language) == ["B", "B"]


@given(
    st.sampled_from(["en", "zh"]).flatmap(
        lambda language: st.tuples(
            st.just(language),
            st.lists(st.sampled_from(SAID_EN if language == "en" else SAID_ZH), max_size=3),
            st.sampled_from(TOLD_EN if language == "en" else TOLD_ZH),
            st.lists(st.sampled_from(SAID_EN if language == "en" else SAID_ZH), max_size=3),
            st.booleans(),
        )
    )
)
def test_a_turn_ends_where_an_event_is_told_and_does_not_begin_again(case):
    language, before, told, after, apart = case
    apart = apart or not told.endswith((".", "。"))  # a byline is a paragraph
    gap = "\n" if apart else " " if language == "en" else ""
    rows = [OPENS[language], *before], [told, *after], [CLOSES[language]]
    joined = [(" " if language == "en" else "").join(row) for row in rows]
    text = joined if apart else [gap.join(joined)]
    found = "".join(speakers(*text, language=language))
    assert (found[0], found[-1], found[: 1 + len(before)]) == ("B", "L", "B" * (1 + len(before)))
    assert set(found[1 + len(before) : -1]) == {"-"}


def test_in_a_speech_behind_a_label_events_are_the_speakers_words():
    said = "[B|Berg]: We asked. There was no response."
    assert speakers("It rains.", said)[1:] == ["B", "B"]
