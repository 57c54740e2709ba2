"""Where a manuscript's issue belongs: its forum and its edition, found by what it says of itself, or made.

A forum that is known in one language only is found by an issue in another, as far as more than one thing says
so; what only one thing says is asked, for a second forum is easier made than undone.
"""

import re
from itertools import chain, count

from django.contrib.auth.models import User
from django.utils.translation import gettext as _
from pypinyin import lazy_pinyin

from bulletins.document import Document, Finding, gettext_noop
from bulletins.language import of
from bulletins.models import Bulletin
from forum import languages
from forum.locks import lock_forum
from forum.models import RESERVED_ADDRESSES, Edition, Forum
from forum.refusal import Refusal
from forum.rights import may_everywhere, may_in
from forum.scripts import is_han
from speakers.names import fold, words_key

_YEAR = re.compile(r"(?<!\d)(19|20)\d{2}(?!\d)")
_TELLING_VOLUME = 12  # lower ones every forum has had
_TELLING = 5  # letters of a word that is heard in a name of the other script: "pujiang"


def edition_of(document: Document, by: User | None, findings: list[Finding]) -> Edition:
    """Find or make the edition of an issue. Raises Refusal where nothing says which it is, or it may be another."""
    forum = _forum_of(document, by, findings)
    year = _year_of(document)
    if year is None:
        raise Refusal(
            _(
                "The manuscript has neither a date nor a year in its series title. Choose the edition it belongs to."
            )
        )
    edition = Edition.objects.filter(forum=forum, year=year).first()
    if edition is None:
        if not may_in(by, "forum.add_edition", forum=forum.pk):
            raise Refusal(
                _("%(forum)s has no edition %(year)s, and you may not add one. Choose the edition.")
                % {"forum": forum, "year": year}
            )
        edition = Edition.objects.create(forum=forum, year=year)
        findings.append(
            Finding(
                code="edition-created",
                severity="hint",
                template=gettext_noop(
                    "The edition {edition} did not exist and was made. Set its days and its theme."
                ),
                params={"edition": str(edition)},
            )
        )
    return edition


def lock_open(edition: Edition) -> None:
    """Lock the forum of an edition that something is added to. Raises Refusal where it was merged into another."""
    edition.forum = lock_forum(edition.forum_id)
    if told := edition.forum.told_of_merger:
        raise Refusal(told)


def _year_of(document: Document) -> int | None:
    if document.edition is not None or document.date is not None:
        return document.edition or (document.date.year if document.date else None)
    found = _YEAR.search(document.series_title or "")
    return int(found.group()) if found else None


def _forum_of(document: Document, by: User | None, findings: list[Finding]) -> Forum:
    name = forum_name(document)
    wanted = {fold(text) for text in (name, document.publisher) if text}
    forums = list(Forum.objects.select_related("merged_into").order_by("pk"))
    for forum in forums:
        if wanted & set(map(fold, forum.all_names())):
            return forum.merged_into or forum
    if name is None:
        raise Refusal(
            _(
                "The manuscript names no forum: it has neither a series title nor a known publisher."
                " Choose the edition."
            )
        )
    return _in_another_language(name, document, forums, findings) or _made(name, document, by, findings)


def forum_name(document: Document) -> str | None:
    """Give what an issue calls its forum."""
    series_title = " ".join((document.series_title or "").split())
    return document.forum or of(document.language).forum_in(series_title) or document.publisher


def _in_another_language(
    name: str, document: Document, forums: list[Forum], findings: list[Finding]
) -> Forum | None:
    """Find the forum that a name in a language, in which it is not known yet, is of. Raises Refusal where it may be."""
    unnamed = [one for one in forums if one.merged_into is None and not _is_named_in(one, document.language)]
    heard = {one.pk for one in unnamed if _sounds_like(name, one)}
    twins = {one.pk for one in unnamed if _has_twin(one, document)}
    sure = [one for one in unnamed if one.pk in heard & twins]
    if len(sure) == 1:
        findings.append(
            Finding(
                code="forum-assumed",
                severity="warning",
                template=gettext_noop(
                    "“{name}” was taken for {forum}: the names sound alike, and this issue has the number and volume "
                    "of one in another language there. Move the draft if it is another forum."
                ),
                params={"name": name, "forum": str(sure[0])},
            )
        )
        return sure[0]
    telling = twins if document.volume is not None and document.volume >= _TELLING_VOLUME else set()
    likely = [str(one) for one in unnamed if one.pk in heard | telling]
    if likely:
        raise Refusal(
            _(
                "“%(name)s” may be %(forums)s, whose name in this language is not known. Choose the edition; "
                "or, if it is another forum, add it under this name first."
            )
            % {"name": name, "forums": ", ".join(likely)}
        )
    return None


def _is_named_in(forum: Forum, language: str) -> bool:
    return language in forum.names or languages.of(forum.name) == language


def _sounds_like(name: str, forum: Forum) -> bool:
    """Whether a word of a name in Latin letters is heard in a Chinese one: Pujiang in 浦江."""
    for other in forum.all_names():
        if is_han(name) == is_han(other):
            continue
        han, latin = (name, other) if is_han(name) else (other, name)
        sound = "".join(lazy_pinyin(han))
        if any(len(word) >= _TELLING and word in sound for word in fold(latin).split()):
            return True
    return False


def _has_twin(forum: Forum, document: Document) -> bool:
    year = _year_of(document)
    if document.number is None or document.volume is None or year is None:
        return False
    same = Bulletin.objects.filter(forum=forum, number=document.number, volume=document.volume)
    return same.filter(edition__year=year).exclude(language=document.language).exists()


def learn_name(forum: Forum, document: Document, by: User | None, findings: list[Finding]) -> None:
    """Keep what an issue calls its forum in a language in which it has no name yet; the next issue finds it by that."""
    name = forum_name(document)
    if not name or name == document.publisher or _is_named_in(forum, document.language):
        return
    if languages.of(name) != document.language or not may_in(by, "forum.change_forum", forum=forum.pk):
        return
    forum.names = {**forum.names, document.language: name[:200]}
    if document.publisher and document.language not in forum.publisher_names:
        forum.publisher_names = {**forum.publisher_names, document.language: document.publisher[:200]}
    forum.save(update_fields=["names", "publisher_names"])
    findings.append(
        Finding(
            code="forum-named",
            severity="hint",
            template=gettext_noop(
                "“{name}” is kept as a name of {forum}: issues in that language find it by it."
            ),
            params={"name": name, "forum": forum.name},
        )
    )


def _made(name: str, document: Document, by: User | None, findings: list[Finding]) -> Forum:
    if not may_everywhere(by, "forum.add_forum"):
        raise Refusal(
            _("The forum “%(forum)s” is not known, and you may not add one. Choose the edition.")
            % {"forum": name}
        )
    forum = Forum.objects.create(
        name=name,
        slug=_free_address(name),
        publisher=document.publisher or name,
        issn=document.issn or "",
        language=document.language,
    )
    findings.append(
        Finding(
            code="forum-created",
            severity="hint",
            template=gettext_noop(
                "The forum “{forum}” did not exist and was made. Check its name, publisher and address."
            ),
            params={"forum": name},
        )
    )
    return forum


def _free_address(name: str) -> str:
    base = words_key(name)[:44].strip("-")
    taken = {*Forum.objects.filter(slug__startswith=base).values_list("slug", flat=True), *RESERVED_ADDRESSES}
    numbered = (f"{base}-{number}" for number in count(2))
    return next(slug for slug in chain([base], numbered) if slug not in taken)
