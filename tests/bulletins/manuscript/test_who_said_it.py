"""Kinds of sentences from real reports, each with brothers: who said them, and of whom nothing is credited."""

import pytest

from bulletins.manuscript import reader
from bulletins.statements import attributed

HEAD = "Rain and streets\n\nThe meeting was held in Fenmark.\n\n"
HAN_HEAD = "雨水与街道\n\n会议在芦汀举行。\n\n"
ENB = "NORMARK said yes. SUTLAND said no. The EU said maybe.\n\n"


def said(text, head=HEAD):
    """Who said what below the head: names, and how their sentences begin."""
    document = reader.read_bytes((head + text).encode(), "a.txt").document
    names = {entry.speaker: entry.name for entry in document.roster}
    return [
        ("; ".join(names[key] for key in sentence.entries), sentence.text.strip()[:12].rstrip())
        for _, sentences in attributed(document)
        for sentence in sentences
        if sentence.entries and not sentence.text.startswith("The meeting was")
    ]


BEHALF = {
    "Norway, for the UMBRELLA GROUP, urged speed. He said time is short.": [
        ("Norway", "Norway, for"),
        ("Norway", "He said time"),
    ],
    "Sudan, on behalf of the LDCs, identified gaps.": [("Sudan", "Sudan, on be")],
    "NORMARK, speaking for the DELTA GROUP, regretted delay.": [("NORMARK", "NORMARK, spe")],
    "Peru, representing the ANDEAN GROUP, welcomed it.": [("Peru", "Peru, repres")],
    "The LDCs stressed funds.": [("LDCs", "The LDCs str")],
    "QATAR and others said so.": [("QATAR", "QATAR and ot")],
    "TIMOR LESTE called for rain.": [("TIMOR LESTE", "TIMOR LESTE")],
    "NORMARK and Chile, for AOSIS, opposed it.": [("NORMARK; Chile", "NORMARK and")],
    "SUTLAND asked about the UNFCCC. The EU noted that.": [
        ("SUTLAND", "SUTLAND aske"),
        ("EU", "The EU noted"),
    ],
}


@pytest.mark.parametrize("text", BEHALF)
def test_whoever_speaks_for_others_says_it(text):
    assert said(ENB + text)[3:] == BEHALF[text]


IN_CLAUSES = {
    "Dr. Berg noted that Mr. Lund had asked for talks.": [("Dr. Berg", "Dr. Berg not")],
    "Dr. Berg asked whether Dr. Lund agreed. She hoped so.": [
        ("Dr. Berg", "Dr. Berg ask"),
        ("Dr. Berg", "She hoped so"),
    ],
    "Gen. Lund suggested a road, because Dr. Berg wanted one.": [("Gen. Lund", "Gen. Lund su")],
    "It was agreed that Mr. Lund write a letter.": [],
}


@pytest.mark.parametrize("text", IN_CLAUSES)
def test_whom_a_speaker_speaks_of_says_nothing(text):
    assert said(text) == IN_CLAUSES[text]


ATTENDANCE = {
    "Attendance\n\nCr A Berg (Mayor), Cr I Lund, Cr O Teal\n\nCr Berg requested a report. Cr Lund asked why.": [
        ("A Berg", "Cr Berg requ"),
        ("I Lund", "Cr Lund aske"),
    ],
    "Present: Supervisor, Ada Berg; Councilmen, Ivo Lund, Omar Teal.\n\nCouncilman Lund would like to wait.": [
        ("Ivo Lund", "Councilman L"),
    ],
    "Coun A Berg, Coun I Lund (Chairman), Coun O Teal\n\nCoun Lund said no.": [("I Lund", "Coun Lund sa")],
    "Roll call\n\nAda Berg (Weir Office) / Chair\nIvo Lund (Rain Institute) / Scribe\nOmar Teal (Works)\n\n"
    "Ada: Shall we begin?\n\nIvo: I have one point.\n\nAda: We hear you.": [
        ("Ada Berg", "Ada: Shall w"),
        ("Ivo Lund", "Ivo: I have"),
        ("Ada Berg", "Ada: We hear"),
    ],
}


