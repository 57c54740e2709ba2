"""What saving, importing and deleting in the office's lists answers and changes: office_whole.txt beside this."""

from pathlib import Path

import pytest
from django.contrib.auth.models import Group
from django.contrib.messages import get_messages
from django.core.files.uploadedfile import SimpleUploadedFile
from lxml import html

from bulletins.models import Topic
from tests.bulletins.conftest import tie
from tests.factories import (
    hold,
    make_edition,
    make_forum,
    make_organisation,
    make_session,
    make_speaker,
    make_user,
)
from tests.kept_text import as_kept
from tests.rows_told import Rows

pytestmark = [pytest.mark.django_db, pytest.mark.slow]  # many pages, and other processes read tables
KEPT = Path(__file__).with_name("office_whole.txt")
# What is made of a publication has lists of its own.
TOLD_ELSEWHERE = {"Rendering", "SetText", "IssueEntry", "VocabularyWord", "Tally", "SpeakerName", "LogEntry"}
PROGRAMME = (
    "Session,Date,Start,End,Room,Who,Position,Organisation\n"
    "Night,2091-06-16,20:00,21:00,Yard,Ida Berg,Dean,Academie of Rain\n"
    "Lost,soon,9:00,10:00,,Bo Hall,,\n"
)
STAFF = "Mensch,Position,Organisation,From\nAda Berk,Rector,Academy of Rain,2091\n,Poet,,\n"
APPEARS = {
    "appearances-TOTAL_FORMS": "1",
    "appearances-0-speaker": "90001",
    "appearances-0-role": "keynote",
    "appearances-0-order": "0",
}
HOLDS = {
    "positions-TOTAL_FORMS": "1",
    "positions-0-title": "Mayor",
    "positions-0-organisation": "90001",
    "positions-0-held_0": "2091-01-01",
    "positions-0-held_1": "",
}

# An address, and what is typed into its form; "sent" is sent without a form.
ACTS = (
    ("/admin/forum/forum/add/", {"name": "Forum of Lamps", "publisher": "Office", "slug": "admin"}),
    ("/admin/forum/forum/add/", {"name": "Forum of Lamps", "publisher": "Office", "slug": "lamps"}),
    ("/admin/forum/forum/90001/change/", {"name": "Rain & Dew", "issn": "1234-5678", "colour": "#123"}),
    ("/admin/forum/forum/90001/change/", {"name": "Rain & Dew", "issn": "1234-5679", "word_limit": "900"}),
    ("/admin/forum/forum/90001/change/", {}),
    ("/admin/forum/edition/add/", {"forum": "90001", "year": "2026"}),
    ("/admin/forum/edition/add/", {"forum": "90001", "year": "2092", "starts_on": "2092-06-17",
                                   "ends_on": "2092-06-16"}),
    ("/admin/forum/edition/add/", {"forum": "90001", "year": "2092", "theme": "Dew"}),
    ("/admin/forum/edition/90001/change/", {"theme": "Wells"}),
    ("/admin/forum/session/add/", {"edition": "90002", "title": "Morning", "starts_at_0": "2091-06-16",
                                   "starts_at_1": "09:00", "ends_at_0": "2091-06-16", "ends_at_1": "08:00"}),
    ("/admin/forum/session/add/", {"edition": "90002", "title": "Morning", "starts_at_0": "2091-06-16",
                                   "starts_at_1": "09:00", "ends_at_0": "2091-06-16", "ends_at_1": "10:00",
                                   "room": "Yard", **APPEARS}),
    ("/admin/forum/session/90001/change/", {"title": "Evening", "date": "2091-06-17"}),
    ("/admin/forum/session/programme/", {"sent": {}}),
    ("/admin/forum/session/programme/", {"sent": {"edition": "90002", "kept": "!"}}),
    ("/admin/forum/session/programme/", {"sent": {"edition": "90002"}, "file": PROGRAMME}),
    ("/admin/forum/session/programme/", {"sent": {"edition": "90002", "meaning:who": "name"}, "file": PROGRAMME}),
    ("/admin/forum/session/programme/", {"sent": {"edition": "90002", "meaning:who": "name", "take": "1",
                                                  "drop": "on"}, "file": PROGRAMME}),
    ("/admin/speakers/organisation/add/", {"name": "Academy of Rain"}),
    ("/admin/speakers/organisation/add/", {"name": "Union of Wells", "country": "NO"}),
    ("/admin/speakers/organisation/90001/change/", {"country": "SE", "other_names": "Rain Academy"}),
    ("/admin/speakers/speaker/add/", {"family_name": "Berg", "given_name": "Ada"}),
    ("/admin/speakers/speaker/add/", {"family_name": "令狐", "given_name": "野", "own_name": "令狐野"}),
    ("/admin/speakers/speaker/90001/change/", {"given_name": "Adda", "orcid": "0000-0000-0000-0000", **HOLDS}),
    ("/admin/speakers/speaker/90001/change/", {"given_name": "Adda", "orcid": "0000-0002-1825-0097", **HOLDS}),
    ("/admin/speakers/speaker/staff/", {"sent": {}}),
    ("/admin/speakers/speaker/staff/", {"sent": {"since": "2091-01-01"}, "file": STAFF}),
    ("/admin/speakers/speaker/staff/", {"sent": {"since": "2091-01-01", "meaning:mensch": "name"}, "file": STAFF}),
    ("/admin/speakers/speaker/staff/", {"sent": {"since": "2091-01-01", "meaning:mensch": "name", "take": "1"},
                                        "file": STAFF}),
    ("/admin/bulletins/topic/add/", {"name": "Dew", "parent": "90001", "order": "2"}),
    ("/admin/bulletins/topic/90002/change/", {"parent": "90003"}),
    ("/admin/bulletins/topic/90003/change/", {"parent": "90003"}),
    ("/admin/bulletins/topic/90003/change/", {"parent": "90002"}),
    ("/admin/bulletins/series/90001/change/", {"name": "Briefing", "next_volume": "9", "style": "redhead"}),
    ("/admin/bulletins/series/add/", {"forum": "90001", "name": "Special Report", "slug": "special"}),
    ("/admin/auth/user/add/", {"username": "bo", "password1": "a", "password2": "b"}),
    ("/admin/auth/user/90002/change/", {"first_name": "Eve", "is_staff": None}),
    ("/admin/auth/group/90009/change/", {"name": "Editors of wells"}),
    ("/admin/forum/edition/90003/delete/", {"sent": {"post": "yes"}}),
    ("/admin/forum/edition/90001/delete/", {"sent": {"post": "yes"}}),
    ("/admin/speakers/organisation/90002/delete/", {"sent": {"post": "yes"}}),
    ("/admin/speakers/speaker/90001/delete/", {"sent": {"post": "yes"}}),
    ("/admin/bulletins/topic/90003/delete/", {"sent": {"post": "yes"}}),
    ("/admin/forum/site/add/", {"abouts_0": "A site."}),
    ("/admin/forum/site/1/change/", {"contact": "office@forum.example"}),
)  # fmt: skip


