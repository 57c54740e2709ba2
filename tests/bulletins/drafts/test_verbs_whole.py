"""What each verb on a draft gives and which rows it changes, one after the other: verbs_*.txt beside this.

Beside the draft stands another one with the same of everything: of that nothing changes.
"""

import datetime
from pathlib import Path
from uuid import UUID

import msgspec
import pytest
from django.contrib.auth.models import Group, User
from django.core.exceptions import PermissionDenied
from django.utils import timezone

from bulletins.document import Mention, Text
from bulletins.drafts.anchors import Anchor
from bulletins.drafts.beginning import duplicate
from bulletins.drafts.bin import empty_bin, put_into_bin, take_out_of_bin
from bulletins.drafts.bodies import bodies_meant, new_body_or_group
from bulletins.drafts.changes import apply_changes
from bulletins.drafts.comments import remark, resolve, threads
from bulletins.drafts.findings import accept
from bulletins.drafts.handing_over import hand_over, send_digests
from bulletins.drafts.history import last_touches, moments, restore
from bulletins.drafts.presence import note_presence
from bulletins.drafts.proposals import shown
from bulletins.drafts.proposing import Verdict, decide, propose
from bulletins.drafts.review import HandOver, Move, move
from bulletins.drafts.rights import limit_readers
from bulletins.drafts.roster import add_people, fill_roster, new_person, people_from_text, suggestions
from bulletins.drafts.set_aside import told_to
from bulletins.drafts.sheet import (
    AddPoint,
    AddSection,
    Credit,
    OrderPoints,
    OrderRoster,
    OrderSections,
    PointText,
    RemovePoint,
    RemoveSection,
    SectionHead,
    SetEntry,
    SetField,
    SetPoint,
    SetSection,
)
from bulletins.drafts.snapshots import name_snapshot
from bulletins.models import Bulletin, Comment, DraftPoint, Proposal, Topic
from forum.models import Session
from forum.refusal import Refusal
from tests.factories import (
    document,
    hold,
    make_bulletin,
    make_edition,
    make_forum,
    make_organisation,
    make_session,
    make_speaker,
    make_user,
)
from tests.kept_text import as_kept
from tests.rows_told import Rows

KEPT = Path(__file__).parent
ONE, TWO, NEW, HEAD, OTHER = (UUID(f"{place}" * 32) for place in (1, 2, 3, 4, 5))
DOUBTFUL = "Amelia Lindqwist, Mayor; Ivo Lundd, Poet; Amelya Lindqvist; Eda Moor, Academy of Rain"
DAY = datetime.date(2091, 6, 16)


def words(lead, *body, **fields):
    return PointText(lead=(Text(lead),), body=tuple((Text(one),) for one in body), **fields)


SAYS = words("one thing.", "Rain fell.")
NOW = words("one thing.", "Rain fell twice.", topics=("rain", "nothing"))
NAMED = PointText(lead=(Text("two."),), body=((Mention("berg-a"), Text(" said it.")),))
FIRST, SECOND = SectionHead(title="First"), SectionHead(title=" Second ", numbered=False, level=2)

