"""Blocks after the head → sections and points, still as runs.

What begins a section: a heading; a short bold paragraph that is no sentence; a short paragraph
with a section numeral that is no sentence. What begins a point: an ordinal; a bold first
sentence; a heading below the sections whose numeral is of another kind.

Other paragraphs of a section continue the point before them, except where no point of the
section has opened by ordinal or bold lead yet: then each is a point of its own, with neither.
A section with no such openings at all is thus a row of plain points.
"""

import re

import msgspec

from bulletins.document import Finding, LanguageCode, PointStyleName, SectionStyleName
from bulletins.language import of
from bulletins.manuscript.blocks import (
    Block,
    Runs,
    all_strong,
    cut,
    ends_sentence,
    line_of,
    stripped,
    text_of,
)
from bulletins.manuscript.han_names import is_name, is_only_word, reads_as_words
from bulletins.manuscript.latin_names import is_person, without_honorific
from bulletins.manuscript.nameless_labels import FIRST_PERSON, is_label_of_unknown, is_other_label
from bulletins.manuscript.openings import (
    first_sentence,
    is_closing,
    numeral_as_printed,
    ordinal_as_printed,
    ordinal_kind,
    ordinal_of,
    section_numeral,
)
from bulletins.manuscript.turns import label_of
from forum.scripts import is_han

_LONGEST_HEADING = 240
INNER_TITLE = "inner-title"


_ALL_QUOTED = re.compile(r"“[^”]*”?|\"[^\"]*\"?|「[^」]*」?")
_COMMAS = (",", "，", "、")


class Draft(msgspec.Struct):
    """A point as runs; `turn` where somebody speaks, `answered` where another speaks next in a verbatim record."""

    ordinal: str | None = None
    lead: Runs = ()
    body: list[Block] = []
    overrun: bool = False
    turn: bool = False
    answered: bool = False


class Part(msgspec.Struct):
    """A section as runs; `level` is its heading's, and `inner` tells a sub-section."""

    numeral: str | None = None
    title: str = ""
    level: int = 0
    inner: bool = False
    points: list[Draft] = []
    opened: bool = False
    spoken: bool = False
    marker: str = ""  # of the item that a speech stands in
    listing: bool = False


class Body(msgspec.Struct):
    """All sections read so far, and the styles of their numbering."""

    parts: list[Part] = []
    section_style: SectionStyleName | None = None
    point_style: PointStyleName | None = None
    bold_leads: bool = False
    language: LanguageCode = "en"
    turns: frozenset[str] = frozenset()
    verbatim: bool = False
    findings: list[Finding] = []


def turn_of(body: Body, block: Block) -> bool:
    """Whether a paragraph begins with the label of a speaker."""
    label = (
        label_of(text_of(block.runs).strip(), body.language)
        if body.turns and block.kind == "paragraph"
        else None
    )
    return label is not None and label[0] in body.turns


def opens_section(block: Block, body: Body) -> bool:
    """Whether a block is a section's heading."""
    if block.kind == "heading":
        return True
    text = line_of(block)
    if block.marker.startswith("•") or len(text) > _LONGEST_HEADING or ends_sentence(text):
        return False
    if all_strong(block.runs) and ordinal_kind(text) != "word":
        return True
    numeral = section_numeral(text)
    agrees = numeral is not None and body.section_style in {None, numeral[1]}
    return (
        agrees
        and numeral is not None
        and (numeral[1] != "arabic" or body.section_style == "arabic")
        and not text.endswith((":", "："))
    )


def add(body: Body, block: Block) -> None:
    """Add one block to the sections."""
    alone = msgspec.structs.replace(block, pictures=())
    if block.label == INNER_TITLE:
        _add_inner(body, alone)
    elif opens_section(block, body):
        _add_heading(body, alone)
    else:
        _add_paragraph(body, alone)
    if block.pictures:
        _add_pictures(_part(body), block.pictures)


def numbered_line(block: Block) -> str:
    """Give a block as one line, with the figure of a numbered list before it."""
    return " ".join(text_of(with_marker(block)).split())


def _add_inner(body: Body, block: Block) -> None:
    """Add a title of the second level: of a sub-section below a section, else of a section of its own."""
    text = numbered_line(block)
    ordinal = ordinal_of(text)
    above = any(
        part.numeral and not part.inner and not part.numeral.startswith(("（", "(")) for part in body.parts
    )
    numeral, start = (ordinal[0], ordinal[2]) if ordinal else (None, 0)
    body.parts.append(Part(numeral, text[start:].strip(), block.level, above))


def _add_pictures(part: Part, pictures: tuple[int, ...]) -> None:
    """Let pictures stand behind what was read last."""
    if not part.points:
        part.points.append(Draft())
    body = part.points[-1].body
    last = body.pop() if body else Block("paragraph")
    body.append(msgspec.structs.replace(last, pictures=(*last.pictures, *pictures)))


