"""People stand in lists where readers of the page's language look for them."""

import pytest

from speakers.models import Organisation, Speaker
from speakers.sorting import organisations_in_order, speakers_in_order
from tests.factories import make_organisation, make_speaker

pytestmark = pytest.mark.django_db


def names(language):
    people = Speaker.objects.in_bulk()
    return [people[pk].name_in(language) for pk in speakers_in_order(Speaker.objects.all(), language)]


@pytest.fixture
def everybody():
    family_first = {"name_order": "family"}
    for family, given, own in [
        ("Shi", "Ke", "史可"),
        ("Ouyang", "Chuan", "欧阳川"),
        ("Li", "Na", "李娜"),
        ("Wang", "Gang", "王刚"),
        ("Lyu", "An", "吕安"),
    ]:
        make_speaker(
            f"{family}-{given}".lower(), family_name=family, given_name=given, own_name=own, **family_first
        )
    make_speaker("memet", family_name="买买提·艾力", given_name="", own_name="买买提·艾力")
    make_speaker("oberg", family_name="Öberg", given_name="Nils")
    make_speaker("zielonek", family_name="Zielonek", given_name="Jan")


def test_chinese_pages_have_names_by_pinyin_among_those_in_latin_letters(everybody):
    assert names("zh") == [
        "李娜",
        "吕安",
        "买买提·艾力",
        "Nils Öberg",
        "欧阳川",
        "史可",
        "王刚",
        "Jan Zielonek",
    ]


def test_english_pages_have_names_by_family_name_without_accents(everybody):
    assert names("en") == [
        "LI Na",
        "LYU An",
        "买买提·艾力",
        "Nils Öberg",
        "OUYANG Chuan",
        "SHI Ke",
        "WANG Gang",
        "Jan Zielonek",
    ]


def test_institutions_stand_by_the_name_that_the_page_tells():
    make_organisation("Academy of Zinc", names={"zh": "安全研究院"})
    make_organisation("Basin Office", names={"zh": "水利局"})
    make_organisation("Éclair House", names={})

    def told(language):
        found = Organisation.objects.in_bulk()
        return [
            found[pk].name_in(language) for pk in organisations_in_order(Organisation.objects.all(), language)
        ]

    assert told("zh") == ["安全研究院", "Éclair House", "水利局"]
    assert told("en") == ["Academy of Zinc", "Basin Office", "Éclair House"]
