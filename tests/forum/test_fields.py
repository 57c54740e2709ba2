"""Texts in several languages as they are typed: each may be left empty."""

import pytest
from django.core.exceptions import ValidationError

from forum.fields import InLanguagesFormField


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        (["", ""], {}),
        (["雨", ""], {"zh": "雨"}),
        (["", "pluvo"], {"eo": "pluvo"}),
        (["雨", "pluvo"], {"zh": "雨", "eo": "pluvo"}),
    ],
)
def test_the_texts_that_were_typed_are_kept_by_their_languages(typed, kept):
    assert InLanguagesFormField(codes=("zh", "eo"), required=False).clean(typed) == kept


def test_each_text_may_be_as_long_as_the_field_says():
    field = InLanguagesFormField(codes=("zh", "eo"), max_length=5, required=False)

    assert field.clean(["", "pluvo"]) == {"eo": "pluvo"}
    with pytest.raises(ValidationError, match="at most 5 characters"):
        field.clean(["雨", "pluvoj"])
