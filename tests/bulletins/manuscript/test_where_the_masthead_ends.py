"""Which lines below the title are of the masthead, and which open the text."""

import pytest

from bulletins.manuscript import outline_of_reading
from bulletins.manuscript.reader import read_bytes
from tests.bulletins.manuscript.test_whole_manuscripts import told_of

HEADS = {
    "a heading above smaller ones with text is a section": (
        "# Weir Watch Daily\n\n## Yesterday\n\n### Rain\n\n- It rained.\n- It poured.\n",
        {"title": "Weir Watch Daily", "lede": None, "sections": ["Yesterday", "Rain"]},
    ),
    "a bold line above a list heads it": (
        "# Rain over Fenmark\n\n**Key points**\n\n- Rain is wet.\n- Nobody insures it.\n",
        {"title": "Rain over Fenmark", "lede": None, "sections": ["Key points"]},
    ),
    "a first question is no lede and no line of the head": (
        "# Rain over Fenmark\n\n**Q1: Who pays?**\n\nAda Berg: The county.\n\n**Q2: For all?**\n\nAda Berg: Yes.\n",
        {"title": "Rain over Fenmark", "lede": None, "sections": [""]},
    ),
    "what it is an interview with is no publisher": (
        "# Nineteen winters\n\n*Interview with Ada Berg, keeper of the weir, by Ivo Lund*\n\nIt was cold up there.\n",
        {
            "title": "Nineteen winters",
            "lede": "Interview with Ada Berg, keeper of the weir, by Ivo Lund",
            "sections": [""],
            "authors": ("Ivo Lund",),
        },
    ),
    "the office of who wrote it stands with the name": (
        "# Rain over Fenmark\n\nBy Ada Berg, Weir Watch\n\nIt rained all day.\n",
        {"title": "Rain over Fenmark", "lede": "It rained all day.", "authors": ("Ada Berg, Weir Watch",)},
    ),
    "capitals that end with the hour are the head": (
        (
            "TOWN OF FENMARK\nREGULAR MEETING OF THE TOWN COUNCIL\nMONDAY, APRIL 7, 2025 – 6:30 P.M.\n\n"
            "It rained all day.\n"
        ),
        {
            "title": "TOWN OF FENMARK REGULAR MEETING OF THE TOWN COUNCIL",
            "lede": "It rained all day.",
            "date": "2025-04-07",
        },
    ),
    "a post before the name of who took the minutes is nobody": (
        "# 班会记录\n\n记录人：学习委员 甘棠\n\n大家谈了春游。\n",
        {"title": "班会记录", "lede": "大家谈了春游。", "authors": ("学习委员 甘棠",)},
    ),
}


@pytest.mark.parametrize(("text", "told"), HEADS.values(), ids=HEADS)
def test_the_masthead_ends_where_the_text_begins(text, told):
    reading = read_bytes(text.encode(), "a.md")
    outline = outline_of_reading(reading)
    document = reading.document

    found = {
        "title": outline["title"],
        "lede": outline["lede"],
        "sections": [
            title
            for section in document.sections
            for title in (section.title, *(below.title for below in section.sections))
        ],
        "authors": document.summarized_by,
        "date": document.date and document.date.isoformat(),
        "publisher": document.publisher or None,
    }
    assert found == {"sections": [], "authors": (), "date": None, "publisher": None} | told


def test_two_lines_with_a_name_each_are_two_people():
    text = "# 河流与记忆\n\n**对谈嘉宾**\n\n令狐野　作家，《渡口》作者\n端木晴　河湾大学教授\n\n**令狐野：** 什么？\n"

    roster = read_bytes(text.encode(), "a.md").document.roster
    assert [(one.name, one.credit) for one in roster] == [
        ("令狐野", "作家，《渡口》作者"),
        ("端木晴", "河湾大学教授"),
    ]


def test_a_label_in_a_list_of_speakers_tells_the_part_of_who_stands_behind_it():
    text = "# Rain\n\n**Speakers**\n- Ms. Ada Berg, Weir Watch\n- Onsite moderator: Ivo Lund\n\nBerg said that it is.\n"

    reading = read_bytes(text.encode(), "a.md")
    assert [(one.name, one.credit, one.role) for one in reading.document.roster] == [
        ("Ada Berg", "Weir Watch", None),
        ("Ivo Lund", "", "moderator"),
    ]
    assert [finding.code for finding in reading.findings] == []


def test_two_brackets_behind_a_name_in_a_label_are_parted_by_a_comma():
    text = "# Rain\n\nAda Berg (Fenmark) (Rain Party): Who pays?\n\nIvo Lund (Sarn) (Sun Party): We all do.\n"

    roster = read_bytes(text.encode(), "a.md").document.roster
    assert [(one.name, one.credit) for one in roster] == [
        ("Ada Berg", "Fenmark, Rain Party"),
        ("Ivo Lund", "Sarn, Sun Party"),
    ]


@pytest.mark.parametrize(
    ("above", "section"),
    [("", "section: {}"), ("## Figures\n\n", 'section: {"title": "Figures"}')],
    ids=["below the title", "below a heading"],
)
@pytest.mark.parametrize("head", ["Year | Rain", "2019 | 2020"])
def test_a_table_of_figures_opens_the_text(above, section, head):
    table = f"{head}\n---|---\n2020 | 9\n2021 | 8\n"
    reading = read_bytes(f"# Rain over Fenmark\n\n{above}{table}\nIt rains.\n".encode(), "a.md")
    first, second = head.split(" | ")
    cells = f'"head": [["{first}"], ["{second}"]], "rows": [[["2020"], ["9"]], [["2021"], ["8"]]]'

    assert [*told_of(reading.document, reading.findings)][1:] == [
        section,
        f'  {{"body": [{{"type": "table", {cells}}}]}}',
        '  {"body": [["It rains."]]}',
    ]


def test_a_table_below_the_title_that_tells_of_the_sheet_is_of_the_masthead():
    text = "# Rain over Fenmark\n\n|||\n|---|---|\n| No. 7 | 5 March 2026 |\n\nIt rained all day.\n"

    outline = outline_of_reading(read_bytes(text.encode(), "a.md"))

    assert (outline["number"], outline["date"], outline["lede"]) == (7, "2026-03-05", "It rained all day.")
