"""Events in the admin, and the users of the admin itself."""

from collections.abc import Callable
from typing import Any

from django.contrib import admin
from django.contrib.auth.admin import GroupAdmin as BaseGroupAdmin
from django.contrib.auth.admin import UserAdmin as BaseUserAdmin
from django.contrib.auth.models import Group, User
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _
from unfold.admin import ModelAdmin, TabularInline
from unfold.forms import AdminPasswordChangeForm, UserChangeForm, UserCreationForm

from forum import languages
from forum.locks import lock_names, share_people
from forum.models import Edition, Forum, Session
from forum.transactions import atomic_with_retry

admin.site.unregister([User, Group])
admin.site.index_title = _("Desk")


class LockedModelAdmin(ModelAdmin):
    """Saves and deletes as verbs do: nobody is merged meanwhile, and no two new rows take one key."""

    def changeform_view(
        self,
        request: HttpRequest,
        object_id: str | None = None,
        form_url: str = "",
        extra_context: dict[str, Any] | None = None,
    ) -> HttpResponse:
        return _answered(super().changeform_view, request, object_id, form_url, extra_context)

    def changelist_view(
        self, request: HttpRequest, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        return _answered(super().changelist_view, request, extra_context)

    def delete_view(
        self, request: HttpRequest, object_id: str, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        return _answered(super().delete_view, request, object_id, extra_context)


def _answered(view: Callable[..., HttpResponse], request: HttpRequest, *rest: Any) -> HttpResponse:
    return _saved(view, request, *rest) if request.method == "POST" else view(request, *rest)


@atomic_with_retry
def _saved(view: Callable[..., HttpResponse], *rest: Any) -> HttpResponse:
    lock_names()
    share_people()
    return view(*rest)


@admin.register(User)
class UserAdmin(BaseUserAdmin, ModelAdmin):
    """Editors and their rights."""

    form = UserChangeForm
    add_form = UserCreationForm
    change_password_form = AdminPasswordChangeForm


@admin.register(Group)
class GroupAdmin(BaseGroupAdmin, ModelAdmin):
    """Rights that several people share."""


@admin.register(Forum)
class ForumAdmin(LockedModelAdmin):
    """Forums and how they number their bulletins."""

    list_display = ("name", "publisher", "language", "next_volume")
    search_fields = ("name", *languages.paths("names"), "publisher", *languages.paths("publisher_names"))
    prepopulated_fields = {"slug": ("name",)}
    fieldsets = (
        (
            None,
            {
                "fields": (
                    ("name", "names"),
                    ("publisher", "publisher_names"),
                    "slug",
                    ("language", "issn"),
                    ("next_volume", "word_limit"),
                )
            },
        ),
    )


class SessionInline(TabularInline):
    """The sessions of an edition, at a glance."""

    model = Session
    extra = 0
    fields = ("title", "kind", "starts_at", "ends_at", "room")
    show_change_link = True
    tab = True


@admin.register(Edition)
class EditionAdmin(LockedModelAdmin):
    """Editions with their sessions."""

    list_display = ("forum", "year", "theme", "starts_on", "ends_on", "next_number")
    list_filter = ("forum",)
    list_select_related = ("forum",)
    search_fields = ("forum__name", *languages.paths("forum__names"), "year", "theme")
    inlines = [SessionInline]
    fieldsets = (
        (None, {"fields": (("forum", "year"), "theme", ("starts_on", "ends_on"), "venue", "next_number")}),
    )


@admin.register(Session)
class SessionAdmin(LockedModelAdmin):
    """Sessions; who appears in them is added below by the speakers app."""

    list_display = ("title", "edition", "kind", "starts_at", "room")
    list_filter = ("edition__forum", "edition", "kind")
    list_select_related = ("edition__forum",)
    search_fields = ("title", "theme", "room")
    autocomplete_fields = ("edition",)
    date_hierarchy = "starts_at"
    fieldsets = (
        (None, {"fields": ("edition", "title", "theme", ("kind", "room"), ("starts_at", "ends_at"))}),
    )
