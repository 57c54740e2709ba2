"""Who says something by what the words around a name tell, in the sentences of institutions' reports."""

import pytest

from bulletins.manuscript import outline_of_reading, reader

HEAD = "# Rain over Fenmark\n\n## First session\n\n"
HAN_HEAD = "# 芦汀雨水要留\n\n## 一、雨水\n\n"


def credited(*paragraphs, head=HEAD):
    """Who is credited with the paragraphs: a line for each statement."""
    text = head + "\n\n".join(paragraphs)
    outline = outline_of_reading(reader.read_bytes(text.encode(), "a.md"))
    return [
        (" and ".join(statement["speakers"]), statement["text"])
        for section in outline["sections"]
        for point in section["points"]
        for statement in point["statements"]
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Ada Berg, Dean of Rain, was present and described the response as “calm”.",
        "Ada Berg, Dean of Rain, was present during the session and said that weirs leak.",
        "Ada Berg, Dean of Rain, attended the session and noted that weirs leak.",
        "Ada Berg, Dean of Rain, chaired the session and noted that weirs leak.",
        "Ada Berg, Dean of Rain, moderated the panel and asked whether weirs leak.",
        "Ada Berg, Dean of Rain, joined the session online and described the weirs of Fenmark.",
        "Ada Berg, Dean of Rain, took part in the session and stressed that weirs leak.",
        "Ada Berg, Dean of Rain, arrived late and apologised for the weather.",
        "Ada Berg flew in and told all that weirs leak.",
        "Ada Berg, Dean of Rain, was struck by the cost of the weirs, adding that nobody pays for it.",
        "Ada Berg, Dean of Rain, came back to the weirs, saying that nobody pays for them.",
        "Ada Berg from the Harbour Guild was interested in the weirs, noting that “weirs keep you dry”.",
        "Ada Berg was interested in what had been said about weirs, noting that “weirs keep you dry”.",
    ],
)
def test_who_does_something_and_says_something_with_it_says_it(text):
    assert credited(text) == [("Ada Berg", text)]


@pytest.mark.parametrize(
    "text",
    [
        "Ada Berg, Dean of Rain, attended the session and visited the weirs.",
        "Ada Berg, Dean of Rain, was present during the session.",
        "Ada Berg, Dean of Rain, chaired the session and introduced the speakers.",
        "The report by Ada Berg, Dean of Rain, was received and noted.",
        "The report by Ada Berg, Dean of Rain, was received and noted by the council.",
        "Ada Berg, Dean of Rain, opened the session and welcomed all who had come.",
        "Ada Berg, Dean of Rain, attended the meeting but said nothing.",
        "Ada Berg, Dean of Rain, took the chair and called for the minutes.",
        "Ada Berg, Dean of Rain, called the meeting to order and asked for a moment of silence.",
        "The prize went to Ada Berg, Dean of Rain, and was announced by the mayor.",
        "Ada Berg, Dean of Rain, was elected and the meeting noted that weirs leak.",
        "The council appointed Ada Berg as clerk, adding that weirs leak.",
        "The mayor met Ada Berg in spring and promised new weirs.",
        "The mayor sat beside Ada Berg and spoke of weirs.",
        "Apologies were received from Ada Berg, who was ill.",
        "Ada Berg’s “Weirs in Winter” was published in May.",
    ],
)
def test_who_does_something_and_says_nothing_with_it_is_not_credited(text):
    assert credited(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Ivo Lund agreed with what Ada Berg said.",
        "Ivo Lund answered the question Ada Berg asked.",
        "Ivo Lund built on the points Ada Berg raised and asked for more weirs.",
        "Ivo Lund disagreed with how Ada Berg described the weirs.",
        "Ivo Lund thanked Ada Berg for what she said about the weirs.",
        "Ivo Lund supported the plan that Ada Berg had proposed.",
        "Ivo Lund, who had listened to what Ada Berg said, asked for more weirs.",
        "Ivo Lund said that what Ada Berg proposed would cost too much.",
        "After what Ada Berg said, Ivo Lund asked for more weirs.",
        "Unlike what Ada Berg said, Ivo Lund argued that weirs do not leak.",
        "Echoing what Ada Berg said, Ivo Lund asked for more weirs.",
        "Ivo Lund was interested in what Ada Berg had said about weirs, noting that they keep you dry.",
    ],
)
def test_whose_words_a_clause_only_tells_of_is_not_credited_with_them(text):
    before = "Ada Berg said that weirs leak."
    assert credited(before, text) == [("Ada Berg", before), ("Ivo Lund", text)]


