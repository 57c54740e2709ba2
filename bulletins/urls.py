"""Public addresses. Every address of a bulletin, a session, a person, an institution and a topic is permanent."""

from django.urls import include, path

from bulletins import api, feeds, harvesting, sitemaps, views

ISSUE = "<place:forum>/<int:year>/<int:number>"

urlpatterns = [
    path("", views.home, name="home"),
    path("search/", views.search, name="search"),
    path("search.<slug:extension>", harvesting.search, name="search-file"),
    path("explore/", views.matrix, name="explore"),
    path("explore/statements/", views.behind, name="explore-statements"),
    path("explore/compare/", views.compare, name="explore-compare"),
    path("explore/statements.<slug:extension>", harvesting.explore, name="explore-file"),
    path("archive/", views.archive, name="archive"),
    path("speakers/", views.speakers, name="speakers"),
    path("speakers/<slug:slug>/", views.speaker, name="speaker"),
    path("speakers/<slug:slug>.<slug:extension>", harvesting.speaker, name="speaker-file"),
    path("organisations/", views.organisations, name="organisations"),
    path("organisations/<slug:slug>/", views.organisation, name="organisation"),
    path("organisations/<slug:slug>.<slug:extension>", harvesting.organisation, name="organisation-file"),
    path("topics/", views.topics, name="topics"),
    path("topics/<slug:slug>/", views.topic, name="topic"),
    path("topics/<slug:slug>.<slug:extension>", harvesting.topic, name="topic-file"),
    path("feeds/all.atom", feeds.everything, name="feed"),
    path("feeds/<slug:forum>.atom", feeds.of_forum, name="forum-feed"),
    path("colours.css", views.colours, name="colours"),
    path("sitemap.xml", sitemaps.index, name="sitemap"),
    path("sitemap-<slug:section>.xml", sitemaps.part, name="sitemap-part"),
    path("robots.txt", sitemaps.robots, name="robots"),
    path("api/v1/", include(api.urlpatterns)),
    path("<slug:forum>/", views.forum, name="forum"),
    path("<slug:forum>/<int:year>/", views.edition, name="edition"),
    path("<slug:forum>/<slug:series>/", views.series, name="series"),
    path("<slug:forum>/<int:year>/sessions/<int:pk>/", views.session, name="session"),
    path(f"{ISSUE}/", views.bulletin, name="bulletin"),
    path(f"{ISSUE}.<slug:extension>", views.download, name="download"),
    path(f"{ISSUE}/cite/", views.cite, name="cite"),
    path(f"{ISSUE}/changes/", views.changes, name="changes"),
    path(f"{ISSUE}/v<int:version>/changes/v<int:since>/", views.comparison, name="comparison"),
    path(f"{ISSUE}/v<int:version>/", views.bulletin, name="bulletin-version"),
    path(f"{ISSUE}/v<int:version>/card.png", views.card, name="card"),
    path(f"{ISSUE}/v<int:version>/figures/<str:name>", views.figure, name="figure"),
    path(f"{ISSUE}/v<int:version>.<slug:extension>", views.download, name="download-version"),
    path(f"{ISSUE}/v<int:version>/cite/", views.cite, name="cite-version"),
    path(f"{ISSUE}/v<int:version>/<slug:point>/", views.point, name="point-version"),
    path(f"{ISSUE}/<slug:point>/", views.point, name="point"),
]
