"""Titles of talks that tell who gives them, as notes of conferences do: "Why weirs leak (Ada Berg, Weir Office)".

Who gives a talk stands before its title or behind it, in brackets, behind a dash or a colon; or in a line of its own
below it. Where a text has several such titles of different people, what stands below each is a section of its own.
"""

import itertools
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

import msgspec

from bulletins.document import LanguageCode
from bulletins.manuscript.blocks import (
    Block,
    Run,
    all_strong,
    cut,
    ends_sentence,
    line_of,
    lines,
    stripped,
    text_of,
)
from bulletins.manuscript.common_words import may_be_given_name
from bulletins.manuscript.han_names import is_name, is_only_word
from bulletins.manuscript.latin_names import is_person, without_honorific
from bulletins.manuscript.talk_heads import tells_topic
from bulletins.manuscript.vocabulary import HAN_POST, POSTS

_FEWEST = 2
_LONGEST = 160
_LONGEST_BYLINE = 100
_LONGEST_HEAD = 20  # blocks
_LEVEL = 2  # of a title; a line below it that tells who gives the talk is one deeper
_TIME = r"\d{1,2}[:.h]\d\d(?:\s?[ap]\.?m\.?)?"
HOUR = rf"{_TIME}(?:\s?[–—-]\s?{_TIME})?(?:\s?[–—|:-])?\s+"  # "10:00–10:30: "
# What stands before such a title: the hour, a number, "Talk 3:".
_BEFORE = re.compile(
    rf"^(?:{HOUR}"
    r"|(?:\d{1,2}|[IVX]{1,4})[.)]\s+|\d{1,2}[．、]\s*|[一二三四五六七八九十]{1,3}、\s*|[（(][一二三四五六七八九十\d]{1,3}[）)]\s*"
    r"|(?:keynote|talk|session|presentation|lecture|paper|speech|(?:主旨)?(?:报告|演讲))\s?[\d一二三四五六七八九十]{0,2}\s?[:：–—]\s*)+",
    re.IGNORECASE,
)
# Of a line, and of no sentence: "It took ten minutes."
_MINUTES = re.compile(
    r"\bminutes\b|\bagenda\b|^\W*(?:present|apologies)\s*(?::|$)|纪要|紀要|^\W*(?:出席|列席|缺席|记录)",
    re.IGNORECASE,
)
_WHO = re.compile(
    r"(?P<name>[^(),:–—|“”\"]{3,60}?)(?:\s\((?P<bracket>[^()]{2,90})\)|,\s(?P<credit>[^:;“”\"()]{2,110}))?"
)
_WHO_HAN = re.compile(
    rf"(?P<post>[^，。：:（）()《》“”|—\s]{{2,30}}?(?:{HAN_POST})\s?)?(?P<name>[\u4e00-\u9fff·]{{2,5}}?)(?:先生|女士)?"
    r"(?:[（(](?P<bracket>[^（）()]{2,40})[)）]|[，,]\s?(?P<credit>[^：:《》]{2,40}))?"
)
_BEHIND_WHO = re.compile(r":\s|\s[–—|-]\s|,?\s(?=[“\"])|\son\s")
_BEFORE_WHO = re.compile(
    r"\s\((?=[^()]+\)$)|\s[–—|-]\s|,?\s[Bb]y\s|\b(?i:conversation|interview|chat|talk|q&a|fireside) with\s|"
    r",\s(?=[^,()]+\([^()]+\)$)"
)
_BEHIND_WHO_HAN = re.compile(r"[:：]|——?|(?=《)|\s?[|｜]\s?")
_BEFORE_WHO_HAN = re.compile(
    r"[（(](?=[^（）()]+[)）]$)|——?|(?<=》)(?=[^》]+$)|\s?[|｜]\s?|\s(?:主讲人?|报告人|演讲者?|分享人?)[:：]\s?"
)
_POST_BEHIND = re.compile(rf"{POSTS.pattern}|(?:{HAN_POST})$", re.IGNORECASE)
_BYLINE = re.compile(
    r"(?:(?:by|with|(?:speaker|presenter|lecturer|主讲人?|报告人|演讲者?|分享人?|发言人)\s?[:：])\s*|[–—-]{1,2}\s?)?"
    r"(?P<who>[^()（）]+(?:[(（][^()（）]+[)）])?|[(（][^()（）]+[)）])",
    re.IGNORECASE,
)
# Who is named beside these has a matter in hand, is honoured or was there, and gives no talk.
_NO_TALK = re.compile(
    r"\b(?:actions?|action items?|tasks?|to-?dos?|next steps|owners?|motions?|proposals?|amendments?|resolutions?|"
    r"applications?|photos?|pictures?|images?|awards?|prizes?|obituar(?:y|ies)|memory|birthday|lunch|dinner|reception|"
    r"visits?|tours?|excursions?|elections?|appointments?)\b|"
    r"待办|任务|负责人|摄影|图片|颁奖|获奖|午餐|晚宴|参观|考察|简介|提案|任命",
    re.IGNORECASE,
)
_NUMBERED = re.compile(r"[（(][一二三四五六七八九十]{1,3}[）)]|[一二三四五六七八九十]{1,3}、")
_WHO_ALONE = re.compile(r"[,:;–—|(（，：；-]")  # what stands before more than a post
_LABEL_HAN = re.compile(r"\s*(?:(?:主讲人?|报告人|演讲者?|分享人?|发言人)\s?[:：]|[—–]+)\s*")
_LABELLED = re.compile(
    r"(?:by\s?:?|"
    r"(?:(?:first|second|third|fourth|fifth|sixth|next|last|final|main|keynote|guest|opening|closing|invited) )?"
    r"(?:speaker|presenter|lecturer|panell?ist|discussant|respondent|commentator|contributor|presented by)"
    r"\s?\d{0,2}\s?[:：]|"
    r"(?:主讲|发言|特邀|演讲|点评)?(?:嘉宾|专家|人|者)[一二三四五六七八九十\d]{0,2}\s?[:：]|"
    r"(?:主讲|报告|演讲|分享)[人者]?\s?[:：])\s*(?=\S)",
    re.IGNORECASE,
)
_WORDS_OF_SOMEBODY = (
    r"(?:points|takeaways|remarks|statement|intervention|presentation|summary|comments|highlights|notes|speech|address|"
    r"views|thoughts|contribution|talk|lecture|keynote|messages)"
)
_WORDS_BY = re.compile(
    rf"(?:the )?(?:(?:key|main|opening|closing) )?{_WORDS_OF_SOMEBODY}"
    r"(?: (?:raised|made|given|delivered))? (?:by|from|of) ",
    re.IGNORECASE,
)
_OWNED = re.compile(
    rf"(?:(?:summary|notes|highlights) (?:of|on|from) )?(?P<who>.{{3,60}}?)[’']s? "
    rf"(?:(?:key|main|opening|closing|keynote) )?{_WORDS_OF_SOMEBODY}",
    re.IGNORECASE,
)
_OWNED_HAN = re.compile(
    r"(?P<who>[^，。：:《》“”]{2,40}?)(?:的)?(?:主要|核心|主旨)?(?:观点|发言|演讲|报告|致辞|讲话|点评|建议)(?:要点|摘要|摘编|实录)?"
)


