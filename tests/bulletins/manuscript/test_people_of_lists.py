"""Lists of people in one text: whom each names, what is left over, and whether it plainly is a list."""

from pathlib import Path

import pytest

from bulletins.manuscript.comma_lists import people_apart
from bulletins.manuscript.lists_of_people import looks_like_roster
from bulletins.manuscript.roster import one_person, read_people
from tests.kept_text import as_kept

KEPT = Path(__file__).parent
ENGLISH = """\
Ada Berg, Dean of Rain; Ivo Lund, Clerk of Weirs
Speakers: Ada Berg, Dean of Rain; Ivo Lund, Clerk of Weirs
Speakers
[1] Ada Berg, Dean of Rain; Ivo Lund, Clerk of Weirs
1. Ada Berg, Dean of Rain
Ada Berg (Weir Office); Ivo Lund (Rain Board)
Ada Berg, Dean of Rain (moderator); Ivo Lund, Clerk (keynote speaker)
Ada Berg, Dean of Rain, moderated; Ivo Lund, Clerk of Weirs, delivered a keynote speech
Ada Berg, Head of the Panelist Office; Ivo Lund
Ada Berg – Dean of Rain; Ivo Lund – Clerk
Ada Berg - Dean of Rain
Ada Berg: Dean of Rain
Ada Berg
Berg, Dean of Rain
Saptono, President of the Island Office
Saptono, of the Island Office
saptono, President of the Island Office
S, President of the Island Office
Dean, President of the Island Office
Sap-tono, President of the Island Office
Hope Field
LIN Mo (林墨), Dean of Rain
Dr. Ada Berg, Dean of Rain; Mr. Lund, Clerk
Ada Berg, Dean of Rain and of Sun; and Ivo Lund, Clerk.
Ada Berg, Dean of Rain; said that it rains
Ada Berg, Dean of Rain; Ada Berg, Clerk of Weirs
Guests: the mayor; Ada Berg, Dean of Rain
It rained; Ada Berg, Dean of Rain; Ivo Lund, Clerk
Ada Berg, Dean of Rain; it rained; Ivo Lund, Clerk
Prof. Ada Berg, PhD, Dean of Rain; Ivo Lund, MD
Moderator: Ada Berg, Dean of Rain
Ada Berg, Dean of Rain;
; Ada Berg, Dean of Rain
Thank you; Ada Berg, Dean of Rain
Thank you; Ada Berg, Dean of Rain; Ivo Lund, Clerk; Una Vik, Mayor
Ada Berg, Dean of Rain; Ivo Lund, Clerk; thank you; good day
Ada Berg, Dean of Rain; Ivo Lund, Clerk; thank you
Moderator: Ada Berg
Panel moderator: Ada Berg, Dean of Rain
Ada Berg, Dean of Rain (chair of the panel of the day)
Ada Berg, Dean of Rain, and was late; Ivo Lund, Clerk
[3] Moderator: Ada Berg, Dean of Rain
""".splitlines()

CHINESE = """\
主持人：令狐野
令狐野：水务局局长；谢谢；端木晴：规划局局长
芦汀学教授李学教授；水务局局长端木晴女士
嘉宾：令狐野，芦汀大学教授；端木晴，水务局局长
姓名 单位
令狐野作主旨报告；端木晴主持
1 令狐野，芦汀大学教授
令狐野：芦汀大学教授
芦汀大学教授 令狐野
令狐野（主旨报告），端木晴（主持）
令狐野，某院院长，教授，博士生导师。
1、令狐野，某院院长。
令狐野，水务局局长；他说水要留
令狐野，水务局局长；谢谢端木晴
水务局局长；令狐野
嘉宾：令狐野，水务局局长；我们说水要留
令狐野，水务局局长召开；端木晴，规划局局长
[2] 主持人：令狐野，水务局局长
令狐野　教授
""".splitlines()


def shown(entry):
    role = " ".join(filter(None, (entry.role, entry.role_printed)))
    return " | ".join(filter(None, (entry.name, entry.credit, role and f"[{role}]")))


def told_of(text, language):
    people = read_people(text, language)
    yield from map(shown, people.entries)
    yield from (f"left over: {piece}" for piece in people.rest)
    yield f"mark: {people.mark}" if people.mark else ""
    yield "a list" if looks_like_roster(text, language) else ""
    yield "a list in a note" if looks_like_roster(text, language, note=True) else ""
    one = None if ";" in text or "；" in text else one_person(text, language)
    yield f"one person: {shown(one)}" if one else ""
    apart = people_apart(text)
    yield f"apart: {' / '.join(apart)}" if len(apart) > 1 else ""


@pytest.mark.parametrize(
    ("texts", "language", "kept"),
    [(ENGLISH, "en", "english_people.txt"), (CHINESE, "zh", "chinese_people.txt")],
    ids=["en", "zh"],
)
def test_the_people_of_a_list(texts, language, kept):
    told = "".join(
        f"> {text}\n" + "".join(f"  {line}\n" for line in told_of(text, language) if line) for text in texts
    )

    assert told == as_kept(KEPT / kept, told)
