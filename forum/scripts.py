"""The letters that a text is written in. Plain Python, for every floor."""

import re
import unicodedata
from functools import cache, lru_cache

from opencc import OpenCC

# Chinese characters, for a class of a pattern: rf"[{HAN_LETTERS}]".
HAN_LETTERS = "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
HAN = re.compile(f"[{HAN_LETTERS}]")


def is_han(text: str) -> bool:
    """Whether a text has Chinese characters in it."""
    return not text.isascii() and HAN.search(text) is not None


def script(text: str) -> str:
    """Give the script of a text as Unicode calls it: "CJK" where it has Chinese characters, else its first letter's.

    A text without letters has none: "".
    """
    if is_han(text):
        return "CJK"
    first = next((letter for letter in text if letter.isalpha()), "")
    return unicodedata.name(first, "").partition(" ")[0] if first else ""


def simplified(text: str) -> str:
    """Give a text with its Chinese characters simplified, as many as there were: 歐陽 is 欧阳."""
    return _simplified(text) if is_han(text) else text


@lru_cache(maxsize=100_000)
def _simplified(text: str) -> str:
    simple: str = _converter().convert(text)
    return simple


@cache
def _converter() -> OpenCC:
    return OpenCC("t2s")
