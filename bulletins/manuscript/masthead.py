"""Read the head of a bulletin: number, volume, date, publisher, series title, title."""

import re
from typing import Any

import msgspec

from bulletins.document import Finding, RoleName, RosterEntry
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
from bulletins.manuscript.han_names import is_name as is_han_name
from bulletins.manuscript.latin_names import is_person
from bulletins.manuscript.vocabulary import date_in, number_of
from forum.scripts import is_han, simplified
from speakers.names import fold, key

_VOLUME = re.compile(
    r"\bvol(?:ume)?\s*\.?\s*(\d+)|\btotal\s+(?:no|issue)\s*\.?\s*(\d+)|总\s*第?\s*([\d一二三四五六七八九十百〇]+)\s*期",
    re.IGNORECASE,
)
_NUMBER = re.compile(
    r"\b(?:issue\s+no|issue|number|no)\b\s*\.?\s*(\d+)|(?<!增刊)(?<!特刊)第\s*([\d一二三四五六七八九十〇]+)\s*期",
    re.IGNORECASE,
)
_ISSN = re.compile(r"\bISSN\s*[:：]?\s*([0-9]{4}-?[0-9]{3}[0-9Xx])", re.IGNORECASE)
_SERIES = re.compile(
    r"\b(bulletin|briefing|newsletter|digest|proceedings in brief)\b|简报|快报|专报|会刊|通讯|动态"
    r"|要报|内部参考|内参|参阅|会议纪要|学刊|季刊|增刊",
    re.IGNORECASE,
)
_PUBLISHER = re.compile(
    r"\b(cent(?:er|re)|institute|secretariat|foundation|association|"
    r"office|council|committee|university|press|department|ministry|"
    r"academy|society|bureau|agency|observatory|trust|union|federation|"
    r"guild)\b"
    r"|(?:中心|研究院|研究所|秘书处|委员会|办公室|协会|学会|编辑部|基金会|联盟|大学|学院|出版社|事务局|组委会)(?:\s*(?:主办|编印|编发|编|印))?$",
    re.IGNORECASE,
)
_PUBLISHED_BY = re.compile(
    r"\s*(?:(?:published|issued|publisher)(?: by)?\s*[:：]?\s*|(?:主办|编印|编辑|发布|出版)(?:单位|者)?\s*[:：]\s*)",
    re.IGNORECASE,
)
_WEEKDAYS = {"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"}
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
    r"[【\[（(★\s]*(?:内部资料|内部参阅|秘密|机密|绝密|仅供[^，。]{0,12}参[阅考]|注意保存"
    r"|不得外传|confidential|for internal use)",
    re.IGNORECASE,
)
# "Minutes of the Weir Committee" is a title, for all that it names who met.
_OF_MEETING = re.compile(
    r"\s*(?:draft |approved |summary |final )?(?:minutes|notes|report|record|summary|transcript|proceedings|meeting)\b",
    re.IGNORECASE,
)
_LONGEST_MARKING = 40
_LONGEST_PADDED = 10  # letters and spaces of a series that is set wide: 专　报
_MOSTLY = 0.8
_WORDS_OF_PUBLISHER = 5  # a longer line that names an institution is a title, where there is no other
_BY = re.compile(
    r"\s*(?:by:?\s+(?=[A-Z])|(?:作者|文|文字|记者|通讯员|author)\s*[:：/／|｜丨]\s*)", re.IGNORECASE
)
_PUBLISHER_END = re.compile(r"\s*(?:主办|编印|编发|编|印)$")
_SUPPLEMENT = re.compile(r"(?:增刊|特刊|专刊)\s*第?\s*[\d一二三四五六七八九十]*\s*期?")
_MEETING = re.compile(
    r"(?:会议|活动)?(?:时\s*间|地\s*点|日\s*期)\s*[:：]"
    # What web pages print below a title: 作者:　发布时间:2023-02-25　来源:…
    r"|(?:作者|来源|文章来源|发布者|发布人|发布时间|发布日期|编辑)[:：].*(?:时间|日期|来源|浏览|点击|阅读)(?:次数|量)?[:：]"
)
_PRESENT = re.compile(
    r"\s*(?:(主\s*持\s*人?)|(?:出\s*席|参\s*加|与\s*会|参\s*会|列\s*席|到\s*会)\s*(?:人\s*员?|者|嘉宾|专家|代表)?)\s*[:：]"
)
_ROW = re.compile(r"[、,，;；\s\u3000]+")
_HAN_NAME = re.compile(r"[\u4e00-\u9fff]{2,4}")
_SUBTITLE = re.compile(r"\s*(?:—{1,2}|--)\s*(?=\S)")


