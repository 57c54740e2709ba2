"""Lists of people in Chinese manuscripts: labels with people behind them, in one line, or in the lines below.

主持人：某某（某院院长）　主讲人：某某; 出席嘉宾（排名不分先后）： with a line for each; 参会单位及人员： one a unit.
A line is of a list only if all of it is labels and people; whatever else stands there stays where it is.
"""

import itertools
import re
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

import msgspec

from bulletins.document import RosterEntry
from bulletins.manuscript.blocks import Block, Run, Runs, lines, merged, text_of
from bulletins.manuscript.han_names import unspaced
from bulletins.manuscript.han_people import is_bare_name, is_numbered, is_post_or_unit, people_of
from bulletins.manuscript.han_pieces import Person
from bulletins.manuscript.roster import by_role, told_otherwise
from bulletins.manuscript.roster_labels import Label, bare, label_of
from forum.scripts import is_han
from speakers import names

_COLON = re.compile(r"[:：｜|丨]|(?<=[】\]])")
_ROW_OF_TABLE = re.compile(r"(?P<name>[^,()]{2,20})(?:, (?P<credit>[^()]+))?(?: \((?P<part>[^()]+)\))?")
_BOUNDARY = re.compile(r"[\s\u3000；;。](?=[^\s\u3000；;。])")
_WIDE = re.compile(r"\u3000+|\t+| {2,}")
_PADDED = re.compile(r"([\u4e00-\u9fff][ \u3000]{1,6}[\u4e00-\u9fff])[ \u3000]+(?=[\u4e00-\u9fff])")
_CHAIRED = re.compile(
    r"(?P<label>[^（(:：]{2,20})[（(](?P<inner>[\u4e00-\u9fff]{2,6})[:：](?P<chair>[^）)]{2,80})[）)][:：]?(?P<rest>.*)"
)
_SECTION = re.compile(r"[一二三四五六七八九十]{1,2}、")
_COLUMNS = re.compile(
    r"(?:序号|姓名|名字|单位|工作单位|职务|职称|部门|备注|角色|环节|身份|单位及职务|职务职称|单位职务|嘉宾|[\s\u3000/、|｜])+"
)
# A line between the people of a list, which tells where those below it come from.
_HEAD = re.compile(
    r"[■◆●▪◇★▲]\s*[\u4e00-\u9fff]{2,12}|[【\[][\u4e00-\u9fff]{2,12}[】\]]|[\u4e00-\u9fff]{2,12}[:：]"
)
_LONGEST_NAME = 24
_LONGEST_LABEL = 120  # letters, with the spaces and brackets in it
_LONGEST_LINE = 700
_LONGEST_BLOCK = 4000
_MOST_DOUBT = 1.3  # a person, behind a label
_MOST_DOUBT_BELOW = 0.9  # a person of a line below one
_MOST_DOUBT_OF_SENTENCE = 0.55  # where that line ends with a stop
_STOPS = ("。", "！", "？", "!", "?")


# Where a list stood, so that what stands above and below is not taken for one paragraph.
LISTED = Block("rule", label="list")


class Taken(NamedTuple):
    """What lists of people told, and the lines for which a bulletin has no place: who was away."""

    people: tuple[RosterEntry, ...] = ()
    away: tuple[str, ...] = ()
    wrote: tuple[tuple[str, str], ...] = ()  # the label and the names behind it


class _Group(NamedTuple):
    """A label with what stands behind it, and the people read from that."""

    label: Label
    text: str
    people: tuple[Person, ...] = ()
    printed: str = ""


class _Line(NamedTuple):
    """A line of a block, as runs; a block that cannot be a list is one."""

    block: Block
    runs: Runs


def take(blocks: Sequence[Block]) -> tuple[list[Block], Taken]:
    """Take the lists out of the blocks of a Chinese manuscript; other lines stay blocks, and `LISTED` parts them."""
    others: list[_Line] = []
    groups: list[_Group] = []
    heads: list[_Line] = []  # labels alone in a line, below which nobody was found yet
    label: Label | None = None
    before: Label | None = None  # the label above a line that is no list's: the list may go on below it
    for line in _upright(_lines(blocks)):
        found = _of_line(line, label) or (_again(line, before) if label is None else None)
        if found is None:
            others.extend((*heads, line))
            heads, before, label = [], label, None
            continue
        told = any(group.people or group.label.kind != "people" for group in found)
        heads = [] if told else [*heads, line]
        groups.extend(found)
        label = None if _is_full(found[-1]) else found[-1].label
        if told:
            others.append(_Line(LISTED, ()))
    return _blocks_of([*others, *heads]), _taken(groups)


def _is_full(group: _Group) -> bool:
    """Whether nobody follows in the lines below: one is in the chair, and has been told."""
    return bool(group.people) and group.label.role == "moderator" and not group.label.listed


