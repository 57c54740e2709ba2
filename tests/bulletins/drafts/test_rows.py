"""Rows and Documents are two faces of one thing."""

import msgspec
import pytest

from bulletins.document import Mention, Point, RosterEntry, Section, Text
from bulletins.drafts.contributions import writers
from bulletins.drafts.rows import document_of, write_document
from bulletins.language import renumbered
from bulletins.models import Bulletin, DraftPoint, Series
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


def as_in(edition, content):
    """The Document as this edition prints it: its forum's facts, its sessions."""
    forum = edition.forum
    return msgspec.structs.replace(
        content,
        forum=forum.name,
        edition=edition.year,
        publisher=forum.publisher,
        series=Series.objects.main(forum).ref(content.language, forum),
        series_title=content.series_title or f"{edition.year} {forum.name} Bulletin VI",
    )


RICH = document(
    number=6,
    volume=141,
    roster=(
        RosterEntry(
            speaker="berg-ada", name="Ada Berg", credit="Head of Drains, City of Ulm-on-Sea", role="speech"
        ),
        RosterEntry(
            speaker="li-xiaoming",
            name="LI Xiaoming",
            credit="Dean, Academy of Rain",
            role="thematic report",
            organisation="academy-of-rain",
        ),
    ),
    lede=(
        (Text("One "), Text("bold", strong=True), Text(" word and "), Text("another", emphasis=True)),
        (Text("Two."),),
    ),
    sections=(
        Section(
            id="5ec0000001",
            numeral="I",
            title="#let $x$ @a <b> \\ {{ }}",
            points=(
                Point(
                    id="a000000001",
                    ordinal="Firstly",
                    lead=(Text("as "), Mention("berg-ada"), Text(" said.")),
                    body=((Text("So."),),),
                ),
                Point(
                    id="a000000002",
                    lead=(),
                    body=((Mention("li-xiaoming", "LI", strong=True), Text(" agreed.")), (Text("All did."),)),
                ),
                Point(
                    id="a000000003",
                    ordinal="Secondly",
                    lead=(Text("more."),),
                    body=(),
                    topics=("drainage", "street-trees"),
                ),
            ),
        ),
        Section(id="5ec0000002", title="Without a numeral", points=()),
        Section(id="5ec0000003", numeral="II", title="", points=()),
    ),
    summarized_by=("Ivo Lund", "Eva, the younger"),
)


@pytest.mark.django_db
def test_a_document_comes_back_from_rows_as_it_went_in():
    make_organisation("Academy of Rain")
    edition = make_edition()
    bulletin = make_bulletin(edition, RICH)

    assert document_of(bulletin) == renumbered(as_in(edition, RICH))


@pytest.mark.django_db
def test_writing_a_document_again_changes_nothing():
    edition = make_edition()
    bulletin = make_bulletin(edition, RICH)
    first = document_of(bulletin)

    write_document(bulletin, first, {line.speaker.slug: line.speaker for line in bulletin.roster.all()})

    assert document_of(bulletin) == first


@pytest.mark.django_db
def test_who_writes_a_document_changed_those_points_that_have_other_words_now():
    ivo, eva = make_user("ivo"), make_user("eva")
    bulletin = make_bulletin(make_edition(), RICH)
    people = {line.speaker.slug: line.speaker for line in bulletin.roster.all()}
    first = document_of(bulletin)
    write_document(bulletin, first, people, by=ivo)
    moments = dict(DraftPoint.objects.values_list("key", "changed_at"))
    section, *others = first.sections
    new = msgspec.structs.replace(section.points[1], lead=(Text("New."),))
    changed = msgspec.structs.replace(section, points=(section.points[0], new, section.points[2]))

    write_document(bulletin, msgspec.structs.replace(first, sections=(changed, *others)), people, by=eva)

    rows = DraftPoint.objects.order_by("section__order", "order").select_related("changed_by")
    assert [(one.changed_by, one.changed_at == moments[one.key]) for one in rows] == [
        (None, True),
        (eva, False),
        (None, True),
    ]
    assert set(writers(bulletin)) == {ivo.pk, eva.pk}


@pytest.mark.django_db
def test_a_series_title_is_computed_unless_it_differs():
    edition = make_edition(make_forum(name="Rain Forum"))
    computed = make_bulletin(
        edition, msgspec.structs.replace(RICH, series_title="2026 Rain Forum Bulletin VI")
    )
    other = msgspec.structs.replace(RICH, number=7, volume=142, series_title="A Special Bulletin")
    own = make_bulletin(edition, other)

    assert [bulletin.series_title for bulletin in (computed, own)] == ["", "A Special Bulletin"]


@pytest.mark.django_db
@pytest.mark.parametrize("points", [1, 60])
def test_a_document_is_read_with_a_constant_number_of_queries(points, django_assert_num_queries):
    sections = tuple(
        msgspec.structs.replace(document().sections[0], points=document().sections[0].points * points)
        for _ in range(3)
    )
    bulletin = make_bulletin(content=document(sections=sections))
    bulletin.sessions.add(make_session(bulletin.edition))

    with django_assert_num_queries(8):
        document_of(bulletin)


@pytest.mark.django_db
def test_a_chinese_bulletin_prints_the_forum_and_people_in_chinese():
    forum = make_forum(
        name="Rain Forum", names={"zh": "雨水论坛"}, publisher="Office", publisher_names={"zh": "论坛办公室"}
    )
    edition = make_edition(forum)
    speaker = make_speaker("li-xiaoming", family_name="Li", given_name="Xiaoming", own_name="李小明")
    content = document(
        language="zh",
        number=6,
        section_style="chinese",
        point_style="yishi",
        roster=(RosterEntry(speaker="li-xiaoming", name="李小明", credit="雨水学院院长"),),
        sections=(
            Section(
                id="5ec0000001",
                numeral="一",
                title="小处着手",
                points=(Point(id="a000000001", ordinal="一是", lead=(Text("先小后大。"),)),),
            ),
        ),
    )
    bulletin = Bulletin(edition=edition, forum=forum, language="zh")
    write_document(bulletin, content, {"li-xiaoming": speaker})

    found = document_of(bulletin)

    assert (found.forum, found.publisher, found.series_title) == (
        "雨水论坛",
        "论坛办公室",
        "2026雨水论坛简报（六）",
    )
    assert (bulletin.roster.get().name, found.roster, found.sections) == (
        "",
        content.roster,
        content.sections,
    )
