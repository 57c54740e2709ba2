"""Publishing at a shell: drafts that are named, or a whole archive; what is left says why."""

import pytest

from bulletins.drafts.archive import File, import_many
from bulletins.models import Bulletin, Publication
from tests.commands import said
from tests.factories import document, make_bulletin, make_edition, make_forum, make_user

pytestmark = pytest.mark.django_db
MAY_NOT = (
    "You may not do this: the right “bulletins.publish_bulletin” is missing. Ask an administrator for it."
)


@pytest.fixture
def edition():
    return make_edition(make_forum(slug="rain", name="Rain Forum"))


def test_publishing_one_prints_its_address_and_version(edition, editor):
    draft = make_bulletin(edition, number=3, volume=9)

    assert said("publish_bulletin", "rain/2026/3", "--as", "editor", "--accept", "Read.") == (
        ["/rain/2026/3/ v1"],
        [],
        None,
    )
    assert Publication.objects.get().bulletin == draft


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["--as", "editor"], "Name drafts, or give --all."),
        (["1", "--all", "--as", "editor"], "Name drafts, or give --all."),
        (["1", "--as", "nobody"], "There is no user “nobody”, or the account is not active."),
        (["rain/2026/9", "--as", "editor"], "There is no bulletin rain/2026/9."),
        (["rain/2026/3", "--as", "clerk"], f"rain/2026/3: {MAY_NOT}"),
    ],
)
def test_what_cannot_be_published_is_told(edition, editor, words, told):
    make_user("clerk")
    make_bulletin(edition, number=3, volume=9)

    assert said("publish_bulletin", *words) == ([], [], told)
    assert Publication.objects.count() == 0


def test_findings_that_forbid_it_are_told_line_by_line(edition, editor):
    make_bulletin(edition, content=document(title=None), number=3, volume=9)

    assert said("publish_bulletin", "rain/2026/3", "--as", "editor") == (
        [],
        ["rain/2026/3:title: error: The bulletin has no title. Type one. [missing-field]", "1 error"],
        "rain/2026/3: Errors stand in this bulletin. Mend them, then publish.",
    )


def test_an_archive_is_listed_published_and_what_is_left_is_told(edition, editor):
    elsewhere = make_edition(make_forum(slug="snow", name="Snow Forum"))
    good = make_bulletin(edition, number=3, volume=9)
    bad = make_bulletin(edition, content=document(title=None), number=4, volume=10)
    other = make_bulletin(elsewhere, number=1, volume=1)
    for number, draft in enumerate((good, bad, other)):
        Bulletin.objects.filter(pk=draft.pk).update(manuscript_hash=str(number) * 64)
    title = "Rain gardens and the streets that need them"
    listed = [
        f"{good.pk}  {edition} · 3 (9) · {title}",
        f"{bad.pk}  {edition} · 4 (10) · –",
        f"{other.pk}  {elsewhere} · 1 (1) · {title}",
    ]

    def dry(*more):
        return said("publish_bulletin", "--all", "--as", "editor", "--dry-run", *more)

    assert dry() == (listed, [], None)
    assert dry("--forum", "snow") == (listed[2:], [], None)
    assert dry("--edition", "rain/2026") == (listed[:2], [], None)
    assert not Publication.objects.exists()
    out, errors, end = said(
        "publish_bulletin", "--all", "--as", "editor", "--accept", "Read.", "--forum", "rain"
    )
    assert out == [
        f"{good.pk}  published  /rain/2026/3/",
        (
            f"{bad.pk}  LEFT       Errors stand in this bulletin. Mend them, then publish."
            f" [1 error] {edition} · 4 (10) · –"
        ),
        "1 published, 1 left as drafts",
    ]
    assert (errors, end) == ([], "1 of 2 drafts were not published.")
    assert said("publish_bulletin", "--all", "--as", "editor", "--accept", "Read.", "--forum", "snow") == (
        [f"{other.pk}  published  /snow/2026/1/", "1 published, 0 left as drafts"],
        [],
        None,
    )


def test_a_file_that_cannot_be_opened_stops_no_other():
    def gone():
        raise FileNotFoundError(2, "No such file or directory")

    (outcome,) = import_many([File("a.md", gone)])

    assert (outcome.became, outcome.why, Bulletin.objects.count()) == (
        "refused",
        "It cannot be opened: No such file or directory.",
        0,
    )