@pytest.mark.parametrize(
    "text",
    [
        "Nobody believed what Ada Berg said.",
        "The council discussed what Ada Berg suggested.",
        "The council took note of what Ada Berg reported.",
        "The minutes of what Ada Berg said were approved.",
        "The report in which Ada Berg described the weirs was approved.",
        "The book where Ada Berg argues for weirs was on sale.",
        "The session at which Ada Berg spoke was full.",
        "The moment Ada Berg spoke, the room was quiet.",
        "The harbour guild was interested in what Ada Berg had said about weirs.",
    ],
)
def test_a_sentence_that_tells_of_what_somebody_said_is_nobodys(text):
    before = "Ada Berg said that weirs leak."
    assert credited(before, text) == [("Ada Berg", before)]


@pytest.mark.parametrize(
    "text",
    [
        "What Ada Berg said was that weirs leak.",
        "What Ada Berg proposed was a weir in every town.",
        "As Ada Berg said, weirs leak.",
        "That was how Ada Berg put it.",
    ],
)
def test_a_clause_that_is_the_sentence_itself_is_whose_it_names(text):
    before = "Ada Berg said that weirs leak."
    assert credited(before, text)[-1][0] == "Ada Berg"


@pytest.mark.parametrize(
    "text",
    [
        "Another idea came from Ivo Lund from the Weir Office who gave a lightning talk on using old weirs.",
        "Another idea came from Ivo Lund, who proposed to use old weirs.",
        "A further suggestion came from Ivo Lund of the Weir Office, who told of old weirs in new streams.",
        "The first question came from Ivo Lund, Dean of Rain, who asked whether weirs leak.",
        "A warning came from Ivo Lund, Dean of Rain: weirs leak.",
        "We also heard from Ivo Lund, Dean of Rain, who spoke about leaking weirs.",
        "Ivo Lund’s talk “Weirs in Winter” showed how the ice breaks the weirs.",
        "Ivo Lund’s “Weirs in Winter” talked about how the ice breaks the weirs.",
        "Ivo Lund’s keynote argued that weirs must be mended.",
        "Next came the ‘special address’ by Mr. Ivo Lund, Consul General of Norland. He stressed the cost of weirs.",
        "The plan was championed by Judge Ivo Lund. He said that weirs leak.",
        "This was followed by Mr. Ivo Lund, Consul General of Norland. He expressed his thanks to the Weir Office.",
    ],
)
def test_from_whom_a_thing_came_or_by_whom_it_was_done_is_credited_where_that_one_goes_on(text):
    assert [name for name, _ in credited(text)] == ["Ivo Lund"]


def test_of_two_who_are_named_she_may_be_either():
    assert credited("The plan of Petra Teal was launched by Ivo Lund. She said that weirs leak.") == []


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Petra Teal and Omar Reed argued that weirs leak.", "They also said that nobody mends them."),
        ("Petra Teal and Omar Reed gave a talk on weirs.", "They began by asking who had seen one."),
    ],
)
def test_they_who_say_something_are_the_two_who_spoke(first, second):
    assert credited(first, second) == [("Petra Teal and Omar Reed", f"{first}\n{second}")]


def test_they_who_say_something_are_the_two_of_whom_the_last_sentence_tells():
    told = "Petra Teal and Omar Reed gave the keynote. They said that weirs leak."
    assert credited(told) == [("Petra Teal and Omar Reed", "They said that weirs leak.")]


