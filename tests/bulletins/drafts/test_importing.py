"""From a Document to a draft: everything or nothing, and nobody merged in silence."""

import datetime

import msgspec
import pytest
from django.contrib.auth.models import Permission
from django.core.exceptions import PermissionDenied

from bulletins.document import Mention, Point, RosterEntry, Section, SessionRef, Text, points
from bulletins.drafts.changes import apply_changes
from bulletins.drafts.importing import Target, import_document, import_into
from bulletins.drafts.rights import limit_readers
from bulletins.drafts.rows import document_of, sheet_of
from bulletins.drafts.sheet import (
    SetPoint,
)
from bulletins.manuscript.blocks import Reading
from bulletins.models import Bulletin, Topic
from forum.models import Edition, Forum, Session
from speakers.models import Appearance, Speaker
from tests.factories import (
    document,
    make_bulletin,
    make_edition,
    make_forum,
    make_organisation,
    make_session,
    make_speaker,
    make_user,
)

pytestmark = pytest.mark.django_db

HASH = "a" * 64
SERIES = {
    "series_title": "2026 Rain Forum Bulletin VI",
    "publisher": "Office of Rain",
    "number": 6,
    "volume": 141,
}


def codes(imported):
    return [(finding.code, finding.where) for finding in imported.findings]


def test_a_manuscript_of_an_unknown_forum_makes_the_forum_and_its_edition():
    imported = import_document(Reading(document(**SERIES)), HASH)

    forum = Forum.objects.get()
    assert (forum.name, forum.slug, forum.publisher) == ("Rain Forum", "rain-forum", "Office of Rain")
    assert (imported.bulletin.edition.year, imported.bulletin.number, imported.bulletin.volume) == (
        2026,
        6,
        141,
    )
    assert [code for code, _ in codes(imported)] == ["forum-created", "edition-created", "session-assumed"]


def test_importing_the_same_manuscript_again_changes_nothing():
    first = import_document(Reading(document(**SERIES)), HASH)
    Bulletin.objects.update(title="Edited since")

    second = import_document(Reading(document(**SERIES)), HASH)

    assert (second.bulletin, second.created, second.bulletin.title) == (first.bulletin, False, "Edited since")
    assert [model.objects.count() for model in (Bulletin, Speaker, Session, Appearance)] == [1, 1, 1, 1]


def importer(*rights):
    user = make_user(f"importer {len(rights)}")
    user.user_permissions.set(Permission.objects.filter(codename__in=rights))
    return user


@pytest.mark.parametrize("lacking", [{}, {"series_title": None, "publisher": None}])
def test_who_may_make_no_drafts_is_told_so_whatever_the_manuscript_lacks(lacking):
    with pytest.raises(PermissionDenied):
        import_document(
            Reading(document(**SERIES | lacking)), HASH, Target(by=importer("add_forum", "add_edition"))
        )


def test_a_series_is_made_by_whoever_may_and_else_the_issue_is_one_of_the_main_series():
    edition, told = make_edition(make_forum(name="Rain Forum", next_volume=1)), []
    content = document(series_title="2026 Rain Forum Special Report")
    for rights in (["add_bulletin"], ["add_bulletin", "add_series"]):
        target = Target(edition=edition, by=importer(*rights))
        imported = import_document(Reading(content), str(len(rights)) * 64, target)
        told.append((imported.bulletin.series.name, "series-created" in dict(codes(imported))))

    assert told == [("Bulletin", False), ("Special Report", True)]


def test_a_manuscript_of_a_draft_that_is_kept_from_somebody_is_not_given_to_them(editor):
    draft = import_document(Reading(document(**SERIES)), HASH).bulletin
    limit_readers(draft, by=editor, users=[editor])

    with pytest.raises(PermissionDenied):
        import_document(
            Reading(document(**SERIES)), HASH, Target(by=importer("add_bulletin", "view_bulletin"))
        )


