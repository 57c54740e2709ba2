"""Many manuscripts that become drafts."""

import pytest

from bulletins import manuscript
from bulletins.drafts.archive import File, import_many
from bulletins.drafts.importing import Target
from bulletins.models import Bulletin
from forum.models import Session
from tests.factories import make_edition, make_user

pytestmark = pytest.mark.django_db
ISSUE = """No. {number}, Vol. {number}

**Office of the Rain Forum**

November 18, 2026

**2026 Rain Forum Bulletin {number}**

**Gardens Where the Street Was**

The guests agreed that water is best kept where it falls.

## I. Small Works First

**Firstly, small works come first.** According to **Ada Berg, Head of Drains, City of Ulm-on-Sea**, one is enough.
"""


def issues(*numbers):
    return [
        File(f"{number}.md", lambda number=number: ISSUE.format(number=number).encode()) for number in numbers
    ]


def lost():
    raise FileNotFoundError(2, "No such file or directory")


def test_every_file_becomes_a_draft_in_its_order_and_one_that_cannot_be_read_stops_no_other():
    broken = [File("empty.md", lambda: b""), File("gone.md", lost)]

    outcomes = list(import_many([*issues(1, 2), *broken, *issues(3)]))

    assert [(one.name, one.became, one.why) for one in outcomes] == [
        ("1.md", "draft", ""),
        ("2.md", "draft", ""),
        ("empty.md", "refused", "The file is empty."),
        ("gone.md", "refused", "It cannot be opened: No such file or directory."),
        ("3.md", "draft", ""),
    ]
    assert [one.bulletin.number for one in outcomes if one.bulletin] == [1, 2, 3]
    assert Session.objects.count() == 0


def test_a_file_is_read_again_while_too_much_is_being_read_and_not_if_it_is_damaged(monkeypatch):
    asked, read = [], manuscript.read_bytes
    refusals = {"1.md": ["busy"] * 29, "2.md": ["busy"] * 30, "3.md": ["damaged"]}

    def read_bytes(data, name):
        asked.append(name)
        if refusals[name]:
            raise manuscript.ManuscriptError(refusals[name].pop(), "It cannot be read now.")
        return read(data, name)

    monkeypatch.setattr(manuscript, "read_bytes", read_bytes)

    outcomes = list(import_many(issues(1, 2, 3)))

    assert [(one.became, asked.count(one.name)) for one in outcomes] == [
        ("draft", 30),
        ("refused", 30),
        ("refused", 1),
    ]


def test_what_broke_off_is_begun_again_and_skips_what_is_there():
    next(outcomes := import_many(issues(1, 2)))
    outcomes.close()

    again = [(one.name, one.became) for one in import_many(issues(1, 2, 3, 1))]

    assert again == [("1.md", "known"), ("2.md", "draft"), ("3.md", "draft"), ("1.md", "known")]
    assert Bulletin.objects.count() == 3


def test_a_file_is_known_in_the_edition_that_it_goes_to():
    here, elsewhere = make_edition(), make_edition()

    became = [
        one.became for edition in (here, elsewhere, here) for one in import_many(issues(1), Target(edition))
    ]

    assert became == ["draft", "draft", "known"]


def test_who_may_not_import_gets_that_for_an_answer_of_each_file():
    nobody = make_user("nobody")

    outcomes = list(import_many(issues(1), Target(by=nobody)))

    assert [(one.became, "bulletins.add_bulletin" in one.why) for one in outcomes] == [("refused", True)]
