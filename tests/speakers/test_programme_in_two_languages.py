"""Programmes with 中文 and English columns fill the names in either language."""

import datetime

import pytest

from forum.models import Session
from speakers.directory import Directory
from speakers.models import Appearance, Organisation, Position, Speaker
from speakers.programme_changes import changes_of
from speakers.programme_import import import_programme, read_for
from speakers.programme_words import column_of
from tests.factories import make_edition

BOTH = """场次,Session,日期,时间,会场,Room,姓名,Name,职务,Position,单位,Institution,角色
海绵街区,Sponge Districts,2026-11-18,9:00,三号厅,Hall 3,令狐野,LINGHU Ye,副院长,Vice Dean,芦汀书院,Reed Academy,主旨演讲
,,,,,,端木晴,DUANMU Qing,院长,Dean,芦汀书院,Reed Academy,主持人
"""
CHINESE = """场次,日期,时间,会场,姓名,职务,单位
海绵街区,2026-11-18,9:00-10:30,三号厅,令狐野,副院长,芦汀书院
"""
ENGLISH = """Session,Date,Time,Room,Name,Position,Organisation
Sponge Districts,2026-11-18,9:00-10:30,三号厅,LINGHU Ye,Vice Dean,Reed Academy
"""


@pytest.mark.parametrize(
    ("header", "column"),
    [
        ("英文场次", "session"), ("Session (English)", "session"), ("场次（中文）", "session"), ("中文职务", "title"),
        ("单位英文名", "organisation"), ("Room EN", "room"), ("中文名", "own name"), ("会场中文名称", "room"),
    ],
)  # fmt: skip
def test_a_column_may_say_in_which_language_it_is(header, column):
    assert column_of(header) == column


def taken(text, edition):
    return import_programme(read_for(text.encode(), edition), edition, by=None)


@pytest.mark.django_db
def test_columns_in_two_languages_fill_both_and_a_second_time_changes_nothing():
    edition = make_edition(year=2026)
    taken(BOTH, edition)

    (session,) = Session.objects.all()
    assert (session.title, session.titles) == ("Sponge Districts", {"zh": "海绵街区"})
    assert (session.room, session.rooms) == ("Hall 3", {"zh": "三号厅"})
    (institute,) = Organisation.objects.all()
    assert (institute.name, institute.names) == ("Reed Academy", {"zh": "芦汀书院"})
    people = Speaker.objects.order_by("pk")
    assert [(one.own_name, one.family_name, one.given_name) for one in people] == [
        ("令狐野", "Linghu", "Ye"),
        ("端木晴", "Duanmu", "Qing"),
    ]
    assert [(one.title, one.titles) for one in Position.objects.order_by("pk")] == [
        ("Vice Dean", {"zh": "副院长"}),
        ("Dean", {"zh": "院长"}),
    ]
    assert [one.credits for one in Appearance.objects.order_by("pk")] == [
        {"en": "Vice Dean, Reed Academy", "zh": "芦汀书院副院长"},
        {"en": "Dean, Reed Academy", "zh": "芦汀书院院长"},
    ]
    (change,) = changes_of(read_for(BOTH.encode(), edition), edition, Directory.load())
    assert (change.kind, change.differences) == ("same", ())


@pytest.mark.django_db
@pytest.mark.parametrize(("first", "second"), [(CHINESE, ENGLISH), (ENGLISH, CHINESE)])
def test_one_language_after_the_other_is_one_session_with_both_titles(first, second):
    edition = make_edition(year=2026)
    taken(first, edition)
    taken(second, edition)

    (session,) = Session.objects.all()
    assert (session.title, session.titles) == ("Sponge Districts", {"zh": "海绵街区"})
    assert session.starts_at.date() == datetime.date(2026, 11, 18)
