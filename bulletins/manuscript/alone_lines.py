"""Lines that stand alone and belong together: a label and the speech below it, names one a paragraph."""

import re
from collections import Counter
from collections.abc import Container, Sequence

import msgspec

from bulletins.document import LanguageCode
from bulletins.manuscript import attendance
from bulletins.manuscript.blocks import Block, joined, line_of, text_of
from bulletins.manuscript.han_names import is_name, is_only_word
from bulletins.manuscript.latin_names import INITIALLED, is_person, without_honorific
from bulletins.manuscript.names_apart import names_in_full
from bulletins.manuscript.standing_names import with_labels
from bulletins.manuscript.turns import label_of
from forum.scripts import is_han
from speakers.name_parts import without_honorifics

_COLON = re.compile(r"\s*[)）]?\s*[:：]\s*")
_SPEECH = "….…。"  # stands for what is said
_LEAST_NAMES = 3
_FEWEST_OF_RECORD = 2
_LONGEST_LABEL = 100
_LONGEST_NAME_LINE = 80


def together(blocks: Sequence[Block], language: LanguageCode) -> tuple[Block, ...]:
    """Join a label or a name that stands alone with what is said below it, and names that stand one a paragraph."""
    result: list[Block] = []
    lines = [*with_labels(blocks, language)]
    again = _others_of_record(lines, language)
    for block in lines:
        above = bool(result) and _is_label(result[-1], language, again)
        if above and _is_text(block) and not _is_label(block, language, again):
            result[-1] = msgspec.structs.replace(result[-1], runs=joined(result[-1].runs, block.runs))
        else:
            result.append(block)
    return tuple(_names_together(result) if language == "en" else result)


def _is_text(block: Block) -> bool:
    plain = block.kind == "paragraph" and not block.marker and not block.label and not block.group
    return plain and bool(block.runs)


def _others_of_record(blocks: Sequence[Block], language: LanguageCode) -> frozenset[str]:
    """Give the lines that are labels as well where several are somebody's: "Leo:" again and again, 主席：.

    So are those that are part of a name which stands in full elsewhere: "Ada:" where Ada Berg is named.
    """
    alone = Counter(line for block in blocks if (line := line_of(block)).endswith((":", "：")))
    whole = names_in_full(text_of(block.runs) for block in blocks) if alone else {}
    called = frozenset(line for line in alone if len(whole.get(line[:-1].strip(), ())) == 1)
    if len(called) >= _FEWEST_OF_RECORD:
        return called | _repeated(alone)
    if sum(_is_label(block, language) for block in blocks) < _FEWEST_OF_RECORD:
        return frozenset()
    return _repeated(alone)


def _repeated(alone: Counter[str]) -> frozenset[str]:
    return frozenset(line for line, times in alone.items() if times > 1 or is_han(line))


def _is_label(block: Block, language: LanguageCode, others: Container[str] = frozenset()) -> bool:
    text = line_of(block)
    if not _is_text(block) or len(text) > _LONGEST_LABEL or not text.endswith((":", "：")):
        return False
    label = label_of(f"{text} {_SPEECH}", language)
    somebody = label is not None and (text in others or _is_somebody(label[0]))
    return label is not None and somebody and _COLON.fullmatch(text, label[2]) is not None


def _is_somebody(name: str) -> bool:
    if is_han(name):
        name = without_honorifics(name)
        return is_name(name) and not is_only_word(name)
    bare, honorific = without_honorific(name)
    return is_person(bare) or bool(honorific) or INITIALLED.fullmatch(bare) is not None


def _names_together(blocks: list[Block]) -> list[Block]:
    """Make one column of the names that stand each in a paragraph of its own."""
    result: list[Block] = []
    column: list[Block] = []
    for block in [*blocks, None]:
        if block is not None and _is_name_line(block):
            column.append(block)
            continue
        if len(column) >= _LEAST_NAMES:
            runs = [
                run for one in column for run in (msgspec.structs.replace(one.runs[0], text="\n"), *one.runs)
            ]
            column = [msgspec.structs.replace(column[0], runs=tuple(runs[1:]))]
        result.extend(column)
        column = []
        if block is not None:
            result.append(block)
    return result


def _is_name_line(block: Block) -> bool:
    text = text_of(block.runs).strip()
    short = _is_text(block) and len(text) < _LONGEST_NAME_LINE and "\n" not in text
    return short and text[-1:] not in '.:!?”"' and attendance.opens_with_name(text)
