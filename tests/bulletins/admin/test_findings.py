"""How findings are told to editors: in their language, the part of the manuscript as well."""

from django.utils.translation import override

from bulletins.admin.findings import listed
from bulletins.manuscript import reader
from bulletins.manuscript.blocks import PLACES, unplaced


def test_where_text_stood_that_has_no_place_is_told_in_chinese_to_who_reads_chinese():
    with override("zh-hans"):
        told = [one.message for one in listed(unplaced("Rain", place) for place in PLACES)]

    assert [one.partition("：“Rain”（原在：")[2] for one in told] == [
        "刊头）。",
        "人员名单）。",
        "脚注）。",
        "页眉或页脚）。",
        "页码处）。",
        "导语之前）。",
        "图片下方）。",
        "正文某处）。",
    ]


def test_several_of_one_part_are_told_in_chinese_as_well():
    text = "# 芦汀纪要\n\n时间：2026年5月3日\n地点：芦汀\n\n令狐野指出，水库要修。"
    findings = reader.read_bytes(text.encode(), "a.md").findings
    with override("zh-hans"):
        told = [one.message for one in listed(findings) if one.code == "unplaced-text"]

    assert told == ["有 2 段文字在简报中没有位置：“时间：2026年5月3日”; “地点：芦汀”（原在：刊头）。"]
