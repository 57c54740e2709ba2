"""Writing together: changes are carried out one by one, and nobody's words are overwritten unseen."""

import uuid

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bulletins.document import Point as Item
from bulletins.document import Section, Text
from bulletins.document_json import to_builtins
from bulletins.drafts.changes import apply_changes
from bulletins.drafts.rows import document_of, sheet_of
from bulletins.drafts.sheet import (
    AddPoint,
    AddSection,
    Credit,
    OrderPoints,
    OrderRoster,
    OrderSections,
    PointText,
    RemovePoint,
    RemoveSection,
    SectionHead,
    SetEntry,
    SetField,
    SetPoint,
    SetSection,
)
from bulletins.drafts.sheet_changes import in_order
from bulletins.models import DraftPoint, DraftSection, Topic
from forum.refusal import Refusal
from tests.factories import (
    document,
    make_bulletin,
    make_session,
    make_speaker,
)


def words(*paragraphs, lead="rain is free."):
    return PointText(lead=(Text(lead),), body=tuple((Text(text),) for text in paragraphs))


def two_sections():
    point = Item(ordinal="x", lead=(Text("one thing."),), body=((Text("Said."),),))
    section = Section(
        numeral="I", title="First", points=(point, msgspec.structs.replace(point, lead=(Text("two."),)))
    )
    return make_bulletin(
        content=document(sections=(section, msgspec.structs.replace(section, title="Second")))
    )


def statuses(bulletin, *changes, seen=0):
    return [outcome.status for outcome in apply_changes(bulletin, changes, by=None, seen=seen).outcomes]


def leads(bulletin):
    return [[point.lead[0].text for point in section.points] for section in sheet_of(bulletin).sections]


@pytest.mark.django_db
def test_a_field_changes_if_it_stands_as_the_page_believed():
    bulletin = make_bulletin(number=3)

    outcomes = statuses(
        bulletin,
        SetField("title", was=document().title, now=" Gardens before dams "),
        SetField("number", was=5, now=6),
        SetField("lede", was=to_builtins(document().lede), now=[[{"type": "text", "text": " New. "}], []]),
    )

    written = document_of(bulletin)
    assert outcomes == ["done", "conflict", "done"]
    assert (written.title, written.number, written.lede) == ("Gardens before dams", 3, ((Text("New."),),))


@pytest.mark.django_db
def test_a_conflict_tells_what_stands_now():
    bulletin = make_bulletin(number=3)

    (outcome,) = apply_changes(bulletin, [SetField("number", was=5, now=6)], by=None, seen=0).outcomes

    assert (outcome.status, outcome.theirs) == ("conflict", 3)


@pytest.mark.django_db
def test_a_change_that_is_sent_again_is_done_already():
    bulletin = make_bulletin()
    before = sheet_of(bulletin)
    (section,), (entry,) = before.sections, before.roster
    (point,) = section.points
    changes = [
        SetField("title", was=document().title, now="Gardens before dams"),
        SetSection(section.id, was=section.head(), now=SectionHead(title="Wells")),
        SetPoint(point.id, was=point.said(), now=PointText(lead=(Text("New."),))),
        SetEntry(entry.speaker, was=entry.printed(), now=Credit(credit="Head")),
    ]

    first = statuses(bulletin, *changes)
    stands = sheet_of(bulletin)
    again = statuses(bulletin, *changes)

    assert first == again == ["done"] * 4
    assert msgspec.structs.replace(sheet_of(bulletin), version=stands.version) == stands


@pytest.mark.django_db
def test_what_cannot_be_kept_is_refused_and_the_rest_is_written():
    bulletin = make_bulletin()
    make_bulletin(bulletin.edition, number=6)

    outcomes = apply_changes(
        bulletin,
        [
            SetField("number", was=None, now=6),
            SetField("volume", was=None, now=-1),
            SetField("date", was=None, now="tomorrow"),
            SetField("created_by", was=None, now=1),
            SetField("sessions", was=[], now=[99]),
            SetField("title", was=document().title, now="Gardens before dams"),
        ],
        by=None,
        seen=0,
    ).outcomes

    assert [outcome.status for outcome in outcomes] == ["refused"] * 5 + ["done"]
    assert outcomes[0].message == "Another bulletin of this series and edition has this number."
    assert document_of(bulletin).title == "Gardens before dams"


