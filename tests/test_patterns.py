"""No pattern of ours tries the same letters in ever more ways: what backtracks for ever stops whoever reads."""

import importlib
import pkgutil
import re
import re._compiler as compiler
import re._constants as codes
import re._parser as parser
import signal

import pytest

import bulletins
import forum
import speakers

# What is repeated before something that never fits: so each way of taking it apart is tried.
PIECES = """A a Aa 1 中 中、 、 · , ， . a. A. - a- “a” (a) 主任 局长 第 1. a: A, a, _""".split()  # noqa: SIM905
PIECES += [" ", "A ", "a ", "A. ", "A, ", "the ", "of ", "and ", " and", "said ", "; ", "\n", "\u3000"]
TIMES = 26  # two to the power of this takes minutes
SECONDS = 0.5
MANY = 8  # repeats that tell on time


def modules():
    for package in (bulletins, forum, speakers):
        for module in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
            if ".migrations." not in module.name:
                yield importlib.import_module(module.name)


def inside(value):
    """Give the patterns that a value is or holds."""
    if isinstance(value, re.Pattern) and isinstance(value.pattern, str):
        yield value
    elif isinstance(value, (dict, list, tuple)):
        for one in value.values() if isinstance(value, dict) else value:
            yield from inside(one)


def patterns():
    """Give every pattern that a module of ours compiles, by its text and flags, with its name."""
    return {
        (pattern.pattern, pattern.flags): f"{module.__name__}.{name}"
        for module in modules()
        for name, value in vars(module).items()
        for pattern in inside(value)
    }


def inner(op, value):
    """Give the parts of one part of a parsed pattern."""
    if op in {codes.MAX_REPEAT, codes.MIN_REPEAT, codes.POSSESSIVE_REPEAT}:
        return [value[2]]
    if op is codes.SUBPATTERN:
        return [value[3]]
    if op is codes.BRANCH:
        return value[1]
    if op in {codes.ASSERT, codes.ASSERT_NOT}:
        return [value[1]]
    return [value] if op is codes.ATOMIC_GROUP else []


def repeats(parsed):
    """Give the repeated parts that hold a choice or another repeat: those that may be taken apart in many ways."""
    for op, value in parsed:
        if op in {codes.MAX_REPEAT, codes.MIN_REPEAT} and value[1] >= MANY and may_vary(value[2]):
            yield parser.SubPattern(parsed.state, [(op, value)])
        for part in inner(op, value):
            yield from repeats(part)


def may_vary(parsed):
    return any(
        op is codes.BRANCH
        or (op in {codes.MAX_REPEAT, codes.MIN_REPEAT} and value[0] != value[1])
        or any(map(may_vary, inner(op, value)))
        for op, value in parsed
    )


class TooSlowError(Exception):
    pass


def too_slow(*_args):
    raise TooSlowError


@pytest.fixture
def alarm():
    before = signal.signal(signal.SIGALRM, too_slow)
    yield
    signal.setitimer(signal.ITIMER_REAL, 0)
    signal.signal(signal.SIGALRM, before)


def endless(pattern):
    """Give what a pattern does not come to an end with."""
    for piece in PIECES:
        signal.setitimer(signal.ITIMER_REAL, SECONDS)
        try:
            pattern.fullmatch(piece * TIMES + "\0")
        except TooSlowError:
            return piece
        finally:
            signal.setitimer(signal.ITIMER_REAL, 0)
    return None


@pytest.mark.usefixtures("alarm")
@pytest.mark.slow
def test_no_repeated_part_of_a_pattern_is_taken_apart_in_ever_more_ways():
    known = patterns()
    found = {
        name: piece
        for (pattern, flags), name in known.items()
        for part in repeats(parser.parse(pattern, flags))
        if (piece := endless(compiler.compile(part, flags)))
    }

    assert len(known) > 500
    assert found == {}


@pytest.mark.usefixtures("alarm")
def test_a_pattern_that_takes_the_same_letters_in_two_ways_is_found():
    [part] = repeats(parser.parse(r"(?:[A-Z]\w*\s?)*!"))

    assert endless(compiler.compile(part)) == "A"
