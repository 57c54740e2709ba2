"""What no printed line tells, put back into a file of ours: ids, topics, borders, behalves, words of mentions."""

import itertools
from collections.abc import Sequence

import msgspec

from bulletins.document import (
    Document,
    Finding,
    Inline,
    Mention,
    Paragraph,
    Point,
    Text,
    figures,
    gettext_noop,
    paragraphs,
    points,
    sections,
    tidy,
    with_figures,
    with_paragraphs,
    with_points,
    with_sections,
)
from bulletins.inline import plain
from bulletins.markers import Behalf, Border, GroupSays, Unprinted, Worded, digest, letters


def with_unprinted(
    read: Document, unprinted: Unprinted, findings: tuple[Finding, ...]
) -> tuple[Document, tuple[Finding, ...]]:
    """Give what was read of a file with all that its lines do not tell, as far as it is still to be told apart."""
    told = list(findings)
    read = _with_ids(_with_topics(read, unprinted.topics), unprinted)
    read = _with_decorative(read, unprinted.decorative)
    read = _with_groups(read, unprinted, told)
    read = _with_worded(read, unprinted.worded)
    read = _with_behalves(read, unprinted.behalves, told)
    return _with_borders(read, unprinted.borders, told), tuple(told)


def _with_topics(read: Document, topics: Sequence[tuple[str, ...]]) -> Document:
    """Give the points the topics they had; where points came or went, nobody can say which had which."""
    if sum(1 for _ in points(read)) != len(topics):
        return read
    left = iter(topics)

    def tagged(point: Point) -> Point:
        return msgspec.structs.replace(point, topics=next(left))

    return with_points(read, tagged)


def _with_ids(read: Document, unprinted: Unprinted) -> Document:
    """Give sections and points the ids they had; where some came or went, nobody can say which had which."""
    if sum(1 for _ in sections(read)) == len(unprinted.sections):
        ids = iter(unprinted.sections)
        read = with_sections(read, lambda _section: {"id": next(ids)})
    if sum(1 for _ in points(read)) != len(unprinted.points):
        return read
    left = iter(unprinted.points)
    return with_points(read, lambda point: msgspec.structs.replace(point, id=next(left)))


def _with_decorative(read: Document, decorative: Sequence[bool]) -> Document:
    """Say again which figures need no words; where some came or went, nobody can say which had which."""
    if sum(1 for _ in figures(read)) != len(decorative):
        return read
    left = iter(decorative)
    return with_figures(read, lambda figure: msgspec.structs.replace(figure, decorative=next(left)))


def _with_borders(read: Document, borders: Sequence[Border], findings: list[Finding]) -> Document:
    """Set borders where they stood; one whose paragraph has other words by now is told of."""
    if not borders:
        return read
    held, lost = _held(borders, read)
    findings.extend(_lost(border, read) for border in lost)
    return with_paragraphs(read, lambda where, paragraph: _bordered(paragraph, held.get(where, []), read))


def _with_groups(read: Document, unprinted: Unprinted, findings: list[Finding]) -> Document:
    """Put groups back into the roster, and say again where they speak; where the words changed, it is told."""
    if not unprinted.groups:
        return read
    roster = list(read.roster)
    for group in unprinted.groups:
        roster.insert(group.place, group.entry)
    read = msgspec.structs.replace(read, roster=tuple(roster))
    held, lost = _held(unprinted.said_by_groups, read)
    findings.extend(_group_lost(one, read) for one in lost)

    def said(where: str, paragraph: Paragraph) -> Paragraph:
        for one in held.get(where, []):
            paragraph = _with_group(paragraph, one, read)
        return paragraph

    return with_paragraphs(read, said)


def _with_group(paragraph: Paragraph, group: GroupSays, read: Document) -> Paragraph:
    """Let the words at a group's place be its name, where they are all of one run."""
    inlines: list[Inline] = []
    behind = 0
    for inline in paragraph:
        count = letters(plain((inline,), read))
        start, end = group.behind - behind, group.behind + group.letters - behind
        if isinstance(inline, Text) and start >= 0 and end <= count:
            first, last = _before_letter(inline.text, start), _before_letter(inline.text, end - 1) + 1
            inlines.append(msgspec.structs.replace(inline, text=inline.text[:first]))
            name = None if group.full else inline.text[first:last]
            inlines.append(Mention(group.speaker, printed=name, strong=inline.strong and not group.full))
            inlines.append(msgspec.structs.replace(inline, text=inline.text[last:]))
        else:
            inlines.append(inline)
        behind += count
    return tidy(tuple(inlines))


