"""What people say by verbs that no list has: what follows tells that something is said."""

import pytest

from bulletins.manuscript import outline_of_reading, reader

EN = "# Report of the Weir Forum\n\nThe forum met in the hall and talked about weirs for a day.\n\n## Notes\n\n"
ZH = "# 河口论坛综述\n\n论坛在芦汀举行，八十余人到会。\n\n## 发言\n\n"


def credited(text, *, head):
    """Who is credited with something, in printed order."""
    outline = outline_of_reading(reader.read_bytes((head + text + "\n\n").encode(), "a.md"))
    return [
        name
        for section in outline["sections"]
        for point in section["points"]
        for statement in point["statements"]
        for name in statement["speakers"]
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Petra Lund quipped that a weir is a wall with holes.",
        "Petra Lund reminded the room how the weir was built.",
        "Petra Lund kicked things off by asking who pays.",
        "Petra Lund took a different view: the flood was no accident.",
        "Petra Lund is convinced that the weir holds.",
        "Petra Lund laid out three ways to mend the weir.",
        "As Petra Lund put it, “a weir is a promise.”",
        "“We cannot pump it out,” cautioned Petra Lund.",
        "Petra Lund’s talk argued that farmers should set the price.",
        "Petra Lund’s message was blunt: mend the weir.",
    ],
)
def test_whatever_verb_leads_to_what_is_said_makes_its_bearer_speak(text):
    assert credited(text, head=EN) == ["Petra Lund"]


@pytest.mark.parametrize(
    "text", ["Petra Lund ensured that the weir was shut.", "Petra Lund attended that day."]
)
def test_a_verb_of_doing_says_nothing_though_that_follows(text):
    assert credited(text, head=EN) == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("芦汀大学水利学院院长令狐野直指要害，认为水库年久失修。", "令狐野"),
        ("水务局局长端木晴抛出一个问题：“谁来买单？”", "端木晴"),
        ("芦汀日报社记者令狐野的切入点是农田，他提醒与会者看看水渠。", "令狐野"),
        ("水协副主席端木晴发来贺信，祝愿论坛成功。", "端木晴"),
        ("“要让数据说话。”令狐野如是说。", "令狐野"),
        ("在令狐野看来，保险只能转移损失。", "令狐野"),
        ("副县长端木晴代表县委、县政府对嘉宾的到来表示欢迎。", "端木晴"),
        ("民盟党员令狐野坦言，基层缺的是人。", "令狐野"),
    ],
)
def test_what_is_said_further_on_lets_a_chinese_name_behind_a_post_speak(text, name):
    assert credited(text, head=ZH) == [name]


def test_a_chinese_name_whose_end_nothing_tells_is_nobodys():
    assert credited("林晚舟第一个开口：“先修渠，再谈水权。”", head=ZH) == []


@pytest.mark.parametrize(
    "text",
    [
        "“There are nineteen”, admitted Petra Lund, the director, as she opened the meeting.",
        "According to the Minister of Water, Petra Lund, the delay was long.",
        "Petra Lund was blunt: without a wall there is no town.",
        "Petra Lund would leave it to others.",
    ],
)
def test_more_forms_that_let_somebody_speak(text):
    assert credited(text, head=EN) == ["Petra Lund"]


@pytest.mark.parametrize(
    "text",
    [
        "Petra Lund, Dean of Rain, released a book called Weirs.",
        "Petra Lund, Dean of Rain, conducted the open debate titled “Weirs”.",
        "Delegates considered the price of the weir.",
    ],
)
def test_a_deed_at_an_event_says_nothing(text):
    assert credited(text, head=EN) == []


def test_a_deed_with_words_behind_it_does():
    text = "Petra Lund, Dean of Rain, launched the plan, saying that it would hold."
    assert credited(text, head=EN) == ["Petra Lund"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("“水要留。”民间防灾网络志愿人令狐野说。", ["令狐野"]),
        ("令狐野指出，立法院要修法，局长端木晴在答复时，也承诺检讨，要求水务局落实。", ["令狐野"]),
        ("教授令狐野指出，水要留；局长端木晴从水务出发，分析了问题。", ["令狐野", "端木晴"]),
        ("Petra Lund 认为水要留。", ["Petra Lund"]),
        ("主席 Petra Lund 在“Reducing Time to Mend a Weir in Spring”中，深入探讨了修水库。", ["Petra Lund"]),
        ("水库由[Petra Lund](https://weir.example)修。\n\nPetra 指出，水要留。", ["Petra Lund"]),
    ],
)
def test_whoever_speaks_in_a_chinese_text(text, names):
    assert credited(text, head=ZH) == names


@pytest.mark.parametrize(
    "text",
    [
        "“If the road closes, the clinic closes,” was how Petra Lund summed it up.",
        "It was left to Petra Lund to remind the room that it was late.",
        "Asked about the cost, Petra Lund put the figure at two million.",
        "Summing up, Petra Lund called for patience.",
        "Petra Lund rose to say that she had kept the key.",
        "Petra Lund has little time for plans. “We have had nine of them,” she said.",
    ],
)
def test_what_stands_around_a_name_lets_it_speak(text):
    assert set(credited(text, head=EN)) == {"Petra Lund"}


@pytest.mark.parametrize(
    "text",
    [
        "Prizes were presented by Mayor Petra Lund to the winners.",
        "After her talk, Petra Lund answered questions from the audience.",
        "Mayor Petra Lund opened the exhibition in the afternoon and visited the stands.",
        "Registration is open. Contact Petra Lund: petra@weir.example or 555 0199.",
    ],
)
def test_what_somebody_gives_opens_or_can_be_reached_at_is_no_word(text):
    assert credited(text, head=EN) == []


@pytest.mark.parametrize(
    "text",
    [
        "青年作家令狐野在发言中把老街比作“一本旧书”。",
        "令狐野教授表示，水要留。令狐野直截了当：没有水就没有城，什么都是空谈。",
        "“老街不是布景。”建筑师令狐野的这句话引起全场共鸣。",
    ],
)
def test_more_forms_that_let_a_chinese_name_speak(text):
    assert set(credited(text, head=ZH)) == {"令狐野"}
