"""Labels before what somebody says in minutes and verbatim records: "Petra Lund: …", "LUND (Weir Office): …"."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from bulletins.document import LanguageCode
from bulletins.manuscript import bar_labels, names_around_posts
from bulletins.manuscript.blocks import Block, ends_sentence, text_of
from bulletins.manuscript.common_words import is_common, is_town, may_be_given_name
from bulletins.manuscript.han_names import (
    begins_with_surname,
    is_name,
    is_only_word,
    may_be_called,
)
from bulletins.manuscript.label_bearers import is_post, is_surname_and_post
from bulletins.manuscript.label_forms import LABEL, STOPPED, with_post_or_dash
from bulletins.manuscript.latin_names import (
    INITIALLED,
    LONGEST_NAME,
    NOT_NAMES,
    PARTICLES,
    is_person,
    without_honorific,
)
from bulletins.manuscript.nameless_labels import FIRST_PERSON, is_other_label
from bulletins.manuscript.vocabulary import HAN_POST, POSTS, SPEAKING_VERBS
from forum.scripts import is_han
from speakers.name_parts import HAN_POLITE
from speakers.names import fold

_IN_CAPITALS = r"[A-Z][A-Z’'-]{1,19}"
_JOINT = re.compile(rf"({_IN_CAPITALS})(?:\s?(?:,|&|/|\band\b)\s?{_IN_CAPITALS}){{1,3}}")
_TITLE = re.compile(r"(?:Mr|Mrs|Ms|Miss|Mx|Dr)\.?", re.IGNORECASE)
HANDLE = re.compile(r"[a-z][a-z0-9_-]{1,15}")
_LABEL_END = re.compile(r"[:：]")
_LONGEST_POST = 120
SAYS_SOMETHING = re.compile(
    r"[.!?”\"]\s*$|\b(?:is|are|was|were|be|been|will|would|should|shall|can|could|may|might|must|has|have|had|do|does|did|to|"
    r"not|no|yes|agrees?|thanks?|please|need|needs|[a-z]{2,}ed|[a-z]{2,}ing)\b"
)
_SIDES = frozenset("左右上下前后图表注按附记问答")  # of a picture, and the like
ANSWERS = frozenset({"A", "答"})  # somebody's, where a text tells who answers
_TITLE_BEHIND = re.compile(
    rf"([\u4e00-\u9fff]{{2,4}}?)(?:{HAN_POST}|老师|同志|同学|先生|女士)"
)  # 令狐野校长：…
_ASKS = frozenset("问答说道")  # 令狐野问：
_FEWEST_TURNS = 2
_WITH_FAMILY_NAME = 2  # words of a name
# 云岭县林业局局长　令狐野：…
_POST_BEFORE = re.compile(r"[^，,]{2,60}[\s\u3000]+([\u4e00-\u9fff]{2,4})")
# 令狐野　云岭县林业局局长：…
_POST_BEHIND = re.compile(
    rf"(?!(?:{HAN_POST}))([\u4e00-\u9fff]{{2,4}}|[\u4e00-\u9fff]{{1,6}}(?:·[\u4e00-\u9fff]{{1,6}}){{1,2}})"
    rf"[\s\u3000]+[^，,]{{2,60}}(?:{HAN_POST})"
)
_ENDS_WITH_POST = re.compile(rf"(?:{HAN_POST}|主持人|主持|记者|嘉宾|主讲人|点评人|与谈人)$")
_TITLE_AT_END = re.compile(r"(?:副?教授|副?研究员|院士|博士|先生|女士|老师)$")
_MEMBER_AT_END = re.compile(r"(?:[议議][员員]|委[员員])$")  # 市议会主席令狐野议员：…
# 主持人（令狐野）：…
_POST_AND_NAME = re.compile(
    r"(?:主持人?|記者|记者|嘉宾|嘉賓|主讲人|主講人|点评人|與談人|与谈人|提问者?|提問者?)\s*"
    rf"[（(](?:(?P<post>[^（）()，：]{{0,40}}?(?:{HAN_POST}))[\s\u3000]?)?(?P<name>[\u4e00-\u9fff]{{2,4}})[）)]"
)
_BRACKET = re.compile(r"\s*[(（\[][^()（）\[\]]{1,70}[)）\]]\s*")
_AT_TIME = re.compile(r"\s*[(（]\d{1,2}[:：]\d{2} ?[apAP]\.?[mM]\.?[)）]?$")
_CLOCK = re.compile(r"\d{1,2}[:：]\d{2}(?:[:：]\d{2})?")  # when somebody began to speak
# "(interpretation from Arabic)", "(spoke in French)", （以法语发言）: in what language somebody speaks is no post.
_IN_LANGUAGE = re.compile(
    r"\s*[(（](?:(?:interpretation from|spoke in|spoken in|translated from|in) [A-Z][a-z]+|以[^（）()]{1,6}语发言)[)）]"
)
# 普希金（芦汀大学教授）：…: a post in the bracket makes a name of what no surname begins.
TOLD = re.compile(
    rf"[\u4e00-\u9fff·]{{2,8}}[（(][^（）()]{{0,60}}(?:{HAN_POST})[)）]"
    # 普希金先生（北境）（以法语发言）：…
    r"|(?P<guest>[\u4e00-\u9fff·]{2,12}?)(?:先生|女士|夫人|爵士)(?:[（(][^（）()]{1,40}[)）]){1,2}"
)
_CREDITED = re.compile(rf"\s*,\s.{{3,}}|\s[–—-]\s(?:on|about)\s.{{3,}}|，.{{2,}}(?:{HAN_POST})$")
# What somebody does in a label: “Ada Berg, Dean of Rain, said:”, “made two points:”, “had a warning:”.
_SAYS = re.compile(
    rf",\s(?:[a-z]+ly |also |then )?(?:{SPEAKING_VERBS}|made|has|had|gave|gives|offer(?:s|ed)|end(?:s|ed)|began|begins|"
    r"open(?:s|ed)|close(?:s|d)|put|puts|brought|brings|left|leaves)\b"
)
# So it does without a comma: "Ada Berg (Weir Office) said:".
_SAYS_AT_END = re.compile(rf"(?<=[\w.)])\s(?:[a-z]+ly |also |then )?(?:{SPEAKING_VERBS})(?: that)?$")
# What opens a line and is followed by a colon without being anybody.
NO_LABELS = frozenset(
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
    ayes nays noes aye nay abstain abstentions yes no name names contact when who what why how
    """.split()  # noqa: SIM905 (a list of ninety strings is not read)
)


