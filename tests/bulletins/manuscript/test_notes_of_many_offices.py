"""Who said what in notes as many an office takes them: by first name, by post, by initials, by surname and post."""

import pytest

from bulletins.inline import block_lines
from bulletins.manuscript import reader
from bulletins.statements import attributed


def said(text, suffix="md"):
    """Who said what: the names, and the first words of the sentences that are somebody's."""
    document = reader.read_bytes(text.encode(), f"a.{suffix}").document
    names = {entry.speaker: entry.name for entry in document.roster}
    return [
        ("; ".join(names[key] for key in sentence.entries), sentence.text.strip()[:10].rstrip())
        for _, sentences in attributed(document)
        for sentence in sentences
        if sentence.entries
    ]


def printed(document):
    """All lines of the running text."""
    proses = [document.lede, *(point.body for section in document.sections for point in section.points)]
    leads = [point.lead for section in document.sections for point in section.points]
    return [
        line
        for prose in (*proses, *([lead] for lead in leads))
        for one in prose
        for line in block_lines(one, document)
    ]


ENGLISH = {
    "whom one word calls is who has it in a whole name told elsewhere": (
        (
            "The panel brought together Idris Kane, harbour master of Selde; Nora Whitlock, who runs a clinic.\n\n"
            "Kane argued that it rains. Whitlock agreed, but pointed to the price."
        ),
        [("Idris Kane", "Kane argue"), ("Nora Whitlock", "Whitlock a")],
    ),
    "a given name alone is somebody's": (
        "Josh went over the policy.\n\nIn April, Yvonne reported that it rains.",
        [("Josh", "Josh went"), ("Yvonne", "In April,")],
    ),
    "a name with a letter exchanged is nobody else's": (
        "Jonathan Lund, Dean of Rain, said that it rains.\n\nJonathon joked that it pours.",
        [("Jonathan Lund", "Jonathan L")],
    ),
    "the second given name tells its bearer as well": (
        "Attendance: Amy Kwol, Jerem Tantong, Ciaran Llachlan Leavit\n\nLlachlan suggests that all pay.",
        [("Ciaran Llachlan Leavit", "Llachlan s")],
    ),
    "people in a line of labels beside those who came are known": (
        (
            "Facilitator: Hanne Storm\nParticipants: Jakub (Weir Bay), Leila (Selde), Mr Olsen (county office)\n\n"
            "Hanne asks if anyone is against.\n\nLeila says that it rains.\n\nJakub: same here."
        ),
        [("Hanne Storm", "Hanne asks"), ("Leila", "Leila says"), ("Jakub", "Jakub: sam")],
    ),
    "initials with a dash are theirs who have them": (
        (
            "Present: Chen Vik, Gaetano Mangia, Artur Glavik\n\nAG - a list of what went wrong.\n\n"
            "CV - can all do it?\n\nIT - a word"
        ),
        [("Artur Glavik", "AG - a lis"), ("Chen Vik", "CV - can a")],
    ),
    "the end of a bold name is no lead where a comma goes on": (
        "1. **Ada Berg**, Dean of Rain, said that it rains.\n\n2. **Weir Town**, for the islands, said nothing.",
        [("Ada Berg", "Ada Berg,")],
    ),
    "those who are welcomed in a list say nothing": (
        (
            "Ada Berg, Dean of Rain, welcomed the new members:\n\n- Ivo Lund\n- Eva Vik\n\n"
            "Ada Berg asked for two things:\n\n- time\n- money"
        ),
        [("Ada Berg", "Ada Berg,"), ("Ada Berg", "Ada Berg a"), ("Ada Berg", "time"), ("Ada Berg", "money")],
    ),
    "whoever has a post in one sentence may speak in the next": (
        (
            "Ada Berg is the agency’s tech lead for rain. She shared what was found.\n\n"
            "Ivo Lund read the plan as a plea, and he thought it fair."
        ),
        [("Ada Berg", "She shared"), ("Ivo Lund", "Ivo Lund r")],
    ),
    "what somebody does is nothing said": (
        (
            "Ada Berg, Dean of Rain, said that it rains.\n\nIt was late; Ivo Lund stormed from the room.\n\n"
            "Ivo Lund, who owns a mill, disagreed."
        ),
        [("Ada Berg", "Ada Berg,"), ("Ivo Lund", "Ivo Lund,")],
    ),
    "somebody else reports for the second group": (
        "Ada Berg, Dean of Rain, said that it rains. For the second group, Mira Vogt listed eleven ports.",
        [("Ada Berg", "Ada Berg,")],
    ),
    "surnames in a list of who was there speak": (
        (
            "Trustees present: Ferran, Quigley, Mbeki-Lowe\nStaff: Finance Manager Pell\n\n"
            "Pell reviewed the plan, noting that heating cost more.\n\nMbeki-Lowe wished to see it.\n\n"
            "Quigley asked why."
        ),
        [("Pell", "Pell revie"), ("Mbeki-Lowe", "Mbeki-Lowe"), ("Quigley", "Quigley as")],
    ),
    "nobody is another's post in a list with initials": (
        (
            "Present: Penny Astle (PA), District Councillor L. Finch (LF), the Clerk Wendy Proud (WP).\n\n"
            "LF informed the meeting that it rains.\n\nPA disagreed as it pours."
        ),
        [("L. Finch", "LF informe"), ("Penny Astle", "PA disagre")],
    ),
    "a speech may begin with a figure": (
        "Present: JT (Joel Tamm), SO (Simone Okafor)\n\nJT: 13 was reserved.\n\nSO: I will notice.",
        [("Joel Tamm", "JT: 13 was"), ("Simone Okafor", "SO: I will")],
    ),
    "a vote of thanks is no statement, and an address is": (
        (
            "Shri Harish Velan, Principal Secretary (Rain), in his inaugural address assured all support.\n\n"
            "The vote of thanks was proposed by Mrs. Asha Dhol, Registrar."
        ),
        [("Harish Velan", "Shri Haris")],
    ),
    "whose view it is": (
        (
            "Ada Berg (Rain Office) set out that it rains.\n\nThat, for Karim Osei of Park Works, is the point: "
            "“We are paid.”\n\nOsei was open to sharing figures."
        ),
        [("Ada Berg", "Ada Berg ("), ("Karim Osei", "That, for"), ("Karim Osei", "Osei was o")],
    ),
    "the next question between lists of labels is nobody's": (
        (
            "Round 1 – Why did you come?\n\n- Otto Frame, shopkeeper: I came late.\n"
            "- Piers Lacey, councillor: Our shop closed.\n- Gwen Morris, Royal Post: We deliver.\n\n"
            "Round 2 – What would help?\n\n- Otto Frame: Bread."
        ),
        [
            ("Otto Frame", "Otto Frame"),
            ("Piers Lacey", "Piers Lace"),
            ("Gwen Morris", "Gwen Morri"),
            ("Otto Frame", "Otto Frame"),
        ],
    ),
    "labels of whom nobody knows end a speech": (
        (
            "Ada Berg: We should write.\n\n?: Why?\n\nIvo Lund: We must.\n\n"
            "Eva Vik (?): We did.\n\nAda Berg: We agree."
        ),
        [("Ada Berg", "Ada Berg:"), ("Ivo Lund", "Ivo Lund:"), ("Ada Berg", "Ada Berg:")],
    ),
    "a people of two words is nobody's name": (
        "Sri Lankan delegate Kumari Silva noted that it rains.",
        [("Kumari Silva", "Sri Lankan")],
    ),
}


