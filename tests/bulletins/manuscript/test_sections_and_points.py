"""Blocks below the head → sections and points: what opens each, what goes on, and how they are numbered."""

from pathlib import Path

import pytest

from bulletins.manuscript.body import Body, add, goes_on_from, has_bold_leads, opens_section, with_marker
from forum.scripts import is_han
from tests.blocks import block, shown, shown_runs
from tests.kept_text import as_kept

TEXTS = (
    # sections
    ("## I. Works", "## II. Costs", "## Coda"),
    ("I. Works", "Rain falls.", "II. Costs", "1. Rain", "III. It rains."),
    ("1. Works", "Rain falls."),
    ("## 1. Works", "2. Costs", "Rain falls.", "2. It costs."),
    ("一、工程", "下雨。", "二、费用：", "（一）雨水。水要留。"),
    ("## 第一单元 工程", "## 第二单元 费用"),
    ("**Works**", "Rain falls.", "**It costs.**", "**Firstly, pipes**"),
    ("• **Works**", "Rain"),
    ("## Works", "•#1 a", "•#1 b", "Rain."),
    ("## Works", "1.#1 a", "2.#1 b", "Rain."),
    ("## I. Works", "### Pipes", "Rain.", "### II. Drains", "### 1. Weirs", "## III. Costs"),
    ("## Works", "### I. Pipes", "#### Deep", "## Costs"),
    ("**Works**", "### Pipes"),
    ("## I. Works", "### A title", "### Another", "## 1. Point of works", "It rains."),
    ("## I. Works", "## Firstly, rain", "It rains.", "## Costs"),
    ("## Works", "## Firstly, rain", "It rains."),
    # points
    ("Rain falls.", "It falls."),
    ("Firstly, rain falls. It does.", "More of it.", "Secondly, weirs.", "Finally, a word. It ends."),
    ("Rain falls.", "Finally, a word.", "Firstly, rain.", "Lastly, sun."),
    ("**Firstly, rain falls. It does.** So it is.",),
    ("**Firstly, rain falls.** It does. So it is.", "Secondly, weirs. They hold."),
    ("**Rain falls.** **It does.** So it is.",),
    ("**Rain** falls. It does.", "More."),
    ("**Rain falls:** it does.", "More."),
    (
        "1. Rain falls. It does.",
        "2. Weirs hold. They do.",
        "Firstly, a word.",
        "**Firstly, a word.** And more.",
    ),
    ("1、雨水要留。留下来。", "2．管网要修。", "（3）水闸要开。"),
    ("一是雨水要留。", "第二，管网要修。", "最后，感谢。"),
    ("**第一，雨水要留。**留下来。", "**其次，管网要修**。修好。"),
    ("Firstly, rain", "1. Rain falls."),
    ("Rain falls.", "**a**", "Firstly, a word. It falls."),
    ("1. Rain falls.", "2、 Weirs hold.", "（3） A word."),
    ("Firstly, rain falls.", "Second, weirs hold.", "Third: a word."),
    ("There are three:", "1. a", "Rain.", "1. b", "• c"),
    # lists, tables, pictures
    ("There are three:", "• a", "• b", "Rain."),
    ("There are three.", "• a", "Rain."),
    ("Rain.", "•#1 a", "#1"),
    ("Rain.", "•#1 a", "•#1 b", "1.#2 c", "2.#2 d"),
    ("1.#2 c", "2.#2 d"),
    ("•#1 a", "•#1 b"),
    ("Firstly, rain. It falls.", "1.#2 c", "•#3 d"),
    ("## Works", "•#1 a"),
    # what goes on
    ("Ada Berg said:", "“Rain falls.”", "“It does.”", "So it is."),
    ("Ada Berg spoke.", "She added that it rains.", "So it is."),
    ("Firstly, Ada Berg spoke. Well.", "She added that it rains."),
)


