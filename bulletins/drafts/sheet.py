"""A draft as the writing page holds it: a Document's parts with the keys of their rows.

The page sends what it changed as `Change`s. Each says what the page believed to stand there (`was`)
and what shall stand there (`now`): a place that somebody else changed meanwhile is told apart from
one that nobody touched, without locks and without revisions. `bulletins/drafts/carrying_out.py` carries them out.
"""

import datetime
from collections.abc import Iterator
from typing import Any, Literal
from uuid import UUID, uuid4

import msgspec

from bulletins.document import (
    Document,
    Hand,
    KindName,
    Labelled,
    LanguageCode,
    Paragraph,
    Point,
    PointStyleName,
    Prose,
    RoleName,
    RosterEntry,
    Section,
    SectionStyleName,
    SeriesRef,
    SessionRef,
    Subsection,
    tidy,
    tidy_prose,
)
from bulletins.language import of, renumbered

# Rows that are numbered carry this until `language.renumbered` puts the words there.
NUMBERED = "?"


class PointText(msgspec.Struct, frozen=True, kw_only=True):
    """What a point says. Lead and body are one thing: whoever changes either changes the point."""

    numbered: bool = True
    lead: Paragraph = ()
    body: Prose = ()
    topics: tuple[str, ...] = ()


class SheetPoint(PointText, frozen=True, kw_only=True):
    """A point with the key of its row."""

    id: UUID

    def said(self) -> PointText:
        """What it says, without its key."""
        return PointText(numbered=self.numbered, lead=self.lead, body=self.body, topics=self.topics)


class SectionHead(msgspec.Struct, frozen=True, kw_only=True):
    """A section's title, and whether it has a numeral. One of the second level is part of the section above it."""

    title: str = ""
    numbered: bool = True
    level: Literal[1, 2] = 1


class SheetSection(SectionHead, frozen=True, kw_only=True):
    """A section with the key of its row, and its points."""

    id: UUID
    points: tuple[SheetPoint, ...] = ()

    def head(self) -> SectionHead:
        """Its title, without key and points."""
        return SectionHead(title=self.title, numbered=self.numbered, level=self.level)


class Credit(msgspec.Struct, frozen=True, kw_only=True):
    """How a bulletin's roster prints somebody. Without a `name`, the speaker's own prints."""

    name: str = ""
    credit: str = ""
    role: RoleName | None = None
    role_printed: str = ""
    organisation: str | None = None
    kind: KindName = "person"


class SheetEntry(Credit, frozen=True, kw_only=True):
    """A roster entry, by the key of the speaker, body or group."""

    speaker: str

    def printed(self) -> Credit:
        """How it prints, without the key."""
        return Credit(
            name=self.name,
            credit=self.credit,
            role=self.role,
            role_printed=self.role_printed,
            organisation=self.organisation,
            kind=self.kind,
        )


class Fields(msgspec.Struct, frozen=True, kw_only=True):
    """The masthead, the texts before the sections, and the numbering."""

    language: LanguageCode = "en"
    number: int | None = None
    volume: int | None = None
    date: datetime.date | None = None
    title: str = ""
    series_title: str = ""
    sessions: tuple[int, ...] = ()
    note_label: str = ""
    editors_note: Prose = ()
    lede: Prose = ()
    summarized_by: tuple[str, ...] = ()
    summarized_label: str = ""
    hands: tuple[Hand, ...] = ()
    marking: str = ""
    contact: tuple[Labelled, ...] = ()
    distribution: tuple[Labelled, ...] = ()
    copies: int | None = None
    section_style: SectionStyleName = "roman"
    point_style: PointStyleName = "firstly"

    def __post_init__(self) -> None:
        """Refuse a language that nothing is written in: the page sends what it likes."""
        of(self.language)


class Sheet(Fields, frozen=True, kw_only=True):
    """The whole draft. `version` counts its changes."""

    version: int = 0
    roster: tuple[SheetEntry, ...] = ()
    sections: tuple[SheetSection, ...] = ()


class SetField(msgspec.Struct, frozen=True, tag="field", tag_field="op"):
    """Change one field of the bulletin, by its name in `Fields`."""

    name: str
    was: Any
    now: Any


class AddSection(msgspec.Struct, frozen=True, tag="add-section", tag_field="op"):
    """Add a section at the end; `OrderSections` puts it into its place."""

    id: UUID
    now: SectionHead


class SetSection(msgspec.Struct, frozen=True, tag="section", tag_field="op"):
    """Change a section's title or numbering."""

    id: UUID
    was: SectionHead
    now: SectionHead


class OrderSections(msgspec.Struct, frozen=True, tag="order-sections", tag_field="op"):
    """Put sections into this order; those not named stay behind the one they follow."""

    ids: tuple[UUID, ...]


class RemoveSection(msgspec.Struct, frozen=True, tag="remove-section", tag_field="op"):
    """Remove a section that has no points any more."""

    id: UUID
    was: SectionHead


class AddPoint(msgspec.Struct, frozen=True, tag="add-point", tag_field="op"):
    """Add a point at the end of a section; `OrderPoints` puts it into its place."""

    id: UUID
    section: UUID
    now: PointText


