"""Rights are asked by the verbs: whoever calls one without the right changes nothing."""

import ast
import datetime
import pkgutil
import re
from pathlib import Path

import pytest
from django.contrib.auth.models import Group, Permission, User
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.urls import reverse
from django.utils import timezone

from bulletins.drafts.attribution import give_sentences
from bulletins.drafts.beginning import duplicate
from bulletins.drafts.bin import put_into_bin, take_out_of_bin
from bulletins.drafts.bodies import new_body_or_group
from bulletins.drafts.changes import apply_changes
from bulletins.drafts.comments import remark, resolve
from bulletins.drafts.findings import accept
from bulletins.drafts.handing_over import hand_over
from bulletins.drafts.history import restore as bring_back
from bulletins.drafts.import_reports import done_with_report
from bulletins.drafts.importing import Target, import_document, import_into
from bulletins.drafts.pictures import add_picture
from bulletins.drafts.proposing import Verdict, decide, propose
from bulletins.drafts.review import Move, move, require_approved
from bulletins.drafts.rights import limit_readers
from bulletins.drafts.roster import add_people, new_person
from bulletins.drafts.sheet import SetField
from bulletins.drafts.snapshots import name_snapshot
from bulletins.groups import GROUPS, make_groups
from bulletins.manuscript.blocks import Reading
from bulletins.merging_forums import merge_forums
from bulletins.merging_speakers import merge, undo_merge
from bulletins.models import Bulletin, Proposal, Publication
from bulletins.publishing.embargo import change_embargo
from bulletins.publishing.publication import Approval, publish
from bulletins.publishing.scheduling import cancel_correction, schedule_correction
from bulletins.publishing.withdrawal import restore, withdraw
from forum.models import Edition, Forum
from forum.refusal import Refusal
from speakers.models import Namesakes, Speaker
from speakers.programme import Programme
from speakers.programme_import import import_programme
from speakers.staff_import import import_people
from speakers.staff_list import read_staff
from speakers.telling_apart import doubt_again, tell_apart
from tests.factories import (
    document,
    make_bulletin,
    make_edition,
    make_forum,
    make_speaker,
    make_user,
)
from tests.test_locks import begins_anew

pytestmark = pytest.mark.django_db
ROOT = Path(__file__).resolve().parents[2]
README = ROOT / "README.md"
READ = Approval(acceptance="Read.")
CORRECTED = Approval(acceptance="Read.", correction_note="The title was wrong.")
TODAY = datetime.date(2026, 11, 18)
LATER = timezone.now() + datetime.timedelta(days=2)


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


def corrected():
    bulletin = published()
    bulletin.title = "Rain, corrected"
    bulletin.save()
    return bulletin


def scheduled():
    bulletin = corrected()
    schedule_correction(bulletin, by=User.objects.get(username="chief"), approval=CORRECTED, at=LATER)
    return bulletin


def in_review(stage=Bulletin.Stage.IN_REVIEW):
    bulletin = make_bulletin()
    Bulletin.objects.update(stage=stage)
    bulletin.refresh_from_db()
    return bulletin


def unapproved():
    bulletin = make_bulletin()
    Forum.objects.update(second_pair_of_eyes=True)
    return Bulletin.objects.get(pk=bulletin.pk)


def binned():
    bulletin = make_bulletin()
    put_into_bin(bulletin, by=None)
    return bulletin


def told_apart():
    tell_apart(make_speaker(), make_speaker("lund-ivo"), by=make_user("chief", is_superuser=True))
    return Namesakes.objects.get()