@pytest.mark.parametrize("text", ATTENDANCE)
def test_lists_of_who_was_there_tell_who_speaks(text):
    assert said(text) == ATTENDANCE[text]


AFTER_THE_FIRST = {
    "Trần Văn Minh, Director of Rain, said it pours. “We wait,” Minh said.": [
        ("Trần Văn Minh", "Trần Văn Min"),
        ("Trần Văn Minh", "“We wait,” M"),
    ],
    "President Ada Berg said it pours. The President told guests to wait.": [
        ("Ada Berg", "President Ad"),
        ("Ada Berg", "The Presiden"),
    ],
    "Minister Ada Berg spoke. She urged calm.\n\nLooking back, she said it had rained.": [
        ("Ada Berg", "Minister Ada"),
        ("Ada Berg", "She urged ca"),
        ("Ada Berg", "Looking back"),
    ],
    "Vice President Ada Berg said it pours. The President was away.": [("Ada Berg", "Vice Preside")],
}


@pytest.mark.parametrize("text", AFTER_THE_FIRST)
def test_people_are_called_otherwise_after_the_first_time(text):
    assert said(text)[: len(AFTER_THE_FIRST[text])] == AFTER_THE_FIRST[text]


ONE_WORD = {
    "Ada: Asked about rain. Says it pours.\n\nOmar: Believes it will stop.": [
        ("Ada", "Ada: Asked a"),
        ("Ada", "Says it pour"),
        ("Omar", "Omar: Believ"),
    ],
    "Audit: It is done.\n\nOmar: Believes it.": [],
    "Chair: Ms. Berg (Vice-Chair)\n\nIt rained.\n\nThe Chair requested pipes. Mr. Lund asked why.": [
        ("Ms. Berg", "The Chair re"),
        ("Mr. Lund", "Mr. Lund ask"),
    ],
    "In the absence of Mr. Teal (Chair), Ms. Berg took the Chair.\n\nThe Chair requested pipes.": [],
    "Ada Berg (Weir Office):\n\nI call us to order.\n\nIvo Lund:\n\nI agree. We wait.": [
        ("Ada Berg", "Ada Berg (We"),
        ("Ivo Lund", "Ivo Lund: I"),
        ("Ivo Lund", "We wait."),
    ],
    "Spokesman Ivo Lund held a press conference.\n\nQ: Does it rain?\n\nA: It does. We wait.\n\nQ: Who pays?\n\n"
    "A: All.": [
        ("Ivo Lund", "A: It does."),
        ("Ivo Lund", "We wait."),
        ("Ivo Lund", "A: All."),
    ],
    "Q: Does it rain?\n\nA: It does.\n\nQ: Who pays?\n\nA: All.": [],
    "At the invitation of the Chair, the delegation of Norland took places at the table.": [],
}


@pytest.mark.parametrize("text", ONE_WORD)
def test_labels_tell_who_speaks_where_they_tell_enough(text):
    assert [
        one for one in said(text) if "held a press" not in one[1] and "Spokesman" not in one[1]
    ] == ONE_WORD[text]


TOLD_OF = {
    "Dr. Ada Berg, Chancellor of Fen University was the keynote speaker. She shared her doubts. It rained.": [
        ("Ada Berg", "She shared h"),
        ("Ada Berg", "It rained."),
    ],
    "“We had to get out,” Ada Berg, Head of the Weir Office said.": [("Ada Berg", "“We had to g")],
    "Ivo Hook brought to notice that it rains.\n\nIvo Hook asked for pipes.": [
        ("Ivo Hook", "Ivo Hook bro"),
        ("Ivo Hook", "Ivo Hook ask"),
    ],
    "Councillor Berg proposed a shelter. Councillors agreed to wait. The Council approved it.": [
        ("Berg", "Councillor B"),
        ("councillors", "Councillors"),
    ],
    "Dean Ada Berg met Dean Ivo Lund. He asked for pipes.": [],
}


@pytest.mark.parametrize("text", TOLD_OF)
def test_whose_words_follow_a_sentence_about_somebody(text):
    assert said(text) == TOLD_OF[text]


