"""Who speaks in Chinese running text, with no list of people to go by.

芦汀市规划研究院副院长令狐野指出; 令狐野（规划研究院副院长）表示; 规划研究院令狐野教授认为; 由院长令狐野主持; 令狐野：….
A name is believed where a post, a title or a bracket stands by it and a verb, a stop or a list goes on from it.
"""

import re
from collections.abc import Iterator, Sequence

import msgspec
import rjieba

from bulletins.document import RoleName
from bulletins.language.letters import letters_before
from bulletins.manuscript import names_around_posts
from bulletins.manuscript.common_words import may_be_given_name
from bulletins.manuscript.credits_zh import (
    ENDS_WITH_POST,
    INSTITUTION,
    POST,
    TITLE,
    credit_before,
    joined_credit,
)
from bulletins.manuscript.glossed_names import glossed
from bulletins.manuscript.han_mentions import SAYS_AT_A_PLACE, SAYS_STRONGLY
from bulletins.manuscript.han_names import (
    begins_verb,
    begins_with_surname,
    candidates,
    ends_surely,
    is_name,
    is_only_word,
    is_tagged_as_name,
    reads_as_somebody,
    stands_whole,
    unspaced,
)
from bulletins.manuscript.lists_zh import listed
from bulletins.manuscript.name_places_zh import name_in_bold, names_at, starts
from bulletins.manuscript.roster import told_otherwise
from bulletins.manuscript.sighting_words_zh import (
    ACTS,
    ACTS_AT_ONCE,
    ADVERBS,
    APPOSITION,
    BRACKET,
    CHAIR,
    CHAIRED,
    CLAUSE,
    EACH,
    GOING_ON,
    HE_SAYS,
    IS_TOLD,
    JOINS,
    LATIN_HE_SAYS,
    LATIN_SAYS,
    MEMBER,
    MEMBERS_OF_A_BODY,
    OF_A_SPEECH,
    OF_MANY,
    PART,
    PLACE_END,
    SAID_BY,
    SAYS_AT_LENGTH,
    SAYS_CLOSE,
    SAYS_FAR,
    SAYS_FROM,
    SAYS_FROM_A_SIDE,
    SAYS_IN_A_MANNER,
    SAYS_LATER,
    SAYS_TITLED,
    SPEAKS_FOR,
    SPEAKS_FOR_A_BODY,
    SPEAKS_SOON,
    STOP,
    STOPS,
    THEN_SAYS,
    VERB,
    WELCOMES,
)
from bulletins.manuscript.sightings import Place, Sighting
from bulletins.manuscript.together_zh import sharing, together
from bulletins.manuscript.vocabulary import ROLES, role_in
from forum.scripts import is_han, simplified

_SPEAKS_BARE = (ACTS_AT_ONCE, SAYS_AT_A_PLACE, SAYS_AT_LENGTH, SPEAKS_FOR_A_BODY)
_SPEAKS_BEHIND = {
    "head": (*_SPEAKS_BARE, SAYS_LATER, SAYS_FROM_A_SIDE),
    "list": _SPEAKS_BARE,
    "institution": (SAYS_STRONGLY, SAYS_AT_A_PLACE),
}
_GOES_ON = (GOING_ON, ACTS, OF_A_SPEECH, SPEAKS_FOR_A_BODY)
_NEAR = 12  # letters that tell what stands before a name
type _Doubt = tuple[bool, bool, bool, int]  # what weighs most stands first


def sightings(text: str, bold: Sequence[tuple[int, int]] = ()) -> Iterator[Sighting]:
    """Give whom a Chinese paragraph names, with what it says of them. `bold` are its bold stretches."""
    text = unspaced(text)
    found = places(text, bold)
    for at, place in enumerate(found):
        following = found[at + 1].start if at + 1 < len(found) else len(text)
        yield _speaking_next(text, place, following)
    yield from listed(text)
    yield from names_around_posts.sightings(text)
    yield from glossed(text)


def _speaking_next(text: str, place: Place, following: int) -> Sighting:
    """Let somebody speak of whom a sentence tells alone, where the next has "he says": 院长令狐野来到水边。他说."""
    told = place.sighting
    says = HE_SAYS.search(text, place.after, following)
    alone = says is not None and not STOP.search(text, place.after, says.start())
    return msgspec.structs.replace(told, speaks=True) if alone else told


