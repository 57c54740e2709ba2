"""The words by which bulletins show their parts, in English and Chinese."""

import datetime
import re

from bulletins.document import PointStyleName, RoleName, SectionStyleName

_UNITS = [
    "first",
    "second",
    "third",
    "fourth",
    "fifth",
    "sixth",
    "seventh",
    "eighth",
    "ninth",
    "tenth",
    "eleventh",
    "twelfth",
    "thirteenth",
    "fourteenth",
    "fifteenth",
    "sixteenth",
    "seventeenth",
    "eighteenth",
    "nineteenth",
    "twentieth",
]
_TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
_WORDS = "|".join(
    [
        *(f"{ten}-{unit}" for ten in _TENS for unit in _UNITS[:9]),
        *_UNITS,
        *(f"{ten[:-1]}ieth" for ten in _TENS),
    ]
)
_HAN = "一二三四五六七八九十"

NOTE = re.compile(
    r"\s*+[\[【（(]?\s*+(editor(?:s?['’]?s?|ial) notes?|note from the editors?|编者按|编者的话|编者注|编辑按|按语)"
    r"\s*[\]】）)]?\s*[:：.—–-]*\s*",
    re.IGNORECASE,
)
ROSTER = re.compile(
    r"\s*(?:\[?\d+\]?[.)]?\s+)?((?:list of |the )?(?:participants|participating guests|speakers|guests|attendees|contributors|moderators?|panell?ists|keynote speakers?)"
    r"(?: and (?:speakers|guests|participants|moderators?|panell?ists))?(?: (?:were|are|include|included))?\s*(?:[:：]|$)|"
    r"(?:与会|参会|参加|出席|发言|演讲|主要|受邀|参与)?(?:嘉宾|专家|人员|代表|发言人|演讲人|学者)(?:名单|有|包括|为)?\s*(?:[:：]|$))\s*",
    re.IGNORECASE,
)
CREDITS = re.compile(
    r"\s*[（(]?\s*(?:(?:summari[sz]ed|compiled|prepared|written|reported) by\s*[:：]?|(?:本期)?(?:整理|撰稿|供稿|执笔|撰写|编写|记录)(?:人|者)?\s*[:：])\s*(.+?)\s*[）)]?[.。]?\s*$",
    re.IGNORECASE | re.DOTALL,
)
CREDITS_AFTER = re.compile(
    r"\s*[（(]\s*([^（()）]{2,30}?)\s*(?:整理|撰稿|供稿|执笔|撰写|编写|记录)\s*[）)]\s*$"
)

# A numeral may stand before a heading; what it is in, its style, and whether it numbers points.
SECTION_NUMERALS: tuple[tuple[re.Pattern[str], SectionStyleName], ...] = (
    (re.compile(r"\s*(?:section |part |chapter )?([IVXLC]+)\s*(?:[.:、．)]|\s[-–—])\s*(?=\S)"), "roman"),
    (re.compile(rf"\s*(?:第)?([{_HAN}]+)(?:部分|章|节)?\s*[、．.：:]\s*(?=\S)"), "chinese"),
    (
        re.compile(
            r"\s*(?:section |part |chapter )?(\d{1,2})\s*(?:[.:、．)]|\s[-–—])\s*(?=[^\s\d])", re.IGNORECASE
        ),
        "arabic",
    ),
)
ORDINALS: tuple[tuple[re.Pattern[str], PointStyleName], ...] = (
    (
        re.compile(
            r"\s*((?:" + "|".join(f"{word}ly" for word in _UNITS) + r"|lastly))\s*[,:—–]?\s+", re.IGNORECASE
        ),
        "firstly",
    ),
    (re.compile(rf"\s*((?:{_WORDS})ly)\s*[,:—–]?\s+", re.IGNORECASE), "firstly"),
    (re.compile(rf"\s*((?:{_WORDS})(?: of all)?|last|finally)\s*[,:]\s+", re.IGNORECASE), "first"),
    (re.compile(r"\s*[(（]?(\d{1,3})\s*[.)）、．]\s*(?=[^\s\d])"), "arabic"),
    (re.compile(rf"\s*([{_HAN}]+是|[{_HAN}]+要)[，,：:]?"), "yishi"),
    (re.compile(rf"\s*(第[{_HAN}]+)\s*[，,、：:]\s*"), "diyi"),
    (re.compile(r"\s*(首先|其次|再次|再者|此外|最后)\s*[，,、：:]\s*"), "shouxian"),
    (re.compile(rf"\s*[（(]([{_HAN}]+)[）)]\s*"), "diyi"),
)

