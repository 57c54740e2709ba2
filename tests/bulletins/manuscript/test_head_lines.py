"""The head of minutes, whose lines each begin with what they tell, in every form offices give it."""

import re

import pytest

from bulletins.manuscript import outline_of_reading, reader

ENGLISH = (
    ("Date", "3 May 2026"),
    ("Time", "9:00–11:30"),
    ("Venue", "Norland Hall, room 3"),
    ("Chair", "Ada Berg, Director of the Weir Office"),
    ("Present", "Ivo Lund (Norland University); Petra Teal (River Union)"),
    ("Apologies", "Omar Vik"),
    ("Minutes", "Nora Holm"),
)
CHINESE = (
    ("时间", "2026年5月3日 9:00–11:30"),
    ("地点", "南桥会议中心三楼"),
    ("主持人", "令狐野（南桥水务局局长）"),
    ("参会人员", "端木晴（南桥大学教授）、欧阳川（北境集团副总裁）"),
    ("缺席", "司马云"),
    ("记录人", "乔红"),
)
ENGLISH_BODY = (
    "Ada Berg said that the weir needed repair. Ivo Lund argued that it be measured first.",
    "Petra Teal: Who pays?",
)
CHINESE_BODY = ("令狐野指出，水库要修。端木晴认为，还要先测。", "欧阳川：钱从哪里来？")
NO_PLACE = "2 texts have no place in the bulletin: {} (they stood in the masthead)."
# How a line is written, and what parts lines.
FORMS = {
    "lines of a paragraph": ("md", "{label}{colon}{value}", "\n"),
    "lines with a hard break": ("md", "{label}{colon}{value}  ", "\n"),
    "bold labels": ("md", "**{label}{colon}** {value}", "\n"),
    "a list": ("md", "- **{label}**{colon}{value}", "\n"),
    "a table": ("md", "| {label} | {value} |", "\n"),
    "a table with colons": ("md", "| {label}{colon} | {value} |", "\n"),
    "paragraphs": ("md", "{label}{colon}{value}", "\n\n"),
    "lines of plain text": ("txt", "{label}{colon}{value}", "\n"),
    "paragraphs of plain text": ("txt", "{label}{colon}{value}", "\n\n"),
    "lines of a web page": ("html", "<b>{label}</b>{colon}{value}<br>", "\n"),
}


def manuscript(form, title, rows, body, colon):
    """Give a manuscript whose head stands in one of the forms, and the end of its file's name."""
    extension, line, between = FORMS[form]
    lines = [line.format(label=label, colon=colon, value=value) for label, value in rows]
    if form.startswith("a table"):
        lines.insert(1, "|---|---|")
    head = between.join(lines)
    if extension == "html":
        paragraphs = "".join(f"<p>{one}</p>" for one in body)
        return f"<h1>{title}</h1><p>{head}</p>{paragraphs}", extension
    title = f"# {title}" if extension == "md" else title
    return "\n\n".join((title, head, *body)), extension


def read(text, extension):
    outline = outline_of_reading(reader.read_bytes(text.encode(), f"minutes.{extension}"))
    return {
        "head": (outline["title"], outline["date"], outline["publisher"], outline["lede"]),
        "wrote": (outline.get("summarized_label"), outline["summarized_by"]),
        "roster": [(one["name"], one["credit"], one["role"]) for one in outline["roster"]],
        "said": [
            (statement["speakers"], statement["text"])
            for section in outline["sections"]
            for point in section["points"]
            for statement in point["statements"]
        ],
        "findings": [one["message"] for one in outline["findings"] if one["severity"] != "hint"],
    }


@pytest.mark.parametrize("form", FORMS)
def test_the_head_of_english_minutes_is_read_alike_in_every_form(form):
    assert read(*manuscript(form, "Round table on weirs", ENGLISH, ENGLISH_BODY, ": ")) == {
        "head": (
            "Round table on weirs",
            "2026-05-03",
            None,
            "Present: Ivo Lund (Norland University); Petra Teal (River Union)\nApologies: Omar Vik",
        ),
        "wrote": ("Minutes:", ["Nora Holm"]),
        "roster": [
            ("Ada Berg", "Director of the Weir Office", "moderator"),
            ("Ivo Lund", "Norland University", None),
            ("Petra Teal", "River Union", None),
        ],
        "said": [
            (["Ada Berg"], "Ada Berg said that the weir needed repair."),
            (["Ivo Lund"], "Ivo Lund argued that it be measured first."),
            (["Petra Teal"], "Petra Teal: Who pays?"),
        ],
        "findings": [NO_PLACE.format("“Time: 9:00–11:30”; “Venue: Norland Hall, room 3”")],
    }


@pytest.mark.parametrize("form", FORMS)
def test_the_head_of_chinese_minutes_is_read_alike_in_every_form(form):
    found = read(*manuscript(form, "南桥水务论坛圆桌会议纪要", CHINESE, CHINESE_BODY, "："))
    # The label's colon is as wide as it was typed, and a table has none.
    findings = [re.sub("(?<=[间点席])(?:： |: )", "：", one) for one in found.pop("findings")]

    assert found == {
        "head": (
            "南桥水务论坛圆桌会议纪要",
            "2026-05-03",
            None,
            "令狐野指出，水库要修。端木晴认为，还要先测。",
        ),
        "wrote": ("记录人：", ["乔红"]),
        "roster": [
            ("令狐野", "南桥水务局局长", "moderator"),
            ("端木晴", "南桥大学教授", None),
            ("欧阳川", "北境集团副总裁", None),
        ],
        "said": [(["欧阳川"], "欧阳川：钱从哪里来？")],
    }
    assert findings == [
        NO_PLACE.format("“时间：2026年5月3日 9:00–11:30”; “地点：南桥会议中心三楼”"),
        "This text has no place in the bulletin: “缺席：司马云” (it stood in the list of people).",
    ]


