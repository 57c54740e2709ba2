"""The bulletin itself: one plain, immutable value with no Django in it.

Every reader produces a Document, every check and renderer consumes one. The JSON face of
these structs is public and versioned (`SCHEMA`); `json_schema()` documents it.

Text is a `Prose`, as `bulletins/prose.py` has it: paragraphs, lists, tables and figures of inlines.

The structs' types hold the bounds of everything in a Document: decoding checks them, `validated`
checks a Document that was made otherwise, and the JSON Schema tells them.
"""

import datetime
from collections.abc import Callable, Iterator, Mapping
from functools import cached_property
from typing import Annotated, Any, Final, Literal, cast

import msgspec

# A Document is one value: whoever reads one finds the types of its running text here too.
from bulletins.prose import LETTERS as LETTERS
from bulletins.prose import Block as Block
from bulletins.prose import Change, figures_of, lines_of, notes_of, with_line, with_lines
from bulletins.prose import Figure as Figure
from bulletins.prose import Inline as Inline
from bulletins.prose import Key as Key
from bulletins.prose import Line as Line
from bulletins.prose import List as List
from bulletins.prose import Many as Many
from bulletins.prose import Mention as Mention
from bulletins.prose import Note as Note
from bulletins.prose import Paragraph as Paragraph
from bulletins.prose import Prose as Prose
from bulletins.prose import Table as Table
from bulletins.prose import Text as Text
from bulletins.prose import Words as Words
from bulletins.prose import tidy as tidy
from bulletins.prose import tidy_prose as tidy_prose
from forum.first_use import ready

SCHEMA: Final = "rapporteur/document/2"
NOBODY: Final = "-"  # no person's key

type Name = Annotated[str, msgspec.Meta(max_length=200, pattern=LETTERS)]
# Of a row that has an address.
type Slug = Annotated[str, msgspec.Meta(min_length=1, max_length=80, pattern=r"^[-a-zA-Z0-9_]+$(?!\n)")]
type Count = Annotated[int, msgspec.Meta(ge=1, le=2**31 - 1)]
type Year = Annotated[int, msgspec.Meta(ge=1900, le=9999)]
# In addresses; "" where nothing has one yet.
type Id = Annotated[str, msgspec.Meta(max_length=80, pattern=r"^[-a-zA-Z0-9_]*$(?!\n)")]

# Which languages and ordinals there are is told by bulletins/language, one file a language.
type LanguageCode = Annotated[str, msgspec.Meta(pattern="^[a-z]{2,3}$")]
type PointStyleName = Annotated[str, msgspec.Meta(pattern="^[a-z]{1,16}$")]
type Script = Literal["latin", "han"]
type RoleName = Literal["speech", "thematic report", "keynote", "moderator", "panelist", "host"]
type KindName = Literal["person", "body", "group"]
type SectionStyleName = Literal["roman", "arabic", "chinese", "parts"]
type HouseStyle = Literal["journal", "columns", "redhead"]
type Paper = Literal["a4", "letter"]


class RosterEntry(msgspec.Struct, frozen=True, kw_only=True):
    """Somebody who may be credited: the name as printed, and the credit as it stood that day.

    That is a person, a body (an organisation, a country, a delegation) or a group ("the guests"), which nobody
    can look up. `role_printed` are the words that tell the role where they are not the usual ones ("作主题报告").
    `organisation` is the key of the institution that the credit names, as far as it is known.
    """

    speaker: Key
    name: Line
    credit: Line = ""
    role: RoleName | None = None
    sessions: Many[Key] = ()
    organisation: Slug | None = None
    kind: KindName = "person"
    role_printed: Name | None = None


class SeriesRef(msgspec.Struct, frozen=True, kw_only=True):
    """The forum's series that this is an issue of: its name, what the masthead says, and how it is set on paper."""

    key: Slug
    name: Name
    masthead: Line
    style: HouseStyle = "journal"
    paper: Paper = "a4"


class SessionRef(msgspec.Struct, frozen=True, kw_only=True):
    """A session that the bulletin reports on."""

    key: Key
    title: Line
    date: datetime.date | None = None


class Point(msgspec.Struct, frozen=True, kw_only=True):
    """A thematic point. `ordinal` is as printed ("Firstly"), without its comma.

    `id` is given once, in the draft, and is the same in every version: addresses are made of it, since
    places change. What was just read from a manuscript has none yet. The first body paragraph runs on from
    the lead, in the same printed paragraph. `topics` are keys of the site's topics; they do not print.
    """

    id: Id = ""
    ordinal: Name | None = None
    lead: Paragraph = ()
    body: Prose = ()
    topics: Many[Slug] = ()


class Subsection(msgspec.Struct, frozen=True, kw_only=True):
    """A part with a title and points. `numeral` is as printed ("I"), without its stop; `id` is a point's."""

    id: Id = ""
    numeral: Name | None = None
    title: Line = ""
    points: Many[Point] = ()


class Section(Subsection, frozen=True, kw_only=True):
    """A part of the bulletin. Its own points stand before its sub-sections, which have none themselves."""

    sections: Many[Subsection] = ()


