"""Answers become one value: means and medians by every way of counting voices."""

from collections.abc import Mapping, Sequence
from fractions import Fraction

from prioritera.judging.scores import judged_scores
from prioritera.model.judged import Item, JudgedBy
from prioritera.model.judgement import Judge, Judgement, Scores

JUDGES = (Judge("a", "g", "lund"), Judge("b", "g", "lund"), Judge("c", "g", "umea"), Judge("d", "h", "ystad"))


def scores(*items: Sequence[int | None], unit: int = 1, judges: Sequence[Judge] = JUDGES) -> Scores:
    """One sequence an item, of one answer a judge."""
    values = sorted({answer for item in items for answer in item if answer is not None})
    answers = {
        ("n", f"q{at}"): tuple((judge, values.index(answer)) for judge, answer in enumerate(item) if answer is not None)
        for at, item in enumerate(items)
    }
    return Scores(judges=judges, values=values, unit=unit, items=[f"q{at}" for at in range(len(items))], answers=answers)


def judged(said: Scores, combine: str = "mean", populations: Mapping[str, int] | None = None, **more: object) -> Judgement:
    rule = JudgedBy(source="scores", combine=combine, items=[Item(id=item) for item in said.items], **more)  # type: ignore[arg-type]  # whatever a rule holds
    return judged_scores(said, rule, ["n"], populations or {}, is_rated=False)["n"]


def test_a_blank_is_no_answer_and_not_the_mean() -> None:
    found = judged(scores([1, None, 0, 0]))

    assert (found.value, found.answered, found.asked) == (Fraction(1, 3), 3, 4)


def test_the_answers_of_several_items_are_one_heap_or_one_heap_an_item() -> None:
    said = scores([1, 1, 1, 0], [0, None, None, None])

    assert judged(said).value == Fraction(3, 5)
    assert judged(said, "mean-of-items").value == Fraction(3, 8)


def test_an_item_that_nobody_answered_leaves_the_mean_of_items_without_a_value() -> None:
    assert judged(scores([1, 1, 1, 0], [None] * 4), "mean-of-items").value is None


def test_the_median_parts_the_voices_in_halves() -> None:
    assert judged(scores([1, 9, 2, 3]), "median").value == Fraction(5, 2)
    assert judged(scores([1, 9, 2, None]), "median").value == 2
    assert judged(scores([None] * 4), "median").value is None
    assert judged(scores([1, 3, 9, 9], unit=2), "median").value == 3
    assert judged(scores([3, 3, 9, None], unit=2), "median").value == Fraction(3, 2)
    assert judged(scores([1, 1, 2, 3, 4], judges=[*JUDGES, Judge("e", "h", "ystad")]), "median").value == 2


def test_the_median_counts_organisations_once() -> None:
    assert judged(scores([1, 1, 9, 9]), "median", voices=["organisation"]).value == 9


def test_groups_weigh_the_same_whatever_their_size() -> None:
    said = scores([1, 1, 1, 0])

    assert judged(said).value == Fraction(3, 4)
    assert judged(said, groups="equal").value == Fraction(1, 2)
    assert {name: list(one) for name, one in judged(said).by_group.items()} == {"g": [1, 3], "h": [0, 1]}


def test_one_voice_an_organisation_and_one_by_population_stand_beside_each_other() -> None:
    found = judged(scores([1, 0, 0, 1]), populations={"lund": 100, "umea": 300, "ystad": 200}, voices=["organisation", "population"])

    assert found.value == Fraction(1, 2)
    assert dict(found.beside) == {"population": Fraction(5, 12)}


def test_where_no_population_is_known_there_is_no_value() -> None:
    assert judged(scores([1, 0, 0, 1]), voices=["population"]).value is None


def test_too_few_answers_are_no_value_and_the_count_is_still_said() -> None:
    found = judged(scores([1, None, None, None]), min_answers=2, voices=["person", "organisation"])

    assert (found.value, dict(found.beside), found.answered) == (None, {"organisation": None}, 1)


def test_one_group_alone_is_not_shown_as_a_group() -> None:
    assert not judged(scores([1, 0], judges=JUDGES[:2])).by_group
