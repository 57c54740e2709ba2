"""What a reader typed → what PostgreSQL is asked. Any text at all gives a query; none is an error.

Words must all occur; words in quotes must follow each other; a minus keeps what has the word away; of words with
OR or | between them one must occur.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import pairwise

from bulletins.language.spelling import american
from bulletins.language.words import STOP, Token, is_name_in_capitals, pairs, whole_words
from bulletins.search.indexing import quoted, term_of
from forum.scripts import is_han, simplified
from speakers.names import sorted_words

LONGEST = 300  # letters that are read
MOST = 24  # words that are looked for
NAME = 4  # words of a name
EXACT = 4  # words that count for more where they stand as typed

_OR = frozenset({"OR", "|", "||"})
_QUOTES = str.maketrans(dict.fromkeys("“”„‟«»「」『』＂", '"') | {"－": "-", "−": "-", "\0": " "})
_TERM = re.compile(
    r'(?:(?<=\s)|^)(?P<minus>-(?=[^\s-]))?(?:"(?P<phrase>[^"]*)"?|(?P<word>[^\s"]+))|(?P<rest>[^\s"]+)'
)


@dataclass(frozen=True)
class Term:
    """One word, or one phrase in quotes, as typed, with the words that it is cut into."""

    text: str
    tokens: tuple[Token, ...]
    phrase: bool = False
    excluded: bool = False
    group: int = 0  # terms of one group are alternatives

    @property
    def condition(self) -> str:
        """The term in PostgreSQL's notation; "" if it has nothing but stop words."""
        if self.phrase:
            return _followed(_parts_of_compounds(self.tokens))
        return " & ".join(_loose(self.tokens))


@dataclass(frozen=True)
class Query:
    """Everything that was typed."""

    terms: tuple[Term, ...] = ()

    @property
    def wanted(self) -> tuple[Term, ...]:
        """Terms that must occur."""
        return tuple(term for term in self.terms if not term.excluded and term.condition)

    @property
    def unwanted(self) -> tuple[Term, ...]:
        """Terms that must not occur."""
        return tuple(term for term in self.terms if term.excluded and term.condition)

    def names(self) -> set[str]:
        """Give every folded run of wanted words that may be somebody's name."""
        return {name for _, _, name in self._runs()}

    def tsquery(self, speakers: Mapping[str, list[int]]) -> str:
        """Give it in PostgreSQL's notation; `speakers` says who has which name. "" where nothing is wanted."""
        conditions = {place: f"({term.condition})" for place, term in enumerate(self.wanted)}
        for start, end, ids in self._named(speakers):
            said_by = " | ".join(quoted(term_of(pk)) for pk in ids)
            words = " & ".join(conditions.pop(place) for place in range(start, end))
            conditions[start] = f"(({words}) | {said_by})"
        groups: dict[int, list[str]] = {}
        for place in sorted(conditions):
            groups.setdefault(self.wanted[place].group, []).append(conditions[place])
        found = [some[0] if len(some) == 1 else f"({' | '.join(some)})" for some in groups.values()]
        found += [f"!({term.condition})" for term in self.unwanted] if found else []
        return " & ".join(found)

    def exact(self, speakers: Mapping[str, list[int]]) -> list[str]:
        """Give regular expressions of PostgreSQL that a text meets if it has the words as typed, names aside."""
        named = {place for start, end, _ids in self._named(speakers) for place in range(start, end)}
        typed = [term.text.casefold() for place, term in enumerate(self.wanted) if place not in named]
        words = [word for word in typed if word.isascii() and word.isalpha() and word not in STOP]
        return [rf"\y({word}|{american(word)})\y" for word in words[:EXACT]]

    def pairs(self) -> set[int]:
        """Give the pairs of neighbours that everything found has: those of the wanted phrases."""
        wanted = self.wanted
        alone = [
            one for one in wanted if one.phrase and sum(one.group == other.group for other in wanted) == 1
        ]
        return {pair for term in alone for pair in pairs(term.text)}

    def lexemes(self) -> frozenset[str]:
        """Give the words to mark in what is found."""
        found = (token.lexeme for term in self.wanted for token in term.tokens)
        return frozenset(lexeme for lexeme in found if lexeme not in STOP and not _is_single(lexeme))

    def literals(self) -> frozenset[str]:
        """Give the runs of single Chinese letters to mark, such as names that no dictionary has."""
        groups = (group for term in self.wanted for group in _groups(term.tokens))
        runs = ("".join(token.lexeme for token in group) for group in groups if _is_single(group[0].lexeme))
        return frozenset(runs)

    def _named(self, speakers: Mapping[str, list[int]]) -> Iterator[tuple[int, int, list[int]]]:
        """Give the runs of words that are names, from and to, with those who have them; no two share a word."""
        names: set[int] = set()
        for start, end, name in self._runs():
            ids = speakers.get(name)
            if ids and names.isdisjoint(range(start, end)):
                names.update(range(start, end))
                yield start, end, ids

    def _runs(self) -> Iterator[tuple[int, int, str]]:
        """Give runs of neighbouring words, longest first, that do not lie in each other where both are names."""
        wanted = self.wanted
        for length in range(min(NAME, len(wanted)), 0, -1):
            for start in range(len(wanted) - length + 1):
                run = wanted[start : start + length]
                if any(term.phrase for term in run) or len({term.group for term in run}) < length:
                    continue
                yield start, start + length, sorted_words(simplified(" ".join(term.text for term in run)))


