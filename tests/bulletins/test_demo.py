"""The demo forum: whole, the same on a second run, and never beside a real one."""

import pytest
from django.contrib.auth.models import User
from django.core.management import CommandError, call_command

from bulletins.drafts import document_of
from bulletins.models import Bulletin, Publication, Statement
from bulletins.publishing import findings_of
from forum.models import Edition, Forum, Session
from speakers.models import Appearance, Position, Speaker
from tests.factories import make_forum

pytestmark = [pytest.mark.django_db, pytest.mark.slow]


def counts():
    models = (Forum, Edition, Session, Speaker, Position, Appearance, Bulletin, Publication, Statement, User)
    return {model.__name__: model.objects.count() for model in models}


def test_the_demo_has_what_a_newcomer_wants_to_see_and_a_second_run_changes_nothing(capsys):
    call_command("demo")
    first = counts()
    call_command("demo")

    assert counts() == first
    assert {name: first[name] for name in ("Forum", "Edition", "Session", "Speaker", "Bulletin", "Publication")} == {
        "Forum": 1, "Edition": 2, "Session": 9, "Speaker": 28, "Bulletin": 9, "Publication": 8,
    }  # fmt: skip
    assert "editor / editor-demo" in capsys.readouterr().out


def test_every_speaker_of_the_demo_is_credited_with_the_position_of_that_day():
    call_command("demo")

    wrong = [
        (str(appearance), position.credit("en"))
        for appearance in Appearance.objects.exclude(credit="").select_related("session", "speaker")
        for position in appearance.speaker.positions.on(appearance.session.starts_at.date())[:1]
        if appearance.credit != position.credit("en")
    ]
    assert wrong == []


def test_the_clean_bulletins_have_nothing_to_mend_and_the_draft_has():
    call_command("demo")

    found = {
        (bulletin.edition.year, bulletin.number): [
            one.code for one in findings_of(bulletin, document_of(bulletin))
        ]
        for bulletin in Bulletin.objects.select_related("edition__forum")
    }
    assert {place: codes for place, codes in found.items() if codes} == {
        (2026, 6): ["roster-unquoted", "credit-mismatch", "repeated-word", "unbalanced-marks"]
    }
    assert list(Publication.objects.filter(version=2).values_list("edition__year", "number")) == [(2025, 2)]
    assert list(Publication.objects.filter(language="zh").values_list("number", flat=True)) == [4]


def test_the_demo_stays_out_of_a_site_with_a_forum_of_its_own():
    make_forum()

    with pytest.raises(CommandError, match="stays out"):
        call_command("demo")

    assert User.objects.count() == 0