class Head(msgspec.Struct):
    """What the head tells so far. `printed` has the folded lines, to know them when printed again."""

    fields: dict[str, Any] = {}
    findings: list[Finding] = []
    candidates: list[tuple[Block, str]] = []
    printed: set[str] = set()
    authors: list[str] = []
    present: list[RosterEntry] = []


def is_line(block: Block) -> bool:
    """Whether a block may stand in a masthead: a heading, or a short paragraph that is no sentence."""
    if block.kind == "rule":
        return True
    text = line_of(block)
    runs = is_han(text) and "。" in text[:-1]  # sentences, though the last has no stop
    short = len(text) <= _LONGEST_LINE and not block.marker and not _leads_up(text) and not runs
    return short and (
        block.kind == "heading" or not ends_sentence(text) or all_strong(block.runs) or is_headline(text)
    )


def is_headline(text: str) -> bool:
    """Whether nearly all longer words of a line begin with a capital, as in English titles."""
    longer = [word for word in re.findall(r"[^\W\d_][\w’'-]*", text) if len(word) > 3 and not is_han(word)]
    return len(longer) > 2 and sum(word[0].isupper() for word in longer) >= _MOSTLY * len(longer)


def _leads_up(text: str) -> bool:
    """Whether a Chinese line ends with a colon after a sentence or a clause: 现将主要观点摘编如下： opens a text."""
    leads = re.search(r"[，。；]|^现将|如下[:：]$", simplified(text)) is not None
    return is_han(text) and text.endswith(("：", ":")) and leads


def take(head: Head, block: Block) -> None:
    """Take one block of the masthead, line by line; what is neither number, date nor publisher may be a title."""
    open_lines: list[Runs] = []
    for line in lines(block.runs):
        text = text_of(line)
        if take_line(head, text):
            continue
        if "series_title" not in head.fields and _is_series(text) and block.label != "title":
            _take_titles(head, msgspec.structs.replace(block, runs=line), " ".join(text.split()))
        else:
            open_lines.append(line)
    if open_lines:
        text = " ".join(text_of(line) for line in open_lines)
        _take_titles(head, msgspec.structs.replace(block, runs=open_lines[0]), " ".join(text.split()))


def take_line(head: Head, line: str) -> bool:
    """Take number, volume, date, ISSN, publisher and marking from a line; tell whether that was all of it."""
    plain = simplified(line)
    if len(line) <= _LONGEST_MARKING and _MARKING.match(plain):
        told = [head.fields.get("marking", ""), " ".join(line.split())]
        head.fields["marking"] = " ".join(filter(None, told))
        return True
    if _MEETING.match(plain):
        _numbers(head, plain)
        head.findings.append(unplaced(line.strip(), "in the masthead"))
        return True
    if _SUPPLEMENT.fullmatch(plain.strip()) and "series_title" in head.fields:
        head.fields["series_title"] += f" {line.strip()}"
        return True
    if people := _present(line):
        head.present.extend(one for one in people if one.name not in {known.name for known in head.present})
        return True
    rest = _numbers(head, plain)
    fillers = _FILLERS | _WEEKDAYS if rest != plain else _FILLERS  # of a date, its weekday
    words = [word for word in fold(rest).split() if word not in fillers and not _YEAR.fullmatch(word)]
    if not words:
        return True
    place = plain.find(rest.strip())
    named = _PUBLISHED_BY.match(rest)
    # A line that tells the publisher may tell number and date as well.
    edits = is_han(rest) and rest != plain and _PUBLISHER_END.search(rest.strip())
    institution = named or edits or (_PUBLISHER.search(rest.strip()) and not _OF_MEETING.match(rest))
    if place >= 0 and institution and not _SERIES.search(rest):
        kept = line[place : place + len(rest.strip())][named.end() if named and rest == line else 0 :].strip()
        return _set(head, "publisher", _PUBLISHER_END.sub("", kept) if is_han(kept) else kept)
    return False


