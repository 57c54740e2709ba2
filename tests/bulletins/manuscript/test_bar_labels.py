"""Labels whose parts bars divide: whom they name, with which credit, and whose the speeches below are."""

import pytest

from bulletins.manuscript import reader
from bulletins.manuscript.bar_labels import divided
from bulletins.statements import statements


def said(text, suffix="txt"):
    document = reader.read_bytes(text.encode(), f"a.{suffix}").document
    people = {one.speaker: (one.name, one.credit) for one in document.roster}
    return [(*people[key], one.text) for one in statements(document) for key in one.entries]


@pytest.mark.parametrize(
    ("label", "told"),
    [
        ("Ada Berg | Dean of Rain", ("Ada Berg", "Dean of Rain")),
        ("Dean of Rain|Ada Berg", ("Ada Berg", "Dean of Rain")),
        ("IWO | Brian Lund | Co-Chair", ("Brian Lund", "IWO, Co-Chair")),
        ("Malaysia | Representative", ("Malaysia", "Representative")),
        (
            "Republic of Norland | Permanent Representative",
            ("Republic of Norland", "Permanent Representative"),
        ),
        ("令狐野｜芦汀大学教授", ("令狐野", "芦汀大学教授")),
        ("令狐野丨芦汀大学｜教授", ("令狐野", "芦汀大学，教授")),
        ("甘露 | 滨江市应急管理局局长", ("甘露", "滨江市应急管理局局长")),
        ("甘露 | 滨江市 | 局长", ("甘露", "滨江市，局长")),
        ("Malaysia | Representative | Fenmark", ("Malaysia", "Representative, Fenmark")),
        ("尤里·彼得连科｜国际水文组织顾问", ("尤里·彼得连科", "国际水文组织顾问")),
        # Without a bar, of more than three parts, of an empty one, and where no part is somebody.
        ("Ada Berg", None),
        ("Ada Berg | Dean | Rain Office | Ulm", None),
        ("Ada Berg |", None),
        ("Rain | Weirs and drains", None),
        ("Malaysia | Weirs", None),
        ("水闸｜渔船", None),
        ("局长｜滨江市应急管理局局长", None),
    ],
)
def test_a_label_with_bars_names_somebody_and_tells_the_rest_as_the_credit(label, told):
    assert divided(label) == told


def test_a_speech_behind_a_label_with_a_bar_is_its_bearer_s():
    text = (
        "水务观点\n\n令狐野｜芦汀大学教授：水要留。河要清。\n\n甘露｜滨江市应急管理局局长：我们去年发了四百次预警。\n"
        "\n尤里·彼得连科｜国际水文组织顾问：小国有渔民。\n"
    )

    assert said(text) == [
        ("令狐野", "芦汀大学教授", "令狐野｜芦汀大学教授：水要留。河要清。"),
        ("甘露", "滨江市应急管理局局长", "甘露｜滨江市应急管理局局长：我们去年发了四百次预警。"),
        ("尤里·彼得连科", "国际水文组织顾问", "尤里·彼得连科｜国际水文组织顾问：小国有渔民。"),
    ]


def test_so_are_the_paragraphs_below_such_a_label_that_stands_alone_in_bold():
    text = (
        "# Briefing\n\n**Malaysia | Representative**\n\nWe thank the chair for the weirs.\n\nThe first is on rain.\n\n"
        "**IWO | Brian Lund | Co-Chair**\n\nThank you. I shall answer it now.\n\n"
        "**Norway | Representative**\n\nWho pays for the drains?\n"
    )

    assert said(text, "md") == [
        (
            "Malaysia",
            "Representative",
            "Malaysia | Representative: We thank the chair for the weirs.\nThe first is on rain.",
        ),
        ("Brian Lund", "IWO, Co-Chair", "IWO | Brian Lund | Co-Chair: Thank you. I shall answer it now."),
        ("Norway", "Representative", "Norway | Representative: Who pays for the drains?"),
    ]


def test_behind_a_label_with_a_bar_that_names_nobody_the_last_speaker_does_not_go_on():
    text = (
        "The panel on rain.\n\nAda Berg | Dean of Rain: We pay.\n\nIvo Lund | Weir Office: We do not.\n\n"
        "Weirs | Drains: Who pays for both.\n"
    )

    assert [name for name, _, _ in said(text)] == ["Ada Berg", "Ivo Lund"]
