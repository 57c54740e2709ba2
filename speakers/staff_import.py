"""A list of people → rows: people and the posts that they hold. One transaction; doing it twice changes nothing."""

import datetime
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from django.contrib.auth.models import User
from django.db.backends.postgresql.psycopg_any import DateRange

from forum.ledger import Subject, record
from forum.locks import lock_names, share_people
from forum.models import Act
from forum.refusal import Refusal
from forum.rights import require
from forum.transactions import atomic_with_retry
from speakers.column_meanings import keep_meanings, meanings_of
from speakers.directory import Directory, Organisations, create_speaker
from speakers.models import Organisation, Position, Speaker
from speakers.staff_list import PlannedPost, StaffList, read_staff

RIGHTS = (
    "speakers.add_speaker",
    "speakers.add_organisation",
    "speakers.add_position",
    "speakers.change_position",
)


@dataclass(frozen=True)
class StaffImported:
    """How many rows were made, and how many posts got other days."""

    speakers: int = 0
    organisations: int = 0
    positions: int = 0
    changed: int = 0


def read_for_directory(
    data: bytes, since: datetime.date, meanings: Mapping[str, str] | None = None
) -> StaffList:
    """Read a list of people with what is known of its columns. Raises Refusal."""
    return read_staff(data, since, meanings_of(None) | dict(meanings or {}))


@atomic_with_retry
def import_people(
    staff: StaffList, *, by: User | None, tell: Callable[[str], None] | None = None
) -> StaffImported:
    """Make the people and posts that are not there yet; a post that is there gets the days that the list tells.

    Rows with errors are left out. `tell` is told of each post that is done. Raises Refusal where the columns are
    not understood.
    """
    for right in RIGHTS:
        require(by, right)
    if staff.problem:
        raise Refusal(staff.problem)
    lock_names()
    share_people()
    before = Organisation.objects.count()
    made = _taken(staff.posts, tell or (lambda _name: None))
    keep_meanings(None, staff.meanings)
    counts = {**made, "organisations": Organisation.objects.count() - before}
    if any(counts.values()):
        record(Act.IMPORTED, Subject("people", "people"), by=by, details=counts)
    return StaffImported(**counts)


def _taken(posts: list[PlannedPost], tell: Callable[[str], None]) -> dict[str, int]:
    directory, organisations = Directory.load(), Organisations.load()
    made: Counter[str] = Counter(speakers=0, positions=0, changed=0)
    for post in posts:
        speaker = directory.named(post.name, post.own_name)
        if speaker is None:
            speaker = create_speaker(post.name, post.own_name)
            directory.add(speaker)
            made["speakers"] += 1
        organisation = organisations.named(post.organisation)
        if organisation is not None and post.title:
            made[_hold(speaker, post, organisation)] += 1
        tell(post.name)
    made.pop("", None)
    return made


def _hold(speaker: Speaker, post: PlannedPost, organisation: Organisation) -> str:
    """Note a post. Gives which count it belongs to; "" where it was known."""
    held = DateRange(post.since, post.until)
    same = [
        one
        for one in Position.objects.filter(speaker=speaker, organisation=organisation, held__overlap=held)
        if one.is_called(post.title)
    ]
    if same:
        return "changed" if len(same) == 1 and _set_days(same[0], post) else ""
    Position.objects.begin(speaker, post.title, organisation, held)
    return "positions"


def _set_days(position: Position, post: PlannedPost) -> bool:
    """Give a known post the days that a list tells of it. Tells whether that changes anything."""
    assert position.held is not None  # noqa: S101 (a column that is never empty)
    held = DateRange(
        post.since if post.tells_since else position.held.lower,
        post.until if post.tells_until else position.held.upper,
    )
    if held == position.held or (held.lower and held.upper and held.upper <= held.lower):
        return False
    position.held = held
    position.save(update_fields=["held"])
    return True


def doubts(staff: StaffList) -> Iterator[tuple[PlannedPost, list[str]]]:
    """Give those who will be new persons and whose name is nearly that of somebody known."""
    directory = Directory.load()
    seen: set[str] = set()
    for post in staff.posts:
        match = directory.find(post.name)
        if match.speaker is None and match.doubtful and post.name not in seen:
            seen.add(post.name)
            yield post, [str(speaker) for speaker in match.doubtful]
