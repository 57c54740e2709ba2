"""Merging people who are in the directory twice: every link is kept, and it can be undone."""

import contextlib
import datetime
import itertools
import threading
from collections import Counter

import msgspec
import pytest
from django.db import IntegrityError, connection, transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bulletins.document import Mention, Point, RosterEntry, Section, Text
from bulletins.document_json import to_builtins
from bulletins.drafts.changes import apply_changes
from bulletins.drafts.rows import document_of, sheet_of
from bulletins.drafts.sheet import Credit, SetEntry, SetField, SetPoint
from bulletins.merging_speakers import merge, undo_merge
from bulletins.models import Statement
from bulletins.publishing.publication import Approval, publish
from bulletins.publishing.withdrawal import restore, withdraw
from forum.refusal import Refusal
from speakers.directory import Directory
from speakers.models import Appearance, Position, Speaker, SpeakerMerge
from tests.factories import document, hold, make_bulletin, make_edition, make_session, make_speaker
from tests.index_rows import assert_index_is_as_made_anew

pytestmark = pytest.mark.django_db
SAID = Approval(acceptance="Read.")


@pytest.fixture
def twice():
    return make_speaker(), make_speaker("berg-adda", given_name="Adda")


def mentioning(*slugs):
    body = tuple(part for slug in slugs for part in (Mention(slug), Text(" agreed. ")))
    point = Point(ordinal="Firstly", lead=(Text("small works come first."),), body=(body,))
    roster = tuple(RosterEntry(speaker=slug, name=slug.title(), credit="Head of Drains") for slug in slugs)
    return document(roster=roster, sections=(Section(numeral="I", title="One", points=(point,)),))


def everything():
    """All that ties rows to people."""
    return (
        sorted(Position.objects.values_list("pk", "speaker__slug")),
        sorted(Appearance.objects.values_list("session", "speaker__slug", "credits__en")),
        sorted(Statement.objects.values_list("anchor", "speaker__slug", "credit")),
        sorted(Speaker.objects.present().values_list("slug", flat=True)),
    )


def test_positions_appearances_rosters_texts_and_statements_follow_and_come_back(twice, editor):
    kept, merged = twice
    hold(kept, "Dean", datetime.date(2020, 1, 1))
    hold(merged, "Dean", datetime.date(2021, 1, 1))
    hold(merged, "Rector")
    bulletin = make_bulletin(content=mentioning("berg-adda"))
    publish(bulletin, by=editor, approval=SAID)
    one, both = make_session(bulletin.edition), make_session(bulletin.edition)
    Appearance.objects.create(session=one, speaker=merged, credits={"en": "Rector"})
    Appearance.objects.create(session=both, speaker=merged, credits={"en": "Rector"})
    Appearance.objects.create(session=both, speaker=kept, credits={"en": "Dean"})
    before, written = everything(), document_of(bulletin)

    merger = merge(kept, merged, by=editor)

    assert [speaker for _, speaker in everything()[0]] == ["berg-ada", "berg-adda", "berg-ada"]
    assert everything()[1:] == (
        [(one.pk, "berg-ada", "Rector"), (both.pk, "berg-ada", "Dean")],
        [(written.sections[0].points[0].id, "berg-ada", "Head of Drains")],
        ["berg-ada"],
    )
    assert [entry.speaker for entry in document_of(bulletin).roster] == ["berg-ada"]
    assert document_of(bulletin).sections[0].points[0].body[0][0] == Mention("berg-ada")

    undo_merge(merger, by=None)

    assert (everything(), document_of(bulletin)) == (before, written)


def test_the_roster_line_that_went_comes_back_word_for_word(twice, editor):
    roster = tuple(
        RosterEntry(speaker=slug, name=slug, credit="Dean", role="speech", role_printed=f"spoke as {slug}")
        for slug in ("berg-ada", "berg-adda")
    )
    bulletin = make_bulletin(content=document(roster=roster))
    before = document_of(bulletin)

    undo_merge(merge(*twice, by=editor), by=None)

    assert document_of(bulletin) == before


def test_a_point_that_credits_both_counts_once(twice, editor):
    kept, merged = twice
    publish(make_bulletin(content=mentioning("berg-adda", "berg-ada")), by=editor, approval=SAID)

    merge(kept, merged, by=editor)

    assert list(Statement.objects.values_list("speaker__slug", flat=True)) == ["berg-ada"]


def test_the_name_of_who_was_merged_finds_who_was_kept(twice, editor):
    kept, merged = twice
    merge(kept, merged, by=editor)

    assert Directory.load().find("Adda Berg").speaker == kept


def test_a_text_that_was_changed_since_stays_as_it_is_when_a_merger_is_undone(twice, editor):
    kept, merged = twice
    bulletin = make_bulletin(content=mentioning("berg-adda"))
    merger = merge(kept, merged, by=editor)
    point = bulletin.sections.get().points.get()
    point.body = [[*point.body[0], {"type": "text", "text": "New."}]]
    point.save()

    undo_merge(merger, by=None)

    assert bulletin.sections.get().points.get().body == point.body


