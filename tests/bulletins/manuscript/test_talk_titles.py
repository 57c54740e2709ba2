"""Notes of conferences: titles of talks tell whose what stands below them is, however the two are set."""

import pytest

from bulletins.document import Text
from bulletins.manuscript import outline_of_reading, reader
from bulletins.manuscript.talk_titles import bare_title, talk_of, with_titles
from tests.blocks import block

ENGLISH = [
    ("Ada Berg", "Weir Office", "Why weirs leak"),
    ("Ivo Lund", "Fenmark College", "Who pays for rain?"),
    ("Omar Teal", "River Union", "Counting drops"),
]
CHINESE = [
    ("令狐野", "水务局局长", "水要留"),
    ("端木晴", "南桥大学教授", "谁来付钱"),
    ("尉迟安", "水利院研究员", "数雨滴"),
]
# How a title tells who gives the talk: {n} is the name, {o} the post or house, {t} what it is about.
TITLES = {
    "en": [
        "{t} ({n}, {o})",
        "{t} ({n})",
        "{t} – {n}, {o}",
        "{t} — {n}",
        "{t} - {n}",
        "{t} | {n}",
        "{t} by {n} ({o})",
        "“{t}” by {n}",
        "{t}, by {n}",
        "{t}: a conversation with {n}",
        "{t}, {n} ({o})",
        "{n} ({o}) – {t}",
        "{n} – {t}",
        "{n} - {t}",
        "{n} | {t}",
        "{n}: {t}",
        "{n} ({o}): {t}",
        "{n}, {o}: {t}",
        "{n}, {o} – {t}",
        "{n} ({o}), “{t}”",
        '{n}, "{t}"',
        "{n} on {t}",
        "10:00 {t} ({n})",
        "9.30 am {n}: {t}",
        "10:00–10:30 {t} ({n})",
        "Talk {i}: {t} ({n})",
        "Keynote: {t} ({n})",
        "Session {i} – {t} ({n})",
        "Dr. {n} ({o}): {t}",
        "{n}’s main points",
        "{n}’s presentation:",
        "Summary of {n}’s talk",
        "Points raised by {n}, {o}",
        "Key takeaways from {n} ({o})",
        "Statement of {n}",
        "Intervention by {n}, {o}",
        "Speaker {i}: {n}, {o}",
        "Panellist: {n}, {o}",
        "Panelist {i}: {n}",
    ],
    "zh": [
        "{t}（{n}）",
        "{t}（{n}，{o}）",
        "{t}——{n}",
        "{t} | {n}",
        "《{t}》{n}",
        "《{t}》——{n}",
        "{n}：{t}",
        "{n}（{o}）：{t}",
        "{o}{n}：{t}",
        "{n}——{t}",
        "{n}《{t}》",
        "{o}{n}《{t}》",
        "{o}{n}",
        "{n}（{o}）",
        "{n}，{o}",
        "报告{i}：{t}（{n}）",
        "主题：{t} 主讲：{n}",
        "{n}的主要观点",
        "{n}（{o}）发言要点",
        "{o}{n}的发言",
        "{n}发言摘要",
        "发言人{i}：{n}（{o}）",
    ],
}
SETTINGS = {
    "headings": "## {title}\n\n{first}\n\n{second}",
    "bold lines": "**{title}**\n\n{first}\n\n{second}",
    "headings of lists": "## {title}\n\n- {first}\n- {second}",
    "bold lines above lists": "**{title}**\n\n- {first}\n- {second}",
    "lines above lists": "{title}\n\n- {first}\n- {second}",
}
NAMES_ALONE = ("{o}{n}", "{n}（{o}）", "{n}，{o}")
# The line below a title.
BYLINES = {
    "en": [
        "*{n}, {o}*",
        "{n}, {o}",
        "{n} ({o})",
        "{n}",
        "By {n}",
        "by {n}, {o}",
        "with {n}",
        "**{n}**",
        "*{n}*",
        "({n})",
        "({n}, {o})",
        "– {n}",
        "Speaker: {n}",
        "Presenter: {n}, {o}",
    ],
    "zh": [
        "{n}（{o}）",
        "{o} {n}",
        "{o}{n}",
        "{n}",
        "**{n}**",
        "——{n}",
        "主讲人：{n}",
        "报告人：{n}（{o}）",
        "（{n}）",
    ],
}
HEADS = {"en": "# Notes from the Rain Summit", "zh": "# 水务峰会笔记"}
SAID = {
    "en": ("Most of what was measured is older than {}0 years.", "Nobody has counted it since 199{}."),
    "zh": ("多数设施已有{}0年。", "自199{}年以来没有人数过。"),
}


