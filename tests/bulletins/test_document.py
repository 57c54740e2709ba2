"""The Document itself."""

import msgspec

from bulletins.document import to_builtins
from tests.factories import document


def test_documents_frozen_as_json_are_equal_when_read_back():
    content = document()
    assert msgspec.convert(to_builtins(content), type=type(content)) == content
