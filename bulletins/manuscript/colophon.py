"""The foot of a Chinese sheet: who did what for it, who gets it, how many were printed. No speaker said any of that."""

import re

import msgspec

from bulletins.document import Finding, gettext_noop
from bulletins.manuscript.blocks import Block, line_of, lines, text_of
from bulletins.manuscript.han_names import unspaced
from bulletins.manuscript.vocabulary import WROTE
from forum.scripts import is_han, simplified

_HANDS = (
    rf"{WROTE}|责任编辑|责编|编辑|摘编|选编|审核|审稿|校对|校核|签发"
    rf"|核稿|审签|编审|监制|主编|执行主编|编校|排版|摄影|翻译|联系人|联络人|终审|初审|复审"
)
_LABEL = re.compile(rf"(?:本期)?({_HANDS})(?:人|者|员)?\s*[:：]\s*")
_SENT = re.compile(r"(?:主\s*)?(?:报|送|发|抄送|抄报|分送|呈报|呈送|主送)(?:\s*(?:报|送|发))?\s*[:：]")
_OTHER = re.compile(
    r"(?:[（(]?\s*共印\s*\d+\s*份|印数\s*[:：]|电\s*话\s*[:：]|传\s*真\s*[:：]|"
    r"邮\s*箱\s*[:：]|电子邮[箱件]\s*[:：]|地\s*址\s*[:：]|网\s*址\s*[:：]|邮\s*编\s*[:：]|"
    r"联系(?:电话|方式)\s*[:：]|欢迎(?:投稿|赐稿)|来源\s*[:：]|附件\s*[:：\d])"
)
_BRACKETED = re.compile(rf"[（(]\s*(.{{2,40}}?)\s*(?:{WROTE})\s*[）)]")
_LONGEST = 160
_MOST = 16  # blocks from the end that may be the foot
_NAMES = re.compile(r"\s*[、，,;；/]\s*|\s{2,}|\u3000+|\s+(?=\S{2,4}(?:\s|$))|(?<=\S)和(?=\S)")


class Foot(msgspec.Struct):
    """What the foot says: names by what they did, and the lines for which a Document has no place."""

    hands: list[tuple[str, str]] = []
    others: list[str] = []

    @property
    def authors(self) -> list[str]:
        """Those who wrote it up."""
        return [name for role, name in self.hands if re.fullmatch(WROTE, role)]


def take_foot(blocks: list[Block]) -> tuple[list[Block], Foot]:
    """Take the lines of the foot off the end of a manuscript."""
    foot = Foot()
    end = len(blocks)
    while end > max(len(blocks) - _MOST, 0) and (blocks[end - 1].kind == "rule" or _is_foot(blocks[end - 1])):
        end -= 1
    taken = [block for block in blocks[end:] if block.kind != "rule"]
    for block in taken:
        for line in lines(block.runs):
            _take_line(foot, " ".join(text_of(line).split("\n")))
    return (blocks[:end], foot) if taken else (blocks, foot)


def _is_foot(block: Block) -> bool:
    text = line_of(block)
    if not is_han(text) or block.kind != "paragraph" or len(text) > 3 * _LONGEST:
        return False
    parts = [simplified(text_of(line)).strip() for line in lines(block.runs)]
    return all(_opens(part) for part in parts if part)


def _opens(text: str) -> bool:
    return (
        len(text) <= _LONGEST and any(pattern.match(text) for pattern in (_LABEL, _SENT, _OTHER))
    ) or _BRACKETED.fullmatch(text) is not None


def _take_line(foot: Foot, line: str) -> None:
    plain = simplified(line)
    labels = list(_LABEL.finditer(plain))
    if bracketed := _BRACKETED.fullmatch(plain.strip()):
        foot.hands.extend(("整理", name) for name in names_in_row(bracketed.group(1)))
    elif not labels or plain[: labels[0].start()].strip():
        foot.others.append(line.strip())
    else:
        ends = [*(label.start() for label in labels[1:]), len(line)]
        for label, end in zip(labels, ends, strict=True):
            told = line[label.end() : end].strip(" \u3000。.")
            foot.hands.extend((label.group(1), name) for name in names_in_row(told))


def names_in_row(text: str) -> list[str]:
    """Cut names that stand in a row; two spaces part them as well as a comma does."""
    parts = _NAMES.split(unspaced(text)) if is_han(text) else re.split(r"\s*(?:[,;&]|\band\b)\s*", text)
    return [part.strip() for part in parts if part.strip()]


def told_of(foot: Foot) -> list[Finding]:
    """Say what of the foot a Document has no place for."""
    hands = [f"{role}：{name}" for role, name in foot.hands if not re.fullmatch(WROTE, role)]
    lines_ = [*hands, *foot.others]
    if not lines_:
        return []
    return [
        Finding(
            code="foot-of-the-sheet",
            severity="hint",
            template=gettext_noop("The foot of the sheet was read and is no part of the text: {lines}."),
            params={"lines": "；".join(lines_)},
        )
    ]
