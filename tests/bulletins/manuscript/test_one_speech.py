"""A manuscript that is one speech: the head tells who gave it, and all of it is theirs."""

import pytest

from bulletins.manuscript import outline_of_reading, reader

ENGLISH = (
    "I am glad to be here with you.",
    "The weirs of Fenmark leak, and all of us have known it for years.",
    "As Petra Kos said this morning, nobody pays. Mend them!",
)
CHINESE = ("今天我们在这里开会。", "水库要修，水费要改。", "正如公孙礼所说，我们不能再等。")
# A head, its title as it is read, the credit of Ada Berg or 令狐野, and what of the head has no place.
HEADS = {
    "en": [
        (
            "# Remarks by Ada Berg, Director of the Weir Office, at the Rain Forum",
            "Director of the Weir Office",
        ),
        ("# Statement by H.E. Ms. Ada Berg, Minister of Rain", "Minister of Rain"),
        ("# Speech of Ada Berg, Dean of Rain, Fenmark College", "Dean of Rain, Fenmark College"),
        ("# Ada Berg: Address to the Rain Forum", ""),
        ("# Ada Berg’s keynote at the Rain Forum", ""),
        ("# Welcome by Ada Berg, Mayor, on the day of rain", "Mayor"),
        ("# Opening address\n\n*Ada Berg, Director of the Weir Office*", "Director of the Weir Office"),
        ("# Keynote at the Rain Forum\n\nBy Ada Berg, Dean of Rain\n\n3 May 2026", "Dean of Rain"),
        ("# Lecture on weirs\n\nAda Berg", ""),
        ("# Weirs must be mended\n\nSpeech by Ada Berg, Dean of Rain", "Dean of Rain"),
        ("# Weirs must be mended\n\nRemarks delivered by Ada Berg to the Rain Forum", ""),
        ("# Toast of Ada Berg", ""),
        ("# Speech by Ada Berg, Professor at Fenmark College", "Professor at Fenmark College"),
        ("# Address by Ada Berg, Commissioner for Rain, at Fenmark College", "Commissioner for Rain"),
        ("# Statement by Ada Berg, Dean of Rain, in the Senate", "Dean of Rain"),
        ("# Lecture by Ada Berg, Dean of Rain delivered in Fenmark", "Dean of Rain"),
        ("# Testimony of Ada Berg before the Senate", ""),
    ],
    "zh": [
        ("# 令狐野在水务论坛上的致辞", ""),
        ("# 水务局局长令狐野在水务论坛上的讲话", "水务局局长"),
        ("# 令狐野：在水务论坛上的发言", ""),
        ("# 在水务论坛上的讲话\n\n南桥水务局局长 令狐野", "南桥水务局局长"),
        ("# 在水务论坛上的演讲\n\n令狐野", ""),
        ("# 令狐野院士于水务论坛的主旨演讲\n\n（2026年5月3日）", "院士"),
        ("# 令狐野在水务论坛上的贺词\n\n同志们：", ""),
        ("# 令狐野在水务论坛上的讲话\n\n尊敬的各位来宾：", ""),
    ],
}
SPEAKERS = {"en": "Ada Berg", "zh": "令狐野"}
TEXTS = {"en": ENGLISH, "zh": CHINESE}


def read(head, texts):
    outline = outline_of_reading(reader.read_bytes("\n\n".join([head, *texts, ""]).encode(), "speech.md"))
    statements = [
        (statement["speakers"], statement["text"])
        for section in outline["sections"]
        for point in section["points"]
        for statement in point["statements"]
    ]
    return outline, [(outline["lede_speakers"], outline["lede"]), *statements]


@pytest.mark.parametrize(
    ("language", "head", "credit"),
    [(language, head, credit) for language, heads in HEADS.items() for head, credit in heads],
)
def test_all_of_a_speech_is_whoevers_the_head_tells(language, head, credit):
    outline, said = read(head, TEXTS[language])

    assert outline["title"] == head.partition("\n")[0][2:]
    assert [(one["name"], one["credit"]) for one in outline["roster"]][:1] == [(SPEAKERS[language], credit)]
    assert {speaker for speakers, _ in said for speaker in speakers} <= {SPEAKERS[language]}
    assert [text for speakers, text in said if speakers][-2:] == [*TEXTS[language][1:]]
    assert outline["summarized_by"] == []


OTHERS = {
    "nobody is told whose it is": ("# Opening address", ENGLISH),
    "two are told": ("# Remarks by Ada Berg and Ivo Lund", ENGLISH),
    "a college is nobody": ("# Opening address at Fenmark College", ENGLISH),
    "falls are nobody": ("# Speech in Victoria Falls", ENGLISH),
    "it is no speech": ("# A report by Ada Berg", ENGLISH),
    "somebody else tells of it": (
        "# Keynote by Ada Berg",
        ("We met in Fenmark.", "Berg was on time, and we all listened.", "Then we went home."),
    ),
    "only those who are quoted say I": (
        "# Address by Ada Berg",
        ("The forum met in Fenmark.", "“I am glad to be here,” somebody cried.", "It rained all day."),
    ),
    "nobody says I or we": (
        "# Speech by Ada Berg",
        ("The forum met.", "It rained all day.", "It closed at six."),
    ),
    "one paragraph is no speech": ("# Speech by Ada Berg", ("I am glad to be here with you.",)),
}


@pytest.mark.parametrize(("head", "texts"), OTHERS.values(), ids=OTHERS)
def test_nobodys_words_are_taken_for_a_speech(head, texts):
    _outline, said = read(head, texts)

    # Whom somebody quotes in it may be credited with that.
    assert {speaker for speakers, _ in said for speaker in speakers} <= {"Petra Kos"}
