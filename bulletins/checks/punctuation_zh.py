"""Punctuation and numbers of Chinese texts, as GB/T 15834 and GB/T 15835 have them: each slip with what mends it."""

import re
from collections.abc import Callable, Iterator
from itertools import groupby

import msgspec

from bulletins.checks.facts import MOST_ALIKE, Facts, Rule
from bulletins.document import (
    Document,
    Finding,
    Fix,
    Paragraph,
    Text,
    gettext_noop,
    paragraphs,
    points,
    sections,
)
from bulletins.inline import point_text
from bulletins.language.quoting import around
from bulletins.language.word_tags import first_tag, last_tag
from bulletins.language.zh import numeral, ordinal, ordinal_prefix
from forum.scripts import HAN_LETTERS

_SERIES = frozenset({"yishi", "diyi"})
_NUMBERS = {numeral(number): number for number in range(1, 21)}
_ORDINAL = re.compile(
    r"(?:第(?P<number>[一二三四五六七八九十]{1,2})[，,、]|(?P<other>[一二三四五六七八九十]{1,2})是[，,]?)"
)
_NO_BYLINE = (
    r"(?<!记者)(?<!記者)(?<!作者)(?<!摄影)(?<!通讯员)(?<!编辑)(?<!整理)(?<!撰稿)"
    r"(?! *(?:整理|供稿|撰稿|摄|执笔|记录|报道|文[）)]))"
)
type Mend = Callable[[re.Match[str]], str]

_HAN = f"[{HAN_LETTERS}]"
_FULL = str.maketrans(",;:!?.()%", "，；：！？。（）%")
_FIGURES = str.maketrans("０１２３４５６７８９", "0123456789")
_COUNT = r"[\d.〇零一二两三四五六七八九十百千万亿几]"
_UNIT = r"(?:[%％℃]|年|月|日|时|岁|元|人|个|天|家|户|亩|吨|公里|千米|米|万|亿)"


_WORDS_OF_YUE = "公节契制预新旧条合协誓婚和盟规签违守毁解爽践邀特简俭隐缔履赴失相租要失"


# What of a theme stands before and behind its space.
_QUOTED_BEFORE = re.compile(rf"[“《](?:{_HAN}+[ \u00a0])*{_HAN}{{4,}}$")
_LABEL_AFTER = re.compile(rf"{_HAN}{{2,6}}[:：]")
_NEWS_HEAD = re.compile(r"^[^，。；：！？]{0,30}[报刊网台社日][讯电]$")  # 本报讯, 新华社北京5月3日电
_CLAUSE = re.compile(r"[，。；：！？]")
_SPACED = re.compile(rf"(?<={_HAN})[ \u00a0]+(?={_HAN})")
_STOPS = re.compile(r"[，。；！？,;!?]")
_NEAR = 8
_ENDS_OF_OFFICES = frozenset("委府局会部厅院办署社处室")
_QUOTED_AFTER = re.compile(rf"{_HAN}{{4,}}(?:[ \u00a0]{_HAN}+)*[”》]")


class Slip(msgspec.Struct, frozen=True):
    """One kind of slip: what it looks like, what is said of it, and what should stand there."""

    code: str
    pattern: re.Pattern[str]
    template: str
    mend: Mend


def _thousands(found: re.Match[str]) -> str:
    number = float(found["number"]) * (1000 if found["unit"] == "千" else 100)
    return f"{number:.0f}"


def _dash(found: re.Match[str]) -> str:
    """Between two places, or in a row of several, a line of one letter: 北京—上海, 空—地—人; else a dash of two."""
    before, after = found.string[max(found.start() - _NEAR, 0) : found.start()], found.string[found.end() :]
    places = last_tag(before) == first_tag(after[:_NEAR]) == "ns"
    return "—" if places or found[0] in before or found[0] in after[:_NEAR] else "——"


