"""Somebody seen in running text: who, with which credit and role, and whether the words make them speak."""

from typing import NamedTuple

import msgspec

from bulletins.document import RoleName


class Sighting(msgspec.Struct, frozen=True):
    """One place where a text names somebody. `speaks` where it lets them say or do something here.

    `sure` where a credit, a title, bold type or a list stands by the name; a bare name before a verb is not.
    `acts` where only a verb of doing follows: "doubted the sums"; `turn` where a label opens a speech;
    in which somebody says "I" or "we" (`personal`);
    `body` of a delegation or an organisation.
    """

    name: str
    credit: str = ""
    role: RoleName | None = None
    speaks: bool = False
    sure: bool = False
    acts: bool = False
    turn: bool = False
    personal: bool = False
    body: bool = False
    honorific: str = ""
    role_printed: str = ""


class Place(NamedTuple):
    """A name in a text and what stands around it."""

    start: int
    end: int
    after: int
    sighting: Sighting
