"""The words by which bulletins show their parts, in English and Chinese."""

import datetime
import re
from pathlib import Path

from bulletins.document import PointStyleName, RoleName, SectionStyleName
from bulletins.language.one_of import one_of


def _words(name: str) -> list[str]:
    """Give the words of a list that lies beside this file, one a line."""
    return Path(__file__).with_name(name).read_text(encoding="utf-8").split()


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

# Each is a label at the start of a paragraph, as loosely as people type it.
NOTE = re.compile(
    r"\s*+[\[【（(]?\s*+(editor(?:s?['’]?s?|ial) notes?|note from the editors?|"
    r"编者按语|编者按|编者的话|编者注|编辑按|编前语|编者语|按语|按(?=[】\]：:]))"
    r"\s*[\]】）)]?\s*[:：.—–-]*\s*",
    re.IGNORECASE,
)
_PEOPLE = (
    "participants|participating guests|speakers?|guests|attendees|contributors"
    "|(?:on the )?panel|moderators?|chairs?|chair(?:man|woman|person)|facilitators?|discussants?|panell?ists"
    "|(?:keynote|guest|invited) speakers?|presenters?|lecturers?|respondents?|resource persons?|interviewees?"
)
ROSTER = re.compile(
    r"\s*(?:\[?\d+\]?[.)]?\s+)?("
    rf"(?:list of |the )?(?:{_PEOPLE})"
    r"(?: and (?:speakers|guests|participants|moderators?|panell?ists))?"
    r"(?: (?:were|are|include|included))?\s*(?:[:：]|$)|"
    r"[【\[](?:主持人?|嘉宾|[发演主]讲人|发言人|发言嘉宾|与谈人|点评人|专家)[】\]]\s*[:：]?|"
    r"(?:(?:本次|本场|本期)?(?:与会|参会|参加|出席|发言|演讲|主要|受邀|参与|主讲|对话|讨论|圆桌|特邀|"
    r"致辞|点评|列席|对谈)?(?:嘉宾|专家|人员|代表|发言人|演讲人|学者|主讲人)|出席会议的?|列席(?=[:：])|出席(?=[:：])|参会(?=[:：])|出席(?:活动|论坛|"
    r"研讨会)的?|口述(?:人|者)?(?=[:：])|主持人?|主讲人?|点评人?|致辞人?|报告人|受访[者人]|采访对象|对话人|与谈人)"
    r"(?:名单|如下|有|包括|为)?\s*(?:[（(][^（）()]{0,20}(?:排序|为序|顺序|排列)[）)])?\s*(?:[:：|｜丨]|$)"
    r")\s*",
    re.IGNORECASE,
)
WROTE = "(?:采访|文字|录音|速记|现场)?整理|撰稿|供稿|执笔|撰写|编写|记录|采写|综述"
CREDITS = re.compile(
    r"\s*[（(]?\s*(?:"
    r"(?:summari[sz]ed|compiled|prepared|written|reported) by\s*[:：]?|"
    rf"(?:本期)?(?:{WROTE})(?:人|者)?\s*[:：]"
    r")\s*(.+?)\s*[）)]?[.。]?\s*$",
    re.IGNORECASE | re.DOTALL,
)
CREDITS_AFTER = re.compile(rf"\s*[（(]\s*([^（()）]{{2,30}}?)\s*(?:{WROTE})\s*[）)]\s*$")

# A numeral may stand before a heading; what it is in, its style, and whether it numbers points.
SECTION_NUMERALS: tuple[tuple[re.Pattern[str], SectionStyleName], ...] = (
    (re.compile(r"\s*(?:section |part |chapter )?([IVXLC]+)\s*(?:[.:、．)]|\s[-–—])\s*(?=\S)"), "roman"),
    (re.compile(rf"\s*(第[{_HAN}]+部分)\s*[、．.：:]?\s*(?=\S)"), "parts"),
    (re.compile(rf"\s*((?:第[{_HAN}]{{1,3}}项)?议题[{_HAN}]{{0,3}})\s*[：:]\s*(?=\S)"), "chinese"),
    (re.compile(rf"\s*(?:第)?([{_HAN}]+)(?:部分|章|节)?\s*[、．.：:]\s*(?=\S)"), "chinese"),
    (re.compile(rf"\s*第([{_HAN}]+)(?:部分|章|节|篇|单元)\s+(?=\S)"), "chinese"),
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
    (re.compile(rf"\s*([{_HAN}]{{1,3}}[是要])[，,：:]?"), "yishi"),
    (re.compile(rf"\s*(第[{_HAN}]+)\s*[，,、：:]\s*"), "diyi"),
    (re.compile(r"\s*(首先|其次|再次|再者|此外|最后)\s*[，,、：:]\s*"), "shouxian"),
    (re.compile(rf"\s*([（(][{_HAN}]{{1,3}}[）)])\s*"), "kuohao"),
    (re.compile(rf"\s*(观点[{_HAN}]{{1,3}})\s*[：:]\s*"), "guandian"),
    (re.compile(r"\s*([①-⑳㉑-㉟㊱-㊿])\s*"), "quan"),
)


def _any(*patterns: str) -> re.Pattern[str]:
    return re.compile("|".join(patterns), re.IGNORECASE)


