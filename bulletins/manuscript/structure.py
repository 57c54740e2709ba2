"""Blocks → Document: tell the parts of a bulletin by its structure, and report what fits none."""

import re
from collections.abc import Iterable, Iterator, Sequence

import msgspec

from bulletins.document import Document, Finding, LanguageCode
from bulletins.language import of
from bulletins.manuscript import (
    attendance,
    han_rosters,
    head_lines,
    initials,
    interviews,
    names_apart,
    one_speech,
    quoted_blocks,
    talk_heads,
    talk_titles,
)
from bulletins.manuscript.alone_lines import together
from bulletins.manuscript.assembly import Parts, document
from bulletins.manuscript.blocks import (
    CJK,
    Block,
    Manuscript,
    Run,
    cut,
    line_of,
    merged,
    stripped,
    text_of,
    unplaced,
)
from bulletins.manuscript.body import (
    add,
    has_bold_leads,
    paragraph_of,
    piece_of,
    with_marker,
)
from bulletins.manuscript.colophon import names_in_row, take_foot
from bulletins.manuscript.colophon import told_of as foot_told
from bulletins.manuscript.inner_titles import with_inner_titles
from bulletins.manuscript.labelled_people import people_by_label
from bulletins.manuscript.lede import length_of_lede
from bulletins.manuscript.lists_of_people import (
    as_line,
    label_apart,
    list_after,
    looks_like_roster,
    with_commas,
)
from bulletins.manuscript.masthead import (
    is_repeat,
    settle,
    take,
    take_date_of_text,
    take_line,
)
from bulletins.manuscript.masthead_end import in_masthead, is_headline_of
from bulletins.manuscript.note_marks import without_note_marks
from bulletins.manuscript.openings import ordinal_of
from bulletins.manuscript.page_breaks import mended
from bulletins.manuscript.people_taken import END_OF_PEOPLE, set_people, take_han_lists, take_row
from bulletins.manuscript.pictures import figures_of
from bulletins.manuscript.roster import People, unique
from bulletins.manuscript.run_in_turns import apart
from bulletins.manuscript.signed_quotations import with_signatures
from bulletins.manuscript.speakers_taken import Present, present_in, take_speakers
from bulletins.manuscript.turns import is_verbatim, opening_speeches
from bulletins.manuscript.vocabulary import CREDITS, CREDITS_AFTER, NOTE, ROSTER
from forum.scripts import simplified

_HAN = re.compile(rf"[{CJK}]")
_LATIN = re.compile(r"[A-Za-z]+")
_DRAFT = re.compile(r"[—–\-*\s]*(draft|草\s*稿)[—–\-*\s]*", re.IGNORECASE)
_LONGEST_LINE = 200
_LONGEST_HEAD = 100  # blocks


def language_of(blocks: Iterable[Block]) -> LanguageCode:
    """Tell the language of a manuscript: Chinese where its characters outnumber Latin words."""
    text = " ".join(text_of(block.runs) for block in blocks)
    return "zh" if len(_HAN.findall(text)) > 2 * len(_LATIN.findall(text)) else "en"


def read_structure(manuscript: Manuscript) -> tuple[Document, tuple[Finding, ...]]:
    """Read a manuscript that is not ours: the Document, and what the reader has to say about it."""
    unmarked = without_note_marks([*map(as_line, manuscript.blocks)])
    parts = Parts(language=language_of(unmarked), findings=[*manuscript.findings])
    unmarked, parts.talks = talk_titles.with_titles(unmarked, parts.language)
    talks = talk_heads.with_labels(unmarked, parts.language)
    heads = head_lines.apart(list(talks), parts.language)
    if heads.wrote:
        parts.summarized_by = heads.wrote
        parts.head.fields["summarized_label"] = heads.label
    whole, findings = mended(take_han_lists(parts, names_apart.with_labels(heads.blocks, parts.language)))
    parts.findings.extend(findings)
    whole = with_signatures(together(whole, parts.language), parts.language)
    page_lines = [block for block in whole if block.label == "page-line"]
    blocks = [block for block in whole if block.label != "page-line" and block is not han_rosters.LISTED]
    _take_notes(parts, manuscript.notes)
    parts.figures = figures_of(manuscript.pictures)
    rest = _take_labelled_people(parts, _take_credits(parts, blocks))
    rest = _take_people(parts, [part for block in rest for part in label_apart(block, parts.language)])
    rest = _take_head(parts, rest)
    _take_page_lines(parts, page_lines)
    rest = _take_note(parts, rest)
    _take_body(parts, rest)
    parts.findings.extend(_unplaced_notes(parts))
    return document(parts)


