"""The JSON face of a Document: written in one canonical form, read from this schema and from older ones."""

from typing import Any

import msgspec

from bulletins.document import LETTERS, SCHEMA, Document, Paragraph, Prose


def to_json(document: Document) -> bytes:
    """Write a Document as its canonical JSON: fixed key order, so equal values give equal bytes."""
    return msgspec.json.encode(document, order="deterministic")


def from_json(data: bytes | str) -> Document:
    """Read a Document from JSON, of this schema or an older one. Raises msgspec.ValidationError naming the place."""
    value = msgspec.json.decode(data)
    if isinstance(value, dict) and value.get("schema") == "rapporteur/document/1":
        value = _from_first_schema(value)
    return msgspec.convert(value, type=Document)


def _from_first_schema(value: dict[str, Any]) -> dict[str, Any]:
    """Give what schema 1 wrote as schema 2 has it: ids, which it lacked, are the places that addresses were made of."""
    sections = [
        {
            **section,
            "id": str(index),
            "points": [
                {**point, "id": f"{index}-{place}"} for place, point in enumerate(section["points"], 1)
            ],
        }
        for index, section in enumerate(value.get("sections", ()), 1)
    ]
    return {**value, "schema": SCHEMA, "sections": sections}


def validated(document: Document) -> Document:
    """Give a Document that keeps to its schema and bounds back. Raises msgspec.ValidationError."""
    return msgspec.convert(msgspec.to_builtins(document), type=Document)


def reason_of(error: msgspec.DecodeError) -> str:
    """Say for people what a Document's schema does not allow."""
    return str(error).replace(f"matching regex {LETTERS!r}", "of letters that can be printed")


def to_builtins(value: Any) -> Any:
    """Turn structs into plain dicts and lists, as a JSON column keeps them."""
    return msgspec.to_builtins(value)


def prose_from_builtins(value: Any) -> Prose:
    """Read a Prose from what a JSON column keeps. Raises msgspec.ValidationError."""
    prose: Prose = msgspec.convert(value, type=Prose)
    return prose


def paragraph_from_builtins(value: Any) -> Paragraph:
    """Read one Paragraph from what a JSON column keeps. Raises msgspec.ValidationError."""
    paragraph: Paragraph = msgspec.convert(value, type=Paragraph)
    return paragraph


def json_schema() -> dict[str, Any]:
    """Give the JSON Schema (2020-12) of a Document."""
    return msgspec.json.schema(Document)
