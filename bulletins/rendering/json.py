"""JSON: the Document itself, in its canonical form."""

from bulletins.document import Document, Imprint
from bulletins.document_json import to_json


def render_json(document: Document, imprint: Imprint) -> bytes:  # noqa: ARG001 (one signature for all formats)
    """Give the Document as canonical JSON."""
    return to_json(document)
