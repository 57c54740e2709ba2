"""Series: a forum's lines of bulletins, each with its own numbers, names, style and addresses."""

import hashlib

import pytest
from django.db import DatabaseError, IntegrityError, transaction

from bulletins.document import Labelled, SeriesRef
from bulletins.drafts.importing import Target, import_document
from bulletins.drafts.rows import document_of
from bulletins.manuscript.blocks import Reading
from bulletins.models import Bulletin, Series
from bulletins.publishing.publication import Approval, publish
from forum.models import Edition, Forum
from tests.factories import document, make_bulletin, make_edition, make_forum, make_series

pytestmark = pytest.mark.django_db

SAID = Approval(acceptance="Read.")


def imported(edition, series_title, **fields):
    content = document(language="zh", series_title=series_title, number=None, **fields)
    fingerprint = hashlib.sha256(series_title.encode()).hexdigest()
    return import_document(Reading(content), fingerprint, Target(edition=edition))


@pytest.fixture
def luting():
    return make_edition(make_forum(name="芦汀论坛", slug="luting-luntan", language="zh"))


def test_a_forum_has_a_main_series_under_its_usual_name_in_every_language(luting):
    series = Series.objects.main(luting.forum)

    assert (series.name, series.names, series.slug, series.is_main) == (
        "Bulletin",
        {"zh": "简报"},
        "jianbao",
        True,
    )
    assert Series.objects.main(luting.forum) == series


def test_a_manuscript_goes_to_the_series_that_its_masthead_names(luting):
    first = imported(luting, "2026芦汀论坛简报（一）").bulletin
    reports = imported(luting, "2026芦汀论坛专报（一）")
    again = imported(luting, "2026芦汀论坛专报（二）")

    assert [one.code for one in reports.findings if one.code == "series-created"] == ["series-created"]
    assert [one.code for one in again.findings if one.code == "series-created"] == []
    assert [one.series.slug for one in (first, reports.bulletin, again.bulletin)] == [
        "jianbao",
        "zhuanbao",
        "zhuanbao",
    ]
    assert (reports.bulletin.series.name, reports.bulletin.series.names) == ("Special Report", {"zh": "专报"})


def test_the_longest_name_in_a_masthead_counts(luting):
    make_series(luting.forum, "简报", slug="jianbao")
    early = make_series(luting.forum, "早简报", slug="zao-jianbao")

    assert Series.objects.of_masthead(luting.forum, "2026芦汀论坛早简报（一）") == early


def test_two_series_have_the_same_number_and_addresses_of_their_own(luting, editor, client):
    bulletins = [
        make_bulletin(luting),
        make_bulletin(luting, series=make_series(luting.forum, slug="zhuanbao")),
    ]

    published = [publish(one, by=editor, approval=SAID) for one in bulletins]

    assert [(one.number, one.volume, one.get_absolute_url()) for one in published] == [
        (1, 1, "/luting-luntan/2026/1/"),
        (1, 1, "/luting-luntan/zhuanbao/2026/1/"),
    ]
    addresses = [one.get_absolute_url() for one in published]
    addresses += ["/luting-luntan/zhuanbao/", "/luting-luntan/zhuanbao/2026/1.txt"]
    addresses += [f"/api/v1/bulletins{one.get_absolute_url()}" for one in published]
    assert [client.get(address).status_code for address in addresses] == [200] * 6
    references = [one.get_absolute_url().strip("/") for one in published]
    assert [Bulletin.objects.at(reference) for reference in references] == bulletins


def test_one_number_belongs_to_one_bulletin_of_a_series_and_edition(luting):
    make_bulletin(luting, number=3)

    with pytest.raises(IntegrityError), transaction.atomic():
        make_bulletin(luting, number=3)

    assert make_bulletin(luting, number=3, series=make_series(luting.forum)).number == 3


def test_a_document_keeps_the_name_the_masthead_and_the_style_of_its_series(luting):
    series = make_series(
        luting.forum, "专报", slug="zhuanbao", mastheads={"zh": "芦汀专报"}, style="redhead", paper="letter"
    )
    bulletin = make_bulletin(luting, content=document(language="zh", number=2), series=series)

    found = document_of(bulletin)

    assert found.series == SeriesRef(
        key="zhuanbao", name="专报", masthead="芦汀专报", style="redhead", paper="letter"
    )
    assert found.series_title == "2026芦汀论坛专报（二）"


@pytest.mark.parametrize("model", [Forum, Edition, Series])
def test_an_address_can_be_changed_until_something_is_published_there(luting, editor, model):
    bulletin = make_bulletin(luting)
    change = {"year": 2031} if model is Edition else {"slug": "other"}
    model.objects.update(**change)
    bulletin.refresh_from_db()
    publish(bulletin, by=editor, approval=SAID)

    change = {"year": 2032} if model is Edition else {"slug": "another"}
    with pytest.raises(DatabaseError, match="is kept"), transaction.atomic():
        model.objects.update(**change)


def test_a_chinese_document_has_the_session_s_chinese_title(luting):
    bulletin = make_bulletin(luting, content=document(language="zh"))
    bulletin.sessions.create(edition=luting, title="Sponge Districts", titles={"zh": "海绵街区"})

    assert [one.title for one in document_of(bulletin).sessions] == ["海绵街区"]


def test_a_new_bulletin_goes_to_whom_its_series_goes_and_no_reader_of_the_site_is_told(
    luting, editor, client
):
    series = make_series(luting.forum, distribution="报：市委办公室\n\n送: 各区、各部门\n存档")
    bulletin = make_bulletin(luting, content=document(language="zh", number=2), series=series)
    other = make_bulletin(
        luting,
        content=document(language="zh", number=3, distribution=(Labelled("发", "理事"),)),
        series=series,
    )

    assert document_of(bulletin).distribution == (
        Labelled("报", "市委办公室"),
        Labelled("送", "各区、各部门"),
        Labelled("", "存档"),
    )
    assert document_of(other).distribution == (Labelled("发", "理事"),)
    publication = publish(bulletin, by=editor, approval=SAID)
    assert "市委办公室" not in client.get(publication.get_absolute_url()).text


def test_a_new_bulletin_has_the_usual_marking_and_contact_of_its_series(luting):
    series = make_series(luting.forum, marking="内部资料", contact="021-5555 0100")

    bulletin = Bulletin.objects.create(edition=luting, forum=luting.forum, series=series)
    typed = Bulletin.objects.create(edition=luting, forum=luting.forum, series=series, marking="仅供参阅")

    assert (bulletin.marking, bulletin.contact) == ("内部资料", [{"label": "", "text": "021-5555 0100"}])
    assert typed.marking == "仅供参阅"
    assert document_of(bulletin).marking == "内部资料"