VOICES = {"Rapporteurs", "Editors", "Publishers"}
WRITERS = {"Rapporteurs", "Editors"}
REVIEWERS = {"Editors", "Publishers"}
PUBLISHERS = {"Publishers"}
MERGERS = {"Editors", "Clerks"}
# Each verb that asks for a right, by module and name: how it is called, and who may. Administrators may all.
VERBS = {
    "bulletins.publishing.publication.publish": (
        lambda by: publish(make_bulletin(), by=by, approval=READ),
        PUBLISHERS,
    ),
    "bulletins.publishing.scheduling.schedule_correction": (
        lambda by: schedule_correction(corrected(), by=by, approval=CORRECTED, at=LATER),
        PUBLISHERS,
    ),
    "bulletins.publishing.scheduling.cancel_correction": (
        lambda by: cancel_correction(scheduled(), by=by),
        PUBLISHERS,
    ),
    "bulletins.publishing.embargo.change_embargo": (
        lambda by: change_embargo(published(), by=by, public_from=None, note="Now."),
        PUBLISHERS,
    ),
    "bulletins.publishing.withdrawal.withdraw": (
        lambda by: withdraw(published(), by=by, note="Wrong."),
        PUBLISHERS,
    ),
    "bulletins.publishing.withdrawal.restore": (lambda by: restore(published(), by=by), PUBLISHERS),
    "bulletins.drafts.changes.apply_changes": (
        lambda by: apply_changes(make_bulletin(), [SetField("title", was="", now="A")], by=by, seen=0),
        WRITERS,
    ),
    "bulletins.drafts.findings.accept": (
        lambda by: accept(make_bulletin(), code="x", message="X.", reason="Read.", by=by),
        WRITERS,
    ),
    "bulletins.drafts.comments.remark": (lambda by: remark(make_bulletin(), "How many?", by=by), VOICES),
    "bulletins.drafts.comments.resolve": (
        lambda by: resolve(make_bulletin(), 0, resolved=True, by=by),
        VOICES,
    ),
    "bulletins.drafts.proposing.propose": (suggested, VOICES),
    "bulletins.drafts.proposing.decide (accept)": (lambda by: decided(by, Verdict.ACCEPT), WRITERS),
    "bulletins.drafts.proposing.decide (refuse)": (lambda by: decided(by, Verdict.REFUSE), WRITERS),
    "bulletins.drafts.review.move (hand in)": (
        lambda by: move(make_bulletin(), Move.HAND_IN, by=by),
        WRITERS,
    ),
    "bulletins.drafts.review.move (take back)": (
        lambda by: move(in_review(), Move.TAKE_BACK, by=by),
        WRITERS,
    ),
    "bulletins.drafts.review.move (return)": (
        lambda by: move(in_review(), Move.RETURN, by=by, why="Too long."),
        REVIEWERS,
    ),
    "bulletins.drafts.review.move (approve)": (
        lambda by: move(in_review(), Move.APPROVE, by=by),
        REVIEWERS,
    ),
    "bulletins.drafts.review.require_approved": (
        lambda by: require_approved(unapproved(), document(), by=by, emergency="The minister waits."),
        set(),
    ),
    "bulletins.drafts.attribution.give_sentences": (
        lambda by: give_sentences(make_bulletin(), [], ["berg-ada"], by=by),
        WRITERS,
    ),
    "bulletins.drafts.rights.limit_readers": (lambda by: limit_readers(make_bulletin(), by=by), WRITERS),
    "bulletins.drafts.history.restore": (lambda by: bring_back(make_bulletin(), "0", by=by), WRITERS),
    "bulletins.drafts.snapshots.name_snapshot": (
        lambda by: name_snapshot(make_bulletin(), "Before lunch", by=by),
        WRITERS,
    ),
    "bulletins.drafts.handing_over.hand_over": (lambda by: hand_over(make_bulletin(), None, by=by), WRITERS),
    "bulletins.drafts.beginning.duplicate": (lambda by: duplicate(make_bulletin(), by=by), WRITERS),
    "bulletins.drafts.bin.put_into_bin": (lambda by: put_into_bin(make_bulletin(), by=by), {"Editors"}),
    "bulletins.drafts.bin.take_out_of_bin": (lambda by: take_out_of_bin(binned(), by=by), WRITERS),
    "bulletins.drafts.pictures.add_picture": (
        lambda by: add_picture(make_bulletin(), b"no picture", by=by),
        WRITERS,
    ),
    "bulletins.drafts.bodies.new_body_or_group": (
        lambda by: new_body_or_group(make_bulletin(), "group", "The guests", by=by),
        WRITERS,
    ),
    "bulletins.drafts.importing.import_document": (
        lambda by: import_document(Reading(document()), "0" * 64, Target(edition=make_edition(), by=by)),
        WRITERS,
    ),
    "bulletins.drafts.import_reports.done_with_report": (
        lambda by: done_with_report(make_bulletin(), by=by),
        WRITERS,
    ),
    "bulletins.drafts.importing.import_into": (
        lambda by: import_into(make_bulletin(), Reading(document()), by=by),
        WRITERS,
    ),
    "bulletins.drafts.roster.new_person": (
        lambda by: new_person(make_bulletin(), "Eva Hill", by=by),
        {*WRITERS, "Clerks"},
    ),
    "bulletins.drafts.roster.add_people": (
        lambda by: add_people(make_bulletin(), "Eva Hill, Dean", [0], by=by),
        {*WRITERS, "Clerks"},
    ),
    "bulletins.merging_speakers.merge": (
        lambda by: merge(make_speaker("hill-eva"), make_speaker("hill-e"), by=by),
        MERGERS,
    ),
    "bulletins.merging_speakers.undo_merge": (undo, MERGERS),
    "bulletins.merging_forums.merge_forums": (
        lambda by: merge_forums(make_forum(), make_forum(), by=by),
        set(),
    ),
    "speakers.telling_apart.tell_apart": (
        lambda by: tell_apart(make_speaker("hill-eva"), make_speaker("hill-e"), by=by),
        MERGERS,
    ),
    "speakers.telling_apart.doubt_again": (lambda by: doubt_again(told_apart(), by=by), MERGERS),
    "speakers.programme_import.import_programme": (
        lambda by: import_programme(Programme(), make_edition(), by=by),
        {"Clerks"},
    ),
    "speakers.staff_import.import_people": (
        lambda by: import_people(read_staff("姓名,职务,单位\n李小明,院长,雨水学院\n".encode(), TODAY), by=by),
        MERGERS,
    ),
}


