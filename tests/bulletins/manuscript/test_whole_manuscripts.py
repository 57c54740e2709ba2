"""Small whole manuscripts, and all that is read from each: what stands in whole_manuscripts.txt beside."""

import json
from pathlib import Path

import msgspec

from bulletins.manuscript.blocks import Manuscript
from bulletins.manuscript.structure import read_structure
from tests.blocks import block
from tests.kept_text import as_kept

KEPT = Path(__file__).with_name("whole_manuscripts.txt")
# A block a line; "^ " begins a footnote, and "^+ " its next paragraph.
MANUSCRIPTS = {
    "Footnotes: the one with the most people is the roster, others stand at their marks or are told": (
        "# Rain over Fenmark",
        "Rain[^1] falls on the weir. Ada Berg said that it pays.[^3]",
        "|=Place|=Rain|",
        "|Weir[^5]|9|",
        "^ Rain is measured.",
        "^+ Twice a day.",
        "^ Ada Berg, Dean of Rain; Ivo Lund, Clerk of Weirs",
        "^ Omar Teal, Dean of Sun",
        "^ Nobody put this anywhere.",
        "^+ Not this either.",
        "^ Of the weir.",
    ),
    "Footnotes without people": ("# Rain over Fenmark", "Rain[^1] falls.", "^ Rain is measured."),
    "Pages: numbers are told, their heads and feet tell what the masthead lacks": (
        "<page-line> No. 6",
        "<page-line> Rain over Fenmark",
        "<page-line> Nobody’s business",
        "# Rain over Fenmark",
        "Rain falls on the weir, it is said.",
        "7",
        "It stops.",
    ),
    "A note mark sticks to one word": (
        "# Rain over Fenmark",
        "Rain falls on the weir, as speakers1 hold.",
        "1 Speakers: Ada Berg, Dean of Rain; Ivo Lund, Clerk of Weirs",
        "Ada Berg said that it pays.",
    ),
    "A note mark may be of either of two words": (
        "# Rain over Fenmark",
        "Rain1 falls on the weir, as speakers1 hold.",
        "1 Speakers: Ada Berg, Dean of Rain; Ivo Lund, Clerk of Weirs",
    ),
    "No point and no note is a list of people": (
        "# Rain over Fenmark",
        "Firstly, Ada Berg, Dean of Rain; Ivo Lund, Clerk of Weirs; Omar Teal, Dean of Sun.",
        "Editor’s Note: Ada Berg, Dean of Rain; Ivo Lund, Clerk of Weirs; Omar Teal, Dean of Sun.",
        "(1) Ada Berg, Dean of Rain; Ivo Lund, Clerk of Weirs; Omar Teal, Dean of Sun.",
    ),
    "A numbered list of people is one": (
        "# Rain over Fenmark",
        "It rains, it is said.",
        "1. Ada Berg, Dean of Rain; Ivo Lund, Clerk of Weirs; Omar Teal, Dean of Sun.",
    ),
    "Two lists, the second without a label, and a label with people behind it": (
        "# Rain over Fenmark",
        "Rain falls on the weir, it is said.",
        "Speakers: Ada Berg, Dean of Rain; Ivo Lund, Clerk of Weirs",
        "Omar Teal, Dean of Sun; Una Vik, Clerk of Moons; Petra Kos, Dean of Stars",
        "Moderators: Chairman Mr. Ivo Teal; Clerk Ms. Ada Kos",
    ),
    "Labels above names, and a line above them that stays": (
        "# Rain over Fenmark",
        "All were well\nModerator: Ada Berg\nSpeakers: Ivo Lund, Omar Teal",
        "Ada Berg said that it rains.",
    ),
    "A heading with people below it, and one without": (
        "# Rain over Fenmark",
        "## Speakers",
        "• Ada Berg, Dean of Rain",
        "• Ivo Lund, Clerk of Weirs",
        "## Participants",
        "Nobody was there, and the rain fell.",
        "## Costs",
        "Ada Berg said that it costs.",
    ),
    "Rows of people from a table": (
        "Attendees:",
        "<person> Ada Berg, Dean of Rain",
        "<person> Ivo Lund, Clerk of Weirs",
        "<aside> Apologies were noted",
        "# Rain over Fenmark",
        "Subtitle of it",
        "Ada Berg said that it rains.",
    ),
    "A table in the head": (
        "<row> No. 7 | 2026-03-05",
        "# Rain over Fenmark",
        "<row> Fenmark Weir Office",
        "<row> Too late",
        "Rain falls on the weir.",
    ),
    "Headings with a rule, text or a note below them": (
        "# Rain over Fenmark",
        "## Of Weirs",
        "---",
        "Editor’s Note: It rains on the weir, and the weir holds, as it is said to do by all.",
        "## Works",
        "---",
        "It rains on the weir, and the weir holds.",
    ),
    "A heading right above the text is of the text": (
        "# Rain over Fenmark",
        "## Of Weirs",
        "It rains on the weir, and the weir holds.",
    ),
    "Two lists behind headings, right behind each other": (
        "# Rain over Fenmark",
        "It rains, it is said.",
        "## Speakers",
        "Ada Berg, Dean of Rain",
        "## Guests",
        "Ivo Lund, Clerk of Weirs",
    ),
    "Words of two languages, with just twice as many characters as words": (
        "雨水 rain",
        "水要 keep.",
        "令狐 said.",
    ),
    "Words of two languages, with more": ("雨水 rain", "水要留 keep.", "令狐 said."),
    "Drafts, rules and titles in the head": (
        "— DRAFT —",
        "---",
        "<head> No. 7",
        "# Rain over Fenmark",
        "## Of Weirs and Drains",
        "### 2026-03-05",
        "<title> Rain over Fenmark",
        "## Works",
        "It rains on the weir, and the weir holds.",
        "# Rain over Fenmark",
        "It stops.",
    ),
    "Headings below the title, with text below them": (
        "## Rain over Fenmark",
        "### Weirs",
        "#### Drains",
        "Editor’s Note: It rains.",
        "#### Deep drains",
        "It rains on the weir, and the weir holds.",
    ),
    "A heading with a numeral ends the head": (
        "# Rain over Fenmark",
        "## I. Works",
        "## II. Costs",
        "It costs.",
    ),
    "A label of a note with nothing below, and one with a heading": (
        "# Rain over Fenmark",
        "It rains on the weir, and the weir holds.",
        "Editor’s Note:",
    ),
    "A label of a note above it": (
        "# Rain over Fenmark",
        "Editor’s Note",
        "It rains on the weir, and the weir holds.",
        "It stops, and starts again.",
    ),
    "A label of a note above a heading": (
        "# Rain over Fenmark",
        "Editor’s Note",
        "## Works",
        "It rains on the weir, and the weir holds.",
    ),
    "Who wrote it, in the last line": (
        "# Rain over Fenmark",
        "It rains on the weir, and the weir holds.",
        "Summarized by: Ada Berg, Ivo Lund",
    ),
    "Who wrote it, in the first": (
        "Summarized by: Ada Berg",
        "# Rain over Fenmark",
        "It rains on the weir, and the weir holds.",
    ),
    "Who wrote it, twice": (
        "# Rain over Fenmark",
        "It rains on the weir, and the weir holds.",
        "Compiled by Ivo Lund",
        "It stops, and starts again, as it does.",
        "Written by Ada Berg",
    ),
    "The day is in the text": (
        "# Rain over Fenmark",
        "FENMARK, Sep 5 2023 – It rains on the weir.",
        "It stops.",
    ),
    "Two days are in the text": (
        "# Rain over Fenmark",
        "From Sep 5 2023 to Sep 6 2023 it rained on the weir.",
    ),
    "雨水，一、二": (
        "雨水简报",
        "第3期",
        "芦汀雨水要留",
        "出席：令狐野、端木晴、令狐野",
        "【编者按】下雨。",
        "与会专家：令狐野（芦汀大学教授）、端木晴（芦汀水务局局长）",
        "一、工程",
        "令狐野指出，水要留。",
        "二、端木晴（芦汀水务局局长）：水要流",
        "水从屋顶流下来。",
    ),
    "No more than a title": ("# Rain over Fenmark",),
    "雨水，不都是人": (
        "<page-line> 出席：令狐野、端木晴",
        "芦汀雨水要留",
        "主持人：水流",
        "参加：雨水、管网",
        "令狐野指出，水要留。",
    ),
    "雨水，文末有署名": (
        "芦汀雨水要留",
        "令狐野指出，水要留。",
        "责任编辑：端木晴",
        "整理：洪端木",
        "欢迎投稿",
    ),
    "雨水，有编前语": (
        "芦汀雨水要留",
        "编前语：下雨。",
        "主持人：令狐野 水要留，他说。",
        "水从屋顶流下来，从街道流进管网。",
    ),
    "雨水，编者按在上一行": ("芦汀雨水要留", "编者按：", "下雨，水从屋顶流下来。", "水要留，令狐野说。"),
    "雨水，记录": (
        "芦汀雨水要留",
        "主持人：您好，我们开始。",
        "令狐野：我说水要留。",
        "（掌声）",
        "端木晴认为，水要流。",
        "令狐野：我同意。",
        "水要留",
    ),
    "Speeches, with asides, lists and headings between them": (
        "# Rain over Fenmark",
        "Speakers: Ada Berg, Dean of Rain; Ivo Lund, Clerk of Weirs",
        "Ada Berg: Good morning. We meet.",
        "Ivo Lund noted that it rains.",
        "I note that Ivo Lund noted it.",
        "[Laughter]",
        "•#1 I rain",
        "•#1 we stop, Ivo Lund said.",
        "Ivo Lund: Thank you. I speak for Ada Berg.",
        "[I note a bracket] that Ada Berg opened.",
        "A line without a stop that is one letter longer than a title",
        "I note, Ada Berg said, that it was no title.",
        "A line without a stop that is just as long as titles may be",
        "I note, Ada Berg said, that nobody speaks here.",
        "Ada Berg: I close. We thank all.",
        "**Ivo Lund closed** the weir.",
        "Ivo Lund: I go, as I said to Ada Berg.",
    ),
    "Speeches in reported words": (
        "# Rain over Fenmark",
        "Speakers: Ada Berg, Dean of Rain; Ivo Lund, Clerk of Weirs",
        "Ada Berg: It was morning. All met.",
        "Ivo Lund noted that it rains.",
        "Ivo Lund: All was said.",
        "Ada Berg: It rains.",
        "Weirs held.",
    ),
    "Speeches before dashes": (
        "# Rain over Fenmark",
        "Present: Ada Berg (Mayor), Ivo Lund (Trustee), Omar Teal (Clerk)",
        "It rained, and all met.",
        "Mayor Berg – We meet. I open.",
        "Trustee Lund – I agree with Mayor Berg.",
        "Mayor Berg – I close.",
        "Trustee Lund – We went.",
    ),
    "Lists and tables": (
        "# Rain over Fenmark",
        "1. Rain falls. There are:",
        "•#1 a",
        "#1 more of a",
        "•#1 b",
        "3.#2 c",
        "4.#2 d",
        "|=Place|=Rain|",
        "|Weir|9|",
        "Rain stops.",
        "2. Weirs hold.",
        "#4 |a|b|",
    ),
    "Sub-sections, and bold that runs on": (
        "# Rain over Fenmark",
        "## I. Works",
        "### Drains",
        "**Firstly, drains are deep. They are.** And wide.",
        "### Weirs",
        "**Firstly, weirs hold.** They do.",
        "**Secondly, weirs are wide. They are.** And deep.",
        "## II. Costs",
        "**Firstly, it costs. It does.** Much.",
        "### Pipes",
        "**Firstly, pipes leak. They do.** And more.",
    ),
    "Leads that are titles": (
        "# Rain over Fenmark",
        "1. Rain",
        "Rain falls on the weir.",
        "2. Weirs",
        "hold the rain.",
        "3. Lists",
        "•#1 a",
    ),
    "Credits that are typed as marks, bold ones, and names that credit nobody": (
        "# Rain over Fenmark",
        "Speakers: Ada Berg, Dean of Rain; Ivo Lund, Clerk of Weirs; the participating guests",
        "@[ada-berg] said that it rains. @[ada-berg|Berg] and **@[ivo-lund|Ivo]** said more, **@[ivo-lund]** too.",
        "“When @[ivo-lund|Lund] says so, we vote,” said Ada Berg. “Ivo Lund says no,” she said.",
        "“Ivo Lund said that it rains,” Ada Berg recalled. “We pay,” said Lund.",
        "**Ivo Lund** was there. **Ada Berg and Ivo Lund** were thanked. Rain fell on Ada Berg.",
        "Ivo Lund was there. He said that it rains. Then Ada Berg came.",
        "It rained. Ada Berg was there. She also noted that it stops.",
        "Ada Berg, Dean of Rain, said so. So did Ivo Lund, Clerk of Weirs.",
    ),
    "People whom the text itself introduces, in full and in short": (
        "# Rain over Fenmark",
        "Petra Kos, Dean of Rain, said that it rains. Kos added that it pours. Dr. Kos thanked all.",
        "Members Ada Berg and Ivo Lund said that it stops. Berg noted that weirs hold. Ada Berg was there.",
        "Tran Van Minh, Clerk of Weirs, said that drains leak. Minh added that pipes do.",
        "Ole Berg-Lund asked why. Una De Berg, Head of Drains, said why. De Berg closed the weir.",
        "Mr. Teal said that it is late. Petra Kos was there. She said that it is early.",
        "Petra Kos (Dean of Rain and of Drains) said so again.",
    ),
    "Two of one family name, and somebody who is only told of": (
        "# Rain over Fenmark",
        "Petra Lund, Dean of Rain, said that it rains. Ivo Lund, Clerk of Weirs, said that it stops.",
        "Lund said that it pours. Petra said that it does not. Ivo Lund, who had paid, was thanked.",
        "Omar Teal built the weir. Omar Teal paid for it. As Una Vik put it, all was well.",
    ),
    "Bodies that speak, and on whose behalf": (
        "# Rain over Fenmark",
        "Ada Berg (NORLAND), for the DELTA GROUP, said that it rains.",
        "NORLAND said that it stops, opposed by SUTLAND. The DELTA GROUP asked why.",
        "Ada Berg, on behalf of the WEIR UNION, supported by NORLAND, asked for time.",
    ),
    "Initials, posts and lists of who was there": (
        "# Minutes of the Weir Committee",
        "Present: Ada Berg (AB), Una Kos (Mayor), Ivo Lund (Clerk), Omar (Trustee)",
        "It rained, and the committee met.",
        "AB said that it rains. The Clerk advised that it stops. Omar asked why. The Mayor was thanked.",
        "Present: Una Vik (Dean), Petra Kos\nBo Teal",
        "Vik noted that the weir holds. Bo Teal left.",
        "AB and the Clerk agreed to pay.",
    ),
    "A record in which labels call people by parts of their names": (
        "# Rain over Fenmark",
        "Speakers: Ada Berg, Dean of Rain; Ivo Lund, Clerk of Weirs",
        "BERG: Good morning. We meet, as Ivo Lund said.",
        "LUND: Thank you. I agree with Petra Kos, Dean of Sun, who said that it rains.",
        "Dr. TEAL: I differ.",
        "The Chairman: Order. I close.",
        "Omar VIK (Head of Drains): I came late.",
        "BERG: I close the weir.",
    ),
    "雨水，人在文中": (
        "芦汀雨水要留",
        "芦汀大学教授令狐野指出，水要留。令狐野还说，管网要修。令狐教授认为水闸要开。",
        "水务局局长端木晴表示，钱要花。端木晴很高兴。端木局长强调，堤岸要加固。",
        "有人问端木晴为什么。令狐野教授没有来。",
        "与会嘉宾一致认为，雨水要用。大家感谢与会嘉宾。",
        "**令狐野**修了水闸。洪安认为，雨会停。",
    ),
    "雨水，对话": (
        "芦汀雨水要留",
        "嘉宾：令狐野（芦汀大学教授）",
        "记者：为什么下雨？",
        "令狐野：我说不好，端木晴指出过原因。",
        "端木晴（水务局局长）：我说过，水要留。",
        "记者：谢谢令狐野。",
        "令 狐 野：我谢谢大家。",
    ),
    "Leads that a credit runs on from, and leads that are titles": (
        "# Rain over Fenmark",
        "**1. Petra Kos** said that it rains. It does.",
        "**2. Weirs** Una Vik, Dean of Rain, said that they hold.",
        "**3. It costs.** Omar Teal, Clerk of Weirs, said how much.",
        "**4. Bo Lund**",
        "•#1 said so",
    ),
    "雨水，观点有题": (
        "芦汀雨水要留",
        "**一是水要留**令狐野教授指出，水要流。",
        "**二是管网要修。**端木晴局长指出，管网要修。",
    ),
    "Rows of people below the title, and a line below them": (
        "# Rain over Fenmark",
        "<person> Ada Berg, Dean of Rain",
        "Of weirs",
        "Ada Berg said that it rains.",
    ),
    "Who wrote it, in a line that is too long for that": (
        "# Rain over Fenmark",
        "It rains on the weir, and the weir holds.",
        f"Compiled by Ada Berg and all the others{' of the office' * 11} of sun",
    ),
    "Who wrote it, in a line that is just as long": (
        "# Rain over Fenmark",
        "It rains on the weir, and the weir holds.",
        f"Compiled by Ada Berg and all the others{' of the office' * 11} of it",
    ),
}


