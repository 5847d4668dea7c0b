"""Proofs of tables beside z3, in one run, with equal verdicts: is there a gap, and which rules never decide.

python benchmarks/proofs.py --repeat 5

z3 gets each table in the encoding that was quickest of those tried: a bit vector a field, one solver for finite domains, a literal a rule;
after a rule has been asked about, its negation is asserted for good, so that what the solver learns is kept from question to question.
(Whole numbers instead of bit vectors, the general solver, push and pop, and assumptions were as quick or slower.) Its time is that of
building the formulas and of asking. Ours finds more: culprits, regions, witnesses, and the rules whose order decides.
"""

import argparse
import gc
import time
from collections.abc import Callable
from functools import partial
from typing import Any

import z3  # type: ignore[import-untyped]  # it comes without types

from drawn_tables import partition, pigeonhole, scattered
from prioritera.model.condition import Condition, OneOf, Within
from prioritera.model.field import Field, Kind
from prioritera.model.ruleset import RuleSet
from prioritera.verify.findings import Contradiction, Dead, Gap, Undecided
from prioritera.verify.tables import prove

Verdict = tuple[bool, frozenset[str]]


def ours(rules: RuleSet) -> Verdict:
    """Whether there is a gap, and the rules that never decide."""
    found = prove(rules)
    if any(isinstance(one, Undecided) for one in found):
        raise RuntimeError("undecided")
    never = frozenset(one.rule for one in found if isinstance(one, Dead | Contradiction))
    return any(isinstance(one, Gap) for one in found), never


def solver(rules: RuleSet) -> Verdict:
    """The same by z3."""
    asked = z3.SolverFor("QF_FD")
    fields = {name: rules.fields[name] for name in rules.triage.reads}
    variables = {name: z3.BitVec(name, _last(field).bit_length()) for name, field in fields.items()}
    for name, field in fields.items():
        asked.add(z3.ULE(variables[name], _last(field)))
    literals = []
    for rule in rules.triage.rules:
        literal = z3.Bool(rule.id)
        holds = [_holds(condition, fields[condition.field], variables[condition.field]) for condition in rule.when]
        asked.add(literal == (z3.And(*holds) if holds else z3.BoolVal(True)))
        literals.append(literal)
    never = set()
    for rule, literal in zip(rules.triage.rules, literals, strict=True):
        if asked.check(literal) == z3.unsat:
            never.add(rule.id)
        asked.add(z3.Not(literal))
    return asked.check() == z3.sat, frozenset(never)


def _last(field: Field) -> int:
    """The code of a missing value, one above every known one."""
    if field.kind is Kind.WHOLE:
        return field.high + 1
    return len(field.words) if field.kind is Kind.CHOICE else 2


def _holds(condition: Condition, field: Field, variable: Any) -> Any:  # noqa: ANN401 -- z3 has no types
    missing = variable == _last(field)
    test = condition.test
    if isinstance(test, Within):
        low, high = (field.low if test.low is None else test.low), (field.high if test.high is None else test.high)
        known = z3.And(z3.UGE(variable, low), z3.ULE(variable, high))
    elif isinstance(test, OneOf):
        codes = [int(value) if isinstance(value, bool) else field.words.index(value) for value in test.values]
        known = z3.Or(*(variable == code for code in codes))
    else:
        known = z3.BoolVal(False)
    return z3.Or(missing, known) if condition.missing else known


def best_of(repeat: int, work: Callable[[], Any], number: int = 1) -> tuple[float, Any]:
    """The shortest time of several runs in milliseconds, each the mean of so many calls, and the last result."""
    times = []
    for _ in range(repeat):
        gc.collect()
        begin = time.perf_counter()
        for _ in range(number):
            result = work()
        times.append((time.perf_counter() - begin) / number)
    return min(times) * 1000, result


def main() -> None:
    """Measure, check equality, print a table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--repeat", type=int, default=5)
    parser.add_argument("--seeds", type=int, default=6)
    options = parser.parse_args()
    print(
        f"{'rules':>5} {'fields':>6} {'shape':>10} {'prioritera ms':>13} {'z3 ms':>8} {'ratio':>6}   (the middle of {options.seeds} tables)"
    )
    # What takes a millisecond is called often enough to be timed.
    for count, width, number in ((12, 5, 20), (50, 8, 4), (200, 12, 1)):
        for make in (partition, scattered):
            rows = []
            for seed in range(options.seeds):
                rules = make(count, width, seed)
                mine, verdict = best_of(options.repeat, partial(ours, rules), number)
                theirs, expected = best_of(options.repeat, partial(solver, rules), number)
                if verdict != expected:
                    raise SystemExit(f"{make.__name__} {count} {width} {seed}: {verdict} and not {expected}")
                rows.append((mine, theirs))
            mine, theirs = (sorted(row[place] for row in rows)[len(rows) // 2] for place in (0, 1))
            print(f"{count:>5} {width:>6} {make.__name__:>10} {mine:>13.2f} {theirs:>8.2f} {theirs / mine:>6.1f}")
    print()
    for holes in (5, 7, 9):
        rules = pigeonhole(holes)
        mine, found = best_of(1, partial(prove, rules))
        theirs, _ = best_of(1, partial(solver, rules))
        said = "undecided" if any(isinstance(one, Undecided) for one in found) else "proved"
        print(f"pigeonhole {holes}: {said} in {mine:.0f} ms; z3 {theirs:.0f} ms")


if __name__ == "__main__":
    main()