# Each with a name, and with the changes that it sends.
CHANGES = {
    "a section and points": [
        AddSection(HEAD, FIRST),
        AddSection(HEAD, FIRST),
        AddSection(OTHER, SECOND),
        AddPoint(ONE, HEAD, SAYS),
        AddPoint(ONE, HEAD, NOW),
        AddPoint(TWO, HEAD, NAMED),
        AddPoint(NEW, NEW, SAYS),
    ],
    "what points and sections say": [
        SetPoint(ONE, was=SAYS, now=NOW),
        SetPoint(ONE, was=SAYS, now=NOW),
        SetPoint(ONE, was=SAYS, now=words("else.")),
        SetPoint(NEW, was=SAYS, now=NOW),
        SetSection(HEAD, was=FIRST, now=SECOND),
        SetSection(HEAD, was=FIRST, now=SectionHead(title="Third")),
        SetSection(NEW, was=FIRST, now=SECOND),
    ],
    "their order": [
        OrderSections((OTHER, HEAD)),
        OrderPoints(OTHER, (TWO, NEW, ONE)),
        OrderPoints(NEW, (ONE,)),
    ],
    "what goes": [
        RemovePoint(TWO, was=SAYS),
        RemovePoint(TWO, was=NAMED),
        RemovePoint(NEW, was=SAYS),
        RemoveSection(OTHER, was=SECOND),
        RemoveSection(HEAD, was=FIRST),
        RemoveSection(HEAD, was=SECOND),
        RemoveSection(NEW, was=FIRST),
    ],
    "the roster": [
        SetEntry("lund-ivo", now=Credit(credit=" Dean ", role="moderator", organisation="academy-of-rain")),
        SetEntry("berg-a", was=None, now=Credit(name="A. Berg")),
        SetEntry("berg-ada", now=Credit(name="A. Berg")),
        SetEntry("nobody", now=Credit(name="No Body")),
        SetEntry("body:union", now=Credit(name=" Union ", kind="body", role_printed=" in the chair ")),
        SetEntry("group:guests", now=Credit(name="Guests", kind="group")),
        OrderRoster(("group:guests", "lund-ivo", "nobody", "berg-a")),
        SetEntry("body:union", was=Credit(name="Union", kind="body", role_printed="in the chair")),
        SetEntry("lund-ivo"),
    ],
    "fields": [
        SetField("title", was=document().title, now=" Rain "),
        SetField("title", was=document().title, now="Snow"),
        SetField("title", was="Snow", now="Rain"),
        SetField("nothing", was="", now="x"),
        SetField("lede", was=None, now=[]),
        SetField("number", was=None, now=7),
        SetField("volume", was=None, now=-1),
        SetField("date", was="2026-11-18", now="2091-06-16"),
        SetField("sessions", was=[], now=[90002, 90002]),
        SetField("sessions", was=[90002], now=[90001]),
        SetField("summarized_by", was=["Ivo Lund"], now=["Eva Hill", "Ivo Lund"]),
        SetField("hands", was=[], now=[{"role": "Editor", "name": "Eva Hill"}]),
        SetField("contact", was=[], now=[{"label": "Telephone", "text": "1234"}]),
        SetField("distribution", was=[], now=[{"label": "To", "text": "the Mayor"}]),
        SetField("copies", was=None, now=40),
        SetField("marking", was="", now="机密"),
        SetField("marking", was="", now="内部资料"),
        SetField("note_label", was="", now="From the editor:"),
        SetField("section_style", was="roman", now="han"),
        SetField("language", was="en", now="xx"),
        SetField(
            "editors_note",
            was=[[{"type": "text", "text": "This bulletin sums up what was said in the morning session."}]],
            now=[[{"type": "text", "text": " By "}, {"type": "mention", "speaker": "berg-a"}], []],
        ),
    ],
}


def said(rows, act):
    """Give what a verb gives, or why it does not."""
    try:
        given = act()
    except (Refusal, PermissionDenied) as error:
        return [f"{type(error).__name__}: {getattr(error, 'message', error)}"]
    given = given if isinstance(given, list | tuple) else [given]
    return [rows.told(one) for one in given if one is not None]


def which_of(name):
    """Give the list that a verb is on."""
    kind = name.partition(":")[0]
    if kind in ("people", "bodies"):
        return "people"
    if kind in ("comments", "suggestions"):
        return "remarks"
    return "changes" if kind in ("changes", "history") or "wrote" in name else "review"


def at(hour, minute=0):
    """Give a moment of the day after, as the office's clock has it."""
    return datetime.datetime(2091, 6, 17, hour, minute, tzinfo=timezone.get_current_timezone())


def outcomes(applied):
    return [f"version {applied.version}, alone: {applied.alone}", *applied.outcomes]


def seen(value):
    """Give the fields of structs."""
    return [msgspec.structs.asdict(one) for one in value]