def paragraphs(language, number):
    return [text.format(number) for text in SAID[language]]


def said_by(text):
    """Give whose each of the paragraphs is, in their order: all statements with the lines they hold."""
    outline = outline_of_reading(reader.read_bytes(text.encode(), "notes.md"))
    statements = [
        (statement["speakers"], line)
        for section in outline["sections"]
        for point in section["points"]
        for statement in point["statements"]
        for line in statement["text"].split("\n")
    ]
    return statements, [(one["name"], one["credit"]) for one in outline["roster"]], outline["findings"]


def expected(language, people):
    return [
        ([name], text)
        for number, (name, _, _) in enumerate(people, start=3)
        for text in paragraphs(language, number)
    ]


@pytest.mark.parametrize(
    ("language", "form", "setting"),
    [
        (language, form, setting)
        for language, forms in TITLES.items()
        for form in forms
        for setting in SETTINGS
        # A name above a list of plain text is no title.
        if setting != "lines above lists" or form not in NAMES_ALONE
    ],
)
def test_what_stands_below_the_title_of_a_talk_is_whoever_gives_it(language, form, setting):
    people = {"en": ENGLISH, "zh": CHINESE}[language]
    parts = []
    for number, (name, house, title) in enumerate(people, start=3):
        first, second = paragraphs(language, number)
        told = form.format(n=name, o=house, t=title, i=number - 2)
        parts.append(SETTINGS[setting].format(title=told, first=first, second=second))

    statements, roster, findings = said_by("\n\n".join([HEADS[language], *parts, ""]))

    # Titles of lists stand before what is said; a list is one statement with its lines.
    said = {line for number in (3, 4, 5) for line in paragraphs(language, number)}
    told = [(speakers, line) for speakers, line in statements if line in said]
    assert told == expected(language, people)
    assert roster == [(name, house if "{o}" in form else "") for name, house, _ in people]
    assert [one["code"] for one in findings] == ["roster-from-text"]


@pytest.mark.parametrize(
    ("language", "form"), [(language, form) for language, forms in BYLINES.items() for form in forms]
)
def test_what_stands_below_a_title_and_a_byline_is_whoever_the_byline_names(language, form):
    people = {"en": ENGLISH, "zh": CHINESE}[language]
    parts = []
    for number, (name, house, title) in enumerate(people, start=3):
        first, second = paragraphs(language, number)
        parts.append(f"## {title}\n\n{form.format(n=name, o=house)}\n\n{first}\n\n{second}")

    statements, roster, findings = said_by("\n\n".join([HEADS[language], *parts, ""]))

    assert statements == expected(language, people)
    assert roster == [(name, house if "{o}" in form else "") for name, house, _ in people]
    assert [one["code"] for one in findings] == ["roster-from-text"]


NOBODY = {
    "minutes name whoever has a matter in hand": (
        "# Minutes of the Harbour Committee\n\n## Budget (Ada Berg)\n\nThe budget was approved.\n\n"
        "## Weirs (Ivo Lund)\n\nIt was agreed to mend them.\n"
    ),
    "so does a record with a list of who was there": (
        "# Harbour Committee\n\nPresent: Ada Berg, Ivo Lund\n\n## Budget (Ada Berg)\n\nThe budget was approved.\n\n"
        "## Weirs (Ivo Lund)\n\nIt was agreed to mend them.\n"
    ),
    "so do Chinese minutes": (
        "# 水务会议纪要\n\n## 预算（令狐野）\n\n预算已通过。\n\n## 水库（端木晴）\n\n水库要修。\n"
    ),
    "so does a head that tells who was there": (
        "# Harbour Committee\n\n**Present:**\n\n- Ada Berg\n- Ivo Lund\n\n## Budget (Ada Berg)\n\n"
        "The budget was approved.\n\n## Weirs (Ivo Lund)\n\nIt was agreed to mend them.\n"
    ),
    "one such title alone is a headline": (
        "# Notes\n\n## Why weirs leak (Ada Berg)\n\nMost weirs are old.\n\n## The rest of the day\n\nIt rained.\n"
    ),
    "two of the same person are hers as an author": (
        "# Notes\n\n## Why weirs leak (Ada Berg)\n\nMost weirs are old.\n\n## Who pays (Ada Berg)\n\nTowns pay.\n"
    ),
    "a post behind a name tells of the person": (
        "# The speakers\n\n## Ada Berg – Director of the Weir Office\n\nThe office was founded in 1890.\n\n"
        "## Ivo Lund – Dean of Rain\n\nFenmark College has taught rain since 1910.\n"
    ),
    "a Chinese post behind a name does so too": (
        "# 嘉宾\n\n## 令狐野——南桥水务局局长\n\n水务局成立于1950年。\n\n"
        "## 端木晴——南桥大学教授\n\n南桥大学建于1910年。\n"
    ),
    "who took a picture says nothing": (
        "# A walk in Fenmark\n\n## The old weir (photo by Ada Berg)\n\nIt is the oldest of all.\n\n"
        "## The new weir (photo by Ivo Lund)\n\nIt is new.\n"
    ),
    "places and bodies give no talks": (
        "# Notes\n\n## Rain in spring (Norland)\n\nIt rained.\n\n## Rain in autumn (Fenmark)\n\nIt poured.\n"
    ),
    "two people of one title share it": (
        "# Notes\n\n## Why weirs leak (Ada Berg and Ivo Lund)\n\nMost weirs are old.\n\n"
        "## Who pays (Omar Teal and Petra Kos)\n\nTowns pay.\n"
    ),
    "whom it is from and whom it is by leave open who speaks": (
        "# Notes\n\n## Ada Berg – Ivo Lund\n\nMost weirs are old.\n\n## Omar Teal – Petra Kos\n\nTowns pay.\n"
    ),
}

