"""The page of results, as a reader gets it."""

import re

import pytest
from django.http import QueryDict
from django.test import Client
from django.urls import reverse
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bulletins.filters.search import SearchForm
from bulletins.models import Passage, Topic
from bulletins.search import PER_PAGE, TURNS, Search
from tests.factories import make_speaker

pytestmark = pytest.mark.django_db
HOSTILE = [
    "",
    "'",
    '"',
    '"""',
    "-",
    "--",
    "a & b | !c:*",
    "%",
    "100%",
    "\\",
    "\0",
    "🙂",
    "<script>alert(1)</script>",
    "' OR 1=1 --",
    "a" * 10_240,
    "rain " * 2_048,
    '"' * 10_240,
    "水" * 10_240,
    "-" * 10_240,
    "{{ 7 }}",
    "\u202e",
    "(" * 500,
    "ʼn ㎏ ⑴ ½",
]


def get(client, **query):
    return client.get(reverse("search"), query)


def text_of(response):
    """The text of a page, one space between words."""
    return " ".join(re.sub(r"<[^>]+>", " ", response.content.decode()).split())


@pytest.mark.parametrize("text", HOSTILE)
def test_nothing_that_is_typed_is_an_error(client, say, text):
    say(("rain gardens pay.", "said so."))

    assert get(client, q=text).status_code == 200
    assert (
        get(
            client, q="rain", speaker=text, year=text, country=text, session=text, order=text, page=text
        ).status_code
        == 200
    )


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40, deadline=None)
@given(st.text(max_size=200), st.text(max_size=20))
def test_no_text_at_all_is_an_error(db, text, value):
    query = {"q": text, "topic": value, "language": value, "forum": [value, text], "page": value}

    assert get(Client(), **query).status_code == 200


def test_what_is_typed_and_what_is_found_are_escaped(client, say):
    say(("rain <b>gardens</b> & yards.", "said <script>so</script>."))

    assert 'value="gardens &lt;i&gt;"' in get(client, q="gardens <i>").content.decode()
    page = get(client, q="gardens").content.decode()
    assert "&lt;b&gt;<mark>gardens</mark>&lt;/b&gt; &amp; yards." in page
    assert "&lt;script&gt;so&lt;/script&gt;" in page


def test_a_point_leads_to_its_permanent_address(client, say):
    say(("rain gardens pay.", "said so."))

    page = get(client, q="gardens").content.decode()

    page_url, _, anchor = Passage.objects.get().url.partition("#")
    marking = f'<a href="{page_url}?mark=gardens#{anchor}">Firstly, rain <mark>gardens</mark> pay.</a>'
    assert marking in page


def test_results_are_kept_from_search_engines(client, say):
    assert '<meta name="robots" content="noindex, follow">' in get(client, q="rain").content.decode()


def test_points_of_one_bulletin_stand_together_and_the_rest_are_listed(client, say):
    say(*((f"rain fell {count} times.", "said so.") for count in range(5)))

    page = get(client, q="rain")

    assert page.content.decode().count('<li class="found-bulletin">') == 1
    assert "5 points" in text_of(page)
    assert "2 more points of this bulletin" in text_of(page)


def test_a_chosen_filter_can_be_let_go_and_is_kept_by_a_new_search(client, say):
    say(("rain fell.", "said so."), year=2025, title="Old")
    say(("rain falls.", "said so."), year=2026, title="New")

    page = get(client, q="rain", year="2025").content.decode()

    assert '<li><a href="/search/?q=rain"><span class="kind">Year</span> 2025' in page
    assert '<input type="hidden" name="year" value="2025">' in page
    assert "/search/?q=rain&amp;year=2025&amp;year=2026" in page
    assert "rain falls" not in text_of(get(client, q="rain", year="2025"))


def test_a_filter_alone_lists_what_it_has_newest_first(client, say):
    say(("rain fell.", "said so."), year=2025, title="Old")
    say(("sun shines.", "said so."), year=2026, title="New")

    text = text_of(get(client, speaker="berg-ada"))

    assert "2 points" in text
    assert text.index("sun shines") < text.index("rain fell")


def test_an_address_that_names_nobody_finds_nothing_and_leads_on(client, say):
    say(("rain fell.", "said so."))

    text = text_of(get(client, q="rain", speaker="nobody"))

    assert "Nothing was found" in text
    assert "without the filter “Speaker” 1" in text


