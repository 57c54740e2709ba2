"""What a row of the index says of itself, and which rows a query gives."""

import datetime
import re

import pytest
from django.db.models import Q
from django.utils import timezone, translation

from bulletins.models import Bulletin, Passage, Publication, Series, Statement
from forum.models import Edition, Forum
from speakers.models import Organisation, Speaker
from tests.factories import (
    document,
    make_edition,
    make_forum,
    make_organisation,
    make_speaker,
    make_version,
)
from tests.stirred import stir

UNION = Organisation(name="River Union", names={"zh": "河流联盟"})
ISSUE = Publication(
    number=3,
    edition=Edition(year=2026, forum=Forum(slug="rain")),
    series=Series(slug="bulletin", is_main=True),
)
LATER = timezone.now() + datetime.timedelta(days=3)
RAIN = Passage(lead="Rain fell.", text="Rain fell. It was cold. It was late.")


@pytest.mark.parametrize(
    ("statement", "english", "chinese"),
    [
        (Statement(), "", ""),
        (Statement(credit="Dean"), "Dean", "Dean"),
        (Statement(behalf=UNION), "on behalf of River Union", "代表河流联盟"),
        (
            Statement(credit="Dean", behalf=UNION, spoken_by="Ada Berg"),
            "Dean, on behalf of River Union, through Ada Berg",
            "Dean，代表河流联盟，由Ada Berg代为发言",
        ),
    ],
)
def test_a_statement_says_in_which_capacity_it_was_made(statement, english, chinese):
    told = []
    for interface, language in (("en", "en"), ("zh-hans", "zh")):
        with translation.override(interface):
            told.append(statement.capacity_in(language))

    assert told == [english, chinese]


def test_a_person_made_it_or_else_an_institution_and_it_is_an_error_if_nobody_did():
    ada = Speaker(family_name="Berg")

    makers = [Statement(speaker=ada, organisation=UNION).maker, Statement(organisation=UNION).maker]

    assert makers == [ada, UNION]
    with pytest.raises(ValueError, match="nobody made this statement"):
        assert Statement().maker


def test_a_statement_stands_at_its_point_or_before_all_points_in_the_issue():
    rows = [Statement(publication=ISSUE, anchor="a1", passage=passage) for passage in (Passage(pk=7), None)]

    assert [row.url for row in rows] == ["/rain/2026/3/#a1", "/rain/2026/3/"]


def test_a_point_stands_at_its_anchor_in_the_issue():
    assert Passage(publication=ISSUE, anchor="a1").url == "/rain/2026/3/#a1"


@pytest.mark.parametrize(
    ("shown", "heading", "beside"),
    [
        (["It was cold."], "Rain fell.", ["It was late."]),
        (["It was late."], "Rain fell.", ["It was cold."]),
        (["Rain fell. It was cold."], "", ["It was late."]),
        ([RAIN.text], "", []),
    ],
)
def test_a_point_has_its_lead_as_a_heading_where_that_is_not_shown_itself(shown, heading, beside):
    assert (RAIN.heading_beside(shown), RAIN.around(shown)) == (heading, beside)


def test_statements_are_counted_for_those_who_made_them_and_for_nobody_else(say, academy):
    say(("rain falls.", "said so."), ("rain stops.", "said so."), organisation=academy.slug)
    said, ivo = Statement.objects.newest_first(), make_speaker("lund-ivo").pk
    ada = said[0].speaker_id
    same = ("publication_id", "passage_id", "public_from", "date", "place", "anchor", "number")
    for maker in ({"organisation": academy}, {"speaker_id": ivo}):
        Statement.objects.create(**maker, **{name: getattr(said.last(), name) for name in same})

    counts = [count(of) for count in (said.counts, said.counts_once) for of in ("speaker", "organisation")]

    assert counts == [{ada: 2, ivo: 1}, {academy.pk: 3}, {ada: 2, ivo: 1}, {academy.pk: 2}]


