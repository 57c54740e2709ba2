"""Labels of speeches in the forms of many houses, and what looks like one and is none: whose the words are."""

import pytest

from bulletins.manuscript import reader
from bulletins.manuscript.bodies import sightings as bodies_in
from bulletins.manuscript.sightings_zh import sightings
from bulletins.statements import statements

SITTING = """\
Rain in the streets

President. – The next item is the statement on drains.

Petra Lund, President-in-Office of the Council. – (SV) Mr President, it is wonderful to be here.

We close the drains next year, and I am glad of it.

Zuri van den Berg, on behalf of the Rain Group. – (FR) Mr President, we do not agree.

President. – The debate is closed.
"""
CHAT = """\
Meeting of the rain project

Attendees: wolf_tune, msiep, mray

- wolf_tune: good meeting, nothing to add
- msiep: could be shorter
- mray: fine with me
- note: the next one is in May
"""
TALK = """\
谈雨水

安：您也修过水闸，是不是把这个当回事？

王：我觉得修水闸和讲课一样，都是交流。

安：是哪年的时候？

王：九九年，二零零年。
"""
PICTURES = """\
谈雨水

左：水闸在修。

右：水闸修好了。

左：水库在修。

右：水库修好了。
"""
TITLES = """\
# Rain and streets

Notes of the day.

## Zuri Lund (Weir Office): Of closed drains

Zuri Lund warned against closed drains.

## Ivo Teal (Rain Institute, Ulm): Of open ones

The next talk was long. Ivo Teal rounded out the day with a look at open ones.
"""
COMMITTEE = """\
Rain in the streets

The Convener (Zuri Lund): Good morning. I ask that phones be switched off.

The Convener: We come to the drains.

The Minister for Rain and Snow (Ivo van Teal): Good morning, convener. I am grateful to the committee.

Ivo van Teal: It is a technical matter.
"""
ASSEMBLY = """\
Lamps on the coast

The Minister for Coasts (Mr. Ivo Lund): Madam Speaker, the answer is none. The last keeper left.

Ms. Berg: I thank the Minister. Who lights the lamp in a storm?

Mr. Lund: A technician, when it has passed.
"""
PROCEEDINGS = """\
THE RIVER COUNCIL

CHAIRMAN: Mr. Silas Teal, O.B.E.

THE CHAIRMAN: I call upon Professor Lund to open the debate.

PROFESSOR I. LUND (Eastern College): Mr. Chairman, I shall be brief.

THE CHAIRMAN: I am glad to hear it. We stand adjourned.
"""
ITEMS = """\
Breakout group

The group discussed what a bench is for.

- Ada Berg (City of Ulm) – a bench is for waiting without buying anything
- Ivo Lund (Union of Architects): a bench is the smallest public building

Those attending:

- Omar Teal (Ulm) – head of parks, and has two dogs
- Una Vik (Marne) – mayor, who is also a poet
"""
TEACHER = """\
Teaching the rain

LUND: I want to introduce myself. I’m Zuri Lund, professor of rain at the Weir Institute.

Let me remind you of the weather.
"""


def said(text, suffix="txt"):
    document = reader.read_bytes(text.encode(), f"a.{suffix}").document
    names = {one.speaker: one.name for one in document.roster}
    return [(names[key], one.text) for one in statements(document) for key in one.entries]


def test_a_stop_and_a_dash_end_the_labels_of_a_parliament():
    assert said(SITTING) == [
        (
            "Petra Lund",
            (
                "Petra Lund, President-in-Office of the Council. – (SV) Mr President, it is wonderful to be here.\n"
                "We close the drains next year, and I am glad of it."
            ),
        ),
        (
            "Zuri van den Berg",
            "Zuri van den Berg, on behalf of the Rain Group. – (FR) Mr President, we do not agree.",
        ),
    ]


def test_who_is_there_by_a_handle_speaks_behind_it_though_it_comes_once():
    assert [name for name, _ in said(CHAT)] == ["wolf_tune", "msiep", "mray"]


