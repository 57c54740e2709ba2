"""Everything that is public, as JSON Lines: each line an object whose `type` says what it is."""

from collections.abc import Iterator
from itertools import batched
from typing import Any

import msgspec

from bulletins.exports import public
from bulletins.exports.records import (
    as_builtins,
    body_record,
    person_record,
    reported,
    session_record,
    topic_record,
    version_record,
)
from bulletins.models import Publication

AT_ONCE = 50

README = """\
Everything that this site has published, as JSON Lines (UTF-8): one JSON object a line.

  versions.jsonl   {"type": "version", ...}  each public version of each bulletin, the replaced ones too. `document` is
                   the whole bulletin as printed (schema rapporteur/document/2), `statements` who said what in it:
                   `entries` are keys of the Document's roster, `point` is the id of a point (or "editors_note",
                   "lede"), `statement` counts within it, `behalf` tells on whose behalf an entry spoke. `id` is the
                   permanent address of the version.
  people.jsonl     {"type": "person", ...}   everybody whom a newest version credits; `key` is the roster's `speaker`.
  bodies.jsonl     {"type": "body", ...}     institutions that speak, themselves or by somebody; `key` is the roster's
                   `organisation`.
  topics.jsonl     {"type": "topic", ...}    topics; `key` is what a point's `topics` name.
  sessions.jsonl   {"type": "session", ...}  sessions; `key` is the Document's sessions' `key`.

In one stream the lines come in this order. A text is a summary of what was said, in its rapporteurs' words: quote it as
reported speech, with the version's address. What was withdrawn is not here; whoever keeps a copy should fetch anew.
"""

type Line = dict[str, Any]


def everything(site: str) -> Iterator[tuple[str, Line]]:
    """Give all lines with the name of the file that each belongs in."""
    for version in versions(site):
        yield "versions", version
    for speaker in public.people().order_by("pk"):
        yield "people", {"type": "person", **person_record(speaker, site)}
    for organisation in public.bodies().order_by("pk"):
        yield "bodies", {"type": "body", **body_record(organisation, site)}
    for topic in public.topics().order_by("pk"):
        yield "topics", {"type": "topic", **topic_record(topic, site)}
    for session in public.sessions().order_by("pk"):
        yield "sessions", {"type": "session", **session_record(session, site)}


FILES = ("versions", "people", "bodies", "topics", "sessions")


def versions(site: str) -> Iterator[Line]:
    """Give every public version with its Document and its statements, some at a time."""
    every = Publication.objects.public()
    for ids in batched(every.order_by("pk").values_list("pk", flat=True), AT_ONCE):
        # Asked again: what is withdrawn meanwhile is told no more.
        for publication in every.with_place().filter(pk__in=ids).order_by("pk"):
            document = publication.document
            yield {
                "type": "version",
                **version_record(publication, site),
                "document": as_builtins(document),
                "statements": reported(document),
            }


def line(value: Line) -> bytes:
    """Write one line."""
    return msgspec.json.encode(value) + b"\n"
