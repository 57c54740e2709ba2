"""What is found, by what words, and what is offered where nothing is."""

import datetime

import pytest
from django.http import QueryDict
from django.utils import timezone

from bulletins.document import Point, Section, Text
from bulletins.filters.search import SearchForm
from bulletins.models import Facet, Passage, Publication, SearchEntry, Statement, Topic
from bulletins.models import search as search_models
from bulletins.models.search import as_number
from bulletins.publishing.index import index
from bulletins.publishing.publication import publish
from bulletins.search import (
    Criteria,
    Order,
    Search,
    corrected,
    indexing,
    results,
    single_words,
    without_filters,
)
from tests.bulletins.conftest import SAID
from tests.factories import document, make_bulletin, make_edition, make_session, make_speaker
from tests.stirred import stir

pytestmark = pytest.mark.django_db


def test_words_are_found_in_any_form_and_order(say, leads):
    say(("gardens drink the rain.", "said that planting pays."), ("pumps are loud.", "said so."))

    assert leads("RAINED garden") == ["gardens drink the rain."]
    assert leads("plants") == ["gardens drink the rain."]


def test_a_phrase_is_found_only_in_a_row(say, leads):
    say(("rain gardens pay.", "said so."), ("gardens need rain.", "said so."))

    assert leads('"rain gardens"') == ["rain gardens pay."]
    assert sorted(leads("rain gardens")) == ["gardens need rain.", "rain gardens pay."]


def test_a_point_that_credits_nobody_is_found_too(say, leads, forum, editor):
    point = Point(ordinal="Firstly", lead=(Text("rain fell."),), body=((Text("It was a wet year."),),))
    content = document(roster=(), sections=(Section(title="Weather", points=(point,)),))
    publish(make_bulletin(make_edition(forum), content), by=editor, approval=SAID)

    assert (leads("wet"), Statement.objects.count()) == (["rain fell."], 0)


def test_an_excluded_word_keeps_points_away(say, leads):
    say(("rain gardens pay.", "said so."), ("rain is free.", "said so."))

    assert leads("rain -gardens") == ["rain is free."]


def test_chinese_words_are_found_within_compounds_and_phrases_exactly(say, leads):
    say(
        ("雨水花园应当先行。", "指出，科学院正在研究。"),
        ("水泵很响。", "说，研究科学的人都知道。"),
        language="zh",
    )

    assert len(leads("科学院")) == 1
    assert len(leads("研究")) == 2
    assert len(leads('"科学院正在研究"')) == 1
    assert len(leads('"研究院"')) == 0


@pytest.mark.parametrize(
    "name",
    ["lin qiaoyun", "Qiaoyun LIN", "林巧云", "Lin Qiao-Yun", "lin qiao yun", "linqiaoyun", "qiaoyun lin"],
)
def test_a_person_is_found_in_either_script_and_any_order(say, leads, qiaoyun, name):
    say(("yards can hold rain.", "said so."), by="lin-qiaoyun", name="LIN Qiaoyun", title="One")
    say(("院子能存雨水。", "说了。"), by="lin-qiaoyun", name="林巧云", language="zh", title="二")
    say(("pumps are loud.", "said so."), title="Three")

    assert len(leads(name)) == 2


def test_a_word_beside_a_name_narrows_what_the_person_said(say, leads, qiaoyun):
    say(
        ("院子能存雨水。", "说了。"), ("水泵很响。", "说了。"), by="lin-qiaoyun", name="林巧云", language="zh"
    )

    assert len(leads("lin qiaoyun 水泵")) == 1


def test_a_lead_weighs_more_than_a_body(say, leads):
    say(
        ("pumps are loud.", "said that rain is free and falls on all."),
        ("rain is free.", "said that pumps are loud, on all days."),
    )

    assert leads("rain") == ["rain is free.", "pumps are loud."]


def test_a_bulletin_is_found_by_its_title_and_a_point_by_its_section(say, leads):
    say(
        ("pumps are loud.", "said so."),
        ("pumps are old.", "said so."),
        title="The price of a litre",
        section="Volcanoes",
    )

    (issue,) = Search(Criteria('"price of a litre"')).issues
    assert issue.title == "The <mark>price</mark> of a <mark>litre</mark>"
    assert issue.excerpt.startswith("2026 Forum of Lamps")  # and not with the title once more
    assert issue.url == "/lamps/2026/1/?mark=price&mark=litre"
    assert len(leads("volcano")) == 2
    assert leads('"volcanoes price"') == []


