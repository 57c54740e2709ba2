"""An issue finds its forum, also in another language; what is doubtful is asked."""

import datetime

import pytest

from bulletins.drafts.importing import Target, import_document
from forum.models import Forum
from forum.refusal import Refusal
from tests.factories import document, make_edition, make_forum

pytestmark = pytest.mark.django_db
ISSUE = {"number": 6, "volume": 141, "date": datetime.date(2031, 6, 16)}
ENGLISH = {"series_title": "2031 Wugang Forum Bulletin VI", "publisher": "Wugang Forum Secretariat", **ISSUE}
CHINESE = {"language": "zh", "series_title": "2031雾港论坛简报（六）", "publisher": "雾港论坛秘书处", **ISSUE}


def bring_in(fingerprint, target=None, **fields):
    imported = import_document(document(**fields), fingerprint * 64, target or Target())
    return imported.bulletin.edition, {one.code for one in imported.findings}


def test_the_chinese_twin_of_an_issue_finds_its_forum_and_the_forum_keeps_its_chinese_name():
    english, _ = bring_in("1", **ENGLISH)

    chinese, told = bring_in("2", **CHINESE)
    later, silent = bring_in("3", **(CHINESE | {"number": 7, "volume": 142}))

    assert (chinese, later) == (english, english)
    assert told >= {"forum-assumed", "forum-named"}
    assert not silent & {"forum-assumed", "forum-created", "forum-named"}
    assert (Forum.objects.get().names, Forum.objects.get().publisher_names) == (
        {"zh": "雾港论坛"},
        {"zh": "雾港论坛秘书处"},
    )


@pytest.mark.parametrize(
    "fields",
    [
        CHINESE | {"number": 7},
        CHINESE | {"series_title": "2031雨水论坛简报（六）", "publisher": "雨水论坛秘书处"},
    ],
    ids=["sounds alike, another number", "the same number, another sound"],
)
def test_what_only_one_thing_says_is_asked(fields):
    bring_in("1", **ENGLISH)

    with pytest.raises(Refusal, match="may be Wugang Forum"):
        bring_in("2", **fields)

    assert Forum.objects.count() == 1


def test_once_the_edition_was_chosen_the_next_issue_finds_its_forum():
    edition = make_edition(make_forum(name="Wugang Forum"), year=2031, starts_on=None, ends_on=None)

    bring_in("1", Target(edition=edition), **CHINESE)

    assert bring_in("2", **(CHINESE | {"number": 7, "volume": 142}))[0] == edition


def test_a_forum_that_is_like_no_other_is_made():
    bring_in("1", **ENGLISH)

    edition, told = bring_in(
        "2",
        **(CHINESE | {"series_title": "2031雨水论坛简报（七）", "number": 7, "publisher": "雨水论坛秘书处"}),
    )

    assert (edition.forum.name, "forum-created" in told) == ("雨水论坛", True)
