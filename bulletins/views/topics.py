"""What was spoken about. A topic has a page where a public bulletin has a point on it or on a narrower one."""

from collections import defaultdict
from dataclasses import dataclass, field

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from bulletins.models import Facet, Passage, Tally, Topic
from bulletins.page_cache import cached_page
from bulletins.search import Criteria, explore
from bulletins.search.telling import of_passages
from bulletins.views import pictures
from bulletins.views.lists import page_of


@dataclass
class Branch:
    """A topic with the points on it or on a narrower one, and those narrower topics that have some."""

    topic: Topic
    ids: set[int]
    count: int
    branches: list["Branch"] = field(default_factory=list)


def grown() -> list[Branch]:
    """Give the tree of topics that public points are tagged with, in two queries."""
    counts = Tally.objects.points_by_topic()
    children: dict[int | None, list[Topic]] = defaultdict(list)
    for topic in Topic.objects.in_order():
        children[topic.parent_id].append(topic)

    def branch(topic: Topic) -> Branch:
        narrower = [one for child in children[topic.pk] if (one := branch(child)).count]
        ids = {topic.pk}.union(*(one.ids for one in narrower))
        return Branch(topic, ids, counts.get(topic.pk, 0), narrower)

    return [one for topic in children[None] if (one := branch(topic)).count]


def _path(branches: list[Branch], slug: str) -> list[Branch]:
    """The branches that lead to a topic, the widest first; empty where there is none."""
    for branch in branches:
        if branch.topic.slug == slug:
            return [branch]
        if below := _path(branch.branches, slug):
            return [branch, *below]
    return []


@require_safe
@cached_page()
def topics(request: HttpRequest) -> HttpResponse:
    """The tree of topics, each with the number of points on it."""
    return render(request, "bulletins/topic_list.html", {"branches": grown()})


@require_safe
@cached_page("page")
def topic(request: HttpRequest, slug: str) -> HttpResponse:
    """One topic: wider and narrower ones, and by time who said what in every point on it."""
    path = _path(grown(), slug)
    if not path:
        raise Http404
    points = Passage.objects.public().on(path[-1].ids)
    passages = points.with_bulletin().newest_first()
    page = page_of(request, passages.with_statements(), count=path[-1].count)
    context = {
        "branch": path[-1],
        "wider": path[:-1],
        "page": page,
        "issues": of_passages(page),
        "years": pictures.years_alone(
            explore.years(Criteria(facets={Facet.TOPIC: (path[-1].topic.pk,)})).counts, topic=slug
        ),
    }
    return render(request, "bulletins/topic_detail.html", context)
