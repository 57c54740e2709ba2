"""An entry of the ledger as one line, and its hash, which anybody can work out again."""

import datetime
import hashlib

from forum.models import LedgerEntry

SHANGHAI = datetime.timezone(datetime.timedelta(hours=8))
LINE = (
    '{"act":"published","actor":"ada","at":"2026-11-18T04:00:00.000000+00:00","details":{"a":[1],"b":"雨"},'
    '"label":"Rain","number":7,"origin":"a shell","previous":"00","subject":"bulletin/1","why":""}'
)


def test_the_hash_of_an_entry_is_that_of_its_line():
    entry = LedgerEntry(
        number=7,
        at=datetime.datetime(2026, 11, 18, 12, tzinfo=SHANGHAI),
        act="published",
        actor="ada",
        subject="bulletin/1",
        label="Rain",
        origin="a shell",
        details={"b": "雨", "a": [1]},
        previous="00",
    )

    assert (entry.line, entry.computed_hash()) == (LINE, hashlib.sha256(LINE.encode()).hexdigest())