def test_results_come_by_date_where_the_reader_asks(say, leads):
    say(("rain fell.", "said so."), year=2025, title="Old")
    say(("rain falls.", "said so."), year=2026, title="New")

    assert leads("rain", order=Order.NEWEST) == ["rain falls.", "rain fell."]
    assert leads("rain", order=Order.OLDEST) == ["rain fell.", "rain falls."]


def test_every_facet_filters_and_counts(say, leads, academy, forum, qiaoyun):
    water = Topic.objects.create(slug="water", name="Water")
    rivers = Topic.objects.create(slug="rivers", name="Rivers", parent=water)
    publication = say(
        ("rain fell.", "said so."),
        by="lin-qiaoyun",
        name="LIN Qiaoyun",
        year=2025,
        title="Old",
        topics=("rivers",),
        organisation="academy-of-rain",
    )
    say(("rain falls.", "said so."), year=2026, title="New")

    old = {
        Facet.YEAR: 2025,
        Facet.SPEAKER: qiaoyun.pk,
        Facet.ORGANISATION: academy.pk,
        Facet.COUNTRY: as_number("NO"),
        Facet.TOPIC: water.pk,
    }
    assert publication.passages.get().topics == [rivers.pk]
    for facet, value in old.items():
        assert leads("rain", facets={facet: (value,)}) == ["rain fell."]
        assert Search(Criteria("rain")).counts.values[facet][value] == 1
    assert len(leads("rain", facets={Facet.FORUM: (forum.pk,), Facet.LANGUAGE: (as_number("en"),)})) == 2


def test_a_session_filters(say, leads):
    publication = say(("rain fell.", "said so."), title="One")
    say(("rain falls.", "said so."), title="Two")
    session = make_session(publication.edition)
    Passage.objects.filter(publication=publication).update(sessions=[session.pk])
    passages = list(publication.passages.all())
    SearchEntry.objects.filter(publication=publication).delete()
    indexing.write(passages, ())

    assert leads("rain", facets={Facet.SESSION: (session.pk,)}) == ["rain fell."]


def test_of_a_facet_in_use_the_other_values_are_counted_too(say):
    say(("rain fell.", "said so."), year=2025, title="Old")
    say(("rain falls.", "said so."), year=2026, title="New")

    counts = Search(Criteria("rain", {Facet.YEAR: (2025,)})).counts

    assert (counts.total, counts.values[Facet.YEAR]) == (1, {2025: 1, 2026: 1})


def test_values_of_one_facet_widen_and_facets_narrow(say, leads):
    say(("rain fell.", "said so."), year=2025, title="Old")
    say(("rain falls.", "said so."), year=2026, title="New")

    assert len(leads("rain", facets={Facet.YEAR: (2025, 2026)})) == 2
    assert leads("rain", facets={Facet.YEAR: (2025,), Facet.LANGUAGE: (as_number("zh"),)}) == []


def test_what_is_not_public_is_neither_found_nor_counted_nor_suggested(say, leads):
    hidden = say(("volcanoes sleep.", "said so."))
    later = timezone.now() + datetime.timedelta(hours=1)
    Publication.objects.filter(pk=hidden.pk).update(public_from=later)
    index(Publication.objects.get(pk=hidden.pk))

    assert leads("volcanoes") == []
    assert Search(Criteria("volcanoes")).counts.total == 0
    assert corrected(Search(Criteria("volcanos"))) is None

    Publication.objects.filter(pk=hidden.pk).update(public_from=hidden.published_at)
    index(Publication.objects.get(pk=hidden.pk))
    assert leads("volcanoes") == ["volcanoes sleep."]


