"""What the ledger tells besides is told by labels, in the language of whoever reads it."""

from django.contrib.admin import site
from django.utils import translation

from forum.admin import LedgerEntryAdmin
from forum.ledger_words import told
from forum.models import LedgerEntry


def entry(subject, **details):
    return LedgerEntry(subject=subject, details=details)


def in_chinese(one):
    with translation.override("zh-hans"):
        return dict(told(one))


def test_a_row_s_columns_are_called_as_its_form_calls_them():
    user = entry("user/1", is_active="True", is_superuser="False", email="", groups=["1: 编辑"])

    assert (dict(told(user)), in_chinese(user)) == (
        {"Active": "Yes", "Superuser status": "No", "Email address": "–", "Groups": "1: 编辑"},
        {"有效": "是", "超级用户状态": "否", "电子邮件地址": "–", "组": "1: 编辑"},
    )


def test_what_verbs_write_and_the_state_of_versions_is_told_in_words():
    act = entry("bulletin/1", versions={"1": {"superseded": True}}, emergency="")

    assert in_chinese(act) == {"紧急发布理由": "–", "各版状态": "1 = 已被新版取代 = 是"}


def test_on_its_page_each_is_a_line():
    page = LedgerEntryAdmin(LedgerEntry, site)

    assert page.told(entry("forum/1", shape="round", colour="<red>")) == (
        "<p><b>Colour: </b>&lt;red&gt;</p><p><b>Shape: </b>round</p>"
    )
    assert page.told(entry("forum/1")) == "–"


def test_a_column_that_is_there_no_more_keeps_its_name():
    assert dict(told(entry("forum/1", colour="red"))) == {"Colour": "red"}


def test_files_of_a_publication_are_named_as_people_call_them():
    act = entry(
        "bulletin/1", publication={"people": ["a"], "renderings": {"pdf": {"bytes": 3, "sha256": "ab"}}}
    )

    assert in_chinese(act) == {"发布记录": "人员 = a; 输出文件 = PDF = 字节数 = 3; SHA-256 = ab"}
