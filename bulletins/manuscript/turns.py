"""Labels before what somebody says in minutes and verbatim records: "Petra Lund: …", "LUND (Weir Office): …"."""

import re
from collections import Counter
from collections.abc import Container, Iterable, Sequence

from bulletins.document import LanguageCode
from bulletins.manuscript import initials
from bulletins.manuscript.blocks import Block, text_of
from bulletins.manuscript.han_names import is_name, is_word
from bulletins.manuscript.latin_names import NOT_NAMES, is_person, without_honorific
from bulletins.manuscript.vocabulary import HAN_POST, POSTS
from forum.scripts import is_han
from speakers.names import fold

_LABEL = re.compile(
    r"(?P<list>(?:>{1,2}|[-*•–—])?\s*)(?:(?:[QA]|Question|Answer|问|答)\s*[.:：]?\s*[(（])?"
    r"(?P<label>[^:：\n。！？!?；;|“”\"]{1,80}?)[)）]?\s*[:：](?!//|\d)\s*(?=\S)"
)
# Verbatim records of parliaments end their labels with a stop: "Mr. Lund. The meeting will come to order."
_STOPPED = re.compile(
    r"(?P<label>(?:Mr|Mrs|Ms|Dr|Senator|Chairman|Chairwoman)\.? [A-Z][\w’'-]+(?: [A-Z][\w’'-]+){0,2})\.\s+(?=[A-Z“])"
)
# Minutes put a dash behind whoever is called by a post: "Supervisor Lund – Can we go on?"
DASHED = re.compile(
    r"(?P<label>(?:Supervisor|Council(?:man|woman|lor|or|member)|Cllr\.?|Mayor|Attorney|Clerk|Chair(?:man|woman|person)?|"
    r"President|Secretary|Treasurer|Trustee|Commissioner|Senator|Mr\.?|Mrs\.?|Ms\.?|Dr\.?|Prof\.?|Professor)"
    r" (?P<name>[A-Z][\w’'.-]+(?: [A-Z][\w’'.-]+){0,2}))\s?[–—-]{1,2}\s?(?=[A-Z“\"])"
)
# A line of a text without empty lines that begins a speech: a name of two words, or one in capitals, and a colon.
LABELLED = re.compile(
    r"(?:[A-Z][\w.’'-]+(?: [A-Z][\w.’'-]*){1,3}|[A-Z]{3,20}|Q|A|[\u4e00-\u9fff]{2,8})"
    r"(?: ?[(（][^()（）]{2,60}[)）])?[:：]\s"
)
_HAN_POST = re.compile(HAN_POST)
_FEWEST_TURNS = 2
# 云岭县林业局局长　令狐野：…
_POST_BEFORE = re.compile(r"[^，,]{2,60}[\s\u3000]+([\u4e00-\u9fff]{2,4})")
_BRACKET = re.compile(r"\s*[(（\[][^()（）\[\]]{1,70}[)）\]]\s*")
_CREDITED = re.compile(r"\s*,\s.{3,}")
# What opens a line and is followed by a colon without being anybody.
_NO_LABELS = frozenset(
    """
    note notes question questions answer answers action actions decision decisions agenda date time venue place location
    topic topics summary resolution resolved background conclusion conclusions introduction present regrets absent
    attendees participants scribe chair moderator host session title subject from to cc re source sources
    example examples
    abstract keywords key next overview context q a via photo photos caption image figure table step update updates edit
    warning important tip todo fixme website email tel phone fax address link links url references reference remember
    meanwhile however therefore finally firstly secondly thirdly today tomorrow yesterday motion vote votes seconded
    issue issues pros cons option options goal goals objective objectives outcome outcomes recommendation
    recommendations speaker speakers panel panelists panellists all group audience everyone organizer organizers minutes
    proposal result results discussion comments comment feedback follow-up status priority owner deadline
    nb ps ai ar faq tbd tba eta url uri pr prs id ids url fyi aob utc gmt am pm http https doi isbn issn api faqs wg
    ayes nays noes aye nay abstain abstentions yes no
    """.split()  # noqa: SIM905 (a list of ninety strings is not read)
)


