"""Who speaks in Chinese running text, with no list of people to go by.

芦汀市规划研究院副院长令狐野指出; 令狐野（规划研究院副院长）表示; 规划研究院令狐野教授认为; 由院长令狐野主持; 令狐野：….
A name is believed where a post, a title or a bracket stands by it and a verb, a stop or a list goes on from it.
"""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from bulletins.document import RoleName
from bulletins.language.saying import CHINESE_VERBS, in_every_form
from bulletins.manuscript.han_names import (
    candidates,
    is_name,
    is_tagged_as_name,
    is_word,
    stands_whole,
    unspaced,
)
from bulletins.manuscript.lists_zh import listed
from bulletins.manuscript.roster import told_otherwise
from bulletins.manuscript.sightings import Sighting
from bulletins.manuscript.vocabulary import GOES_ON, HAN_POST, ROLES, role_in

_POST = in_every_form(rf"(?:{HAN_POST})(?![会團团])")
_TITLE = in_every_form(
    rf"[\s\u3000]?(?:{HAN_POST}|先生|女士|同志|小姐|老师|老師|总(?![结要是会得能在有算归共体觉想和])|一行)"
)
_VERB = in_every_form(rf"(?:{CHINESE_VERBS})")
_GOES_ON = in_every_form(GOES_ON)
_STOPS = in_every_form(r"[\s\u3000]*(?:[，,。；;、：:（(）)”“！？\n]|$|等|和|与|及|以及|與)")
_SAYS_CLOSE = in_every_form(rf"[\s\u3000]?[^。；！？!?;，,、]{{0,24}}?(?:{CHINESE_VERBS})|[：:]")
_SAYS_TITLED = in_every_form(rf"[\s\u3000]?[^。；！？!?;，,]{{0,40}}?(?:{CHINESE_VERBS})|[：:]")
_SAYS_FAR = in_every_form(rf"[，,]?[^。；！？!?;，,、]{{0,40}}?(?:{CHINESE_VERBS})")
_ACTS = in_every_form(
    r"[^。；;！？，,]{0,16}?(?:主持|致(?:开幕|闭幕|欢迎)?[辞词]|致辭|(?:作|做|发表|發表|进行|带来|發表)了?[^。；;，,、]{0,16}?(?:报告|演讲|发言|讲话|总结|致辞|点评|報告|演講|發言|講話|授课|分享|导读)|"
    r"(?:视频|现场|线上)?(?:致辞|发言|讲话|演讲|点评|分享)|(?:参加|参与)圆桌(?:讨论|对话)|参与讨论)"
)
_ACTS_AT_ONCE = in_every_form(
    r"主持|(?:参加|参与)圆桌|致(?:开幕|闭幕|欢迎)?[辞词]|致辭|(?:作|做|发表|發表)了?[^。；;，,、]{0,12}?(?:报告|演讲|发言|讲话|总结|点评|報告|演講|發言)"
)
_CHAIRED = in_every_form(r"主持人?[：:]?$|主持[：:]$")
_SAID_BY = in_every_form(r"(?:据|根据|按照|正如|诚如|用)$")
_BRACKET = in_every_form(r"[\s\u3000]*[（(]([^（()）\n]{2,80})[）)]")
_INSTITUTION = in_every_form(
    r"(?:大学|学院|研究院|研究所|研究中心|中心|公司|集团|银行|委员会|协会|学会|联盟|基金会|医院|出版社|报社|杂志社|智库|实验室|局|厅|处|部|所|院|社|系|馆|"
    r"大學|學院|公會|協會|學會|聯盟|基金會|醫院|集團|銀行|委員會|局|廳|處|會|室)$"
)
_PAPER = in_every_form(r"《[^《》]{1,20}》$")
_CLAUSE = in_every_form(r"[，,。；;：:！？!?\n“”（）()《》]")
_LEADS = in_every_form(
    r"^(?:(?:参加|出席|与会)[^，。；、]{0,10}?的(?:还)?(?:有|包括)|我校|我院|我所|我市|我省|我会|其中|此外|随后|最后|首先|同时|对此|会上|会议上|论坛上|活动中|会议期间|期间|会后|当天|今天|昨日|日前|近日|来自|特邀|邀请到?了?|邀請|由|据|根据|按照|请|和|与|及|以及|并|"
    r"會上|隨後|最後|來自|與|研讨会由|会议由|论坛由|座谈会由|活动由|圆桌会议由|圆桌由|沙龙由|发布会由|仪式由|开幕式由|闭幕式由|本场论坛由|本次论坛由|本次会议由|本次研讨会由|"
    r"在[^，。；、]{1,24}?(?:中|上|时|后|环节|阶段|期间)|"
    r"\d{1,4}年|\d{1,2}月|\d{1,2}日(?:上午|下午|晚)?|\d{1,2}号|上午|下午|晚上|当晚|第[一二三四五六七八九十]位?|另一位|一位|著名|知名|資深)+"
)
_LATIN_NAME = in_every_form(
    r"[A-Z][A-Za-zÀ-ÿ’'-]{1,20}(?:[\s·](?:[A-Z]\.|[A-Z][A-Za-zÀ-ÿ’'-]{1,20}|van|von|de|der|bin|al)){1,4}"
)
# What begins a verb behind a name: 还表示, 作报告, 致辞.
_ADVERBS = frozenset("还也则又曾再先就都并已将才却均最进特首同亦还則還作做致")
_PLACE_END = in_every_form(r"[省市县区旗镇乡縣區鎮鄉]$")
# What stands in brackets behind a name and tells a part in the meeting, no post: 某某（主持人）.
_PART = in_every_form(r"\s*(?:(?:本场|会议)?主持(?:人)?|主讲人?|点评人?|致辞人?|与谈人|报告人)\s*")
_ANOTHER = in_every_form(rf"(?:{HAN_POST})[\u4e00-\u9fff]{{2,3}}(?:副?教授|副?研究员|博士|院士|先生|女士)$")
_CHAIR = "主持人"
_EACH = ("分别", "先后", "依次")
_LONGEST_CREDIT = 70
_LONGEST_FIRST = 40  # letters of a clause looked at before a name


