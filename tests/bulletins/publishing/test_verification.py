"""`verify`: whatever somebody does to the database behind the site's back is found, and told where."""

import datetime
import io
import re

import pytest
from django.contrib.auth.models import Group, Permission, User
from django.core.files.storage import storages
from django.core.management import call_command
from django.db import IntegrityError, connection, transaction

from bulletins.merging_speakers import merge, undo_merge
from bulletins.models import Bulletin, Publication
from bulletins.publishing.publication import Approval, publish
from bulletins.publishing.record import fixed_columns
from bulletins.publishing.verification import verify
from bulletins.publishing.withdrawal import restore, withdraw
from forum.ledger import Subject, record, values_of
from forum.models import Act, Edition, LedgerEntry
from forum.signing import Statement
from forum.storage import place_of
from speakers.models import Speaker, SpeakerMerge
from tests.factories import make_bulletin, make_edition, make_forum, make_speaker, make_user, make_version
from tests.figures import drawn, figure, saved, show_in
from tests.kept_rows import triggers_disabled
from tests.kept_sites import kept
from tests.stirred import stir

pytestmark = pytest.mark.django_db
SAID = Approval(acceptance="Read.", correction_note="A figure was wrong.")


@kept
def site(editor):
    """Three bulletins: one corrected, one withdrawn, one that was withdrawn and put back; and a merger."""
    group = Group.objects.create(name="Callers")
    for one in (editor, group):
        record(Act.ADDED, Subject.of(one), by=None, details=values_of(one))
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
            "publication {3} (rain/2026/3, version 1): frozen is not what the ledger tells",
            "index: entries of publication {3} is not what would be made anew",
            "index: passages of publication {3} is not what would be made anew",
            "index: statements of publication {3} is not what would be made anew",
            "index: words of the whole, 0 is not what would be made anew",
        ],
    ),
    "a title in the lists": (
        "UPDATE bulletins_publication SET title = 'Another' WHERE number = 2",
        [
            "publication {2} (rain/2026/2, version 1): title is not what the ledger tells",
        ],
    ),
    "who published it": (
        "UPDATE bulletins_publication SET published_by_id = {ada} WHERE number = 2",
        [
            "publication {2} (rain/2026/2, version 1): published_by_id is not what the ledger tells",
        ],
    ),
    "a withdrawal taken back": (
        (
            "UPDATE bulletins_publication SET withdrawn_at = NULL, withdrawn_by_id = NULL, withdrawal_note = ''"
            " WHERE number = 2"
        ),
        [
            "publication {2} (rain/2026/2, version 1): withdrawal_note is not what the ledger tells",
            "publication {2} (rain/2026/2, version 1): withdrawn_at is not what the ledger tells",
            "publication {2} (rain/2026/2, version 1): withdrawn_by_id is not what the ledger tells",
            "index: entries of publication {2} is not what would be made anew",
            "index: issues of publication {2} is not what would be made anew",
            "index: passages of publication {2} is not what would be made anew",
            "index: statements of publication {2} is not what would be made anew",
            "index: tallies of edition 2026 is not what would be made anew",
            "index: words of the whole, 0 is not what would be made anew",
        ],
    ),
    "an embargo": (
        "UPDATE bulletins_publication SET public_from = public_from + interval '1 day' WHERE number = 3",
        [
            "publication {3} (rain/2026/3, version 1): public_from is not what the ledger tells",
            "index: entries of publication {3} is not what would be made anew",
            "index: issues of publication {3} is not what would be made anew",
            "index: passages of publication {3} is not what would be made anew",
            "index: statements of publication {3} is not what would be made anew",
            "index: tallies of edition 2026 is not what would be made anew",
        ],
    ),
    "a number": (
        "UPDATE bulletins_publication SET number = 7 WHERE number = 3",
        [
            "publication {3} (rain/2026/7, version 1): number is not what the ledger tells",
            "rain/2026: number 3 is missing",
            "rain/2026: number 4 is missing",
            "rain/2026: number 5 is missing",
            "rain/2026: number 6 is missing",
        ],
    ),
    "a publication removed": (
        (
            "DELETE FROM bulletins_rendering USING bulletins_publication p WHERE p.id = publication_id AND number = 2;"
            "DELETE FROM bulletins_settext USING bulletins_publication p WHERE p.id = publication_id AND number = 2;"
            "DELETE FROM bulletins_publication WHERE number = 2"
        ),
        [
            "publication {2} (“2026 Rain Forum Bulletin II”, version 1): it is missing",
            "rain/2026: number 2 is missing",
            "rain: volume 2 is missing",
        ],
    ),
    "a publication slipped in": (
        (
            "INSERT INTO bulletins_publication SELECT (jsonb_populate_record(p, jsonb_build_object("
            "'id', 999999, 'version', 9, 'superseded', true, 'correction_kind', 'typo', 'correction_note', 'x'))).*"
            " FROM bulletins_publication p WHERE number = 3"
        ),
        [
            "publication 999999 (rain/2026/3, version 9): no entry of the ledger tells that it was published",
        ],
    ),
    "the hash of a file": (
        (
            "UPDATE bulletins_publication SET renderings = jsonb_set(renderings, '{{pdf,sha256}}', '\"00\"')"
            " WHERE number = 3"
        ),
        [
            "publication {3} (rain/2026/3, version 1): renderings is not what the ledger tells",
        ],
    ),
    "a statement given to another": (
        "UPDATE bulletins_statement SET speaker_id = {ada} WHERE publication_id = {3}",
        [
            "index: statements of publication {3} is not what would be made anew",
        ],
    ),
    "words of a passage": (
        "UPDATE bulletins_passage SET text = 'Another said so.' WHERE publication_id = {3}",
        [
            "index: passages of publication {3} is not what would be made anew",
        ],
    ),
    "what search finds": (
        "DELETE FROM bulletins_searchentry WHERE publication_id = {3}",
        [
            "index: entries of publication {3} is not what would be made anew",
        ],
    ),
    "a frozen document that cannot be read": (
        "UPDATE bulletins_publication SET frozen = '{{\"title\": 7}}' WHERE number = 3",
        [
            "publication {3} (rain/2026/3, version 1): frozen is not what the ledger tells",
            (
                "index: it cannot be made anew, for a document cannot be read:"
                " Expected `str | null`, got `int` - at `$.title`"
            ),
        ],
    ),
    "an entry of the ledger changed": (
        "UPDATE forum_ledgerentry SET why = 'For no reason.' WHERE act = 'withdrawn'",
        [
            "ledger: entry 7 was changed: its hash differs",
            "ledger: entry 8 was changed: its hash differs",
        ],
    ),
    "an entry of the ledger removed": (
        "DELETE FROM forum_ledgerentry WHERE act = 'put back'",
        [
            "ledger: entry 10 comes after entry 8: entries are missing",
            "ledger: entry 10 does not hold the hash of entry 8",
            "publication {3} (rain/2026/3, version 1): withdrawal_note is not what the ledger tells",
            "publication {3} (rain/2026/3, version 1): withdrawn_at is not what the ledger tells",
            "publication {3} (rain/2026/3, version 1): withdrawn_by_id is not what the ledger tells",
        ],
    ),
    "the entry of a publication removed from the end": (
        "DELETE FROM forum_ledgerentry WHERE number >= 5",
        [
            "publication {1} (rain/2026/1, version 1): superseded is not what the ledger tells",
            "publication {2} (rain/2026/2, version 1): withdrawal_note is not what the ledger tells",
            "publication {2} (rain/2026/2, version 1): withdrawn_at is not what the ledger tells",
            "publication {2} (rain/2026/2, version 1): withdrawn_by_id is not what the ledger tells",
            "publication {3} (rain/2026/3, version 1): no entry of the ledger tells that it was published",
            "publication {4} (rain/2026/1, version 2): no entry of the ledger tells that it was published",
            "speaker berg-adda: merged, and no entry of the ledger tells it",
        ],
    ),
    "an account with every right": (
        "UPDATE auth_user SET is_superuser = NOT is_superuser WHERE username = 'editor'",
        [
            "user editor: is_superuser is not what the ledger tells",
        ],
    ),
    "a merger undone": (
        "UPDATE speakers_speaker SET merged_into_id = NULL WHERE slug = 'berg-adda'",
        [
            "speaker berg-adda: the ledger tells a merger, and there is none",
        ],
    ),
    "a file that is told of removed": (
        "DELETE FROM bulletins_rendering WHERE publication_id = {3} AND format = 'pdf'",
        [
            "publication {3} (rain/2026/3, version 1): no file pdf is kept",
        ],
    ),
    "a file that nobody told of": (
        "UPDATE bulletins_rendering SET sha256 = repeat('0', 64) WHERE publication_id = {3} AND format = 'pdf'",
        [
            "publication {3} (rain/2026/3, version 1): the file pdf is not what the ledger tells",
            f"publication {{3}} (rain/2026/3, version 1): the file pdf ({'0' * 64}) is missing, or was changed",
        ],
    ),
    "a group that may do more": (
        (
            "INSERT INTO auth_group_permissions (group_id, permission_id)"
            " SELECT g.id, p.id FROM auth_group g, auth_permission p"
            " WHERE g.name = 'Callers' AND p.codename = 'delete_forum'"
        ),
        [
            "group Callers: permissions is not what the ledger tells",
        ],
    ),
    "somebody in a group": (
        (
            "INSERT INTO auth_user_groups (user_id, group_id)"
            " SELECT u.id, g.id FROM auth_user u, auth_group g WHERE u.username = 'editor' AND g.name = 'Callers'"
        ),
        [
            "user editor: groups is not what the ledger tells",
        ],
    ),
    "two people made one": (
        (
            "UPDATE speakers_speaker SET merged_into_id = (SELECT id FROM speakers_speaker WHERE slug = 'berg-a')"
            " WHERE slug = 'berg-ada'"
        ),
        [
            "speaker berg-ada: merged, and no entry of the ledger tells it",
            "index: entries of publication {3} is not what would be made anew",
            "index: entries of publication {4} is not what would be made anew",
            "index: issues of publication {3} is not what would be made anew",
            "index: issues of publication {4} is not what would be made anew",
            "index: names of speaker berg-ada is not what would be made anew",
            "index: names of speaker berg-a is not what would be made anew",
            "index: passages of publication {3} is not what would be made anew",
            "index: passages of publication {4} is not what would be made anew",
            "index: statements of publication {3} is not what would be made anew",
            "index: statements of publication {4} is not what would be made anew",
            "index: tallies of edition 2026 is not what would be made anew",
        ],
    ),
}


