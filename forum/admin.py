"""Events in the admin, and the users of the admin itself."""

import datetime
from collections.abc import Callable
from typing import Any

from allauth.account.decorators import secure_admin_login
from allauth.account.models import EmailAddress
from django.contrib import admin
from django.contrib.admin import ModelAdmin as DjangoModelAdmin
from django.contrib.admin.models import LogEntry
from django.contrib.auth.admin import GroupAdmin as BaseGroupAdmin
from django.contrib.auth.admin import UserAdmin as BaseUserAdmin
from django.contrib.auth.models import Group, Permission, User
from django.db import transaction
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.utils.html import format_html_join
from django.utils.safestring import SafeString
from django.utils.text import capfirst
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from unfold.admin import ModelAdmin, TabularInline
from unfold.decorators import action
from unfold.forms import AdminPasswordChangeForm, UserChangeForm, UserCreationForm

from forum import languages, ledger_words
from forum.admin_languages import TellsLanguages, without
from forum.admin_scope import ScopedAdmin
from forum.deletion_words import counts_without_ties, without_ties
from forum.ledger import Subject, record, values_of
from forum.locks import lock_names, lock_people, share_people
from forum.logos import LogoForm
from forum.models import Act, Edition, Forum, ForumMembership, LedgerEntry, Session, Site
from forum.permission_names import GroupsField, PermissionsField, shown
from forum.rights import may, may_everywhere
from forum.transactions import atomic_with_retry

# An address is a part of the user here.
admin.site.unregister([User, Group, EmailAddress])
admin.site.login = secure_admin_login(admin.site.login)  # type: ignore[method-assign]  # as django-allauth documents
admin.site.index_title = _("Desk")