@pytest.mark.parametrize(
    "second",
    [
        "They leak all night.",
        "They were built in winter.",
        "They must be mended.",
        "She said that weirs leak.",
    ],
)
def test_they_who_say_nothing_may_be_anything(second):
    first = "Petra Teal and Omar Reed argued that weirs leak."
    assert credited(first, second) == [("Petra Teal and Omar Reed", first)]


@pytest.mark.parametrize(
    "tells",
    [
        "set the scene with a history of weirs",
        "set the stage for the debate",
        "took the audience on a tour of weirs",
        "brought a legal perspective to the debate",
        "dwelt on the cost of weirs",
        "made a plea for more weirs",
        "made several points about weirs",
        "came out against weirs",
        "took a critical look at weirs",
        "named three reasons for weirs",
        "wants more weirs",
        "was quick to point out that weirs leak",
        "took up the theme of cost",
        "dismissed the plan as costly",
        "turned to the question of cost",
        "moved on to the question of cost",
        "undertook to mend the weirs",
        "could not see the need for weirs",
    ],
)
def test_a_phrase_whose_verb_alone_says_nothing_says_something(tells):
    text = f"Ada Berg, Dean of Rain, {tells}."
    assert credited(text) == [("Ada Berg", text)]


@pytest.mark.parametrize(
    "rank",
    [
        *(
            "Commodore",
            "Admiral",
            "Colonel",
            "Brigadier",
            "Lieutenant",
            "Sergeant",
            "Bishop",
            "Archbishop",
            "Reverend",
        ),
        *(
            "Pastor",
            "Rabbi",
            "Imam",
            "Cardinal",
            "Justice",
            "Vice-Chancellor",
            "Principal",
            "Inspector",
            "Sheriff",
        ),
    ],
)
def test_a_rank_stands_before_a_family_name_alone(rank):
    text = f"{rank} Lund, head of the Weir Office, stressed that weirs must be mended."
    assert credited(text) == [("Lund", text)]


@pytest.mark.parametrize("title", ["Engr.", "Barr.", "Adv."])
def test_an_abbreviated_title_ends_no_sentence(title):
    text = f"{title} Ivo Lund, head of the Weir Office, stressed that weirs must be mended."
    assert credited(text) == [("Ivo Lund", text)]


def test_letters_of_honours_behind_a_name_are_no_part_of_it():
    text = "Engr. Ivo Lund FNSE, head of the Weir Office, stressed that weirs must be mended."
    assert credited(text) == [("Ivo Lund", text)]


@pytest.mark.parametrize(
    "again",
    [
        "The biggest issue according to Tian, which he noted had been discussed before, was the cost of the weirs.",
        "Tian noted that weirs leak, and he asked for more of them.",
    ],
)
def test_whom_a_text_calls_he_as_well_is_a_person_whatever_the_name(again):
    first = "Tian Gao came to the forum to talk about weirs."
    assert credited(first, again)[-1] == ("Tian Gao", again)


def test_what_a_text_calls_by_one_word_and_never_he_is_no_person():
    first = "Tian Gao came to the forum to talk about weirs."
    assert credited(first, "Tian noted that weirs leak, and it asked for more of them.") == []


@pytest.mark.parametrize(
    "text",
    [
        "Fehri shared his own story of weirs.",
        "Fehri shared some of the reasons. His advice is to mend the weirs.",
        "Fehri noted that weirs leak, and he asked for more of them.",
    ],
)
def test_one_word_that_says_something_and_is_he_is_a_person(text):
    assert {name for name, _ in credited(text)} == {"Fehri"}


@pytest.mark.parametrize(
    "text",
    [
        "Fehri noted that weirs leak. Later Ivo said that his own weir leaks.",
        "Fehri noted that weirs leak, and it asked for more of them.",
        "Fehri noted that the guild is in favour of weirs.",
    ],
)
def test_one_word_that_says_something_and_is_never_he_is_nobody(text):
    assert "Fehri" not in {name for name, _ in credited(text)}