def test_a_surname_alone_labels_the_turns_of_a_talk_and_a_side_does_not():
    assert [name for name, _ in said(TALK)] == ["安", "王", "安", "王"]
    assert said(PICTURES) == []


def test_whose_a_section_is_tells_its_title():
    assert [name for name, _ in said(TITLES, "md")] == ["Zuri Lund", "Ivo Teal"]


def test_a_name_in_brackets_behind_a_post_tells_whose_the_speech_is_and_who_holds_the_post():
    assert [name for name, _ in said(COMMITTEE)] == ["Zuri Lund", "Zuri Lund", "Ivo van Teal", "Ivo van Teal"]


def test_a_title_before_the_name_in_brackets_is_none_of_the_name():
    assert [name for name, _ in said(ASSEMBLY)] == ["Ivo Lund", "Ms. Berg", "Ivo Lund"]


def test_the_chairman_in_capitals_is_whom_the_head_calls_so():
    assert [name for name, _ in said(PROCEEDINGS)] == ["Silas Teal", "I. LUND", "Silas Teal"]


def test_an_item_behind_a_name_and_a_dash_is_said_unless_it_tells_what_somebody_is():
    assert said(ITEMS) == [
        ("Ada Berg", "Ada Berg (City of Ulm) – a bench is for waiting without buying anything"),
        ("Ivo Lund", "Ivo Lund (Union of Architects): a bench is the smallest public building"),
    ]
    document = reader.read_bytes(ITEMS.encode(), "a.txt").document
    assert [one.credit for one in document.roster] == ["City of Ulm", "Union of Architects"]


def test_answers_are_of_whom_a_bracket_behind_the_letter_names():
    english = "Rain\n\nAda Berg, Dean of Rain, said that it rains.\n\nQ: Who pays?\n\nA (Berg): We do.\n"
    chinese = "谈雨水\n\n局长端木晴表示水要留。\n\n问：谁来付？\n\n答（端木晴）：我们付。水是大家的。\n"

    assert said(english)[1:] == [("Ada Berg", "A (Berg): We do.")]
    assert said(chinese)[1:] == [("端木晴", "答（端木晴）：我们付。水是大家的。")]


def test_a_family_name_in_capitals_is_whoever_says_so():
    assert said(TEACHER) == [
        (
            "Zuri Lund",
            (
                "LUND: I want to introduce myself. I’m Zuri Lund, professor of rain at the Weir Institute.\n"
                "Let me remind you of the weather."
            ),
        )
    ]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Ada Berg, Clerk of Rain, CGM, WEIRCO, said that it rains.", []),
        ("Dr. Ivo Lund, Chairman WEIRCO said that it rains.", []),
        ("WEIRCO said that it rains.", ["WEIRCO"]),
        ("In May, WEIRCO said that it rains.", ["WEIRCO"]),
    ],
)
def test_a_body_in_somebody_s_credit_says_nothing(text, names):
    others = ["NORLAND said so.", "SUTLAND asked why.", "OSTLAND agreed."]

    found = [one.name for one in bodies_in([text, *others], [])]

    assert [name for name in found if name == "WEIRCO"] == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("“It rains,” said Zuri Lund.", ["Zuri Lund"]),
        ("“It rains,” said Emma Downing, a chair of drains.", ["Emma Downing"]),
        ("Zuri Lund did her talk on drains. She asked who pays.", ["Zuri Lund"]),
        ("The rain, said Norrland Telekom, is dear.", []),
    ],
)
def test_whoever_says_a_quotation_is_somebody(text, names):
    assert [name for name, _ in said(f"Rain and streets\n\nThe board met.\n\n{text}\n")] == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("教育部原党组副书记、副部长令狐野首先致辞。", ["令狐野"]),
        ("校长令狐才等作主旨报告。", ["令狐才"]),
        ("张平文说，水要留。", ["张平文"]),
    ],
)
def test_no_letter_of_a_name_is_taken_for_a_word_where_it_stops(text, names):
    assert [one.name for one in sightings(text)] == names


