"""Atom feeds of what was said. An entry's id is the permanent address of the statement or the point."""

import datetime
from collections.abc import Iterable

from django.utils.feedgenerator import Atom1Feed

from bulletins.exports.records import point_record, statement_record
from bulletins.models import Passage, Publication, Statement

NEWEST = 30
# XML has no place for them, and one would take the whole feed away.
CONTROL = dict.fromkeys({*range(32)} - {*b"\t\n\r"})


class Feed(Atom1Feed):
    """A feed that is the same whenever it is made."""

    def latest_post_date(self) -> datetime.datetime:
        return super().latest_post_date() if self.items else datetime.datetime.fromtimestamp(0, datetime.UTC)


def add_statements(feed: Feed, statements: Iterable[Statement], site: str) -> None:
    """Add an entry for each statement, which names all of those who made it."""
    together: dict[str, list[Statement]] = {}
    for one in statements:
        together.setdefault(statement_record(one, site)["id"], []).append(one)
    for same in together.values():
        told = statement_record(same[0], site)
        names = "; ".join(map(_maker, same))
        _add(feed, same[0].publication, (told["id"], told["address"]), (names, told["text"]))


def _maker(one: Statement) -> str:
    language = one.publication.language
    return ", ".join(filter(None, (one.maker.name_in(language), one.capacity_in(language))))


def add_points(feed: Feed, points: Iterable[Passage], site: str) -> None:
    """Add an entry for each point."""
    for one in points:
        told = point_record(one, site)
        _add(
            feed, one.publication, (told["id"], told["address"]), (one.lead or told["section"], told["text"])
        )


def _add(feed: Feed, publication: Publication, where: tuple[str, str], words: tuple[str, str]) -> None:
    """Add an entry. Its author is the forum: a summary is not by those whom it reports."""
    title, text = (part.translate(CONTROL) for part in words)
    feed.add_item(
        title=title or publication.title.translate(CONTROL),
        link=where[1],
        description=text,
        unique_id=where[0],
        pubdate=datetime.datetime.combine(publication.date, datetime.time(), datetime.UTC),
        updateddate=max(publication.published_at, publication.public_from),
        author_name=publication.forum_name.translate(CONTROL),
        categories=[f"{publication.issue_line} · {publication.title}".translate(CONTROL)],
    )
