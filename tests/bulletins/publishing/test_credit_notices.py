"""Who prints a credit that was corrected elsewhere is told of it."""

import re

import msgspec
import pytest

from bulletins.document import RosterEntry, with_speakers
from bulletins.drafts.rows import document_of, write_document
from bulletins.merging_speakers import merge
from bulletins.models import CreditNotice
from bulletins.publishing.publication import Approval, publish
from bulletins.publishing.withdrawal import withdraw
from forum.models import OutgoingMail
from speakers.models import Speaker
from tests.factories import document, make_bulletin, make_edition, make_speaker, make_user

pytestmark = pytest.mark.django_db
SAID = Approval(acceptance="Read.", correction_note="The title was wrong.", correction_kind="credit")
OLD, NEW = "Head of Drains, City of Ulm-on-Sea", "Deputy Head of Drains, City of Ulm-on-Sea"


def give_credit(bulletin, credit):
    bulletin.refresh_from_db()
    roster = (RosterEntry(speaker="berg-ada", name="Ada Berg", credit=credit),)
    now = msgspec.structs.replace(document_of(bulletin), roster=roster)
    write_document(bulletin, now, {line.speaker.slug: line.speaker for line in bulletin.roster.all()})


def said_by(key):
    (section,) = document().sections
    (point,) = section.points
    return (msgspec.structs.replace(section, points=(with_speakers(point, {"berg-ada": key}),)),)


def notices():
    return sorted(CreditNotice.objects.values_list("bulletin__title", "old", "new"))


@pytest.fixture
def corrected(edition, editor):
    """A published bulletin whose one credit is corrected when it is called."""
    bulletin = make_bulletin(edition)
    publish(bulletin, by=editor, approval=SAID)

    def correct():
        give_credit(bulletin, NEW)
        return publish(bulletin, by=editor, approval=SAID)

    return correct


def another(title, editor, *, published=True, credit=OLD):
    made = make_bulletin(make_edition(), content=document(title=title), created_by=editor)
    give_credit(made, credit)
    if published:
        publish(made, by=editor, approval=SAID)
    return made


def test_bulletins_and_drafts_that_print_the_old_credit_are_noted(corrected, editor):
    another("Printed", editor)
    another("Drafted", editor, published=False)
    another("Right already", editor, credit=NEW)
    shared = make_bulletin(make_edition(), content=document(title="Of somebody else"), created_by=editor)
    ivo = make_speaker("lund-ivo", family_name="Lund", given_name="Ivo")
    roster = (
        RosterEntry(speaker="berg-ada", name="Ada Berg", credit="Keeper of Wells"),
        RosterEntry(speaker="lund-ivo", name="Ivo Lund", credit=OLD),
    )
    now = msgspec.structs.replace(document_of(shared), roster=roster)
    write_document(shared, now, {one.slug: one for one in (ivo, Speaker.objects.get(slug="berg-ada"))})
    publish(shared, by=editor, approval=SAID)

    corrected()

    assert notices() == [("Drafted", OLD, NEW), ("Printed", OLD, NEW)]


def test_those_who_began_or_published_it_get_one_mail_each_in_its_language(corrected, settings):
    settings.ALLOWED_HOSTS = ["office.example.org"]
    clara, ivo = (
        make_user(name, email=f"{name}@example.org", is_superuser=True) for name in ("clara", "ivo")
    )
    gone = make_user("gone", email="gone@example.org", is_superuser=True)
    printed = another("Printed", clara)
    printed.publications.get()
    drafts = [another(title, one, published=False) for title, one in (("Drafted", ivo), ("Left", gone))]
    another("By hand", make_user("without-address", is_superuser=True), published=False)
    drafts[0].language = "zh"
    drafts[0].save()
    gone.is_active = False
    gone.save()

    corrected()

    assert list(OutgoingMail.objects.order_by("pk").values_list("to", "subject", "body")) == [
        (
            "clara@example.org",
            "A credit was corrected: Ada Berg",
            (
                "“Rain gardens and the streets that need them” now credits Ada Berg as: "
                "Deputy Head of Drains, City of Ulm-on-Sea\nBefore: Head of Drains, City of Ulm-on-Sea\n\n"
                "Your bulletin “Printed” prints the credit as it was. See whether it needs the same correction:\n"
                f"http://office.example.org/admin/bulletins/bulletin/{printed.pk}/change/"
            ),
        ),
        (
            "ivo@example.org",
            "有一处职务已更正：Ada Berg",
            (
                "《Rain gardens and the streets that need them》现将Ada Berg的职务写作："
                "Deputy Head of Drains, City of Ulm-on-Sea\n此前：Head of Drains, City of Ulm-on-Sea\n\n"
                "您的简报《Drafted》仍按旧职务刊印，请看是否需要同样更正：\n"
                f"http://office.example.org/admin/bulletins/bulletin/{drafts[0].pk}/change/"
            ),
        ),
    ]
    assert notices() == [(title, OLD, NEW) for title in ("By hand", "Drafted", "Left", "Printed")]


