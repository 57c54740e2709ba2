"""Parts as runs → the Document, with the findings that only now have a place."""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise
from typing import Any

import msgspec

from bulletins.document import Block as ProseBlock
from bulletins.document import (
    Document,
    Figure,
    Finding,
    LanguageCode,
    List,
    Mention,
    Paragraph,
    Point,
    Prose,
    RosterEntry,
    Section,
    Subsection,
    Table,
    Text,
    gettext_noop,
    mentions,
    tidy_prose,
)
from bulletins.language import of
from bulletins.manuscript import (
    called_by_post,
    interviews,
    one_speech,
    quoted_blocks,
    tables_of_sayings,
    titled_speakers,
)
from bulletins.manuscript.blocks import Block, Run, Runs, Shown, ends_sentence, joined, text_of
from bulletins.manuscript.body import Body, Draft, Part
from bulletins.manuscript.creditable import Creditable
from bulletins.manuscript.groups import with_groups
from bulletins.manuscript.interviews import Interview
from bulletins.manuscript.introductions import Called, Introduced, introduced, told_of
from bulletins.manuscript.kinds import with_kind
from bulletins.manuscript.label_forms import SIGNS
from bulletins.manuscript.labels import by_name, keys_of, labels_of
from bulletins.manuscript.latin_names import is_person
from bulletins.manuscript.led_up_to import with_borders
from bulletins.manuscript.masthead import Head
from bulletins.manuscript.mentions import inlines, led_on
from bulletins.manuscript.nameless_labels import FIRST_PERSON
from bulletins.manuscript.one_speech import Speech
from bulletins.manuscript.plain_names import told_of_plain_names
from bulletins.manuscript.talk_titles import Talk
from bulletins.manuscript.turns import label_of
from bulletins.markers import SPEAKER, Unprinted, bookmark
from bulletins.prose import tidy
from forum.scripts import is_han
from speakers.names import family_name, fold

_LONGEST_OPENING = 60  # letters before whoever a sentence lets speak
_LONGEST_HEADING = 60
# What the sheet has at its head or foot: "2742", "Page 3", "30 April 1997".
_OF_THE_SHEET = re.compile(
    r"(?:[Pp]age |[Pp]\.\s?)?\d{1,5}(?: of \d{1,5})?|\d{1,2} [A-Z][a-z]{2,8} \d{4}|[A-Z][a-z]{2,8} \d{1,2}, \d{4}"
)
_BRACKETS = ("(", "[", "（", "【", "［")
_COLON = re.compile(r"[^:：]{1,120}[:：]")


class Parts(msgspec.Struct):
    """What the reader has told apart so far."""

    language: LanguageCode
    head: Head = msgspec.field(default_factory=Head)
    body: Body = msgspec.field(default_factory=Body)
    note: list[Block] = []
    roster: tuple[RosterEntry, ...] = ()
    lede: list[Block] = []
    notes: dict[int, tuple[Runs, ...]] = {}
    figures: dict[int, tuple[Figure, Shown]] = {}
    summarized_by: list[str] = []
    findings: list[Finding] = []
    unprinted: Unprinted | None = None
    turns: frozenset[str] = frozenset()
    short: dict[str, str] = {}  # whom initials mean
    labels: dict[str, str] = {}  # whom initials and posts mean before a speech
    interview: Interview | None = None
    speech: Speech | None = None
    talks: dict[str, Talk] = {}
    inside: frozenset[str] = frozenset()  # texts of quotations and of items that a line before may lead up to
    there: frozenset[str] = frozenset()  # the names of those who were there
    present: bool = False  # whether the roster is a list of who was there, not of who spoke

    def paragraphs(self) -> list[Runs]:
        """All running text, in printed order, a point's lead with what runs on from it."""
        points = (draft for part in self.body.parts for draft in part.points)
        bodies = [runs for draft in points for runs in _paragraphs(draft)]
        return [*_runs_of(self.note), *_runs_of(self.lede), *bodies]

    def blocks(self) -> list[Block]:
        """All running text as blocks, in printed order; a lead is one."""
        drafts = (draft for part in self.body.parts for draft in part.points)
        bodies = [block for draft in drafts for block in (Block("paragraph", draft.lead), *draft.body)]
        return [*self.note, *self.lede, *bodies]


def _runs_of(blocks: list[Block]) -> list[Runs]:
    return [runs for block in blocks for runs in block.cells or (block.runs,)]


def _paragraphs(draft: Draft) -> list[Runs]:
    lead, body = draft.lead, _runs_of(draft.body)
    title = bool(lead and body) and not ends_sentence(text_of(lead))
    heads = title and (text_of(body[0]).lstrip()[:1].isupper() or is_han(text_of(lead)[-1:]))
    runs_on = bool(lead and body) and not draft.body[0].group and not heads
    return [joined(lead, body[0]), *body[1:]] if runs_on else [*((lead,) if lead else ()), *body]


