"""Worked cases of agreement from the literature. Each names its source; data and figures are from memory unless the source says more."""

from fractions import Fraction

import pytest

from prioritera.methods.agreement import Level, appropriateness, concordance, krippendorff_alpha
from prioritera.methods.correlation import Correlation, kendall_tau_b, spearman_rho

# Krippendorff (2011), Computing Krippendorff's alpha-reliability, sections A, B and C.
TWO_BINARY = ((0, 1, 0, 0, 0, 0, 0, 0, 1, 0), (1, 1, 1, 0, 0, 1, 0, 0, 0, 0))
TWO_NOMINAL = ("aabbdcccedda", "babbbccceddd")
FOUR = ("1 2 3 3 2 1 4 1 2 . . .", "1 2 3 3 2 2 4 1 2 5 . 3", ". 3 3 3 2 3 4 2 2 5 1 .", "1 2 3 3 2 4 4 1 2 5 1 .")
# Siegel (1956), Nonparametric Statistics, chapter 9: authoritarianism and striving for status of twelve students, and how much each yields.
AUTHORITARIAN = (2, 6, 5, 1, 10, 9, 8, 3, 4, 12, 7, 11)
STRIVING = (3, 4, 2, 1, 8, 11, 10, 6, 7, 12, 5, 9)
YIELDING = (1, 1, 3, 3, 5, 6, 7, 8, 9, 10, 10, 12)
# Siegel (1956), the same chapter: three who interview six applicants; and Kendall's own example of ties, ten things and three judges.
INTERVIEWERS = ([1, 6, 3, 2, 5, 4], [1, 5, 6, 4, 2, 3], [6, 3, 2, 5, 4, 1])
TIED = ("1 4.5 2 4.5 3 7.5 6 9 7.5 10", "2.5 1 2.5 4.5 4.5 8 9 6.5 10 6.5", "2 1 4.5 4.5 4.5 4.5 8 8 8 10")


def thousandths(found: Correlation | None) -> float:
    assert found is not None
    return float(found.rounded(3))


def test_alpha_of_two_observers_of_yes_and_no() -> None:
    assert krippendorff_alpha(list(zip(*TWO_BINARY, strict=True)), Level.NOMINAL) == Fraction(2, 21)
    assert round(2 / 21, 3) == 0.095


def test_alpha_of_two_observers_of_five_kinds() -> None:
    units = [["abcde".index(kind) for kind in unit] for unit in zip(*TWO_NOMINAL, strict=True)]

    assert krippendorff_alpha(units, Level.NOMINAL) == Fraction(155, 224)
    assert round(155 / 224, 3) == 0.692


@pytest.mark.parametrize(
    ("level", "published"), [(Level.NOMINAL, 0.743), (Level.ORDINAL, 0.815), (Level.INTERVAL, 0.849), (Level.RATIO, 0.797)]
)
def test_alpha_of_four_observers_with_blanks_at_every_level(level: Level, published: float) -> None:
    observers = [[None if cell == "." else int(cell) for cell in row.split()] for row in FOUR]

    found = krippendorff_alpha(list(zip(*observers, strict=True)), level)

    assert found is not None
    assert round(float(found), 3) == published


def test_concordance_of_three_interviewers() -> None:
    """Siegel (1956): s = 25.5 and W = .16."""
    assert concordance(INTERVIEWERS) == Fraction(17, 105)
    assert round(17 / 105, 2) == 0.16


def test_concordance_with_ties() -> None:
    """Kendall (1948), Rank Correlation Methods, worked in Siegel (1956): s = 591, the ties 9.5 in all, W = .828."""
    orders = [[Fraction(place) for place in row.split()] for row in TIED]

    assert concordance(orders) == Fraction(591) / (Fraction(9 * 990, 12) - 3 * Fraction(19, 2))
    assert round(float(concordance(orders) or 0), 3) == 0.828


def test_concordance_does_not_ask_how_ties_are_written() -> None:
    shared = [[Fraction(place) for place in row.split()] for row in TIED]
    better = [[sum(other < place for other in order) + 1 for place in order] for order in shared]

    assert concordance(better) == concordance(shared)


def test_rank_correlations_without_ties() -> None:
    """Siegel (1956): the squared differences are 52, so rs = .82 and tau = 44/66 = .67."""
    assert thousandths(spearman_rho(AUTHORITARIAN, STRIVING)) == 0.818
    assert kendall_tau_b(AUTHORITARIAN, STRIVING) == Correlation(over=44, squared=66**2)


def test_rank_correlations_with_ties() -> None:
    """Siegel (1956): with three ties of two, tau = 25 / sqrt(63 * 66) = .39, and rs = .62."""
    assert kendall_tau_b(STRIVING, YIELDING) == Correlation(over=25, squared=63 * 66)
    assert thousandths(kendall_tau_b(STRIVING, YIELDING)) == 0.388
    assert thousandths(spearman_rho(STRIVING, YIELDING)) == 0.615


# Fitch et al. (2001), The RAND/UCLA Appropriateness Method User's Manual, MR-1269, chapter 8: how many outside the median's region still
# agree, and how many at each end disagree, by the size of the panel.
MANUAL = {8: (2, 3), 9: (2, 3), 10: (2, 3), 11: (3, 4), 12: (3, 4), 13: (3, 4), 14: (4, 5), 15: (4, 5), 16: (4, 5)}


@pytest.mark.parametrize("size", MANUAL)
def test_agreement_and_disagreement_by_count_are_the_manual_s_for_every_size(size: int) -> None:
    outside, ends = MANUAL[size]

    agree = [appropriateness([8] * (size - many) + [5] * many).agree_by_count for many in (outside, outside + 1)]
    disagree = [appropriateness([2] * many + [5] * (size - ends - many) + [8] * ends).disagree_by_count for many in (ends - 1, ends)]

    assert (agree, disagree) == ([True, False], [False, True])


@pytest.mark.parametrize(
    ("ratings", "verdict"),
    [
        ([7, 7, 7, 8, 8, 8, 9, 9, 9], "appropriate"),
        ([6, 6, 6, 6, 7, 7, 7, 7], "appropriate"),
        ([4, 4, 5, 5, 5, 6, 6, 6, 6], "uncertain"),
        ([3, 3, 3, 3, 4, 4, 4, 4], "uncertain"),
        ([1, 1, 2, 2, 2, 3, 3, 3, 4], "inappropriate"),
        # The median is 7, and the panel disagrees: the 30-70 range from 1.4 to 7 is wider than IPRAS, 3.55.
        ([1, 1, 1, 2, 7, 7, 7, 8, 9], "uncertain"),
    ],
)
def test_the_manual_s_three_verdicts(ratings: list[int], verdict: str) -> None:
    """The manual: 7 to 9 without disagreement, 4 to 6 or any median with disagreement, 1 to 3 without; 3.5 and 6.5 count as the higher."""
    assert appropriateness(ratings).verdict == verdict


def test_ipras_is_235_hundredths_and_one_and_a_half_times_the_asymmetry() -> None:
    """Fitch et al. (2001): the rule; here P30 = 1.4 and P70 = 7, the middle 4.2, the asymmetry 0.8 and IPRAS 3.55."""
    found = appropriateness([1, 1, 1, 2, 7, 7, 7, 8, 9])

    assert (found.low, found.high, found.asymmetry, found.allowed) == (Fraction(7, 5), Fraction(7), Fraction(4, 5), Fraction(71, 20))
    assert (found.disagree, found.disagree_by_count, found.agree_by_count) == (True, True, False)