@lru_cache(maxsize=8192)  # who speaks, whose turn it is and what is no list are asked in turn
def label_of(text: str, language: LanguageCode) -> tuple[str, int, int] | None:
    """Give the name in the label that opens a text and where it stands; None where none does."""
    if language == "en" and (dashed := with_post_or_dash(text)):
        return dashed
    found = (STOPPED.match(text) if language == "en" else None) or LABEL.match(text)
    if found is None:
        return None
    start, end = found.span("label")
    if sum(map(text[start:end].count, "(（[")) > sum(map(text[start:end].count, ")）]")):
        end += text[end : end + 1] in {")", "）", "]"}  # the bracket behind a name is of its label
    label = _SAYS_AT_END.sub("", _SAYS.split(text[start:end])[0].rstrip())
    divided = bar_labels.divided(label) if bar_labels.has_bar(label) else None
    name = divided[0] if divided else _name_of(label, language)
    if is_person(text[found.end() : found.end() + LONGEST_NAME].strip(" .")):
        return None  # "Chair: Petra Lund"
    if language == "en" and _is_post(text[found.end() :]):
        return None  # "Petra: Head of the Weir Office"
    joint = _JOINT.fullmatch(label)
    if joint and not POSTS.search(label):  # "BERG, LUND: We thank all", not "BERG, CLERK"
        name, label = joint[1], joint[1]
    in_chair = is_post(name) and (ends_sentence(text) if is_han(name) else language == "en")
    may_be = divided is not None or _may_be_name(name, language) or in_chair or TOLD.fullmatch(label)
    return (name, start, start + len(label)) if may_be else None


