"""Who takes part, as Chinese offices tell it: nobody is missed, nobody added, no credit longer than it is."""

import pytest

from bulletins.manuscript import outline_of_reading
from bulletins.manuscript.reader import read_bytes

HEAD = "芦汀论坛简报\n第12期（总第69期）\n芦汀论坛秘书处编　2026年10月20日\n"

WHO_CAME_ARE = (
    "校园里的树怎么管\n"
    "10月19日，校园古树座谈会在芦汀师范学院召开。参加座谈的有芦汀师范学院后勤处处长令狐野、芦汀市园林所所长端木晴、学生代表公孙礼。\n"
    "令狐野处长介绍，全校有古树四十一棵。\n"
    "端木晴所长建议，树洞不要再用水泥填。\n"
    "公孙礼说，同学们愿意轮流浇水。\n"
)
A_LINE_EACH_IN_BRACKETS = (
    "夜校办给谁\n"
    "与会专家有：\n"
    "南宫岳（芦汀大学继续教育学院院长）\n"
    "太叔雅（芦汀图书馆副馆长）\n"
    "司徒静（夜校学员代表）\n"
    "一是课程要短。南宫岳院长认为，一门课不要超过六次。\n"
    "二是场地要近。太叔雅副馆长提出，图书馆晚上可以腾出三间教室。\n"
    "三是学费要低。司徒静说，一节课二十元是上限。\n"
)
GUESTS_OF_THIS_ISSUE = (
    "小河怎么还给鱼\n"
    "本期嘉宾：令狐野，临澜大学水生所研究员；端木晴，芦汀水务局副局长；买买提·艾力，河长办专员\n"
    "一、先停药\n"
    "令狐野研究员指出，河边的除草剂比污水更毒。\n"
    "二、再放苗\n"
    "端木晴副局长表示，鱼苗要用本地种。\n"
    "买买提·艾力认为，放苗之后三年不能捕。\n"
)
AND_OTHERS = (
    "老旧电梯的更新\n"
    "10月18日，电梯更新研讨会召开。市特检院院长闻人雪、芦汀大学机械学院教授钟离朔、居民代表上官玉等12位嘉宾参会，市住建局副局长皇甫松主持会议并讲话。\n"
    "闻人雪院长指出，更新要先换制动器。\n"
    "钟离朔教授认为，旧电梯的钢丝绳寿命被高估了。\n"
    "上官玉代表说，加价可以，停梯不行。\n"
    "皇甫松副局长最后强调，年底前完成三百台。\n"
)
COLUMNS = (
    "渔港的冬天\n"
    "出席人员名单\n"
    "姓名\t单位\t职务\n"
    "令狐野\t芦汀渔政站\t站长\n"
    "端木晴\t芦汀大学\t教授\n"
    "一是冰要管。令狐野站长说，港里的冰要有人破。\n"
    "二是网要收。端木晴教授认为，冬天留在水里的网是幽灵网。\n"
)
AN_INTERVIEW = (
    "访谈：一座桥的第六十年\n"
    "受访者：漆雕明，芦汀桥梁养护所总工程师\n"
    "记者：这座桥还能用多久？\n"
    "漆雕明：按现在的车流，再用二十年没有问题。\n"
    "记者：最怕什么？\n"
    "漆雕明：最怕超载，也怕忘记给它刷漆。\n"
)
NAMES_IN_TITLES = (
    "三个人谈方言\n"
    "一、令狐野（芦汀大学中文系教授）：方言先要有人听\n"
    "听的人没有了，说的人就没有了。\n"
    "二、端木晴（芦汀广播电台台长）：每天留二十分钟\n"
    "我们把早间的天气预报改用方言播。\n"
    "三、公孙礼（城关小学校长）：课间可以说\n"
    "课上说普通话，课间不管。\n"
)
LABELS_IN_BRACKETS = (
    "夏天的城市为什么热\n"
    "【主持人】令狐野 芦汀气象局局长\n"
    "【发言人】端木晴 芦汀大学气候中心主任\n"
    "【发言人】公孙礼 芦汀设计院总建筑师\n"
    "端木晴主任指出，城里的夜晚比二十年前高两度。\n"
    "公孙礼总建筑师提出，屋顶刷白可以降一度。\n"
    "令狐野局长总结说，风道不能再堵。\n"
)
MEETING = (
    "灯怎么修\n会议由雾港交通局副局长赫连山主持，雾港大学皇甫松教授、轮渡公司总经理濮阳修以及企业代表参加。\n"
    "皇甫松教授指出，先修塔。\n濮阳修总经理表示，先点灯。\n"
)
COUNTED = (
    "灯怎么修\n嘉宾名单：\n1、南宫岳　雾港图书馆馆长\n2、司徒静　《雾港晚报》原总编辑\n"
    "首先，先救纸。南宫岳馆长介绍，旧报脆了。\n其次，再谈用。司徒静表示，要有人看。\n"
)

