"""Read the head of a bulletin: number, volume, date, publisher, series title, title."""

import re
from typing import Any

import msgspec

from bulletins.document import Finding
from bulletins.language import zh
from bulletins.manuscript.blocks import (
    Block,
    Runs,
    all_strong,
    ends_sentence,
    line_of,
    lines,
    text_of,
    unplaced,
)
from bulletins.manuscript.bylines import byline, gives_words, is_of_somebody, names_writer
from bulletins.manuscript.han_names import is_name as is_han_name
from bulletins.manuscript.latin_names import is_person
from bulletins.manuscript.series_lines import BARE_SERIES, is_series, names_series
from bulletins.manuscript.turns import label_of
from bulletins.manuscript.vocabulary import date_in, number_of
from forum.scripts import is_han, simplified
from speakers.names import fold

_VOLUME = re.compile(
    r"\bvol(?:ume)?\s*\.?\s*(\d+)|\btotal\s+(?:no|issue)\s*\.?\s*(\d+)|总\s*第?\s*([\d一二三四五六七八九十百〇]+)\s*期",
    re.IGNORECASE,
)
_NUMBER = re.compile(
    r"\b(?:issue\s+no|issue|number|no)\b\s*\.?\s*(\d+)|(?<!增刊)(?<!特刊)第\s*([\d一二三四五六七八九十〇]+)\s*期|^\W*第\s*([\d一二三四五六七八九十〇]+)\s*号\W*$"
    r"|[〔\[［【（(](?:19|20)\d\d年?[〕\]］】）)]\s*第?\s*(\d{1,4})\s*[号期]",
    re.IGNORECASE,
)
_ISSN = re.compile(r"\bISSN\s*[:：]?\s*([0-9]{4}-?[0-9]{3}[0-9Xx])", re.IGNORECASE)
_PUBLISHER = re.compile(
    r"\b(cent(?:er|re)|institute|secretariat|foundation|association|"
    r"office|council|committee|university|press|department|ministry|"
    r"academy|society|bureau|agency|observatory|trust|union|federation|"
    r"guild)\b"
    r"|(?:中心|研究院|研究所|秘书处|委员会|办公室|协会|学会|编辑部|基金会|联盟|大学|学院|出版社|事务局|组委会|(?:新闻|编辑|秘书|宣传|会务|课题)组)(?:\s*(?:主办|编印|编发|编|印))?$",
    re.IGNORECASE,
)
_PUBLISHED_BY = re.compile(
    r"\s*(?:(?:published|issued|publisher)(?: by)?\s*[:：]?\s*|"
    r"(?:主办|编印|编辑|发布|出版)(?:单位|者)?\s*[:：]\s*)",
    re.IGNORECASE,
)
# What issues a sheet, in one line with the day below the name of the series, whatever it is called.
_UNIT = re.compile(r"[^\s，。：；、“”《》]{3,30}[部处室局委办院会组社厅科站馆司团府校]")
_WEEKDAYS = {"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"}
_TIME = re.compile(
    r"\b\d{1,2}[:：]\d\d(?:[:：]\d\d)?\b(?:\s?[ap]\.?m\b\.?)?|\b\d{1,2}\s?[ap]\.?m\b\.?", re.IGNORECASE
)
# "MONDAY, APRIL 7 – 6:30 P.M." ends with no sentence's stop.
_ENDS_WITH_TIME = re.compile(r"\d\s?[ap]\.m\.$", re.IGNORECASE)
_WORD = re.compile(r"\w")
_BESIDE = " \t\u3000,，;；|｜·•"  # what parts a line's number and date from its other words
# The number of an official letter, with whose it is: 雨水发〔2026〕12号.
_REFERENCE = re.compile(r"[^\W\d_]{1,12}[〔\[［【（(](?:19|20)\d\d年?[〕\]］】）)]\s*第?\s*\d{1,4}\s*号")
_FILLERS = frozenset(["bulletin", "issue", "brief", "of", "and", "date", "the", "published", "on"]) | {
    "编",
    "期",
    "日期",
    "出版",
    "年",
}
_YEAR = re.compile(r"(?:19|20)\d\d年?|增刊|特刊")
_LONGEST_LINE = 220
_MARKING = re.compile(
    r"[【\[（(★\s]*(?:内部(?:资料|材料|文件|刊物|情况|交流|使用|参阅)|秘密|机密|绝密|仅供[^，。]{0,12}参[阅考]|注意保存"
    r"|不得外传|confidential|for internal use)",
    re.IGNORECASE,
)
# What kind of sheet it is, above its headline.
_OF_PRESS = re.compile(
    r"[*\s]*(?:(?:for )?immediate release|(?:press|news|media) (?:release|statement|advisory|note)|"
    r"embargo(?:ed)? until .{4,40}|新闻稿|新聞稿|新闻通稿|即时发布|即時發[布佈])[\s*:：—–-]*",
    re.IGNORECASE,
)
# "Minutes of the Weir Committee" is a title, for all that it names who met.
_OF_MEETING = re.compile(
    r"\s*(?:(?:draft|approved|summary|final|regular|special|annual|ordinary|extraordinary) )*"
    r"(?:minutes|notes|report|record|summary|transcript|proceedings|meeting)\b",
    re.IGNORECASE,
)
_OF_INTERVIEW = re.compile(r"\s*(?:an? |the )?(?:interview|conversation|talk|q&a|questions)\b", re.IGNORECASE)
_OPENS_HAN = re.compile(
    r"(?:内容|內容|议程|議程|议题|議題|发言|發言|讨论|討論|要点|要點|摘要|正文|事项|事項|情况|情況)[:：]$"
)
_OPENS = re.compile(
    r"\s*(?:[a-z]+ )?(?:agenda|discussions?|notes|minutes|summary|highlights|key points|proceedings|content|overview|"
    r"introduction|background)\s?[:：]\s*",
    re.IGNORECASE,
)
# 同志们： begins a speech.
_LEADS_UP_HAN = re.compile(
    r"[，。；]|^现将|如下[:：]$|^(?:尊敬的|各位|同志们|同学们|朋友们|女士们|先生们|大家)"
)
_LONGEST_MARKING = 40
_LONGEST_DATED = 400  # letters of a first paragraph that may tell when it was
_WORDS_OF_SENTENCE = 12
_MOSTLY = 0.8
_BOLD = 8  # the rank of a bold line among headings
_WORDS_OF_PUBLISHER = 5  # a longer line that names an institution is a title, where there is no other
_PUBLISHER_END = re.compile(r"\s*(?:主办|编印|编发|编|印)$")
_ENDS_OF_UNITS = ("论坛", "公司", "集团", *"局委部厅会院社办校馆站所处室署台团")
_SUPPLEMENT = re.compile(r"(?:增刊|特刊|专刊)\s*第?\s*[\d一二三四五六七八九十]*\s*期?")
_MEETING = re.compile(
    r"(?:会议|活动)?(?:时\s*间|地\s*点|日\s*期)\s*[:：|｜丨]"
    r"|(?:应|实)\s*到.{0,6}[:：]|(?:承办|协办|指导|支持|学术支持|媒体支持|协作)(?:单位|方|机构)?\s*[:：]"
    # What web pages print below a title: 作者:　发布时间:2023-02-25　来源:…
    r"|(?:作者|来源|文章来源|发布者|发布人|发布时间|发布日期|编辑)[:：].*(?:时间|日期|来源|浏览|点击|阅读)(?:次数|量)?[:：]"
)
_PRESENT = re.compile(
    r"\s*(?:主\s*持\s*人?|(?:出\s*席|参\s*加|与\s*会|参\s*会|列\s*席|到\s*会)\s*(?:人\s*员?|者|嘉宾|专家|代表)?)\s*[:：]"
)
_COUNTED = re.compile(r"[\u4e00-\u9fff]\s*[（(][^（）()]{1,3}[）)]$")
_RUBRIC = re.compile(r"【([^【】]{2,12})】")
_HAS_HAPPENED = re.compile(
    r"(?:举行|召开|举办|开幕|闭幕|落幕|圆满结束)$|\b(?:minutes|agenda)$", re.IGNORECASE
)
# "Interview with Ada Berg, by Ivo Lund", "Yesterday’s highlights"
_TELLS_OF_WHAT_FOLLOWS = re.compile(
    r"(?:an |the )?(?:interview|conversation|talk|q&a|report|reports|notes|key)\b|(?:by|with|from)\s",
    re.IGNORECASE,
)
_SUBTITLE = re.compile(r"\s*(?:—{1,2}|--)\s*(?=\S)")