def _is_post(text: str) -> bool:
    """Whether all that follows a label is what somebody is: then nothing is said there."""
    told = len(text) < _LONGEST_POST and POSTS.search(text) is not None
    return told and not SAYS_SOMETHING.search(text) and FIRST_PERSON.search(text) is None


def _name_of(label: str, language: LanguageCode) -> str:
    """Give the name in a label, without the credit behind it or the post before it."""
    if language == "zh" and (around := names_around_posts.whole(label)):
        return around[0]
    behind = _POST_BEHIND.fullmatch(label)
    if behind and ("·" in behind[1] or (is_name(behind[1]) and not is_only_word(behind[1]))):
        return behind[1]
    called = _POST_AND_NAME.fullmatch(label)
    if called and is_name(called["name"]):
        return called["name"]
    if (told := TOLD.fullmatch(label)) and told["guest"]:
        return told["guest"]
    bare = (
        _BRACKET.sub("" if language == "zh" else " ", label).strip()
        if any(bracket in label for bracket in "(（[")
        else label
    )
    comma = _CREDITED.search(bare)
    name = bare[: comma.start()] if comma else bare
    return _without_post(name) if language == "zh" else name


def joined_labels(text: str, end: int) -> Iterator[tuple[str, int, int]]:
    """Give those who are named in a label behind the first, which ends at `end`: "AB, EF: Yes"."""
    colon = _LABEL_END.search(text, end, end + LONGEST_NAME)
    for found in re.finditer(_IN_CAPITALS, text[end : colon.start()]) if colon else ():
        yield found.group(), end + found.start(), end + found.end()


def labels_in(blocks: Iterable[Block], language: LanguageCode) -> set[str]:
    """Give the labels that paragraphs begin with."""
    texts = (text_of(block.runs).strip() for block in blocks if block.kind == "paragraph")
    return {label[0] for text in texts if (label := label_of(text, language))}


def opening_speeches(blocks: Sequence[Block], language: LanguageCode) -> frozenset[int]:
    """Give the places of speeches, however short: their labels come again and again, or a title opens an "I"."""
    labels = [
        label_of(text_of(block.runs).strip(), language) if block.kind == "paragraph" else None
        for block in blocks
    ]
    times = Counter(fold(label[0]) for label in labels if label)
    return frozenset(
        place
        for place, label in enumerate(labels)
        if label
        and (
            times[fold(label[0])] > _FEWEST_TURNS
            or (without_honorific(label[0])[1] and FIRST_PERSON.search(text_of(blocks[place].runs), label[2]))
        )
    )


_BETWEEN_BRACKETS = re.compile(r"\)\s*\(")


def credit_of_label(label: str, name: str) -> str:
    """Give what a label tells beside a name: the post before it, else what stands behind it."""
    label = _AT_TIME.sub("", _IN_LANGUAGE.sub("", label))
    if bar_labels.has_bar(label) and (divided := bar_labels.divided(label)):
        return divided[1]
    if (called := _POST_AND_NAME.fullmatch(label)) and called["name"] == name and called["post"]:
        return called["post"]  # 主持人（芦汀大学教授端木晴）
    if is_han(name) and name not in label and (around := names_around_posts.whole(label)):
        return around[1]
    if (told := TOLD.fullmatch(label)) and told["guest"]:
        return label[told.end("guest") :].replace("(", "（").partition("（")[2].rstrip("）)")
    if label.endswith(tuple(f"{bracket}{asks}" for bracket in "）)" for asks in _ASKS)):
        label = label[:-1]  # 端木晴（水务局）问：…
    before, _, after = label.partition(name)
    # "Ada Berg (Fenmark) (Rain Party)" has two brackets.
    before, after = (_BETWEEN_BRACKETS.sub(", ", part.strip(" \u3000,，()（）")) for part in (before, after))
    after = "" if after in _ASKS or _CLOCK.fullmatch(after) or HAN_POLITE.fullmatch(after) else after
    return before if before and after and is_han(name) else f"{before}{after}"


