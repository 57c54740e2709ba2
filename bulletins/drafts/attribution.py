"""Whose the sentences of a draft are, and giving some to others: by borders, which print nothing."""

from collections.abc import Mapping, Sequence

import msgspec
from django.contrib.auth.models import User
from django.utils.translation import gettext as _

from bulletins.credited import Keys
from bulletins.document import (
    NOBODY,
    Document,
    Inline,
    Mention,
    Paragraph,
    Point,
    Prose,
    Text,
    point_lines,
    points,
    runs_on,
    tidy,
    with_point_lines,
    with_points,
)
from bulletins.drafts.changes import apply_changes
from bulletins.drafts.rows import document_of, sheet_of
from bulletins.drafts.sheet import Change as Written
from bulletins.drafts.sheet import PointText, SetField, SetPoint, Sheet
from bulletins.inline import lead_gap, plain
from bulletins.models import Bulletin
from bulletins.prose import Change, lines_of, with_lines
from bulletins.statements import Sentence, attributed
from forum.locks import share_people
from forum.refusal import Refusal
from forum.transactions import atomic_with_retry

type Part = str
"""A part that may hold statements: "editors_note", "lede" or a point's path."""


class Chosen(msgspec.Struct, frozen=True, kw_only=True):
    """A sentence that somebody chose: its part, its place among that part's sentences, and its words as seen."""

    part: Part
    place: int
    text: str


@atomic_with_retry
def give_sentences(bulletin: Bulletin, chosen: Sequence[Chosen], to: Keys, *, by: User) -> None:
    """Say that these sentences are those persons' (nobody's, where there are none). All others stay whose they were.

    Raises PermissionDenied without the right to write, and Refusal where a person is not on the roster or a
    sentence reads otherwise by now.
    """
    share_people()
    # Nobody writes from here on: what is read is what is changed.
    bulletin = Bulletin.objects.select_for_update().get(pk=bulletin.pk)
    document = document_of(bulletin)
    if unknown := [key for key in to if document.entry(key) is None]:
        raise Refusal(_("“%(name)s” is not on the roster.") % {"name": unknown[0]})
    changed = given(document, chosen, to)
    changes = tuple(_changes(sheet_of(bulletin), changed))
    applied = apply_changes(bulletin, changes, by=by, seen=bulletin.version)
    for outcome in applied.outcomes:
        if outcome.status != "done":  # all or nothing
            raise Refusal(outcome.message)


def given(document: Document, chosen: Sequence[Chosen], to: Keys) -> Document:
    """Give the Document in which the chosen sentences are those persons', and all others whose they were."""
    before = dict(attributed(document))
    wanted = {part: [one.entries for one in found] for part, found in before.items()}
    for one in chosen:
        found = before.get(one.part, ())
        if one.place >= len(found) or found[one.place].text.strip() != one.text.strip():
            raise Refusal(_("Somebody changed these words meanwhile. Look again."))
        wanted[one.part][one.place] = to
    for part in {one.part: None for one in chosen}:
        document = _settled(document, part, wanted[part])
    return document


def _settled(document: Document, part: Part, wanted: Sequence[Keys]) -> Document:
    """Set and take borders, from the first sentence on, until each is whose it shall be."""
    for place, entries in enumerate(wanted):
        found = dict(attributed(document))[part][place]
        if found.entries != entries:
            document = _with_border(document, part, found, entries)
    return document


def _with_border(document: Document, part: Part, sentence: Sentence, to: Keys) -> Document:
    borders = tuple(Mention(key, printed="") for key in to or (NOBODY,))
    if part in {"editors_note", "lede"}:
        prose: Prose = getattr(document, part)
        place = [where for where, _ in lines_of(prose)][sentence.line]
        changed = _bordered({place: (sentence.start, sentence.start + len(sentence.text))}, borders, document)
        return msgspec.structs.replace(document, **{part: with_lines(prose, changed)})
    point = next(one for where, one in points(document) if where == part)
    spans = _spans_in(point, sentence, document)
    return _with_point(document, part, with_point_lines(point, _bordered(spans, borders, document)))


def _spans_in(point: Point, sentence: Sentence, document: Document) -> dict[str, tuple[int, int]]:
    """Give where a sentence stands in a point: from and to, by place. One may begin in the lead and end in the body."""
    places = [where for where, paragraph in point_lines(point) if where != "lead" or paragraph]
    start, end = sentence.start, sentence.start + len(sentence.text)
    if not runs_on(point):
        return {places[sentence.line]: (start, end)}
    if sentence.line:
        return {places[sentence.line + 1]: (start, end)}
    lead = len(plain(point.lead, document))
    shift = lead + len(lead_gap(point, document))
    rest = {places[1]: (max(0, start - shift), end - shift)} if end > shift else {}
    return {"lead": (start, end), **rest} if start < lead else rest


def _bordered(
    spans: Mapping[str, tuple[int, int]], borders: tuple[Mention, ...], document: Document
) -> Change:
    """Give the change that sets borders where the first of these spans begins, and takes those within them."""
    first = next(iter(spans), None)

    def change(where: str, paragraph: Paragraph) -> Paragraph:
        if where not in spans:
            return paragraph
        start, end = spans[where]
        cleared = _without_borders(paragraph, start, end, document)
        return _inserted(cleared, start, borders, document) if where == first else cleared

    return change


def _with_point(document: Document, part: Part, changed: Point) -> Document:
    places = (where for where, _ in points(document))
    return with_points(document, lambda point: changed if next(places) == part else point)


def _without_borders(paragraph: Paragraph, start: int, end: int, document: Document) -> Paragraph:
    kept: list[Inline] = []
    at = 0
    for inline in paragraph:
        if not (isinstance(inline, Mention) and inline.is_border and start <= at < end):
            kept.append(inline)
        at += len(plain((inline,), document))
    return tidy(tuple(kept))


def _inserted(
    paragraph: Paragraph, start: int, borders: tuple[Mention, ...], document: Document
) -> Paragraph:
    """Put borders before the first letter from `start` on; a credit is not cut."""
    inlines: list[Inline] = []
    at = 0
    left = borders
    for inline in paragraph:
        length = len(plain((inline,), document))
        if (
            left
            and isinstance(inline, Text)
            and start < at + length
            and inline.text[max(0, start - at) :].strip()
        ):
            cut = max(0, start - at)
            cut += len(inline.text[cut:]) - len(inline.text[cut:].lstrip())
            inlines += [
                msgspec.structs.replace(inline, text=inline.text[:cut]),
                *left,
                msgspec.structs.replace(inline, text=inline.text[cut:]),
            ]
            left = ()
        elif left and isinstance(inline, Mention) and start < at + length:
            inlines += [*left, inline]
            left = ()
        else:
            inlines.append(inline)
        at += length
    return tidy((*inlines, *left))


def _changes(sheet: Sheet, changed: Document) -> list[Written]:
    """Give what differs as a page would send it."""
    changes: list[Written] = [
        SetField(name=name, was=msgspec.to_builtins(was), now=msgspec.to_builtins(now))
        for name in ("editors_note", "lede")
        for was, now in [(getattr(sheet, name), getattr(changed, name))]
        if was != now
    ]
    rows = [point for section in sheet.sections for point in section.points]
    for row, (_where, point) in zip(rows, points(changed), strict=True):
        now = PointText(numbered=row.numbered, lead=point.lead, body=point.body, topics=row.topics)
        if (now.lead, now.body) != (row.lead, row.body):
            changes.append(SetPoint(id=row.id, was=row.said(), now=now))
    return changes
