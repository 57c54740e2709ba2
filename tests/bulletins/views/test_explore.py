"""The explorer's pages, as a reader gets them."""

import re

import pytest
from django.urls import reverse

from bulletins.models import Topic
from bulletins.models import search as search_models
from bulletins.search import TURNS, TooManySearchesError, explore, indexing, results, selection
from tests.factories import make_organisation
from tests.kept_sites import kept

pytestmark = pytest.mark.django_db


@kept
def archive(say, academy, qiaoyun):
    for name in ("Water", "Wind"):
        Topic.objects.create(slug=name.lower(), name=name, names={"zh": {"Water": "水", "Wind": "风"}[name]})
    make_organisation("Institute of Wind", country="CN")
    lin = {"by": "lin-qiaoyun", "name": "LIN Qiaoyun", "organisation": "institute-of-wind"}
    say(("rain fell.", "said so."), year=2024, topics=("water",), title="One", credit="Head of Drains")
    say(("rain falls.", "said so."), year=2026, topics=("water",), title="Two", credit="Minister of Drains")
    say(("it blew.", "said so."), year=2026, topics=("wind",), title="Three", **lin)


def text_of(page):
    return " ".join(re.sub(r"<[^>]+>", " ", page).split())


def get(client, name, **query):
    return client.get(reverse(name), query).content.decode()


def test_picture_and_table_have_the_same_numbers_and_each_leads_to_its_statements(client, archive):
    page = get(client, "explore")
    picture, table = page.split("</figure>")

    cell = '/explore/statements/?speaker=berg-ada&amp;topic=water"'
    assert (picture.count(cell), table.count(cell)) == (1, 1)
    assert "<title>Ada Berg · Water: 2 statements</title>" in picture
    assert re.findall(r'<th scope="row"><a[^>]*>([^<]+)', table) == ["LIN Qiaoyun", "Ada Berg"]
    assert "style=" not in page


def test_behind_a_number_stand_its_statements_in_order_of_time_with_the_credit_of_that_day(client, archive):
    page = text_of(get(client, "explore-statements", speaker="berg-ada", topic="water"))

    assert re.findall(r"Ada Berg , (Head of Drains|Minister of Drains)", page) == [
        "Head of Drains",
        "Minister of Drains",
    ]
    assert "2 statements" in page


def test_of_words_in_very_many_points_a_part_is_counted_and_pages_say_so(client, say, academy, monkeypatch):
    Topic.objects.create(slug="water", name="Water")
    monkeypatch.setattr(explore, "MOST_FOR_CELLS", 12)
    monkeypatch.setattr(explore, "MOST_FOR_SUMS", 12)
    monkeypatch.setattr("bulletins.views.explore.LISTED", 30)
    for module in (indexing, results, search_models, selection):
        monkeypatch.setattr(module, "SAMPLES", 4)
    for year in (2024, 2025, 2026):
        say(*(("rain fell.", "said so."),) * 16, year=year, topics=("water",), title=f"Year {year}")

    matrix, timeline, both, one_year = (
        get(client, name, q="rain", **query)
        for name, query in (
            ("explore", {}),
            ("explore-statements", {}),
            ("explore-compare", {"kind": "topic", "a": "water", "b": "water"}),
            ("explore-statements", {"year": "2024"}),
        )
    )

    # Of 48 points a quarter is counted.
    assert "an even part of these was counted" in matrix
    assert "<title>Ada Berg · Water: about 48 statements</title>" in matrix
    assert re.findall(r'class="all">([^<]*)<', matrix) == ["≈48"]
    assert re.findall(r'class="section-title">([^<]*)<', timeline) == ["about 48 statements"]
    assert "The list holds the first 30;" in timeline
    assert re.findall(r'class="kicker">(about [^<]*)<', both) == ["about 48 statements"] * 2
    assert re.findall(r'class="section-title">([^<]*)<', one_year) == ["about 16 statements"]


