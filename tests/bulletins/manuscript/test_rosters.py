"""Lists of people: who stands in each, with which credit and part. What is read of each is in rosters.txt."""

from pathlib import Path

from bulletins.manuscript.lists_of_people import list_after, looks_like_roster
from bulletins.manuscript.roster import one_person, read_people, told_otherwise
from forum.scripts import is_han
from tests.blocks import block
from tests.kept_text import as_kept

KEPT = Path(__file__).with_name("rosters.txt")
TEXTS = (
    # Parts behind names, marks and labels before them.
    "Ada Berg, Dean of Rain; Ivo Lund, Clerk of Weirs made speeches; Omar Teal (Dean of Sun) moderated.",
    "Ada Berg, Dean of Rain, and Ivo Lund, Clerk of Weirs, delivered thematic reports, respectively.",
    "Ada Berg, Dean of Rain, spoke up and gave opening remarks; Ivo Lund, Clerk of the Panelist Office.",
    "Ada Berg, Dean of Rain (moderator; Ivo Lund, Clerk of Weirs.",
    "1 Ada Berg, Dean of Rain; Ivo Lund, Clerk of Weirs",
    "*Ada Berg, Dean of Rain; Ivo Lund, Clerk of Weirs",
    "Speakers: Ada Berg, Dean of Rain; Ivo Lund",
    "Moderator: Ada Berg, Dean of Rain",
    "Moderator: Ada Berg, Dean of Rain, and Ivo Lund, Clerk of Weirs, made speeches",
    "Speakers",
    "Participants Ada Berg, Dean of Rain; Ivo Lund, Clerk of Weirs",
    # Names of one word, own parts in brackets, dashes, Chinese beside Latin.
    "Saptono, President of the Island Office; S, President; Bo, Clerk",
    "saptono, Clerk; Monday, Clerk; Dean, Clerk; Saptono2, Clerk; O’Neill, Clerk; Saptono, of rain; Saptono",
    "McBerg, Clerk; LUND, Clerk; T-Berg, Clerk",
    "Ada Berg, Dean of Rain (moderator); Ivo Lund, Clerk (Keynote Speaker); Omar Teal, Dean (the panelist of all)",
    "Ada Berg (moderator); Ivo Lund (Clerk of Weirs (retired)) (host)",
    "LIN Mo (林墨), Dean of Rain; YU Wen (俞文), Clerk, (余文), Weirs",
    "Ada Berg – Dean of Rain; Ivo Lund: Clerk of Weirs; Omar Teal - Dean — of Sun",
    f"Ada Berg, Dean of {'x' * 583}; {'y' * 20}",
    f"Ada Berg, Dean of {'x' * 582}; {'y' * 20}",
    # Texts that are no lists.
    "Rain falls; Ada Berg, Dean of Rain; Ivo Lund, Clerk of Weirs",
    "Ada Berg, Dean of Rain; Ivo Lund, Clerk of Weirs; rain falls",
    "Ada Berg, Dean of Rain; Ivo Lund, Clerk of Weirs; rain falls; it stops",
    "Ada Berg, Dean; Ivo Lund, Clerk; Omar Teal, Dean; Una Vik, Clerk; rain falls; it stops",
    "Ada Berg, Dean of Rain, said that it rains; Ivo Lund, Clerk of Weirs",
    "Ada Berg, Dean of Rain, and Ivo Lund, Clerk of Weirs",
    "Ada Berg, Dean of Rain, moderated.",
    "Ada Berg, Dean of Rain, moderated; rain falls",
    "Rain falls; it stops",
    "",
    # In Chinese.
    "芦汀大学教授令狐野、水务局局长端木晴分别作专题报告，洪安主持会议。",
    "令狐野，芦汀大学教授、博士生导师；端木晴（水务局局长，主持人）",
    "令狐野，芦汀大学教授，博士生导师。",
    "1、令狐野，芦汀大学教授，博士生导师",
    "令狐野，芦汀大学教授，端木晴，水务局局长",
    "令狐野，芦汀大学教授，雨水 工程局",
    "令狐野，芦汀，下雨",
    "令狐野，芦汀大学教授，我说水要留",
    "令狐野，芦汀大学教授；端木晴，水务局局长\n洪安，雨水",
    "令狐野：芦汀大学教授；端木晴—水务局局长；水务局，洪安",
    "芦汀渔政站　站长 令狐野；端木晴 芦汀渔政站　站长",
    "令狐野（主旨报告）；端木晴（作主旨报告）；洪安（雨水报告）",
    "参加，水务局局长；主持，芦汀大学教授；姓名，局长",
    "会议由水务局局长端木晴主持；令狐野，芦汀大学教授；洪安，副局长",
    "阿依古丽·艾力，芦汀大学教授；约翰·M·里德，水务局局长",
    "水要留、管网要修、水闸要开",
    f"{'水、' * 101}令狐野",
    "主持人：令狐野，芦汀大学教授",
)
LISTS = (
    (
        "## Speakers",
        "Ada Berg, Dean of Rain",
        "Moderator:",
        "Ivo Lund, Clerk of Weirs",
        "Omar Teal, Dean",
        "Rain falls.",
    ),
    ("## Keynote speakers", "• Ada Berg", "• Ivo Lund; rain falls; it stops", "• Omar Teal"),
    ("## Speakers", "• Ada Berg; rain", "• Ada Berg; Ivo Lund; rain", "## Ada Berg, Dean"),
    ("## Speakers", "Ada Berg, Dean; Ivo Lund"),
    ("## Speakers",),
    ("## 嘉宾", "姓名 单位 职务", "令狐野\n芦汀大学\n教授", "主持人：", "端木晴，水务局局长", "姓名"),
    ("## 嘉宾", "<person> 令狐野，芦汀大学教授"),
    ("## Speakers", "<person> Ada Berg, Dean of Rain", ""),
)


def entry(one):
    printed = f" as {one.role_printed}" if one.role_printed else ""
    return f"{one.name} [{one.speaker}]: {one.credit} ({one.role or '-'}{printed})"


def of_list(people):
    return [*map(entry, people.entries), *(f"nobody: {text}" for text in people.rest)]


def read(text):
    language = "zh" if is_han(text) else "en"
    people = read_people(text, language)
    yield from of_list(people)
    alone, in_role = one_person(text, language), one_person(text, language, "host")
    told = {
        f"mark {people.mark}": people.mark,
        "a list": looks_like_roster(text, language) == people,
        "a list in a note": looks_like_roster(text, language, note=True) == people,
        f"alone: {alone and entry(alone)}": alone,
        f"as host: {in_role and entry(in_role)}": in_role and in_role.role != "host",
    }
    yield from (name for name, holds in told.items() if holds)


def test_lists_of_people_are_read():
    told = [f"> {text}\n" + "".join(f"  {one}\n" for one in read(text)) for text in TEXTS]
    for texts in LISTS:
        blocks = [block(text) for text in texts]
        people, end = list_after(blocks, 0, "zh" if is_han(texts[0]) else "en")
        lines = [f"> {text!r}\n" for text in texts] + [f"  {one}\n" for one in of_list(people)]
        told.append("".join([*lines, f"  to {end} of {len(texts)}\n"]))
    found = "".join(told).replace("x" * 100, "(x)")

    assert found == as_kept(KEPT, found)


def test_the_words_of_a_part_are_kept_where_they_are_not_the_usual_ones():
    words = ("made a speech", "made speeches", "made all the speeches", "Moderator", "made  a\nspeech")

    assert [told_otherwise("en", "speech", one) for one in words] == ["", "", "made all the speeches", "", ""]
