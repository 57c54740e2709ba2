"""Who and what is public: those whom a public bulletin credits, and what its points are tied to."""

from django.db.models import QuerySet

from bulletins.models import Passage, Statement, Topic
from bulletins.models.index import PassageQuerySet, StatementQuerySet
from forum.models import Session
from speakers.models import Organisation, Speaker


def people(said: StatementQuerySet | None = None) -> QuerySet[Speaker]:
    """Those who made one of these statements, or any public one."""
    said = Statement.objects.public() if said is None else said
    return Speaker.objects.filter(pk__in=said.order_by().values("speaker"))


def bodies(said: StatementQuerySet | None = None) -> QuerySet[Organisation]:
    """Institutions for which one of these statements was made, or any public one."""
    said = Statement.objects.public() if said is None else said
    return Organisation.objects.filter(pk__in=said.order_by().values("organisation"))


def topics(passages: PassageQuerySet | None = None) -> QuerySet[Topic]:
    """Topics of these points, or of any public one, with all wider ones: each has a page."""
    passages = Passage.objects.public() if passages is None else passages
    paths = Topic.objects.paths()
    found = {pk for tags, _count in passages.counts_by_topics() for tag in tags for pk in paths.get(tag, ())}
    return Topic.objects.filter(pk__in=found).select_related("parent")


def sessions(passages: PassageQuerySet | None = None) -> QuerySet[Session]:
    """Sessions that one of these points reports, or any public one."""
    passages = Passage.objects.public() if passages is None else passages
    return Session.objects.filter(pk__in=passages.order_by().session_ids()).select_related("edition__forum")