ROLES: tuple[tuple[RoleName, re.Pattern[str]], ...] = (
    (
        "thematic report",
        re.compile(
            r"(?:delivered|made|gave|presented) (?:a )?(?:(?:thematic |special )?(?:reports?|presentations?)|(?:thematic|special) speech(?:es)?)|(?:作|做|作了|做了)?(?:专题|主题)(?:报告|演讲|发言)",
            re.IGNORECASE,
        ),
    ),
    (
        "keynote",
        re.compile(
            r"(?:delivered|made|gave|presented) (?:a )?keynotes?(?: (?:speech(?:es)?|address(?:es)?|reports?))?|keynote speakers?|(?:作|做|发表)?了?主旨(?:演讲|报告|发言)",
            re.IGNORECASE,
        ),
    ),
    (
        "speech",
        re.compile(
            r"(?:made|delivered|gave) (?:a |an )?(?:opening |welcome |welcoming )?(?:speech(?:es)?|remarks|address(?:es)?)|(?:发表)?致辞|致词|(?:发表)?讲话",
            re.IGNORECASE,
        ),
    ),
    (
        "moderator",
        re.compile(
            r"moderated(?: the (?:session|seminar|panel|discussion|forum|meeting|panel discussion))?|moderators?\b|主持(?:会议|论坛|研讨会|讨论)?",
            re.IGNORECASE,
        ),
    ),
    (
        "panelist",
        re.compile(
            r"(?:joined|took part in|participated in) the (?:panel|round-?table)(?: discussion)?|panell?ists?|(?:参加|参与)?圆桌(?:讨论|对话)|参与讨论",
            re.IGNORECASE,
        ),
    ),
    (
        "host",
        re.compile(r"hosted(?: the (?:session|seminar|meeting|event))?|主办会议|承办会议", re.IGNORECASE),
    ),
)