def test_a_withdrawn_bulletin_is_not_found(say, leads, editor):
    hidden = say(("volcanoes sleep.", "said so."))
    Publication.objects.filter(pk=hidden.pk).update(
        withdrawn_at=timezone.now(), withdrawn_by=editor, withdrawal_note="It was wrong."
    )
    index(Publication.objects.get(pk=hidden.pk))

    assert leads("volcanoes") == []
    assert SearchEntry.objects.count() == 0


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("lin qiaoyin", "LIN Qiaoyun"),
        ("gardns", "gardens"),
        ("gradens", "gardens"),
        ("rain gardns", "rain gardens"),
        ('-pump "rain gardns"', '-pump "rain gardens"'),
    ],
)
def test_what_is_misspelt_is_found_as_it_is_written(say, qiaoyun, typed, meant):
    say(("rain gardens pay.", "said so."), by="lin-qiaoyun", name="LIN Qiaoyun")

    better = corrected(Search(Criteria(typed)))

    assert better is not None
    assert better.criteria.text == meant


def test_of_like_words_the_one_with_the_same_letters_is_meant(say):
    say(("tariffs rise.", "said so."), ("tarred ropes last.", "said so."), ("ropes are tarred.", "said so."))

    assert corrected(Search(Criteria("tarrifs"))).criteria.text == "tariffs"


def test_where_nothing_is_like_it_nothing_is_suggested(say):
    say(("rain gardens pay.", "said so."))

    assert corrected(Search(Criteria("xylophone"))) is None


def test_where_nothing_is_found_single_words_and_wider_filters_lead_on(say):
    say(("rain gardens pay.", "said so."), year=2025, title="Old")
    say(("pumps are loud.", "said so."), year=2026, title="New")

    assert [(way.criteria.text, way.total) for way in single_words(Search(Criteria("rain pumps")))] == [
        ("rain", 1),
        ("pumps", 1),
    ]
    ways = without_filters(
        Search(Criteria("rain", {Facet.YEAR: (2026,), Facet.LANGUAGE: (as_number("en"),)}))
    )
    assert [(way.facet, way.total) for way in ways] == [(Facet.YEAR, 1), (None, 1)]


def test_without_its_only_filter_a_search_would_ask_nothing_and_is_no_way_on(say):
    say(("rain gardens pay.", "said so."))

    assert without_filters(Search(SearchForm(QueryDict("language=zh")).criteria)) == []


def test_of_very_many_the_newest_are_ranked_and_counts_are_estimated_and_say_so(say, monkeypatch):
    monkeypatch.setattr(results, "FEW", 12)
    monkeypatch.setattr(results, "RANKED", 3)
    for module in (indexing, results, search_models):
        monkeypatch.setattr(module, "SAMPLES", 4)
    for year in (2024, 2025, 2026):
        say(*(("rain fell.", "said so.") for _ in range(16)), year=year, title=f"Year {year}")

    search = Search(Criteria("rain"))

    # Of 48 points a quarter, 12, is counted: each year has 4 of them.
    assert (search.counts.total, search.counts.exact) == (48, False)
    assert search.counts.values[Facet.YEAR] == {2024: 16, 2025: 16, 2026: 16}
    assert len(search.hits) == 3
    assert [group.publication.date.year for group in search.page(1)] == [2026]
    oldest = Search(Criteria("rain", order=Order.OLDEST))
    assert [group.publication.date.year for group in oldest.page(1)] == [2024]
    assert single_words(Search(Criteria("rain fell")))[0].exact is False


@pytest.mark.parametrize(
    ("order", "years"),
    [(Order.RELEVANCE, [2026]), (Order.NEWEST, [2026, 2025]), (Order.OLDEST, [2024, 2025])],
)
def test_of_very_many_a_year_of_which_the_sample_has_no_point_is_found_too(say, monkeypatch, order, years):
    monkeypatch.setattr(results, "RANKED", 3)
    for module in (indexing, results, search_models):
        monkeypatch.setattr(module, "SAMPLES", 4)
    say(*(("rain fell.", "said so."),) * 16, year=2025, title="Many")
    for year in (2024, 2026):
        publication = say(("rain fell.", "said so."), ("rain fell.", "said so."), year=year, title="Few")
        entries = SearchEntry.objects.filter(publication=publication)
        for entry in entries:
            others = [code for code in entry.facets if code % search_models.CODES_APART != Facet.SAMPLE]
            entry.facets = [*others, Facet.SAMPLE.code(1)]
        SearchEntry.objects.bulk_update(entries, ["facets"])

    groups = Search(Criteria("rain", order=order)).page(1)

    assert [group.publication.date.year for group in groups][: len(years)] == years


