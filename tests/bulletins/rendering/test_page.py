"""What the parts of a page are made of: whoever changes any of it makes them anew."""

import ast

from bulletins.document import Document, Imprint, RosterEntry
from bulletins.rendering.html import Tools
from bulletins.rendering.page import _ALONE, _SOURCES, Credit, page_parts
from forum.home import BASE_DIR
from tests import documents


def imported(path):
    """The modules of bulletins that a file imports."""
    for node in ast.walk(ast.parse((BASE_DIR / path).read_text())):
        if isinstance(node, ast.ImportFrom) and (node.module or "").split(".")[0] == "bulletins":
            base = node.module.replace(".", "/")
            names = [base, f"{base}/__init__", *(f"{base}/{one.name}" for one in node.names)]
            yield from (f"{name}.py" for name in names if (BASE_DIR / f"{name}.py").exists())


def test_every_module_that_a_page_is_made_of_counts():
    seen, left = {"bulletins/__init__.py", "bulletins/rendering/__init__.py"}, {"bulletins/rendering/page.py"}
    while left:
        path = left.pop()
        seen.add(path)
        left |= set(imported(path)) - seen

    assert sorted(path for path in seen if not path.startswith(("bulletins/__init__", *_SOURCES))) == sorted(
        _ALONE
    )


def test_the_tools_of_a_page_are_in_the_reader_s_language_and_the_sheet_in_its_own():
    tools = Tools("/cite/?point=", "zh-hans", "引用", "相关发言")

    article = (
        page_parts(documents.english(), Imprint(draft=False)).at("https://a.example", "/1/1/", tools).article
    )

    assert '<article class="bulletin" lang="en">' in article
    assert 'lang="zh-hans" rel="nofollow" aria-label="引用 I.1">引用</a>' in article
    assert ">Cite<" not in article
    assert ".invalid" not in article


def test_a_page_says_what_somebody_did_as_the_sheet_does():
    entries = (
        RosterEntry(speaker="jia", name="甲", role="thematic report", role_printed="分别作主题报告"),
        RosterEntry(speaker="yi", name="乙", role="thematic report"),
    )

    parts = page_parts(Document(language="zh", title="石头", roster=entries), Imprint())

    assert [one.did for one in parts.roster] == ["作主题报告", ""]

    english = (
        RosterEntry(speaker="ada", name="Ada Berg", role="thematic report", role_printed="told of weirs"),
    )
    (told,) = page_parts(Document(language="en", title="Stones", roster=english), Imprint()).roster
    assert told.did == "told of weirs"


def test_only_a_body_that_speaks_itself_is_told_with_its_institution():
    entries = (
        RosterEntry(speaker="union", name="River Union", kind="body", organisation="river-union"),
        RosterEntry(speaker="guild", name="Guild of Wells", kind="body"),
        RosterEntry(speaker="ada", name="Ada Berg", credit="Dean", role="host", organisation="river-union"),
    )

    parts = page_parts(Document(title="Stones", roster=entries), Imprint())

    assert parts.roster == (
        Credit("union", "River Union", "", "", institution="river-union"),
        Credit("guild", "Guild of Wells", "", ""),
        Credit("ada", "Ada Berg", "Dean", "host"),
    )