def parts(body):
    lines = []
    for part in body.parts:
        lines.append(f"{'##' if part.inner else '#'}{part.level or ''} {part.numeral or '-'}: {part.title}")
        for point in part.points:
            flags = [name for name in ("overrun", "turn", "answered") if getattr(point, name)]
            lines.append(f"  {point.ordinal or '-'}: {shown_runs(point.lead)}{' '.join(['', *flags])}")
            lines += [f"    {line}" for line in shown(point.body)]
    return [*lines, f"{body.section_style} {body.point_style}"]


def read(texts):
    body = Body(language="zh" if is_han(texts[0]) else "en")
    for text in texts:
        add(body, block(text))
    return parts(body)


READ = {
    ("## I. Works", "## II. Costs", "## Coda"): ["#2 I: Works", "#2 II: Costs", "#2 -: Coda", "roman None"],
    ("I. Works", "Rain falls.", "II. Costs", "1. Rain", "III. It rains."): [
        "# I: Works",
        "  -: ",
        "    paragraph: Rain falls.",
        "# II: Costs",
        "  1: Rain",
        "    paragraph: III. It rains.",
        "roman arabic",
    ],
    ("1. Works", "Rain falls."): ["# -: ", "  1: Works", "    paragraph: Rain falls.", "None arabic"],
    ("## 1. Works", "2. Costs", "Rain falls.", "2. It costs."): [
        "#2 1: Works",
        "# 2: Costs",
        "  -: ",
        "    paragraph: Rain falls.",
        "  2: It costs.",
        "arabic arabic",
    ],
    ("一、工程", "下雨。", "二、费用：", "（一）雨水。水要留。"): [
        "# 一: 工程",
        "  -: ",
        "    paragraph: 下雨。",
        "  -: ",
        "    paragraph: 二、费用：",
        "  （一）: 雨水。",
        "    paragraph: 水要留。",
        "chinese kuohao",
    ],
    ("## 第一单元 工程", "## 第二单元 费用"): ["#2 第一单元: 工程", "#2 第二单元: 费用", "chinese None"],
    ("**Works**", "Rain falls.", "**It costs.**", "**Firstly, pipes**"): [
        "# -: Works",
        "  -: ",
        "    paragraph: Rain falls.",
        "  -: It costs.",
        "  Firstly: pipes",
        "None firstly",
    ],
    ("• **Works**", "Rain"): [
        "# -: ",
        "  -: ",
        "    paragraph: [Works strong]",
        "  -: ",
        "    paragraph: Rain",
        "None None",
    ],
    ("## Works", "•#1 a", "•#1 b", "Rain."): [
        "#2 -: Works",
        "  -: ",
        "    paragraph • #1: a",
        "    paragraph • #1: b",
        "  -: ",
        "    paragraph: Rain.",
        "None None",
    ],
    ("## Works", "1.#1 a", "2.#1 b", "Rain."): [
        "#2 -: Works",
        "  1: a",
        "  2: b",
        "    paragraph: Rain.",
        "None arabic",
    ],
    ("## I. Works", "### Pipes", "Rain.", "### II. Drains", "### 1. Weirs", "## III. Costs"): [
        "#2 I: Works",
        "##3 -: Pipes",
        "  -: ",
        "    paragraph: Rain.",
        "#3 II: Drains",
        "  1: Weirs",
        "#2 III: Costs",
        "roman arabic",
    ],
    ("## Works", "### I. Pipes", "#### Deep", "## Costs"): [
        "#2 -: Works",
        "##3 I: Pipes",
        "##4 -: Deep",
        "#2 -: Costs",
        "None None",
    ],
    ("**Works**", "### Pipes"): ["# -: Works", "#3 -: Pipes", "None None"],
    ("## I. Works", "### A title", "### Another", "## 1. Point of works", "It rains."): [
        "#2 I: Works",
        "##3 -: A title",
        "##3 -: Another",
        "  1: Point of works",
        "    paragraph: It rains.",
        "roman arabic",
    ],
    ("## I. Works", "## Firstly, rain", "It rains.", "## Costs"): [
        "#2 I: Works",
        "  Firstly: rain",
        "    paragraph: It rains.",
        "#2 -: Costs",
        "roman firstly",
    ],
    ("## Works", "## Firstly, rain", "It rains."): [
        "#2 -: Works",
        "#2 -: Firstly, rain",
        "  -: ",
        "    paragraph: It rains.",
        "None None",
    ],
    ("Rain falls.", "It falls."): [
        "# -: ",
        "  -: ",
        "    paragraph: Rain falls.",
        "  -: ",
        "    paragraph: It falls.",
        "None None",
    ],
    ("Firstly, rain falls. It does.", "More of it.", "Secondly, weirs.", "Finally, a word. It ends."): [
        "# -: ",
        "  Firstly: rain falls.",
        "    paragraph: It does.",
        "    paragraph: More of it.",
        "  Secondly: weirs.",
        "  Finally: a word.",
        "    paragraph: It ends.",
        "None firstly",
    ],
    ("Rain falls.", "Finally, a word.", "Firstly, rain.", "Lastly, sun."): [
        "# -: ",
        "  -: ",
        "    paragraph: Rain falls.",
        "  -: ",
        "    paragraph: Finally, a word.",
        "  Firstly: rain.",
        "  Lastly: sun.",
        "None firstly",
    ],
    ("**Firstly, rain falls. It does.** So it is.",): [
        "# -: ",
        "  Firstly: rain falls. overrun",
        "    paragraph: It does. So it is.",
        "None firstly",
    ],
    ("**Firstly, rain falls.** It does. So it is.", "Secondly, weirs. They hold."): [
        "# -: ",
        "  Firstly: rain falls.",
        "    paragraph: It does. So it is.",
        "  Secondly: weirs.",
        "    paragraph: They hold.",
        "None firstly",
    ],
    ("**Rain falls.** **It does.** So it is.",): [
        "# -: ",
        "  -: Rain falls.",
        "    paragraph: [It does. strong] So it is.",
        "None None",
    ],
    ("**Rain** falls. It does.", "More."): [
        "# -: ",
        "  -: ",
        "    paragraph: [Rain strong] falls. It does.",
        "  -: ",
        "    paragraph: More.",
        "None None",
    ],
    ("**Rain falls:** it does.", "More."): [
        "# -: ",
        "  -: Rain falls:",
        "    paragraph: it does.",
        "    paragraph: More.",
        "None None",
    ],
    (
        "1. Rain falls. It does.",
        "2. Weirs hold. They do.",
        "Firstly, a word.",
        "**Firstly, a word.** And more.",
    ): [
        "# -: ",
        "  1: Rain falls.",
        "    paragraph: It does.",
        "  2: Weirs hold.",
        "    paragraph: They do.",
        "    paragraph: Firstly, a word.",
        "  Firstly: a word.",
        "    paragraph: And more.",
        "None arabic",
    ],
    ("1、雨水要留。留下来。", "2．管网要修。", "（3）水闸要开。"): [
        "# -: ",
        "  1、: 雨水要留。",
        "    paragraph: 留下来。",
        "  2．: 管网要修。",
        "  （3）: 水闸要开。",
        "None dunhao",
    ],
    ("一是雨水要留。", "第二，管网要修。", "最后，感谢。"): [
        "# -: ",
        "  一是: 雨水要留。",
        "  第二: 管网要修。",
        "  最后: 感谢。",
        "None yishi",
    ],
    ("**第一，雨水要留。**留下来。", "**其次，管网要修**。修好。"): [
        "# -: ",
        "  第一: 雨水要留。",
        "    paragraph: 留下来。",
        "  其次: 管网要修",
        "    paragraph: 。修好。",
        "None diyi",
    ],
    ("Firstly, rain", "1. Rain falls."): [
        "# -: ",
        "  Firstly: rain",
        "    paragraph: 1. Rain falls.",
        "None firstly",
    ],
    ("Rain falls.", "**a**", "Firstly, a word. It falls."): [
        "# -: ",
        "  -: ",
        "    paragraph: Rain falls.",
        "# -: a",
        "  Firstly: a word.",
        "    paragraph: It falls.",
        "None firstly",
    ],
    ("1. Rain falls.", "2、 Weirs hold.", "（3） A word."): [
        "# -: ",
        "  1: Rain falls.",
        "  2: Weirs hold.",
        "  3: A word.",
        "None arabic",
    ],
    ("Firstly, rain falls.", "Second, weirs hold.", "Third: a word."): [
        "# -: ",
        "  Firstly: rain falls.",
        "  Second: weirs hold.",
        "  Third: a word.",
        "None firstly",
    ],
    ("There are three:", "1. a", "Rain.", "1. b", "• c"): [
        "# -: ",
        "  -: ",
        "    paragraph: There are three:",
        "    paragraph: 1. a",
        "  -: ",
        "    paragraph: Rain.",
        "  1: b",
        "    paragraph: c",
        "None arabic",
    ],
    ("There are three:", "• a", "• b", "Rain."): [
        "# -: ",
        "  -: ",
        "    paragraph: There are three:",
        "    paragraph: a",
        "    paragraph: b",
        "  -: ",
        "    paragraph: Rain.",
        "None None",
    ],
    ("There are three.", "• a", "Rain."): [
        "# -: ",
        "  -: ",
        "    paragraph: There are three.",
        "  -: ",
        "    paragraph: a",
        "  -: ",
        "    paragraph: Rain.",
        "None None",
    ],
    ("Rain.", "•#1 a", "#1"): [
        "# -: ",
        "  -: ",
        "    paragraph: Rain.",
        "    paragraph • #1: a",
        "  -: ",
        "    paragraph: #1",
        "None None",
    ],
    ("Rain.", "•#1 a", "•#1 b", "1.#2 c", "2.#2 d"): [
        "# -: ",
        "  -: ",
        "    paragraph: Rain.",
        "    paragraph • #1: a",
        "    paragraph • #1: b",
        "  1: c",
        "  2: d",
        "None arabic",
    ],
    ("1.#2 c", "2.#2 d"): ["# -: ", "  1: c", "  2: d", "None arabic"],
    ("•#1 a", "•#1 b"): ["# -: ", "  -: ", "    paragraph • #1: a", "    paragraph • #1: b", "None None"],
    ("Firstly, rain. It falls.", "1.#2 c", "•#3 d"): [
        "# -: ",
        "  Firstly: rain.",
        "    paragraph: It falls.",
        "    paragraph 1. #2: c",
        "    paragraph • #3: d",
        "None firstly",
    ],
    ("## Works", "•#1 a"): ["#2 -: Works", "  -: ", "    paragraph • #1: a", "None None"],
    ("Ada Berg said:", "“Rain falls.”", "“It does.”", "So it is."): [
        "# -: ",
        "  -: ",
        "    paragraph: Ada Berg said:",
        "    paragraph: “Rain falls.”",
        "    paragraph: “It does.”",
        "  -: ",
        "    paragraph: So it is.",
        "None None",
    ],
    ("Ada Berg spoke.", "She added that it rains.", "So it is."): [
        "# -: ",
        "  -: ",
        "    paragraph: Ada Berg spoke.",
        "    paragraph: She added that it rains.",
        "  -: ",
        "    paragraph: So it is.",
        "None None",
    ],
    ("Firstly, Ada Berg spoke. Well.", "She added that it rains."): [
        "# -: ",
        "  Firstly: Ada Berg spoke.",
        "    paragraph: Well.",
        "    paragraph: She added that it rains.",
        "None firstly",
    ],
}