@pytest.fixture
def desk(counted_from_one_number):
    """Two drafts with the same of everything, and who works on them."""
    clara, otto, dora = (
        make_user(name, is_superuser=True, email=f"{name}@example.org") for name in ("clara", "otto", "dora")
    )
    make_user("eve")
    edition = make_edition(make_forum(name="Forum of Wells", slug="wells"))
    Topic.objects.create(slug="rain", name="Rain")
    make_organisation("Academy of Rain")
    ada = make_speaker()
    make_speaker("berg-a", given_name="A.", merged_into=ada)
    hold(make_speaker("lund-ivo", family_name="Lund", given_name="Ivo"), "Dean")
    make_speaker("lindqvist-amelia", family_name="Lindqvist", given_name="Amelia")
    standing = make_bulletin(edition, created_by=otto, number=3, volume=4, manuscript_hash="a" * 64)
    draft = make_bulletin(edition, created_by=clara, manuscript_hash="b" * 64)
    for one in (standing, draft):
        session = make_session(edition, title=f"Session {one.pk}")
        title = "Dean" if one == standing else "Rector"
        session.appearances.create(speaker=ada, credits={"en": title})
        one.sessions.set([session] if one == standing else [])
        first = remark(one, "Well?", by=otto)
        remark(one, "No.", by=clara, thread=first.pk)
        name_snapshot(one, "Before lunch", by=otto)
        note_presence(one, otto, "here")
        point = one.sections.get().points.get()
        DraftPoint.objects.filter(pk=point.pk).update(changed_by=otto, changed_at=timezone.now())
        propose(
            one,
            [SetPoint(point.key, was=said_by(one), now=said_by(one, "small things come before large ones."))],
            by=dora,
            seen=0,
        )
        accept(one, code="spelling", message="A word.", reason="So.", by=otto)
        limit_readers(one, users=[otto, dora], by=clara)
    return draft, clara, otto, dora


def said_by(bulletin, lead="small works come before large ones."):
    (section,) = document().sections
    return PointText(lead=(Text(lead),), body=section.points[0].body)


