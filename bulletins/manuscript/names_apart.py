"""Names that stand apart from what is said, without a colon: a bold one, one in a line above, one in brackets.

**Ada Berg** and the speech below it or behind it, "- Ada Berg" above the items of a list of its own, 【令狐野】我认为….
Where a text has several of a form, each becomes the label of its speech; where such names head lives, none does.
"""

import itertools
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Literal, NamedTuple

import msgspec

from bulletins.document import LanguageCode
from bulletins.manuscript.blocks import (
    Block,
    Run,
    Runs,
    all_strong,
    cut,
    ends_sentence,
    lines,
    merged,
    stripped,
    text_of,
)
from bulletins.manuscript.common_words import is_common, may_be_given_name
from bulletins.manuscript.latin_names import INITIALLED, is_person, without_honorific
from bulletins.manuscript.lives import is_life
from bulletins.manuscript.standing_names import names_somebody
from bulletins.manuscript.vocabulary import ROSTER
from forum.scripts import is_han

type Form = Literal["bold", "line", "item", "bracket"]

_FEWEST: dict[Form, int] = {"bold": 2, "line": 3, "item": 2, "bracket": 2}
_FEWEST_NAMES = 2
_LONGEST = 100
_SHORTEST_SPEECH = 8
# "Ada Berg 00:10:05" above what she said, as programs that write down speech print it.
_HOUR = r"[\[(（]?(?P<{}>(?:\d{{1,2}}:)?\d{{1,2}}:\d{{2}}(?: ?[ap]\.?m\b\.?)?)[\])）]?"
_TIMED = re.compile(
    rf"\s*(?:{_HOUR.format('ahead')}[ \t]+)?(?P<name>[^\[\]()<>（）:：\d\n]{{2,60}}?)"
    rf"(?(ahead)[ \t]*(?:\n|[–—-]\s)|[ \t]?{_HOUR.format('behind')}[ \t]*(?:[:：–—-]\s?|\s))\s*(?=\S)"
)
_BRACKETED_LABEL = re.compile(r"\s*[\[【［](?P<name>[^\[\]【】［］\d:：]{2,40})[\]】］](?=\s?[:：]\s?\S)")
_BRACKETS = re.compile(r"\s*[【\[](?P<name>[^【】\[\]]{2,60})[】\]]\s*(?=[^\s:：])")
_TWO_WORDS = re.compile(r"([A-Z][\w’'-]+) (?=([A-Z][\w’'-]+))")
_OF_HOUSE = re.compile(
    r"(?P<name>[A-Z][\w’'-]+(?: [A-Z][\w.’'-]*){1,3}),(?: (?:[A-Z][\w&’'-]*|of|and|the|for|de)){1,8}"
)
_COLON = re.compile(r"\s*[:：]\s*$")


class _Apart(NamedTuple):
    """A name that stands apart: in which form, as printed, and the speech below or behind it."""

    form: Form
    name: str
    block: Block  # the label with the speech
    blocks: int  # how many it stands for


def with_labels(blocks: Sequence[Block], language: LanguageCode) -> list[Block]:
    """Make labels of names that stand apart from speeches, where there are several of a form."""
    whole = names_in_full(text_of(block.runs) for block in blocks) if language == "en" else {}
    blocks = _without_brackets(blocks, language, whole)
    found: dict[int, _Apart] = {}
    place = 0
    while place < len(blocks):
        if one := _apart(blocks, place, language, whole):
            found[place] = one
        place += one.blocks if one else 1
    forms = Counter(one.form for one in found.values())
    names = {form: {one.name for one in found.values() if one.form == form} for form in forms}
    wanted = {form for form in forms if forms[form] >= _FEWEST[form] and len(names[form]) >= _FEWEST_NAMES}
    if any(_is_life(one) for one in found.values() if one.form in wanted):
        return [*blocks]
    result: list[Block] = []
    place = 0
    while place < len(blocks):
        one = found.get(place)
        if one and one.form in wanted:
            result.append(one.block)
            place += one.blocks
        else:
            result.append(blocks[place])
            place += 1
    return result


def _without_brackets(
    blocks: Sequence[Block], language: LanguageCode, whole: dict[str, set[str]]
) -> list[Block]:
    """Give "Ada: It leaks." for "[Ada]: It leaks.", where a text has several such labels and one is somebody.

    "[Decision]: …" and "[Action]: …" stay as they were typed.
    """
    told = [(block, _BRACKETED_LABEL.match(text_of(block.runs))) for block in blocks]
    labels = [found["name"] for _, found in told if found]
    somebody = any(_is_somebody(label, language, whole) for label in labels)
    if len(labels) < _FEWEST["bracket"] or not somebody:
        return [*blocks]
    return [_label_alone(block, found) if found else block for block, found in told]


def _label_alone(block: Block, found: re.Match[str]) -> Block:
    rest = cut(block.runs, found.start("name"))[1]
    name, rest = cut(rest, len(found["name"]))
    return msgspec.structs.replace(block, runs=merged((*name, *cut(rest, 1)[1])))


def _is_life(one: _Apart) -> bool:
    name = (
        one.name if is_han(one.name) else without_honorific(one.name.partition(",")[0].partition(" (")[0])[0]
    )
    behind = text_of(one.block.runs)[len(one.name) + 1 :].strip()
    family = name if is_han(name) else name.split()[-1]
    return one.form != "item" and is_life(behind, family, name)


