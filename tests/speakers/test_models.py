"""People, their titles over time, and what the database refuses."""

import datetime

import pytest
from django.db import IntegrityError, transaction

from speakers.models import Appearance, Organisation, Position, Speaker
from tests.factories import hold, make_edition, make_organisation, make_session, make_speaker
from tests.stirred import stir

D = datetime.date


@pytest.mark.django_db
def test_a_position_is_found_by_the_day():
    speaker = make_speaker()
    hold(speaker, "Lecturer", D(2010, 1, 1), D(2020, 1, 1))
    professor = hold(speaker, "Professor", D(2020, 1, 1))

    assert list(speaker.positions.on(D(2020, 1, 1))) == [professor]


@pytest.mark.django_db
def test_equal_positions_that_overlap_are_refused_by_the_database():
    speaker = make_speaker()
    hold(speaker, "Professor", D(2010, 1, 1), D(2020, 1, 1))

    with pytest.raises(IntegrityError, match="equal_positions_do_not_overlap"), transaction.atomic():
        hold(speaker, "Professor", D(2019, 12, 31))

    assert hold(speaker, "Professor", D(2020, 1, 1)).pk


@pytest.mark.django_db
def test_a_credit_is_filled_from_the_position_of_that_day():
    speaker = make_speaker()
    hold(speaker, "Lecturer", D(2010, 1, 1), D(2026, 11, 18))
    hold(speaker, "Professor", D(2026, 11, 18), titles={"zh": "教授"})
    appearance = Appearance(session=make_session(make_edition()), speaker=speaker)

    appearance.fill_credit()

    assert appearance.credits == {"en": "Professor, Academy of Rain", "zh": "雨水学院教授"}


@pytest.mark.django_db
def test_the_day_of_a_credit_is_the_day_in_the_offices_own_time():
    speaker = make_speaker()
    hold(speaker, "Lecturer", D(2010, 1, 1), D(2026, 11, 18))
    hold(speaker, "Professor", D(2026, 11, 18))
    # Half past seven in the morning in Shanghai: in Greenwich it is still the day before.
    start = datetime.datetime(2026, 11, 17, 23, 30, tzinfo=datetime.UTC)
    session = make_session(make_edition(), starts_at=start, ends_at=start + datetime.timedelta(hours=1))
    appearance = Appearance(session=session, speaker=speaker)

    appearance.fill_credit()

    assert appearance.credits["en"] == "Professor, Academy of Rain"


@pytest.mark.django_db
def test_a_credit_that_was_typed_stays():
    speaker = make_speaker()
    hold(speaker, "Professor", D(2010, 1, 1))
    appearance = Appearance(
        session=make_session(make_edition()), speaker=speaker, credits={"en": "Participant"}
    )

    appearance.fill_credit()

    assert appearance.credits["en"] == "Participant"


BOTH = {"en": "Professor, Academy of Rain", "zh": "雨水学院教授"}


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("typed", "organisation", "day", "printed", "filled"),
    [
        ({}, None, D(2026, 11, 18), BOTH, "Academy of Rain"),
        ({"en": BOTH["en"]}, None, D(2026, 11, 18), BOTH, "Academy of Rain"),
        ({"en": "Participant"}, None, D(2026, 11, 18), BOTH | {"en": "Participant"}, None),
        ({"en": BOTH["en"], "zh": "嘉宾"}, None, D(2026, 11, 18), BOTH | {"zh": "嘉宾"}, None),
        ({"en": "", "zh": ""}, "Reed School", D(2026, 11, 18), BOTH, "Reed School"),
        (BOTH, None, D(2026, 11, 18), BOTH, "Academy of Rain"),
        (
            {"en": "Guest", "zh": "嘉宾"},
            "Reed School",
            D(2026, 11, 18),
            {"en": "Guest", "zh": "嘉宾"},
            "Reed School",
        ),
        ({}, None, D(2009, 12, 31), {}, None),
        ({}, None, None, {}, None),
    ],
)
def test_the_organisation_is_that_of_the_position_unless_another_credit_was_typed(
    typed, organisation, day, printed, filled
):
    speaker = make_speaker()
    hold(speaker, "Professor", D(2010, 1, 1), titles={"zh": "教授"})
    school = make_organisation(organisation) if organisation else None
    session = make_session(make_edition(), starts_at=None, ends_at=None, date=day)
    appearance = Appearance(session=session, speaker=speaker, credits=typed, organisation=school)

    appearance.fill_credit()

    assert (appearance.credits, appearance.organisation and appearance.organisation.name) == (printed, filled)