def manuscript(lines):
    blocks, notes = [], []
    for line in lines:
        if line.startswith("^ "):
            notes.append((block(line[2:]),))
        elif line.startswith("^+ "):
            notes[-1] = (*notes[-1], block(line[3:]))
        else:
            blocks.append(block(line))
    return Manuscript(tuple(blocks), tuple(notes))


def bare(value):
    """Leave out what is empty, as most fields are, and what is always so; text without more is a text."""
    if isinstance(value, list | tuple):
        return [bare(one) for one in value]
    if not isinstance(value, dict):
        return value
    if value.keys() == {"type", "text"}:
        return value["text"]
    always = (("kind", "person"), ("schema", value.get("schema")))
    kept = {name: bare(one) for name, one in value.items() if (name, one) not in always}
    return {
        name: one
        for name, one in kept.items()
        if one not in ("", None, [], {}, False) or (name == "printed" and one == "")
    }


def shown(value):
    return json.dumps(bare(value), ensure_ascii=False)


def told(lines):
    return told_of(*read_structure(manuscript(lines)))


def told_of(document, findings):
    """All of a document that is not empty, and the findings, a line each part."""
    fields = msgspec.to_builtins(document)
    yield shown({name: one for name, one in fields.items() if name not in ("sections", "roster")})
    yield from (f"who: {shown(one)}" for one in fields["roster"])
    for section in fields["sections"]:
        for below in (section, *section.pop("sections")):
            points = below.pop("points")
            yield f"{'section' if below is section else 'sub-section'}: {shown(below)}"
            yield from (f"  {shown(point)}" for point in points)
    for one in findings:
        yield f"{one.code} {one.where}: {shown(dict(one.params))}"


def test_all_that_is_read_from_small_manuscripts():
    found = "\n\n".join("\n".join([f"# {name}", *told(lines)]) for name, lines in MANUSCRIPTS.items())

    assert found == as_kept(KEPT, found)
