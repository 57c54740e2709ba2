"""Who is in a bulletin: found, made anew, pasted, and filled in from the sessions."""

import datetime

import pytest

from bulletins.drafts.roster import (
    Doubtful,
    add_people,
    day_of,
    fill_roster,
    new_person,
    people_from_text,
    suggestions,
)
from bulletins.drafts.rows import sheet_of
from bulletins.drafts.sheet import (
    Credit,
)
from bulletins.models import Bulletin
from forum.refusal import Refusal
from speakers.directory import Directory
from speakers.models import Appearance, Namesakes, Role, Speaker
from tests.factories import (
    document,
    hold,
    make_bulletin,
    make_organisation,
    make_session,
    make_speaker,
)


@pytest.mark.django_db
@pytest.mark.parametrize("query", ["xiaom", "Li Xiaoming", "李小", "xiao ming", "xiaomign li", "academy"])
def test_people_are_found_by_what_is_typed(query):
    bulletin = make_bulletin()
    li = make_speaker(
        "li-xiaoming", family_name="Li", given_name="Xiaoming", own_name="李小明", name_order="family"
    )
    hold(li, "Dean")

    (found,) = suggestions(bulletin, query)

    assert (found.speaker, found.names, found.credits["en"]) == (
        "li-xiaoming",
        {"en": "LI Xiaoming", "zh": "李小明"},
        ("Dean, Academy of Rain",),
    )


@pytest.mark.django_db
def test_a_name_that_is_known_is_not_made_again():
    bulletin = make_bulletin()

    with pytest.raises(Refusal, match="in the directory already"):
        new_person(bulletin, "BERG, Ada", by=None)
    assert new_person(bulletin, " Eva  Hill ", "伊娃", by=None).names == {"en": "Eva Hill", "zh": "伊娃"}
    assert Speaker.objects.count() == 2


@pytest.mark.django_db
def test_a_pasted_list_is_understood_before_it_is_taken_over():
    make_organisation("Academy of Rain")
    bulletin = make_bulletin()
    text = "Ada Berg, Head of Drains; Adda Berg, Mayor of Ulm; Ivo Lund, Dean of the Academy of Rain"

    looked = people_from_text(bulletin, text)
    added = add_people(bulletin, text, [2], by=None)

    assert [(one.name, one.known, one.present, one.doubtful) for one in looked.people] == [
        ("Ada Berg", "berg-ada", True, ()),
        ("Adda Berg", None, False, (Doubtful("berg-ada", "Ada Berg"),)),
        ("Ivo Lund", None, False, ()),
    ]
    assert added == 1
    assert sheet_of(bulletin).roster[-1].printed() == Credit(
        credit="Dean of the Academy of Rain", organisation="academy-of-rain"
    )


@pytest.mark.django_db
def test_an_editor_says_who_is_meant_and_a_name_in_own_script_is_known_from_then_on():
    bulletin = make_bulletin(content=document(language="zh", roster=(), sections=()))
    make_speaker("qin-wenbo", family_name="Qin", given_name="Wenbo", name_order="family")

    added = add_people(bulletin, "秦文波，雨水研究院院长", [0], by=None, known={0: "qin-wenbo"})

    assert (added, sheet_of(bulletin).roster[0].speaker) == (1, "qin-wenbo")
    assert [one.known for one in people_from_text(bulletin, "秦文波，雨水研究院院长").people] == ["qin-wenbo"]


@pytest.mark.django_db
def test_whom_an_editor_took_for_a_new_person_is_told_apart_from_those_who_might_have_been_meant():
    bulletin = make_bulletin(content=document(roster=(), sections=()))
    make_speaker("lund-ivar", family_name="Lund", given_name="Ivar")
    make_speaker("hill-eva", family_name="Hill", given_name="Eva")

    add_people(bulletin, "Ivarr Lund, Dean", [0], by=None)
    new_person(bulletin, "Eva Hille", by=None)

    assert [str(pair) for pair in Namesakes.objects.order_by("pk")] == [
        "Ivar Lund ≠ Ivarr Lund",
        "Eva Hill ≠ Eva Hille",
    ]
    assert Directory.load().likely_pairs() == []