COUNCIL = """\
The President: I invite the representative of Norland to take a place at the table.

Mr. Abul (Norland) (interpretation from Sutlandish): My country welcomes the draft. We shall vote for it.

Mr. Lund (Sutland): My Government supports the text.
"""
COUNCIL_ZH = """\
主席（以北语发言）：现在我请北境代表发言。

阿布拉桑先生（北境）（以北方语发言）：我国欢迎这份草案。我们将投赞成票。

皮克伦女士(南境)：我国政府支持案文。

主席（以北语发言）：我感谢南境代表的发言。
"""


@pytest.mark.parametrize(
    ("text", "people"),
    [
        (COUNCIL, [("Mr. Abul", "Norland"), ("Mr. Lund", "Sutland")]),
        (COUNCIL_ZH, [("阿布拉桑", "北境"), ("皮克伦", "南境")]),
    ],
)
def test_a_country_is_what_a_label_tells_of_somebody_and_not_the_language(text, people):
    roster = reader.read_bytes(text.encode(), "a.txt").document.roster
    assert [(one.name, one.credit) for one in roster if one.kind == "person"] == people


def test_guests_of_a_council_say_their_speeches_and_the_chair_what_stands_behind_that_post():
    who = [name for name, _ in said(COUNCIL_ZH)]
    assert who == ["主席", "阿布拉桑", "皮克伦", "主席"]


MEMBERS = """\
答问会答问全文

何采薇议员：主席，早两日你提出的措施，我们觉得十分好。

市议会主席令狐野议员：请行政长官回答，我们只有十分钟。

行政长官：多谢何议员。这些措施都是便民的措施。
"""
CLOCKS = """\
Mr Speaker 10:47 a.m.

Are there any corrections to the record of yesterday?

Mr Quill 10:47 a.m.

Mr Speaker, I ask you to delete a word on the ninth page.

Mr Teal 10:48 a.m.

I was here yesterday, and we were not marked as present.
"""


def test_members_of_a_house_are_known_by_a_post_a_name_and_a_title():
    assert [name for name, _ in said(MEMBERS)] == ["何采薇", "令狐野"]


def test_a_clock_behind_a_name_above_a_speech_is_not_of_the_name():
    assert [name for name, _ in said(CLOCKS)][1:] == ["Mr Quill", "Mr Teal"]


DIALOGUE = """\
对谈：诗人如何写城市

对谈人：
令狐野（诗人）
端木晴（芦汀大学副教授）

端木晴：你写城市二十年，句子变了吗？

令狐野：句子变短了。

端木：你怎么看老街？

令狐：老街搬到诗里去了。
"""
NOTES = """\
NOTES FROM THE ROUND TABLE

Lighting
Several traders complained about the new lamps.
Rosa Berg (Traders' Union): The lamps are too white. Nobody looks hungry in that light.
Officer Finn Lund (City Lighting) said the colour could be changed within a week.

Noise
Residents' spokesperson Ms Adeline Vik asked for a closing time of eleven.
Berg: At eleven we begin to earn.
Vik: At eleven we begin to sleep.
Lund offered to measure the noise at both hours.
"""
LISTED = """\
Planning Commission

Commissioners present: Janice Vik (Chair), Bob Berg, Luis Lund, Dee Hargrove
Commissioner absent: Tom Teal
Staff present: Planning Director Meera Kos; Town Attorney Phil Horn

Director Kos recommended approval.

Hank Horn, 14 Mill Road, spoke in opposition. Irene Teal, 3 Ford Lane, spoke in favor.
"""
SESSION = """\
## Session 4: Data for relief

The session had three presenters.

1. **Dr Ada Berg** (Relief Atlas) demonstrated a map that updates every six minutes.
2. **Ivo Lund** (Civil Protection, Ulm) warned against maps altogether.
3. **Drains** are not on it.
"""
PANEL = """\
# Who owns the tide?

Moderated by **Sir Malcolm Teal**, the panel brought together **Ada Berg** (Tidal Trust), **Ivo Lund** (Hydro North) \
and **Prof. Eva Vik** (University of Ulm).

Teal asked whether the tide could be owned at all.
"""
PROGRAMME = """\
# Conference report

Ada Berg (Ulm) argued that drains matter. Ivo Lund (Marne) disagreed.

Panel 1: Concrete
Ada Berg (Ulm): Estates as heritage
Ivo Lund (Marne): Photographing decay
"""


