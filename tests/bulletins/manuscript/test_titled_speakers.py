"""Titles of sections that tell who speaks there: whose what stands below them is."""

import pytest

from bulletins.manuscript import reader
from bulletins.manuscript.titled_speakers import titled
from bulletins.statements import statements

PANEL = """\
# Panel 3: Rain and streets

### Dr. Ada Berg, Rain School

- Gutters are the first rule of a town.
- A pump saves what nobody built.

### Ivo Lund, Head of Drains, Weir Office

He sees no reason to build more.

He said so twice.

Every town has one.

The audience applauded.

It was ten o’clock.

### Discussion

Lund offered to count.
"""
ANSWERED = """\
# Panel 3: Rain and streets

### Ada Berg, Rain School

- Gutters are the first rule of a town.
- Eva Vik said that pumps are.
- Nobody was sure.

### Ivo Lund, Weir Office

When Lund sat down, it rained.

- A pump saves what nobody built.
"""
SPEECHES = """\
# 发言摘登：让老街留得住人

**令狐野委员：先修水管，再挂灯笼**

老街是给人住的。我建议先改造管网。

**端木晴委员：给小店一张长租约**

小店怕的是一年一签。
"""
LIVES = """\
# Who speaks

### Ada Berg, Dean of Rain

Born in Ulm, she has built three weirs.

### Ivo Lund, Dean of Drains

The weir at Ulm is his best known work.
"""


def said(text):
    document = reader.read_bytes(text.encode(), "a.md").document
    people = {one.speaker: (one.name, one.credit) for one in document.roster}
    return [(people[one.entries[0]], one.text) for one in statements(document)]


def test_what_stands_below_a_speaker_and_credits_nobody_is_that_ones():
    assert said(PANEL) == [
        (
            ("Ada Berg", "Rain School"),
            "Gutters are the first rule of a town.\nA pump saves what nobody built.",
        ),
        (("Ivo Lund", "Head of Drains, Weir Office"), "He sees no reason to build more.\nHe said so twice."),
        (("Ivo Lund", "Head of Drains, Weir Office"), "Every town has one."),
        (("Ivo Lund", "Head of Drains, Weir Office"), "Lund offered to count."),
    ]


def test_what_stands_behind_somebody_else_or_tells_of_the_person_is_not():
    assert said(ANSWERED) == [
        (("Ada Berg", "Rain School"), "Gutters are the first rule of a town."),
        (("Eva Vik", ""), "Eva Vik said that pumps are."),
        (("Ivo Lund", "Weir Office"), "A pump saves what nobody built."),
    ]


def test_a_title_with_a_topic_behind_the_name_tells_whose_speech_stands_below():
    assert said(SPEECHES) == [
        (("令狐野", "委员"), "老街是给人住的。我建议先改造管网。"),
        (("端木晴", "委员"), "小店怕的是一年一签。"),
    ]


def test_where_titles_stand_above_lives_nobody_says_anything():
    assert said(LIVES) == []


def test_one_such_title_alone_is_a_headline():
    assert said(SPEECHES.partition("**端木晴")[0]) == []


@pytest.mark.parametrize(
    ("title", "language", "name"),
    [
        ("Dr. Ada Berg, Rain School", "en", "Ada Berg"),
        ("Ada Berg (Rain School)", "en", "Ada Berg"),
        ("Ada Berg, Dean of Rain: We pay for drains", "en", "Ada Berg"),
        ("Ms. Ada Berg: We pay for drains", "en", "Ada Berg"),
        ("Ada Berg", "en", None),
        ("Victoria Falls: lessons", "en", None),
        ("Ada Berg and the drains", "en", None),
        ("Discussion", "en", None),
        ("", "en", None),
        (f"Ada Berg, {'Dean of Rain and ' * 9}Weirs", "en", None),
        ("令狐野（芦汀大学教授）", "zh", "令狐野"),
        ("令狐野委员：先修水管", "zh", "令狐野"),
        ("令狐野：先修水管", "zh", "令狐野"),
        ("令狐野　芦汀大学教授", "zh", "令狐野"),
        ("令狐野的三点建议", "zh", None),
        ("修水库", "zh", None),
        ("安全：人人有责", "zh", None),
        ("高速：修到村口", "zh", None),
        ("几点建议", "zh", None),
    ],
)
def test_a_title_names_whoever_speaks_or_nobody(title, language, name):
    found = titled(title, language)

    assert (found and found.name.removeprefix("Dr. ").removeprefix("Ms. ")) == name


