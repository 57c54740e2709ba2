"""Rights are asked by the verbs: whoever calls one without the right changes nothing."""

import re
from pathlib import Path

import pytest
from django.contrib.auth.models import Group, Permission, User
from django.core.exceptions import PermissionDenied
from django.urls import reverse

from bulletins.drafts.changes import apply_changes
from bulletins.drafts.comments import remark
from bulletins.drafts.findings import accept
from bulletins.drafts.importing import Target, import_document, import_into
from bulletins.drafts.proposing import Verdict, decide, propose
from bulletins.drafts.roster import add_people, new_person
from bulletins.drafts.sheet import SetField
from bulletins.groups import GROUPS, make_groups
from bulletins.merging_speakers import merge, undo_merge
from bulletins.models import Bulletin, Proposal, Publication
from bulletins.publishing.publication import Approval, publish
from bulletins.publishing.withdrawal import restore, withdraw
from forum.models import Edition, Forum
from forum.refusal import Refusal
from speakers.models import Speaker
from speakers.programme import Programme
from speakers.programme_import import import_programme
from tests.factories import document, make_bulletin, make_edition, make_speaker, make_user

pytestmark = pytest.mark.django_db
README = Path(__file__).resolve().parents[2] / "README.md"
READ = Approval(acceptance="Read.")


def member(*groups):
    make_groups(Group, Permission)
    user = make_user("-".join(groups).lower() or "nobody")
    user.groups.set(Group.objects.filter(name__in=groups))
    return User.objects.get(pk=user.pk)


def published():
    bulletin = make_bulletin()
    publish(bulletin, by=make_user("chief", is_superuser=True), approval=READ)
    return bulletin


def undo(by):
    chief = make_user("chief", is_superuser=True)
    undo_merge(merge(make_speaker(), make_speaker("lund-ivo"), by=chief), by=by)


def suggested(by):
    bulletin = make_bulletin()
    return propose(bulletin, [SetField("title", was=bulletin.title, now="Rain")], by=by, seen=0)


def decided(by, verdict):
    suggested(make_user("chief", is_superuser=True))
    proposal = Proposal.objects.get()
    return decide(proposal.bulletin, proposal.pk, verdict, by=by)


VOICES = {"Rapporteurs", "Editors", "Publishers"}
VERBS = {
    "publish": (lambda by: publish(make_bulletin(), by=by, approval=READ), {"Publishers"}),
    "withdraw": (lambda by: withdraw(published(), by=by, note="Wrong."), {"Publishers"}),
    "restore": (lambda by: restore(published(), by=by), {"Publishers"}),
    "write": (
        lambda by: apply_changes(make_bulletin(), [SetField("title", was="", now="A")], by=by, seen=0),
        {"Rapporteurs", "Editors"},
    ),
    "accept": (
        lambda by: accept(make_bulletin(), code="x", message="X.", reason="Read.", by=by),
        {"Rapporteurs", "Editors"},
    ),
    "comment": (lambda by: remark(make_bulletin(), "How many?", by=by), VOICES),
    "suggest": (suggested, VOICES),
    "accept a suggestion": (lambda by: decided(by, Verdict.ACCEPT), {"Rapporteurs", "Editors"}),
    "refuse a suggestion": (lambda by: decided(by, Verdict.REFUSE), {"Rapporteurs", "Editors"}),
    "import": (
        lambda by: import_document(document(), "0" * 64, Target(edition=make_edition(), by=by)),
        {"Rapporteurs", "Editors"},
    ),
    "import into a draft": (
        lambda by: import_into(make_bulletin(), document(), by=by),
        {"Rapporteurs", "Editors"},
    ),
    "add a person": (
        lambda by: new_person(make_bulletin(), "Eva Hill", by=by),
        {"Rapporteurs", "Editors", "Clerks"},
    ),
    "add people": (
        lambda by: add_people(make_bulletin(), "Eva Hill, Dean", [0], by=by),
        {"Rapporteurs", "Editors", "Clerks"},
    ),
    "merge": (
        lambda by: merge(make_speaker("hill-eva"), make_speaker("hill-e"), by=by),
        {"Editors", "Clerks"},
    ),
    "undo a merge": (undo, {"Editors", "Clerks"}),
    "import a programme": (
        lambda by: import_programme(Programme(), make_edition(), by=by),
        {"Clerks"},
    ),
}