@pytest.mark.parametrize(
    "label",
    [
        "JUSTICE LUND",
        "[0:00:54.020] JUSTICE LUND",
        "CHIEF JUSTICE LUND",
        "Chief Justice Lund",
        "VICE CHAIR LUND",
    ],
)
def test_a_post_in_capitals_or_behind_an_hour_labels_a_speech(label):
    said = (
        "MR. BERG: Suppose the weir leaks. Do we mend it?",
        f"{label}: We must mend it, I think.",
        "MR. BERG: Yes.",
    )
    assert [name.upper() for name, _ in credited(*said)] == ["MR. BERG", "LUND", "MR. BERG"]


def test_a_title_and_a_family_name_in_the_bracket_of_a_label_are_who_speaks():
    said = (
        "Mr. Berg: Suppose the weir leaks. Do we mend it?",
        "The Minister for Weirs (Mr. Lund): We must mend it, I think.",
        "Mr. Berg: I agree with you.",
        "Mr. Lund: Thank you.",
    )
    assert [name for name, _ in credited(*said)] == ["Mr. Berg", "Mr. Lund", "Mr. Berg", "Mr. Lund"]


@pytest.mark.parametrize("name", ["张颂安", "李锦元", "赵锦年", "端木晴"])
@pytest.mark.parametrize(
    "says",
    [
        "发言指出，雨水要留在城里。",
        "总结强调，雨水要留在城里。",
        "最后强调，雨水要留在城里。",
        "在发言中指出，雨水要留在城里。",
        "在主持会议时强调，雨水要留在城里。",
        "主持会议并讲话。他指出，雨水要留在城里。",
        "围绕雨水提出了三点要求。一是留住雨水。",
        "围绕雨水谈了三点体会。一是留住雨水。",
        "从三个方面介绍了雨水的留用。",
        "就雨水问题提出三点建议。一是留住雨水。",
        "提出三点要求：一是留住雨水。",
        "结合工作实际谈了体会。",
        "通报了堰的情况。",
        "回顾了修堰的历史。",
        "分享了修堰的经验。",
        "要求各单位留住雨水。",
        "告诉记者，雨水要留在城里。",
        "进一步指出，雨水要留在城里。",
        "一针见血地指出，雨水要留在城里。",
    ],
)
def test_a_bare_chinese_name_says_something_in_more_words_than_one_verb(name, says):
    assert {who for who, _ in credited(name + says, head=HAN_HEAD)} == {name}


@pytest.mark.parametrize(
    "text",
    [
        "高度评价了修堰的成绩，会议结束。",
        "安全工作提出了三点要求，会议结束。",
        "方向明确提出了要求，会议结束。",
        "江南发言指出，雨水要留在城里。",
        "广大群众要求，雨水要留。",
        "水利部门在会上指出，雨水要留在城里。",
        "展览回顾了修堰的历史。",
        "文章分析了修堰的历史。",
        "常委会作了报告。",
        "单位作了报告。",
        "相关部门作了汇报，提出了要求。",
        "会上通报了堰的情况。",
        "全面分析了雨水的作用。",
        "孙子讲述了修堰的故事。",
        "温度对雨水提出了要求。",
        "严格要求各单位留住雨水。",
        "应急管理局在会上强调，雨水要留。",
        "于是大家提出了建议。",
        "令狐野代表团指出，水要留。",
    ],
)
def test_what_reads_like_no_name_says_nothing_in_chinese(text):
    assert credited(text, head=HAN_HEAD) == []


@pytest.mark.parametrize(
    ("post", "shown"),
    [
        ("Dean of Rain", "Dean of Rain"),
        ("The Mayor of Fenmark", "Mayor of Fenmark"),
        ("CEO of Halvard Mutual", "CEO of Halvard Mutual"),
        ("Founder of Weirwatch", "Founder of Weirwatch"),
        ("Minister of Water Resources", "Minister of Water Resources"),
        ("Vice-President for Research", "Vice-President for Research"),
        ("Deputy Minister of Culture and Sport", "Deputy Minister of Culture and Sport"),
        ("Ambassador of Norland to Fenmark", "Ambassador of Norland to Fenmark"),
        ("Head of the Department of Rivers", "Head of the Department of Rivers"),
        ("Head of the Department of Rivers Dr.", "Head of the Department of Rivers"),
        ("Secretary General of the Weir Union", "Secretary General of the Weir Union"),
    ],
)
def test_what_a_post_is_of_is_no_part_of_the_name_right_behind_it(post, shown):
    text = f"{HEAD}{post} Ada Berg noted that weirs leak."
    (entry,) = reader.read_bytes(text.encode(), "a.md").document.roster
    assert (entry.name, entry.credit) == ("Ada Berg", shown)


