"""Hypothesis strategies: Documents in normal form, hostile characters and all.

The normal form, which is the domain of the round trips:
- text has single spaces and no controls, and is tidy; a marked run neither begins nor ends with
  a space, and neighbours differ in marks;
- two mentions never touch; a printed mention may have the words of the full credit;
- a figure's words have single spaces, and one that is decorative has none to tell what it shows;
- a note stands behind text; lists and tables of one kind do not touch; a note's, a lede's and a body's first block is
  a paragraph; an item is not empty; rows are as long as the head, which is not empty;
- a lead has no bold of its own (it prints bold as a whole); a point has a lead, an ordinal or a body;
- a section without a title has no numeral either, and is the first; an unnumbered title does not
  open with a numeral, an unnumbered lead not with an ordinal;
- keys are slugs, unique; numbers are positive; numerals and ordinals are those of `renumbered`.
"""

import datetime
import itertools

from hypothesis import strategies as st
from msgspec.structs import replace

from bulletins.document import (
    NOBODY,
    Document,
    Hand,
    Labelled,
    List,
    Mention,
    Note,
    Point,
    RosterEntry,
    Section,
    SessionRef,
    Subsection,
    Table,
    Text,
    tidy,
    with_paragraphs,
)
from bulletins.inline import plain
from bulletins.language import renumbered
from tests.figures import JPEG, PNG, figure

HOSTILE = [
    "#let",
    "$x$",
    "@a",
    "<b>",
    "\\",
    "{{",
    "}}",
    "*",
    "_",
    "[",
    "]",
    "^",
    "~",
    "|",
    "1.",
    "-",
    ">",
    "#",
    "+",
    "`code`",
    "<!--",
    "-->",
    "[^1]",
    "[x](y)",
    "**",
    "__",
    "&amp;",
    "&",
    "http://x.example",
    "</span>",
    "\\n",
    "(1)",
    "!",
    "![a](b)",
    ":::",
    "===",
    "---",
    "{#i}",
    "“",
    "”",
    "'",
    '"',
    "...",
    "–",
    "x^2^",
    "H~2~O",
    "e.g.",
    "№",
]
ENGLISH = [
    "river",
    "Ferries",
    "tide",
    "harbour,",
    "lanterns.",
    "we",
    "shall",
    "moor",
    "before",
    "dusk;",
    "Oslo",
    "(briefly)",
    "5G",
    "naïve",
    "12",
]
CHINESE = [
    "渡船",
    "灯塔，",
    "潮汐。",
    "港口",
    "“夜航”",
    "应当",
    "船坞；",
    "（试行）",
    "5G",
    "水手",
    "、",
    "航道",
]
NAMES = {
    "en": ["QUILL Ada", "Bram Oosterling", "Ines d’Arcy-Lund", "TEAL Mo", "Zora Finch", "Ulf Ek-Larsen"],
    "zh": ["苇一帆", "欧阳潮生", "泊小舟", "Zora Finch", "纤夫", "礁石安"],
}
CREDITS = {
    "en": [
        "Keeper of the North Light",
        "Dean, School of Knots, University of Skerry (Annex)",
        "Head of Ropes and Director of Bells; Acting",
        "",
        "Warden [East] *",
        "made a speech, and Co.",
    ],
    "zh": [
        "北岸灯塔管理处主任",
        "雾港大学绳结学院副院长",
        "潮汐研究所所长、钟声办公室顾问",
        "",
        "北岸（东）主任",
    ],
}
STYLES = {
    "en": (["roman", "arabic"], ["firstly", "first", "arabic"]),
    "zh": (["chinese", "arabic", "roman"], ["yishi", "diyi", "shouxian", "arabic"]),
}


def words(language):
    """Words of running text: ordinary ones, hostile ones, and names that credit nobody where they stand."""
    ordinary = ENGLISH if language == "en" else CHINESE
    odd = [*HOSTILE, *NAMES[language], "@[person-0]", "@[person-0|she]"]
    return st.one_of(st.sampled_from(ordinary), st.sampled_from(ordinary), st.sampled_from(odd))


def phrases(language, *, least=1, most=8):
    """Text with single spaces, hostile words among the others."""
    joiner = " " if language == "en" else ""
    return st.lists(words(language), min_size=least, max_size=most).map(joiner.join).map(str.strip)


def plain_phrases(language):
    """Text for titles, names of publishers and the like."""
    ordinary = ENGLISH if language == "en" else CHINESE
    joiner = " " if language == "en" else ""
    head = "Harbour" if language == "en" else "港"
    return st.lists(st.sampled_from(ordinary + HOSTILE), min_size=1, max_size=6).map(
        lambda rest: joiner.join([head, *rest])
    )


