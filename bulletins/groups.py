"""The groups of an office, and the rights of each. A migration makes them; whoever administers may change them."""

from collections.abc import Iterator
from typing import Any

from django.utils.translation import gettext_noop

_LOOK = [
    *(f"forum.view_{name}" for name in ("forum", "edition", "session")),
    *(f"speakers.view_{name}" for name in ("speaker", "organisation", "position", "appearance")),
    *(f"bulletins.view_{name}" for name in ("bulletin", "series", "topic", "publication")),
]
# A manuscript's credits name people, institutions and titles: whoever brings it in makes all three.
_WRITE = [
    *(f"bulletins.{verb}_bulletin" for verb in ("add", "change")),
    *(f"speakers.add_{name}" for name in ("speaker", "organisation", "position")),
]
_EVENTS = [
    name
    for verb in ("add", "change")
    for name in (f"forum.{verb}_edition", f"forum.{verb}_session", f"bulletins.{verb}_series")
]
_PEOPLE = [
    f"speakers.{verb}_{name}"
    for name in ("speaker", "organisation", "position", "appearance")
    for verb in ("add", "change")
] + ["speakers.delete_position", "speakers.delete_appearance"]
_PUBLISH = ["bulletins.publish_bulletin", "bulletins.withdraw_bulletin"]

GROUPS: dict[str, list[str]] = {
    # Who writes: drafts, and people who are not in the directory yet.
    gettext_noop("Rapporteurs"): [*_LOOK, *_WRITE],
    # Who edits: all drafts, the topics, the people; sees to it that a bulletin is right.
    gettext_noop("Editors"): [
        *_LOOK,
        *_WRITE,
        "bulletins.delete_bulletin",
        "bulletins.review_bulletin",
        *(f"bulletins.{verb}_topic" for verb in ("add", "change", "delete")),
        *_EVENTS,
        *_PEOPLE,
        "speakers.merge_speaker",
    ],
    # Who signs off: publishes, withdraws and puts back.
    gettext_noop("Publishers"): [*_LOOK, "bulletins.review_bulletin", *_PUBLISH],
    # Who keeps the programme and the directory.
    gettext_noop("Clerks"): [*_LOOK, *_EVENTS, "forum.import_programme", *_PEOPLE, "speakers.merge_speaker"],
    # Who runs the office's site: all of it, and the accounts.
    gettext_noop("Administrators"): [],
}
_ADMINISTERED = ("forum", "speakers", "bulletins", "auth")


def make_groups(group_model: Any, permission_model: Any) -> None:
    """Make the groups that are missing, with their rights; one that is there stays as it is."""
    for name, rights in GROUPS.items():
        group, made = group_model.objects.get_or_create(name=name)
        if made:
            group.permissions.set(_permissions(permission_model, rights))


def _permissions(permission_model: Any, rights: list[str]) -> Iterator[Any]:
    """Give the rights in one query; one that came later is given by the migration that makes it."""
    known = permission_model.objects.select_related("content_type")
    for one in known.filter(content_type__app_label__in=_ADMINISTERED):
        if not rights or f"{one.content_type.app_label}.{one.codename}" in rights:
            yield one
