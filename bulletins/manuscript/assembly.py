"""Parts as runs → the Document, with the findings that only now have a place."""

import re
from collections.abc import Sequence

import msgspec

from bulletins.document import (
    Document,
    Finding,
    LanguageCode,
    Mention,
    Paragraph,
    Point,
    Prose,
    RosterEntry,
    Section,
    gettext_noop,
    mentions,
)
from bulletins.language import of
from bulletins.manuscript.blocks import Run, Runs, joined, text_of
from bulletins.manuscript.body import Body, Draft, Part
from bulletins.manuscript.introductions import Introduced, introduced, labels_of, told_of
from bulletins.manuscript.masthead import Head
from bulletins.manuscript.mentions import Creditable, inlines
from bulletins.manuscript.plain_names import told_of_plain_names
from bulletins.markers import SPEAKER, Unprinted, bookmark

_STOPPED = re.compile(r"[^.:：]{1,12}\.[^.:：]{2,60}\.\s")  # "Mr. Lund. The meeting"
_FIRST_PERSON = re.compile(r"\b(?:I|[Ww]e|[Oo]ur|[Mm]y|us|me|[Yy]ou|[Yy]our)\b|[我咱您你]")


class Parts(msgspec.Struct):
    """What the reader has told apart so far."""

    language: LanguageCode
    head: Head = msgspec.field(default_factory=Head)
    body: Body = msgspec.field(default_factory=Body)
    note: list[Runs] = []
    roster: tuple[RosterEntry, ...] = ()
    lede: list[Runs] = []
    summarized_by: list[str] = []
    findings: list[Finding] = []
    unprinted: Unprinted | None = None
    turns: frozenset[str] = frozenset()

    def paragraphs(self) -> list[Runs]:
        """All running text, in printed order, a point's lead with what runs on from it."""
        points = (draft for part in self.body.parts for draft in part.points)
        bodies = [runs for draft in points for runs in _paragraphs(draft)]
        return [*self.note, *self.lede, *bodies]


def _paragraphs(draft: Draft) -> list[Runs]:
    lead, body = draft.lead, draft.body
    return [joined(lead, body[0]), *body[1:]] if lead and body else [*((lead,) if lead else ()), *body]


def document(parts: Parts) -> tuple[Document, tuple[Finding, ...]]:
    """Set the parts as a Document; give the findings in its order."""
    people = _people(parts)
    roster = people.roster
    creditable = creditable_of(parts, roster, people.found)
    grammar = of(parts.language)
    result = Document(
        language=parts.language,
        roster=roster,
        editors_note=_prose(parts.note, creditable),
        lede=_prose(parts.lede, creditable),
        sections=tuple(_section(part, creditable) for part in parts.body.parts),
        summarized_by=tuple(parts.summarized_by),
        section_style=parts.body.section_style or grammar.SECTION_STYLE,
        point_style=parts.body.point_style or next(iter(grammar.POINT_STYLES)),
        **parts.head.fields,
    )
    result = msgspec.structs.replace(result, roster=_without_silent_bodies(result, people.found))
    plain = () if parts.unprinted else told_of_plain_names(result)
    return result, (*parts.head.findings, *parts.findings, *_overruns(parts), *told_of(people), *plain)


def _without_silent_bodies(document: Document, found: Sequence[RosterEntry]) -> tuple[RosterEntry, ...]:
    """Leave out the bodies that the text only names beside one that speaks: "with NORMARK, and opposed by SUTLAND"."""
    credited = {key for _, mention in mentions(document) for key in (mention.speaker, mention.behalf)}
    silent = {entry.speaker for entry in found if entry.kind == "body"} - credited
    return tuple(entry for entry in document.roster if entry.speaker not in silent)


def _people(parts: Parts) -> Introduced:
    """Give the roster, and those of it whom the text itself introduces; our own files say it all themselves."""
    if parts.unprinted:
        return Introduced(parts.roster, len(parts.roster), ())
    title = (Run(str(parts.head.fields.get("title") or "")),)
    return introduced([title, *parts.paragraphs()], parts.roster, parts.turns, parts.language)


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
        introduced=frozenset(entry.speaker for entry in found),
        turns=labels_of(parts.turns, roster),
    )


def _prose(paragraphs: list[Runs], creditable: Creditable) -> Prose:
    return tuple(_paragraphs_of(paragraphs, creditable))


def _paragraphs_of(paragraphs: list[Runs], creditable: Creditable) -> list[Paragraph]:
    set_ = (inlines(runs, creditable) for runs in paragraphs)
    return [paragraph for paragraph in set_ if paragraph]


def _section(part: Part, creditable: Creditable) -> Section:
    return Section(
        numeral=part.numeral,
        title=part.title,
        points=tuple(_point(draft, creditable) for draft in part.points),
    )


def _point(draft: Draft, creditable: Creditable) -> Point:
    body = _turn(draft.body, creditable) if draft.turn else _prose(draft.body, creditable)
    return Point(ordinal=draft.ordinal, lead=inlines(draft.lead, creditable), body=body)


def _turn(paragraphs: list[Runs], creditable: Creditable) -> Prose:
    """Set a speech of a verbatim record: where it says "I" or "we", it is still the speaker's, whoever it names."""
    spoken = _paragraphs_of(paragraphs[:1], creditable)
    speaker = next((one.speaker for one in spoken[0] if isinstance(one, Mention)), None) if spoken else None
    if speaker is None:
        return _prose(paragraphs, creditable)
    border = Mention(speaker, printed="")
    if _STOPPED.match(text_of(paragraphs[0])):
        spoken = [(border, *spoken[0])]
    for runs in paragraphs[1:]:
        if _FIRST_PERSON.search(text_of(runs)):
            spoken.append((border, *inlines(runs, Creditable(creditable.language))))
        else:
            spoken.extend(_paragraphs_of([runs], creditable))
    return tuple(spoken)


def _overruns(parts: Parts) -> list[Finding]:
    return [
        Finding(
            code="bold-overrun",
            severity="hint",
            template=gettext_noop(
                "The bold type ran on past the first sentence; the lead was taken to end with “{end}”."
            ),
            params={"end": text_of(draft.lead)[-40:]},
            where=f"sections[{section}].points[{point}].lead",
        )
        for section, part in enumerate(parts.body.parts)
        for point, draft in enumerate(part.points)
        if draft.overrun
    ]
