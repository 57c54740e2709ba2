"""Whether a text is a list of people and nothing else: body is never moved into the roster."""

import itertools
import re
from collections.abc import Iterable, Sequence

import msgspec

from bulletins.document import LanguageCode, RoleName, RosterEntry
from bulletins.manuscript.blocks import (
    Block,
    Run,
    Runs,
    cut,
    ends_sentence,
    line_of,
    lines,
    merged,
    stripped,
    text_of,
)
from bulletins.manuscript.comma_lists import people_in_row
from bulletins.manuscript.common_words import is_common
from bulletins.manuscript.han_names import is_name
from bulletins.manuscript.latin_names import is_person, without_honorific
from bulletins.manuscript.roster import NAME_HEAD, SAYS_HAN, People, read_people, unique
from bulletins.manuscript.vocabulary import POSTS, ROSTER, SPEAKING_VERBS, role_in
from forum.scripts import simplified

_OPENING = 40  # letters by which a piece of a text is found again
# Where a "credit" says something, a sentence was taken for a list of people.
_SAYS = re.compile(
    rf"(?:,|;|—|\band|\bwho|^)\s*(?:also |then |further )?(?:{SPEAKING_VERBS})\b(?!\s*of\b)"
    r"|\b(?:was|were)\s|[a-z]{3}\. (?:Mr|Ms|Mrs|Dr|Prof|The|He|She|They|It)\b"
)
# What opens a sentence about who came, and no credit: 会议由某局副局长….
_TELLS = re.compile(
    r"(?:会议|论坛|研讨会|座谈会|活动|沙龙|圆桌|讨论)\S{0,6}?由|召开|举行|月\d{1,2}日|(?:专家|嘉宾|领导|人员|代表|的)(?:还)?有[：:]?"
)
_HEADS = frozenset(
    [NAME_HEAD, "单位", "职务", "职称", "序号", "角色", "备注", "部门", "单位及职务", "嘉宾", "名单"]
)
# What others stand behind: an "and", or the label of another list.
_AND = re.compile(r"\s(?:and|&)\s|(?<=[a-z])\.\s[^.:]{2,40}:\s")
# What may lead up to people: "On the table: …; …".
_OTHER_LABEL = re.compile(r"[A-Z][^:;.,\n]{2,40}:\s(?=[^;]{5,120};)")
_GREETS = re.compile(r"您|[你大]家?们?好|各位|谢谢")  # a speech, be it full of names and posts
# 闭幕式由令狐野主持，端木晴致辞: news of what went on, and no list.
_TELLS_OF_A_MEETING = re.compile(
    r"[^，。；：、]{0,24}(?:式|会|会议|论坛|活动|讲座|沙龙|讨论|对话|环节|报告)由"
)
_SPEAKS = frozenset("说称问答道")
# A tab, or several spaces, before what somebody is.
_GAP = re.compile(r"([^\t,;:]{3,60}?)(?:\t| {2,}|\u3000)")
_NAME_AND_SIGN = re.compile(r"[^:.!?]{3,80}?(?::|\s[–—-])\s")
_FEWEST_SPACES_SAID = 2
# What a sentence has and a credit has not.
_SAID = re.compile(
    r"\b(?:I|we|you|he|she|it|they|there|is|are|was|were|be|been|has|have|had|do|does|did|will|would|can|could|should|"
    r"shall|must|may|might|not|needs?|takes?|pays?|wants?|thinks?|let|please|thanks?|yes|no)\b",
    re.IGNORECASE,
)
_SHORTEST, _MOST_WORDS_OF_NAME = 2, 4
_MOST_WORDS_OF_POST = 5
_POST_NEAR = re.compile(rf"(?:[A-Z][\w’-]+ ){{0,4}}?(?i:{POSTS.pattern})\b")
_LONGEST_NAME = 3  # letters, with a surname of one