@pytest.mark.parametrize("habit", ENGLISH)
def test_in_english_notes(habit):
    text, expected = ENGLISH[habit]
    assert said(f"# Rain and streets\n\n{text}\n") == expected


CHINESE = {
    "标签是姓和职务": (
        (
            "参加：李明远（水务局主任）、周青（市长）\n\n李主任：我先说。\n\n周市长：我同意。\n\n方总：我们可以做。\n\n"
            "李主任：好。\n\n原所长：我不同意。"
        ),
        [
            ("李明远", "李主任：我先说。"),
            ("周青", "周市长：我同意。"),
            ("方总", "方总：我们可以做。"),
            ("李明远", "李主任：好。"),
        ],
    ),
    "两人同姓时看职务": (
        "参加：李明远（水务局主任）、李青（市长）\n\n李主任：我先说。\n\n李市长：我们同意。\n\n李局长：我也同意。",
        [("李明远", "李主任：我先说。"), ("李青", "李市长：我们同意。"), ("李局长", "李局长：我也同意。")],
    ),
    "职务前有空格": (
        "主持：支书 郝有田\n\n郝支书：我们开始。\n\n秦老四：填了好。\n\n秦老四：我出钱。",
        [("郝有田", "郝支书：我们开始。"), ("秦老四", "秦老四：填了好。"), ("秦老四", "秦老四：我出钱。")],
    ),
    "句中以姓和职务称呼": (
        "讨论中，方校长认为，学生多。\n\n方校长指出，路要修。\n\n向局长表示，感谢大家。",
        [("方校长", "讨论中，方校长认为，"), ("方校长", "方校长指出，路要修。")],
    ),
    "以职务称呼名单中人": (
        (
            "出席官員：運輸署署長（渡輪）鄺學禮先生、海事處總主任歐陽倩女士\n\n"
            "應主席邀請，運輸署署長（渡輪）介紹文件。他表示，會增加兩班。\n\n運輸署署長回應時表示，會商討。\n\n"
            "海事處總主任解釋，人手不足。"
        ),
        [
            ("鄺學禮", "應主席邀請，運輸署署"),
            ("鄺學禮", "他表示，會增加兩班。"),
            ("鄺學禮", "運輸署署長回應時表示"),
            ("歐陽倩", "海事處總主任解釋，人"),
        ],
    ),
    "机构的某某": (
        "北桥图书馆的仇一帆则讲了一个案例：机器不来人。\n\n仇一帆觉得太贵。",
        [("仇一帆", "北桥图书馆的仇一帆则"), ("仇一帆", "仇一帆觉得太贵。")],
    ),
    "括号里的年级不是人名": (
        "主持：令狐野\n\n小满（高二学生）说，她喜欢水。\n\n令狐野说，好。",
        [("令狐野", "令狐野说，好。")],
    ),
    "他们不是一个人": (
        "在令狐野教授主持下，六位艺术家对话。他们探讨了水价。\n\n令狐野教授指出，水要留。",
        [("令狐野", "令狐野教授指出，水要")],
    ),
    "现场嘉宾没有姓名": (
        "令狐野院士指出，水要留。两家集团等企业负责人分别作了报告。现场嘉宾围绕水价讨论。",
        [("令狐野", "令狐野院士指出，水要")],
    ),
    "受访之后她说": (
        "信息学院院长端木晴教授则通过“数字人”，以视频方式发表致辞。她在致辞中提到，水要留。",
        [("端木晴", "她在致辞中提到，水要")],
    ),
    "标签独占一行": (
        (
            "主席：巫副局長慶堂\n\n**主席：**\n\n各位大家好，今天我們開會。\n\n**業務科花科長啟明：**\n\n謝謝主席。\n\n"
            "**里長游阿水：**\n\n我們里要過橋。\n\n**Leo：**\n\n我路過兩百家店。\n\n**花科長啟明：**\n\n報告已經上網。\n\n"
            "**Leo：**\n\n我看過。"
        ),
        [
            ("巫慶堂", "主席：各位大家好，今"),
            ("花啟明", "業務科花科長啟明：謝"),
            ("游阿水", "里長游阿水：我們里要"),
            ("Leo", "Leo：我路過兩百家"),
            ("花啟明", "花科長啟明：報告已經"),
            ("Leo", "Leo：我看過。"),
        ],
    ),
    "到会祝贺之后她希望": (
        (
            "市场处处长茅以宁到会祝贺，并对协会提出希望。她希望协会当好桥梁。\n\n"
            "老会长岑伯庸深情回顾了历程。“当年开会，十二个人。”他寄语新班子，桌子可以换大的。"
        ),
        [
            ("茅以宁", "她希望协会当好桥梁。"),
            ("岑伯庸", "老会长岑伯庸深情回顾"),
            ("岑伯庸", "“当年开会，十二个人"),
            ("岑伯庸", "他寄语新班子，桌子可"),
        ],
    ),
    "主讲不是发言": (
        "本讲由河工史学者柳宗白主讲，县志办主任翁仲秋主持。\n\n柳宗白认为，水要留。",
        [("柳宗白", "柳宗白认为，水要留。")],
    ),
    "编号不是职务": ("3. 12号楼业主危先生认为可以分两步走。", [("危先生", "12号楼业主危先生认")]),
    "别人的报告": (
        "令狐野主席作报告。\n\n委员陈健表示，令狐野主席的报告充分总结了工作。\n\n對于陈健委員的建議，大家一致贊成。",
        [("陈健", "委员陈健表示，令狐野")],
    ),
    "职务后的外文名": (
        ("令狐野总裁说，好。北境公司CEO JinWook在致辞中说，作为盛会，举办八年。\n\n令狐野总裁说，水要留。"),
        [
            ("令狐野", "令狐野总裁说，好。"),
            ("JinWook", "北境公司CEO Ji"),
            ("令狐野", "令狐野总裁说，水要留"),
        ],
    ),
    "句子不是名单": (
        "云脊市市长庾长风致欢迎辞。山地大学教授郗明远说，好。",
        [("郗明远", "山地大学教授郗明远说")],
    ),
}