SLIPS = (
    Slip(
        "half-width-mark",
        re.compile(
            rf"(?<={_HAN})[,;:!?](?=\s|$|[{HAN_LETTERS}“”《》（）])|(?<={_HAN})\.(?=$|[{HAN_LETTERS}“”《》])"
        ),
        gettext_noop("“{near}” has a half-width mark among Chinese characters. Write {new}."),
        lambda found: found[0].translate(_FULL),
    ),
    Slip(
        "half-width-brackets",
        # 3-(2-甲氧基)丙酸 is how chemistry writes.
        re.compile(rf"(?<!-)\((?=[^()\n]*{_HAN})([^()\n]{{1,60}})\)"),
        gettext_noop("“{near}” has half-width brackets around Chinese characters. Write {new}."),
        lambda found: f"（{found[1]}）",
    ),
    Slip(
        "space-beside-han",
        # （记者 李明） and （李明 整理） are how a byline is written.
        re.compile(
            rf"(?<={_HAN}{_HAN}){_NO_BYLINE}[ \u00a0]+(?={_HAN})|(?<={_HAN}){_NO_BYLINE}[ \u00a0]+(?={_HAN}{_HAN})"
            r"|[ \u00a0]+(?=[，。；：！？、）》”])|(?<=[，。；：！？、（《“])[ \u00a0]+(?=\S)"
        ),
        gettext_noop("“{near}” has a space among Chinese characters. Take it out."),
        lambda _found: "",
    ),
    Slip(
        "ellipsis",
        re.compile(r"\.{3,}|。{2,}|(?<!…)…(?!…)|…{3}(?!…)"),
        gettext_noop("“{near}” has an ellipsis of another length than six dots. Write {new}."),
        lambda _found: "……",
    ),
    Slip(
        "dash",
        re.compile(rf"(?<=[{HAN_LETTERS}”》）])(?:-{{2,}}|－{{1,2}}|–{{1,2}})(?=[{HAN_LETTERS}“《（])"),
        gettext_noop("“{near}” has another dash than Chinese writes. Write {new}."),
        _dash,
    ),
    Slip(
        "range-of-percentages",
        re.compile(r"(?<![\d.])(\d+(?:\.\d+)?)\s?([-－–—～~至])\s?(\d+(?:\.\d+)?)([%％])(?![-－–~])"),
        gettext_noop("“{near}” lacks the first per cent sign of its range. Write {new}."),
        lambda found: f"{found[1]}{found[4]}{_line(found[2])}{found[3]}{found[4]}",
    ),
    Slip(
        "range",
        re.compile(
            rf"(?<![\d.\-/－–图表式例])(\d+(?:\.\d+)?{_UNIT}?)[-－–~](\d+(?:\.\d+)?(?!%|％){_UNIT})"
            r"|(?<![\d.])(\d+(?:\.\d+)?%)[-－–~](\d+(?:\.\d+)?%)"
        ),
        gettext_noop("“{near}” has a short hyphen in a range. Write {new}."),
        lambda found: f"{found[1] or found[3]}—{found[2] or found[4]}",
    ),
    Slip(
        "approximately-twice",
        # 公约, 节约, 预约 and 新约 tell no number.
        re.compile(
            rf"(?<![{_WORDS_OF_YUE}])(?:大约|约)({_COUNT}{{1,10}}(?:[余多]{_HAN}?|{_HAN}{{0,2}}(?:左右|上下)))"
        ),
        gettext_noop("“{near}” says twice that it is about so much. Write {new}."),
        lambda found: found[1],
    ),
    Slip(
        "approximately-twice",
        re.compile(r"(?:大约|大概)(?=有?(?:将近|接近|近)[\d一二两三四五六七八九十百千万])"),
        gettext_noop("“{near}” says twice that it is about so much. Write {new}."),
        lambda _found: "",
    ),
    Slip(
        "ellipsis-and-etc",
        re.compile(r"……(?=等[，。；）])|(?<=等)……"),
        gettext_noop("“{near}” says “and so on” twice, with …… and with 等. Take one out."),
        lambda _found: "",
    ),
    Slip(
        "stop-within-quotes",
        re.compile(r"。(?=”[，；])"),
        gettext_noop("A quotation within a sentence ends without 。: “{near}”. Take it out."),
        lambda _found: "",
    ),
    Slip(
        "date-with-slash",
        re.compile(r"(?<=[于在自从至到])(1[0-2]|[1-9])/(3[01]|[12]\d|[1-9])(?=[日召举开闭前起止，。])日?"),
        gettext_noop("“{near}” has a date with a slash. Write {new}."),
        lambda found: f"{found[1]}月{found[2]}日",
    ),
    Slip(
        "mark-before-etc",
        re.compile(r"、(?=等(?:[，。；）]|[^级待于候同价额]))"),
        gettext_noop("No 、 stands before 等: “{near}”. Take it out."),
        lambda _found: "",
    ),
    Slip(
        "mark-between-quotes",
        re.compile(r"(?<=”)、(?=“)|(?<=》)、(?=《)"),
        gettext_noop("Between quotation marks or titles in a row no 、 is needed: “{near}”. Take it out."),
        lambda _found: "",
    ),
    Slip(
        "brackets-of-number",
        re.compile(r"[（(\[【]((?:19|20)\d\d)[）)\]】](?=第?\d{1,4}号)"),
        gettext_noop("The year of a document’s number stands in 〔〕: “{near}”. Write {new}."),
        lambda found: f"〔{found[1]}〕",
    ),
    Slip(
        "full-width-figures",
        re.compile(r"[０-９]+"),
        gettext_noop("“{near}” has full-width figures. Write {new}."),
        lambda found: found[0].translate(_FIGURES),
    ),
    Slip(
        "full-width-percent",
        re.compile(r"(?<=\d)％"),
        gettext_noop("“{near}” has a full-width per cent sign. Write {new}."),
        lambda _found: "%",
    ),
    Slip(
        "zero-of-year",
        re.compile(r"[一二][〇零○O0][〇零○O0一二三四五六七八九]{2}(?=年)"),
        gettext_noop("The year in “{near}” is written with 〇. Write {new}."),
        lambda found: re.sub("[零○O0]", "〇", found[0]),
    ),
    Slip(
        "figure-with-thousand",
        re.compile(
            r"(?<![\d.])(?P<number>\d+(?:\.\d)?)(?P<unit>[千百])(?=[多余]?[元人个吨名家户亩位件册份台辆次座所])"
        ),
        gettext_noop("Figures go with 万 and 亿 alone: “{near}”. Write {new}."),
        _thousands,
    ),
)