def looks_like_roster(text: str, language: LanguageCode, *, note: bool = False) -> People | None:
    """Read a text as a list of people if it plainly is one: two in three pieces are persons with credits.

    One person is a list where a label says so, or in a footnote that tells a role.
    """
    label = ROSTER.match(simplified(text))
    if not re.search(r"[;；]", text) and label is None and role_in(text) is None:
        return None
    if not note and (_TELLS_OF_A_MEETING.match(text) or _GREETS.search(simplified(text))):
        return None
    people = _behind_other_label(text, language) if label is None else None
    people = people or read_people(text, language)
    if _says_something(people, language):
        return None
    if people.rest and not note and label is None:
        before = text.partition(people.rest[0][:_OPENING])[0]
        if not any(entry.name in before for entry in people.entries):
            return None  # what begins with something else than somebody is running text
    credited = [entry for entry in people.entries if entry.credit]
    alone = label or (note and role_in(text) and not people.rest)
    in_row = label is not None and bool(people_in_row(text[label.end() :]))
    if len(credited) < (1 if alone else 2) and not in_row:
        return None
    return people if len(credited) >= 2 * len(people.rest) else None


def _behind_other_label(text: str, language: LanguageCode) -> People | None:
    """Read nothing but people behind whatever leads up to them: "On the table: Ada Berg, baker; Ivo Lund, miller"."""
    label = _OTHER_LABEL.match(text) if language == "en" else None
    people = read_people(text[label.end() :], language) if label else People()
    return people if people.entries and not people.rest else None


def _says_something(people: People, language: LanguageCode) -> bool:
    """Whether what was read as credits says something or names others: body is never moved into the roster."""
    pattern = SAYS_HAN if language == "zh" else _SAYS
    if language == "zh" and any(_ends_with_verb(entry.name) for entry in people.entries):
        return True
    texts = [*(entry.credit for entry in people.entries), *people.rest]
    if any(map(_TELLS.search, texts)) if language == "zh" else any(map(names_another, people.entries)):
        return True
    return any(pattern.search(text) for text in texts)


def _ends_with_verb(name: str) -> bool:
    """Whether a name takes in the verb behind it: 郗明远说 of 教授郗明远说，好."""
    return len(name) > _LONGEST_NAME and name[-1] in _SPEAKS and is_name(name[:-1])


def names_another(entry: RosterEntry) -> bool:
    """Whether what was read as somebody's credit names others: "Ivo Lund and Eva Vik. In attendance: Omar Teal"."""
    parts = _AND.split(entry.credit)
    return len(parts) > 1 and any(is_person(without_honorific(part)[0]) for part in parts)


def label_apart(block: Block, language: LanguageCode) -> list[Block]:
    """Part the label of a list from the lines below it in one paragraph: "Participants:", "Ada Berg, Dean of Rain".

    Where somebody stands beside the label, only if those lines are people and nothing else.
    """
    own = lines(block.runs) if language == "en" and block.kind == "paragraph" and not block.cells else []
    label = ROSTER.match(text_of(own[0])) if len(own) > 1 else None
    if label is None:
        return [block]
    above, first = cut(own[0], label.end())
    below = [stripped(first), *own[1:]] if text_of(first).strip() else own[1:]
    rest = stripped(merged(itertools.chain.from_iterable((*runs, Run("\n")) for runs in below)))
    parts = [msgspec.structs.replace(block, runs=runs, marker="") for runs in (stripped(above), rest)]
    if len(below) == len(own) and len(list_after(parts, 0, language)[0].entries) < len(below):
        return [block]
    return parts


def as_line(block: Block) -> Block:
    """Give a heading that lists people, "Speakers: Ada Berg, Dean of Rain; …", as the paragraph that it is."""
    label = ROSTER.match(simplified(line_of(block))) if block.kind == "heading" else None
    listed = (
        label is not None and label[0].rstrip().endswith((":", "：")) and label.end() < len(line_of(block))
    )
    return msgspec.structs.replace(block, kind="paragraph", level=0) if listed else block


