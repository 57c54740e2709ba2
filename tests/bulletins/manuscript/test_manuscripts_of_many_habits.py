"""Short manuscripts of many habits, and all that is read from each, kept beside in a file a language."""

from pathlib import Path

import pytest

from tests.bulletins.manuscript.test_whole_manuscripts import told
from tests.kept_text import as_kept

KEPT = Path(__file__).parent
# Written as in test_whole_manuscripts.py.
ENGLISH = {
    "Councillors who were there are called by family name and post": (
        "# Weirs in spring",
        "PRESENT: Cllrs A Berg, Ivo Lund (Chairman) and the Clerk – Omar Teal",
        "Cllr Berg asked who pays. The Clerk advised that the county does.",
        "The Chairman thanked all. Mr Teal then read the accounts.",
    ),
    "Whoever is there by one name speaks by it, and a word of the language is nobody": (
        "# Weirs in spring",
        "Present: Ada (Chair), Ivo, Omar",
        "Ada said that it rains. Ivo asked who pays. Rain fell.",
    ),
    "A post with a family name is somebody of a list, a post alone is not": (
        "# Weirs in spring",
        "Attendance: City Forester Lund, Park Superintendent, Director General, Ada Berg",
        "Lund reported that the ash is sick.",
    ),
    "Two speakers with posts in brackets are a list": (
        "# Weirs in spring",
        "Speakers: Ivo Lund (Chairman), Ada Berg (Clerk)",
        "Lund said that it rains.",
    ),
    "What somebody goes on to say in a record is that one's, up to the next label": (
        "# Weirs in spring",
        "Ada Berg: I say that it rains.",
        "Ivo Lund: And I say that it pours.",
        "Ada Berg: We should go home.",
        "It pours on.",
        "Ivo Lund: You may.",
    ),
    "A bracket between speeches is nobody's, and a heading ends the last": (
        "# Weirs in spring",
        "BERG: I say that it rains.",
        "LUND: And I say that it pours.",
        "TEAL: We should go home.",
        "[Laughter]",
        "BERG: You may.",
        "Closing",
        "It was late.",
    ),
    "Labels tell posts and houses; whoever is in the chair has no name": (
        "# Weirs in spring",
        "Ada Berg, Dean of Rain: I say that it rains.",
        "Ivo Lund (Weir Office): And I say that it pours.",
        "The President: We should go home.",
        "I think so, too.",
    ),
    "Labels of a parliament end with a stop": (
        "# Weirs in spring",
        "Mr. Lund. The meeting will come to order.",
        "Mr. Berg. I thank the chair.",
        "We are late.",
        "Mr. Lund. You are welcome.",
    ),
    "A dash parts a post and a name from what is said": (
        "# Weirs in spring",
        "Supervisor Lund – Can we go on?",
        "Clerk Berg – We can.",
        "Supervisor Lund – Then let us go on.",
        "CHAIRMAN – Let us.",
    ),
    "Initials that a text explains speak for their bearers, together and alone": (
        "# Weirs in spring",
        "Ada Berg (AB) and Ivo Lund (IL) met.",
        "AB asked who pays. IL and AB said that nobody does.",
        "AB: Yes.",
    ),
    "Initials that a text explains make their bearer a speaker": (
        "# Weirs in spring",
        "Ada Berg (AB) and Ivo Lund (IL) met on the weir.",
        "AB asked who pays.",
    ),
    "A question has no name, and whoever interjects has none either": (
        "# Weirs in spring",
        "Q: Who pays?",
        "Ada Berg: Nobody does.",
        "Q: And why?",
        "Ada Berg: We are poor.",
        "Members interjecting:",
        "Order!",
    ),
    "Handles label a chat": (
        "# Weirs in spring",
        "ada: it rains",
        "ivo: it pours",
        "ada: we go",
        "ivo: you go",
        "ada: fine",
        "ivo: fine",
        "note: no more",
    ),
    "Bodies speak for themselves and for others, and a number and a person are none": (
        "# Weirs in spring",
        "NORMARK said that it rains, and SUTLAND added that it pours. OSTREL opposed it.",
        "NORMARK, for the DELTA GROUP, said that it stops. The RIVER UNION agreed.",
        "II said nothing. Petra LUND left.",
    ),
    "Two bodies in capitals are no habit": (
        "# Weirs in spring",
        "NORMARK said that it rains, and SUTLAND added that it pours.",
    ),
    "A delegate speaks for a country, and comes and goes for nobody": (
        "# Weirs in spring",
        "The representative of Norland said that it rains. Sutland’s delegate replied that it pours.",
        "The delegate of Ostrel left. The people of Norland said nothing.",
    ),
    "Three countries that speak are bodies": (
        "# Weirs in spring",
        "Norway said that it rains. Sweden added that it pours. Denmark disagreed, and Finland and Iceland joined.",
    ),
    "Two countries are not": (
        "# Weirs in spring",
        "Norway said that it rains. Sweden added that it pours.",
    ),
    "A minister is called by the office, and a deputy is not": (
        "# Weirs in spring",
        "Ada Berg, Minister of Rain, opened the day. The Minister said that it rains.",
        "Ivo Lund, Deputy Minister of Sun, nodded. The Deputy Minister said nothing.",
    ),
    "Of two ministers none is called by the office": (
        "# Weirs in spring",
        "Ada Berg, Minister of Rain, and Ivo Lund, Minister of Sun, opened the day. The Minister said that it rains.",
    ),
    "Whose family name comes first is called by the last": (
        "# Weirs in spring",
        "Trần Văn Minh, Dean of Rain, said that it rains. Minh added that it pours.",
        "Trần Thị Lan, Dean of Sun, said that it shines. Lan left.",
    ),
    "A last name that two bear is nobody's": (
        "# Weirs in spring",
        "Trần Văn Minh, Dean of Rain, said that it rains. Lê Văn Minh, Dean of Sun, said that it shines.",
        "Minh added that it pours.",
    ),
    "A given name is somebody's where two bear the family name": (
        "# Weirs in spring",
        "Ada Berg, Dean of Rain, said that it rains. Ada added that it pours.",
        "Ivo Berg, Dean of Sun, said that it shines. Berg left.",
    ),
    "The group that says something is told of, and the one that leaves is not": (
        "# Weirs in spring",
        "Speakers: Ada Berg, Dean of Rain; Omar Teal, Clerk of Weirs",
        "All agreed that it rains. The speakers said that it pours. Several participants asked who pays.",
        "The participants left.",
    ),
    'A guest goes on with "she"': (
        "# Weirs in spring",
        "Una Vik, a guest, was there. She said that it rains. Una Vik left.",
    ),
    'Whoever opens a sentence goes on in the next with "she"': (
        "# Weirs in spring",
        "Una Vik, a guest, said that it rains.",
        "Una Vik was there. She said that it pours. We met Una Vik. She said that it stops.",
    ),
    "Ordinals in words run on through sections": (
        "# Weirs in spring",
        "## I. Rain",
        "Firstly, it rains. It pours.",
        "Secondly, it pours.",
        "More of it.",
        "## II. Sun",
        "It shines.",
        "Thirdly, it stops.",
        "Finally, we go.",
    ),
    "Figures number points, and in brackets too": (
        "# Weirs in spring",
        "## I. Rain",
        "1. It rains.",
        "2. It pours.",
        "## II. Sun",
        "1. It shines.",
        "(1) Within.",
    ),
    "Headings below headings are sub-sections": (
        "# Weirs in spring",
        "## 1. Rain",
        "### 1.1 Drizzle",
        "It rains.",
        "### 1.2 Shower",
        "It pours.",
        "## 2. Sun",
        "It shines.",
    ),
    "Bold that ends as a sentence opens a point, and another bold does not": (
        "# Weirs in spring",
        "It rained, it is said.",
        "**Rain.** It rains.",
        "It pours.",
        "**Sun:** It shines.",
        "**Clouds** are grey.",
        "**It ends. It begins again**, they say.",
    ),
    "A list starts where its first number says": (
        "# Weirs in spring",
        "3.#1 It pours.",
        "4.#1 It drizzles.",
        "It rains.",
    ),
    "A page number within a sentence is taken out of it": (
        "# Weirs in spring",
        "It rained on the weir and on the",
        "9",
        "dam, and nobody said a word of it.",
    ),
    "A head in capitals": (
        "WEIR OFFICE",
        "BULLETIN No. 7",
        "5 March 2026",
        "# Weirs in spring",
        "It rains.",
    ),
    "Who wrote it stands below the title, and the day in the first line": (
        "# Weirs in spring",
        "By Ada Berg",
        "FENMARK, Sep 5 2023 – It rains on the weir.",
    ),
    "Of two days none is the meeting's": (
        "# Weirs in spring",
        "FENMARK, Sep 5 2023 – It rains on the weir until Sep 7 2023.",
    ),
    "A title that is printed twice is one": (
        "# Weirs in spring",
        "# Weirs in spring",
        "It rains.",
    ),
    "An editor's note ends with its paragraph": (
        "# Weirs in spring",
        "Editor’s Note: It rains on the weir.",
        "It rains on the dam.",
        "## Rain",
        "Ada Berg said that it rains.",
    ),
    "A note without an editor is text": (
        "# Weirs in spring",
        "Note: It rains on the weir.",
        "Ada Berg said that it rains.",
    ),
    "A doctor by family name alone is whoever bears that name": (
        "# Weirs in spring",
        "Dr. Lund said that it rains. Petra Lund, Dean of Rain, said that it pours. Ms. Vik asked who pays.",
    ),
    "A doctor by given name is whoever bears that name": (
        "# Weirs in spring",
        "Dr. Ada said that it rains. Ada Berg, Dean of Rain, said that it pours.",
    ),
    "A family name with a particle": (
        "# Weirs in spring",
        "De Berg said that it rains. Ada De Berg, Dean of Rain, said that it pours.",
    ),
    "A family name that two bear is nobody's": (
        "# Weirs in spring",
        "Mr. Berg said that it rains. Ada Berg, Dean of Rain, and Ivo Berg, Dean of Sun, agreed.",
    ),
    "Doubts are no speech, but for whom a title makes a person": (
        "# Weirs in spring",
        "Petra Lund doubted the sums. Una Vik questioned them. Dr. Ivo Teal doubted them, too.",
    ),
    "A text tells the post of somebody on the list, and of one beside it": (
        "# Weirs in spring",
        "Speakers: Ada Berg; Omar Teal, Clerk of Weirs",
        "Ada Berg, Dean of Rain, said that it rains. Senior Actuary Una Vik said that it costs.",
        "Dean of Rain said so.",
    ),
    "The longest credit is kept": (
        "# Weirs in spring",
        "Ada Berg, Dean, said that it rains. Ada Berg, Dean of Rain at the Weir Office, said that it pours.",
        "Ada Berg (Fenmark) said that it stops.",
    ),
    "Whom a speech names does not speak in it": (
        "# Weirs in spring",
        "Ada Berg: I say that it rains, as Petra Lund, Dean of Sun, said.",
        "Ivo Lund: And I say that it pours.",
        "Ada Berg: We heard Petra Lund say so.",
    ),
    "A long quotation credits nobody whom it names": (
        "# Weirs in spring",
        "Speakers: Ada Berg, Dean of Rain; Omar Teal, Clerk of Weirs",
        "“Omar Teal has told us long ago that rain costs money, and a lot of it,” said Berg.",
        "“The weir was mended by all who live there, and first of all by Omar Teal” is what Berg said.",
        "“So says Teal,” said Berg.",
    ),
    "A key in a bracket credits whomever it means": (
        "# Weirs in spring",
        "Speakers: Ada Berg, Dean of Rain; Omar Teal, Clerk of Weirs",
        "@[omar-teal] said that it rains. @[omar-teal|The Clerk] left, and **@[ada-berg|Ada]** stayed.",
    ),
}
CHINESE = {
    "会议由谁主持，谁作了发言": (
        "# 芦汀雨水要留",
        "会议由水务局副局长令狐野主持。规划院院长端木晴、芦汀大学教授欧阳川分别作了发言。",
        "端木晴从三个方面谈水。她说，水要留。",
        "欧阳川接过话头：“水要流。”",
    ),
    "主持人和主讲人各有一行": (
        "# 芦汀雨水要留",
        "主持人：令狐野（水务局局长）",
        "主讲人：端木晴　芦汀大学教授",
        "令狐野首先指出，水要留。",
        "端木晴教授认为，水要流。主持人表示感谢。",
    ),
    "嘉宾名单分组": (
        "# 芦汀雨水要留",
        "出席嘉宾（排名不分先后）：",
        "令狐野，水务局局长",
        "端木晴，芦汀大学教授",
        "■ 专家",
        "欧阳川 规划院院长",
        "一、水要留",
        "令狐野指出，水要留。",
        "二、水要流",
        "端木晴指出，水要流。",
    ),
    "列席、请假、记录": (
        "# 芦汀雨水要留",
        "参会人员：令狐野、端木晴",
        "列席：欧阳川",
        "请假：公孙礼",
        "记录：江汀红",
        "令狐野指出，水要留。",
    ),
    "单位和人员": (
        "# 芦汀雨水要留",
        "参会单位及人员：",
        "水务局：令狐野、端木晴",
        "规划院：欧阳川（院长）",
        "一是水要留。令狐野指出，水要留。",
        "二是水要流。",
    ),
    "圆桌讨论的主持人在括号里": (
        "# 芦汀雨水要留",
        "圆桌讨论（主持：令狐野，水务局局长）：端木晴、欧阳川",
        "令狐野：水要留。",
        "端木晴：我看水要流。",
        "欧阳川：我们听。",
        "令狐野：谢谢。",
    ),
    "实录里的掌声不是谁说的": (
        "# 芦汀雨水要留",
        "令狐野：我看水要留。",
        "不能只看一年。",
        "端木晴：我看水要流。",
        "（掌声）",
        "令狐野：你说得对。",
    ),
    "主持人和记者没有名字": (
        "# 芦汀雨水要留",
        "主持人：请问水怎么留？",
        "令狐野（水务局局长）：我们先修管网。",
        "主持人：谢谢。",
        "记者：钱从哪里来？",
        "令狐野：我们自己出。",
    ),
    "问答没有说是谁": (
        "# 芦汀雨水要留",
        "问：水怎么留？",
        "答：先修管网。",
        "问：钱从哪里来？",
        "答：我们自己出。",
    ),
    "第二次只说姓和职务": (
        "# 芦汀雨水要留",
        "水务局局长令狐野指出，水要留。令狐野还指出，水要流。令狐局长最后说，水要清。",
        "令狐野的车停在外面。",
    ),
    "先到会，后说话": (
        "# 芦汀雨水要留",
        "水务局局长令狐野出席会议。",
        "令狐野接过话头：“水要留。”",
    ),
    "姓名后面的虚词不是姓名": (
        "# 芦汀雨水要留",
        "水务局局长欧阳川指出，水要留。欧阳川还表示，水要流。欧阳川也说，水要清。",
    ),
    "报告有题目": (
        "# 芦汀雨水要留",
        "芦汀大学教授令狐野作主题报告，端木晴处长作主旨演讲。",
        "令狐野认为，水要留。端木晴认为，水要流。",
    ),
    "括号里的序号是节": (
        "# 芦汀雨水要留",
        "（一）水要留",
        "1. 修管网。",
        "2. 修水库。",
        "（二）水要流",
        "1. 清河道。",
    ),
    "节下有小节": (
        "# 芦汀雨水要留",
        "一、水要留",
        "（一）修管网",
        "水务局局长令狐野指出，管网要修。",
        "（二）修水库",
        "水库要修。",
        "二、水要流",
        "河道要清。",
    ),
    "第一、第二、第三": (
        "# 芦汀雨水要留",
        "第一，水要留。修管网。",
        "第二，水要流。",
        "第三，水要清。",
    ),
    "首先、其次、最后": (
        "# 芦汀雨水要留",
        "首先，水要留。",
        "其次，水要流。",
        "最后，水要清。",
    ),
    "粗体的一是、二是": (
        "# 芦汀雨水要留",
        "**一是水要留。**修管网。",
        "**二是水要流。**清河道。",
    ),
    "报送和份数": (
        "芦汀水务简报",
        "第7期",
        "芦汀市水务局办公室编 2026年3月5日",
        "# 芦汀雨水要留",
        "水要留。",
        "报：市委",
        "送：各局",
        "（共印50份）",
    ),
    "内部资料": (
        "内部资料 注意保存",
        "# 芦汀雨水要留",
        "水要留。",
        "抄送：市规划局",
    ),
    "题目下面的人是作者": (
        "# 芦汀雨水要留",
        "江汀红",
        "水要留。",
    ),
    "与会专家一起说的": (
        "# 芦汀雨水要留",
        "与会专家一致认为，水要留。专家们建议，水要流。有代表提出，水要清。",
    ),
    "题目里有人，有他的单位": (
        "# 芦汀雨水要留",
        "二、令狐野（芦汀大学教授）：水要留",
        "水要留，也要流。",
        "三、端木晴（水务局局长）：水要流",
        "水要流。",
    ),
    "繁體字": (
        "# 蘆汀雨水要留",
        "規劃研究院副院長令狐野指出，水要留。令狐野還說，水要流。",
        "與會專家認為，水要清。",
    ),
    "名字也是词的人": (
        "# 芦汀雨水要留",
        "专家：高原（水务局局长）",
        "高原指出，水要留。高原湖泊要保护。",
    ),
    "断开的行": (
        "# 芦汀雨水要留",
        "水要留，管网要修，",
        "河道要清。",
        "修好了。",
    ),
}


@pytest.mark.parametrize(
    ("manuscripts", "kept"),
    [(ENGLISH, "english_manuscripts.txt"), (CHINESE, "chinese_manuscripts.txt")],
    ids=["en", "zh"],
)
def test_all_that_is_read_from_manuscripts_of_many_habits(manuscripts, kept):
    found = "\n".join(
        "".join(f"{line}\n" for line in (f"# {name}", *told(lines))) for name, lines in manuscripts.items()
    )

    assert found == as_kept(KEPT / kept, found)