def enter(version, place, statements, **fields):
    """Enter a point with its statements into the index, each a list of its makers; or, at place 0, what opens it."""
    point = {"publication": version, "public_from": version.public_from, "date": version.date}
    passage = None
    if place:
        of = {"forum": version.forum, "edition": version.edition, "language": "en", "anchor": f"a{place}"}
        passage = Passage.objects.create(place=place, **of, **point, **fields)
    for number, makers in enumerate(statements, 1):
        for maker in makers:
            Statement.objects.create(
                passage=passage, place=place, anchor=f"a{place}", number=number, **point, **maker
            )


@pytest.fixture
def makers(db):
    """Two people of an academy, and an institution that speaks for itself, or for which one of them does."""
    ada, ivo = make_speaker("berg-ada"), make_speaker("lund-ivo", family_name="Lund", given_name="Ivo")
    academy, union = make_organisation("Academy of Rain"), make_organisation("River Union")
    return {
        "ada": {"speaker": ada, "organisation": academy},
        "ivo": {"speaker": ivo, "organisation": academy},
        "union": {"organisation": union},
        "ivo for union": {"speaker": ivo, "behalf": union},
    }


@pytest.fixture
def index(makers):
    """An issue of last year, two of this year, and one under an embargo."""
    forum = make_forum(slug="rain")
    editions = {year: make_edition(forum, year=year) for year in (2025, 2026)}
    versions = [
        make_version(
            Bulletin.objects.create(
                edition=editions[date.year], forum=forum, number=date.day, volume=date.year + date.day
            ),
            document(title=title, date=date),
            **fields,
        )
        for title, date, fields in (
            ("old", datetime.date(2025, 11, 18), {}),
            ("new", datetime.date(2026, 11, 18), {}),
            ("more", datetime.date(2026, 11, 19), {}),
            ("hidden", datetime.date(2026, 11, 20), {"public_from": LATER}),
        )
    ]
    old, new, more, hidden = versions
    ada, ivo, union, ivo_for_union = makers.values()
    enter(old, 1, [[ada]], topics=[1], sessions=[5])
    enter(new, 0, [[ivo]])
    enter(new, 2, [[ivo_for_union], [ivo, ada]])
    enter(new, 1, [[ada, ivo], [union]], topics=[1, 2], sessions=[5, 6])
    enter(more, 1, [[union, ada]], topics=[1])
    enter(hidden, 1, [[ada]], topics=[2], sessions=[7])
    return dict(zip(("old", "new", "more", "hidden"), versions, strict=True))


def points(passages):
    return [f"{one.publication.title} {one.place}" for one in passages]


def rows(statements):
    """Tell statements by issue, place, number and maker."""
    return [
        f"{one.publication.title} {one.place}.{one.number} {one.maker.slug.partition('-')[0]}"
        for one in statements
    ]


def test_a_query_gives_these_points(index, makers):
    found, ordered = Passage.objects, Passage.objects.order_by("date", "place")
    academy, union = makers["ada"]["organisation"].pk, makers["union"]["organisation"].pk
    told = {
        "public": ordered.public(),
        "on one topic": ordered.on([2]),
        "on either topic": ordered.on(iter((1, 2))),
        "on none": ordered.on([]),
        "made for the academy": ordered.made_for(academy),
        "made for the union": ordered.made_for(union),
        "newest first": found.newest_first(),
    }

    everything = ["old 1", "new 1", "new 2", "more 1", "hidden 1"]
    assert {what: points(some) for what, some in told.items()} == {
        "public": everything[:-1],
        "on one topic": ["new 1", "hidden 1"],
        "on either topic": ["old 1", "new 1", "more 1", "hidden 1"],
        "on none": [],
        "made for the academy": everything,
        "made for the union": ["new 1", "more 1"],
        "newest first": ["hidden 1", "more 1", "new 1", "new 2", "old 1"],
    }