@pytest.mark.parametrize("habit", CHINESE)
def test_in_chinese_notes(habit):
    text, expected = CHINESE[habit]
    assert said(f"# 雨水与街道\n\n{text}\n") == expected


BRIEFING = """\
# Briefing by Press Secretary Ada Jean-Berg and Coordinator Ivo Lund

MS. JEAN-BERG:  Good afternoon. We have a guest.

Q    Good afternoon.

MR. LUND:  Thank you. I have two things.

Months ago, President Teal directed his team to look at drains.

But —

Q    Okay, leave the word.

MR. LUND:  We are looking at all drains.

Q    Is that right?

MS. JEAN-BERG:  We said so.
"""


def test_in_a_briefing_questions_are_nobody_s_and_whoever_a_speech_names_does_not_speak():
    assert said(BRIEFING) == [
        ("Ada Jean-Berg", "MS. JEAN-B"),
        ("Ada Jean-Berg", "We have a"),
        ("Ivo Lund", "MR. LUND:"),
        ("Ivo Lund", "I have two"),
        ("Ivo Lund", "Months ago"),
        ("Ivo Lund", "But —"),
        ("Ivo Lund", "MR. LUND:"),
        ("Ada Jean-Berg", "MS. JEAN-B"),
    ]


def test_marks_of_who_wrote_a_line_are_labels_and_the_next_question_is_nobody_s():
    text = (
        "# 资料组会议\n\n1. 为什么参加？\n    * 泰维：因为我写程序\n    * Max：我想学习\n    * Hane：我想帮忙\n"
        "    * [name=tai] 我想大家一起写\n2. 为什么是这一组？\n    * 泰维：我做这一行\n    * Max：我有兴趣\n"
        "    * Hane：我想帮助别人\n    * [name=tai]: 都可以\n"
    )
    assert said(text) == [
        ("泰维", "泰维：因为我写程序"),
        ("Max", "Max：我想学习"),
        ("Hane", "Hane：我想帮忙"),
        ("tai", "tai: 我想大家一"),
        ("泰维", "泰维：我做这一行"),
        ("Max", "Max：我有兴趣"),
        ("Hane", "Hane：我想帮助别"),
        ("tai", "tai: 都可以"),
    ]