def _lines(blocks: Sequence[Block]) -> Iterator[_Line]:
    for block in blocks:
        text = text_of(block.runs)
        several = "\n" in text and len(text) < _LONGEST_BLOCK and _may_list(block)
        for line in lines(block.runs) if several else (block.runs,):
            yield _Line(block, line)


def _upright(lines_: Iterator[_Line]) -> Iterator[_Line]:
    """Give lines, a name and what its bearer is in the line below as one: they stand so in lists of people only."""
    held: _Line | None = None
    labelled = False
    for line in lines_:
        text = text_of(line.runs).strip()
        if held is not None:
            if is_post_or_unit(text) and _may_list(line.block) and line.block.kind != "heading":
                yield _Line(held.block, (*held.runs, Run("\u3000"), *line.runs))
                held, labelled = None, True
                continue
            yield held
            held = None
        if labelled and len(text) <= _LONGEST_NAME and _may_list(line.block) and is_bare_name(text):
            held = line
            continue
        labelled = label_of(text) is not None if len(text) <= _LONGEST_NAME else False
        yield line
    if held is not None:
        yield held


def _may_list(block: Block) -> bool:
    return block.kind != "rule" and not block.cells and not block.label and is_han(text_of(block.runs))


def _blocks_of(kept: Sequence[_Line]) -> list[Block]:
    """Give the lines that are left as blocks: those of one block together, as they were."""
    found: list[Block] = []
    for _, some in groupby(kept, key=lambda line: id(line.block)):
        own = list(some)
        runs = own[0].runs
        for line in own[1:]:
            runs = merged((*runs, Run("\n"), *line.runs))
        found.append(LISTED if own[0].block is LISTED else msgspec.structs.replace(own[0].block, runs=runs))
    return found


def _of_line(line_: _Line, label: Label | None) -> list[_Group] | None:
    """Read a line; None where it is no part of a list. `label` is the one above it."""
    line, heading = text_of(line_.runs).strip(), line_.block.kind == "heading"
    if not line or len(line) > _LONGEST_LINE or not _may_list(line_.block):
        return None
    labelled = _labelled(line)
    if labelled:
        groups = [_group(*one) or _by_deeds(one[1]) for one in labelled]
        return [group for some in groups for group in some] if all(groups) else None
    section = _SECTION.match(line)
    alone = label_of(line[section.end() :] if section else line)
    if (
        alone
        and alone.listed
        and (heading or line.endswith((":", "：", "】", "]", "）", ")")) or _is_list(line))
    ):
        return [_Group(alone, "")]
    if label is None or heading:
        return None
    if label.listed and (_COLUMNS.fullmatch(line) or _HEAD.fullmatch(line)):
        return [_Group(label, "", printed=line.strip("■◆●▪◇★▲ "))]
    row = people_of(line, within=True)
    most = _MOST_DOUBT_OF_SENTENCE if line.endswith(_STOPS) and not is_numbered(line) else _MOST_DOUBT_BELOW
    return [_Group(label, line, row.people)] if row and row.doubt <= most else None


def row_of_table(text: str) -> RosterEntry | None:
    """Read a row of a table of people, "某某, 某院院长 (主持)"; None where the part taken is not known."""
    found = _ROW_OF_TABLE.fullmatch(text)
    label = label_of(found["part"]) if found and found["part"] else None
    if found is None or (found["part"] and label is None):
        return None
    name = unspaced(found["name"])
    return _entry(Person(name, found["credit"] or ""), label or Label()) if is_han(name) else None


def without_label(line: str) -> str:
    """Give a line of a list without its labels: what they tell is data."""
    if label_of(line):
        return ""
    return " ".join(text for _, text, _ in _labelled(line)) or line


def _again(line: _Line, label: Label | None) -> list[_Group] | None:
    """Read a line of a list whose line above was none, where it plainly is people with what they are."""
    found = _of_line(line, label) if label and label.listed else None
    people = [person for group in found or () for person in group.people]
    return found if people and all(person.credit for person in people) else None


def is_labelled(line: str) -> bool:
    """Whether a line begins with a label of people, be they read or not."""
    return bool(_labelled(line))


def starts_list(line: str) -> bool:
    """Whether a line is a label of a list, with people behind it or alone."""
    found = _of_line(_line(line), None)
    return found is not None


def goes_on(line: str) -> bool:
    """Whether a line may be one of a list that began above it."""
    return _of_line(_line(line), Label(listed=True)) is not None


def _line(text: str) -> _Line:
    runs = (Run(text),)
    return _Line(Block("paragraph", runs), runs)


def _is_list(line: str) -> bool:
    return len("".join(line.split())) > 2


def _labelled(line: str) -> list[tuple[Label, str, str]]:
    """Cut a line at its labels, each with what stands behind it and itself; nothing where it begins with none."""
    return _chaired(line) or list(_in_a_row(line))