class Head(msgspec.Struct):
    """What the head tells so far. `printed` has the folded lines, to know them when printed again.

    `headed` is whether a heading told the publisher; `opening` are lines that the text begins with.
    """

    fields: dict[str, Any] = {}
    findings: list[Finding] = []
    candidates: list[tuple[Block, str]] = []
    printed: set[str] = set()
    authors: list[str] = []
    headed: bool = False
    opening: list[Block] = []


def is_line(block: Block) -> bool:
    """Whether a block may stand in a masthead: a heading, or a short paragraph that is no sentence."""
    text = line_of(block)
    runs = is_han(text) and "。" in text[:-1]  # sentences, though the last has no stop
    short = len(text) <= _LONGEST_LINE and not block.marker and not _leads_up(text) and not runs
    said = label_of(text, "en") if ends_sentence(text) and not is_han(text) else None
    if said and is_person(said[0]):
        return False  # a record begins: "Tom Arden: How long have you been here?"
    return short and (
        block.kind == "heading" or not ends_sentence(text) or all_strong(block.runs) or is_headline(text)
    )


def is_headline(text: str) -> bool:
    """Whether nearly all longer words of a line begin with a capital, as in English titles.

    A long line that ends with a stop is a sentence that names many: "The panel brought together Ada Berg, …".
    """
    if text.endswith(".") and text.count(" ") >= _WORDS_OF_SENTENCE and not _ENDS_WITH_TIME.search(text):
        return False
    longer = [word for word in re.findall(r"[^\W\d_][\w’'-]*", text) if len(word) > 3 and not is_han(word)]
    return len(longer) > 2 and sum(word[0].isupper() for word in longer) >= _MOSTLY * len(longer)