class Hand(msgspec.Struct, frozen=True):
    """Somebody who worked on the issue; `role` is as printed before the name ("责任编辑", "Editor")."""

    role: Name
    name: Name


class Labelled(msgspec.Struct, frozen=True):
    """A line at the foot of the sheet: whom it goes to ("报", "送"), or how to reach the publisher ("电话")."""

    label: Name
    text: Line


class Document(msgspec.Struct, frozen=True, kw_only=True, dict=True):
    """A whole bulletin, as it prints.

    `note_label` is what prints before the editor's note where that is not the usual word ("编前语：").
    `summarized_by` are its rapporteurs, whom citations name; `summarized_label` is what prints before them where
    that is not the usual word. `hands` are all others who worked on it. `distribution` and `copies` print on paper
    and are nothing that readers of the site are shown: `for_readers` leaves them out.
    """

    schema: Literal["rapporteur/document/2"] = SCHEMA
    language: LanguageCode = "en"
    forum: Name | None = None
    edition: Year | None = None
    publisher: Name | None = None
    series: SeriesRef | None = None
    issn: Annotated[str, msgspec.Meta(max_length=9, pattern=LETTERS)] | None = None
    number: Count | None = None
    volume: Count | None = None
    date: datetime.date | None = None
    series_title: Line | None = None
    title: Line | None = None
    sessions: Many[SessionRef] = ()
    roster: Many[RosterEntry] = ()
    editors_note: Prose = ()
    note_label: Name | None = None
    lede: Prose = ()
    sections: Many[Section] = ()
    summarized_by: Many[Line] = ()
    summarized_label: Name | None = None
    hands: Many[Hand] = ()
    marking: Line | None = None
    contact: Many[Labelled] = ()
    distribution: Many[Labelled] = ()
    copies: Count | None = None
    section_style: SectionStyleName = "roman"
    point_style: PointStyleName = "firstly"

    def entry(self, speaker: str) -> RosterEntry | None:
        """Give the roster entry with this key, or None."""
        return self._entries.get(speaker)

    @cached_property
    def _entries(self) -> dict[str, RosterEntry]:
        return {entry.speaker: entry for entry in reversed(self.roster)}

    def is_group(self, speaker: str) -> bool:
        """Tell whether a key is that of a group, whose name prints like any other word."""
        entry = self.entry(speaker)
        return entry is not None and entry.kind == "group"

    @cached_property
    def listed(self) -> tuple[RosterEntry, ...]:
        """The roster as it prints: a group is nobody whom a list could name."""
        return tuple(entry for entry in self.roster if entry.kind != "group")

    @cached_property
    def running_text(self) -> tuple[tuple[str, Paragraph], ...]:
        """Every paragraph of running text with its place; each check asks for them all."""
        return tuple(_paragraphs(self))


class Imprint(msgspec.Struct, frozen=True, kw_only=True):
    """What a rendering says about itself: a draft, or which version, when, where, and why.

    `logo` (a data: address), `colour` and `licence` are the forum's, on paper; `venues` tells where sessions were held,
    by key. `first_places` tells of a correction where its sections and points stood in the first version, by id.
    """

    draft: bool = True
    withdrawn: bool = False
    version: int = 1
    published_on: datetime.date | None = None
    correction: str = ""
    address: str = ""
    logo: str = ""
    colour: str = ""
    licence: str = ""
    venues: dict[str, str] = {}
    first_places: dict[str, str] = {}


def gettext_noop(message: str) -> str:
    """Mark a sentence for translation; the door that shows it translates it."""
    return message


type Severity = Literal["error", "warning", "hint"]


class Fix(msgspec.Struct, frozen=True, kw_only=True):
    """A proposed change as data: at `where`, put `new` in the place of `old`; with a `speaker`, as a mention."""

    where: str
    old: str
    new: str
    speaker: str = ""


class Finding(msgspec.Struct, frozen=True, kw_only=True):
    """What a reader or a check has to say about one place of a bulletin.

    `where` is a path into the Document ("roster[0]", "sections[1].points[0].body[0]").
    `template` is an English sentence with `{names}`, so that a door can translate it before
    `params` are filled in; `message` is that sentence in English.
    """

    code: str
    severity: Severity
    template: str
    params: dict[str, str] = {}
    where: str = ""
    fix: Fix | None = None

    @property
    def message(self) -> str:
        """The sentence in English, filled in."""
        return self.template.format_map(self.params)


ready(Document)  # before there are threads


def for_readers(document: Document) -> Document:
    """Give a Document without what prints on paper only: whom it was sent to, and how many were printed."""
    return msgspec.structs.replace(document, distribution=(), copies=None)


def sections(document: Document) -> Iterator[tuple[str, Subsection]]:
    """Give every section and sub-section with its place, in printed order."""
    for index, section in enumerate(document.sections):
        yield f"sections[{index}]", section
        for at, part in enumerate(section.sections):
            yield f"sections[{index}].sections[{at}]", part