@pytest.mark.parametrize(
    "tells", ["took the floor to defend weirs", "made a statement on weirs", "made it clear that weirs leak"]
)
def test_such_a_phrase_lets_a_family_name_speak(tells):
    first, again = "Ada Berg, Dean of Rain, said that it rains.", f"Berg {tells}."
    assert credited(first, again) == [("Ada Berg", first), ("Ada Berg", again)]


@pytest.mark.parametrize(
    "again",
    [
        "For her, nobody pays for them.",
        "To illustrate this, she showed three weirs.",
        "Her second point was that nobody pays for them.",
        "Her message was clear: nobody pays for them.",
        "Among the reasons she gave were frost and age.",
    ],
)
def test_what_is_told_of_her_goes_on_for_whoever_spoke_last(again):
    first = "Ada Berg, Dean of Rain, said that weirs leak."
    assert credited(first, again) == [("Ada Berg", f"{first}\n{again}")]


@pytest.mark.parametrize(
    "again",
    [
        "Her second point was shared by many.",
        "The speaker before had asked for dams.",
        "Among the reasons were frost and age.",
        "The member asked for dams.",
    ],
)
def test_what_somebody_else_did_does_not_go_on(again):
    first = "Ada Berg, Dean of Rain, said that weirs leak."
    assert credited(first, again) == [("Ada Berg", first)]


@pytest.mark.parametrize("lead", ["The second speaker was", "Next on stage was", "Up next was"])
def test_who_is_named_as_the_next_speaker_says_what_he_says(lead):
    text = f"{lead} Ivo Lund, Clerk of Weirs. He called for dams."
    assert [name for name, _ in credited("Ada Berg, Dean of Rain, said that weirs leak.", text)][
        -1
    ] == "Ivo Lund"


def test_those_for_whom_somebody_speaks_are_no_post():
    (entry,) = reader.read_bytes(
        f"{HEAD}On behalf of the clerks, Ivo Lund called for dams.".encode(), "a.md"
    ).document.roster
    assert (entry.name, entry.credit) == ("Ivo Lund", "")


def test_points_that_count_on_from_a_number_of_them_are_whose_the_number_is():
    said = (
        "Ada Berg, Dean of Rain, gave three reasons for weirs.",
        "First, weirs leak.",
        "Second, weirs rot.",
        "Ivo Lund, Clerk of Weirs, said no.",
        "Third, weirs are old.",
    )
    assert credited(*said) == [
        ("Ada Berg", said[0]),
        ("Ada Berg", "weirs leak."),
        ("Ada Berg", "weirs rot."),
        ("Ivo Lund", said[3]),
    ]


@pytest.mark.parametrize(
    "first",
    ["水务局局长令狐野提出三点建议。", "水务局局长令狐野提出三点建议：", "水务局局长令狐野谈了几点体会。"],
)
@pytest.mark.parametrize("signs", [("第一，", "第二，"), ("一是", "二是"), ("（一）", "（二）")])
def test_chinese_points_that_count_on_from_a_number_of_them_are_whose_the_number_is(first, signs):
    points = [f"{sign}{said}" for sign, said in zip(signs, ("要修堰。", "要留水。"), strict=True)]
    said = credited(first, *points, "副局长端木晴指出，水要留。", head=HAN_HEAD)
    assert said == [
        ("令狐野", first),
        ("令狐野", "要修堰。"),
        ("令狐野", "要留水。"),
        ("端木晴", "副局长端木晴指出，水要留。"),
    ]


