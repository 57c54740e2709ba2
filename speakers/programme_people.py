"""Who appears, as a row of a programme tells it: several in a cell, with a post behind a name, by columns of roles."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from django.utils.translation import gettext as _

from forum.refusal import Refusal
from forum.scripts import is_han
from speakers.columns import LONGEST_NAME, LONGEST_TEXT
from speakers.credits import Post, ends_with_post, posts_in
from speakers.models import Role
from speakers.programme_languages import told_of
from speakers.programme_words import ROLE_COLUMNS, role_of

_BETWEEN = re.compile(r"\s*[;；、\n|]\s*|\s+/\s+")
_LATIN_BETWEEN = re.compile(r"\s*,\s*(?:and\s+)?|\s+(?:and|&)\s+")
_BRACKETED = re.compile(r"([^()（）]+)[(（]([^()（）]+)[)）]")
_LATIN_NAME = re.compile(r"[^\W\d_][\w.'’-]*(?: [^\W\d_][\w.'’-]*){1,4}")


@dataclass(frozen=True)
class Participant:
    """Somebody who appears, as a row tells it."""

    name: str
    own_name: str = ""
    title: str = ""
    organisation: str = ""
    role: str = ""
    # In other languages, each with its code.
    titles: tuple[tuple[str, str], ...] = ()
    organisations: tuple[tuple[str, str], ...] = ()


def participants_of(told: Mapping[str, str]) -> Iterator[Participant]:
    """Give who appears. Raises Refusal where a role is none, or posts of several people cannot be told apart."""
    role = told.get("role", "")
    known = role_of(role) if role else ""
    if known is None:
        raise Refusal(
            _("“%(role)s” is no role. There are: %(roles)s.")
            % {"role": role, "roles": ", ".join(Role.values)}
        )
    yield from _listed(told, known)
    for column in ROLE_COLUMNS:
        for name in names_in(told.get(column, "")):
            yield _with_post(name, column)


def _listed(told: Mapping[str, str], role: str) -> Iterator[Participant]:
    names = names_in(told.get("name", ""))
    if len(names) < 2:
        yield from (_alone(told, name, role) for name in names)
        return
    title, organisation = told.get("title", ""), told.get("organisation", "")
    titles, organisations = _one_each(title, len(names)), _one_each(organisation, len(names))
    if titles is None or organisations is None:
        raise Refusal(
            _("Whose post is “%(post)s”? Give each of these people a row: %(names)s.")
            % {"post": title or organisation, "names": ", ".join(names)}
        )
    for name, post, place in zip(names, titles, organisations, strict=True):
        yield (
            Participant(name[:LONGEST_NAME], "", post[:LONGEST_TEXT], place[:LONGEST_TEXT], role)
            if post or place
            else _with_post(name, role)
        )


def _alone(told: Mapping[str, str], name: str, role: str) -> Participant:
    """Give the one person of a row, whose name, post and institution may be told in several languages."""
    own_name = told.get("own name", "")
    both = told_of(told, "name")
    if both.others and not own_name:
        name, own_name = both.text, both.others[0][1]
    title, organisation = told_of(told, "title", LONGEST_TEXT), told_of(told, "organisation", LONGEST_TEXT)
    if not title.text and not organisation.text:
        return _with_post(name, role, own_name)
    return Participant(
        name[:LONGEST_NAME],
        own_name[:LONGEST_NAME],
        title.text,
        organisation.text,
        role,
        title.others,
        organisation.others,
    )


def _one_each(cell: str, count: int) -> list[str] | None:
    """Give a cell's parts, one for each of several people; None where there are more or fewer."""
    if not cell:
        return [""] * count
    parts = [part for part in _BETWEEN.split(cell) if part]
    return parts if len(parts) == count else None


def names_in(cell: str) -> list[str]:
    """Give the names that a cell lists: "Ada Berg; Ivo Lund", 端木晴、令狐野, one a line, "Ada Berg and Ivo Lund"."""
    parts = [" ".join(part.split()) for part in _BETWEEN.split(cell)]
    named = [name for part in parts if part for name in _by_commas(part)]
    return list(dict.fromkeys(named))


def _by_commas(part: str) -> list[str]:
    pieces = [piece for piece in _LATIN_BETWEEN.split(part) if piece]
    apart = len(pieces) > 1 and all(_LATIN_NAME.fullmatch(piece) for piece in pieces)
    # "Ada Berg, City Planner" is one person: posts are told by their words.
    return pieces if apart and not any(_is_post(piece) for piece in pieces) else [part]


def _is_post(text: str) -> bool:
    return any(post.organisation for post in posts_in(text)) or _TITLE.search(text) is not None


_TITLE = re.compile(
    r"\b(?:director|dean|head|chair\w*|professor|president|minister|secretary|officer|manager|planner|engineer|fellow|"
    r"editor|mayor|ambassador|founder|partner|analyst|economist|advis[eo]r|representative|researcher|lecturer)\b",
    re.IGNORECASE,
)


def _with_post(text: str, role: str, own_name: str = "") -> Participant:
    """Take a name and the post behind it apart: "Ada Berg (Dean, Academy of Rain)", 端木晴（堰务局局长）."""
    found = _BRACKETED.fullmatch(text)
    name, credit = found.groups() if found else _cut_at_comma(text)
    if not credit or (found and not _is_credit(credit)):
        return Participant(text[:LONGEST_NAME], own_name[:LONGEST_NAME], role=role)
    post = next((one for one in posts_in(credit) if one.organisation), Post(credit))
    return Participant(
        name.strip()[:LONGEST_NAME],
        own_name[:LONGEST_NAME],
        post.title[:LONGEST_TEXT],
        post.organisation[:LONGEST_TEXT],
        role,
    )


def _cut_at_comma(text: str) -> tuple[str, str]:
    name, _comma, credit = text.partition("," if not is_han(text) else "，")
    is_name = is_han(name) or " " in name.strip()
    return (name, credit.strip()) if credit and is_name and _is_post(credit) else (text, "")


def _is_credit(text: str) -> bool:
    """Whether what stands in brackets is a post, and not another way to write the name, or "online"."""
    return len(text) > 3 or ends_with_post(text) if is_han(text) else _is_post(text)
