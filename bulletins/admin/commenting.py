"""The writing page's doors to what colleagues remark: read, written, settled."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_GET, require_POST

from bulletins.admin import protocol
from bulletins.admin.answers import Door, answer, sent
from bulletins.drafts.anchors import Anchor
from bulletins.drafts.comments import remark, resolve, threads
from bulletins.models import Bulletin
from forum.rights import user_of


def _all(bulletin: Bulletin) -> HttpResponse:
    return answer(protocol.Threads(threads(bulletin)))


@require_GET
def comments(_request: HttpRequest, bulletin: Bulletin) -> HttpResponse:
    """Every thread, where its words stand now."""
    return _all(bulletin)


@require_POST
def comment(request: HttpRequest, bulletin: Bulletin) -> HttpResponse:
    """Write a comment, or an answer."""
    new = sent(request, protocol.NewComment)
    anchor = Anchor(part=new.part, quote=new.quote, before=new.before, after=new.after)
    remark(bulletin, new.text, by=user_of(request), anchor=anchor, thread=new.thread)
    return _all(bulletin)


@require_POST
def settle(request: HttpRequest, bulletin: Bulletin) -> HttpResponse:
    """Resolve a thread, or reopen it."""
    given = sent(request, protocol.Settlement)
    resolve(bulletin, given.thread, resolved=given.resolved, by=user_of(request))
    return _all(bulletin)


DOORS: dict[str, Door] = {"comments": comments, "comment": comment, "settle": settle}