def test_html_in_markdown_is_read_like_a_web_page():
    text = (
        "# Rain\n\nA text.\n\n<p>Anyone can join the <a href='https://rain.example'>Rain Group</a>. It is "
        "<b>open</b>.</p>\n<ul><li>First <i>item</i></li><li>second</li></ul>\n\n"
        "<table><tr><th>Name</th><th>Town</th></tr><tr><td>Weir</td><td>Ulm</td></tr></table>\n"
    )
    document = reader.read_bytes(text.encode(), "a.md").document
    [[paragraph, *blocks]] = [point.body for section in document.sections for point in section.points]
    assert [[run.text for run in paragraph], [type(block).__name__ for block in blocks]] == [
        ["Anyone can join the ", "Rain Group", ". It is ", "open", "."],
        ["List", "Table"],
    ]


@pytest.mark.parametrize(
    "html",
    [
        "<p>Rain <button>falls</button> here</p>",
        "<p>Rain falls here",
        "</div><p>Rain falls here</p>",
        "<select><option>Rain</option></select> falls here",
        "<div><svg><text>falls</text></svg> Rain here</div>",
        "<div><textarea>falls</textarea> Rain here</div>",
        "<p>Rain <code>falls</code> here</p>",
        "<pre>Rain\nfalls here</pre>",
        "<body><title>Rain</title>falls here</body>",
        "<p>Rain</p><!-- falls --><p>here</p>",
    ],
)
def test_no_word_of_html_in_markdown_is_lost(html):
    text = f"# A talk\n\nA text.\n\n{html}\n\nThe end.\n"
    reading = reader.read_bytes(text.encode(), "a.md")
    words = " ".join((*printed(reading.document), *(one.title for one in reading.document.sections)))
    told = "".join(value for one in reading.findings for value in one.params.values())
    assert [word for word in ("Rain", "falls", "here", "end") if word not in words + told] == []


