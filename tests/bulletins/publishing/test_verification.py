"""`verify`: whatever somebody does to the database behind the site's back is found, and told where."""

import io

import pytest
from django.core.management import call_command
from django.db import IntegrityError, connection, transaction

from bulletins.merging_speakers import merge
from bulletins.models import Bulletin, Publication
from bulletins.publishing.publication import Approval, publish
from bulletins.publishing.verification import verify
from bulletins.publishing.withdrawal import restore, withdraw
from forum.ledger import Subject, record, values_of
from forum.models import Act, LedgerEntry
from tests.factories import make_bulletin, make_edition, make_forum, make_speaker, make_user
from tests.kept_rows import triggers_disabled

pytestmark = pytest.mark.django_db
SAID = Approval(acceptance="Read.", correction_note="A figure was wrong.")


@pytest.fixture
def site(editor):
    """Three bulletins: one corrected, one withdrawn, one that was withdrawn and put back; and a merger."""
    record(Act.ADDED, Subject.of(editor), by=None, details=values_of(editor))
    edition = make_edition(make_forum(slug="rain", name="Rain Forum"))
    bulletins = [make_bulletin(edition) for _ in range(3)]
    for bulletin in bulletins:
        publish(bulletin, by=editor, approval=SAID)
    bulletins[0].refresh_from_db()
    bulletins[0].title = "Rain gardens, corrected"
    bulletins[0].save()
    publish(bulletins[0], by=editor, approval=SAID)
    withdraw(bulletins[1], by=editor, note="Wrong throughout.")
    withdraw(bulletins[2], by=editor, note="Wrong throughout.")
    restore(bulletins[2], by=editor, note="It was right.")
    merge(make_speaker("berg-a", given_name="A."), make_speaker("berg-adda", given_name="Adda"), by=editor)
    return bulletins


def test_nothing_differs_on_a_site_that_was_left_alone_and_nothing_is_written(site):
    entries, rows = LedgerEntry.objects.count(), Publication.objects.count()
    out = io.StringIO()

    call_command("verify", stdout=out)

    assert out.getvalue() == f"{rows} publications and {entries} entries of the ledger: all as they were.\n"
    assert (LedgerEntry.objects.count(), Publication.objects.count()) == (entries, rows)