def _present(line: str) -> list[RosterEntry]:
    """Read who was there: 主 持 人：令狐野; 出席：令狐野、端木晴. Nobody where something else stands in the row."""
    label = _PRESENT.match(simplified(line))
    pieces = [piece for piece in _ROW.split(line[label.end() :].strip(" 。.")) if piece] if label else []
    role: RoleName | None = "moderator" if label and label[1] else None
    named = all(_HAN_NAME.fullmatch(piece) for piece in pieces)
    return [RosterEntry(speaker=key(piece), name=piece, role=role) for piece in pieces] if named else []


def _is_series(text: str) -> bool:
    plain = simplified(text)
    padded = len(plain) <= _LONGEST_PADDED and is_han(plain)
    return _SERIES.search("".join(plain.split()) if padded else plain) is not None


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
        _is_series(text) and block.label != "title" and "series_title" not in head.fields
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
    if head.candidates:
        best = min(range(len(head.candidates)), key=lambda place: _rank(head, place))
        _, title = head.candidates.pop(best)
        head.fields["title"] = title
        head.printed.add(fold(title))
    elif "series_title" in head.fields:
        head.fields["title"] = head.fields.pop("series_title")
    elif len(str(head.fields.get("publisher", "")).split()) > _WORDS_OF_PUBLISHER:
        head.fields["title"] = head.fields.pop("publisher")
    _place_others(head, [text for _, text in head.candidates if fold(text) not in head.printed])


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
        by = _BY.match(text)
        name = text[by.end() :].partition("/")[0].strip() if by else text
        bare = "".join(name.split())
        plainly = block.kind == "paragraph" and block.label != "title" and not all_strong(block.runs)
        han = is_han(bare) and is_han_name(bare) and bool(kept) and plainly
        if (by and (is_person(name) or is_han_name(bare))) or han:
            head.authors.append(bare if is_han(bare) else name)
        else:
            kept.append((block, text))
    head.candidates = kept or head.candidates


def _place_others(head: Head, texts: list[str]) -> None:
    """A line that is left over beside the title is the publisher's, if that has no line of its own."""
    if len(texts) == 1 and "publisher" not in head.fields:
        head.fields["publisher"] = texts.pop()
    head.findings.extend(unplaced(text, "in the masthead") for text in texts)


def _rank(head: Head, place: int) -> tuple[int, int, int]:
    block, _ = head.candidates[place]
    labelled = 0 if block.label == "title" else 1
    level = block.level if block.kind == "heading" else 8 if all_strong(block.runs) else 9
    return labelled, level, -place


def is_repeat(head: Head, block: Block) -> bool:
    """Whether a block prints the titles once more."""
    line = line_of(block)
    if len(line) > 2 * _LONGEST_LINE:
        return False
    text = fold(line)
    titles = [fold(head.fields.get(field) or "") for field in ("series_title", "title", "publisher")]
    wholes = {*titles, " ".join(titles[:2]).strip(), " ".join(reversed(titles[:2])).strip()} - {""}
    return text in wholes
