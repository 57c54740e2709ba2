"""Forums in the admin, with the way to put two that are one together."""

from typing import Any, cast

from django import forms
from django.contrib import admin, messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from unfold.decorators import action, display
from unfold.widgets import UnfoldAdminSelectWidget

from bulletins.merging_forums import merge_forums, preview
from forum.admin import ForumAdmin as PlainForumAdmin
from forum.admin_scope import limited
from forum.models import Forum
from forum.refusal import Refusal
from forum.rights import may, user_of

admin.site.unregister(Forum)


class MergeForm(forms.Form):
    """The forum that is kept."""

    kept = forms.ModelChoiceField(
        Forum.objects.all(),
        label=_("Merge it into"),
        empty_label=_("Select value"),
        widget=UnfoldAdminSelectWidget,
    )

    def offer(self, request: HttpRequest, merged: Forum) -> None:
        """Offer the forums that somebody's rights hold in."""
        field = cast("forms.ModelChoiceField", self.fields["kept"])
        others = Forum.objects.filter(merged_into=None).exclude(pk=merged.pk)
        field.queryset = limited(others, request.user)


@admin.register(Forum)
class ForumAdmin(PlainForumAdmin):
    """Forums; one that was merged says into which."""

    list_display = ("name", "publisher", "language", "kept")
    list_select_related = ("merged_into",)
    actions_detail = ("merge",)

    @display(description=_("merged into"))
    def kept(self, forum: Forum) -> str:
        """The forum that it is."""
        return str(forum.merged_into) if forum.merged_into else "–"

    @action(description=_("Merge"), url_path="merge", permissions=["merge"], icon="merge")
    def merge(self, request: HttpRequest, object_id: str) -> HttpResponse:
        """Show what merging would do, then do it."""
        merged = self.get_object(request, object_id)
        if merged is None:
            raise Http404
        form = MergeForm(request.POST or None)
        form.offer(request, merged)
        context = {
            **self.admin_site.each_context(request),
            "opts": self.opts,
            "title": gettext("Merge “%(forum)s” into another forum") % {"forum": merged},
            "forum": merged,
            "form": form,
        }
        if form.is_valid():
            kept, by = form.cleaned_data["kept"], user_of(request)
            try:
                if "merge" in request.POST:
                    merge_forums(kept, merged, by=by)
                    messages.success(request, gettext("The two are one now."))
                    return redirect("admin:forum_forum_change", kept.pk)
                context |= {"kept": kept, "merger": preview(kept, merged, by=by)}
            except Refusal as error:
                form.add_error(None, error.message)
        return TemplateResponse(request, "admin/forum/forum/merge.html", context)

    def has_merge_permission(self, request: HttpRequest, object_id: Any = None) -> bool:
        return may(request.user, "forum.merge_forum")