def named(lines, ids):
    """Lines with numbers of publications, and names of other rows, for their keys."""
    keys = {str(pk): f"{{{number}}}" for number, pk in enumerate(ids) if pk}
    speakers = {str(pk): slug for pk, slug in Speaker.objects.values_list("pk", "slug")}
    edition = str(Edition.objects.get().pk)

    def name(found):
        known = {"publication": keys, "speaker": speakers, "edition": {edition: "2026"}}[found[1]]
        return f"{found[1]} {known.get(found[2], found[2])}"

    return [re.sub(r"(publication|speaker|edition) (\d+)\b", name, line) for line in lines]


@pytest.mark.parametrize("what", TAMPERING)
def test_tampering_by_sql_is_found_and_nothing_else(site, what):
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
    assert sorted(named(found, ids)) == sorted(told)


def test_what_is_wrong_in_the_index_is_told_and_left_as_it_is(site):
    with triggers_disabled() as cursor:
        cursor.execute("DELETE FROM bulletins_searchentry")

    told = [verify(), verify()]

    publications = Publication.objects.filter(superseded=False, withdrawn_at=None).order_by("pk")
    missing = [
        f"index: entries of publication {one.pk} is not what would be made anew" for one in publications
    ]
    assert told == [missing] * 2


def test_all_that_is_wrong_is_told_in_one_order(site, editor):
    first, withdrawn, last, corrected = Publication.objects.order_by("pk")
    more = fixed_columns(corrected) | dict.fromkeys(("red", "green", "blue", "white", "black"), "x")
    record(Act.CHANGED, Subject("bulletin/0", "x"), by=editor, details={"publication": more})
    for name in ("ulm-on-sea", "tove", "sigrid", "ivo", "ada"):
        record(Act.MERGED, Subject(f"speaker/{name}", "x"), by=editor, details={"merged": f"kept-{name}"})
        make_speaker(f"kept-{name}")
        make_speaker(f"gone-{name}", merged_into=Speaker.objects.get(slug="berg-ada"))
    for name in ("zoe", "ivo", "ada"):
        make_user(name)
    for name in ("Singers", "Porters"):
        group = Group.objects.create(name=name)
        record(Act.ADDED, Subject.of(group), by=None, details=values_of(group))
        group.permissions.set(Permission.objects.all()[:1])
    connection.check_constraints()  # before there is a fault
    with triggers_disabled() as cursor:
        cursor.execute("UPDATE bulletins_publication SET title = 'x', date = '1999-01-01', people = '{}'")
        cursor.execute("DELETE FROM bulletins_publication WHERE id = ANY(%s)", [[first.pk, withdrawn.pk]])
        cursor.execute("DELETE FROM bulletins_rendering")
        for model in (Publication, User, Group):
            stir(model)

    found = verify()

    names = {first.pk: "first", withdrawn.pk: "withdrawn", last.pk: "last", corrected.pk: "corrected"}
    lines = [re.sub(r"^publication (\d+) [^:]*", lambda one: names[int(one[1])], line) for line in found]
    index = [line for line in lines if line.startswith("index: ")]
    assert (len(index) > 5, index) == (True, sorted(index))
    files = [f"no file {one} is kept" for one in ("docx", "html", "json", "md", "pdf", "txt")]
    columns = [f"{one} is not what the ledger tells" for one in ("date", "people", "title")]
    people = ("ada", "ivo", "sigrid", "tove", "ulm-on-sea")
    assert lines[: -len(index)] == [
        *(f"last: {line}" for line in (*columns, *files)),
        *(f"corrected: {line}" for line in columns),
        *(
            f"corrected: there is no column {one}, which the ledger tells"
            for one in ("black", "blue", "green", "red", "white")
        ),
        *(f"corrected: {line}" for line in files),
        "first: it is missing",
        "withdrawn: it is missing",
        "rain/2026: number 2 is missing",
        "rain: volume 2 is missing",
        *(f"speaker gone-{one}: merged, and no entry of the ledger tells it" for one in people),
        *(f"speaker kept-{one}: the ledger tells a merger, and there is none" for one in people),
        *(f"user {one}: no entry of the ledger tells of this account" for one in ("zoe", "ivo", "ada")),
        "group Singers: permissions is not what the ledger tells",
        "group Porters: permissions is not what the ledger tells",
    ]