def label_of(text: str, language: LanguageCode) -> tuple[str, int, int] | None:
    """Give the name in the label that opens a text and where it stands; None where none does."""
    if language == "en" and (dashed := DASHED.match(text)):
        return dashed["name"], *dashed.span("label")
    found = (_STOPPED.match(text) if language == "en" else None) or _LABEL.match(text)
    if found is None:
        return None
    start, end = found.span("label")
    if sum(map(text[start:end].count, "(（")) > sum(map(text[start:end].count, ")）")):
        end += text[end : end + 1] in {")", "）"}  # the bracket behind a name is of its label
    label = text[start:end].rstrip()
    bare = _BRACKET.sub("", label).strip() if "(" in label or "（" in label else label
    comma = _CREDITED.search(bare)
    name = bare[: comma.start()] if comma else bare
    if language == "zh" and (post := _POST_BEFORE.fullmatch(name)) and not is_word(post[1]):
        name = post[1]
    return (name.strip(), start, start + len(label)) if _may_be_name(name.strip(), language) else None


def label_end(text: str) -> int:
    """Give where a label with its colon ends."""
    found = _LABEL.match(text)
    return found.end() if found else 0


def _may_be_name(name: str, language: LanguageCode) -> bool:
    if language == "zh" and is_han(name):
        return is_name("".join(name.split()))
    bare, honorific = without_honorific(name)
    if is_person(bare):
        return True
    words = bare.split()
    if not words or len(words) > 3 or any(not word[:1].isupper() for word in words):
        return False
    letters = all(
        word.replace("-", "").replace("’", "").replace("'", "").replace(".", "").isalpha() for word in words
    )
    plain = [word.lower().rstrip(".") for word in words]
    known = any(word in _NO_LABELS or word in NOT_NAMES or POSTS.fullmatch(word) for word in plain)
    return letters and not known and (len(words) == 1 or bool(honorific))


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
    dashed = [one["name"] for block in blocks if (one := DASHED.match(text_of(block.runs).strip()))]
    sure = frozenset(dashed if len(dashed) > _FEWEST_TURNS else ())
    seen: Counter[str] = Counter()
    credited: set[str] = set()
    for block in blocks:
        found = label_of(text_of(block.runs).strip(), language) if block.kind == "paragraph" else None
        if found:
            seen[found[0]] += 1
            if is_han(found[0]) and _HAN_POST.search(text_of(block.runs).strip()[found[1] : found[2]]):
                credited.add(found[0])
    turns = sum(seen.values())
    in_capitals = sum(name.isupper() for name in seen)
    return frozenset(
        name
        for name, times in seen.items()
        if _is_speaker(name, times, turns, in_capitals=in_capitals)
        or name in sure | credited
        or name in short
        or meant(name, known)
    )


def _is_speaker(name: str, times: int, turns: int, *, in_capitals: int) -> bool:
    if is_han(name):
        return not is_word(name) or times > 2
    if is_person(without_honorific(name)[0]):
        return True
    if without_honorific(name)[1] and turns > _FEWEST_TURNS:
        return True
    return (times > 1 and turns > 3) or (name.isupper() and len(name) > 1 and in_capitals > 2)


def meant(label: str, people: Iterable[str]) -> str | None:
    """Give whom a label means by a part of the name: "HAASS", "Aaron B", "Graeme"; None where two may be meant."""
    wanted = fold(without_honorific(label)[0]).split()
    names = [name for name in people if " " in name]
    found = {name for name in names if _fits(wanted, fold(name).split())}
    return found.pop() if len(found) == 1 else initials.meant(label, names) if not found else None


def _fits(wanted: list[str], words: list[str]) -> bool:
    initials = {word[0] for word in words}
    whole = [word for word in wanted if word in words]
    return bool(whole) and all(word in whole or (len(word) == 1 and word in initials) for word in wanted)
