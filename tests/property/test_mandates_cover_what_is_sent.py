"""What mandates are said to lack is just what some need is sent with and no mandate covers: held against every need, one by one."""

from itertools import product
from typing import cast

import attrs
from hypothesis import given
from hypothesis import strategies as st

from builders import MISSING, network, rule, rule_set, table, to
from prioritera.graph.build import build
from prioritera.model.network import Mandate
from prioritera.model.ruleset import RuleSet
from prioritera.model.table import Course, Rule
from prioritera.tables.evaluate import Seen, conclusion_of, decide
from prioritera.verify.errands import chart, errands
from prioritera.verify.journeys import journeys_of
from prioritera.verify.mandates import check_mandates

KINDS, AREAS, OUTCOMES = ("question", "offer", "other"), ("elderly", "disability"), ("go-on", "inform")
TARGETS = ("rss", "agency", "town")


def _some(words: tuple[str, ...]) -> st.SearchStrategy[list[str]]:
    return st.lists(st.sampled_from(words), min_size=1, unique=True)


@st.composite
def rule_sets(draw: st.DrawFn) -> RuleSet:
    """Rules that send needs to one of three actors by their kind, area and outcome."""

    def drawn(number: int) -> Rule:
        fields = {"kind": KINDS, "area": AREAS, "outcome": OUTCOMES}
        asked = {name: draw(st.sampled_from(words)) for name, words in fields.items() if draw(st.booleans())}
        return rule(f"r{number}", to(draw(st.sampled_from(TARGETS))), asked)

    last = rule("rest", to(draw(st.sampled_from(TARGETS))))
    return rule_set(destination=table("destination", *(drawn(number) for number in range(draw(st.integers(0, 3)))), last))


MANDATES = st.lists(
    st.builds(Mandate, actor=st.sampled_from(TARGETS), outcomes=_some(OUTCOMES), areas=st.one_of(st.just([]), _some(AREAS))), max_size=4
)


def sent(rules: RuleSet) -> set[tuple[str, str, str]]:
    """Every recipient with each outcome and area of a need that is sent there, need by need."""
    found = set()
    kinds: tuple[Seen, ...] = (*KINDS, MISSING)
    for kind, area in product(kinds, AREAS):
        need: dict[str, Seen] = {"kind": kind, "area": area}
        need["outcome"] = conclusion_of(decide(rules.triage, need, rules.fields))
        decided = cast("Rule", decide(rules.destination, need, rules.fields))
        found.add((cast("Course", decided.then).to.actor, str(need["outcome"]), area))
    return found


@given(rule_sets(), MANDATES)
def test_what_is_lacking_is_what_is_sent_and_not_covered(rules: RuleSet, mandates: list[Mandate]) -> None:
    net = attrs.evolve(network(), mandates=mandates)
    charted = chart(rules)

    found = list(check_mandates(journeys_of(errands(charted), build(net)), charted, net))

    lacking = {cell for cell in sent(rules) if not net.has_mandate(*cell)}
    told, narrowed = set(), set()
    for one in found:
        targets, outcomes, areas = (cast("tuple[str, ...]", one.params[name]) for name in ("targets", "outcomes", "areas"))
        if one.code == "course-without-mandate":
            told |= set(product(targets, outcomes, AREAS))
        else:
            narrowed |= set(product(targets, outcomes, areas))
    assert narrowed <= lacking <= told | narrowed
    assert {cell[:2] for cell in told | narrowed} == {cell[:2] for cell in lacking}
    assert not any(net.has_mandate(*cell) for cell in told)
