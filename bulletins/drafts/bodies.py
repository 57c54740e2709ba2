"""Institutions and groups that may stand on a roster: found in the directory, or made anew."""

from typing import Literal

from django.contrib.auth.models import User
from django.utils.translation import gettext as _

from bulletins.document import LanguageCode
from bulletins.drafts.rights import require_for
from bulletins.drafts.suggestion import Suggestion
from bulletins.models import Bulletin
from forum import languages
from forum.locks import lock_names
from forum.refusal import Refusal
from forum.transactions import atomic_with_retry
from speakers.affiliations import Affiliations
from speakers.directory import institutions_meant
from speakers.models import Organisation
from speakers.names import fold, words_key

LONGEST = 200


def bodies_meant(bulletin: Bulletin, query: str) -> tuple[Suggestion, ...]:
    """Give institutions that a query might mean, as somebody who speaks itself."""
    return tuple(_of_institution(bulletin, one) for one in institutions_meant(query))


@atomic_with_retry
def new_body_or_group(
    bulletin: Bulletin, kind: Literal["body", "group"], name: str, *, by: User | None
) -> Suggestion:
    """Give an institution, which is in the directory then, or a group, which is only on this roster."""
    require_for(by, "bulletins.change_bulletin", bulletin)
    name = " ".join(name.split())
    if not name:
        raise Refusal(_("Type the name."))
    if len(name) > LONGEST:
        raise Refusal(_("This name is too long."))
    institution = None
    if kind == "body":
        lock_names()
        institution = Affiliations(by, None).of_body(name)
    return _described(kind, dict.fromkeys(languages.codes(), name), f"{kind}:{words_key(name)}", institution)


def _of_institution(bulletin: Bulletin, one: Organisation) -> Suggestion:
    names = {code: one.name_in(code) for code in languages.codes()}
    return _described("body", names, f"body:{words_key(names[bulletin.language])}", one)


def _described(
    kind: Literal["body", "group"], names: dict[LanguageCode, str], key: str, institution: Organisation | None
) -> Suggestion:
    known = institution.all_names() if institution else []
    return Suggestion(
        speaker=key,
        kind=kind,
        names=names,
        short=names,
        credits=dict.fromkeys(names, ()),
        organisation=institution.slug if institution else None,
        search=" ".join((key, *known)).lower(),
        forms=tuple(dict.fromkeys(map(fold, (*names.values(), *known)))),
    )
