"""While something is not known, one representative a cell gives every result that some value of the range gives, and no other."""

from collections.abc import Mapping
from fractions import Fraction
from itertools import product

from hypothesis import given
from hypothesis import strategies as st

from prioritera.model.ruleset import RuleSet
from prioritera.model.value import Between
from prioritera.tables.chain import Known, ScoreRange, completions, cuts_of, run_destination, run_triage
from prioritera.tables.evaluate import Seen
from strategies import FIELDS, chains, known_values, ranges_of

MOST_POINTS = 13
Found = tuple[tuple[str, ...], str]


def results(rules: RuleSet, values: Mapping[str, Seen]) -> Found:
    """The rules that decide, of every table of the chain and of the destination."""
    score = values["score"]
    run = run_triage(rules, {name: value for name, value in values.items() if name != "score"})
    return tuple(rule.id for _, rule in run.rules), run_destination(rules, {**run.values, "score": score}).id


def everything(known: Known) -> list[dict[str, Seen]]:
    """Every completion: all numbers or words of each range, all points of the score."""
    every: dict[str, list[Seen]] = {}
    for name, value in known.items():
        if isinstance(value, ScoreRange):
            every[name] = [Fraction(points, value.of) for points in range(value.low, value.high + 1)]
        elif isinstance(value, Between):
            places = range(value.low, value.high + 1)
            every[name] = [FIELDS[name].words[place] if FIELDS[name].terms else place for place in places]
        else:
            every[name] = [value]
    return [dict(zip(every, choice, strict=True)) for choice in product(*every.values())]


@st.composite
def scores(draw: st.DrawFn) -> ScoreRange:
    of = draw(st.integers(1, MOST_POINTS))
    low = draw(st.integers(0, of))
    return ScoreRange(low, draw(st.integers(low, of)), of)


OPEN = st.fixed_dictionaries({"reach": ranges_of(FIELDS["reach"]), "place": ranges_of(FIELDS["place"]), "score": scores()})


@given(chains(), known_values(), OPEN)
def test_the_representatives_give_the_results_of_all_values_and_no_others(
    rules: RuleSet, seen: Mapping[str, Seen], opened: Mapping[str, Between | ScoreRange]
) -> None:
    known: Known = {**seen, **opened}

    representatives = list(completions(known, rules.fields, cuts_of(rules)))

    assert {results(rules, values) for values in representatives} == {results(rules, values) for values in everything(known)}


@given(chains(), known_values(), OPEN)
def test_every_representative_is_a_completion_and_none_comes_twice(
    rules: RuleSet, seen: Mapping[str, Seen], opened: Mapping[str, Between | ScoreRange]
) -> None:
    known: Known = {**seen, **opened}

    representatives = list(completions(known, rules.fields, cuts_of(rules)))

    assert all(one in everything(known) for one in representatives)
    assert len({tuple(one.items()) for one in representatives}) == len(representatives)


@given(chains(), known_values(), OPEN)
def test_a_narrower_range_never_adds_a_result(rules: RuleSet, seen: Mapping[str, Seen], opened: Mapping[str, Between | ScoreRange]) -> None:
    def found(known: Known) -> set[Found]:
        return {results(rules, values) for values in completions(known, rules.fields, cuts_of(rules))}

    reach = opened["reach"]
    least, most = Between(reach.low, reach.low), Between(reach.high, reach.high)

    assert found({**seen, **opened, "reach": least}) | found({**seen, **opened, "reach": most}) <= found({**seen, **opened})
