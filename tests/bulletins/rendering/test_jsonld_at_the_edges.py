"""JSON-LD of drafts, of bodies, groups and pictures, and of people and institutions, whole."""

import datetime

from django.db.backends.postgresql.psycopg_any import DateRange

from bulletins.document import Document, Figure, Imprint, Mention, RosterEntry, SessionRef, Text
from bulletins.rendering.jsonld import institution, issue, person, script
from speakers.models import Organisation, Position, Speaker

CONTEXT = "https://schema.org"
ADDRESS = "https://rain.example/rain/2026/1/v1/"


def test_nothing_in_the_data_ends_the_element_it_stands_in():
    assert script({"a": "</script>&雨"}) == (
        '<script type="application/ld+json">{"a":"\\u003C/script\\u003E\\u0026雨"}</script>'
    )


def test_a_draft_of_nearly_nothing_has_no_addresses():
    assert issue(Document(), Imprint()) == {
        "@context": CONTEXT,
        "@graph": [
            {
                "@type": ["PublicationIssue", "Report"],
                "version": 1,
                "inLanguage": "en",
                "isPartOf": {"@type": "PublicationVolume", "isPartOf": {"@type": "Periodical"}},
            }
        ],
    }


DELTA = RosterEntry(speaker="body:delta", name="Delta Group", kind="body", organisation="delta")
LOCAL = RosterEntry(speaker="body:quay", name="Quay", kind="body")
BERG = RosterEntry(speaker="berg-ada", name="Ada Berg", credit="Mayor", organisation="ulm")
SILENT = RosterEntry(speaker="lund-ivo", name="Ivo Lund")
DOCUMENT = Document(
    forum="Rain Forum",
    publisher="Office of Rain",
    issn="1234-5678",
    date=datetime.date(2026, 11, 18),
    sessions=(SessionRef(key="5", title="Drains"), SessionRef(key="noon", title="Noon")),
    roster=(BERG, DELTA, LOCAL, SILENT),
    lede=(
        (Mention("berg-ada", "Berg", behalf="body:delta"), Text(" said drains leak.")),
        (Mention("body:quay"), Text(" asked for time.")),
        Figure(
            file="a" * 64, media_type="image/png", width=3, height=2, alt="A drain", caption=(Text("Drain"),)
        ),
        Figure(file="b" * 64, media_type="image/jpeg", width=4, height=5),
    ),
)


