"""Is everything there that a bulletin needs?"""

import re
from collections.abc import Iterator

from bulletins.checks.facts import MOST_ALIKE, Facts, Rule
from bulletins.document import (
    Document,
    Finding,
    Point,
    Severity,
    gettext_noop,
    point_lines,
    point_mentions,
    points,
    sections,
)
from bulletins.inline import plain, plain_prose, point_text, word_count
from bulletins.language import of
from bulletins.language.places import place_in_words
from bulletins.language.quoting import beginning
from bulletins.language.sentences import sentences

# What a publication cannot do without is an error; what most bulletins have is a warning.
FIELDS: dict[str, tuple[Severity, str]] = {
    "number": (
        "warning",
        gettext_noop("The bulletin has no number. Type it, or let publication give the next one."),
    ),
    "volume": (
        "warning",
        gettext_noop("The bulletin has no volume. Type it, or let publication give the next one."),
    ),
    "date": ("error", gettext_noop("The bulletin has no date. Type the day it comes out.")),
    "publisher": ("warning", gettext_noop("The bulletin names no publisher. Give the forum one.")),
    "series_title": ("warning", gettext_noop("The bulletin has no series title, such as “… Bulletin VI”.")),
    "title": ("error", gettext_noop("The bulletin has no title. Type one.")),
    "editors_note": ("hint", gettext_noop("There is no editor’s note.")),
    "lede": ("hint", gettext_noop("There is no opening paragraph.")),
    "roster": ("warning", gettext_noop("The roster is empty. Add the people who appeared.")),
    "sections": ("error", gettext_noop("The bulletin has no sections. Write at least one.")),
    "summarized_by": ("warning", gettext_noop("Nobody is named as the one who summarised.")),
}


def missing_fields(document: Document, _facts: Facts) -> Iterator[Finding]:
    """Each part that a bulletin should have and this one lacks."""
    for name, (severity, template) in FIELDS.items():
        if not getattr(document, name):
            yield Finding(code="missing-field", severity=severity, template=template, where=name)


def untitled_sections(document: Document, _facts: Facts) -> Iterator[Finding]:
    """Sections need titles, and points."""
    for where, section in sections(document):
        place = place_in_words(where, document)
        # A text without headings is one section; nothing has to be told apart there.
        if not section.title.strip() and len(document.sections) > 1:
            template = gettext_noop("{place} has no title. Type one.")
            yield Finding(
                code="section-untitled",
                severity="error",
                template=template,
                params={"place": place},
                where=f"{where}.title",
            )
        if not section.points and not _heads_others(document, where):
            template = gettext_noop("{place} has no points. Write one, or take the section out.")
            yield Finding(
                code="section-empty",
                severity="error",
                template=template,
                params={"place": place},
                where=where,
            )


def _heads_others(document: Document, where: str) -> bool:
    """Whether a section without points heads sub-sections, or those that follow as if they were its own."""
    index = int(where.removeprefix("sections[").partition("]")[0])
    if document.sections[index].sections:
        return ".sections" not in where
    following = next(iter(document.sections[index + 1 :]), None)
    if following is None:
        return False
    if following.numeral is None:
        return True
    return document.sections[index].numeral is None and bool(following.points)


def empty_points(document: Document, _facts: Facts) -> Iterator[Finding]:
    """A point says something."""
    for where, point in points(document):
        if not point.lead and not point.body:
            template = gettext_noop("This point is empty. Write it, or take it out.")
            yield Finding(code="point-empty", severity="error", template=template, where=where)


def missing_leads(document: Document, _facts: Facts) -> Iterator[Finding]:
    """A numbered point opens with its lead."""
    for where, point in points(document):
        if point.ordinal is not None and point.body and not point.lead:
            template = gettext_noop(
                "This point has no lead. Open it with one sentence that says what it is about."
            )
            yield Finding(code="lead-missing", severity="warning", template=template, where=f"{where}.lead")


_QUESTION = re.compile(r"(?:Q|Question|问|問)\s*[:：]")
_THEME = re.compile(r"[“「][^“”「」.!?。！？]{1,60}[”」]")


def unattributed_points(document: Document, _facts: Facts) -> Iterator[Finding]:
    """A point ties what it says to somebody; where many do not, that is one matter."""
    found = [
        (where, point)
        for where, point in points(document)
        if _tells_something(document, point)
        and not any(True for _ in point_mentions(point))
        and not _speaks_for_all(document, point)
    ]
    if len(found) > MOST_ALIKE:
        places = [place_in_words(where, document) for where, _ in found]
        yield Finding(
            code="point-unattributed",
            severity="warning",
            template=gettext_noop(
                "Nobody is credited in {count} points: {places}. Tie their statements to who made them."
            ),
            params={"count": str(len(found)), "places": "; ".join(places)},
            where=found[0][0],
        )
        return
    for where, point in found:
        template = gettext_noop("Nobody is credited in “{opening}”. Tie its statements to who made them.")
        yield Finding(
            code="point-unattributed",
            severity="warning",
            template=template,
            params={"opening": _opening(document, point)},
            where=where,
        )


def _speaks_for_all(document: Document, point: Point) -> bool:
    """Whether each sentence of a point says what all said: 会议指出，…. "The participants agreed that …"."""
    text = "\n".join(plain(line, document) for _, line in point_lines(point) if line)
    everybody = of(document.language).SAYING.everybody
    said = (text[start:end].strip() for start, end in sentences(text, document.language))
    return all(everybody.match(one) for one in said if one)


def _tells_something(document: Document, point: Point) -> bool:
    """Whether a point is one of a series, or lets somebody speak; what minutes note between is nobody's."""
    if _QUESTION.match(point_text(point, document)):
        return False
    if point.ordinal and not re.fullmatch(r"\W*\d+\W*", point.ordinal):
        return bool(point.lead or point.body)
    # “Rain and streets” names a theme; nobody says it.
    text = _THEME.sub("", point_text(point, document))
    return of(document.language).SAYING.subject_says.search(text) is not None


def _opening(document: Document, point: Point) -> str:
    text = plain(point.lead, document) or plain_prose(point.body, document).partition("\n")[0]
    return beginning(text, 60)


def too_long(document: Document, facts: Facts) -> Iterator[Finding]:
    """The forum's limit of words holds."""
    words = word_count(document)
    if facts.word_limit is not None and words > facts.word_limit:
        template = gettext_noop("The bulletin has {words} words; the forum’s limit is {limit}. Shorten it.")
        params = {"words": str(words), "limit": str(facts.word_limit)}
        yield Finding(code="too-long", severity="warning", template=template, where="sections", params=params)


def open_suggestions(_document: Document, facts: Facts) -> Iterator[Finding]:
    """What is suggested is decided on before it is too late."""
    if facts.suggestions:
        template = gettext_noop("Suggestions that nobody has decided on: {count}. Accept or refuse each.")
        params = {"count": str(facts.suggestions)}
        yield Finding(code="suggestions-open", severity="warning", template=template, where="", params=params)


STRUCTURE: tuple[Rule, ...] = (
    missing_fields,
    untitled_sections,
    empty_points,
    missing_leads,
    unattributed_points,
    too_long,
    open_suggestions,
)