def test_a_head_that_a_margin_broke_keeps_its_lines_and_what_goes_on_with_them():
    head = (
        "Date: 3 May 2026\nTime: 18:30\nAttendees: Ada Berg (chair), Ivo Lund,\n  Petra Teal and\n  Omar Vik\n"
        "Absent: none\nNote taker: Nora"
    )
    found = read(f"# Weir Committee\n\n**Meeting minutes**\n\n{head}\n\nAda said the weir leaks.", "md")

    assert (found["head"], found["wrote"], found["findings"]) == (
        (
            "Meeting minutes",
            "2026-05-03",
            "Weir Committee",
            "Attendees: Ada Berg (chair), Ivo Lund, Petra Teal and Omar Vik\nAbsent: none",
        ),
        ("Note taker:", ["Nora"]),
        ["This text has no place in the bulletin: “Time: 18:30” (it stood in the masthead)."],
    )


def test_the_title_may_stand_above_the_head_in_one_paragraph_and_the_text_below_it():
    text = (
        "Minutes of the Weir Committee\nDate: 3 May 2026\nVenue: Town Hall\nPresent: Ada Berg, Ivo Lund\n"
        "Ada Berg: The weir leaks.\n\nIvo Lund: Who pays?"
    )
    found = read(text, "md")

    assert (found["head"], found["said"]) == (
        ("Minutes of the Weir Committee", "2026-05-03", None, None),
        [(["Ada Berg"], "Ada Berg: The weir leaks."), (["Ivo Lund"], "Ivo Lund: Who pays?")],
    )


def test_rows_of_people_are_parted_where_labels_begin_lines_and_nobody_has_another_s_name_in_the_title():
    text = (
        "# Who pays?\n\nSpeakers: Ada Berg, Dean of Rain; Ivo Lund, Mayor of Norland\nModerator: Petra Teal\n"
        "Hashtag: #weirs\nDate: 3 May 2026\nRapporteur: Nora Holm\n\nBerg said that it leaks."
    )
    found = read(text, "md")

    assert (found["head"], found["wrote"], found["roster"]) == (
        ("Who pays?", "2026-05-03", None, "Hashtag: #weirs"),
        ("Rapporteur:", ["Nora Holm"]),
        [
            ("Petra Teal", "", "moderator"),
            ("Ada Berg", "Dean of Rain", None),
            ("Ivo Lund", "Mayor of Norland", None),
        ],
    )


@pytest.mark.parametrize(
    "text",
    [
        "# Q&A\n\nTime: It flies, says Ada Berg.\nPlace: That is another matter.\n\nAda Berg: Yes.",
        "# Talk\n\nAda Berg said that it rains. It rained all day.\n\nDate: 3 May 2026\nTime: 18:30\n\nIvo Lund: Yes.",
        "# Talk\n\nVenue: Norland Hall\n\nAda Berg said that it rains.",
    ],
)
def test_what_is_no_head_stays_where_it_is(text):
    reading = reader.read_bytes(text.encode(), "a.md")
    outline = outline_of_reading(reading)
    printed = " ".join(
        [outline["lede"] or "", *(point["text"] for one in outline["sections"] for point in one["points"])]
    )
    told = " ".join(one["message"] for one in outline["findings"])
    lines = [line for line in text.split("\n")[1:] if line]

    assert [line for line in lines if line not in f"{printed} {told}" and line != "Date: 3 May 2026"] == []


def test_a_heading_that_names_an_institution_is_the_title_where_there_is_no_other():
    text = "# Weir Committee\n\nDate: 3 May 2026\n\n{}Ada Berg said that it leaks."

    assert [
        (found["head"][0], found["head"][2])
        for found in (read(text.format(more), "md") for more in ("", "## Second meeting\n\n"))
    ] == [("Weir Committee", None), ("Second meeting", "Weir Committee")]


@pytest.mark.parametrize(
    "present",
    [
        "Ivo Lund (Head of Rain, Weir Utilities), Petra Teal (Dean of Mud, River University)",
        "Ivo Lund (Head of Rain, Weir Utilities); Petra Teal (Dean of Mud, River University)",
        "Ivo Lund, Head of Rain, Weir Utilities; Petra Teal, Dean of Mud, River University",
    ],
)
def test_who_was_present_with_a_post_is_known_where_minutes_call_them(present):
    text = (
        f"# Minutes\n\nDate: 3 May 2026\nPresent: {present}\n\n## 1. Weirs\n\n"
        "Mr Lund reported that it leaks.\n\nPetra Teal replied that it rains.\n\nMs Teal: Who pays?"
    )

    assert read(text, "md")["said"] == [
        (["Ivo Lund"], "Mr Lund reported that it leaks."),
        (["Petra Teal"], "Petra Teal replied that it rains."),
        (["Petra Teal"], "Ms Teal: Who pays?"),
    ]


@pytest.mark.parametrize("section", ["一、试点进展", "## 一、试点进展", "## 1. 试点进展"])
def test_a_numbered_title_below_chinese_minutes_is_no_title_of_theirs(section):
    text = (
        "# 滨海供热改造专题会议纪要\n\n时间：2026年5月3日\n主持人：令狐野（热网院院长）\n\n"
        f"{section}\n\n令狐野：先谈计量。\n\n令狐野指出，办法要定。会议决定，方案由公司提交。"
    )
    found = read(text, "md")

    assert (found["head"][0], found["said"]) == (
        "滨海供热改造专题会议纪要",
        [(["令狐野"], "令狐野：先谈计量。\n令狐野指出，办法要定。")],
    )