def test_points_behind_a_sentence_that_counts_nothing_are_nobodys():
    said = "Ada Berg, Dean of Rain, gave a talk on weirs.", "First, weirs leak.", "Second, weirs rot."
    assert credited(*said) == [("Ada Berg", said[0])]


@pytest.mark.parametrize("head", ["# 芦汀雨水要留\n\n", HAN_HEAD])
def test_a_line_that_leads_up_to_somebodys_words_is_of_the_text(head):
    read = reader.read_bytes(
        f"{head}水务局局长令狐野提出三点建议：\n\n（一）要修堰。\n\n（二）要留水。".encode(), "a.md"
    )
    assert ([one.code for one in read.findings], [entry.name for entry in read.document.roster]) == (
        ["roster-from-text"],
        ["令狐野"],
    )


def test_items_that_begin_with_they_are_whose_the_line_above_them_is():
    text = "Ada Berg, Dean of Rain, gave two reasons:\n\n- They leak.\n- They rot."
    assert credited(text) == [
        ("Ada Berg", "Ada Berg, Dean of Rain, gave two reasons:\nThey leak.\nThey rot.")
    ]


@pytest.mark.parametrize(
    "again",
    [
        "针对费用问题，他建议，大家来修堰。",
        "为此，他提出三点建议：一是修堰。",
        "在谈到费用时，令狐野表示，没有人修堰。",
    ],
)
def test_a_paragraph_that_opens_with_what_he_speaks_about_goes_on(again):
    first = "水务局局长令狐野指出，雨水要留。"
    assert {name for name, _ in credited(first, again, head=HAN_HEAD)} == {"令狐野"}
    assert "".join(text for _, text in credited(first, again, head=HAN_HEAD)).endswith(again)


@pytest.mark.parametrize(
    ("text", "credit"),
    [
        ("与会专家、芦汀大学教授端木晴认为，要修堰。", "芦汀大学教授"),
        ("与会专家端木晴认为，要修堰。", "专家"),
        ("到会的芦汀大学教授端木晴认为，要修堰。", "芦汀大学教授"),
        ("副局长端木晴的观点是，要修堰。", "副局长"),
        ("第二位发言的是芦汀大学教授端木晴。她指出，要修堰。", "芦汀大学教授"),
    ],
)
def test_whose_view_is_told_in_these_chinese_sentences(text, credit):
    reading = reader.read_bytes(f"{HAN_HEAD}{text}".encode(), "a.md")
    assert [(entry.name, entry.credit) for entry in reading.document.roster] == [("端木晴", credit)]
    assert {name for name, _ in credited(text, head=HAN_HEAD)} == {"端木晴"}


def test_who_is_in_the_chair_and_sums_up_says_so():
    said = "局长令狐野指出，雨水要留。", "主持人端木晴总结说，要修堰。"
    assert credited(*said, head=HAN_HEAD)[-1:] == [("端木晴", said[1])]


@pytest.mark.parametrize(
    ("head", "lead"),
    [
        ("# Rain over Fenmark\n\n## Weirs", "Ada Berg, Dean of Rain, gave two reasons:"),
        ("# 芦汀雨水要留\n\n## 修堰", "水务局局长令狐野提出三点建议："),
    ],
)
def test_a_heading_above_a_line_that_leads_up_to_words_is_a_sections(head, lead):
    document = reader.read_bytes(f"{head}\n\n{lead}\n\n- Weirs.\n- Rain.".encode(), "a.md").document
    assert ([section.title for section in document.sections], document.publisher) == (
        [head.split("## ")[1]],
        None,
    )


def test_a_post_behind_a_name_and_a_comma_is_that_ones_whatever_it_is_of():
    text = f"{HEAD}Ada Berg, President of the Fenmark Ivo Lund Union, insisted that weirs leak."
    (entry,) = reader.read_bytes(text.encode(), "a.md").document.roster
    assert (entry.name, entry.credit) == ("Ada Berg", "President of the Fenmark Ivo Lund Union")


