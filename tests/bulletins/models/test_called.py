"""What rows are called where they are listed: in the admin, in a shell, in a log."""

import datetime

import pytest
from django.contrib.auth.models import User

from bulletins.models import (
    Bulletin,
    Comment,
    Contribution,
    CreditNotice,
    Digest,
    DraftPoint,
    DraftSection,
    Picture,
    Presence,
    Proposal,
    ScheduledCorrection,
    SetAside,
    Snapshot,
)
from speakers.models import ColumnMeaning, Speaker

ADA = User(username="ada")
RAIN = Bulletin(title="Rain")
DAY = datetime.date(2026, 11, 18)


@pytest.mark.parametrize(
    ("row", "name"),
    [
        (DraftSection(title="Works"), "Works"),
        (
            DraftPoint(
                lead=[{"type": "text", "text": "Rain "}, {"type": "note"}, {"type": "text", "text": "fell."}]
            ),
            "Rain fell.",
        ),
        (DraftPoint(lead=[{"type": "text", "text": "x" * 90}]), "x" * 80),
        (DraftPoint(lead=[]), "Point"),
        (Picture(sha256="0123456789abcdef", bulletin=RAIN), "0123456789ab (Rain)"),
        (Presence(user=ADA, bulletin=RAIN), "ada · Rain"),
        (Contribution(user=ADA, bulletin=RAIN), "ada · Rain"),
        (Digest(user=ADA, day=DAY), "ada · 2026-11-18"),
        (Proposal(quote="x" * 90), "x" * 80),
        (Comment(text="x" * 90), "x" * 80),
        (SetAside(whose=ADA, words="Rain fell."), "ada · Rain fell."),
        (Snapshot(name="Good"), "Good"),
        (
            CreditNotice(speaker=Speaker(given_name="Ada", family_name="Berg"), bulletin=RAIN),
            "Ada Berg · Rain",
        ),
        (ScheduledCorrection(bulletin=RAIN, at=DAY), "Rain · 2026-11-18"),
        (ColumnMeaning(header="who", meaning="name"), "who → name"),
        (ColumnMeaning(header="age", meaning=""), "age → –"),
    ],
)
def test_a_row_is_called_by_what_tells_it_from_others(row, name):
    assert str(row) == name
