"""Lines that the layout of a file broke, joined again."""

import re
from typing import Any

import msgspec

from bulletins.manuscript.attendance import begins_list
from bulletins.manuscript.blocks import Runs, gap, merged
from bulletins.manuscript.han_names import is_name
from bulletins.manuscript.head_labels import FEWEST_OF_HEAD, begins_line

# Stands for a line broken by the file's own layout until we know what is on both sides.
SOFT = "\x1e"
SHORT_LINE = 45  # letters; a margin leaves more of a line
_FEWEST_LINES = 2
# 时间：…, 地点：…, "Chair: …": the lines of a head, each with its label.
_LABELLED_LINE = re.compile(r"[^\s:：。，,.!?；;（(][^:：。，,.!?；;]{0,23}[:：](?!//).*")
_HAN_NAME_AND_REST = re.compile(
    r"([\u4e00-\u9fff·]{2,12})[\s\u3000]+[^\s。！？!?]+(?:[\s\u3000][^\s。！？!?]+)*"
)
_CONTROLS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\ufffe\uffff]")


def clean(text: str) -> str:
    """Drop the controls that no text holds."""
    return text if text.isprintable() else _CONTROLS.sub("", text)


def unbroken(runs: Any) -> Runs:
    """Join runs, and mend the lines that the file's layout broke."""
    pieces = list(merged(runs))
    texts = [piece.text for piece in pieces]
    whole = "".join(texts)
    if SOFT in whole:
        kept = _keeps_lines(whole)
        breaks = [found.start() for found in re.finditer(SOFT, whole)]
        lines = [line.strip() for line in whole.split(SOFT)]
        of_head = sum(map(begins_line, lines)) >= FEWEST_OF_HEAD
        begins = [begins_list(line) or (of_head and begins_line(line)) for line in lines[1:]]
        places = iter(
            "\n" if kept or alone else _gap_at(whole, place)
            for place, alone in zip(breaks, begins, strict=True)
        )
        texts = [re.sub(SOFT, lambda _: next(places), text) for text in texts]
    return merged(
        msgspec.structs.replace(piece, text=text) for piece, text in zip(pieces, texts, strict=True)
    )


def _keeps_lines(text: str) -> bool:
    """Whether a paragraph is a list of short or labelled lines, such as names, which no margin broke."""
    lines = [line.strip() for line in text.split(SOFT)]
    return (
        all(map(_LABELLED_LINE.fullmatch, lines))
        or all(map(_opens_with_han_name, lines))
        or (
            len(lines) > _FEWEST_LINES
            and max(map(len, lines)) < SHORT_LINE
            and not any(line[:1].islower() or line[-1:] in ",;，、" for line in lines)
        )
    )


def _opens_with_han_name(line: str) -> bool:
    """Whether a line is a Chinese name and what its bearer is: 令狐野　雾港大学教授."""
    found = _HAN_NAME_AND_REST.fullmatch(line)
    return found is not None and is_name(found[1])


def _gap_at(text: str, place: int) -> str:
    return gap(text[place - 1 : place], text[place + 1 : place + 2])