class Place(NamedTuple):
    """A name in a text and what stands around it."""

    start: int
    end: int
    after: int
    sighting: Sighting


def sightings(text: str, bold: Sequence[tuple[int, int]] = ()) -> Iterator[Sighting]:
    """Give whom a Chinese paragraph names, with what it says of them. `bold` are its bold stretches."""
    text = unspaced(text)
    yield from (place.sighting for place in places(text, bold))
    yield from listed(text)


def places(text: str, bold: Sequence[tuple[int, int]] = ()) -> list[Place]:
    """Give the places of a text where it names somebody, in their order."""
    found: dict[int, Place] = {}
    taken = 0
    for start, kind in _starts(text, bold):
        if start < taken or start in found:
            continue
        place = _place(text, start, kind, taken)
        if place is not None:
            found[start] = place
            taken = place.after
    ordered = [found[start] for start in sorted(found)]
    return _together(text, ordered)


def _starts(text: str, bold: Sequence[tuple[int, int]]) -> list[tuple[int, str]]:
    """Give where names may begin, and why: after a post, at a clause's head, before a title or a bracket."""
    after_posts = [(_skipped(text, found.end()), "post") for found in _POST.finditer(text)]
    heads = [(0, "head"), *((found.end(), "head") for found in _CLAUSE.finditer(text))]
    lists = [(place + 1, "list") for place, letter in enumerate(text) if letter in "、和与及由請请與"]
    bolds = [(left, "bold") for left, _ in bold]
    before = [
        (start, "title")
        for found in re.finditer(rf"{_TITLE.pattern}|[（(]", text)
        for start in range(max(found.start() - 4, 0), found.start() - 1)
    ]
    latin = [(found.start(), "latin") for found in _LATIN_NAME.finditer(text)]
    rank = {"bold": 0, "post": 1, "latin": 2, "head": 3, "list": 4, "title": 5}
    return sorted(
        {*after_posts, *heads, *lists, *before, *bolds, *latin}, key=lambda one: (one[0], rank[one[1]])
    )


def _skipped(text: str, place: int) -> int:
    return place + (text[place : place + 1] in {" ", "\u3000"})


def _place(text: str, start: int, kind: str, floor: int) -> Place | None:
    best: tuple[int, Place] | None = None
    latin = _LATIN_NAME.match(text, start) if kind == "latin" else None
    names = [latin[0]] if latin else candidates(text, start)
    for name in names:
        if _takes_of_title(text, start, start + len(name)):
            continue
        place = _read(text, start, start + len(name), kind, floor)
        if place is not None and (best is None or place[0] < best[0]):
            best = place
    return best[1] if best else None


def _takes_of_title(text: str, start: int, end: int) -> bool:
    """Whether a candidate ends with what begins the title behind it: 公孙礼总 of 公孙礼总建筑师."""
    title, longer = _TITLE.match(text, end), _TITLE.match(text, end - 1)
    whole = title is not None and longer is not None and longer.end() == title.end()
    return whole and is_name(text[start : end - 1])


