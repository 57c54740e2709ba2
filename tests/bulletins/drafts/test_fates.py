"""What became of a point of one version in a later one."""

import pytest

from bulletins.document import Document, Point, Section, Text
from bulletins.drafts.fates import Fate, fate_of


def version(*sections):
    """Sections by their points, each point by its id and its sentences."""
    return Document(
        sections=tuple(
            Section(
                id=f"s{place}",
                points=tuple(
                    Point(id=key, ordinal=str(at), lead=(Text(text),))
                    for at, (key, text) in enumerate(some, 1)
                ),
            )
            for place, some in enumerate(sections)
        )
    )


RAIN, SNOW, WIND = "Rain fell here.", "Snow came then.", "Wind blew last."
BEFORE = version([("a", f"{RAIN} {SNOW}"), ("b", WIND)])


@pytest.mark.parametrize(
    ("after", "expected"),
    [
        (BEFORE, Fate(kind="same", into=("a",))),
        (version([("b", WIND), ("a", f"{RAIN} {SNOW}")]), Fate(kind="moved", into=("a",))),
        (version([("b", WIND)], [("a", f"{RAIN} {SNOW}")]), Fate(kind="moved", into=("a",))),
        (version([("a", RAIN), ("b", WIND)]), Fate(kind="changed", into=("a",))),
        (version([("a", RAIN), ("c", SNOW)]), Fate(kind="split", into=("a", "c"))),
        (version([("a", RAIN), ("c", "Hail came.")]), Fate(kind="changed", into=("a",))),
        # Of two sentences that went, one as long as the other is half.
        (version([("a", ""), ("c", RAIN)]), Fate(kind="split", into=("a", "c"))),
        # What went into a point that stood before is merged, into a new one moved, into several new ones split.
        (version([("b", f"{WIND} {RAIN} {SNOW}")]), Fate(kind="merged", into=("b",))),
        (version([("c", f"{RAIN} {SNOW}")]), Fate(kind="moved", into=("c",))),
        (version([("c", RAIN), ("d", SNOW)]), Fate(kind="moved", into=("c", "d"))),
        # Half of the letters is enough, less is not.
        (version([("c", RAIN)]), Fate(kind="moved", into=("c",))),
        (version([("b", WIND)]), Fate(kind="left out")),
    ],
)
def test_a_point_goes_where_its_sentences_went(after, expected):
    assert fate_of("a", BEFORE, after) == expected


@pytest.mark.parametrize(
    ("rest", "after", "expected"),
    [
        (
            "Six six six six six six.",
            version([("c", "One one one."), ("d", "Two two two.")]),
            ("split", ("c", "d")),
        ),
        # None of its words stand in a new one beside them.
        (
            "Six six six six six six.",
            version([("c", "One one one."), ("e", "Hail came."), ("d", "Two two two.")]),
            ("split", ("c", "d")),
        ),
        (
            "Seven six six six six six.",
            version([("c", "One one one."), ("d", "Two two two.")]),
            ("left out", ()),
        ),
        # What went into a point that stood before was not split off.
        (
            "Six six six six six six.",
            version([("c", "One one one."), ("b", "Two two two.")]),
            ("left out", ()),
        ),
    ],
)
def test_new_points_with_half_of_the_words_among_them_are_what_a_point_was_split_into(rest, after, expected):
    before = version([("a", f"One one one. Two two two. {rest}"), ("b", WIND)])

    found = fate_of("a", before, after)

    assert (found.kind, found.into) == expected


@pytest.mark.parametrize(
    ("ordinals", "kind"), [(("1", "2"), "same"), (("2", "1"), "moved"), ((None, None), "same")]
)
def test_a_point_stands_where_its_section_and_its_ordinal_say(ordinals, kind):
    points = tuple(
        Point(id=key, ordinal=ordinal, lead=(Text(RAIN),))
        for key, ordinal in zip("ab", ordinals, strict=True)
    )
    before = (
        version([("a", RAIN), ("b", RAIN)])
        if ordinals[0]
        else Document(sections=(Section(id="s0", points=points),))
    )

    assert fate_of("a", before, Document(sections=(Section(id="s0", points=points),))) == Fate(
        kind=kind, into=("a",)
    )


def test_points_without_ordinals_are_told_apart_by_their_places():
    one, other = (Point(id=key, lead=(Text(RAIN),)) for key in "ab")

    before, after = (
        Document(sections=(Section(id="s", points=some),)) for some in ((one, other), (other, one))
    )

    assert fate_of("a", before, after).kind == "moved"


def test_a_point_that_never_was_has_no_fate():
    with pytest.raises(KeyError):
        fate_of("z", BEFORE, BEFORE)
