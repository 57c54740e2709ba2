"""What is pasted into a draft, read as a manuscript is: headings, ordinals, leads and credits become what they are."""

from collections.abc import Iterator
from html import escape
from uuid import uuid4

import msgspec
from django.utils.translation import gettext as _

from bulletins.document import (
    Document,
    Finding,
    Inline,
    Mention,
    Paragraph,
    Prose,
    Section,
    Subsection,
    Text,
    mentions,
    sections,
    tidy,
    with_paragraphs,
    with_speakers,
)
from bulletins.drafts.roster import suggestions
from bulletins.drafts.sheet import SheetPoint, SheetSection
from bulletins.drafts.suggestion import Suggestion
from bulletins.inline import printed
from bulletins.language import credit_line, of
from bulletins.manuscript import ManuscriptError, read_bytes
from bulletins.models import Bulletin
from forum.refusal import Refusal
from speakers.directory import Directory
from speakers.names import fold

LARGEST = 2_000_000  # letters of a paste
# What a reader misses in a fragment belongs to whole bulletins, or is shown with the sections.
_OF_A_WHOLE = {"roster-from-text", "roster-unquoted", "roster-missing", "title-missing"}


class Pasted(msgspec.Struct, frozen=True, kw_only=True):
    """Sections and points in what was pasted, and the text before them; whom it credits and whom nobody knows.

    `people` are those of the directory who are not on the roster yet; `strangers` stay names in the text.
    """

    opening: Prose
    sections: tuple[SheetSection, ...]
    people: tuple[Suggestion, ...]
    strangers: tuple[str, ...]
    findings: tuple[Finding, ...]


def pasted(bulletin: Bulletin, html: str, typed: Document) -> Pasted:
    """Read what was pasted into a draft, which stands as `typed`. Raises Refusal where it cannot be read."""
    if len(html) > LARGEST:
        raise Refusal(_("This is too much to paste at once. Use “A manuscript into this draft”."))
    try:
        reading = read_bytes(f"{_frame(typed)}{html}".encode(), "pasted.html")
    except ManuscriptError as error:
        raise Refusal(_(error.template).format_map(error.params)) from error
    read = reading.document
    known, strangers = _keys(read, typed)
    document = with_paragraphs(read, lambda _where, paragraph: _linked(paragraph, known, read))
    fresh = tuple(dict.fromkeys(one.speaker for _, one in mentions(document) if not typed.entry(one.speaker)))
    return Pasted(
        opening=(*document.editors_note, *document.lede),
        sections=tuple(_section(section) for _where, section in sections(document)),
        people=suggestions(bulletin, slugs=fresh),
        strangers=strangers,
        findings=tuple(one for one in reading.findings if one.code not in _OF_A_WHOLE),
    )


def _frame(typed: Document) -> str:
    """Give the head of a bulletin to stand before what was pasted, so that its reader knows the people."""
    people = [entry for entry in typed.roster if entry.kind == "person"]
    grammar = of(typed.language)
    head = f"<h1>{escape(typed.title or typed.forum or grammar.ROSTER_LABEL)}</h1>"
    # In a line each, those without a credit would be read as text that was pasted.
    line = grammar.BETWEEN_PEOPLE.join(credit_line(typed.language, entry) for entry in people)
    return f"{head}<p>{escape(f'{grammar.ROSTER_LABEL}：{line}')}</p>" if people else head


def _keys(read: Document, typed: Document) -> tuple[dict[str, str], tuple[str, ...]]:
    """Give the keys of those whom the reader found, as the draft or the directory has them; and whom neither has."""
    there = {fold(entry.name): entry.speaker for entry in typed.roster}
    directory = Directory.load()
    credited = {one.speaker for _, one in mentions(read)}
    known: dict[str, str] = {}
    strangers = []
    for entry in read.roster:
        speaker = directory.find(entry.name).speaker if entry.kind == "person" else None
        if key := there.get(fold(entry.name)) or (speaker and speaker.slug):
            known[entry.speaker] = key
        elif entry.speaker in credited:
            strangers.append(entry.name)
    return known, tuple(strangers)


def _linked(paragraph: Paragraph, known: dict[str, str], read: Document) -> Paragraph:
    """Give a paragraph with people by the draft's keys; of strangers what printed stays."""
    inlines: list[Inline] = []
    for inline in paragraph:
        if isinstance(inline, Mention) and inline.speaker not in known:
            inlines.append(Text(printed(inline, read)))
        else:
            inlines.append(with_speakers(inline, known))
    return tidy(tuple(inlines))


def _section(section: Subsection) -> SheetSection:
    return SheetSection(
        id=uuid4(),
        title=section.title,
        numbered=section.numeral is not None or not section.title,
        level=1 if isinstance(section, Section) else 2,
        points=tuple(_points(section)),
    )


def _points(section: Subsection) -> Iterator[SheetPoint]:
    for point in section.points:
        yield SheetPoint(id=uuid4(), numbered=point.ordinal is not None, lead=point.lead, body=point.body)
