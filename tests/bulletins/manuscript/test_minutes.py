"""Minutes: who was there stands at the head, and then people are called by initials, by posts, by family names."""

import pytest

from bulletins.manuscript import outline_of_reading, reader

HEAD = "# Minutes of the Weir Committee\n\n"


def read(text, name="a.md", head=HEAD):
    """The people of the roster, and who said what: the first three words of it."""
    outline = outline_of_reading(
        reader.read_bytes((head + text.replace("\n\nThe comm", "\n\n## Pipes\n\nThe comm")).encode(), name)
    )
    points = [point for section in outline["sections"] for point in section["points"]]
    return (
        [(who["name"], who["credit"]) for who in outline["roster"]],
        [
            (statement["speakers"], " ".join(statement["text"].split()[:3]))
            for point in points
            for statement in point["statements"]
        ],
    )


TABLE = "| Name | Initials | Office |\n| --- | --- | --- |\n| Ada Berg | AB | Weirs |\n| Ivo Lund | IVL | Rain |\n"
MINUTES = {
    # A table right below its label, and initials that it explains; others speak for themselves.
    f"**Attendees:**\n{TABLE}\n## Pipes\n\nAB: It rains.\n\nIVL: It does.\n\nTQ: Who pays?\n": (
        [("Ada Berg", "AB, Weirs"), ("Ivo Lund", "IVL, Rain"), ("TQ", "")],
        [(["Ada Berg"], "AB: It rains."), (["Ivo Lund"], "IVL: It does."), (["TQ"], "TQ: Who pays?")],
    ),
    "Present: A. Berg (AB), Ivo Lund (IL)\n\nThe committee met at seven.\n\nAB confirmed that it rains. IL and AB "
    "agreed to pay.\n\nIL to write to the office.\n": (
        [("Ivo Lund", ""), ("A. Berg", "")],
        [(["A. Berg"], "AB confirmed that"), (["Ivo Lund", "A. Berg"], "IL and AB")],
    ),
    # Called by a post that one alone holds, and with words of the meeting before the family name.
    "Members present: Chair Ada Berg; Members Ivo Lund and Omar Teal\n\nIn attendance: Una Vik "
    "(Clerk)\n\nThe committee met at seven.\n\nThe Clerk advised that it rains.\n\nMember Lund "
    "asked who pays. The Chair explained that all do.\n": (
        [("Ada Berg", "Chair"), ("Ivo Lund", "Member"), ("Una Vik", "Clerk")],
        [
            (["Una Vik"], "The Clerk advised"),
            (["Ivo Lund"], "Member Lund asked"),
            (["Ada Berg"], "The Chair explained"),
        ],
    ),
    # Two clerks: which of them advised is not told.
    "Present: Una Vik (Clerk), Omar Teal (Clerk)\n\nThe committee met.\n\nThe Clerk advised that it rains.\n": (
        [("Una Vik", "Clerk"), ("Omar Teal", "Clerk")],
        [],
    ),
    # A line each, with degrees.
    "The list:\n\nAda B. Berg, M.D., Ph.D.\\\nIvo Lund, D.V.M.\\\nOmar Teal, M.D.\n\n## Pipes\n\n"
    "Dr. Berg commented that it rains.\n": (
        [("Ada B. Berg", "")],
        [(["Ada B. Berg"], "Dr. Berg commented")],
    ),
    # What the meeting did is nobody's statement.
    "Chair Ada Berg called the meeting to order at seven. At the request of Chair Berg, Town Clerk Ivo Lund called the "
    "roll.\n\nChair Berg said that it rains.\n": (
        [("Ada Berg", "Chair")],
        [(["Ada Berg"], "Chair Berg said")],
    ),
    # A row of people behind dashes is several people.
    "Present: Cllr Mr A. Berg – Chairman, Cllrs J Lund, M Teal and the Clerk – Una Vik\n\nThe committee met.\n\n"
    "Cllr J Lund explained that it rains.\n\nThe Clerk advised that it does.\n": (
        [("J Lund", ""), ("Una Vik", "Clerk")],
        [(["J Lund"], "Cllr J Lund"), (["Una Vik"], "The Clerk advised")],
    ),
    "STAFF PRESENT: Kate Vik, Drains Director; Ada Al-Berg, Planner\n\n## Pipes\n\nAl-Berg: It rains.\n\n"
    "Vik: It does.\n": (
        [("Kate Vik", "Drains Director"), ("Ada Al-Berg", "Planner")],
        [(["Ada Al-Berg"], "Al-Berg: It rains."), (["Kate Vik"], "Vik: It does.")],
    ),
    # In passing: what the speaker describes, and who somebody is besides.
    "The committee met.\n\nAda Berg, Head of Drains, describing the rain as “a free gift to the town”, said that it "
    "pays.\n\nIn her opening, Ivo Lund, president of the Weir Board, the sponsor of the day, commented that it does "
    "not.\n\n“Who pays?” summed up Omar Teal, Dean of Rain.\n": (
        [
            ("Ada Berg", "Head of Drains"),
            ("Ivo Lund", "president of the Weir Board"),
            ("Omar Teal", "Dean of Rain"),
        ],
        [
            (["Ada Berg"], "Ada Berg, Head"),
            (["Ivo Lund"], "In her opening,"),
            (["Omar Teal"], "“Who pays?” summed"),
        ],
    ),
}


