"""Who says it in a Chinese report: 9 ways to name somebody with what they are, before 27 ways to tell what was said."""

import pytest

from bulletins.manuscript import reader
from bulletins.statements import statements

PEOPLE = (("令狐野", "南桥水务局", "局长"), ("李建国", "南桥大学", "教授"), ("王芳", "北境集团", "副总裁"))
NAMED = (
    "{unit}{post}{name}",
    "{name}（{unit}{post}）",
    "{unit}的{name}{post}",
    "{unit}党委书记、{post}{name}",
    "{unit}{post}{name}先生",
    "{unit}{post}**{name}**",
    "{unit}{post} {name} ",
    "会上，{unit}{post}{name}",
    "随后，{unit}{post}{name}",
)
TOLD = (
    "{who}指出，水库必须修好。",
    "{who}认为，水库必须修好。",
    "{who}表示：“水库必须修好。”",
    "{who}在致辞中强调，水库必须修好。",
    "{who}在发言时谈到，水库必须修好。",
    "{who}以《水库的春天》为题作报告，提出水库必须修好。",
    "{who}围绕水库问题，分析了必须修好的原因。",
    "{who}从历史出发，阐述了水库必须修好的理由。",
    "{who}建议水库必须修好。",
    "{who}呼吁各方修好水库。",
    "{who}介绍了水库的情况。",
    "{who}分享了修水库的经验。",
    "{who}强调了修水库的必要。",
    "{who}坦言，水库必须修好。",
    "{who}直言，水库必须修好。",
    "{who}则认为，水库必须修好。",
    "{who}也提到，水库必须修好。",
    "{who}在回应提问时说，水库必须修好。",
    "{who}作总结发言，他指出，水库必须修好。",
    "{who}主持会议并讲话，要求水库必须修好。",
    "{who}告诉记者，水库必须修好。",
    "{who}问：“水库为什么必须修好？”",
    "{who}补充道，水库必须修好。",
    "{who}进一步指出，水库必须修好。",
    "{who}希望水库必须修好。",
)
QUOTED = (
    "“水库必须修好。”{who}说。",
    "“水库必须修好，”{who}说。",
    "据{who}介绍，水库必须修好。",
    "在{who}看来，水库必须修好。",
)


def said(paragraphs):
    text = "\n\n".join(["# 南桥水务论坛圆桌会议", "会议在南桥举行，气氛热烈。", *paragraphs])
    document = reader.read_bytes(text.encode(), "a.md").document
    return [(one.text, [document.entry(key).name for key in one.entries]) for one in statements(document)]


def roster(paragraphs):
    text = "\n\n".join(["# 南桥水务论坛圆桌会议", "会议在南桥举行，气氛热烈。", *paragraphs])
    return [(one.name, one.credit) for one in reader.read_bytes(text.encode(), "a.md").document.roster]


@pytest.mark.parametrize("named", NAMED)
def test_whoever_is_named_with_what_they_are_is_credited_with_what_is_told(named):
    wrong = []
    for told in (*TOLD, *(() if "会上" in named or "随后" in named else QUOTED)):
        paragraphs = [
            told.format(who=named.format(name=name, unit=unit, post=post)) for name, unit, post in PEOPLE
        ]
        if (told, named) in {(QUOTED[3], "{unit}的{name}{post}"), (QUOTED[3], "{unit}{post}{name}先生")}:
            continue  # 在…看来 needs the name near
        found = [names for _, names in said(paragraphs)]
        if found != [[name] for name, _, _ in PEOPLE]:
            wrong.append((paragraphs, found))

    assert wrong == []


@pytest.mark.parametrize(
    "told", ["指出，水库要修。", "认为，水库要修。", "表示：“水库要修。”", "坦言，水库要修。"]
)
def test_what_somebody_is_may_stand_between_commas(told):
    paragraphs = [f"{name}，{unit}{post}，{told}" for name, unit, post in PEOPLE]

    assert ([names for _, names in said(paragraphs)], roster(paragraphs)) == (
        [[name] for name, _, _ in PEOPLE],
        [(name, f"{unit}{post}") for name, unit, post in PEOPLE],
    )


@pytest.mark.parametrize(
    "sentence",
    [
        "南桥水务局局长令狐野主持会议。",
        "在南桥水务局局长令狐野老师的主持下，各方讨论了水库。",
        "南桥水务局局长令狐野出席会议，各方表示水库要修。",
    ],
)
def test_who_was_in_the_chair_or_there_says_nothing_by_it(sentence):
    assert said([sentence]) == []


def test_whose_view_it_is_has_no_in_in_the_title():
    assert roster(["在南桥水务局局长令狐野看来，水库要修。", "据南桥大学教授李建国介绍，水库很旧。"]) == [
        ("令狐野", "南桥水务局局长"),
        ("李建国", "南桥大学教授"),
    ]


@pytest.mark.parametrize(
    ("below", "whose"),
    [
        ("“钱不够。”他说。", True),
        ("“钱不够，”她还补充道。", True),
        ("“钱不够。”他们说。", False),
        ("“钱不够。”大家都笑了。", False),
    ],
)
def test_a_quotation_in_the_paragraph_below_is_whose_it_goes_on(below, whose):
    first = "南桥水务局局长令狐野指出，水库要修。"

    assert said([first, below]) == [(f"{first}\n{below}" if whose else first, ["令狐野"])]


def test_what_several_say_together_behind_their_speeches_is_each_one_s():
    row = "，".join(f"{unit}党委书记、{post}{name}" for name, unit, post in PEOPLE)

    assert [
        names
        for told in ("分别致辞，一致强调水库要修。", "先后发言，均认为水库要修。", "分别致辞。")
        for _, names in said([f"会上，{row}{told}"])
    ] == [[name for name, _, _ in PEOPLE]] * 2


def test_who_looks_something_up_has_no_name_of_it():
    assert roster(["本报记者在官网上查询发现，水库在漏水。记者查询到，水库很旧。"]) == []
