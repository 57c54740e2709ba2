"""Lines below a title: who wrote the text ("Report by Ada Berg"), or whose words it gives ("A talk by Ada Berg")."""

import re
from typing import NamedTuple

from bulletins.manuscript.common_words import may_be_given_name
from bulletins.manuscript.credits_zh import ENDS_WITH_POST
from bulletins.manuscript.han_names import is_name
from bulletins.manuscript.latin_names import is_person, names_in, without_honorific
from forum.scripts import is_han

_WROTE = (
    r"(?:written|posted|compiled|edited|prepared|recorded|reported|summari[sz]ed|transcribed|submitted|translated|taken|"
    r"interviewed|report|story|article|text|words|pictures|photos|summary|notes|minutes|interview)"
)
_BY = re.compile(
    rf"\s*(?:(?:an?\s|the\s)?(?:{_WROTE}(?:,\s|\s?[&/]\s?|\s(?:and\s|on\s+)?))*by\b\s?:?\s*(?=[A-Z])|"
    r"(?:text|words|story|author|writer|rapporteur|note[- ]taker|minute[- ]taker)s?"
    r"(?:\s?(?:&|/|and)\s?(?:photos?|pictures))?\s?[:|]\s*(?=[A-Z])|"
    r"(?:author|作者|文|文字|记者|通讯员)\s*[:：/／|｜丨]\s*)",
    re.IGNORECASE,
)
_DREW = re.compile(r"\s*(?:an?\s|the\s)?(?:(?:photos|pictures)\W+(?:and\W+)?)+by\b", re.IGNORECASE)
_STAFF = re.compile(
    r"(?:our (?:own )?)?(?:staff (?:writer|reporter)|correspondent|reporter)s?,?\s", re.IGNORECASE
)
_BETWEEN = re.compile(r",\s(?:and\s)?|\s(?:and|&)\s")
# What stands behind whoever wrote it: "By Ada Berg | Weir Watch", "Posted by Ada Berg on" its day.
_ASIDE = re.compile(r"\s*[|｜丨/•·]|\s[–—-](?:\s|$)|\s(?:on|at|for)$")
_GIVES_WORDS = re.compile(
    r"\b(?:interview|conversation|q&a|questions)\b[^.:]{0,30}?\b(?:with|of|to|for)\s(?:the\s)?|\binterviews\s|"
    r"\b(?:talk|speech|address|lecture|keynote|remarks|statement|presentation)\b[^.:]{0,30}?\b(?:by|of|from)\s(?:the\s)?",
    re.IGNORECASE,
)
_LAST_BY = re.compile(r",\sby\s(?=[^,]+$)")
_NAMES_WRITER = re.compile(r"\s*(?i:by)\b|.*\b(?i:by|with)\s[A-Z]")
_USUAL = "by"  # what stands before whoever summarised is what the bulletin's own words say


class Byline(NamedTuple):
    """Who wrote a text, each with the post that stands behind the name, and what the line says before them."""

    people: list[str]
    label: str = ""


def byline(line: str) -> Byline | None:
    """Give who wrote a text, by a line that says so; None where it says something else, or names nobody."""
    by = _BY.match(line)
    if by is None or _DREW.match(line):
        by = _LAST_BY.search(line) if gives_words(line) else None
        people = _people(line[by.end() :]) if by else []
        return Byline(people) if people else None
    people = _people(line[by.end() :])
    label = " ".join(by.group().replace(" on ", " ").split())
    usual = label.strip(":").lower() == _USUAL or is_han(people[0] if people else "")
    return Byline(people, "" if usual else label) if people else None


def names_writer(line: str) -> bool:
    """Whether a line says by whom something is, be it nobody with a name: such a line tells no publisher."""
    return _NAMES_WRITER.match(line) is not None


def gives_words(line: str) -> bool:
    """Whether a line tells whose words a text gives: "An interview with Ada Berg", "Remarks by Minister Lund"."""
    found = _GIVES_WORDS.search(line)
    return found is not None and any(True for _ in names_in(line[found.end() :]))


def without_writer(line: str) -> str:
    """Give "An interview with Ada Berg" for "An interview with Ada Berg, by Ivo Lund"."""
    by = _LAST_BY.search(line) if gives_words(line) else None
    return line[: by.start()] if by else line


def is_of_somebody(line: str) -> bool:
    """Whether a line is a name and nothing else but a post behind it, in capitals or not."""
    if is_han(line):
        post, _, name = line.strip().rpartition(" ")
        return is_name("".join(line.split())) or (ENDS_WITH_POST.search(post) is not None and is_name(name))
    name = line.partition(", ")[0]
    name = name.title() if name.isupper() else name
    return is_person(name) and may_be_given_name(name)


def _people(told: str) -> list[str]:
    """Give those whom the rest of a byline names; what is no name goes with whoever stands before it."""
    told = _ASIDE.split(told.strip(), maxsplit=1)[0].strip()
    if is_han(bare := "".join(told.split())):
        return [bare] if is_name(bare) else []
    if found := _STAFF.match(told):
        told = told[found.end() :]
    people: list[str] = []
    for piece in _BETWEEN.split(told):
        name, _honorific = without_honorific(piece)
        # "Weir Watch" behind a name is no second one.
        if (is_person(name) and may_be_given_name(name)) or (not people and is_person(name, listed=True)):
            people.append(piece)
        elif not people:
            return []
        else:
            people[-1] += f", {piece}"
    return people
