"""Words as an index knows them: English stems, Chinese words, folded letters, positions. Plain Python.

A text and a query are cut by the same function, so that what a reader types meets what was printed,
whatever PostgreSQL's own configuration is. Places count words; within Chinese they count characters,
so that a phrase is found however its words are cut.
"""

import re
import unicodedata
from functools import lru_cache
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple
from zlib import crc32

import rjieba
import snowballstemmer

from bulletins.language.spelling import american
from forum.scripts import HAN_LETTERS, is_han, simplified

LONGEST = 60  # letters of a lexeme; PostgreSQL takes 2,046 bytes
MOST = 12_000  # words of one text; PostgreSQL keeps positions up to 16,383

_ACCENTS = "\u0300-\u036f"
_WORD = rf"(?:(?![{HAN_LETTERS}])[^\W_]|[{_ACCENTS}])+"
_PIECES = re.compile(
    rf"(?P<han>[{HAN_LETTERS}]+)"
    r"|(?P<number>[0-9]+(?:[.,][0-9]+)+)"
    r"|(?P<initials>\b[A-Za-z](?:&[A-Za-z])+\b)"
    rf"|(?P<word>{_WORD}(?:[-\u2010\u2011]{_WORD})*)(?:['’][a-zA-Z]{{1,2}}\b)?"
)
_HYPHEN = re.compile(r"[-\u2010\u2011]")
# Letters that no Unicode decomposition takes apart.
_LETTERS = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i"})
_MARKS = re.compile(rf"[{_ACCENTS}]")
# Words that stand in nearly every text: they hold their position in a phrase, and are not looked for.
STOP = frozenset(Path(__file__).with_name("stop_words.txt").read_text(encoding="utf-8").split())
_stem = snowballstemmer.stemmer("english").stemWord


class Token(NamedTuple):
    """One word of a text: as the index knows it, its position among the words, and where it stands."""

    lexeme: str
    position: int
    start: int
    end: int


def fold(word: str) -> str:
    """Give a word without case, accents and width."""
    plain = unicodedata.normalize("NFKC", word).casefold()
    return _MARKS.sub("", unicodedata.normalize("NFKD", plain)).translate(_LETTERS)


@lru_cache(maxsize=200_000)
def stem(word: str) -> str:
    """Give the folded stem of a word, as the index keeps it: "innovating" and "Innovation" are "innov"."""
    folded = fold(word)[:LONGEST]
    return _stem(american(folded)) if folded.isascii() and folded.isalpha() else folded


def tokens(text: str) -> list[Token]:
    """Cut a text into words, and compounds also into their parts, each in its own position."""
    return _cut(text, "search")


def single_letters(found: list[Token]) -> list[Token]:
    """Give the Chinese letters within the words of a text, as far as they are none of its words: 水 of 雨水."""
    known = {token.start for token in found if token.end == token.start + 1}
    letters = {
        token.start + count: Token(
            letter, token.position + count, token.start + count, token.start + count + 1
        )
        for token in found
        if is_han(token.lexeme) and len(token.lexeme) == token.end - token.start
        for count, letter in enumerate(token.lexeme)
    }
    return [letter for start, letter in letters.items() if start not in known]


def whole_words(text: str) -> list[Token]:
    """Cut a text into words, Chinese compounds not into their parts: as a reader's query means them."""
    return _cut(text, "default")


def places(text: str, lexemes: frozenset[str]) -> list[tuple[int, int]]:
    """Give from where to where a text has one of some words: of `tokens`, without those that are none of them."""
    return [
        (token.start, token.end)
        for piece in _PIECES.finditer(text)
        for token in _tokens_of(piece, 1, "search")
        if token.lexeme in lexemes
    ]


def _cut(text: str, mode: str) -> list[Token]:
    found: list[Token] = []
    position = 1
    for piece in _PIECES.finditer(text):
        if position > MOST:
            break
        made = _tokens_of(piece, position, mode)
        found += made
        position = position + len(piece[0]) if piece.lastgroup == "han" else made[-1].position + 1
    # A word of nothing but accents folds to nothing, and neither a vector nor a query may hold that.
    return [token for token in found if token.lexeme]


def _tokens_of(piece: re.Match[str], position: int, mode: str) -> list[Token]:
    """Cut a piece of a text; compounds also into their parts."""
    start, end = piece.span(str(piece.lastgroup))  # without the "’s" behind a word
    if piece.lastgroup == "word":
        return _parts(piece["word"], position, start)
    if piece.lastgroup == "han":
        return [
            Token(word[:LONGEST], position + left, start + left, start + right)
            for word, left, right in rjieba.tokenize(simplified(piece[0]), mode, hmm=False)
        ]
    return [Token(_figure(piece[0]), position, start, end)]


@lru_cache(maxsize=200_000)
def _lexeme(word: str) -> str:
    """Give a word as the index knows it. What would be a stop word is a name in capitals: MOST, WHO, US."""
    lexeme = stem(word)
    return word if lexeme in STOP and len(word) > 1 and word.isascii() and word.isupper() else lexeme


def is_name_in_capitals(lexeme: str) -> bool:
    """Whether a lexeme is a name that in small letters would be a stop word."""
    return lexeme.isupper() and lexeme.casefold() in STOP


def _parts(word: str, position: int, start: int) -> list[Token]:
    """Cut at hyphens: "Ren-Wei" is "renwei", and also "ren" and "wei"."""
    if not _HYPHEN.search(word):
        return [Token(_lexeme(word), position, start, start + len(word))]
    parts, begin = [Token(stem(_HYPHEN.sub("", word)), position, start, start + len(word))], 0
    for count, part in enumerate(_HYPHEN.split(word)):
        parts.append(Token(_lexeme(part), position + count, start + begin, start + begin + len(part)))
        begin += len(part) + 1
    return parts


def pairs(text: str) -> set[int]:
    """Give a number for each two neighbours of a text, stop words between them counted; of Chinese, each two letters.

    Numbers have two bytes, so that some pairs share one: they tell where a phrase cannot be.
    """
    found: set[int] = set()
    before, step = "", 0
    for piece in _PIECES.finditer(text):
        if piece.lastgroup == "han":
            found.update(_number(f"{one}{other}") for one, other in pairwise(simplified(piece[0])))
            before = ""
            continue
        for part in _HYPHEN.split(piece[str(piece.lastgroup)]):
            step += 1
            lexeme = stem(part) if piece.lastgroup == "word" else _figure(part)
            if lexeme not in STOP:
                if before:
                    found.add(_number(f"{before} {step} {lexeme}"))
                before, step = lexeme, 0
    return found


def _number(pair: str) -> int:
    return (crc32(pair.encode("utf-8", "replace")) & 0xFFFF) - 0x8000


def _figure(number: str) -> str:
    """Give a number without its commas, or initials ("S&T") in small letters."""
    return number.replace(",", "").casefold()[:LONGEST]


def words(text: str) -> set[str]:
    """Give the words of a text that a misspelt one may mean: folded, of letters, three or more."""
    return {
        folded
        for piece in _PIECES.finditer(text)
        if piece.lastgroup == "word"
        for part in _HYPHEN.split(piece["word"])
        if len(folded := fold(part)[:LONGEST]) > 2 and folded.isalpha() and folded not in STOP
    }
