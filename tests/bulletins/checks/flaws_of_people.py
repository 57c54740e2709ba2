"""Bulletins with flaws in whom they name and credit: each with the facts that surround it."""

import msgspec

from bulletins.checks import Facts
from bulletins.document import Mention, RosterEntry, Text
from tests.bulletins.checks.content import ADA, IVO, bulletin, chinese

SAID = (Mention("berg-ada"), Text(" said so."))
NONE = Facts()


def named(count):
    return tuple(
        RosterEntry(speaker=f"p{place}", name=f"{letter}na {letter}ill", credit=f"Dean {letter}")
        for place, letter in zip(range(count), "BCDFGH", strict=False)
    )


PEOPLE = {
    "somebody who is not listed": (
        bulletin((Mention("x"), Mention("y", "Eva"), Text(" sang."))),
        NONE,
    ),
    "somebody who speaks for a body that is not listed": (
        bulletin((Mention("berg-ada", behalf="body:delta"), Text(" said so."))),
        NONE,
    ),
    "four who say nothing": (
        bulletin(roster=(ADA, *named(4))),
        NONE,
    ),
    "five who say nothing": (
        bulletin(roster=(ADA, *named(5))),
        NONE,
    ),
    "hosts, bodies and who is spoken for": (
        bulletin(
            (Mention("berg-ada", behalf="lund-ivo"), Text(" said so.")),
            roster=(
                ADA,
                IVO,
                RosterEntry(speaker="a", name="Bo Hill", credit="Dean", role="host"),
                RosterEntry(speaker="b", name="Co Hill", credit="Dean", role="moderator"),
                RosterEntry(speaker="c", name="Do Hill", credit="Clerk", role="keynote"),
                RosterEntry(speaker="d", name="River Union", kind="body"),
            ),
        ),
        NONE,
    ),
    "another credit": (
        bulletin((Mention("berg-ada", "Ada Berg, Head of Roofs"), Text(" said so."))),
        NONE,
    ),
    "a credit in part, by a post, with the institution alone": (
        bulletin(
            (Mention("berg-ada", "Ada Berg, Head of Drains"), Text(" spoke.")),
            (Mention("berg-ada", "Ada Berg of the City of Ulm-on-Sea"), Text(" spoke.")),
            (Mention("berg-ada", "Ada Berg (pictured left), Head of Drains"), Text(" spoke.")),
            (Mention("berg-ada", "Mayor Ada Berg"), Text(" spoke.")),
            (Mention("berg-ada", "the old Mayor Ada Berg"), Text(" spoke.")),
            (Mention("berg-ada", "the very old Mayor Ada Berg"), Text(" spoke.")),
            (Mention("berg-ada", "Mayor Ada Berg, Head of Drains"), Text(" spoke.")),
            (Mention("berg-ada", "Ada Berg AB"), Text(" spoke.")),
            (Mention("berg-ada", "Ada Berg:,"), Text(" spoke.")),
        ),
        NONE,
    ),
    "names a letter or two off": (
        bulletin(
            (
                Mention("berg-ada"),
                Text(" met Amelya Lindqist, Amelia Lindqvist, AMELIA LINDQVIST and Evaa Bergson."),
            ),
            roster=(
                ADA,
                RosterEntry(speaker="a", name="Amelia Lindqvist", credit="Poet", role="host"),
                RosterEntry(speaker="b", name="Eva Bergson", credit="Clerk", role="host"),
            ),
        ),
        NONE,
    ),
    "one family name of two": (
        bulletin(
            (*SAID, Mention("berg-eva", "Berg"), Text(" and "), Mention("lund-ivo", "Lund"), Text(" won.")),
            roster=(ADA, RosterEntry(speaker="berg-eva", name="Eva Berg", credit="Poet"), IVO),
        ),
        NONE,
    ),
    "one person twice, and two of one post": (
        bulletin(
            roster=(
                ADA,
                RosterEntry(speaker="a", name="BERG Ada", credit="Poet", role="host"),
                RosterEntry(speaker="b", name="Amelia Lindqvist", credit="Dean", role="host"),
                RosterEntry(speaker="c", name="Amelia Lindkvist", credit="Dean", role="host"),
                RosterEntry(speaker="d", name="Amelia Lindqvest", credit="", role="host"),
                RosterEntry(speaker="e", name="the guests", kind="group", role="host"),
                RosterEntry(speaker="f", name="the guests", kind="group", role="host"),
            )
        ),
        NONE,
    ),
    "names in plain text": (
        bulletin(
            (*SAID, Text(" Ivo Lund has no hat on, as Lee said. Then Ivo Lund said no.")),
            (Text("Eva Hill has no hat on, as Lee said."),),
            roster=(ADA, IVO, RosterEntry(speaker="e", name="Eva Hill", credit="Poet", role="host")),
        ),
        NONE,
    ),
    "credits of somebody without one, and in part": (
        bulletin(
            (Mention("a", "the very old Mayor Eva Hill"), Text(" spoke.")),
            (Mention("berg-ada", "Ada Berg of Ulm-on-Sea"), Text(" spoke.")),
            (Mention("berg-ada", "Ada Berg, Ulm-on-Sea, Drains"), Text(" spoke.")),
            (Mention("b", "Bo Hill of the Office Rain"), Text(" spoke.")),
            (Mention("berg-ada", "Ada Berg X"), Text(" spoke.")),
            (Mention("berg-ada", "Ada Berg Xy"), Text(" spoke.")),
            (Mention("berg-ada", "Berg, Head of Roofs"), Text(" spoke.")),
            roster=(
                ADA,
                RosterEntry(speaker="a", name="Eva Hill"),
                RosterEntry(speaker="b", name="Bo Hill", credit="Rain Office"),
            ),
        ),
        NONE,
    ),
    "one, two and three letters off names of eleven and twelve": (
        bulletin(
            (
                *SAID,
                Text(" Eva Bergsox. Eva Bergxox. Eva Bergsonx. Eva Bergsoxx. Eva Bergxoxx. "),
                Mention("x", "Eva Bergsoy, Poet"),
                Text("."),
            ),
            roster=(
                ADA,
                RosterEntry(speaker="a", name="Eva Bergson", credit="Poet", role="host"),
                RosterEntry(speaker="b", name="Eva Bergsonn", credit="Clerk", role="host"),
            ),
        ),
        NONE,
    ),
    "in Chinese a letter makes another name": (
        chinese(
            "阿卜杜勒·拉赫曼来了，Amelia Lindkvist也来了。",
            roster=tuple(
                RosterEntry(speaker=key, name=name, credit="院长", role="host")
                for key, name in (
                    ("li-xiaoming", "李小明"),
                    ("a", "阿卜杜勒·拉赫曼"),
                    ("b", "阿卜杜拉·拉赫曼"),
                    ("c", "Amelia Lindqvist"),
                )
            ),
        ),
        NONE,
    ),
    "of many of one post the first are compared": (
        bulletin(
            roster=(
                ADA,
                *(
                    RosterEntry(speaker=f"h{place}", name=name, credit="Dean", role="host")
                    for place, name in enumerate(
                        [
                            *(f"{chr(65 + at) * 5} {chr(70 + at) * 5}" for at in range(21)),
                            f"{'T' * 5} {'Y' * 4}Z",
                            f"{'U' * 5} {'Z' * 4}A",
                        ]
                    )
                ),
            )
        ),
        NONE,
    ),
    "names in plain text where nobody is listed": (
        bulletin((Text("Ada Berg said that it rains. As noted by … it rains."),), roster=()),
        NONE,
    ),
    "names of others that begin alike": (
        bulletin(
            (*SAID, Text(" Then Ivo Lund Hill said that it rains.")),
            (Text("Ivo Lund Foundation has no hat on, as Lee said."),),
            (Text("Ada Berg has no hat on, as Lee said."),),
            roster=(
                ADA,
                msgspec.structs.replace(IVO, role="host"),
                RosterEntry(speaker="e", name="Ivo Lund Hill", credit="Poet", role="host"),
            ),
        ),
        NONE,
    ),
    "a name that says something after it was spoken of, and before": (
        bulletin(
            (*SAID, Text(" It rained.")),
            (Text("Ivo Lund has no hat on, as Lee said."),),
            (Text("Ivo Lund said that it rains."),),
            (Text("Eva Hill said that it rains."),),
            (Text("Eva Hill has no hat on, as Lee said."),),
            roster=(
                ADA,
                msgspec.structs.replace(IVO, role="host"),
                RosterEntry(speaker="e", name="Eva Hill", credit="Poet", role="host"),
            ),
        ),
        NONE,
    ),
}
