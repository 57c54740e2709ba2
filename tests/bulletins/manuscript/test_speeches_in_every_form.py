"""Who speaks is read alike however speeches are set: nine ways to call somebody, 13 layouts, a list or none."""

import itertools

import pytest

from bulletins.manuscript import reader
from bulletins.statements import statements

ENGLISH = {
    "title": "Round table on weirs",
    "people": [
        ("Ada Berg", "Director of the Weir Office"),
        ("Ivo Lund", "Norland University"),
        ("Petra Teal", "River Union"),
    ],
    "said": [
        (0, "The weir needs repair before the spring comes."),
        (1, "It should be measured first, and then we shall see."),
        (0, "Measuring takes a year that we do not have."),
        (2, "Who pays for all of it?"),
    ],
    "list": ("Participants: ", "; ", ", "),
    "colon": ":",
    "space": " ",
}
CHINESE = {
    "title": "南桥水务论坛圆桌会议",
    "people": [("令狐野", "南桥水务局局长"), ("端木晴", "南桥大学教授"), ("欧阳川", "北境集团副总裁")],
    "said": [
        (0, "春天到来之前，水库必须修好。"),
        (1, "应该先测量，然后再看。"),
        (0, "测量要一年，我们没有一年。"),
        (2, "这些钱从哪里来？"),
    ],
    "list": ("参会人员：", "；", "，"),
    "colon": "：",
    "space": "",
}
# What somebody is called: in English, in Chinese, and whether that is so the first time only.
CALLED = {
    "the whole name": ("{given} {family}", "{name}"),
    "a bold name": ("**{given} {family}**", "**{name}**"),
    "the given name": ("{given}", None),
    "the family name": ("{family}", None),
    "an honorific": ("Ms {family}", "{name}女士"),
    "initials": ("{initial}. {family}", None),
}
CALLED_AT_FIRST = {
    "the post in brackets": ("{given} {family} ({post})", "{name}（{post}）"),
    "the post behind a comma": ("{given} {family}, {post}", "{name}，{post}"),
    "a bold name with the post": ("**{given} {family}** ({post})", "**{name}**（{post}）"),
}
SHORT = {"the given name", "the family name", "an honorific", "initials"}  # whose they are a list tells
LAYOUTS = {
    "a colon": "{label}{colon}{space}{said}",
    "a bold label": "**{bare}{colon}** {said}",
    "the label above": "{label}{colon}\n\n{said}",
    "the label in the line above": "{label}{colon}\n{said}",
    "the label in a line of its own": "{label}{colon}  \n{said}",
    "a heading": "### {label}\n\n{said}",
    "a bold paragraph above": "**{bare}**\n\n{said}",
    "a bold line above": "**{bare}**  \n{said}",
    "a quotation below": "{label}{colon}\n\n> {said}",
    "an item": "- {label}{colon}{space}{said}",
    "an item with a bold label": "- **{bare}**{colon}{space}{said}",
    "an item with a list of its own": "- {label}\n    - {said}",
    "the time before": "[00:01:23] {label}{colon}{space}{said}",
}
ITEMS = {"an item", "an item with a bold label", "an item with a list of its own"}


def label_of(form, office, person, *, again):
    """Give what a speaker is called; with a post, only where it is the first time."""
    place = 0 if office is ENGLISH else 1
    name, post = office["people"][person]
    if form in CALLED_AT_FIRST:
        form = CALLED_AT_FIRST[form][place] if not again else CALLED_AT_FIRST[form][place].partition("(")[0]
        form = form.partition("（")[0].partition(", ")[0].partition("，")[0].strip() if again else form
    else:
        form = CALLED[form][place]
    given, _, family = name.partition(" ")
    return form.format(name=name, given=given, family=family, initial=given[0], post=post)


def manuscript(form, layout, office, *, listed):
    seen, parts = set(), []
    for person, said in office["said"]:
        label = label_of(form, office, person, again=person in seen)
        seen.add(person)
        words = {"label": label, "bare": label.replace("**", ""), "said": said}
        parts.append(LAYOUTS[layout].format(**words, colon=office["colon"], space=office["space"]))
    before, between, comma = office["list"]
    people = between.join(f"{name}{comma}{post}" for name, post in office["people"])
    head = f"# {office['title']}\n\n" + (f"{before}{people}\n\n" if listed else "")
    return head + ("\n" if layout in ITEMS else "\n\n").join(parts) + "\n"


def credited(text, office):
    document = reader.read_bytes(text.encode(), "a.md").document
    found = [(one.text, [document.entry(key).name for key in one.entries]) for one in statements(document)]
    return [next((names for told, names in found if said[:12] in told), None) for _, said in office["said"]]


@pytest.mark.parametrize(
    ("form", "office"),
    [
        pytest.param(form, office, id=f"{form}, {code}")
        for form in [*CALLED, *CALLED_AT_FIRST]
        for code, office in (("en", ENGLISH), ("zh", CHINESE))
        if office is ENGLISH or {**CALLED, **CALLED_AT_FIRST}[form][1]
    ],
)
def test_who_speaks_is_read_alike_however_speeches_are_set(form, office):
    expected = [[office["people"][person][0]] for person, _ in office["said"]]
    wrong = []
    for layout, listed in itertools.product(LAYOUTS, (True, False)):
        if not listed and form in SHORT and office is ENGLISH:
            continue  # nobody is told in full
        text = manuscript(form, layout, office, listed=listed)
        if (found := credited(text, office)) != expected:
            wrong.append((layout, listed, found))

    assert wrong == []
