"""Tables of who said what: a column of speakers, and one of points, remarks or views beside it."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby, takewhile

from bulletins.document import Mention, Paragraph
from bulletins.manuscript.blocks import Block, text_of
from bulletins.manuscript.latin_names import without_honorific
from bulletins.manuscript.people_tables import is_of_names, is_of_posts
from bulletins.manuscript.sightings import Sighting
from forum.scripts import is_han, simplified
from speakers import names

_OF_SAYINGS = re.compile(
    r"(?:(?:main|key|summary of|their|brief|short|central|selected)\s)*"
    r"(?:points?|remarks?|statements?|comments?|views?|messages?|summary|summaries|arguments?|opinions?|interventions?|"
    r"contributions?|said|what (?:was|they|he or she) said|concerns?|suggestions?|recommendations?|proposals?|"
    r"responses?|quotes?|quotations?|takeaways?|inputs?|feedback)(?:\s(?:made|raised|given))?"
    r"|(?:主要|核心|发言|主旨|个人)?(?:观点|发言|意见|内容|要点|建议|摘要|回应|看法|主张|意见和?建议|发言要点|发言内容|发言摘要)",
    re.IGNORECASE,
)
# Nobody else stands there: a word with a capital for each part of the name, or Chinese characters.
_NAME = re.compile(r"[\u4e00-\u9fff·]{2,8}|(?=[A-Z])[^\W\d_][\w.’'-]*(?: [^\W\d_][\w.’'-]*){1,4}")


def is_of_sayings(blocks: Sequence[Block]) -> bool:
    """Whether the first of some blocks is of such a table, at its head."""
    rows = [*takewhile(lambda block: block.group == blocks[0].group, blocks)]
    name, sayings = _columns(rows)
    return name is not None and bool(sayings)


def sightings(blocks: Iterable[Block]) -> Iterator[Sighting]:
    """Give those who speak in the rows of such tables, with what the other columns tell of them."""
    for group, some in groupby(blocks, key=lambda block: block.group):
        rows = [*some]
        name, sayings = _columns(rows) if group else (None, ())
        if name is None or not sayings:
            continue
        posts = [at for at, cell in enumerate(rows[0].cells) if is_of_posts(text_of(cell))]
        for row in rows[1:]:
            bare, honorific = _bare(text_of(row.cells[name]))
            if _NAME.fullmatch(bare):
                told = filter(None, (text_of(row.cells[at]).strip() for at in posts))
                credit = ("，" if is_han(bare) else ", ").join(told)
                yield Sighting(bare, credit, speaks=True, sure=True, turn=True, honorific=honorific)


def _bare(name: str) -> tuple[str, str]:
    return ("".join(name.split()), "") if is_han(name) else without_honorific(name)


def _columns(rows: Sequence[Block]) -> tuple[int | None, tuple[int, ...]]:
    """Give the column of speakers and those of what they said, which the first row names."""
    head = [simplified(" ".join(text_of(cell).split())) for cell in rows[0].cells]
    name = [at for at, title in enumerate(head) if is_of_names(title)]
    sayings = tuple(at for at, title in enumerate(head) if _OF_SAYINGS.fullmatch(title))
    return (name[0] if len(name) == 1 else None), sayings


def with_borders(
    rows: Sequence[Block], cells: list[tuple[Paragraph, ...]], keys: Mapping[str, str]
) -> list[tuple[Paragraph, ...]]:
    """Give the cells of a table in which what stands beside a speaker, and credits nobody, is that one's."""
    name, sayings = _columns(rows)
    if name is None or not sayings:
        return cells
    found = [cells[0]]
    for row, paragraphs in zip(rows[1:], cells[1:], strict=True):
        key = keys.get(names.fold(_bare(text_of(row.cells[name]))[0]), "")
        found.append(
            tuple(
                (Mention(key, printed=""), *one)
                if key and at in sayings and one and not any(isinstance(part, Mention) for part in one)
                else one
                for at, one in enumerate(paragraphs)
            )
        )
    return found