class Talk(NamedTuple):
    """Who gives a talk, and what the title tells of them."""

    name: str
    credit: str


class Titles(NamedTuple):
    """The blocks of a text, and who gives the talks, by their titles without what stands before them."""

    blocks: list[Block]
    talks: dict[str, Talk]


def talk_of(title: str, language: LanguageCode) -> Talk | None:
    """Give who gives the talk of a title, where it names one person beside what the talk is about."""
    title = bare_title(title)
    if not title or len(title) > _LONGEST or _NO_TALK.search(title):
        return None
    behind, before = (_BEHIND_WHO_HAN, _BEFORE_WHO_HAN) if language == "zh" else (_BEHIND_WHO, _BEFORE_WHO)
    owned = (_OWNED_HAN if language == "zh" else _OWNED).fullmatch(title)
    if owned and (who := _who(owned["who"], language)):
        return who
    if labelled := _LABELLED.match(title) or (_WORDS_BY.match(title) if language == "en" else None):
        return _who(title[labelled.end() :], language)
    if language == "zh" and (posted := _who(title, language)) and posted.credit:
        return posted
    if title.startswith(("(", "（")) and title.endswith((")", "）")):
        return _who(title[1:-1], language)
    opens = next(behind.finditer(title), None)
    about = title[opens.end() :] if opens else ""
    # "Ada Berg – Director of the Weir Office" tells of her, and so may what stands below it.
    told_of = _POST_BEHIND.search(about) is not None
    first = _who(title[: opens.start()], language) if opens and about.strip() and not told_of else None
    ends = [found for found in before.finditer(title) if found.start()]
    last = next(filter(None, (_behind(title, found, language) for found in reversed(ends))), None)
    return (first or last) if first is None or last is None else None


