"""Which advisory locks each verb holds until its transaction ends: forum/locks.py says what for."""

import re
from contextlib import suppress

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from forum.locks import _NAMESPACE, _Rule
from forum.refusal import Refusal
from tests.bulletins.test_rights import VERBS
from tests.factories import make_user

# Of those that hold any; with those of what is done before it here: a bulletin must be published to be withdrawn.
HELD = {
    "bulletins.drafts.attribution.give_sentences": "people",
    "bulletins.drafts.beginning.duplicate": "people",
    "bulletins.drafts.bin.take_out_of_bin": "LEDGER",
    "bulletins.drafts.changes.apply_changes": "people",
    "bulletins.drafts.importing.import_document": "NAMES people",
    "bulletins.drafts.importing.import_into": "NAMES people",
    "bulletins.drafts.proposing.decide (accept)": "people",
    "bulletins.drafts.proposing.decide (refuse)": "people",
    "bulletins.drafts.review.move (approve)": "LEDGER",
    "bulletins.drafts.review.move (hand in)": "LEDGER",
    "bulletins.drafts.review.move (return)": "LEDGER",
    "bulletins.drafts.review.move (take back)": "LEDGER",
    "bulletins.drafts.rights.limit_readers": "LEDGER",
    "bulletins.drafts.roster.add_people": "NAMES people",
    "bulletins.drafts.roster.new_person": "NAMES",
    "bulletins.merging_forums.merge_forums": "LEDGER NAMES PEOPLE",
    "bulletins.merging_speakers.merge": "LEDGER PEOPLE",
    "bulletins.merging_speakers.undo_merge": "LEDGER PEOPLE",
    "bulletins.publishing.embargo.change_embargo": "LEDGER VOCABULARY people reindexing",
    "bulletins.publishing.publication.publish": "LEDGER VOCABULARY people reindexing",
    "bulletins.publishing.scheduling.cancel_correction": "LEDGER VOCABULARY people reindexing",
    "bulletins.publishing.scheduling.schedule_correction": "LEDGER VOCABULARY people reindexing",
    "bulletins.publishing.withdrawal.restore": "LEDGER VOCABULARY people reindexing",
    "bulletins.publishing.withdrawal.withdraw": "LEDGER VOCABULARY people reindexing",
    "speakers.programme_import.import_programme": "NAMES people",
    "speakers.staff_import.import_people": "LEDGER NAMES people",
}


_LOCKS_PEOPLE = f"({_NAMESPACE}, {_Rule.PEOPLE.value})"
_LOCKS_PEOPLE_OR_DRAFT = re.compile(rf'{re.escape(_LOCKS_PEOPLE)}|FROM "bulletins_bulletin".* FOR UPDATE')


def held():
    """Give the locks of this transaction: "NAMES" alone, "people" together with others."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT objid, mode FROM pg_locks WHERE locktype = 'advisory' AND pid = pg_backend_pid() AND classid = %s",
            [_NAMESPACE],
        )
        rules = {rule.value: rule.name for rule in _Rule}
        return {
            rules[rule] if mode == "ExclusiveLock" else rules[rule].lower()
            for rule, mode in cursor.fetchall()
            if rule in rules
        }


@pytest.mark.django_db
@pytest.mark.slow  # some start a process that reads, or draw a sheet
@pytest.mark.parametrize("verb", VERBS)
def test_a_verb_holds_the_locks_of_what_it_writes(verb):
    call, _who = VERBS[verb]
    with suppress(Refusal):
        call(make_user("administrator", is_superuser=True))

    assert held() == set(HELD.get(verb, "").split())


@pytest.mark.django_db
@pytest.mark.parametrize(
    "verb", ["attribution.give_sentences", "changes.apply_changes", "importing.import_into"]
)
def test_who_writes_in_a_draft_waits_for_mergers_before_it_is_held(verb):
    call, _who = VERBS[f"bulletins.drafts.{verb}"]
    with CaptureQueriesContext(connection) as asked, suppress(Refusal):
        call(make_user("administrator", is_superuser=True))

    taken = [_LOCKS_PEOPLE in one["sql"] for one in asked if _LOCKS_PEOPLE_OR_DRAFT.search(one["sql"])]
    assert (taken[0], False in taken) == (True, True)
