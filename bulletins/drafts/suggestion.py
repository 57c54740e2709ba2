"""Somebody whom the directory offers for a roster, as the writing page is told."""

import msgspec

from bulletins.document import KindName, LanguageCode, RoleName


class Suggestion(msgspec.Struct, frozen=True, kw_only=True):
    """A person, institution or group: names and credits in every language, as they are on the bulletin's day.

    `forms` are what the names are typed as, `search` all else that somebody is found by.
    """

    speaker: str
    names: dict[LanguageCode, str]
    short: dict[LanguageCode, str]
    credits: dict[LanguageCode, tuple[str, ...]]
    role: RoleName | None = None
    organisation: str | None = None
    search: str = ""
    forms: tuple[str, ...] = ()
    kind: KindName = "person"
