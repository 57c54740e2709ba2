"""What may stand in a draft, and why."""

import msgspec
import pytest

from bulletins.document import Point as Item
from bulletins.document import Text
from bulletins.drafts.findings import accept, findings_of, findings_of_each
from bulletins.drafts.rows import document_of
from bulletins.models import AcceptedFinding, Bulletin
from bulletins.publishing.publication import publish
from forum.refusal import Refusal
from tests.factories import document, make_bulletin, make_edition, make_series


@pytest.mark.django_db
def test_warnings_that_were_accepted_one_by_one_need_no_other_word(editor):
    point = Item(ordinal="x", lead=(Text("everybody agreed."),), body=((Text("All did."),),))
    (section,) = document().sections
    bulletin = make_bulletin(
        content=document(sections=(msgspec.structs.replace(section, points=(*section.points, point)),))
    )
    with pytest.raises(Refusal) as refused:
        publish(bulletin, by=editor)
    for finding in refused.value.findings:
        accept(bulletin, code=finding.code, message=finding.message, reason="The whole room.", by=editor)

    assert publish(bulletin, by=editor).acceptance == "The whole room."


@pytest.mark.django_db
def test_accepting_needs_a_reason_and_happens_once(editor):
    bulletin = make_bulletin()
    with pytest.raises(Refusal):
        accept(bulletin, code="x", message="y", reason=" ", by=editor)
    for reason in ("First.", "Second."):
        accept(bulletin, code="x", message="y", reason=reason, by=editor)

    assert list(AcceptedFinding.objects.values_list("reason", flat=True)) == ["First."]


@pytest.mark.django_db
def test_a_list_of_drafts_tells_of_each_what_its_own_page_does_and_no_number_of_another_series_as_taken():
    edition = make_edition()
    drafts = [
        make_bulletin(edition, number=3, volume=7),
        make_bulletin(edition, number=3, volume=7, series=make_series(edition.forum)),
        make_bulletin(edition, number=4, volume=8),
        make_bulletin(edition),
    ]

    each = {one.pk: told for one, told in findings_of_each(Bulletin.objects.all())}

    assert each == {one.pk: findings_of(one, document_of(one)) for one in drafts}
    assert [one.code for told in each.values() for one in told if one.code == "number-taken"] == []
