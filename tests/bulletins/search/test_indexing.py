"""The index of search: made with a publication, gone with it, and the same when made anew."""

import pytest
from django.http import QueryDict
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bulletins.filters.search import SearchForm
from bulletins.merging_speakers import merge
from bulletins.models import Facet, IssueEntry, Passage, Publication, SearchEntry, SpeakerName, VocabularyWord
from bulletins.models.search import SAMPLES, as_number
from bulletins.publishing.index import index, reindex
from bulletins.publishing.publication import publish
from bulletins.search import Search
from bulletins.search.indexing import FacetCodes, terms
from tests.bulletins.conftest import SAID
from tests.factories import make_speaker

pytestmark = pytest.mark.django_db


def rows():
    """Everything that search keeps, without ids of its own."""
    return (
        sorted(SearchEntry.objects.values_list("publication", "passage__place", "date", "facets", "terms")),
        sorted(SpeakerName.objects.values_list("speaker__slug", "name")),
        sorted(VocabularyWord.objects.values_list("word", "stem", "passages")),
    )


def test_the_index_made_anew_has_the_same_rows(say, qiaoyun):
    say(("rain gardens pay.", "said so."), ("pumps are loud.", "said so twice."))
    say(("院子能存雨水。", "说了。"), by="lin-qiaoyun", name="林巧云", language="zh", title="二")
    before = rows()

    reindex()

    assert rows() == before


def test_the_codes_of_a_facet_come_with_the_smallest_first_after_forum_and_year(edition):
    """So an index that is made anew has the same arrays."""
    passage = Passage(
        publication_id=1,
        forum_id=7,
        edition=edition,
        place=2,
        language="en",
        speakers=[9, 1],
        sessions=[8, 2],
    )

    assert FacetCodes([passage]).facets(passage) == [
        Facet.FORUM.code(7),
        Facet.YEAR.code(2026),
        Facet.SESSION.code(2),
        Facet.SESSION.code(8),
        Facet.SPEAKER.code(1),
        Facet.SPEAKER.code(9),
        Facet.LANGUAGE.code(as_number("en")),
        Facet.SAMPLE.code((31 + 2) % SAMPLES),
    ]


def test_a_correction_takes_the_place_of_what_it_corrects(say, editor):
    first = say(("volcanoes sleep.", "said so."))
    point = first.bulletin.sections.get().points.get()
    point.lead = [{"type": "text", "text": "glaciers creep."}]
    point.save()

    publish(first.bulletin, by=editor, approval=SAID)

    assert set(VocabularyWord.objects.values_list("word", flat=True)) >= {"glaciers", "creep"}
    assert not VocabularyWord.objects.filter(word__in=["volcanoes", "sleep"]).exists()
    assert SearchEntry.objects.count() == 1
    before = rows()
    reindex()
    assert rows() == before


def test_who_says_nothing_any_more_has_no_name_in_the_index(say, editor):
    publication = say(("volcanoes sleep.", "said so."))
    assert set(SpeakerName.objects.values_list("name", flat=True)) == {"ada berg", "adaberg", "bergada"}

    Publication.objects.update(superseded=True)
    publication.refresh_from_db()
    index(publication)

    assert rows() == ([], [], [])
    assert not IssueEntry.objects.exists()


OFFICES = {"Head of Drains", ""}


@pytest.mark.parametrize(
    ("lead", "text", "title", "said_by", "words"),
    [
        (
            "",
            "Head of Drains spoke. Wells hold, said the Head of Drains.",
            "Wells",
            [7],
            "'head':1D,9D 'drain':3D,11D 'spoke':4C 'well':5C,22C 'hold':6C 'said':7C '@7':1A",
        ),
        ("Wells hold.", "Wells hold. Wells fill.", "", [], "'well':1B,3C 'hold':2B 'fill':4C"),
        ("", "", "Wells hold", [8, 9], "'well':11C 'hold':12C '@8':1A '@9':1A"),
    ],
)
def test_words_stand_at_their_places_with_the_weight_that_they_have(lead, text, title, said_by, words):
    passage = Passage(lead=lead, text=text, section_title=title, speakers=said_by)

    assert terms(passage, OFFICES) == words


def test_words_are_counted_once_for_each_passage(say):
    say(("rain on rain.", "said so."), ("rain again.", "said so."), title="Small works")

    assert VocabularyWord.objects.get(word="rain").passages == 2


@pytest.mark.slow
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=30, deadline=None)
@given(st.lists(st.text(max_size=80), min_size=3, max_size=3))
def test_any_text_makes_an_entry_that_postgresql_takes(say, texts):
    lead, body, section = (text.replace("\0", "") for text in texts)
    passage = Passage(lead=lead, text=lead + body, section_title=section, speakers=[7])
    publication = Publication.objects.first() or say(("rain.", "said so."))

    entry = SearchEntry.objects.filter(publication=publication).first()
    entry.terms = terms(passage)
    entry.save()

    assert "'@7':1A" in SearchEntry.objects.get(pk=entry.pk).terms


def test_who_was_merged_into_another_is_found_under_both_names(say, qiaoyun, editor, leads):
    say(("yards hold rain.", "said so."), by="lin-qiaoyun", name="LIN Qiaoyun")
    other = make_speaker("lin-quiaoyun", family_name="Quiaoyun", given_name="Lynn")

    merge(qiaoyun, other, by=editor)

    assert leads("lynn quiaoyun") == leads("林巧云") == ["yards hold rain."]
    assert Search(SearchForm(QueryDict("speaker=lin-quiaoyun")).criteria).counts.total == 1
    before = rows()
    reindex()
    assert rows() == before
