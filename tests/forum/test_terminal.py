"""Tables and progress in a terminal, and what arguments of commands name."""

import io

import pytest
from django.core.management.base import CommandError

from forum.management.naming import edition_at, user_named
from forum.management.terminal import Progress, table_lines
from tests.factories import make_edition, make_forum, make_user


class Terminal(io.StringIO):
    """A terminal, which shows what was flushed."""

    shown = ""

    def isatty(self):
        return True

    def flush(self):
        self.shown = self.getvalue()


def test_columns_stand_under_each_other_also_where_letters_are_wide():
    assert list(table_lines([("a", "bb", "c"), ("雨", "b", "cc"), ("aaa", "", "")])) == [
        "a    bb  c",
        "雨   b   cc",
        "aaa",
    ]


def test_a_bar_fills_in_a_terminal():
    terminal = Terminal()
    progress = Progress(3, terminal)
    for _ in range(3):
        progress.step("x" * 70)

    assert terminal.shown == "".join(
        f"\r\x1b[K{'█' * filled}{'░' * (30 - filled)} {f'{done}/3 ' + 'x' * 56}{end}"
        for done, filled, end in ((1, 10, ""), (2, 20, ""), (3, 30, "\n"))
    )


def test_elsewhere_every_twenty_fifth_step_is_a_line():
    stream = io.StringIO()
    progress = Progress(60, stream)
    for step in range(60):
        progress.step(f"step {step}")

    assert stream.getvalue() == "25/60 step 24\n50/60 step 49\n"


@pytest.mark.django_db
def test_an_edition_and_a_user_are_named_or_what_there_is_is_told():
    with pytest.raises(CommandError, match=r"^There is no edition “rain/2026”\. There are: none yet\.$"):
        edition_at("rain/2026")
    edition = make_edition(make_forum(slug="rain"))
    make_user("ada")
    make_user("gone", is_active=False)

    assert (edition_at("rain/2026"), user_named("ada").username) == (edition, "ada")
    for reference in ("rain/2025", "rain", "snow/2026", "rain/x"):
        with pytest.raises(
            CommandError, match=rf"^There is no edition “{reference}”\. There are: rain/2026\.$"
        ):
            edition_at(reference)
    for name in ("gone", "nobody"):
        with pytest.raises(
            CommandError, match=rf"^There is no user “{name}”, or the account is not active\.$"
        ):
            user_named(name)
