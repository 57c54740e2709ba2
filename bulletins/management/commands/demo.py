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
from bulletins.drafts.importing import Target, import_document
from bulletins.groups import make_groups
from bulletins.language import section_place
from bulletins.models import Bulletin, DraftPoint, Series, Topic
from bulletins.publishing.publication import Approval, publish
from forum.ledger import record_account
from forum.models import Edition, Forum, Session
from speakers.directory import create_speaker, free_slug
from speakers.models import Appearance, Organisation, Position, Speaker

CONTENT = Path(__file__).resolve().parents[2] / "demo"
READ = "Read and found right."
# Each login with its groups; who has none is a superuser.
LOGINS = {"editor": ("Editors", "Publishers"), "rapporteur": ("Rapporteurs",), "admin": ()}


class Command(BaseCommand):
    """`manage.py demo`: load the demo forum once; a second run changes nothing."""

    help = "Load a fictional forum with bulletins in different states, and logins to try it with."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--force", action="store_true", help="also beside a forum that is not the demo's")

    def handle(self, *args: Any, force: bool, **options: Any) -> None:
        facts = _read("forum")
        if not Forum.objects.filter(slug=facts["forum"]["slug"]).exists():
            _refuse_a_used_site(force)
            _load(facts)
        if User.objects.filter(username__in=LOGINS).count() == len(LOGINS):
            told = ", ".join(f"{name} / {name}-demo" for name in LOGINS)
            self.stdout.write(f"Demo logins (name / password): {told}")


def _refuse_a_used_site(force: bool) -> None:
    # The demo's passwords are known to everybody: they must not come into a site that is used.
    if not force and (Forum.objects.exists() or User.objects.exists()):
        raise CommandError(
            "There is another forum or user here. The demo, with its known passwords, stays out."
        )
    taken = ", ".join(User.objects.filter(username__in=LOGINS).values_list("username", flat=True))
    if taken:
        raise CommandError(f"Users with the demo's names are here already: {taken}. They stay as they are.")


def _read(name: str) -> dict[str, Any]:
    facts: dict[str, Any] = json.loads((CONTENT / f"{name}.json").read_text(encoding="utf-8"))
    return facts


@transaction.atomic
def _load(facts: dict[str, Any]) -> None:
    make_groups(Group, Permission)
    users = {name: _user(name, groups) for name, groups in LOGINS.items()}
    speakers = _people(_read("people"))
    forum = Forum.objects.create(**facts["forum"])
    Series.objects.bulk_create(Series(forum=forum, **one) for one in facts["series"])
    topics = _read("topics")
    _grow(topics["tree"])
    editions = {one["year"]: Edition.objects.create(forum=forum, **one) for one in facts["editions"]}
    for one in facts["sessions"]:
        session = _session(Edition.objects.get(pk=editions[one["edition"]].pk), one)
        _programme(session, one["programme"], speakers)
        if "bulletin" not in one:
            continue  # held, and nobody has written it up yet: the desk shows it
        bulletin = _bulletin(one["bulletin"], session, users["rapporteur"])
        _tag(bulletin, topics["points"][one["bulletin"]])
        if one["bulletin"] not in facts["drafts"]:
            publish(bulletin, by=users["editor"], approval=Approval(acceptance=READ))
        if one["bulletin"] in facts["corrections"]:
            _correct(bulletin, facts["corrections"][one["bulletin"]], users["editor"])


def _user(name: str, groups: tuple[str, ...]) -> User:
    user = User.objects.create_user(name, password=f"{name}-demo", is_staff=True, is_superuser=not groups)
    user.groups.set(Group.objects.filter(name__in=groups))
    record_account(user, by=None)
    return user


def _people(facts: dict[str, Any]) -> dict[str, Speaker]:
    organisations = {
        one["name"]: Organisation.objects.create(slug=free_slug(one["name"], Organisation), **one)
        for one in facts["organisations"]
    }
    speakers = [_speaker(one, organisations) for one in facts["speakers"]]
    return {speaker.slug: speaker for speaker in speakers}


def _speaker(facts: dict[str, Any], organisations: dict[str, Organisation]) -> Speaker:
    family, given = facts["family"], facts["given"]
    speaker = create_speaker(
        f"{family.upper()} {given}" if facts.get("order") == "family" else f"{given} {family}"
    )
    speaker.family_name, speaker.given_name, speaker.own_name = family, given, facts.get("own", "")
    speaker.save()
    Position.objects.bulk_create(
        Position(
            speaker=speaker,
            organisation=organisations[organisation],
            title=title,
            titles=titles,
            held=DateRange(
                datetime.date.fromisoformat(start), datetime.date.fromisoformat(end) if end else None
            ),
        )
        for title, titles, organisation, start, end in facts["positions"]
    )
    return speaker


def _session(edition: Edition, facts: dict[str, Any]) -> Session:
    return Session.objects.create(
        edition=edition,
        title=facts["title"],
        theme=facts["theme"],
        kind=facts["kind"],
        room=facts["room"],
        **{name: facts[name] for name in ("titles", "themes", "rooms") if name in facts},
        starts_at=timezone.make_aware(datetime.datetime.fromisoformat(facts["start"])),
        ends_at=timezone.make_aware(datetime.datetime.fromisoformat(facts["end"])),
    )


def _programme(session: Session, roles: dict[str, list[str]], speakers: dict[str, Speaker]) -> None:
    """Write who appears, with the credit that follows from the position held that day."""
    programme = [(role, slug) for role, slugs in roles.items() for slug in slugs]
    for order, (role, slug) in enumerate(programme):
        appearance = Appearance(session=session, speaker=speakers[slug], role=role, order=order)
        appearance.fill_credit()
        appearance.save()


def _bulletin(name: str, session: Session, by: User) -> Bulletin:
    data = (CONTENT / f"{name}.md").read_bytes()
    reading = manuscript.read_bytes(data, f"{name}.md")
    target = Target(edition=session.edition, sessions=(session,), by=by)
    fingerprint = hashlib.sha256(data).hexdigest()
    return import_document(reading, fingerprint, target).bulletin


def _grow(tree: list[dict[str, Any]], parent: Topic | None = None) -> None:
    """Write a tree of topics."""
    for order, facts in enumerate(tree):
        named = {name: facts[name] for name in ("slug", "name", "names")}
        _grow(facts.get("narrower", []), Topic.objects.create(parent=parent, order=order, **named))


def _tag(bulletin: Bulletin, tags: dict[str, list[str]]) -> None:
    """Tie points, by their permanent addresses, to topics."""
    topics = {topic.slug: topic for topic in Topic.objects.all()}
    for section_index, section in enumerate(bulletin.sections.all(), 1):
        for point_index, point in enumerate(section.points.all(), 1):
            keys = tags.get(f"{section_place(section_index)}-{point_index}", [])
            point.topics.set(topics[key] for key in keys)


def _correct(bulletin: Bulletin, change: dict[str, str], by: User) -> None:
    """Mend a published sentence, as a speaker asked, and publish it again with a note."""
    for point in DraftPoint.objects.filter(section__bulletin=bulletin):
        mended = [[_mended(inline, change) for inline in paragraph] for paragraph in point.body]
        if mended != point.body:
            point.body = mended
            point.save()
    publish(bulletin, by=by, approval=Approval(acceptance=READ, correction_note=change["note"]))


def _mended(inline: dict[str, Any], change: dict[str, str]) -> dict[str, Any]:
    """Give an inline with the change made in its running text; a mention stays as it is."""
    if inline["type"] != "text":
        return inline
    return {**inline, "text": inline["text"].replace(change["old"], change["new"])}
