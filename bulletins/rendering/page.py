"""The parts of an issue's page that never change: set once, and only put together when somebody reads.

They are the same for every reader in every language of the site. Addresses may change (a host, a forum's key):
they stand in the parts as marks, which `PageParts.at` fills in.
"""

import hashlib
from functools import cache
from urllib.parse import urljoin

import msgspec
from django.template.loader import render_to_string
from django.utils.safestring import SafeString, mark_safe

from bulletins.document import Document, Imprint, LanguageCode, RosterEntry
from bulletins.language import of
from bulletins.rendering import jsonld
from bulletins.rendering.citation import series_of
from bulletins.rendering.html import Tools, render_fragment
from bulletins.rendering.view import contents
from forum.home import BASE_DIR, TEMPLATES_DIR

# Nobody types these: a host that there cannot be, and with it the page of the version.
_ORIGIN = "https://origin-7d1f0b52c94a.invalid"
_EDITION = f"{_ORIGIN}/edition/"
_VERSION = f"{_EDITION}number/version/"  # as deep as addresses are: some are told from it
_FILE = f"{_EDITION}number/version."  # a file of it, with its extension
# The tools of the points: their address, and their words, which are the reader's.
_TOOLS = Tools(
    "https://cite-7d1f0b52c94a.invalid/", *(f"tools-{name}-7d1f0b52c94a" for name in Tools._fields[1:])
)

# What the parts are made of.
_SOURCES = ("bulletins/rendering", "bulletins/language")
_ALONE = (
    "bulletins/credited.py",
    "bulletins/prose.py",
    "bulletins/document.py",
    "bulletins/inline.py",
    "bulletins/statements.py",
    "bulletins/whose_turn.py",
)


class Credit(msgspec.Struct, frozen=True):
    """What the page says of somebody in the roster; of an `institution` that speaks itself, its key.

    `did` are the sheet's own words for the part taken, where they are not the usual ones: 作主题报告.
    """

    speaker: str
    name: str
    credit: str
    role: str
    institution: str = ""
    did: str = ""


class SessionTitle(msgspec.Struct, frozen=True):
    """What the page says of a session."""

    key: str
    title: str


class PageParts(msgspec.Struct, frozen=True):
    """HTML of the text, of the list of contents and of what programs read; who is credited; sessions."""

    article: str
    contents: str
    head: str
    roster: tuple[Credit, ...]
    sessions: tuple[SessionTitle, ...]

    def at(self, origin: str, version: str, tools: Tools) -> "PageParts":
        """Give the parts for a site: its origin, the path of the version's page, and the tools of its points."""
        head = self.head.replace(_VERSION, f"{origin}{version}")
        head = head.replace(_FILE, f"{origin}{version.rstrip('/')}.")
        head = head.replace(_EDITION, f"{origin}{urljoin(version, '../../')}").replace(_ORIGIN, origin)
        article = self.article.replace(_VERSION, version)
        for mark, told in zip(_TOOLS, tools, strict=True):
            article = article.replace(mark, told)
        return msgspec.structs.replace(
            self,
            article=_safe(article),
            contents=_safe(self.contents),
            head=_safe(head),
        )


def page_parts(document: Document, imprint: Imprint) -> PageParts:
    """Set the parts of a version's page."""
    imprint = msgspec.structs.replace(imprint, address=_VERSION)
    shown = {
        "document": document,
        "series": series_of(document),
        "address": _VERSION,
        "pdf": f"{_FILE}pdf",
    }
    return PageParts(
        article=render_fragment(document, imprint, f"{_VERSION}figures/", _TOOLS)
        + "",  # plain again: msgspec refuses a SafeString
        contents=render_to_string("bulletins/_contents.html", {"contents": contents(document)}) + "",
        head=f"{render_to_string('bulletins/_scholar.html', shown)}{jsonld.script(jsonld.issue(document, imprint))}",
        roster=tuple(_credit(entry, document.language) for entry in document.listed),
        sessions=tuple(SessionTitle(one.key, one.title) for one in document.sessions),
    )


def _credit(entry: RosterEntry, language: LanguageCode) -> Credit:
    institution = entry.organisation or "" if entry.kind == "body" else ""
    printed = entry.role_printed or ""
    close = of(language).roster_close(entry.role, 1, after_credit=False, printed=printed)
    did = close.strip(" ,") if printed else ""
    return Credit(entry.speaker, entry.name, entry.credit, entry.role or "", institution, did)


@cache
def page_style() -> str:
    """Give the SHA-256 of all that parts are made of besides the Document: two of one style are the same."""
    root = BASE_DIR
    files = [root / name for name in _ALONE]
    for folder in (*(root / name for name in _SOURCES), TEMPLATES_DIR / "bulletins"):
        files += [path for path in folder.rglob("*") if path.suffix in {".py", ".html", ".txt"}]
    digest = hashlib.sha256()
    for path in sorted(files):
        digest.update(f"{path.relative_to(root)}\n".encode() + path.read_bytes())
    return digest.hexdigest()


def _safe(html: str) -> SafeString:
    return mark_safe(html)  # noqa: S308 (our own templates' output)
