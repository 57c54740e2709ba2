"""Who spoke on what, and when: the numbers of the explorer, counted over statements."""

from datetime import timedelta
from itertools import product

import pytest
from django.http import QueryDict
from django.utils import timezone

from bulletins.filters.explore import ExploreForm
from bulletins.models import Facet, Passage, Statement, Tally, Topic
from bulletins.models.search import as_letters
from bulletins.publishing.embargo import change_embargo
from bulletins.publishing.index import index_facets
from bulletins.publishing.publication import Approval, publish
from bulletins.publishing.withdrawal import withdraw
from bulletins.search import selection
from bulletins.search.explore import Matrix, by_topic, by_year, columns_of_topics, widest, years
from bulletins.search.related import related
from bulletins.search.tallied import Tallied
from speakers.models import Organisation, Speaker
from tests.factories import make_bulletin, make_organisation
from tests.kept_sites import kept

pytestmark = pytest.mark.django_db


@pytest.fixture
def topics(db):
    water = Topic.objects.create(slug="water", name="Water")
    Topic.objects.create(slug="rivers", name="Rivers", parent=water)
    Topic.objects.create(slug="wind", name="Wind")


@kept
def archive(say, academy, qiaoyun, topics):
    """Two people over two years: Ada on rivers and wind, LIN on wind alone."""
    make_organisation("Institute of Wind", country="CN")
    ada = {"organisation": "academy-of-rain"}
    lin = {"by": "lin-qiaoyun", "name": "LIN Qiaoyun", "organisation": "institute-of-wind"}
    say(
        ("rain fell.", "said so."),
        ("rain fell again.", "said so."),
        year=2025,
        topics=("rivers",),
        title="One",
        **ada,
    )
    say(("it blew.", "said so."), year=2026, topics=("wind",), title="Two", **ada)
    return say(
        ("it blew.", "said so."),
        ("it blew again.", "said so."),
        year=2026,
        topics=("wind", "water"),
        title="Three",
        **lin,
    )


def told(query="", rows=Facet.SPEAKER, columns=Facet.TOPIC):
    """The matrix in words: of each row its sum, and its numbers by column."""
    found = Matrix(ExploreForm(QueryDict(query)).criteria, rows, columns)
    names = {
        Facet.TOPIC: lambda pk: Topic.objects.get(pk=pk).slug,
        Facet.YEAR: lambda year: year,
        Facet.SPEAKER: lambda pk: Speaker.objects.get(pk=pk).slug,
        Facet.ORGANISATION: lambda pk: Organisation.objects.get(pk=pk).slug,
        Facet.COUNTRY: as_letters,
    }
    return {
        names[rows](row.value): (row.total, {names[columns](cell.column): cell.count for cell in row.cells})
        for row in found.rows
    }


def test_a_matrix_counts_statements_by_speaker_and_widest_topic(archive):
    assert told() == {
        "berg-ada": (3, {"water": 2, "wind": 1}),
        "lin-qiaoyun": (2, {"water": 2, "wind": 2}),
    }


def test_below_a_topic_that_is_filtered_by_its_narrower_ones_are_the_columns(archive):
    assert told("topic=water") == {
        "berg-ada": (2, {"rivers": 2, "water": 0}),
        "lin-qiaoyun": (2, {"rivers": 0, "water": 2}),
    }


def test_bodies_and_countries_by_year(archive):
    rows = {"academy-of-rain": (3, {2025: 2, 2026: 1}), "institute-of-wind": (2, {2025: 0, 2026: 2})}

    assert told("", Facet.ORGANISATION, Facet.YEAR) == rows
    assert told("", Facet.COUNTRY, Facet.YEAR) == {
        "NO": rows["academy-of-rain"],
        "CN": rows["institute-of-wind"],
    }


