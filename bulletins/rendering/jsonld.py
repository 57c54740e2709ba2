"""JSON-LD in the words of schema.org: what an issue is, whom it credits, and where."""

import json
from collections.abc import Iterable, Mapping
from typing import Any
from urllib.parse import urljoin

from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

from bulletins.document import Document, Figure, Imprint, RosterEntry, SessionRef, figures, points
from bulletins.inline import lead_text, plain
from bulletins.language import of
from bulletins.statements import Statement, statements
from speakers.models import Organisation, Position, Speaker

type Node = dict[str, Any]

CONTEXT = "https://schema.org"

# As Django's json_script has it: nothing in the data can end the element it stands in.
_ESCAPES = {ord(">"): "\\u003E", ord("<"): "\\u003C", ord("&"): "\\u0026"}


def script(data: Any) -> SafeString:
    """Write it into a page: data for programs, which no browser runs, so the content security policy lets it be."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":")).translate(_ESCAPES)
    return format_html('<script type="application/ld+json">{}</script>', mark_safe(text))  # noqa: S308 (escaped above)


def _picture(figure: Figure, document: Document, address: str) -> Node:
    return _filled(
        {
            "@type": "ImageObject",
            "contentUrl": f"{address}figures/{figure.name}",
            "encodingFormat": figure.media_type,
            "width": figure.width,
            "height": figure.height,
            "caption": plain(figure.caption, document) or None,
            "description": figure.alt or None,
        }
    )


def issue(document: Document, imprint: Imprint) -> Node:
    """Give a published bulletin, which is both an issue of a series and a report on events, with what was said."""
    address = imprint.address
    edition = _edition(document, address)
    sessions = [_session(one, address, edition) for one in document.sessions]
    said = list(statements(document))
    # Only those who said something have a page.
    speaking = {key for one in said for key in (*one.entries, *dict(one.behalf).values())}
    people = {
        one.speaker: _person(one, address if one.speaker in speaking else "") for one in document.roster
    }
    events = sessions or ([edition] if edition else [])
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
                    "author": _authors(document),
                    "about": _ids(events),
                    "mentions": _ids(people.values()),
                    "image": [_picture(one, document, address) for _where, one in figures(document)] or None,
                    "hasPart": [
                        _reported(number, one, document, address, people)
                        for number, one in enumerate(said, 1)
                    ],
                }
            ),
            *([edition] if edition else []),
            *sessions,
            *people.values(),
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


def institution(organisation: Organisation, address: str) -> Node:
    """Give an institution by all its names."""
    names = dict.fromkeys(organisation.all_names())
    return {
        "@context": CONTEXT,
        **_filled(
            {
                "@type": "Organization",
                "@id": address,
                "url": address,
                "name": organisation.name,
                "alternateName": [name for name in names if name != organisation.name],
                "sameAs": f"https://ror.org/{organisation.ror}" if organisation.ror else None,
                "address": {"@type": "PostalAddress", "addressCountry": organisation.country}
                if organisation.country
                else None,
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


def _ids(nodes: Iterable[Node]) -> list[Node]:
    return [{"@id": node["@id"]} for node in nodes]


def _authors(document: Document) -> list[Node]:
    return [{"@type": "Person", "name": name} for name in document.summarized_by]


def _edition(document: Document, address: str) -> Node | None:
    """Give the year's forum that the bulletin reports on; its page is two steps above a version's."""
    if not document.forum or document.edition is None:
        return None
    page = urljoin(address, "../../") if address else ""
    return _filled(
        {
            "@type": "Event",
            "@id": page or "#edition",
            "url": page,
            "name": f"{document.forum} {document.edition}",
        }
    )


def _session(session: SessionRef, address: str, edition: Node | None) -> Node:
    page = urljoin(address, f"../../sessions/{session.key}/") if address and session.key.isdecimal() else ""
    return _filled(
        {
            "@type": "Event",
            "@id": page or f"#session-{session.key}",
            "url": page,
            "name": session.title,
            "startDate": session.date.isoformat() if session.date else None,
            "superEvent": {"@id": edition["@id"]} if edition else None,
        }
    )


def _person(entry: RosterEntry, address: str) -> Node:
    """Give somebody as credited; with a page, its address is the id, as on the page itself."""
    is_person = entry.kind == "person"
    path = reverse("speaker", args=[entry.speaker]) if is_person else ""
    if entry.kind == "body" and entry.organisation:
        path = reverse("organisation", args=[entry.organisation])
    page = urljoin(address, path) if address and path else ""
    return _filled(
        {
            "@type": "Person" if is_person else "Organization",
            "@id": page or f"#who-{entry.speaker}",
            "name": entry.name,
            "description": entry.credit,
            "url": page,
        }
    )


def _reported(
    number: int, statement: Statement, document: Document, address: str, people: Mapping[str, Node]
) -> Node:
    """Give a statement: a claim in the words of those who summed it up, and so no Quotation, which is verbatim."""
    point = dict(points(document)).get(statement.where)
    place = f"#{point.id}" if point and point.id else ""
    return _filled(
        {
            "@type": "Claim",
            "@id": f"{address}#statement-{number}",
            "genre": "reported speech",
            "url": f"{address}{place}",
            "name": lead_text(point, document) if point else None,
            "text": statement.text,
            "inLanguage": of(document.language).TAG,
            "author": _ids(people[key] for key in statement.entries),
            "sourceOrganization": _ids(people[key] for _, key in statement.behalf),
            "claimInterpreter": _authors(document),
            "appearance": {"@id": address} if address else None,
            "recordedIn": _recorded_in(statement, document, address),
        }
    )


def _recorded_in(statement: Statement, document: Document, address: str) -> list[Node]:
    """Give the session in which it was said, where only one can be meant."""
    entries = [entry for key in statement.entries if (entry := document.entry(key))]
    keys = {key for entry in entries for key in entry.sessions}
    sessions = [one for one in document.sessions if one.key in keys] or list(document.sessions)
    return _ids([_session(sessions[0], address, None)]) if len(sessions) == 1 else []
