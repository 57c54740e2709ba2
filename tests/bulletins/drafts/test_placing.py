"""An issue finds its forum, also in another language; what is doubtful is asked."""

import datetime

import pytest
from django.contrib.auth.models import Permission, User

from bulletins.document import Document
from bulletins.drafts.importing import Target, import_document
from bulletins.drafts.placing import _in_another_language, edition_of, learn_name
from bulletins.manuscript.blocks import Reading
from forum.models import Edition, Forum
from forum.refusal import Refusal
from tests.factories import document, make_bulletin, make_edition, make_forum, make_user

pytestmark = pytest.mark.django_db
ISSUE = {"number": 6, "volume": 141, "date": datetime.date(2031, 6, 16)}
ENGLISH = {"series_title": "2031 Wugang Forum Bulletin VI", "publisher": "Wugang Forum Secretariat", **ISSUE}
CHINESE = {"language": "zh", "series_title": "2031雾港论坛简报（六）", "publisher": "雾港论坛秘书处", **ISSUE}


def bring_in(fingerprint, target=None, **fields):
    imported = import_document(Reading(document(**fields)), fingerprint * 64, target or Target())
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


@pytest.mark.parametrize(("heard", "name", "is_asked"), [("Wujia", "乌加", True), ("Wuji", "乌吉", False)])
def test_a_word_of_five_letters_tells_by_its_sound_a_shorter_one_may_be_in_any_name(heard, name, is_asked):
    bring_in("1", **(ENGLISH | {"series_title": f"2031 {heard} Forum Bulletin VI", "publisher": heard}))
    other = CHINESE | {
        "series_title": f"2031{name}论坛简报（七）",
        "publisher": name,
        "number": 7,
        "volume": 9,
    }

    if is_asked:
        with pytest.raises(Refusal, match=f"may be {heard} Forum"):
            bring_in("2", **other)
    else:
        assert bring_in("2", **other)[0].forum.name == f"{name}论坛"


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


def test_an_issue_without_a_date_is_of_the_year_in_its_series_title():
    edition, _ = bring_in("1", **(ENGLISH | {"date": None}))

    assert edition.year == 2031


def test_an_issue_of_no_known_year_is_asked_for_its_edition():
    with pytest.raises(Refusal, match="neither a date nor a year"):
        bring_in("1", **(ENGLISH | {"date": None, "series_title": "Wugang Forum Bulletin VI"}))


def test_in_an_archive_nobody_adds_a_forum_or_an_edition_without_the_right(editor):
    clerk = make_user("clerk")
    clerk.user_permissions.set(Permission.objects.filter(codename__in=["add_bulletin", "add_speaker"]))

    with pytest.raises(Refusal, match=r"^The forum “Wugang Forum” is not known, and you may not add one"):
        bring_in("1", Target(by=clerk), **ENGLISH)
    make_forum(name="Wugang Forum")
    with pytest.raises(Refusal, match=r"^Wugang Forum has no edition 2031, and you may not add one"):
        bring_in("1", Target(by=clerk), **ENGLISH)

    assert list(Edition.objects.all()) == []


@pytest.mark.parametrize(("volume", "asked"), [(11, False), (12, True)])
def test_a_low_volume_tells_nothing_for_every_forum_had_it(volume, asked):
    bring_in("1", **(ENGLISH | {"volume": volume}))
    other = CHINESE | {
        "series_title": "2031雨水论坛简报（六）",
        "publisher": "雨水论坛秘书处",
        "volume": volume,
    }

    if asked:
        with pytest.raises(Refusal, match="may be Wugang Forum"):
            bring_in("2", **other)
    else:
        assert bring_in("2", **other)[0].forum.name == "雨水论坛"


def test_an_issue_of_the_same_number_in_the_same_language_is_no_twin():
    edition = make_edition(make_forum(name="雾港论坛"), year=2031, starts_on=None, ends_on=None)
    make_bulletin(edition, number=6, volume=141, language="en")

    ridge = ENGLISH | {"series_title": "2031 Ridge Forum Bulletin VI", "publisher": "Ridge Forum Secretariat"}
    assert bring_in("1", **ridge)[0].forum.name == "Ridge Forum"