def test_points_tell_their_sessions_and_topics(index):
    passages, public = Passage.objects.all(), Passage.objects.public()
    at = index["old"].public_from

    assert (passages.session_ids(), public.session_ids()) == ({5, 6, 7}, {5, 6})
    assert (passages.last_public("sessions"), public.last_public("topics")) == (
        {5: at, 6: at, 7: LATER},
        {1: at, 2: at},
    )
    assert sorted(public.counts_by_topics(), key=str) == [(frozenset({1, 2}), 1), (frozenset({1}), 2)]


def test_a_line_of_a_list_has_its_bulletin_and_who_made_it_without_its_long_texts(
    index, django_assert_num_queries
):
    with django_assert_num_queries(3):  # points, their statements, and these by themselves
        lines = [
            [one.url, str(one), *(row.maker.slug for row in one.statements.all())]
            for one in Passage.objects.newest_first().with_bulletin().with_statements()[1:2]
        ]
        lines += [
            [one.url, str(one), one.passage.place, one.maker.slug]
            for one in Statement.objects.newest_first().with_bulletin().with_makers()[1:3]
        ]
    left = [
        model.objects.with_bulletin()[0].publication.get_deferred_fields() for model in (Passage, Statement)
    ]

    point = "/rain/2026/19/#a1"
    assert lines == [
        [point, "Bulletin · 1 #a1", "river-union", "berg-ada"],
        [point, "Bulletin · 1 #a1", 1, "river-union"],
        [point, "Bulletin · 1 #a1", 1, "berg-ada"],
    ]
    assert left == [{"frozen", "renderings", "accepted"}] * 2


def test_all_points_go_at_once_when_nothing_hangs_on_them(index):
    Statement.objects.all().delete()

    Passage.objects.remove_all()

    assert Passage.objects.count() == 0


OLD, OPENING, HIDDEN = "old 1.1 berg", "new 0.1 lund", "hidden 1.1 berg"
FIRST = ["new 1.1 berg", "new 1.1 lund", "new 1.2 river"]
SECOND = ["new 2.1 lund", "new 2.2 lund", "new 2.2 berg"]
MORE = ["more 1.1 river", "more 1.1 berg"]


def test_a_query_gives_these_statements(index, makers):
    found, ordered = Statement.objects, Statement.objects.order_by("date", "place", "number", "pk")
    ada, ivo, union = makers["ada"]["speaker"], makers["ivo"]["speaker"], makers["union"]["organisation"]
    together = [
        ordered.get(publication=index[title], anchor="a1", number=1, speaker=ada) for title in ("new", "more")
    ]
    told = {
        "public": ordered.public(),
        "newest first": found.newest_first(),
        "one row each, newest first": found.one_each(),
        "oldest first": found.oldest_first(),
        "one row each, oldest first": found.one_each_by_time(),
        "of last year": ordered.of_years(iter([2025])),
        "of this year": ordered.of_years([2026]),
        "of no year": ordered.of_years([]),
        "of the same": ordered.of_same(iter(together)),
        "of the same as none": ordered.of_same([]),
        "of both people": ordered.of_all([Q(speaker=ada), Q(speaker=ivo)]),
        "of one of them and the union": ordered.of_all([Q(speaker=ada), Q(organisation=union)]),
        "of one": ordered.of_all([Q(speaker=ivo)]),
        "met by both people": ordered.met_together([Q(speaker=ada), Q(speaker=ivo)]),
        "met by one of them and the union": ordered.met_together(
            iter([Q(speaker=ada), Q(organisation=union)])
        ),
        "met by none": ordered.met_together([]),
    }

    first_of = ["new 1.1 berg", "new 1.2 river", "new 2.1 lund", "new 2.2 lund"]
    together = [*FIRST[:2], *SECOND[1:]]
    everything = [OLD, OPENING, *FIRST, *SECOND, *MORE, HIDDEN]
    assert {what: rows(some) for what, some in told.items()} == {
        "public": everything[:-1],
        "newest first": [HIDDEN, *MORE, OPENING, *FIRST, *SECOND, OLD],
        "one row each, newest first": [HIDDEN, MORE[0], OPENING, *first_of, OLD],
        "oldest first": everything,
        "one row each, oldest first": [OLD, OPENING, *first_of, MORE[0], HIDDEN],
        "of last year": [OLD],
        "of this year": everything[1:],
        "of no year": [],
        "of the same": [*FIRST[:2], *MORE],
        "of the same as none": [],
        "of both people": together,
        "of one of them and the union": MORE,
        "of one": [*FIRST[:2], *SECOND],
        "met by both people": together,
        "met by one of them and the union": MORE,
        "met by none": everything,
    }


