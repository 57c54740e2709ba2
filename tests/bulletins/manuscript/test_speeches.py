"""Speeches of records and minutes: how labels call people, where a speech ends, and what a quotation credits."""

import pytest

from bulletins.document import sections
from bulletins.inline import point_text
from bulletins.manuscript import outline_of_reading, reader


def read(text, name="a.md"):
    """The people and groups that the text tells of, and who said what: the first three words of it."""
    outline = outline_of_reading(reader.read_bytes(text.encode(), name))
    points = [point for section in outline["sections"] for point in section["points"]]
    return (
        [who["name"] for who in (*outline["roster"], *outline.get("groups", ()))],
        [
            (", ".join(statement["speakers"]), " ".join(statement["text"].split()[:3]))
            for point in points
            for statement in point["statements"]
        ],
    )


HEAD = "# Minutes of the Weir Committee\n\nThe committee met at seven.\n\n"
RECORDS = {
    # Whoever is in the chair is the one whom the list calls so, whatever the label.
    "Members present: Ada Berg (Chair); Ivo Lund; Omar Teal.\n\nQ1 **Chair:** Welcome to our meeting on weirs.\n\n"
    "**Ivo Lund:** Thank you. I shall be brief.\n": (
        ["Ada Berg", "Ivo Lund"],
        [("Ada Berg", "Q1 Chair: Welcome"), ("Ivo Lund", "Ivo Lund: Thank")],
    ),
    # Else nobody can look up who it was; whom a chair calls does not speak yet.
    "CHAIR: I ask the officers to come to the table. You have waited, Mr Lund. I welcome you.\n\n"
    "Mr Lund : Thank you, Chair. We have waited for rain.\n\nIt came, and our weirs are full.\n": (
        ["Mr Lund", "CHAIR"],
        [("CHAIR", "CHAIR: I ask"), ("Mr Lund", "Mr Lund :")],
    ),
    "CHAIR —Welcome. Do you want to say something to us?\n\nMr Lund —We have a few remarks.\n": (
        ["Mr Lund", "CHAIR"],
        [("CHAIR", "CHAIR —Welcome. Do"), ("Mr Lund", "Mr Lund —We")],
    ),
    # One speech is enough where somebody says "we"; whom it thanks says nothing.
    "Mr. Lund (Norland): We thank Ambassadors Ada Berg of Sutland and Omar Teal of Ostland for their efforts.\n": (
        ["Mr. Lund"],
        [("Mr. Lund", "Mr. Lund (Norland):")],
    ),
    # In one paragraph.
    "Ada Berg: I remember the rain. Ivo Lund: I do not. It was dry. Dame Una Vik: We were both wet.\n": (
        ["Ada Berg", "Ivo Lund", "Una Vik"],
        [("Ada Berg", "Ada Berg: I"), ("Ivo Lund", "Ivo Lund: I"), ("Una Vik", "Dame Una Vik:")],
    ),
    # Initials, also such as are words, together and one after the other without a stop.
    "Ada Berg (AB), Bo Erling (BE), Ivo Lund (IL)\n\n## Weirs\n\nAB: Leave it in until the next meeting and try to "
    "resolve this before the rains come and go\n\nBE: No weir without a wall\n\nIL: It pays.\n\n"
    "AB, IL: Yes, that is how weirs work.\n": (
        ["Ada Berg", "Bo Erling", "Ivo Lund"],
        [
            ("Ada Berg", "AB: Leave it"),
            ("Bo Erling", "BE: No weir"),
            ("Ivo Lund", "IL: It pays."),
            ("Ada Berg, Ivo Lund", "AB, IL: Yes,"),
        ],
    ),
    # Those of a list are meant by the name that each alone bears; what names a contact is no speech.
    "- Name: Una Vik\n- Email: una@example.org\n\n## Present\n\n- Ada Berg\n- Hetti Lund\n- Omar Teal\n\n## Weirs\n\n"
    "Hetti: The address is on the list\n\nOmar: Seen, and the pipes are worth a note of their own as they are old and "
    "leak\n\nAda: Yes.\n": (
        ["Ada Berg", "Hetti Lund", "Omar Teal"],
        [("Hetti Lund", "Hetti: The address"), ("Omar Teal", "Omar: Seen, and"), ("Ada Berg", "Ada: Yes.")],
    ),
    # A handle that comes again and again; a title between speeches is nobody's.
    "- brook: Who pays?\n- Ada Berg: The town.\n- brook: And the rain?\n- Ivo Lund: It is free.\n"
    "- Ada Berg: For now.\n- brook: Let us see.\n\nPipes and drains\n- A bit stalled.\n\nIvo Lund: We go on.\n": (
        ["brook", "Ada Berg", "Ivo Lund"],
        [
            ("brook", "brook: Who pays?"),
            ("Ada Berg", "Ada Berg: The"),
            ("brook", "brook: And the"),
            ("Ivo Lund", "Ivo Lund: It"),
            ("Ada Berg", "Ada Berg: For"),
            ("brook", "brook: Let us"),
            ("Ivo Lund", "Ivo Lund: We"),
        ],
    ),
    # Called by one word in a list of who was there, or by post and family name.
    "Those attending: Nora (President, and in the chair); Peter, Susan.\n\n## Weirs\n\nNora noted that it rains.\n\n"
    "Susan asked who pays.\n": (
        ["Nora", "Susan"],
        [("Nora", "Nora noted that"), ("Susan", "Susan asked who")],
    ),
    "STAFF PRESENT: City Manager Moss, City Forester Buck, City Clerk Vik.\n\n## Trees\n\nCity Forester Buck "
    "introduced the scouts. He stated that weirs need trees.\n": (
        ["Buck"],
        [("Buck", "City Forester Buck")],
    ),
    # The chair by any name of the post; inviting somebody is no statement.
    "Chairperson: Ms. Berg\n\n## Weirs\n\nThe Chairperson invited Mr. Lund to present the report.\n\n"
    "Mr. Lund (Rapporteur) said that it rains.\n\nThe Chairman said that all were content.\n": (
        ["Ms. Berg", "Mr. Lund"],
        [("Mr. Lund", "Mr. Lund (Rapporteur)"), ("Ms. Berg", "The Chairman said")],
    ),
    # A long title without a stop is none of the speech below it.
    "Opening statement by the representative of the Commissioner for Rain, Weirs and Drains of the Town\n\n"
    "Ms. Berg (Office of the Commissioner (OC)), welcoming the members, said that it rains.\n": (
        ["Ms. Berg"],
        [("Ms. Berg", "Ms. Berg (Office")],
    ),
    "Ada Berg, Head of Drains, noted the rain.\n\nOmar Teal was proposed by Cllr Lund and seconded by Cllr Vik.\n": (
        ["Ada Berg"],
        [("Ada Berg", "Ada Berg, Head")],
    ),
    # A line that tells nothing but whose the next is.
    "## Remarks\n\nComments from Chancellor Berg:\n\nThe rain was welcomed by all.\n\nIt was late.\n": (
        ["Berg"],
        [("Berg", "Comments from Chancellor"), ("Berg", "The rain was")],
    ),
    # As parliaments print it: when somebody began, capitals, and whoever calls out beside.
    "The Hon. R.I. LUND (14:27): I ask who pays.\n\nThe PRESIDENT: Order! You have said it.\n\nThe Hon. R.I. LUND: "
    "I say that we do.\n\nMembers interjecting:\n\nWe will see.\n\nMR SPEAKER: I close the matter.\n": (
        ["R.I. LUND", "The PRESIDENT", "MR SPEAKER"],
        [
            ("R.I. LUND", "The Hon. R.I."),
            ("The PRESIDENT", "The PRESIDENT: Order!"),
            ("R.I. LUND", "The Hon. R.I."),
            ("MR SPEAKER", "MR SPEAKER: I"),
        ],
    ),
    # Speeches that are short and without stops are no masthead; in a record one word is somebody though it come once.
    "ada: Welcome everyone\n\nAda: Also thanks to the town for the rain and the weirs\n\nWuYi: On behalf of the town, "
    "welcome\n\nada: Ivo is whom we met over the years on all those many weirs of ours\n\nIvoLund: Thank you\n": (
        ["ada", "WuYi", "IvoLund"],
        [
            ("ada", "ada: Welcome everyone"),
            ("ada", "Ada: Also thanks"),
            ("WuYi", "WuYi: On behalf"),
            ("ada", "ada: Ivo is"),
            ("IvoLund", "IvoLund: Thank you"),
        ],
    ),
    # Who was there, without a colon; items of an agenda are not one sentence; who was elevated said nothing.
    "Present Cllr A Berg (Chair), Cllr I Lund\n\nIn Attendance WTC Clerk U Vik\n\n300 Matters arising\n\n"
    "a) 273d Drains. Feedback from the office about the many drains of the town; Cllr Lund reported no "
    "response to date\n"
    "\nb) 289ii Articles. The Clerk advised that it rains.\n\nCllr Berg elevated J.D. Teal to a voting member.\n": (
        ["I Lund", "U Vik"],
        [("I Lund", "Feedback from the"), ("U Vik", "The Clerk advised")],
    ),
    # By post and family name; whom a senator quotes does not speak.
    "Senator Lund: Senator Berg says that it rains. I do not think so.\n\nSenator Berg: I said that it pours.\n\n"
    "Senator Lund: We shall see.\n": (
        ["Lund", "Berg"],
        [("Lund", "Senator Lund: Senator"), ("Berg", "Senator Berg: I"), ("Lund", "Senator Lund: We")],
    ),
    # Called by one word, be it in no dictionary.
    "Present: Ada (Chair), Ivo, Norland, Omar.\n\n## Weirs\n\nIvo said that it rains.\n": (
        ["Ivo"],
        [("Ivo", "Ivo said that")],
    ),
    # A motion is somebody's; who convened the meeting, and what members agreed on while something else was, is not.
    "Present: A. Berg (AB), Ivo Lund (IL)\n\nPresident Berg convened the meeting at seven. AB moved to approve the "
    "minutes. While not an option today, Board members agreed that it rains.\n": (
        ["A. Berg", "board members"],
        [("A. Berg", "AB moved to"), ("board members", "While not an")],
    ),
    # However long the label, and be it the first line of all.
    "The Hon. J.W. LUND (Weir Point—Premier, Minister for Drains and for Rain of all Kinds) (15:38): I move, without "
    "notice:\n\nMr Berg: I second it.\n": (
        ["J.W. LUND", "Mr Berg"],
        [("J.W. LUND", "The Hon. J.W."), ("Mr Berg", "Mr Berg: I")],
    ),
    # Labels in small letters are of those whom others call so; what has a label of nobody known is not the last one's.
    "Ada: I have seen the weir.\n\nIvo: Thank you, we have not.\n\nada: You will.\n\nIvo: We hope so.\n\n"
    "Guest of Weir: I doubt it.\n\nI shall stay here.\n": (
        ["Ada", "Ivo"],
        [
            ("Ada", "Ada: I have"),
            ("Ivo", "Ivo: Thank you,"),
            ("Ada", "ada: You will."),
            ("Ivo", "Ivo: We hope"),
        ],
    ),
    # Where somebody is from, and a dash.
    "1. Dr. Petra Lund (Norland) – We cannot say that the rain is over, as it still falls.\n"
    "2. Dr. Omar Teal (Sutland) – Weirs and walls go hand in hand with drains.\n": (
        ["Petra Lund", "Omar Teal"],
        [("Petra Lund", "Dr. Petra Lund"), ("Omar Teal", "Dr. Omar Teal")],
    ),
}


