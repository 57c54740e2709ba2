"""Public addresses. Every address of a bulletin is permanent."""

from django.urls import path

from bulletins import views

urlpatterns = [
    path("", views.home, name="home"),
    path("search/", views.search, name="search"),
    path("<slug:forum>/<int:year>/", views.edition, name="edition"),
    path("<slug:forum>/<int:year>/<int:number>/", views.bulletin, name="bulletin"),
    path("<slug:forum>/<int:year>/<int:number>.<slug:extension>", views.download, name="download"),
]
