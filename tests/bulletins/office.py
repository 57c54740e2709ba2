"""An office with every verb that changes what readers see, for tests that do two at once or kill one."""

import datetime
import itertools
from functools import partial

import msgspec
from django.test import Client
from django.urls import reverse

from bulletins.document import Mention, Point, RosterEntry, Section, Text
from bulletins.drafts.changes import apply_changes
from bulletins.drafts.importing import Target, import_document, import_into
from bulletins.drafts.sheet import SetField
from bulletins.manuscript.blocks import Reading
from bulletins.merging_speakers import merge, undo_merge
from bulletins.models import Bulletin
from bulletins.publishing.index import reindex
from bulletins.publishing.publication import publish
from bulletins.publishing.withdrawal import restore, withdraw
from speakers.models import Speaker, SpeakerMerge
from speakers.programme import PlannedSession, Programme, Row
from speakers.programme_import import import_programme
from speakers.programme_people import Participant
from tests.bulletins.conftest import SAID
from tests.factories import document, make_bulletin, make_edition, make_session, make_speaker

PEOPLE = {"berg-ada": "Ada Berg", "berg-adda": "Adda Berg", "lund-ivo": "Ivo Lund", "lund-yvo": "Yvo Lund"}


def crediting_all(title):
    roster = tuple(
        RosterEntry(speaker=slug, name=name, credit="Head of Drains") for slug, name in PEOPLE.items()
    )
    body = tuple((Mention(slug), Text(" agreed.")) for slug in PEOPLE)
    point = Point(ordinal="Firstly", lead=(Text(f"{title.lower()} comes first."),), body=body)
    section = Section(numeral="I", title="One", points=(point,))
    return msgspec.structs.replace(document(), title=title, roster=roster, sections=(section,))


def post(editor, page, pk, data, inline):
    """Save a row's form in the admin."""
    forms = {f"{inline}-{name}": 0 for name in ("TOTAL_FORMS", "INITIAL_FORMS")}
    client = Client()
    client.force_login(editor)
    answer = client.post(reverse(f"admin:{page}_change", args=[pk]), data | forms, SERVER_NAME="localhost")
    assert answer.status_code == 302


class Office:
    """A forum with drafts, issues, people and sessions; each verb does something to it that another may be at."""

    def __init__(self, editor):
        self.editor = editor
        self.edition = make_edition()
        self.session = make_session(self.edition)
        self.count = itertools.count(1)
        given = {slug: name.split()[0] for slug, name in PEOPLE.items()}
        self.people = {
            slug: Speaker.objects.filter(slug=slug).first()
            or make_speaker(slug, family_name=PEOPLE[slug].split()[1], given_name=given[slug])
            for slug in PEOPLE
        }
        self.draft = make_bulletin(self.edition, content=crediting_all("Draft"))
        self.corrected, self.withdrawn = (self.issue() for _ in range(2))

    def new_draft(self):
        return make_bulletin(self.edition, content=crediting_all(f"Issue {next(self.count)}"))

    def issue(self):
        bulletin = self.new_draft()
        publish(bulletin, by=self.editor, approval=SAID)
        return bulletin

    # Each of these prepares, and gives what is then done beside another.

    def publishing(self):
        return partial(publish, self.new_draft(), by=self.editor, approval=SAID)

    def correcting(self):
        Bulletin.objects.filter(pk=self.corrected.pk).update(title=f"Corrected {next(self.count)}")
        return partial(publish, self.corrected, by=self.editor, approval=SAID)

    def withdrawing(self):
        return partial(withdraw, self.withdrawn, by=self.editor, note="Wrong.")

    def putting_back(self):
        withdraw(self.withdrawn, by=self.editor, note="Wrong.")
        return partial(restore, self.withdrawn, by=self.editor)

    def importing(self):
        content = crediting_all(f"Manuscript {next(self.count)}")
        fingerprint = content.title.rjust(64, "0")
        return partial(import_document, Reading(content), fingerprint, Target(edition=self.edition))

    def importing_into_a_draft(self):
        content = crediting_all(f"Manuscript {next(self.count)}")
        return partial(import_into, self.draft, Reading(content), by=self.editor)

    def writing(self):
        self.draft.refresh_from_db()
        change = SetField("title", was=self.draft.title, now=f"Draft {next(self.count)}")
        return partial(apply_changes, self.draft, [change], by=self.editor, seen=self.draft.version)

    def merging(self):
        for merger in SpeakerMerge.objects.filter(undone_at=None, merged__slug="berg-adda"):
            undo_merge(merger, by=self.editor)
        return partial(merge, self.people["berg-ada"], self.people["berg-adda"], by=self.editor)

    def undoing(self):
        known = SpeakerMerge.objects.filter(undone_at=None, merged__slug="lund-yvo").first()
        merger = known or merge(self.people["lund-ivo"], self.people["lund-yvo"], by=self.editor)
        return partial(undo_merge, merger, by=self.editor)

    def importing_a_programme(self):
        number = next(self.count)
        start = datetime.datetime(2026, 11, 17, 9, tzinfo=datetime.UTC)
        planned = PlannedSession(f"Session {number}", start, start + datetime.timedelta(hours=1))
        names = [*PEOPLE.values(), f"Eva Number{number}"]
        rows = [Row(place, planned, Participant(name)) for place, name in enumerate(names, 1)]
        return partial(import_programme, Programme(rows=rows), self.edition, by=self.editor)

    def indexing_anew(self):
        return reindex

    def saving_a_speaker(self):
        data = {"family_name": "Berg", "given_name": f"Ada {next(self.count)}", "name_order": "given"}
        return partial(post, self.editor, "speakers_speaker", self.people["berg-ada"].pk, data, "positions")

    def saving_a_session(self):
        data = {
            "edition": self.edition.pk,
            "title": f"Session {next(self.count)}",
            "kind": "seminar",
            "starts_at_0": "2026-11-18",
            "starts_at_1": "09:00",
            "ends_at_0": "2026-11-18",
            "ends_at_1": "10:00",
        }
        return partial(post, self.editor, "forum_session", self.session.pk, data, "appearances")


VERBS = [
    Office.publishing,
    Office.correcting,
    Office.withdrawing,
    Office.putting_back,
    Office.importing,
    Office.importing_into_a_draft,
    Office.writing,
    Office.merging,
    Office.undoing,
    Office.importing_a_programme,
    Office.indexing_anew,
    Office.saving_a_speaker,
    Office.saving_a_session,
]