def filled(client, address):
    """Give what the form of a page would send as it is."""
    page = html.fromstring(client.get(address).content.decode() or "<p>")
    return dict(next((one.form_values() for one in page.forms if one.get("id", "").endswith("_form")), ()))


def errors_of(context):
    """Give what a page says is wrong with what was typed."""
    shown = context.get("adminform")
    form = shown.form if shown else context.get("form")
    errors = [*form.errors.items()] if form else []
    for formset in context.get("inline_admin_formsets", ()):
        errors += [item for one in formset.formset.errors for item in one.items()]
    return [f"{name}: {error}" for name, told in errors for error in told]


def answered(client, address, typed):
    typed = dict(typed)
    file, sent = typed.pop("file", None), typed.pop("sent", None)
    data = dict(sent) if sent is not None else filled(client, address)
    data |= typed
    if file:
        data["file"] = SimpleUploadedFile("list.csv", file.encode())
    answer = client.post(address, {name: value for name, value in data.items() if value is not None})
    yield f"{answer.status_code} {answer.headers.get('Location', '')}".strip()
    yield from errors_of(answer.context or {})
    for name in ("programme", "staff", "doubts", "changes", "same", "gone"):
        if answer.context and name in answer.context:
            yield f"{name}: {answer.context[name]}"
    yield from (f"{one.level_tag}: {one}" for one in get_messages(answer.wsgi_request))
    client.cookies.pop("messages", None)  # as a page that has shown them


def test_saving_in_the_lists_of_the_office_answers_and_changes_what_the_list_says(
    counted_from_one_number, client
):
    chief = make_user("chief", is_superuser=True)
    make_user("eve")
    Group.objects.create(pk=90009, name="Wells")
    Topic.objects.create(slug="drainage", name="Drainage")
    Topic.objects.create(slug="water", name="Water")
    tie(make_edition(make_forum(slug="rain", name="Rain Forum")), chief)
    make_session(make_edition(make_forum(slug="wells", name="Forum of Wells"), year=2091), title="Noon")
    hold(make_speaker("lund-ivo", family_name="Lund", given_name="Ivo"), "Dean")
    make_organisation("Forgotten House")
    client.force_login(chief)

    rows, lines = Rows(but=TOLD_ELSEWHERE), []
    for address, typed in ACTS:
        lines += [
            f"{address} {typed}",
            *(f"    {rows.told(one)}" for one in answered(client, address, typed)),
        ]
        lines += [f"        {one}" for one in rows.changed()]
    text = "\n".join(lines) + "\n"

    assert text == as_kept(KEPT, text)
