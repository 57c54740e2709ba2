"""A draft as the writing page holds it."""

import msgspec
import pytest

from bulletins.document import Point as Item
from bulletins.document import Section, Text
from bulletins.drafts.rows import document_as_typed, document_of, sheet_of
from tests.factories import (
    document,
    make_bulletin,
)


def two_sections():
    point = Item(ordinal="x", lead=(Text("one thing."),), body=((Text("Said."),),))
    section = Section(
        numeral="I", title="First", points=(point, msgspec.structs.replace(point, lead=(Text("two."),)))
    )
    return make_bulletin(
        content=document(sections=(section, msgspec.structs.replace(section, title="Second")))
    )


@pytest.mark.django_db
def test_a_sheet_is_the_document_with_keys():
    bulletin = two_sections()

    assert document_as_typed(bulletin, sheet_of(bulletin)) == document_of(bulletin)
