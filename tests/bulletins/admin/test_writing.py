"""The writing page's doors take whatever is sent: what cannot be kept is told, and nothing else is held up."""

import hashlib
import json
import uuid

import msgspec
import pytest
from django.contrib.auth.models import User
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format

from bulletins.admin.writing_page import credit_lines
from bulletins.document import Mention, RosterEntry, Text
from bulletins.drafts.changes import apply_changes
from bulletins.drafts.rows import document_of, sheet_of
from bulletins.drafts.sheet import SetField, SetPoint
from bulletins.models import DraftPoint
from speakers.models import Speaker
from tests.factories import document, make_bulletin, make_speaker

pytestmark = pytest.mark.django_db
NUL = "rain\0\b\f\x0b and \\u0000 sun"
CLEAN = "rain and \\u0000 sun"


def test_control_characters_in_what_is_pasted_hold_up_nothing(knock):
    bulletin = make_bulletin()
    section = str(uuid.uuid4())
    changes = [
        {"op": "field", "name": "title", "was": document().title, "now": NUL},
        {"op": "field", "name": "summarized_by", "was": list(document().summarized_by), "now": [NUL]},
        {"op": "add-section", "id": section, "now": {"title": NUL}},
        {
            "op": "add-point",
            "id": str(uuid.uuid4()),
            "section": section,
            "now": {"lead": [{"type": "text", "text": NUL}]},
        },
    ]

    answer = knock(bulletin, "save", {"seen": 0, "changes": changes})

    written = document_of(bulletin)
    assert [one["status"] for one in answer.json()["outcomes"]] == ["done"] * 4
    assert (written.title, written.summarized_by, written.sections[-1].title) == (CLEAN, (CLEAN,), CLEAN)
    assert written.sections[-1].points[0].lead == (Text(CLEAN),)


def test_a_page_gets_the_draft_anew_where_it_does_not_know_how_it_stands(knock):
    bulletin = make_bulletin()

    def save(was, now, seen):
        change = {"op": "field", "name": "title", "was": was, "now": now}
        told = knock(bulletin, "save", {"seen": seen, "changes": [change]}).json()
        return told["outcomes"][0]["status"], told["sheet"] and told["sheet"]["title"]

    alone = save(document().title, "Gardens", sheet_of(bulletin).version)
    in_conflict = save(document().title, "Roofs", sheet_of(bulletin).version)
    after_others = save("Gardens", "Weirs", sheet_of(bulletin).version - 1)

    assert [alone, in_conflict, after_others] == [("done", None), ("conflict", "Gardens"), ("done", "Weirs")]


@pytest.mark.parametrize("key", ["", "x", "²", "一", "-1"])
def test_of_what_a_page_says_it_has_shown_only_numbers_are_looked_at(knock, key):
    assert knock(make_bulletin(), "state", query=f"?read={key}").json()["set_aside"] == []


@pytest.mark.parametrize("depth", [100, 9000, 90_000])
def test_values_nested_beyond_all_use_are_refused_before_they_are_decoded(knock, depth):
    bulletin = make_bulletin()
    sent = b'{"seen":0,"changes":[{"op":"field","name":"title","was":"","now":%s1%s}]}' % (
        b"[" * depth,
        b"]" * depth,
    )

    answer = knock(bulletin, "save", sent)

    assert (answer.status_code, answer.json()) == (400, {"message": "Nested more than 64 levels deep"})


@pytest.mark.slow
def test_one_save_carries_out_so_many_changes_and_refuses_more(knock):
    bulletin = make_bulletin()
    change = {"op": "field", "name": "title", "was": document().title, "now": document().title}

    answers = [
        knock(bulletin, "save", {"seen": 0, "changes": [change] * count}) for count in (500, 501, 20_000)
    ]

    assert [answer.status_code for answer in answers] == [200, 422, 422]


def test_a_list_of_names_longer_than_any_is_refused(knock):
    answer = knock(make_bulletin(), "names", {"text": "A B, C; " * 20_000})

    assert (answer.status_code, answer.json()["message"]) == (
        422,
        "The list is longer than 100000 letters. Paste it in parts.",
    )


def test_what_is_too_long_to_be_kept_is_told(knock):
    sent = {"code": "x" * 61, "message": "y", "reason": "z"}

    assert knock(make_bulletin(), "accept", sent).status_code == 400


def test_people_are_found_by_their_keys_where_keys_are_asked_for(knock):
    bulletin = make_bulletin()
    make_speaker("lund-ida", family_name="Lund", given_name="Ida")

    found = knock(bulletin, "people", query="?slug=lund-ida").json()["people"]

    assert [one["speaker"] for one in found] == ["lund-ida"]


@pytest.mark.parametrize("query", ["?slug=%00", "?slug=a%00b&slug=berg-ada", "?q=%00"])
def test_people_are_asked_for_by_any_text(knock, query):
    assert knock(make_bulletin(), "people", query=query).status_code in {200, 400}


