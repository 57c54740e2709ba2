"""How a draft begins: empty, with the numbering of its language, or as a copy of another."""

import msgspec
from django.contrib.auth.models import User

from bulletins.document import (
    Document,
    Mention,
    Paragraph,
    Text,
    tidy,
    with_paragraphs,
    with_points,
    with_sections,
)
from bulletins.drafts.placing import lock_open
from bulletins.drafts.rights import require_for
from bulletins.drafts.rows import document_of, write_document
from bulletins.inline import printed
from bulletins.language import of
from bulletins.models import Bulletin
from forum.locks import share_people
from forum.transactions import atomic_with_retry
from speakers.models import Speaker

_STYLES = ("section_style", "point_style")


def number_as_usual(bulletin: Bulletin) -> None:
    """Let a new bulletin number its sections and points as its language does."""
    grammar = of(bulletin.language)
    bulletin.section_style = grammar.SECTION_STYLE
    bulletin.point_style = next(iter(grammar.POINT_STYLES))


def begin_as_template(bulletin: Bulletin, *, by: User | None) -> None:
    """Give a new draft the sections and the wording that its series begins with, if it has such in its language.

    Names in them are words: whoever spoke is on no roster yet.
    """
    template = bulletin.series.template
    if template is None or template.language != bulletin.language or template.binned_at is not None:
        return
    model = document_of(template)
    document = with_paragraphs(model, lambda _where, paragraph: _in_words(paragraph, model))
    document = with_points(
        with_sections(document, lambda _part: {"id": ""}), lambda point: msgspec.structs.replace(point, id="")
    )
    taken = {name: getattr(document, name) for name in ("editors_note", "lede", "sections", *_STYLES)}
    write_document(bulletin, msgspec.structs.replace(document_of(bulletin), **taken), {}, by=by)


def _in_words(paragraph: Paragraph, document: Document) -> Paragraph:
    words = (Text(printed(one, document)) if isinstance(one, Mention) else one for one in paragraph)
    return tidy(tuple(words))


@atomic_with_retry
def duplicate(bulletin: Bulletin, *, by: User | None) -> Bulletin:
    """Make a draft with the words, the roster and the sessions of another.

    Number, volume, date and series title are not copied: they are what tells two issues apart, and without a
    date nothing is published by mistake. Its sections and points are new ones, with ids of their own.
    """
    require_for(by, "bulletins.add_bulletin", bulletin)
    share_people()
    lock_open(bulletin.edition)
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
