"""Telling a CDN what changed: after the commit, and whatever becomes of it, what is published is published."""

import json
import logging
import urllib.request
from collections.abc import Callable, Iterable
from functools import partial

from django.conf import settings
from django.db import transaction
from django.urls import reverse
from django.utils.module_loading import import_string

from bulletins.document import figures
from bulletins.models import Passage, Publication, Statement
from bulletins.rendering import FORMATS

log = logging.getLogger(__name__)

# Seconds: who publishes waits for it.
PATIENCE = 3


def purge_when_committed(addresses: Iterable[str]) -> None:
    """Tell what RAPPORTEUR_PURGE names of addresses that change, once it is committed."""
    if settings.PURGE:
        transaction.on_commit(partial(_purge, sorted(addresses)))


def addresses_of(publication: Publication) -> list[str]:
    """Give the addresses, without a host, whose pages show a bulletin: the index knows them while it has its rows."""
    if not settings.PURGE:
        return []
    place: list[str | int] = [publication.edition.forum.slug, publication.edition.year]
    issue: list[str | int] = [publication.place, publication.edition.year, publication.number]
    found = {
        reverse(name)
        for name in ("home", "archive", "speakers", "organisations", "topics", "feed", "sitemap")
    }
    found |= {
        reverse("forum", args=place[:1]),
        reverse("forum-feed", args=place[:1]),
        reverse("series", args=[place[0], publication.series.slug]),
        reverse("edition", args=place),
    }
    found |= set(_of_issue(issue, range(1, publication.version + 1)))
    found |= set(_pictures_of(publication, issue))
    found |= set(_tied(publication, place))
    return sorted(found)


def _of_issue(place: list[str | int], versions: range) -> list[str]:
    extensions = [form.extension for form in FORMATS.values()]
    newest = [reverse(name, args=place) for name in ("bulletin", "cite")]
    newest += [reverse("download", args=[*place, one]) for one in extensions]
    for version in versions:
        newest += [reverse(name, args=[*place, version]) for name in ("bulletin-version", "cite-version")]
        newest += [reverse("download-version", args=[*place, version, one]) for one in extensions]
    return newest


def _pictures_of(publication: Publication, place: list[str | int]) -> list[str]:
    versions = Publication.objects.filter(
        bulletin=publication.bulletin_id, frozen__contains='"type":"figure"'
    )
    shown = [(one.version, figure.name) for one in versions for _where, figure in figures(one.document)]
    return [reverse("figure", args=[*place, version, name]) for version, name in shown]


def _tied(publication: Publication, place: list[str | int]) -> list[str]:
    said = Statement.objects.filter(publication__bulletin=publication.bulletin_id)
    speakers = said.exclude(speaker=None).values_list("speaker__slug", flat=True)
    organisations = said.exclude(organisation=None).values_list("organisation__slug", flat=True)
    sessions = Passage.objects.filter(publication__bulletin=publication.bulletin_id).session_ids()
    return [
        *(reverse("speaker", args=[slug]) for slug in {*publication.people, *speakers}),
        *(reverse("organisation", args=[slug]) for slug in set(organisations)),
        *(reverse("session", args=[*place, pk]) for pk in sessions),
    ]


def _purge(addresses: list[str]) -> None:
    try:
        _hook()(addresses)
    except Exception:
        log.exception("%s was not told of %d addresses that changed", settings.PURGE, len(addresses))


def _hook() -> Callable[[list[str]], object]:
    if "://" in settings.PURGE:
        return _post
    hook: Callable[[list[str]], object] = import_string(settings.PURGE)
    return hook


def _post(addresses: list[str]) -> None:
    data = json.dumps({"addresses": addresses}).encode()
    request = urllib.request.Request(  # noqa: S310 (the operator's own address)
        settings.PURGE, data, {"Content-Type": "application/json"}, method="POST"
    )
    with urllib.request.urlopen(request, timeout=PATIENCE):  # noqa: S310 (the same)
        pass