def test_in_a_speech_others_are_spoken_of():
    text = (
        "Mr. Berg. I call us to order. We begin.\n\nMr. Lund. I thank Mr. Berg. James Teal warned us of this.\n\n"
        "Mr. Berg. We thank you."
    )

    assert [who for who, _ in said(text)] == [*["Mr. Berg"] * 3, *["Mr. Lund"] * 3, *["Mr. Berg"] * 2]


def test_a_first_paragraph_goes_on_in_the_next():
    text = "Ada Berg (Norland) said that it rains.\n\nRecalling the flood, she said: “It was wet.”\n\nIt was late."

    assert said(text, "Rain and streets\n\n") == [("Ada Berg", "Ada Berg (No"), ("Ada Berg", "Recalling th")]


def test_a_paragraph_without_its_stop_takes_in_no_quotation():
    text = "The plan follows a workshop that was held in Fenmark in August with people from all of the ministries\n\n"

    assert said(f"{text}“We have a plan,” Ada Berg, Head of Drains, told the press.") == [
        ("Ada Berg", "“We have a p")
    ]


HAN = {
    "校长令狐野院士、处长端木晴出席会议。\n\n令狐野对与会领导、专家表示欢迎。他指出，雨水要留住。": [
        ("令狐野", "令狐野对与会领导、专家表"),
        ("令狐野", "他指出，雨水要留住。"),
    ],
    "会上，所长端木晴从专家构成、平台建设等方面介绍了情况。与会专家从自身领域出发，畅所欲言，展示了成果。": [
        ("端木晴", "会上，所长端木晴从专家构"),
    ],
    "来自芦汀大学的令狐野高工以新的视角做了阐述。雾港大学的端木晴教授作了总结。": [
        ("令狐野", "来自芦汀大学的令狐野高工"),
        ("端木晴", "雾港大学的端木晴教授作了"),
    ],
    "与会的芦汀大学教授令狐野表示，雨水不要钱。": [("令狐野", "与会的芦汀大学教授令狐野")],
    "论坛邀请了芦汀大学教授令狐野等嘉宾。\n\n令狐野在点评时说，水要少用。": [
        ("令狐野", "论坛邀请了芦汀大学教授令"),
        ("令狐野", "令狐野在点评时说，水要少"),
    ][1:],
    "雾港中心副主席瑞俊丹在发言中表示，水要少用。": [("瑞俊丹", "雾港中心副主席瑞俊丹在发")],
    "董事长高希均在致辞时表示，水要少用。高希均认为应当如此。": [
        ("高希均", "董事长高希均在致辞时表示"),
        ("高希均", "高希均认为应当如此。"),
    ],
    "经济学教授巫和懋也认为，水要少用。": [("巫和懋", "经济学教授巫和懋也认为，")],
    "院长萧令仪指出，水要少用。主任洪端木强调节水。": [
        ("萧令仪", "院长萧令仪指出，水要少用"),
        ("洪端木", "主任洪端木强调节水。"),
    ],
    "令狐野委员代表雨水组提出，水要少用。委员们还对工程提出了建议。": [
        ("令狐野", "令狐野委员代表雨水组提出")
    ],
    "雨水区书记、主任令狐野与雾港公司院长端木晴一行座谈。\n\n令狐野代表书记处、管委会对大家的到来表示欢迎。": [
        ("令狐野", "令狐野代表书记处、管委会"),
    ],
    "随后，所长令狐野做题为“水的路”的主题演讲。他强调，水要少用。": [
        ("令狐野", "随后，所长令狐野做题为“"),
        ("令狐野", "他强调，水要少用。"),
    ],
    "所长令狐野指出，水要少用。经过充分讨论，会议认为要修管网。": [("令狐野", "所长令狐野指出，水要少用")],
    "所长令狐野指出，水要少用。会议取得圆满成功！": [("令狐野", "所长令狐野指出，水要少用")],
    "本次讲座主讲嘉宾是芦汀大学令狐野教授。\n\n令狐野教授回顾了历史。": [
        ("令狐野", "令狐野教授回顾了历史。")
    ],
    "令狐野（雨水大学教授）：\n我先说。\n水要少用。\n\n端木晴（雾港大学教授）：\n谢谢。我同意。\n\n"
    "令狐野：\n我们散会。": [
        ("令狐野", "令狐野（雨水大学教授）："),
        ("令狐野", "水要少用。"),
        ("端木晴", "端木晴（雾港大学教授）："),
        ("端木晴", "我同意。"),
        ("令狐野", "令狐野：我们散会。"),
    ],
    "张多雷（Jean Dorey）是雨水学院院长。\n\n“水要少用。管要修。”张多雷说，“这很重要。”": [
        ("张多雷", "“水要少用。管要修。”"),
        ("张多雷", "张多雷说，“这很重要。”"),
    ],
    "坦桑尼亚的哈米斯（Pili Khamis）也来了。\n\n哈米斯说：“雨很好。”": [("哈米斯", "哈米斯说：“雨很好。”")],
    "会上，芦汀科学院院士令狐野教授，以“水的路”为题，对雨水进行了科普。据介绍，会议很长。": [
        ("令狐野", "会上，芦汀科学院院士令狐"),
    ],
    "芦汀大学校长令狐野，先谈了自己的感受。现场的观众也纷纷表达了看法。令狐野告诉同学们，水要少用。": [
        ("令狐野", "芦汀大学校长令狐野，先谈"),
        ("令狐野", "令狐野告诉同学们，水要少"),
    ],
    "副校长端木晴先生，小说研究会主任令狐野先生等莅临现场。": [],
}