def list_after(blocks: Sequence[Block], start: int, language: LanguageCode) -> tuple[People, int]:
    """Read the list that follows a "Participants" heading: the people, and where the list ends."""
    entries: list[RosterEntry] = []
    rest: list[str] = []
    role: RoleName | None = role_in(line_of(blocks[start]))
    place = start + 1
    while place < len(blocks):
        block = blocks[place]
        people = _line_of_people(block, language, role)
        if people is None:
            break
        entries.extend(people.entries)
        rest.extend(people.rest)
        role = role if people.entries else role_in(line_of(block))
        place += 1
    return People(unique(entries), rest=tuple(rest)), place


def _line_of_people(block: Block, language: LanguageCode, role: RoleName | None) -> People | None:
    """Read one block of a list; a line like "Moderator:" has nobody and changes the role."""
    text = line_of(msgspec.structs.replace(block, marker=""))
    if block.kind != "paragraph" or not text or (language == "zh" and block.label == "person"):
        return None
    if (role_in(text) and text.endswith((":", "："))) or {NAME_HEAD} < set(text.split()) <= _HEADS:
        return People()
    listed = _rows(block, language)
    if language == "en" and any(map(_is_said, listed)):
        return None  # what is said below a list of people: "Ada Berg: The weir leaks."
    rows = "\n".join(listed)
    label, _, named = rows.partition(": ")  # "Onsite moderator: Ada Berg"
    if named and language == "en" and (own := role_in(label)) and ROSTER.match(rows) is None:
        role, rows = own, named
    people = read_people(rows, language, role)
    plain = len(people.entries) > len(people.rest)
    return people if plain and (block.marker or all(entry.credit for entry in people.entries)) else None


def _rows(block: Block, language: LanguageCode) -> list[str]:
    """Give the lines of a block, one for each person; the cells of a row, one a line, are one, as Chinese lines are."""
    if block.cells or language != "en":
        return [", ".join(map(text_of, lines(block.runs)))]
    own = [with_commas(runs) for runs in lines(block.runs)]
    rows: list[str] = []
    for line in own:
        # A name alone has what its bearer is in the line below.
        if rows and is_person(without_honorific(rows[-1])[0]) and not _begins_with_somebody(line):
            rows[-1] = f"{rows[-1]}, {line}"
        else:
            rows.append(line)
    return rows


def _is_said(line: str) -> bool:
    """Whether a line is a sentence that tells more than who somebody is: it has a verb and its stop."""
    label = _NAME_AND_SIGN.match(line)
    told = line[label.end() :] if label else line
    return ends_sentence(told) and told.count(" ") >= _FEWEST_SPACES_SAID and _SAID.search(told) is not None


def _begins_with_somebody(line: str) -> bool:
    name = re.split(r",|\s[–—-]\s|\s?[(:]", without_honorific(line)[0], maxsplit=1)[0]
    return is_person(name)


def with_commas(runs: Runs) -> str:
    """Give a line with a comma behind each name that bold letters, a tab, spaces or nothing part from the post."""
    bold = {run.text.strip() for run in runs if run.strong}
    return "; ".join(_with_comma(part.strip(), bold) for part in text_of(runs).split(";"))


def _with_comma(text: str, bold: Iterable[str]) -> str:
    gap = _GAP.match(text)
    marked = next((name for name in bold if name and text.startswith(name)), "")
    for name in (marked, gap[1] if gap else "", _name_before_post(text)):
        rest = text[len(name) :]
        if name and is_person(without_honorific(name)[0]) and re.match(r"\s+[^\s,:(–—-]", rest):
            return f"{name}, {rest.strip()}"
    return text


def _name_before_post(text: str) -> str:
    """Give the name of "Ada Berg Senior Director of Rain": two words or more before words of a post."""
    words = text.split(" ")
    for count in range(_SHORTEST, min(len(words), _MOST_WORDS_OF_NAME + 1)):
        name, behind = " ".join(words[:count]), " ".join(words[count : count + _MOST_WORDS_OF_POST])
        if (
            "," not in name
            and is_common(words[count].strip(","))
            and _POST_NEAR.match(behind)
            and is_person(name)
        ):
            return name
    return ""
