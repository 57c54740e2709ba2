"""Every row of the index, as a small site has it: index_whole.txt beside this."""

import datetime
import json
from pathlib import Path

import msgspec
import pytest
from django.db import connection

from bulletins.document import Mention, Point, RosterEntry, Section, SessionRef, Text
from bulletins.document_json import to_json
from bulletins.merging_speakers import merge
from bulletins.models import Passage, Publication, Topic
from bulletins.publishing.index import index, index_facets, reindex, reindex_at_once
from bulletins.publishing.index_digests import digests
from bulletins.publishing.publication import Approval, publish
from bulletins.publishing.withdrawal import withdraw
from speakers.models import Organisation, Speaker
from tests.factories import (
    document,
    make_bulletin,
    make_edition,
    make_forum,
    make_organisation,
    make_session,
    make_speaker,
)
from tests.kept_rows import triggers_disabled
from tests.kept_text import as_kept

pytestmark = [pytest.mark.django_db, pytest.mark.slow]
KEPT = Path(__file__).with_name("index_whole.txt")
SAID = Approval(acceptance="Read.", correction_note="A figure was wrong.")
TABLES = {
    "passage": "publication_id, place",
    "statement": "publication_id, place, anchor, number, id",
    "searchentry": "publication_id, passage_id",
    "issueentry": "publication_id",
    "tally": "edition_id, language, embargo, kind, who, organisation_id",
    "speakername": "speaker_id, name",
    "vocabularyword": "word",
}
# When it is public: the moment of the test itself, where there is no embargo.
ROW = """
SELECT to_jsonb(t) - '{{id,passage_id,public_from}}'::text[] || CASE WHEN {public_from} > '2090-01-01'
  THEN '{{"public_from": "2099"}}'::jsonb ELSE '{{}}'::jsonb END
FROM bulletins_{table} t ORDER BY {order}
"""


def rows():
    """Give a line for every row of the index; ids of passages aside."""
    with connection.cursor() as cursor:
        for table, order in TABLES.items():
            dated = table not in {"tally", "speakername", "vocabularyword"}
            sql = ROW.format(table=table, order=order, public_from="public_from" if dated else "NULL::date")
            cursor.execute(sql)
            yield from (
                f"{table} {json.dumps(json.loads(row), ensure_ascii=False, sort_keys=True)}"
                for (row,) in cursor.fetchall()
            )


def point(number, *body, lead="Gardens hold the rain.", topics=()):
    return Point(id=f"a00000000{number}", lead=(Text(lead),), body=(body,), topics=topics)


ROSTER = (
    RosterEntry(
        speaker="berg-ada",
        name="Ada Berg",
        credit="Head of Drains",
        organisation="city-of-ulm",
        sessions=("90001", "plan"),
    ),
    RosterEntry(speaker="berg-a", name="A. Berg", credit="Keeper of Wells", organisation="unknown-house"),
    RosterEntry(
        speaker="lund-ivo",
        name="Ivo Lund",
        credit="Dean",
        organisation="academy-of-rain",
        sessions=("90002", "90001"),
    ),
    RosterEntry(speaker="listener", name="Eda Moor", credit="Guest"),
    RosterEntry(speaker="body:river-union", name="RIVER UNION", kind="body", organisation="river-union"),
    RosterEntry(speaker="body:hill-union", name="HILL UNION", kind="body", organisation="not-there"),
    RosterEntry(speaker="group:the-guests", name="the guests", kind="group"),
)
ENGLISH = {
    "roster": ROSTER,
    "sessions": (
        SessionRef(key="90001", title="Morning"),
        SessionRef(key="90002", title="Noon"),
        SessionRef(key="plan", title="Night"),
        SessionRef(key="99", title="Gone"),
    ),
    "lede": ((Mention("lund-ivo"), Text(" opened the day. The day was long.")),),
    "editors_note": (
        (Text("Read at 9:30. "), Mention("body:river-union"), Text(" said that it had dug 12 wells.")),
    ),
    "sections": (
        Section(
            id="5ec0000001",
            numeral="I",
            title="Head of Drains’ gardens",
            points=(
                point(
                    1,
                    Mention("berg-ada"),
                    Text(" and "),
                    Mention("lund-ivo", behalf="body:river-union"),
                    Text(" said that wells need care. The Head of Drains said so twice. "),
                    Mention("berg-a"),
                    Text(" said that ponds do too."),
                    topics=("ponds", "not-a-topic", "care"),
                ),
                point(2, Text("Nobody is told of here, in plan B."), lead="", topics=("water",)),
            ),
        ),
        Section(
            id="5ec0000002",
            numeral="II",
            title="Ponds",
            points=(
                point(
                    3,
                    Mention("body:river-union"),
                    Text(" said that it would dig. "),
                    Mention("body:hill-union"),
                    Text(" said that it would not. "),
                    Mention("group:the-guests"),
                    Text(" agreed. "),
                    Mention("lund-ivo", behalf="group:the-guests"),
                    Text(" thanked them."),
                ),
            ),
        ),
    ),
}
CHINESE = {
    "language": "zh",
    "title": "雨水花园",
    "roster": (
        RosterEntry(
            speaker="lin-qiaoyun", name="林巧云", credit="灯塔院院长", organisation="academy-of-rain"
        ),
    ),
    "lede": ((Text("会议谈雨水。"),),),
    "editors_note": (),
    "sections": (
        Section(
            id="5ec0000001",
            numeral="一",
            title="花园",
            points=(
                point(
                    1,
                    Mention("lin-qiaoyun"),
                    Text("指出，花园能留住雨水。"),
                    lead="花园先行。",
                    topics=("ponds",),
                ),
            ),
        ),
    ),
    "summarized_by": (),
}


