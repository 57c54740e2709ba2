"""What a reader typed → what PostgreSQL is asked. Any text at all gives a query; none is an error.

Words must all occur; words in quotes must follow each other; a minus keeps what has the word away.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise

from bulletins.language.words import STOP, Token, pairs, whole_words
from bulletins.search.indexing import quoted, term_of
from forum.scripts import is_han
from speakers.names import sorted_words

LONGEST = 300  # letters that are read
MOST = 24  # words that are looked for
NAME = 4  # words of a name

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
        conditions = [f"({term.condition})" for term in self.wanted]
        names: set[int] = set()
        for start, end, name in self._runs():
            ids = speakers.get(name)
            if ids and names.isdisjoint(range(start, end)):
                names.update(range(start, end))
                said_by = " | ".join(quoted(term_of(pk)) for pk in ids)
                conditions[start] = f"(({' & '.join(filter(None, conditions[start:end]))}) | {said_by})"
                conditions[start + 1 : end] = [""] * (end - start - 1)
        conditions += [f"!({term.condition})" for term in self.unwanted] if any(conditions) else []
        return " & ".join(filter(None, conditions))

    def pairs(self) -> set[int]:
        """Give the pairs of neighbours that everything found has: those of the wanted phrases."""
        return {pair for term in self.wanted if term.phrase for pair in pairs(term.text)}

    def lexemes(self) -> frozenset[str]:
        """Give the words to mark in what is found."""
        found = (token.lexeme for term in self.wanted for token in term.tokens)
        return frozenset(lexeme for lexeme in found if lexeme not in STOP and not _is_single(lexeme))

    def literals(self) -> frozenset[str]:
        """Give the runs of single Chinese letters to mark, such as names that no dictionary has."""
        groups = (group for term in self.wanted for group in _groups(term.tokens))
        runs = ("".join(token.lexeme for token in group) for group in groups if _is_single(group[0].lexeme))
        return frozenset(runs)

    def _runs(self) -> Iterator[tuple[int, int, str]]:
        """Give runs of neighbouring words, longest first, that do not lie in each other where both are names."""
        wanted = self.wanted
        for length in range(min(NAME, len(wanted)), 0, -1):
            for start in range(len(wanted) - length + 1):
                run = wanted[start : start + length]
                if any(term.phrase for term in run):
                    continue
                yield start, start + length, sorted_words(" ".join(term.text for term in run))


def parse(text: str) -> Query:
    """Read what was typed."""
    terms: list[Term] = []
    for piece in _TERM.finditer(text[:LONGEST].translate(_QUOTES)):
        phrase = piece["phrase"] is not None
        typed = piece["phrase"] if phrase else piece["word"] or piece["rest"] or ""
        tokens = tuple(whole_words(typed))[:MOST]
        if tokens:
            terms.append(Term(typed, tokens, phrase=phrase, excluded=piece["minus"] is not None))
    return Query(tuple(terms[:MOST]))


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
