"""The foot of a Chinese sheet: who did what for it, who gets it, how many were printed. No speaker said any of that."""

import re

import msgspec

from bulletins.document import Finding, Hand, Labelled, gettext_noop
from bulletins.language import zh
from bulletins.manuscript.blocks import Block, line_of, lines, text_of
from bulletins.manuscript.han_credits import INSTITUTION, is_told
from bulletins.manuscript.han_names import is_name
from bulletins.manuscript.vocabulary import WROTE, number_of
from forum.scripts import is_han, simplified

_WORKED = (
    rf"(?:{WROTE}|责任编辑|责编|编辑|摘编|选编|审核|审稿|校对|校核|签发"
    r"|文图|图文|文|图片|图|核稿|审签|编审|监制|主编|执行主编|编校|排版|摄影|翻译|终审|初审|复审)(?:人|者|员)?"
)
_SENT = r"(?:主\s*)?(?:报|送|发|抄\s*送|抄\s*报|分\s*送|呈\s*报|呈\s*送|主\s*送|呈|抄)(?:\s*(?:报|送|发))?"
_REACHED = (
    r"联系人|联络人|电\s*话|传\s*真|邮\s*箱|电子邮[箱件]|地\s*址|网\s*址|邮\s*编|联系(?:电话|方式)|投稿邮箱"
)
_OTHER = re.compile(
    r"(?:欢迎(?:投稿|赐稿)|来源\s*[:：]|附件\s*[:：\d]|(?:主持人|记录人|与会人员)签[字名]\s*[:：]"
    r"|[（(](?:本[刊报文]|以上|根据|据|注)[^（）()]{0,40}(?:整理|审阅|审定|删节)[^（）()]{0,20}[）)][。]?$)"
)
_LABEL = re.compile(
    rf"(?:(?<=[\s；;])|^)(?:本期)?(?:(?P<hands>{_WORKED})|(?P<distribution>{_SENT})|(?P<contact>{_REACHED})"
    r"|(?P<copies>印\s*数))\s*[:：｜|]\s*"
)
_COPIES = re.compile(
    r"[（(]?\s*共\s*印\s*(?P<figure>\d{1,6}|[一二三四五六七八九十百]{1,5})\s*份\s*[）)]?[。]?"
)
_COUNT = re.compile(r"(\d{1,6}|[一二三四五六七八九十百]{1,5})\s*份?[。]?")
_BRACKETED = re.compile(rf"[（(]\s*(.{{2,40}}?)\s*({WROTE})\s*[）)]")
# （文：某某　图：某某）
_IN_BRACKETS = re.compile(r"[（(]([^（）()]*[:：][^（）()]*)[）)][。]?")
_BY_WHOM = re.compile(r"^(?:本期|本文|本稿)?(?:内容)?由")
_USUAL = zh.SUMMARIZED_BY.removesuffix(zh.LABEL_END)
_LONGEST = 160
_MOST = 16  # blocks from the end that may be the foot
_BETWEEN = re.compile(r"\s*[、，,;；/]\s*|(?<=\S)和(?=\S)")
_BETWEEN_LATIN = re.compile(r"\s*(?:[,;&]|\band\b)\s*")


class Foot(msgspec.Struct):
    """What the foot says: the parts of a Document that it prints, and the lines for which there is no place."""

    authors: list[str] = []
    label: str = _USUAL
    hands: list[Hand] = []
    contact: list[Labelled] = []
    distribution: list[Labelled] = []
    copies: int | None = None
    others: list[str] = []

    def fields(self) -> dict[str, object]:
        """Give what it says as fields of a Document."""
        told = {
            "summarized_label": f"{self.label}{zh.LABEL_END}" if self.label != _USUAL else None,
            "hands": tuple(self.hands),
            "contact": tuple(self.contact),
            "distribution": tuple(self.distribution),
            "copies": self.copies,
        }
        return {name: value for name, value in told.items() if value}


def take_foot(blocks: list[Block]) -> tuple[list[Block], Foot]:
    """Take the lines of the foot off the end of a manuscript."""
    foot = Foot()
    end = len(blocks)
    while end > max(len(blocks) - _MOST, 0) and (blocks[end - 1].kind == "rule" or _is_foot(blocks[end - 1])):
        end -= 1
    taken = [block for block in blocks[end:] if block.kind != "rule"]
    for block in taken:
        for line in lines(block.runs):
            _take_line(foot, text_of(line))
    return (blocks[:end], foot) if taken else (blocks, foot)


