"""What the writing page starts with: the draft, its surroundings, and its scripts."""

from typing import Any

import msgspec
from django.http import HttpRequest
from django.templatetags.static import static

from bulletins.admin import protocol
from bulletins.admin.writing import addresses
from bulletins.document import RosterEntry
from bulletins.drafts.proposing import sheet_for
from bulletins.drafts.roster import suggestions
from bulletins.drafts.rows import sheet_of
from bulletins.drafts.suggestion import Suggestion
from bulletins.language import GRAMMARS, credit_line
from bulletins.models import Bulletin, Kind, Topic
from forum import languages
from forum.rights import user_of
from speakers.models import Role

# The scripts of the page, by their names in its import map.
MODULES = (
    "behalf",
    "cleaning",
    "commands",
    "comments",
    "conflicts",
    "difference",
    "drag",
    "editor",
    "elements",
    "fields",
    "figures",
    "find",
    "findings",
    "insets",
    "journal",
    "keeping",
    "labelled",
    "lists",
    "margin",
    "mentions",
    "menu",
    "merge",
    "names",
    "navigation",
    "ordering",
    "page",
    "parts",
    "pasted_values",
    "pasting",
    "people",
    "person",
    "picker",
    "points",
    "preview",
    "print",
    "prose",
    "restructure",
    "rewording",
    "roster",
    "schema",
    "server",
    "session",
    "status",
    "suggesting",
    "tabs",
    "targets",
    "told",
    "undoing",
    "units",
    "upload",
    "whose",
    "words",
)


def mode_of(request: HttpRequest, may_write: bool) -> protocol.Mode:
    """Tell what typing on the page does: what is suggested is asked for in its address."""
    if "suggest" in request.GET:
        return "suggest"
    return "write" if may_write else "read"


def page_data(request: HttpRequest, bulletin: Bulletin, may_write: bool) -> dict[str, Any]:
    """What the page starts with, plain enough for JSON."""
    mode, sheet = mode_of(request, may_write), sheet_of(bulletin)
    data = protocol.PageData(
        id=bulletin.pk,
        user=request.user.get_username(),
        mode=mode,
        may_write=may_write,
        base=sheet if mode == "suggest" else None,
        urls=addresses(bulletin),
        sheet=sheet_for(bulletin, user_of(request)) if mode == "suggest" else sheet,
        roster=suggestions_of_roster(bulletin),
        roles={value: str(label) for value, label in Role.choices},
        kinds={value: str(label) for value, label in Kind.choices},
        sessions=tuple(
            protocol.SessionChoice(id=one.pk, title=str(one), day=one.day)
            for one in bulletin.edition.sessions.in_order()
        ),
        topics=tuple(
            protocol.TopicChoice(
                slug=one.slug, name=one.name_in(languages.reader()), parent=one.parent_id is not None
            )
            for one in Topic.objects.in_order()
        ),
        credit_lines=credit_lines(),
        mastheads=mastheads(bulletin),
        word_limit=bulletin.edition.forum.word_limit,
        styles=tuple(static(f"forum/{name}.css") for name in ("tokens", "base", "layout", "bulletin")),
    )
    plain: dict[str, Any] = msgspec.to_builtins(data)
    return plain


def mastheads(bulletin: Bulletin) -> dict[str, protocol.Masthead]:
    """What the head of the sheet says in each language."""
    forum = bulletin.edition.forum
    return {
        code: protocol.Masthead(
            publisher=forum.publisher_in(code), edition=f"{forum.name_in(code)} {bulletin.edition.year}"
        )
        for code in GRAMMARS
    }


def credit_lines() -> dict[str, protocol.CreditLine]:
    """How each language prints a name and a credit: the page prints them as they are typed."""
    bare = RosterEntry(speaker="", name="{name}")
    full = RosterEntry(speaker="", name="{name}", credit="{credit}")
    return {
        code: protocol.CreditLine(bare=credit_line(code, bare), full=credit_line(code, full))
        for code in GRAMMARS
    }


def import_map() -> str:
    """Where the page's scripts find each other: by name, at addresses that change with their contents."""
    own = {f"rapporteur/{name}": static(f"forum/writing/{name}.js") for name in MODULES}
    editor = {"django-prose-editor/editor": static("django_prose_editor/editor.js")}
    return msgspec.json.encode({"imports": editor | own}).decode()


def suggestions_of_roster(bulletin: Bulletin) -> tuple[Suggestion, ...]:
    """The people of the roster as the picker knows people."""
    slugs = bulletin.roster.exclude(speaker=None).values_list("speaker__slug", flat=True)
    return suggestions(bulletin, slugs=list(slugs))
