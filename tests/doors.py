"""Every address of the site, found by walking its URLs, with rows to open each on; and people to try them."""

import copy
import re
from dataclasses import dataclass
from typing import Any

import msgspec
from django.contrib import admin
from django.contrib.auth.models import Group, Permission, User
from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse

from bulletins.groups import GROUPS, make_groups
from bulletins.models import Bulletin, Topic
from bulletins.publishing.publication import Approval, publish
from forum.ledger import Subject, record
from forum.models import Act, ForumMembership, Site
from tests.factories import (
    document,
    make_bulletin,
    make_edition,
    make_forum,
    make_organisation,
    make_session,
    make_speaker,
    make_user,
)
from tests.figures import figure

SAID = Approval(acceptance="Read.", correction_note="The title.")
PEOPLE = ("nobody", "without rights", "view only", *GROUPS, "elsewhere")


def patterns(resolver=None, space="", route=""):
    """Give the full name of every address of the site (its route where it has none), the route and the pattern."""
    for one in (resolver or get_resolver()).url_patterns:
        whole = route + str(one.pattern)
        if isinstance(one, URLResolver):
            yield from patterns(one, f"{space}{one.namespace}:" if one.namespace else space, whole)
        elif isinstance(one, URLPattern):
            yield f"{space}{one.name}" if one.name else whole, whole, one


@dataclass
class Office:
    """A forum with a draft, a published bulletin and one of everything else; another forum with nothing."""

    rows: dict[str, Any]
    published: Any
    other: Any

    def arguments(self, name, pattern) -> dict[str, Any]:
        """Give what the address of a pattern is made with."""
        row = next((row for key, row in self.rows.items() if name.startswith(f"admin:{key}_")), None)
        known = {
            "forum": "rain",
            "series": "bulletin",
            "year": 2026,
            "number": 1,
            "version": 2 if name == "comparison" else 1,
            "since": 1,
            "point": self.published.document.sections[0].points[0].id,
            "extension": "txt",
            "slug": "berg-ada",
            "section": "issues",
            "code": "en",
            "pk": self.rows["forum_session"].pk,
            "object_id": getattr(row, "pk", None),
            "id": self.rows["auth_user"].pk,
            "content_type_id": ContentType.objects.get_for_model(Bulletin).pk,
            "app_label": "bulletins",
            "url": "nowhere/",
            "key": "0-0",
            "name": figure().name,
            "uidb36": "0",
        }
        if name == "organisation":
            known["slug"] = self.rows["speakers_organisation"].slug
        if name == "topic":
            known["slug"] = "rain"
        return {key: known[key] for key in pattern.pattern.converters | dict.fromkeys(_groups(pattern))}

    def address(self, name, route, pattern) -> str:
        """Give an address of a pattern, on rows that are there."""
        if name == "admin:view_on_site":
            return reverse(
                name, args=[ContentType.objects.get_for_model(Topic).pk, self.rows["bulletins_topic"].pk]
            )
        if pattern.name:
            return reverse(name, kwargs=self.arguments(name, pattern) or None)
        return "/" + re.sub(r"<path:object_id>", "1", route).replace("(?P<url>.*)$", "no-such-page")


def _groups(pattern):
    regex = getattr(pattern.pattern, "regex", None)
    return regex.groupindex if regex is not None else {}


def _tied(organisation):
    content = document()
    (entry,), (section,) = content.roster, content.sections
    point = msgspec.structs.replace(section.points[0], topics=("rain",))
    point = msgspec.structs.replace(point, body=(*point.body, figure(alt="A garden in the rain")))
    return document(
        roster=(msgspec.structs.replace(entry, organisation=organisation),),
        sections=(msgspec.structs.replace(section, points=(point,)),),
    )


