"""Who said what, as pages tell it: by bulletin, then by point; each statement once, whoever made it together."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from bulletins.models import Passage, Publication, Statement


@dataclass(frozen=True)
class Told:
    """One statement: its words, and a row for each of those who made it; who spoke for others tells of these."""

    text: str
    rows: Sequence[Statement]

    @property
    def makers(self) -> Sequence[Statement]:
        """The rows of those who spoke; where a group did, of those on whose behalf."""
        return [row for row in self.rows if not row.spoken_by] or self.rows


@dataclass(frozen=True)
class ToldPoint:
    """What is told of a point, or of what stands before the sections, which has no passage."""

    passage: Passage | None
    url: str
    heading: str
    statements: Sequence[Told]
    around: Sequence[str]


@dataclass(frozen=True)
class ToldIssue:
    """A bulletin, and what is told of it."""

    publication: Publication
    points: Sequence[ToldPoint]

    @property
    def count(self) -> int:
        """How many statements are told."""
        return sum(len(point.statements) for point in self.points)

    @property
    def speakers(self) -> set[str]:
        """The keys of all people who made what is told."""
        return {row.speaker.slug for row in self._rows if row.speaker}

    @property
    def institutions(self) -> set[int]:
        """The ids of all institutions that made what is told, or on whose behalf it was said."""
        made = {row.organisation_id for row in self._rows if not row.speaker_id}
        return {pk for pk in made | {row.behalf_id for row in self._rows} if pk is not None}

    @property
    def _rows(self) -> Iterator[Statement]:
        return (row for point in self.points for one in point.statements for row in one.rows)


def by_issue(rows: Iterable[Statement]) -> list[ToldIssue]:
    """Give statements as they are told, in the order of their rows."""
    return [
        ToldIssue(publication, [_point(list(some)) for _, some in groupby(of_issue, lambda row: row.anchor)])
        for publication, of_issue in groupby(rows, lambda row: row.publication)
    ]


def of_passages(passages: Iterable[Passage]) -> list[ToldIssue]:
    """Give points with all that was said in them; their statements and speakers are fetched already."""
    return [
        ToldIssue(publication, [_of_passage(passage) for passage in some])
        for publication, some in groupby(passages, lambda passage: passage.publication)
    ]


def _of_passage(passage: Passage) -> ToldPoint:
    return _beside(passage, passage.url, _statements(passage.statements.all()))


def _point(rows: Sequence[Statement]) -> ToldPoint:
    return _beside(rows[0].passage, rows[0].url, _statements(rows))


def _statements(rows: Iterable[Statement]) -> list[Told]:
    several = [list(some) for _, some in groupby(rows, lambda row: row.number)]
    return [Told(some[0].text, some) for some in several]


def _beside(passage: Passage | None, url: str, statements: Sequence[Told]) -> ToldPoint:
    if passage is None:
        return ToldPoint(None, url, "", statements, ())
    shown = [one.text for one in statements]
    heading = passage.heading_beside(shown) or passage.section_title
    return ToldPoint(passage, url, heading, statements, passage.around(shown))