def _without_post(label: str) -> str:
    """Give the name of a label that tells a post before it: 云岭县林业局局长　令狐野, 主持人令狐野, 院长令狐野教授."""
    if member := _MEMBER_AT_END.search(label):
        bare = _without_post(label[: member.start()])
        if bare != label[: member.start()]:
            return bare
    if (title := _TITLE_AT_END.search(label)) and _ENDS_WITH_POST.search(label[: title.start() - 1]) is None:
        before = label[: title.start()]
        bare = _without_post(before)
        return bare if bare != before or (is_name(before) and not is_only_word(before)) else label
    if (post := _POST_BEFORE.fullmatch(label)) and not is_only_word(post[1]):
        return post[1]
    if (title := _TITLE_BEHIND.fullmatch(label)) and is_name(title[1]) and not is_only_word(title[1]):
        return title[1]
    if is_name(label):
        return _without_verb(label)
    places = range(len(label) - 4, len(label) - 1)
    named = (
        label[place:] for place in places if _ENDS_WITH_POST.search(label[:place]) and is_name(label[place:])
    )
    return next((_without_verb(name) for name in named if not is_only_word(name)), label)


def _without_verb(name: str) -> str:
    """Give a name without the verb behind it: 记者江川问：…."""
    return name[:-1] if name[-1] in _ASKS and is_name(name[:-1]) else name


def _may_be_han_name(closed: str) -> bool:
    if begins_with_surname(closed) == len(closed):  # 王：…, 令狐：… in a talk of two
        return closed not in _SIDES
    return len(closed) > 1 and (is_name(closed) or may_be_called(closed) or is_surname_and_post(closed))


def _may_be_name(name: str, language: LanguageCode) -> bool:
    if name in ANSWERS:
        return True
    if language == "zh" and is_han(name):
        return _may_be_han_name("".join(name.split()))
    bare, honorific = without_honorific(name)
    if is_person(bare):
        return True
    if HANDLE.fullmatch(name):
        return name not in NO_LABELS and not is_common(name)
    words = bare.split()
    if not words or len(words) > 3 or any(not word[:1].isupper() and word not in PARTICLES for word in words):
        return False
    letters = all(
        word.replace("-", "").replace("’", "").replace("'", "").replace(".", "").isalpha() for word in words
    )
    plain = [word.lower().rstrip(".") for word in words]
    # "AI" and "BE" may be somebody's, and so may any word behind a title: "Mrs Cross".
    somebodys = (len(words) == 1 and re.fullmatch(r"[A-Z]{2,4}", bare)) or _TITLE.fullmatch(honorific)
    known = any(
        word in NO_LABELS or (word in NOT_NAMES and not somebodys) or POSTS.fullmatch(word) for word in plain
    )
    if INITIALLED.fullmatch(bare):
        return plain[-1] not in NO_LABELS and POSTS.fullmatch(plain[-1]) is None  # "P. Teal: …"
    return letters and ((not known and (len(words) == 1 or bool(honorific))) or _is_called_by_word(words))


def _is_called_by_word(words: list[str]) -> bool:
    """Whether a word is somebody's family name as the given name shows: "Bryan Call: …"; how often, others ask."""
    return (
        len(words) == _WITH_FAMILY_NAME
        and may_be_given_name(words[0])
        and not is_common(words[0])
        and not is_town(words[0])
        and words[1].lower() not in NO_LABELS
        and POSTS.fullmatch(words[1]) is None
    )


def is_verbatim(blocks: Sequence[Block], turns: frozenset[str], language: LanguageCode) -> bool:
    """Whether a text is what was said, word for word: at least half of its speeches say "I", "we" or "you"."""
    texts = [text_of(block.runs).strip() for block in blocks if block.kind == "paragraph"]
    spoken = [
        text
        for text in texts
        if ((label := label_of(text, language)) and label[0] in turns) or (turns and is_other_label(text))
    ]
    return len(spoken) > _FEWEST_TURNS and 2 * sum(
        FIRST_PERSON.search(text) is not None or text.endswith(("?", "？")) for text in spoken
    ) >= len(spoken)
