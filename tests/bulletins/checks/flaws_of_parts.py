"""Bulletins with flaws in what they say and how it is set: each with the facts that surround it."""

import datetime

from bulletins.checks import Facts
from bulletins.document import Document, Figure, Mention, Point, RosterEntry, Section, Subsection, Text
from bulletins.prose import MOST_FIGURES
from tests.bulletins.checks.content import ADA, bulletin, chinese, says

SAID = (Mention("berg-ada"), Text(" said so."))
DAYS = (datetime.date(2026, 11, 17), datetime.date(2026, 11, 19))
NONE = Facts()


def figure(**fields):
    return Figure(file="0" * 64, media_type="image/png", width=4, height=3, **fields)


def point(*body, lead="works come first.", ordinal="Firstly"):
    return Point(ordinal=ordinal, lead=(Text(lead),) if lead else (), body=body)


def sections(*some):
    return bulletin(sections=some)


PARTS = {
    "taken numbers": (
        bulletin(),
        Facts(taken_numbers=frozenset({6}), taken_volumes=frozenset({14})),
    ),
    "another numeral": (
        bulletin(number=5),
        NONE,
    ),
    "31 days before": (
        bulletin(date=DAYS[0] - datetime.timedelta(31)),
        Facts(edition_days=DAYS),
    ),
    "30 days before": (bulletin(date=DAYS[0] - datetime.timedelta(30)), Facts(edition_days=DAYS)),
    "60 days after": (bulletin(date=DAYS[1] + datetime.timedelta(60)), Facts(edition_days=DAYS)),
    "61 days after": (
        bulletin(date=DAYS[1] + datetime.timedelta(61)),
        Facts(edition_days=DAYS),
    ),
    "sections out of order": (
        sections(
            Section(numeral="I", title="A", points=(point(SAID),)),
            Section(
                numeral="III",
                title="B",
                sections=(Subsection(numeral="C", title="C", points=(point(SAID),)),),
            ),
        ),
        NONE,
    ),
    "points out of order": (
        sections(
            Section(
                numeral="I",
                title="A",
                points=(point(SAID), point(SAID, ordinal=None), point(SAID, ordinal="Thirdly")),
            )
        ),
        NONE,
    ),
    "nothing at all": (
        Document(),
        NONE,
    ),
    "no title, no points": (
        sections(
            Section(numeral="I", title=" ", points=(point(SAID),)),
            Section(title="B"),
            Section(numeral="II", title="C"),
        ),
        NONE,
    ),
    "headings above others": (
        sections(
            Section(numeral="I", title="A"),
            Section(title="B", points=(point(SAID),)),
            Section(title="C"),
            Section(title="D", points=(point(SAID),)),
            Section(title="E"),
            Section(numeral="II", title="F", sections=(Subsection(title="G"),)),
        ),
        NONE,
    ),
    "a point of nothing and one without a lead": (
        sections(
            Section(numeral="I", title="A", points=(point(lead=""), point(SAID, lead="", ordinal="Secondly")))
        ),
        NONE,
    ),
    "four points of nobody": (
        sections(
            Section(
                numeral="I",
                title="A",
                points=tuple(
                    point((Text("So it was."),), lead=lead, ordinal=ordinal)
                    for lead, ordinal in (
                        ("one.", "Firstly"),
                        ("", "Secondly"),
                        ("three, and all of what was said of it on that long day by those.", "Thirdly"),
                        ("four.", "Fourthly"),
                    )
                ),
            )
        ),
        NONE,
    ),
    "five points of nobody": (
        sections(
            Section(
                numeral="I",
                title="A",
                points=tuple(
                    point((Text("So it was."),), ordinal=ordinal)
                    for ordinal in ("Firstly", "Secondly", "Thirdly", "Fourthly", "Fifthly")
                ),
            )
        ),
        NONE,
    ),
    "a question, a number, a theme and all": (
        sections(
            Section(
                numeral="I",
                title="A",
                points=(
                    point((Text("Q: What did she say of it?"),), lead="", ordinal="Firstly"),
                    point((Text("It rained."),), ordinal="2."),
                    point((Text("The theme was “Ada Lund said so”."),), lead="", ordinal=None),
                    point((Text("Ada Lund said so."),), lead="", ordinal=None),
                    point((Text("The participants agreed that it rains."),), lead="", ordinal="Fifthly"),
                ),
            )
        ),
        NONE,
    ),
    "as long as may be": (bulletin(), Facts(word_limit=37)),
    "too long": (
        bulletin(),
        Facts(word_limit=30),
    ),
    "suggestions": (
        bulletin(),
        Facts(suggestions=2),
    ),
    "a secret and a marking": (
        bulletin(marking="机 密"),
        NONE,
    ),
    "a marking": (
        bulletin(marking="内部资料"),
        NONE,
    ),
    "a trade secret": (
        bulletin(marking="商业秘密"),
        NONE,
    ),
    "a picture without words": (
        bulletin(SAID, figure(caption=(Text("Rain " * 30),)), figure(alt="x")),
        NONE,
    ),
    "a picture in a note": (
        bulletin(editors_note=((Text("It rained."),), figure())),
        NONE,
    ),
    "letters without a face": (
        bulletin(
            title="\ue000",
            publisher="\ue001 \u200d",
            roster=(ADA, RosterEntry(speaker="x", name="\ue002", credit="\ue003")),
        ),
        NONE,
    ),
    "many letters without a face": (
        says("".join(chr(0xE000 + place) for place in range(13)) + "."),
        NONE,
    ),
    "words twice": (
        says("the the dam. Pago Pago is far. The the end."),
        NONE,
    ),
    "marks without a partner": (
        bulletin(
            (*SAID, Text(" It (rained.")),
            editors_note=((Text("It “rained."),), (Text("“Still so."),)),
            lede=((Text("It 》 rained."),),),
        ),
        NONE,
    ),
    "more marks without a partner": (
        bulletin(
            (*SAID, Text(' It "rained, 5" of it.')),
            editors_note=((Text("It rained.” a) So."),),),
            lede=((Text("It [rained)."),),),
        ),
        NONE,
    ),
    "marks with one": (
        bulletin(
            (*SAID, Text(' It "rained", “so 《it》 (did)”; 1) once, iv) often.')),
            (Text("“One paragraph."),),
            (Text("“And another.”"),),
        ),
        NONE,
    ),
    "bold that runs over": (
        bulletin(
            sections=(
                Section(
                    numeral="I",
                    title="A",
                    points=(point((Text("on and on", strong=True), *SAID), lead="works come"),),
                ),
            )
        ),
        NONE,
    ),
    "two spaces": (
        bulletin((*SAID, Text(" It  rained.")), title="Rain  falls"),
        NONE,
    ),
    "no stop": (
        says("it rained for a week and all of the dams ran over then"),
        NONE,
    ),
    "a list, a byline and a label need no stop": (
        bulletin(
            (*SAID, Text(" They were:")),
            (Text("the small works, which come before all of the large ones; "),),
            (Text("the large works. Which come behind all of the small ones"),),
            (Text("We pay. — Ada Berg, Head of Drains"),),
            (Text("Presenter: Ada Berg"),),
        ),
        NONE,
    ),
    "a capital behind a comma": (
        sections(
            Section(
                numeral="I",
                title="A",
                points=(
                    point(SAID, lead="The works come first."),
                    point(SAID, lead="Works come, says Works.", ordinal="Secondly"),
                ),
            )
        ),
        NONE,
    ),
    "quotes of two kinds": (
        says('it “rained” and "snowed".'),
        NONE,
    ),
    "one section without a title": (sections(Section(numeral="I", title="", points=(point(SAID),))), NONE),
    "two sections without a title": (
        sections(*(Section(numeral=numeral, title="", points=(point(SAID),)) for numeral in ("I", "II"))),
        NONE,
    ),
    "headings that head nothing": (
        sections(
            Section(numeral="I", title="A"),
            Section(numeral="II", title="B", points=(point(SAID),)),
            Section(title="C"),
            Section(numeral="III", title="D"),
            Section(title="E", points=(point(SAID),)),
            Section(title="F"),
            Section(numeral="IV", title="G", points=(point(SAID),)),
            Section(title="H"),
            Section(title="I"),
        ),
        NONE,
    ),
    "questions and what is quoted of a point": (
        sections(
            Section(
                title="A",
                points=(
                    point((Text("Q: Then Ada Lund said so?"),), lead="", ordinal=None),
                    point((Text("So."),), lead="a" * 60, ordinal="Firstly"),
                    point((Text("So."),), lead="a" * 61, ordinal="Secondly"),
                ),
            )
        ),
        NONE,
    ),
    "as many pictures as there may be": (bulletin(SAID, *[figure(alt="x")] * MOST_FIGURES), NONE),
    "one picture more": (bulletin(SAID, *[figure(alt="x")] * (MOST_FIGURES + 1)), NONE),
    "Chinese, as it should be": (chinese("先小后大。"), NONE),
}