def places(text: str, bold: Sequence[tuple[int, int]] = ()) -> list[Place]:
    """Give the places of a text where it names somebody, in their order."""
    plain = simplified(text)
    if plain != text:
        return [_as_written(place, plain, text) for place in places(plain, bold)]
    found: dict[int, Place] = {}
    taken = 0
    last: Place | None = None
    ends = {name_in_bold(text, left, right): right for left, right in bold}
    for start, kind in starts(text, bold):
        if start < taken or start in found:
            continue
        place = _place(text, start, kind, taken, ends.get(start, 0)) or (
            sharing(text, start, last) if last else None
        )
        if place is not None:
            found[start] = last = place
            taken = place.after
    ordered = [found[start] for start in sorted(found)]
    return together(text, ordered)


def _as_written(place: Place, plain: str, text: str) -> Place:
    """Give a place that was found in simplified characters with its words as they stand."""
    credit = place.sighting.credit
    at = max(plain[: place.start].rfind(credit), plain.find(credit))
    words = text[at : at + len(credit)] if at >= 0 else credit
    name = (
        "".join(text[place.start : place.end].split()) if is_han(place.sighting.name) else place.sighting.name
    )
    return place._replace(sighting=msgspec.structs.replace(place.sighting, name=name, credit=words))


def _place(text: str, start: int, kind: str, floor: int, bold_end: int) -> Place | None:
    if text[start : start + 1] in "和与及同與" and ENDS_WITH_POST.search(letters_before(text, start, _NEAR)):
        return None  # 令狐野教授和端木晴处长
    best: tuple[_Doubt, Place] | None = None
    marked = text[start:bold_end]  # what is bold is all of the name: 王芳 of **王芳**主持
    whole = is_name(marked) and not is_only_word(marked)
    for name in [marked] if whole else names_at(text, start, kind):
        place = _read(text, start, start + len(name), kind, floor)
        if place is not None and (best is None or place[0] < best[0]):
            best = place
    return best[1] if best else None


def _read(text: str, start: int, end: int, kind: str, floor: int) -> tuple[_Doubt, Place] | None:
    """Read a candidate; give what makes its end unsure with its place, None where it is no name."""
    title = None if SPEAKS_FOR_A_BODY.match(text, end) else TITLE.match(text, end)
    after_title = title.end() if title and not _crossing(text, title.end()) else end
    bracket = BRACKET.match(text, after_title)
    if bracket and not _is_credit(bracket.group(1)):
        bracket = None
    bracket = bracket or APPOSITION.match(text, after_title)
    after = _past_space(text, bracket.end() if bracket else after_title, kind, start)
    fit = _fit(text, after, kind)
    if fit is None or (after == end and _ends_too_soon(text, start, end)):
        return None
    left = credit_before(text, start, floor)
    post = kind == "post" or ENDS_WITH_POST.search(left) is not None
    titled = after_title > end
    if not _believed(
        text, start, end, kind, post=post, titled=titled, bracket=bool(bracket), left=left, fit=fit
    ):
        return None
    part, told = _bracketed(bracket)
    credit = joined_credit(left, text[end:after_title].strip(), told, post=post)
    before = letters_before(text, start - len(left), _NEAR)
    chaired = CHAIRED.search(before) is not None or part.endswith(("主持", "主持人")) or credit == CHAIR
    credit = "" if credit == CHAIR else credit
    acts = ACTS.match(text, after) or OF_A_SPEECH.match(text, after)
    says = _says(text, after, fit, titled=titled) or (kind == "latin" and LATIN_SAYS.match(text, end))
    role: RoleName | None = "moderator" if chaired else role_in(acts.group()) if acts else None
    name = text[start:end] if kind == "latin" else "".join(text[start:end].split())
    sighting = Sighting(
        name,
        credit,
        role,
        speaks=bool(says or acts or chaired or SAID_BY.search(before)),
        sure=bool(credit)
        or kind in {"bold", "institution", "talk"}
        or (kind == "latin" and (may_be_given_name(name) or LATIN_HE_SAYS.match(text, end) is not None))
        or titled
        or (text[end - 1] not in ADVERBS and _plainly_says(text, start, after)),
        role_printed=_role_printed(acts.group()) if acts and not chaired else "",
    )
    runs_on = not (titled or bracket or fit == 1) and _runs_on(text, end, floor, start - len(left))
    # 庾长风致欢迎辞 has 庾长风, behind whom the verb stands at once.
    return (runs_on, not says, not (says or titled or bracket), fit), Place(start, end, after, sighting)


