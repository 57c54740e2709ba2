"""Who said what, as pages tell it."""

from bulletins.models import Publication, Series, Statement
from bulletins.search.telling import Told, by_issue
from forum.models import Edition, Forum
from speakers.models import Speaker

RAIN = Forum(slug="rain")
ISSUE = Publication(pk=1, number=1, edition=Edition(year=2026, forum=RAIN), series=Series(is_main=True))
ADA, IVO = Speaker(pk=1, slug="berg-ada"), Speaker(pk=2, slug="lund-ivo")


def row(**fields):
    return Statement(**{"publication": ISSUE, "anchor": "note", "text": "Rain fell."} | fields)


def test_who_spoke_made_a_statement_and_where_a_group_did_those_on_whose_behalf():
    spoke, represented = row(speaker=ADA), row(organisation_id=3, spoken_by="Ada Berg")

    assert Told("", [spoke, represented]).makers == [spoke]
    assert Told("", [represented]).makers == [represented]


def test_an_issue_tells_each_statement_once_with_all_who_made_it():
    told = by_issue(
        [
            row(speaker=ADA, organisation_id=3, number=1),
            row(speaker=IVO, behalf_id=4, number=1),
            row(organisation_id=5, number=2, text="It went on."),
            row(speaker=ADA, anchor="lede", text="It was wet."),
        ]
    )

    (issue,) = told
    assert [(point.passage, [one.text for one in point.statements]) for point in issue.points] == [
        (None, ["Rain fell.", "It went on."]),
        (None, ["It was wet."]),
    ]
    assert (issue.count, issue.speakers, issue.institutions) == (3, {"berg-ada", "lund-ivo"}, {4, 5})
