"""The Document's JSON: this schema comes back equal, and an older one is read for ever."""

import json
from pathlib import Path

import msgspec
import pytest
from hypothesis import given

from bulletins.document import SCHEMA, Document, Text, points
from bulletins.document_json import (
    from_json,
    json_schema,
    paragraph_from_builtins,
    prose_from_builtins,
    reason_of,
    to_builtins,
    to_json,
    validated,
)
from tests import strategies
from tests.kept_text import as_kept, schema_as_text

FIRST_SCHEMA = {
    "schema": "rapporteur/document/1",
    "language": "en",
    "title": "Rain gardens",
    "roster": [{"speaker": "berg-ada", "name": "Ada Berg"}],
    "sections": [
        {"numeral": "I", "title": "Works", "points": [{"lead": [{"type": "text", "text": "small."}]}, {}]},
        {"title": "Rest", "points": [{}]},
    ],
}


@pytest.mark.slow
@given(strategies.documents())
def test_a_document_comes_back_from_json_equal_and_with_the_same_bytes(document):
    data = to_json(document)

    assert from_json(data) == document
    assert to_json(from_json(data)) == data


def test_the_first_schema_is_read_with_the_places_of_its_points_as_their_ids():
    document = from_json(json.dumps(FIRST_SCHEMA))

    assert (document.schema, document.title, document.roster[0].name) == (SCHEMA, "Rain gardens", "Ada Berg")
    assert [section.id for section in document.sections] == ["1", "2"]
    assert [point.id for _, point in points(document)] == ["1-1", "1-2", "2-1"]
    assert document.sections[0].points[0].lead == (Text("small."),)


@pytest.mark.parametrize(
    ("data", "told"),
    [
        ('{"schema": "rapporteur/document/3"}', r"\$.schema"),
        ('{"schema": "rapporteur/document/2", "number": "six"}', r"\$.number"),
        ("[]", "Expected `object`"),
    ],
)
def test_what_is_no_document_is_refused_with_its_place(data, told):
    with pytest.raises(msgspec.ValidationError, match=told):
        from_json(data)


def test_the_schema_names_every_field_of_a_document():
    schema = json_schema()

    assert list(schema["$defs"]["Document"]["properties"]) == list(Document.__struct_fields__)


def test_equal_values_give_the_same_bytes_and_parts_come_back_from_columns():
    document = Document(title="Rain", lede=((Text("It rains."),),))
    column = to_builtins(document.lede)

    assert to_json(document).startswith(b'{"schema":"rapporteur/document/2","language":"en"')
    assert from_json(to_json(document)) == document
    assert column == (({"type": "text", "text": "It rains."},),)
    assert (prose_from_builtins(column), paragraph_from_builtins(column[0])) == (
        document.lede,
        document.lede[0],
    )
    assert validated(document) == document


def test_a_document_that_was_made_beyond_its_bounds_is_refused_in_words():
    with pytest.raises(msgspec.ValidationError) as refused:
        validated(Document(title="a\x00b"))

    assert reason_of(refused.value) == "Expected `str` of letters that can be printed - at `$.title`"
    assert from_json('{"schema": "rapporteur/document/1"}') == Document()


def test_the_schema_of_a_document_is_what_programs_were_told():
    schema = schema_as_text(json_schema())

    assert schema == as_kept(Path(__file__).parent / "document_schema.txt", schema)