@pytest.mark.parametrize("texts", TEXTS)
def test_blocks_become_sections_and_points(texts):
    assert read(texts) == READ[texts]


TURNS = {
    "en": (
        "BERG: Good morning. We meet.", "Rain falls.", "Firstly, weirs. They hold.", "I thank you.",
        "LUND: Thank you.", "**Rain falls.** It does.", "Weirs hold.", "BERG: Good.", "A Member: No.",
        "Rain.", "## Costs", "BERG: It costs.",
    ),
    "zh": (
        "主持人：您好。", "令狐野：水要留。", "我同意。", "一是管网。要修。", "记者：为什么？", "令狐野：因为下雨。",
    ),
}  # fmt: skip


# What each of these becomes stands in the file beside; "bold" tells that leads are bold in the manuscript.
KEPT = Path(__file__).with_name("sections_and_points.txt")
MORE = (
    # Titles of sub-sections, below a section with a numeral and else by themselves.
    ("## 一、工程", "<inner-title> （一）管网", "修。"),
    ("## 工程", "<inner-title> （一）管网", "修。"),
    ("## 一、工程", "## 费用", "<inner-title> （一）管网"),
    ("<inner-title> （一）管网", "<inner-title> （二）水闸", "<inner-title> 费用"),
    ("## Works", "### I. Pipes", "<inner-title> (1) Weirs"),
    # Lists: more of an item, of a list behind a lead alone, and the first of one.
    ("Rain.", "•#1 a", "#1 Firstly, more of a.", "#2 Firstly, more."),
    ("Firstly, rain.", "•#1 a"),
    ("Firstly, rain. It falls.", "Secondly, sun.", "•#1 a"),
    ("## Works", "#1 a"),
    # Bold that tells no lead, ends with the first sentence, with the space behind it, or much later.
    ("bold", "Firstly, rain falls. It does.", "**Secondly, weirs. **They hold."),
    ("**Firstly, **rain falls. It does.",),
    ("bold", "**Firstly, **rain falls. It does."),
    ("**Firstly, rain falls. It does.** So **it** is.",),
    # Turns: what follows them closes nothing.
    ("BERG: Good morning.", "**Finally, rain.** It falls."),
    ("BERG: Good morning.", "Moderator: Why?", "Finally, rain. It falls.", "Firstly, sun."),
)


