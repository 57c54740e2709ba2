"""The languages that bulletins are written in and names are kept in: BULLETIN_LANGUAGES of the settings.

The first is the main one: names in it have columns of their own. How each is printed is told by
bulletins/language, one file a language.
"""

from functools import cache

from babel import Locale
from babel.core import get_global
from django.conf import settings
from django.utils.translation import get_language, get_supported_language_variant

from forum.scripts import script


def codes() -> list[str]:
    """Give the code of each language, the main one's first."""
    return list(settings.BULLETIN_LANGUAGES)


def main() -> str:
    """Give the code of the language that comes first."""
    return codes()[0]


def others() -> list[str]:
    """Give the codes of all but the main one."""
    return codes()[1:]


def choices() -> list[tuple[str, str]]:
    """Give each code with the language's name, for a reader to choose."""
    return [(code, name(code)) for code in codes()]


def name(code: str) -> str:
    """Give a language's name in the language of the page."""
    told = Locale.parse(code).get_display_name(reader_locale()) or code
    return told[:1].upper() + told[1:]


def reader_locale() -> Locale:
    """Give the language of the page as Babel knows it."""
    return Locale.parse(get_language() or main(), sep="-")


def reader() -> str:
    """Give the language in which names are told on the page: the page's, or the main one."""
    code = (get_language() or "").partition("-")[0]
    return code if code in codes() else main()


def interface_of(code: str) -> str:
    """Give the language of the interface in which people who write in one are told things: zh-hans for zh."""
    try:
        return get_supported_language_variant(code)
    except LookupError:
        return settings.LANGUAGE_CODE


def of(text: str) -> str:
    """Give the first language that is written in the letters of a text; the main one where none is."""
    return next((code for code in codes() if script_of(code) == script(text)), main())


@cache
def script_of(code: str) -> str:
    """Give the script of a language: that of the name it has for itself."""
    return script(Locale.parse(code).get_display_name() or "")


def paths(field: str) -> list[str]:
    """Give the look-ups of a field that keeps a text in all other languages: "names__zh"."""
    return [f"{field}__{code}" for code in others()]


@cache
def with_territory(code: str) -> str:
    """Give a language with the territory that most of its readers live in, as Open Graph wants it: "zh_CN"."""
    language = code.partition("-")[0]
    return f"{language}_{get_global('likely_subtags')[language].rpartition('_')[2]}"
