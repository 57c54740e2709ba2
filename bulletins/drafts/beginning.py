"""How a draft begins: empty, with the numbering of its language, or as a copy of another."""

import msgspec
from django.contrib.auth.models import User

from bulletins.document import with_points, with_sections
from bulletins.drafts.rights import require_for
from bulletins.drafts.rows import document_of, write_document
from bulletins.language import of
from bulletins.models import Bulletin
from forum.locks import share_people
from forum.transactions import atomic_with_retry
from speakers.models import Speaker


def number_as_usual(bulletin: Bulletin) -> None:
    """Let a new bulletin number its sections and points as its language does."""
    grammar = of(bulletin.language)
    bulletin.section_style = grammar.SECTION_STYLE
    bulletin.point_style = next(iter(grammar.POINT_STYLES))


@atomic_with_retry
def duplicate(bulletin: Bulletin, *, by: User | None) -> Bulletin:
    """Make a draft with the words, the roster and the sessions of another.

    Number, volume, date and series title are not copied: they are what tells two issues apart, and without a
    date nothing is published by mistake. Its sections and points are new ones, with ids of their own.
    """
    require_for(by, "bulletins.add_bulletin", bulletin)
    share_people()
    document = document_of(bulletin)
    document = with_points(
        msgspec.structs.replace(
            with_sections(document, lambda _part: {"id": ""}),
            number=None,
            volume=None,
            date=None,
            series_title=None,
        ),
        lambda point: msgspec.structs.replace(point, id=""),
    )
    copy = Bulletin(
        edition=bulletin.edition, forum_id=bulletin.forum_id, series=bulletin.series, created_by=by
    )
    people = Speaker.objects.in_bulk([entry.speaker for entry in document.roster], field_name="slug")
    write_document(copy, document, people, by=by)
    copy.sessions.set(bulletin.sessions.all())
    copy.readers.set(bulletin.readers.all())  # whoever may not see the one may not see the other
    copy.reader_groups.set(bulletin.reader_groups.all())
    return copy
