"""Every admin page that is ours: no violation of accessibility rules, in light and dark, English and Chinese."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.urls import reverse
from msgspec.structs import replace

from bulletins.drafts.bin import put_into_bin
from bulletins.drafts.changes import apply_changes
from bulletins.drafts.comments import remark
from bulletins.drafts.proposing import Verdict, decide, propose
from bulletins.drafts.rows import sheet_of
from bulletins.drafts.sheet import RemovePoint, SetField, SetSection
from bulletins.drafts.snapshots import name_snapshot
from bulletins.models import Topic
from bulletins.publishing.publication import Approval, publish
from speakers.models import Speaker
from tests.browsing import leave, sign_in
from tests.factories import document, hold, make_bulletin, make_session, make_speaker, make_user

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.slow]

VIOLATIONS = {"resultTypes": ["violations"]}  # what obeys a rule is not described
# The scripts have drawn what they draw, and nothing is on its way to another colour.
STILL = """!document.querySelector("[x-cloak]")
    && (!document.querySelector("#page-data") || document.documentElement.dataset.writing === "ready")
    && document.getAnimations().every((one) => one.playState !== "running")"""


@pytest.fixture
def addresses(editor):
    """One of everything, and where it is shown."""
    bulletin = make_bulletin(content=document(title=None))
    issue = publish(make_bulletin(bulletin.edition), by=editor, approval=Approval(acceptance="Read."))
    make_session(bulletin.edition)
    make_speaker("berg-adda", given_name="Adda", family_name="Berg")
    hold(Speaker.objects.get(slug="berg-ada"), "Dean")
    Topic.objects.create(slug="drainage", name="Drainage")
    kept = name_snapshot(bulletin, "Good", by=editor)
    comment_and_suggest(bulletin, editor)
    decide(bulletin, bulletin.proposals.first().pk, Verdict.REFUSE, by=editor)
    put_into_bin(make_bulletin(bulletin.edition), by=editor)
    (point,) = sheet_of(bulletin).sections[0].points
    apply_changes(bulletin, [RemovePoint(id=point.id, was=point.said())], by=editor, seen=0)
    one = [bulletin.pk]
    return [
        reverse("admin:index"),
        reverse("admin:bulletins_bulletin_add"),
        reverse("admin:bulletins_bulletin_change", args=one),
        reverse("admin:bulletins_bulletin_change", args=one) + "?suggest",
        reverse("admin:bulletins_bulletin_findings", args=one),
        reverse("admin:bulletins_bulletin_publish", args=one),
        reverse("admin:bulletins_bulletin_preview", args=one),
        reverse("admin:bulletins_bulletin_history", args=one),
        reverse("admin:bulletins_bulletin_history_compare", args=one) + f"?before=s{kept.pk}&after=now",
        reverse("admin:bulletins_bulletin_bin"),
        reverse("admin:bulletins_bulletin_import_manuscript"),
        reverse("admin:bulletins_bulletin_import_archive"),
        reverse("admin:forum_session_programme"),
        reverse("admin:speakers_speaker_staff"),
        reverse("admin:forum_forum_merge", args=[bulletin.forum_id]),
        reverse("admin:speakers_speaker_duplicates"),
        reverse("admin:bulletins_bulletin_review", args=one),
        reverse("admin:bulletins_bulletin_readers", args=one),
        reverse("admin:bulletins_bulletin_who_said_it", args=[issue.bulletin_id]),
        reverse("admin:bulletins_publication_change", args=[issue.pk]),
        reverse("admin:bulletins_publication_withdraw", args=[issue.pk]),
        reverse("help"),
    ]


def comment_and_suggest(bulletin, by):
    """Comment on a draft, and suggest a title and another heading."""
    section = sheet_of(bulletin).sections[0]
    heading = SetSection(id=section.id, was=section.head(), now=replace(section.head(), title="Small First"))
    remark(bulletin, "Why?", by=by)
    propose(bulletin, [SetField(name="title", was="", now="Rain"), heading], by=by, seen=0)


@pytest.mark.parametrize(("scheme", "locale"), [("light", "en-GB"), ("dark", "zh-CN")])
def test_no_admin_page_of_ours_violates_a_rule(chromium, live_server, addresses, scheme, locale):
    make_user("second", is_superuser=True)
    context = chromium.new_context(
        viewport={"width": 1400, "height": 1000}, locale=locale, color_scheme=scheme
    )
    page = context.new_page()
    sign_in(page, live_server, "second")
    page.evaluate("scheme => localStorage.setItem('_x_adminTheme', JSON.stringify(scheme))", scheme)
    found = {}
    for address in addresses:
        page.goto(live_server.url + address)
        page.wait_for_function(STILL)
        # What Unfold draws around the page is its own, and so are Django's pickers of related rows.
        part = {
            "include": [["#content" if page.locator("#content").count() else "body"]],
            "exclude": [[".select2"]],
        }
        violations = Axe().run(page, context=part, options=VIOLATIONS).response["violations"]
        if violations:
            found[address] = [
                (one["id"], [node["html"][:120] for node in one["nodes"]][:4]) for one in violations
            ]
    leave(page)
    context.close()

    assert found == {}


@pytest.mark.parametrize("panel", ["print", "findings", "roster", "comments", "help"])
def test_no_panel_of_the_writing_page_violates_a_rule(signed_in, live_server, panel):
    bulletin = make_bulletin(content=document(title=None))
    comment_and_suggest(bulletin, make_user("second", is_superuser=True))
    page = signed_in
    page.goto(live_server.url + reverse("admin:bulletins_bulletin_change", args=[bulletin.pk]))
    page.wait_for_selector("html[data-writing=ready]")
    page.click(f"#tab-{panel}")
    page.wait_for_function(STILL)

    violations = Axe().run(page, context="#content", options=VIOLATIONS).response["violations"]

    assert [(one["id"], [node["html"][:120] for node in one["nodes"]]) for one in violations] == []