# Titles that name somebody who gives no talk.
NO_TALKS = {
    "en": [
        "Action items – {n}",
        "Tasks ({n})",
        "To-dos ({n})",
        "Next steps ({n})",
        "Motion 4 ({n})",
        "Proposal on rain – {n}",
        "Amendment by {n}",
        "Resolution 3 ({n})",
        "Application of {n}",
        "Weirs in winter (picture: {n})",
        "An award by {n}",
        "Prize of the year – {n}",
        "Obituary – {n}",
        "In memory – {n}",
        "Lunch – {n}",
        "Dinner with {n}",
        "A visit – {n}",
        "A tour by {n}",
        "Election – {n}",
        "Appointment – {n}",
        "Meeting with {n}",
        "News from {n}",
    ],
    "zh": [
        "待办（{n}）",
        "任务——{n}",
        "摄影：{n}",
        "颁奖（{n}）",
        "参观（{n}）",
        "提案（{n}）",
        "任命（{n}）",
        "{n}简介",
    ],
}


@pytest.mark.parametrize(
    ("language", "form"), [(language, form) for language, forms in NO_TALKS.items() for form in forms]
)
def test_whoever_is_named_beside_a_matter_gives_no_talk(language, form):
    people = {"en": ENGLISH, "zh": CHINESE}[language]
    parts = [
        f"## {form.format(n=name)}\n\n{paragraphs(language, number)[0]}"
        for number, (name, _, _) in enumerate(people, start=3)
    ]

    statements, _roster, _findings = said_by("\n\n".join([HEADS[language], *parts, ""]))

    assert statements == []


@pytest.mark.parametrize("text", NOBODY.values(), ids=NOBODY)
def test_it_is_nobodys_where_titles_tell_something_else(text):
    statements, _roster, _findings = said_by(text)

    assert statements == []


def test_what_whoever_took_the_notes_thinks_of_a_talk_is_not_the_speakers():
    text = (
        "# Notes from the Rain Summit\n\n## Why weirs leak (Ada Berg)\n\nMost weirs are old.\n\n"
        "I liked this talk best of all.\n\nMy favourite slides were the last.\n\nNobody counts them.\n\n"
        "## Who pays (Ivo Lund)\n\nI pay for drains myself, and a session costs nothing.\n\nTowns do not pay.\n"
    )

    statements, _roster, _findings = said_by(text)

    assert statements == [
        (["Ada Berg"], "Most weirs are old."),
        (["Ada Berg"], "Nobody counts them."),
        (["Ivo Lund"], "Towns do not pay."),
    ]


def test_what_stands_below_a_line_with_the_title_of_another_talk_is_not_the_last_speaker_s():
    text = (
        "# Notes from the Rain Summit\n\n## Why weirs leak (Ada Berg)\n\nMost weirs are old.\n\n"
        "Who pays (Ivo Lund)\n\nTowns do not pay.\n\n## Counting drops (Omar Teal)\n\nNobody counts them.\n"
    )

    statements, _roster, _findings = said_by(text)

    assert statements == [
        (["Ada Berg"], "Most weirs are old."),
        (["Omar Teal"], "Nobody counts them."),
    ]


