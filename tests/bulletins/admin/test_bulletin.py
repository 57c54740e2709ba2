"""The list of bulletins, and the way to a new one."""

import re

import pytest
from django.contrib.auth.models import Permission
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from bulletins.drafts.importing import import_into
from bulletins.manuscript.blocks import Reading, unplaced
from bulletins.models import Bulletin, ImportReport
from bulletins.publishing.publication import Approval, publish
from forum.models import Forum
from speakers.models import Appearance
from tests.factories import document, make_bulletin, make_edition, make_session, make_speaker, make_user

pytestmark = pytest.mark.django_db
SAID = Approval(acceptance="Read.")


def test_bulletins_are_filtered_by_state_and_by_rapporteur(client, editor):
    client.force_login(editor)
    draft = make_bulletin()
    out = publish(
        make_bulletin(content=document(summarized_by=("Eva Hill",))), by=editor, approval=SAID
    ).bulletin
    address = reverse("admin:bulletins_bulletin_changelist")

    def listed(query):
        return list(client.get(address, query).context["cl"].result_list)

    assert (
        listed({"state": "draft"}),
        listed({"state": "published"}),
        listed({"rapporteur": "Eva Hill"}),
    ) == ([draft], [out], [out])
    assert set(listed({"q": "berg"})) == {draft, out}


def test_a_new_bulletin_opens_to_be_written_with_the_roster_of_its_sessions(client, editor):
    client.force_login(editor)
    session = make_session(make_edition())
    Appearance.objects.create(session=session, speaker=make_speaker(), credits={"en": "Head of Drains"})
    fields = {"edition": session.edition_id, "language": "en", "sessions": [session.pk], "title": "Rain"}

    answer = client.post(reverse("admin:bulletins_bulletin_add"), fields)

    bulletin = Bulletin.objects.get()
    assert answer.headers["Location"] == reverse("admin:bulletins_bulletin_change", args=[bulletin.pk])
    assert ([line.credit for line in bulletin.roster.all()], bulletin.created_by) == (
        ["Head of Drains"],
        editor,
    )


def test_a_rapporteur_whom_no_bulletin_names_filters_nothing(client, editor):
    client.force_login(editor)
    draft = make_bulletin()

    for name in ("Nobody", "\0"):
        page = client.get(reverse("admin:bulletins_bulletin_changelist"), {"rapporteur": name})
        assert list(page.context["cl"].result_list) == [draft]


@pytest.mark.parametrize(
    ("language", "numbering"), [("en", ("roman", "firstly")), ("zh", ("chinese", "yishi"))]
)
def test_a_new_bulletin_numbers_as_its_language_does(client, editor, language, numbering):
    client.force_login(editor)
    fields = {"edition": make_edition().pk, "language": language, "title": "Rain"}

    client.post(reverse("admin:bulletins_bulletin_add"), fields)

    bulletin = Bulletin.objects.get()
    assert (bulletin.section_style, bulletin.point_style) == numbering


def test_a_bulletin_is_duplicated_and_the_copy_opened(client, editor):
    client.force_login(editor)
    bulletin = make_bulletin()
    address = reverse("admin:bulletins_bulletin_duplicate", args=[bulletin.pk])

    client.get(address)
    assert Bulletin.objects.count() == 1
    answer = client.post(address)

    copy = Bulletin.objects.exclude(pk=bulletin.pk).get()
    assert answer.headers["Location"] == reverse("admin:bulletins_bulletin_change", args=[copy.pk])


@pytest.mark.parametrize(("name", "begins"), [("docx", b"PK"), ("pdf", b"%PDF")])
def test_a_draft_is_taken_away_as_a_file(client, editor, name, begins):
    client.force_login(editor)
    bulletin = make_bulletin()
    address = reverse("admin:bulletins_bulletin_preview", args=[bulletin.pk])

    answer = client.get(address, {"format": name, "download": 1})

    assert answer.headers["Content-Disposition"] == (
        f'attachment; filename="rain-gardens-and-the-streets-that-need-them.{name}"'
    )
    assert answer.content.startswith(begins)


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("雨水与花园", "%E9%9B%A8%E6%B0%B4%E4%B8%8E%E8%8A%B1%E5%9B%AD.json"),
        ("Ströme & Teiche", "str%C3%B6me-teiche.json"),
    ],
)
def test_the_file_of_a_draft_is_called_by_its_title_in_any_script(client, editor, title, name):
    client.force_login(editor)
    address = reverse(
        "admin:bulletins_bulletin_preview", args=[make_bulletin(content=document(title=title)).pk]
    )

    answer = client.get(address, {"format": "json", "download": 1})

    assert answer.headers["Content-Disposition"] == f"attachment; filename*=utf-8''{name}"