def test_nobody_is_named_who_is_in_no_public_point(client, say):
    make_speaker("secret-person", family_name="Person", given_name="Secret")
    say(("rain fell.", "said so."))

    page = get(client, q="rain", speaker="secret-person")

    assert "Speaker unknown" in text_of(page)
    assert "Secret Person" not in page.content.decode()


def test_what_is_misspelt_shows_what_was_meant(client, say):
    say(("rain gardens pay.", "said so."))

    text = text_of(get(client, q="gardns"))

    assert "Nothing has “gardns”. These have “gardens”." in text
    assert "1 point" in text


@pytest.mark.slow
def test_pages_lead_to_each_other(client, say):
    for count in range(PER_PAGE + 1):
        say(("rain fell.", "said so."), title=f"Bulletin {count}")

    first, last = get(client, q="rain"), get(client, q="rain", page="999")

    assert 'rel="next" href="/search/?q=rain&amp;page=2"' in first.content.decode()
    assert "Page 1 of 2" in text_of(first)
    assert "Page 2 of 2" in text_of(last)
    assert 'rel="prev" href="/search/?q=rain"' in last.content.decode()
    numbers = ("00002", "000002", "1", "0", "-2", "²", "x")
    shown = [get(client, q="rain", page=number).context["page"].number for number in numbers]
    assert shown == [2, 1, 1, 1, 1, 1, 1]


def test_a_chinese_reader_reads_chinese(client, say, academy, forum):
    say(("rain fell.", "said so."), title="One", organisation="academy-of-rain")
    say(("雨水花园应当先行。", "说了。"), title="二", language="zh")

    text = text_of(
        client.get(reverse("search"), {"q": "", "forum": "lamps"}, headers={"accept-language": "zh-hans"})
    )

    for word in ("搜索", "筛选", "灯论坛", "英语", "中文"):
        assert word in text
    assert "Filters" not in text


@pytest.mark.parametrize("points", [1, 3, 30])
def test_the_queries_are_as_many_whatever_is_found(
    client, say, academy, forum, points, django_assert_num_queries
):
    Topic.objects.create(slug="water", name="Water")
    for start in range(0, points, 20):
        say(
            *((f"rain fell {count} times.", "said so.") for count in range(start, min(points, start + 20))),
            title=f"From {start}",
            topics=("water",),
            organisation="academy-of-rain",
        )

    with django_assert_num_queries(13):
        get(client, q="rain")
    with django_assert_num_queries(22):
        get(client, q="rain", speaker="berg-ada", topic="water", order="newest")


def test_the_form_gives_what_an_address_asks_for(say):
    old = say(("rain fell.", "said so."), year=2025, title="Old")
    say(("rain falls.", "said so."), year=2026, title="New")

    assert [
        entry.publication for entry in Search(SearchForm(QueryDict("q=rain&year=2025")).criteria).entries
    ] == [old]


def test_a_word_of_nothing_but_accents_is_an_answer_like_any_other(client):
    assert client.get("/search/", {"q": "chaos.\u0328\u0339\u0348\u0323 \u0328\u0339"}).status_code == 200


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("the", "These words stand in nearly every text."),
        ("-rain", "A minus leaves out what has the word."),
        ("%", "Search looks for words and figures; there is none here."),
    ],
)
def test_where_there_is_nothing_to_look_for_the_page_says_why(client, typed, told):
    page = client.get(reverse("search"), {"q": typed}).content.decode()

    assert told in page


def test_a_search_that_finds_no_place_is_told_to_come_again(client, settings):
    settings.SEARCHES_AT_ONCE, settings.SEARCHES_WAITING = 1, 0

    with TURNS.one():
        refused = get(client, q="rain")

    assert (refused.status_code, refused.headers["Retry-After"]) == (503, "2")
    assert get(client, q="rain").status_code == 200


def test_of_a_facet_six_values_are_seen_fourteen_more_on_demand_the_chosen_first(client, say):
    for number in range(22):
        Topic.objects.create(slug=f"t{number}", name=f"Topic {number}")
    say(("rain fell.", "said so."), topics=[f"t{number}" for number in range(22)])
    say(("rain falls.", "said so."), topics=("t9",), title="Again")

    def shown(**chosen):
        panels = get(client, q="rain", **chosen).context["page"].panels
        (panel,) = (one for one in panels if one.key == "topic")
        return [[one.name.removeprefix("Topic ") for one in some] for some in (panel.options, panel.more)]

    numbers = list(map(str, range(22)))
    others = [one for one in numbers if one != "9"]
    assert shown() == [["9", *others[:5]], others[5:19]]
    assert shown(topic="t21") == [["21", "9", *others[:4]], others[4:19]]
