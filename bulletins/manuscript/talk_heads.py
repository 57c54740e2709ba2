"""Heads of talks in programmes that were filled in: "Speaker: Ada Berg, Dean of Rain", below it what was said.

The head becomes the label of what stands below it, where a text has several of them; "Topic: …" stays above it. One
alone tells of an event, and nobody speaks.
"""

import itertools
import re
from collections.abc import Iterator, Sequence

import msgspec

from bulletins.document import LanguageCode
from bulletins.manuscript.blocks import (
    Block,
    Run,
    Runs,
    all_strong,
    cut,
    ends_sentence,
    line_of,
    lines,
    stripped,
    text_of,
)
from bulletins.manuscript.han_names import is_name
from bulletins.manuscript.latin_names import is_person, without_honorific

_SPEAKER = re.compile(
    r"\s*(?:(?:guest|keynote|invited|main|lead) )?"
    r"(?:speaker|presenter|lecturer|speech|talk|presentation)(?: by)?\s?[:：]\s*"
    r"|\s*(?:主讲人?|主講人?|报告人|報告人|演讲人|演講人|发言人|發言人|分享人|讲者|講者|分享嘉宾|主讲嘉宾|演讲者)\s?[:：]\s*",
    re.IGNORECASE,
)
_TOPIC = re.compile(
    r"\s*(?:topic|title|theme|subject|time|duration|题目|題目|主题|主題|报告题目|演讲题目|时间|時間)\s?[:：]",
    re.IGNORECASE,
)
_TOPIC_BEHIND = re.compile(r"(?<=\S)\s(?=(?:Topic|Title|Theme|题目|題目|主题|主題)\s?[:：])")
_SPEAKER_BEHIND = re.compile(r"\S\s(?:主讲人?|报告人|演讲者?|分享人?)\s?[:：]")
_HAN_SPEAKER = re.compile(
    r"(?P<name>[\u4e00-\u9fff·]{2,8}?)(?:[（(][^（）()]{2,60}[)）]|[，,\s]\s*[^，。：]{2,60})?"
)
_LATIN_SPEAKER = re.compile(
    r"(?P<name>[^(),:–—]{3,60})(?:\s?\([^()]{2,80}\)|,\s[^:;]{3,120}|\s[–—-]\s[^:;]{3,120})?"
)
_FEWEST = 2


def is_line_of_head(text: str) -> bool:
    """Whether a line tells the speaker of a talk, or what it is about."""
    return (_SPEAKER.match(text) or _TOPIC.match(text)) is not None


def tells_topic(block: Block) -> bool:
    """Whether a paragraph has a line that tells what a talk is about."""
    told = block.kind == "paragraph" and not all_strong(block.runs)
    lines_ = text_of(block.runs).split("\n") if told else []
    return any(_TOPIC.match(line) and not _SPEAKER_BEHIND.search(line) for line in lines_)


def names_speaker(line: str) -> bool:
    """Whether a line tells who gives a talk, and nothing else."""
    label = _SPEAKER.match(line)
    return label is not None and _names_somebody(line[label.end() :])


def with_labels(blocks: Sequence[Block], language: LanguageCode) -> tuple[Block, ...]:
    """Make labels of the heads of talks: with a colon behind them, before the paragraph or the list below."""
    heads = [*_heads(blocks)]
    if len(heads) < _FEWEST:
        return tuple(blocks)
    result: list[Block] = []
    done = 0
    for start, end in heads:
        result.extend(blocks[done:start])
        about, label = _apart(blocks[start:end], language)
        said = blocks[end]
        result.extend(about)
        done = end + 1
        if said.group:
            result.append(label)
            done = end
        elif said.marker:
            items = [*itertools.takewhile(lambda one: one.marker and not one.group, blocks[end:])]
            result.append(label)
            result.extend(msgspec.structs.replace(item, group=_group_of_talk(end)) for item in items)
            done = end + len(items)
        else:
            result.append(
                msgspec.structs.replace(
                    said, runs=(*label.runs, Run("" if language == "zh" else " "), *said.runs)
                )
            )
    return (*result, *blocks[done:])


def _group_of_talk(place: int) -> int:
    """Give a number for the list of a talk that no other list of the text has: plain text numbers none."""
    return -1 - place


def _heads(blocks: Sequence[Block]) -> Iterator[tuple[int, int]]:
    """Give the stretches of paragraphs that are nothing but a head, each with running text or a list below."""
    at = 0
    while at < len(blocks):
        start, speakers = at, 0
        while at < len(blocks) and (found := _speakers_in(blocks[at])) is not None:
            speakers += found
            at += 1
        if speakers == 1 and at < len(blocks) and _is_said(blocks[at]):
            yield start, at
        at = max(at, start + 1)


def _speakers_in(block: Block) -> int | None:
    """Give how many speakers a paragraph names line by line; None where it has any other line than of a head."""
    if block.kind != "paragraph" or block.marker or block.group or block.label or not block.runs:
        return None
    speakers = 0
    for line in _lines(block):
        if names_speaker(text_of(line)):
            speakers += 1
        elif not _TOPIC.match(text_of(line)):
            return None
    return speakers


def _lines(block: Block) -> Iterator[Runs]:
    """Give the lines of a head, also where they were joined to one."""
    for line in lines(block.runs):
        rest = line
        while topic := _TOPIC_BEHIND.search(text_of(rest)):
            before, rest = cut(rest, topic.start())
            yield stripped(before)
            rest = stripped(rest)
        yield rest


def _names_somebody(text: str) -> bool:
    text = text.strip().rstrip(".")
    if (found := _HAN_SPEAKER.fullmatch(text)) and is_name(found["name"]):
        return True
    found = _LATIN_SPEAKER.fullmatch(text)
    return found is not None and is_person(without_honorific(found["name"])[0])


def _is_said(block: Block) -> bool:
    """Whether a block is running text, or of a list."""
    if block.kind != "paragraph" or block.label:
        return False
    return bool(block.group or block.marker) or ends_sentence(line_of(block))


def _apart(blocks: Sequence[Block], language: LanguageCode) -> tuple[list[Block], Block]:
    """Give the lines about a talk, each a paragraph, and its speaker as a label."""
    about, speaker = [], blocks[0]
    for block in blocks:
        for line in _lines(block):
            if label := _SPEAKER.match(text_of(line)):
                named = (*stripped(cut(line, label.end())[1]), Run("：" if language == "zh" else ":"))
                speaker = msgspec.structs.replace(block, runs=named, pictures=())
            else:
                about.append(msgspec.structs.replace(block, runs=line, pictures=()))
    return about, speaker
