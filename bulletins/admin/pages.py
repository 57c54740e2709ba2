"""What the pages of a bulletin in the admin have in common."""

from typing import Any

from django.http import Http404, HttpRequest
from django.template.response import TemplateResponse

from bulletins.models import Bulletin
from forum.admin import LockedModelAdmin


class BulletinPages(LockedModelAdmin):
    """Finds bulletins, and shows a page of one."""

    def _bulletin(self, request: HttpRequest, object_id: str) -> Bulletin:
        bulletin: Bulletin | None = self.get_object(request, object_id)
        if bulletin is None:
            raise Http404
        return bulletin

    def _page(self, request: HttpRequest, name: str, context: dict[str, Any]) -> TemplateResponse:
        everywhere = self.admin_site.each_context(request) | {
            "opts": self.opts,
            "model_admin": self,
            "original": context.get("bulletin"),
        }
        return TemplateResponse(request, f"admin/bulletins/bulletin/{name}.html", everywhere | context)
