"""Who is credited in English text that has no list of people: those who speak, and no post, place or phrase."""

import pytest

from bulletins.manuscript import outline_of_reading, reader

LISTED = "Participants: Ada Berg, Head of Drains; Ivo Lund, Dean of the Academy of Rain.\n\n"
NOBODY = [
    "Senior Actuary put a figure to it.",
    "The Chief Underwriting Officer said that premiums rise.",
    "Green Growth said more than it did.",
    "Blue Carbon was discussed, and Blue Carbon needs money, said the panel.",
    "**Next Steps** The group will meet again in May.",
    "**Carbon Pricing** should be explained, it was argued.",
    "**Open Questions:** Who pays?",
    "Climate Finance: the gap is wide.",
    "Lantern Bay asked for more money. Lantern Bay added that it was late.",
    "Port Merrow said it would pay. Port Merrow added that it was late.",
    "The Ostrel Delta Authority, the Lantern Bay Harbour Board and the Tamarisk Foundation said they agreed.",
    "El Niño said nothing, though La Niña warned.",
    "Norrland Telekom said prices fall.",
    "In the view of the Ada Berg Foundation, money is short.",
    "The Lena Gruber Institute said that it agreed.",
    "The Veldhaven Convention stated that heritage matters.",
    "Harbour Master Road was closed, said the police.",
    "Professor of Hydrology, said the badge.",
    "Deputy Director General for Water of the Region said that it rains.",
    "Sri Lanka asked who pays, and Costa Rica replied. Costa Rica added that it is hard.",
    "Hong Kong suggested a fund. Hong Kong noted its harbour.",
    "Best Practice, Director of Studies, said.",
]
SPEAKERS = {
    "Lena Gruber, Senior Actuary at Halvard Mutual, said that premiums rise.": "Lena Gruber",
    "Senior Actuary Lena Gruber said that premiums rise.": "Lena Gruber",
    "The Senior Actuary, Lena Gruber, said that premiums rise.": "Lena Gruber",
    "Petra Baker, Dean of Rain, argued that it rains.": "Petra Baker",
    "Dr. Mark Hill stressed that it rains.": "Mark Hill",
    "Grace Hill of the Weir Office said that it rains.": "Grace Hill",
    "**Tomasz Zielnik**, Director of Works, opened with a story.": "Tomasz Zielnik",
    "Park Ji-woo (Han Institute) proposed a fund.": "Park Ji-woo",
    "According to Pieter van ’t Veld, Keeper of Maps, the maps are old.": "Pieter van ’t Veld",
    "Omar Teal asked who pays. He added that it is dear.": "Omar Teal",
    "The session was moderated by Ines Vale, Editor of Tides.": "Ines Vale",
    "“We pay,” said Omar Teal, mayor of Fenmark.": "Omar Teal",
}


def outline(text):
    return outline_of_reading(
        reader.read_bytes(f"# Rain and streets\n\n## I. Works\n\n{text}\n".encode(), "a.md")
    )


def credited(outline):
    return {
        *(who["name"] for who in outline["roster"] if who["kind"] == "person"),
        *(
            name
            for section in outline["sections"]
            for point in section["points"]
            for name in point["speakers"]
        ),
    }


@pytest.mark.parametrize("before", ["", LISTED], ids=["no list", "beside a list"])
@pytest.mark.parametrize("text", NOBODY)
def test_posts_places_and_phrases_are_nobody(text, before):
    assert credited(outline(before + text)) - {"Ada Berg", "Ivo Lund"} == set()


@pytest.mark.parametrize("text", SPEAKERS)
def test_who_speaks_is_credited(text):
    found = outline(text)

    assert ([who["name"] for who in found["roster"]], credited(found)) == ([SPEAKERS[text]], {SPEAKERS[text]})


def test_a_bare_name_before_one_verb_is_told_as_doubtful():
    found = outline("Norrland Telekom said prices fall.")

    assert [(one["code"], one["message"].partition(" may")[0]) for one in found["findings"]][:1] == [
        ("roster-doubtful", "Norrland Telekom")
    ]
