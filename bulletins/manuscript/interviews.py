"""Questions and answers: whose the answers are, where a head tells of one person who gives them."""

import re
from collections.abc import Iterable, Sequence

from bulletins.document import LanguageCode
from bulletins.manuscript.credits_en import units_of
from bulletins.manuscript.sightings_zh import places

ANSWERS: dict[LanguageCode, str] = {"en": "A", "zh": "答"}
_ANSWER = re.compile(r"\s*(?:A|Answer|答)\s*[:：]")
_QUESTION = re.compile(r"\s*(?:Q|Question|问|問)\s*[:：]")
_LEAST = 2
_LONGEST_HEAD = 4  # paragraphs in which somebody is introduced
_GIVES = re.compile(
    r"press conference|interview|briefing|spoke (?:to|with)|talked (?:to|with)|answered|questions"
    r"|记者会|采访|专访|访谈|答记者问|对话"
)


def answering(title: str, texts: Sequence[str], language: LanguageCode) -> dict[str, str]:
    """Give who answers, by the label before the answers; nobody where more than one may."""
    asked = [place for place, text in enumerate(texts) if _QUESTION.match(text)]
    answers = sum(_ANSWER.match(text) is not None for text in texts)
    if len(asked) < _LEAST or answers < _LEAST:
        return {}
    head = [title, *texts[: min(asked[0], _LONGEST_HEAD)]]
    if not any(map(_GIVES.search, head)):
        return {}
    people = set(_introduced(head, language))
    return {ANSWERS[language]: people.pop()} if len(people) == 1 else {}


def _introduced(texts: Iterable[str], language: LanguageCode) -> Iterable[str]:
    for text in texts:
        if language == "zh":
            yield from (place.sighting.name for place in places(text) if place.sighting.credit)
        else:
            yield from (unit.name.name for unit in units_of(text) if unit.credit and " " in unit.name.name)
