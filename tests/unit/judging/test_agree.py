from fractions import Fraction

from prioritera.judging.agree import agreement_on, alpha_of, concordance_of_orders, concordance_of_scores
from prioritera.methods.agreement import Level, krippendorff_alpha
from prioritera.model.judgement import Agreement, Judge, Orders, Scores

# RAND/UCLA's panel of 15 (BMJ Open 2012;2(5):e001431, table 1).
RATINGS = (4, 5, 6, 7, 7, 7, 7, 7, 8, 8, 8, 8, 8, 9, 9)


def said(*judges: tuple[int | None, ...]) -> Scores:
    """One tuple a judge, of one answer a need."""
    needs = [f"n{at}" for at in range(len(judges[0]))]
    values = sorted({answer for judge in judges for answer in judge if answer is not None})
    answers = {
        (need, "q"): tuple((index, values.index(answer)) for index, judge in enumerate(judges) if (answer := judge[at]) is not None)
        for at, need in enumerate(needs)
    }
    return Scores(judges=[Judge(str(index)) for index in range(len(judges))], values=values, items=["q"], answers=answers)


def test_ratings_from_one_to_nine_have_every_measure() -> None:
    values = sorted(set(RATINGS))
    scores = Scores(judges=(), values=values, items=["q"], answers={})

    found = agreement_on([[values.index(rating) for rating in RATINGS]], scores, is_rated=True)

    assert [found.expert, found.median, found.low, found.high] == [Fraction(1, 3), 7, 7, 8]
    assert found.rand is not None
    assert (found.rand.allowed, found.rand.disagree, found.rand.disagree_by_count) == (Fraction(61, 10), False, False)


def test_quartiles_are_in_the_answers_own_unit() -> None:
    scores = Scores(judges=(), values=[0, 1, 2], unit=2, items=["q"], answers={})

    assert agreement_on([[0, 1, 2, 2]], scores, is_rated=False) == Agreement(
        questions=1, expert=Fraction(1, 2), median=Fraction(3, 4), low=Fraction(3, 8), high=Fraction(1)
    )


def test_of_several_items_there_is_the_average_expert_agreement_alone() -> None:
    scores = Scores(judges=(), values=[0, 1], items=["p", "q"], answers={})

    assert agreement_on([[0, 1], [1, 1]], scores, is_rated=False) == Agreement(expert=Fraction(3, 4), questions=2)


def test_nothing_said_has_no_measure() -> None:
    assert agreement_on([[]], Scores(judges=(), values=(), items=["q"], answers={}), is_rated=True) == Agreement()


def test_concordance_is_of_those_who_judged_all() -> None:
    assert list(concordance_of_scores(said((3, 2, 1), (3, 2, 1), (1, None, 3)), ["n0", "n1", "n2"])) == [1, 2]


def test_the_highest_score_is_the_first_place_and_equal_ones_share() -> None:
    agreed, many = concordance_of_scores(said((9, 1, 1), (9, 5, 1)), ["n0", "n1", "n2"])

    assert (agreed, many) == (Fraction(13, 14), 2)


def test_what_a_judge_says_of_a_need_is_all_its_items_together() -> None:
    first, second = ((3, 0), (1, 5), (1, 1)), ((4, 0), (3, 3), (0, 1))
    answers = {(f"n{at}", item): ((0, first[at][of]), (1, second[at][of])) for at in range(3) for of, item in enumerate("pq")}
    scores = Scores(judges=[Judge("a"), Judge("b")], values=range(6), items=["p", "q"], answers=answers)

    assert concordance_of_scores(scores, ["n0", "n1", "n2"]) == (Fraction(1), 2)


def test_alpha_takes_the_answers_as_ordered() -> None:
    answers = said((1, 2, 9), (1, 9, 9), (2, 2, 9))
    codes = [[0, 0, 1], [1, 2, 1], [2, 2, 2]]
    ordinal, *others = (krippendorff_alpha(codes, level) for level in (Level.ORDINAL, Level.NOMINAL, Level.INTERVAL))

    assert alpha_of(answers, ["n0", "n1", "n2"]) == ordinal
    assert ordinal not in others


def test_concordance_of_orders_is_over_what_somebody_ranks() -> None:
    judges = [Judge("g1"), Judge("g2"), Judge("g3")]
    orders = Orders(judges=judges, candidates=["a", "b", "c"], ranks=[[1, 2, None], [2, 1, None], [1, None, None]])

    assert list(concordance_of_orders(orders)) == [0, 2]
    assert concordance_of_orders(Orders(judges=(), candidates=(), ranks=())) == (None, 0)


def test_alpha_is_over_every_item_of_every_need() -> None:
    assert alpha_of(said((1, 2), (1, 2)), ["n0", "n1"]) == 1
    assert alpha_of(said((1, 2), (None, None)), ["n0", "n1"]) is None
    assert alpha_of(said((1, 2), (2, 2)), ["n0"]) is None