def test_nobody_is_merged_twice_or_undone_twice(twice, editor):
    kept, merged = twice
    merger = merge(kept, merged, by=editor)
    with pytest.raises(Refusal, match="merged before"):
        merge(kept, merged, by=editor)
    undo_merge(merger, by=None)
    with pytest.raises(Refusal, match="undone before"):
        undo_merge(merger, by=None)

    assert SpeakerMerge.objects.exclude(undone_at=None).count() == 1


def test_nobody_is_merged_into_oneself(twice, editor):
    with pytest.raises(Refusal, match="two different people"):
        merge(twice[0], twice[0], by=editor)


def test_likely_pairs_are_those_with_nearly_one_name(twice):
    make_speaker("lund-ivo", family_name="Lund", given_name="Ivo")

    assert [{one.slug, other.slug} for _, one, other in Directory.load().likely_pairs()] == [
        {"berg-ada", "berg-adda"}
    ]


def test_a_frozen_document_keeps_the_key_it_was_published_with(twice, editor):
    kept, merged = twice
    publication = publish(make_bulletin(content=mentioning("berg-adda")), by=editor, approval=SAID)
    frozen = publication.frozen

    merge(kept, merged, by=editor)
    publication.refresh_from_db()

    assert publication.frozen == frozen
    assert msgspec.json.decode(frozen)["roster"][0]["speaker"] == "berg-adda"


def test_pages_that_were_open_learn_of_a_merger_and_go_on_writing(twice, editor):
    kept, merged = twice
    bulletin = make_bulletin(content=mentioning("berg-adda"))
    opened = sheet_of(bulletin)
    (entry,), (point,) = opened.roster, opened.sections[0].points
    merge(kept, merged, by=editor)
    longer = msgspec.structs.replace(point.said(), body=(*point.body, (Mention("berg-adda"), Text(" left."))))

    written = apply_changes(
        bulletin,
        [
            SetPoint(point.id, was=point.said(), now=longer),
            SetEntry("berg-adda", was=entry.printed(), now=Credit(credit="Rector")),
            SetField(
                "lede", was=to_builtins(opened.lede), now=[[{"type": "mention", "speaker": "berg-adda"}]]
            ),
        ],
        by=None,
        seen=opened.version,
    )

    stands = sheet_of(bulletin)
    assert ([one.status for one in written.outcomes], written.alone) == (["done"] * 3, False)
    assert [(one.speaker, one.credit) for one in stands.roster] == [("berg-ada", "Rector")]
    assert stands.sections[0].points[0].body[-1][0] == stands.lede[0][0] == Mention("berg-ada")


def test_drafts_that_name_neither_are_not_read_again(twice, editor):
    make_bulletin(content=mentioning("berg-adda"))
    other = make_bulletin(content=mentioning("lund-ivo"))

    undo_merge(merge(*twice, by=editor), by=None)

    assert sheet_of(other).version == 0


def test_a_draft_with_somebody_in_its_roster_only_is_read_again_after_merging_and_after_undoing(
    twice, editor
):
    kept, merged = twice
    bulletin = make_bulletin(content=mentioning("berg-adda"))
    bulletin.sections.all().delete()

    merger = merge(kept, merged, by=editor)
    after = sheet_of(bulletin).version
    undo_merge(merger, by=None)

    assert (after, sheet_of(bulletin).version) == (1, 2)


@pytest.mark.django_db(transaction=True)
def test_merging_waits_for_who_writes_and_overwrites_nothing(twice, editor):
    kept, merged = twice
    bulletin = make_bulletin(content=mentioning("berg-adda"))
    (point,) = sheet_of(bulletin).sections[0].points
    longer = msgspec.structs.replace(point.said(), body=(*point.body, (Text("Typed meanwhile."),)))

    def press():
        merge(kept, merged, by=editor)
        connection.close()

    merging = threading.Thread(target=press)
    with transaction.atomic():
        apply_changes(bulletin, [SetPoint(point.id, was=point.said(), now=longer)], by=None, seen=0)
        merging.start()
        merging.join(0.5)
    merging.join(20)

    (stands,) = sheet_of(bulletin).sections[0].points
    assert stands.body == ((Mention("berg-ada"), Text(" agreed.")), (Text("Typed meanwhile."),))


def waited_for(verb):
    """Begin a verb in a thread of its own, and give it time to get as far as it can."""
    thread = threading.Thread(target=lambda: (verb(), connection.close()))
    thread.start()
    thread.join(0.5)
    return thread


