"""A list of people is read alike however it is set: 12 ways to write a person, 6 labels above, 5 layouts below."""

import itertools

import pytest

from bulletins.manuscript import outline_of_reading, reader

ENGLISH = {
    "people": [
        ("Ada Berg", "Director of the Weir Office"),
        ("Ivo Lund", "Professor of Hydrology, Norland University"),
        ("Petra Teal", "Chair, River Union"),
    ],
    "title": "Round table on weirs",
    "body": (
        "## Discussion\n\nAda Berg said that the weir needed repair. Ivo Lund argued that it be measured first.\n\n"
        "Petra Teal asked who would pay."
    ),
    "between": "; ",
    "end": "",
}
CHINESE = {
    "people": [("令狐野", "南桥水务局局长"), ("端木晴", "南桥大学教授"), ("欧阳川", "北境集团副总裁")],
    "title": "南桥水务论坛圆桌会议",
    "body": "## 讨论\n\n令狐野指出，水库要修。端木晴认为，还要先测。\n\n欧阳川问，钱从哪里来？",
    "between": "；",
    "end": "。",
}
# How one person is written, in English and in Chinese.
PERSONS = {
    "a comma": ("{name}, {post}", "{name}，{post}"),
    "brackets": ("{name} ({post})", "{name}（{post}）"),
    "a dash": ("{name} – {post}", "{name} – {post}"),
    "a long dash": ("{name} — {post}", "{name} — {post}"),
    "a bold name and a comma": ("**{name}**, {post}", "**{name}**，{post}"),
    "a bold name": ("**{name}** {post}", "**{name}** {post}"),
    "the post first": ("{post}: {name}", "{post} {name}"),
    "a tab": ("{name}\t{post}", "{name}\t{post}"),
    "spaces": ("{name}   {post}", "{name}   {post}"),
    "a colon": ("{name}: {post}", "{name}：{post}"),
    "an honorific": ("Dr. {name}, {post}", "{name}女士，{post}"),
    "an oblique post": ("{name}, *{post}*", "{name}，*{post}*"),
}
LABELS = (
    ("## Participants\n\n", "## 参会人员\n\n"),
    ("## Speakers\n\n", "## 主讲嘉宾\n\n"),
    ("**Participants**\n\n", "**参会人员**\n\n"),
    ("**Panelists:**\n\n", "**与会嘉宾：**\n\n"),
    ("Participants:\n\n", "参会人员：\n\n"),
    ("Participants:\n", "参会人员：\n"),
)
LAYOUTS = {
    "items": lambda people, _: "\n".join(f"- {one}" for one in people),
    "numbered items": lambda people, _: "\n".join(f"{place}. {one}" for place, one in enumerate(people, 1)),
    "lines": lambda people, _: "  \n".join(people),
    "paragraphs": lambda people, _: "\n\n".join(people),
    "a row": lambda people, office: office["between"].join(people) + office["end"],
}
# In one Markdown paragraph its label and items are no list, and 参会人员：令狐野：…；端木晴：… has too many colons.
NO_FORMS = {("items", 5), ("numbered items", 5), ("paragraphs", 5)}


def read(text):
    outline = outline_of_reading(reader.read_bytes(text.encode(), "a.md"))
    points = [point for section in outline["sections"] for point in section["points"]]
    return (
        outline["title"],
        [(entry["name"], entry["credit"]) for entry in outline["roster"]],
        [statement["speakers"] for point in points for statement in point["statements"]],
        [one["message"] for one in outline["findings"] if one["severity"] != "hint"],
    )


@pytest.mark.parametrize("person", PERSONS)
@pytest.mark.parametrize(("place", "office"), [(0, ENGLISH), (1, CHINESE)], ids=["en", "zh"])
def test_a_list_of_people_is_read_alike_however_it_is_set(person, place, office):
    written = [PERSONS[person][place].format(name=name, post=post) for name, post in office["people"]]
    wrong = []
    for (number, labels), layout in itertools.product(enumerate(LABELS), LAYOUTS):
        if (layout, number) in NO_FORMS or (place, person, layout, number) == (1, "a colon", "a row", 5):
            continue
        listed = f"{labels[place]}{LAYOUTS[layout](written, office)}"
        found = read(f"# {office['title']}\n\n{listed}\n\n{office['body']}\n")
        if found != (office["title"], office["people"], [[name] for name, _ in office["people"]], []):
            wrong.append((listed, found))

    assert wrong == []
