"""Many manuscripts become drafts: read side by side, written one after the other, each in its own transaction.

What breaks off is begun again with the same files: those that are there already are known by their hash,
and not even read.
"""

import hashlib
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from typing import Literal, NamedTuple

from django.core.exceptions import PermissionDenied
from django.utils.translation import gettext as _

from bulletins import checks, manuscript
from bulletins.document import Finding
from bulletins.drafts.importing import Target, import_document
from bulletins.models import Bulletin
from forum.refusal import Refusal

_AT_ONCE = 2  # as many as the pool has reading processes
_AHEAD = 6  # readings that may wait to be written: they are held in memory
_TRIES = 30  # for a reading process, each a second: others read as well


AN_ARCHIVE = Target(as_archive=True)


class File(NamedTuple):
    """A manuscript that comes in with others: the name to tell it by, and what gives its bytes."""

    name: str
    read: Callable[[], bytes]


@dataclass(frozen=True)
class Outcome:
    """What became of a file: a draft that is new or was known, or nothing, and why."""

    name: str
    became: Literal["draft", "known", "refused"]
    bulletin: Bulletin | None = None
    findings: tuple[Finding, ...] = ()
    why: str = ""


class _Waiting(NamedTuple):
    """A file whose turn to be written has not come: being read, or with its outcome already."""

    name: str
    fingerprint: str
    reading: Future[manuscript.Reading]


def import_many(files: Iterable[File], target: Target = AN_ARCHIVE) -> Iterator[Outcome]:
    """Import each file, in their order, and say at once what became of it. No file stops the others."""
    waiting: deque[_Waiting | Outcome] = deque()
    with ThreadPoolExecutor(_AT_ONCE) as readers:
        for file in files:
            waiting.append(_begun(file, target, readers))
            if len(waiting) > _AHEAD:
                yield _written(waiting.popleft(), target)
        while waiting:
            yield _written(waiting.popleft(), target)


def _begun(file: File, target: Target, readers: ThreadPoolExecutor) -> _Waiting | Outcome:
    try:
        data = file.read()
    except OSError as error:
        return Outcome(
            file.name, "refused", why=_("It cannot be opened: %(reason)s.") % {"reason": error.strerror}
        )
    fingerprint = hashlib.sha256(data).hexdigest()
    if (known := _known(fingerprint, target)) is not None:
        return Outcome(file.name, "known", known)
    return _Waiting(file.name, fingerprint, readers.submit(_reading, data, file.name))


def _known(fingerprint: str, target: Target) -> Bulletin | None:
    same = Bulletin.objects.visible_to(target.by).filter(manuscript_hash=fingerprint)
    if target.edition is not None:
        same = same.filter(edition=target.edition)
    return same.select_related("edition__forum").first()


def _reading(data: bytes, name: str) -> manuscript.Reading:
    for _try in range(_TRIES - 1):
        try:
            return manuscript.read_bytes(data, name)
        except manuscript.ManuscriptError as error:
            if error.code != "busy":
                raise
    return manuscript.read_bytes(data, name)


def _written(waiting: _Waiting | Outcome, target: Target) -> Outcome:
    if isinstance(waiting, Outcome):
        return waiting
    try:
        reading = waiting.reading.result()
        imported = import_document(reading, waiting.fingerprint, target)
    except manuscript.ManuscriptError as error:
        return Outcome(waiting.name, "refused", why=_(error.template).format_map(error.params))
    except (Refusal, PermissionDenied) as error:
        return Outcome(waiting.name, "refused", why=str(error))
    found = (*reading.findings, *checks.check(reading.document), *imported.findings)
    return Outcome(waiting.name, "draft" if imported.created else "known", imported.bulletin, found)
