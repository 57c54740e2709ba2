"""Which labels before what is said are people: those of two words, and such of one as come again and again."""

import re
from collections import Counter, defaultdict
from collections.abc import Container, Iterable, Sequence

from bulletins.document import LanguageCode
from bulletins.manuscript import bar_labels
from bulletins.manuscript.blocks import Block, ends_sentence, text_of
from bulletins.manuscript.common_words import is_common, may_be_given_name
from bulletins.manuscript.han_names import is_name, is_only_word, reads_as_words
from bulletins.manuscript.label_bearers import is_post, meant
from bulletins.manuscript.label_forms import DASHED, INITIALS_AND_DASH, NAME_AND_DASH
from bulletins.manuscript.latin_names import NOT_NAMES, is_person, without_honorific
from bulletins.manuscript.nameless_labels import FIRST_PERSON
from bulletins.manuscript.turns import ANSWERS, HANDLE, TOLD, label_of
from bulletins.manuscript.vocabulary import HAN_POST
from forum.scripts import is_han
from speakers.names import fold

_TWO_WORDS = re.compile(r"([A-Z][\w’'-]+)\s(?=([A-Z][\w’'-]*))")
_ATTENDING = re.compile(
    r"(?m)^(?:Attendees|Attending|Present|Participants)\b[^:\n]{0,30}:\s*"
    rf"(?P<handles>{HANDLE.pattern}(?:,\s*{HANDLE.pattern}){{1,30}})\.?\s*$"
)
_FEWEST_OF_HANDLE = 3
_FEWEST_OF_RECORD = 3
_HAN_POST = re.compile(HAN_POST)
_I = re.compile("我(?![们們国國市省县縣校院局区區厂厰所党黨军軍方家州镇鎮村])")
_FEWEST_TURNS = 2


def speakers_of(
    blocks: Sequence[Block],
    language: LanguageCode,
    people: Iterable[str] = (),
    short: Container[str] = frozenset(),
) -> frozenset[str]:
    """Give the names that label speeches: names of two words, and such of one as come again and again.

    A part of the name of one of the known `people` needs to come but once, and so do initials that are explained.
    """
    known = list(people)
    # 田野：…, "Jakub: …", of whom a list tells by that name alone.
    listed = {name for name in known if is_han(name) or " " not in name}
    dashed = [
        one["name"] for block in blocks if (one := DASHED.match(text_of(block.runs).strip())) and one["name"]
    ]
    sure = frozenset(dashed if len(dashed) > _FEWEST_TURNS else ())
    texts = [text_of(block.runs).strip() for block in blocks if block.kind == "paragraph"]
    behind_names = _before_dashes(texts, known)
    labels = [
        (text, found)
        for text in texts
        if (found := label_of(text, language))
        and not _is_unknown_chair(found[0], short)
        and (not INITIALS_AND_DASH.match(text) or found[0] in short or meant(found[0], known))
        and (DASHED.match(text) or not NAME_AND_DASH.match(text) or found[0] in behind_names)
    ]
    if (
        language == "zh"
        and len(labels) < _FEWEST_OF_RECORD
        and not any(ends_sentence(text) for text, _ in labels)
    ):
        return frozenset()  # headlines: 令狐野：水库要修
    seen = Counter(found[0] for _, found in labels)
    credited = {
        found[0]
        for text, found in labels
        if bar_labels.has_bar(text[found[1] : found[2]])
        or (is_han(found[0]) and _tells_more(text, *found[1:]))
    }
    turns = sum(seen.values())
    times: Counter[str] = Counter()
    for name, count in seen.items():
        times[fold(name)] += count
    sure |= _in_first_person(blocks, language) | _handles_present(texts) | _told_by_others(seen)
    in_record = sum(is_han(name) and not reads_as_words(name) for name in seen) >= _FEWEST_OF_RECORD
    in_capitals = sum(name.isupper() for name in seen)
    in_capitals += turns > _FEWEST_TURNS and in_capitals == len(seen)  # of two who alone speak
    speakers = {
        name
        for name in seen
        if _is_speaker(name, times[fold(name)], turns, in_capitals=in_capitals, in_record=in_record)
        or name in sure | credited
        or name in short
        or name in listed
        or meant(name, known)
    }
    # "ada: …" is Ada, whom another label calls so; and where most of a record has labels, one that comes once is one.
    folded = {fold(name) for name in speakers}
    if language == "en" and sum(times[name] for name in folded) >= _FEWEST_OF_RECORD:
        folded |= {fold(name) for name in seen if " " not in name and _is_no_word(name)}
        if any(map(HANDLE.fullmatch, speakers)):  # who calls himself so is one of several
            folded |= {fold(name) for name in seen if HANDLE.fullmatch(name)}
    return frozenset(name for name in seen if fold(name) in folded)


