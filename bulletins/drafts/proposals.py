"""What colleagues suggest to change in a draft, and the draft as somebody would have it.

Suggestions are rows of their own beside the draft, as comments are: the Document, and so whatever prints, never has
them. They go with their words; one whose words are gone keeps its text, and comes back with them.
"""

import datetime
from collections.abc import Iterable, Iterator, Mapping

import msgspec
from django.contrib.auth.models import User

from bulletins.document_json import to_builtins
from bulletins.drafts.anchors import SURE, Anchor, Standing, anchor_at, moved_place, sure_place
from bulletins.drafts.rows import document_of, sheet_of
from bulletins.drafts.sheet import Sheet
from bulletins.drafts.wording import (
    Letter,
    Letters,
    Part,
    Run,
    letters_of,
    paragraphs_of,
    part_of,
    plain,
    sheet_with,
    text_of,
    texts_of,
    trimmed,
    with_runs,
)
from bulletins.models import Bulletin, Proposal
from bulletins.prose import Mention, Note, Paragraph
from forum.colleagues import name_of
from forum.first_use import ready

_Paragraphs = tuple[Paragraph, ...]


class ShownProposal(msgspec.Struct, frozen=True, kw_only=True):
    """A suggestion as the page shows it: who would have what instead of what, and where its words stand now.

    Of the `quote` so many letters stay at its beginning and its end; `deleted` and `inserted` are what is between.
    """

    id: int
    who: str
    mine: bool
    at: datetime.datetime
    quote: str
    stays_before: int
    stays_behind: int
    deleted: str
    inserted: str
    standing: Standing
    outcome: str = ""
    decided_by: str = ""
    decided_at: datetime.datetime | None = None


def shown(bulletin: Bulletin, *, to: User) -> tuple[ShownProposal, ...]:
    """Give all suggestions for a draft, those that wait in the order of the text, then those decided on."""
    rows = list(Proposal.objects.filter(bulletin=bulletin).select_related("author", "decided_by"))
    if not rows:
        return ()
    sheet = sheet_of(bulletin)
    texts = texts_of(sheet)
    # First those whose part is gone.
    order = {part: place for place, part in enumerate(("", *texts))}
    names = {entry.speaker: entry.name for entry in document_of(bulletin).roster}
    found = [_shown(row, texts, names, to) for row in rows]
    return tuple(
        sorted(found, key=lambda one: (bool(one.outcome), order[one.standing.part], one.standing.start))
    )


def _shown(row: Proposal, texts: Mapping[str, str], names: Mapping[str, str], to: User) -> ShownProposal:
    was, now = letters_in(row.was), letters_in(row.now)
    begin, end = trimmed(was, now)
    return ShownProposal(
        id=row.pk,
        who=name_of(row.author, "–"),
        mine=row.author_id == to.pk,
        at=row.written_at,
        quote=row.quote,
        stays_before=begin,
        stays_behind=end,
        deleted=_in_words(was[begin : len(was) - end], names),
        inserted=_in_words(now[begin : len(now) - end], names),
        standing=place_of(row, texts),
        outcome=row.outcome,
        decided_by=name_of(row.decided_by, "–") if row.outcome else "",
        decided_at=row.decided_at,
    )


def _in_words(letters: Letters, names: Mapping[str, str]) -> str:
    return "".join(_in_word(letter, names) for letter in letters)


def _in_word(letter: Letter, names: Mapping[str, str]) -> str:
    if isinstance(letter, Mention):
        return names.get(letter.speaker, letter.speaker) if letter.printed is None else letter.printed
    if isinstance(letter, Note):
        return "※"
    return letter.text if letter else "\n"


def letters_in(kept: object) -> Letters:
    """Give the letters that a row keeps as paragraphs."""
    paragraphs: _Paragraphs = msgspec.convert(kept, type=ready(_Paragraphs))
    return letters_of(paragraphs)


def place_of(row: Proposal, texts: Mapping[str, str]) -> Standing:
    """Find where a suggestion's words stand now."""
    return sure_place(_anchor(row), texts, row.start)