def make_office() -> Office:
    """Make the rows that the addresses are opened on."""
    chief = make_user("chief", is_superuser=True)
    make_groups(Group, Permission)
    edition = make_edition(make_forum(slug="rain", name="Rain Forum"))
    academy = make_organisation("Academy of Rain")
    out = make_bulletin(edition, content=_tied(academy.slug))
    session = make_session(edition)
    session.appearances.create(speaker=out.roster.get().speaker)
    out.sessions.set([session])
    published = publish(out, by=chief, approval=SAID)
    Bulletin.objects.filter(pk=out.pk).update(title="Rain gardens, corrected")
    publish(out, by=chief, approval=SAID)
    draft = make_bulletin(make_edition(edition.forum, year=2027, starts_on=None, ends_on=None))
    return Office(
        rows={
            "bulletins_bulletin": draft,
            "bulletins_publication": published,
            "bulletins_series": published.series,
            "bulletins_topic": Topic.objects.get(slug="rain"),
            "speakers_speaker": make_speaker("lund-ivo", family_name="Lund", given_name="Ivo"),
            "speakers_organisation": academy,
            "forum_forum": edition.forum,
            "forum_site": Site.objects.create(pk=1, names={"en": "Bulletins of Rain"}),
            "forum_edition": edition,
            "forum_session": session,
            "forum_ledgerentry": record(Act.CHANGED, Subject("test/1", "T"), by=None),
            "auth_user": make_user("somebody"),
            "auth_group": Group.objects.get(name="Clerks"),
        },
        published=published,
        other=make_forum(slug="lamps", name="Forum of Lamps"),
    )


def client_of(person, office) -> Client:
    """Sign somebody in. "elsewhere" edits and publishes, in another forum."""
    client = Client(raise_request_exception=False)
    if person == "nobody":
        return client
    user = make_user(person.replace(" ", "-").lower())
    if person == "view only":
        user.user_permissions.set(
            Permission.objects.filter(
                codename__startswith="view_", content_type__app_label__in=("forum", "speakers", "bulletins")
            )
        )
    groups = ["Editors", "Publishers", "Clerks"] if person == "elsewhere" else [person]
    user.groups.set(Group.objects.filter(name__in=groups))
    if person == "elsewhere":
        ForumMembership.objects.create(user=user, forum=office.other)
    client.force_login(User.objects.get(pk=user.pk))
    return client


def outcome(client, method, address, data=None, **more) -> str:
    """Try a door, and put everything back. Gives the status, or "asks" where a bulk action would be carried out."""
    cookies = copy.deepcopy(client.cookies)
    with transaction.atomic():
        answer = getattr(client, method)(address, data, **more)
        transaction.set_rollback(True)
    client.cookies = cookies
    asks = any("delete_selected_confirmation" in (one.name or "") for one in answer.templates)
    return "asks" if asks else str(answer.status_code)


def bulk_actions():
    """Give the address name and the name of every bulk action of the admin's lists."""
    for model, model_admin in admin.site._registry.items():
        for action in model_admin.actions or ():
            yield model._meta, getattr(action, "__name__", action)
        yield model._meta, "delete_selected"


def outcomes(person, office) -> dict[str, str]:
    """Give what becomes of somebody who opens, and knocks with nothing at, every door there is."""
    client = client_of(person, office)
    found = {}
    for name, route, pattern in patterns():
        address = office.address(name, route, pattern)
        form = {"content_type": "application/json"} if "_write_" in name else {}
        found[f"GET {name}"] = outcome(client, "get", address, _ASKED.get(name))
        found[f"POST {name}"] = outcome(client, "post", address, {}, **form)
    for meta, action in bulk_actions():
        key = f"{meta.app_label}_{meta.model_name}"
        chosen = {"action": action, "_selected_action": [office.rows[key].pk]}
        address = reverse(f"admin:{key}_changelist")
        found[f"{action} {meta.label}"] = outcome(client, "post", address, chosen)
    return found


# What a door is asked for, where it answers nothing otherwise.
_ASKED = {
    "admin:autocomplete": {
        "app_label": "bulletins",
        "model_name": "bulletin",
        "field_name": "edition",
        "term": "",
    },
}
