"""What differs between two versions, and where words of the one stand in the other: versions_whole.txt beside this."""

import re
from itertools import pairwise
from pathlib import Path

from bulletins.document import Document, List, Mention, Note, Point, RosterEntry, Section, Text, points
from bulletins.drafts.anchors import anchor_at, followed, moved_place, standing, sure_place
from bulletins.drafts.comparing import differences, matched, partners
from bulletins.drafts.fates import fate_of
from bulletins.drafts.redline import redline
from bulletins.drafts.wording import Stretch, letters_of, paragraphs_of, plain, runs_between, trimmed
from tests.kept_text import as_kept

KEPT = Path(__file__).with_name("versions_whole.txt")
PEOPLE = {"Ada": "ada", "A. Berg": "ada", "Ivo": "ivo", "令狐野": "ye"}

# Versions of one bulletin, each the next one's predecessor. A line is a point: its id, its lead, what follows.
VERSIONS = (
    """
    # Rain
    = Works
    a: Gardens hold rain. | [Ada] said so. It pays. / Nobody objected.
    b: Pumps are loud. | [Ivo] heard them all night.
    c: | Drains are old. They are older than the town. Nobody knows how old.
    = People
    d: Frogs sing. | At night.
    """,
    """
    # Rain and snow
    = Works
    b: Pumps are loud. | [Ivo] heard them all night.
    a: Gardens hold rain. | [A. Berg] said so. It pays. / Nobody objected.
    c: | Drains are old. Nobody knows how old.
    e: | They are older than the town.
    = People
    d: Frogs sing. | At night, and by day.
    """,
    """
    # Rain and snow
    = Great works
    b: Pumps are loud. | [Ada] heard them all night.
    a: Gardens hold rain. | [A. Berg] said so. It pays. / Nobody objected. Drains are old. Nobody knows how old.
    f: New. | • First • Second
    = Frogs
    d: Frogs sing. | At night and by day
    """,
    """
    # Snow
    = Great works
    : Pumps are very loud. | [Ada] heard them all night.
    : Gardens hold rain. | [A. Berg] said so. It pays. / Nobody objected. Drains are old.
    f: New. | • First • Third {By letter.}
    g: Something else. | Wholly.
    """,
)
LINES = (
    ("", ""),
    ("", "Rain."),
    ("Rain.", ""),
    ("Rain fell.", "Rain fell."),
    ("Rain fell.", "Snow fell."),
    ("Rain fell.", "Rain fell twice."),
    ("Rain fell on roofs.", "Rain fell roofs."),
    ("It was a dry year.", "It was one wet year."),
    ("It was a dry and long year.", "It was one dry and short year."),
    ("One, two, three.", "One; two; four."),
    ("One / Two", "One Two"),
    ("One Two", "One / Two"),
    ("One / Two", "One / New / Two"),
    ("[Ada] said so.", "[Ivo] said so."),
    ("[Ada] said so.", "[A. Berg] said so."),
    ("[Ada] said so.", "Ada said so."),
    ("雨水很多。", "雨水不多。"),
    ("雨水很多，很多。", "雪水不少，很多。"),
    ("雨很多。", "雨下得很多。"),
    ("a b c d e", "a x c y e"),
    ("a  b", "a b"),
    ("end", "end ."),
)
# Words of a part, its text, and the texts of all parts after a change.
WORDS = (
    ("rain", {"a": "The rain fell."}, {"a": "The rain fell."}),
    ("rain", {"a": "The rain fell."}, {"a": "All day the rain fell."}),
    ("rain", {"a": "The rain fell."}, {"a": "The snow fell."}),
    ("rain", {"a": "The rain fell."}, {"b": "The rain fell."}),
    ("rain", {"a": "The rain fell."}, {"a": "Nothing.", "b": "The rain fell."}),
    ("rain", {"a": "The rain fell."}, {"a": "A rain.", "b": "The rain fell."}),
    ("rain", {"a": "The rain fell."}, {"a": "rain rain The rain fell. rain"}),
    ("rain", {"a": "The rain fell."}, {"a": "Some rain came, much rain fell."}),
    ("rain", {"a": "rain"}, {"a": "rain"}),
    ("rain", {"a": "rain"}, {"a": "much rain"}),
    ("rain", {"a": "rain"}, {"a": "much rain, more rain"}),
    ("", {"a": "The rain fell."}, {"a": "The rain fell."}),
    ("", {"a": "The rain fell."}, {"b": "The rain fell."}),
    ("", {"a": "One\n\nTwo"}, {"a": "Zero\nOne\n\nTwo"}),
    ("over the old weirs of the town", {"a": "Rain fell over the old weirs of the town."},
     {"b": "Snow lay over the old weirs of the town for weeks."}),
    ("weirs", {"a": "It rained for days on the old weirs of the town, and for weeks on the new ones of it."},
     {"a": "It snowed for days on the old weirs of the town, and for weeks on the new weirs of it."}),
)  # fmt: skip


