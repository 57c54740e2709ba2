"""What a bulletin says beside its points: search finds an issue by its titles, masthead, note, lede and roster."""

from collections.abc import Iterator

from bulletins.document import Document
from bulletins.inline import plain_prose
from bulletins.language import of, roster_text
from bulletins.models import Publication


def front_text(publication: Publication, document: Document) -> str:
    """Give it as printed, a line a part, with the title first."""
    return "\n".join(line for line in _lines(publication, document) if line)


def _lines(publication: Publication, document: Document) -> Iterator[str]:
    grammar = of(document.language)
    yield publication.title
    yield publication.series_title
    yield grammar.issue_line(document.number, document.volume)
    if document.date is not None:
        yield f"{grammar.date_in_words(document.date)} {document.date}"
    yield document.publisher or ""
    if document.editors_note:
        yield f"{grammar.NOTE_LABEL}{grammar.GAP}{plain_prose(document.editors_note, document)}"
    yield plain_prose(document.lede, document)
    for sentence in roster_text(document):
        people = (
            f"{person.before}{''.join(part.text for part in person.parts)}" for person in sentence.people
        )
        yield f"{''.join(people)}{sentence.close}".strip()
    if document.summarized_by:
        yield f"{grammar.SUMMARIZED_BY}{grammar.GAP}{grammar.names_in_list(document.summarized_by)}"