def test_however_many_there_are_one_sample_is_counted(say, monkeypatch):
    monkeypatch.setattr(results, "FEW", 4)
    for module in (indexing, results, search_models):
        monkeypatch.setattr(module, "SAMPLES", 4)
    for year in (2025, 2026):
        say(*(("rain fell.", "said so."),) * 16, year=year, title=f"Year {year}")
    monkeypatch.setattr(results, "RANKED", 3)

    counts = Search(Criteria("rain")).counts

    assert (counts.total, counts.exact) == (32, False)


def test_a_facet_without_a_value_filters_nothing(say, leads):
    say(("pumps are loud.", "said so."), title="The price of a litre")

    assert leads("pumps", facets={Facet.YEAR: ()}) == ["pumps are loud."]
    assert len(Search(Criteria("price", {Facet.YEAR: ()})).issues) == 1


def test_an_issue_is_found_by_its_title_only_where_it_has_what_is_filtered_by(say):
    say(("pumps are loud.", "said so."), title="The price of a litre", year=2025)

    found = [len(Search(Criteria("price", {Facet.YEAR: (year,)})).issues) for year in (2025, 2026)]

    assert found == [1, 0]


def test_of_the_names_in_a_text_those_of_whoever_is_looked_for_are_marked(say, qiaoyun):
    make_speaker("gao-ming", family_name="Gao", given_name="Ming", own_name="高明")
    say(("院子能存雨水。", "与高明都说了。"), by="lin-qiaoyun", name="林巧云", language="zh")

    (group,) = Search(Criteria("lin qiaoyun")).page(1)

    assert [one.excerpt for one in group.shown] == ["Head of Drains<mark>林巧云</mark> 与高明都说了。"]


def test_three_points_of_a_bulletin_are_shown_in_full_and_the_others_listed_as_they_come(say):
    say(*((f"rain fell {times}.", "said so.") for times in ("once", "twice", "again", "anew", "late")))

    (group,) = Search(Criteria("rain", order=Order.OLDEST)).page(1)

    assert [one.passage.lead.split()[-1] for one in group.shown] == ["once.", "twice.", "again."]
    assert [one.passage.lead.split()[-1] for one in group.listed] == ["anew.", "late."]
    assert [Search(Criteria(text)).pages for text in ("rain", "pumps")] == [1, 1]


@pytest.mark.slow
def test_a_page_has_ten_bulletins_and_five_more_found_beside_their_points(say):
    for number in range(11):
        say(("rain fell.", "said so."), title=f"Volcano {number}")
    search = Search(Criteria("rain"))

    assert (search.pages, len(search.page(1)), len(search.page(2))) == (2, 10, 1)
    assert len(Search(Criteria("volcano")).issues) == 5


def test_numbers_that_are_estimated_for_one_filter_alone_say_so_there_alone(say, monkeypatch):
    monkeypatch.setattr(results, "FEW", 20)
    for module in (indexing, results, search_models):
        monkeypatch.setattr(module, "SAMPLES", 4)
    for year in (2025, 2026):
        say(*(("rain fell.", "said so."),) * 16, year=year, title=f"Year {year}")

    counts = Search(Criteria("rain", {Facet.YEAR: (2026,)})).counts

    assert (counts.total, counts.exact, counts.estimates) == (16, True, {Facet.YEAR})
    assert counts.values[Facet.YEAR] == {2025: 16, 2026: 16}


@pytest.mark.parametrize(
    ("query", "each", "estimated"),
    [
        ("q=rain", 16, (False, False)),
        ("q=rain", 20, (True, True)),
        # To look at statements takes longer, and one facet tells as much from fewer.
        ("q=rain&year=2026", 8, (False, False)),
        ("q=rain&year=2026", 12, (False, True)),
        ("q=rain&speaker=berg-ada", 8, (False, False)),
        ("q=rain&speaker=berg-ada", 12, (True, True)),
    ],
)
def test_what_takes_longer_to_count_is_estimated_from_half_as_many(say, monkeypatch, query, each, estimated):
    # Each bulletin has as many points in each of the four samples, whatever its number in the database.
    monkeypatch.setattr(results, "FEW", 32)
    monkeypatch.setattr(results, "RANKED", 3)
    for module in (indexing, results, search_models):
        monkeypatch.setattr(module, "SAMPLES", 4)
    for year in (2025, 2026):
        say(*(("rain fell.", "said so."),) * each, year=year, title=f"Year {year}")

    counts = Search(SearchForm(QueryDict(query)).criteria).counts

    assert (not counts.exact, Facet.YEAR in counts.estimates) == estimated