def _add_heading(body: Body, block: Block) -> None:
    text = line_of(block)
    numeral = section_numeral(text)
    if body.parts and _is_point_heading(body, text):
        _add_lead(body, block)
        return
    inner = _is_inner(body, block)
    if numeral is None:
        body.parts.append(Part(title=text, level=block.level, inner=inner))
        return
    if not inner:
        body.section_style = body.section_style or numeral[1]
    printed = numeral_as_printed(text, numeral, body.language)
    body.parts.append(Part(printed, text[numeral[2] :].strip(), block.level, inner))


def _is_inner(body: Body, block: Block) -> bool:
    """Whether a heading stands below the section's before it, and is not one of the sections by its numeral."""
    above = next((part for part in reversed(body.parts) if not part.inner), None)
    if above is None or not above.level or block.level <= above.level:
        return False
    numeral = section_numeral(line_of(block))
    return numeral is None or above.numeral is None or numeral[1] != body.section_style


def _is_point_heading(body: Body, text: str) -> bool:
    """A numeral of another kind than the sections', below a numbered section, numbers points."""
    ordinal, numeral = ordinal_of(text), section_numeral(text)
    if ordinal is None or body.section_style is None:
        return False
    return numeral is None or numeral[1] != body.section_style


def _add_lead(body: Body, block: Block) -> None:
    runs = with_marker(block)
    ordinal = ordinal_of(text_of(runs))
    point = Draft()
    if ordinal is not None:
        point.ordinal, style = ordinal_as_printed(text_of(runs), ordinal, body.language)
        body.point_style = body.point_style or style
        runs = cut(runs, ordinal[2])[1]
    point.lead = stripped(runs)
    _part(body).points.append(point)
    _part(body).opened = True


def _part(body: Body) -> Part:
    if not body.parts:
        body.parts.append(Part())
    return body.parts[-1]


def with_marker(block: Block) -> Runs:
    """Give a block's runs with the figure of a numbered list before them, as they are printed where no list is."""
    if not block.marker or block.marker == "•" or not block.runs:
        return block.runs
    mark = msgspec.structs.replace(block.runs[0], text=f"{block.marker} ", style="", target="")
    return (mark, *block.runs)


def _add_paragraph(body: Body, block: Block) -> None:
    runs = stripped(with_marker(block))
    part = _part(body)
    if not runs:
        return
    if turn_of(body, block):
        # Also in the next section, which the next speech opens.
        before = part if part.points else body.parts[-2] if len(body.parts) > 1 else part
        if before.points and before.spoken:
            before.points[-1].answered = body.verbatim
        part.points.append(Draft(body=[paragraph_of(stripped(block.runs))], turn=True))
        part.opened, part.spoken, part.marker = False, True, block.marker
    elif part.spoken and (_ends_list(part, block) or _is_somebody_else(text_of(block.runs))):
        part.points[-1].answered = body.verbatim
        part.points.append(Draft(body=[paragraph_of(runs)]))
        part.opened, part.spoken = False, False
    elif _is_more(part, block) or _continues(part, block, body):
        part.points[-1].body.append(piece_of(block))
    else:
        _add_point_or_more_of_it(body, part, block, runs)


def _ends_list(part: Part, block: Block) -> bool:
    """Whether a block is none of the bullets among which somebody speaks: an agenda's next question, or a title."""
    return part.marker == "•" and (block.marker not in {"", "•"} or not block.group)


def _is_somebody_else(text: str) -> bool:
    return is_other_label(text) or is_label_of_unknown(text)


def paragraph_of(runs: Runs) -> Block:
    """Give runs as a paragraph by itself."""
    return Block("paragraph", runs)


def piece_of(block: Block) -> Block:
    """Give a block as it stands within a text: an item without its marker, a row of a table, or a paragraph."""
    if block.group:
        return msgspec.structs.replace(block, runs=stripped(block.runs))
    alone = paragraph_of(stripped(with_marker(block)))
    return msgspec.structs.replace(alone, pictures=block.pictures, inside=block.inside)


def _is_more(part: Part, block: Block) -> bool:
    """Whether a block is more of a list or a table, or a list of bullets or a table right behind a text."""
    last = part.points[-1].body[-1:] if part.points else []
    if not block.group or not part.points:
        return False
    if last and last[0].group == block.group:
        return True
    return (bool(block.cells) or block.marker == "•") and (bool(last) or bool(part.points[-1].lead))


def _add_point_or_more_of_it(body: Body, part: Part, block: Block, runs: Runs) -> None:
    ordinal = ordinal_of(text_of(runs))
    if ordinal is not None and is_closing(ordinal[0]) and not part.opened:
        ordinal = None
    if ordinal is not None and _numbers_points(body, ordinal[1], runs):
        part.points.append(_opened(body, runs, ordinal))
        part.opened = True
    elif runs[0].strong and _bold_sentence(runs):
        part.points.append(_opened(body, runs, None))
        part.opened = True
    elif part.opened:
        part.points[-1].body.append(piece_of(block))
    else:
        whole = block.cells or (
            block.group and block.marker == "•"
        )  # the first of a list or a table is one of it
        part.points.append(Draft(body=[piece_of(block) if whole else paragraph_of(runs)]))


