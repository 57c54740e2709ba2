"""What programs write down of speech: the name and the hour stand above or before what was said."""

import pytest

from bulletins.manuscript import outline_of_reading, reader

PEOPLE = {"en": ("Ada Berg", "Ivo Lund"), "zh": ("令狐野", "端木晴")}
HEAD = {"en": "Talk about rain", "zh": "谈雨水"}
SAID = {
    "en": ("Most weirs are older than we are.", "Who will mend them all?", "Nobody will, I fear."),
    "zh": ("多数水库比我们都老。", "谁来修呢？", "恐怕没有人修。"),
}
# The name, the hour and what was said; as the reader prints its label.
FORMS = {
    "{name} {hour}\n{said}": "{hour} {name}",
    "{name} [{hour}]\n{said}": "{hour} {name}",
    "{name} ({hour})\n{said}": "{hour} {name}",
    "{name} ({hour}): {said}": "{hour} {name}",
    "{name} ({hour}) - {said}": "{hour} {name}",
    "{hour} {name}\n{said}": "{hour} {name}",
    "[{hour}] {name}\n{said}": "{hour} {name}",
    "({hour}) {name} – {said}": "{hour} {name}",
}


@pytest.mark.parametrize("hour", ["10:0{}", "00:1{}:05", "1:0{}:59"])
@pytest.mark.parametrize("language", PEOPLE)
@pytest.mark.parametrize("form", FORMS)
def test_what_was_said_is_theirs_who_are_named_with_the_hour(form, language, hour):
    first, second = PEOPLE[language]
    turns = [*zip((first, second, first), SAID[language], map(hour.format, (1, 2, 3)), strict=True)]
    text = "\n\n".join(
        [HEAD[language], *(form.format(name=name, said=said, hour=at) for name, said, at in turns)]
    )

    outline = outline_of_reading(reader.read_bytes(text.encode(), "talk.txt"))

    lede = [(outline["lede_speakers"], outline["lede"])] if outline["lede"] else []
    statements = [
        (statement["speakers"], statement["text"])
        for section in outline["sections"]
        for point in section["points"]
        for statement in point["statements"]
    ]
    colon = ": " if language == "en" else "："
    label = FORMS[form]
    assert [*lede, *statements] == [
        ([name], f"{label.format(name=name, hour=at)}{colon}{said}") for name, said, at in turns
    ]
    assert [(one["name"], one["credit"]) for one in outline["roster"]] == [(first, ""), (second, "")]


def test_an_hour_before_what_is_no_name_is_no_label():
    text = "A day in Fenmark\n\n10:01 Rain begins\nIt is light.\n\n10:02 Rain ends\nIt was short.\n"

    outline = outline_of_reading(reader.read_bytes(text.encode(), "day.txt"))

    assert outline["roster"] == []
