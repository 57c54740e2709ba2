"""What the writing page and its doors tell each other."""

import inspect
from pathlib import Path

import msgspec

from bulletins.admin import protocol
from bulletins.drafts.roster import PastedPeople
from bulletins.drafts.sheet import Change
from tests.kept_text import as_kept, schema_as_text


def test_what_the_writing_page_and_its_doors_tell_each_other_has_these_parts():
    told = [
        one for one in vars(protocol).values() if inspect.isclass(one) and issubclass(one, msgspec.Struct)
    ]
    schemas, parts = msgspec.json.schema_components([*told, PastedPeople, Change])
    schema = schema_as_text({"told": {"": schemas}, "parts": parts})

    assert schema == as_kept(Path(__file__).parent / "protocol_whole.txt", schema)
