"""Whether changes by hand can be made with the rules of a round."""

from datetime import date

import pytest

from builders import criterion, fields, label, rule_set
from prioritera.model.by_hand import Override
from prioritera.model.round import Round
from prioritera.model.ruleset import RuleSet, TieBreaker
from prioritera.records.by_hand import wrong_overrides

DAY = date(2026, 5, 31)


def told(thing: str, to: str | int, rules: RuleSet, decided_on: date | None = None) -> list[tuple[str, object]]:
    change = Override(need="a", thing=thing, to=to, by="RSS", on=DAY, because="x")
    round_ = Round(id="r", label=label(), records=[], overrides=[change])
    return [(one.code, one.params.get("known")) for one in wrong_overrides(round_, rules, decided_on)]


def by(field: str) -> RuleSet:
    return rule_set(classes=TieBreaker(field=field), criteria=[criterion("impact")], fields=fields())


@pytest.mark.parametrize(
    ("thing", "to", "rules", "expected"),
    [
        ("outcome", "inform", rule_set(), []),
        ("outcome", "await", rule_set(), [("override-outcome-unknown", ("go-on", "inform"))]),
        ("class", 3, rule_set(), [("override-without-classes", None)]),
        ("class", 3, by("wait"), []),
        ("class", "3", by("wait"), [("override-class-quoted", None)]),
        ("class", True, by("wait"), [("override-class-unknown", tuple(str(n) for n in range(10)))]),
        ("class", True, by("urgent"), []),
        ("class", 1, by("urgent"), [("override-class-unknown", ("false", "true"))]),
        ("class", "local", by("place"), []),
        ("class", "nowhere", by("place"), [("override-class-unknown", ("local", "regional", "national"))]),
    ],
)
def test_what_is_chosen_must_be_there(thing: str, to: str | int, rules: RuleSet, expected: list[tuple[str, object]]) -> None:
    assert told(thing, to, rules) == expected


def test_no_change_is_later_than_the_decision() -> None:
    assert told("outcome", "inform", rule_set(), DAY) == []
    assert told("outcome", "inform", rule_set(), date(2026, 5, 30)) == [("override-after-decision", None)]
