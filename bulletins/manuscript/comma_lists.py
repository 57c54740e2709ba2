"""People whom commas alone part: "Cllr Ivo Lund, Cllr Ada Berg", "Ivo Lund, Clerk, Ada Berg and Tom Reed".

A comma parts a name from its credit, too. So only a piece that is surely a name begins another person: else somebody
would be printed as what somebody else is.
"""

import re
from itertools import pairwise

from bulletins.manuscript.common_words import may_be_given_name
from bulletins.manuscript.latin_names import is_person, without_honorific
from bulletins.manuscript.vocabulary import POSTS

_COMMA = re.compile(r"\s*,\s+")
_AND = re.compile(r"(?:^|\s+)(?:and|&)\s+")
_ROW = 3  # names and nothing else: then those are names, too, that no dictionary has


def people_apart(text: str) -> list[str]:
    """Cut a group at the commas before names, and at an "and" before one; gives it whole where it has one person."""
    pairs = pairwise([*_COMMA.split(text), ""])
    first, *pieces = [part for piece, following in pairs for part in _at_and(piece, following)]
    if not _is_name(first):
        return [text]
    if (
        len(pieces) + 1 >= _ROW
        and all(map(_is_name, pieces))
        and 2 * sum(map(_is_sure, pieces)) >= len(pieces)
    ):
        return [first, *(_AND.sub("", piece, count=1) for piece in pieces)]
    people = [[first]]
    for piece, following in pairwise([*pieces, ""]):
        if _begins_another(piece, people[-1], following):
            people.append([_AND.sub("", piece, count=1)])
        else:
            people[-1].append(piece)
    return [", ".join(one) for one in people] if len(people) > 1 else [text]


def people_in_row(text: str) -> list[str]:
    """Give the names of a row that holds several and nothing else; of a list of many no name is a credit."""
    pieces = [
        _AND.sub("", piece, count=1) for piece in re.split(r"\s*,\s+|\s+(?=(?:and|&)\s)", text.strip(" .,"))
    ]
    bare = [without_honorific(piece)[0] for piece in pieces if piece]
    return bare if len(bare) > 1 and all(map(is_person, bare)) else []


def _at_and(piece: str, following: str) -> list[str]:
    """Part a piece before its last "and", which stays, where a name follows: for sure, or with a post behind it."""
    named = _is_name if POSTS.search(following) else _is_sure
    found = [one for one in _AND.finditer(piece) if one.start() and named(piece[one.end() :])]
    return [piece[: found[-1].start()], piece[found[-1].start() :].strip()] if found else [piece]


def _begins_another(piece: str, before: list[str], following: str) -> bool:
    bare = _AND.sub("", piece, count=1)
    name, honorific = without_honorific(bare)
    if is_person(name) and (honorific or (bare != piece and POSTS.search(following))):
        return True
    has_post = any(POSTS.search(one) for one in before[1:])
    # "Ivo Lund, Director, Ada Berg Trust": behind a post an institution may bear a name.
    return _is_sure(bare) and (bare != piece or not has_post or POSTS.search(following) is not None)


def _is_name(piece: str) -> bool:
    return is_person(without_honorific(_AND.sub("", piece, count=1))[0])


def _is_sure(piece: str) -> bool:
    name, honorific = without_honorific(_AND.sub("", piece, count=1))
    return is_person(name) and (bool(honorific) or may_be_given_name(name))
