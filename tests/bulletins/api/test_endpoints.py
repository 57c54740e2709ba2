"""What the API takes and answers, as its OpenAPI document tells programs."""

from pathlib import Path

from bulletins.api.urls import api
from tests.kept_text import as_kept, schema_as_text


def test_the_openapi_document_is_what_programs_were_told():
    schema = schema_as_text(api.get_openapi_schema(path_prefix="/api/"))

    assert schema == as_kept(Path(__file__).parent / "openapi_whole.txt", schema)