def _leads_up(text: str) -> bool:
    """Whether a line ends with a colon and opens a text: 现将主要观点摘编如下：, 会议内容：, "Summary:"."""
    if not text.endswith(("：", ":")):
        return False
    if is_han(text):
        return _LEADS_UP_HAN.search(simplified(text)) is not None or _OPENS_HAN.search(text) is not None
    return _OPENS.fullmatch(text) is not None


def take(head: Head, block: Block) -> None:
    """Take one block of the masthead, line by line; what is neither number, date nor publisher may be a title."""
    open_lines: list[Runs] = []
    for line in lines(block.runs):
        text = text_of(line)
        known = "publisher" in head.fields
        if take_line(head, text):
            head.headed |= block.kind == "heading" and not known and "publisher" in head.fields
            continue
        if "series_title" not in head.fields and is_series(text) and block.label != "title":
            _take_titles(head, msgspec.structs.replace(block, runs=line), _series_of(head, text, open_lines))
        elif open_lines and date_in(text):
            head.findings.append(unplaced(text, "in the masthead"))  # "Weir Room, 4 June 2026": no title
        else:
            open_lines.append(line)
    if open_lines:
        text = " ".join(text_of(line) for line in open_lines)
        _take_titles(head, msgspec.structs.replace(block, runs=open_lines[0]), " ".join(text.split()))


def _series_of(head: Head, text: str, above: list[Runs]) -> str:
    """Give the name of a series: below a line that tells whose it is, 简　报 alone goes together with that."""
    word = "".join(text.split())
    if word in BARE_SERIES and "publisher" not in head.fields and len(above) + len(head.candidates) == 1:
        whose = text_of(above.pop()) if above else head.candidates.pop()[1]
        return f"{whose.strip()}{word}"
    return " ".join(text.split())


def take_line(head: Head, line: str) -> bool:
    """Take number, volume, date, ISSN, publisher and marking from a line; tell whether that was all of it."""
    plain = simplified(line)
    if len(line) <= _LONGEST_MARKING and _MARKING.match(plain):
        told = [head.fields.get("marking", ""), " ".join(line.split())]
        head.fields["marking"] = " ".join(filter(None, told))
        return True
    # Who was there has been taken where it was for sure a list of people.
    if _OF_PRESS.fullmatch(plain) or _MEETING.match(plain) or _PRESENT.match(plain):
        _numbers(head, plain)
        head.findings.append(unplaced(line, "in the masthead"))
        return True
    if (rubric := _RUBRIC.fullmatch(line)) and "series_title" not in head.fields:
        head.fields["series_title"] = rubric[1]
        return True
    if _SUPPLEMENT.fullmatch(plain) and "series_title" in head.fields:
        head.fields["series_title"] += f" {line}"
        return True
    rest = _numbers(head, plain)
    if rest != plain and _REFERENCE.fullmatch(plain) and not names_series(plain):
        head.findings.append(unplaced(line, "in the masthead"))
        return True
    return _is_all(head, line, plain, rest) or _take_publisher(head, line, plain, rest)


