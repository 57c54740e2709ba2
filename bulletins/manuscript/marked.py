"""Files that our own writers made: their marks say what is what, so nothing is guessed."""

import itertools
import re
from collections.abc import Iterable, Iterator, Sequence

import msgspec

from bulletins.document import (
    Document,
    Finding,
    Hand,
    Labelled,
    LanguageCode,
)
from bulletins.language import of
from bulletins.language.colophon import hand_lines, printed_line, typed_line
from bulletins.manuscript.assembly import Parts, document
from bulletins.manuscript.blocks import (
    Block,
    Manuscript,
    Run,
    Runs,
    cut,
    line_of,
    lines,
    merged,
    stripped,
    text_of,
    unplaced,
)
from bulletins.manuscript.body import Draft, Part, paragraph_of
from bulletins.manuscript.colophon import names_in_row
from bulletins.manuscript.marked_roster import take_roster
from bulletins.manuscript.masthead import take_line
from bulletins.manuscript.openings import numeral_as_printed, ordinal_as_printed, ordinal_of, section_numeral
from bulletins.manuscript.pictures import figures_of
from bulletins.manuscript.unprinted import with_unprinted
from bulletins.manuscript.vocabulary import CREDITS
from bulletins.markers import LEAD, PIECES, Unprinted
from forum.bounded_json import decode

_HOLDER = "\u200b"  # stands for an anchor that has no text
_FIELDS = {
    "publisher": "publisher",
    "series-title": "series_title",
    "title": "title",
    "marking": "marking",
}
# As `subsection_numeral` gives them, and those of houses of their own.
_INNER_NUMERAL = re.compile(r"[A-Z]{1,3}(?:\. |、)|\d{1,3}\.\d{1,3} |（[^（）]{1,6}）")
_LONGEST_LINE = 400
_FIGURE = re.compile(r"\s*(\d+)\.\s*")


def unprinted_of(text: str) -> Unprinted | None:
    """Read what our writers left in a file; None where they did not, or somebody broke it."""
    try:
        return decode(text.encode(), Unprinted)
    except (msgspec.DecodeError, UnicodeError):
        return None


def read_marked(manuscript: Manuscript, unprinted: Unprinted) -> tuple[Document, tuple[Finding, ...]]:
    """Read a file of ours. Paragraphs somebody added go where they stand."""
    parts = Parts(language=unprinted.language, findings=list(manuscript.findings), unprinted=unprinted)
    for number, note in enumerate(manuscript.notes, 1):
        if any(run.style for block in note for run in block.runs):
            take_roster(parts, [run for block in note for run in block.runs])
        else:
            parts.notes[number] = tuple(_with_spaces(block.runs) for block in note)
    parts.figures = figures_of(manuscript.pictures)
    for block in _by_lines(_with_levels(manuscript.blocks)):
        if block.kind != "rule":
            _take(parts, _without_holder(block))
    _with_head(parts, unprinted)
    parts.body.section_style = unprinted.section_style
    parts.body.point_style = unprinted.point_style
    parts.head.fields |= {
        "forum": unprinted.forum,
        "edition": unprinted.edition,
        "sessions": unprinted.sessions,
    }
    read, findings = document(parts)
    return with_unprinted(read, unprinted, findings)


def _with_levels(blocks: Sequence[Block]) -> Iterator[Block]:
    """Tell sections and sub-sections apart: in Word they are of the first two levels, below a title of the next two."""
    levels = {one.level for one in blocks if one.kind == "heading" and one.label not in _FIELDS}
    for block in blocks:
        is_inner = block.kind == "heading" and block.level > (1 if 1 in levels else 2)
        yield (
            msgspec.structs.replace(block, label="subsection")
            if is_inner and block.label not in _FIELDS
            else block
        )


def _by_lines(blocks: Iterable[Block]) -> Iterator[Block]:
    """Cut an item of a list at its line breaks, which begin its other paragraphs."""
    for block in blocks:
        first, *rest = (lines(block.runs) if block.group and not block.cells else []) or [block.runs]
        yield msgspec.structs.replace(block, runs=first)
        yield from (msgspec.structs.replace(block, runs=line, marker="") for line in rest)


def _without_holder(block: Block) -> Block:
    runs = _with_spaces(run for run in block.runs if run.text != _HOLDER)
    cells = tuple(_with_spaces(cell) for cell in block.cells)
    opens = any(run.style == LEAD for run in block.runs)
    return msgspec.structs.replace(block, runs=runs, cells=cells, label="point" if opens else block.label)


