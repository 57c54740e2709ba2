"""Credits become institutions and positions."""

import datetime

import pytest
from django.contrib.auth.models import User
from django.db.backends.postgresql.psycopg_any import DateRange

from speakers.affiliations import Affiliations, hold
from speakers.models import Organisation, Position
from tests.factories import make_organisation, make_speaker

pytestmark = pytest.mark.django_db

DAY = datetime.date(2026, 9, 14)


def positions():
    return [
        (str(one.speaker), one.title, one.organisation.name, one.held.lower, one.held.upper)
        for one in Position.objects.order_by("pk")
    ]


def test_a_credit_makes_its_institution_and_the_position_from_that_day_on():
    affiliations = Affiliations(None, DAY, DAY)

    found = affiliations.take(make_speaker(), "Dean, School of Knots, University of Skerry, Norway")

    assert (found.name, found.slug, found.country) == ("University of Skerry", "university-of-skerry", "NO")
    assert positions() == [("Ada Berg", "Dean, School of Knots", "University of Skerry", DAY, None)]
    assert (affiliations.unsure, affiliations.alike) == ([], [])


def test_a_chinese_credit_does_the_same():
    Affiliations(None, DAY, DAY).take(make_speaker(), "雾港大学副校长")

    organisation = Organisation.objects.get()
    assert (organisation.name, organisation.names, organisation.slug) == (
        "雾港大学",
        {"zh": "雾港大学"},
        "wugang-daxue",
    )
    assert Position.objects.get().titles == {"zh": "副校长"}


def test_a_known_institution_is_found_by_any_of_its_names():
    known = make_organisation("Harbour Institute", other_names=["Old Quay Institute"])

    speaker = make_speaker()

    found = [
        Affiliations(None, DAY, DAY).take(speaker, credit)
        for credit in ("Director, Old Quay Institute", "Keeper of Maps of the Harbour institute")
    ]

    assert found == [known, known]
    assert Organisation.objects.count() == 1


def test_a_name_nearly_known_is_made_and_told():
    make_organisation("Harbour Institute of Tides")
    affiliations = Affiliations(None, DAY, DAY)

    affiliations.take(make_speaker(), "Dean, Harbor Institute of Tides")

    assert affiliations.alike == [("Harbor Institute of Tides", "Harbour Institute of Tides")]
    assert Organisation.objects.count() == 2


def test_a_doubtful_institution_is_made_and_told():
    affiliations = Affiliations(None, DAY, DAY)

    affiliations.take(make_speaker(), "Editor, The Long String")

    assert (affiliations.unsure, Organisation.objects.get().name) == (["Long String"], "Long String")


def test_whoever_may_make_neither_links_what_is_known():
    known = make_organisation("Harbour Institute")
    affiliations = Affiliations(User.objects.create_user("guest"), DAY)
    speaker = make_speaker()

    found = [affiliations.take(speaker, f"Dean, {name}") for name in ("Harbour Institute", "Reed Institute")]

    assert (found, positions()) == ([known, None], [])


def test_without_a_day_there_is_an_institution_and_no_position():
    Affiliations(None, None).take(make_speaker(), "Dean, Reed Institute")

    assert (Organisation.objects.count(), positions()) == (1, [])


def test_a_position_known_from_later_on_is_known_from_the_earlier_day():
    speaker, organisation = make_speaker(), make_organisation("Reed Institute")
    later, earlier = DAY, DAY.replace(year=2021)

    made = [hold(speaker, "Dean", organisation, day) for day in (later, earlier, later)]

    assert made == [True, False, False]
    assert positions() == [("Ada Berg", "Dean", "Reed Institute", earlier, None)]


@pytest.mark.django_db
def test_a_credit_that_is_a_known_position_makes_no_other_whatever_it_seems_to_say():
    works = Organisation.objects.create(slug="works", name="Ministry of Works, Republic of Veld", country="")
    speaker = make_speaker()
    day = datetime.date(2026, 11, 18)
    held = Position.objects.create(
        speaker=speaker, organisation=works, title="Inspector of Canals", held=DateRange(day, None)
    )

    found = Affiliations(by=None, day=day).take(
        speaker, "Inspector of Canals, Ministry of Works, Republic of Veld"
    )

    assert (found, list(Position.objects.all())) == (works, [held])


