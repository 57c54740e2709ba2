"""What is told of an event is nobody's words; who is called in a way of the record's own speaks all the same."""

import pytest

from tests.bulletins.manuscript.test_motions import said

HEAD = "Rain and streets\n\nThe meeting was held in Fenmark.\n\n"
HAN_HEAD = "雨水与街道\n\n会议在芦汀举行。\n\n"

EVENTS = {
    "The dialogue was opened by Dr. Ada Berg, the Mayor of Fenmark, and was joined by many.": [],
    "Dr. Ada Berg delivered the welcome remarks before the panel discussion. (Credit: Weir Office)": [],
    "Dr. Ada Berg and Mr. Ivo Lund also delivered their sponsor statements.\n\nThe talk featured rain.": [],
    "Dr. Ada Berg, the founder of the forum, gave closing remarks at the end of the event.": [],
    "It went on before the discussion led by Dr. Ada Berg began.": [],
    "Dr. Ada Berg gave a talk in which she asked who pays.": [("Ada Berg", "Dr. Ada Berg")],
    "Dr. Ada Berg delivered a statement on drains.": [("Ada Berg", "Dr. Ada Berg")],
    # A caption ends without a stop, and no page cut it.
    "The hall of the Weir Office in the evening, when all of those who had come sat down again (Credit: Weir Office)"
    "\n\nAda Berg said that it rains.": [("Ada Berg", "Ada Berg sai")],
}


@pytest.mark.parametrize("text", EVENTS)
def test_who_opens_an_event_or_holds_a_speech_of_which_no_more_is_told_says_nothing(text):
    assert said(text, HEAD) == EVENTS[text]


RECORDS = {
    "City Manager Lund suggested a road. Traffic Engineer Stahl asked why.": [
        ("Lund", "City Manager"),
        ("Stahl", "Traffic Engi"),
    ],
    "Engineer Services suggested a road.": [],
    # Two in one label; what stands behind a comma may be a post as well.
    "BERG, LUND: We thank all.\n\nBERG: It rains.\n\nLUND: It pours.": [
        ("BERG; LUND", "BERG, LUND:"),
        ("BERG", "BERG: It rai"),
        ("LUND", "LUND: It pou"),
    ],
    "BERG, CLERK: We thank all.\n\nLUND: It rains.\n\nBERG: It pours.": [
        ("BERG", "BERG, CLERK:"),
        ("LUND", "LUND: It rai"),
        ("BERG", "BERG: It pou"),
    ],
    # A handle that comes but once, beside others of the kind.
    "zeb: any objection\n\nAda: none, as far as I see\n\nzeb: who pays\n\nAda: all do\n\nzeb: sure\n\n"
    "Ada: then we go\n\norrin: I think so": [
        *(("zeb", "zeb: any obj"), ("Ada", "Ada: none, a"), ("zeb", "zeb: who pay"), ("Ada", "Ada: all do")),
        *(("zeb", "zeb: sure"), ("Ada", "Ada: then we"), ("orrin", "orrin: I thi")),
    ],
    # Two who say two things in one sentence: whose the next is stays open.
    "Petra Lund said that it rains, and Ada Berg that it pours. She wants weirs.": [
        ("Petra Lund; Ada Berg", "Petra Lund s")
    ],
}


@pytest.mark.parametrize("text", RECORDS)
def test_a_record_calls_its_people_in_its_own_ways(text):
    assert said(text, HEAD) == RECORDS[text]


HAN = {
    "令狐野一一作了回应。他说，雨水要留下来。\n\n令狐野就管网和大家进行了交流。他说，管网要修。": ["令狐野"]
    * 3,
    "会议就管网和大家进行了交流。他说，管网要修。": [],
    "端木晴就管网和大家进行了交流。居民说，管网要修。": [],
}


@pytest.mark.parametrize("text", HAN)
def test_the_next_sentence_lets_speak_of_whom_one_tells(text):
    assert [who for who, _ in said(text, HAN_HEAD)] == HAN[text]