def allowed(verb, by):
    try:
        VERBS[verb][0](by)
    except PermissionDenied:
        return False
    return True


@pytest.mark.parametrize("group", [*GROUPS, None])
@pytest.mark.parametrize("verb", VERBS)
def test_a_verb_asks_for_its_right(verb, group):
    may = VERBS[verb][1] | {"Administrators"}

    assert allowed(verb, member(*filter(None, [group]))) == (group in may)


def test_the_readme_says_who_comments_suggests_and_decides():
    rows = re.findall(
        r"^\| (comment|suggest|accept or refuse [^|]*) \| ([^|]+) \|$", README.read_text(), re.MULTILINE
    )
    told = {what.split()[0]: set(who.strip().split(", ")) for what, who in rows}

    verbs = {"comment": "comment", "suggest": "suggest", "accept": "accept a suggestion"}
    assert told == {word: VERBS[verb][1] for word, verb in verbs.items()}


def test_a_group_that_somebody_changed_stays_as_it_is():
    make_groups(Group, Permission)
    Group.objects.get(name="Clerks").permissions.clear()

    make_groups(Group, Permission)

    assert list(Group.objects.order_by("name").values_list("name", flat=True)) == sorted(GROUPS)
    assert Group.objects.get(name="Clerks").permissions.count() == 0


def test_the_rights_on_rows_that_only_verbs_write_are_not_offered():
    offered = Permission.objects.filter(content_type__app_label="bulletins").order_by("codename")

    assert list(offered.values_list("codename", flat=True)) == [
        "add_bulletin",
        "add_series",
        "add_topic",
        "change_bulletin",
        "change_series",
        "change_topic",
        "delete_bulletin",
        "delete_series",
        "delete_topic",
        "publish_bulletin",
        "publish_unapproved_bulletin",
        "review_bulletin",
        "view_bulletin",
        "view_publication",
        "view_series",
        "view_topic",
        "withdraw_bulletin",
    ]


@pytest.mark.parametrize(("known", "missing"), [(False, "forum"), (True, "edition")])
def test_who_may_not_add_a_forum_or_an_edition_chooses_one(known, missing):
    if known:
        Forum.objects.create(name="Rain Forum", slug="known", publisher="P")
    before = (Forum.objects.count(), Edition.objects.count(), Bulletin.objects.count())

    with pytest.raises(Refusal, match="Choose the edition"):
        import_document(
            document(forum="Rain Forum", edition=2031), "0" * 64, Target(by=member("Rapporteurs"))
        )

    assert (Forum.objects.count(), Edition.objects.count(), Bulletin.objects.count()) == before


def test_the_preview_and_its_files_show_the_numbers_that_publication_would_give(client, editor):
    bulletin = make_bulletin()
    Bulletin.objects.filter(pk=bulletin.pk).update(number=None, volume=None, series_title="")
    client.force_login(editor)

    page = client.get(reverse("admin:bulletins_bulletin_preview", args=[bulletin.pk]))
    text = client.get(reverse("admin:bulletins_bulletin_preview", args=[bulletin.pk]), {"format": "txt"})

    assert "No. 1, Vol. 1" in page.content.decode()
    assert "No. 1, Vol. 1" in text.content.decode()
    bulletin.refresh_from_db()
    assert (bulletin.number, bulletin.volume) == (None, None)


def test_the_publish_page_does_not_miss_what_publication_gives(client, editor):
    bulletin = make_bulletin()
    Bulletin.objects.filter(pk=bulletin.pk).update(number=None, volume=None, series_title="")
    client.force_login(editor)

    page = client.get(reverse("admin:bulletins_bulletin_publish", args=[bulletin.pk]))

    told = {finding["code"] for finding in page.context["findings"]}
    assert {code for code in told if "number" in code or "volume" in code or "series" in code} == set()
    assert Publication.objects.count() == Speaker.objects.filter(slug="nobody").count() == 0