def _behind(title: str, found: re.Match[str], language: LanguageCode) -> Talk | None:
    bracket = found.group().strip() in {"(", "（"}
    return _who(title[found.end() : -1] if bracket else title[found.end() :], language)


def bare_title(title: str) -> str:
    """Give a title without what stands before it: the hour, a number, "Talk 3:"."""
    return _BEFORE.sub("", " ".join(title.split())).rstrip(":：")


def with_titles(blocks: Sequence[Block], language: LanguageCode) -> Titles:
    """Make headings of such titles, and of the lines below titles that tell who gives the talk.

    Minutes name in their titles whoever has a matter in hand, which is nobody's words; and where lines tell topics
    and speakers, those are labels (talk_heads).
    """
    if any(map(_tells_of_minutes, blocks[:_LONGEST_HEAD])) or any(map(tells_topic, blocks)):
        return Titles([*blocks], {})
    joined = [_in_one_line(block, language) for block in blocks]
    parts = [_lines_apart(block, language) for block in joined]
    rows = [part for parted in parts for part in parted]
    if _are_several(bylines := dict(_bylines(rows, language))):
        # Lines that are neither stay as they were typed.
        made = [
            part if len(parted) > 1 else block
            for parted, block in zip(parts, blocks, strict=True)
            for part in parted
        ]
        for at in bylines:
            made[at - 1] = _as_heading(rows[at - 1], _LEVEL)
            made[at] = _as_heading(_without_label(rows[at]), _LEVEL + 1)
        return Titles(made, {bare_title(line_of(made[at])): talk for at, talk in bylines.items()})
    if not _are_several(titles := dict(_titles(joined, language))):
        return Titles([*blocks], {})
    made = [_as_heading(joined[at], _LEVEL) if at in titles else block for at, block in enumerate(blocks)]
    return Titles(made, {bare_title(line_of(joined[at])): talk for at, talk in titles.items()})


def _tells_of_minutes(block: Block) -> bool:
    return any(_MINUTES.search(line) and not ends_sentence(line) for line in text_of(block.runs).split("\n"))


def _are_several(talks: Mapping[int, Talk]) -> bool:
    return len({talk.name for talk in talks.values()}) >= _FEWEST


def _titles(blocks: Sequence[Block], language: LanguageCode) -> Iterator[tuple[int, Talk]]:
    """Give the titles that tell who gives the talk, or are a name and nothing else."""
    for at, block in enumerate(blocks):
        if _may_be_title(blocks, at):
            talk = talk_of(line_of(block), language) or _alone(block, language)
            yield from [(at, talk)] if talk else ()


def _without_label(block: Block) -> Block:
    """Give a byline without what stands before the name: 主讲人：令狐野 is taken for a list of people else."""
    label = _LABEL_HAN.match(text_of(block.runs))
    return msgspec.structs.replace(block, runs=stripped(cut(block.runs, label.end())[1])) if label else block


def _as_heading(block: Block, level: int) -> Block:
    if block.kind == "heading" and level == _LEVEL:
        return block
    runs = tuple(msgspec.structs.replace(run, strong=False, emphasis=False) for run in block.runs)
    return msgspec.structs.replace(block, kind="heading", level=level, runs=runs, marker="", group=0)