@pytest.mark.parametrize(
    ("family", "given", "order", "name"),
    [
        ("Li", "Xiaoming", "family", "LI Xiaoming"),
        ("Berg", "Ada", "given", "Ada Berg"),
        ("李", "小明", "family", "李小明"),
        ("Plato", "", "given", "Plato"),
    ],
)
def test_a_name_prints_in_its_own_order(family, given, order, name):
    assert Speaker(family_name=family, given_name=given, name_order=order).name == name


@pytest.mark.parametrize(
    ("own", "printed"),
    [
        ("李小明", {"en": "LI Xiaoming", "zh": "李小明"}),
        ("Лі Сяомін", {"en": "LI Xiaoming", "zh": "LI Xiaoming"}),
        ("Lǐ Xiǎomíng", {"en": "LI Xiaoming", "zh": "LI Xiaoming"}),
        ("", {"en": "LI Xiaoming", "zh": "LI Xiaoming"}),
    ],
)
def test_the_own_script_prints_where_it_is_the_language_s(own, printed):
    speaker = Speaker(family_name="Li", given_name="Xiaoming", own_name=own, name_order="family")

    assert {code: speaker.name_in(code) for code in printed} == printed


def test_a_credit_names_title_and_institution_in_the_order_of_the_title_s_letters():
    academy = Organisation(name="Academy of Rain", names={"zh": "雨水学院"})
    position = Position(title="Dean", titles={"zh": "院长"}, organisation=academy)

    assert [position.credit(code) for code in ("en", "zh")] == ["Dean, Academy of Rain", "雨水学院院长"]


@pytest.mark.django_db
def test_appearances_come_by_session_then_as_the_programme_lists_them():
    edition = make_edition()
    sessions = {
        title: make_session(edition, title=title, starts_at=starts, ends_at=None)
        for title, starts in (
            ("unknown", None),
            ("late", datetime.datetime(2026, 11, 18, 10, tzinfo=datetime.UTC)),
            ("b", datetime.datetime(2026, 11, 18, 9, tzinfo=datetime.UTC)),
            ("a", datetime.datetime(2026, 11, 18, 9, tzinfo=datetime.UTC)),
        )
    }
    speakers = [make_speaker(slug) for slug in ("first", "second", "third", "fourth")]
    for session in sessions.values():
        for speaker, order in zip(speakers, (2, 1, 0, 1), strict=True):
            Appearance.objects.create(session=session, speaker=speaker, order=order)
    stir(Appearance)

    expected = [
        (title, slug)
        for title in ("a", "b", "late", "unknown")
        for slug in ("third", "second", "fourth", "first")
    ]
    for found in (Appearance.objects.in_order(), Appearance.objects.all()):
        assert [(one.session.title, one.speaker.slug) for one in found] == expected


@pytest.mark.django_db
def test_of_positions_that_began_on_one_day_the_first_that_was_noted_comes_first():
    speaker = make_speaker()
    for title, start in (("Dean", 2012), ("Rector", 2012), ("Minister", 2020), ("Lecturer", 2010)):
        hold(speaker, title, D(start, 1, 1))
    stir(Position)

    expected = ["Minister", "Dean", "Rector", "Lecturer"]
    for found in (Position.objects.newest_first(), Position.objects.on(D(2026, 11, 18))):
        assert [one.title for one in found] == expected