def test_bodies_and_people_have_pages_where_they_spoke_and_pictures_their_sizes():
    told = issue(DOCUMENT, Imprint(address=ADDRESS, published_on=datetime.date(2026, 11, 20)))
    first, *rest = told["@graph"]

    assert first == {
        "@type": ["PublicationIssue", "Report"],
        "@id": ADDRESS,
        "url": ADDRESS,
        "datePublished": "2026-11-18",
        "dateModified": "2026-11-20",
        "version": 1,
        "inLanguage": "en",
        "isPartOf": {
            "@type": "PublicationVolume",
            "isPartOf": {"@type": "Periodical", "name": "Rain Forum", "issn": "1234-5678"},
        },
        "publisher": {"@type": "Organization", "name": "Office of Rain"},
        "about": [{"@id": "https://rain.example/rain/2026/sessions/5/"}, {"@id": "#session-noon"}],
        "mentions": [
            {"@id": "https://rain.example/speakers/berg-ada/"},
            {"@id": "https://rain.example/organisations/delta/"},
            {"@id": "#who-body:quay"},
            {"@id": "#who-lund-ivo"},
        ],
        "image": [
            {
                "@type": "ImageObject",
                "contentUrl": f"{ADDRESS}figures/{'a' * 64}.png",
                "encodingFormat": "image/png",
                "width": 3,
                "height": 2,
                "caption": "Drain",
                "description": "A drain",
            },
            {
                "@type": "ImageObject",
                "contentUrl": f"{ADDRESS}figures/{'b' * 64}.jpg",
                "encodingFormat": "image/jpeg",
                "width": 4,
                "height": 5,
            },
        ],
        "hasPart": [
            {
                "@type": "Claim",
                "@id": f"{ADDRESS}#statement-1",
                "genre": "reported speech",
                "url": ADDRESS,
                "text": "Berg said drains leak.",
                "inLanguage": "en",
                "author": [{"@id": "https://rain.example/speakers/berg-ada/"}],
                "sourceOrganization": [{"@id": "https://rain.example/organisations/delta/"}],
                "appearance": {"@id": ADDRESS},
            },
            {
                "@type": "Claim",
                "@id": f"{ADDRESS}#statement-2",
                "genre": "reported speech",
                "url": ADDRESS,
                "text": "Quay asked for time.",
                "inLanguage": "en",
                "author": [{"@id": "#who-body:quay"}],
                "appearance": {"@id": ADDRESS},
            },
        ],
    }
    assert rest == [
        {
            "@type": "Event",
            "@id": "https://rain.example/rain/2026/sessions/5/",
            "url": "https://rain.example/rain/2026/sessions/5/",
            "name": "Drains",
        },
        {"@type": "Event", "@id": "#session-noon", "name": "Noon"},
        {
            "@type": "Person",
            "@id": "https://rain.example/speakers/berg-ada/",
            "name": "Ada Berg",
            "description": "Mayor",
            "url": "https://rain.example/speakers/berg-ada/",
        },
        {
            "@type": "Organization",
            "@id": "https://rain.example/organisations/delta/",
            "name": "Delta Group",
            "url": "https://rain.example/organisations/delta/",
        },
        {"@type": "Organization", "@id": "#who-body:quay", "name": "Quay"},
        {"@type": "Person", "@id": "#who-lund-ivo", "name": "Ivo Lund"},
    ]


def test_the_years_forum_is_an_event_where_it_is_known():
    (first, edition) = issue(Document(forum="Rain Forum", edition=2026), Imprint())["@graph"]

    assert edition == {"@type": "Event", "@id": "#edition", "name": "Rain Forum 2026"}
    assert first["about"] == [{"@id": "#edition"}]


def test_a_person_has_a_name_a_number_and_posts():
    speaker = Speaker(slug="berg-ada", family_name="Berg", given_name="Ada", orcid="0000-0001")
    academy = Organisation(slug="academy", name="Academy")
    posts = [
        Position(title="Dean", organisation=academy, held=DateRange(datetime.date(2020, 1, 1), None)),
        Position(title="Clerk", organisation=academy, held=DateRange(None, datetime.date(2020, 1, 1))),
    ]
    member = {"@type": "Organization", "name": "Academy"}

    assert person(speaker, posts, "https://a.example/") == {
        "@context": CONTEXT,
        "@type": "Person",
        "@id": "https://a.example/",
        "url": "https://a.example/",
        "name": "Ada Berg",
        "sameAs": "https://orcid.org/0000-0001",
        "memberOf": [
            {"@type": "OrganizationRole", "roleName": "Dean", "startDate": "2020-01-01", "memberOf": member},
            {"@type": "OrganizationRole", "roleName": "Clerk", "endDate": "2020-01-01", "memberOf": member},
        ],
    }
    assert "sameAs" not in person(Speaker(family_name="Berg"), (), "")


def test_an_institution_has_all_its_names_and_its_country():
    academy = Organisation(name="Academy", names={"zh": "学院"}, ror="https0", country="DE")

    assert institution(academy, "https://a.example/") == {
        "@context": CONTEXT,
        "@type": "Organization",
        "@id": "https://a.example/",
        "url": "https://a.example/",
        "name": "Academy",
        "alternateName": ["学院"],
        "sameAs": "https://ror.org/https0",
        "address": {"@type": "PostalAddress", "addressCountry": "DE"},
    }
    assert institution(Organisation(name="Academy"), "") == {
        "@context": CONTEXT,
        "@type": "Organization",
        "name": "Academy",
    }