def test_a_particle_of_kenya_is_of_the_name():
    said = (
        "Mr. arap Lund: I beg to ask the question.",
        "Mr. Berg: I beg to reply.",
        "Mr. arap Lund: I thank him.",
    )
    assert [name for name, _ in credited(*said)] == ["arap Lund", "Mr. Berg", "arap Lund"]


def test_an_institution_in_bold_is_nobody():
    text = "**Ada Berg**, Dean of Rain, **National Office of Weirs and Rare Rains, Department of Rain**, explained it."
    assert [name for name, _ in credited(text)] == ["Ada Berg"]


@pytest.mark.parametrize("lead", ["Ada Berg, on what towns need: ", "Ada Berg - about what towns need: "])
def test_what_somebody_speaks_about_stands_in_the_label(lead):
    said = "Ivo Lund: It rains all night here.", f"{lead}There are three things to do."
    assert credited(*said)[-1] == ("Ada Berg", said[1])


@pytest.mark.parametrize(
    "text", ["峰会上 John Baldwin 做了演讲，他指出雨水要留。", "随后 John Baldwin 作主旨报告，指出雨水要留。"]
)
def test_a_name_in_latin_letters_holds_a_talk_in_chinese(text):
    assert [name for name, _ in credited(text, head=HAN_HEAD)] == ["John Baldwin"]


@pytest.mark.parametrize(
    "lead",
    [
        "On a question from Ada Berg",
        "In reply to a question from Ada Berg",
        "Responding to a query by Ada Berg",
        "After a comment by Ada Berg",
        "At the request of Ada Berg",
        "When asked by Ada Berg",
        "Asked by Ada Berg",
    ],
)
def test_who_answers_says_it_and_not_who_asked(lead):
    said = "Present: Ada Berg, Ivo Lund", f"{lead}, Ivo Lund said that the weirs leak."
    assert credited(*said) == [("Ivo Lund", said[1])]


def test_what_somebodys_update_or_answer_is_stands_behind_a_colon():
    said = "Present: Ada Berg, Ivo Lund", "Ivo Lund’s update: the weirs leak."
    assert credited(*said) == [("Ivo Lund", said[1])]


@pytest.mark.parametrize(("did", "post"), [("moderated", "moderator"), ("chaired", "chair")])
def test_who_was_in_the_chair_sums_up(did, post):
    said = f"The session was {did} by Ada Berg, Dean of Rain.", f"The {post} summed up that weirs leak."
    assert credited(*said)[-1:] == [("Ada Berg", said[1])]


@pytest.mark.parametrize(
    "label",
    [
        "[Question from Ivo Lund]",
        "Question from Ivo Lund",
        "Question by Ivo Lund, Weir Office",
        "Q from Ivo Lund",
        "Comment from Ivo Lund (Weir Office)",
        "Ivo Lund [via chat]",
        "Ivo Lund (online)",
    ],
)
def test_whose_question_a_label_tells_asks_it(label):
    said = "Ada Berg: Weirs leak all night here.", f"{label}: Why do they leak?", "Ada Berg: They are old."
    assert [name for name, _ in credited(*said)] == ["Ada Berg", "Ivo Lund", "Ada Berg"]


def test_a_question_of_which_no_more_is_told_is_nobodys():
    said = "Ada Berg: Weirs leak all night here.", "Question from Ivo Lund was not put."
    assert [name for name, _ in credited(*said)] == ["Ada Berg"]


@pytest.mark.parametrize(
    "text",
    [
        "The event was opened by Dean Ada Berg, who welcomed the guests and stressed that weirs leak.",
        "The event was opened by the Dean of Rain, Ada Berg, who stressed that weirs leak.",
        "Ada Berg’s remarks centred on leaking weirs.",
        "The first presentation was by Ada Berg, Dean of Rain. She showed that weirs leak.",
        "Then it was Ada Berg’s turn. She said that weirs leak.",
        "Ada Berg took over. She said that weirs leak.",
        "Ada Berg joined remotely. She said that weirs leak.",
        "Up next: Ada Berg, Dean of Rain. She said that weirs leak.",
    ],
)
def test_how_reports_lead_to_whoever_speaks_next(text):
    assert {name for name, _ in credited(text)} == {"Ada Berg"}