def _read(text: str, start: int, end: int, kind: str, floor: int) -> tuple[int, Place] | None:
    """Read a candidate; give how well its end is told (0 is best) with its place, None where it is no name."""
    title = _TITLE.match(text, end)
    after_title = title.end() if title and not _crossing(text, title.end()) else end
    bracket = _BRACKET.match(text, after_title)
    if bracket and not _is_credit(bracket.group(1)):
        bracket = None
    after = bracket.end() if bracket else after_title
    fit = _fit(text, after)
    if fit is None:
        return None
    left = _credit_before(text, start, floor)
    post = kind == "post" or (
        _POST.search(left[-8:] if left else "") is not None and left.endswith(tuple(_posts()))
    )
    titled = after_title > end
    name = text[start:end]
    if not _believed(
        text, start, end, kind, post=post, titled=titled, bracket=bool(bracket), left=left, fit=fit
    ):
        return None
    part, told = _bracketed(bracket)
    credit = told or _joined_credit(left, text[end:after_title].strip(), post=post)
    before = text[max(0, start - len(left) - 12) : start - len(left)]
    chaired = _CHAIRED.search(before) is not None or part.endswith(("主持", "主持人")) or credit == _CHAIR
    credit = "" if credit == _CHAIR else credit
    acts = _ACTS.match(text, after)
    says = _says(text, after, fit, titled=titled)
    role: RoleName | None = "moderator" if chaired else role_in(acts.group()) if acts else None
    sighting = Sighting(
        "".join(name.split()) if kind != "latin" else name,
        credit,
        role,
        speaks=bool(says or acts or chaired or _SAID_BY.search(before)),
        sure=bool(credit) or kind == "bold" or titled,
        role_printed=_role_printed(acts.group()) if acts and not chaired else "",
    )
    # 欧阳川还表示: what goes on with a verb is no part of the name, if a name is left without it.
    runs_on = end - start > 2 and name[-1] in _ADVERBS and not titled and not bracket
    rank = 0 if says else 1 if titled or bracket else 2 + fit
    return rank + (5 if runs_on else 0), Place(start, end, after, sighting)


def _says(text: str, after: int, fit: int, *, titled: bool) -> bool:
    """Whether what follows a name says something: right behind it, or after a stop."""
    if (_SAYS_TITLED if titled else _SAYS_CLOSE).match(text, after):
        return True
    return fit == 1 and text[after : after + 1] not in "、（(" and _SAYS_FAR.match(text, after) is not None


def _bracketed(bracket: re.Match[str] | None) -> tuple[str, str]:
    """Give what a bracket behind a name tells: a part in the meeting, or a post."""
    text = bracket.group(1).strip() if bracket else ""
    return (text, "") if _PART.fullmatch(text) else ("", text)


def _role_printed(acts: str) -> str:
    """Give the words that tell the role as they stand there, if they are not the usual ones: 作主题报告."""
    for role, pattern in ROLES:
        if found := pattern.search(acts):
            each = next((word for word in _EACH if acts[: found.start()].endswith(word)), "")
            return told_otherwise("zh", role, f"{each}{found.group()}")
    return ""


def _posts() -> list[str]:
    return HAN_POST.split("|")


def _crossing(text: str, end: int) -> bool:
    """Whether a title runs on into a longer word: 委员 in 委员会, 代表 in 代表团."""
    return text[end : end + 1] in {"会", "团", "會", "團", "组", "組", "们"}


def _fit(text: str, after: int) -> int | None:
    """Tell how a text goes on from a name: with a verb (0), a stop (1), a word that leads to a verb (2); else None."""
    if _VERB.match(text, after):
        return 0
    if _STOPS.match(text, after):
        return 1
    return 2 if _GOES_ON.match(text, after) or _ACTS.match(text, after) else None


