"""Names of persons as text: folding, keys, family names, likeness. Plain Python, no database."""

import functools
import hashlib
import re
import unicodedata

import rjieba
from rapidfuzz import fuzz

from forum.scripts import is_han, simplified
from speakers.name_parts import (
    latin_syllables,
    name_parts,
    pinyin,
    pinyin_syllables,
    without_honorifics,
)

_ACCENTS = re.compile(r"[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]")
_MOST_WORDS = 12  # of a name; each is tried in the first place
_BETWEEN = re.compile(r"[\W_]+")
# Letters that no Unicode decomposition takes apart.
_LETTERS = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i"})


@functools.lru_cache(maxsize=4096)
def fold(name: str) -> str:
    """Give a name without case, accents, punctuation, width or doubled spaces: "huang renwei"."""
    plain = unicodedata.normalize("NFKC", name).casefold()
    if not plain.isascii():
        plain = _ACCENTS.sub("", unicodedata.normalize("NFKD", plain)).translate(_LETTERS)
    return _BETWEEN.sub(" ", plain).strip()


def family_name(name: str) -> str:
    """Give the family name, guessed where nothing tells it: "van der Meer", 欧阳."""
    return name_parts(name).family


def short_name(name: str) -> str:
    """Give the name by which somebody is credited again: the family name; a Chinese text prints the whole name."""
    return name if is_han(name) else family_name(name)


def post_line(title: str, organisation: str) -> str:
    """Give a title held at an institution as a credit tells it: "Dean, Academy of Rain"; 雨水学院院长."""
    if is_han(title):
        return f"{organisation}{title}"
    return ", ".join(filter(None, (title, organisation)))


def romanised(name: str) -> str:
    """Give a folded name in Latin letters; a Chinese one as surname and given name: "huang renwei"."""
    bare = without_honorifics(name)
    if not is_han(bare):
        return fold(bare)
    parts = name_parts(bare)
    if not parts.given:
        return fold(pinyin(bare))
    return fold(" ".join(latin_syllables(parts.family, parts.given)))


def spoken(name: str) -> str:
    """Give a folded name by its spoken parts, a Chinese one syllable by syllable: "huang ren wei"."""
    bare = without_honorifics(name)
    parts = name_parts(bare)
    if not is_han(bare) or not parts.given:
        syllables = pinyin_syllables(parts.given) if parts.family_first else []
        return fold(" ".join((parts.family, *syllables))) if syllables else romanised(name)
    family, _given = latin_syllables(parts.family, parts.given)
    # 单于 is chan yu: a surname of two letters has a reading as a whole.
    first = pinyin_syllables(family) or [family]
    return fold(" ".join((*first, *map(pinyin, parts.given))))


# A capital behind a small letter within a word.
_INNER = re.compile(r"(?<=[a-z])(?=[A-Z])")
_WITH_INNER = re.compile(r"\w*[a-z][A-Z]\w*")


def ways_to_write(*names: str) -> frozenset[str]:
    """Give the folded ways in which readers may write a person's names, each with its words sorted.

    "Huang Ren-Wei" and 黄仁伟 give "huang renwei", "huang ren wei", "huangrenwei", "renweihuang", "黄仁伟".
    """
    ways: set[str] = set()
    for name in filter(None, names):
        spoken = [romanised(name), fold(name.replace("-", "")), fold(simplified(name))]
        if is_han(name):
            parts = name_parts(name)
            syllables = (pinyin(letter) for letter in "".join(parts.given.split()))
            spoken.append(fold(" ".join((latin_syllables(parts.family, "")[0], *syllables))))
            # ü is typed as a v and as a u as well.
            spoken += [re.sub("([ln])yu", rf"\1{other}", spoken[0]) for other in "uv"]
        ways |= {sorted_words(one) for one in (*spoken, name)}
        # AlHashmi is Al Hashmi to others, and so is the family name alone.
        ways |= {sorted_words(_INNER.sub(" ", one)) for one in (name, *_WITH_INNER.findall(name))}
        ways |= {"".join(turn) for turn in _turns(spoken[0].split())}
    return frozenset(way for way in ways if way)


def sorted_words(name: str) -> str:
    """Give a folded name with its words in the order of the alphabet: one form for every order."""
    return " ".join(sorted(fold(name).split()))


def key(name: str) -> str:
    """Give the slug that mentions and rosters use for a person: "huang-renwei". Never empty."""
    slug = "-".join(re.findall(r"[a-z0-9]+", romanised(name)))
    return slug or f"n{hashlib.sha256(name.encode('utf-8', 'replace')).hexdigest()[:8]}"


def words_key(name: str) -> str:
    """Give the slug of something that is no person, word by word: 浦江创新论坛 is "pujiang-chuangxin-luntan"."""
    words = rjieba.cut(simplified(name)) if is_han(name) else [name]
    slug = "-".join(re.findall(r"[a-z0-9]+", fold(" ".join(map(pinyin, words)))))
    return slug or key(name)


def same_person_likelihood(one: str, other: str) -> float:
    """Tell from 0 to 1 how likely two names mean one person, in any word order and either script."""
    left, right = forms_to_compare(one), forms_to_compare(other)
    if not left or not right:
        return 0.0
    ordered = fuzz.ratio(left[0], right[0])
    joined = max(fuzz.ratio(left[1], turn) for turn in right[1:])
    return max(ordered, joined) / 100


def forms_to_compare(name: str) -> list[str]:
    """Give the forms by which a name is compared: its words in order of the alphabet, then joined in every turn.

    "Ren-Wei Huang" and "Huang Renwei" differ in nothing but where the syllables are joined.
    """
    words = romanised(name).split()[:_MOST_WORDS]
    return [" ".join(sorted(words)), *("".join(turn) for turn in _turns(words))] if words else []


def _turns(words: list[str]) -> list[list[str]]:
    return [words[place:] + words[:place] for place in range(len(words))]
