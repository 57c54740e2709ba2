"""The demo forum: whole, clean, the same on a second run, and never beside a real one."""

import pytest
from django.contrib.auth.models import Group, User
from django.core.management import CommandError, call_command

from bulletins.checks import errors
from bulletins.drafts.rows import document_of
from bulletins.models import Bulletin, DraftPoint, DraftSection, Publication, RosterLine, Statement
from bulletins.publishing.publication import findings_of
from forum.models import Edition, Forum, Session
from speakers.models import Appearance, Organisation, Position, Speaker
from tests.factories import make_forum

pytestmark = pytest.mark.django_db

MODELS = (
    Forum,
    Edition,
    Session,
    Organisation,
    Speaker,
    Position,
    Appearance,
    Bulletin,
    RosterLine,
    DraftSection,
    DraftPoint,
    Publication,
    Statement,
    User,
    Group,
)


def rows():
    return {model.__name__: list(model.objects.order_by("pk").values()) for model in MODELS}


def codes(bulletin):
    return [finding.code for finding in findings_of(bulletin, document_of(bulletin))]


def test_a_second_run_changes_no_row_and_tells_the_logins_again(demo, capsys, django_assert_max_num_queries):
    first = rows()

    with django_assert_max_num_queries(3):
        call_command("demo")

    assert rows() == first
    assert {
        name: len(first[name])
        for name in ("Forum", "Edition", "Session", "Speaker", "Bulletin", "Publication")
    } == {
        "Forum": 1,
        "Edition": 2,
        "Session": 10,
        "Speaker": 28,
        "Bulletin": 9,
        "Publication": 8,
    }
    assert "editor / editor-demo, rapporteur / rapporteur-demo, admin / admin-demo" in demo.told
    assert demo.told == capsys.readouterr().out


def test_bulletins_stand_in_every_state_and_only_the_flawed_draft_has_something_to_mend(demo):
    bulletins = list(Bulletin.objects.select_related("edition__forum").prefetch_related("publications"))
    found = {(one.edition.year, one.number): codes(one) for one in bulletins}
    drafts = {(one.edition.year, one.number) for one in bulletins if not one.publications.all()}

    assert drafts == {(2026, 5), (2026, 6)}
    assert {place: code for place, code in found.items() if code} == {
        (2026, 6): ["roster-unquoted", "credit-mismatch", "repeated-word", "unbalanced-marks"]
    }
    assert list(Publication.objects.filter(language="zh").values_list("number", flat=True)) == [4]


def test_a_correction_changes_one_sentence_and_keeps_the_old_version(demo):
    first, second = Publication.objects.filter(edition__year=2025, number=2).order_by("version")
    corrected = Publication.objects.filter(version__gt=1)

    assert list(corrected) == [second]
    assert (first.superseded, second.superseded) == (True, False)
    assert "by nine years" in first.frozen
    assert second.frozen == first.frozen.replace("by nine years", "by six years")
    assert "six years, not nine" in second.correction_note


def test_everybody_is_credited_with_the_position_held_that_day_in_roster_and_programme(demo):
    lines = RosterLine.objects.exclude(speaker=None).select_related("bulletin", "speaker")
    printed = [(str(line), line.bulletin.date, line.credit) for line in lines]
    held = [
        (str(line), line.bulletin.date, position.credit(line.bulletin.language))
        for line in lines
        for position in line.speaker.positions.on(line.bulletin.date)
    ]
    programme = {
        (one.session_id, one.speaker_id): (one.role, one.credits)
        for one in Appearance.objects.filter(session__bulletins__isnull=False)
    }

    assert printed == held
    assert len(printed) == len(programme)
    for line in lines:
        role, told = programme[line.bulletin.sessions.get().pk, line.speaker_id]
        assert (line.role, line.credit) == (role, told[line.bulletin.language])


def test_careers_move_between_the_editions(demo):
    printed = Appearance.objects.filter(speaker__slug="piotr-zielonek").in_order()

    assert [one.credits["en"] for one in printed] == [
        "Storage Engineer, Brightwater Grid Company",
        "Head of Storage, Northern Tide Energy Cooperative",
    ]
    assert not Speaker.objects.filter(appearances=None).exists()


def test_editors_publish_and_rapporteurs_only_write(demo):
    editor, rapporteur, admin = (
        User.objects.get(username=name) for name in ("editor", "rapporteur", "admin")
    )

    assert editor.has_perm("bulletins.publish_bulletin")
    assert rapporteur.has_perms(["bulletins.add_bulletin", "bulletins.change_bulletin"])
    assert not rapporteur.has_perm("bulletins.publish_bulletin")
    assert admin.is_superuser
    assert all(user.is_staff and user.check_password(f"{user}-demo") for user in (editor, rapporteur, admin))


@pytest.mark.slow
def test_the_demo_stays_out_of_a_site_with_a_forum_of_its_own_unless_forced():
    own = make_forum()

    with pytest.raises(CommandError, match="stays out"):
        call_command("demo")
    assert User.objects.count() == 0

    call_command("demo", force=True)
    assert set(Forum.objects.exclude(pk=own.pk).values_list("slug", flat=True)) == {"lantern-bay"}
    assert not any(errors(findings_of(one, document_of(one))) for one in Bulletin.objects.all())


def test_a_user_who_has_a_demo_name_keeps_it_and_the_password():
    User.objects.create_user("editor", password="a word of their own")  # noqa: S106
    User.objects.create_user("ada")

    with pytest.raises(CommandError) as refused:
        call_command("demo", force=True)

    assert str(refused.value) == (
        "Users with the demo's names are here already: editor. They stay as they are."
    )
    assert User.objects.get(username="editor").check_password("a word of their own")
    assert Forum.objects.count() == 0
