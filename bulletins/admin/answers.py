"""How the writing page's doors open and answer: JSON in, JSON out, and plainly what was wrong."""

import functools
from collections.abc import Callable
from typing import Any

import msgspec
from django.core.exceptions import PermissionDenied
from django.db import DataError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext

from bulletins.admin import protocol
from bulletins.drafts.rights import has_voice
from bulletins.models import Bulletin
from forum.bounded_json import decode, letters_only
from forum.colleagues import name_of
from forum.refusal import Refusal
from forum.rights import user_of
from forum.storage import MissingFileError

type Door = Callable[[HttpRequest, Bulletin], HttpResponse]


def door(view: Door, *, voiced: bool) -> Callable[[Any, HttpRequest, int], HttpResponse]:
    """Make an admin view of a function: find the bulletin, ask for the right, answer bad input plainly.

    What is `voiced` is open to whoever may remark on the draft, too.
    """

    @functools.wraps(view)
    def opened(model_admin: Any, request: HttpRequest, object_id: int) -> HttpResponse:
        bulletin = get_object_or_404(
            Bulletin.with_bin.visible_to(request.user).select_related("edition__forum", "series"),
            pk=object_id,
        )
        may_write = model_admin.has_change_permission(request, bulletin)
        if not may_write and not (voiced and has_voice(user_of(request), bulletin)):
            raise PermissionDenied
        return in_the_bin(bulletin) or answered(view, request, bulletin)

    return opened


def answered(view: Door, request: HttpRequest, bulletin: Bulletin) -> HttpResponse:
    """Give a view's answer, or say plainly what was wrong with the request."""
    try:
        return view(request, bulletin)
    except (msgspec.DecodeError, msgspec.ValidationError) as error:
        return refusal(str(error), status=400)
    except DataError:
        return refusal(gettext("This cannot be stored."), status=400)
    except Refusal as error:
        return refusal(error.message)
    except MissingFileError:
        return refusal(gettext("A picture of this draft is lost. Put it in again."), status=503)
    except PermissionDenied as error:
        return refusal(str(error), status=403)
    except Bulletin.DoesNotExist:  # deleted since it was found
        return in_the_bin(get_object_or_404(Bulletin.with_bin, pk=bulletin.pk)) or refusal("", status=404)


def sent[T](request: HttpRequest, kind: type[T]) -> T:
    """Read what the page sent, within bounds and without control characters. Raises msgspec.DecodeError."""
    return decode(letters_only(request.body), kind)


def answer(value: msgspec.Struct, status: int = 200) -> HttpResponse:
    """Give an answer as JSON."""
    return HttpResponse(msgspec.json.encode(value), content_type="application/json", status=status)


def refusal(message: str, status: int = 422) -> HttpResponse:
    """Say why something is not done."""
    return answer(protocol.Refused(message), status)


def in_the_bin(bulletin: Bulletin) -> HttpResponse | None:
    """Say who deleted a draft and how it comes back, if it is in the bin."""
    if bulletin.binned_at is None:
        return None
    message = gettext(
        "%(name)s deleted this draft. What you have not saved is kept in this browser, and saved once somebody"
        " takes the draft out of the bin (Bulletins, Bin)."
    )
    return refusal(message % {"name": name_of(bulletin.binned_by, gettext("Somebody"))}, status=410)