def test_a_surname_labels_the_speeches_of_the_one_who_alone_bears_it():
    assert [name for name, _ in said(DIALOGUE)] == ["端木晴", "令狐野", "端木晴", "令狐野"]


def test_each_line_of_notes_that_ends_as_a_sentence_is_a_paragraph_and_who_opens_it_says_it():
    assert said(NOTES) == [
        (
            "Rosa Berg",
            "Rosa Berg (Traders' Union): The lamps are too white. Nobody looks hungry in that light.",
        ),
        (
            "Finn Lund",
            "Officer Finn Lund (City Lighting) said the colour could be changed within a week.",
        ),
        (
            "Adeline Vik",
            "Residents' spokesperson Ms Adeline Vik asked for a closing time of eleven.",
        ),
        ("Rosa Berg", "Berg: At eleven we begin to earn."),
        ("Adeline Vik", "Vik: At eleven we begin to sleep."),
        ("Finn Lund", "Lund offered to measure the noise at both hours."),
    ]


def test_lines_that_list_who_was_there_are_nobody_s_and_an_address_is_no_name():
    assert said(LISTED) == [
        ("Meera Kos", "Director Kos recommended approval."),
        ("Hank Horn", "Hank Horn, 14 Mill Road, spoke in opposition."),
        ("Irene Teal", "Irene Teal, 3 Ford Lane, spoke in favor."),
    ]


def test_a_name_in_bold_that_a_sentence_begins_with_is_no_lead():
    assert said(SESSION, "md") == [
        ("Ada Berg", "Dr Ada Berg (Relief Atlas) demonstrated a map that updates every six minutes."),
        ("Ivo Lund", "Ivo Lund (Civil Protection, Ulm) warned against maps altogether."),
    ]
    document = reader.read_bytes(SESSION.encode(), "a.md").document
    leads = [[getattr(one, "text", "") for one in point.lead] for point in document.sections[0].points]
    assert leads[2] == ["Drains"]


def test_a_sentence_that_names_many_is_no_line_of_the_masthead():
    document = reader.read_bytes(PANEL.encode(), "a.md").document

    assert (document.publisher or "", [one.name for one in document.roster]) == (
        "",
        ["Malcolm Teal", "Ada Berg", "Ivo Lund", "Eva Vik"],
    )
    assert [name for name, _ in said(PANEL, "md")] == ["Malcolm Teal"]


def test_titles_of_talks_behind_names_are_nobody_s_words():
    assert said(PROGRAMME, "md") == [
        ("Ada Berg", "Ada Berg (Ulm) argued that drains matter."),
        ("Ivo Lund", "Ivo Lund (Marne) disagreed."),
    ]


VILLAGES = """\
镇村干部座谈会会议记录

主持：镇党委书记 令狐野
参加人员：田野（上湾村）、端木晴（下湾村）、公孙礼（渡口村）

令狐野：今天请大家来，有什么说什么。

田野：我们村缺水。

端木晴：下湾不缺水，缺人。

公孙礼：渡口村的路断了。

霍司庫認為最低價標書的保養期太短。
"""


def test_behind_the_label_of_somebody_whose_name_is_a_word_the_last_speaker_does_not_go_on():
    assert [(name, text) for name, text in said(VILLAGES) if name == "令狐野"] == [
        ("令狐野", "令狐野：今天请大家来，有什么说什么。")
    ]


def test_lines_without_stops_that_tell_what_people_said_are_theirs():
    text = (
        "# Notes\n\nThe panel met in Ulm.\n\nAda Berg, Dean of Rain, noted the drains  \n"
        "Ivo Lund, Mayor of Ulm, asked who pays\n"
    )

    assert [name for name, _ in said(text, "md")] == ["Ada Berg", "Ivo Lund"]