def _line(mark: str) -> str:
    return mark if mark in "～至" else "—"


def slips(document: Document, _facts: Facts) -> Iterator[Finding]:
    """Each slip of a Chinese bulletin; of a kind the first few, which tell of the habit: mended, they show the next."""
    if document.language != "zh":
        return
    texts = list(_texts(document))
    names = frozenset(entry.name for entry in document.roster)
    corner_quotes = _corner_quotes(texts)
    for slip in (*SLIPS, *corner_quotes):
        found = [one for where, text in texts for one in _found(slip, where, text, names)]
        yield from found[:MOST_ALIKE]


def _corner_quotes(texts: list[tuple[str, str]]) -> tuple[Slip, ...]:
    """「」 beside “”: one kind of quotation marks in one bulletin."""
    whole = "".join(text for _, text in texts)
    if "“" not in whole or whole.count("“") < whole.count("「"):
        return ()
    template = gettext_noop("“{near}” has another kind of quotation marks than the rest. Write {new}.")
    quoted = re.compile("「([^「」]{1,80})」")
    return (Slip("quotes-of-two-kinds", quoted, template, lambda found: f"“{found[1]}”"),)


def _parts_a_slogan(text: str, space: re.Match[str]) -> bool:
    """Whether a space stands between two phrases within quotation marks, as themes are written: “坚持开放 共享未来”."""
    quoted = _QUOTED_BEFORE.search(text[: space.start()]), _QUOTED_AFTER.match(text, space.end())
    return all(quoted)


