"""What the writing page and its doors tell each other, as JSON: first what the page sends, then what it gets.

The scripts' side of it is tests/writing/protocol.d.ts, which is written from here.
"""

import datetime
from typing import Literal

import msgspec

from bulletins.admin.findings import ListedFinding
from bulletins.document import Figure, Fix, KindName, LanguageCode, Prose
from bulletins.drafts.attribution import Chosen
from bulletins.drafts.comments import Thread
from bulletins.drafts.comparing import Difference
from bulletins.drafts.presence import Somebody
from bulletins.drafts.proposals import ShownProposal
from bulletins.drafts.set_aside import Told
from bulletins.drafts.sheet import Change, Outcome, Sheet, SheetSection
from bulletins.drafts.suggestion import Suggestion
from bulletins.drafts.whose import PageSentence

# What is typed changes the draft, is suggested, or nothing is typed.
type Mode = Literal["write", "suggest", "read"]


class Saving(msgspec.Struct, frozen=True):
    """What the page sends when it saves: the version it saw, and its changes.

    `chosen` are the places, among the changes, of those that the writer chose over another's version.
    """

    seen: int
    changes: tuple[Change, ...]
    chosen: frozenset[int] = frozenset()


class Printing(msgspec.Struct, frozen=True):
    """The draft as typed, and the hashes of the printed pages that the page shows already."""

    sheet: Sheet
    known: frozenset[str] = frozenset()


class Whose(msgspec.Struct, frozen=True):
    """The draft as typed; and sentences of it that shall be somebody's (nobody's, where there are none)."""

    sheet: Sheet
    chosen: tuple[Chosen, ...] = ()
    to: tuple[str, ...] = ()


class Pasting(msgspec.Struct, frozen=True):
    """What was pasted as HTML, without what is no text of it; and the draft as typed."""

    html: str
    sheet: Sheet


class Acceptance(msgspec.Struct, frozen=True):
    """A warning that may stand, and why."""

    code: str
    message: str
    reason: str


class NewPerson(msgspec.Struct, frozen=True):
    """Somebody who is not in the directory yet, or a body or a group for the roster."""

    name: str
    own_name: str = ""
    kind: KindName = "person"


class Names(msgspec.Struct, frozen=True):
    """A pasted list of names and titles; `add` has the indexes of those to take over.

    `known` has, by such an index, the key of the person who is meant by a doubtful name.
    """

    text: str
    add: tuple[int, ...] | None = None
    known: dict[int, str] = {}


class NewComment(msgspec.Struct, frozen=True):
    """A remark: an answer in a `thread`, or a new one on words of a part, with what stands around them."""

    text: str
    thread: int | None = None
    part: str = ""
    quote: str = ""
    before: str = ""
    after: str = ""


class Settlement(msgspec.Struct, frozen=True):
    """Whether a thread is resolved."""

    thread: int
    resolved: bool


class Decision(msgspec.Struct, frozen=True):
    """What is said to a suggestion."""

    proposal: int
    verdict: Literal["accept", "refuse", "reopen"]


class Remarks(msgspec.Struct, frozen=True):
    """What colleagues remark on the draft, and what they suggest."""

    threads: tuple[Thread, ...]
    proposals: tuple[ShownProposal, ...]


class Refused(msgspec.Struct, frozen=True):
    """Why something was not done, in the reader's language. The status tells whose fault it is."""

    message: str


class State(msgspec.Struct, frozen=True, kw_only=True):
    """Who else has the draft open, whose choices set words aside; and the draft, if the page has an older one.

    A page of suggestions has it as it is suggested; `base` is the draft itself.
    """

    others: tuple[Somebody, ...]
    set_aside: tuple[Told, ...] = ()
    sheet: Sheet | None = None
    base: Sheet | None = None


class Saved(msgspec.Struct, frozen=True, kw_only=True):
    """What became of the changes, in their order; and the draft, where more changed than the page knows."""

    version: int
    outcomes: tuple[Outcome, ...]
    sheet: Sheet | None = None
    base: Sheet | None = None


