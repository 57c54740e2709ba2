"""Rights as an office reads them: of what the office keeps, in the language of the page."""

from typing import Any

from django import forms
from django.contrib.auth.models import Permission
from django.db.models import Q, QuerySet
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

_DEFAULTS = {"add": _("add"), "change": _("change"), "delete": _("delete"), "view": _("view")}


def shown(permissions: QuerySet[Permission]) -> QuerySet[Permission]:
    """Give those that somebody of an office can use; the rest belongs to inner tables."""
    of_the_office = Q(content_type__app_label__in=("forum", "speakers", "bulletins"))
    accounts = Q(content_type__app_label="auth", content_type__model__in=("user", "group"))
    return permissions.filter(of_the_office | accounts).select_related("content_type")


def permission_name(permission: Permission) -> str:
    """Say a right in the language of the page: "bulletin: publish"."""
    subject = permission.content_type
    verb, _of, rest = permission.codename.partition("_")
    if verb in _DEFAULTS and rest == subject.model:
        return with_colon(subject.name, _DEFAULTS[verb])
    return with_colon(subject.name, gettext(permission.name))


def with_colon(subject: Any, told: Any) -> str:
    """Join two names by a colon as the language of the page has it: "bulletin: publish", 简报：发布."""
    return gettext("%(subject)s: %(told)s") % {"subject": subject, "told": told}


class GroupsField(forms.ModelMultipleChoiceField):
    """A choice of groups; one that comes with the site is called in the language of the page."""

    def label_from_instance(self, obj: Any) -> str:
        return gettext(obj.name)


class PermissionsField(forms.ModelMultipleChoiceField):
    """A choice of rights, each by its name."""

    def label_from_instance(self, obj: Any) -> str:
        return permission_name(obj)
