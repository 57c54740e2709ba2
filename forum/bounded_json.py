"""JSON that strangers send: measured by one pass over its bytes before anything decodes it.

A decoder of nested values calls itself for each level, and one that meets thousands of them takes the
whole process along. So depth, number of values and size are counted first, which no input makes slow.
"""

import re

import msgspec

from forum.first_use import ready

_NOT_STRUCTURE = bytes(set(range(256)) - set(b"[]{},"))


# One escape at a time, a pair of surrogates as one; and what stands as it is.
_ESCAPES = re.compile(
    rb"\\(?:u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|.)|\x7f|\xef\xbf[\xbe\xbf]",
    re.DOTALL,
)
# Controls but tab and line ends, half a pair, and the two that are no characters: XML or PostgreSQL refuses them.
_NO_LETTERS = re.compile(
    rb"\\(?:u00(?:0[0-8bc-fBC-F]|1[0-9a-fA-F]|7[fF])|[bf]|u[dD][89a-fA-F][0-9a-fA-F]{2}|u[fF]{3}[efEF])|\x7f|\xef\xbf[\xbe\xbf]"
)


class Bounds(msgspec.Struct, frozen=True, kw_only=True):
    """How large, how deep and how many-valued JSON may be."""

    size: int = 10 << 20
    depth: int = 64
    values: int = 200_000


DEFAULT = Bounds()


def decode[Value](data: bytes, kind: type[Value], bounds: Bounds = DEFAULT) -> Value:
    """Decode JSON of a known type. Raises msgspec.DecodeError or msgspec.ValidationError."""
    require(data, bounds)
    try:
        return msgspec.json.decode(data, type=ready(kind))
    except UnicodeDecodeError as error:
        raise msgspec.DecodeError(f"Not UTF-8 at byte {error.start}") from error


def letters_only(data: bytes) -> bytes:
    """Give JSON without what pasted text may carry along and no text can keep."""
    return _ESCAPES.sub(lambda found: b"" if _NO_LETTERS.fullmatch(found[0]) else found[0], data)


def require(data: bytes, bounds: Bounds = DEFAULT) -> None:
    """Raise msgspec.ValidationError where JSON is larger, deeper or of more values than it may be."""
    if len(data) > bounds.size:
        raise msgspec.ValidationError(f"More than {bounds.size} bytes")
    # Every other piece between quotation marks is outside strings; what is escaped ends none.
    outside = data.replace(rb"\\", b"").replace(rb"\"", b"").split(b'"')[::2]
    structure = b"".join(outside).translate(None, _NOT_STRUCTURE)
    if len(structure) > bounds.values:
        raise msgspec.ValidationError(f"More than {bounds.values} values")
    if _is_deeper(structure, bounds.depth):
        raise msgspec.ValidationError(f"Nested more than {bounds.depth} levels deep")


def _is_deeper(structure: bytes, depth: int) -> bool:
    """Whether brackets are nested deeper: whatever the innermost pairs leave, taken out level by level."""
    left, levels = structure.translate(_AS_ONE_KIND, b","), 0
    while levels < depth and (outer := left.replace(b"[]", b"")) != left:
        left, levels = outer, levels + 1
    return levels + left.count(b"[") > depth


_AS_ONE_KIND = bytes.maketrans(b"{}", b"[]")