@pytest.mark.parametrize("number", [-5, 0, 2**31, 2**80])
def test_a_number_that_cannot_be_kept_prints_as_the_one_that_would_be_given(knock, number):
    bulletin = make_bulletin()
    sheet = json.loads(json.dumps(knock(bulletin, "state").json()["sheet"]))

    answers = [
        knock(bulletin, "preview", {**sheet, "number": number, "volume": number}),
        knock(bulletin, "preview", sheet),
    ]

    assert answers[0].json()["series_title"] == answers[1].json()["series_title"]
    assert answers[0].json()["html"] == answers[1].json()["html"]


@pytest.mark.parametrize(
    ("language", "style", "prefixes"),
    [
        ("en", "firstly", ["I. ", "Firstly, "]),
        ("en", "arabic", ["I. ", "1. "]),
        ("zh", "arabic", ["I、", "1."]),
        ("zh", "yishi", ["I、", "一是"]),
        ("zh", "diyi", ["I、", "第一，"]),
    ],
)
def test_what_prints_before_a_text_comes_from_the_language(knock, language, style, prefixes):
    bulletin = make_bulletin()
    sheet = {**knock(bulletin, "state").json()["sheet"], "language": language, "point_style": style}

    parts = knock(bulletin, "preview", sheet).json()["parts"]

    (section,) = sheet["sections"]
    assert [part["prefix"] for part in parts] == prefixes
    assert [(part["id"], part["anchor"]) for part in parts] == [
        (section["id"], section["id"].replace("-", "")[:10]),
        (section["points"][0]["id"], section["points"][0]["id"].replace("-", "")[:10]),
    ]


def test_what_has_no_number_has_nothing_before_it(knock):
    bulletin = make_bulletin()
    sheet = knock(bulletin, "state").json()["sheet"]
    sheet["sections"][0]["numbered"] = sheet["sections"][0]["points"][0]["numbered"] = False

    assert [part["prefix"] for part in knock(bulletin, "preview", sheet).json()["parts"]] == ["", ""]


def test_the_page_is_told_how_each_language_prints_a_credit():
    lines = credit_lines()

    assert {code: (line.bare, line.full) for code, line in lines.items()} == {
        "en": ("{name}", "{name}, {credit}"),
        "zh": ("{name}", "{credit}{name}"),
    }


def test_places_that_are_not_in_a_pasted_list_take_over_nobody(knock):
    bulletin = make_bulletin()
    before = Speaker.objects.count()

    answer = knock(bulletin, "names", {"text": "Eva Hill, Mayor of Ulm", "add": [-1, -100, 7]})

    assert (answer.status_code, answer.json()["added"], Speaker.objects.count()) == (200, 0, before)


def test_a_manuscript_never_replaces_what_was_written_since_its_differences_were_looked_at(knock):
    bulletin = make_bulletin()
    text = b"# Dams before gardens\n\n## I. Works\n\n**Firstly, dams come first.** According to Ada Berg, so it is.\n"

    def manuscript():
        return SimpleUploadedFile("dams.md", text)

    seen = knock(bulletin, "upload", manuscript=manuscript()).json()["version"]
    apply_changes(
        bulletin, [SetField("title", was=document().title, now="Written meanwhile")], by=None, seen=0
    )
    late = knock(bulletin, "upload", manuscript=manuscript(), confirmed="1", seen=seen)
    stands = sheet_of(bulletin).title
    again = knock(bulletin, "upload", manuscript=manuscript()).json()["version"]
    done = knock(bulletin, "upload", manuscript=manuscript(), confirmed="1", seen=again)

    assert (late.status_code, stands, done.status_code) == (422, "Written meanwhile", 200)


@pytest.mark.parametrize("key", ["abc", "%00", "99999", "9" * 30])
def test_what_is_no_bulletin_has_no_page(client, knock, key):
    pages = [f"/admin/bulletins/bulletin/{key}/{name}/" for name in ("preview", "findings", "publish")]
    pages += [f"/admin/bulletins/publication/{key}/{name}/" for name in ("withdraw", "restore")]

    assert [client.get(page).status_code for page in pages] == [404] * 5


@pytest.mark.parametrize("count", [1, 60])
def test_the_writing_page_asks_a_constant_number_of_queries_to_open_and_to_preview(
    client, editor, count, django_assert_num_queries
):
    client.force_login(editor)
    (section,) = document().sections
    roster = tuple(
        RosterEntry(speaker=f"person-{place}", name=f"Eva Hill{place}", credit="Dean")
        for place in range(count)
    )
    body = tuple(
        msgspec.structs.replace(section.points[0], body=((Mention(f"person-{place}"),),))
        for place in range(count)
    )
    bulletin = make_bulletin(
        content=document(roster=roster, sections=(msgspec.structs.replace(section, points=body),))
    )
    page = reverse("admin:bulletins_bulletin_change", args=[bulletin.pk])
    preview = reverse("admin:bulletins_bulletin_write_preview", args=[bulletin.pk])
    sheet = msgspec.json.encode(sheet_of(bulletin))
    client.get(page)

    with django_assert_num_queries(21):
        client.get(page)
    with django_assert_num_queries(13):
        assert client.post(preview, sheet, content_type="application/json").status_code == 200