@pytest.mark.parametrize(
    "query",
    [
        "",
        "topic=water",
        "topic=rivers",
        "year=2026",
        "language=en",
        "forum=lamps&year=2025",
        "country=NO",
        "organisation=institute-of-wind",
        "topic=water&year=2026",
        "topic=nothing",
        "year=1999",
        "topic=water&topic=wind",
    ],
)
def test_tallies_tell_what_the_statements_themselves_do(archive, query):
    # All points have these words, and of words tallies know nothing.
    counted = f"{query}&q=said"
    for rows, columns in product(
        (Facet.SPEAKER, Facet.ORGANISATION, Facet.COUNTRY), (Facet.TOPIC, Facet.YEAR)
    ):
        assert told(query, rows, columns) == told(counted, rows, columns)
    criteria, same = (ExploreForm(QueryDict(one)).criteria for one in (query, counted))
    assert (years(criteria), widest(criteria)) == (years(same), widest(same))


@pytest.mark.parametrize(
    ("query", "count"),
    [
        ("", 5),
        ("topic=water", 4),
        ("year=2026", 3),
        ("speaker=berg-ada", 3),
        ("organisation=academy-of-rain&language=en", 3),
        ("country=CN&topic=wind", 2),
        # What words or sessions select, and what two of a kind or of two kinds made together, is not told.
        ("q=rain", None),
        ("session=1", None),
        ("speaker=berg-ada&speaker=lin-qiaoyun", None),
        ("country=NO&country=CN", None),
        ("speaker=berg-ada&country=NO", None),
        ("topic=water&topic=wind", None),
    ],
)
def test_a_tally_tells_how_many_statements_there_are_or_leaves_it_to_whoever_counts(archive, query, count):
    found = Tallied.of_all_together(ExploreForm(QueryDict(query)).criteria)

    assert (found and sum(found.by_year().values())) == count


def test_what_is_under_an_embargo_is_counted_from_its_end_on(archive, editor):
    embargo = Approval(acceptance="Read.", public_from=timezone.now() + timedelta(hours=1))
    draft = make_bulletin(archive.edition)
    publish(draft, by=editor, approval=embargo)
    before = told()["berg-ada"][0]
    # Time passes.
    Tally.objects.exclude(embargo=None).update(embargo=timezone.now() - timedelta(hours=1))
    after = told()["berg-ada"][0]
    change_embargo(draft, by=editor, public_from=None, note="The minister agreed.")

    assert (before, after, told()["berg-ada"][0]) == (3, 4, 4)


def test_a_topic_that_is_moved_and_a_country_that_changes_are_counted_anew(archive, academy):
    Topic.objects.filter(slug="rivers").update(parent=Topic.objects.get(slug="wind"))
    Organisation.objects.filter(pk=academy.pk).update(country="SE")
    index_facets(Passage.objects.all())

    assert told()["berg-ada"] == (3, {"wind": 3, "water": 0})
    assert told("", Facet.COUNTRY, Facet.YEAR)["SE"] == (3, {2025: 2, 2026: 1})


def test_what_several_made_together_counts_once_for_their_body(archive, academy):
    one = Statement.objects.filter(speaker__slug="berg-ada", date__year=2026).get()
    other = Speaker.objects.get(slug="lin-qiaoyun")
    fields = (
        "publication_id",
        "passage_id",
        "organisation_id",
        "public_from",
        "date",
        "place",
        "anchor",
        "number",
    )
    Statement.objects.create(speaker=other, **{field: getattr(one, field) for field in fields})
    Tally.objects.count_anew([one.publication.edition_id])

    assert told("", Facet.ORGANISATION, Facet.YEAR)["academy-of-rain"] == (3, {2025: 2, 2026: 1})
    assert told()["lin-qiaoyun"][0] == 3
    assert by_year(Statement.objects.public()) == [(2025, 2), (2026, 3)]
    of_topics = {Topic.objects.get(pk=pk).slug: count for pk, count in by_topic(Statement.objects.public())}
    assert of_topics == {"water": 4, "wind": 3}