def _is_foot(block: Block) -> bool:
    text = line_of(block)
    if not is_han(text) or block.kind != "paragraph" or len(text) > 3 * _LONGEST:
        return False
    parts = [simplified(text_of(line)).strip() for line in lines(block.runs)]
    return all(opens_foot(part) for part in parts if part)


def opens_foot(text: str) -> bool:
    """Whether a line begins as one of the foot does: with a label, or with how many were printed."""
    text = _without_brackets(text)
    return (
        len(text) <= _LONGEST and any(pattern.match(text) for pattern in (_LABEL, _COPIES, _OTHER))
    ) or _BRACKETED.fullmatch(text) is not None


def _without_brackets(line: str) -> str:
    """Give a line without brackets around labels."""
    found = _IN_BRACKETS.fullmatch(line)
    return found.group(1) if found and _LABEL.match(found.group(1)) else line


def _take_line(foot: Foot, line: str) -> None:
    line = _without_brackets(line)
    plain = simplified(line)
    if (bracketed := _BRACKETED.fullmatch(plain)) and not _OTHER.match(
        plain
    ):  # （根据录音整理） names nobody
        _take_hands(foot, bracketed.group(2), bracketed.group(1))
        return
    if (copies := _COPIES.search(plain)) and not plain[copies.end() :].strip():
        foot.copies = number_of(copies.group("figure"))
        line, plain = line[: copies.start()].rstrip(), plain[: copies.start()]
    labels = list(_LABEL.finditer(plain))
    if not labels or plain[: labels[0].start()].strip():
        foot.others.extend(filter(None, [line]))
        return
    ends = [*(label.start() for label in labels[1:]), len(line)]
    for label, end in zip(labels, ends, strict=True):
        _take_labelled(foot, label, line[label.end() : end].strip(" \u3000；;"))


def _take_labelled(foot: Foot, label: re.Match[str], text: str) -> None:
    kind = str(label.lastgroup)
    word = "".join(label[kind].split())
    if kind == "hands":
        _take_hands(foot, word, text)
    elif kind == "copies" and (count := _COUNT.fullmatch(text)):
        foot.copies = number_of(count.group(1))
    else:
        (foot.distribution if kind == "distribution" else foot.contact).append(Labelled(word, text))


def _take_hands(foot: Foot, role: str, text: str) -> None:
    names = names_in_row(_BY_WHOM.sub("", text.strip("。.")))
    units = [name for name in names if INSTITUTION.search(name) and not is_name(name)]
    if len(units) < len(names):  # 某大学　某某整理: of a row with names, the institution is where they work
        foot.others.extend(units)
        names = [name for name in names if name not in units]
    if re.fullmatch(rf"(?:{WROTE})(?:人|者|员)?", role) and (not foot.authors or role == foot.label):
        foot.label = role
        foot.authors.extend(names)
    else:
        foot.hands.extend(Hand(role, name) for name in names)


def names_in_row(text: str) -> list[str]:
    """Cut names that stand in a row: spaces part Chinese ones as well as commas do, and pad those of two letters."""
    if not is_han(text):
        return [part.strip() for part in _BETWEEN_LATIN.split(text) if part.strip()]
    return [name for part in _BETWEEN.split(text) for name in _names_between_spaces(part)]


def _names_between_spaces(text: str) -> list[str]:
    if not is_han(text):
        return [text.strip()] if text.strip() else []
    names: list[str] = []
    begun = False  # a name whose first letter stands alone
    for piece in text.split():
        if begun and len(piece) == 1:
            names[-1] += piece
            begun = False
        elif names and _is_post(names[-1]):
            names[-1] += f" {piece}"  # 学习委员 甘棠: a post is nobody
        else:
            names.append(piece)
            begun = len(piece) == 1
    return names


def _is_post(piece: str) -> bool:
    return not is_name(piece) and is_told(piece) and not INSTITUTION.search(piece)


def told_of(foot: Foot) -> list[Finding]:
    """Say what of the foot a Document has no place for."""
    if not foot.others:
        return []
    return [
        Finding(
            code="foot-of-the-sheet",
            severity="hint",
            template=gettext_noop("The foot of the sheet was read and is no part of the text: {lines}."),
            params={"lines": "；".join(foot.others)},
        )
    ]
