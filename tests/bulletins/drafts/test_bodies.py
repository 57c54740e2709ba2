"""Institutions and groups for the roster: offered by what is typed, and made where there is none."""

import msgspec
import pytest
from django.core.exceptions import PermissionDenied

from bulletins.drafts.bodies import bodies_meant, new_body_or_group
from forum.refusal import Refusal
from speakers.models import Organisation
from tests.factories import make_bulletin, make_organisation, make_user

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("river", ["body:river-union"]),
        ("rivers uni", ["body:river-union"]),
        ("河流", ["body:river-union"]),
        ("iver", []),
        ("r", []),
        ("'; %_", []),
    ],
)
def test_an_institution_is_offered_by_the_beginnings_of_the_words_of_any_of_its_names(typed, found):
    make_organisation("River Union", names={"zh": "河流联盟"}, other_names=["Union of Rivers"])
    make_organisation("Academy of Rain")

    assert [one.speaker for one in bodies_meant(make_bulletin(), typed)] == found


def test_a_body_is_in_the_directory_then_and_a_group_on_the_roster_alone(editor):
    bulletin = make_bulletin()

    body = new_body_or_group(bulletin, "body", " Delta  Group ", by=editor)
    again = new_body_or_group(bulletin, "body", "DELTA GROUP", by=editor)
    group = new_body_or_group(bulletin, "group", "the guests", by=editor)

    assert [one.slug for one in Organisation.objects.filter(name__icontains="delta")] == ["delta-group"]
    assert [(one.speaker, one.organisation, one.names["en"]) for one in (body, again, group)] == [
        ("body:delta-group", "delta-group", "Delta Group"),
        ("body:delta-group", "delta-group", "DELTA GROUP"),
        ("group:the-guests", None, "the guests"),
    ]


def test_nobody_without_the_right_to_change_a_draft_names_a_body(editor):
    bulletin = make_bulletin()

    with pytest.raises(PermissionDenied):
        new_body_or_group(bulletin, "body", "Delta Group", by=make_user("reader"))
    with pytest.raises(Refusal, match="Type the name"):
        new_body_or_group(bulletin, "group", "  ", by=editor)


def test_a_name_longer_than_any_is_refused_and_nothing_is_made(editor):
    bulletin = make_bulletin()
    longest = new_body_or_group(bulletin, "group", "x" * 200, by=editor)

    with pytest.raises(Refusal, match=r"^This name is too long\.$"):
        new_body_or_group(bulletin, "body", "x" * 201, by=editor)
    assert (len(longest.names["en"]), Organisation.objects.count()) == (200, 0)


def test_what_is_offered_says_how_it_prints_and_all_that_it_is_found_by():
    make_organisation("River Union", names={"zh": "河流联盟"}, other_names=["Union of Rivers"])

    (found,) = bodies_meant(make_bulletin(), "river")

    assert msgspec.structs.asdict(found) == {
        "speaker": "body:river-union",
        "kind": "body",
        "names": {"en": "River Union", "zh": "河流联盟"},
        "short": {"en": "River Union", "zh": "河流联盟"},
        "credits": {"en": (), "zh": ()},
        "role": None,
        "organisation": "river-union",
        "search": "body:river-union river union 河流联盟 union of rivers",
        "forms": ("river union", "河流联盟", "union of rivers"),
    }
