"""What a change by hand leaves of a decision, and what is told of one that cannot be made, held whole, without any file."""

from collections.abc import Callable
from datetime import date

import pytest

from builders import rule_set
from prioritera.diagnostics import Diagnostic, Related, Severity, Span
from prioritera.model.by_hand import CLASS, OUTCOME, Override
from prioritera.model.outcome import ERROR, FORBIDDEN
from prioritera.model.result import Alternative, Decision, Fired
from prioritera.stages.change import beside, change, choose
from prioritera.tables.chain import NoRuleError

AT = Span("round.toml", 9, 1)
RULE_AT = Span("ranks.toml", 15, 1)


def by_hand(to: str = "inform", need: str = "ALFA") -> Override:
    return Override(need=need, thing=OUTCOME, to=to, by="RSS", on=date(2026, 5, 31), because="Nytt underlag.", span=AT)


def decided(outcome: str = "go-on", need: str = "alfa") -> Decision:
    return Decision(need_id=need, title="Alfa", outcome=outcome)


def set_aside(span: Span | None) -> Decision:
    """A need that the rules forbid."""
    said = Diagnostic(
        code="forbidden-by-rules",
        span=span,
        params={"need": "alfa", "rule": "urgent-and-last"},
        related=[Related(span=RULE_AT, role="forbidding-rule")],
    )
    other = Diagnostic(code="value-unknown", span=span)
    fired = [Fired(table=FORBIDDEN, rule="urgent-and-last")]
    return Decision(need_id="alfa", title="Alfa", outcome=ERROR, fired=fired, diagnostics=[other, said])


def forbidden(*related: Related) -> Diagnostic:
    return Diagnostic(
        code="override-of-forbidden",
        span=AT,
        params={"need": "ALFA", "rule": "urgent-and-last"},
        related=[Related(span=RULE_AT, role="forbidding-rule"), *related],
    )


def as_it_is(decision: Decision) -> Decision:
    return decision


def without_a_rule(_: Decision) -> Decision:
    raise NoRuleError("destination")


NEED_AT = Span("needs.toml", 9, 1)


@pytest.mark.parametrize(("span", "related"), [(None, ()), (NEED_AT, (Related(span=NEED_AT, role="changed-need"),))])
def test_what_is_forbidden_is_told_of_the_need_as_it_was_written_with_the_rules_and_its_own_place(
    span: Span | None, related: tuple[Related, ...]
) -> None:
    by_rules = change([decided()], [set_aside(span)], [by_hand()], rule_set(), as_it_is)
    by_change = change([decided()], [decided()], [by_hand()], rule_set(), lambda _: set_aside(span))

    assert by_rules == ((decided(),), (forbidden(*related),))
    assert by_change == by_rules


@pytest.mark.parametrize(
    ("tried", "to", "code", "severity", "more"),
    [
        (without_a_rule, "inform", "override-without-rule", Severity.ERROR, {"table": "destination"}),
        (as_it_is, "go-on", "override-needless", Severity.NOTE, {}),
    ],
)
def test_what_is_told_names_the_need_the_thing_and_to_what(
    tried: Callable[[Decision], Decision], to: str, code: str, severity: Severity, more: dict[str, str]
) -> None:
    _, told = change([decided()], [decided()], [by_hand(to)], rule_set(), tried)

    params = {"need": "ALFA", "thing": "outcome", "to": to, **more}
    assert told == (Diagnostic(code=code, severity=severity, span=AT, params=params),)


def test_what_is_told_of_one_change_of_a_need_stands_beside_what_is_told_of_the_next() -> None:
    both = [by_hand(), Override(need="alfa", thing=CLASS, to=3, by="RSS", on=date(2026, 5, 31), because="Nytt underlag.", span=AT)]

    changed, told = change([decided()], [decided()], both, rule_set(), without_a_rule)

    assert changed == (decided(),)
    assert [one.params["thing"] for one in told] == ["outcome", "class"]


def test_an_outcome_by_hand_leaves_nothing_that_the_decision_hangs_on() -> None:
    open_ = Decision(
        need_id="alfa",
        title="Alfa",
        outcome="fact-needed",
        values={"wait": 3, "outcome": "fact-needed"},
        hangs_on=["kind"],
        ask=["kind"],
        alternatives=[Alternative(values={"kind": "offer"}, outcome="inform")],
        by_hand=[by_hand()],
    )

    assert choose([open_, decided()]) == (
        Decision(need_id="alfa", title="Alfa", outcome="inform", values={"wait": 3, "outcome": "inform"}, by_hand=[by_hand()]),
        decided(),
    )


def test_decisions_of_other_records_than_the_rules_have_decided_are_not_put_beside_them() -> None:
    two = [decided(), decided(need="beta")]

    with pytest.raises(ValueError, match=r"zip\(\) argument 2 is shorter than argument 1"):
        change(two, two[:1], [], rule_set(), as_it_is)
    with pytest.raises(ValueError, match=r"zip\(\) argument 2 is shorter than argument 1"):
        beside(two, two[:1])
