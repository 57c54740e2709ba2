"""The site's languages: which one a reader has names in, which one a text is in, and names typed in each."""

import pytest
from django.urls import reverse
from django.utils.translation import override

from forum import languages
from forum.languages import interface_of
from forum.models import Forum
from forum.scripts import script
from tests.factories import make_forum, make_organisation


@pytest.mark.parametrize(("page", "names"), [("en", "en"), ("zh-hans", "zh"), ("fr", "en"), (None, "en")])
def test_a_reader_has_names_in_the_language_of_the_page_or_the_main_one(page, names):
    with override(page):
        assert languages.reader() == names


@pytest.mark.parametrize(
    ("code", "told"), [("en", "en_US"), ("zh-hans", "zh_CN"), ("zh", "zh_CN"), ("fr", "fr_FR")]
)
def test_open_graph_is_told_a_language_with_its_territory(code, told):
    assert languages.with_territory(code) == told


def test_languages_are_named_in_the_language_of_the_page():
    named = {}
    for page in ("en", "zh-hans"):
        with override(page):
            named[page] = languages.choices()

    assert named == {
        "en": [("en", "English"), ("zh", "Chinese")],
        "zh-hans": [("en", "英语"), ("zh", "中文")],
    }


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ada", "LATIN"),
        ("2026 Ірина", "CYRILLIC"),
        ("AI研究院", "CJK"),
        ("𠮷野", "CJK"),
        ("– 3", ""),
        ("", ""),
    ],
)
def test_the_script_of_a_text_is_told(text, expected):
    assert script(text) == expected


@pytest.mark.parametrize(("text", "code"), [("Dean", "en"), ("院长", "zh"), ("Декан", "en"), ("", "en")])
def test_a_text_is_in_the_language_that_has_its_letters(text, code):
    assert languages.of(text) == code


@pytest.mark.django_db
def test_a_name_in_a_language_that_the_site_does_not_offer_is_not_lost(editor, client):
    forum = make_forum(names={"zh": "雨水论坛", "cy": "Fforwm y Glaw"})
    client.force_login(editor)
    client.post(
        reverse("admin:forum_forum_change", args=[forum.pk]),
        {
            "name": forum.name,
            "names_zh": "细雨论坛",
            "publisher": forum.publisher,
            "slug": forum.slug,
            "language": "en",
            "next_volume": 1,
        },
    )

    assert Forum.objects.get().names == {"cy": "Fforwm y Glaw", "zh": "细雨论坛"}


@pytest.mark.django_db
@pytest.mark.parametrize("query", ["Academy", "雨水", "AoR"])
def test_an_organisation_is_found_in_the_admin_by_any_of_its_names(query, editor, client):
    make_organisation("Academy of Rain", names={"zh": "雨水学院"}, other_names=["AoR"])
    make_organisation("Academia of Snow" if query != "Academy" else "School of Snow", names={"zh": "雪学院"})
    client.force_login(editor)

    page = client.get(reverse("admin:speakers_organisation_changelist"), {"q": query})

    assert [one.name for one in page.context["cl"].result_list] == ["Academy of Rain"]


@pytest.mark.parametrize(("code", "interface"), [("zh", "zh-hans"), ("en", "en"), ("cy", "en")])
def test_who_writes_in_a_language_is_told_things_in_the_interface_of_it_where_there_is_one(code, interface):
    assert interface_of(code) == interface