def _runs_on(text: str, end: int, floor: int, opening: int) -> bool:
    """Whether a name takes in what begins the verb behind it: 欧阳川还 of 欧阳川还表示.

    One alone does nothing 均, so that it ends the name of 令狐均.
    """
    last = text[end - 1]
    plural = last not in OF_MANY or _is_joined(text, floor, opening)
    return (last in ADVERBS and plural) or begins_verb(text, end - 1)


def _is_joined(text: str, before: int, start: int) -> bool:
    """Whether somebody who is named right before goes together with whom is named here."""
    return text[before:start].strip() in JOINS


def _says(text: str, after: int, fit: int, *, titled: bool) -> bool:
    """Whether what follows a name says something: right behind it, or after a stop."""
    near = SAYS_TITLED if titled else SAYS_CLOSE
    patterns = (near, SAYS_FROM, THEN_SAYS, SAYS_IN_A_MANNER, SAYS_LATER, SAYS_AT_LENGTH)
    if any(pattern.match(text, after) for pattern in patterns):
        return True
    return fit == 1 and SAYS_FAR.match(text, after) is not None


def _plainly_says(text: str, start: int, end: int) -> bool:
    """Whether what reads as a name says something by a verb that nobody but a person does."""
    forms = (SAYS_STRONGLY, SAYS_IN_A_MANNER, SAYS_LATER, SAYS_AT_LENGTH, SAYS_AT_A_PLACE)
    says = next((found for form in forms if (found := form.match(text, end))), None)
    return says is not None and reads_as_somebody(text, start, end)


def _bracketed(bracket: re.Match[str] | None) -> tuple[str, str]:
    """Give what a bracket behind a name tells: a part in the meeting, or a post."""
    text = bracket.group(1).strip() if bracket else ""
    return (text, "") if PART.fullmatch(text) else ("", text)


def _role_printed(acts: str) -> str:
    """Give the words that tell the role as they stand there, if they are not the usual ones: 作主题报告."""
    for role, pattern in ROLES:
        if found := pattern.search(acts):
            each = next((word for word in EACH if acts[: found.start()].endswith(word)), "")
            return told_otherwise("zh", role, f"{each}{found.group()}")
    return ""


def _crossing(text: str, end: int) -> bool:
    """Whether a title runs on into a longer word: 委员 in 委员会, 代表 in 代表团."""
    return text[end : end + 1] in {"会", "团", "會", "團", "组", "組", "们"}


def _past_space(text: str, place: int, kind: str, start: int) -> int:
    """Give where a verb may stand behind a name that spaces set apart: "Petra Lund 认为", 局长 令狐野 说."""
    if kind == "post" and text[place : place + 1].isspace() and text[start - 1 : start].isspace():
        return place + 1
    spaced = kind == "latin" and text[place : place + 1].isspace()
    goes_on = spaced and (LATIN_SAYS.match(text, place) or IS_TOLD.match(text, place + 1))
    return place + 1 if goes_on else place


def _fit(text: str, after: int, kind: str) -> int | None:
    """Tell how a text goes on from a name: with a verb (0), a stop (1), a word that leads to a verb (2); else None."""
    if any(one.match(text, after) for one in (VERB, THEN_SAYS, SAYS_IN_A_MANNER)):
        return 0
    if STOPS.match(text, after):
        return 1
    leads = (
        *_GOES_ON,
        SAYS_LATER,
        SAYS_AT_LENGTH,
        *((SAYS_FROM,) if kind == "talk" else ()),
        *((LATIN_SAYS,) if kind == "latin" else ()),
    )
    told = kind in {"post", "latin"} and (SPEAKS_SOON.match(text, after) or IS_TOLD.match(text, after))
    told = told or (kind == "latin" and SAYS_CLOSE.match(text, after))
    return 2 if told or any(one.match(text, after) for one in leads) else None


def _ends_too_soon(text: str, start: int, end: int) -> bool:
    """Whether nothing right behind a name tells that it ends there, and the words around it do not, either."""
    near = (VERB, THEN_SAYS, SAYS_IN_A_MANNER, STOPS, *_GOES_ON, SPEAKS_SOON, IS_TOLD)
    later = SAYS_LATER.match(text, end) is not None and not any(one.match(text, end) for one in near)
    return later and not ends_surely(text, start, end)