def test_lines_stay_as_they_were_typed_where_nobody_gives_a_talk():
    text = "# Rain in Fenmark\n\nIt rained.\n\n**Ada Berg**\nWeir Office\n\nIt stopped at noon.\n"

    document = reader.read_bytes(text.encode(), "a.md").document

    assert [list(point.body) for point in document.sections[0].points] == [
        [(Text("Ada Berg", strong=True), Text(" Weir Office"))],
        [(Text("It stopped at noon."),)],
    ]


@pytest.mark.parametrize(
    "said", ["It took ten minutes.", "The agenda was long.", "Present plans are old.", "会议纪要很长。"]
)
def test_a_sentence_that_speaks_of_minutes_makes_none_of_notes(said):
    language = "zh" if said.endswith("。") else "en"
    people = {"en": ENGLISH, "zh": CHINESE}[language]
    parts = [
        f"## {title}（{name}）\n\n{paragraphs(language, number)[0]}"
        if language == "zh"
        else f"## {title} ({name})\n\n{paragraphs(language, number)[0]}"
        for number, (name, _, title) in enumerate(people, start=3)
    ]

    statements, _roster, _findings = said_by("\n\n".join([HEADS[language], said, *parts, ""]))

    assert [speakers for speakers, _ in statements] == [[name] for name, _, _ in people]


TWO_TALKS = ("## Of weirs (Ada Berg, Ulm)", "It rains.", "## Of drains (Ivo Lund, Ulm)", "It pours.")


@pytest.mark.parametrize(
    ("lines", "names"),
    [
        (("# Of Rain", *TWO_TALKS), ["Ada Berg", "Ivo Lund"]),
        # Minutes are told by a line of their head, with whatever stands beside it.
        (("# Minutes of the Weir Group", *TWO_TALKS), []),
        (("# Minutes of the Weir Group\nIt rains.", *TWO_TALKS), []),
        (("# Of Rain", *TWO_TALKS, "Topic: Weirs"), []),
        # A line below a title: a paragraph by itself, in brackets or not.
        (
            ("## Of weirs", "Ada Berg, Ulm", "It rains.", "## Of drains", "Ivo Lund, Ulm", "It pours."),
            ["Ada Berg", "Ivo Lund"],
        ),
        (
            ("## Of weirs", "(Ada Berg, Ulm)", "It rains.", "## Of drains", "by Ivo Lund", "It pours."),
            ["Ada Berg", "Ivo Lund"],
        ),
        (("## Of weirs", "• Ada Berg", "It rains.", "## Of drains", "• Ivo Lund", "It pours."), []),
        # A line above a list is a title where it is no sentence, and no item itself.
        (
            ("Of weirs (Ada Berg, Ulm)", "• It rains.", "Of drains (Ivo Lund, Ulm)", "• It pours."),
            ["Ada Berg", "Ivo Lund"],
        ),
        (("Of weirs (Ada Berg, Ulm).", "• It rains.", "Of drains (Ivo Lund, Ulm).", "• It pours."), []),
        (
            ("• **Of weirs (Ada Berg)**", "• It rains.", "• **Of drains (Ivo Lund)**", "• It pours."),
            [],
        ),
    ],
)
def test_titles_of_several_talks_tell_who_gives_them(lines, names):
    talks = with_titles([block(line) for line in lines], "en").talks

    assert [talk.name for talk in talks.values()] == names


def test_a_name_in_bold_with_a_house_below_it_is_one_line_and_with_another_name_is_two():
    lines = ("**Ada Berg**\nIvo Lund", "It rains.", "**Petra Teal**\nDrain Office", "It pours.")
    more = ("**Una Vik**\nRain Office", "It stops.")

    made = with_titles([block(line) for line in (*lines, *more)], "en").blocks

    assert [one.line for one in made] == [
        "Ada Berg Ivo Lund",
        "It rains.",
        "Petra Teal, Drain Office",
        "It pours.",
        "Una Vik, Rain Office",
        "It stops.",
    ]


@pytest.mark.parametrize(
    ("title", "language", "name"),
    [
        ("Of weirs by Ada Berg", "en", "Ada Berg"),
        ("Of weirs —— Ada Berg", "en", None),
        ("水要留——令狐野", "zh", "令狐野"),
        ("水要留 by 令狐野", "zh", None),
    ],
)
def test_a_title_parts_who_speaks_from_what_it_is_about_as_its_language_does(title, language, name):
    talk = talk_of(title, language)

    assert (talk and talk.name) == name


def test_a_title_has_no_colon_at_its_end():
    assert [bare_title("Talk 3: Of weirs:"), bare_title("水要留：")] == ["Of weirs", "水要留"]