PACIFIC = """\
Members

HON. A. SAYED-BERG (Attorney-General and Minister for Rain).- Thank you, Mr. Speaker, Sir. I would like to answer.

Mr. Speaker, Sir, the issue is not new.

HON. SPEAKER.- Honourable Lund, you have the floor.

HON. P.K. LUND.- Mr. Speaker, Sir, we pay.

HON. A. SAYED-BERG.- Sorry.
"""


def test_capitals_with_a_stop_and_a_dash_behind_them_are_labels():
    roster = reader.read_bytes(PACIFIC.encode(), "a.txt").document.roster

    assert [(one.name, one.credit) for one in roster if one.kind == "person"] == [
        ("A. SAYED-BERG", "Attorney-General and Minister for Rain"),
        ("P.K. LUND", ""),
    ]
    assert said(PACIFIC) == [
        (
            "A. SAYED-BERG",
            (
                "HON. A. SAYED-BERG (Attorney-General and Minister for Rain).- Thank you, Mr. Speaker, Sir. "
                "I would like to answer.\nMr. Speaker, Sir, the issue is not new."
            ),
        ),
        ("Mr. Speaker", "HON. SPEAKER.- Honourable Lund, you have the floor."),
        ("P.K. LUND", "HON. P.K. LUND.- Mr. Speaker, Sir, we pay."),
        ("A. SAYED-BERG", "HON. A. SAYED-BERG.- Sorry."),
    ]


def whose(text, name="a.md"):
    document = reader.read_bytes(text.encode(), name).document
    return [
        (", ".join(document.entry(key).name for key in one.entries), one.text) for one in statements(document)
    ]


@pytest.mark.parametrize("kind", ["Answer", "Comment", "Response", "Reply", "Remark", "Intervention"])
@pytest.mark.parametrize(
    "form", ["{kind} from {name}: {said}", "{kind} by {name}: {said}", "{kind} ({name}): {said}"]
)
def test_labels_tell_what_kind_of_words_they_are(kind, form):
    said = {"Ada Berg": "Who pays for all of it?", "Ivo Lund": "Nobody pays for it."}
    lines = [form.format(kind=kind, name=name, said=words) for name, words in said.items()]

    assert whose("\n\n".join(["# Rain Forum", *lines, ""])) == [*zip(said, lines, strict=True)]


@pytest.mark.parametrize("kind", ["提问", "回答", "回应", "点评"])
def test_chinese_labels_tell_what_kind_of_words_they_are(kind):
    said = {"令狐野": "谁来付这些钱？", "端木晴": "没有人来付钱。"}
    lines = [f"{kind}（{name}）：{words}" for name, words in said.items()]

    assert whose("\n\n".join(["# 水务论坛", *lines, ""])) == [*zip(said, lines, strict=True)]


@pytest.mark.parametrize("sign", ["{}．", "{}、", "（{}）", "({})"])
def test_figures_before_chinese_labels_are_no_part_of_a_name(sign):
    said = {"令狐野": "谁来付这些钱？", "端木晴": "没有人来付钱。", "尉迟安": "我也不来付钱。"}
    lines = [f"{sign.format(at)}{name}：{words}" for at, (name, words) in enumerate(said.items(), start=1)]

    found = whose("\n\n".join(["# 水务论坛", *lines, ""]))

    assert [who for who, _ in found] == [*said]


def test_two_hyphens_part_those_who_were_there_from_what_they_said():
    text = (
        "# Rain Forum\n\nPresent: Ada Berg, Ivo Lund\n\n"
        "Ada Berg -- Most weirs are old.\n\nIvo Lund -- Nobody counts.\n"
    )

    assert whose(text, "a.txt") == [
        ("Ada Berg", "Ada Berg -- Most weirs are old."),
        ("Ivo Lund", "Ivo Lund -- Nobody counts."),
    ]