def test_the_draft_is_the_document():
    make_speaker("berg-ada")
    imported = import_document(Reading(document(**SERIES)), HASH)

    draft = document_of(imported.bulletin)

    assert draft.sections == document().sections
    assert [(entry.name, entry.credit) for entry in draft.roster] == [
        ("Ada Berg", "Head of Drains, City of Ulm-on-Sea")
    ]


def test_a_known_forum_is_found_by_its_publisher():
    forum = make_forum(name="Another Name", publisher="Office of Rain")
    edition = make_edition(forum)

    assert import_document(Reading(document(**SERIES)), HASH).bulletin.edition == edition


def test_a_known_speaker_is_linked_and_keeps_the_stored_key():
    speaker = make_speaker("ada-the-first")

    imported = import_document(Reading(document(**SERIES)), HASH)

    draft = document_of(imported.bulletin)
    assert (Speaker.objects.get(), draft.roster[0].speaker) == (speaker, "ada-the-first")
    assert Mention("ada-the-first") in draft.sections[0].points[0].body[0]


def test_a_doubtful_speaker_is_told_and_not_merged():
    make_speaker("berk-ada", family_name="Lindqvist", given_name="Amelia")
    entry = RosterEntry(speaker="x", name="Amelia Lindkvist", credit="Mayor, Ulm-on-Sea")

    imported = import_document(Reading(document(**SERIES, roster=(entry,))), HASH)

    assert ("speaker-doubtful", "roster[0]") in codes(imported)
    assert Speaker.objects.count() == 2


def test_speakers_appear_in_the_sessions_that_the_editor_chose():
    edition = make_edition()
    session = make_session(edition)
    make_organisation("Academy of Rain")
    roster = (
        *document().roster,
        RosterEntry(speaker="union", name="Union of Drains", kind="body"),
        RosterEntry(
            speaker="x", name="Ivo Lund", credit="Dean", role="moderator", organisation="academy-of-rain"
        ),
    )

    imported = import_document(
        Reading(document(**SERIES, roster=roster)), HASH, Target(edition=edition, sessions=(session,))
    )

    assert list(imported.bulletin.sessions.all()) == [session]
    assert [
        (one.speaker.name, one.role, one.order, one.organisation.name, one.credits)
        for one in session.appearances.order_by("order")
    ] == [
        ("Ada Berg", "", 0, "City of Ulm-on-Sea", {"en": "Head of Drains, City of Ulm-on-Sea"}),
        ("Ivo Lund", "moderator", 2, "Academy of Rain", {"en": "Dean"}),
    ]


def test_named_sessions_are_found_or_made():
    edition = make_edition()
    known = make_session(edition, title="Morning")
    sessions = (
        SessionRef(key="7", title="Morning"),
        SessionRef(key="8", title="Evening", date=datetime.date(2026, 11, 19)),
    )

    imported = import_document(Reading(document(**SERIES, sessions=sessions)), HASH, Target(edition=edition))

    assert {session.title for session in imported.bulletin.sessions.all()} == {"Morning", "Evening"}
    assert known in imported.bulletin.sessions.all()


def test_a_number_that_is_taken_is_left_out_and_told():
    edition = make_edition()
    make_bulletin(edition, number=6)

    imported = import_document(Reading(document(**SERIES)), HASH, Target(edition=edition))

    assert (imported.bulletin.number, imported.bulletin.volume) == (None, 141)
    assert ("number-taken", "number") in codes(imported)


@pytest.mark.parametrize(
    ("missing", "remedy"),
    [
        ({"date": None, "series_title": "Rain Forum Bulletin VI"}, "Choose the edition it belongs to"),
        ({"series_title": None, "publisher": None}, "Choose the edition"),
    ],
)
def test_a_manuscript_that_says_too_little_is_refused_and_leaves_nothing(missing, remedy):
    with pytest.raises(match=remedy):
        import_document(Reading(msgspec.structs.replace(document(**SERIES), **missing)), HASH)

    assert [model.objects.count() for model in (Forum, Edition, Bulletin, Speaker)] == [0, 0, 0, 0]