def _with_worded(read: Document, worded: Sequence[Worded]) -> Document:
    """Let mentions print the words that they had where these are the whole credit: nobody speaks by them.

    Where the words of a paragraph changed, a whole credit in it is one in full, as whoever types it means it.
    """
    held, _ = _held(worded, read) if worded else ({}, [])

    def told(where: str, paragraph: Paragraph) -> Paragraph:
        by_place = {one.place: one for one in held.get(where, [])}
        place = itertools.count()
        return tuple(
            _in_words(inline, by_place.get(next(place)), read)
            if isinstance(inline, Mention) and not inline.is_border
            else inline
            for inline in paragraph
        )

    return with_paragraphs(read, told) if held else read


def _in_words(mention: Mention, worded: Worded | None, read: Document) -> Mention:
    if worded is None or mention.printed is not None:
        return mention
    return msgspec.structs.replace(mention, printed=plain((mention,), read), strong=worded.strong)


def _with_behalves(read: Document, behalves: Sequence[Behalf], findings: list[Finding]) -> Document:
    """Say again on whose behalf people spoke; where the words changed, nobody knows by now, and it is told."""
    if not behalves:
        return read
    held, lost = _held(behalves, read)
    findings.extend(_behalf_lost(one, read) for one in lost)

    def spoken(where: str, paragraph: Paragraph) -> Paragraph:
        by_place = {one.place: one.behalf for one in held.get(where, [])}
        place = itertools.count()
        return tuple(
            msgspec.structs.replace(inline, behalf=by_place.get(next(place)))
            if isinstance(inline, Mention) and not inline.is_border
            else inline
            for inline in paragraph
        )

    return with_paragraphs(read, spoken)


def _held[Mark: (Border, Behalf, GroupSays, Worded)](
    marks: Sequence[Mark], read: Document
) -> tuple[dict[str, list[Mark]], list[Mark]]:
    """Give the marks by the paths of their paragraphs, and those whose paragraph has other words by now."""
    digests = {where: digest(plain(paragraph, read)) for where, paragraph in paragraphs(read)}
    held: dict[str, list[Mark]] = {}
    lost = []
    for mark in marks:
        if digests.get(mark.where) == mark.digest:
            held.setdefault(mark.where, []).append(mark)
        else:
            lost.append(mark)
    return held, lost


def _lost(border: Border, read: Document) -> Finding:
    template = gettext_noop(
        "Whose words these are was set by hand ({name}), and the words were changed since. Set it again."
    )
    return Finding(
        code="border-lost",
        severity="warning",
        template=template,
        where=border.where,
        params={"name": _name(border.speaker, read)},
    )


def _behalf_lost(behalf: Behalf, read: Document) -> Finding:
    template = gettext_noop(
        "Somebody spoke here on behalf of {name}, and the words were changed since. Only the words tell it now."
    )
    return Finding(
        code="behalf-lost",
        severity="hint",
        template=template,
        where=behalf.where,
        params={"name": _name(behalf.behalf, read)},
    )


def _group_lost(group: GroupSays, read: Document) -> Finding:
    template = gettext_noop(
        "{name} were credited here, and the words were changed since. Credit them again where they say something."
    )
    return Finding(
        code="group-lost",
        severity="hint",
        template=template,
        where=group.where,
        params={"name": _name(group.speaker, read)},
    )


def _name(key: str, read: Document) -> str:
    entry = read.entry(key)
    return entry.name if entry else key


def _bordered(paragraph: Paragraph, borders: Sequence[Border], read: Document) -> Paragraph:
    inlines: list[Inline] = []
    left = list(borders)
    behind = 0
    for inline in paragraph:
        rest = inline
        while left and left[0].behind < behind + letters(plain((rest,), read)):
            place = _before_letter(rest.text, left[0].behind - behind) if isinstance(rest, Text) else 0
            if isinstance(rest, Text):
                behind += letters(rest.text[:place])
                inlines.append(msgspec.structs.replace(rest, text=rest.text[:place]))
                rest = msgspec.structs.replace(rest, text=rest.text[place:])
            inlines.append(Mention(left.pop(0).speaker, printed=""))
        inlines.append(rest)
        behind += letters(plain((rest,), read))
    inlines.extend(Mention(border.speaker, printed="") for border in left)
    return tidy(tuple(inlines))


def _before_letter(text: str, count: int) -> int:
    """Give the index of the letter behind which so many stand; spaces do not count."""
    places = [index for index, letter in enumerate(text) if not letter.isspace()]
    return places[count] if count < len(places) else len(text)
