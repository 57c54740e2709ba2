"""The demo forum: fictional people, sessions and bulletins, for a newcomer to try things on."""

import datetime
import hashlib
import json
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.contrib.auth.models import Group, Permission, User
from django.core.management.base import BaseCommand, CommandError
from django.db import transaction
from django.db.backends.postgresql.psycopg_any import DateRange
from django.utils import timezone

from bulletins import manuscript
from bulletins.importing import Target, import_document
from bulletins.models import Bulletin, Point
from bulletins.publishing import Approval, publish
from forum.models import Edition, Forum, Session
from speakers.directory import create_speaker
from speakers.models import Organisation, Position, Speaker

CONTENT = Path(__file__).resolve().parents[2] / "demo"
DRAFTS = {"2026-5", "2026-6"}
CORRECTED = "2025-2"
GROUPS = {
    "Editors": ("bulletin", "section", "point", "rosterline", "publication", "speaker", "position", "organisation",
                "appearance", "forum", "edition", "session"),
    "Rapporteurs": ("bulletin", "section", "point", "rosterline", "speaker", "position", "organisation", "appearance"),
}  # fmt: skip
LOGINS = {"editor": "Editors", "rapporteur": "Rapporteurs", "admin": None}


class Command(BaseCommand):
    """`manage.py demo`: load the demo forum once; a second run changes nothing."""

    help = "Load a fictional forum with bulletins in different states, and logins to try it with."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--force", action="store_true", help="also beside a forum that is not the demo's")

    def handle(self, *args: Any, force: bool, **options: Any) -> None:
        facts = json.loads((CONTENT / "forum.json").read_text())
        slug = facts["forum"]["slug"]
        if not Forum.objects.filter(slug=slug).exists():
            # Its passwords are known to everybody: they must not come into a site that is used.
            if not force and (Forum.objects.exists() or User.objects.exists()):
                raise CommandError(
                    "There is another forum or user here. The demo, with its known passwords, stays out."
                )
            _load(facts)
        if User.objects.filter(username="editor").exists():
            told = ", ".join(f"{name} / {name}-demo" for name in LOGINS)
            self.stdout.write(f"Demo logins (name / password): {told}")


@transaction.atomic
def _load(facts: dict[str, Any]) -> None:
    users = {name: _user(name, group) for name, group in LOGINS.items()}
    _people(json.loads((CONTENT / "people.json").read_text()))
    forum = Forum.objects.create(**facts["forum"])
    editions = {one["year"]: Edition.objects.create(forum=forum, **one) for one in facts["editions"]}
    for session in facts["sessions"]:
        edition = Edition.objects.get(pk=editions[session["edition"]].pk)
        bulletin = _bulletin(session["bulletin"], _session(edition, session), users["rapporteur"])
        if session["bulletin"] not in DRAFTS:
            publish(bulletin, by=users["editor"], approval=Approval(acceptance="Read and found right."))
        if session["bulletin"] == CORRECTED:
            _correct(bulletin, users["editor"])


def _user(name: str, group_name: str | None) -> User:
    user = User.objects.create_user(
        name, password=f"{name}-demo", is_staff=True, is_superuser=group_name is None
    )
    if group_name is not None:
        group, _made = Group.objects.get_or_create(name=group_name)
        group.permissions.set(
            Permission.objects.filter(
                content_type__model__in=GROUPS[group_name],
                content_type__app_label__in=["bulletins", "speakers", "forum"],
            )
        )
        user.groups.add(group)
    return user


def _people(facts: dict[str, Any]) -> None:
    organisations = {one["name"]: Organisation.objects.create(**one) for one in facts["organisations"]}
    for one in facts["speakers"]:
        speaker = _speaker(one)
        for title, title_zh, organisation, start, end in one["positions"]:
            Position.objects.create(
                speaker=speaker,
                organisation=organisations[organisation],
                title=title,
                title_zh=title_zh,
                held=DateRange(
                    datetime.date.fromisoformat(start), datetime.date.fromisoformat(end) if end else None
                ),
            )


def _speaker(facts: dict[str, Any]) -> Speaker:
    family_first = facts.get("order") == "family"
    family, given = facts["family"], facts["given"]
    speaker = create_speaker(f"{family.upper()} {given}" if family_first else f"{given} {family}")
    speaker.family_name, speaker.given_name, speaker.own_name = family, given, facts.get("own", "")
    speaker.save()
    return speaker


def _session(edition: Edition, facts: dict[str, Any]) -> Session:
    return Session.objects.create(
        edition=edition,
        title=facts["title"],
        theme=facts["theme"],
        kind=facts["kind"],
        room=facts["room"],
        starts_at=timezone.make_aware(datetime.datetime.fromisoformat(facts["start"])),
        ends_at=timezone.make_aware(datetime.datetime.fromisoformat(facts["end"])),
    )


def _bulletin(name: str, session: Session, by: User) -> Bulletin:
    data = (CONTENT / f"{name}.md").read_bytes()
    reading = manuscript.read_bytes(data, f"{name}.md")
    target = Target(edition=session.edition, sessions=(session,), by=by)
    return import_document(reading.document, hashlib.sha256(data).hexdigest(), target).bulletin


def _correct(bulletin: Bulletin, by: User) -> None:
    """Mend one figure of a published bulletin, as a speaker asked, and publish it again."""
    point = Point.objects.filter(section__bulletin=bulletin).order_by("section__order", "order")[2]
    point.body = json.loads(json.dumps(point.body).replace("nine years", "six years"))
    point.save()
    note = "Ms Virtakoski asks us to say that the cable’s renewal was put off by six years, not nine."
    publish(bulletin, by=by, approval=Approval(acceptance="Read and found right.", correction_note=note))