def goes_on_from(before: str, text: str, language: LanguageCode) -> bool:
    """Whether a paragraph goes on with what was said in the one before: "She added", or nothing but a quotation."""
    text = text.strip()
    quoted = _ALL_QUOTED.fullmatch(text) is not None
    if before.rstrip().endswith((":", "：")) and text.startswith(("“", "「", '"')):
        return True
    return quoted or of(language).SAYING.goes_on.match(text) is not None


def _continues(part: Part, block: Block, body: Body) -> bool:
    """Whether a paragraph goes on with the point before: a turn's next paragraph, an item of a list it leads up to."""
    if not part.points:
        return False
    last = part.points[-1]
    if block.marker and last.body and not part.opened:
        part.listing = part.listing or text_of(last.body[-1].runs).rstrip().endswith((":", "："))
        return part.listing
    part.listing = False
    if block.inside and last.body and not part.opened:
        above = last.body[-1]
        if above.inside or text_of(above.runs).rstrip().endswith((":", "：")):
            return True
    if (
        last.body
        and not part.opened
        and goes_on_from(text_of(last.body[-1].runs), text_of(block.runs), body.language)
    ):
        return True
    text = text_of(with_marker(block))
    told_by_speaker = body.verbatim or FIRST_PERSON.search(text) is not None
    return part.spoken and (told_by_speaker or not ordinal_of(text)) and not _bold_sentence(block.runs)


def _numbers_points(body: Body, style: PointStyleName, runs: Runs) -> bool:
    """An ordinal of the points' own kind opens one; of another kind only in bold, or where none was yet."""
    kinds: set[PointStyleName | None] = {body.point_style, style}
    return body.point_style in {None, style} or runs[0].strong or kinds <= _WORDS or kinds <= _FIGURES


_WORDS: set[PointStyleName | None] = {"firstly", "first", "yishi", "diyi", "shouxian"}
_FIGURES: set[PointStyleName | None] = {"arabic", "dunhao", "dian", "kuohaoshu"}


def _bold_end(runs: Runs) -> int:
    text = ""
    for run in runs:
        # Two bold runs with a space between are two when the first is a whole sentence.
        if not run.strong and (run.text.strip() or ends_sentence(text)):
            break
        text += run.text
    return len(text)


def _bold_sentence(runs: Runs) -> bool:
    """Whether a bold start is a whole sentence, not a name in bold."""
    text = text_of(runs)[: _bold_end(runs)].strip()
    return ends_sentence(text) or text.endswith((":", "："))


def _is_name(text: str) -> bool:
    """Whether what stands in bold is somebody, with whom a sentence begins: "1. **Ada Berg** (Ulm) warned"."""
    text = text.strip(" ,，、")
    if is_han(text):
        return is_name(text) and not is_only_word(text) and not reads_as_words(text)
    return is_person(without_honorific(text)[0])


def _may_be_lead(text: str, start: int, end: int) -> bool:
    """Whether bold at the head of a text is no name, and no comma goes on from it: "**Weir Town**, for all, stated"."""
    return not _is_name(text[start:end]) and not text[end:].lstrip().startswith(_COMMAS)


def _opened(body: Body, runs: Runs, ordinal: tuple[str, PointStyleName, int] | None) -> Draft:
    """Cut a paragraph into ordinal, lead and what runs on from it.

    The lead is the bold first sentence, or the first sentence where the manuscript has no bold
    leads. Bold that runs past it is a slip: the rest is body, no longer bold.
    """
    point = Draft()
    start = 0
    if ordinal is not None:
        point.ordinal, style = ordinal_as_printed(text_of(runs), ordinal, body.language)
        body.point_style = body.point_style or style
        start = ordinal[2]
    bold, whole = _bold_end(runs), text_of(runs)
    end = start + first_sentence(whole[start:])
    bold_lead = bold > start and _may_be_lead(whole, start, bold)
    if not bold_lead and body.bold_leads:
        end = start
    elif bold_lead:
        point.overrun = bool(whole[end:bold].strip())
        end = min(end, bold)
    lead, rest = cut(runs, end)
    point.lead = _unbolded(stripped(cut(lead, start)[1]))
    rest = _unbolded_until(rest, bold - end) if point.overrun else rest
    point.body = [paragraph_of(kept)] if (kept := stripped(rest)) else []
    return point


def _unbolded(runs: Runs) -> Runs:
    return tuple(msgspec.structs.replace(run, strong=False) for run in runs)


def _unbolded_until(runs: Runs, place: int) -> Runs:
    before, after = cut(runs, place)
    return (*_unbolded(before), *after)


def has_bold_leads(blocks: list[Block]) -> bool:
    """Whether any paragraph opens with a bold sentence, so that bold tells leads in this manuscript."""
    return any(
        block.kind == "paragraph"
        and block.runs
        and block.runs[0].strong
        and not all_strong(block.runs)
        and _may_be_lead(text_of(block.runs), 0, _bold_end(block.runs))
        for block in blocks
    )
