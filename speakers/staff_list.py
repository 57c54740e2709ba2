"""A list of people as a table → who holds which post where, from when until when; plain values.

Reading touches nothing; each row that cannot be read says why. `speakers/staff_import.py` makes rows of it.
"""

import datetime
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from django.utils.translation import gettext as _

from forum.refusal import Refusal
from speakers.columns import LONGEST_NAME, LONGEST_TEXT, Column, sheet_of
from speakers.credits import posts_in
from speakers.programme import NO_MEANINGS, read_file
from speakers.programme_calendar import YEARS
from speakers.programme_times import day_of

_DAY = datetime.timedelta(days=1)
_OPEN = re.compile(r"(?:present|today|now|current|至今|今|现在|现任|—|–|-|…)?", re.IGNORECASE)
_STILL = re.compile(r"(.+?)\s*(?:[-–—~～]\s*)?至今")
_YEAR = re.compile(r"(\d{4})\s*年?")
_MONTH = re.compile(r"(\d{4})\s*[-/.年]\s*(\d{1,2})\s*月?")
_SPAN = re.compile(
    r"\s*(?:–|—|~|～|至(?!今)|\bto\b|\buntil\b|(?<=[\d月年])\s*-\s*(?=\d{4}|[^\d\s])|\s-\s)\s*", re.IGNORECASE
)
# The words that programmes have for the hours of a session are those that lists have for posts.
_OF_POSTS = {"start": "since", "end": "until", "time": "since", "date": "since"}
WANTED = frozenset({"name"})


@dataclass(frozen=True)
class PlannedPost:
    """Somebody, and the post that a row tells; `until` is the day after the last."""

    name: str
    own_name: str = ""
    title: str = ""
    organisation: str = ""
    since: datetime.date | None = None
    until: datetime.date | None = None
    # What a list does not tell changes nothing that is known.
    tells_since: bool = False
    tells_until: bool = False

    @property
    def last(self) -> datetime.date | None:
        """The last day of the post, if it has one."""
        return self.until - _DAY if self.until else None


@dataclass(frozen=True)
class StaffRow:
    """One line of the file: a person, mostly with a post; or what is wrong with it."""

    number: int
    post: PlannedPost | None = None
    error: str = ""


@dataclass
class StaffList:
    """What was read, its columns, what somebody said that they mean, and what is wrong with them all."""

    rows: list[StaffRow] = field(default_factory=list)
    columns: tuple[Column, ...] = ()
    meanings: dict[str, str] = field(default_factory=dict)
    problem: str = ""

    @property
    def unknown(self) -> list[str]:
        """Headers of columns that were not understood."""
        return [column.header for column in self.columns if not column.meaning]

    @property
    def errors(self) -> list[StaffRow]:
        """Rows that cannot be taken over."""
        return [row for row in self.rows if row.error]

    @property
    def posts(self) -> list[PlannedPost]:
        """Those that can."""
        return list(dict.fromkeys(row.post for row in self.rows if row.post is not None))


def read_staff(data: bytes, since: datetime.date, meanings: Mapping[str, str] = NO_MEANINGS) -> StaffList:
    """Read CSV or XLSX; posts without a date are held from `since` on. Raises Refusal."""
    file = read_file(data)
    if file.events is not None:
        raise Refusal(_("This is a calendar. A list of people is CSV or XLSX."))
    sheets = [sheet for table in file.tables if (sheet := sheet_of(table, meanings, wanted=WANTED))]
    told = [one for one in sheets if WANTED & {column.meaning for column in one.columns}] or sheets[:1]
    staff = StaffList(
        columns=tuple(dict.fromkeys(column for sheet in told for column in sheet.columns)),
        meanings=dict(meanings),
    )
    if not WANTED & {column.meaning for column in staff.columns}:
        staff.problem = _(
            "No row names the columns: name, position, organisation, from, to. "
            "Write them above the others, or say what the columns mean."
        )
        return staff
    for sheet in told:
        for number, cells, banner in sheet.rows:
            # The name of a department stands over its people.
            if any(cells.values()) and not (banner and not cells.get("name")):
                staff.rows += _rows(number, cells, since)
    return staff


