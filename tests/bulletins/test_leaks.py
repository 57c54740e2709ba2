"""What is a draft, withdrawn or under an embargo leaks nowhere: every address answers as if it had never been.

But for the bulletin's own addresses once it was public: they say that it was withdrawn, when and why, and no more.
"""

import datetime
import re
from itertools import product

import pytest
from django.utils import timezone

from bulletins.document import Labelled, Mention, Point, RosterEntry, Section, Text
from bulletins.drafts.comments import remark
from bulletins.drafts.proposing import propose
from bulletins.drafts.sheet import SetField
from bulletins.harvesting import MEDIA_TYPES
from bulletins.models import Topic
from bulletins.publishing.publication import Approval, publish
from bulletins.publishing.withdrawal import withdraw
from bulletins.rendering import FORMATS
from bulletins.sitemaps import PARTS
from forum.models import Session
from speakers.models import Organisation, Speaker
from tests.bulletins.addresses import addresses
from tests.factories import document, make_bulletin, make_edition, make_forum, make_organisation, make_session
from tests.figures import drawn, figure, saved
from tests.kept_sites import kept

pytestmark = pytest.mark.django_db

API_LISTS = [
    f"api-{name}"
    for name in ("bulletins", "versions", "statements", "people", "bodies", "topics", "sessions")
]
EXPLORER = ["explore", "explore-statements", "explore-compare", "explore-file"]
HIDDEN = {"draft": 2, "withdrawn": 3, "embargoed": 4}
SENT = {"distribution": (Labelled("To", "Zyxwhom Council"),), "copies": 987654}
SAID = Approval(acceptance="Read.", correction_note="A figure was wrong.")
UNDER_EMBARGO = Approval(acceptance="Read.", public_from=timezone.now() + datetime.timedelta(days=3))


def shown_in(name):
    """A picture of its own, with words that show."""
    return figure(
        saved(drawn(20 + HIDDEN.get(name, 9))), alt=f"Zyx{name} at work", caption=(Text(f"Zyx{name}"),)
    )


def secret_bulletin(edition, name, number):
    """A bulletin in which every word that may show is a word of its own: its title, people, places and topics."""
    word = f"Zyx{name}"
    organisation = make_organisation(f"{word} Institute")
    Topic.objects.create(slug=word.lower(), name=f"{word} Topic")
    start = datetime.datetime(2026, 11, 18, 9 + number, tzinfo=datetime.UTC)
    session = make_session(
        edition, title=f"{word} Session", starts_at=start, ends_at=start + datetime.timedelta(minutes=30)
    )
    entry = RosterEntry(
        speaker=f"{word.lower()}-ada",
        name=f"Ada {word}",
        credit=f"Head, {word} Institute",
        organisation=organisation.slug,
    )
    point = Point(
        ordinal="Firstly",
        lead=(Text(f"{word} comes first."),),
        body=((Text("According to "), Mention(entry.speaker), Text(f", {word} is enough.")), shown_in(name)),
        topics=(word.lower(),),
    )
    content = document(
        title=f"{word} and its streets",
        lede=((Text(f"Speakers compared {word}."),),),
        roster=(entry,),
        sections=(Section(numeral="I", title=f"{word} Works", points=(point,)),),
    )
    bulletin = make_bulletin(edition, content=content, number=number, volume=number)
    bulletin.sessions.set([session])
    return bulletin


def remark_on(bulletin, word, *, by):
    """Comment on a draft with a word, and suggest it."""
    remark(bulletin, word, by=by)
    change = SetField(name="title", was=bulletin.title, now=f"{bulletin.title}, {word}")
    assert propose(bulletin, [change], by=by, seen=0).outcomes[0].status == "done"


@kept
def hidden(editor):
    """A forum with one public bulletin, which was sent to some, and one of each kind that readers must not find."""
    edition = make_edition(make_forum(slug="rain", name="Rain Forum"))
    public = make_bulletin(edition, number=1, volume=1, content=document(**SENT))
    remark_on(public, "Zyxdraft", by=editor)
    publish(public, by=editor, approval=SAID)
    bulletins = {name: secret_bulletin(edition, name, number) for name, number in HIDDEN.items()}
    publish(bulletins["withdrawn"], by=editor, approval=SAID)
    publish(bulletins["embargoed"], by=editor, approval=UNDER_EMBARGO)
    bulletins["withdrawn"].title = "Zyxwithdrawn, corrected"
    bulletins["withdrawn"].save()
    publish(bulletins["withdrawn"], by=editor, approval=SAID)
    withdraw(bulletins["withdrawn"], by=editor, note="It was wrong.")
    return bulletins


