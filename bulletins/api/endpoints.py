"""The addresses of the API, one function each: fetch, tell."""

from typing import Annotated, Any, TypedDict

from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from django.urls import reverse
from ninja import Field, NinjaAPI, Path, Query, Schema

from bulletins.api.paging import LARGEST_PAGE, USUAL_PAGE, Order, PageOf, page_of
from bulletins.exports import public
from bulletins.exports.records import (
    BodyRecord,
    PersonRecord,
    ReportedRecord,
    SessionRecord,
    StatementRecord,
    TopicRecord,
    VersionRecord,
    as_builtins,
    body_record,
    person_record,
    reported,
    session_record,
    site_of,
    statement_record,
    topic_record,
    version_record,
)
from bulletins.filters.search import SearchForm
from bulletins.models import Publication
from bulletins.models.publication import PublicationQuerySet
from bulletins.models.series import PLACE
from bulletins.search import Criteria, selection
from forum import converters
from forum.site_identity import SiteIdentity
from speakers.models import Speaker

api = NinjaAPI(
    title="Rapporteur",
    version="1",
    description="What this site has published. Reads only. Lists come in pages: follow `next`, and keep the last "
    "cursor to fetch later what is new. Filters are those of the search.",
    docs_url=None,
    openapi_url=None,
)

BY_NUMBER: Order = {"pk": int}
AS_PRINTED: Order = {"publication_id": int, "place": int, "anchor": str, "number": int, "maker_number": int}
MANY = 20
KEYS = Annotated[list[str], Field(default_factory=list, max_length=MANY)]
SLUG = r"^[-a-zA-Z0-9_]{1,80}$"
Key = Annotated[str, Path(pattern=SLUG)]
Place = Annotated[str, Path(pattern=f"^{converters.Place.regex}$")]
Count = Annotated[int, Path(ge=1, le=2**31 - 1)]


class Filters(Schema):
    """What the search takes: any of the values of one filter, and every filter."""

    q: str = Field("", max_length=400, description="Words, “phrases” and -exclusions, as in the search.")
    forum: KEYS
    year: KEYS
    topic: KEYS
    speaker: KEYS
    organisation: KEYS
    country: KEYS
    session: KEYS
    language: KEYS
    cursor: str = Field("", max_length=400, description="From the `next` of an answer.")
    limit: int = Field(USUAL_PAGE, ge=1, le=LARGEST_PAGE)


class Problem(Schema):
    """Why there is no answer."""

    detail: str


class RefusedParameter(Schema):
    """A parameter that is not as this document says."""

    loc: list[str | int]
    msg: str


class Refused(Schema):
    """Which parameters are not as this document says."""

    detail: list[RefusedParameter]


class WholeVersion(TypedDict):
    """A version with the whole Document (schema rapporteur/document/2), and who said what in it."""

    version: VersionRecord
    document: dict[str, Any]
    statements: list[ReportedRecord]


class WholeBulletin(TypedDict):
    """The newest version of a bulletin, and all that readers may see."""

    newest: VersionRecord
    versions: list[VersionRecord]


class Index(TypedDict):
    """What there is, and where: the whole addresses."""

    title: str
    about: str
    version: str
    description: str
    site: str
    openapi: str
    bulk: str
    feed: str
    resources: dict[str, str]


PROBLEMS = {404: Problem, 422: Refused}
RESOURCES = ("bulletins", "versions", "statements", "people", "bodies", "topics", "sessions")


def _criteria(request: HttpRequest) -> Criteria:
    return SearchForm(request.GET).criteria


def _site(request: HttpRequest) -> str:
    return site_of(request.build_absolute_uri(reverse("home")))


@api.get("", response=Index, url_name="api", tags=["index"])
def index(request: HttpRequest) -> Index:
    """Where to begin."""
    identity = SiteIdentity()

    def address(name: str) -> str:
        return request.build_absolute_uri(reverse(name))

    return {
        "title": identity.name,
        "about": identity.about,
        "version": api.version,
        "description": api.description,
        "site": address("home"),
        "openapi": address("api-openapi"),
        "bulk": address("api-bulk"),
        "feed": address("feed"),
        "resources": {name: address(f"api-{name}") for name in RESOURCES},
    }


@api.get(
    "bulletins/",
    response={200: PageOf[VersionRecord], **PROBLEMS},
    url_name="api-bulletins",
    tags=["bulletins"],
)
def bulletins(request: HttpRequest, asked: Query[Filters]) -> Any:
    """Newest versions of bulletins."""
    return _versions(request, asked, selection.bulletins(_criteria(request)))


@api.get(
    "versions/",
    response={200: PageOf[VersionRecord], **PROBLEMS},
    url_name="api-versions",
    tags=["bulletins"],
)
def versions(request: HttpRequest, asked: Query[Filters]) -> Any:
    """All versions of bulletins that readers may see, the replaced ones too."""
    return _versions(request, asked, selection.versions(_criteria(request)))


