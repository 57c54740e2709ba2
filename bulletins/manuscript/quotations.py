"""Long quotations: whoever is named in one is spoken of, and says nothing there."""

import re
from collections.abc import Iterator

from bulletins.document import LanguageCode

_LONG = 40  # letters; shorter ones are titles and single words
_QUOTED = re.compile(r"“[^“”]*(?:”|$)|\"[^\"]*\"")
# Of Chinese a quoted sentence: “令狐野说得好，管网要修，河道也要修。”
_QUOTED_HAN = re.compile(r"“[^“”]{15,}[。！？，]”")


def places(text: str, language: LanguageCode) -> Iterator[tuple[int, int]]:
    """Give from where to where a text quotes, the marks left out."""
    for found in (_QUOTED if language == "en" else _QUOTED_HAN).finditer(text):
        if language != "en" or found.end() - found.start() > _LONG + 1:
            yield found.start() + 1, found.end() - 1


def without_names(text: str, language: LanguageCode) -> str:
    """Give a text, as long as it is, in whose quotations nothing looks like a name."""
    for start, end in places(text, language):
        small = "".join(letter.lower() if len(letter.lower()) == 1 else letter for letter in text[start:end])
        text = text[:start] + small + text[end:]
    return text
