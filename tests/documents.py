"""Documents for the renderers' tests: ordinary, hostile, huge and nearly empty. All people are invented."""

import datetime

import msgspec

from bulletins.document import Document, Mention, Point, RosterEntry, Section, Text

HOSTILE = "#let $x$ @a <b> \\ {{ y }} {% z %} & \" ' `q` *w* _e_ [r](t) ~ ^ | 1. // /*"
UNPRINTABLE = "🙂 สวัสดี سلام"
FILLER = "The tide came in at noon and went out again, and the meeting noted that it had. "


def english(points=10, speakers=13, body=FILLER * 6):
    """A bulletin of a real one's size."""
    roster = tuple(
        RosterEntry(
            speaker=f"speaker-{index}",
            name=f"Person{index} Surname{index}",
            credit=f"Keeper of Light {index}, Office of Lamps",
            role="thematic report",
        )
        for index in range(speakers)
    )
    made = [
        Point(
            ordinal="Firstly",
            lead=(Text(f"lamp number {index} must be lit before dusk."),),
            body=(
                (
                    Text("As proposed by "),
                    Mention(f"speaker-{index % max(speakers, 1)}"),
                    Text(f", {body}".rstrip()),
                ),
            ),
        )
        for index in range(points)
    ]
    third = max(1, -(-points // 3))
    groups = [made[start : start + third] for start in range(0, points, third)]
    from_language = ("I", "II", "III")
    return Document(
        number=6,
        volume=141,
        date=datetime.date(2026, 6, 16),
        publisher="Office of Lamps",
        series_title="2026 Lamp Forum Bulletin VI",
        title="How a Harbour Is Lit",
        editors_note=((Text("The seminar asked who lights the lamps."),),),
        lede=(
            (
                Text("It was agreed that "),
                Text("somebody must", strong=True),
                Text(", and "),
                Text("soon", emphasis=True),
                Text("."),
            ),
        ),
        roster=roster,
        sections=tuple(
            Section(numeral=numeral, title=f"Lamps of Quay {numeral}", points=tuple(group))
            for numeral, group in zip(from_language, groups, strict=False)
        ),
        summarized_by=("Wren Castellan",),
    )


def by_rapporteur(*names):
    """A bulletin that these wrote."""
    return msgspec.structs.replace(english(points=1, speakers=1), summarized_by=names)


def chinese():
    """A Chinese bulletin."""
    return Document(
        language="zh",
        number=6,
        volume=141,
        date=datetime.date(2026, 6, 16),
        publisher="灯火办公室",
        series_title="2026年灯火论坛简报（六）",
        title="港口的灯由谁点亮",
        editors_note=((Text("研讨会讨论了谁来点灯。"),),),
        lede=((Text("大家"), Text("一致认为", strong=True), Text("要有人点灯。")),),
        roster=(
            RosterEntry(speaker="deng-yuan", name="灯远", credit="灯火办公室主任", role="thematic report"),
        ),
        sections=(
            Section(
                numeral="一",
                title="点灯",
                points=(
                    Point(
                        ordinal="一是",
                        lead=(Text("天黑之前点灯。"),),
                        body=((Mention("deng-yuan"), Text("指出，灯要早点。")),),
                    ),
                ),
            ),
        ),
        summarized_by=("闻一舟",),
        section_style="chinese",
        point_style="yishi",
    )


def hostile(text=HOSTILE):
    """A bulletin with the same awkward text in every place."""
    return Document(
        number=1,
        volume=1,
        date=datetime.date(2026, 6, 16),
        publisher=text,
        series_title=text,
        title=text,
        issn="1234-5678",
        editors_note=((Text(text),),),
        lede=((Text(text, strong=True), Text(text, emphasis=True)),),
        roster=(RosterEntry(speaker="x", name=text, credit=text),),
        sections=(
            Section(
                numeral="I",
                title=text,
                points=(
                    Point(
                        ordinal="Firstly",
                        lead=(Text(text),),
                        body=((Mention("x"), Mention("x", text), Text(text)),),
                    ),
                ),
            ),
        ),
        summarized_by=(text,),
    )
