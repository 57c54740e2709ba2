"""What mergers of people and of forums give and change: mergers_whole.txt beside this."""

import datetime
from pathlib import Path

import pytest
from django.contrib.auth.models import Group

from bulletins.document import List, Mention, Note, Point, RosterEntry, Section, Table, Text
from bulletins.merging_forums import merge_forums, preview
from bulletins.merging_speakers import merge, undo_merge
from bulletins.models import Bulletin, RosterLine
from bulletins.publishing.publication import publish
from forum.models import ForumMembership, Session
from forum.refusal import Refusal
from speakers.models import Appearance, ColumnMeaning, SpeakerMerge
from tests.bulletins.conftest import SAID
from tests.factories import (
    document,
    hold,
    make_bulletin,
    make_edition,
    make_forum,
    make_organisation,
    make_series,
    make_session,
    make_speaker,
    make_user,
)
from tests.kept_text import as_kept
from tests.rows_told import OF_PUBLICATIONS, Rows

pytestmark = pytest.mark.django_db
KEPT = Path(__file__).with_name("mergers_whole.txt")
NOW = datetime.datetime.now(datetime.UTC)
ADDA = Mention("berg-adda")
# Somebody in every place of a text.
EVERYWHERE = (
    (
        Text("So says "),
        ADDA,
        Note(
            blocks=(
                (
                    ADDA,
                    Text(" again."),
                ),
            )
        ),
        Text("."),
    ),
    List(ordered=False, items=(((ADDA, Text(" said one.")),), ((Text("Two."),),))),
    Table(head=((ADDA,),), rows=(((Text("Three."),),),)),
)


def naming(*people, body=(), **fields):
    names = {"berg-ada": "Ada Berg", "berg-adda": "Adda Berg", "lund-ivo": "Ivo Lund"}
    roster = tuple(RosterEntry(speaker=one, name=names[one], credit=f"Dean, {names[one]}") for one in people)
    said = tuple((Mention(one), Text(" agreed.")) for one in people)
    point = Point(id="a000000001", ordinal="Firstly", lead=(Text("one."),), body=(*said, *body))
    section = Section(id="5ec0000001", numeral="I", title="One", points=(point,))
    return document(roster=roster, sections=(section,), **fields)


def told_of(rows, acts):
    for name, act in acts.items():
        yield f"{name}:"
        try:
            yield f"    {act()}"
        except Refusal as error:
            yield f"    Refused: {error.message}"
        yield from (f"    {line}" for line in rows.changed())


@pytest.fixture
def chief(counted_from_one_number):
    return make_user("chief", is_superuser=True)


def test_people_who_are_one_are_put_together_and_taken_apart_again(chief):
    edition = make_edition(make_forum(slug="rain", name="Rain Forum"))
    ada, adda, ivo = (
        make_speaker(),
        make_speaker("berg-adda", given_name="Adda"),
        make_speaker("lund-ivo", family_name="Lund", given_name="Ivo"),
    )
    make_speaker("berg-a", given_name="A.", merged_into=adda)
    hold(ada, "Dean", datetime.date(2020, 1, 1))
    hold(adda, "Dean", datetime.date(2021, 1, 1))
    hold(adda, "Rector", datetime.date(2022, 1, 1))
    hold(ivo, "Rector", datetime.date(2022, 1, 1))
    both, one = (make_session(edition, title=title) for title in ("Both", "One"))
    for session, speaker in ((both, ada), (both, adda), (one, adda), (one, ivo)):
        Appearance.objects.create(session=session, speaker=speaker, credits={"en": f"Dean {speaker}"})
    make_bulletin(edition, content=naming("lund-ivo"))
    make_bulletin(edition, content=naming("berg-ada", "berg-adda", editors_note=EVERYWHERE, lede=EVERYWHERE))
    make_bulletin(
        edition, content=naming("berg-adda", body=EVERYWHERE[1:], lede=EVERYWHERE[2:]), binned_at=NOW
    )
    publish(make_bulletin(edition, content=naming("berg-adda")), by=chief, approval=SAID)
    told = {"role": "moderator", "organisation": make_organisation("Union of Wells")}
    RosterLine.objects.filter(speaker=adda).update(**told, name="A. B.", role_printed="in the chair")
    Appearance.objects.filter(speaker=adda).update(**told, order=3)
    rows = Rows(but=OF_PUBLICATIONS)

    def undo():
        return undo_merge(SpeakerMerge.objects.earliest("pk"), by=chief)

    text = "\n".join(
        told_of(
            rows,
            {
                "one person": lambda: merge(ada, ada, by=chief),
                "two": lambda: merge(ada, adda, by=chief),
                "again": lambda: merge(ada, adda, by=chief),
                "into a third": lambda: merge(ivo, ada, by=chief),
                "undone too early": undo,
                "the third undone": lambda: undo_merge(SpeakerMerge.objects.latest("pk"), by=chief),
                "undone": undo,
                "undone again": undo,
            },
        )
    )

    assert f"{text}\n" == as_kept(KEPT.with_name("mergers_of_people.txt"), f"{text}\n")


