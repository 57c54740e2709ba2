"""The writing page's doors to what colleagues remark and suggest: read, written, settled."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_GET, require_POST

from bulletins.admin import protocol
from bulletins.admin.answers import Door, answer, sent
from bulletins.drafts.anchors import Anchor
from bulletins.drafts.comments import remark, resolve, threads
from bulletins.drafts.proposals import shown
from bulletins.drafts.proposing import Verdict, decide, propose, sheet_for
from bulletins.drafts.rows import sheet_of
from bulletins.models import Bulletin
from forum.rights import user_of


def _all(request: HttpRequest, bulletin: Bulletin) -> HttpResponse:
    return answer(protocol.Remarks(threads(bulletin), shown(bulletin, to=user_of(request))))


@require_GET
def comments(request: HttpRequest, bulletin: Bulletin) -> HttpResponse:
    """Every thread and every suggestion, where its words stand now."""
    return _all(request, bulletin)


@require_POST
def comment(request: HttpRequest, bulletin: Bulletin) -> HttpResponse:
    """Write a comment, or an answer."""
    new = sent(request, protocol.NewComment)
    anchor = Anchor(part=new.part, quote=new.quote, before=new.before, after=new.after)
    remark(bulletin, new.text, by=user_of(request), anchor=anchor, thread=new.thread)
    return _all(request, bulletin)


@require_POST
def settle(request: HttpRequest, bulletin: Bulletin) -> HttpResponse:
    """Resolve a thread, or reopen it."""
    given = sent(request, protocol.Settlement)
    resolve(bulletin, given.thread, resolved=given.resolved, by=user_of(request))
    return _all(request, bulletin)


@require_POST
def propose_changes(request: HttpRequest, bulletin: Bulletin) -> HttpResponse:
    """Keep the page's changes as suggestions; where others wrote too, give the whole draft as it is suggested."""
    saving, user = sent(request, protocol.Saving), user_of(request)
    applied = propose(bulletin, saving.changes, by=user, seen=saving.seen)
    is_known = applied.alone and all(outcome.status == "done" for outcome in applied.outcomes)
    base = None if is_known else sheet_of(bulletin)
    return answer(
        protocol.Saved(
            version=applied.version,
            outcomes=applied.outcomes,
            sheet=None if is_known else sheet_for(bulletin, user),
            base=base,
        )
    )


@require_POST
def decide_on(request: HttpRequest, bulletin: Bulletin) -> HttpResponse:
    """Accept a suggestion, refuse it, or open it again."""
    given, user = sent(request, protocol.Decision), user_of(request)
    decide(bulletin, given.proposal, Verdict(given.verdict), by=user)
    return _all(request, bulletin)


DOORS: dict[str, Door] = {
    "comments": comments,
    "comment": comment,
    "settle": settle,
    "propose": propose_changes,
    "decide": decide_on,
}
