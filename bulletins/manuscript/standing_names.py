"""Names that stand above speeches, each on a line of its own, as records of parliaments and forums print them.

"Ms. Petra Lund" and below it what she said; 令狐野（芦汀大学教授） and below it 我认为…. Such a line becomes the
label of the speech. A text has them where there are several, each with running text below it, and where that text
says "I" or "we", or is announced as what was said: else it tells of the people, and nobody speaks.
"""

import re
from collections.abc import Sequence

import msgspec

from bulletins.document import LanguageCode
from bulletins.language.saying_zh import in_every_form
from bulletins.manuscript import bar_labels
from bulletins.manuscript.blocks import Block, Run, Runs, ends_sentence, line_of, lines, merged, text_of
from bulletins.manuscript.han_names import is_name, is_only_word
from bulletins.manuscript.label_forms import SIGNS
from bulletins.manuscript.latin_names import is_person, without_honorific
from bulletins.manuscript.nameless_labels import FIRST_PERSON
from bulletins.manuscript.vocabulary import HAN_POST, POSTS
from forum.scripts import is_han
from speakers.name_parts import HAN_POLITE_AT_END

_FEWEST = 3
_FEWEST_LINES, _MOST_LINES = 2, 3
_LEVEL = 2  # of a title above a speaker
_ENDS_WITH_POST = in_every_form(rf"(?:{HAN_POST}|传承人)$")
_LONGEST = 90
_SHORTEST_SPEECH = 8
_HAN_LINE = in_every_form(
    rf"(?P<name>[\u4e00-\u9fff·]{{2,8}})(?:\s?[（(][^（）()]{{2,60}}(?:{HAN_POST})[）)]|，[^，。；：]{{2,40}}(?:{HAN_POST}))"
)
# 芦汀大学校长　令狐野, and the other way round.
_HAN_POST_AND_NAME = in_every_form(
    rf"[^，。；：\s]{{2,40}}(?:{HAN_POST})[\s\u3000]+(?P<name>[\u4e00-\u9fff·]{{2,8}})"
    rf"|(?P<first>[\u4e00-\u9fff·]{{2,8}})[\s\u3000]+[^，。；：\s]{{2,40}}(?:{HAN_POST})"
)
_FOREIGN = re.compile(r"[\u4e00-\u9fff]{1,6}(?:·[\u4e00-\u9fff]{1,6}){1,2}")
_HAN_BESIDE = in_every_form(r"[\u4e00-\u9fff·]{2,8}\s?[（(][^（）()\d]{2,60}[）)]")  # where others are people
_LATIN_LINE = re.compile(
    r"(?P<name>[^(),:]{3,60})(?:\s?\((?P<bracket>[^()]{2,60})\)|,\s(?P<credit>[^:;]{3,110}?))?(?:\s\(\d{1,2}[:.]\d{2}\s?[apAP]?\.?[mM]?\.?\))?"
)
_CLOCK = re.compile(r"\s\d{1,2}[:.]\d{2}(?:\s?[ap]\.?\s?m\.?)?$")  # "Mr Lund 10:47 a.m."
_IN_THE_CHAIR = re.compile(
    r"(?:The |Madam |Mr\.? )?(?:Speaker|Chair(?:man|woman|person)?|President|Moderator)", re.IGNORECASE
)
_ANNOUNCED = in_every_form(
    r"(?:观点|发言|讲话|对话|讨论|点评|实录|摘要|摘编|嘉宾|专家)[^。]{0,20}(?:如下|摘要|摘编|摘登|选登|摘录|集锦|荟萃|汇编|精选|撷英|实录)[：。]?$"
)


def with_labels(blocks: Sequence[Block], language: LanguageCode) -> list[Block]:
    """Put the names that stand above speeches before them, as labels."""
    whole = list(blocks)
    blocks = [one for block in blocks for one in _lines_apart(block, language)]
    places = range(len(blocks) - 1)
    pairs = [at for at in places if _stands_above(blocks[at], blocks[at + 1], language)]
    if len(pairs) < _FEWEST or not _are_speeches(blocks, pairs):
        return blocks if language == "zh" else whole
    pairs = [at for at in places if _stands_above(blocks[at], blocks[at + 1], language, beside=True)]
    colon = Run("：" if language == "zh" else ": ")
    joined = {
        at: msgspec.structs.replace(
            blocks[at + 1], runs=merged((*_stripped(blocks[at].runs), colon, *blocks[at + 1].runs))
        )
        for at in pairs
    }
    below = {at + 1 for at in pairs}
    return [joined.get(at, block) for at, block in enumerate(blocks) if at not in below]