def _in_one_line(block: Block, language: LanguageCode) -> Block:
    """Give "Ada Berg, Weir Office" for the two in two lines, or for the first in bold."""
    if block.kind != "paragraph" or block.cells or not block.runs:
        return block
    rows = lines(block.runs)
    if len(rows) == 1:
        strong = tuple(itertools.takewhile(lambda run: run.strong, block.runs))
        rows = [stripped(strong), stripped(block.runs[len(strong) :])]
    if len(rows) != 2 or not (who := _who(text_of(rows[0]), language)) or who.credit:
        return block
    credit = text_of(rows[1])
    told = (
        credit and len(credit) <= _LONGEST_BYLINE and not ends_sentence(credit) and not _who(credit, language)
    )
    if not told or _WHO_ALONE.match(credit):
        return block
    strong_ = all_strong(rows[0])
    between = Run("，" if language == "zh" else ", ", strong=strong_)
    below = (msgspec.structs.replace(run, strong=strong_) for run in rows[1])
    return msgspec.structs.replace(block, runs=(*rows[0], between, *below))


def _lines_apart(block: Block, language: LanguageCode) -> list[Block]:
    """Part a title and the byline that stand in two lines of one paragraph or heading."""
    rows = lines(block.runs) if not block.cells and "\n" in text_of(block.runs) else []
    if len(rows) != 2 or not _byline(text_of(rows[1]), language) or ends_sentence(text_of(rows[0])):
        return [block]
    return [msgspec.structs.replace(block, runs=row, pictures=()) for row in rows]


def _bylines(blocks: Sequence[Block], language: LanguageCode) -> Iterator[tuple[int, Talk]]:
    """Give the lines right below a title that tell who gives the talk, with running text or a list below them."""
    for at, (above, line) in enumerate(itertools.pairwise(blocks), start=1):
        titled = above.kind == "heading" or all_strong(above.runs)
        alone = line.kind == "paragraph" and not line.marker and not line.group and not line.cells
        if titled and alone and _has_text_below(blocks, at) and (who := _byline(line_of(line), language)):
            yield at, who


def _byline(text: str, language: LanguageCode) -> Talk | None:
    found = _BYLINE.fullmatch(text.strip()) if len(text) <= _LONGEST_BYLINE else None
    who = found["who"] if found else ""
    return _who(who[1:-1] if who.startswith(("(", "（")) else who, language) if who else None


def _alone(block: Block, language: LanguageCode) -> Talk | None:
    """Give whom a title names that is a name, with a post or without, and nothing else."""
    apart = block.kind == "heading" or (bool(block.runs) and block.runs[0].strong)
    return _who(bare_title(line_of(block)), language) if apart else None


def _may_be_title(blocks: Sequence[Block], at: int) -> bool:
    block = blocks[at]
    if block.kind == "heading":
        return True
    below = blocks[at + 1] if at + 1 < len(blocks) else block
    if block.kind != "paragraph" or not block.runs or (block.marker and below.marker):
        return False
    line = line_of(block)
    apart = block.runs[0].strong or _NUMBERED.match(line) is not None
    above_list = bool(below.marker) and not line.endswith((".", "。"))
    stands = all_strong(block.runs) or above_list or (apart and not ends_sentence(line))
    return stands and _has_text_below(blocks, at)


def _has_text_below(blocks: Sequence[Block], at: int) -> bool:
    below = blocks[at + 1] if at + 1 < len(blocks) else None
    if below is None or below.kind != "paragraph" or all_strong(below.runs):
        return False
    return bool(below.marker) or ends_sentence(line_of(below))


def _who(text: str, language: LanguageCode) -> Talk | None:
    found = (_WHO_HAN if language == "zh" else _WHO).fullmatch(text.strip())
    if found is None:
        return None
    credit = (found["bracket"] or found["credit"] or "").strip()
    if language == "zh":
        name = found["name"]
        return (
            Talk(name, (found["post"] or credit).strip())
            if is_name(name) and not is_only_word(name)
            else None
        )
    name, honorific = without_honorific(found["name"].strip())
    sure = is_person(name) and (bool(honorific) or may_be_given_name(name))
    return Talk(f"{honorific} {name}".strip(), credit) if sure else None
