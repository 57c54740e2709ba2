"""A third language is one file and a code in the settings: no migration, and nothing else to change."""

import html

import pytest
from django.core.management import call_command
from django.urls import reverse

from bulletins.apps import every_language_has_a_grammar
from bulletins.document import Document, Imprint, Mention, Point, RosterEntry, Section, Text
from bulletins.drafts.rows import document_of
from bulletins.language import GRAMMARS
from bulletins.publishing.publication import Approval, publish
from bulletins.rendering import FORMATS
from bulletins.rendering.citation import citations
from bulletins.statements import statements
from forum.models import Forum
from speakers.models import Appearance
from tests.bulletins.language import eo
from tests.factories import DAY, hold, make_bulletin, make_edition, make_forum, make_session, make_speaker

PRINTED = """\
N-ro 1, Vol. 1

Oficejo de la Forumo

la 18-a de novembro 2026

Pluva Forumo 2026, Bulteno 1

Ĝardenoj de pluvo

Noto de la redakcio: La kunsido temis pri pluvo.

La gastoj konsentis.

1. Malgrandaj verkoj

Unue, malgrandaj verkoj venas unue. Laŭ Ada Berg (Estro de akvo) tio sufiĉas.

Resumis Ivo Lund

----------

Ada Berg (Estro de akvo) raportis.
"""


@pytest.fixture
def esperanto(monkeypatch, settings):
    monkeypatch.setitem(GRAMMARS, "eo", eo)
    settings.BULLETIN_LANGUAGES = ["en", "zh", "eo"]


def bulletin_in_esperanto():
    forum = make_forum(
        name="Rain Forum",
        names={"zh": "雨水论坛", "eo": "Pluva Forumo"},
        publisher_names={"eo": "Oficejo de la Forumo"},
    )
    point = Point(
        ordinal="?",
        lead=(Text("malgrandaj verkoj venas unue."),),
        body=((Text("Laŭ "), Mention("berg-ada"), Text(" tio sufiĉas.")),),
    )
    document = Document(
        language="eo",
        title="Ĝardenoj de pluvo",
        date=DAY,
        editors_note=((Text("La kunsido temis pri pluvo."),),),
        lede=((Text("La gastoj konsentis."),),),
        roster=(
            RosterEntry(speaker="berg-ada", name="Ada Berg", credit="Estro de akvo", role="thematic report"),
        ),
        sections=(Section(numeral="?", title="Malgrandaj verkoj", points=(point,)),),
        summarized_by=("Ivo Lund",),
        section_style="arabic",
        point_style="unue",
    )
    return make_bulletin(make_edition(forum), document)


@pytest.mark.django_db
def test_a_bulletin_is_written_published_and_printed_in_it(esperanto, editor, client):
    publication = publish(bulletin_in_esperanto(), by=editor, approval=Approval(acceptance="Legita."))

    assert publication.language == "eo"
    assert FORMATS["txt"].render(publication.document, publication.imprint).decode() == PRINTED
    assert [form.render(publication.document, publication.imprint) != b"" for form in FORMATS.values()] == (
        [True] * len(FORMATS)
    )
    page = html.unescape(client.get(publication.get_absolute_url()).content.decode())
    assert '<article class="bulletin" lang="eo">' in page
    assert (page.count("Ada Berg (Estro de akvo)"), page.count("raportis.")) == (2, 1)  # also for programs
    found = client.get(reverse("search"), {"q": "verkoj", "language": "eo"}).content.decode()
    assert "Esperanto" in found


@pytest.mark.django_db
def test_a_point_is_cited_in_it(esperanto):
    document = document_of(bulletin_in_esperanto())

    assert citations(document, Imprint(), document.sections[0].points[0].id)["APA"] == (
        "Lund, I. (2026). Malgrandaj verkoj venas unue [laŭ Ada Berg (Estro de akvo)]. Pluva Forumo."
    )


@pytest.mark.django_db
def test_it_is_told_whose_a_sentence_is_in_it(esperanto):
    document = document_of(bulletin_in_esperanto())

    assert [(one.where, one.entries) for one in statements(document)] == [
        ("sections[0].points[0]", ("berg-ada",))
    ]


@pytest.mark.django_db
def test_the_database_is_as_it_was(esperanto):
    call_command("makemigrations", check=True, dry_run=True, verbosity=0)


@pytest.mark.django_db
def test_names_in_it_are_typed_beside_the_others(esperanto, editor, client):
    forum = make_forum(name="Rain Forum", names={"zh": "雨水论坛"})
    client.force_login(editor)
    address = reverse("admin:forum_forum_change", args=[forum.pk])

    page = client.get(address).content.decode()
    assert [page.count(f'name="names_{code}"') for code in ("en", "zh", "eo")] == [0, 1, 1]
    client.post(
        address,
        {
            "name": "Rain Forum",
            "names_zh": "雨水论坛",
            "names_eo": " Pluva Forumo ",
            "publisher": "Office",
            "slug": forum.slug,
            "language": "eo",
            "next_volume": 1,
        },
    )

    forum = Forum.objects.get()
    assert (forum.names, forum.language) == ({"zh": "雨水论坛", "eo": "Pluva Forumo"}, "eo")


@pytest.mark.django_db
def test_a_credit_is_filled_in_it_where_the_title_is_known_in_it(esperanto):
    speaker = make_speaker()
    hold(speaker, "Dean", titles={"eo": "Dekano"})
    appearance = Appearance(session=make_session(make_edition()), speaker=speaker)

    appearance.fill_credit()

    assert appearance.credits == {"en": "Dean, Academy of Rain", "eo": "Dekano, Academy of Rain"}


def test_a_language_without_a_file_is_reported_when_the_site_starts(settings):
    settings.BULLETIN_LANGUAGES = ["en", "zh", "eo"]

    assert [error.id for error in every_language_has_a_grammar()] == ["bulletins.E001"]