def _take_notes(parts: Parts, notes: Sequence[Sequence[Block]]) -> None:
    """The footnote with the most people is the roster; others are notes where their marks stand."""
    read = [
        looks_like_roster("\n".join(line_of(block) for block in note), parts.language, note=True)
        for note in notes
    ]
    sizes = [len(people.entries) if people else 0 for people in read]
    best = sizes.index(max(sizes)) if any(sizes) else None
    for place, note in enumerate(notes):
        people = read[place]
        if place == best and people is not None:
            set_people(parts, people)
        else:
            parts.notes[place + 1] = tuple(stripped(with_marker(block)) for block in note)


def _unplaced_notes(parts: Parts) -> Iterator[Finding]:
    """Tell of footnotes whose marks stand where no text is: at a title, or in a list of people."""
    runs = (run for block in parts.blocks() for one in block.cells or (block.runs,) for run in one)
    placed = {run.note for run in runs}
    for number, paragraphs in parts.notes.items():
        if number not in placed:
            yield unplaced(" ".join(map(text_of, paragraphs)), "in a footnote")


_STAFF = re.compile(
    r"\s*(?:staff|visitors?|others?|absent|excused|regrets|apologies)(?: [a-z]+)?\s*:", re.IGNORECASE
)
_ATTENDEES = re.compile(
    r"\s*(?:list of |the )?attendees\b", re.IGNORECASE
)  # who was there, and need not speak


def _take_labelled_people(parts: Parts, blocks: list[Block]) -> list[Block]:
    """Take the lists of people by what they do; a line above such a list stays."""
    rest: list[Block] = []
    people = [*parts.roster]
    for block in blocks:
        found = people_by_label(block, parts.language)
        if found is None:
            rest.append(block)
            continue
        people.extend(found.people)
        parts.present = parts.present or found.present
        if found.above:
            rest.append(msgspec.structs.replace(block, runs=(Run("\n".join(found.above)),)))
    parts.roster = unique(people)
    return rest


def _take_people(parts: Parts, blocks: list[Block]) -> list[Block]:
    """Take the list of people out of the blocks: a paragraph, or what follows a heading that says so."""
    rest: list[Block] = []
    place = barren = 0
    while place < len(blocks):
        block, text = blocks[place], line_of(blocks[place])
        label = ROSTER.match(simplified(text))
        if block.label in {"person", "aside"}:
            take_row(parts, rest, block)
            place += 1
            continue
        # A list in which nobody was found holds nobody from its middle on either.
        if label is not None and label.end() == len(text) and place >= barren:
            people, barren = list_after(blocks, place, parts.language)
            if people.entries:
                rest.append(_set_below(parts, text, people))
                place = barren
                continue
        wanted = block.kind == "paragraph" and (label is not None or not parts.roster)
        found = _list_in(block, parts.language) if wanted else None
        if found is not None:
            set_people(parts, found)
            parts.present = parts.present or (bool(rest) and attendance.is_list(line_of(rest[-1])))
            _unmark(rest, found.mark)
        else:
            rest.append(block)
        place += 1
    return rest


def _set_below(parts: Parts, heading: str, people: People) -> Block:
    """Put the people below a heading into the roster; gives what stands in their place."""
    set_people(parts, people)
    parts.present = parts.present or _ATTENDEES.match(heading) is not None
    return END_OF_PEOPLE


