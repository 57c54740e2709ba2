"""Two pages save over one draft: whatever they changed, nothing is lost, and nothing stands twice."""

import random
import re
import uuid

import msgspec
import pytest

from bulletins.document import Point, Section, Text
from bulletins.document_json import to_builtins
from bulletins.drafts.changes import apply_changes
from bulletins.drafts.presence import note_presence
from bulletins.drafts.rows import document_of, sheet_of
from bulletins.drafts.set_aside import Told, told_to
from bulletins.drafts.sheet import PointText, RemovePoint, SetField, SetPoint, SheetPoint
from bulletins.drafts.sheet_changes import changes_between
from bulletins.models import Snapshot
from tests.factories import document, make_bulletin, make_user

TOKEN = re.compile(r"\b(?:base|one|two)\d+\b")


def tokens(value):
    return TOKEN.findall(msgspec.json.encode(value).decode())


def three_sections():
    sections = tuple(
        Section(
            numeral="I",
            title=f"base{at}",
            points=tuple(Point(lead=(Text(f"base{at}{place}"),)) for place in range(1, 4)),
        )
        for at in range(1, 4)
    )
    return make_bulletin(content=document(sections=sections))


class Writer:
    """Changes a sheet at random; each word that it writes is its own."""

    def __init__(self, name, seed):
        self.name, self.random, self.count = name, random.Random(seed), 0  # noqa: S311 (no secret)

    def said(self):
        self.count += 1
        return (Text(f"{self.name}{self.count}"),)

    def changed(self, sheet):
        sections = [list(section.points) for section in sheet.sections]
        for _ in range(self.random.randint(1, 5)):
            points = self.random.choice(sections)
            at = self.random.randrange(len(points)) if points else None
            what = self.random.choice(["write", "add", "remove", "move"])
            if what == "add" or at is None:
                points.insert(
                    at or 0, SheetPoint(id=uuid.UUID(int=self.random.getrandbits(128)), lead=self.said())
                )
            elif what == "write":
                points[at] = msgspec.structs.replace(points[at], body=(*points[at].body, self.said()))
            elif what == "remove":
                points.pop(at)
            else:
                self.random.choice(sections).append(points.pop(at))
        return msgspec.structs.replace(
            sheet,
            sections=tuple(
                msgspec.structs.replace(section, points=tuple(points))
                for section, points in zip(sheet.sections, sections, strict=True)
            ),
        )


@pytest.mark.django_db
@pytest.mark.parametrize("seed", range(12))
def test_of_two_saves_from_one_state_nothing_is_lost_and_nothing_stands_twice(seed):
    bulletin = three_sections()
    began = sheet_of(bulletin)
    one, two = (Writer(name, seed * 2 + at).changed(began) for at, name in enumerate(("one", "two")))

    first = apply_changes(bulletin, changes_between(began, one), by=None, seen=0)
    second = apply_changes(bulletin, changes_between(began, two), by=None, seen=0)

    stands = tokens(sheet_of(bulletin))
    waiting = [
        change
        for change, outcome in zip(changes_between(began, two), second.outcomes, strict=True)
        if outcome.status != "done"
    ]
    wrote = {word for word in (*tokens(one), *tokens(two)) if not word.startswith("base")}
    assert {outcome.status for outcome in first.outcomes} <= {"done"}
    assert wrote <= {*stands, *tokens(waiting)}
    assert len(stands) == len({*stands})


@pytest.mark.django_db
def test_whoever_gave_way_is_told_once_and_history_has_the_words():
    bulletin = three_sections()
    ada, ivo = (make_user(name, is_superuser=True) for name in ("ada", "ivo"))
    point, gone = sheet_of(bulletin).sections[0].points[:2]
    [hers, his, both] = [
        PointText(lead=point.lead, body=((Text(words),),)) for words in ("Hers.", "His.", "")
    ]
    both = msgspec.structs.replace(both, body=((Text("His."),), (Text("More."),)))
    turned = msgspec.structs.replace(both, body=both.body[::-1])

    def save(*changes, by, chosen=(0,)):
        return apply_changes(bulletin, changes, by=by, seen=0, chosen=chosen).outcomes[0].status

    saved = [
        save(SetPoint(point.id, was=point.said(), now=hers), by=ada, chosen=()),
        save(SetPoint(point.id, was=point.said(), now=his), by=ivo),  # does not fit, so nobody gave way
        save(SetPoint(point.id, was=hers, now=his), by=ivo),
        save(SetPoint(point.id, was=his, now=both), by=ada),  # has all of it
        save(SetPoint(point.id, was=both, now=turned), by=ivo),  # in another order
        save(RemovePoint(gone.id, was=gone.said()), by=ada),  # written by nobody that is known
    ]
    (told,) = told_to(ada, bulletin)
    snapshot = Snapshot.objects.get(pk=told.moment[1:])

    assert saved == ["done", "conflict", "done", "done", "done", "done"]
    assert told == Told(id=told.id, by="ivo", words="base11\nHers.", moment=f"s{snapshot.pk}")
    assert (snapshot.reason, snapshot.document.sections[0].points[0].body) == ("choice", hers.body)
    assert (told_to(ivo, bulletin), told_to(ada, bulletin, read=[told.id])) == ((), ())
    assert document_of(bulletin).sections[0].points[0].body == turned.body


@pytest.mark.django_db
def test_of_a_text_without_a_last_writer_everybody_who_is_there_is_told():
    bulletin = make_bulletin()
    ada, ivo, eva = (make_user(name, is_superuser=True) for name in ("ada", "ivo", "eva"))
    for user in (ada, ivo):
        note_presence(bulletin, user, "")
    title, lede = "Rain " * 30, to_builtins(sheet_of(bulletin).lede)
    changes = [
        SetField("title", was=bulletin.title, now=title),
        SetField("lede", was=lede, now=[]),
        SetField("language", was="en", now="zh"),
    ]

    apply_changes(bulletin, changes, by=ivo, seen=0, chosen=(0, 1, 2))
    again = [SetField("title", was=title, now="Snow")]
    apply_changes(bulletin, again, by=ivo, seen=1, chosen=(0,))

    assert [(one.by, one.words) for one in told_to(ada, bulletin)] == [
        ("ivo", "Rain gardens and the streets that need them"),
        ("ivo", "Speakers compared what small works can do for old streets."),
        ("ivo", " ".join(["Rain"] * 24) + " …"),
    ]
    assert (told_to(ivo, bulletin), told_to(eva, bulletin)) == ((), ())
    first, *others = told_to(ada, bulletin)
    assert told_to(ada, bulletin, read=[first.id]) == tuple(others)
