"""Places for searches of one process."""

from concurrent.futures import ThreadPoolExecutor

import pytest

from bulletins.search.turns import TooManySearchesError, Turns
from tests.serving import until


def searched(turns):
    with turns.one():
        return True


def test_as_many_as_may_search_at_once_and_the_next_finds_no_place(settings):
    settings.SEARCHES_AT_ONCE, settings.SEARCHES_WAITING, settings.SEARCH_PATIENCE = 2, 1, 0
    turns = Turns()

    with turns.one():
        assert searched(turns)
        with turns.one(), pytest.raises(TooManySearchesError):
            searched(turns)


def test_as_many_as_may_wait_get_the_place_that_becomes_free_and_the_next_is_refused_at_once(settings):
    settings.SEARCHES_AT_ONCE, settings.SEARCHES_WAITING, settings.SEARCH_PATIENCE = 1, 2, 30
    turns = Turns()

    with ThreadPoolExecutor() as pool:
        with turns.one():
            others = [pool.submit(searched, turns) for _ in range(2)]
            assert until(lambda: turns._waiting == 2)
            with pytest.raises(TooManySearchesError):
                searched(turns)
        assert [one.result(10) for one in others] == [True, True]