TAMPERING = {
    "a word of a frozen document": (
        (
            "UPDATE bulletins_publication SET frozen = replace(frozen, 'a garden a street', 'two gardens a street')"
            " WHERE number = 3"
        ),
        [
            "index: passages of publication {3} is not what would be made anew",
            "index: entries of publication {3} is not what would be made anew",
            "publication {3} (rain/2026/3, version 1): frozen is not what the ledger tells",
        ],
    ),
    "a title in the lists": (
        "UPDATE bulletins_publication SET title = 'Another' WHERE number = 2",
        ["publication {2} (rain/2026/2, version 1): title is not what the ledger tells"],
    ),
    "who published it": (
        "UPDATE bulletins_publication SET published_by_id = {ada} WHERE number = 2",
        ["publication {2} (rain/2026/2, version 1): published_by_id is not what the ledger tells"],
    ),
    "a withdrawal taken back": (
        (
            "UPDATE bulletins_publication SET withdrawn_at = NULL, withdrawn_by_id = NULL, withdrawal_note = ''"
            " WHERE number = 2"
        ),
        ["publication {2} (rain/2026/2, version 1): withdrawn_at is not what the ledger tells"],
    ),
    "an embargo": (
        "UPDATE bulletins_publication SET public_from = public_from + interval '1 day' WHERE number = 3",
        ["publication {3} (rain/2026/3, version 1): public_from is not what the ledger tells"],
    ),
    "a number": (
        "UPDATE bulletins_publication SET number = 7 WHERE number = 3",
        [
            "publication {3} (rain/2026/7, version 1): number is not what the ledger tells",
            "rain/2026: number 3 is missing",
        ],
    ),
    "a publication removed": (
        (
            "DELETE FROM bulletins_rendering USING bulletins_publication p WHERE p.id = publication_id AND number = 2;"
            "DELETE FROM bulletins_settext USING bulletins_publication p WHERE p.id = publication_id AND number = 2;"
            "DELETE FROM bulletins_publication WHERE number = 2"
        ),
        ["rain/2026: number 2 is missing", "rain: volume 2 is missing", "publication {2} ("],
    ),
    "a publication slipped in": (
        (
            "INSERT INTO bulletins_publication SELECT (jsonb_populate_record(p, jsonb_build_object("
            "'id', 999999, 'version', 9, 'superseded', true, 'correction_kind', 'typo', 'correction_note', 'x'))).*"
            " FROM bulletins_publication p WHERE number = 3"
        ),
        ["publication 999999 (rain/2026/3, version 9): no entry of the ledger tells that it was published"],
    ),
    "the hash of a file": (
        (
            "UPDATE bulletins_publication SET renderings = jsonb_set(renderings, '{{pdf,sha256}}', '\"00\"')"
            " WHERE number = 3"
        ),
        ["publication {3} (rain/2026/3, version 1): renderings is not what the ledger tells"],
    ),
    "a statement given to another": (
        "UPDATE bulletins_statement SET speaker_id = {ada} WHERE publication_id = {3}",
        ["index: statements of publication {3} is not what would be made anew"],
    ),
    "words of a passage": (
        "UPDATE bulletins_passage SET text = 'Another said so.' WHERE publication_id = {3}",
        ["index: passages of publication {3} is not what would be made anew"],
    ),
    "what search finds": (
        "DELETE FROM bulletins_searchentry WHERE publication_id = {3}",
        ["index: entries of publication {3} is not what would be made anew"],
    ),
    "an entry of the ledger changed": (
        "UPDATE forum_ledgerentry SET why = 'For no reason.' WHERE act = 'withdrawn'",
        ["ledger: entry 6 was changed: its hash differs", "ledger: entry 7 was changed: its hash differs"],
    ),
    "an entry of the ledger removed": (
        "DELETE FROM forum_ledgerentry WHERE act = 'put back'",
        [
            "ledger: entry 9 comes after entry 7: entries are missing",
            "ledger: entry 9 does not hold the hash of entry 7",
        ],
    ),
    "the entry of a publication removed from the end": (
        "DELETE FROM forum_ledgerentry WHERE number >= 5",
        ["publication {4} (rain/2026/1, version 2): no entry of the ledger tells that it was published"],
    ),
    "an account with every right": (
        "UPDATE auth_user SET is_superuser = NOT is_superuser WHERE username = 'editor'",
        ["user editor: is_superuser is not what the ledger tells"],
    ),
    "two people made one": (
        (
            "UPDATE speakers_speaker SET merged_into_id = (SELECT id FROM speakers_speaker WHERE slug = 'berg-a')"
            " WHERE slug = 'berg-ada'"
        ),
        ["speaker berg-ada: merged, and no entry of the ledger tells it"],
    ),
}


@pytest.mark.parametrize("what", TAMPERING)
def test_tampering_by_sql_is_found(site, what):
    statement, told = TAMPERING[what]
    places = {str(one.number): one.pk for one in Publication.objects.filter(version=1)}
    places |= {"4": Publication.objects.get(version=2).pk}
    ids = [places.get(str(number)) for number in range(5)]
    ada = Publication.objects.first().published_by_id + 1000
    with triggers_disabled() as cursor:
        cursor.execute(statement.format(*ids, ada=ada))
        changed = cursor.rowcount

    found = verify()

    assert changed > 0
    assert [line for line in told if not any(one.startswith(line.format(*ids)) for one in found)] == []


def test_the_command_names_what_differs_and_its_exit_code_says_so(site):
    with triggers_disabled() as cursor:
        cursor.execute("UPDATE bulletins_publication SET title = 'Another' WHERE number = 2")
    out = io.StringIO()

    with pytest.raises(SystemExit) as ended:
        call_command("verify", stdout=out)

    assert (ended.value.code, out.getvalue().count("\n")) == (1, 1)


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE bulletins_publication SET frozen = ''",
        "UPDATE bulletins_publication SET title = 'Another'",
        "UPDATE bulletins_publication SET number = 9, volume = 9",
        "UPDATE bulletins_publication SET published_at = published_at - interval '1 day'",
        "UPDATE bulletins_publication SET renderings = '{}'",
        "UPDATE bulletins_publication SET superseded = false",
        "DELETE FROM bulletins_publication",
        "SET CONSTRAINTS ALL IMMEDIATE; TRUNCATE bulletins_publication CASCADE",
    ],
)
def test_the_database_refuses_to_change_what_is_published(site, statement):
    with (
        pytest.raises(IntegrityError, match="is refused"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(statement)

    assert verify() == []


def test_a_draft_is_no_part_of_it(site):
    Bulletin.objects.update(title="Drafts go on")
    make_user("ada")

    assert verify() == ["user ada: no entry of the ledger tells of this account"]