class SetPoint(msgspec.Struct, frozen=True, tag="point", tag_field="op"):
    """Change what a point says."""

    id: UUID
    was: PointText
    now: PointText


class OrderPoints(msgspec.Struct, frozen=True, tag="order-points", tag_field="op"):
    """Put these points into a section in this order, wherever they were; others stay behind the one they follow."""

    section: UUID
    ids: tuple[UUID, ...]


class RemovePoint(msgspec.Struct, frozen=True, tag="remove-point", tag_field="op"):
    """Remove a point, if it still says what the page believed."""

    id: UUID
    was: PointText


class SetEntry(msgspec.Struct, frozen=True, tag="entry", tag_field="op"):
    """Add (`was` is null), change, or take off (`now` is null) somebody's roster entry."""

    speaker: str
    was: Credit | None = None
    now: Credit | None = None


class OrderRoster(msgspec.Struct, frozen=True, tag="order-roster", tag_field="op"):
    """Put the roster into this order."""

    speakers: tuple[str, ...]


type Change = (
    SetField
    | AddSection
    | SetSection
    | OrderSections
    | RemoveSection
    | AddPoint
    | SetPoint
    | OrderPoints
    | RemovePoint
    | SetEntry
    | OrderRoster
)

type Status = Literal["done", "conflict", "refused"]


class Outcome(msgspec.Struct, frozen=True, kw_only=True):
    """What became of one Change: done; in conflict with `theirs`, which stands now; or refused, with the reason."""

    status: Status
    theirs: Any = None
    message: str = ""


def tidy_point(point: PointText) -> PointText:
    """Give a point's text in its normal form: what two editors type alike compares equal."""
    return PointText(
        numbered=point.numbered,
        lead=tidy(point.lead),
        body=tidy_prose(point.body),
        topics=tuple(sorted(set(point.topics))),
    )


class Frame(msgspec.Struct, frozen=True, kw_only=True):
    """What surrounds a draft and is not typed on the page: the forum's facts, names and sessions as stored.

    `names` has each speaker's name in the bulletin's language, `attended` the sessions each appeared in.
    """

    forum: str
    edition: int
    publisher: str
    series: SeriesRef | None = None
    issn: str | None = None
    sessions: tuple[SessionRef, ...] = ()
    names: dict[str, str] = {}
    attended: dict[str, tuple[str, ...]] = {}
    series_title: str | None = None


def id_of(key: UUID) -> str:
    """Give the id that a row's key stands for in the Document and in addresses: its first ten letters."""
    return key.hex[:10]


def key_of(id_: str) -> UUID:
    """Give a key for a row of a section or point with this id; a new one where it has none of ours."""
    ours = len(id_) == 10 and all(letter in "0123456789abcdef" for letter in id_)
    return UUID(id_ + uuid4().hex[10:]) if ours else uuid4()


def document_of_sheet(sheet: Sheet, frame: Frame) -> Document:
    """Set a draft as a Document, its numerals and ordinals computed."""
    document = Document(
        language=sheet.language,
        forum=frame.forum,
        edition=frame.edition,
        publisher=frame.publisher,
        series=frame.series,
        issn=frame.issn,
        number=sheet.number,
        volume=sheet.volume,
        date=sheet.date,
        series_title=sheet.series_title or frame.series_title,
        title=sheet.title or None,
        sessions=frame.sessions,
        roster=tuple(_roster_entry(entry, frame) for entry in sheet.roster),
        note_label=sheet.note_label or None,
        editors_note=sheet.editors_note,
        lede=sheet.lede,
        sections=tuple(_sections(sheet)),
        summarized_by=sheet.summarized_by,
        summarized_label=sheet.summarized_label or None,
        hands=sheet.hands,
        marking=sheet.marking or None,
        contact=sheet.contact,
        distribution=sheet.distribution,
        copies=sheet.copies,
        section_style=sheet.section_style,
        point_style=sheet.point_style,
    )
    return renumbered(document)


def _roster_entry(entry: SheetEntry, frame: Frame) -> RosterEntry:
    return RosterEntry(
        speaker=entry.speaker,
        name=entry.name or frame.names.get(entry.speaker, entry.speaker),
        credit=entry.credit,
        role=entry.role,
        role_printed=entry.role_printed or None,
        sessions=frame.attended.get(entry.speaker, ()),
        organisation=entry.organisation,
        kind=entry.kind,
    )


def _sections(sheet: Sheet) -> Iterator[Section]:
    """Give the sections with their sub-sections in them; what has no section above it is one itself."""
    above: list[Section] = []
    for row in sheet.sections:
        if row.level == 1 or not above:
            yield from above
            above = [Section(**_fields(row))]
        else:
            parts = (*above[0].sections, Subsection(**_fields(row)))
            above = [msgspec.structs.replace(above[0], sections=parts)]
    yield from above


def _fields(section: SheetSection) -> dict[str, Any]:
    return {
        "id": id_of(section.id),
        "numeral": NUMBERED if section.numbered else None,
        "title": section.title,
        "points": tuple(
            Point(
                id=id_of(point.id),
                ordinal=NUMBERED if point.numbered else None,
                lead=point.lead,
                body=point.body,
                topics=point.topics,
            )
            for point in section.points
        ),
    }