@st.composite
def paragraphs(draw, language, keys, *, lead=False):
    """A paragraph that opens with a plain word, so that no ordinal or label is made by chance."""
    inlines = [Text(("Here " if language == "en" else "此处") + draw(phrases(language)))]
    for _ in range(draw(st.integers(0, 4))):
        gap = " " if language == "en" else "与"
        inlines.append(Text(gap))
        inlines.append(draw(_inline(language, keys, lead)))
        # A border stands before a letter.
        border = isinstance(inlines[-1], Mention) and inlines[-1].is_border
        inlines.append(
            Text(("" if border else gap) + draw(plain_phrases(language) if border else phrases(language)))
        )
    return tidy(tuple(inlines))


ADDRESSES = [
    "https://skerry.example/knots?a=1&b=2#top",
    "http://lamps.example",
    "mailto:ropes@skerry.example",
]


@st.composite
def noted(draw, language, keys):
    """A paragraph that may have a footnote."""
    paragraph = draw(paragraphs(language, keys))
    if draw(st.integers(0, 5)):
        return paragraph
    own = st.lists(brief(language, keys), min_size=1, max_size=2).map(tuple)
    return tidy((*paragraph, Text("." if language == "en" else "。"), Note(draw(own))))


def brief(language, keys):
    """A short paragraph, as items, cells and notes are: a few words, and perhaps somebody credited."""
    opening = phrases(language, most=3).map(
        lambda text: Text(("Here " if language == "en" else "此处") + text)
    )
    gap = Text(" " if language == "en" else "与")
    who = [st.just(()), *([st.sampled_from(keys).map(lambda key: (gap, Mention(key)))] if keys else [])]
    return st.tuples(opening, st.one_of(who)).map(lambda two: tidy((two[0], *two[1])))


@st.composite
def proses(draw, language, keys, *, least=0):
    """Blocks: a paragraph first, and never two lists or tables that touch."""
    blocks = []
    for _ in range(draw(st.integers(least, 2))):
        blocks.append(draw(noted(language, keys)))
        if not draw(st.integers(0, 3)):
            blocks.append(draw(st.one_of(lists(language, keys), tables(language, keys))))
        if not draw(st.integers(0, 4)):
            blocks.append(draw(figures(language, keys)))
    return tuple(blocks)


@st.composite
def figures(draw, language, keys):
    """A figure with its picture kept; its words are hostile, and it may have none."""
    alt = draw(st.just("") | phrases(language, most=4))
    caption = draw(st.just(()) | brief(language, keys))
    shown = figure(draw(st.sampled_from([PNG, JPEG])), alt=alt, caption=caption)
    return replace(shown, alt="", decorative=True) if draw(st.integers(0, 3)) == 0 else shown


def lists(language, keys):
    item = st.lists(brief(language, keys), min_size=1, max_size=2).map(tuple)
    items = st.lists(item, min_size=1, max_size=3).map(tuple)
    return st.builds(List, items) | st.builds(List, items, ordered=st.just(True), start=st.integers(1, 12))


@st.composite
def tables(draw, language, keys):
    width = draw(st.integers(2, 3))
    full = brief(language, keys)
    rows = st.lists(st.tuples(full, *[st.just(()) | full] * (width - 1)), max_size=2).map(tuple)
    return Table(draw(st.tuples(*[full] * width)), draw(rows))


def _inline(language, keys, lead):
    marked = st.builds(
        Text,
        phrases(language, most=3),
        strong=st.just(False) if lead else st.booleans(),
        emphasis=st.booleans(),
        script=st.sampled_from([None, None, None, "super", "sub"]),
        link=st.sampled_from(["", "", "", *ADDRESSES]),
    )
    who = st.sampled_from([*keys, "nobody-known"])
    strong = st.just(False) if lead else st.booleans()
    behalf = st.sampled_from([None, None, *keys])
    short = st.builds(Mention, who, plain_phrases(language), strong, behalf)
    if not keys:
        return st.one_of(marked, short)
    border = st.builds(Mention, st.sampled_from([*keys, NOBODY]), st.just(""))
    return st.one_of(marked, short, border, st.builds(Mention, st.sampled_from(keys), behalf=behalf))


TOPICS = ["drainage", "grids-and-storage", "street-trees"]
KINDS = ["person", "person", "body", "group"]
ORGANISATIONS = ["academy-of-rain", "city-of-ulm-on-sea"]


# Ten letters, as a draft gives them.
IDS = st.uuids(version=4).map(lambda key: key.hex[:10])


@st.composite
def points(draw, language, keys):
    ordinal = draw(st.sampled_from([None, "x"]))
    lead = draw(st.one_of(st.just(()), paragraphs(language, keys, lead=True)))
    least = 0 if lead or ordinal else 1
    body = draw(proses(language, keys, least=least))
    topics = draw(st.lists(st.sampled_from(TOPICS), unique=True, max_size=2))
    return Point(id=draw(IDS), ordinal=ordinal, lead=lead, body=tuple(body), topics=tuple(sorted(topics)))