def parse(text: str) -> Query:
    """Read what was typed."""
    terms: list[Term] = []
    group, is_alternative = 0, False
    for piece in _TERM.finditer(text[:LONGEST].translate(_QUOTES)):
        phrase = piece["phrase"] is not None
        typed = piece["phrase"] if phrase else piece["word"] or piece["rest"] or ""
        if not phrase and typed in _OR:
            is_alternative = bool(terms)
            continue
        tokens = tuple(whole_words(typed))[:MOST]
        if tokens:
            group += not is_alternative
            is_alternative = False
            terms.append(Term(typed, tokens, phrase, piece["minus"] is not None, group))
    return Query(tuple(_shouted(terms[:MOST])))


def _shouted(terms: list[Term]) -> list[Term]:
    """Take what is all in capitals with several stop words, such as "WHAT IS THE PLAN", for small letters."""
    tokens = [token for term in terms for token in term.tokens]
    capitals = sum(is_name_in_capitals(token.lexeme) for token in tokens)
    if capitals < 2 or capitals == len(tokens) or not all(term.text.isupper() for term in terms):
        return terms
    return [
        replace(
            term,
            tokens=tuple(
                token._replace(lexeme=token.lexeme.casefold()) if token.lexeme.isupper() else token
                for token in term.tokens
            ),
        )
        for term in terms
    ]


def _loose(tokens: tuple[Token, ...]) -> Iterator[str]:
    """Conditions of words in any order; a compound is met joined or cut, single Chinese letters in a row."""
    for group in _groups(tokens):
        compound, *parts = group
        if len(group) == 1:
            yield from [] if compound.lexeme in STOP else [quoted(compound.lexeme)]
        elif _is_single(compound.lexeme):
            yield _followed(group)
        else:
            yield (
                f"({quoted(compound.lexeme)} | ({_followed(parts)}))"
                if _followed(parts)
                else quoted(compound.lexeme)
            )


def _groups(tokens: tuple[Token, ...]) -> list[list[Token]]:
    groups: list[list[Token]] = []
    for before, token in pairwise((None, *tokens)):
        joined = before is not None and token is not None and _belong(before, token, groups[-1][0])
        if token is not None:
            if joined:
                groups[-1].append(token)
            else:
                groups.append([token])
    return groups


def _belong(before: Token, token: Token, first: Token) -> bool:
    within = first.start <= token.start and token.end <= first.end
    singles = _is_single(before.lexeme) and _is_single(token.lexeme) and before.end == token.start
    return within or singles


def _is_single(lexeme: str) -> bool:
    return len(lexeme) == 1 and is_han(lexeme)


def _parts_of_compounds(tokens: tuple[Token, ...]) -> list[Token]:
    return [part for group in _groups(tokens) for part in (group[1:] if _is_compound(group) else group)]


def _is_compound(group: list[Token]) -> bool:
    return len(group) > 1 and group[0].end == group[-1].end


def _followed(tokens: list[Token]) -> str:
    """Condition of words at their positions; stop words hold one."""
    found = [token for token in tokens if token.lexeme not in STOP]
    steps = [
        f"<{after.position - before.position}> {quoted(after.lexeme)}" for before, after in pairwise(found)
    ]
    return " ".join([quoted(found[0].lexeme), *steps]) if found else ""
