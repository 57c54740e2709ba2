"""A heading below a section's makes a sub-section of it, unless it counts on as the sections do."""

import pytest

from bulletins.manuscript.reader import read_bytes

TEXT = """# Rain and streets

**Editor’s Note:** The guests met.[^1]

[^1]: Ada Berg, Head of Drains; and Ivo Lund, Dean of Rain, made speeches.

## I. Works

**Firstly, so it is.** **Ada Berg, Head of Drains** said so.

### {second}

**Firstly, it rains.** **Ivo Lund, Dean of Rain** said so.

## {third}

**Firstly, dry.** They are.
"""


@pytest.mark.parametrize(
    ("second", "third", "sections"),
    [
        ("Small works", "II. Streets", [("Works", ["Small works"]), ("Streets", [])]),
        ("II. Small works", "III. Streets", [("Works", []), ("Small works", []), ("Streets", [])]),
    ],
)
def test_a_lower_heading_stands_within_the_section_above(second, third, sections):
    document = read_bytes(TEXT.format(second=second, third=third).encode(), "a.md").document

    assert [
        (section.title, [inner.title for inner in section.sections]) for section in document.sections
    ] == sections