def _is_all(head: Head, line: str, plain: str, rest: str) -> bool:
    """Whether what is left of a line beside number and date is nothing, or whoever wrote it."""
    fillers = _FILLERS
    if rest != plain:
        rest = _TIME.sub(" ", rest).lstrip(_BESIDE)
        fillers = _FILLERS | _WEEKDAYS  # of a date, its weekday
        if _take_byline(head, rest):
            return True
    elif (another := date_in(plain)) and not _WORD.search(plain[: another[1][0]] + plain[another[1][1] :]):
        head.findings.append(unplaced(line, "in the masthead"))
        return True
    return all(word in fillers or _YEAR.fullmatch(word) for word in fold(rest).split())


def _take_publisher(head: Head, line: str, plain: str, rest: str) -> bool:
    rest = rest if rest == plain else rest.strip(_BESIDE)
    place = plain.find(rest)
    named = _PUBLISHED_BY.match(rest)
    # A line that tells the publisher may tell number and date as well.
    edits = is_han(rest) and rest != plain and _PUBLISHER_END.search(rest)
    dated = rest != plain and "series_title" in head.fields and _UNIT.fullmatch(rest)
    told = any(pattern.match(rest) for pattern in (_OF_MEETING, _OF_INTERVIEW)) or _HAS_HAPPENED.search(rest)
    of_people = byline(rest) is not None or gives_words(rest) or is_of_somebody(rest)
    institution = named or edits or dated or (_PUBLISHER.search(rest) and not (told or of_people))
    if place >= 0 and institution and not names_series(rest):
        kept = line[place : place + len(rest)][named.end() if named and rest == line else 0 :].strip()
        kept = _PUBLISHER_END.sub("", kept) if is_han(kept) else re.sub(r"^[Bb]y\s+", "", kept)
        fits = _set(head, "publisher", kept)
        return fits or (bool(named or edits or dated) and _is_beside_publisher(head, line))
    return False


def _is_beside_publisher(head: Head, line: str) -> bool:
    """Tell of 主办单位：… beside who issues the sheet: it is no title."""
    if is_han(line):
        head.findings.append(unplaced(line, "in the masthead"))
    return is_han(line)


def _numbers(head: Head, line: str) -> str:
    rest = line
    for field, pattern in (("issn", _ISSN), ("volume", _VOLUME), ("number", _NUMBER)):
        found = pattern.search(rest)
        if found is None or field in head.fields:
            continue
        figure = next(group for group in found.groups() if group)
        head.fields[field] = figure if field == "issn" else number_of(figure)
        rest = rest[: found.start()] + " " + rest[found.end() :]
    dated = date_in(rest)
    if dated is not None and head.fields.get("date", dated[0]) == dated[0]:
        head.fields["date"], (start, end) = dated
        rest = rest[:start] + " " + rest[end:]
    return rest


def _set(head: Head, field: str, value: str) -> bool:
    if field in head.fields:
        return fold(head.fields[field]) == fold(value)
    head.fields[field] = value
    head.printed.add(fold(value))
    return True


def _take_titles(head: Head, block: Block, text: str) -> None:
    if block.label == "series-title" or (
        is_series(text) and block.label != "title" and "series_title" not in head.fields
    ):
        _set(head, "series_title", text)
    elif fold(text) not in head.printed:
        head.candidates.append((block, text))


def has_title(head: Head) -> bool:
    """Whether some line may be the title."""
    return bool(head.candidates)


