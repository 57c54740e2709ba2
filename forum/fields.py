"""A text in several languages: one column, one small input for each language. A new language needs no migration."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.db import models
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from unfold.widgets import UnfoldAdminTextInputWidget

from forum import languages


class InLanguages(models.JSONField):
    """A text by language: {"zh": "灯论坛"}.

    The text in the main language has a column of its own, and no input here; with `main`, it has not.
    """

    def __init__(self, *args: Any, main: bool = False, **kwargs: Any) -> None:
        self.main = main
        super().__init__(*args, **{"default": dict, "blank": True, **kwargs})

    def codes(self) -> list[str]:
        """Give the languages that have an input."""
        return languages.codes() if self.main else languages.others()

    def formfield(self, **kwargs: Any) -> Any:
        """Give the field of a form; the admin's widget for JSON is not for people."""
        made = {"codes": self.codes(), "max_length": self.max_length, "show_hidden_initial": False}
        kwargs.pop("widget", None)
        return models.Field.formfield(self, form_class=InLanguagesFormField, **{**kwargs, **made})

    def save_form_data(self, instance: models.Model, data: dict[str, str]) -> None:
        """Take over what was typed; a language that the site does not offer any more keeps its text."""
        stands = getattr(instance, self.attname)
        kept = {code: text for code, text in stands.items() if code not in self.codes()}
        super().save_form_data(instance, kept | data)


class InLanguagesWidget(forms.MultiWidget):
    """An input for each language, with the language's name before it."""

    def __init__(self, codes: Sequence[str], attrs: dict[str, Any] | None = None) -> None:
        self.codes = codes
        super().__init__({code: UnfoldAdminTextInputWidget() for code in codes}, attrs)

    def decompress(self, value: dict[str, str] | None) -> list[str]:
        return [(value or {}).get(code, "") for code in self.codes]

    def render(self, name: str, value: Any, attrs: Any = None, renderer: Any = None) -> SafeString:
        """Write the inputs, each in its label."""
        contexts = self.get_context(name, value, attrs)["widget"]["subwidgets"]
        inputs = (
            (code, languages.name(code), widget.render(one["name"], one["value"], one["attrs"], renderer))
            for code, widget, one in zip(self.codes, self.widgets, contexts, strict=True)
        )
        rows = format_html_join("", '<label><span>{1}</span> <span lang="{0}">{2}</span></label>', inputs)
        return format_html('<div class="in-languages">{}</div>', rows)


class InLanguagesFormField(forms.MultiValueField):
    """The texts of an `InLanguages` as they are typed."""

    def __init__(self, *, codes: Sequence[str], max_length: int | None = None, **kwargs: Any) -> None:
        self.codes = codes
        inputs = [forms.CharField(required=False, max_length=max_length) for _code in codes]
        super().__init__(inputs, require_all_fields=False, widget=InLanguagesWidget(codes), **kwargs)

    def compress(self, data_list: Sequence[str]) -> dict[str, str]:
        return {code: text for code, text in zip(self.codes, data_list, strict=False) if text}