def test_lines_of_labels_in_markdown_stay_lines():
    text = "# 读书会\n\n领读人：令狐野（书店店主）\n书目：《慢船》\n\n令狐野说，水要留。\n"
    reading = reader.read_bytes(text.encode(), "a.md")
    assert [(entry.name, entry.credit) for entry in reading.document.roster] == [("令狐野", "书店店主")]


def test_a_list_of_who_was_there_is_no_publisher_and_goes_on_with_nothing():
    text = "Weir Assembly\n\nChair: Ada Berg\nParticipants: Ivo Lund (county office), Eva Vik\n\nEva Vik said yes."
    assert reader.read_bytes(text.encode(), "a.txt").document.publisher is None
    chinese = (
        "# 會議\n\n出席委員：簡慕華議員、霍子謙議員\n\n"
        "出席公職人員：運輸署署長鄺學禮先生、海事處總主任歐陽倩女士\n\n霍子謙議員表示，很好。"
    )
    document = reader.read_bytes(chinese.encode(), "a.md").document
    assert [entry.name for entry in document.roster] == ["簡慕華", "霍子謙", "鄺學禮", "歐陽倩"]


def test_records_of_committees_print_posts_and_names_in_capitals():
    text = (
        "Advisory Panel\n\nCHAIR HOLLOWAY. Good morning, everybody.\n\nMS. DARROW.1 Thank you. We sold less.\n\n"
        "PRESIDENT OSTROW. In my district people repair. Do you see that?\n\nMS. DARROW. Only when we are paid.\n\n"
        "VICE CHAIR VANCE. I would not mark it down.\n"
    )
    assert [(name.casefold(), text) for name, text in said(text, "txt")] == [
        ("holloway", "CHAIR HOLL"),
        ("holloway", "Good morni"),
        ("ms. darrow", "MS. DARROW"),
        ("ms. darrow", "We sold le"),
        ("ostrow", "PRESIDENT"),
        ("ostrow", "In my dist"),
        ("ostrow", "Do you see"),
        ("ms. darrow", "MS. DARROW"),
        ("ms. darrow", "Only when"),
        ("vance", "VICE CHAIR"),
        ("vance", "I would no"),
    ]


def test_what_stands_at_the_head_of_each_page_cuts_no_sentence_and_is_told():
    pages = [
        "17-18 September 2026 13 of 292\n\nCHAIR LUND. We begin. Ms. Vik.",
        "MS. VIK. I have questions about the drains that were built in the old",
        "17-18 September 2026 14 of 292\ntown. We want to know who pays.",
        "CHAIR LUND. Thank you. We go on to —",
        "17-18 September 2026 15 of 292\nMR. TEAL. When I looked at the drains, I was struck.",
    ]
    text = "Advisory Panel\n\n" + "\n\n".join(pages)
    reading = reader.read_bytes(text.encode(), "a.txt")
    told = [one.params["list"] for one in reading.findings if one.params.get("where") == "as a page number"]
    assert (said(text, "txt")[3:], told) == (
        [
            ("MS. VIK", "MS. VIK."),
            ("MS. VIK", "I have que"),
            ("MS. VIK", "We want to"),
            ("LUND", "CHAIR LUND"),
            ("LUND", "Thank you."),
            ("LUND", "We go on t"),
            ("MR. TEAL", "MR. TEAL."),
            ("MR. TEAL", "When I loo"),
        ],
        ["; ".join(f"“17-18 September 2026 {page} of 292”" for page in (13, 14, 15))],
    )


def test_frames_of_boxes_and_verbs_with_a_capital_are_nobody():
    text = (
        "# Rain: a talk\n\n:::info\nAll words are free.\n:::\n\nPresent: Pam Bull (PB), Ivo Lund (IL)\n\n"
        "PB reported that it rains. PB Noted that it pours.\n"
    )
    document = reader.read_bytes(text.encode(), "a.md").document
    assert (document.title, said(text)) == (
        "Rain: a talk",
        [("Pam Bull", "PB reporte"), ("Pam Bull", "PB Noted t")],
    )
