"""The post and the institution that stand before a Chinese name: 芦汀市规划研究院副院长令狐野."""

import re

from bulletins.language.saying_zh import in_every_form
from bulletins.manuscript.han_credits import COURTESY
from bulletins.manuscript.han_names import (
    begins_with_surname,
    candidates,
    is_only_word,
    is_word,
    stands_whole,
)
from bulletins.manuscript.vocabulary import HAN_POST

POST = in_every_form(rf"(?:{HAN_POST})(?![会團团])")
ENDS_WITH_POST = re.compile(rf"(?:{HAN_POST})$")
TITLE = in_every_form(
    rf"[\s\u3000]?(?:{HAN_POST}|先生|女士|同志|小姐|老师|老師|同学(?!们)|总(?![结要是会得能在有算归共体觉想和])|一行)"
)
INSTITUTIONS = (
    "大学|学院|研究院|研究所|研究中心|中心|公司|集团|银行|委员会|协会|学会|联盟|科协|作协|文联|妇联|残联|侨联|台联|工商联|基金会|医院|出版社|报社|杂志社|智库|实验室|律所|局|厅|处|部|所|院|社|系|馆|"
    "大學|學院|公會|協會|學會|聯盟|基金會|醫院|集團|銀行|委員會|局|廳|處|會|室"
)
KIN = "(?:妈妈|爸爸|父亲|母亲|爷爷|奶奶|外公|外婆|妻子|丈夫|儿子|女儿|哥哥|姐姐|弟弟|妹妹|家长)"
INSTITUTION = in_every_form(rf"(?:{INSTITUTIONS})$")
_OF = re.compile(r"(?<=[学院所心司团行会盟社局厅处部系馆室協會盟學])的$")
# 向局长端木晴, not 对外联络部部长 or 应急管理局局长.
_TOWARDS = in_every_form(r"^(?:向(?![阳东日])|对(?![外口台华])|应(?![急用届])|跟|给)")
_PAPER = in_every_form(r"《[^《》]{1,20}》$")
_LEADS = in_every_form(
    r"^(?:(?:参加|出席|与会)[^，。；、]{0,10}?的(?:还)?(?:有|包括)|(?:与会|到会|参会|與會)的|我校|我院|我所|我市|我省|我会|其中|此外|随后|最后|首先|同时|对此|会上|会议上|论坛上|活动中|会议期间|期间|会后|当天|今天|昨日|日前|近日|来自|特邀|邀请到?了?|邀請|由|据|根据|按照|请|和|与|及|以及|并|"
    r"會上|隨後|最後|來自|與|研讨会由|会议由|论坛由|座谈会由|活动由|圆桌会议由|圆桌由|沙龙由|发布会由|仪式由|开幕式由|闭幕式由|本场论坛由|本次论坛由|本次会议由|本次研讨会由|"
    r"在[^，。；、]{1,24}?(?:中|上|时|后|环节|阶段|期间)|我们|咱们|下面|接下来|现在|有请|欢迎|感谢|刚才|刚刚|"
    r"\d{1,4}年|\d{1,2}月|\d{1,2}日(?:上午|下午|晚)?|\d{1,2}号|上午|下午|晚上|当晚|第[一二三四五六七八九十]位?|另一位|一位|著名|知名|資深)+"
)
_ANOTHER = in_every_form(rf"(?:{HAN_POST})[\u4e00-\u9fff]{{2,3}}(?:副?教授|副?研究员|博士|院士|先生|女士)$")
# 副所长（主持工作）令狐野
POST_WITH_BRACKET = rf"(?:{HAN_POST})(?P<bracket>[（(][^（）()]{{1,12}}[）)])"
_POST_WITH_BRACKET = in_every_form(rf"{POST_WITH_BRACKET}$")
_ITEM = re.compile(r"^\s*\d{1,3}\s*[.、．)）]\s*")  # 3. 水务局局长令狐野
_OF_SEVERAL = re.compile("的?(?:[两兩三四五几幾多数數]位|[两兩三]名)")  # 实验室的两位研究员
_LONGEST_BRACKET = 24
_LONGEST_CREDIT = 70
_LONGEST_FIRST = 40  # letters of a clause looked at before a name


_SEEN_BY = re.compile("^(?:据(?!点)|根据|在(?![读职校任编])|专访|专訪|專訪)")


