"""What the page of an issue shows beside the text that never changes: in three queries, however long the issue is."""

import datetime
from collections.abc import Iterable
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Count, Exists, F, Func, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce, JSONObject
from django.utils import timezone

from bulletins.models import Passage, Publication, Statement, Topic
from bulletins.models.publication import PublicationQuerySet
from bulletins.models.site_state import organisation_scope, speaker_scope
from bulletins.rendering.page import Credit, PageParts
from bulletins.views.tombstone import at_place
from forum.compiled_query import CompiledQuery
from speakers.models import Organisation, Position, Role, Speaker


def _with_page() -> PublicationQuerySet:
    """Give public versions with their set text, and what the index knows of their bulletins: sessions and topics."""
    tied = Passage.objects.public().filter(publication__bulletin=OuterRef("bulletin")).order_by()
    inner = Passage.objects.public().filter(publication__bulletin=OuterRef(OuterRef("bulletin"))).order_by()
    topics = Topic.objects.filter(pk__in=inner.values(one=Func("topics", function="unnest"))).in_order()
    return (
        Publication.objects.public()
        .with_place()
        .select_related("set_text")
        .defer("frozen", "accepted")
        .annotate(
            session_ids=ArraySubquery(tied.values(one=Func("sessions", function="unnest")).distinct()),
            tied_topics=ArraySubquery(
                topics.values(json=JSONObject(slug="slug", name="name", names="names"))
            ),
        )
        .order_by()
    )


_NEWEST = CompiledQuery(
    Publication,
    lambda **place: at_place(_with_page(), version=None, **place)[:1],
    forum="a forum",
    year=32_001,
    number=2_000_000_002,
)
_VERSION = CompiledQuery(
    Publication,
    lambda **place: at_place(_with_page(), **place)[:1],
    forum="a forum",
    year=32_001,
    number=2_000_000_002,
    version=2_000_000_003,
)


def with_page(forum: str, year: int, number: int, version: int | None) -> list[Publication]:
    """Find a version, or the newest, with all that its page shows of it."""
    if version is None:
        return _NEWEST.rows(forum=forum, year=year, number=number)
    return _VERSION.rows(forum=forum, year=year, number=number, version=version)


def topics_of(publication: Any) -> list[Topic]:
    """Give the topics of a version that was read `with_page`."""
    return [Topic(**told) for told in publication.tied_topics]


def sessions_of(publication: Any, parts: PageParts) -> list[dict[str, Any]]:
    """Give the sessions that an issue names, and whether each has a page."""
    known = {str(pk) for pk in publication.session_ids}
    return [{"session": one, "has_page": one.key in known} for one in parts.sessions]


def _beside(bulletin: int, series: int, volume: int) -> PublicationQuerySet:
    """Give a bulletin's versions, and the issues of its series before and after it."""
    one = Publication(bulletin_id=bulletin, series_id=series, volume=volume)
    current = Publication.objects.public().current()
    before, after = (
        Q(pk=Subquery(some.values("pk")[:1])) for some in (current.before(one), current.after(one))
    )
    rows = Publication.objects.public().listed()
    return rows.filter(Q(bulletin=bulletin) | before | after).order_by("-version")


_BESIDE = CompiledQuery(
    Publication, _beside, bulletin=2_000_000_001, series=2_000_000_002, volume=2_000_000_003
)


class Around:
    """The versions of an issue, and the forum's issues before and after it."""

    def __init__(self, publication: Publication) -> None:
        found = _BESIDE.rows(
            bulletin=publication.bulletin_id, series=publication.series_id, volume=publication.volume
        )
        self.versions: list[Publication] = []
        self.previous: Publication | None = None
        self.next: Publication | None = None
        for one in found:
            if one.bulletin_id == publication.bulletin_id:
                self.versions.append(one)
            elif one.volume < publication.volume:
                self.previous = one
            else:
                self.next = one


class People:
    """Everybody in the roster: the credit of that day, the title now, and how much else they said in public."""

    def __init__(self, publication: Publication, roster: Iterable[Credit]) -> None:
        self._known = {
            row.slug: row for row in _CREDITED.rows(publication=publication.pk, today=timezone.localdate())
        }
        self._language = publication.language
        roster = tuple(roster)
        self._bodies = _institutions(credit.institution for credit in roster if credit.institution)
        self.rows = [self._row(credit) for credit in roster]

    def _row(self, credit: Credit) -> dict[str, Any]:
        row = self._known.get(credit.speaker)
        speaks = row if row is not None and row.total is not None else None
        position = _position(row.now) if row is not None else None
        return {
            "entry": credit,
            "role": credit.did or dict(Role.choices).get(credit.role),
            "url": (speaks.merged_into or speaks).get_absolute_url() if speaks else self._body_url(credit),
            "position": position if position and position.credit(self._language) != credit.credit else None,
            "others": speaks.total - (speaks.here or 0) if speaks else 0,
        }

    def _body_url(self, credit: Credit) -> str:
        body = self._bodies.get(credit.institution)
        return body.get_absolute_url() if body else ""

    def scopes(self) -> list[str]:
        """Give the parts of the site that are shown here."""
        rows = self._known.values()
        kept = {row.merged_into.slug for row in rows if row.merged_into}
        held = {row.now["organisation"]["id"] for row in rows if row.now}
        held |= {body.pk for body in self._bodies.values()}
        return [*map(speaker_scope, {*self._known, *kept}), *map(organisation_scope, held)]


def _institutions(keys: Iterable[str]) -> dict[str, Organisation]:
    """Give the institutions with these keys that have a page, by key; few issues let one speak."""
    wanted = list(keys)
    said = Statement.objects.public().filter(organisation=OuterRef("pk"))
    return (
        {one.slug: one for one in Organisation.objects.filter(Exists(said), slug__in=wanted)}
        if wanted
        else {}
    )


def _credited(publication: int, today: datetime.date) -> QuerySet[Speaker]:
    """Give everybody whom a version credits, with the number of their statements in all and here, and their post."""
    said = Statement.objects.public().filter(speaker=OuterRef("kept")).order_by().values("speaker")
    counted = said.annotate(count=Count("pk")).values("count")
    organisation = JSONObject(id="organisation_id", name="organisation__name", names="organisation__names")
    now = Position.objects.on(today).filter(speaker=OuterRef("kept"))
    people = Publication.objects.filter(pk=publication).values(one=Func("people", function="unnest"))
    return (
        Speaker.objects.filter(slug__in=people)
        .select_related("merged_into")
        .annotate(
            kept=Coalesce(F("merged_into_id"), F("pk")),
            total=Subquery(counted),
            here=Subquery(counted.filter(publication=publication)),
            now=Subquery(
                now.values(json=JSONObject(title="title", titles="titles", organisation=organisation))[:1]
            ),
        )
    )


_CREDITED = CompiledQuery(Speaker, _credited, publication=2_000_000_001, today=datetime.date(1901, 2, 3))


def _position(told: dict[str, Any] | None) -> Position | None:
    if told is None:
        return None
    return Position(
        title=told["title"], titles=told["titles"], organisation=Organisation(**told["organisation"])
    )