class PreviewFinding(ListedFinding, frozen=True, kw_only=True):
    """A finding with its message in English, by which it is accepted, and what would mend it."""

    english: str
    fix: Fix | None = None


class PrintedPart(msgspec.Struct, frozen=True, kw_only=True):
    """A section or point as it prints: its row's key, its address, and what prints before its text ("Firstly, ").

    `changed` says of a point who changed it last and when, as far as that is saved.
    """

    id: str
    anchor: str
    prefix: str = ""
    changed: str = ""


class Preview(msgspec.Struct, frozen=True, kw_only=True):
    """The draft as typed, as readers would see it."""

    html: str
    findings: tuple[PreviewFinding, ...]
    parts: tuple[PrintedPart, ...]
    series_title: str | None
    words: int


class WhoseWords(msgspec.Struct, frozen=True):
    """Whose each sentence is; and where some were given to others, the draft as typed in which they are."""

    sentences: tuple[PageSentence, ...]
    sheet: Sheet | None = None


class PastedParts(msgspec.Struct, frozen=True, kw_only=True):
    """What was pasted, as sections and points, with whom it credits and what its reader has to say."""

    opening: Prose
    sections: tuple[SheetSection, ...]
    people: tuple[Suggestion, ...]
    strangers: tuple[str, ...]
    findings: tuple[ListedFinding, ...]


class PrintedPage(msgspec.Struct, frozen=True, kw_only=True):
    """A printed page as a picture, unless the page has it already."""

    hash: str
    svg: str | None = None


class PrintedPages(msgspec.Struct, frozen=True):
    """The draft as typed, as it prints."""

    pages: tuple[PrintedPage, ...]


class People(msgspec.Struct, frozen=True):
    """People of the directory."""

    people: tuple[Suggestion, ...]


class PersonMade(msgspec.Struct, frozen=True):
    """Somebody who was put into the directory."""

    person: Suggestion


class PeopleAdded(msgspec.Struct, frozen=True):
    """How many people were added, and the draft with them."""

    added: int
    sheet: Sheet


class Accepted(msgspec.Struct, frozen=True):
    """Why a warning stands."""

    reason: str


class Comparison(msgspec.Struct, frozen=True, kw_only=True):
    """What a manuscript would change in a version of the draft, and what its reader has to say."""

    version: int
    differences: tuple[Difference, ...]
    findings: tuple[ListedFinding, ...]


class Replaced(msgspec.Struct, frozen=True):
    """The draft after a manuscript changed it."""

    sheet: Sheet


class PictureKept(msgspec.Struct, frozen=True):
    """A picture that was sent, as a figure that says nothing yet."""

    figure: Figure


class SessionChoice(msgspec.Struct, frozen=True, kw_only=True):
    """A session that the bulletin may report on."""

    id: int
    title: str
    day: datetime.date | None


class TopicChoice(msgspec.Struct, frozen=True, kw_only=True):
    """A topic that a point may have; `parent` tells that it stands below another."""

    slug: str
    name: str
    parent: bool


class CreditLine(msgspec.Struct, frozen=True, kw_only=True):
    """How a language prints a name, alone and with a credit, as `{name}, {credit}`."""

    bare: str
    full: str


class Masthead(msgspec.Struct, frozen=True, kw_only=True):
    """What the head of the sheet says in a language and nobody types."""

    publisher: str
    edition: str


class PageData(msgspec.Struct, frozen=True, kw_only=True):
    """What the page starts with: the draft, its surroundings, and the doors' addresses.

    In the mode of suggestions `sheet` is the draft as it is suggested, and `base` as it is.
    """

    id: int
    user: str
    mode: Mode
    may_write: bool
    base: Sheet | None
    urls: dict[str, str]
    sheet: Sheet
    roster: tuple[Suggestion, ...]
    roles: dict[str, str]
    kinds: dict[str, str]
    sessions: tuple[SessionChoice, ...]
    topics: tuple[TopicChoice, ...]
    credit_lines: dict[LanguageCode, CreditLine]
    mastheads: dict[LanguageCode, Masthead]
    word_limit: int | None
    styles: tuple[str, ...]
