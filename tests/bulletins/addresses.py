"""Every public address, walked along the site's own patterns: a new page is in the walk by being there."""

import itertools

from django.urls import URLResolver, get_resolver, reverse

NOT_PUBLIC = {"admin", "i18n"}  # the editors' room, and Django's form for languages


def patterns(resolver=None):
    """Give every named pattern outside the editors' room."""
    for pattern in (resolver or get_resolver()).url_patterns:
        if isinstance(pattern, URLResolver):
            if str(pattern.pattern).split("/")[0] not in NOT_PUBLIC:
                yield from patterns(pattern)
        elif pattern.name:
            yield pattern


def addresses(values, queries):
    """Give name and path of every address that the patterns make of these values, also with each of their queries."""
    for pattern in patterns():
        names = list(pattern.pattern.converters)
        for some in itertools.product(*(values[name] for name in names)):
            path = reverse(pattern.name, kwargs=dict(zip(names, some, strict=True)))
            yield pattern.name, path
            yield from ((pattern.name, f"{path}?{query}") for query in queries.get(pattern.name, ()))