_GAVE = "(?:delivered|made|gave|presented)"
ROLES: tuple[tuple[RoleName, re.Pattern[str]], ...] = (
    (
        "thematic report",
        _any(
            rf"{_GAVE} (?:a )?(?:"
            r"(?:thematic |special )?(?:reports?|presentations?)|(?:thematic|special) speech(?:es)?)",
            r"(?:作|做|作了|做了)?(?:专题|主题)(?:报告|演讲|发言)",
        ),
    ),
    (
        "keynote",
        _any(
            rf"{_GAVE} (?:a )?keynotes?(?: (?:speech(?:es)?|address(?:es)?|reports?))?",
            r"keynote speakers?",
            r"(?:作|做|发表)?了?主旨(?:演讲|报告|发言)",
        ),
    ),
    (
        "speech",
        _any(
            r"(?:made|delivered|gave) (?:a |an )?(?:opening |welcome |welcoming )?"
            r"(?:speech(?:es)?|remarks|address(?:es)?)",
            r"(?:发表)?致辞",
            r"致(?:开幕|闭幕|欢迎|答谢)[辞词]",
            r"致词",
            r"(?:发表)?讲话",
        ),
    ),
    (
        "moderator",
        _any(
            r"moderated(?: the (?:session|seminar|panel|discussion|forum|meeting|panel discussion))?",
            r"moderators?\b",
            r"主持(?:会议|论坛|研讨会|讨论)?",
        ),
    ),
    (
        "panelist",
        _any(
            r"(?:joined|took part in|participated in) the (?:panel|round-?table)(?: discussion)?",
            r"panell?ists?",
            r"(?:参加|参与)?圆桌(?:讨论|对话)",
            r"参与讨论",
        ),
    ),
    (
        "host",
        _any(r"hosted(?: the (?:session|seminar|meeting|event))?", r"主办会议", r"承办会议"),
    ),
)

POSTS = re.compile(rf"\b{one_of(_words('posts.txt'))}\b", re.IGNORECASE)
# Characters of posts, and below each how traditional Chinese writes it.
_SIMPLE = (
    "专业东义乐乡书伙会传党关养军农划创剧办务区医协卖卫厂厅历县参发后员团园国场处复头学审导将师带干"
    "库态总愿战户执护报据摄摊数术机构检气洁济渔牵独环画监矿硕筑简粮约级纪练组织经络统编网联艺药营蚕"
    "观规视誉计议记讲论设评译诗课调谋负财责资赞辅辑运递铁镇长门问队际顾预领飞饲馆驶驾台烟秘制"
)
_TRADITIONAL = (
    "專業東義樂鄉書夥會傳黨關養軍農劃創劇辦務區醫協賣衛廠廳歷縣參發後員團園國場處復頭學審導將師帶幹"
    "庫態總願戰戶執護報據攝攤數術機構檢氣潔濟漁牽獨環畫監礦碩築簡糧約級紀練組織經絡統編網聯藝藥營蠶"
    "觀規視譽計議記講論設評譯詩課調謀負財責資贊輔輯運遞鐵鎮長門問隊際顧預領飛飼館駛駕臺菸祕製"
)
_TO_TRADITIONAL = str.maketrans(_SIMPLE, _TRADITIONAL)
# 秘書長 and 祕書長: these are written both ways.
_MOSTLY_TRADITIONAL = {one: other for one, other in _TO_TRADITIONAL.items() if chr(one) not in "台烟秘制"}
HAN_POSTS = _words("han_posts.txt")
HAN_POST = one_of(
    sorted(
        {
            form
            for post in HAN_POSTS
            for form in (post, post.translate(_MOSTLY_TRADITIONAL), post.translate(_TO_TRADITIONAL))
        },
        key=lambda post: (-len(post), post),
    )
)
# Words between a Chinese name and its verb: where, how, on what and from which side somebody speaks.
GOES_ON = (
    r"(?:\d{1,2}月)?\d{1,2}日|日前|近日|今天|昨天|当天|前往|接受|来校|来院|来到|来访|率队|主要|热烈|衷心|诚挚|带来|到会|到场|列席|莅临|进一步|進一步|主持|介紹|代表|作了|來自|充分|先后|全面|再次|出席|分别|参加|參加|发表|受邀|同样|围绕|圍繞|应邀|建議|強調|当场|总结|應邀|担任|指出|接着|接著|擔任|明确|"
    "最后|最後|来自|根据|深入|特别|特意|现场|發表|直接|着重|立足|简要|系统|總結|线上|结合|聚焦|表示|视频|認為|详细|进行|逐一|通过|重点|针对|随后|隨後|首先|高度|不|为|也|从|"
    "以|作|做|则|又|向|在|均|都|更|对|對|就|并|從|曾|率|用|總|致|說|还|還"
)
# Words that may follow the name of somebody who says something; of regular verbs, any past.
REPORTING = rf"{one_of(_words('reporting_verbs.txt'))}|[a-z]{{2,}}ed"

# Verbs by which a text makes somebody speak of whom nothing else is known; fewer, and surer.
SPEAKING_VERBS = one_of(_words("speaking_verbs.txt"))

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