def test_words_and_filters_narrow_it_as_they_do_a_search(archive):
    assert told("q=again") == {
        "berg-ada": (1, {"water": 1, "wind": 0}),
        "lin-qiaoyun": (1, {"water": 1, "wind": 1}),
    }
    assert told("country=CN&year=2026") == {"lin-qiaoyun": (2, {"wind": 2, "water": 2})}
    assert told("year=1999") == {}


@pytest.mark.parametrize("query", ["", "q=fell", "q=fell&topic=water&topic=wind", "session=1"])
def test_what_few_points_tell_is_counted_and_not_estimated(archive, query):
    found = Matrix(ExploreForm(QueryDict(query)).criteria, Facet.SPEAKER, Facet.TOPIC)

    assert found.is_exact is True


def test_each_number_is_as_many_as_the_statements_behind_it(demo):
    for query in ("", "year=2026", "q=rain"):
        for facet, key in (
            (Facet.SPEAKER, "speaker"),
            (Facet.ORGANISATION, "organisation"),
            (Facet.COUNTRY, "country"),
        ):
            for slug, (_total, cells) in told(query, facet, Facet.TOPIC).items():
                for topic, count in cells.items():
                    criteria = ExploreForm(QueryDict(f"{query}&{key}={slug}&topic={topic}")).criteria
                    assert (query, slug, topic, selection.statements(criteria).count_once()) == (
                        query,
                        slug,
                        topic,
                        count,
                    )


def test_what_is_withdrawn_is_not_counted(archive, editor):
    withdraw(archive.bulletin, by=editor, note="It was wrong.")

    assert told() == {"berg-ada": (3, {"water": 2, "wind": 1})}
    assert by_topic(Statement.objects.public()) == [
        (Topic.objects.get(slug="water").pk, 2),
        (Topic.objects.get(slug="wind").pk, 1),
    ]


def test_a_year_without_a_word_is_a_gap_and_not_left_out(archive, say):
    say(("rain froze.", "said so."), year=2023, title="Four")

    assert by_year(Statement.objects.public()) == [(2023, 1), (2024, 0), (2025, 2), (2026, 3)]


def test_a_number_stands_out_where_it_is_more_than_the_sums_explain(say, topics, qiaoyun):
    say(*[(f"rain {count}.", "said so.") for count in range(9)], topics=("water",), title="One")
    say(("it blew.", "said so."), topics=("wind",), title="Two")
    lin = {"by": "lin-qiaoyun", "name": "LIN Qiaoyun"}
    say(*[(f"wind {count}.", "said so.") for count in range(6)], topics=("wind",), title="Three", **lin)

    rows = Matrix(ExploreForm(QueryDict("")).criteria, Facet.SPEAKER, Facet.TOPIC).rows

    assert [[(cell.count, cell.heat, cell.stands_out) for cell in row.cells] for row in rows] == [
        [(0, 0, False), (6, 4, True)],
        [(9, 5, False), (1, 2, False)],
    ]


def test_topics_that_stand_in_a_circle_end_the_search_for_the_widest(topics):
    Topic.objects.filter(slug="water").update(parent=Topic.objects.get(slug="rivers"))

    assert len(columns_of_topics(())) == 3


def test_related_points_are_those_of_other_issues_with_the_rarer_words_and_the_topic(say, topics):
    say(
        ("culverts clog.", "said that silt is the cause."),
        ("rain falls.", "said so."),
        title="One",
        topics=("water",),
    )
    say(("silt settles.", "said that culverts need a brush."), title="Two", topics=("water",))
    say(("silt sells.", "said that bricks of it pay."), title="Three", topics=("wind",))
    say(("snow melts.", "left."), title="Four")
    passage = Passage.objects.get(lead__contains="culverts clog")

    assert [one.publication.title for one in related(passage)] == ["Two", "Three"]
