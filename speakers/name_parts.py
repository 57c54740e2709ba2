"""What a printed name is made of: family name, given name, suffix. Plain Python, no database.

Capitals and the script tell it for sure; else it is a guess, which an editor corrects at the person.
"""

import re
import unicodedata
from functools import cache, lru_cache
from pathlib import Path
from typing import NamedTuple

from nameparser import Lexicon, Parser, Policy
from pypinyin import Style, lazy_pinyin, load_phrases_dict
from pypinyin.pinyin_dict import pinyin_dict
from pypinyin.style import convert

from forum.scripts import HAN_LETTERS, simplified
from speakers import surnames

# Words that pypinyin reads otherwise than people do, most of them places: 闵行, 长三角.
load_phrases_dict(
    {
        word: [[syllable] for syllable in syllables]
        for word, *syllables in map(
            str.split, Path(__file__).with_name("han_readings.txt").read_text(encoding="utf-8").splitlines()
        )
    }
)
_HAN_NAME = re.compile(f"[{HAN_LETTERS}]{{2,4}}")
_HAN_SPACED = re.compile(rf"[{HAN_LETTERS}](?:\s*[{HAN_LETTERS}]){{1,3}}")
_HAN_RUN = re.compile(f"[{HAN_LETTERS}]+")
_HANGUL_NAME = re.compile("[\uac00-\ud7a3]{2,4}")
_HANGUL_COMPOUND = frozenset({"남궁", "황보", "제갈", "사공", "선우", "서문", "독고", "동방"})
_VIETNAMESE_LETTER = re.compile("[\u1ea0-\u1ef9ơưƠƯ]")
_ACCENTS = re.compile(r"[\u0300-\u036f]")
_CAPITALS = re.compile(r"(?:Ma?c|[OD]['’])?[^\W\d_a-zß-öø-ÿ]{2,}(?:[-–'’][^\W\d_]+)*")
_SUFFIXES = frozenset(
    {"jr", "sr", "ii", "iii", "iv", "esq", "phd", "md", "obe", "mbe", "cbe", "kbe", "qc", "kc", "mp"}
)
_BEFORE_NAME = re.compile(
    r"(?:(?:the\s+)?(?:right\s+|rt\.\s*)?hono(?:u?rable)\s|(?:the\s+)?hon\.|h\.\s?e\.|(?:his|her)\s+excellency\s|"
    r"(?:eng|ir|rev|amb|(?:dipl|dr)\.-ing|sra?|dott|drs)\.|(?:dr|prof|mr|mrs|ms|mx|mme|cllr|cmde|cdre|cdr|cmdr|fr|msgr)\.?\s|"
    r"(?:dr|prof|mr|mrs|ms|mme)\.|(?:professor|councill?or|miss|sir|dame|lord|lady|ambassador|reverend|señora?|herr|frau|madame|dato'?|datuk)\s)\s*",
    re.IGNORECASE,
)
# What politeness puts behind a name and tells no post.
_POLITE = "先生|女士|小姐|同志|老师|老師"
HAN_POLITE = re.compile(_POLITE)
HAN_POLITE_AT_END = re.compile(f"(?:{_POLITE})$")
HAN_HONORIFIC = f"(?:{_POLITE}|教授|博士|院士|阁下|閣下)"
_AFTER_HAN = re.compile(f"{HAN_HONORIFIC}$")


class NameParts(NamedTuple):
    """A name taken apart. `family_first` tells the order in which it was printed."""

    family: str
    given: str = ""
    suffix: str = ""
    family_first: bool = False


def without_honorifics(name: str) -> str:
    """Give a name without what politeness puts beside it: "H.E. Dr. Ada Berg", 林墨教授."""
    bare = " ".join(name.split())
    while (before := _BEFORE_NAME.match(bare)) and len(bare) > before.end():
        bare = bare[before.end() :]
    after = _AFTER_HAN.search(bare)
    return bare[: after.start()].rstrip() if after and after.start() > 1 else bare


@lru_cache(maxsize=20_000)
def name_parts(name: str) -> NameParts:
    """Take a printed name apart."""
    bare = without_honorifics(name)
    if _HAN_SPACED.fullmatch(bare):
        return _han("".join(bare.split()))
    if _HANGUL_NAME.fullmatch(bare):
        cut = 2 if bare[:2] in _HANGUL_COMPOUND and len(bare) > 2 else 1
        return NameParts(bare[:cut], bare[cut:], family_first=True)
    words = bare.split()
    if len(words) < 2 or "," in bare:
        return _parsed(bare) if "," in bare else NameParts(bare)
    return _in_capitals(words) or _family_first(words) or _parsed(bare)


def _han(name: str) -> NameParts:
    cut = 2 if len(name) > 2 and simplified(name[:2]) in surnames.COMPOUND else 1
    if cut == 1 and len(name) > 3 and not _has_two_surnames(simplified(name)):
        return NameParts(name)  # 扎西顿珠: 扎 is nobody's surname there
    return NameParts(name[:cut], name[cut:], family_first=True)


def _has_two_surnames(name: str) -> bool:
    """Whether a married woman's surname stands before her own: 范徐丽泰."""
    return {name[0], name[1]} <= surnames.SINGLE and not set(name[2:]) <= surnames.SOUNDS


def _in_capitals(words: list[str]) -> NameParts | None:
    """Take the words in capitals for the family name, if only some are; particles before them belong to it."""
    suffix = words[-1] if _plain(words[-1]) in _SUFFIXES else ""
    words = words[:-1] if suffix else words
    capitals = [place for place, word in enumerate(words) if _CAPITALS.fullmatch(word)]
    if not capitals or len(capitals) == len(words):
        return None
    first, last = capitals[0], capitals[-1] + 1
    least = 1 if last == len(words) else 0  # a given name stands before or behind
    while first > least and words[first - 1].islower():
        first -= 1
    family, given = words[first:last], words[:first] + words[last:]
    return NameParts(" ".join(family), " ".join(given).strip(","), suffix, first == 0)