def _believed(  # noqa: PLR0913 (what stands around a name, each a witness)
    text: str,
    start: int,
    end: int,
    kind: str,
    *,
    post: bool,
    titled: bool,
    bracket: bool,
    left: str,
    fit: int,
) -> bool:
    name = text[start:end]
    if kind in {"latin", "bold"}:
        return kind == "bold" or post or titled or bracket or LATIN_SAYS.match(text, end) is not None
    # Between a post and a title stands a name: 总领事乔红女士.
    between = post and titled and is_tagged_as_name(name)
    word = is_only_word(name) and not between and not ((post or titled) and _is_person_too(text, name, end))
    if post:
        said = fit == 0 or SAYS_AT_A_PLACE.match(text, end) is not None
        named = fit == 2 and is_tagged_as_name(name)  # 院长高翔出席
        # 市长庾长风致欢迎辞: 风致 is a word, too.
        welcomes = is_name(name) and WELCOMES.match(text, end) is not None
        return welcomes or ((not word or said or named) and stands_whole(text, start, end, after_post=True))
    if kind == "foreign":
        return titled
    if titled:
        return _is_titled(text, start, end, left, word=word)
    if bracket:
        return not left and not word and stands_whole(text, start, end) and _begins_here(text, start)
    return not word and _says_bare(text, start, end, kind, fit)


def _says_bare(text: str, start: int, end: int, kind: str, fit: int) -> bool:
    """Whether a name speaks that neither post nor title stands by."""
    if kind == "talk":
        acts = SAYS_FROM.match(text, end) or ACTS_AT_ONCE.match(text, end)
        named = acts is not None and is_name(text[start:end])
        return named and stands_whole(text, start, end, after_post=True)
    if kind in {"head", "list", "institution"} and fit in {0, 2}:
        speaks = fit == 0 or any(one.match(text, end) for one in _SPEAKS_BEHIND[kind])
        later = not any(one.match(text, end) for one in _SPEAKS_BARE) and fit != 0
        somebody = (kind != "institution" and not later) or (
            reads_as_somebody(text, start, end) or (end - start > 2 and ends_surely(text, start, end))
        )
        return bool(speaks) and somebody and stands_whole(text, start, end)
    return False


def _is_post_of_next(text: str, end: int) -> bool:
    """Whether what stands behind a name is the post of somebody who is named next: 党支部副书记令狐野主持."""
    title = TITLE.match(text, end)
    names = candidates(text, title.end()) if title and POST.fullmatch(title.group().strip()) else ()
    ends = (title.end() + len(name) for name in names) if title else ()
    return any(VERB.match(text, place) or ACTS_AT_ONCE.match(text, place) for place in ends)


def _is_titled(text: str, start: int, end: int, left: str, *, word: bool) -> bool:
    """Whether what stands before a title is a name: 令狐野院长. 海岬市市长 is the mayor of a town."""
    name = text[start:end]
    # 社会司原司长; 教育部原党组副书记
    former = (len(name) == 2 and name[-1] in "原前") or (name[0] == "原" and is_han(text[start - 1 : start]))
    # 代表学院，向黄院士致以欢迎
    towards = len(name) == 2 and name[0] in "向和于" and start > 0 and begins_with_surname(name[1:])
    if former or towards or PLACE_END.search(name) or _is_post_of_next(text, end):
        return False
    if word and start == 0 and MEMBER.match(text, end):
        speaks = _says(text, end, 0, titled=True) or SPEAKS_FOR.match(text, end)
        return name not in MEMBERS_OF_A_BODY and bool(speaks)
    institution = INSTITUTION.search(left) is not None
    aged = text[:start].endswith(("岁的", "歲的"))  # 八十六岁的令狐野老师
    at_head = not left and (start == 0 or aged or text[start - 1] in "，,。；;：:！？“”\n、和与及由请（(")
    return (not word or len(name) == 3) and (institution or at_head) and stands_whole(text, start, end)


def _is_person_too(text: str, name: str, end: int) -> bool:
    """Whether title and verb make a person of a word that is a name as well: 院长高峰在会上表示, 高峰院长主持座谈."""
    title = TITLE.match(text, end)
    after = title.end() if title else end
    speaks = SAYS_CLOSE.match(text, after) or ACTS_AT_ONCE.match(text, after)
    return speaks is not None and is_tagged_as_name(name)


def _begins_here(text: str, start: int) -> bool:
    """Whether no piece of a longer name stands before a name: 布仁 of 布仁巴雅尔, where 巴 is a surname too."""
    before = CLAUSE.split(text[:start])[-1].strip()
    tags = rjieba.tag(simplified(before[-_NEAR:]))
    return not tags or (rjieba.has_word(tags[-1][0]) and not tags[-1][1].startswith("nr"))


def _is_credit(text: str) -> bool:
    return POST.search(text) is not None or INSTITUTION.search(text.strip()) is not None