@pytest.mark.parametrize("text", HAN)
def test_chinese_reports_tell_who_said_it(text):
    people = [one for one in said(text, HAN_HEAD) if one[0] not in {"与会专家", "委员们", "现场的观众"}]

    assert people == HAN[text]


def test_a_verbatim_record_goes_on_until_somebody_else_speaks():
    text = (
        "主持人令狐野：您怎么看雨水？\n\n端木晴：我先说两点。\n\n第二，管网要修。\n\n（掌声）\n\n主持人令狐野：谢谢您。\n\n"
        "端木晴：我补充一句。\n\n会议五点结束。\n"
    )

    assert [(who, words) for who, words in said(text, HAN_HEAD)] == [
        ("令狐野", "主持人令狐野：您怎么看雨"),
        ("端木晴", "端木晴：我先说两点。"),
        ("端木晴", "第二，管网要修。"),
        ("令狐野", "主持人令狐野：谢谢您。"),
        ("端木晴", "端木晴：我补充一句。"),
    ]


@pytest.mark.parametrize(
    ("lines", "title", "day"),
    [
        (
            "Rain report is adopted by all\n\n20 October 2015\n7538th Meeting (AM)",
            "Rain report is adopted by all",
            20,
        ),
        ("Chamber hosts a table\n\n2015-10-25 By Ada Berg", "Chamber hosts a table", 25),
        ("Minutes 10-11 Oct 2015 of rain\n\nOctober 25, 2015", "Minutes 10-11 Oct 2015 of rain", 11),
        (
            "雨水论坛：现状与前瞻\n\n2015-10-03 00:03:24\n\n院长令狐野（报社 端木晴摄）",
            "雨水论坛：现状与前瞻",
            3,
        ),
    ],
)
def test_of_plain_lines_the_first_is_the_title(lines, title, day):
    document = reader.read_bytes(
        f"{lines}\n\nIt rained in Fenmark, and all of us met there.\n".encode(), "a.txt"
    ).document

    assert (document.title, document.date.day) == (title, day)


@pytest.mark.parametrize(
    ("first", "day"),
    [
        ("FENMARK, Sep 5 2023 (RN) – Rain fell on all who came to the meeting.", "2023-09-05"),
        ("2023年9月5日下午，雨水论坛在芦汀举行。", "2023-09-05"),
        ("On 5 September 2023, the board met in Fenmark and spoke of drains.", "2023-09-05"),
        ("The period from 1 August 2022 to 31 July 2023 was wet in all of Fenmark.", None),
        ("It rained in Fenmark, and nobody wrote down when that was.", None),
    ],
)
def test_the_first_paragraph_tells_the_day_where_the_head_does_not(first, day):
    document = reader.read_bytes(
        f"Rain and streets\n\n{first}\n\nAll went home.\n".encode(), "a.txt"
    ).document

    assert (str(document.date) if document.date else None) == day