@pytest.mark.parametrize("order", [(1990, 1991, 2001), (2001, 1991, 1990), (1991, 2001, 1990)])
def test_a_title_in_an_old_issue_is_held_on_its_day_and_between_issues_that_print_it(order):
    speaker, today = make_speaker(), datetime.date(2030, 1, 1)

    for day in (datetime.date(year, 6, 1) for year in order):
        Affiliations(None, day, today).take(speaker, "Director, Harbour Institute")

    assert sorted((lower, upper) for *_rest, lower, upper in positions()) == [
        (datetime.date(1990, 6, 1), datetime.date(1991, 6, 2)),
        (datetime.date(2001, 6, 1), datetime.date(2001, 6, 2)),
    ]


def test_a_title_that_is_still_printed_is_held_on():
    speaker = make_speaker()

    for day in (datetime.date(2025, 3, 1), DAY):
        Affiliations(None, day, DAY).take(speaker, "Director, Harbour Institute")

    assert [(lower, upper) for *_rest, lower, upper in positions()] == [(datetime.date(2025, 3, 1), None)]


@pytest.mark.parametrize(("letters", "made"), [(300, 2), (301, 0)])
def test_an_institution_whose_name_is_too_long_is_not_made(letters, made):
    begin = "University of "
    held, speaking = (begin + (letters - len(begin)) * letter for letter in "SR")
    affiliations = Affiliations(None, DAY, DAY)

    found = [affiliations.take(make_speaker(), f"Dean, {held}"), affiliations.of_body(speaking)]

    assert [one.name for one in found if one] == [held, speaking][:made]
    assert (Organisation.objects.count(), len(positions())) == (made, made // 2)


def test_of_a_title_that_is_too_long_as_much_is_kept_as_there_is_place_for():
    title = "Dean of " + 300 * "K"

    Affiliations(None, DAY, DAY).take(make_speaker(), f"{title}, University of Skerry")

    assert [one[1] for one in positions()] == [title[:300]]


def span(begins, ends):
    """A time of days before or after DAY."""
    one, other = (None if days is None else DAY + datetime.timedelta(days) for days in (begins, ends))
    return DateRange(one, other)


@pytest.mark.parametrize(
    ("terms", "held"),
    [
        ([], [(0, 1)]),
        # The nearest one before goes on, the nearest one after begins earlier.
        ([(-600, -500), (-300, -200)], [(-600, -500), (-300, 1)]),
        ([(-300, -200), (-600, -500)], [(-300, 1), (-600, -500)]),
        ([(600, 700), (300, 400)], [(600, 700), (0, 400)]),
        ([(-300, -200), (300, None)], [(-300, -200), (0, None)]),
        # As far as two issues that print the same title may be apart.
        ([(-900, -732)], [(-900, 1)]),
        ([(-900, -733)], [(-900, -733), (0, 1)]),
        ([(732, None)], [(0, None)]),
        ([(733, None)], [(733, None), (0, 1)]),
        ([(-900, 0)], [(-900, 1)]),
        ([(None, -100)], [(None, 1)]),
        # It is held that day already.
        ([(0, 1)], [(0, 1)]),
        ([(None, None)], [(None, None)]),
    ],
)
def test_a_title_of_one_day_joins_the_nearest_time_in_which_it_was_held(terms, held):
    speaker, organisation = make_speaker(), make_organisation("Academy of Rain")
    for term in terms:
        Position.objects.begin(speaker, "Dean", organisation, span(*term))

    hold(speaker, "Dean", organisation, DAY, DAY + datetime.timedelta(1))

    assert [one.held for one in Position.objects.order_by("pk")] == [span(*term) for term in held]