def _parts_a_list(text: str, space: re.Match[str]) -> bool:
    """Whether a space stands between two names of things as lists, titles and bylines have it: 北京 上海 广州."""
    before, after = text[: space.start()], text[space.end() :]
    if _LABEL_AFTER.match(after):
        return True
    tags = last_tag(before[-_NEAR:]), first_tag(after[:_NEAR])
    if not all(tag.startswith("n") for tag in tags):
        return False
    clause = _CLAUSE.split(before)[-1] + space.group() + _CLAUSE.split(after)[0]
    named = all(tag in {"nr", "ns", "nt", "nz"} for tag in tags) or before[-1:] in _ENDS_OF_OFFICES
    in_brackets = before.count("（") > before.count("）")
    return named or in_brackets or len(_SPACED.findall(clause)) > 1


def _in_mixed_row(text: str, mark: re.Match[str]) -> bool:
    """Whether a row has items with quotation marks and others: “甲”、“乙”、丙 keeps all its 、."""
    opens, closes = ("“", "”") if text[mark.end()] == "“" else ("《", "》")
    row = f"{opens}[^{opens}{closes}]{{1,60}}{closes}"
    return (
        re.match(rf"{row}(?:、{row}){{0,20}}、(?!{opens})", text[mark.end() :]) is not None
        or re.search(
            rf"[^{closes}]、(?:{row}、){{0,20}}{row}$", text[max(mark.start() - 400, 0) : mark.start()]
        )
        is not None
    )


def _stands_well(slip: Slip, text: str, match: re.Match[str]) -> bool:
    """Whether what looks like a slip is none where it stands."""
    if slip.code == "space-beside-han":
        line = match.group() and _STOPS.search(text) is None  # a title, a verse
        return (
            line
            or _NEWS_HEAD.search(text[: match.start()]) is not None
            or _parts_a_slogan(text, match)
            or _parts_a_list(text, match)
        )
    return slip.code == "mark-between-quotes" and _in_mixed_row(text, match)


def _found(slip: Slip, where: str, text: str, names: frozenset[str]) -> Iterator[Finding]:
    for match in slip.pattern.finditer(text):
        new = slip.mend(match)
        # 王 刚: a name of two characters is padded.
        if new == match[0] or f"{text[match.start() - 1 : match.start()]}{text[match.end() :][:1]}" in names:
            continue
        if _stands_well(slip, text, match):
            continue
        # With a letter on either side the place is known again.
        left, right = max(match.start() - 1, 0), min(match.end() + 1, len(text))
        before, after = text[left : match.start()], text[match.end() : right]
        yield Finding(
            code=slip.code,
            severity="hint",
            template=slip.template,
            params={"near": around(text, match.start(), 12), "new": new},
            where=where,
            fix=Fix(where=where, old=text[left:right], new=f"{before}{new}{after}"),
        )


def _texts(document: Document) -> Iterator[tuple[str, str]]:
    """Give the running text with its places, piece by piece between mentions: a fix changes one piece."""
    yield "title", document.title or ""
    for where, section in sections(document):
        yield f"{where}.title", section.title
    for where, paragraph in paragraphs(document):
        yield from ((where, text) for text in _pieces(paragraph))


def _pieces(paragraph: Paragraph) -> Iterator[str]:
    for is_text, some in groupby(paragraph, key=lambda inline: isinstance(inline, Text)):
        if is_text:
            yield from (inline.text for inline in some if isinstance(inline, Text))


def odd_ordinals(document: Document, _facts: Facts) -> Iterator[Finding]:
    """A point without an ordinal that begins with one of another series: 第二， among 一是, 三是."""
    if document.language != "zh" or document.point_style not in _SERIES:
        return
    for where, point in points(document):
        text = point_text(msgspec.structs.replace(point, ordinal=None), document)
        found = _ORDINAL.match(text)
        number = _NUMBERS.get(found["number"] or found["other"]) if found else None
        if point.ordinal is not None or found is None or number is None:
            continue
        new = ordinal_prefix(ordinal(number, 99, document.point_style))
        place = f"{where}.lead" if point.lead else f"{where}.body[0]"
        yield Finding(
            code="ordinal-of-another-series",
            severity="hint",
            template=gettext_noop("“{near}” counts otherwise than the other points. Write {new}."),
            params={"near": around(text, 0, 12), "new": new},
            where=place,
            fix=Fix(where=place, old=found[0], new=new),
        )


PUNCTUATION_ZH: tuple[Rule, ...] = (slips, odd_ordinals)