def read_more(texts):
    body = Body(
        language="zh" if is_han(texts[0]) else "en",
        turns=frozenset({"BERG"}),
        bold_leads=texts[0] == "bold",
    )
    for text in texts:
        if text != "bold":
            add(body, block(text))
    return parts(body)


def test_more_blocks_become_sections_and_points():
    told = "\n".join(
        "\n".join([*(f"> {text}" for text in texts), *map(str.rstrip, read_more(texts)), ""])
        for texts in MORE
    )

    assert told == as_kept(KEPT, told)


def turns(language, *, verbatim):
    body = Body(language=language, turns=frozenset({"BERG", "LUND", "令狐野"}), verbatim=verbatim)
    for text in TURNS[language]:
        add(body, block(text))
    return parts(body)


SPOKEN = [("en", False), ("en", True), ("zh", False), ("zh", True)]


def spoken(key):
    return turns(key[0], verbatim=key[1])


SAID = {
    ("en", False): [
        "# -: ",
        "  -:  turn",
        "    paragraph: BERG: Good morning. We meet.",
        "    paragraph: Rain falls.",
        "  Firstly: weirs.",
        "    paragraph: They hold.",
        "    paragraph: I thank you.",
        "  -:  turn",
        "    paragraph: LUND: Thank you.",
        "  -: Rain falls.",
        "    paragraph: It does.",
        "    paragraph: Weirs hold.",
        "  -:  turn",
        "    paragraph: BERG: Good.",
        "  -: ",
        "    paragraph: A Member: No.",
        "  -: ",
        "    paragraph: Rain.",
        "#2 -: Costs",
        "  -:  turn",
        "    paragraph: BERG: It costs.",
        "None firstly",
    ],
    ("en", True): [
        "# -: ",
        "  -:  turn answered",
        "    paragraph: BERG: Good morning. We meet.",
        "    paragraph: Rain falls.",
        "    paragraph: Firstly, weirs. They hold.",
        "    paragraph: I thank you.",
        "  -:  turn",
        "    paragraph: LUND: Thank you.",
        "  -: Rain falls. answered",
        "    paragraph: It does.",
        "    paragraph: Weirs hold.",
        "  -:  turn answered",
        "    paragraph: BERG: Good.",
        "  -: ",
        "    paragraph: A Member: No.",
        "  -: ",
        "    paragraph: Rain.",
        "#2 -: Costs",
        "  -:  turn",
        "    paragraph: BERG: It costs.",
        "None None",
    ],
    ("zh", False): [
        "# -: ",
        "  -: ",
        "    paragraph: 主持人：您好。",
        "  -:  turn",
        "    paragraph: 令狐野：水要留。",
        "    paragraph: 我同意。",
        "  一是: 管网。",
        "    paragraph: 要修。",
        "  -: ",
        "    paragraph: 记者：为什么？",
        "  -:  turn",
        "    paragraph: 令狐野：因为下雨。",
        "None yishi",
    ],
    ("zh", True): [
        "# -: ",
        "  -: ",
        "    paragraph: 主持人：您好。",
        "  -:  turn answered",
        "    paragraph: 令狐野：水要留。",
        "    paragraph: 我同意。",
        "    paragraph: 一是管网。要修。",
        "  -: ",
        "    paragraph: 记者：为什么？",
        "  -:  turn",
        "    paragraph: 令狐野：因为下雨。",
        "None None",
    ],
}


