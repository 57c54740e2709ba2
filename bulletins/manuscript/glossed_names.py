"""Foreign names in Chinese text with the Latin name behind them: 坦桑尼亚的哈米斯（Pili Khamis）."""

import re
from collections.abc import Iterator

from bulletins.language.saying_zh import CHINESE_VERBS, in_every_form
from bulletins.manuscript.latin_names import is_person
from bulletins.manuscript.sightings import Sighting
from bulletins.manuscript.vocabulary import HAN_POST

_GLOSSED = in_every_form(
    r"([\u4e00-\u9fff·]{2,14})[（(]([A-Z][\w.’'-]{1,20}(?:\s[A-Z][\w.’'-]{1,20}){1,4})[）)]"
)
# What may stand before the name without a stop: whose, and which post.
_BEFORE = re.compile(rf".*(?:的|是|和|与|由|{HAN_POST})")
_IS = in_every_form(rf"是([^，。；]{{2,60}}?(?:{HAN_POST}))(?=[，。；])")
_SAYS = in_every_form(rf"[^。；！？，]{{0,24}}?(?:{CHINESE_VERBS})|[：]")
_LONGEST_NAME = 12


def glossed(text: str) -> Iterator[Sighting]:
    """Give the people whose Latin name stands in brackets, with what they are told to be."""
    for found in _GLOSSED.finditer(text):
        before = _BEFORE.match(found[1])
        name = found[1][before.end() :] if before else found[1]
        if not 1 < len(name) <= _LONGEST_NAME or not is_person(found[2], listed=True):
            continue
        told = _IS.match(text, found.end())
        says = _SAYS.match(text, told.end() if told else found.end())
        yield Sighting(name, told[1] if told else "", speaks=says is not None, sure=True)