@pytest.mark.slow  # six versions are published
def test_an_editor_gets_one_mail_for_each_bulletin_however_often_he_published_it_and_whoever_is_in_it(
    corrected, editor
):
    ivo = make_speaker("lund-ivo", family_name="Lund", given_name="Ivo")
    editor.email = "editor@example.org"
    editor.save()
    for title in ("First", "Second"):
        made = another(title, editor)
        made.refresh_from_db()
        roster = (*document_of(made).roster, RosterEntry(speaker="lund-ivo", name="Ivo Lund", credit="Dean"))
        now = msgspec.structs.replace(document_of(made), roster=roster)
        write_document(made, now, {one.slug: one for one in (ivo, Speaker.objects.get(slug="berg-ada"))})
        publish(made, by=editor, approval=SAID)

    corrected()

    told = OutgoingMail.objects.order_by("pk").values_list("body", flat=True)
    assert [re.findall("“(First|Second)”", body) for body in told] == [["First"], ["Second"]]


def test_a_correction_that_changes_no_credit_tells_nobody(edition, editor):
    bulletin = make_bulletin(edition)
    publish(bulletin, by=editor, approval=SAID)
    another("Printed", editor)
    bulletin.refresh_from_db()
    bulletin.title = "Rain gardens, again"
    bulletin.save()
    publish(bulletin, by=editor, approval=SAID)
    assert notices() == []


def test_what_credits_one_who_was_merged_since_is_noted_and_what_was_withdrawn_is_not(corrected, editor):
    make_speaker("berg-a", family_name="Berg", given_name="A.")
    merged = make_bulletin(make_edition(), content=document(title="Merged"), created_by=editor)
    roster = (RosterEntry(speaker="berg-a", name="A. Berg", credit=OLD),)
    now = msgspec.structs.replace(document_of(merged), roster=roster, sections=said_by("berg-a"))
    write_document(merged, now, {"berg-a": Speaker.objects.get(slug="berg-a")})
    publish(merged, by=editor, approval=SAID)
    withdraw(another("Withdrawn", editor), by=editor, note="Wrong.")
    merge(Speaker.objects.get(slug="berg-ada"), Speaker.objects.get(slug="berg-a"), by=editor)

    corrected()

    assert notices() == [("Merged", OLD, NEW)]


def test_publishing_it_anew_settles_the_notice(corrected, editor):
    other = another("Printed", editor)
    corrected()
    give_credit(other, NEW)
    publish(other, by=editor, approval=SAID)
    assert notices() == []


def test_the_desk_shows_it(corrected, editor, client):
    another("Printed", editor)
    corrected()
    client.force_login(editor)
    page = client.get("/admin/")
    assert [(one.bulletin.title, one.new) for one in page.context["desk"]["credits"]] == [("Printed", NEW)]


def test_a_credit_that_was_none_or_is_gone_with_its_person_tells_nobody(edition, editor):
    bulletin = make_bulletin(edition)
    give_credit(bulletin, "")
    publish(bulletin, by=editor, approval=SAID)
    another("Without", editor, credit="")
    give_credit(bulletin, NEW)
    publish(bulletin, by=editor, approval=SAID)
    another("Printed", editor, credit=NEW)
    make_speaker("lund-ivo", family_name="Lund", given_name="Ivo")
    bulletin.refresh_from_db()
    roster = (RosterEntry(speaker="lund-ivo", name="Ivo Lund", credit="Dean"),)
    now = msgspec.structs.replace(document_of(bulletin), roster=roster, sections=said_by("lund-ivo"))
    write_document(bulletin, now, {"lund-ivo": Speaker.objects.get(slug="lund-ivo")})
    publish(bulletin, by=editor, approval=SAID)

    assert notices() == []


def test_a_second_correction_replaces_the_notice_of_the_first(corrected, editor):
    another("Printed", editor)
    first = corrected()
    bulletin = first.bulletin
    give_credit(bulletin, OLD)
    publish(bulletin, by=editor, approval=SAID)
    give_credit(bulletin, "Keeper of Wells")
    publish(bulletin, by=editor, approval=SAID)

    assert notices() == [("Printed", OLD, "Keeper of Wells")]