def _rows(number: int, told: dict[str, str], since: datetime.date) -> list[StaffRow]:
    """Give a person's posts: several where one cell tells several; one without a post where none is told."""
    name = " ".join(told.get("name", "").split())
    if not name:
        return [StaffRow(number, error=_("There is no name in this row."))]
    try:
        span = _span(told)
    except Refusal as error:
        return [StaffRow(number, error=error.message)]
    own_name = told.get("own name", "")
    posts = _posts(told.get("title", ""), told.get("organisation", ""))
    held = (span.since or since, span.until, span.since is not None, span.tells_until)
    return [
        StaffRow(
            number,
            PlannedPost(
                name[:LONGEST_NAME],
                own_name[:LONGEST_NAME],
                title[:LONGEST_TEXT],
                organisation[:LONGEST_TEXT],
                *held,
            )
            if organisation
            else PlannedPost(name[:LONGEST_NAME], own_name[:LONGEST_NAME], title[:LONGEST_TEXT]),
        )
        for title, organisation in posts
    ]


def _posts(title: str, organisation: str) -> list[tuple[str, str]]:
    if organisation or not title:
        return [(title, organisation)]
    # One column tells both: 雨水学院院长; "Dean, Academy of Rain".
    found = [(post.title, post.organisation) for post in posts_in(title) if post.organisation]
    return found or [(title, "")]


class _Span(NamedTuple):
    since: datetime.date | None
    until: datetime.date | None
    tells_until: bool  # "present" tells that it is open


def _span(told: dict[str, str]) -> _Span:
    """Give the first day and the day after the last, in columns of their own or in one cell."""
    cells = {_OF_POSTS.get(column, column): cell for column, cell in told.items()}
    first, last = cells.get("since", ""), cells.get("until", "")
    if not last and (still := _STILL.fullmatch(first.strip())):
        first, last = still[1], "至今"
    elif not last and len(parts := _SPAN.split(first)) == 2:
        first, last = parts
    since = _begins(first)
    until = None if _OPEN.fullmatch(last.strip()) else _after(last)
    if since is not None and until is not None and until <= since:
        raise Refusal(_("The end %(end)s is not after the start.") % {"end": last})
    return _Span(since, until, bool(last.strip()))


def _begins(text: str) -> datetime.date | None:
    return None if _OPEN.fullmatch(text.strip()) else _days(text)[0]


def _after(text: str) -> datetime.date:
    return _days(text)[1]


def _days(text: str) -> tuple[datetime.date, datetime.date]:
    """Give the first day of a day, a month or a year, and the day after it. Raises Refusal."""
    plain = text.strip()
    if (day := day_of(plain)) is not None:
        return day, day + _DAY
    if found := _MONTH.fullmatch(plain):
        year, month = int(found[1]), int(found[2])
        if year in YEARS and 1 <= month <= 12:
            following = (year + month // 12, month % 12 + 1)
            return datetime.date(year, month, 1), datetime.date(*following, 1)
    if (found := _YEAR.fullmatch(plain)) and int(found[1]) in YEARS:
        return datetime.date(int(found[1]), 1, 1), datetime.date(int(found[1]) + 1, 1, 1)
    raise Refusal(_("“%(day)s” is no date. Write it as 2026-11-18.") % {"day": text})


def outline(staff: StaffList) -> list[dict[str, str]]:
    """Give the rows as plain values, as `import_people --dry-run --json` prints them."""
    return [_outline(row) for row in staff.rows]


def _outline(row: StaffRow) -> dict[str, str]:
    post = row.post or PlannedPost("")
    return {
        "error": row.error,
        "name": post.name,
        "own_name": post.own_name,
        "title": post.title,
        "organisation": post.organisation,
        "from": post.since.isoformat() if post.since else "",
        "to": post.last.isoformat() if post.last else "",
    }