@pytest.mark.parametrize("key", SPOKEN)
def test_turns_of_a_record_go_on_until_somebody_else_speaks(key):
    assert spoken(key) == SAID[key]


def test_pictures_stand_behind_what_was_read_last():
    body = Body()
    for text, pictures in (
        ("", (1,)),
        ("Rain.", (2,)),
        ("## Costs", (3,)),
        ("Firstly, sun. It shines.", (4, 5)),
        ("", (6,)),
    ):
        one = block(text)
        add(body, type(one)(one.kind, one.runs, one.level, pictures=pictures))

    assert parts(body) == [
        "# -: ",
        "  -: ",
        "    paragraph pictures (1,): ",
        "  -: ",
        "    paragraph pictures (2,): Rain.",
        "#2 -: Costs",
        "  -: ",
        "    paragraph pictures (3,): ",
        "  Firstly: sun.",
        "    paragraph pictures (4, 5, 6): It shines.",
        "None firstly",
    ]


@pytest.mark.parametrize(
    ("before", "text", "language", "on"),
    [
        ("Ada said: ", " “Rain falls”, and more", "en", True),
        ("Ada said.", "“Rain falls”, and more", "en", False),
        ("Ada said.", "“Rain falls.”", "en", True),
        ("Ada said.", "“Rain falls", "en", True),
        ("Ada said.", '"Rain falls."', "en", True),
        ("Ada said:", '"Rain" falls', "en", True),
        ("令狐野说：", "「水要留」，他说", "zh", True),
        ("令狐野说。", "「水要留」", "zh", True),
        ("Ada said:", "Rain falls.", "en", False),
        ("Ada spoke.", "She added that it rains.", "en", True),
        ("Ada spoke.", "Rain falls.", "en", False),
        ("令狐野发言。", "他指出，水要留。", "zh", True),
    ],
)
def test_a_paragraph_may_go_on_with_what_was_said(before, text, language, on):
    assert goes_on_from(before, text, language) is on


