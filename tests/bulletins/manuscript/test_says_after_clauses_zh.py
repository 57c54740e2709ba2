"""In Chinese the verb may stand behind one thing after another that somebody starts from."""

import pytest

from bulletins.manuscript.sightings_zh import sightings

HEADS = ("从", "围绕", "结合", "针对", "以", "就", "对", "立足", "通过")


def speakers(text):
    """Who speaks in a paragraph."""
    return [one.name for one in sightings(text) if one.speaks]


@pytest.mark.parametrize("head", HEADS)
@pytest.mark.parametrize("count", [1, 2, 3])
def test_up_to_three_things_stand_before_the_verb(head, count):
    assert speakers(f"港湾协会主席端木晴{f'{head}渡船航线，' * count}阐述能源转型的举措。") == ["端木晴"]


def test_the_things_may_differ():
    assert speakers("港湾协会主席端木晴围绕渡船航线，结合海岬天气，阐述能源转型的举措。") == ["端木晴"]


@pytest.mark.parametrize(
    "text",
    [
        "港湾协会主席端木晴围绕“双航线”目标，阐述能源转型的举措。",
        "港湾协会主席端木晴围绕渡船航线，结合“双航线”目标，阐述能源转型的举措。",
        "端木晴主席针对水价，阐述能源转型的举措。",
        "港湾协会主席端木晴针对水价阐述能源转型的举措。",
        "港灣協會主席端木晴針對水價闡述能源轉型的舉措。",
    ],
)
def test_what_is_quoted_or_met_before_the_verb_is_no_part_of_a_name(text):
    assert speakers(text) == ["端木晴"]


def test_a_name_of_one_letter_less_ends_before_what_it_meets():
    assert speakers("港湾协会主席林晴针对水价，阐述能源转型的举措。") == ["林晴"]


@pytest.mark.parametrize(
    "text",
    [
        f"港湾协会主席端木晴{'围绕渡船航线，' * 4}阐述能源转型的举措。",
        "港湾协会主席端木晴围绕渡船航线，结合海岬天气，到场参观。",
        "港湾协会主席端木晴围绕渡船航线，有人阐述能源转型的举措。",
        "港湾协会主席端木晴围绕渡船航线。结合海岬天气，阐述能源转型的举措。",
    ],
)
def test_who_starts_from_things_and_says_nothing_does_not_speak(text):
    assert speakers(text) == []
