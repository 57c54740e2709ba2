"""The editors' first page and their lists: what waits for whom."""

import datetime

import msgspec
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone

from bulletins.document import Mention, RosterEntry
from bulletins.drafts.rows import sheet_of
from bulletins.models import Bulletin
from bulletins.publishing.publication import Approval, publish
from speakers.models import Appearance, Speaker, SpeakerMerge
from tests.factories import document, hold, make_bulletin, make_edition, make_session, make_speaker, make_user

pytestmark = pytest.mark.django_db
SAID = Approval(acceptance="Read.")
DESK = "/admin/"


@pytest.fixture
def desk(client, editor):
    client.force_login(editor)
    return lambda: client.get(DESK).context["desk"]


def test_my_drafts_are_apart_from_those_of_others_and_published_ones_are_neither(desk, editor):
    mine = make_bulletin(created_by=editor)
    theirs = make_bulletin(created_by=make_user("other"))
    publication = publish(make_bulletin(created_by=editor), by=editor, approval=SAID)

    shown = desk()

    assert (list(shown["mine"]), list(shown["others"]), list(shown["published"])) == (
        [mine],
        [theirs],
        [publication],
    )


def test_a_session_that_is_over_waits_for_its_bulletin(desk):
    edition = make_edition()
    now = timezone.now()
    over, covered, coming = (
        make_session(
            edition,
            starts_at=now + datetime.timedelta(days=day),
            ends_at=now + datetime.timedelta(days=day, hours=1),
        )
        for day in (-2, -1, 1)
    )
    make_bulletin(edition).sessions.add(covered)

    assert list(desk()["sessions"]) == [over]
    assert coming.title not in {session.title for session in desk()["sessions"]}


def test_errors_in_drafts_are_told_with_the_first_of_them(desk):
    make_bulletin()
    broken = make_bulletin(content=document(title=None, sections=()))

    assert desk()["blocked"] == [
        {"bulletin": broken, "count": 2, "first": "The bulletin has no title. Type one."}
    ]


@pytest.mark.parametrize("count", [1, 3])
def test_the_desk_asks_a_constant_number_of_queries(client, editor, count, django_assert_num_queries):
    client.force_login(editor)
    for number in range(count):
        make_bulletin(created_by=editor, number=number + 1)
    client.get(DESK)

    with django_assert_num_queries(16):
        client.get(DESK)


def test_whoever_may_not_see_bulletins_sees_an_empty_desk(client):
    client.force_login(make_user("visitor"))

    assert "desk" not in client.get(DESK).context


def test_bulletins_are_filtered_by_state_and_by_rapporteur(client, editor):
    client.force_login(editor)
    draft = make_bulletin()
    out = publish(
        make_bulletin(content=document(summarized_by=("Eva Hill",))), by=editor, approval=SAID
    ).bulletin
    address = reverse("admin:bulletins_bulletin_changelist")

    def listed(query):
        return list(client.get(address, query).context["cl"].result_list)

    assert (
        listed({"state": "draft"}),
        listed({"state": "published"}),
        listed({"rapporteur": "Eva Hill"}),
    ) == ([draft], [out], [out])
    assert set(listed({"q": "berg"})) == {draft, out}


@pytest.mark.parametrize("count", [1, 3])
def test_the_list_of_speakers_tells_positions_and_statements_with_a_constant_number_of_queries(
    client, editor, count, django_assert_num_queries
):
    client.force_login(editor)
    publish(make_bulletin(), by=editor, approval=SAID)
    for number in range(count - 1):
        make_speaker(f"speaker-{number}", family_name=f"Person{number}")
    hold(Speaker.objects.get(slug="berg-ada"), "Dean")
    address = reverse("admin:speakers_speaker_changelist")
    client.get(address)

    with django_assert_num_queries(7):
        page = client.get(address).content.decode()

    assert ("Dean, Academy of Rain" in page, page.count('class="field-statements')) == (True, count)


def test_duplicates_are_merged_and_taken_apart_from_one_page(client, editor):
    client.force_login(editor)
    kept, merged = make_speaker(), make_speaker("berg-adda", given_name="Adda")
    address = reverse("admin:speakers_speaker_duplicates")
    page = client.get(address).content.decode()

    client.post(address, {"keep": kept.pk, "merge": merged.pk})
    after = list(Speaker.objects.present())
    client.post(address, {"undo": SpeakerMerge.objects.get().pk})

    assert ("Keep Adda Berg" in page, after, Speaker.objects.present().count()) == (True, [kept], 2)