def _list_in(block: Block, language: LanguageCode) -> People | None:
    """Read a paragraph that is a list of people, or give None."""
    text = line_of(block)
    if language == "en" and _STAFF.match(text):
        return None  # who was there: the label is nobody's name
    if _is_statement(block) or _is_refused(text, language):
        return None
    label = ROSTER.match(text) if language == "en" else None
    if label and label.end() < len(text) and len(text_of(block.runs)) == len(text):
        text = text[: label.end()] + with_commas(cut(block.runs, label.end())[1])
    found = looks_like_roster(text, language, note=bool(block.runs) and block.runs[0].raised)
    if found is None and language == "en" and (listed := attendance.people_behind_label(text)):
        found = People(listed)
    return found


def _is_refused(text: str, language: LanguageCode) -> bool:
    """Whether a Chinese text has a label of people and was refused as a list: it holds more than people."""
    return language == "zh" and han_rosters.is_labelled(text[:_LONGEST_LINE])


def _is_statement(block: Block) -> bool:
    """A paragraph that opens as a point or a note is none of the lists of people."""
    text = line_of(block)
    return (NOTE.match(simplified(text)) or ordinal_of(text)) is not None and not text[:1].isdigit()


def _unmark(blocks: list[Block], mark: str) -> None:
    """In plain text the roster's note mark sticks to a word; it goes where exactly one word bears it."""
    if not mark:
        return
    pattern = re.compile(rf"(?<=[^\W\d_]){re.escape(mark)}(?!\w)")
    bearing = [
        (place, found)
        for place, block in enumerate(blocks)
        for found in pattern.finditer(text_of(block.runs))
    ]
    if len(bearing) == 1:
        place, found = bearing[0]
        before, after = cut(blocks[place].runs, found.start())
        blocks[place] = msgspec.structs.replace(
            blocks[place], runs=merged((*before, *cut(after, len(mark))[1]))
        )


def _take_credits(parts: Parts, blocks: list[Block]) -> list[Block]:
    """Take the foot of the sheet, and the line that says who summarised: one of the last, or the first that does."""
    blocks, foot = take_foot(blocks)
    parts.findings.extend(foot_told(foot))
    parts.summarized_by = foot.authors or parts.summarized_by
    parts.head.fields |= foot.fields()
    for place in reversed(range(len(blocks))):
        text = line_of(blocks[place])
        found = (
            (CREDITS.fullmatch(text) or CREDITS_AFTER.fullmatch(text)) if len(text) < _LONGEST_LINE else None
        )
        if found is not None and not parts.summarized_by:
            parts.summarized_by = [name for name in names_in_row(found.group(1)) if name]
            return [*blocks[:place], *blocks[place + 1 :]]
    return blocks


def _take_head(parts: Parts, blocks: list[Block]) -> list[Block]:
    """Take the masthead: lines up to the note, the first paragraph or speech, or the first section."""
    place = 0
    speeches = opening_speeches(blocks[: 2 * _LONGEST_HEAD], parts.language)
    speeches -= {0} if is_headline_of(blocks, parts.language) else set()
    while (
        place < min(len(blocks), _LONGEST_HEAD)
        and place not in speeches
        and in_masthead(parts.head, blocks, place)
    ):
        block = blocks[place]
        if block.kind != "rule" and not _DRAFT.fullmatch(line_of(block)):
            take(parts.head, block)
        place += 1
    settle(parts.head)
    parts.summarized_by = parts.summarized_by or parts.head.authors
    return [*map(_as_paragraph, parts.head.opening), *blocks[place:]]


def _as_paragraph(block: Block) -> Block:
    return msgspec.structs.replace(block, kind="paragraph", level=0)


def _take_page_lines(parts: Parts, blocks: list[Block]) -> None:
    """Take from the pages' heads and feet what the masthead lacks: number, volume and date often stand there."""
    for block in blocks:
        line = line_of(block)
        if not take_line(parts.head, line) and not is_repeat(parts.head, block):
            parts.findings.append(unplaced(line, "in the page header or footer"))


