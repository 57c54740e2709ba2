"""Every word of the language that reads as a name: whoever bears it is credited where they speak, and nowhere else."""

import itertools

import pytest
import rjieba

from bulletins.document import Mention, RosterEntry
from bulletins.manuscript.blocks import Run
from bulletins.manuscript.creditable import Creditable
from bulletins.manuscript.han_names import is_name
from bulletins.manuscript.mentions import inlines
from speakers.surnames import SINGLE

# The letters of GB 2312's first level: those that given names are made of.
LETTERS = [bytes(pair).decode("gb2312") for pair in itertools.product(range(0xB0, 0xD7), range(0xA1, 0xFA))]
WORDS = [
    word
    for surname in sorted(SINGLE)
    for letter in LETTERS
    if rjieba.has_word(word := surname + letter) and is_name(word)
]
SOME = WORDS[::47]
WITHOUT = [
    "{word}问题要统筹考虑。",
    "各方都要重视{word}。",
    "关于{word}的讨论很多，{word}地区的看法不一。",
    "从{word}的角度看，这件事不难。",
    "一是{word}，二是效率。",
    "{word}提出了更高的要求。",
    "{word}说明了一切。",
    "{word}说到底是人的事。",
    "{word}称为第一要务。",
    "由{word}带来的变化，专家也在分析。",
    "据{word}统计，三成的船没有灯。",
    "{word}表明，这条路走得通。",
    "{word}工作由三个部门负责。",
    "{word}局局长、{word}中心主任都到场。",
    "《{word}》一书认为，路要慢修。",
    "“{word}”指的是这件事。",
    "{word}专家指出，路要慢修。",
    "{word}部门负责人介绍，路要慢修。",
]
SPEAKING = [
    "{word}指出，路要慢修。",
    "{word}教授认为，路要慢修。",
    "芦汀大学教授{word}表示，路要慢修。",
    "{word}（芦汀大学教授）建议，路要慢修。",
    "会上，{word}强调，路要慢修。",
]


def credits_somebody(text, name):
    who = RosterEntry(speaker="x", name=name, credit="芦汀大学教授")
    found = inlines((Run(text.format(word=name)),), Creditable("zh", (who,), {"x": "x"}))
    return any(isinstance(one, Mention) for one in found)


def test_no_word_of_the_language_credits_whoever_bears_it():
    wrong = [(word, text) for word in SOME for text in WITHOUT if credits_somebody(text, word)]

    assert (wrong, len(WORDS) > 10_000, len(SOME) > 250) == ([], True, True)


@pytest.mark.parametrize("text", SPEAKING)
def test_whoever_bears_a_word_is_credited_where_they_speak(text):
    # One in a hundred may be missed: 会上徐国强调 is cut as 徐国强/调.
    missed = [word for word in SOME if not credits_somebody(text, word)]

    assert len(missed) <= len(SOME) // 100