def everything():
    """Every address that the site can make of what is stored, and of what never was."""
    organisations = list(Organisation.objects.values_list("slug", flat=True))
    sessions = list(Session.objects.values_list("pk", flat=True))
    versions = ["version=1", "version=2"]
    values = {
        "forum": ["rain"],
        "series": ["bulletin"],
        "year": [2026],
        "number": [1, *HIDDEN.values(), 99],
        "extension": [*{*MEDIA_TYPES, *(form.extension for form in FORMATS.values())}],
        "pk": [*sessions, 99999],
        "slug": [
            *Speaker.objects.values_list("slug", flat=True),
            *organisations,
            *Topic.objects.values_list("slug", flat=True),
        ],
        "code": ["en"],
        "version": [1, 2, 9],
        "since": [1, 2],
        "point": ["a000000001", "0000000000"],
        "section": list(PARTS),
        "name": [shown_in(name).name for name in HIDDEN],
    }
    asked = [
        # Asked for with a letter missing, so that a word of the answer is one that the site knows.
        *(f"q=Zyx{name[:-1]}" for name in HIDDEN),
        *(f"topic=zyx{name}" for name in HIDDEN),
        *(f"speaker=zyx{name}-ada" for name in HIDDEN),
        *(f"organisation={slug}" for slug in organisations),
        *(f"session={pk}" for pk in sessions),
    ]
    queries = {
        **dict.fromkeys([*API_LISTS, "search", "search-file", *EXPLORER], asked),
        "bulletin": versions,
        "download": versions,
        "changes": ["since=1", "since=1&version=2"],
        "cite": [*versions, "point=i-1"],
    }
    return [path for _name, path in addresses(values, queries)]


@pytest.mark.slow
def test_no_address_tells_a_word_of_what_is_hidden_or_whom_an_issue_was_sent_to(client, hidden):
    answers = {path: client.get(path).getvalue().decode(errors="replace") for path in everything()}
    # Every page repeats its own address.
    own_address = re.compile(
        r'next=[^"]*"|value="[^"]*"|href="[^"]*"|<id>[^<]*/(?:search|explore)/[^<]*</id>'
    )
    words = [*(f"zyx{name}" for name in HIDDEN), "zyxwhom", str(SENT["copies"])]

    told = [
        path
        for path, text in answers.items()
        if any(word in own_address.sub("", text.replace(path, "")).lower() for word in words)
    ]

    assert len(answers) > 100
    assert told == []


def test_a_picture_is_public_while_a_version_that_shows_it_is(client, hidden, editor):
    def answers(number, name):
        return [
            client.get(f"/rain/2026/{number}/v{version}/figures/{shown_in(name).name}").status_code
            for version in (1, 2)
        ]

    before = {name: answers(number, name) for name, number in HIDDEN.items()}
    publish(hidden["draft"], by=editor, approval=SAID)
    found = client.get(f"/rain/2026/2/v1/figures/{shown_in('draft').name}")

    assert before == {"draft": [404, 404], "withdrawn": [410, 410], "embargoed": [404, 404]}
    assert (found.status_code, found["Content-Type"]) == (200, "image/png")
    assert found.getvalue() == saved(drawn(20 + HIDDEN["draft"]))
    assert "immutable" in found["Cache-Control"]
    assert answers(1, "draft") == [404, 404]
    withdraw(hidden["draft"], by=editor, note="It was wrong.")
    assert answers(2, "draft") == [410, 404]


@pytest.mark.parametrize("name", HIDDEN)
def test_search_answers_of_what_is_hidden_as_of_what_never_was(client, hidden, name):
    session = Session.objects.get(title=f"Zyx{name} Session").pk
    slug = Organisation.objects.get(name=f"Zyx{name} Institute").slug
    asked = [
        f"q=Zyx{name}",
        f"q=ada+zyx{name}",
        f"speaker=zyx{name}-ada",
        f"topic=zyx{name}",
        f"organisation={slug}",
        f"session={session}",
        f"q=garden&speaker=zyx{name}-ada",
        f"a=zyx{name}-ada&b=berg-ada",
        f"kind=topic&a=zyx{name}&b=zyx{name}",
    ]

    for page, query in product(("search", "explore", "explore/statements", "explore/compare"), asked):
        answer = client.get(f"/{page}/?{query}").content.decode()
        never = client.get(
            f"/{page}/?{re.sub('(?i)zyx[a-z]+', 'never', query).replace(str(session), '99999')}"
        )
        same = re.compile(r"(?i)zyx[a-z]+(-institute)?|never(-institute)?|99999|" + str(session))
        assert same.sub("", answer) == same.sub("", never.content.decode())