def document(parts: Parts) -> tuple[Document, tuple[Finding, ...]]:
    """Set the parts as a Document; give the findings in its order."""
    people = _people(parts)
    roster = people.roster
    if parts.unprinted is None:
        roster = with_groups(roster, map(_text, parts.paragraphs()), parts.language)
    creditable = creditable_of(parts, roster, people.found)
    grammar = of(parts.language)
    result = Document(
        language=parts.language,
        roster=roster,
        editors_note=_prose(parts.note, creditable),
        lede=_prose(parts.lede, creditable),
        sections=tuple(_sections(parts.body.parts, creditable)),
        summarized_by=tuple(parts.summarized_by),
        section_style=parts.body.section_style or grammar.SECTION_STYLE,
        point_style=parts.body.point_style or next(iter(grammar.POINT_STYLES)),
        **parts.head.fields,
    )
    result = msgspec.structs.replace(result, roster=_without_silent(result, people.found))
    found = (*parts.head.findings, *parts.findings, *_overruns(parts), *told_of(people))
    if parts.unprinted:
        return result, found
    result = one_speech.with_borders(interviews.with_borders(result, parts.interview), parts.speech)
    result = quoted_blocks.with_borders(
        titled_speakers.with_borders(with_borders(result), parts.talks), parts.inside
    )
    return result, (*found, *told_of_plain_names(result))


def _text(runs: Runs) -> str:
    return text_of(runs).replace("\n", " ")


def _without_silent(document: Document, found: Sequence[RosterEntry]) -> tuple[RosterEntry, ...]:
    """Leave out groups, and bodies that the text only names beside one that speaks: "opposed by SUTLAND"."""
    credited = {key for _, mention in mentions(document) for key in (mention.speaker, mention.behalf)}
    unheard = {entry.speaker for entry in found if entry.kind == "body"}
    unheard |= {entry.speaker for entry in document.roster if entry.kind == "group"}
    silent = unheard - credited
    return tuple(entry for entry in document.roster if entry.speaker not in silent)


_LONGEST_END = 40  # letters of a lead that a finding quotes
_BRACKET = re.compile(r"[)）][:：]")
_AT_LAST = re.compile(
    r"\s*(?:(?:最[后後]|[随隨][后後]|接[着著]|[会會][上后後]|首先)[，,]|"
    r"(?:Finally|Then|Lastly|In closing|In the end),\s)"
)


def _tells_who_speaks(title: str) -> bool:
    """Whether a title names somebody with a post in brackets before a colon: "Ada Berg (Weir Office): Of rain"."""
    bracket = _BRACKET.search(title)
    return bracket is not None and (is_han(title) or is_person(re.split(r"\s?\(", title)[0]))


def _people(parts: Parts) -> Introduced:
    """Give the roster, and those of it whom the text itself introduces; our own files say it all themselves."""
    if parts.unprinted:
        return Introduced(parts.roster, len(parts.roster), ())
    title = (Run(str(parts.head.fields.get("title") or "")),)
    roster = [with_kind(entry) for entry in parts.roster]
    # 二、令狐野（芦汀大学教授）：方言先要有人听. Who speaks there is told, though a title credits nobody.
    heads = [(Run(part.title),) for part in parts.body.parts if _tells_who_speaks(part.title)]
    known = [entry.name for entry in roster]
    titled = titled_speakers.labels_in(
        [part.title for part in parts.body.parts], parts.language, known, parts.talks
    )
    heads.extend((Run(one.label),) for one in titled)
    return introduced(
        [title, *heads, *parts.paragraphs()],
        roster,
        Called(parts.turns | {one.name for one in titled}, parts.short, parts.labels, parts.body.verbatim),
        parts.language,
        beside_speakers=bool(roster) and not parts.present,
        beforehand=(
            *tables_of_sayings.sightings(parts.blocks()),
            *((parts.interview.who,) if parts.interview else ()),
            *((parts.speech.who,) if parts.speech else ()),
            *titled_speakers.sightings((part.title for part in parts.body.parts), parts.language),
        ),
    )


def _may_be_same(name: str, other: str) -> bool:
    """Whether two names may be one person's: "A. Berg" is Ada Berg, and so may "Berg" be."""
    if fold(family_name(name)) != fold(family_name(other)):
        return False
    return " " not in name or fold(name)[:1] == fold(other)[:1]


