"""What our own Markdown and Word files carry for the way back: names of parts, and what does not print.

A writer marks each part by an anchor (Markdown) or a style (Word) named here, and leaves an
`Unprinted` in the file. The reader trusts these marks only where it finds that value.
"""

import hashlib
from collections.abc import Iterable, Iterator
from typing import Annotated, Literal

import msgspec

from bulletins.document import (
    Document,
    Hand,
    Id,
    Key,
    KindName,
    Labelled,
    LanguageCode,
    Line,
    Many,
    Mention,
    Name,
    Paragraph,
    PointStyleName,
    RosterEntry,
    SectionStyleName,
    SessionRef,
    Slug,
    Year,
    figures,
    mentions,
    paragraphs,
    points,
    sections,
)
from bulletins.inline import plain, printed
from bulletins.language import of

SPEAKER = "speaker-"  # before a speaker's key, in the address of a roster entry
SECTION = "section-"  # before a section's id, in the anchor of its title
POINT = "point-"  # before a point's id, in the anchor of its lead
COMMENT = "rapporteur:"  # opens the Markdown comment that holds an Unprinted
PROPERTY = "rapporteur"  # the Word document's custom property that does
LEAD = "Lead"
NAME = "Roster Name"
CREDIT = "Roster Credit"

# Part of the bulletin → Word's paragraph style. Keys are the anchors in Markdown.
STYLES = {
    "draft-mark": "Draft Mark",
    "correction": "Correction Note",
    "issue": "Issue Line",
    "publisher": "Publisher",
    "issn": "ISSN",
    "date": "Issue Date",
    "series-title": "Subtitle",
    "title": "Title",
    "editors-note": "Editors Note",
    "roster": "Footnote Text",
    "lede": "Lede",
    "section": "Heading 1",
    "subsection": "Heading 2",
    "point": "Point",
    "text": "Body Text",
    "figure": "Figure",
    "lede-figure": "Lede Figure",
    "note-figure": "Note Figure",
    "summarized-by": "Summarized By",
    "marking": "Marking",
    "hands": "Hands",
    "contact": "Contact",
    "distribution": "Distribution",
    "copies": "Copies",
    # Of Word's masthead, which has two things on a line.
    "issue-date": "Issue and Date",
    "publisher-issn": "Publisher and ISSN",
    # Of the red sheet alone.
    "masthead": "Masthead",
    "publisher-date": "Publisher and Date",
    "roster-label": "Roster Label",
    "roster-list": "Roster List",
    "imprint": "Imprint",
}
# Part of the bulletin → that of a figure in it.
FIGURES = {"text": "figure", "lede": "lede-figure", "editors-note": "note-figure"}
# Part of a line that has several → Word's character style.
PIECES = {
    "issue": "Number of Issue",
    "publisher": "Publisher Name",
    "date": "Day of Issue",
    "issn": "Serial Number",
    "copies": "Number Printed",
}
# Word's character style → what its letters are, where they are shown otherwise than bold or italic.
RUN_MARKS = {"Strong Credit": "strong", "Kai": "emphasis"}


MOST_DIGESTS = 20_000
type Digest = Annotated[str, msgspec.Meta(max_length=16)]


class Border(msgspec.Struct, frozen=True, array_like=True):
    """A mention that prints nothing: its paragraph's path, behind how many letters, whom; the paragraph's digest.

    Spaces do not count, since writers and readers set them anew; it stands before a letter, never before a space.

    Where the paragraph has other words by now, nobody can say where the border stood.
    """

    where: Line
    behind: Annotated[int, msgspec.Meta(ge=0)]
    speaker: Key
    digest: Digest


class Behalf(msgspec.Struct, frozen=True, array_like=True):
    """On whose behalf somebody spoke: the paragraph's path, the mention's place in it, whose; its digest."""

    where: Line
    place: Annotated[int, msgspec.Meta(ge=0)]
    behalf: Key
    digest: Digest


class Worded(msgspec.Struct, frozen=True, array_like=True):
    """A mention that prints words of its own, which are the whole credit: it would be read as one in full.

    The paragraph's path, the mention's place in it, whether it is bold; the paragraph's digest.
    """

    where: Line
    place: Annotated[int, msgspec.Meta(ge=0)]
    strong: bool
    digest: Digest


type HeadField = Literal["title", "series_title", "issn"]


class GroupSays(msgspec.Struct, frozen=True, array_like=True):
    """A group that says something: its paragraph's path, behind how many letters, whose; the paragraph's digest.

    Its name is as many `letters` long, and is a word like others: it links nothing, for the roster has no such line.
    """

    where: Line
    behind: Annotated[int, msgspec.Meta(ge=0)]
    letters: Annotated[int, msgspec.Meta(ge=1)]
    speaker: Key
    digest: Digest
    full: bool = False


class Group(msgspec.Struct, frozen=True):
    """An entry of the roster that does not print, and the place where it stands there."""

    place: Annotated[int, msgspec.Meta(ge=0)]
    entry: RosterEntry