def _believed(  # noqa: PLR0913 (what stands around a name, each a witness)
    text: str,
    start: int,
    end: int,
    kind: str,
    *,
    post: bool,
    titled: bool,
    bracket: bool,
    left: str,
    fit: int,
) -> bool:
    name = text[start:end]
    if kind in {"latin", "bold"}:
        return kind == "bold" or post or titled or bracket or _VERB.match(text, end) is not None
    word = is_word(name) and not ((post or titled) and _is_person_too(text, name, end))
    if post:
        return (not word or fit == 0) and stands_whole(text, start, end, after_post=True)
    if titled and (_PLACE_END.search(name) or (len(name) == 2 and name[-1] in "原前")):  # 社会司原司长
        return False  # 海岬市市长 is the mayor of a town, and nobody called 海岬市
    if titled:
        institution = _INSTITUTION.search(left) is not None
        at_head = not left and (start == 0 or text[start - 1] in "，,。；;：:！？“”\n、和与及由请（(")
        return (not word or len(name) == 3) and (institution or at_head) and _whole_enough(text, start, end)
    if bracket:
        return not left and not word and _whole_enough(text, start, end)
    if kind in {"head", "list"} and not word and fit in {0, 2}:
        return stands_whole(text, start, end) and (fit == 0 or _ACTS_AT_ONCE.match(text, end) is not None)
    return False


def _is_person_too(text: str, name: str, end: int) -> bool:
    """Whether title and verb make a person of a word that is a name as well: 院长高峰在会上表示, 高峰院长主持座谈."""
    title = _TITLE.match(text, end)
    after = title.end() if title else end
    speaks = _SAYS_CLOSE.match(text, after) or _ACTS_AT_ONCE.match(text, after)
    return speaks is not None and is_tagged_as_name(name)


def _whole_enough(text: str, start: int, end: int) -> bool:
    return stands_whole(text, start, min(end, len(text)))


def _is_credit(text: str) -> bool:
    return _POST.search(text) is not None or _INSTITUTION.search(text.strip()) is not None


def _credit_before(text: str, start: int, floor: int) -> str:
    """Give the words right before a name that may be its post or institution; "" where none are."""
    begin = max(start - _LONGEST_CREDIT, floor)
    window = text[begin:start]
    cut = max((found.end() for found in re.finditer(r"[，,。；;：:！？!?\n“”（）()《》]", window)), default=0)
    piece = window[cut:]
    # 《海岬日报》主编: the paper's name is of the credit.
    paper = _PAPER.search(window[:cut]) if _POST.fullmatch(piece) else None
    piece = f"{paper.group()}{piece}" if paper else piece
    parts = piece.split("、")
    kept = [parts[-1]]
    for part in reversed(parts[:-1]):
        if not part.endswith(tuple(_posts())) or len(part) > _LONGEST_FIRST or _holds_somebody(part):
            break
        kept.insert(0, part)
    credit = "、".join(kept).strip()
    lead = _LEADS.match(credit)
    credit = credit[lead.end() :] if lead else credit
    for sign in ("由", "来自", "邀请", "來自", "特邀"):
        credit = credit.rpartition(sign)[2] if sign in credit else credit
    credit = re.sub(r"^.{0,30}?(?:认为|指出|表示|强调|主持(?!人)|出席)(?:，)?", "", credit)
    if not credit or len(credit) > _LONGEST_CREDIT or re.search(r"[\d%]{5,}|[了吗呢]", credit):
        return ""
    ends = credit.endswith(tuple(_posts())) or _INSTITUTION.search(credit)
    return credit if ends else ""


def _holds_somebody(part: str) -> bool:
    """Whether what ends with a post tells of another person: 院长李鹏教授."""
    if _ANOTHER.search(part):
        return True
    for post in _POST.finditer(part):
        for name in candidates(part, post.end()):
            if _TITLE.fullmatch(part, post.end() + len(name)):
                return True
    return False


def _joined_credit(left: str, title: str, *, post: bool) -> str:
    if post:
        return left
    return f"{left}{title}" if left else title


def _together(text: str, ordered: list[Place]) -> list[Place]:
    """Let those who are named together do together what the last of them does: 甲、乙分别作主题报告."""
    result = list(ordered)
    for place in range(len(ordered) - 2, -1, -1):
        one, following = result[place], result[place + 1]
        between = text[one.after : following.start]
        credit = following.sighting.credit
        gap = between.removesuffix(credit) if credit and between.endswith(credit) else between
        joins = re.fullmatch(r"[\s\u3000]*(?:、|和|与|及|以及|，|,|與)?[\s\u3000]*", gap) is not None
        if (
            joins
            and following.sighting.speaks
            and not one.sighting.speaks
            and gap.strip() in {"、", "和", "与", "及", "以及", "，", ",", "與"}
        ):
            told = one.sighting
            result[place] = one._replace(
                sighting=Sighting(
                    told.name,
                    told.credit,
                    told.role or following.sighting.role,
                    True,
                    told.sure,
                    role_printed=told.role_printed or following.sighting.role_printed,
                )
            )
    return result
