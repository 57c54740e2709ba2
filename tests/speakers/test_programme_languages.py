"""A text in several languages: what a row tells, and what is stored once that is taken over."""

import pytest

from speakers.programme_languages import Told, after, told_of


@pytest.mark.parametrize(
    ("row", "told"),
    [
        ({}, Told("", ())),
        ({"room": "Hall 3"}, Told("Hall 3", ())),
        ({"room": "三号厅"}, Told("三号厅", ())),
        ({"room": "三号厅", "room en": "Hall 3"}, Told("Hall 3", (("zh", "三号厅"),))),
        ({"room": "Hall 3", "room zh": "三号厅"}, Told("Hall 3", (("zh", "三号厅"),))),
        ({"room zh": "三号厅"}, Told("", (("zh", "三号厅"),))),
        ({"room": "Hall 3333", "room zh": "三号厅三号厅"}, Told("Hall ", (("zh", "三号厅三号"),))),
    ],
)
def test_a_row_tells_a_text_in_the_main_language_and_in_others(row, told):
    assert told_of(row, "room", 5 if len(row.get("room", "")) > 6 else None) == told


def test_texts_in_several_languages_are_told_alike_whichever_comes_first(settings):
    settings.BULLETIN_LANGUAGES = ["en", "zh", "de"]

    told = [
        told_of({"room": "Hall 3", "room zh": "三号厅", "room de": "Saal 3"}, "room"),
        told_of({"room": "三号厅", "room en": "Hall 3", "room de": "Saal 3"}, "room"),
    ]

    assert told == [Told("Hall 3", (("de", "Saal 3"), ("zh", "三号厅")))] * 2


@pytest.mark.parametrize(
    ("told", "text", "others", "main", "kept"),
    [
        (Told("Hall 3"), "", {}, "Hall 3", {}),
        (Told("Hall 3"), "Hall 1", {"zh": "一号厅"}, "Hall 3", {"zh": "一号厅"}),
        (Told("三号厅"), "Hall 1", {"zh": "一号厅"}, "Hall 1", {"zh": "三号厅"}),
        (Told("三号厅"), "一号厅", {}, "三号厅", {}),
        (Told("Hall 3"), "一号厅", {}, "Hall 3", {"zh": "一号厅"}),
        (Told("Hall 3", (("zh", "三号厅"),)), "Hall 1", {"zh": "一号厅"}, "Hall 3", {"zh": "三号厅"}),
    ],
)
def test_what_was_told_is_stored_and_what_was_not_stays(told, text, others, main, kept):
    assert after(told, text, others) == (main, kept)