def with_sections(document: Document, change: Callable[[Subsection], dict[str, Any]]) -> Document:
    """Give the Document with fields of every section and sub-section changed, in printed order."""

    def changed(section: Section) -> Section:
        fields = change(section)
        parts = tuple(msgspec.structs.replace(part, **change(part)) for part in section.sections)
        return msgspec.structs.replace(section, **fields, sections=parts)

    return msgspec.structs.replace(document, sections=tuple(map(changed, document.sections)))


def points(document: Document) -> Iterator[tuple[str, Point]]:
    """Give every point with its place, in printed order."""
    for where, section in sections(document):
        for at, point in enumerate(section.points):
            yield f"{where}.points[{at}]", point


def with_points(document: Document, change: Callable[[Point], Point]) -> Document:
    """Give the Document with every point changed, in printed order."""
    return with_sections(document, lambda section: {"points": tuple(map(change, section.points))})


def runs_on(point: Point) -> bool:
    """Tell whether a point's body runs on from its lead, in one printed paragraph; a list or a table does not."""
    return bool(point.lead and point.body and isinstance(point.body[0], tuple) and point.body[0])


def point_lines(point: Point) -> Iterator[tuple[str, Paragraph]]:
    """Give a point's lead and every other paragraph of it with its place within the point; those of notes come last."""
    yield "lead", point.lead
    body = list(lines_of(point.body, "body"))
    first_note = next((at for at, (where, _) in enumerate(body) if ".notes[" in where), len(body))
    yield from body[:first_note]
    yield from notes_of(point.lead, "lead")
    yield from body[first_note:]


def with_point_lines(point: Point, change: Change) -> Point:
    """Give a point with its lead and every other paragraph of it changed; `change` is told where it stands in it."""
    lead = with_line(point.lead, change, "lead")
    return msgspec.structs.replace(point, lead=lead, body=with_lines(point.body, change, "body"))


def paragraphs(document: Document) -> Iterator[tuple[str, Paragraph]]:
    """Give every paragraph of running text with its place, in printed order; those of notes end their part."""
    return iter(document.running_text)


def _paragraphs(document: Document) -> Iterator[tuple[str, Paragraph]]:
    yield from lines_of(document.editors_note, "editors_note")
    yield from lines_of(document.lede, "lede")
    for where, point in points(document):
        for place, paragraph in point_lines(point):
            yield f"{where}.{place}", paragraph


def with_paragraphs(document: Document, change: Change) -> Document:
    """Give the Document with every paragraph of running text changed; `change` is told its place."""
    note, lede = (with_lines(getattr(document, name), change, name) for name in ("editors_note", "lede"))
    changed = msgspec.structs.replace(document, editors_note=note, lede=lede)
    places = (where for where, _ in points(document))

    def point_changed(point: Point) -> Point:
        where = next(places)
        return with_point_lines(point, lambda place, paragraph: change(f"{where}.{place}", paragraph))

    return with_points(changed, point_changed)


def figures(document: Document) -> Iterator[tuple[str, Figure]]:
    """Give every figure with the place of the part that it stands in, in printed order."""
    yield from (("editors_note", one) for one in figures_of(document.editors_note))
    yield from (("lede", one) for one in figures_of(document.lede))
    for where, point in points(document):
        yield from ((where, one) for one in figures_of(point.body))


def with_figures(document: Document, change: Callable[[Figure], Block | None]) -> Document:
    """Give the Document with something else in the place of every figure, in printed order; None takes it out."""

    def changed(prose: Prose) -> Prose:
        blocks = (change(block) if isinstance(block, Figure) else block for block in prose)
        return tuple(block for block in blocks if block is not None)

    note, lede = changed(document.editors_note), changed(document.lede)
    rest = with_points(document, lambda point: msgspec.structs.replace(point, body=changed(point.body)))
    return msgspec.structs.replace(rest, editors_note=note, lede=lede)


def with_speakers[Value](value: Value, keys: Mapping[str, str]) -> Value:
    """Give an inline, a block, a Prose or a point with speakers named by their new keys; others stay."""
    if isinstance(value, Mention):
        behalf = None if value.behalf is None else keys.get(value.behalf, value.behalf)
        return msgspec.structs.replace(value, speaker=keys.get(value.speaker, value.speaker), behalf=behalf)
    if isinstance(value, tuple):
        return cast("Value", tuple(with_speakers(part, keys) for part in value))
    if isinstance(value, Point | List | Table | Figure | Note):
        parts = {name: getattr(value, name) for name in value.__struct_fields__}
        changed = {name: with_speakers(part, keys) for name, part in parts.items() if isinstance(part, tuple)}
        return msgspec.structs.replace(value, **changed)
    return value


def mentions(document: Document) -> Iterator[tuple[str, Mention]]:
    """Give every mention with the place of its paragraph, in printed order."""
    for where, paragraph in paragraphs(document):
        for inline in paragraph:
            if isinstance(inline, Mention):
                yield where, inline


def point_mentions(point: Point) -> Iterator[Mention]:
    """Give the mentions of one point, in printed order."""
    for _, paragraph in point_lines(point):
        for inline in paragraph:
            if isinstance(inline, Mention):
                yield inline
