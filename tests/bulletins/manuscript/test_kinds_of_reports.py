"""Who says what in kinds of reports: heads of panels, firms that speak, names behind titles, and what is no name."""

import pytest

from bulletins.manuscript import reader
from bulletins.statements import statements


def said(text):
    document = reader.read_bytes(text.encode(), "a.md").document
    return [
        (", ".join(document.entry(key).name for key in one.entries), one.text) for one in statements(document)
    ]


def roster(text):
    document = reader.read_bytes(text.encode(), "a.md").document
    return [(one.name, one.credit, one.kind) for one in document.roster]


PANELS = """# Robots in the field

## Fireside chat: weirs

## Speaker: Ada Berg, CEO of Weir Works

Berg argued that the weir leaks.

## Who pays

## Speakers: Omar Vik, CEO of Mud Labs and Lindon Gade, CEO of Dyna Robotics

{}
"""


def test_a_heading_that_lists_speakers_is_a_list_of_people():
    assert roster(PANELS.format("Gade said no.")) == [
        ("Ada Berg", "CEO of Weir Works", "person"),
        ("Omar Vik", "CEO of Mud Labs", "person"),
        ("Lindon Gade", "CEO of Dyna Robotics", "person"),
    ]


@pytest.mark.parametrize(
    ("sentence", "who"),
    [
        ("Mud Labs noted that mud is free.", "Mud Labs"),
        ("While Mud Labs said that mud is free, it rained.", "Mud Labs"),
        ("The town of Mud Labs noted that mud is free.", ""),
        ("Mud Labs makes mud.", ""),
        ("Vik of Mud Labs noted that mud is free.", "Omar Vik"),
    ],
)
def test_an_institution_that_a_credit_tells_speaks_for_itself(sentence, who):
    assert [one for one in said(PANELS.format(sentence)) if one[0] != "Ada Berg"] == (
        [(who, sentence)] if who else []
    )


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Ada Berg has long maintained that the weir leaks.", "Ada Berg"),
        ("Ada Berg has never said that the weir leaks.", "Ada Berg"),
        ("The Weir Office’s Ada Berg said that the weir leaks.", "Ada Berg"),
        ("According to the Weir Office’s Ada Berg, the weir leaks.", "Ada Berg"),
        ("Ada Berg is Director of the Weir Office. Berg said that the weir leaks.", "Ada Berg"),
        ("Sol Teal is Director of the Weir Office. According to Teal, the weir leaks.", "Sol Teal"),
        ("Ada Berg spoke first. Ultimately, Ada said that the weir leaks.", "Ada Berg"),
        ("Emily Berg spoke first. Emily said that the weir leaks.", "Emily Berg"),
        ("Green Hill is a town. Hill said that the weir leaks.", None),
    ],
)
def test_who_is_told_to_say_it_in_a_report(text, who):
    leaks = [name for name, sentence in said(f"# Weirs\n\n{text}\n") if "leaks" in sentence]

    assert leaks == ([who] if who else [])


def test_an_adverb_that_begins_a_sentence_is_no_given_name():
    text = "# Weirs\n\nUltimately Berg made a motion. Ultimately Berg said no. Finally Lund said yes.\n"

    assert [one for one in roster(text) if " " in one[0]] == []


@pytest.mark.parametrize(
    ("sentence", "who"),
    [
        ("北境公司的联合创始人兼 CEO Zhou Yu 告诉《芦汀报》，水库要修。", "Zhou Yu"),
        ("“水库要修，”北境公司 CTO Joe Lund 在演讲中表示。", "Joe Lund"),
        ("“水库要修，”Zhou Yu 说道。", "Zhou Yu"),
    ],
)
def test_a_title_in_capitals_before_a_latin_name_is_none_of_the_name(sentence, who):
    assert said(f"# 芦汀水务大会\n\n大会在芦汀举行。\n\n{sentence}\n") == [(who, sentence)]


@pytest.mark.parametrize("dash", ["–", "—", "-", "--"])
def test_a_signed_quotation_opens_the_text_and_is_no_title(dash):
    text = (
        f"# Notes on rain\n\n“Most weirs are old, and nobody counts them.” {dash} Ada Berg, Weir Office\n\n"
        f"“Towns do not pay, and never will.” {dash} Ivo Lund, Fenmark College\n"
    )

    assert [who for who, _ in said(text)] == ["Ada Berg", "Ivo Lund"]
    assert roster(text) == [("Ada Berg", "Weir Office", "person"), ("Ivo Lund", "Fenmark College", "person")]


@pytest.mark.parametrize(
    "act", ["发言", "演讲", "致辞", "讲话", "报告", "主讲", "分享", "登台", "登场", "出场"]
)
def test_what_somebody_came_forward_for_is_not_of_the_title(act):
    text = f"# 水务峰会实录\n\n下雨了。\n\n第二位{act}的是南桥水务局局长令狐野。他认为，多数设施已有40年。\n"

    assert roster(text) == [("令狐野", "南桥水务局局长", "person")]


@pytest.mark.parametrize(
    "honorific", ["Fr.", "Msgr.", "Cmde", "Cmde.", "Cdre", "Cdr.", "Cmdr", "Dr. Fr.", "Rev. Fr."]
)
def test_ranks_and_orders_before_a_name_are_none_of_the_name(honorific):
    told = f"The address was by {honorific} Ada Berg, Dean of Rain. She said that it rains."
    text = f"# Report\n\nIt was long.\n\n{told}\n"

    assert roster(text) == [("Ada Berg", "Dean of Rain", "person")]