@pytest.mark.django_db
def test_the_version_tells_whether_somebody_wrote_between():
    bulletin = make_bulletin()
    first = apply_changes(bulletin, [SetField("number", was=None, now=6)], by=None, seen=0)
    second = apply_changes(bulletin, [SetField("volume", was=None, now=9)], by=None, seen=0)
    nothing = apply_changes(bulletin, [SetField("volume", was=1, now=2)], by=None, seen=2)

    assert [(one.version, one.alone) for one in (first, second, nothing)] == [
        (1, True),
        (2, False),
        (2, True),
    ]


@pytest.mark.django_db
def test_points_are_added_where_they_belong_and_adding_twice_adds_once():
    bulletin = two_sections()
    section = sheet_of(bulletin).sections[1]
    key = uuid.uuid4()
    changes = (
        AddPoint(key, section.id, now=words("Said.")),
        OrderPoints(section.id, (section.points[0].id, key, section.points[1].id)),
    )

    assert [statuses(bulletin, *changes), statuses(bulletin, *changes)] == [["done"] * 2] * 2
    assert leads(bulletin)[1] == ["one thing.", "rain is free.", "two."]


@pytest.mark.django_db
def test_a_point_moves_to_another_section_with_its_key():
    bulletin = two_sections()
    first, second = sheet_of(bulletin).sections
    moved = first.points[0].id

    apply_changes(
        bulletin, [OrderPoints(second.id, (second.points[0].id, moved, second.points[1].id))], by=None, seen=0
    )

    assert [[point.id for point in section.points] for section in sheet_of(bulletin).sections] == [
        [first.points[1].id],
        [second.points[0].id, moved, second.points[1].id],
    ]


@pytest.mark.django_db
def test_a_point_that_moves_alone_comes_behind_those_of_its_new_section():
    bulletin = two_sections()
    first, second = sheet_of(bulletin).sections
    moved, stays = (point.id for point in second.points)

    apply_changes(bulletin, [OrderPoints(first.id, (moved,))], by=None, seen=0)

    assert [[point.id for point in section.points] for section in sheet_of(bulletin).sections] == [
        [*(point.id for point in first.points), moved],
        [stays],
    ]


@pytest.mark.django_db
def test_points_of_others_cannot_be_drawn_in():
    bulletin, other = two_sections(), two_sections()
    (mine, _), (theirs, _) = sheet_of(bulletin).sections, sheet_of(other).sections

    apply_changes(
        bulletin,
        [
            OrderPoints(mine.id, (theirs.points[0].id,)),
            RemovePoint(theirs.points[0].id, was=theirs.points[0].said()),
        ],
        by=None,
        seen=0,
    )

    assert leads(other) == [["one thing.", "two."]] * 2


@pytest.mark.django_db
def test_a_point_that_both_changed_comes_back_with_what_stands():
    bulletin = two_sections()
    point = sheet_of(bulletin).sections[0].points[0]
    apply_changes(bulletin, [SetPoint(point.id, was=point.said(), now=words("Theirs."))], by=None, seen=0)

    (outcome,) = apply_changes(
        bulletin, [SetPoint(point.id, was=point.said(), now=words("Mine."))], by=None, seen=0
    ).outcomes

    assert (outcome.status, outcome.theirs["body"]) == ("conflict", (({"type": "text", "text": "Theirs."},),))
    assert sheet_of(bulletin).sections[0].points[0].said() == words("Theirs.")


@pytest.mark.django_db
def test_a_point_that_others_wrote_on_is_not_removed():
    bulletin = two_sections()
    point = sheet_of(bulletin).sections[0].points[0]
    apply_changes(bulletin, [SetPoint(point.id, was=point.said(), now=words("Theirs."))], by=None, seen=0)

    assert statuses(bulletin, RemovePoint(point.id, was=point.said())) == ["conflict"]
    assert statuses(bulletin, RemovePoint(point.id, was=words("Theirs."))) == ["done"]
    assert statuses(bulletin, RemovePoint(point.id, was=words("Theirs."))) == ["done"]