def inlines(text):
    """Read words, with [names] as credits and {notes}."""
    for piece in re.split(r"(\[[^]]+\]|\{[^}]+\})", text):
        if piece.startswith("["):
            yield Mention(PEOPLE[piece[1:-1]], printed=None if piece != "[A. Berg]" else "A. Berg")
        elif piece.startswith("{"):
            yield Note(blocks=((Text(piece[1:-1]),),))
        elif piece:
            yield Text(piece)


def paragraphs(text):
    return tuple(tuple(inlines(one.strip())) for one in text.split(" / ")) if text else ()


def body(text):
    if text.startswith("•"):
        return (
            List(ordered=False, items=tuple((tuple(inlines(one.strip())),) for one in text.split("•")[1:])),
        )
    return paragraphs(text)


def document(text):
    title, sections = "", []
    for line in filter(None, map(str.strip, text.splitlines())):
        if line.startswith("# "):
            title = line[2:]
        elif line.startswith("= "):
            sections.append([line[2:], []])
        else:
            key, _, told = line.partition(":")
            lead, _, rest = told.partition("|")
            sections[-1][1].append(
                Point(id=key, lead=tuple(inlines(lead.strip())), body=body(rest.strip()), ordinal="Firstly")
            )
    return Document(
        title=title,
        roster=tuple(
            RosterEntry(speaker=key, name=name, credit="Dean")
            for name, key in PEOPLE.items()
            if name != "A. Berg"
        ),
        sections=tuple(
            Section(id=f"s{number}", title=name, numeral="I", points=tuple(some))
            for number, (name, some) in enumerate(sections)
        ),
    )


def of_versions():
    for before, after in pairwise(map(document, VERSIONS)):
        yield f"# {before.title} → {after.title}"
        for part in redline(before, after):
            pieces = "".join(
                {"kept": "{}", "inserted": "+[{}]", "deleted": "-[{}]"}[one.mark].format(one.text)
                + (f"<{one.speaker}>" if one.speaker else "")
                for one in part.pieces
            )
            place = f"{part.before or '∅'} → {part.after or '∅'}{' moved' if part.moved else ''}"
            yield f"{part.name} {part.kind} {part.anchor} {place}: {pieces}"
        yield from (
            f"{one.kind} {one.part}: {one.before} → {one.after}" for one in differences(before, after)
        )
        yield f"partners: {sorted(partners(before, after).items())}"
        for _, point in points(before):
            if point.id:
                fate = fate_of(point.id, before, after)
                yield f"{point.id} {fate.kind}: {' '.join(fate.into)}"


def of_lines():
    for before, after in LINES:
        old, new = (letters_of(paragraphs(one)) for one in (before, after))
        runs = runs_between((Stretch(old, True),), (Stretch(new, True),))
        told = (f"{run.start}-{run.end} “{plain(run.now)}” {paragraphs_of(run.now)}" for run in runs)
        yield f"“{before}” → “{after}”: {'; '.join(told)}, the same at both ends: {trimmed(old, new)}"
    yield f"{matched([one for one, _ in LINES], [other for _, other in LINES])}"


def of_words():
    for words, before, now in WORDS:
        start = before["a"].find(words) if words else before["a"].find("\n\n") + 1
        anchor = anchor_at(before, "a", start, start + len(words))
        place = sure_place(anchor, before, start)
        yield f"“{words}” of {before} in {now}"
        yield f"    stands {standing(anchor, now)}"
        yield f"    follows {followed(anchor, now)}"
        yield f"    surely {sure_place(anchor, now, start)}"
        yield f"    moved {moved_place(place, before, now)}"


def test_what_differs_between_versions_is_what_the_list_says():
    text = "\n".join((*of_versions(), "", *of_lines(), "", *of_words())) + "\n"

    assert text == as_kept(KEPT, text)