@pytest.mark.django_db
@pytest.mark.parametrize(
    "which",
    [
        "remarks",
        "changes",
        pytest.param("people", marks=pytest.mark.slow),  # another process reads their list
        "review",
    ],
)
def test_every_verb_on_a_draft_gives_and_changes_what_the_list_says(desk, which):
    draft, clara, otto, dora = desk
    eve, group = User.objects.get(username="eve"), Group.objects.create(name="readers")
    other = Bulletin.objects.order_by("pk").first()
    thread = Comment.objects.filter(bulletin=draft).earliest("pk").pk
    waiting = Proposal.objects.get(bulletin=draft).pk
    key = draft.sections.get().points.get().key
    rows, told = Rows(), []

    def fresh():
        return Bulletin.with_bin.get(pk=draft.pk)

    def changed(changes, by=clara, **fields):
        return lambda: outcomes(apply_changes(draft, changes, by=by, seen=fresh().version, **fields))

    acts = {
        "comments: all": lambda: seen(threads(draft)),
        "comments: on words": lambda: [
            remark(draft, f" @Dora. and @nobody @clara, {'x' * 3} ", by=otto, anchor=Anchor(
                part="lede", quote="small works", before="b" * 50 + "what ", after=" can do" + "a" * 50))
        ],
        "comments: nothing": lambda: remark(draft, " ", by=otto),
        "comments: too much": lambda: remark(draft, "x" * 4001, by=otto),
        "comments: in a thread of another draft": lambda: remark(draft, "Yes.", by=otto, thread=thread - 2),
        "comments: by whoever may not": lambda: remark(draft, "Yes.", by=eve),
        "comments: settled": lambda: resolve(draft, thread, resolved=True, by=otto),
        "comments: an answer opens it again": lambda: [remark(draft, "Yes.", by=clara, thread=thread)],
        "comments: opened": lambda: resolve(draft, thread, resolved=False, by=otto),
        "suggestions: all, to whoever made it": lambda: seen(shown(draft, to=dora)),
        "suggestions: no words": lambda: outcomes(propose(draft, [
            SetField("number", was=None, now=3), AddSection(NEW, FIRST),
            SetPoint(key, was=SAYS, now=NOW)], by=otto, seen=0)),
        "suggestions: title, section and lede": lambda: outcomes(propose(draft, [
            SetField("title", was=document().title, now="Rain gardens and the roads that need them"),
            SetSection(UUID(str(draft.sections.get().key)), was=SectionHead(title="Small Works First"),
                       now=SectionHead(title="Small Works Last")),
            SetField("lede", was=[[{"type": "text", "text": document().lede[0][0].text}]],
                     now=[[{"type": "text", "text": "Speakers told what small works can do."}]])],
            by=otto, seen=fresh().version)),
        "suggestions: all": lambda: seen(shown(draft, to=otto)),
        "suggestions: not there": lambda: decide(draft, waiting - 1, Verdict.ACCEPT, by=otto),
        "suggestions: taken": lambda: decide(draft, waiting, Verdict.ACCEPT, by=otto),
        "suggestions: taken again": lambda: decide(draft, waiting, Verdict.ACCEPT, by=otto),
        "suggestions: refused after all": lambda: decide(draft, waiting, Verdict.REFUSE, by=clara),
        "suggestions: opened again": lambda: decide(draft, waiting, Verdict.REOPEN, by=clara),
        "suggestions: refused": lambda: decide(draft, waiting, Verdict.REFUSE, by=dora),
        **{f"changes: {name}": changed(changes) for name, changes in CHANGES.items()},
        "changes: over the words of others": changed([
            SetPoint(key, was=said_by(draft), now=SAYS),
            SetField("title", was="Rain", now="Snow"),
            SetSection(NEW, was=FIRST, now=SECOND)], chosen=(0, 1, 2)),
        "changes: over words that are kept already": lambda: [
            name_snapshot(draft, "Now", by=otto).name,
            *changed([SetField("title", was="Snow", now="Dew")], chosen=(0,))()],
        "changes: what was set aside": lambda: seen(told_to(otto, draft)),
        "changes: what was set aside, read": lambda: seen(told_to(otto, draft, [90001])),
        "who last wrote what": lambda: seen(last_touches(draft).values()),
        "history: moments": lambda: seen(moments(fresh())),
        "history: the title alone": lambda: restore(draft, "s90002", "title", by=otto),
        "history: the same again": lambda: restore(draft, "s90002", "title", by=otto),
        "history: a point that was not there": lambda: restore(draft, "s90002", "3333333333", by=otto),
        "history: all of it": lambda: restore(draft, "s90002", by=otto),
        "history: named": lambda: [name_snapshot(draft, f"  For   {'x' * 120}", by=otto).name],
        "history: without a name": lambda: name_snapshot(draft, " ", by=otto),
        "who is there": lambda: note_presence(draft, clara, "c" * 50),
        "people: read from text": lambda: seen([people_from_text(
            draft, "Ada Berg, Dean; Ida Berg, Clerk, Academy of Rain; Ivo Lund")]),
        "people: taken": lambda: [add_people(
            draft, "Ada Berg, Dean; Ida Berg, Clerk, Academy of Rain; Ivo Lund", (1, 2, 7, -1), by=clara)],
        "people: taken again": lambda: [add_people(
            draft, "Ada Berg, Dean; Ida Berg, Rector; Ivo Lund", (0, 1), by=clara, known={1: "lund-ivo"})],
        "people: doubtful": lambda: seen([people_from_text(draft, DOUBTFUL)]),
        "people: doubtful, known by the editor": lambda: [
            draft.sessions.set(Session.objects.filter(title=f"Session {draft.pk}")),
            add_people(draft, DOUBTFUL, (0, 1, 3), by=clara, known={0: "lindqvist-amelia", 1: "lund-ivo"})],
        "people: doubtful, and new": lambda: [add_people(draft, DOUBTFUL, (2,), by=clara, known={2: "nobody"})],
        "people: meant, as they appear in its session": lambda: seen(suggestions(draft, "ada")),
        "people: of two sessions": lambda: [
            draft.sessions.set(Session.objects.all()), add_people(draft, "Una Hall", (0,), by=clara)],
        "people: of its sessions": lambda: [draft.roster.filter(speaker__slug="berg-ada").delete()[0],
                                            fill_roster(draft), fill_roster(draft)],
        "people: who may not": lambda: add_people(draft, "Bo Hall", (0,), by=eve),
        "people: meant": lambda: seen(suggestions(draft, "berg")),
        "people: with these keys": lambda: seen(suggestions(draft, slugs=("lund-ivo", "nobody", "berg-ada"))),
        "people: new": lambda: seen([new_person(draft, " Eva  Hill ", " 令狐野 ", by=clara)]),
        "people: known": lambda: new_person(draft, "Eva Hill", by=clara),
        "people: nobody": lambda: new_person(draft, " ", by=clara),
        "bodies: meant": lambda: seen(bodies_meant(draft, "rain")),
        "bodies: new": lambda: seen([new_body_or_group(draft, "body", " Union  of Wells ", by=clara)]),
        "bodies: a group": lambda: seen([new_body_or_group(draft, "group", "the guests", by=clara)]),
        "bodies: no name": lambda: new_body_or_group(draft, "group", " ", by=clara),
        "bodies: a long name": lambda: new_body_or_group(draft, "group", "x" * 201, by=clara),
        "bodies: as long as may be": lambda: [
            len(new_body_or_group(draft, "group", "x" * 200, by=clara).speaker)],
        "a finding accepted": lambda: [accept(draft, code="spelling", message="Two.", reason=" So. ", by=otto)],
        "a finding accepted again": lambda: [
            accept(draft, code="spelling", message="Two.", reason="No.", by=clara).reason],
        "a finding accepted for nothing": lambda: accept(draft, code="x", message="x", reason=" ", by=otto),
        "review: approved at once": lambda: move(draft, Move.APPROVE, by=otto),
        "review: handed in": lambda: move(
            draft, Move.HAND_IN, by=clara, why=" Please. ", hand_over=HandOver(to=otto, due_on=DAY)),
        "review: handed in again": lambda: move(draft, Move.HAND_IN, by=clara),
        "review: returned": lambda: move(draft, Move.RETURN, by=otto, why=" "),
        "review: returned with a reason": lambda: move(draft, Move.RETURN, by=otto, why=" A figure. "),
        "review: handed in anew": lambda: move(draft, Move.HAND_IN, by=clara),
        "review: approved": lambda: move(draft, Move.APPROVE, by=otto),
        "review: taken back": lambda: move(draft, Move.TAKE_BACK, by=clara),
        "handed over": lambda: hand_over(draft, dora, by=clara, due_on=DAY, why=" Read it. "),
        "handed over again": lambda: hand_over(draft, dora, by=clara, due_on=DAY, why=" Read it. "),
        "handed to whoever may not see it": lambda: hand_over(draft, eve, by=clara),
        "digests at six": lambda: [send_digests(at(6, 59))],
        "digests at seven": lambda: [send_digests(at(7))],
        "digests later": lambda: [send_digests(at(9))],
        "taken from all hands": lambda: hand_over(draft, None, by=clara),
        "readers": lambda: limit_readers(draft, by=clara, users=[dora], groups=[group]),
        "readers: nobody": lambda: limit_readers(draft, by=clara),
        "a copy": lambda: [duplicate(fresh(), by=dora).version],
        "a number": lambda: outcomes(apply_changes(
            draft, [SetField("number", was=None, now=7)], by=clara, seen=0)),
        "the bin": lambda: put_into_bin(draft, by=otto),
        "out of the bin": lambda: take_out_of_bin(draft, by=clara),
        "out of the bin again": lambda: take_out_of_bin(draft, by=clara),
        "the bin once more": lambda: put_into_bin(draft, by=otto),
        "its number goes to another": lambda: outcomes(apply_changes(
            other, [SetField("number", was=3, now=7)], by=otto, seen=0)),
        "out of the bin without it": lambda: take_out_of_bin(draft, by=clara),
        "the bin for good": lambda: put_into_bin(draft, by=otto),
        "the bin is emptied too early": lambda: [empty_bin(fresh().binned_at + datetime.timedelta(days=29))],
        "the bin is emptied": lambda: [empty_bin(fresh().binned_at + datetime.timedelta(days=30))],
    }  # fmt: skip
    for name, act in acts.items():
        if which_of(name) != which:
            continue
        given = said(rows, act)
        told += [f"{name}:", *(f"    {one}" for one in given), *(f"    {one}" for one in rows.changed())]
    text = "\n".join(told) + "\n"

    assert text == as_kept(KEPT / f"verbs_{which}.txt", text)