def settle(head: Head) -> None:
    """Choose the title among the lines left open: Word's Title, the biggest heading, the last bold line."""
    _take_authors(head)
    _join_subtitles(head)
    series = str(head.fields.get("series_title") or "")
    if "number" not in head.fields and _COUNTED.search(series) and (number := zh.number_in(series)):
        head.fields["number"] = number  # …简报（三） has no other line that tells it
    if head.candidates:
        best = min(range(len(head.candidates)), key=lambda place: _rank(head, place))
        _, title = head.candidates.pop(best)
        head.fields["title"] = title
        head.printed.add(fold(title))
    elif "series_title" in head.fields:
        head.fields["title"] = head.fields.pop("series_title")
    elif head.headed or len(str(head.fields.get("publisher", "")).split()) > _WORDS_OF_PUBLISHER:
        head.fields["title"] = head.fields.pop("publisher")
    others = [(block, text) for block, text in head.candidates if fold(text) not in head.printed]
    head.opening = [block for block, text in others if gives_words(text)]
    _place_others(head, [text for _, text in others if not gives_words(text)])


def _join_subtitles(head: Head) -> None:
    """A line that a dash opens goes on with the title above it, as Chinese titles do."""
    lines_: list[tuple[Block, str]] = []
    for block, text in head.candidates:
        if lines_ and is_han(text) and _SUBTITLE.match(text):
            title, above = lines_[-1]
            lines_[-1] = title, f"{above}{text.strip()}"
        else:
            lines_.append((block, text))
    head.candidates = lines_


def _take_authors(head: Head) -> None:
    """Take the line of whoever wrote it: "By Ada Berg", or below a title a name and nothing else."""
    kept: list[tuple[Block, str]] = []
    for block, text in head.candidates:
        plainly = block.kind == "paragraph" and block.label != "title" and not all_strong(block.runs)
        if kept and plainly and is_of_somebody(text):
            head.authors.append("".join(text.split()) if is_han(text) else text)
        elif not _take_byline(head, text) or gives_words(text):
            kept.append((block, text))
    head.candidates = kept or head.candidates


def _take_byline(head: Head, text: str) -> bool:
    """Take who wrote it, with what the line says before them; tell whether a line tells that."""
    found = byline(text)
    if found:
        head.authors.extend(found.people)
        if found.label:
            head.fields["summarized_label"] = found.label
    return found is not None


def _place_others(head: Head, texts: list[str]) -> None:
    """A line that is left over beside the title is the publisher's, if that has no line of its own."""
    if len(texts) == 1 and "publisher" not in head.fields and _may_publish(texts[0]):
        head.fields["publisher"] = texts.pop()
    head.findings.extend(unplaced(text, "in the masthead") for text in texts)


def _may_publish(text: str) -> bool:
    if not is_han(text):
        told = _TELLS_OF_WHAT_FOLLOWS.match(text) or _HAS_HAPPENED.search(text) or names_writer(text)
        return ":" not in text and not ends_sentence(text) and not told and date_in(text) is None
    return _PUBLISHER.search(text) is not None or text.endswith(_ENDS_OF_UNITS)


def take_date_of_text(head: Head, text: str) -> None:
    """Take the date that the first paragraph tells, where the head tells none: "FENMARK, Sep 5 2023 – …".

    Of two days, neither is surely the meeting's.
    """
    text = simplified(text[:_LONGEST_DATED])
    found = date_in(text)
    if found is None or "date" in head.fields:
        return
    day, (start, end) = found
    if date_in(f"{text[:start]} {text[end:]}") is None:
        head.fields["date"] = day


def _rank(head: Head, place: int) -> tuple[bool, int, int, int]:
    block, text = head.candidates[place]
    labelled = 0 if block.label == "title" else 1
    level = block.level if block.kind == "heading" else _BOLD if all_strong(block.runs) else 9
    # Of plain lines, the first; what stands in bold or as a heading has the title below what it is of.
    somebody = is_han(text) and is_han_name("".join(text.split()))
    return somebody, labelled, level, place if level > _BOLD else -place


def is_repeat(head: Head, block: Block) -> bool:
    """Whether a block prints the titles once more."""
    line = line_of(block)
    if len(line) > 2 * _LONGEST_LINE:
        return False
    text = fold(line)
    titles = [fold(head.fields.get(field) or "") for field in ("series_title", "title", "publisher")]
    wholes = {*titles, " ".join(titles[:2]).strip(), " ".join(reversed(titles[:2])).strip()} - {""}
    return text in wholes