@pytest.mark.django_db
def test_sections_are_added_ordered_retitled_and_removed_when_empty():
    bulletin = two_sections()
    first, second = sheet_of(bulletin).sections
    key = uuid.uuid4()

    outcomes = statuses(
        bulletin,
        AddSection(key, SectionHead(title="Third")),
        OrderSections((key, second.id, first.id)),
        SetSection(second.id, was=second.head(), now=SectionHead(title="Now second", numbered=False)),
        RemoveSection(first.id, was=first.head()),
        RemoveSection(key, was=SectionHead(title="Third")),
    )

    assert outcomes == ["done", "done", "done", "conflict", "done"]
    assert [(section.title, section.numbered) for section in sheet_of(bulletin).sections] == [
        ("Now second", False),
        ("First", True),
    ]


@pytest.mark.django_db
def test_a_point_cannot_be_added_to_a_section_that_is_gone():
    (outcome,) = apply_changes(
        make_bulletin(), [AddPoint(uuid.uuid4(), uuid.uuid4(), now=words())], by=None, seen=0
    ).outcomes

    assert (outcome.status, outcome.message) == (
        "refused",
        "The section of this point was removed meanwhile.",
    )


@pytest.mark.django_db
def test_topics_of_a_point_are_kept():
    bulletin = two_sections()
    Topic.objects.create(slug="drainage", name="Drainage")
    point = sheet_of(bulletin).sections[0].points[0]

    apply_changes(
        bulletin,
        [
            SetPoint(
                point.id, was=point.said(), now=msgspec.structs.replace(point.said(), topics=("drainage",))
            )
        ],
        by=None,
        seen=0,
    )

    assert sheet_of(bulletin).sections[0].points[0].topics == ("drainage",)


@pytest.mark.django_db
def test_roster_entries_come_change_move_and_go():
    bulletin = make_bulletin()
    make_speaker("lund-ivo", family_name="Lund", given_name="Ivo")
    ada = sheet_of(bulletin).roster[0].printed()
    dean = Credit(credit="Dean", role="keynote")

    outcomes = statuses(
        bulletin,
        SetEntry("lund-ivo", was=None, now=dean),
        OrderRoster(("lund-ivo", "berg-ada")),
        SetEntry("berg-ada", was=Credit(credit="Mayor"), now=Credit(credit="Queen")),
        SetEntry("berg-ada", was=ada, now=Credit(credit="Head")),
        SetEntry("nobody", was=None, now=dean),
    )

    assert outcomes == ["done", "done", "conflict", "done", "refused"]
    assert [(entry.speaker, entry.credit) for entry in sheet_of(bulletin).roster] == [
        ("lund-ivo", "Dean"),
        ("berg-ada", "Head"),
    ]
    assert statuses(bulletin, SetEntry("lund-ivo", was=dean, now=None)) == ["done"]


@pytest.mark.django_db
def test_choosing_sessions_fills_the_roster_and_says_so():
    bulletin = make_bulletin()
    session = make_session(bulletin.edition)
    session.appearances.create(
        speaker=make_speaker("lund-ivo", family_name="Lund", given_name="Ivo"), credits={"en": "Dean"}
    )

    written = apply_changes(bulletin, [SetField("sessions", was=[], now=[session.pk])], by=None, seen=0)

    assert (written.alone, [entry.speaker for entry in sheet_of(bulletin).roster]) == (
        False,
        ["berg-ada", "lund-ivo"],
    )


@given(st.lists(st.integers(0, 9), unique=True), st.lists(st.integers(0, 9), unique=True))
def test_putting_in_order_loses_and_invents_nothing(stands, wanted):
    order = in_order(stands, wanted)

    assert sorted(order) == sorted(stands)
    assert [key for key in order if key in wanted] == [key for key in wanted if key in stands]


@pytest.mark.django_db
def test_what_stands_untidily_is_no_conflict():
    bulletin = make_bulletin(title="Gardens before dams ")
    late, early = (
        make_session(bulletin.edition, starts_at=f"2026-11-{day}T01:00Z", ends_at=f"2026-11-{day}T02:00Z")
        for day in (19, 17)
    )
    bulletin.sessions.set([late, early])
    stands = sheet_of(bulletin)

    outcomes = statuses(
        bulletin,
        SetField("title", was="Gardens before dams ", now="Gardens"),
        SetField("sessions", was=list(stands.sessions), now=[early.pk]),
    )

    assert (outcomes, stands.sessions, document_of(bulletin).title) == (
        ["done", "done"],
        (late.pk, early.pk),
        "Gardens",
    )