class Unprinted(msgspec.Struct, frozen=True, omit_defaults=True):
    """What a Document holds and no printed line tells."""

    language: LanguageCode = "en"
    # What the head of this file prints in several lines, or not at all.
    head: dict[HeadField, Line] = {}
    forum: Name | None = None
    edition: Year | None = None
    sessions: Many[SessionRef] = ()
    section_style: SectionStyleName = "roman"
    point_style: PointStyleName = "firstly"
    names: Many[Line] = ()
    keys: Many[Key] = ()
    attended: Many[Many[Key]] = ()
    organisations: Many[Slug | None] = ()
    kinds: Many[KindName] = ()
    topics: Many[Many[Slug]] = ()
    sections: Many[Id] = ()
    points: Many[Id] = ()
    strangers: Many[Key] = ()
    rapporteurs: Many[Line] = ()
    rapporteurs_label: Name | None = None
    note_label: Name | None = None
    hands: Many[Hand] = ()
    contact: Many[Labelled] = ()
    distribution: Many[Labelled] = ()
    # Of every paragraph of running text: one whose words are the same credits whom it links, and nobody else.
    digests: Annotated[tuple[Digest, ...], msgspec.Meta(max_length=MOST_DIGESTS)] = ()
    borders: Many[Border] = ()
    behalves: Many[Behalf] = ()
    worded: Many[Worded] = ()
    groups: Many[Group] = ()
    said_by_groups: Many[GroupSays] = ()
    # Of every figure: whether it shows nothing that needs telling.
    decorative: Many[bool] = ()

    def __post_init__(self) -> None:
        """Refuse a language that nothing is written in: the file comes from outside."""
        of(self.language)


def unprinted(document: Document, head: Iterable[HeadField] = ()) -> str:
    """Give as JSON, in ASCII and fit for an HTML comment, what does not print, and these fields of the head."""
    keys = tuple(entry.speaker for entry in document.listed)
    groups = [(at, entry) for at, entry in enumerate(document.roster) if entry.kind == "group"]
    value = Unprinted(
        language=document.language,
        head={name: value for name in head if (value := getattr(document, name))},
        forum=document.forum,
        edition=document.edition,
        sessions=document.sessions,
        section_style=document.section_style,
        point_style=document.point_style,
        names=tuple(entry.name for entry in document.listed),
        keys=keys,
        attended=tuple(entry.sessions for entry in document.listed),
        organisations=tuple(entry.organisation for entry in document.listed),
        kinds=tuple(entry.kind for entry in document.listed),
        topics=tuple(point.topics for _, point in points(document)),
        sections=tuple(section.id for _, section in sections(document)),
        points=tuple(point.id for _, point in points(document)),
        strangers=tuple(
            sorted({one.speaker for _, one in mentions(document) if document.entry(one.speaker) is None})
        ),
        rapporteurs=document.summarized_by,
        rapporteurs_label=document.summarized_label,
        note_label=document.note_label,
        hands=document.hands,
        contact=document.contact,
        distribution=document.distribution,
        digests=tuple(dict.fromkeys(_digests(document)))[:MOST_DIGESTS],
        borders=tuple(_borders(document)),
        behalves=tuple(_behalves(document)),
        worded=tuple(_worded(document)),
        groups=tuple(Group(at, entry) for at, entry in groups),
        said_by_groups=tuple(_said_by_groups(document)),
        decorative=tuple(one.decorative for _, one in figures(document)),
    )
    return _escaped(msgspec.json.encode(value).decode())


def _digests(document: Document) -> Iterator[str]:
    return (digest(plain(paragraph, document)) for _, paragraph in paragraphs(document) if paragraph)


def _borders(document: Document) -> Iterator[Border]:
    """Give the borders of a Document, in printed order."""
    for where, paragraph in paragraphs(document):
        behind = 0
        for inline in paragraph:
            if isinstance(inline, Mention) and inline.is_border:
                yield Border(where, behind, inline.speaker, digest(plain(paragraph, document)))
            behind += letters(plain((inline,), document))


def _said_by_groups(document: Document) -> Iterator[GroupSays]:
    for where, paragraph in paragraphs(document):
        behind = 0
        for inline in paragraph:
            length = letters(plain((inline,), document))
            if isinstance(inline, Mention) and length and document.is_group(inline.speaker):
                told = digest(plain(paragraph, document))
                yield GroupSays(where, behind, length, inline.speaker, told, inline.printed is None)
            behind += length


def _behalves(document: Document) -> Iterator[Behalf]:
    for where, paragraph in paragraphs(document):
        for place, mention in enumerate(printing_mentions(paragraph)):
            if mention.behalf is not None:
                yield Behalf(where, place, mention.behalf, digest(plain(paragraph, document)))


def _worded(document: Document) -> Iterator[Worded]:
    for where, paragraph in paragraphs(document):
        for place, mention in enumerate(printing_mentions(paragraph)):
            if mention.printed is not None and not document.is_group(mention.speaker):
                whole = printed(Mention(mention.speaker), document) if document.entry(mention.speaker) else ""
                if " ".join(whole.split()) == " ".join(mention.printed.split()):
                    yield Worded(where, place, mention.strong, digest(plain(paragraph, document)))


def printing_mentions(paragraph: Paragraph) -> list[Mention]:
    """Give the mentions of a paragraph without the borders."""
    return [inline for inline in paragraph if isinstance(inline, Mention) and not inline.is_border]


def letters(text: str) -> int:
    """Count what of a text is not space."""
    return sum(not letter.isspace() for letter in text)


def digest(text: str) -> str:
    """Give a short digest by which a paragraph's words are known again; layout aside."""
    return hashlib.sha256(" ".join(text.split()).encode()).hexdigest()[:16]


def _escaped(text: str) -> str:
    safe = []
    for letter in text:
        if letter.isascii() and letter not in "-<>&`":
            safe.append(letter)
        else:
            units = letter.encode("utf-16-be")
            safe.extend(f"\\u{units[place : place + 2].hex()}" for place in range(0, len(units), 2))
    return "".join(safe)


def bookmark(anchor: str) -> str:
    """Give the name under which pandoc writes an anchor into a Word file."""
    if anchor[:1].isalpha() and len(anchor) <= 40:
        return anchor
    return f"X{hashlib.sha1(anchor.encode(), usedforsecurity=False).hexdigest()[1:]}"
