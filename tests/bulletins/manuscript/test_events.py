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
    "Dr. Ada Berg, Minister for Rain, opened the Consultation.": [],
    "The mayor, Dr. Ada Berg, opened the meeting and welcomed all who were present.": [],
    "Ms. Petra Stahl presented opening remarks from the Mayor, and all sat down.": [],
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
    # As hearings print it; "he" who is told of, and says nothing, has no words either.
    "The CHAIRMAN. We shall come to order. Mr. Berg is with us.\n\nMr. BERG. I have no statement.\n\nThe CHAIRMAN. "
    "I thank you, Mr. Berg.\n\n(The material follows:)\n\nMr. Berg was born in Fenmark. He was taught at home.": [
        *(("The CHAIRMAN", start) for start in ("The CHAIRMAN", "We shall com", "Mr. Berg is")),
        *(("Mr. BERG", start) for start in ("Mr. BERG.", "I have no st")),
        *(("The CHAIRMAN", start) for start in ("The CHAIRMAN", "I thank you,")),
    ],
    # A letter without a stop behind a post is an initial; whom a motion puts up has not spoken.
    "Present: Cllr P Stahl (Chairman), Cllr J Stahl, Cllr Lund.\n\nIt was proposed by Councillor P Stahl that "
    "Councillor Lund be elected Vice Chairman.": [("P Stahl", "It was propo")],
    # A country that speaks for a group is a body, be it the only one.
    "Noting the rain, Nauru, for AOSIS, said it pours.": [("Nauru", "Noting the r")],
    # "present" behind members is no verb.
    "Members present included Trustees Ada Berg, Ivo Lund and Petra Stahl.": [],
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
    # Whoever is quoted is spoken of; who is asked to speak has not spoken; 带来的 tells of a work.
    "记者端木晴表示，雨水要留下来。“令狐野回答问题有个特点，听着特别安心，说得也清楚。”端木晴认为。\n\n令狐野说，"
    "管网要修。": ["端木晴"] * 3 + ["令狐野"],
    "下面我们请芦汀出版社社长令狐野先生介绍一下新书。\n\n令狐野：感谢大家。\n\n端木晴：我补充一句。\n\n令狐野：好。": [
        *("令狐野", "端木晴", "令狐野")
    ],
    "活动有作家令狐野带来的新作《雨水》分享会。令狐野表示，雨水要留下来。": ["令狐野"],
    # Joined names, and one behind 岁的 or 但.
    "研究院院长令狐野，作家协会会长端木晴出席活动。\n\n令狐野、端木晴对新书进行了解读。": ["令狐野; 端木晴"],
    "院长令狐野指出，雨水要留下来。\n\n63岁的令狐野说，管网要修。路很长，但令狐野认为来得及。": ["令狐野"]
    * 3,
    "院长令狐野指出，雨水要留下来。\n\n“这确实是一个很大的挑战，我们要一起做好。”院长令狐野接受采访时不疾不徐。": [
        "令狐野"
    ]
    * 3,
    "会议就管网和大家进行了交流。他说，管网要修。": [],
    "端木晴就管网和大家进行了交流。居民说，管网要修。": [],
}


def test_a_headline_that_tells_whose_words_follow_is_no_speech():
    text = (
        "令狐野：雨水要留下来\n\n记者采访了研究院院长令狐野。\n\n以下是访谈实录：\n\n端木晴：您怎么看雨水？\n\n"
        "令狐野：我看要留下来。\n\n端木晴：谢谢您。\n\n令狐野：谢谢。"
    )

    assert said(text, "") == [
        *(("端木晴", "端木晴：您怎么看雨水？"), ("令狐野", "令狐野：我看要留下来。")),
        *(("端木晴", "端木晴：谢谢您。"), ("令狐野", "令狐野：谢谢。")),
    ]


@pytest.mark.parametrize("text", HAN)
def test_the_next_sentence_lets_speak_of_whom_one_tells(text):
    assert [who for who, _ in said(text, HAN_HEAD)] == HAN[text]