@pytest.mark.parametrize(
    "sentence",
    [
        "This was agreed.",
        "The accounts were unanimously adopted.",
        "His proposal was seconded.",
        "A number of leaks were brought out.",
        "Several drains were discussed.",
    ],
)
def test_what_was_agreed_is_said_by_nobody(sentence):
    text = f"Ada Berg, Clerk of Fenmark, said that drains cost more every year.\n\n{sentence}\n"

    assert said(text) == [("Ada Berg", "Ada Berg, Cl")]


@pytest.mark.parametrize(
    "sentence",
    [
        "居民们对管网改造提出了意见。",
        "其中令狐野、端木晴等发言人对管网提出了建议。",
    ],
)
def test_what_many_said_is_not_of_who_spoke_before(sentence):
    text = f"院长令狐野指出，雨水要留下来。处长端木晴认为，管网要修。\n\n{sentence}\n"

    assert [who for who, _ in said(text, HAN_HEAD)] == ["令狐野", "端木晴"]


def test_traditional_text_tells_its_speakers_as_they_are_written():
    text = "研究院院長令狐野指出，雨水應當留下來。\n\n處長端木晴認為，管網需要修。\n"

    assert [who for who, _ in said(text, HAN_HEAD)] == ["令狐野", "端木晴"]


def test_the_host_without_a_name_ends_a_turn():
    text = "端木晴：我先说两点。\n\n主持人：谢谢，请下一位。\n\n令狐野：我补充一句。\n\n端木晴：我们同意。\n"

    assert [who for who, _ in said(text, HAN_HEAD)] == ["端木晴", "令狐野", "端木晴"]


@pytest.mark.parametrize(
    "line",
    [
        "Speakers: Chairman Mr. Ivo Lund; Clerk Ms. Ada Berg",
        "Speakers: Chairman Mr. Ivo Lund, Clerk Ms. Ada Berg",
        "Speakers: Ivo Lund (Chairman), Ada Berg (Clerk)",
        "Panellists: Ivo Lund (Chairman) and Ada Berg (Clerk)",
        "Participants: Ivo Lund, Chairman; Ada Berg, Clerk",
    ],
)
def test_a_label_of_the_head_lists_people_with_their_posts(line):
    text = (
        f"Rain forum\n\n5 September 2023\n\n{line}\n\nMr. Lund said that rain is dear. Ms. Berg asked why.\n"
    )
    document = reader.read_bytes(text.encode(), "a.txt").document

    assert [(entry.name, entry.credit) for entry in document.roster] == [
        ("Ivo Lund", "Chairman"),
        ("Ada Berg", "Clerk"),
    ]


SPOKEN_OF = {
    "Dr. Berg was there. Speaking beside the sea alongside Normark Prime Minister Ada Berg and Fenmark’s President, "
    "Omar Teal, Mr. Lund said that rain falls.": [("Mr. Lund", "Speaking bes")],
    "Prime Minister Lund felt that the comment made by Ms. Ada Berg had not been heard.": [
        ("Lund", "Prime Minist")
    ],
    "Dr. Ada Berg presented a gift to Omar. He replied that he had liked it.": [("Ada Berg", "Dr. Ada Berg")],
    "Dr. Ada Berg agreed. A panel composed of Dr. Ada Berg and students Ivo Lund and Omar Teal talked about it.": [
        ("Ada Berg", "Dr. Ada Berg")
    ],
}


@pytest.mark.parametrize("text", SPOKEN_OF)
def test_who_stands_beside_a_speaker_or_is_answered_says_nothing(text):
    assert said(text) == SPOKEN_OF[text]