POSTS = re.compile(
    r"\b(?:president|director|professor|dean|chief|officer|minister|head|chair(?:man|woman|person)?|secretary|economist|scientist|researcher|fellow|manager|founder|ceo|cto|inspector|ambassador|adviser|advisor|engineer|lecturer|commissioner|analyst|representative|coordinator|governor|mayor|editor|partner|principal|rector|curator|warden|keeper|master|member|planner|expert|specialist|consultant|delegate|librarian|captain)\b",
    re.IGNORECASE,
)
_HAN_POSTS = [
    "副教授",
    "教授",
    "副院长",
    "院长",
    "副主任",
    "主任",
    "副所长",
    "所长",
    "副研究员",
    "研究员",
    "副主席",
    "主席",
    "副总裁",
    "总裁",
    "董事长",
    "副总经理",
    "总经理",
    "经理",
    "副秘书长",
    "秘书长",
    "副处长",
    "处长",
    "副司长",
    "司长",
    "副局长",
    "局长",
    "副部长",
    "部长",
    "副书记",
    "书记",
    "副校长",
    "校长",
    "副会长",
    "会长",
    "副理事长",
    "理事长",
    "理事",
    "专家",
    "总工程师",
    "工程师",
    "首席科学家",
    "科学家",
    "分析师",
    "学者",
    "代表",
    "总监",
    "顾问",
    "博士",
    "院士",
    "律师",
    "负责人",
    "创始人",
    "总编辑",
    "主编",
    "编辑",
    "记者",
    "讲师",
    "副馆长",
    "馆长",
    "副站长",
    "站长",
    "站务员",
    "馆员",
    "农艺师",
    "规划师",
    "设计师",
    "总干事",
    "干事",
    "委员",
    "首席执行官",
    "首席技术官",
    "经济师",
    "首席经济学家",
    "经济学家",
    "大使",
    "市长",
    "镇长",
    "区长",
    "村长",
    "厂长",
    "店长",
    "队长",
    "船长",
    "园长",
    "台长",
    "社长",
    "系主任",
    "科长",
    "股长",
    "组长",
]
HAN_POST = "|".join(sorted(_HAN_POSTS, key=len, reverse=True))
REPORTING = "said|says|suggested|suggests|noted|notes|stressed|stresses|proposed|proposes|added|argued|argues|pointed|believed|believes|held|observed|warned|warns|explained|emphasi[sz]ed|called|recommended|concluded|recalled|asked|described|shared|introduced|reported|agreed|replied|urged|maintained|reminded|considered|thought|mentioned|also|further|then|put|told|drew|gave|found|saw|knew|wrote|spoke|went|came|has|had|is|was|would|could|did|does|will|may|might|herself|himself|themselves|[a-z]{2,}ed"

_MONTHS = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
]
_MONTH = "(" + "|".join(rf"{month[:3]}[a-z]*" for month in _MONTHS) + ")"
_DATES = (
    (
        re.compile(
            rf"\b{_MONTH}\b[.\s]*(\d{{1,2}})(?:st|nd|rd|th)?\s*[,.]?\s*((?:19|20)\d\d)\b", re.IGNORECASE
        ),
        (3, 1, 2),
    ),
    (
        re.compile(
            rf"\b(\d{{1,2}})(?:st|nd|rd|th)?\s*(?:of\s+)?{_MONTH}\b[.,]?\s*((?:19|20)\d\d)\b", re.IGNORECASE
        ),
        (3, 2, 1),
    ),
    (
        re.compile(r"(?<!\d)((?:19|20)\d\d)\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})(?!\d)\s*日?"),
        (1, 2, 3),
    ),
    (re.compile(rf"([〇○零{_HAN}]{{4}})年([{_HAN}]{{1,2}})月([{_HAN}]{{1,3}})日"), (1, 2, 3)),
)


def date_in(text: str) -> tuple[datetime.date, tuple[int, int]] | None:
    """Find a calendar date in a text: the date, and where it stands."""
    for pattern, order in _DATES:
        for found in pattern.finditer(text):
            try:
                year, month, day = (_figure(found.group(group)) for group in order)
                return datetime.date(year, month, day), found.span()
            except ValueError:
                continue
    return None


def _figure(text: str) -> int:
    if text.isascii() and text.isdigit():
        return int(text)
    if text[:3].lower() in (names := [month[:3] for month in _MONTHS]):
        return names.index(text[:3].lower()) + 1
    return han_number(text)


def han_number(text: str) -> int:
    """Read 六, 十六, 二十一 or 二〇二一. Raises ValueError for anything else."""
    digits = {**{digit: place for place, digit in enumerate("〇一二三四五六七八九")}, "○": 0, "零": 0}
    if "十" not in text:
        return int("".join(str(digits[letter]) for letter in text if letter in digits) or "x")
    tens, _, unit = text.partition("十")
    return 10 * digits.get(tens, 1) + digits.get(unit, 0)


def number_of(text: str) -> int:
    """Read a number in figures or Chinese characters. Raises ValueError."""
    return int(text) if text.isdigit() else han_number(text)


def role_in(text: str) -> RoleName | None:
    """Give the first role that a text tells."""
    return next((role for role, pattern in ROLES if pattern.search(text)), None)
