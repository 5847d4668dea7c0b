"""Laws of what rule sets can say, through whole runs: domains are flat weights, a cap never helps, relative scales keep their order."""

from fractions import Fraction
from functools import cache

from hypothesis import given, settings
from hypothesis import strategies as st

from builders import model
from draws import round_of
from prioritera.loading.load import loads_rules
from prioritera.methods.relative import QUANTILES, by_class
from prioritera.model.result import Result
from prioritera.model.ruleset import ROUNDED_SCALE, Model
from prioritera.pipeline import prioritise
from small_rules import RULES, changed

SHARES = "shares = { impact = 2, spread = 1 }"
SPREAD = "bins = [{ from = 0, value = 0 }, { from = 10, value = 2 }]"
SIZES = ("low", "middle", "high")
# Steps of the impact, which are halves, and of the spread.
Judged = tuple[int, int]
judged = st.lists(st.tuples(st.integers(0, 6), st.integers(0, 20)), min_size=1, max_size=6)
weights = st.integers(1, 9)


@cache
def model_of(text: str) -> Model:
    """Rules as they are written, bound to the small network."""
    return model(loads_rules(text))


def run(text: str, needs: list[Judged], **facts: str) -> Result:
    data = [
        {
            "id": f"n{number:02}",
            "title": "x",
            "area": "elderly",
            "origins": [{"actor": "town"}],
            "facts": facts,
            "assess": {"impact": Fraction(impact, 2), "spread": spread},
        }
        for number, (impact, spread) in enumerate(needs)
    ]
    return prioritise(round_of(data, holder=""), model_of(text))


def shares(result: Result) -> list[Fraction]:
    return [Fraction(one.score.low, one.score.of) for one in result.decisions if one.score is not None]


def places(result: Result) -> list[tuple[int, int]]:
    return [(one.standing.best, one.standing.worst) for one in result.decisions if one.standing is not None]


@settings(max_examples=25)
@given(judged, st.tuples(weights, weights), st.tuples(weights, weights))
def test_weights_in_domains_are_their_flat_form_through_a_whole_run(
    needs: list[Judged], heads: tuple[int, int], inside: tuple[int, int]
) -> None:
    names = ("impact", "spread")
    each = zip(names, heads, inside, strict=True)
    deep = ", ".join(f"of-{name} = {{ weight = {head}, shares = {{ {name} = {own} }} }}" for name, head, own in each)
    flat = ", ".join(f"{name} = {head}" for name, head in zip(names, heads, strict=True))

    one, other = (run(changed(RULES, SHARES, written), needs) for written in (f"domains = {{ {deep} }}", f"shares = {{ {flat} }}"))

    assert len(shares(one)) == len(needs)
    assert (shares(one), places(one)) == (shares(other), places(other))
    assert [ranked.placed for ranked in one.lists] == [ranked.placed for ranked in other.lists]


@settings(max_examples=25)
@given(judged, st.lists(st.integers(0, 3), min_size=2, max_size=2))
def test_a_cap_never_raises_the_score_of_the_need_that_it_caps(needs: list[Judged], heights: list[int]) -> None:
    rows = ", ".join(f"{{ at = {at}, value = {height} }}" for at, height in zip((0, 9, 20), (*sorted(heights), 3), strict=True))
    bounded = changed(RULES, SPREAD, f"max = 20\n{SPREAD}")
    cap = f'step = "1/2"\ncap = {{ by = "spread", points = [{rows}] }}'

    free, capped = run(bounded, needs), run(changed(bounded, 'step = "1/2"', cap), needs)

    assert len(shares(free)) == len(needs)
    assert all(held <= loose for held, loose in zip(shares(capped), shares(free), strict=True))


@settings(max_examples=25)
@given(judged, st.sampled_from(["range", "rank", "sum"]))
def test_a_relative_scale_never_changes_the_order_on_its_criterion(needs: list[Judged], kind: str) -> None:
    result = run(changed(RULES, SPREAD, f'relative = "{kind}"\nmin = 0\nmax = 20'), needs)

    parts = [one.score.shares[1].low for one in result.decisions if one.score is not None]
    values = dict(zip([spread for _, spread in needs], parts, strict=True))
    assert [values[spread] for _, spread in needs] == parts
    assert list(result.scales) == ([] if kind == "sum" and not any(values) else ["spread"])
    assert all(values[one] < values[other] for one in values for other in values if one < other)


@settings(max_examples=25)
@given(judged, st.sampled_from(sorted(QUANTILES)))
def test_a_quantile_class_is_that_of_the_set(needs: list[Judged], kind: str) -> None:
    result = run(changed(RULES, SPREAD, f'relative = "{kind}"\nmin = 0\nmax = 20'), needs)

    parts = [one.score.shares[1] for one in result.decisions if one.score is not None]
    classes = by_class([Fraction(spread) for _, spread in needs], QUANTILES[kind])
    assert all(part.low == part.high for part in parts)
    # A class is rounded to the millionth that a scale relative to the set is kept in.
    assert all(
        abs(Fraction(part.low, part.of) - class_) <= Fraction(1, 2 * ROUNDED_SCALE) for part, class_ in zip(parts, classes, strict=True)
    )


@settings(max_examples=15)
@given(judged, st.lists(st.sampled_from(range(3)), min_size=1, max_size=3))
def test_better_is_never_lower_within_a_class_and_no_score_passes_a_class(needs: list[Judged], classes: list[int]) -> None:
    rules = changed(RULES, "[bands]\n", '[classes]\nfield = "size"\n\n[bands]\n')

    runs = [(place, run(rules, needs, size=SIZES[place])) for place in classes]
    found = [(place, need, one) for place, result in runs for need, one in zip(needs, result.decisions, strict=True)]

    keys = [(place, x, y, one.standing.lower) for place, (x, y), one in found if one.standing is not None]
    assert len(keys) == len(found)
    assert all(mine <= theirs for a, x, y, mine in keys for b, u, v, theirs in keys if a < b or (a == b and x <= u and y <= v))
