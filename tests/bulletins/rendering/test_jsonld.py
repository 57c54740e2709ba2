"""JSON-LD: what is reported is told as reported, by whom, at which event, and in which issue."""

import datetime

from bulletins.document import Document, Imprint, Mention, Point, RosterEntry, Section, SessionRef, Text
from bulletins.rendering.jsonld import issue

ADDRESS = "https://rain.example/rain/2026/1/v2/"
DOCUMENT = Document(
    forum="Rain Forum",
    edition=2026,
    number=1,
    volume=7,
    date=datetime.date(2026, 11, 18),
    series_title="2026 Bulletin I",
    title="Rain",
    sessions=(
        SessionRef(key="5", title="Drains", date=datetime.date(2026, 11, 17)),
        SessionRef(key="6", title="Pumps"),
    ),
    roster=(
        RosterEntry(speaker="berg-ada", name="Ada Berg", credit="Head of Drains", sessions=("5",)),
        RosterEntry(speaker="lund-ivo", name="Ivo Lund", sessions=("5", "6")),
        RosterEntry(speaker="holm-eva", name="Eva Holm"),
    ),
    sections=(
        Section(
            points=(
                Point(
                    id="a000000001",
                    lead=(Text("drains leak."),),
                    body=(
                        (
                            Mention("berg-ada"),
                            Text(" said that drains leak. "),
                            Mention("lund-ivo"),
                            Text(" said no."),
                        ),
                    ),
                ),
            )
        ),
    ),
    summarized_by=("Wren Castellan",),
)


def graph():
    told = issue(DOCUMENT, Imprint(draft=False, version=2, address=ADDRESS))
    return told["@graph"]


def test_what_somebody_said_is_a_claim_that_those_who_summed_up_put_into_words_and_no_quotation():
    berg, lund = graph()[0]["hasPart"]

    assert berg == {
        "@type": "Claim",
        "@id": f"{ADDRESS}#statement-1",
        "genre": "reported speech",
        "url": f"{ADDRESS}#a000000001",
        "name": "drains leak.",
        "text": "Ada Berg, Head of Drains said that drains leak.",
        "inLanguage": "en",
        "author": [{"@id": "https://rain.example/speakers/berg-ada/"}],
        "claimInterpreter": [{"@type": "Person", "name": "Wren Castellan"}],
        "appearance": {"@id": ADDRESS},
        "recordedIn": [{"@id": "https://rain.example/rain/2026/sessions/5/"}],
    }
    # Who was in two sessions said it in one of them, and nobody knows in which.
    assert "recordedIn" not in lund


def test_people_have_the_address_of_their_page_for_an_id_where_they_have_one():
    people = [node for node in graph() if node["@type"] == "Person"]

    assert [(one["@id"], one.get("url")) for one in people] == [
        ("https://rain.example/speakers/berg-ada/",) * 2,
        ("https://rain.example/speakers/lund-ivo/",) * 2,
        ("#who-holm-eva", None),
    ]
    assert graph()[0]["mentions"] == [{"@id": one["@id"]} for one in people]


def test_the_sessions_are_events_of_the_years_forum():
    events = [node for node in graph() if node["@type"] == "Event"]

    assert events == [
        {
            "@type": "Event",
            "@id": "https://rain.example/rain/2026/",
            "url": "https://rain.example/rain/2026/",
            "name": "Rain Forum 2026",
        },
        {
            "@type": "Event",
            "@id": "https://rain.example/rain/2026/sessions/5/",
            "url": "https://rain.example/rain/2026/sessions/5/",
            "name": "Drains",
            "startDate": "2026-11-17",
            "superEvent": {"@id": "https://rain.example/rain/2026/"},
        },
        {
            "@type": "Event",
            "@id": "https://rain.example/rain/2026/sessions/6/",
            "url": "https://rain.example/rain/2026/sessions/6/",
            "name": "Pumps",
            "superEvent": {"@id": "https://rain.example/rain/2026/"},
        },
    ]


def test_the_issue_tells_its_number_volume_series_and_events():
    told = graph()[0]

    assert (told["@type"], told["issueNumber"], told["isPartOf"]["volumeNumber"]) == (
        ["PublicationIssue", "Report"],
        1,
        7,
    )
    assert told["isPartOf"]["isPartOf"] == {"@type": "Periodical", "name": "Rain Forum"}
    assert told["about"] == [{"@id": f"https://rain.example/rain/2026/sessions/{key}/"} for key in (5, 6)]
