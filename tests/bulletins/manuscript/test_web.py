"""The article of a web page, without what stands around it."""

import re

import pytest

from bulletins.manuscript.web import Page, article_of, told_of

LONG = "It rained for a week, and all of the dams ran over. " * 3


def words(page):
    return " ".join(re.sub(r"<[^>]+>", " ", page.html).split())


@pytest.mark.parametrize(
    "text",
    [
        "",
        "plain words",
        "<html><head><title>Rain</title></head></html>",
        "<p>Rain</p>",
        f"<html><body><p>{LONG}</p></body></html>",
    ],
)
def test_a_page_that_is_nothing_but_text_stays_as_it_is(text):
    assert article_of(text) == Page(text)


@pytest.mark.parametrize(
    ("around", "told"),
    [
        ("<nav>Home</nav>", ("Home",)),
        ("<footer>Imprint</footer><aside>More</aside>", ("Imprint", "More")),
        ("<form>Send</form><button>Go</button>", ("Send", "Go")),
        ("<div role='banner'>Top</div>", ("Top",)),
        ("<div class='x main-menu'>Menu</div>", ("Menu",)),
        ("<ul id='breadcrumb'><li>You</li><li>here</li></ul>", ("You here",)),
        ("<p class='Share_this'>Share</p>", ("Share",)),
        ("<header class='site-header-top'>Top</header>", ("Top",)),
        ("<nav></nav><nav>Home</nav>", ("Home",)),
        ("<nav>Home <ul class='menu'><li>sub</li></ul></nav>", ("Home sub",)),
    ],
)
def test_what_stands_around_is_left_out_and_told(around, told):
    page = article_of(f"<html><body>{around}<p>{LONG}</p></body></html>")

    assert (page.around, words(page)) == (told, " ".join(LONG.split()))


@pytest.mark.parametrize(
    "around",
    ["<span class='menu'>Stay</span>", "<p class='menus'>Stay</p>", "<div class='shared'>Stay</div>"],
)
def test_what_only_looks_so_stays(around):
    text = f"<html><body>{around}<p>{LONG}</p></body></html>"

    assert article_of(text) == Page(text)


@pytest.mark.parametrize(("count", "stays"), [(50, True), (49, False)])
def test_a_part_with_more_than_half_of_the_words_is_no_part_around(count, stays):
    # With the space between them the page has a hundred letters.
    text = f"<html><body><nav>{'n' * (count + 1)}</nav><p>{'p' * (98 - count)}</p></body></html>"

    assert (article_of(text).around == ()) == stays


def test_scripts_and_styles_are_no_words_of_a_page():
    page = article_of(
        f"<html><body><script>{LONG}</script><style>x</style><nav>Home</nav><p>Rain fell here.</p></body></html>"
    )

    assert (page.around, words(page)) == (("Home",), "Rain fell here.")


@pytest.mark.parametrize("tag", ["article", "main", "div role='main'"])
def test_what_stands_beside_the_one_article_is_left_out_but_for_the_title(tag):
    body = f"<div><h1>Rain</h1></div><h1>Snow</h1><div>Beside</div><div></div><{tag}><p>{LONG}</p></{tag.split()[0]}>"
    page = article_of(f"<html><head><title>T</title></head><body>{body}<div>Below</div></body></html>")

    assert page.around == ("Beside", "Below")
    assert words(page) == f"T Rain Snow {' '.join(LONG.split())}"


@pytest.mark.parametrize(
    "body",
    [
        f"<article>{LONG}</article><article>Two</article><p>Beside</p>",
        f"<article>Small</article><p>{LONG}</p>",
    ],
)
def test_two_articles_or_a_small_one_leave_what_stands_beside_them(body):
    text = f"<html><body>{body}</body></html>"

    assert article_of(text) == Page(text)


def test_an_article_within_the_main_part_is_not_counted_twice():
    page = article_of(
        f"<html><body><p>Beside</p><main><p>Top</p><article>{LONG}</article></main></body></html>"
    )

    assert (page.around, words(page)) == (("Beside",), f"Top {' '.join(LONG.split())}")


def test_the_notes_that_word_leaves_are_notes_without_their_marks():
    page = article_of(
        "<html><body><p>Rain<a href='#_ftn1'>[1]</a> fell<a href='#_edn1'>i</a>.</p>"
        "<div id='ftn1'><p><a href='#_ftnref1'>[1]</a> By 3 letters.</p></div>"
        "<div id='ftn2'><p>[2] By word.</p></div><div id='ftn3'></div><div id='edn1'>1 day.</div>"
        "<div id='edn2'><a href='#_ednref2'>*</a> By hand.</div></body></html>"
    )

    assert (page.notes, words(page)) == (("By 3 letters.", "By word.", "day.", "By hand."), "Rain fell.")


def test_what_was_left_out_is_quoted_whole():
    (told,) = told_of(Page("", around=("Home", "Below")))

    assert (told.code, told.severity, told.message) == (
        "page-around",
        "hint",
        "What stood around the article on the web page was left out: “Home | Below”.",
    )
    assert told_of(Page("")) == []


@pytest.mark.parametrize(("count", "told"), [(40, ("b" * 59,)), (39, ())])
def test_an_article_holds_two_fifths_of_the_words_at_least(count, told):
    # With the space between them the page has a hundred letters.
    text = f"<html><body><p>{'b' * (99 - count)}</p><article>{'a' * count}</article></body></html>"

    assert article_of(text).around == told
