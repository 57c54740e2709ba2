"""The page on which an editor sees whose each sentence is, and gives some to others."""

from typing import Any

import msgspec
from django import forms
from django.http import QueryDict
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from unfold.widgets import UnfoldAdminSelectWidget

from bulletins.credited import Keys
from bulletins.document import NOBODY, Document
from bulletins.drafts.attribution import Chosen
from bulletins.language import anchored, place_label
from bulletins.statements import attributed

_TEXTS = {"editors_note": _("Editor’s note"), "lede": _("Opening paragraph")}


class ListedSentence(msgspec.Struct, frozen=True, kw_only=True):
    """A sentence, the value of its box, and the names of those who said it."""

    value: str
    text: str
    names: tuple[str, ...]
    chosen: bool


class ListedPart(msgspec.Struct, frozen=True, kw_only=True):
    """A part of the bulletin by its place, with its sentences."""

    place: str
    sentences: tuple[ListedSentence, ...]


class AttributionForm(forms.Form):
    """Sentences, and whose they shall be: one person's, two persons', or nobody's."""

    to = forms.ChoiceField(label=_("These words are"), widget=UnfoldAdminSelectWidget)
    also = forms.ChoiceField(label=_("together with"), required=False, widget=UnfoldAdminSelectWidget)

    def __init__(self, data: Any, *, document: Document) -> None:
        super().__init__(data)
        self._document = document
        self._sentences = {
            f"{part}:{place}": (part, place, one)
            for part, found in attributed(document)
            for place, one in enumerate(found)
        }
        people = [(entry.speaker, entry.name) for entry in document.roster]
        self._field("to").choices = [("", gettext("Choose …")), *people, (NOBODY, gettext("nobody’s"))]
        self._field("also").choices = [("", "–"), *people]

    def _field(self, name: str) -> forms.ChoiceField:
        field = self.fields[name]
        assert isinstance(field, forms.ChoiceField)  # noqa: S101 (declared above)
        return field

    def clean(self) -> dict[str, Any]:
        """Some sentence is chosen."""
        cleaned = super().clean() or {}
        if not self.chosen:
            raise forms.ValidationError(gettext("Choose the sentences first."))
        return cleaned

    @property
    def chosen(self) -> list[Chosen]:
        """The sentences that were chosen, with their words as the page showed them."""
        return [
            Chosen(part=part, place=place, text=str(self.data.get(f"text-{value}", "")))
            for value, (part, place, _one) in self._sentences.items()
            if value in self._values
        ]

    @property
    def people(self) -> Keys:
        """Whose they shall be."""
        wanted = (self.cleaned_data["to"], self.cleaned_data["also"])
        return tuple(dict.fromkeys(key for key in wanted if key not in {"", NOBODY}))

    @property
    def _values(self) -> set[str]:
        return set(self.data.getlist("sentence")) if isinstance(self.data, QueryDict) else set()

    @property
    def parts(self) -> list[ListedPart]:
        """Give every part with its sentences, in printed order."""
        names = {entry.speaker: entry.name for entry in self._document.roster}
        places = iter(
            place_label(at.place, self._document.language)
            for _, _, some in anchored(self._document)
            for at, _ in some
        )
        listed: dict[str, list[ListedSentence]] = {}
        for value, (part, _place, one) in self._sentences.items():
            listed.setdefault(part, []).append(
                ListedSentence(
                    value=value,
                    text=one.text,
                    names=tuple(names[key] for key in one.entries),
                    chosen=value in self._values,
                )
            )
        titles = {
            part: str(_TEXTS[part]) if part in _TEXTS else next(places)
            for part, _ in attributed(self._document)
        }
        return [
            ListedPart(place=titles[part], sentences=tuple(sentences)) for part, sentences in listed.items()
        ]
