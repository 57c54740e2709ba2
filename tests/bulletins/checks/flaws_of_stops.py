"""Bulletins with paragraphs that lack a stop, and some that need none; and what Chinese sets otherwise."""

from bulletins.checks import Facts
from bulletins.document import List, Mention, Point, Section, Text
from tests.bulletins.checks.content import bulletin, chinese, says

ADA = Mention("berg-ada", printed="Ada Berg")
SAID = (ADA, Text(" said so."))
OPEN = (ADA, Text(" said so"))
LONG = "It rained. Then it snowed, " + "x" * 40
NONE = Facts()


def leads(*some):
    """A bulletin of points by their leads and bodies."""
    points = tuple(
        Point(ordinal=ordinal, lead=(Text(lead),), body=((Text(body), *SAID),))
        for ordinal, (lead, body) in zip(("Firstly", "Secondly"), some, strict=False)
    )
    return bulletin(sections=(Section(numeral="I", title="Works", points=points),))


STOPS = {
    "four without a stop": (bulletin(*[OPEN] * 4), NONE),
    "five without a stop, which is a habit": (bulletin(*[OPEN] * 5), NONE),
    "six of forty without a stop": (bulletin(*[OPEN] * 6, *[SAID] * 31), NONE),
    "six of thirty-nine without a stop": (bulletin(*[OPEN] * 6, *[SAID] * 30), NONE),
    "minutes": (bulletin((ADA, Text(": I agree")), (ADA, Text(": I agree. So be it"))), NONE),
    "a label": (bulletin(SAID, (Text("Presenter: "), ADA)), NONE),
    "Chinese captions": (
        chinese("先小后大。", editors_note=((Text("图" * 39),),), lede=((Text("图" * 40),),)),
        NONE,
    ),
    "a Chinese sentence": (chinese("先小后大。", lede=((Text("先小后大，" * 8 + "后。" + "小"),),)), NONE),
    "two in a row, of forty letters and of thirty-nine": (
        bulletin(
            SAID,
            editors_note=((Text(LONG[:40]),), (Text(LONG[:39]),)),
            lede=((Text(LONG[:41]),),),
        ),
        NONE,
    ),
    "no sentence": (
        bulletin(
            SAID,
            editors_note=((Text("All of the others, and then all of the rest of them"),),),
            lede=(
                (Text("It rained. See for all of the others www.example.org/rain"),),
                (Text("It rained. Then came all of the others, in number 12"),),
            ),
        ),
        NONE,
    ),
    "leads that are headings": (leads((LONG, "So "), (LONG, "So ")), NONE),
    "a lead that is none": (leads((LONG, "So "), ("It rained.", "So ")), NONE),
    "one lead alone": (leads((LONG, "So ")), NONE),
    "leads that run on": (leads((LONG, ", so "), ("It rained.", "So ")), NONE),
    "leads that run on in small letters": (leads((LONG, "so "), ("It rained.", "So ")), NONE),
    "items": (bulletin(SAID, List(ordered=False, items=((OPEN,), (OPEN,)))), NONE),
    "bylines": (
        bulletin(
            (Text("“We pay” — "), ADA),
            (Text("We pay. — "), ADA),
            (Text("("), ADA, Text(")")),
            (Text("We pay — "), ADA),
        ),
        NONE,
    ),
    "a list, and what stands behind it": (
        bulletin((*SAID, Text(" They were:")), OPEN, (ADA, Text(" was there;")), OPEN, SAID, OPEN),
        NONE,
    ),
    "near a mark that stands far from either end": (
        says("x" * 30 + "(" + "y" * 30 + "."),
        NONE,
    ),
    "bold of forty and of forty-one letters": (
        bulletin(
            sections=(
                Section(
                    title="Works",
                    points=tuple(
                        Point(lead=(Text("works come"),), body=((Text("b" * count, strong=True), *SAID),))
                        for count in (40, 41)
                    ),
                ),
            )
        ),
        NONE,
    ),
    "Chinese in an English bulletin": (says("雨水,花园“一”、“二”。"), NONE),
    "quotation marks of two kinds": (chinese("他说“一”，又说「二」。"), NONE),
    "more of the other kind": (chinese("他说“一”，又说「二」和「三」。"), NONE),
    "the other kind alone": (chinese("他说「二」。"), NONE),
    "a slogan and half of one": (chinese("主题是“坚持开放 共享未来”，和“坚持开放 共享”。"), NONE),
    "names set apart by spaces": (chinese("出席的有北京 上海 广州，以及雨水 花园。"), NONE),
    "a news agency's head": (
        chinese(
            "雨水花园 主持人：李小明。",
            lede=((Text("本报讯 昨天下雨。"),), (Text("雨水社5月3日电 昨天下雨。"),)),
        ),
        NONE,
    ),
    "a label behind a space": (chinese("雨水花园 主持人：李小明。"), NONE),
    "a byline in brackets": (chinese("雨水免费（记者 李小明）。"), NONE),
}
