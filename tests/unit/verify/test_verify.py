import ast
from fractions import Fraction
from pathlib import Path

import attrs
import pytest

from builders import criterion, rule, rule_set, table
from prioritera.diagnostics import PrioriteraError, Severity, by_place
from prioritera.loading.load import load_rules
from prioritera.methods.scales import Bins
from prioritera.model.meaning import meaning_hash
from prioritera.model.ruleset import VerifiedRuleSet
from prioritera.verify.verify import CHECKS, check_rules, verify

SOURCE = Path(__file__).parents[3] / "src" / "prioritera"


def test_every_check_is_run_and_what_they_find_is_gathered() -> None:
    wrong = rule_set(
        triage=table("outcome", rule("offers", "inform", {"kind": "offer"})),
        criteria=[criterion("impact", Bins([(0, 1)]))],
        bands=[],
        min_known=Fraction(2),
    )

    assert [found.code for found in check_rules(wrong)] == ["criterion-powerless", "rule-unreachable", "share-outside", "table-gap"]
    assert check_rules(wrong) == by_place(found for check in CHECKS for found in check(wrong))


def test_what_passes_is_sealed_with_its_meaning() -> None:
    rules = rule_set()

    assert verify(rules) == VerifiedRuleSet(rules=rules, seal=meaning_hash(rules))


def test_the_shipped_rule_set_is_verified() -> None:
    rules = load_rules("prioritera:sbu-four")

    assert check_rules(rules) == ()
    assert verify(rules).rules is rules


def test_a_rule_set_with_an_error_is_refused_with_everything_found() -> None:
    wrong = rule_set(triage=table("outcome", rule("offers", "inform", {"kind": "offer"})), min_known=Fraction(2))

    with pytest.raises(PrioriteraError) as raised:
        verify(wrong)

    assert raised.value.diagnostics == check_rules(wrong)


def test_warnings_alone_stop_nothing() -> None:
    primes = [p for p in range(2, 72) if all(p % q for q in range(2, p))]
    rounded = rule_set(criteria=[criterion(f"c{p}", Bins([(0, 0), (1, 1), (2, p)])) for p in primes])

    assert [found.severity for found in check_rules(rounded)] == [Severity.WARNING]
    assert verify(rounded).rules == rounded


def test_changed_rules_do_not_fit_the_old_seal() -> None:
    sealed = verify(rule_set())

    with pytest.raises(ValueError, match="the rules are not the ones that were verified"):
        attrs.evolve(sealed, rules=rule_set(version="2"))


def _made_in(names: set[str]) -> dict[str, set[str]]:
    """The modules that call one of these names, by name."""
    found: dict[str, set[str]] = {name: set() for name in names}
    for path in SOURCE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call):
                called = node.func.id if isinstance(node.func, ast.Name) else node.func.attr if isinstance(node.func, ast.Attribute) else ""
                if called in names:
                    found[called].add(path.relative_to(SOURCE).as_posix())
    return found


def test_only_verify_makes_what_says_that_something_is_verified() -> None:
    assert _made_in({"VerifiedRuleSet", "Model"}) == {"VerifiedRuleSet": {"verify/verify.py"}, "Model": {"verify/network.py"}}