def names_in_full(texts: Iterable[str]) -> dict[str, set[str]]:
    """Give the words of names of two words that a text has, each with all names that have it."""
    found: dict[str, set[str]] = {}
    for text in texts:
        for first, last in _TWO_WORDS.findall(text):
            name = f"{first} {last}"
            if may_be_given_name(first) and not is_common(first) and is_person(name):
                found.setdefault(first, set()).add(name)
                found.setdefault(last, set()).add(name)
    return found


def _is_somebody(line: str, language: LanguageCode, whole: dict[str, set[str]]) -> bool:
    """Whether a line is a name, with or without what its bearer is, or part of one that stands in full elsewhere."""
    line = line.strip()
    if not line or len(line) > _LONGEST or ends_sentence(line) or ROSTER.match(line):
        return False
    if language == "zh":
        return names_somebody(line, language)
    initialled = INITIALLED.fullmatch(line)
    if len(whole.get(initialled["family"] if initialled else line, ())) == 1:
        return True
    bare, honorific = without_honorific(line)
    told = honorific or bare != bare.partition(",")[0].partition(" (")[0]
    known = bool(told) or may_be_given_name(bare.title())
    # Set apart as it is, an institution will do beside a name: "Ivo Lund, Norland University".
    of_house = _OF_HOUSE.fullmatch(line)
    return (known and names_somebody(line, language)) or (
        of_house is not None and is_person(of_house["name"]) and may_be_given_name(of_house["name"])
    )


def _apart(
    blocks: Sequence[Block], place: int, language: LanguageCode, whole: dict[str, set[str]]
) -> _Apart | None:
    block = blocks[place]
    if block.kind != "paragraph" or block.cells or block.label or not block.runs:
        return None
    below = blocks[place + 1] if place + 1 < len(blocks) else None
    text = text_of(block.runs).strip()
    if block.marker and below is not None and below.inside and "\n" not in text:
        if not _is_somebody(_COLON.sub("", text), language, whole) or _COLON.search(text):
            return None
        return _speech("item", block, text, below.runs, blocks=2)
    return _timed(block, below, language, whole) or _set_apart(block, below, language, whole)


def _set_apart(
    block: Block, below: Block | None, language: LanguageCode, whole: dict[str, set[str]]
) -> _Apart | None:
    """Read what stands below a name in a line of its own, or behind one in brackets or in bold."""
    text = text_of(block.runs).strip()
    rows = lines(block.runs)
    first = _COLON.sub("", text_of(rows[0]))
    if len(rows) > 1 and not _COLON.search(text_of(rows[0])) and _is_somebody(first, language, whole):
        rest = stripped(merged(run for row in rows[1:] for run in (*row, Run("\n"))))
        form: Form = "bold" if all(run.strong for run in rows[0] if run.text.strip()) else "line"
        return _speech(form, block, first, rest) if _is_speech(rest) else None
    if bracket := _BRACKETS.match(text):
        rest = stripped(cut(block.runs, bracket.end())[1])
        named = _is_somebody(bracket["name"], language, whole)
        return _speech("bracket", block, bracket["name"], rest) if named and _is_speech(rest) else None
    if (
        all_strong(block.runs)
        and below is not None
        and not block.marker
        and _is_somebody(text, language, whole)
    ):
        fits = _is_plain(below) and not all_strong(below.runs) and _is_speech(below.runs)
        return _speech("bold", block, text, below.runs, blocks=2) if fits else None
    return _behind_bold(block, language, whole)


def _timed(
    block: Block, below: Block | None, language: LanguageCode, whole: dict[str, set[str]]
) -> _Apart | None:
    """Read what stands behind or below a name with the hour: the hour stands before the label."""
    timed = _TIMED.match(f"{text_of(block.runs).rstrip()}\n.")
    if timed is None or not _is_somebody(timed["name"], language, whole):
        return None
    rest = stripped(cut(block.runs, timed.end())[1])
    alone = not text_of(rest).strip()
    if alone and (below is None or not _is_plain(below) or not ends_sentence(text_of(below.runs).strip())):
        return None
    said = below.runs if alone and below else rest
    found = _speech("bracket", block, timed["name"], said, blocks=1 + alone)
    hour = Run(f"{timed['ahead'] or timed['behind']} ")
    return found._replace(block=msgspec.structs.replace(found.block, runs=merged((hour, *found.block.runs))))


def _is_plain(block: Block) -> bool:
    return block.kind == "paragraph" and not (block.marker or block.label or block.group)


def _behind_bold(block: Block, language: LanguageCode, whole: dict[str, set[str]]) -> _Apart | None:
    """Read a paragraph that opens with a bold name and goes on with a sentence of its own: **Ada Berg** The weir leaks.

    In Chinese nothing tells such a sentence from one that is of the bearer.
    """
    strong = list(itertools.takewhile(lambda run: run.strong, block.runs))
    name = text_of(strong).strip().rstrip(".")
    rest = stripped(block.runs[len(strong) :])
    sentence = text_of(rest)
    if language == "zh" or not sentence[:1].isupper() or not _is_somebody(name, language, whole):
        return None
    return _speech("bold", block, name, rest) if _is_speech(rest) else None


def _is_speech(runs: Runs) -> bool:
    text = text_of(runs).strip()
    return len(text) >= _SHORTEST_SPEECH and (ends_sentence(text) or text.endswith(("—", "–", "…")))


def _speech(form: Form, block: Block, name: str, rest: Runs, *, blocks: int = 1) -> _Apart:
    label = Run(f"{name}{'：' if is_han(name) else ': '}")
    return _Apart(form, name, msgspec.structs.replace(block, runs=merged((label, *rest))), blocks)