def test_bold_leads_are_told_by_paragraphs_that_open_in_bold_and_go_on_without():
    found = [
        has_bold_leads([block(text)])
        for text in ("**Rain.** Falls", "**Rain.**", "Rain **falls**", "## **a** b", "---")
    ]

    assert found == [True, False, False, False, False]
    assert has_bold_leads([block("a"), block("**b** c")])
    assert not has_bold_leads([])


def test_the_figure_of_a_list_stands_before_its_text_and_a_bullet_does_not():
    assert [shown_runs(with_marker(block(text))) for text in ("1. **a** b", "• a", "a")] == [
        "[1.  strong][a strong] b",
        "a",
        "a",
    ]


@pytest.mark.parametrize(
    ("text", "style", "opens"),
    [
        ("I. Works", None, True),
        ("I. Works", "arabic", False),
        ("1. Works", None, False),
        ("1. Works", "arabic", True),
        ("1. Works:", "arabic", False),
        ("一、工程：", None, False),
        ("Works", None, False),
        ("**Works**", "roman", True),
        ("**Firstly, works**", None, False),
        ("**1. works**", None, True),
        (f"**{'a' * 240}**", None, True),
        (f"**{'a' * 241}**", None, False),
    ],
)
def test_a_short_line_with_a_numeral_or_in_bold_opens_a_section(text, style, opens):
    assert opens_section(block(text), Body(section_style=style)) is opens