# What else calls something of these names, each with the reason why it has no row.
NO_VERBS = {
    "bulletins.drafts.rights.require_for": "asks for whoever calls it",
    "bulletins.drafts.rights.require_voice": "asks for whoever calls it",
    "bulletins.manuscript.reader._own": "asks of JSON that it is not too deep",
    "forum.bounded_json.decode": "asks of JSON that it is not too deep",
}


def allowed(verb, by):
    """Whether somebody may, even where there is another reason to refuse it."""
    try:
        VERBS[verb][0](by)
    except PermissionDenied:
        return False
    except Refusal:
        return True
    return True


@pytest.mark.parametrize("verb", VERBS)
def test_a_verb_asks_for_its_right(verb):
    may = set()
    for group in ("", *GROUPS):
        with transaction.atomic():
            if allowed(verb, member(*filter(None, [group]))):
                may.add(group)
            transaction.set_rollback(True)

    assert may == VERBS[verb][1] | {"Administrators"}


def test_every_verb_that_asks_for_a_right_is_in_the_table():
    asking = set()
    for path in (ROOT / app for app in ("forum", "speakers", "bulletins")):
        for file in path.rglob("*.py"):
            module = ".".join(file.relative_to(ROOT).with_suffix("").parts)
            for function in ast.walk(ast.parse(file.read_text())):
                if isinstance(function, ast.FunctionDef) and any(
                    isinstance(call, ast.Call)
                    and isinstance(call.func, ast.Name)
                    and call.func.id in {"require", "require_for", "require_voice"}
                    for call in ast.walk(function)
                ):
                    asking.add(f"{module}.{function.name}")

    assert asking - {verb.partition(" ")[0] for verb in VERBS} == NO_VERBS.keys()


def test_every_verb_that_asks_for_a_right_is_a_transaction_but_those_that_write_one_row_at_most():
    functions = {name: pkgutil.resolve_name(name) for name in {verb.partition(" ")[0] for verb in VERBS}}

    assert {name for name, function in functions.items() if not begins_anew(function)} == {
        "bulletins.drafts.findings.accept",
        "bulletins.drafts.import_reports.done_with_report",
        "bulletins.drafts.pictures.add_picture",
        "bulletins.drafts.review.require_approved",
        "bulletins.drafts.snapshots.name_snapshot",
    }


def test_the_readme_says_who_comments_suggests_and_decides():
    rows = re.findall(
        r"^\| (comment|suggest|accept or refuse [^|]*) \| ([^|]+) \|$", README.read_text(), re.MULTILINE
    )
    told = {what.split()[0]: set(who.strip().split(", ")) for what, who in rows}

    verbs = {
        "comment": "comments.remark",
        "suggest": "proposing.propose",
        "accept": "proposing.decide (accept)",
    }
    assert told == {word: VERBS[f"bulletins.drafts.{verb}"][1] for word, verb in verbs.items()}


def test_a_group_that_somebody_changed_stays_as_it_is():
    make_groups(Group, Permission)
    Group.objects.get(name="Clerks").permissions.clear()

    make_groups(Group, Permission)

    assert list(Group.objects.order_by("name").values_list("name", flat=True)) == sorted(GROUPS)
    assert Group.objects.get(name="Clerks").permissions.count() == 0


def test_a_new_group_has_the_rights_of_its_row_and_administrators_have_all_of_the_office():
    Group.objects.all().delete()
    make_groups(Group, Permission)
    known = Permission.objects.select_related("content_type")

    made = {
        name: {f"{one.content_type.app_label}.{one.codename}" for one in known.filter(group__name=name)}
        for name in GROUPS
    }

    office = {
        f"{one.content_type.app_label}.{one.codename}"
        for one in known
        if one.content_type.app_label in {"forum", "speakers", "bulletins", "auth"}
    }
    assert made == {name: set(rights) or office for name, rights in GROUPS.items()}


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
            Reading(document(forum="Rain Forum", edition=2031)), "0" * 64, Target(by=member("Rapporteurs"))
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
