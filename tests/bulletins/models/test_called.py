"""What rows are called where they are listed: in the admin, in a shell, in a log."""

import datetime

import pytest
from django.contrib.auth.models import Group, User

from bulletins.models import (
    AcceptedFinding,
    Bulletin,
    Comment,
    Contribution,
    CountedBulletin,
    CreditNotice,
    Digest,
    DraftPoint,
    DraftSection,
    ImportReport,
    IssueEntry,
    NextWord,
    Passage,
    Picture,
    Presence,
    Proposal,
    Publication,
    Rendering,
    Revision,
    RosterLine,
    ScheduledCorrection,
    SearchEntry,
    SetAside,
    SetText,
    Snapshot,
    SpeakerName,
    Statement,
    VocabularyWord,
)
from forum.models import Edition, Forum, ForumMembership, LedgerEntry, OutgoingMail, Site
from speakers.models import ColumnMeaning, Namesakes, Speaker, SpeakerMerge

ADA = User(username="ada")
BERG = Speaker(given_name="Ada", family_name="Berg")
LIN = Speaker(
    given_name="Qiaoyun", family_name="Lin", own_name="林巧云", name_order=Speaker.NameOrder.FAMILY_FIRST
)
ISSUE = Publication(series_title="Rain Bulletin III", version=2)
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
        (ImportReport(bulletin=RAIN, findings=[]), "Rain"),
        (SetAside(whose=ADA, words="Rain fell."), "ada · Rain fell."),
        (Snapshot(name="Good"), "Good"),
        (
            CreditNotice(speaker=BERG, bulletin=RAIN),
            "Ada Berg · Rain",
        ),
        (ScheduledCorrection(bulletin=RAIN, at=DAY), "Rain · 2026-11-18"),
        (ISSUE, "Rain Bulletin III · 2"),
        (Passage(publication=ISSUE, anchor="a1"), "Rain Bulletin III · 2 #a1"),
        (Statement(publication=ISSUE, anchor="a1"), "Rain Bulletin III · 2 #a1"),
        (Rendering(publication=ISSUE, format="pdf"), "Rain Bulletin III · 2 (pdf)"),
        (SetText(publication=ISSUE), "Rain Bulletin III · 2"),
        (AcceptedFinding(code="x", reason="So it is."), "x: So it is."),
        (RosterLine(name="The guests"), "The guests"),
        (RosterLine(speaker=BERG, key="berg-ada"), "Ada Berg"),
        (RosterLine(key="group:the-guests"), "group:the-guests"),
        (SearchEntry(passage_id=7), "7"),
        (IssueEntry(publication_id=7), "7"),
        (SpeakerName(name="ada berg"), "ada berg"),
        (VocabularyWord(word="rain"), "rain"),
        (NextWord(word="rain"), "rain"),
        (CountedBulletin(bulletin_id=7), "7"),
        (Revision(scope="site", number=7), "site 7"),
        (Forum(name="Rain Forum"), "Rain Forum"),
        (Edition(forum=Forum(name="Rain Forum"), year=2026), "Rain Forum 2026"),
        (ForumMembership(user=ADA, forum=Forum(name="Rain Forum")), "ada · Rain Forum"),
        (ForumMembership(group=Group(name="Clerks"), forum=Forum(name="Rain Forum")), "Clerks · Rain Forum"),
        (OutgoingMail(to="ada@example.org", subject="Rain"), "ada@example.org · Rain"),
        (LedgerEntry(number=7, act="published", subject="bulletin/1"), "7 · Published · bulletin/1"),
        (LedgerEntry(number=7, act="published", subject="bulletin/1", label="Rain"), "7 · Published · Rain"),
        (Site(names={"en": "Rain Office"}), "Rain Office"),
        (Site(), "Site"),
        (BERG, "Ada Berg"),
        (SpeakerMerge(merged=LIN, kept=BERG), "LIN Qiaoyun 林巧云 → Ada Berg"),
        (Namesakes(one=LIN, other=BERG), "LIN Qiaoyun 林巧云 ≠ Ada Berg"),
        (ColumnMeaning(header="who", meaning="name"), "who → name"),
        (ColumnMeaning(header="age", meaning=""), "age → –"),
    ],
)
def test_a_row_is_called_by_what_tells_it_from_others(row, name):
    assert str(row) == name