@pytest.mark.django_db
def test_what_is_gone_already_is_done_and_what_would_go_to_a_section_that_is_gone_is_refused():
    bulletin = two_sections()
    first, second = sheet_of(bulletin).sections
    keys = tuple(point.id for point in second.points)
    gone = [RemovePoint(point.id, was=point.said()) for point in first.points]
    gone.append(RemoveSection(first.id, was=first.head()))

    applied = apply_changes(
        bulletin,
        [*gone, *gone, OrderPoints(first.id, keys), OrderPoints(uuid.uuid4(), keys)],
        by=None,
        seen=0,
    )

    assert [one.status for one in applied.outcomes] == ["done"] * 6 + ["refused"] * 2
    assert {one.message for one in applied.outcomes[6:]} == {
        "The section of these points was removed meanwhile."
    }
    assert [section.title for section in sheet_of(bulletin).sections] == ["Second"]


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("change", "told"),
    [
        (SetField("colour", was="", now="red"), "A bulletin has no field “colour”."),
        (
            SetEntry("nobody", now=Credit(credit="Dean")),
            "This person is not in the directory any more.",
        ),
        (
            SetField("sessions", was=[], now=[2**40]),
            "A session is not of this edition any more. Load the page again.",
        ),
        (
            SetField("copies", was=None, now="many"),
            "This cannot stand here: Expected `int | null`, got `str`.",
        ),
    ],
)
def test_each_refusal_says_what_is_wrong(change, told):
    (outcome,) = apply_changes(make_bulletin(), [change], by=None, seen=0).outcomes

    assert (outcome.status, outcome.message) == ("refused", told)


@pytest.mark.django_db
def test_a_page_that_does_not_know_of_a_merger_puts_the_roster_into_the_order_it_means(editor):
    bulletin = make_bulletin()
    ivo, twin = (
        make_speaker(slug, family_name="Lund", given_name="Ivo") for slug in ("lund-ivo", "lund-ivo-2")
    )
    twin.merged_into = ivo
    twin.save()
    statuses(bulletin, SetEntry("lund-ivo-2", now=Credit(credit="Dean")))

    assert statuses(bulletin, OrderRoster(("lund-ivo-2", "berg-ada"))) == ["done"]
    assert [entry.speaker for entry in sheet_of(bulletin).roster] == ["lund-ivo", "berg-ada"]


@pytest.mark.django_db
def test_a_save_of_as_many_changes_as_there_may_be_is_carried_out_and_of_one_more_refused():
    bulletin = make_bulletin()
    (point,) = sheet_of(bulletin).sections[0].points
    same = SetPoint(point.id, was=point.said(), now=point.said())

    assert len(apply_changes(bulletin, [same] * 3, by=None, seen=0).outcomes) == 3
    with pytest.raises(Refusal, match=r"^These are more than 500 changes at once\. Save them in parts\.$"):
        apply_changes(bulletin, [same] * 501, by=None, seen=0)


@pytest.mark.django_db
def test_new_rows_stand_behind_those_that_are_there_and_the_writer_of_a_point_is_known(editor):
    bulletin = two_sections()
    section = sheet_of(bulletin).sections[0]
    key, point = uuid.uuid4(), uuid.uuid4()

    apply_changes(
        bulletin,
        [
            AddSection(key, SectionHead(title="Third", level=2, numbered=False)),
            AddPoint(point, section.id, now=words(lead="three.")),
        ],
        by=editor,
        seen=0,
    )

    assert list(
        DraftSection.objects.order_by("order").values_list("title", "order", "level", "numbered")
    ) == [
        ("First", 0, 1, True),
        ("Second", 1, 1, True),
        ("Third", 2, 2, False),
    ]
    row = DraftPoint.objects.get(key=point)
    assert (row.order, row.changed_by, row.changed_at is not None) == (2, editor, True)
    assert leads(bulletin) == [["one thing.", "two.", "three."], ["one thing.", "two."], []]


@pytest.mark.parametrize(
    ("stands", "wanted", "expected"),
    [("abc", "ca", "cab"), ("abc", "b", "abc"), ("abc", "xc", "abc"), ("abcd", "da", "dabc"), ("", "a", "")],
)
def test_those_not_named_stay_behind_the_one_they_follow(stands, wanted, expected):
    assert "".join(in_order(stands, wanted)) == expected