@pytest.mark.parametrize("text", RECORDS)
def test_a_record_calls_people_as_it_likes(text):
    assert read(HEAD + text) == RECORDS[text]


REPORTS = {
    # What is told of the speaker, of others or of the event is not what was said.
    "Ada Berg, Head of Drains, said that it rains. No other board member saw any rain.\n\nAda Berg said that it pays. "
    "Papers by the guests included one on weirs.\n\nAda Berg said that it rains. Berg was stopped by the bell.\n": [
        ("Ada Berg", "Ada Berg, Head"),
        ("Ada Berg", "Ada Berg said"),
        ("Ada Berg", "Ada Berg said"),
    ],
    "Ada Berg, Head of Drains, invited questions from the public. It was noted that it rains.\n\nBerg agreed.\n": [
        ("Ada Berg", "Berg agreed.")
    ],
    # A paragraph without a stop is none with the next, where that begins with somebody.
    "The programme of the day, with all the talks and the many speakers, can be found right here\n\n"
    "Ada Berg, the founder of Weirs for All, explained the rain.\n": [("Ada Berg", "Ada Berg, the")],
    # Whom a quotation names is spoken of.
    "“The only way out is to go back to the people, who are better informed now,” said Ada Berg, Head of Drains. “When "
    "Mr Lund says that pipes are free, and says little of the rain, he prepares us for floods.”\n": [
        ("Ada Berg", "“The only way")
    ],
    # What others said, proposed or wanted is not the speaker's.
    "Ada Berg, Head of Drains, said that it rains.\n\nMany noted that this fits the reforms advocated by Director Ivo "
    "Lund.\n\nOfficials said Berg supported the weir.\n\nBerg was elected Chair of the board.\n": [
        ("Ada Berg", "Ada Berg, Head")
    ],
    "The representative of Norland referred to the intervention made by the delegation of Sutland and said that rain "
    "is free. If the delegation of Sutland wished to pay, it should.\n": [
        ("Norland", "The representative of")
    ],
    # Who speaks with others comes behind them.
    "NORMARK and SUTLAND asked for time. OSTMARK agreed. With NORMARK and SUTLAND, the OSTMARK said that rain is free. "
    "With SUTLAND, NORMARK opposed it.\n": [
        ("NORMARK, SUTLAND", "NORMARK and SUTLAND"),
        ("OSTMARK", "OSTMARK agreed. With"),
        ("NORMARK", "With SUTLAND, NORMARK"),
    ],
    # A minister's country does not speak for her; the next paragraph is hers as far as it says so.
    "Ada Berg, Minister of Rain, Weirs and Drains, France, announced a pact.\n\nWhile many had spoken for the old "
    "weirs and for a good many other things that the town had seen in its long and wet history, she urged patience.\n"
    "\nThe pipes were not yet lost, she pointed out.\n": [("Ada Berg", "Ada Berg, Minister")],
}