def two_sections():
    point = Point(ordinal="x", lead=(Text("one thing."),), body=((Text("Said."),),))
    section = Section(
        numeral="I", title="First", points=(point, msgspec.structs.replace(point, lead=(Text("two."),)))
    )
    return make_bulletin(
        content=document(sections=(section, msgspec.structs.replace(section, title="Second")))
    )


@pytest.mark.django_db
def test_a_manuscript_into_a_draft_keeps_keys_numbers_and_topics():
    bulletin = two_sections()
    bulletin.number = 6
    bulletin.save()
    Topic.objects.create(slug="drainage", name="Drainage")
    first = sheet_of(bulletin).sections[0].points[0]
    apply_changes(
        bulletin,
        [
            SetPoint(
                first.id, was=first.said(), now=msgspec.structs.replace(first.said(), topics=("drainage",))
            )
        ],
        by=None,
        seen=0,
    )
    point = Point(
        ordinal="Firstly",
        lead=(Text("one thing."),),
        body=((Text("Said by "), Mention("x", "Ada")),),
    )
    manuscript = document(title=None, sections=(Section(numeral="I", title="First", points=(point,)),))

    import_into(
        bulletin,
        Reading(
            msgspec.structs.replace(
                manuscript, roster=(msgspec.structs.replace(document().roster[0], speaker="x"),)
            )
        ),
        by=None,
    )

    written = sheet_of(bulletin)
    assert (written.number, written.title, written.version) == (6, document().title, 2)
    (only,) = written.sections[0].points
    assert (only.id, only.topics, only.body[0][-1]) == (first.id, ("drainage",), Mention("berg-ada", "Ada"))


def three_points(*texts, ids=("", "", "")):
    return document(
        sections=(
            Section(
                numeral="I",
                title="Small Works First",
                points=tuple(
                    Point(id=id_, ordinal="x", lead=(Text(text),))
                    for text, id_ in zip(texts, ids, strict=True)
                ),
            ),
        )
    )


def ids_of(bulletin):
    return [point.id for _, point in points(document_of(bulletin))]


LEADS = ("gardens hold rain.", "pumps are loud and cost much.", "drains are old.")


def test_points_keep_their_ids_where_a_manuscript_moves_and_rewords_them():
    bulletin = make_bulletin(content=three_points(*LEADS))
    gardens, pumps, drains = ids_of(bulletin)

    import_into(
        bulletin,
        Reading(three_points("drains are old.", "pumps are loud and cost too much.", "frogs came first.")),
        by=None,
    )

    *kept, new = ids_of(bulletin)
    assert kept == [drains, pumps]
    assert new not in {gardens, pumps, drains}


def test_an_id_in_a_file_of_ours_says_which_point_it_is_whatever_it_says_now():
    bulletin = make_bulletin(content=three_points(*LEADS))
    gardens, pumps, drains = ids_of(bulletin)

    import_into(
        bulletin,
        Reading(
            three_points("all anew.", "nothing as it was.", "drains are old.", ids=(pumps, gardens, drains))
        ),
        by=None,
    )

    assert ids_of(bulletin) == [pumps, gardens, drains]


def test_days_and_hours_that_nobody_wrote_down_stay_unknown():
    imported = import_document(Reading(document(**SERIES)), HASH)

    edition, session = imported.bulletin.edition, Session.objects.get()
    assert (edition.starts_on, edition.ends_on) == (None, None)
    assert (session.starts_at, session.ends_at, session.date) == (None, None, None)
    assert [one.date for one in document_of(imported.bulletin).sessions] == [None]


def test_a_session_is_on_the_day_that_the_manuscript_names():
    named = SessionRef(key="1", title="Morning", date=datetime.date(2026, 11, 17))
    import_document(Reading(document(sessions=(named,), **SERIES)), HASH)

    session = Session.objects.get()
    assert (session.day, session.starts_at, session.ends_at) == (datetime.date(2026, 11, 17), None, None)
