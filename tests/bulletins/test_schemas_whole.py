"""What others rely on is kept whole beside this: a change of it shows as a difference, before anybody meets it."""

import inspect
import json
from pathlib import Path

import msgspec

from bulletins.admin import protocol
from bulletins.api.urls import api
from bulletins.document_json import json_schema
from bulletins.drafts.roster import PastedPeople
from bulletins.drafts.sheet import Change
from tests.kept_text import as_kept

HERE = Path(__file__).parent


def as_text(schema):
    """Give a schema with a line for each of its parts."""
    parts = {f"{name} {key}": part for name, one in schema.items() for key, part in _parts(one)}
    return "".join(f"{name}: {json.dumps(part, ensure_ascii=False)}\n" for name, part in parts.items())


def _parts(schema):
    return schema.items() if isinstance(schema, dict) else [("", schema)]


def test_the_schema_of_a_document_is_what_programs_were_told():
    schema = as_text(json_schema())

    assert schema == as_kept(HERE / "document_schema.txt", schema)


def test_the_openapi_document_is_what_programs_were_told():
    schema = as_text(api.get_openapi_schema(path_prefix="/api/"))

    assert schema == as_kept(HERE / "api" / "openapi_whole.txt", schema)


def test_what_the_writing_page_and_its_doors_tell_each_other_has_these_parts():
    told = [
        one for one in vars(protocol).values() if inspect.isclass(one) and issubclass(one, msgspec.Struct)
    ]
    schemas, parts = msgspec.json.schema_components([*told, PastedPeople, Change])
    schema = as_text({"told": {"": schemas}, "parts": parts})

    assert schema == as_kept(HERE / "admin" / "protocol_whole.txt", schema)