def _chaired(line: str) -> list[tuple[Label, str, str]]:
    """Cut 圆桌讨论（主持：某某，某院院长）：…."""
    found = _CHAIRED.fullmatch(line)
    label = label_of(found["label"]) if found else None
    inner = label_of(found["inner"]) if found else None
    if found is None or label is None or inner is None:
        return []
    return [(inner, found["chair"], found["inner"]), (label, found["rest"].strip(), found["label"])]


def _in_a_row(line: str) -> Iterator[tuple[Label, str, str]]:
    found = list(_places(line))
    # 主  席 某某: a label padded to a column's width.
    if not found and (padded := _PADDED.match(line)) and (label := label_of("".join(padded[1].split()))):
        found = [(0, padded.end(), label)]
    if not found and (wide := _WIDE.search(line)) and (label := label_of(line[: wide.start()])):
        found = [(0, wide.end(), label)]  # 主持人　某某
    if not found or found[0][0] != 0:
        return
    ends = [*(start for start, _, _ in found[1:]), len(line)]
    for (start, begin, label), end in zip(found, ends, strict=True):
        yield label, line[begin:end].strip(" \t\u3000；;:："), bare(line[start:begin])


def _places(line: str) -> Iterator[tuple[int, int, Label]]:
    """Give the labels of a line that end with a colon, a stroke or a bracket: where each begins and ends."""
    floor = 0
    for colon in _COLON.finditer(line):
        starts = _starts(line, floor, colon.start())
        labels = ((start, label_of(line[start : colon.start()])) for start in starts)
        found = next(((start, label) for start, label in labels if label), None)
        if found is not None:
            floor = colon.end()
            yield found[0], floor, found[1]


def _starts(line: str, floor: int, end: int) -> list[int]:
    """Give where a label that ends at a place may begin: at the line's start, else behind a space or a stop."""
    near = max(floor, end - _LONGEST_LABEL)
    after = [found.end() for found in _BOUNDARY.finditer(line, near, end)]
    return [floor, *after] if near == floor else after


def _by_deeds(text: str) -> list[_Group]:
    """Read people with what they did behind them: 某某、某某分别作专题报告；某某主持会议. Nobody where more is told."""
    found: list[_Group] = []
    for piece, role, words in by_role(text):
        people = piece.strip(" \u3000；;。，,、").removesuffix("分别")
        if not people and not role:
            continue
        row = people_of(people)
        if role is None or row is None or row.doubt > _MOST_DOUBT:
            return []
        found.append(_Group(Label(role=role, did=told_otherwise("zh", role, words)), people, row.people))
    return found


def _group(label: Label, text: str, printed: str) -> list[_Group]:
    """Read what stands behind a label; nothing where it is no people."""
    if label.kind != "people" or not text:
        return [_Group(label, text, printed=printed)]
    row = people_of(text, within=label.listed)
    if row is None or row.doubt > _MOST_DOUBT:
        return []
    alone = len(row.people) == 1 and not row.people[0].credit
    spoken = alone and row.doubt > 0.5 and text.endswith(_STOPS)  # 主持人：明白。
    return [] if spoken else [_Group(label, text, row.people)]


def _taken(groups: Sequence[_Group]) -> Taken:
    found: dict[tuple[str, int], RosterEntry] = {}
    away = [
        f"{group.printed}：{group.text}" if group.printed else group.text
        for group in groups
        if group.label.kind == "away" and group.text
    ]
    for group in groups:
        own: dict[tuple[str, int], str] = {}
        for person in group.people:
            if person.part and person.part.kind == "away":  # 令狐野（请假）
                away.append(f"{person.name}（{person.credit}）")
                continue
            entry = _entry(person, group.label)
            # Two of one name in one list, each with a post of their own, are two.
            keys = ((entry.name, number) for number in itertools.count())
            key = next(one for one in keys if not entry.credit or own.get(one, "") in {"", entry.credit})
            own[key] = own.get(key) or entry.credit
            before = found.get(key)
            found[key] = _together(before, entry) if before else entry
    return Taken(
        tuple(found.values()),
        tuple(away),
        tuple((group.printed, group.text) for group in groups if group.label.kind == "wrote" and group.text),
    )


def _entry(person: Person, label: Label) -> RosterEntry:
    told = person.part or label
    return RosterEntry(
        speaker=names.key(person.name),
        name=person.name,
        credit=person.credit or label.of,
        role=told.role,
        role_printed=told.did or None,
    )


def _together(one: RosterEntry, again: RosterEntry) -> RosterEntry:
    """Somebody who stands in two lists is one: 主讲人, and among those who came."""
    told = one if one.role or one.role_printed else again
    return msgspec.structs.replace(
        one, credit=one.credit or again.credit, role=told.role, role_printed=told.role_printed
    )
