"""Two bulletins with everything that a Document can hold, in English and in Chinese. All people are invented."""

import datetime

from bulletins.document import (
    Document,
    Hand,
    Labelled,
    List,
    Mention,
    Note,
    Point,
    RosterEntry,
    Section,
    SeriesRef,
    Subsection,
    Table,
    Text,
)
from tests.figures import JPEG, figure


def ferry():
    """A picture with words and a caption."""
    return figure(alt="A ferry at its quay", caption=(Text("Figure 1. "), Text("Ferries", emphasis=True)))


NOTE = Note(blocks=((Text("By letter, "), Text("twice", strong=True)), (Text("And by word."),)))


def english():
    """A bulletin in English."""
    return Document(
        forum="Rain Forum",
        edition=2026,
        number=6,
        volume=141,
        date=datetime.date(2026, 11, 18),
        publisher="Office of the Forum",
        issn="1234-5679",
        series_title="2026 Rain Forum Bulletin VI",
        title="Rain gardens and the streets that need them",
        marking="Internal",
        editors_note=(
            (
                Text("It was "),
                Text("long", strong=True),
                Text(" and "),
                Text("wet", emphasis=True),
                Text("."),
            ),
            List(ordered=False, items=(((Text("First."),), (Text("More."),)), ((Text("Last."),),))),
        ),
        lede=(
            (
                Text("It rained"),
                NOTE,
                Text(". See "),
                Text("the map", link="https://maps.example/rain"),
                Text("."),
            ),
            Table(
                head=((Text("Dam"),), (Text("Height, m"), Text("2", script="super"))),
                rows=(
                    ((Text("Old"),), (Text("H"), Text("2", script="sub"), Text("O"))),
                    ((Text("New"),), ()),
                ),
            ),
        ),
        roster=(
            RosterEntry(speaker="berg-ada", name="Ada Berg", credit="Head of Drains", role="keynote"),
            RosterEntry(speaker="lund-ivo", name="Ivo Lund", credit="Dean", role="moderator"),
            RosterEntry(speaker="body:river-union", name="River Union", kind="body"),
            RosterEntry(speaker="group:guests", name="the guests", kind="group"),
        ),
        sections=(
            Section(
                id="5ec0000001",
                numeral="I",
                title="Small Works First",
                points=(
                    Point(
                        id="a000000001",
                        ordinal="Firstly",
                        lead=(Text("small works come "), Text("first", emphasis=True), Text(".")),
                        body=(
                            (
                                Mention("berg-ada"),
                                Text(" said so, on behalf of "),
                                Mention("lund-ivo", behalf="body:river-union"),
                                Text("."),
                            ),
                            List(
                                ordered=True,
                                start=3,
                                items=(((Text("Dig."),), (Text("Then wait."),)), ((Text("Plant."),),)),
                            ),
                            (Mention("-", printed=""), Text("Nobody objected.")),
                        ),
                    ),
                    Point(
                        id="a000000002",
                        ordinal="Secondly",
                        lead=(
                            Text("large works", strong=True),
                            Text(" come "),
                            Text("later", link="https://maps.example/later"),
                            Text(" for "),
                            Mention("lund-ivo", printed="Lund"),
                        ),
                        body=(
                            (
                                Text("and cost more, said "),
                                Mention("berg-ada", printed="Berg", strong=True),
                                Text(" and "),
                                Mention("group:guests"),
                                Text("."),
                            ),
                            ferry(),
                        ),
                    ),
                ),
                sections=(
                    Subsection(
                        id="5ec0000002",
                        numeral="A",
                        title="Gardens",
                        points=(
                            Point(
                                id="a000000003",
                                body=(
                                    List(ordered=False, items=(((Text("One a street."), NOTE),),)),
                                    figure(JPEG, decorative=True),
                                ),
                            ),
                        ),
                    ),
                ),
            ),
            Section(
                id="5ec0000003",
                title="And then",
                points=(Point(id="a000000004", ordinal="Firstly", lead=(Text("nothing."),)),),
            ),
        ),
        summarized_by=("Ivo Lund", "Eva Hill"),
        hands=(Hand("Editor", "Bo Hall"),),
        contact=(Labelled("Mail", "office@forum.example"),),
        distribution=(Labelled("To", "the Council"),),
        copies=50,
    )


def chinese():
    """A bulletin in Chinese, of a series with the red head."""
    return Document(
        language="zh",
        forum="雨水论坛",
        edition=2026,
        number=6,
        volume=141,
        date=datetime.date(2026, 11, 18),
        publisher="论坛办公室",
        series=SeriesRef(key="brief", name="简报", masthead="雨水论坛简报", style="redhead"),
        series_title="2026年雨水论坛简报（六）",
        title="雨水花园与老街",
        marking="内部资料",
        editors_note=(
            (Text("会开了一天。"),),
            Table(head=((Text("坝"),), (Text("高"),)), rows=(((Text("老坝"),), (Text("三米"),)),)),
        ),
        lede=((Text("下了雨"), NOTE, Text("。")),),
        roster=(
            RosterEntry(speaker="qin-wenbo", name="秦文波", credit="雨水研究院院长", role="keynote"),
            RosterEntry(speaker="lin-qiaoyun", name="林巧云", credit="局长", role="host"),
        ),
        sections=(
            Section(
                id="5ec0000001",
                numeral="一",
                title="小处着手",
                points=(
                    Point(
                        id="a000000001",
                        ordinal="一是",
                        lead=(Text("先小后大。"),),
                        body=(
                            (Mention("qin-wenbo"), Text("指出，"), Text("一街一园", strong=True), Text("。")),
                            ferry(),
                        ),
                    ),
                    Point(
                        id="a000000002",
                        ordinal="二是",
                        lead=(Text("雨水免费。"),),
                        body=((Mention("lin-qiaoyun", printed="林局长"), Text("认为如此。")),),
                    ),
                ),
            ),
        ),
        summarized_by=("伊沃",),
        hands=(Hand("审核", "何晓"), Hand("签发", "白鹭")),
        contact=(Labelled("电话", "021-0000"),),
        distribution=(Labelled("报", "市政府"), Labelled("发", "各委办")),
        copies=50,
        section_style="chinese",
        point_style="yishi",
    )