def creditable_of(
    parts: Parts, roster: tuple[RosterEntry, ...], found: tuple[RosterEntry, ...] = ()
) -> Creditable:
    """Give who may be credited, under every address that a link may use for them."""
    known = [entry.speaker for entry in roster]
    if parts.unprinted is not None:
        known.extend(parts.unprinted.strangers)
    keys = {key: key for key in known}
    for key in known:
        keys |= {f"{SPEAKER}{key}": key, bookmark(f"{SPEAKER}{key}"): key}
    return Creditable(
        parts.language,
        roster,
        keys,
        exact=parts.unprinted is not None,
        as_written=frozenset(parts.unprinted.digests if parts.unprinted else ()),
        introduced=frozenset(entry.speaker for entry in found),
        present=parts.present,
        turns=labels_of(parts.turns, roster, parts.labels),
        verbatim=parts.body.verbatim,
        short=keys_of(parts.short, roster),
        posts=keys_of(called_by_post.holders(called_by_post.told_of(roster)), roster),
        notes=parts.notes,
        figures=parts.figures,
        led_on=led_on(parts.paragraphs()) if parts.language == "en" else frozenset(),
        others=frozenset(
            name for name in parts.there if not any(_may_be_same(name, entry.name) for entry in roster)
        ),
    )


def _prose(blocks: list[Block], creditable: Creditable) -> Prose:
    """Set blocks; those of one list or table are one."""
    found: list[ProseBlock] = []
    for group, some in groupby(blocks, key=lambda block: block.group):
        alike = list(some)
        if group:
            found.append(_table(alike, creditable) if alike[0].cells else _list(alike, creditable))
            found.extend(_figures(alike, creditable))
            continue
        for block in alike:
            found.extend(_with_figures(block, inlines(block.runs, creditable), creditable))
    return tidy_prose(tuple(found))


def _with_figures(block: Block, text: Paragraph, creditable: Creditable) -> Iterator[ProseBlock]:
    """Give a paragraph and the figures behind it; in a file of ours one with a picture is its caption."""
    if not creditable.exact:
        yield text
        yield from _figures([block], creditable)
        return
    shown = [*_figures([block], creditable)]
    if not shown:
        yield text
    for figure in shown:
        yield msgspec.structs.replace(figure, caption=text if figure is shown[-1] else ())


def _figures(blocks: Sequence[Block], creditable: Creditable) -> Iterator[Figure]:
    for number in (number for block in blocks for number in block.pictures):
        if number in creditable.figures:
            figure, shown = creditable.figures[number]
            yield msgspec.structs.replace(figure, caption=inlines(shown.caption, creditable))


def _list(blocks: list[Block], creditable: Creditable) -> List:
    return _as_list(blocks, [inlines(block.runs, creditable) for block in blocks])


def _as_list(blocks: Sequence[Block], paragraphs: Sequence[Paragraph]) -> List:
    items: list[tuple[Paragraph, ...]] = []
    for block, paragraph in zip(blocks, paragraphs, strict=True):
        if block.marker or not items:
            items.append((paragraph,))
        else:
            items[-1] = (*items[-1], paragraph)
    number = blocks[0].marker.rstrip(".")
    start = int(number) if number.isdecimal() else 1
    return List(tuple(items), ordered=number.isdecimal(), start=start)


def _table(rows: list[Block], creditable: Creditable) -> Table:
    cells = [tuple(inlines(cell, creditable) for cell in row.cells) for row in rows]
    if not creditable.exact:
        cells = tables_of_sayings.with_borders(rows, cells, by_name(creditable.roster))
    return Table(cells[0], tuple(cells[1:])) if rows[0].head else Table((), tuple(cells))


def _sections(parts: list[Part], creditable: Creditable) -> Iterator[Section]:
    """Set the sections, each with the sub-sections that follow it."""
    at = 0
    while at < len(parts):
        end = next((place for place in range(at + 1, len(parts)) if not parts[place].inner), len(parts))
        inner = tuple(Subsection(**_fields(part, creditable)) for part in parts[at + 1 : end])
        yield Section(**_fields(parts[at], creditable), sections=inner)
        at = end


def _fields(part: Part, creditable: Creditable) -> dict[str, Any]:
    points = tuple(_point(draft, creditable) for draft in part.points)
    return {"numeral": part.numeral, "title": part.title, "points": points}


def _point(draft: Draft, creditable: Creditable) -> Point:
    body = _turn(draft, creditable) if draft.turn else _prose(draft.body, creditable)
    return Point(ordinal=draft.ordinal, lead=inlines(draft.lead, creditable), body=body)


