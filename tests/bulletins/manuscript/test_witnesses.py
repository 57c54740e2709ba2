"""A credit rests on two witnesses: what has one weak sign alone is told as a doubt, and nothing is credited."""

import pytest

from bulletins.manuscript import outline_of_reading, reader

HEAD = "# Report of the Weir Forum\n\nThe forum met in the hall and talked about weirs for a day.\n\n## Notes\n\n"
END = "\n\nAll went home.\n"


def read(text):
    """Who is credited, and who may be somebody."""
    outline = outline_of_reading(reader.read_bytes((HEAD + text + END).encode(), "a.md"))
    credited = [
        name
        for section in outline["sections"]
        for point in section["points"]
        for statement in point["statements"]
        for name in statement["speakers"]
    ]
    told = [one["message"] for one in outline["findings"] if one["code"] == "roster-doubtful"]
    return credited, [message.partition(" may be")[0] for message in told]


THINGS = ["Sendai Framework", "Kigali Amendment", "Chennai Metro", "Erasmus Plus", "Kafka Streams"]


@pytest.mark.parametrize("name", THINGS)
def test_a_thing_before_a_colon_or_a_verb_is_nobody(name):
    said = f"It rained. {name} said that the weirs stay. It also announced a plan."
    assert [read(f"{name}: it was held once more."), read(said)[0]] == [([], [name]), []]


BORNE_OUT = {
    "Petra Lund: it rains.": ["Petra Lund"],  # by a given name,
    "Dr. Tuomar Korpi: it rains.": ["Tuomar Korpi"],  # a title,
    "Tuomar Korpi, Head of Drains: it rains.": ["Tuomar Korpi"],  # a post,
    "Tuomar Korpi: I think that it rains.": ["Tuomar Korpi"],  # an “I”,
    "Tuomar Korpi: it rains.\n\nTuomar Korpi: it pours.": [
        "Tuomar Korpi",
        "Tuomar Korpi",
    ],  # a second speech,
    "Tuomar Korpi: it rains.\n\nLater Tuomar Korpi said that it pours.": ["Tuomar Korpi"],
    # or others beside: a record tells nothing else of anybody.
    "Tuomar Korpi: it rains.\n\nNgozi Okafor: it pours.\n\nSiobhan Byrne: it does.": [
        "Tuomar Korpi",
        "Ngozi Okafor",
        "Siobhan Byrne",
    ],
    "It rained. Petra Lund said that it pays.": ["Petra Lund"],
    "It rained. Helen Bishop said that it pays.": ["Helen Bishop"],
    "It rained. Ngozi Okafor announced a plan.": ["Ngozi Okafor"],  # also by one of another language,
    "It rained. Iluka Teale argued that it pays.": ["Iluka Teale"],  # by what only people do,
    "It rained. In her talk, Iluka Teale raised the price.": ["Iluka Teale"],  # or have,
    "“It rains,” Iluka Teale told us.": ["Iluka Teale"],  # and by a quotation.
}


@pytest.mark.parametrize("text", BORNE_OUT)
def test_whoever_is_borne_out_is_credited(text):
    assert read(text) == (BORNE_OUT[text], [])


def test_who_is_not_is_told_once_as_a_doubt():
    assert read("Tuomar Korpi: it rains.\n\nIt rained. Iluka Teale announced a plan.") == (
        [],
        ["Tuomar Korpi, Iluka Teale"],
    )
