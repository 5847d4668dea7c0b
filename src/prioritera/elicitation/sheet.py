"""The sheet that people fill in to say how much criteria matter, one a method."""

from collections.abc import Sequence
from itertools import combinations

from prioritera.elicitation.columns import (
    ANSWER,
    FIRST,
    GROUP,
    LEFT,
    METHOD,
    OTHER_LEFT,
    OTHER_RIGHT,
    PERSON,
    RIGHT,
    SECOND,
    TIMES,
    column_of,
)
from prioritera.elicitation.levels import Place, places_of
from prioritera.elicitation.ratios import HIGHEST
from prioritera.elicitation.said import AHP, IN_ROWS, POINTS, RANKED, SWING
from prioritera.elicitation.trades import SAYS
from prioritera.model.criterion import Criterion
from prioritera.model.ruleset import RuleSet
from prioritera.words.catalogue import say
from prioritera.workbooks.book import Book, Column, Page

_ROWS = 20
_TIMES = (*(str(times) for times in range(HIGHEST, 0, -1)), *(f"1/{times}" for times in range(2, HIGHEST + 1)))
# How wide the columns are, in letters: the names of criteria are long.
_WIDTH, _WIDTH_OF_CRITERIA = 20, 32


def weights_book(rules: RuleSet, method: str, language: str) -> Book:
    """The sheet of a method: a row a person for points and ranks, a row a question for pairs and trade-offs.

    Questions stand there once, to be copied for each person; which trade-offs are asked is a proposal of ours, and rows may be added.
    """
    columns, rows = _in_rows(rules, method, language) if method in IN_ROWS else _questions(rules.criteria, method, language)
    label = rules.label.say(language)
    above = [
        say(language, "elicitation.sheet.title", rules=label, version=rules.version),
        say(language, f"elicitation.sheet.{_help_of(method)}"),
        say(language, "elicitation.sheet.people"),
    ]
    return Book(pages=[Page(title=say(language, "elicitation.sheet.page"), columns=columns, rows=rows, above=above)])


def questions_of(criteria: Sequence[Criterion]) -> tuple[tuple[Criterion, Place, Place, Criterion, Place, Place], ...]:
    """The trade-offs that are asked: a criterion, the left and the right alternative's level on it, another one and its two levels.

    For each two criteria: all of one against all of the other, then the upper half of each against all of the other. Left is the better
    on the first criterion, right on the second.
    """
    found = []
    for one, other in combinations(criteria, 2):
        levels, against = places_of(one), places_of(other)
        middle, opposite = len(levels) // 2, len(against) // 2
        found.append((one, levels[-1], levels[0], other, against[0], against[-1]))
        if middle < len(levels) - 1:
            found.append((one, levels[-1], levels[middle], other, against[0], against[-1]))
        if opposite < len(against) - 1:
            found.append((one, levels[-1], levels[0], other, against[opposite], against[-1]))
    return tuple(found)


def _in_rows(rules: RuleSet, method: str, language: str) -> tuple[list[Column], list[tuple[str | None, ...]]]:
    kind = "whole" if method in RANKED else "number"
    choices = tuple(str(rank) for rank in range(1, len(rules.criteria) + 1)) if method in RANKED else ()
    columns = [_column(PERSON, language, required=True), _column(GROUP, language), _method_column(method, language)]
    for one in rules.criteria:
        question = one.question.say(language) if one.question is not None else ""
        label = one.label.say(language)
        columns.append(
            Column(id=column_of(one), label=label, help=question, kind=kind, choices=choices, strict=bool(choices), required=True)
        )
    row = (None, None, say(language, f"elicitation.method.{method}"), *(None for _ in rules.criteria))
    return columns, [row] * _ROWS


def _questions(criteria: Sequence[Criterion], method: str, language: str) -> tuple[list[Column], list[tuple[str | None, ...]]]:
    who = [_column(PERSON, language, required=True), _column(GROUP, language), _method_column(method, language)]
    word = say(language, f"elicitation.method.{method}")
    if method == AHP:
        asked = [_column(FIRST, language, locked=True), _column(SECOND, language, locked=True)]
        columns = [*who, *asked, _column(TIMES, language, choices=_TIMES)]
        pairs = combinations(criteria, 2)
        return columns, [(None, None, word, one.label.say(language), other.label.say(language), None) for one, other in pairs]
    order = (FIRST, LEFT, RIGHT, SECOND, OTHER_LEFT, OTHER_RIGHT)
    answers = tuple(say(language, f"elicitation.answer.{answer}") for answer in SAYS)
    columns = [*who, *(_column(column, language, locked=True) for column in order), _column(ANSWER, language, choices=answers)]
    rows = [(None, None, word, *(one.label.say(language) for one in question), None) for question in questions_of(criteria)]
    return columns, rows


def _column(ident: str, language: str, *, choices: Sequence[str] = (), locked: bool = False, required: bool = False) -> Column:
    label, about = (say(language, f"elicitation.{part}.{ident}") for part in ("column", "help"))
    width = _WIDTH_OF_CRITERIA if ident in {FIRST, SECOND} else _WIDTH
    return Column(id=ident, label=label, help=about, width=width, choices=choices, strict=bool(choices), locked=locked, required=required)


def _method_column(method: str, language: str) -> Column:
    """The method, chosen once and for all: those of one sheet are of one kind."""
    kinds = (POINTS, SWING) if method in {POINTS, SWING} else RANKED if method in RANKED else (method,)
    return _column(METHOD, language, choices=[say(language, f"elicitation.method.{kind}") for kind in kinds])


def _help_of(method: str) -> str:
    """The key of what a method asks of people."""
    return "ranks" if method in RANKED else method