def _lines_apart(block: Block, language: LanguageCode) -> list[Block]:
    """Part what stands above a speech in lines: a title, a name, and in the last line the post, beside the name then.

    纸寿千年 / 令狐野 / 芦汀大学教授: the title by itself, and 令狐野　芦汀大学教授.
    """
    rows = lines(block.runs) if _is_plain(block) and "\n" in text_of(block.runs) else []
    if len(rows) < _FEWEST_LINES or len(rows) > _MOST_LINES:
        return [block]
    if language == "en":
        below = text_of(rows[-1])
        apart = without_honorific(below)[1] and names_somebody(below, language)
        return [msgspec.structs.replace(block, runs=row, pictures=()) for row in rows] if apart else [block]
    if whole := _HAN_POST_AND_NAME.fullmatch(text_of(rows[-1]).strip()):
        named = _is_bare_name(whole["name"] or whole["first"])
        titled = named and not any(ends_sentence(text_of(row)) for row in rows)
        return [*_titles(block, rows[:-1]), _line(block, rows[-1])] if titled else [block]
    *above, name, post = rows
    told = _ENDS_WITH_POST.search(text_of(post)) is not None and len(text_of(post)) <= _LONGEST
    if not told or not _is_bare_name(text_of(name)) or any(ends_sentence(text_of(row)) for row in rows):
        return [block]
    return [*_titles(block, above), _line(block, merged((*name, Run("\u3000"), *post)))]


def _titles(block: Block, rows: Sequence[Runs]) -> list[Block]:
    return [msgspec.structs.replace(_line(block, row), kind="heading", level=_LEVEL) for row in rows]


def _line(block: Block, runs: Runs) -> Block:
    return msgspec.structs.replace(block, runs=runs, pictures=())


def _is_bare_name(text: str) -> bool:
    closed = "".join(text.split())
    if "·" in closed:
        return _FOREIGN.fullmatch(closed) is not None
    return is_name(closed) and not is_only_word(closed)


def _stripped(runs: Sequence[Run]) -> list[Run]:
    return [
        msgspec.structs.replace(run, text=_CLOCK.sub("", run.text.strip())) if at == len(runs) - 1 else run
        for at, run in enumerate(runs)
    ]


def _stands_above(line: Block, speech: Block, language: LanguageCode, *, beside: bool = False) -> bool:
    """Whether a line is somebody's name and a speech stands below it; `beside` others of which that is known."""
    if not (_is_plain(line) and _is_plain(speech)):
        return False
    name, text = line_of(line).strip(), text_of(speech.runs).strip()
    named = names_somebody(name, language) or (beside and _HAN_BESIDE.fullmatch(name) is not None)
    ends = ends_sentence(text) or text.endswith(("—", "–", "…"))
    return named and ends and not names_somebody(text, language) and len(text) >= _SHORTEST_SPEECH


def _is_plain(block: Block) -> bool:
    return (
        block.kind == "paragraph"
        and not block.marker
        and not block.label
        and not block.group
        and bool(block.runs)
    )


def names_somebody(text: str, language: LanguageCode) -> bool:
    """Whether a line is a name, with a title before it, and a place or a post behind it, or who is in the chair."""
    if len(text) > _LONGEST or "\n" in text:
        return False
    text = _CLOCK.sub("", text).lstrip(SIGNS).strip()
    if bar_labels.has_bar(text):
        return bar_labels.divided(text) is not None
    if language == "zh" and is_han(text):
        text = HAN_POLITE_AT_END.sub("", text)
        if told := _HAN_POST_AND_NAME.fullmatch(text):
            return _is_bare_name(told["name"] or told["first"])
        found = _HAN_LINE.fullmatch(text)
        return found is not None or _is_bare_name(text)
    if _IN_THE_CHAIR.fullmatch(text):
        return True
    found = _LATIN_LINE.fullmatch(text)
    if found is None or (found["credit"] and not POSTS.search(found["credit"])):
        return False
    name, honorific = without_honorific(found["name"].strip())
    return is_person(name) or (bool(honorific) and is_person(f"Ada {name}"))


def _are_speeches(blocks: Sequence[Block], pairs: Sequence[int]) -> bool:
    texts = [text_of(blocks[at + 1].runs) for at in pairs]
    announced = any(
        _ANNOUNCED.search(line_of(block).strip()) for block in blocks[max(pairs[0] - 2, 0) : pairs[0]]
    )
    personal = sum(
        FIRST_PERSON.search(text) is not None or text.rstrip().endswith(("?", "？")) for text in texts
    )
    return announced or 2 * personal >= len(pairs)