@pytest.mark.parametrize("lacking", ["number", "volume", "date"])
def test_an_issue_that_tells_no_number_volume_or_year_has_no_twin(lacking):
    """That its name sounds like another's is one thing, and asked."""
    edition = make_edition(make_forum(name="Wugang Forum"), year=2031, starts_on=None, ends_on=None)
    make_bulletin(edition, content=document(**{**ISSUE, lacking: None}))

    with pytest.raises(Refusal, match="may be Wugang Forum"):
        _in_another_language(
            "雾港论坛", Document(language="zh", **{**ISSUE, lacking: None}), [edition.forum], []
        )


def test_a_forum_that_is_made_has_an_address_of_its_own_and_says_what_the_issue_says():
    make_forum(name="Another", slug="wugang-forum")

    edition, told = bring_in("1", **(ENGLISH | {"issn": "1234-5679"}))

    forum = edition.forum
    assert (forum.slug, forum.publisher, forum.issn, forum.language) == (
        "wugang-forum-2",
        "Wugang Forum Secretariat",
        "1234-5679",
        "en",
    )
    assert (edition.year, told >= {"forum-created", "edition-created"}) == (2031, True)


def test_a_forum_that_has_a_publisher_in_a_language_keeps_it():
    forum = make_forum(name="Wugang Forum", publisher_names={"zh": "组委会"})
    make_bulletin(make_edition(forum, year=2031, starts_on=None, ends_on=None), number=6, volume=141)

    bring_in("2", **CHINESE)

    forum.refresh_from_db()
    assert (forum.names, forum.publisher_names) == ({"zh": "雾港论坛"}, {"zh": "组委会"})


@pytest.mark.parametrize(
    ("fields", "year"),
    [
        ({"edition": 2030, "date": datetime.date(2031, 1, 2)}, 2030),
        ({"edition": None, "date": datetime.date(2031, 1, 2), "series_title": "1999 Bulletin"}, 2031),
        ({"edition": None, "date": None, "series_title": "2029 Wugang Forum Bulletin III of 2030"}, 2029),
        ({"edition": None, "date": None, "series_title": "12029 and 1888, 1987年"}, 1987),
    ],
)
def test_an_issue_is_of_the_year_that_it_says_or_of_its_day_or_of_its_title(fields, year):
    make_forum(name="Wugang Forum")

    assert edition_of(Document(forum="Wugang Forum", **fields), None, []).year == year


KEPT = ({"zh": "雾港论坛"}, {"zh": "组委会"}, ["forum-named"])
NOTHING = ({}, {}, [])


@pytest.mark.parametrize(
    ("fields", "kept"),
    [
        ({}, KEPT),
        ({"publisher": None}, ({"zh": "雾港论坛"}, {}, ["forum-named"])),
        ({"forum": None}, NOTHING),
        ({"forum": "Fog Port Forum"}, NOTHING),
        ({"language": "en"}, NOTHING),
        ({"forum": "港" * 201}, ({"zh": "港" * 200}, {"zh": "组委会"}, ["forum-named"])),
    ],
)
def test_a_forum_keeps_its_name_in_a_language_in_which_it_had_none(fields, kept):
    forum, findings = make_forum(name="Wugang Forum"), []

    learn_name(
        forum,
        Document(**{"forum": "雾港论坛", "publisher": "组委会", "language": "zh"} | fields),
        None,
        findings,
    )

    forum.refresh_from_db()
    assert (forum.names, forum.publisher_names, [one.code for one in findings]) == kept


def test_who_may_not_change_a_forum_gives_it_no_name():
    forum, clerk = make_forum(name="Wugang Forum"), make_user("clerk")
    issue = Document(forum="雾港论坛", language="zh")
    learn_name(forum, issue, clerk, [])
    before = dict(forum.names)
    clerk.user_permissions.set(Permission.objects.filter(codename="change_forum"))
    learn_name(forum, issue, User.objects.get(pk=clerk.pk), [])

    assert (before, forum.names) == ({}, {"zh": "雾港论坛"})


def test_a_forum_that_has_a_name_in_the_language_or_was_merged_is_taken_for_no_other():
    kept = make_forum(slug="wells", name="Forum of Wells")
    make_forum(slug="wugang", name="Wugang Forum", names={"zh": "雾港人论坛"})
    make_forum(slug="wugang-2", name="Wugang Forum of Old", merged_into=kept)

    edition, told = bring_in("1", **CHINESE)

    assert (edition.forum.name, "forum-created" in told) == ("雾港论坛", True)
