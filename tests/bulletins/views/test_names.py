"""Lists of names: in the reader's order, by letter, and by a part of a name."""

import re

import pytest
from django.http import QueryDict
from django.utils import translation

from bulletins.filters import names
from speakers.models import Organisation, Speaker
from tests.factories import make_organisation, make_speaker

pytestmark = pytest.mark.django_db

PEOPLE = [
    ("Zielonek", "Piotr", ""),
    ("Ångström", "Zoë", ""),
    ("Đặng", "Hữu", ""),
    ("Nguyễn", "Thị Ánh", ""),
    ("Zhou", "Mingde", "周明德"),
    ("Adams", "Ann", ""),
    ("Lin", "Qiaoyun", "林巧云"),
    ("Abel", "Bo", ""),
    ("Ouyang", "Jing", "歐陽靜"),
    ("Li", "Wen", "李文"),
]


@pytest.fixture
def people(db):
    for place, (family, given, own) in enumerate(PEOPLE):
        order = Speaker.NameOrder.FAMILY_FIRST if own else Speaker.NameOrder.GIVEN_FIRST
        make_speaker(f"p-{place}", family_name=family, given_name=given, own_name=own, name_order=order)
    return list(Speaker.objects.values_list("pk", flat=True))


def listed(people, language, query=""):
    with translation.override(language):
        found = names.speakers(people, QueryDict(query))
        rows = Speaker.objects.in_bulk(found.found)
    return [
        rows[pk].own_name if language != "en" and rows[pk].own_name else rows[pk].family_name
        for pk in found.found
    ]


def test_names_with_accents_stand_at_their_letters(people):
    assert listed(people, "en") == [
        *("Abel", "Adams", "Ångström", "Đặng", "Li", "Lin", "Nguyễn", "Ouyang", "Zhou", "Zielonek")
    ]


def test_chinese_readers_have_chinese_names_in_pinyin_under_their_letters(people):
    assert listed(people, "zh-hans") == [
        *("Abel", "Adams", "Ångström", "Đặng", "李文", "林巧云", "Nguyễn", "歐陽靜", "周明德", "Zielonek")
    ]


def test_letters_are_those_that_names_have_and_one_may_be_asked_for(people):
    assert names.speakers(people, QueryDict("")).letters == ["A", "D", "L", "N", "O", "Z"]
    assert listed(people, "en", "letter=L") == ["Li", "Lin"]
    assert len(listed(people, "en", "letter=Q")) == len(PEOPLE)


@pytest.mark.parametrize(
    ("part", "found"),
    [
        ("巧云", ["Lin"]),
        ("qiao", ["Lin"]),
        ("欧阳", ["Ouyang"]),
        ("ANG", ["Ångström", "Đặng", "Ouyang"]),
        ("thi anh", ["Nguyễn"]),
        ("lin q", ["Lin"]),
        ("nobody", []),
    ],
)
def test_a_part_of_a_name_finds_it_in_either_script(people, part, found):
    query = QueryDict(mutable=True)
    query["find"] = part
    came = listed(people, "en", query.urlencode())

    assert came == found


def test_institutions_are_found_by_any_of_their_names(db):
    make_organisation("Academy of Rain", names={"zh": "雨水学院"}, other_names=["Rain School"])
    make_organisation("Émile Institute")
    pks = list(Organisation.objects.values_list("pk", flat=True))

    def told(query, language="en"):
        with translation.override(language):
            found = names.organisations(pks, QueryDict(query))
            return found.letters, [Organisation.objects.get(pk=pk).name for pk in found.found]

    assert told("") == (["A", "E"], ["Academy of Rain", "Émile Institute"])
    assert told("", "zh-hans") == (["E", "Y"], ["Émile Institute", "Academy of Rain"])
    for part in ("school", "雨水", "yushui", "yu shui xue", "ofrain", "RAIN acad"):
        assert told(f"find={part}")[1] == ["Academy of Rain"]
    assert told("find=yushui emile")[1] == []


def test_the_pages_offer_letters_and_a_box_and_say_where_nothing_is(client, tied):
    page = client.get("/speakers/?find=zzz").content.decode()

    assert "No name has “zzz”." in page
    assert (
        re.findall(r'<a href="/speakers/berg-ada/">', client.get("/speakers/?find=ada").content.decode())
        != []
    )
    assert client.get("/organisations/?letter=A").status_code == 200