def test_missing_numbers_and_volumes_are_told_place_by_place(db):
    for slug in ("tides", "snow", "rain", "wind"):
        edition = make_edition(make_forum(slug=slug))
        for number in (9, 2, 6):
            make_version(make_bulletin(edition, number=number, volume=number + 30))

    found = [line for line in verify() if re.match(r"\S+: (number|volume)", line)]

    slugs = ("rain", "snow", "tides", "wind")
    assert found == [
        *(f"{slug}/2026: number {one} is missing" for slug in slugs for one in (3, 4, 5, 7, 8)),
        *(f"{slug}: volume {one} is missing" for slug in slugs for one in (33, 34, 35, 37, 38)),
    ]


@pytest.mark.parametrize(
    ("entries", "head", "told"),
    [
        (0, "", []),
        (1, "", ["ledger: entry 1 is not the one that was the last on 2026-11-18"]),
        (1, None, []),
        (999, "", ["ledger: entry 999, which was the last on 2026-11-18, is missing"]),
    ],
)
def test_the_ledger_is_held_against_what_was_signed_of_it_before(site, entries, head, told):
    first = LedgerEntry.objects.order_by("number").first()
    at = datetime.datetime(2026, 11, 18, tzinfo=datetime.UTC)

    assert verify(Statement(entries=entries, head=first.hash if head is None else head, at=at)) == told