def _before_dashes(texts: Iterable[str], known: Container[str]) -> frozenset[str]:
    """Give the names before dashes that open speeches: of those who were there, and of others beside several such."""
    names = frozenset(found["label"] for text in texts if (found := NAME_AND_DASH.match(text)))
    there = frozenset(name for name in names if name in known)
    return names if len(there) >= _FEWEST_TURNS else there


def _told_by_others(seen: Counter[str]) -> set[str]:
    """Give the labels that are somebody's by what other labels there are: several first names, handles again and again.

    "Sean: Asked who pays.", "ada: …" among other labels.
    """
    called = {name for name in seen if " " not in name and may_be_given_name(name)}
    handles = {name for name, count in seen.items() if count > 1 and HANDLE.fullmatch(name)}
    return (called if len(called) > 1 else set()) | (
        handles if seen.total() >= 2 * _FEWEST_OF_RECORD else set()
    )


def _is_unknown_chair(name: str, short: Container[str]) -> bool:
    """Whether a Chinese label is a post of whose holder nothing is told: 主持人：…; 主席 is heard as such."""
    return is_han(name) and is_post(name) and not name.endswith("主席") and name not in short


def _tells_more(text: str, start: int, end: int) -> bool:
    """Whether a Chinese label tells a post, or an "I" follows it."""
    label = text[start:end]
    return (_HAN_POST.search(label) or TOLD.fullmatch(label) or _I.search(text, end)) is not None


def _handles_present(texts: Iterable[str]) -> frozenset[str]:
    """Give the handles that a list of who was there names: "Attendees: wolf_tune, msiep, mray"."""
    rows = (row["handles"] for text in texts for row in _ATTENDING.finditer(text))
    return frozenset(one for row in rows for one in re.split(r",\s*", row) if not is_common(one))


def _is_no_word(name: str) -> bool:
    """Whether a label of one word is rather somebody than a thing: "WuYi", "Florian", not "Motion"."""
    return name[:1].isupper() and not name.isupper() and not is_common(name)


def _in_first_person(blocks: Sequence[Block], language: LanguageCode) -> frozenset[str]:
    """Give those who say "I" or "we" behind a title or a post, or a family name that stands in full elsewhere.

    "Mr Lund (Norland): We agree.", "Lund: I agree." of the Ivo Lund who is introduced above.
    """
    texts = [text_of(block.runs).strip() for block in blocks if block.kind == "paragraph"]
    labels = [(text, label) for text in texts if language == "en" and (label := label_of(text, language))]
    named = _named_in_full(texts) if labels else {}
    return frozenset(
        label[0]
        for text, label in labels
        if (
            without_honorific(label[0])[1]
            or text[label[1] : label[2]] != label[0]
            or is_post(label[0])
            or (
                label[0][1:].islower()
                and len(full := named.get(label[0], ())) == 1
                and all(map(is_person, full))
            )
        )
        and FIRST_PERSON.search(text, label[2])
    )


def _named_in_full(texts: Iterable[str]) -> dict[str, set[str]]:
    """Give the words with a capital before which another stands, each with all such pairs: Ivo Lund by Lund."""
    named: dict[str, set[str]] = defaultdict(set)
    for text in texts:
        for found in _TWO_WORDS.finditer(text):
            named[found[2]].add(f"{found[1]} {found[2]}")
    return named


def _is_speaker(name: str, times: int, turns: int, *, in_capitals: int, in_record: bool) -> bool:
    if name in ANSWERS or is_post(name) or name.lower() in NOT_NAMES:
        return False
    if HANDLE.fullmatch(name):
        return times >= _FEWEST_OF_HANDLE and turns >= 2 * _FEWEST_OF_HANDLE
    if is_han(name) and not is_name("".join(name.split())):
        return times > 1 and turns > times
    if is_han(name):
        return not (is_only_word(name) or (reads_as_words(name) and not in_record)) or times > 2
    if is_person(without_honorific(name)[0]):
        return True
    if without_honorific(name)[1] and turns > _FEWEST_TURNS:
        return True
    return (times > 1 and turns > 3) or (name.isupper() and len(name) > 1 and in_capitals > 2)