def _anchor(row: Proposal) -> Anchor:
    return Anchor(part=row.part, quote=row.quote, before=row.before, after=row.after)


def waiting_of(bulletin: Bulletin, author: User | None) -> list[Proposal]:
    """Give what somebody suggests and nobody has decided on."""
    return list(Proposal.objects.waiting().filter(bulletin=bulletin, author=author))


def count_waiting(bulletin: Bulletin) -> int:
    """Count the suggestions that nobody has decided on."""
    return Proposal.objects.waiting().filter(bulletin=bulletin).count()


def sheet_as_proposed(sheet: Sheet, rows: Iterable[Proposal]) -> tuple[Sheet, dict[str, list[Proposal]]]:
    """Give a draft as suggestions would have it, and those that are in it by the parts where they stand.

    Not in it are those whose words are gone, and of two for the same words the later.
    """
    texts = texts_of(sheet)
    changed: dict[str, Part] = {}
    taken: dict[str, list[Proposal]] = {}
    for key, found in _by_part(rows, texts).items():
        part, runs = part_of(sheet, key), list[Run]()
        for row, run in found:
            if not any(_overlap(run, other) for other in runs) and with_runs(part, (run,)) is not None:
                runs.append(run)
                taken.setdefault(key, []).append(row)
        if runs and (wanted := with_runs(part, runs)) is not None:
            changed[key] = wanted
    return sheet_with(sheet, changed), taken


def _by_part(rows: Iterable[Proposal], texts: Mapping[str, str]) -> dict[str, list[tuple[Proposal, Run]]]:
    found: dict[str, list[tuple[Proposal, Run]]] = {}
    for row in rows:
        place = place_of(row, texts)
        if not place.gone:
            run = Run(place.start, place.end, letters_in(row.now))
            found.setdefault(place.part, []).append((row, run))
    return found


def _overlap(one: Run, other: Run) -> bool:
    return (one.start < other.end and other.start < one.end) or one.start == other.start


def stands_already(sheet: Sheet, row: Proposal) -> bool:
    """Tell whether what is suggested was written where it belongs, as by redoing what was undone."""
    wanted = plain(letters_in(row.now))
    whole = row.before[-SURE:] + wanted + row.after[:SURE]
    return whole.strip() != "" and wanted != row.quote and whole in texts_of(sheet).get(row.part, "")


def proposals_of(key: str, part: Part, runs: Iterable[Run]) -> Iterator[Proposal]:
    """Give rows for some changes of a part, not saved and nobody's yet."""
    text = text_of(part)
    letters = tuple(
        letter for at, stretch in enumerate(part) for letter in ((None,) if at else ()) + stretch.letters
    )
    for run in runs:
        anchor = anchor_at({key: text}, key, run.start, run.end)
        yield Proposal(
            part=key,
            quote=anchor.quote,
            before=anchor.before,
            after=anchor.after,
            start=run.start,
            was=to_builtins(paragraphs_of(letters[run.start : run.end])),
            now=to_builtins(paragraphs_of(run.now)),
        )


def follow_proposals(bulletin: Bulletin, before: Sheet, after: Sheet) -> None:
    """Let suggestions go with their words, after a change."""
    rows = list(Proposal.objects.waiting().filter(bulletin=bulletin))
    if not rows:
        return
    texts, now = texts_of(before), texts_of(after)
    moved = [row for row in rows if _has_moved(row, texts, now)]
    Proposal.objects.bulk_update(moved, ["part", "before", "after", "start"])


def _has_moved(row: Proposal, texts: Mapping[str, str], now: Mapping[str, str]) -> bool:
    stood = _anchor(row), row.start
    place = moved_place(place_of(row, texts), texts, now)
    if place is None:
        place = place_of(row, now)
    if not place.gone:
        anchor = anchor_at(now, place.part, place.start, place.end)
        row.part, row.before, row.after, row.start = anchor.part, anchor.before, anchor.after, place.start
    return (_anchor(row), row.start) != stood
