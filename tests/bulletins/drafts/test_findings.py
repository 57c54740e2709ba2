"""What may stand in a draft, and why."""

import msgspec
import pytest

from bulletins.document import Point as Item
from bulletins.document import Text
from bulletins.drafts.findings import accept
from bulletins.models import AcceptedFinding
from bulletins.publishing.publication import publish
from forum.refusal import Refusal
from tests.factories import (
    document,
    make_bulletin,
)


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