@pytest.mark.parametrize(
    "text",
    [
        "The film shows Ada Berg at work and tells of weirs.",
        "Green Hill opened in May. She said that weirs leak.",
        "A letter came from Ada Berg, who was absent.",
    ],
)
def test_what_leads_to_nobody_who_speaks(text):
    assert credited(text) == []


ROLL = "Ada Berg Yes\nIvo Lund – No\nMichael Teal: Yes\nOmar Reed Absent\n"


def test_a_roll_of_votes_tells_who_was_there():
    said = f"{ROLL}", "Reed stated that weirs leak.", "Lund asked about the cost of weirs."
    assert credited(*said)[-2:] == [("Omar Reed", said[1]), ("Ivo Lund", said[2])]


def test_a_heading_above_a_roll_is_a_sections():
    text = f"# Rain over Fenmark\n\n## Weir board\n\n{ROLL}\n\nReed stated that weirs leak."
    document = reader.read_bytes(text.encode(), "a.md").document
    assert ([section.title for section in document.sections], document.publisher) == (["Weir board"], None)


def test_a_family_name_that_somebody_who_was_there_bears_as_well_is_nobodys():
    said = ROLL, "Scott Teal, 5 Weir Lane, said that his house is wet.", "Teal asked about the cost of weirs."
    assert credited(*said) == [("Scott Teal", said[1])]

    # Also where somebody of another family has the same initial.
    mary = "Mary Lund, Dean of Rain, said that it is wet."
    assert credited(said[0], mary, *said[1:]) == [("Mary Lund", mary), ("Scott Teal", said[1])]


@pytest.mark.parametrize("voter", ["S. Teal", "Scott Teal"])
def test_whoever_voted_under_a_shorter_name_is_the_same(voter):
    said = (
        ROLL.replace("Michael Teal", voter),
        "Scott Teal, Dean of Rain, said that it is wet.",
        "Teal asked about the cost of weirs.",
    )
    assert credited(*said) == [("Scott Teal", said[1]), ("Scott Teal", said[2])]


def test_where_somebody_lives_is_no_title():
    text = f"{HEAD}Scott Teal, 5 Weir Lane, said that his house is wet."
    (entry,) = reader.read_bytes(text.encode(), "a.md").document.roster
    assert (entry.name, entry.credit) == ("Scott Teal", "")


@pytest.mark.parametrize("company", ["Boom LLC", "Weir Watch Inc.", "Halvard Mutual GmbH"])
def test_a_company_is_nobodys_name(company):
    text = f"Ada Berg, {company}, property owner at the weir, summarized her letter on weirs."
    assert [name for name, _ in credited(text)] == ["Ada Berg"]


def test_peers_have_places_in_their_names():
    said = (
        "Lord Berg of Childs Hill: My Lords, my friend the Clerk, Danny Lund, said that it rains.",
        "Baroness Teal of Fenmark (Rain): My Lords, it does.",
        "Lord Berg of Childs Hill: Yes, it does.",
        "Baroness Teal of Fenmark: No, it does not.",
    )
    assert [name for name, _ in credited(*said)] == [
        "Berg of Childs Hill",
        "Baroness Teal of Fenmark",
        "Berg of Childs Hill",
        "Baroness Teal of Fenmark",
    ]


def test_to_whom_somebody_speaks_says_nothing_in_chinese():
    text = "王超在致辞中代表学院向“讲坛”开讲专家端木晴表示感谢，向各位表示欢迎。"
    assert "端木晴" not in {
        name for name, _ in credited("专家端木晴指出，雨水要留。", text, head=HAN_HEAD)[1:]
    }
    assert [name for name, _ in credited("面向未来的专家端木晴指出，雨水要留。", head=HAN_HEAD)] == ["端木晴"]
