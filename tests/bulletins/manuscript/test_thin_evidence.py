"""What looks like a credit and is none, beside its like that is one; and what more than looks makes somebody speak."""

import pytest

from bulletins.manuscript import reader
from bulletins.statements import attributed


def said(text):
    """Who said what: names, and the first words of their sentences."""
    document = reader.read_bytes(f"Rain and streets\n\n{text}".encode(), "a.txt").document
    names = {entry.speaker: entry.name for entry in document.roster}
    return [
        ("; ".join(names[key] for key in sentence.entries), sentence.text.strip()[:8].rstrip())
        for _, sentences in attributed(document)
        for sentence in sentences
        if sentence.entries
    ]


ENGLISH = {
    "Mayor Ada Berg said that it rains. The drains were built by Ivo Lund, an engineer.": [
        ("Ada Berg", "Mayor Ad"),
        ("Ada Berg", "The drai"),
    ],
    "Ada Berg, Dean of Rain, said that it rains. Ivo Lund, Dean of Drains, was among the guests. He left early.": [
        ("Ada Berg", "Ada Berg"),
    ],
    "Ada Berg, Dean of Rain, said that it rains. The old town was flooded.": [
        ("Ada Berg", "Ada Berg"),
        ("Ada Berg", "The old"),
    ],
    "Present: Ada Berg and Ivo Lund.\n\nThe report by Ivo Lund was received. The report by Ada Berg noted rain.": [
        ("Ada Berg", "The repo"),
    ],
    "Panellists Petra Lund and Ivo Teal said that nobody pays.": [("Petra Lund; Ivo Teal", "Panellis")],
}


@pytest.mark.parametrize("text", ENGLISH)
def test_of_those_whom_an_english_text_names_such_are_credited_as_say_something(text):
    assert said(text) == ENGLISH[text]


CHINESE = {
    "座谈会由党委书记江强主持。院长令狐野出席。\n\n座谈会上，令狐院长和江书记介绍了情况。": [
        ("令狐野; 江强", "座谈会上，令狐院"),
    ],
    "江强书记和令狐野院长感谢教师们，并介绍了水库。": [("江强; 令狐野", "江强书记和令狐野")],
    "江强书记说，水库要修。院长令狐野出席。": [("江强", "江强书记说，水库")],
    "江强书记说，水库要修。全村老少都参加了劳动。": [
        ("江强", "江强书记说，水库"),
        ("江强", "全村老少都参加了"),
    ],
    "江强书记说，水库要修。教师代表二十余人参加座谈。": [("江强", "江强书记说，水库")],
    "主持人令狐野请处长端木晴介绍情况。端木晴说，水库要修。": [("端木晴", "端木晴说，水库要")],
    "记者江川问：“水库何时修？”\n\n市长令狐野说：“明年修。”": [
        ("江川", "记者江川问：“水"),
        ("令狐野", "市长令狐野说：“"),
    ],
    "（一）建水渠：水渠明年动工。\n\n（二）修水库：水库明年加固。": [],
    "原标题：修水库要先清淤\n\n令狐野：水库要先清淤。": [("令狐野", "令狐野：水库要先")],
    "修水库：我来说两句。": [("修水库", "修水库：我来说两")],
    "参会人员：令狐野、端木晴（共2人）\n\n端木晴认为，水渠要修。": [("端木晴", "端木晴认为，水渠")],
}


@pytest.mark.parametrize("text", CHINESE)
def test_of_those_whom_a_chinese_text_names_such_are_credited_as_say_something(text):
    assert said(text) == CHINESE[text]


@pytest.mark.parametrize(
    ("line", "publisher"),
    [
        ("Weir Office", "Weir Office"),
        ("Ada Berg, Ivo Lund and Omar Teal attended.", None),
        ("Speaker: Ada Berg", None),
        ("Weir Council minutes", None),
    ],
)
def test_a_line_of_the_head_that_says_something_names_no_publisher(line, publisher):
    text = f"Rain and streets\n\n{line}\n\nMayor Ada Berg said that it rains, and will rain in the weeks to come."
    assert reader.read_bytes(text.encode(), "a.txt").document.publisher == publisher