def _turn(draft: Draft, creditable: Creditable) -> Prose:
    """Set a speech of a record: where it says "I" or "we", it is still the speaker's, whoever it names.

    Of a verbatim one that somebody answers, each paragraph is.
    """
    blocks = draft.body
    spoken = list(_prose(blocks[:1], creditable))
    first = spoken[0] if spoken and isinstance(spoken[0], tuple) else ()
    # A mention that a manuscript writes by a key ("@[berg-ada]") may be of nobody's.
    named = (one.speaker for one in first if isinstance(one, Mention))
    speaker = next((key for key in named if key in creditable.entries), None)
    if speaker is None:
        return _prose(blocks, creditable)
    border = Mention(speaker, printed="")
    # "Mr. Lund. We meet", "Mayor Lund – We meet"; what a group says ends with its sentence, a speech does not.
    if not _COLON.match(text_of(blocks[0].runs)) or creditable.entries[speaker].kind == "group":
        spoken[0] = (border, *first)
    ended = False
    for group, some in groupby(blocks[1:], key=lambda block: block.group):
        alike = list(some)
        for block in () if group else alike:
            text = text_of(block.runs)
            aside = text.startswith(_BRACKETS)  # （掌声）, [Laughter]
            ended = ended or _is_heading(text)
            sheet = _OF_THE_SHEET.fullmatch(text) is not None
            of_speaker = not (ended or sheet or _is_told(block, speaker, creditable)) and (
                FIRST_PERSON.search(text) is not None
                or (draft.answered and not aside and not _is_of_another(block, speaker, creditable))
            )
            known = Creditable(creditable.language, notes=creditable.notes) if of_speaker else creditable
            paragraph = inlines(block.runs, known)
            spoken.append((border, *paragraph) if of_speaker and paragraph else paragraph)
            spoken.extend(_figures([block], creditable))
        if group and alike[0].inside and not alike[0].cells:
            spoken.append(_list_below(alike, border, creditable))
        elif group:
            spoken.extend(_prose(alike, creditable))
    return tuple(block for block in spoken if block)


def _list_below(blocks: Sequence[Block], border: Mention, creditable: Creditable) -> List:
    """Set the list within the item of a speech: it goes on with that, up to whoever else speaks in it."""
    known = Creditable(creditable.language, notes=creditable.notes)
    made: list[Paragraph] = []
    for block in blocks:
        ends = not block.inside or label_of(text_of(block.runs), creditable.language) is not None
        if ends or _is_of_another(block, border.speaker, creditable):
            break
        made.append(tidy((border, *inlines(block.runs, known))))
    rest = [inlines(block.runs, creditable) for block in blocks[len(made) :]]
    return _as_list(blocks, [*made, *rest])


def _is_told(block: Block, speaker: str, creditable: Creditable) -> bool:
    """Whether a paragraph goes on to tell what another said at last, be there a "we": 最后，令狐野总结：我们要…."""
    return _AT_LAST.match(text_of(block.runs)) is not None and _is_of_another(block, speaker, creditable)


def _is_of_another(block: Block, speaker: str, creditable: Creditable) -> bool:
    """Whether a paragraph opens with somebody else who says something: "Lund held that it rains."."""
    saying, text = of(creditable.language).SAYING, text_of(block.runs)
    if saying.others.match(text):
        return True
    paragraph = inlines(block.runs, creditable)
    before = 0
    for one, following in pairwise((*paragraph, Text(""))):
        if isinstance(one, Mention):
            if one.speaker != speaker and not before and one.printed in creditable.short:
                return True  # "AB volunteers to write it."
            says = isinstance(following, Text) and saying.after.match(following.text) is not None
            return one.speaker != speaker and before < _LONGEST_OPENING and says
        before += len(one.text) if isinstance(one, Text) else 0
    return False


def _is_heading(text: str) -> bool:
    """Whether a short line without a stop stands between speeches: what follows it is nobody's of those before."""
    if _OF_THE_SHEET.fullmatch(text):
        return False
    if is_han(text):
        return text[:1] in SIGNS and not ends_sentence(text)
    return len(text) < _LONGEST_HEADING and text[-1:].isalnum()


def _places(parts: list[Part]) -> Iterator[tuple[str, Part]]:
    """Give the parts with the paths that they will have in the Document."""
    section, inner = -1, 0
    for part in parts:
        if part.inner and section >= 0:
            yield f"sections[{section}].sections[{inner}]", part
            inner += 1
        else:
            section, inner = section + 1, 0
            yield f"sections[{section}]", part


def _last_words(text: str) -> str:
    """Give the end of a text, cut at a word."""
    end = text[-_LONGEST_END:]
    return end.partition(" ")[2] if end != text and " " in end else end


def _overruns(parts: Parts) -> list[Finding]:
    return [
        Finding(
            code="bold-overrun",
            severity="hint",
            template=gettext_noop(
                "The bold type ran on past the first sentence; the lead was taken to end with “{end}”."
            ),
            params={"end": _last_words(text_of(draft.lead))},
            where=f"{where}.points[{point}].lead",
        )
        for where, part in _places(parts.body.parts)
        for point, draft in enumerate(part.points)
        if draft.overrun
    ]
