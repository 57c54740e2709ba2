"""What an import said of a manuscript is not gone with the page that said it."""

import pytest

from bulletins.document import Finding, Fix
from bulletins.drafts.import_reports import done_with_report, report_of
from bulletins.drafts.importing import Target, import_document, import_into
from bulletins.manuscript.blocks import Reading
from bulletins.models import ImportReport
from tests.factories import document, make_bulletin, make_edition

pytestmark = pytest.mark.django_db

LOST = Finding(
    code="unplaced-text",
    severity="warning",
    template="“{text}” has no place.",
    params={"text": "Rain"},
    where="lede[0]",
    fix=Fix(where="lede[0]", old="a", new="b", speaker="berg-ada"),
)


def codes(bulletin):
    report = report_of(bulletin)
    return report and [finding.code for finding in report.findings]


def test_what_reading_and_importing_said_is_kept_whole_with_the_draft():
    imported = import_document(
        Reading(document(), findings=(LOST,)), "a" * 64, Target(edition=make_edition())
    )

    report = report_of(imported.bulletin)

    assert report.findings == (LOST, *imported.findings)
    assert [one.code for one in imported.findings] == ["session-assumed"]
    assert report.at == ImportReport.objects.get().at


def test_the_next_import_says_its_own_in_the_place_of_the_last():
    draft = make_bulletin()
    told = []
    for findings in ([LOST, LOST], [LOST], []):
        import_into(draft, Reading(document(roster=(), sections=()), findings=tuple(findings)), by=None)
        told.append(codes(draft))

    assert told == [["unplaced-text"] * 2, ["unplaced-text"], None]


def test_importing_the_same_manuscript_again_leaves_what_was_said():
    target = Target(edition=make_edition())
    draft = import_document(
        Reading(document(roster=(), sections=()), findings=(LOST,)), "a" * 64, target
    ).bulletin

    import_document(Reading(document(), findings=()), "a" * 64, target)

    assert codes(draft) == ["unplaced-text"]


def test_whoever_is_done_with_it_puts_away_what_was_said_of_that_draft_alone():
    drafts = [make_bulletin(), make_bulletin()]
    for draft in drafts:
        import_into(draft, Reading(document(roster=(), sections=()), findings=(LOST,)), by=None)

    done_with_report(drafts[0], by=None)

    assert [codes(draft) for draft in drafts] == [None, ["unplaced-text"]]
