"""Where the masthead ends: which of the first blocks stand in it, and which open the text below it."""

import itertools
import re

from bulletins.document import LanguageCode
from bulletins.manuscript import attendance, tables_of_sayings
from bulletins.manuscript.blocks import Block, all_strong, ends_sentence, line_of, text_of
from bulletins.manuscript.body import Body, opens_section
from bulletins.manuscript.bylines import byline
from bulletins.manuscript.common_words import may_be_called
from bulletins.manuscript.head_labels import label_before
from bulletins.manuscript.latin_names import is_person, names_in
from bulletins.manuscript.masthead import Head, has_title, is_line, take_line
from bulletins.manuscript.openings import QUESTION, ordinal_of
from bulletins.manuscript.people_taken import END_OF_PEOPLE
from bulletins.manuscript.signed_quotations import is_signed
from bulletins.manuscript.turns import label_of
from bulletins.manuscript.vocabulary import NOTE
from forum.scripts import is_han, simplified

_NUMBERED = re.compile(
    r"\s*(?:[IVX]+[.、:]|[一二三四五六七八九十]+、|\d+[.、]|议题[一二三四五六七八九十]*[：:]|第[一二三四五六七八九十]+(?:部分|章|节|篇|单元)[\s、：])"
)
_AGENDA_ITEM = re.compile(r"议题[一二三四五六七八九十\d]")
_HAN_SECTION = re.compile(r"\s*[一二三四五六七八九十]{1,3}、\S")
# 令狐野提出三点建议：
_HAN_LEAD = re.compile(
    r"[\u4e00-\u9fff]{4,}(?:提出|指出|表示|强调|认为|建议|介绍|提議|強調|認為|建議|介紹)[^，。；：:]{0,16}[：:]$"
)
_DEED = re.compile(r" [a-z]{2,}ed (?!by\b)")
_MOST_SPACES_OF_LABEL = 2  # "Date of issue:"
_FEWEST_BELOW_HEADLINE = 3


def is_headline_of(blocks: list[Block], language: LanguageCode) -> bool:
    """Whether the first line tells whose words a text reports, as headlines do: “Lund: We pay for drains”."""
    if len(blocks) < _FEWEST_BELOW_HEADLINE or not is_line(blocks[0]):
        return False
    first, second = line_of(blocks[0]), line_of(blocks[1])
    return not ends_sentence(first) and not first.endswith((":", "：")) and label_of(second, language) is None


def in_masthead(head: Head, blocks: list[Block], place: int) -> bool:
    """Whether the block at a place is of the masthead, of which all before it are."""
    block = blocks[place]
    if block is END_OF_PEOPLE:
        return not has_title(head)
    if block.kind == "rule" or block.label == "head":
        return True
    if block.label == "row":
        beside = not has_title(head) or _tells_of_the_sheet(line_of(block))
        return beside and not tables_of_sayings.is_of_sayings(blocks[place:])
    text = line_of(block)
    # Above items of an agenda, 会议纪要 is all the title that there is.
    numbered = (
        _AGENDA_ITEM.match(text)
        or (block.kind == "heading" and _NUMBERED.match(text))
        or _HAN_SECTION.match(text)
    )
    titled = numbered and "series_title" in head.fields
    if not is_line(block) or _opens_text(block) or titled:
        return False
    if not has_title(head) or "title" in block.label:
        return True
    asks = text.endswith(("?", "？")) and (block.kind == "heading" or all_strong(block.runs))
    return not asks and not _begins(block, text) and _is_below_title(head, blocks, place)


def _tells_of_the_sheet(text: str) -> bool:
    """Whether a row of a table tells its number, its date or who publishes it; other tables are of the text."""
    told = Head()
    return take_line(told, text) and bool(told.fields)


def _is_below_title(head: Head, blocks: list[Block], place: int) -> bool:
    """Whether a line below the title goes with it, and heads nothing of the text."""
    block = blocks[place]
    if block.kind == "paragraph":
        return not (
            all_strong(block.runs) and (QUESTION.match(line_of(block)) or _heads_a_list(blocks, place))
        )
    return block.level <= _title_level(head) + 1 and not _heads_something(head, blocks, place)


def _opens_text(block: Block) -> bool:
    """Whether a line is of the text below the masthead: a note, a point, a list of who was there."""
    text = line_of(block)
    rows = text_of(block.runs)
    listed = any(map(attendance.is_list, rows.split("\n"))) or attendance.has_names_in_lines(rows)
    listed = listed or attendance.is_roll(rows)
    listed = listed and byline(rows) is None
    spoken = block.kind == "paragraph" and _is_spoken(block)
    told = NOTE.match(simplified(text)) or ordinal_of(text) or is_signed(text)
    return bool(told) or block.label == "lede" or listed or spoken


def _is_spoken(block: Block) -> bool:
    """Whether several lines begin with labels, one with what may be somebody's name: "Ada: It leaks", "Teal: Why"."""
    lines = text_of(block.runs).split("\n")
    labels = [label[0] for line in lines if (label := label_before(line))]
    whose = any(is_person(label) or (" " not in label and may_be_called(label)) for label in labels)
    return len(lines) == len(labels) > 1 and whose and not any(map(_tells_of_the_sheet, lines))


def _begins(block: Block, text: str) -> bool:
    """Whether a line below the title opens the text: with whose words follow, who was there, a section's numeral."""
    labelled = is_han(text) and label_of(text, "zh") is not None
    numbered = opens_section(block, Body()) and _NUMBERED.match(text) is not None
    listed = attendance.is_row(text) and byline(text) is None
    return labelled or numbered or listed or _leads_up(block, text) or _tells_of_a_deed(text)


def _tells_of_a_deed(text: str) -> bool:
    """Whether a line tells what somebody did, be it without a stop: "Mayor Berg called the meeting to order"."""
    name = next(names_in(text), None)
    if name is None or text[: name.start].strip() != name.before:
        return False
    return _DEED.match(text, name.end) is not None


def _leads_up(block: Block, text: str) -> bool:
    """Whether a line leads up to what stands below it: "Ada Berg said that two things matter:"."""
    if block.kind != "paragraph":
        return False
    sentence = text.endswith(":") and text.count(" ") > _MOST_SPACES_OF_LABEL
    return sentence or _HAN_LEAD.search(text) is not None


def _title_level(head: Head) -> int:
    return min((block.level for block, _ in head.candidates if block.kind == "heading"), default=0)


def _heads_a_list(blocks: list[Block], place: int) -> bool:
    """Whether the items of a list stand right below a line: "Key points"."""
    below = _place_below(blocks, place)
    return below is not None and bool(blocks[below].marker)


def _heads_something(head: Head, blocks: list[Block], place: int) -> bool:
    """Whether a heading heads the text right below it, or below the title a smaller heading that does."""
    below = _place_below(blocks, place)
    if below is None:
        return False
    block = blocks[below]
    if block.kind == "heading":
        deeper = _title_level(head) < blocks[place].level < block.level
        return deeper and _heads_something(head, blocks, below)
    text = line_of(block)
    running = not is_line(block) or _leads_up(block, text) or attendance.is_roll(text_of(block.runs))
    running = running and block.kind == "paragraph" and not NOTE.match(simplified(text))
    return running or bool(block.marker) or block.label == "row"


def _place_below(blocks: list[Block], place: int) -> int | None:
    """Give where the next block stands that is no rule."""
    following = itertools.islice(enumerate(blocks), place + 1, None)
    return next((at for at, block in following if block.kind != "rule"), None)
