"""Chinese punctuation and numbers: each slip told with what mends it, and what is right let pass."""

import msgspec
import pytest

from bulletins import checks
from bulletins.checks.punctuation_zh import PUNCTUATION_ZH
from bulletins.document import Document, Point, RosterEntry, Section, Text
from bulletins.manuscript.reader import read_bytes
from tests.bulletins.manuscript.test_golden import GOLDEN, OF_OFFICES


def document(*bodies, ordinals=None, style="yishi"):
    points = tuple(
        Point(ordinal=ordinal, body=((Text(body),),))
        for body, ordinal in zip(bodies, ordinals or [None] * len(bodies), strict=True)
    )
    return Document(language="zh", point_style=style, sections=(Section(title="小处", points=points),))


def told(content):
    return [finding for rule in PUNCTUATION_ZH for finding in rule(content, checks.NO_FACTS)]


def mended(text):
    for finding in told(document(text)):
        assert text.count(finding.fix.old) == 1
        text = text.replace(finding.fix.old, finding.fix.new)
    return text


@pytest.mark.parametrize(
    ("typed", "right"),
    [
        ("先小后大,先慢后快。", "先小后大，先慢后快。"),
        ("先小后大:一看、二修。", "先小后大：一看、二修。"),
        ("会议要求如下;第一步看路.", "会议要求如下；第一步看路。"),
        ("水务局(芦汀市)先修。", "水务局（芦汀市）先修。"),
        ("先修弯道 后买车。", "先修弯道后买车。"),
        ("先修弯道 ，后买车。", "先修弯道，后买车。"),
        ("风、雨、雪......都来了。", "风、雨、雪……都来了。"),
        ("风、雨、雪。。。都来了。", "风、雨、雪……都来了。"),
        ("风、雨、雪…都来了。", "风、雨、雪……都来了。"),
        ("一件大事--修路。", "一件大事——修路。"),
        ("涨了20-30%。", "涨了20%—30%。"),
        ("涨了20—30%。", "涨了20%—30%。"),
        ("2019-2021年的账。", "2019—2021年的账。"),
        ("5月1-3日开会。", "5月1—3日开会。"),
        ("约300余人到会。", "300余人到会。"),
        ("大约二十人左右到会。", "二十人左右到会。"),
        ("风、雨、等都来了。", "风、雨等都来了。"),
        ("要“先看”、“后修”。", "要“先看”“后修”。"),
        ("见《风》、《雨》两书。", "见《风》《雨》两书。"),
        ("市政发（2026）9号文。", "市政发〔2026〕9号文。"),
        ("共有８０份。", "共有80份。"),
        ("占了三成，即30％。", "占了三成，即30%。"),
        ("二零二六年开会。", "二〇二六年开会。"),
        ("花了3千元。", "花了3000元。"),
        ("印了3千份。", "印了3000份。"),
        ("大约有近五十份。", "有近五十份。"),
        ("风、雨、雪……等，都来了。", "风、雨、雪等，都来了。"),
        ("“先修路。”，他说。", "“先修路”，他说。"),
        ("会于9/16召开。", "会于9月16日召开。"),
        ("芦汀5%~6%的人会。", "芦汀5%—6%的人会。"),
        ("上海--南京的车晚点了。", "上海—南京的车晚点了。"),
        ("山－海－城协同，先修路。", "山—海—城协同，先修路。"),
        ("这是一个 重要的会，要开好。", "这是一个重要的会，要开好。"),
        ("他说「先看」，又说“后修”，再说“再看”。", "他说“先看”，又说“后修”，再说“再看”。"),
    ],
)
def test_a_slip_is_mended_as_the_standards_have_it(typed, right):
    assert mended(typed) == right


@pytest.mark.parametrize(
    "right",
    [
        "GDP增长5.2%，比2019—2021年高。",
        "用了Python 3.13（稳定版），见https://example.org/a,b。",
        "（记者 李慕白）路要慢修。",
        "（李慕白 整理）",
        "比分是3-2，电话是555-0100。",
        "GB/T 15834—2011有规定。",
        "约三百人到会，二十人左右发言。",
        "等级、等待、同等都不是省略。",
        "全程5千米，用电3千瓦时。",
        "书名《风》和《雨》，“看”与“修”。",
        "一件大事——修路……",
        "北京—上海的车，20%至30%的座。",
        "第二天、第三天，一是一，二是二。",
        "以“守住一盏灯火 共享一湾潮水”为主题。",
        "公约三十余条，节约5000多元，预约200多人，契约十余年未变。",
        "本报讯（记者 令狐野 通讯员 端木晴）昨日，绿化会召开。",
        "（作者单位：芦汀大学 水利学院）",
        "芦汀市委 芦汀市人民政府关于修路的意见，共22条。",
        "北京 上海 广州三地同时启动，先修路。",
        "责任编辑：令狐野 审核：端木晴",
        "潮水又漫江南岸 灯火何时照我还",
        "图3-5年均降水量变了。",
        "3-(2-甲氧基)丙酸有5毫升。",
        "“修灯”、“修路”、护堤都要做。",
        "护堤、“修灯”、“修路”都要做。",
    ],
)
def test_what_is_right_is_let_pass(right):
    assert told(document(right)) == []


def test_a_name_of_two_characters_may_be_padded():
    content = document("与会嘉宾王 刚到会。")

    assert (
        told(msgspec.structs.replace(content, roster=(RosterEntry(speaker="wang-gang", name="王刚"),))) == []
    )


def test_a_point_that_counts_otherwise_than_the_rest_is_told_with_its_own_ordinal():
    content = document("先看。", "第二，后修。", ordinals=["一是", None])

    (finding,) = told(content)

    assert (finding.where, finding.fix.old, finding.fix.new) == (
        "sections[0].points[1].body[0]",
        "第二，",
        "二是",
    )


def test_an_ordinal_too_high_to_be_known_is_not_mended_to_another():
    assert told(document("先看。", "三十是，后修。", ordinals=["一是", None])) == []


def test_an_english_bulletin_keeps_its_own_marks():
    assert told(Document(title="汉字,here")) == []


@pytest.mark.parametrize("path", [*OF_OFFICES, *sorted(GOLDEN.glob("*.md"))], ids=lambda path: path.stem)
def test_nothing_is_told_of_the_golden_manuscripts(path):
    assert told(read_bytes(path.read_bytes(), path.name).document) == []