@pytest.mark.parametrize("text", MINUTES)
def test_minutes_tell_who_said_what(text):
    assert read(text) == MINUTES[text]


CHINESE = {
    "芦汀大学副校长令狐野教授、云岭学院院长端木晴教授出席会议并讲话。": [],
    "云岭学院院长端木晴教授和芦汀大学副校长令狐野研究员分别主持了分论坛。": [],
    "芦汀大学副校长令狐野教授指出,方言先要有人听,才有人写。他强调,听比写难。": [
        (["令狐野"], "芦汀大学副校长令狐野教授指出,方言先要有人听,才有人写。他强调,听比写难。")
    ],
    # Whoever is unknown is not the one before; who came to a row is known by the bare name.
    "芦汀大学副校长令狐野教授指出，方言要有人听。拉法兰认为，要有人写。": [
        (["令狐野"], "芦汀大学副校长令狐野教授指出，方言要有人听。")
    ],
    "云岭学院院长端木晴、展望基金会主席令狐野出席论坛。令狐野在致辞中表示，方言要有人听。": [
        (["令狐野"], "令狐野在致辞中表示，方言要有人听。")
    ],
    "雲嶺學院院長端木晴、蘆汀大學副校長令狐野分別發表了致辭。": [],
    # Names that are words as well, of people whom post and verb make such.
    "主持人、芦汀大学副校长方正在总结发言中表示，方言要有人听。": [
        (["方正"], "主持人、芦汀大学副校长方正在总结发言中表示，方言要有人听。")
    ],
    "副校长方正字体将在明年举行。": [],
    # What was listened to is nobody's words here.
    "会议听取了研究所所长令狐野教授、副所长端木晴教授对方言研究的汇报。": [],
}


@pytest.mark.parametrize("text", CHINESE)
def test_who_attends_in_chinese_says_nothing_and_signs_may_be_of_either_width(text):
    _, said = read(f"## 一、开幕\n\n{text}\n", head="# 方言研讨会综述\n\n会议在芦汀市召开。\n\n")

    assert said == CHINESE[text]


def test_who_was_there_stands_in_the_roster_and_a_meta_line_of_a_page_is_no_title():
    text = (
        "云岭方言研究会年会会议纪要\n\n作者: 发布时间:2023-02-25 15:01:56 来源:云岭\n\n主 持 人:令狐野\n"
        "出 席 人:令狐野、约翰、端木晴\n\n"
        "现将主要事项纪要如下:\n\n研究会委员约翰教授表示，方言要有人听。\n\n会议在下午结束。\n"
    )
    outline = outline_of_reading(reader.read_bytes(text.encode(), "a.txt"))

    assert (outline["title"], outline["date"], [(who["name"], who["role"]) for who in outline["roster"]]) == (
        "云岭方言研究会年会会议纪要",
        "2023-02-25",
        [("令狐野", "moderator"), ("约翰", None), ("端木晴", None)],
    )