def test_forums_that_are_one_are_put_together(chief):
    wugang = make_forum(name="Wugang Forum", slug="wugang", publisher="Wugang Office")
    chinese = make_forum(name="雾港论坛", slug="luntan", publisher="雾港论坛秘书处", language="zh")
    older = make_forum(name="Old Wugang", slug="old", merged_into=chinese)
    group, clerk = Group.objects.create(pk=90009, name="Wells"), make_user("clerk")
    for forum, user, shared in ((wugang, clerk, None), (chinese, clerk, None), (chinese, None, group)):
        ForumMembership.objects.create(forum=forum, user=user, group=shared)
    for forum, header, meaning in (
        (wugang, "who", "name"),
        (chinese, "who", "title"),
        (chinese, "嘉宾", "name"),
    ):
        ColumnMeaning.objects.create(forum=forum, header=header, meaning=meaning)
    there, here = make_edition(wugang), make_edition(chinese, theme="Rain", venue="Hall")
    other = make_edition(chinese, year=2025, theme="Snow", themes={"zh": "雪"})
    special = make_series(chinese, "Special Report")
    make_bulletin(there, number=1, volume=1, manuscript_hash="a" * 64)
    make_bulletin(here, number=1, volume=1, manuscript_hash="a" * 64)
    make_bulletin(here, number=2, volume=2, manuscript_hash="b" * 64, binned_at=NOW)
    make_bulletin(other, series=special)
    publish(make_bulletin(other, number=3, volume=3), by=chief, approval=SAID)
    day = datetime.datetime(2026, 11, 18, 9, tzinfo=datetime.UTC)
    for edition, title, room in (
        (there, "Night", "Hall"), (there, "Day", "Yard"), (here, "Night", "Roof"), (here, "Dew", "Hall"),
        (here, "Fog", ""), (other, "Noon", ""),
    ):  # fmt: skip
        make_session(
            edition, title=title, room=room, starts_at=day, ends_at=day + datetime.timedelta(hours=2)
        )
    same = Session.objects.get(edition=here, title="Night")
    Appearance.objects.create(session=same, speaker=make_speaker("lund-ivo"))
    Bulletin.with_bin.filter(edition=here).first().sessions.add(same)
    Bulletin.objects.get(edition=other, number=3).sessions.add(Session.objects.get(title="Noon"))
    rows = Rows(but=OF_PUBLICATIONS)
    text = "\n".join(
        told_of(
            rows,
            {
                "one forum": lambda: merge_forums(wugang, wugang, by=chief),
                "looked at": lambda: preview(wugang, chinese, by=chief),
                "put together": lambda: merge_forums(wugang, chinese, by=chief),
                "again": lambda: merge_forums(wugang, chinese, by=chief),
                "one that was merged before": lambda: merge_forums(older, wugang, by=chief),
            },
        )
    )

    assert f"{text}\n" == as_kept(KEPT.with_name("mergers_of_forums.txt"), f"{text}\n")