def test_how_a_talk_began_is_no_life_of_the_speaker():
    text = (
        "# A night on shade\n\n## Ada Berg (Weir Office)\n\nShe began with a bench.\n\n"
        "## Ivo Lund (Town Council)\n\nWe must choose.\n\n## Petra Teal (River Union)\n\nThe river comes first."
    )
    document = reader.read_bytes(text.encode(), "a.md").document

    assert [
        (one.text, [document.entry(key).name for key in one.entries]) for one in statements(document)
    ] == [
        ("She began with a bench.", ["Ada Berg"]),
        ("We must choose.", ["Ivo Lund"]),
        ("The river comes first.", ["Petra Teal"]),
    ]


def whose(text):
    document = reader.read_bytes(text.encode(), "a.md").document
    return [
        (", ".join(document.entry(key).name for key in one.entries), one.text) for one in statements(document)
    ]


POINTING = {
    "as": "As {} said this morning, nobody pays.",
    "like": "Like {} I want to know who pays, and why.",
    "unlike": "Unlike {} I know who pays.",
    "thank you": "Thank you, {} for saying who pays.",
    "thanks to": "We know, thanks to {} that nobody pays.",
    "my colleague": "As my colleague {} said, nobody pays.",
    "our friend": "As our friend {} said, nobody pays.",
}


@pytest.mark.parametrize("sentence", POINTING.values(), ids=POINTING)
def test_somebody_to_whom_a_speaker_only_points_takes_no_words_from_the_speaker(sentence):
    told = sentence.format("Ivo Lund" if "said" in sentence else "Ivo Lund,")
    text = (
        f"# Rain Forum\n\n## Ada Berg, Director of the Weir Office\n\nThe weirs leak. {told}\n\n"
        "They must be mended.\n\n## Ivo Lund, Clerk of Weirs\n\nNobody pays.\n"
    )

    assert whose(text) == [
        ("Ada Berg", f"The weirs leak. {told}\nThey must be mended."),
        ("Ivo Lund", "Nobody pays."),
    ]


@pytest.mark.parametrize("points", ["正如", "如", "正像", "就像"])
def test_somebody_to_whom_a_chinese_speaker_only_points_takes_no_words_from_the_speaker(points):
    text = (
        f"# 雨水论坛\n\n## 令狐野（水务局局长）：水要留\n\n水库要修。{points}端木晴教授指出，水费太低。\n\n"
        "水费也要改。\n\n## 端木晴（南桥大学教授）：水要流\n\n水费太低。\n"
    )

    assert whose(text) == [
        ("令狐野", f"水库要修。{points}端木晴教授指出，水费太低。"),
        ("令狐野", "水费也要改。"),
        ("端木晴", "水费太低。"),
    ]


def test_what_stands_behind_somebody_else_s_words_below_a_title_is_nobodys():
    text = (
        "# Rain Forum\n\n## Ada Berg, Director of the Weir Office\n\nThe weirs leak.\n\n"
        "Ivo Lund asked who pays for all of this.\n\nThey must be mended.\n\n"
        "## Ivo Lund, Clerk of Weirs\n\nNobody pays.\n"
    )

    assert whose(text) == [
        ("Ada Berg", "The weirs leak."),
        ("Ivo Lund", "Ivo Lund asked who pays for all of this."),
        ("Ivo Lund", "Nobody pays."),
    ]