def test_the_printed_pages_are_sent_once_each_by_the_hash_of_what_they_show(knock):
    bulletin = make_bulletin()
    sheet = knock(bulletin, "state").json()["sheet"]

    first = knock(bulletin, "pages", {"sheet": sheet}).json()["pages"]
    known = [one["hash"] for one in first]
    again = knock(bulletin, "pages", {"sheet": sheet, "known": known}).json()["pages"]

    assert known == [hashlib.sha256(one["svg"].encode()).hexdigest() for one in first]
    assert (len(known), again) == (1, [{"hash": known[0], "svg": None}])


def test_whose_each_sentence_is_and_the_draft_in_which_some_are_another_s(knock):
    bulletin = make_bulletin()
    sheet = knock(bulletin, "state").json()["sheet"]

    before = knock(bulletin, "whose", {"sheet": sheet}).json()
    chosen = [{name: one[name] for name in ("part", "place", "text")} for one in before["sentences"][-1:]]
    after = knock(bulletin, "whose", {"sheet": sheet, "chosen": chosen, "to": []}).json()

    point = sheet["sections"][0]["points"][0]["id"]
    assert before["sheet"] is None
    assert [(one["row"], one["place"], one["entries"]) for one in before["sentences"]] == [
        ("editors_note", 0, []),
        ("lede", 0, []),
        (point, 0, []),
        (point, 1, ["berg-ada"]),
    ]
    assert [one["entries"] for one in after["sentences"]] == [[], [], [], []]
    assert after["sheet"]["sections"][0]["points"][0]["body"][0][0] == {
        "type": "mention",
        "speaker": "-",
        "printed": "",
    }
    assert sheet_of(bulletin).sections[0].points[0].body[0][0] == Text("According to ")


def test_what_is_pasted_comes_back_as_sections_and_points_and_nothing_is_kept(knock):
    bulletin = make_bulletin()
    sheet = knock(bulletin, "state").json()["sheet"]
    html = "<p>Before.</p><h2>Works</h2><p>Firstly, rain is free. <b>Eva Hill, Mayor of Ulm</b>, said so.</p>"

    read = knock(bulletin, "paste", {"html": html, "sheet": sheet}).json()

    assert [[one["text"] for one in line] for line in read["opening"]] == [["Before."]]
    assert [(one["title"], len(one["points"])) for one in read["sections"]] == [("Works", 1)]
    assert (read["people"], read["strangers"], read["findings"]) == ([], ["Eva Hill"], [])
    assert knock(bulletin, "state").json()["sheet"] == sheet


@pytest.mark.parametrize(
    ("new", "kind", "key"),
    [
        ({"name": "Eva Hill", "own_name": "伊娃"}, "person", "eva-hill"),
        ({"name": "Delta Group", "kind": "body"}, "body", "body:delta-group"),
        ({"name": "the guests", "kind": "group"}, "group", "group:the-guests"),
    ],
)
def test_somebody_new_is_given_as_the_picker_knows_people(knock, new, kind, key):
    made = knock(make_bulletin(), "person", new).json()["person"]

    assert (made["kind"], made["speaker"], made["names"]["en"]) == (kind, key, new["name"])
    assert made["names"]["zh"] == new.get("own_name", new["name"])


@pytest.mark.parametrize(
    ("door", "sent", "message"),
    [
        ("person", {"name": "Ada Berg"}, "Ada Berg is in the directory already. Choose this person there."),
        ("upload", {"confirmed": "1"}, "Choose a file first."),
        ("picture", {"confirmed": "1"}, "Choose a file first."),
        (
            "upload",
            {"manuscript": b"PK\x03\x04 no archive"},
            "The file is damaged and cannot be opened. Save it anew and try again.",
        ),
    ],
)
def test_what_a_door_cannot_take_is_told(knock, door, sent, message):
    files = {name: SimpleUploadedFile("a", value) for name, value in sent.items() if isinstance(value, bytes)}
    bulletin = make_bulletin()

    answer = knock(bulletin, door, sent) if door == "person" else knock(bulletin, door, **(sent | files))

    assert (answer.status_code, answer.json()) == (422, {"message": message})


def test_an_accepted_warning_and_who_changed_a_point_last_are_told(knock):
    bulletin = make_bulletin()
    point = sheet_of(bulletin).sections[0].points[0]
    now = msgspec.structs.replace(point.said(), lead=(Text("Large works come later."),))
    chief = User.objects.get(username="chief")
    apply_changes(bulletin, [SetPoint(point.id, was=point.said(), now=now)], by=chief, seen=0)
    sheet = knock(bulletin, "state").json()["sheet"]

    accepted = knock(bulletin, "accept", {"code": "a", "message": "b", "reason": " It is so. "}).json()
    section, changed = knock(bulletin, "preview", sheet).json()["parts"]

    assert accepted == {"reason": "It is so."}
    at = date_format(timezone.localtime(DraftPoint.objects.get().changed_at), "DATETIME_FORMAT")
    assert (section["changed"], changed["changed"]) == ("", f"last changed by chief, {at}")