def test_a_column_that_the_ledger_tells_and_no_row_has_is_told(site, editor):
    out = Publication.objects.get(number=3)
    told = fixed_columns(out) | {"colour": "red"}
    record(Act.CHANGED, Subject("bulletin/0", "x"), by=editor, details={"publication": told})

    assert verify() == [
        f"publication {out.pk} (rain/2026/3, version 1): there is no column colour, which the ledger tells"
    ]


def test_a_picture_that_is_lost_or_another_is_told(editor):
    data = saved(drawn(24))
    shown = figure(data, alt="A dam")
    bulletin = make_bulletin()
    show_in(bulletin, shown)
    record(Act.ADDED, Subject.of(editor), by=None, details=values_of(editor))
    out = publish(bulletin, by=editor, approval=SAID)
    before = verify()
    storages["renderings"].delete(place_of(shown.file))

    found = verify()

    assert before == []
    assert [line.partition("): ")[2] for line in found] == [
        f"the picture {shown.name} is missing, or was changed"
    ]
    assert found[0].startswith(f"publication {out.pk} ")


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


def test_a_merger_that_was_undone_is_none_and_may_be_made_again(site, editor):
    merger = SpeakerMerge.objects.get()
    undo_merge(merger, by=editor)
    undone = verify()

    merge(merger.kept, merger.merged, by=editor)

    assert (undone, verify()) == ([], [])