def test_a_programme_is_looked_at_first_and_then_taken_over(client, editor):
    client.force_login(editor)
    edition = make_edition()
    address = reverse("admin:forum_session_programme")
    table = "session,date,name,title,organisation\nRain,2026-11-18,Ada Berg,Dean,Academy of Rain\nSnow,never,Ivo Lund,,\n"
    file = SimpleUploadedFile("programme.csv", table.encode())

    looked = client.post(address, {"edition": edition.pk, "file": file})
    nothing_yet = Appearance.objects.count()
    client.post(address, {"edition": edition.pk, "kept": looked.context["kept"], "take": "1"})

    assert ("“never” is no date" in looked.content.decode(), nothing_yet) == (True, 0)
    assert list(Appearance.objects.values_list("session__title", "speaker__family_name", "credit")) == [
        ("Rain", "Berg", "Dean, Academy of Rain")
    ]


def test_a_file_that_is_no_programme_is_told_at_the_form(client, editor):
    client.force_login(editor)
    file = SimpleUploadedFile("programme.csv", b"a,b\n1,2\n")

    page = client.post(reverse("admin:forum_session_programme"), {"edition": make_edition().pk, "file": file})

    assert "The first row must name the columns" in page.content.decode()


def test_a_new_bulletin_opens_to_be_written_with_the_roster_of_its_sessions(client, editor):
    client.force_login(editor)
    session = make_session(make_edition())
    Appearance.objects.create(session=session, speaker=make_speaker(), credit="Head of Drains")
    fields = {"edition": session.edition_id, "language": "en", "sessions": [session.pk], "title": "Rain"}

    answer = client.post(reverse("admin:bulletins_bulletin_add"), fields)

    bulletin = Bulletin.objects.get()
    assert answer.headers["Location"] == reverse("admin:bulletins_bulletin_change", args=[bulletin.pk])
    assert ([line.credit for line in bulletin.roster.all()], bulletin.created_by) == (
        ["Head of Drains"],
        editor,
    )


def test_the_timeline_of_a_person_shows_every_position(client, editor):
    client.force_login(editor)
    speaker = make_speaker()
    hold(speaker, "Lecturer", datetime.date(2010, 1, 1), datetime.date(2020, 1, 1))
    hold(speaker, "Dean", datetime.date(2020, 1, 1))

    page = client.get(reverse("admin:speakers_speaker_change", args=[speaker.pk])).content.decode()

    assert ("2010 – 2019" in page, "2020 –" in page, page.count('class="bar"')) == (True, True, 2)


@pytest.mark.parametrize("count", [1, 60])
def test_the_writing_page_asks_a_constant_number_of_queries_to_open_and_to_preview(
    client, editor, count, django_assert_num_queries
):
    client.force_login(editor)
    (section,) = document().sections
    roster = tuple(
        RosterEntry(speaker=f"person-{place}", name=f"Eva Hill{place}", credit="Dean")
        for place in range(count)
    )
    body = tuple(
        msgspec.structs.replace(section.points[0], body=((Mention(f"person-{place}"),),))
        for place in range(count)
    )
    bulletin = make_bulletin(
        content=document(roster=roster, sections=(msgspec.structs.replace(section, points=body),))
    )
    page = reverse("admin:bulletins_bulletin_change", args=[bulletin.pk])
    preview = reverse("admin:bulletins_bulletin_write_preview", args=[bulletin.pk])
    sheet = msgspec.json.encode(sheet_of(bulletin))
    client.get(page)

    with django_assert_num_queries(19):
        client.get(page)
    with django_assert_num_queries(9):
        assert client.post(preview, sheet, content_type="application/json").status_code == 200


def test_a_rapporteur_whom_no_bulletin_names_filters_nothing(client, editor):
    client.force_login(editor)
    draft = make_bulletin()

    for name in ("Nobody", "\0"):
        page = client.get(reverse("admin:bulletins_bulletin_changelist"), {"rapporteur": name})
        assert list(page.context["cl"].result_list) == [draft]