# 与会专家、芦汀大学教授令狐野: that somebody was there is no post.
_PRESENT = re.compile(
    r"^(?:与会|参会|到会|與會|參會|到會)(?:的)?(?:(?:专家|学者|嘉宾|代表|领导|專家|學者|嘉賓|領導)(?:、|和|及))?"
)


def credit_before(text: str, start: int, floor: int) -> str:
    """Give the words right before a name that may be its post or institution; "" where none are."""
    if within := _POST_WITH_BRACKET.search(text, max(start - _LONGEST_BRACKET, floor), start):
        place = within.start("bracket")
        return f"{credit_before(text, place, floor)}{within['bracket']}"
    begin = max(start - _LONGEST_CREDIT, floor)
    window = text[begin:start]
    cut = max((found.end() for found in re.finditer(r"[，,。；;：:！？!?\n“”（）()《》]", window)), default=0)
    piece = _ITEM.sub("", window[cut:])
    # 《海岬日报》主编: the paper's name is of the credit.
    paper = _PAPER.search(window[:cut]) if POST.fullmatch(piece) else None
    piece = f"{paper.group()}{piece}" if paper else piece
    parts = piece.split("、")
    kept = [parts[-1]]
    for part in reversed(parts[:-1]):
        if not ENDS_WITH_POST.search(part) or len(part) > _LONGEST_FIRST or _holds_somebody(part):
            break
        kept.insert(0, part)
    credit = _of_the_last("、".join(kept).strip())
    credit = _PRESENT.sub("", credit)
    lead = _LEADS.match(credit)
    credit = credit[lead.end() :] if lead else credit
    credit = _SEEN_BY.sub("", credit)  # 在水务局局长令狐野看来
    # 来自芦汀大学的令狐野教授
    credit = _OF.sub("", credit)
    for sign in ("由", "来自", "邀请", "來自", "特邀", "请", "請"):
        credit = credit.rpartition(sign)[2].lstrip("了到") if sign in credit else credit
    credit = _OF_SEVERAL.sub("", _TOWARDS.sub("", credit))
    credit = re.sub(
        r"^.{0,30}?(?:认为|指出|表示|强调|主持(?!人)(?:[^，。；、]{0,6}(?:会议?|论坛|活动)的)?|出席|(?:会见|拜访|陪同|接待|走访)了?|(?:嘉宾|专家|主持人|主讲人)[是为]|"
        r"(?:发言|演讲|致辞|讲话|报告|主讲|分享|登台|登场|出场)的是)(?:，)?",
        "",
        credit,
    )
    if not credit or len(credit) > _LONGEST_CREDIT or re.search(r"[\d%]{5,}|[了吗呢]", credit):
        return ""
    ends = ENDS_WITH_POST.search(credit) or INSTITUTION.search(credit)
    return credit if ends else ""


def _of_the_last(credit: str) -> str:
    """Give what stands behind somebody else who is named before: 编辑苏小小与某集团总工程师 is of two people."""
    for start in (0, *(post.end() for post in POST.finditer(credit))):
        for name in candidates(credit, start):
            end = start + len(name)
            joined = credit[end : end + 1] in {"与", "和", "及"} and (start or not is_only_word(name))
            if joined and stands_whole(credit, start, end, after_post=start > 0):
                return credit[end + 1 :]
    return credit


def _holds_somebody(part: str) -> bool:
    """Whether what ends with a post tells of another person: 院长李鹏教授, 特邀端木晴教授, 方校长."""
    if _ANOTHER.search(part):
        return True
    lead = _LEADS.match(part)
    part = part[lead.end() :] if lead else part
    surname = begins_with_surname(part)
    if surname and POST.fullmatch(part, surname) and not is_word(part):
        return True
    names = [(0, name) for name in candidates(part, 0) if not is_word(name)]
    names += [(post.end(), name) for post in POST.finditer(part) for name in candidates(part, post.end())]
    return any(TITLE.fullmatch(part, place + len(name)) for place, name in names)


def joined_credit(left: str, title: str, bracket: str, *, post: bool) -> str:
    """Give the credit that stands on both sides of a name: 学会会长令狐野（高级工程师）."""
    beside = left if post or not title or COURTESY.fullmatch(title.strip()) else f"{left}{title}"
    return f"{beside}（{bracket}）" if beside and bracket else bracket or beside
