"""Labels whose parts bars divide: "Ada Berg | Dean of Rain", "Norland | Representative", 令狐野｜芦汀大学教授."""

import re

from bulletins.manuscript.credits_zh import ENDS_WITH_POST
from bulletins.manuscript.han_names import is_name, is_only_word
from bulletins.manuscript.latin_names import is_person, without_honorific
from forum.scripts import is_han

BARS = "|｜丨"  # the last is a character of its own, as Chinese offices type it
_BAR = re.compile(rf"\s*[{BARS}]\s*")
_MOST_PARTS = 3
_LONGEST_PART = 60
_HAN_NAME = re.compile(r"[\u4e00-\u9fff·]{2,12}")
# Whoever speaks for a country or a body, which is then what the other part names.
_VOICE = re.compile(
    r"(?:Permanent |Deputy |Alternate )*"
    r"(?:Representative|Delegate|Delegation|Observer|Ambassador|Spokes(?:man|woman|person))"
)
_PROPER = re.compile(r"(?:the )?[A-Z][\w.’'&-]*(?: (?:(?:of|and|the|for) )*[A-Z][\w.’'&-]*){0,7}")


def has_bar(text: str) -> bool:
    """Whether a bar divides a text."""
    return _BAR.search(text) is not None


def divided(label: str) -> tuple[str, str] | None:
    """Give the name in a label with bars, and the credit that its other parts tell; None where it names nobody."""
    parts = _BAR.split(label.strip())
    if not 1 < len(parts) <= _MOST_PARTS or not all(0 < len(part) <= _LONGEST_PART for part in parts):
        return None
    named = next((at for at, part in enumerate(parts) if _is_somebody(part)), None)
    if named is None:
        named = _told(parts)
    if named is None:
        return None
    others = [part for at, part in enumerate(parts) if at != named]
    return parts[named], ("，" if is_han(parts[named]) else ", ").join(others)


def _is_somebody(part: str) -> bool:
    if is_han(part):
        return is_name(part) and not is_only_word(part)
    return is_person(without_honorific(part)[0])


def _told(parts: list[str]) -> int | None:
    """Give the part that a post beside it makes a name: a word in Chinese, "Norland" of "Norland | Representative"."""
    if is_han(parts[0]):
        posts = any(ENDS_WITH_POST.search(part) for part in parts[1:])
        return 0 if posts and _HAN_NAME.fullmatch(parts[0]) and not ENDS_WITH_POST.search(parts[0]) else None
    return 0 if _PROPER.fullmatch(parts[0]) and any(map(_VOICE.fullmatch, parts[1:])) else None