ALL_THE_SAME = {
    "Many speakers stressed the link, with Dr. Ada Berg, Dean of Rain, warning that weirs break.": [
        ("many speakers; Ada Berg", "Many speaker")
    ],
    "“It was intense”, says Ada Berg, who is a poet in Fenmark.": [("Ada Berg", "“It was inte")],
    "President Ivo Lund today joined other leaders in calling for rain.\n\n“We set doubt aside,” he said, "
    "referring to the weirs.": [("Ivo Lund", "President Iv"), ("Ivo Lund", "“We set doub")],
    "“Rain is new,” said Dr. Ivo Lund. Delegates had covered much ground.\n\nThroughout the day, he said, talks had "
    "gone on.": [("Ivo Lund", "“Rain is new"), ("Ivo Lund", "Throughout t")],
    "Dr. Ada Lund of Weir Office agreed. Dr. Ivo Lund disagreed.\n\nThe talk was given by Dr. Ivo Lund. In his talk, "
    "Dr. Lund discussed rain.": [
        ("Ada Lund", "Dr. Ada Lund"),
        ("Ivo Lund", "Dr. Ivo Lund"),
        ("Ivo Lund", "The talk was"),
        ("Ivo Lund", "In his talk,"),
    ],
    "Petra Berg agreed.\n\nPetra from the Weir Office noted that rain falls.": [
        ("Petra Berg", "Petra Berg a"),
        ("Petra Berg", "Petra from t"),
    ],
}


@pytest.mark.parametrize("text", ALL_THE_SAME)
def test_whoever_speaks_is_found_behind_what_parts_name_and_verb(text):
    assert said(text) == ALL_THE_SAME[text]


def test_a_title_makes_somebody_of_a_word_before_a_speech():
    text = "Mr Lund: I ask for rain.\n\nMrs Cross: I rise on a point of order.\n\nMr Lund: I sit down."
    assert [name for name, _ in said(text)] == ["Mr Lund", "Mrs Cross", "Mr Lund"]


def test_who_is_in_the_chair_has_the_firm_behind_the_comma_as_a_credit():
    text = "Chair: Ada Berg, Halvard Mutual\n\nAda Berg said yes. Ivo Lund from Weir Office said no."
    document = reader.read_bytes((HEAD + text).encode(), "a.txt").document
    assert [(one.name, one.credit, one.role) for one in document.roster] == [
        ("Ada Berg", "Halvard Mutual", "moderator"),
        ("Ivo Lund", "Weir Office", None),
    ]


@pytest.mark.parametrize("other", ["Ivo Lund", "Claudia Teal"])
def test_somebody_behind_the_comma_is_no_credit_of_who_is_in_the_chair(other):
    text = f"Chair: Ada Berg, {other}\n\nAda Berg said yes. {other} said no."
    document = reader.read_bytes((HEAD + text).encode(), "a.txt").document
    assert [(one.name, one.credit) for one in document.roster] == [("Ada Berg", ""), (other, "")]


def test_a_verb_of_asking_is_no_part_of_the_credit_in_a_label():
    text = "端木晴（水务局）问：水库怎么办？\n\n公孙礼（财政局）答：我们有钱。"
    document = reader.read_bytes((HAN_HEAD + text).encode(), "a.txt").document
    assert [(one.name, one.credit) for one in document.roster] == [("端木晴", "水务局"), ("公孙礼", "财政局")]


NOT_THE_LAST = {
    "Dr. Ada Berg said yes.\n\n2. Weirs\nMr. Ivo Lund reported that the path was closed. He thanked all.": [
        ("Ada Berg", "Dr. Ada Berg"),
        ("Ivo Lund", "Mr. Ivo Lund"),
        ("Ivo Lund", "He thanked a"),
    ],
    "Dr. Ada Berg said yes. She was followed by Mr. Ivo Lund, who said that rain falls. His view was echoed by "
    "Minister Omar Teal.": [
        ("Ada Berg", "Dr. Ada Berg"),
        ("Ivo Lund", "She was foll"),
        ("Omar Teal", "His view was"),
    ],
    "Dr. Ada Berg said yes. The technical session began with rain. Similarly, young farmers raised the price.": [
        ("Ada Berg", "Dr. Ada Berg")
    ],
    "Chair: H.E. Maria dos Lund, Minister of Water\n\nMinister dos Lund thanked all. She said yes.": [
        ("Maria dos Lund", "Minister dos"),
        ("Maria dos Lund", "She said yes"),
    ],
    "Mr. Ivo Lund asked for two things:\n- more rain\n- less wind\n\nDr. Ada Berg agreed.": [
        ("Ivo Lund", "Mr. Ivo Lund"),
        ("Ivo Lund", "more rain"),
        ("Ivo Lund", "less wind"),
        ("Ada Berg", "Dr. Ada Berg"),
    ],
}