GOING_ON = {
    # Whoever a sentence begins with may be somebody else, whom the text does not tell; with a given name it is.
    "Ada Berg, Dean of Rain, said that it rains. Kobal suggested another word. It was short.": [
        ("Ada Berg", "Ada Berg"),
    ],
    "Ada Berg, Dean of Rain, said that it rains. Petra suggested another word. It was short.": [
        ("Ada Berg", "Ada Berg"),
        ("Petra", "Petra su"),
        ("Petra", "It was s"),
    ],
    "Ada Berg, Dean of Rain, said that it rains. Studies suggested that it pours.": [
        ("Ada Berg", "Ada Berg"),
        ("Ada Berg", "Studies"),
    ],
    "Ada Berg, Dean of Rain, said that it rains. As a neighbour, Cllr O Teal declared an interest.": [
        ("Ada Berg", "Ada Berg"),
        ("O Teal", "As a nei"),
    ],
    "Ada Berg, Dean of Rain, received the prize.": [],
    "Ada Berg: We begin.\n\nIvo Lund: I agree.\n\nAda Berg: Then we vote.\n\nOmar Teal (Mayor) in the Chair.": [
        ("Ada Berg", "Ada Berg"),
        ("Ivo Lund", "Ivo Lund"),
        ("Ada Berg", "Ada Berg"),
    ],
    "Ada Berg: We begin.\n\nIvo Lund: I agree.\n\nPetra Kos: So do we.\n\nOmar Teal: Head of the Weir Office": [
        ("Ada Berg", "Ada Berg"),
        ("Ivo Lund", "Ivo Lund"),
        ("Petra Kos", "Petra Ko"),
    ],
    "NORMARK said yes. SUTLAND said no. The EU said maybe.\n\nChile, supported by Peru and NORMARK, asked for rain.\n\n"
    "The EU, on behalf of Peru and NORMARK, asked for sun. While supporting WEIRS, SUTLAND asked for snow.": [
        ("NORMARK", "NORMARK"),
        ("SUTLAND", "SUTLAND"),
        ("EU", "The EU s"),
        ("Chile", "Chile, s"),
        ("EU", "The EU,"),
        ("SUTLAND", "While su"),
    ],
    "江强书记说，水库要修。\n\n局长令狐野在开幕式上致辞": [("江强", "江强书记说，水库")],
    "江强书记说，水库要修。\n\n特邀端木晴教授、芦汀大学令狐野副教授点评。": [("江强", "江强书记说，水库")],
    "一佳：你听说过水库吗？\n\n令狐野：听说过，那里我去过。\n\n一佳：水深吗？\n\n令狐野：我看很深。": [
        ("一佳", "一佳：你听说过水"),
        ("令狐野", "令狐野：听说过，"),
        ("一佳", "一佳：水深吗？"),
        ("令狐野", "令狐野：我看很深"),
    ],
    "令狐野：我去过那里。\n\n端木晴：我也去过。\n\n令狐野：水很深。\n\n木木：水深吗？": [
        ("令狐野", "令狐野：我去过那"),
        ("端木晴", "端木晴：我也去过"),
        ("令狐野", "令狐野：水很深。"),
    ],
}


@pytest.mark.parametrize("text", GOING_ON)
def test_who_spoke_last_is_credited_as_long_as_nobody_else_may_speak(text):
    assert said(text) == GOING_ON[text]


def test_a_table_of_those_who_were_there_tells_whom_given_names_mean():
    rows = (
        "Name | Role | Voting (Y/N)",
        "--- | --- | ---",
        "Ada Berg | Chair | Y",
        "Petra Lund | Member | N",
    )
    table = "".join(f"| {row} |\n" for row in rows)
    text = f"# Rain and streets\n\n## Attendees\n\n{table}\n## Notes\n\nPetra suggested another word.\n"
    document = reader.read_bytes(text.encode(), "a.md").document
    assert [sentence.entries for _, some in attributed(document) for sentence in some] == [("petra-lund",)]


EVENTS = {
    "The presentation was made by Ada Berg, Dean of Rain. The clerk closed the day.": [],
    "The point was made by Ada Berg, Dean of Rain.": [("Ada Berg", "The poin")],
    "City Clerk Ada Berg administered the oath.": [],
    "Cm. Teal stated that it rains. She said that it pours.": [
        ("Cm. Teal", "Cm. Teal"),
        ("Cm. Teal", "She said"),
    ],
    'Held as "Rain", the day drew many guests to the weir and the mill. "It rains here, and it will rain for long," '
    "reported Ada Berg, Dean of Rain.": [("Ada Berg", '"It rain')],
    "新任发言人令狐野在局长江强介绍下亮相。": [],
    "局长令狐野说，水库要修。\n\n会上，令狐野回答了水库等二十个问题。": [("令狐野", "局长令狐野说，水")],
    "院长令狐野以嘉宾身份来到水边，畅谈水库。他说：水库要修。": [("令狐野", "他说：水库要修。")],
    "主持人（省水利厅宣教处处长端木晴）：各位朋友，我们开始。\n\n令狐野：我先说。": [
        ("端木晴", "主持人（省水利厅"),
        ("令狐野", "令狐野：我先说。"),
    ],
    "副主任委员令狐野接受采访。\n\n63岁的令狐野说，水库要修。": [("令狐野", "63岁的令狐野说")],
}


@pytest.mark.parametrize("text", EVENTS)
def test_what_is_told_of_an_event_is_said_by_nobody(text):
    assert said(text) == EVENTS[text]


def test_a_short_line_below_a_long_chinese_title_is_no_more_of_it():
    title = "从第一座水库的旧账到第二座水库的新账，两座城的水务局都在重新算一遍"
    document = reader.read_bytes(f"{title}\n\n芦汀的水\n\n令狐野：水要留。\n".encode(), "a.txt").document
    assert document.title == title


def test_staff_is_the_label_of_those_who_were_there_and_nobody_s_name():
    staff = "Staff: Omar Teal, Clerk of Weirs; and Una Vik, Clerk."
    text = f"Present: Ada Berg, Chair; and Ivo Lund.\n\n{staff}\n\nMr. Lund asked why."
    document = reader.read_bytes(f"Rain and streets\n\n{text}\n".encode(), "a.txt").document
    assert [one.name for one in document.roster] == ["Ivo Lund"]


@pytest.mark.parametrize("name", ["巢志成", "江志成"])
def test_who_is_of_an_association_of_science_is_somebody(name):
    assert said(f"芦汀市科协{name}副主席代表科协对水库表示祝贺。") == [(name, f"芦汀市科协{name}")]