class TitledAdmin(DjangoModelAdmin):
    """Says in the title of a list what it lists, and of what is to be deleted what it is."""

    def changelist_view(
        self, request: HttpRequest, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        title = {"title": capfirst(self.opts.verbose_name_plural)}
        return super().changelist_view(request, title | (extra_context or {}))

    def delete_view(
        self, request: HttpRequest, object_id: str, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        found = self.get_object(request, object_id)
        subtitle = {"subtitle": self.title_of(found)} if found else {}
        return super().delete_view(request, object_id, subtitle | (extra_context or {}))

    def title_of(self, obj: Any) -> str:
        """What a page about it is titled."""
        return str(obj)

    def get_deleted_objects(
        self, objs: Any, request: HttpRequest
    ) -> tuple[list[str], dict[str, int], set[str], list[str]]:
        """Tell what would go along, but for rows that only tie two things together."""
        told, counts, lacking, kept = super().get_deleted_objects(objs, request)
        return without_ties(told), counts_without_ties(counts), lacking, kept


class RecordedModelAdmin(TellsLanguages, ScopedAdmin, TitledAdmin, ModelAdmin):
    """Enters into the ledger, in the same transaction, what is added, changed and deleted."""

    def log_addition(self, request: HttpRequest, obj: Any, message: Any) -> LogEntry:
        record(Act.ADDED, Subject.of(obj), by=request.user, details=values_of(obj))
        return super().log_addition(request, obj, message)

    def log_change(self, request: HttpRequest, obj: Any, message: Any) -> LogEntry:
        record(Act.CHANGED, Subject.of(obj), by=request.user, details={**values_of(obj), "changed": message})
        return super().log_change(request, obj, message)

    def log_deletions(self, request: HttpRequest, queryset: QuerySet[Any]) -> list[LogEntry]:
        for obj in queryset:
            record(Act.DELETED, Subject.of(obj), by=request.user, details=values_of(obj))
        return super().log_deletions(request, queryset)

    def changelist_view(
        self, request: HttpRequest, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        """Save and delete in one transaction with what the ledger says of it."""
        with transaction.atomic():
            return super().changelist_view(request, extra_context)


class LockedModelAdmin(RecordedModelAdmin):
    """Saves and deletes as verbs do: nobody is merged meanwhile, and no two new rows take one key.

    What the index is made of, besides publications, is saved alone: nobody publishes meanwhile either.
    """

    saved_alone = False

    def changeform_view(
        self,
        request: HttpRequest,
        object_id: str | None = None,
        form_url: str = "",
        extra_context: dict[str, Any] | None = None,
    ) -> HttpResponse:
        return self._answered(super().changeform_view, request, object_id, form_url, extra_context)

    def changelist_view(
        self, request: HttpRequest, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        return self._answered(super().changelist_view, request, extra_context)

    def delete_view(
        self, request: HttpRequest, object_id: str, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        return self._answered(super().delete_view, request, object_id, extra_context)

    def _answered(self, view: Callable[..., HttpResponse], request: HttpRequest, *rest: Any) -> HttpResponse:
        return self._saved(view, request, *rest) if request.method == "POST" else view(request, *rest)

    @atomic_with_retry
    def _saved(self, view: Callable[..., HttpResponse], *rest: Any) -> HttpResponse:
        lock_names()
        if self.saved_alone:
            lock_people()
        else:
            share_people()
        return view(*rest)


class LimitsInline(TabularInline):
    """The forums that rights are limited to; with none, they hold in all."""

    model = ForumMembership
    extra = 0
    fields = ("forum",)

    def has_view_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return may(request.user, f"auth.view_{self._holder()}")

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        # Who is limited gives nobody more, not themselves either.
        return may_everywhere(request.user, f"auth.change_{self._holder()}")

    has_add_permission = has_delete_permission = has_change_permission

    def _holder(self) -> str:
        return str(self.parent_model._meta.model_name)


class NamesPermissions(DjangoModelAdmin):
    """Offers the rights that somebody of an office can use, by their names in the language of the page."""

    def formfield_for_manytomany(
        self, db_field: Any, request: HttpRequest | None = None, **kwargs: Any
    ) -> Any:
        if db_field.name in {"permissions", "user_permissions"}:
            kwargs |= {"queryset": shown(Permission.objects.all()), "form_class": PermissionsField}
        if db_field.name == "groups":
            kwargs |= {"form_class": GroupsField}
        return super().formfield_for_manytomany(db_field, request, **kwargs)  # type: ignore[arg-type]  # Django gives None, too


class GroupsFilter(admin.RelatedFieldListFilter):
    """Filters by group; one that comes with the site is called in the language of the page."""

    def field_choices(self, field: Any, request: HttpRequest, model_admin: Any) -> Any:
        return [(key, gettext(str(name))) for key, name in super().field_choices(field, request, model_admin)]


@admin.register(User)
class UserAdmin(NamesPermissions, BaseUserAdmin, RecordedModelAdmin):
    """Editors and their rights."""

    list_filter = ("is_staff", "is_superuser", "is_active", ("groups", GroupsFilter))
    form = UserChangeForm
    add_form = UserCreationForm
    change_password_form = AdminPasswordChangeForm

    @transaction.atomic
    def user_change_password(self, request: HttpRequest, id: str, form_url: str = "") -> HttpResponse:  # noqa: A002 (Django's name)
        return super().user_change_password(request, id, form_url)

    def get_inlines(self, request: HttpRequest, obj: Any) -> list[type[TabularInline]]:
        """Limits are set once somebody is there to be limited."""
        return [LimitsInline] if obj else []


@admin.register(Group)
class GroupAdmin(NamesPermissions, BaseGroupAdmin, RecordedModelAdmin):
    """Rights that several people share."""

    inlines = [LimitsInline]
    list_display = ("named",)

    @admin.display(description=_("name"), ordering="name")
    def named(self, group: Group) -> str:
        """The name; of a group that comes with the site, in the language of the page."""
        return gettext(group.name)

    def title_of(self, obj: Group) -> str:
        return self.named(obj)

    def render_change_form(
        self, request: HttpRequest, context: dict[str, Any], *args: Any, **kwargs: Any
    ) -> HttpResponse:
        told = {"subtitle": self.named(context["original"])} if context.get("original") else {}
        return super().render_change_form(request, context | told, *args, **kwargs)


@admin.register(Forum)
class ForumAdmin(LockedModelAdmin):
    """Forums and how they number their bulletins."""

    list_display: tuple[str, ...] = ("name", "publisher", "language")
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
                    ("word_limit", "second_pair_of_eyes"),
                )
            },
        ),
        (
            _("How it shows itself"),
            {
                "fields": (
                    "abouts",
                    "contact",
                    ("licence", "licence_address"),
                    "colour",
                    ("new_logo", "no_logo"),
                )
            },
        ),
    )
    form = LogoForm

    def get_fieldsets(self, request: HttpRequest, obj: Any = None) -> Any:
        """Whoever only looks has no logo to choose."""
        sets = super().get_fieldsets(request, obj)
        return (
            sets
            if obj is None or self.has_change_permission(request, obj)
            else without(sets, "new_logo", "no_logo")
        )

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> tuple[str, ...]:
        """Its address stays once something is published there."""
        return ("slug",) if obj and obj.publications.exists() else ()

    def get_prepopulated_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        return {} if obj else self.prepopulated_fields

    def has_add_permission(self, request: HttpRequest) -> bool:
        return may_everywhere(request.user, "forum.add_forum")


@admin.register(Site)
class SiteAdmin(LockedModelAdmin):
    """What the site is called."""

    fields = ("names", "abouts", "contact")

    def has_add_permission(self, request: HttpRequest) -> bool:
        return may_everywhere(request.user, "forum.add_site") and not Site.objects.exists()

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return may_everywhere(request.user, "forum.change_site")

    def save_model(self, request: HttpRequest, obj: Site, form: Any, change: bool) -> None:
        obj.pk = 1
        super().save_model(request, obj, form, change)


class SessionInline(TabularInline):
    """The sessions of an edition, at a glance."""

    model = Session
    extra = 0
    fields = ("title", "kind", "starts_at", "ends_at", "date", "room")
    show_change_link = True
    tab = True


@admin.register(Edition)
class EditionAdmin(LockedModelAdmin):
    """Editions with their sessions."""

    list_display = ("forum", "year", "theme", "starts_on", "ends_on")
    list_filter = (("forum", admin.RelatedOnlyFieldListFilter),)
    list_select_related = ("forum",)
    search_fields = (
        "forum__name",
        *languages.paths("forum__names"),
        "year",
        "theme",
        *languages.paths("themes"),
    )
    inlines = [SessionInline]
    fieldsets = (
        (
            None,
            {
                "fields": (
                    ("forum", "year"),
                    ("theme", "themes"),
                    ("starts_on", "ends_on"),
                    ("venue", "venues"),
                )
            },
        ),
    )


@admin.register(Session)
class SessionAdmin(LockedModelAdmin):
    """Sessions; who appears in them is added below by the speakers app."""

    list_display = ("title", "edition", "kind", "day", "starts_at", "room")
    list_filter = (
        ("edition__forum", admin.RelatedOnlyFieldListFilter),
        ("edition", admin.RelatedOnlyFieldListFilter),
        "kind",
    )
    list_select_related = ("edition__forum",)
    search_fields = ("title", *languages.paths("titles"), "theme", "room")
    autocomplete_fields = ("edition",)
    date_hierarchy = "starts_at"
    fieldsets = (
        (
            None,
            {
                "fields": (
                    "edition",
                    ("title", "titles"),
                    ("theme", "themes"),
                    "kind",
                    ("room", "rooms"),
                    ("starts_at", "ends_at"),
                    "date",
                )
            },
        ),
    )

    @admin.display(description=_("day"))
    def day(self, session: Session) -> datetime.date | None:
        """The day it is held on, with or without hours."""
        return session.day


@admin.register(LedgerEntry)
class LedgerEntryAdmin(TitledAdmin, ModelAdmin):
    """Every act, to read, to find and to take away as JSON Lines."""

    list_display = ("number", "at", "act", "label", "actor", "why", "origin")
    list_display_links = ("number", "label")
    list_filter = ("act", "at", "actor")
    search_fields = ("label", "actor", "why", "subject", "origin")
    date_hierarchy = "at"
    actions_list = ("export",)
    fields = ("number", "at", "act", "label", "subject", "actor", "origin", "why", "told", "previous", "hash")
    readonly_fields = ("told",)

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    @admin.display(description=_("details"))
    def told(self, entry: LedgerEntry) -> SafeString | str:
        """The details, a line each."""
        lines = (
            (gettext("%(label)s: ") % {"label": label}, value) for label, value in ledger_words.told(entry)
        )
        return format_html_join("", "<p><b>{}</b>{}</p>", lines) or "–"

    @action(description=_("Export as JSON Lines"), url_path="export", permissions=["view"], icon="download")
    def export(self, request: HttpRequest) -> StreamingHttpResponse:
        """All entries, the first first, a line each: the SHA-256 of a line is its hash, and `previous` of the next."""
        entries = LedgerEntry.objects.order_by("number").iterator(chunk_size=1000)
        response = StreamingHttpResponse(
            (f"{entry.line}\n" for entry in entries), content_type="application/jsonl; charset=utf-8"
        )
        response["Content-Disposition"] = 'attachment; filename="ledger.jsonl"'
        return response