def test_a_draft_whose_title_has_no_letters_is_called_a_bulletin_and_one_that_is_shown_is_not_called(
    client, editor
):
    client.force_login(editor)
    address = reverse(
        "admin:bulletins_bulletin_preview", args=[make_bulletin(content=document(title="…")).pk]
    )

    answers = [client.get(address, {"format": "json"} | query) for query in ({"download": 1}, {})]

    assert [one.headers.get("Content-Disposition") for one in answers] == [
        'attachment; filename="bulletin.json"',
        None,
    ]


def test_a_page_of_a_draft_says_what_it_is_for(client, editor):
    client.force_login(editor)
    draft = make_bulletin()
    addresses = {
        name: reverse(f"admin:bulletins_bulletin_{name}", args=[draft.pk]) for name in ("publish", "history")
    } | {"import": reverse("admin:bulletins_bulletin_import_manuscript")}

    headings = {
        name: re.findall(r'<h2 class="page-heading">(.*?)</h2>', client.get(address).content.decode())
        for name, address in addresses.items()
    }

    assert headings == {
        "publish": [f"Publish “{draft}”"],
        "history": [f"History of “{draft}”"],
        "import": ["Import a manuscript"],
    }


def test_whoever_uploads_a_manuscript_twice_is_told_that_the_draft_is_the_one_of_before(client, editor):
    client.force_login(editor)

    def told():
        file = SimpleUploadedFile("rain.md", b"# 2026 Rain Forum Bulletin I\n\n# Rain\n\nIt rains.\n")
        page = client.post(
            reverse("admin:bulletins_bulletin_import_manuscript"), {"manuscript": file}, follow=True
        )
        messages = [(one.level_tag, str(one)) for one in page.context["messages"]]
        return messages, [one.message for one in page.context["import_findings"]], page.redirect_chain

    first, second = told(), told()

    assert (first[0], second[0]) == (
        [("success", "The manuscript is a draft now.")],
        [("info", "This manuscript was imported before; here is its draft, unchanged.")],
    )
    assert first[1] == [
        "The forum “Rain Forum” did not exist and was made. Check its name, publisher and address.",
        "The edition Rain Forum 2026 did not exist and was made. Set its days and its theme.",
    ]
    assert first[1:] == second[1:]
    assert {one.created_by for one in Bulletin.objects.all()} == {editor}


def test_an_uploaded_manuscript_makes_no_forum_for_whoever_may_add_none(client):
    rapporteur = make_user("rapporteur")
    rapporteur.user_permissions.set(
        Permission.objects.filter(codename__in=["add_bulletin", "view_bulletin", "change_bulletin"])
    )
    client.force_login(rapporteur)
    file = SimpleUploadedFile("rain.md", b"# 2026 Rain Forum Bulletin I\n\n# Rain\n\nIt rains.\n")

    client.post(reverse("admin:bulletins_bulletin_import_manuscript"), {"manuscript": file})

    assert (Forum.objects.count(), Bulletin.objects.count()) == (0, 0)


def test_what_importing_said_stays_with_the_draft_until_somebody_is_done_with_it(client, editor):
    client.force_login(editor)
    draft = make_bulletin()
    findings = [unplaced("Rain", "masthead"), unplaced("Snow", "body")]
    import_into(draft, Reading(document(), findings=tuple(findings)), by=editor)
    address = reverse("admin:bulletins_bulletin_findings", args=[draft.pk])

    moment = ImportReport.objects.get().at
    before = client.get(address)
    done = client.post(address)
    after = client.get(address)

    assert [one.message for one in before.context["import_findings"]] == [one.message for one in findings]
    assert before.context["imported_at"] == moment
    assert (done.status_code, done.url) == (302, address)
    assert (after.context["imported_at"], after.context["import_findings"]) == (None, None)
    headings = [re.findall(r"<h3>(.*?)</h3>", page.content.decode()) for page in (before, after)]
    assert [len(one) for one in headings] == [2, 0]


def test_a_manuscript_that_cannot_be_read_is_told_beside_it(client, editor):
    client.force_login(editor)
    address = reverse("admin:bulletins_bulletin_import_manuscript")

    def told(name, text):
        form = client.post(address, {"manuscript": SimpleUploadedFile(name, text)}).context["form"]
        return form.errors["manuscript"]

    assert told("rain.docx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1") == [
        "This is an old Word file (.doc). Open it in Word and save it as .docx first."
    ]
    assert told("rain.md", b"# Rain\n\nIt rains.\n") == [
        "The manuscript names no forum: it has neither a series title nor a known publisher. Choose the edition."
    ]