def test_who_was_merged_into_somebody_who_is_merged_is_merged_into_the_last(client, twice, editor):
    adda, ada = twice[1], twice[0]
    third = make_speaker("berg-adele", given_name="Adele")
    withdrawn = make_bulletin(content=mentioning("berg-adda"))
    publish(withdrawn, by=editor, approval=SAID)
    publish(make_bulletin(withdrawn.edition, content=mentioning("berg-ada")), by=editor, approval=SAID)
    withdraw(withdrawn, by=editor, note="Wrong.")

    merge(ada, adda, by=editor)
    merge(third, ada, by=editor)
    restore(withdrawn, by=editor)

    assert list(Statement.objects.values_list("speaker__slug", flat=True)) == ["berg-adele"] * 2
    assert [client.get(f"/speakers/{one.slug}/").headers["Location"] for one in (ada, adda)] == [
        "/speakers/berg-adele/"
    ] * 2
    assert client.get("/speakers/berg-adele/").status_code == 200
    assert_index_is_as_made_anew()


def test_a_roster_line_that_went_with_the_second_merger_comes_back_with_its_own(twice, editor):
    ada, adda = twice
    third = make_speaker("berg-adele", given_name="Adele")
    bulletin = make_bulletin(content=mentioning("berg-adda", "berg-adele"))
    written = document_of(bulletin)
    mergers = [merge(ada, adda, by=editor), merge(third, ada, by=editor)]

    for merger in reversed(mergers):
        undo_merge(merger, by=editor)

    assert document_of(bulletin) == written


def test_the_database_itself_holds_that_nobody_is_merged_into_somebody_who_is(twice):
    ada, adda = twice
    third = make_speaker("berg-adele", given_name="Adele")

    def chain(*steps):
        with transaction.atomic(), connection.cursor() as cursor:
            for one, other in steps:
                Speaker.objects.filter(pk=one.pk).update(merged_into=other)
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")

    for steps in (((adda, ada), (ada, third)), ((ada, third), (adda, ada))):
        with pytest.raises(IntegrityError):
            chain(*steps)


class MergersAtRandom:
    """Four people who are merged and taken apart at random; and into whom each one should be merged now."""

    def __init__(self, people, editor, draw):
        self.people, self.editor, self.draw = people, editor, draw
        self.into = {one: one for one in people}
        self.mergers = []

    def step(self):
        verb = self.undo if self.mergers and self.draw(st.booleans()) else self.merge
        with contextlib.suppress(Refusal):
            verb()

    def merge(self):
        kept, merged = self.draw(st.permutations(self.people))[:2]
        self.mergers.append(merge(kept, merged, by=self.editor))
        self.into = {one: kept if other == merged else other for one, other in self.into.items()}

    def undo(self):
        merger = self.draw(st.sampled_from(self.mergers))
        undo_merge(merger, by=self.editor)
        self.mergers.remove(merger)
        back = {merger.merged.pk, *merger.done["people"]}
        self.into |= {one: merger.merged for one in self.people if one.pk in back}


def issues_of(people, editor):
    """An issue that credits all of them, and one for each; the last is withdrawn."""
    edition = make_edition()
    for slugs in ([one.slug for one in people], *([one.slug] for one in people)):
        bulletin = make_bulletin(edition, content=mentioning(*slugs))
        publish(bulletin, by=editor, approval=SAID)
    withdraw(bulletin, by=editor, note="Wrong.")
    return bulletin


@pytest.mark.slow
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=12, deadline=None)
@given(data=st.data())
def test_however_people_are_merged_and_taken_apart_nobody_loses_a_statement(client, editor, data):
    with transaction.atomic():
        people = [make_speaker(f"berg-{letter}", given_name=letter) for letter in "abcd"]
        withdrawn = issues_of(people, editor)
        model = MergersAtRandom(people, editor, data.draw)
        for _ in range(data.draw(st.integers(1, 7))):
            model.step()

        restore(withdrawn, by=editor)

        # One statement for each run of their words in the issue that all share, and one in the issue of each.
        runs = [kept for kept, _ in itertools.groupby(model.into[one] for one in people)]
        expected = Counter(kept.slug for kept in (*runs, *model.into.values()))
        assert Counter(Statement.objects.values_list("speaker__slug", flat=True)) == expected
        answers = [client.get(f"/speakers/{one.slug}/") for one in people]
        assert [(answer.status_code, answer.headers.get("Location")) for answer in answers] == [
            (200, None) if kept == one else (301, f"/speakers/{kept.slug}/")
            for one, kept in model.into.items()
        ]
        assert_index_is_as_made_anew()
        transaction.set_rollback(True)


@pytest.mark.django_db(transaction=True)
def test_who_publishes_while_somebody_is_merged_is_indexed_under_the_one_who_was_kept(twice, editor):
    kept, merged = twice
    bulletin = make_bulletin(content=mentioning("berg-adda"))
    with transaction.atomic():
        publish(bulletin, by=editor, approval=SAID)
        merging = waited_for(lambda: merge(kept, merged, by=editor))
    merging.join(20)

    assert list(Statement.objects.values_list("speaker__slug", flat=True)) == ["berg-ada"]
    assert_index_is_as_made_anew()