def test_a_draft_is_no_part_of_it(site):
    Bulletin.objects.update(title="Drafts go on")
    make_user("ada")

    assert verify() == ["user ada: no entry of the ledger tells of this account"]


def test_a_column_of_an_account_is_compared_as_a_whole():
    user = make_user("ada", email="ab@x.example")
    record(Act.ADDED, Subject.of(user), by=None, details=values_of(user))
    User.objects.filter(pk=user.pk).update(email="ba@x.example")

    assert verify() == ["user ada: email is not what the ledger tells"]


def test_a_right_has_an_id_and_its_name_and_what_was_taken_away_tell_nothing():
    group = Group.objects.create(name="Callers")
    kept, lost, more = Permission.objects.all()[:3]
    group.permissions.set([kept, lost])
    record(Act.ADDED, Subject.of(group), by=None, details=values_of(group))

    Permission.objects.filter(pk=kept.pk).update(name="Called otherwise since")
    group.permissions.remove(lost)
    assert verify() == []

    group.permissions.add(more)
    assert verify() == ["group Callers: permissions is not what the ledger tells"]


@pytest.mark.django_db(transaction=True)
def test_everything_is_compared_as_it_stood_at_one_moment(editor):
    """What somebody publishes meanwhile is either in all that is compared, or in nothing."""
    publish(make_bulletin(), by=editor, approval=SAID)
    levels = []

    def asked(execute, sql, params, many, context):
        if not levels and "bulletins_publication" in sql:
            with connection.connection.cursor() as cursor:
                levels.append(cursor.execute("SHOW transaction_isolation").fetchone()[0])
        return execute(sql, params, many, context)

    with connection.execute_wrapper(asked):
        verify()

    assert levels == ["repeatable read"]