TOLD_AND_WRITTEN_DOWN = (
    "旧街怎样住得下年轻人\n口述：慕容远，芦汀市规划研究院首席规划师\n采访整理：公冶青\n"
    "慕容远首席指出，旧街的房子先要漏不了雨。\n芦汀大学首席研究员令狐野认为，租金不能一年一涨。\n"
)


@pytest.mark.parametrize(
    ("text", "people"),
    [
        pytest.param(
            WHO_CAME_ARE,
            {"令狐野": "芦汀师范学院后勤处处长", "端木晴": "芦汀市园林所所长", "公孙礼": "学生代表"},
            id="who-came-are",
        ),
        pytest.param(
            A_LINE_EACH_IN_BRACKETS,
            {"南宫岳": "芦汀大学继续教育学院院长", "太叔雅": "芦汀图书馆副馆长", "司徒静": "夜校学员代表"},
            id="a-line-each-in-brackets",
        ),
        pytest.param(
            GUESTS_OF_THIS_ISSUE,
            {"令狐野": "临澜大学水生所研究员", "端木晴": "芦汀水务局副局长", "买买提·艾力": "河长办专员"},
            id="guests-of-this-issue",
        ),
        pytest.param(
            AND_OTHERS,
            {
                "闻人雪": "市特检院院长",
                "钟离朔": "芦汀大学机械学院教授",
                "上官玉": "居民代表",
                "皇甫松": "市住建局副局长",
            },
            id="and-others",
        ),
        pytest.param(COLUMNS, {"令狐野": "芦汀渔政站站长", "端木晴": "芦汀大学教授"}, id="columns"),
        pytest.param(AN_INTERVIEW, {"漆雕明": "芦汀桥梁养护所总工程师"}, id="an-interview"),
        pytest.param(
            NAMES_IN_TITLES,
            {"令狐野": "芦汀大学中文系教授", "端木晴": "芦汀广播电台台长", "公孙礼": "城关小学校长"},
            id="names-in-titles",
        ),
        pytest.param(
            LABELS_IN_BRACKETS,
            {"令狐野": "芦汀气象局局长", "端木晴": "芦汀大学气候中心主任", "公孙礼": "芦汀设计院总建筑师"},
            id="labels-in-brackets",
        ),
        pytest.param(
            MEETING,
            {"赫连山": "雾港交通局副局长", "皇甫松": "雾港大学教授", "濮阳修": "轮渡公司总经理"},
            id="who-chaired-and-who-came",
        ),
        pytest.param(COUNTED, {"南宫岳": "雾港图书馆馆长", "司徒静": "《雾港晚报》原总编辑"}, id="counted"),
        pytest.param(
            TOLD_AND_WRITTEN_DOWN,
            {"慕容远": "芦汀市规划研究院首席规划师", "令狐野": "芦汀大学首席研究员"},
            id="told-and-written-down",
        ),
    ],
)
def test_everybody_who_takes_part_is_in_the_roster_with_the_post_that_is_printed(text, people):
    told = outline_of_reading(read_bytes(f"{HEAD}{text}".encode(), "a.txt"))

    assert {entry["name"]: entry["credit"] for entry in told["roster"]} == people


@pytest.mark.parametrize(
    "text",
    [
        "海岬市市长指出，风是资源。",
        "金沙县副县长主持会议。",
        "白鹭洲区区长表示，厂房要留。",
        "本期嘉宾：待定\n一是先定人。后定题。",
    ],
)
def test_a_town_is_nobody(text):
    told = outline_of_reading(read_bytes(f"{HEAD}海岬的风\n{text}\n".encode(), "a.txt"))

    assert told["roster"] == []


def test_who_wrote_an_interview_down_is_no_guest_and_nothing_is_lost():
    reading = read_bytes(f"{HEAD}{TOLD_AND_WRITTEN_DOWN}".encode(), "a.txt")
    told = outline_of_reading(reading)

    assert told["summarized_by"] == ["公冶青"]
    assert told["lede_speakers"] == ["慕容远"]
    assert [finding.code for finding in reading.findings if finding.code == "unplaced-text"] == []