def _with_spaces(runs: Iterable[Run]) -> Runs:
    """Undo what pandoc makes of spaces in raised and lowered text."""
    return merged(
        msgspec.structs.replace(run, text=run.text.replace("\xa0", " ")) if run.raised or run.lowered else run
        for run in runs
    )


def _take(parts: Parts, block: Block) -> None:
    handler = _HANDLERS.get(block.label, _take_text)
    if block.kind == "heading" and block.label not in {"title", "series-title"}:
        handler = _take_section
    handler(parts, block)


def _take_nothing(_parts: Parts, _block: Block) -> None:
    """The draft mark and the correction note belong to the imprint, the masthead to the series, a label to its part."""


def _take_line(parts: Parts, block: Block) -> None:
    line = line_of(block)[:_LONGEST_LINE]
    if block.label == "issn":
        parts.head.fields["issn"] = line.removeprefix("ISSN ")
    elif not take_line(parts.head, line):
        parts.findings.append(unplaced(line, "in the masthead"))


def _take_field(parts: Parts, block: Block) -> None:
    parts.head.fields[_FIELDS[block.label]] = text_of(stripped(block.runs))


def _take_note(parts: Parts, block: Block) -> None:
    typed = parts.unprinted.note_label if parts.unprinted else None
    label = typed or of(parts.language).NOTE_LABEL
    runs = stripped(block.runs)
    if not parts.note and text_of(runs).startswith(label):
        parts.head.fields["note_label"] = typed
        runs = stripped(cut(runs, len(label))[1])
    if runs or block.pictures:
        parts.note.append(_piece(msgspec.structs.replace(block, runs=runs)))


def _take_lede(parts: Parts, block: Block) -> None:
    parts.lede.append(_piece(block))


def _take_section(parts: Parts, block: Block) -> None:
    text = text_of(stripped(block.runs))
    inner = block.label == "subsection"
    numeral = (_inner_numeral(text) if inner else None) or _numeral(text, parts.language)
    if numeral is None:
        parts.body.parts.append(Part(title=text, inner=inner))
    else:
        parts.body.parts.append(Part(numeral[0], text[numeral[1] :].strip(), inner=inner))


def _numeral(text: str, language: LanguageCode) -> tuple[str, int] | None:
    found = section_numeral(text)
    if found is None and (ordinal := ordinal_of(text)) and ordinal[1] == "kuohao":
        return ordinal[0], ordinal[2]
    return (numeral_as_printed(text, found, language), found[2]) if found else None


def _inner_numeral(text: str) -> tuple[str, int] | None:
    found = _INNER_NUMERAL.match(text)
    return (found.group().strip().rstrip(".、"), found.end()) if found else None


def _take_point(parts: Parts, block: Block) -> None:
    if not parts.body.parts:
        parts.body.parts.append(Part())
    place = sum(len(run.text) for run in block.runs if run.style == LEAD)
    lead, rest = cut(block.runs, place)
    draft = Draft()
    ordinal = _ordinal(text_of(lead) + " ", parts.language)
    if ordinal is not None:
        draft.ordinal, lead = ordinal[0], cut(lead, ordinal[1])[1]
    draft.lead = stripped(merged(msgspec.structs.replace(run, strong=False, style="") for run in lead))
    body = _unmarked(stripped(rest))
    draft.body = [paragraph_of(body)] if body else []
    parts.body.parts[-1].points.append(draft)


def _ordinal(text: str, language: LanguageCode) -> tuple[str, int] | None:
    if figure := _FIGURE.match(text):
        return figure.group(1), figure.end()
    found = ordinal_of(text)
    return (ordinal_as_printed(text, found, language)[0], found[2]) if found else None


def _take_roster(parts: Parts, block: Block) -> None:
    take_roster(parts, block.runs)


def _take_pieces(parts: Parts, block: Block) -> None:
    """Take a line whose parts are told by the styles of their letters."""
    for part, some in itertools.groupby(block.runs, key=lambda run: run.style):
        piece = Block("paragraph", tuple(some), label=part)
        if part in PIECES:
            _take(parts, piece)
        elif line := line_of(piece):
            parts.findings.append(unplaced(line, "in the masthead"))