def _family_first(words: list[str]) -> NameParts | None:
    """Take the first word for the family name where its language puts it there."""
    first, last = words[0], words[-1]
    asian = surnames.KOREAN | surnames.PINYIN
    told = (
        re.fullmatch(r"[A-Z][a-z]{0,6}[-–][a-z]{1,6}", last) is not None
        and "-" not in first
        and len(words) == 2,
        re.fullmatch(r"[A-Z][a-z]{0,6}[-–][A-Z][a-z]{0,6}", last) is not None and _plain(first) in asian,
        _is_pinyin_name(words),
        _plain(first) in surnames.VIETNAMESE
        and (
            bool(_VIETNAMESE_LETTER.search(" ".join(words))) or _plain(words[1]) in surnames.VIETNAMESE_MIDDLE
        ),
        unicodedata.normalize("NFC", first) in surnames.HUNGARIAN
        and unicodedata.normalize("NFC", last) not in surnames.HUNGARIAN
        and len(words) < 4,
    )
    return NameParts(first, " ".join(words[1:]), family_first=True) if any(told) else None


def _is_pinyin_name(words: list[str]) -> bool:
    """Whether two words are a Chinese name as pinyin writes it: Huang Renwei, and not Jun Li."""
    family, given = _plain(words[0]), _plain(words[-1])
    plain = len(words) == 2 and family in surnames.PINYIN and given not in surnames.PINYIN
    return plain and bool(pinyin_syllables(given))


def pinyin_syllables(given: str) -> list[str]:
    """Give the one or two syllables of a given name in pinyin ("Renwei": ren, wei); none where it is not pinyin."""
    plain = _plain(given)
    if plain in _syllables():
        return [plain]
    cuts = ([plain[:cut], plain[cut:]] for cut in range(1, 7))  # none is longer than "zhuang"
    return next((both for both in cuts if _syllables().issuperset(both)), [])


@cache
def _syllables() -> frozenset[str]:
    common = (pinyin_dict[code].split(",")[0] for code in pinyin_dict if 0x4E00 <= code < 0x9FA6)
    return frozenset(convert(one, Style.NORMAL, strict=True).replace("v", "u") for one in common)


def _parsed(name: str) -> NameParts:
    told = _parser().parse(name)
    given = " ".join(filter(None, (told.given, told.middle)))
    if not told.family or not given:
        return NameParts(told.family or given or name, suffix=told.suffix)
    words = given.split()
    # Two family names, as Spanish has them.
    if len(words) > 1 and _plain(words[-1]) in surnames.SPANISH:
        return NameParts(f"{words[-1]} {told.family}", " ".join(words[:-1]), told.suffix)
    return NameParts(told.family, given, told.suffix)


@cache
def _parser() -> Parser:
    # Of its words only particles and a few suffixes: "King", "Bishop" and "English" are names too.
    known = Lexicon.default()
    return Parser(
        lexicon=Lexicon(
            suffix_words=_SUFFIXES,
            particles=known.particles | {"wa", "abd"},
            particles_ambiguous=known.particles_ambiguous,
            conjunctions=known.conjunctions,
            conjunctions_ambiguous=known.conjunctions_ambiguous,
        ),
        policy=Policy(segment_scripts=frozenset()),
    )


def in_small_letters(family: str) -> str:
    """Give a family name in capitals as it is written elsewhere: "von der Heide", "O'Neill", "McDonald"."""
    words = family.split()
    particles = Lexicon.default().particles
    small = (
        word.lower()
        if len(words) > 1 and word.isupper() and word.lower() in particles
        else _capitalised(word)
        for word in words
    )
    return " ".join(small)


def _capitalised(word: str) -> str:
    before = re.match(r"Ma?c(?=[A-Z]{2})", word)
    return before[0] + word[before.end() :].title() if before else word.title() if word.isupper() else word


def _plain(word: str) -> str:
    decomposed = unicodedata.normalize("NFKD", word.casefold()).replace("đ", "d")
    return _ACCENTS.sub("", decomposed).strip(".,")


def latin_syllables(family: str, given: str) -> tuple[str, str]:
    """Give both parts of a Han name in pinyin, in small letters, ü as yu (GB/T 28039)."""
    plain = simplified(family)
    return surnames.READINGS.get(plain) or pinyin(plain), pinyin(given)


def pinyin(text: str) -> str:
    """Give a text with its Chinese characters in pinyin, joined; other letters stay."""
    return _HAN_RUN.sub(lambda run: "".join(lazy_pinyin(run[0])).replace("v", "yu"), simplified(text))


def latin_name(name: str) -> tuple[str, str] | None:
    """Propose the Latin family and given name of somebody Chinese: ("Huang", "Renwei").

    None where it would be a guess: names with an interpunct, and those that write the sounds of another language.
    """
    bare = "".join(without_honorifics(name).split())
    if not _HAN_NAME.fullmatch(bare):
        return None
    family, given, _suffix, _first = _han(bare)
    plain = simplified(given)
    known = simplified(family) in surnames.COMPOUND or simplified(family) in surnames.SINGLE
    foreign = len(given) > 2 or (len(given) > 1 and set(plain) <= surnames.SOUNDS)
    if not known or foreign or not given:
        return None
    latin = latin_syllables(family, given)
    return latin[0].capitalize(), latin[1].capitalize()