@pytest.mark.parametrize("text", NOT_THE_LAST)
def test_who_follows_or_agrees_speaks_and_whoever_spoke_last_does_not(text):
    assert said(text) == NOT_THE_LAST[text]


def test_a_stranger_who_speaks_at_a_place_is_not_the_last_speaker():
    text = "会长端木晴指出，水要留。乔水在致词中说，雨不够。\n\n总领事白云女士、端木晴先后致词。白云在致词中说，好。"
    assert said(text, HAN_HEAD) == [
        ("端木晴", "会长端木晴指出，水要留。"),
        ("乔水", "乔水在致词中说，雨不够。"),
        ("白云", "白云在致词中说，好。"),
    ]


def test_who_takes_up_the_thread_says_what_is_quoted_on_both_sides():
    text = "“说得对。”芦汀大数据公司总经理端木晴接过话头，“去年我们跑了七个部门。”她希望建立平台。"
    assert said(text, HAN_HEAD) == [
        ("端木晴", "“说得对。”"),
        ("端木晴", "芦汀大数据公司总经理端木"),
        ("端木晴", "她希望建立平台。"),
    ]


def test_somebody_else_with_a_post_ends_a_turn_in_a_chinese_review():
    text = (
        "研究员令狐野认为，水要留。与此不同，雾港大学教授公孙礼更看到雨。在他看来，雨不够。"
        "海岬大学的闵水则提出了第三条路。\n\n令狐野、公孙礼都谈到了水价。"
    )
    assert said(text, HAN_HEAD) == [
        ("令狐野", "研究员令狐野认为，水要留"),
        ("公孙礼", "与此不同，雾港大学教授公"),
        ("公孙礼", "在他看来，雨不够。"),
        ("令狐野; 公孙礼", "令狐野、公孙礼都谈到了水"),
    ]


IN_PASSING = {
    "Dr. Ada Berg agreed. It was dashed by President Ivo Lund, who told us that rain falls.": [
        ("Ada Berg", "Dr. Ada Berg"),
        ("Ivo Lund", "It was dashe"),
    ],
    "Dr. Ada Berg welcomed all. The panel members introduced themselves.": [("Ada Berg", "Dr. Ada Berg")],
    "In the following interview Dr. Ada Berg and Professor Ivo Lund of Rain University discuss the weirs.\n\n"
    "What was hard?\n\nLund: The rain took us by surprise.": [("Ivo Lund", "Lund: The ra")],
}


@pytest.mark.parametrize("text", IN_PASSING)
def test_who_is_told_of_in_passing_speaks_only_where_words_are_given(text):
    assert said(text) == IN_PASSING[text]


def test_a_caption_without_a_name_is_not_the_last_speaker():
    text = ">> ADA BERG: We can begin now.\n\n>> IVO LUND: I cannot hear.\n\n>> Who, please?\n\n>> ADA BERG: I can."
    assert said(text) == [
        ("ADA BERG", ">> ADA BERG:"),
        ("IVO LUND", ">> IVO LUND:"),
        ("ADA BERG", ">> ADA BERG:"),
    ]


def test_a_paragraph_below_a_list_is_not_its_last_item():
    text = (
        "# Rain\n\nThe talk was in Fenmark.\n\n- Dr. Ada Berg shared how the weir office in the old town of Fenmark "
        "manages its drains\n\nI believe all of them do well.\n"
    )
    document = reader.read_bytes(text.encode(), "a.md").document
    assert [
        sentence.text.strip()[:12]
        for _, sentences in attributed(document)
        for sentence in sentences
        if sentence.entries
    ] == ["Dr. Ada Berg"]


def test_a_student_of_whom_a_sentence_tells_speaks_in_the_next():
    text = (
        "芦汀大学本科生令狐野是舞队的队长，带领大家排练。在她看来，“水要留。”\n\n"
        "研究生端木晴在雨季期间做了研究。他在座谈时坦言，雨不够。"
    )
    assert said(text, HAN_HEAD) == [
        ("令狐野", "在她看来，“水要留。”"),
        ("端木晴", "他在座谈时坦言，雨不够。"),
    ]
