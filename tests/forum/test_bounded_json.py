"""JSON is measured before it is decoded: depth, values and size, in time that grows with its length."""

import json
import re
import time

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bulletins.document import LETTERS
from forum.bounded_json import Bounds, decode, letters_only, require

VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=60,
)


def depth_of(value):
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else None
    return 0 if inner is None else 1 + max(map(depth_of, inner), default=0)


@given(VALUES)
def test_any_json_is_as_deep_as_it_is(value):
    data, depth = json.dumps(value).encode(), depth_of(value)

    assert json.loads(json.dumps(decode(data, object, Bounds(depth=depth)))) == value
    if depth:
        with pytest.raises(msgspec.ValidationError, match="levels deep"):
            require(data, Bounds(depth=depth - 1))


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"[" * 65, "Nested more than 64 levels deep"),
        (b'{"a":' * 9000 + b"1" + b"}" * 9000, "Nested more than 64 levels deep"),
        (b"[" + b"1," * 200_000 + b"1]", "More than 200000 values"),
        (b"[]" * 150_000, "More than 200000 values"),
        (b'"' + b"x" * (10 << 20) + b'"', "More than 10485760 bytes"),
    ],
)
def test_what_is_too_much_is_refused_with_its_reason(data, reason):
    with pytest.raises(msgspec.ValidationError) as caught:
        decode(data, object)

    assert str(caught.value) == reason


@pytest.mark.parametrize("data", [b'"[[[[[[[[["', rb'"\"[[[[[[[["', rb'"\\\\\"[[[["', b'"[[[[[[[[[[', b'"\\'])
def test_brackets_in_strings_are_letters(data):
    require(data, Bounds(depth=0))


@given(st.text())
def test_text_loses_what_no_text_can_keep_and_nothing_else(text):
    kept = "".join(sign for sign in text if re.fullmatch(LETTERS, sign))

    for ascii_only in (True, False):
        data = json.dumps(text, ensure_ascii=ascii_only).encode("utf-8", "surrogatepass")
        assert decode(letters_only(data), str) == kept


@pytest.mark.parametrize(
    ("sent", "kept"),
    [
        (rb'"\u0000"', ""),
        (rb'"\\u0000\u0000"', r"\\"[:1] + "u0000"),
        (rb'"a\ud800b"', "ab"),
        (rb'"\udc00\ud83d\ude00\ud83d"', "😀"),
        (b'"a\x7f\xef\xbf\xbeb"', "ab"),
        (rb'"\uFFFE\uffff\b\f\n"', "\n"),
    ],
)
def test_escapes_are_read_one_by_one(sent, kept):
    assert decode(letters_only(sent), str) == kept


def test_bytes_that_are_no_utf_8_are_refused_like_other_broken_json():
    with pytest.raises(msgspec.DecodeError):
        decode(b'"\xed\xa0\x80"', str)


@pytest.mark.slow
@pytest.mark.parametrize("piece", [rb"\"", b'"', b"\\", b"[", b"[]", b'["', b",", b"\xff", b'{"":'])
def test_measuring_takes_time_in_proportion(piece):
    bounds = Bounds(size=1 << 30, depth=1 << 30, values=1 << 30)

    def seconds(count):
        data = b'"' + piece * count
        times = []
        for _ in range(4):
            start = time.process_time()
            require(data, bounds)
            times.append(time.process_time() - start)
        return min(times)

    assert seconds(400_000) <= 2.5 * 2.5 * max(seconds(100_000), 0.005)