def _with_head(parts: Parts, unprinted: Unprinted) -> None:
    """Take what the head of this file does not print, and a title that it prints in lines, with the same words."""
    fields = parts.head.fields
    for name, value in unprinted.head.items():
        printed = fields.get(name)
        if not printed or "".join(printed.split()) == "".join(value.split()):
            fields[name] = value


def _take_credits(parts: Parts, block: Block) -> None:
    text = " ".join(text_of(block.runs).split())
    grammar, unprinted = of(parts.language), parts.unprinted or Unprinted()
    label = unprinted.rapporteurs_label
    if label is not None and text.startswith(label):
        parts.head.fields["summarized_label"] = label
    told = text.removeprefix(label or grammar.SUMMARIZED_BY).strip()
    if told == grammar.names_in_list(unprinted.rapporteurs):
        parts.summarized_by = list(unprinted.rapporteurs)
    elif found := CREDITS.fullmatch(text):
        parts.summarized_by = [name for name in re.split(r"\s*(?:[,、]|\band\b)\s*", found.group(1)) if name]


def _take_hands(parts: Parts, block: Block) -> None:
    """Take a line that tells who did one thing for the issue: as it was, if that is what it printed."""
    line = _line(block)
    known = parts.unprinted.hands if parts.unprinted else ()
    for _role, some in itertools.groupby(known, key=lambda hand: hand.role):
        hands = tuple(some)
        printed = next(hand_lines(hands, parts.language))
        if _same(printed_line(printed, parts.language), line):
            _add(parts, "hands", *hands)
            return
    typed = typed_line(line)
    _add(parts, "hands", *(Hand(typed.label, name) for name in names_in_row(typed.text)))


def _take_labelled(parts: Parts, block: Block) -> None:
    line, grammar = _line(block), of(parts.language)
    known = getattr(parts.unprinted, block.label, ())
    for one in known:
        label = f"{one.label}{grammar.LABEL_END}" if one.label else ""
        if _same(f"{label}{grammar.GAP if label else ''}{one.text}", line):
            _add(parts, block.label, one)
            return
    _add(parts, block.label, typed_line(line))


def _take_copies(parts: Parts, block: Block) -> None:
    if figure := re.search(r"\d{1,9}", _line(block)):
        parts.head.fields["copies"] = max(int(figure.group()), 1)


def _line(block: Block) -> str:
    return text_of(block.runs).strip()


def _same(one: str, other: str) -> bool:
    return " ".join(one.split()) == " ".join(other.split())


def _add(parts: Parts, name: str, *values: Hand | Labelled) -> None:
    parts.head.fields[name] = (*parts.head.fields.get(name, ()), *values)


def _take_text(parts: Parts, block: Block) -> None:
    piece = _piece(block)
    part = parts.body.parts[-1] if parts.body.parts else None
    if not piece.runs and not piece.pictures:
        return
    if part is not None and part.points:
        part.points[-1].body.append(piece)
    elif part is not None:
        part.points.append(Draft(body=[piece]))
    elif parts.lede:
        parts.lede.append(piece)
    else:
        parts.findings.append(unplaced(line_of(block), "before the lede"))


def _piece(block: Block) -> Block:
    """Give a block of running text without the marks that told what it is."""
    cells = tuple(_unmarked(stripped(cell)) for cell in block.cells)
    return msgspec.structs.replace(block, runs=_unmarked(stripped(block.runs)), cells=cells)


def _unmarked(runs: Runs) -> Runs:
    return merged(msgspec.structs.replace(run, style="") for run in runs)


_HANDLERS = {
    "draft-mark": _take_nothing,
    "correction": _take_nothing,
    "issue": _take_line,
    "date": _take_line,
    "issn": _take_line,
    "publisher": _take_field,
    "series-title": _take_field,
    "title": _take_field,
    "editors-note": _take_note,
    "note-figure": _take_note,
    "lede": _take_lede,
    "lede-figure": _take_lede,
    "section": _take_section,
    "point": _take_point,
    "summarized-by": _take_credits,
    "marking": _take_field,
    "hands": _take_hands,
    "contact": _take_labelled,
    "distribution": _take_labelled,
    "copies": _take_copies,
    "issue-date": _take_pieces,
    "publisher-issn": _take_pieces,
    "masthead": _take_nothing,
    "publisher-date": _take_pieces,
    "roster-label": _take_nothing,
    "roster-list": _take_roster,
    "imprint": _take_pieces,
}
