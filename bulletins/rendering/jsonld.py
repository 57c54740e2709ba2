"""JSON-LD in the words of schema.org: what an issue is, whom it credits, and where."""

import json
from collections.abc import Iterable, Iterator
from typing import Any
from urllib.parse import urljoin

from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

from bulletins.document import Document, Imprint, points
from bulletins.inline import lead_text
from bulletins.language import of
from bulletins.statements import statements
from speakers.models import Position, Speaker

type Node = dict[str, Any]

CONTEXT = "https://schema.org"

# As Django's json_script has it: nothing in the data can end the element it stands in.
_ESCAPES = {ord(">"): "\\u003E", ord("<"): "\\u003C", ord("&"): "\\u0026"}


def script(data: Any) -> SafeString:
    """Write it into a page: data for programs, which no browser runs, so the content security policy lets it be."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":")).translate(_ESCAPES)
    return format_html('<script type="application/ld+json">{}</script>', mark_safe(text))  # noqa: S308 (escaped above)


def issue(document: Document, imprint: Imprint) -> Node:
    """Give a published bulletin, which is both an issue of a series and a report on events, with its points."""
    address = imprint.address
    sessions = [_event(place, title, date) for place, (title, date) in enumerate(_sessions(document), 1)]
    people = [_person(entry.speaker, entry.name, entry.credit, address) for entry in document.roster]
    return {
        "@context": CONTEXT,
        "@graph": [
            _filled(
                {
                    "@type": ["PublicationIssue", "Report"],
                    "@id": address,
                    "url": address,
                    "name": document.series_title,
                    "headline": document.title,
                    "issueNumber": document.number,
                    "datePublished": document.date.isoformat() if document.date else None,
                    "dateModified": imprint.published_on.isoformat() if imprint.published_on else None,
                    "version": imprint.version,
                    "inLanguage": of(document.language).TAG,
                    "isPartOf": _volume(document),
                    "publisher": {"@type": "Organization", "name": document.publisher}
                    if document.publisher
                    else None,
                    "author": [{"@type": "Person", "name": name} for name in document.summarized_by],
                    "about": [{"@id": event["@id"]} for event in sessions],
                    "mentions": [{"@id": person["@id"]} for person in people],
                    "hasPart": list(_reported(document, address)),
                }
            ),
            *sessions,
            *people,
        ],
    }


def person(speaker: Speaker, positions: Iterable[Position], address: str) -> Node:
    """Give a speaker with the posts held, the latest first."""
    return {
        "@context": CONTEXT,
        **_filled(
            {
                "@type": "Person",
                "@id": address,
                "url": address,
                "name": speaker.name,
                "alternateName": speaker.own_name if speaker.own_name != speaker.name else None,
                "sameAs": f"https://orcid.org/{speaker.orcid}" if speaker.orcid else None,
                "memberOf": [_role(position) for position in positions],
            }
        ),
    }


def _role(position: Position) -> Node:
    held = position.held
    return _filled(
        {
            "@type": "OrganizationRole",
            "roleName": position.title,
            "startDate": held.lower.isoformat() if held.lower else None,
            "endDate": held.upper.isoformat() if held.upper else None,
            "memberOf": {"@type": "Organization", "name": position.organisation.name},
        }
    )


def _filled(node: Node) -> Node:
    return {name: value for name, value in node.items() if value not in (None, "", [])}


def _volume(document: Document) -> Node:
    series = _filled(
        {"@type": "Periodical", "name": document.forum or document.publisher, "issn": document.issn}
    )
    return _filled({"@type": "PublicationVolume", "volumeNumber": document.volume, "isPartOf": series})


def _sessions(document: Document) -> Iterator[tuple[str, str | None]]:
    for session in document.sessions:
        yield session.title, session.date.isoformat() if session.date else None


def _event(place: int, title: str, date: str | None) -> Node:
    return _filled({"@type": "Event", "@id": f"#session-{place}", "name": title, "startDate": date})


def _person(key: str, name: str, credit: str, address: str) -> Node:
    page = urljoin(address, reverse("speaker", args=[key])) if address else None
    return _filled(
        {"@type": "Person", "@id": f"#who-{key}", "name": name, "description": credit, "url": page}
    )


def _reported(document: Document, address: str) -> Iterator[Node]:
    """Give each statement with who made it: reported in a summary's words, and so no verbatim quotation."""
    places = dict(points(document))
    events = [f"#session-{place}" for place, _ in enumerate(document.sessions, 1)]
    for statement in statements(document):
        point = places.get(statement.where)
        yield _filled(
            {
                "@type": "CreativeWork",
                "genre": "reported speech",
                "url": f"#{point.id}" if point and point.id else None,
                "name": lead_text(point, document) if point else None,
                "abstract": statement.text,
                "creator": [{"@id": f"#who-{key}"} for key in statement.entries],
                "isPartOf": {"@id": address} if address else None,
                "recordedIn": [{"@id": event} for event in events],
            }
        )