def test_two_are_compared_year_by_year_on_one_scale(client, archive):
    page = get(client, "explore-compare", kind="speaker", a="berg-ada", b="lin-qiaoyun")

    assert re.findall(r'<h1 class="page-title">(.*?)</h1>', page) == ["Ada Berg · LIN Qiaoyun"]
    assert re.findall(r'<h2><a href="[^"]+">(.*?)</a></h2>', page) == ["Ada Berg", "LIN Qiaoyun"]
    assert re.findall(r'id="year-(\d+)"', page) == ["2024", "2026"]
    assert page.count('class="year"') == 6
    assert "Nothing in this year." in page


def test_of_many_the_first_and_the_last_are_told_and_the_others_are_linked(client, say, academy, monkeypatch):
    monkeypatch.setattr("bulletins.search.side_by_side.EACH", 1)
    for year in (2024, 2025, 2026):
        say(
            ("rain fell.", f"said so in {year}."),
            ("it rained.", f"said it in {year}."),
            year=year,
            title=str(year),
        )

    page = get(client, "explore-compare", a="berg-ada", b="berg-ada")
    years = [text_of(one) for one in page.split("<footer")[0].split('class="compared-year"')[1:]]

    assert [("said so" in year, "said it" in year, year.count("statement")) for year in years] == [
        (True, False, 2),
        (False, False, 2),
        (False, True, 2),
    ]
    assert "1 statement more of this year" in years[0]
    assert page.count('href="/explore/statements/?speaker=berg-ada&amp;year=2025">2 statements<') == 2


def test_two_different_people_are_offered_where_nobody_was_chosen(client, archive):
    page = get(client, "explore-compare")

    assert re.findall(r'value="([^"]+)" selected', page) == ["berg-ada", "lin-qiaoyun"]


def test_whoever_is_unknown_is_not_compared(client, archive):
    assert "sides" not in get(client, "explore-compare", kind="nonsense", a="berg-ada", b="nobody")


@pytest.mark.parametrize("name", ["explore", "explore-statements", "explore-compare"])
def test_whatever_stands_in_the_address_is_no_error(client, archive, name):
    for text in ("", "\0", "'\"", "水" * 400, "9" * 12, "<b>"):
        query = dict.fromkeys(
            ("q", "rows", "columns", "kind", "a", "b", "year", "topic", "country", "session"), text
        )
        assert client.get(reverse(name), query).status_code == 200


def test_topics_and_people_are_named_in_the_readers_language(client, archive):
    page = client.get(reverse("explore"), headers={"accept-language": "zh-hans"}).content.decode()

    assert ">林巧云</text>" in page
    assert ">风</text>" in page


def test_explorers_wait_for_their_turn_as_searches_do(client, archive, monkeypatch):
    def no_turn():
        raise TooManySearchesError

    monkeypatch.setattr(TURNS, "_take", no_turn)

    assert client.get(reverse("explore")).status_code == 503


def test_pages_of_people_bodies_topics_and_editions_have_a_small_picture(client, archive):
    paths = ("/speakers/berg-ada/", "/topics/water/")
    years = {
        path: re.findall(r'class="year"[^>]*>(\d+)', client.get(path).content.decode()) for path in paths
    }
    edition = client.get("/lamps/2026/").content.decode()

    assert years == {path: ["2024", "2025", "2026"] for path in paths}
    assert re.findall(r'topic=(\w+)">(\w+)</a>', edition) == [("water", "Water"), ("wind", "Wind")]
    assert "small-picture" not in client.get("/organisations/institute-of-wind/").content.decode()


def test_any_result_is_a_file(client, archive):
    lines = client.get("/explore/statements.jsonl?speaker=berg-ada&topic=water").content.decode().splitlines()
    table = client.get("/explore/statements.csv?topic=wind").content.decode("utf-8-sig").splitlines()

    assert (len(lines), len(table)) == (2, 2)
    assert client.get("/explore/statements.ris?topic=wind").content.decode().count("TY  - ") == 1