def _versions(request: HttpRequest, asked: Filters, found: PublicationQuerySet) -> PageOf[VersionRecord]:
    site = _site(request)
    rows = found.listed()
    return page_of(request, asked, rows, BY_NUMBER, lambda one: version_record(one, site))


@api.get(
    "bulletins/{place:forum}/{int:year}/{int:number}/",
    response={200: WholeBulletin, **PROBLEMS},
    url_name="api-bulletin",
    tags=["bulletins"],
)
def bulletin(request: HttpRequest, forum: Place, year: Count, number: Count) -> Any:
    """One bulletin."""
    newest = get_object_or_404(_at(forum, year, number).current())
    site = _site(request)
    return {
        "newest": version_record(newest, site),
        "versions": [version_record(one, site) for one in newest.versions()],
    }


@api.get(
    "versions/{place:forum}/{int:year}/{int:number}/{int:version}/",
    response={200: WholeVersion, **PROBLEMS},
    url_name="api-version",
    tags=["bulletins"],
)
def version(request: HttpRequest, forum: Place, year: Count, number: Count, version: Count) -> Any:
    """One version with all its words."""
    found = get_object_or_404(_at(forum, year, number), version=version)
    document = found.document
    return {
        "version": version_record(found, _site(request)),
        "document": as_builtins(document),
        "statements": reported(document),
    }


def _at(forum: str, year: int, number: int) -> PublicationQuerySet:
    public = Publication.objects.public().with_place().alias(place_of_series=PLACE)
    return public.filter(place_of_series=forum, edition__year=year, number=number)


@api.get(
    "statements/",
    response={200: PageOf[StatementRecord], **PROBLEMS},
    url_name="api-statements",
    tags=["statements"],
)
def statements(request: HttpRequest, asked: Query[Filters]) -> Any:
    """Who said what, in the newest versions: an item for each of those who said it."""
    site = _site(request)
    rows = selection.statements(_criteria(request)).with_bulletin().with_makers().numbered()
    return page_of(request, asked, rows, AS_PRINTED, lambda one: statement_record(one, site))


@api.get("people/", response={200: PageOf[PersonRecord], **PROBLEMS}, url_name="api-people", tags=["people"])
def people(request: HttpRequest, asked: Query[Filters]) -> Any:
    """Those who made statements."""
    site = _site(request)
    found = public.people(selection.statements(_criteria(request)))
    return page_of(request, asked, found, BY_NUMBER, lambda one: person_record(one, site))


@api.get(
    "people/{slug:slug}/", response={200: PersonRecord, **PROBLEMS}, url_name="api-person", tags=["people"]
)
def person(request: HttpRequest, slug: Key) -> Any:
    """One person; the key of somebody who was merged leads to the one who was kept."""
    asked = get_object_or_404(Speaker.objects.select_related("merged_into"), slug=slug)
    return person_record(
        get_object_or_404(public.people(), pk=(asked.merged_into or asked).pk), _site(request)
    )


@api.get("bodies/", response={200: PageOf[BodyRecord], **PROBLEMS}, url_name="api-bodies", tags=["bodies"])
def bodies(request: HttpRequest, asked: Query[Filters]) -> Any:
    """Institutions for which statements were made."""
    site = _site(request)
    found = public.bodies(selection.statements(_criteria(request)))
    return page_of(request, asked, found, BY_NUMBER, lambda one: body_record(one, site))


@api.get("bodies/{slug:slug}/", response={200: BodyRecord, **PROBLEMS}, url_name="api-body", tags=["bodies"])
def body(request: HttpRequest, slug: Key) -> Any:
    """One institution."""
    return body_record(get_object_or_404(public.bodies(), slug=slug), _site(request))


@api.get("topics/", response={200: PageOf[TopicRecord], **PROBLEMS}, url_name="api-topics", tags=["topics"])
def topics(request: HttpRequest, asked: Query[Filters]) -> Any:
    """Topics of points, and the wider ones."""
    site = _site(request)
    found = public.topics(selection.points(_criteria(request)))
    return page_of(request, asked, found, BY_NUMBER, lambda one: topic_record(one, site))


@api.get(
    "topics/{slug:slug}/", response={200: TopicRecord, **PROBLEMS}, url_name="api-topic", tags=["topics"]
)
def topic(request: HttpRequest, slug: Key) -> Any:
    """One topic."""
    return topic_record(get_object_or_404(public.topics(), slug=slug), _site(request))


@api.get(
    "sessions/", response={200: PageOf[SessionRecord], **PROBLEMS}, url_name="api-sessions", tags=["sessions"]
)
def sessions(request: HttpRequest, asked: Query[Filters]) -> Any:
    """Sessions that bulletins report."""
    site = _site(request)
    found = public.sessions(selection.points(_criteria(request)))
    return page_of(request, asked, found, BY_NUMBER, lambda one: session_record(one, site))


@api.get(
    "sessions/{int:pk}/", response={200: SessionRecord, **PROBLEMS}, url_name="api-session", tags=["sessions"]
)
def session(request: HttpRequest, pk: Count) -> Any:
    """One session."""
    return session_record(get_object_or_404(public.sessions(), pk=pk), _site(request))