@pytest.mark.parametrize("name", ["draft", "embargoed", "withdrawn before its embargo ended"])
def test_what_is_hidden_answers_exactly_as_what_never_was(client, hidden, name, editor):
    number = HIDDEN.get(name, HIDDEN["embargoed"])
    if name not in HIDDEN:
        withdraw(hidden["embargoed"], by=editor, note="It was wrong.")
    forms = [f".{form.extension}" for form in FORMATS.values()]
    for ending in ("/", "/?version=1", "/cite/", "/cite/?point=i-1", *forms):
        own = {"X-Request-ID": "of-this-test"}  # each request has one of its own otherwise
        answer, never = (client.get(f"/rain/2026/{one}{ending}", headers=own) for one in (number, 99))
        same = never.content.decode().replace("/99", f"/{number}").replace("%2F99", f"%2F{number}")

        assert (answer.status_code, answer.content.decode()) == (404, same)
        assert dict(answer.headers) | {"Content-Length": 0} == dict(never.headers) | {"Content-Length": 0}


@pytest.mark.parametrize("name", HIDDEN)
@pytest.mark.parametrize("kind", ["speakers", "organisations", "topics"])
def test_nobody_and_nothing_has_a_page_that_only_hidden_bulletins_mention(client, hidden, kind, name):
    slugs = {
        "speakers": f"zyx{name}-ada",
        "organisations": Organisation.objects.get(name=f"Zyx{name} Institute").slug,
        "topics": f"zyx{name}",
    }

    assert client.get(f"/{kind}/{slugs[kind]}/").status_code == 404


def test_when_the_embargo_is_lifted_by_time_everything_has_its_page(client, hidden, editor):
    # The same bulletin, public: so the tests above look in the right places.
    bulletin = secret_bulletin(hidden["draft"].edition, "open", 5)
    publish(bulletin, by=editor, approval=SAID)
    session = Session.objects.get(title="Zyxopen Session")
    organisation = Organisation.objects.get(name="Zyxopen Institute")

    paths = [
        "/",
        "/archive/",
        "/rain/",
        "/rain/2026/",
        "/rain/2026/5/",
        "/rain/2026/5.md",
        "/speakers/",
        "/speakers/zyxopen-ada/",
        "/organisations/",
        f"/organisations/{organisation.slug}/",
        "/topics/",
        "/topics/zyxopen/",
        f"/rain/2026/sessions/{session.pk}/",
        "/feeds/all.atom",
        "/feeds/rain.atom",
        "/sitemap-issues.xml",
        "/sitemap-speakers.xml",
        *(f"/speakers/zyxopen-ada.{form}" for form in MEDIA_TYPES),
        *(f"/organisations/{organisation.slug}.{form}" for form in MEDIA_TYPES),
        *(f"/topics/zyxopen.{form}" for form in MEDIA_TYPES),
        *(f"/search.{form}?q=zyxopen" for form in MEDIA_TYPES),
        *(f"/explore/statements.{form}?q=zyxopen" for form in MEDIA_TYPES),
        "/explore/",
        "/explore/?rows=organisation&columns=year",
        "/explore/statements/?speaker=zyxopen-ada",
        "/explore/compare/?a=zyxopen-ada&b=berg-ada",
        *(
            f"/api/v1/{path}"
            for path in (
                "bulletins/",
                "versions/",
                "statements/",
                "people/",
                "bodies/",
                "topics/",
                "sessions/",
                "bulletins/rain/2026/5/",
                "versions/rain/2026/5/1/",
                "people/zyxopen-ada/",
                f"bodies/{organisation.slug}/",
                "topics/zyxopen/",
                f"sessions/{session.pk}/",
                "bulk.jsonl",
            )
        ),
    ]
    told = {path: client.get(path).getvalue().decode().lower() for path in paths}
    assert [path for path, text in told.items() if not re.search("zyxopen|/rain/2026/5/", text)] == []