@pytest.mark.parametrize("text", REPORTS)
def test_a_report_credits_whoever_said_it_and_nobody_else(text):
    assert read(f"# The Rain Forum\n\nAll came.\n\n## Weirs\n\n{text}")[1] == REPORTS[text]


CHINESE = {
    "芦汀市市长端木晴热烈欢迎各位来宾，向大家表示感谢。": [
        ("端木晴", "芦汀市市长端木晴热烈欢迎各位来宾，向大家表示感谢。")
    ],
    # 令狐野院长 speaks in the lede.
    "令狐野院长发表讲话，并提出两点意见：\n\n第一，方言先要有人听；\n\n第二，钟表要有人修。": [
        ("令狐野", "方言先要有人听；"),
        ("令狐野", "钟表要有人修。"),
    ],
    "芦汀大学“钟表”研究院院长令狐野教授：方言先要有人听。": [
        ("令狐野", "芦汀大学“钟表”研究院院长令狐野教授：方言先要有人听。")
    ],
    "开幕环节，芦汀大学教授令狐野作专题报告。他介绍了方言的近况。": [("令狐野", "他介绍了方言的近况。")],
    "规划院副院长令狐野从方言、钟表两个层面，阐释了街道的价值。": [
        ("令狐野", "规划院副院长令狐野从方言、钟表两个层面，阐释了街道的价值。")
    ],
    "市政协副主席令狐野，副主席公孙礼参加会议。令狐野在认真听取大家的发言后，对大家的工作给予充分肯定。": [
        ("令狐野", "令狐野在认真听取大家的发言后，对大家的工作给予充分肯定。")
    ],
    "芦汀大学教授令狐野介绍了方言，海岬大学教授公孙礼系统讲授钟表，云岭报社主任端木晴围绕街道做了交流。": [
        (
            "令狐野, 公孙礼, 端木晴",
            "芦汀大学教授令狐野介绍了方言，海岬大学教授公孙礼系统讲授钟表，云岭报社主任端木晴围绕街道做了交流。",
        )
    ],
    "芦汀大学教授令狐野、海岬大学教授公孙礼作相关主题分享。": [],
    "会议由令狐野副校长主持。公孙礼副院长对下一年度工作进行了总体部署，指出方言先要有人听。": [
        ("公孙礼", "公孙礼副院长对下一年度工作进行了总体部署，指出方言先要有人听。")
    ],
    # 主席 is whom the list calls so.
    "出席委员：\n\n令狐野议员（主席）\n公孙礼议员\n端木晴议员\n\n一、方言\n\n主席表示，方言先要有人听。"
    "公孙礼议员表示同意。": [
        ("令狐野", "主席表示，方言先要有人听。"),
        ("公孙礼", "公孙礼议员表示同意。"),
    ],
    "芦汀大学教授令狐野对老街的钟表，提出了三点建议。报社原副总编辑公孙礼就方言提出了自己的见解。": [
        ("令狐野", "芦汀大学教授令狐野对老街的钟表，提出了三点建议。"),
        ("公孙礼", "报社原副总编辑公孙礼就方言提出了自己的见解。"),
    ],
    # Who was invited to speak has not spoken yet; what somebody starts from may be long.
    "会议邀请著名学者、规划院副院长令狐野教授讲述钟表。"
    "令狐野结合自己多年来在老街修理各种钟表的经验，重点阐述了方言的价值。": [
        ("令狐野", "令狐野结合自己多年来在老街修理各种钟表的经验，重点阐述了方言的价值。")
    ],
    # A name with all its posts says nothing where nothing is said.
    "市长令狐野准时走入大厅，向来宾挥手致意。副市长公孙礼指出，方言先要有人听。": [
        ("公孙礼", "副市长公孙礼指出，方言先要有人听。")
    ],
    # Who shares a post with the one named before, and whoever is called by surname and title.
    "副校长令狐野、端木晴出席，会议由党支部副书记公孙礼主持。\n\n公孙书记首先说明了方言的近况。端木晴在总结讲话中代表学校"
    "表示感谢。\n\n最后，令狐校长作总结讲话，他说，钟表要有人修。": [
        ("公孙礼", "公孙书记首先说明了方言的近况。"),
        ("端木晴", "端木晴在总结讲话中代表学校表示感谢。"),
        ("令狐野", "最后，令狐校长作总结讲话，他说，钟表要有人修。"),
    ],
    "令狐野老师提出了建议，希望修钟表。其他老教师还就街道提出了意见。": [
        ("令狐野", "令狐野老师提出了建议，希望修钟表。"),
        ("其他老教师", "其他老教师还就街道提出了意见。"),
    ],
    # A paper asks, and in an interview all is the answer's until it asks again; "今年我们还会" is no crowd's.
    "《芦汀周刊》：论坛办得如何？\n\n令狐野：办得好。去年来的人多，今年我们还会办。\n\n钟表也修好了。\n\n《芦汀周刊》：方言呢？"
    "\n\n令狐野：我们在听。\n\n▲DVB电视台记者：我想问钟表。": [
        ("令狐野", "令狐野：办得好。去年来的人多，今年我们还会办。 钟表也修好了。"),
        ("令狐野", "令狐野：我们在听。"),
    ],
    "院长令狐野进行了主题为《听老街说话的一百种办法和一百零一种理由》的演讲。他指出，方言要有人听。": [
        (
            "令狐野",
            "院长令狐野进行了主题为《听老街说话的一百种办法和一百零一种理由》的演讲。他指出，方言要有人听。",
        )
    ],
    "端木晴委員發言説，方言先要有人聽。": [("端木晴", "端木晴委員發言説，方言先要有人聽。")],
}


@pytest.mark.parametrize("text", CHINESE)
def test_chinese_says_it_in_more_ways(text):
    assert read(f"方言论坛在芦汀举行\n\n本次论坛在芦汀举行。\n\n{text}\n", "a.txt")[1] == CHINESE[text]


def test_a_speech_that_begins_with_a_mention_of_nobody_is_read_as_it_stands():
    text = "Ada Berg: We meet.\n\nIvo Lund: @[nobody] rains.\n\nAda Berg: No.\n"
    document = reader.read_bytes(text.encode(), "a.txt").document

    assert [point_text(point, document) for _, section in sections(document) for point in section.points] == [
        "Ada Berg: We meet.",
        "Ivo Lund: nobody rains.",
        "Ada Berg: No.",
    ]
