"""Every public page of a small site, whole, as its reader has it, in both languages: pages_whole.txt has them."""

import re
from pathlib import Path

import pytest

from bulletins.models import Bulletin, Topic
from bulletins.publishing.publication import publish
from bulletins.publishing.withdrawal import withdraw
from forum.models import Session
from tests.bulletins.conftest import SAID, tie
from tests.kept_text import as_kept
from tests.page_text import page_text, timeless, with_ids_named

pytestmark = pytest.mark.django_db
TOLD = Path(__file__).with_name("pages_whole.txt")
FORMS = ["md", "txt", "json", "bib", "ris", "csl"]


@pytest.fixture
def tied(counted_from_one_number, edition, editor):
    return tie(edition, editor)


@pytest.fixture
def site(tied, say, qiaoyun, editor):
    """An issue in two versions, tied to everything; one that was withdrawn; two of another forum, one in Chinese."""
    water = Topic.objects.create(slug="water", name="Water", names={"zh": "水"})
    Topic.objects.filter(slug="drainage").update(parent=water)
    Bulletin.objects.filter(pk=tied.bulletin_id).update(title="Rain gardens, corrected")
    publish(tied.bulletin, by=editor, approval=SAID)
    say(
        ("lamps may be dim.", "said that a lamp a street is enough."),
        year=2025,
        title="Lamps",
        topics=("water",),
    )
    say(
        ("灯可以暗一些。", "认为一街一灯足够。"),
        by="lin-qiaoyun", name="林巧云", credit="灯务局局长", language="zh", title="灯与街", section="先小后大",
    )  # fmt: skip
    gone = say(("nothing holds.", "took it back."), year=2024, title="What did not hold")
    withdraw(gone.bulletin, by=editor, note="It was wrong.")
    return tied


def addresses(site):
    point = site.document.sections[0].points[0].id
    session = Session.objects.get().pk
    issues = ["/rain/2026/1/", "/lamps/2025/1/", "/lamps/2026/1/", "/lamps/2024/1/"]
    yield from (
        "/",
        "/archive/",
        "/archive/?forum=lamps",
        "/archive/?year=2025&language=en",
        "/rain/",
        "/lamps/",
    )
    yield from (
        "/rain/bulletin/",
        "/rain/2026/",
        "/lamps/2026/",
        f"/rain/2026/sessions/{session}/",
        "/nowhere/",
    )
    for issue in issues:
        yield from (issue, f"{issue}cite/", *(f"{issue[:-1]}.{form}" for form in FORMS))
    yield from (
        f"/rain/2026/1/cite/?point={point}",
        f"/rain/2026/1/{point}/",
        "/rain/2026/1/v1/",
        "/rain/2026/1/v1/cite/",
    )
    yield from (
        "/rain/2026/1/?version=1",
        "/rain/2026/1/?version=9",
        "/rain/2026/1/?version=x",
        "/rain/2026/1.txt?version=1",
    )
    yield from (
        "/rain/2026/1/cite/?point=i-1",
        "/rain/2026/1/cite/?point=nowhere",
        "/rain/2026/1/0000000000/",
    )
    yield from (
        "/rain/2026/1/changes/?version=2",
        "/rain/2026/1/changes/?since=1",
        "/lamps/2024/1/v1/",
        "/rain/2026/1/i-1/",
    )
    yield from ("/rain/2026/1/v2/changes/v1/", "/rain/2026/1/v1.txt", "/rain/2026/1/v9/", "/rain/2026/9/")
    for kind, keys in (
        ("speakers", ("berg-ada", "lin-qiaoyun", "nobody")),
        ("organisations", ("academy-of-rain",)),
        ("topics", ("drainage", "water")),
    ):
        yield f"/{kind}/"
        for key in keys:
            yield from (
                f"/{kind}/{key}/",
                *(f"/{kind}/{key}.{form}" for form in ("atom", "csv", "jsonl", "ris")),
            )
    for query in (
        "",
        "q=street",
        "q=enough&speaker=berg-ada",
        "q=灯",
        "topic=water",
        "q=nothing",
        "year=2025",
        "q=strete",
        "q=street&year=1999",
        "q=street&topic=water&year=1999",
    ):
        yield from (f"/search/?{query}", f"/explore/statements/?{query}")
    yield from (f"/search.{form}?q=street" for form in ("csv", "jsonl", "ris", "atom"))
    yield from ("/explore/", "/explore/?rows=organisation&columns=topic", "/explore/?columns=year")
    yield from (
        "/explore/compare/?a=berg-ada&b=lin-qiaoyun",
        "/explore/compare/?kind=topic&a=water&b=drainage",
    )
    yield from (
        "/feeds/all.atom",
        "/feeds/rain.atom",
        "/sitemap.xml",
        "/sitemap-issues.xml",
        "/sitemap-speakers.xml",
    )
    for name in ("bulletins", "versions", "statements", "people", "bodies", "topics", "sessions"):
        yield f"/api/v1/{name}/"
    yield from (
        "/api/v1/bulletins/rain/2026/1/",
        "/api/v1/versions/rain/2026/1/1/",
        "/api/v1/people/berg-ada/",
    )
    yield from ("/api/v1/bodies/academy-of-rain/", "/api/v1/topics/water/", f"/api/v1/sessions/{session}/")
    yield from ("/robots.txt", "/api/v1/bulk.jsonl")


def whole(client, path, language):
    """Give what an address answers."""
    answer = client.get(path, headers={"Accept-Language": language, "X-Request-ID": "of-this-test"})
    text = answer.getvalue().decode()
    if text and answer.headers.get("Content-Type", "").startswith("text/html"):
        text = "\n".join(page_text(text, whole=path in {"/", "/nowhere/"}))
    head = (
        f"{answer.status_code} {answer.headers.get('Content-Type', '')} {answer.headers.get('Location', '')}"
    )
    return f"==== {path} ({language}) {head.strip()}\n{timeless(text).strip()}\n"


@pytest.mark.slow
def test_every_page_says_what_it_said(client, site):
    said = []
    for path in addresses(site):
        said.append(whole(client, path, "en-GB"))
        if not re.search(r"\.\w+(\?|$)|^/api/", path):
            said.append(whole(client, path, "zh-CN"))
    now = with_ids_named("\n".join(said))
    assert now.splitlines() == as_kept(TOLD, now).splitlines()