@st.composite
def rosters(draw, language):
    people = draw(st.lists(st.sampled_from(NAMES[language]), unique=True, max_size=4))
    roles = st.sampled_from([None, "speech", "thematic report", "keynote", "moderator", "panelist", "host"])
    return tuple(
        RosterEntry(
            speaker=f"person-{place}"
            + "-of-a-very-long-key-indeed-more-than-forty" * draw(st.integers(0, 1)),
            name=name,
            credit=draw(st.sampled_from(CREDITS[language])),
            role=draw(roles),
            sessions=tuple(draw(st.lists(st.sampled_from(["s1", "s2"]), unique=True, max_size=2))),
            organisation=draw(st.none() | st.sampled_from(ORGANISATIONS)),
            kind=draw(st.sampled_from(KINDS)),
        )
        for place, name in enumerate(people)
    )


@st.composite
def sections(draw, language, keys):
    count = draw(st.integers(0, 3))
    result = []
    for place in range(count):
        bare = place == 0 and draw(st.booleans())
        # A section that prints no heading shows itself by its points.
        some = st.lists(points(language, keys), min_size=1 if bare else 0, max_size=3)
        result.append(
            Section(
                id=draw(IDS),
                numeral=None if bare else draw(st.sampled_from([None, "x"])),
                title="" if bare else draw(plain_phrases(language)),
                points=tuple(draw(some)),
                sections=() if bare else draw(st.lists(subsections(language, keys), max_size=1).map(tuple)),
            )
        )
    return tuple(result)


@st.composite
def subsections(draw, language, keys):
    return Subsection(
        id=draw(IDS),
        numeral=draw(st.sampled_from([None, "x"])),
        title=draw(plain_phrases(language)),
        points=tuple(draw(st.lists(points(language, keys), max_size=1))),
    )


ROLES = {"en": ["Editor", "Reviewed by"], "zh": ["责任编辑", "审核", "签发"]}


@st.composite
def feet(draw, language):
    """What stands at the foot of the sheet, and its marking."""
    hands = st.builds(Hand, role=st.sampled_from(ROLES[language]), name=st.sampled_from(NAMES[language]))
    lines = st.lists(
        st.builds(Labelled, label=st.sampled_from(["报", "To"]), text=plain_phrases(language)), max_size=2
    )
    return {
        "hands": tuple(draw(st.lists(hands, max_size=3))),
        "marking": draw(st.none() | plain_phrases(language)),
        "contact": tuple(draw(lines)),
        "distribution": tuple(draw(lines)),
        "copies": draw(st.none() | st.integers(1, 999)),
    }


@st.composite
def documents(draw, language=None):
    """A Document in normal form, in English or Chinese."""
    language = language or draw(st.sampled_from(["en", "zh"]))
    roster = draw(rosters(language))
    keys = [entry.speaker for entry in roster]
    prose = proses(language, keys)
    section_styles, point_styles = STYLES[language]
    maybe = plain_phrases(language) | st.none()
    document = Document(
        language=language,
        forum=draw(maybe),
        edition=draw(st.none() | st.integers(1990, 2100)),
        publisher=draw(maybe),
        issn=draw(st.none() | st.just("1234-567X")),
        number=draw(st.none() | st.integers(1, 999)),
        volume=draw(st.none() | st.integers(1, 9999)),
        date=draw(st.none() | st.dates(datetime.date(1950, 1, 1), datetime.date(2090, 1, 1))),
        series_title=draw(maybe),
        title=draw(maybe),
        sessions=draw(
            st.lists(st.builds(SessionRef, key=st.just("s1"), title=plain_phrases(language)), max_size=1).map(
                tuple
            )
        ),
        roster=roster,
        editors_note=draw(prose),
        lede=draw(prose),
        sections=draw(sections(language, keys)),
        summarized_by=tuple(draw(st.lists(st.sampled_from(NAMES[language]), unique=True, max_size=2))),
        **draw(feet(language)),
        section_style=draw(st.sampled_from(section_styles)),
        point_style=draw(st.sampled_from(point_styles)),
    )
    document = renumbered(document)
    return in_words(document, draw(st.integers(0, 3)))


def in_words(document, every):
    """Let every so many mentions in full print the same words as words of their own; none where it is 0."""
    count = itertools.count(1)

    def told(mention):
        entry = document.entry(mention.speaker)
        whole = mention.printed is None and entry is not None and entry.kind != "group"
        if not whole or not every or next(count) % every:
            return mention
        return replace(mention, printed=plain((mention,), document))

    def paragraph_told(_, paragraph):
        return tuple(told(one) if isinstance(one, Mention) else one for one in paragraph)

    return with_paragraphs(document, paragraph_told)