def test_more_than_the_list_holds_are_counted_too(say, monkeypatch):
    monkeypatch.setattr(results, "RANKED", 3)
    say(*(("rain fell.", "said so."),) * 2, year=2025, title="Old")
    say(*(("rain fell.", "said so."),) * 3, year=2026, title="New")

    search = Search(Criteria("rain"))

    # Five are no more than twice what is ranked: all are looked at, and three are listed.
    assert len(search.hits) == 3
    assert (search.counts.total, search.counts.exact) == (5, True)
    assert search.counts.values[Facet.YEAR] == {2025: 2, 2026: 3}


def test_names_in_capitals_are_words_where_they_stand_so(say, leads):
    say(
        ("the plan is for all.", "said that most of us know who it is for."),
        ("MOST will pay.", "said so to the WHO and the US, in IT."),
    )

    assert [leads(name) for name in ("MOST", "WHO", '"US"', "IT")] == [["MOST will pay."]] * 4
    assert leads("most") == leads("WHAT IS IT FOR") == []
    assert len(leads("WHO IS TO PAY")) == 1


def test_words_as_typed_come_before_other_forms_and_offices_last(say, leads):
    say(
        ("urban gardens pay.", "said so."),
        ("gardens pay.", "spoke of urbanization."),
        ("roads pay.", "said that heads of roads differ."),
        ("the head pays.", "said so."),
        credit="Head of Roads",
    )

    assert leads("urbanization") == ["gardens pay.", "urban gardens pay."]
    assert leads("urban") == ["urban gardens pay.", "gardens pay."]
    assert leads("head roads")[0] == "roads pay."
    assert leads("head")[0] == "the head pays."


def test_initials_are_a_word(say, leads):
    say(("R&D pays.", "said so."), ("S. and T. pay.", "said R and D."))

    assert leads("R&D") == leads("r&d") == ["R&D pays."]


def test_whoever_is_only_listed_is_found_by_the_name_in_either_script(say, editor, qiaoyun):
    bulletin = say(("rain fell.", "said so.")).bulletin
    bulletin.roster.create(speaker=qiaoyun, name="LIN Qiaoyun", order=9)

    publish(bulletin, by=editor, approval=SAID)

    assert [
        [issue.publication.title for issue in Search(Criteria(name)).issues]
        for name in ("林巧雲", "Qiaoyun Lin")
    ] == [["Rain gardens"]] * 2
    assert Search(SearchForm(QueryDict("speaker=lin-qiaoyun")).criteria).hits == []


@pytest.mark.slow  # 501 points are published
def test_the_list_holds_five_hundred_points_and_the_count_tells_of_more(say):
    say(*(("rain fell.", "said so."),) * 501)

    search = Search(Criteria("rain"))

    assert (len(search.hits), search.counts.total) == (500, 501)


def test_of_what_meets_a_search_as_well_the_newest_comes_first(say):
    first, second, older, last = (
        say(("pumps pay.", "said so."), year=year) for year in (2026, 2026, 2025, 2026)
    )

    def found(order):
        return [one.publication for one in Search(Criteria("pumps", order=order)).page(1)]

    assert found(Order.RELEVANCE) == found(Order.NEWEST) == [last, second, first, older]
    stir(SearchEntry)
    assert found(Order.OLDEST) == [older, first, second, last]


def test_of_issues_that_meet_a_search_as_well_the_newest_comes_first(say):
    made = [say(("pumps pay.", "said so."), year=year) for year in (2026, 2026, 2025, 2025, 2026)]

    # The first of a year is another: I is no word.
    _, first, _, older, last = made
    found = [one.publication for one in Search(Criteria("gardens")).issues]
    assert [one for one in found if one.number > 1] == [last, first, older]