@pytest.mark.django_db
def test_the_roster_is_filled_from_the_sessions_in_their_order():
    bulletin = make_bulletin()
    session = make_session(bulletin.edition)
    bulletin.sessions.add(session)
    for order, slug in enumerate(["lund-ivo", "berg-ada", "hill-eva"]):
        speaker = (
            bulletin.roster.get().speaker if slug == "berg-ada" else make_speaker(slug, family_name=slug)
        )
        Appearance.objects.create(
            session=session,
            speaker=speaker,
            order=order,
            credits={"en": f"Post of {slug}"},
            role=Role.PANELIST,
        )

    added = fill_roster(bulletin)

    assert (added, [(line.speaker.slug, line.credit) for line in bulletin.roster.all()]) == (
        2,
        [
            ("berg-ada", "Head of Drains, City of Ulm-on-Sea"),
            ("lund-ivo", "Post of lund-ivo"),
            ("hill-eva", "Post of hill-eva"),
        ],
    )
    assert fill_roster(Bulletin.objects.get()) == 0


@pytest.mark.django_db
def test_somebody_is_offered_with_what_was_printed_in_the_session_before_what_is_held_that_day():
    bulletin = make_bulletin()
    ivo = make_speaker("lund-ivo", family_name="Lund", given_name="Ivo", own_name="伦德")
    hold(ivo, "Dean")
    hold(ivo, "Clerk", start=datetime.date(2026, 11, 19))
    before = suggestions(bulletin, slugs=["nobody", "lund-ivo"])
    session = make_session(bulletin.edition)
    bulletin.sessions.add(session)
    office = make_organisation("Office of Lamps")
    Appearance.objects.create(
        session=session,
        speaker=ivo,
        credits={"en": "Guest of honour"},
        role=Role.KEYNOTE,
        organisation=office,
    )

    (found,) = suggestions(bulletin, slugs=["lund-ivo"])

    assert [(one.credits["en"], one.role, one.organisation) for one in (*before, found)] == [
        (("Dean, Academy of Rain",), None, "academy-of-rain"),
        (("Guest of honour", "Dean, Academy of Rain"), "keynote", "office-of-lamps"),
    ]
    assert (found.short, found.search) == (
        {"en": "Lund", "zh": "伦德"},
        "lund-ivo ivo lund 伦德 office of lamps",
    )


@pytest.mark.django_db
@pytest.mark.parametrize(("count", "appearances"), [(0, []), (1, ["lund-ivo"]), (2, [])])
def test_people_of_a_pasted_list_appear_in_the_session_where_it_is_clear_which(count, appearances):
    bulletin = make_bulletin()
    make_speaker("lund-ivo", family_name="Lund", given_name="Ivo")
    office = make_organisation("Office of Lamps")
    bulletin.sessions.set([make_session(bulletin.edition) for _ in range(count)])
    version = bulletin.version

    added = add_people(bulletin, "Ivo Lund, Dean of the Office of Lamps; Ada Berg, Dean", [0, 1], by=None)
    again = add_people(bulletin, "Ivo Lund, Dean of the Office of Lamps", [0], by=None)

    made = Appearance.objects.all()
    assert (added, again, Bulletin.objects.get().version) == (1, 0, version + 1)
    assert [one.speaker.slug for one in made] == appearances
    assert {(one.credit_in("en"), one.organisation, one.order) for one in made} <= {
        ("Dean of the Office of Lamps", office, 1)
    }
    assert [(line.speaker.slug, line.order) for line in bulletin.roster.all()] == [
        ("berg-ada", 0),
        ("lund-ivo", 1),
    ]


@pytest.mark.django_db
@pytest.mark.parametrize("name", ["", "  "])
def test_somebody_without_a_name_is_not_made(name):
    with pytest.raises(Refusal, match=r"^Type the person’s name\.$"):
        new_person(make_bulletin(), name, by=None)


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("session", "own", "expected"), [(True, True, 18), (False, True, 20), (False, False, 17)]
)
def test_the_day_that_counts_is_the_session_s_else_the_bulletin_s_else_the_edition_s_first(
    session, own, expected
):
    bulletin = make_bulletin()
    bulletin.date = datetime.date(2026, 11, 20) if own else None
    if session:
        bulletin.sessions.add(make_session(bulletin.edition))

    assert day_of(bulletin).day == expected