def test_statements_of_some_years_are_looked_up_by_the_dates_of_their_bulletins(index):
    asked = str(Statement.objects.of_years([2026]).query)

    assert re.findall(r"BETWEEN ([\d-]+) AND ([\d-]+)", asked) == [("2026-11-18", "2026-11-20")]


def test_those_who_made_one_statement_have_a_number_each_people_before_institutions(index, makers):
    together = Statement.objects.filter(publication=index["more"]).numbered().order_by("maker_number")

    assert rows(together) == [MORE[1], MORE[0]]
    assert together[0].maker_number == makers["ada"]["speaker"].pk


def test_what_several_said_together_counts_once(index, makers):
    """An institution that speaks for itself has no speaker, and who speaks for one is of none here."""
    said = Statement.objects.public()
    ada, ivo = (makers[name]["speaker"].pk for name in ("ada", "ivo"))
    academy, union = (makers[name]["organisation"].pk for name in ("ada", "union"))
    counts = [said.counts(of) for of in ("speaker", "organisation")]
    counts += [said.counts_once(of) for of in ("speaker", "organisation")]

    assert counts == [
        {ada: 4, ivo: 4},
        {academy: 7, union: 2},
        {ada: 4, ivo: 4},
        {academy: 5, union: 2},
    ]
    assert (said.count(), said.count_once(), said.none().count_once()) == (10, 7, 0)


@pytest.mark.django_db
def test_statements_come_by_their_bulletins_and_as_those_print_them(say):
    """Within a bulletin the order is the same whether the newest or the oldest comes first."""
    first, second, older = (say(("rain fell.", "said so."), year=year) for year in (2026, 2026, 2025))
    Statement.objects.all().delete()
    ada, ivo = Speaker.objects.get(slug="berg-ada"), make_speaker("lund-ivo")
    printed = [
        (0, "lede", 1, ivo),
        (0, "lede", 2, ivo),
        (0, "note", 1, ivo),
        (2, "I-2", 1, ivo),
        (2, "I-2", 1, ada),
        (2, "I-2", 2, ada),
        (10, "I-10", 1, ada),
    ]
    for publication in (second, older, first):
        # What two made together is written in the order of the text, all else in any order.
        for place, anchor, number, speaker in (*printed[5:], *printed[3:5], *printed[2::-1]):
            Statement.objects.create(
                publication=publication,
                public_from=publication.public_from,
                date=publication.date,
                place=place,
                anchor=anchor,
                number=number,
                speaker=speaker,
            )
    stir(Statement)

    def told(rows):
        return [(row.publication, (row.place, row.anchor, row.number, row.speaker)) for row in rows]

    for found, issues in (
        (Statement.objects.newest_first(), (second, first, older)),
        (Statement.objects.oldest_first(), (older, first, second)),
    ):
        assert told(found) == [(issue, row) for issue in issues for row in printed]
    one_each = [row for row in printed if row != printed[4]]
    for found, issues in (
        (Statement.objects.one_each(), (second, first, older)),
        (Statement.objects.one_each_by_time(), (older, first, second)),
    ):
        assert told(found) == [(issue, row) for issue in issues for row in one_each]