def publish_as_read_elsewhere(edition, editor):
    """Publish an issue and its correction; of what its keys name some has no row here."""
    corrected = make_bulletin(edition, document(**ENGLISH))
    publish(corrected, by=editor, approval=SAID)
    corrected.refresh_from_db()
    corrected.title = "Rain gardens, corrected"
    corrected.save()
    publication = publish(corrected, by=editor, approval=SAID)
    with triggers_disabled():
        as_read = msgspec.structs.replace(publication.document, **ENGLISH)
        Publication.objects.filter(pk=publication.pk).update(frozen=to_json(as_read).decode())
    index(Publication.objects.get(pk=publication.pk))
    Topic.objects.filter(slug="not-a-topic").delete()


@pytest.fixture
def site(counted_from_one_number, editor):
    """Issues that were corrected, are under an embargo, are withdrawn; people who were merged; topics within topics."""
    forum = make_forum(slug="rain", name="Rain Forum")
    edition = make_edition(forum)
    make_session(edition, title="Morning")
    make_session(edition, title="Noon")
    make_organisation("Academy of Rain", country="NO")
    make_organisation("City of Ulm", country="DE")
    make_organisation("River Union")
    water = Topic.objects.create(slug="water", name="Water")
    ponds = Topic.objects.create(slug="ponds", name="Ponds", parent=water)
    Topic.objects.create(slug="care", name="Care")
    make_speaker("lin-qiaoyun", family_name="Lin", given_name="Qiaoyun", own_name="林巧雲")
    publish_as_read_elsewhere(edition, editor)
    publish(make_bulletin(edition, document(**CHINESE)), by=editor, approval=SAID)
    later = Approval(acceptance="Read.", public_from=datetime.datetime(2099, 1, 1, tzinfo=datetime.UTC))
    publish(make_bulletin(make_edition(forum, year=2025), document(**ENGLISH)), by=editor, approval=later)
    gone = make_bulletin(edition, document(title="Withdrawn words"))
    publish(gone, by=editor, approval=SAID)
    withdraw(gone, by=editor, note="Wrong.")
    merge(Speaker.objects.get(slug="berg-ada"), Speaker.objects.get(slug="berg-a"), by=editor)
    return ponds


@pytest.mark.usefixtures("site")
def test_the_index_has_these_rows_and_the_same_made_anew_in_both_ways():
    told, before = "\n".join(rows()) + "\n", digests()
    counts = []
    for make_anew in (reindex, reindex_at_once):
        counts.append(make_anew())
        assert digests() == before
        assert "\n".join(rows()) + "\n" == told

    assert counts == [17, 17]
    assert told == as_kept(KEPT, told)


def test_a_topic_that_moves_and_a_country_that_is_told_change_facets_and_tallies_alone(site):
    before = list(rows())
    Topic.objects.filter(pk=site.pk).update(parent=Topic.objects.get(slug="care"))
    Organisation.objects.filter(slug="river-union").update(country="FR")

    index_facets(Passage.objects.all())

    after = list(rows())
    told = "".join(f"+ {row}\n" for row in after if row not in before)
    told += "".join(f"- {row}\n" for row in before if row not in after)
    assert told == as_kept(KEPT.with_name("index_moved.txt"), told)
    kept = digests()
    reindex()
    assert digests() == kept