def _take_note(parts: Parts, blocks: list[Block]) -> list[Block]:
    """Take the editor's note, wherever it stands: the labelled paragraph, or the one below the label."""
    for place, block in enumerate(blocks):
        label = NOTE.match(simplified(text_of(block.runs)))
        if label is None:
            continue
        parts.head.fields |= _note_label(text_of(block.runs)[: label.end()].strip(), parts.language)
        note = stripped(cut(block.runs, label.end())[1])
        if note:
            parts.note.append(paragraph_of(note))
            return [*blocks[:place], *blocks[place + 1 :]]
        below = blocks[place + 1 : place + 2]
        if below and below[0].kind == "paragraph":
            parts.note.append(piece_of(below[0]))
            return [*blocks[:place], *blocks[place + 2 :]]
        return [*blocks[:place], *blocks[place + 1 :]]
    return blocks


def _note_label(printed: str, language: LanguageCode) -> dict[str, str]:
    """Give the label as it is printed, where Chinese offices call the note otherwise: 编前语：, 【编者按】."""
    usual = language != "zh" or printed in {of(language).NOTE_LABEL, of(language).NOTE_LABEL.rstrip("：")}
    return {} if usual else {"note_label": printed}


def _take_interview(parts: Parts, title: str, blocks: list[Block]) -> Present:
    """Take it that a text is an interview; gives who is asked, with what they are."""
    found = interviews.interview(title, blocks, parts.roster, parts.language)
    texts = [text_of(block.runs) for block in blocks]
    parts.interview = found
    parts.short |= interviews.answering(found, texts, parts.language)
    return [(found.who.name, found.who.credit)] if found else []


def _take_speech(parts: Parts, title: str, blocks: list[Block]) -> None:
    """Take it that a text is one speech; whoever gave it is not the one that summarised."""
    parts.speech = found = one_speech.speech(title, parts.summarized_by, blocks, parts.language)
    if found:
        parts.summarized_by = [one for one in parts.summarized_by if found.who.name not in one]


def _take_body(parts: Parts, blocks: list[Block]) -> None:
    """Take the lede, then the sections; titles printed again are known and left out.

    Without sections, what follows the first paragraph is a row of points, each a paragraph or a speaker's turn.
    """
    shown = [block for block in blocks if block.kind != "rule" and not is_repeat(parts.head, block)]
    shown = interviews.lines_apart(with_inner_titles(shown))
    parts.inside = frozenset(quoted_blocks.words_of(text_of(block.runs)) for block in shown if block.inside)
    texts = [text_of(block.runs) for block in shown]
    take_date_of_text(parts.head, texts[0] if texts else "")
    title = str(parts.head.fields.get("title") or "")
    present = present_in(shown)
    there = [*(entry.name for entry in parts.roster), *(name for name, _ in present)]
    parts.there = frozenset(name for name, _ in present)
    parts.short = initials.implied(texts, there) | initials.told(texts, parts.roster)
    present += _take_interview(parts, title, shown)
    turns, whole = take_speakers(parts, shown, present), len(shown)
    if not turns and not parts.interview:
        _take_speech(parts, title, shown)
    shown = [*apart(shown, turns, there, parts.language)]
    parts.turns = turns if len(shown) == whole else take_speakers(parts, shown, present)
    parts.body.turns = parts.turns
    parts.body.language = parts.language
    parts.body.verbatim = is_verbatim(shown, parts.turns, parts.language)
    parts.body.bold_leads = has_bold_leads([block for block in shown if ordinal_of(line_of(block))])
    lede = length_of_lede(parts.body, shown, parts.language)
    lede = min(lede, parts.interview.begins) if parts.interview else lede
    parts.lede.extend(map(piece_of, shown[:lede]))
    for block in shown[lede:]:
        add(parts.body, block)
