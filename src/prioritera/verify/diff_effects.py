"""What changes besides outcome and destination: order and groups, which needs are placed and which compared, how assessments are read."""

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import product

from prioritera.model.field import Kind
from prioritera.model.rules_diff import Effect, Example, Placing, Verdict
from prioritera.model.ruleset import RuleSet
from prioritera.tables.chain import OUTCOME
from prioritera.verify.axes import AREA
from prioritera.verify.diff_order import band, minima, order_of, proved
from prioritera.verify.diff_questions import DESTINATION
from prioritera.verify.diff_readings import readings_of
from prioritera.verify.errands import chart, errands, occurs
from prioritera.verify.trials import MOST, Trials, same_shares, share_of


def effects_of(old: RuleSet, new: RuleSet, trials: Trials, with_left_out: Trials) -> tuple[Effect, ...]:
    """Every effect that can be, each with what is proved of it.

    Args:
        old: a verified rule set.
        new: another.
        trials: the ways to assess a need.
        with_left_out: the same, with criteria left out too.
    """
    return (
        *_ranked(old, new),
        *_forbidden(old, new),
        _minimum(old, new, trials),
        order_of(old, new, trials),
        _group(old, new, with_left_out),
        _placed(old, new),
        _lists(old, new),
        *readings_of(old, new),
    )


def _ranked(old: RuleSet, new: RuleSet) -> Iterator[Effect]:
    """The outcomes with which needs are ranked by one side alone, or kept to be looked at again by one side alone."""
    for name in old.outcomes:
        other = new.outcomes.get(name)
        if other is None:
            continue
        for about, differs in (
            ("ranked", other.ranked is not old.outcomes[name].ranked),
            ("look-again", other.look_again is not old.outcomes[name].look_again),
        ):
            if differs:
                yield Effect(about=about, id=name, verdict=Verdict.CHANGED)


def _forbidden(old: RuleSet, new: RuleSet) -> Iterator[Effect]:
    """The rules against needs of one side alone.

    Some need meets each, for both sides are verified: where the other side forbids nothing, that need is set aside by one side alone.
    Otherwise it may be that the other side forbids it by another rule, and that is not settled.
    """
    for one, other in ((old, new), (new, old)):
        asked = [frozenset(rule.when) for rule in other.forbidden]
        for rule in one.forbidden:
            if frozenset(rule.when) not in asked:
                yield Effect(about="forbidden", id=rule.id, verdict=Verdict.UNDECIDED if asked else Verdict.CHANGED)


def _minimum(old: RuleSet, new: RuleSet, trials: Trials) -> Effect:
    """Whether a failed minimum gives another outcome."""
    found = next((trial for trial in trials.trials if trial.given[0] != trial.given[1]), None)
    if found is not None:
        sides = [Placing(share=share_of(score), text=given) for score, given in zip((found.old, found.new), found.given, strict=True)]
        example = Example(performances=found.performances, old=sides[0], new=sides[1])
        return Effect(about="minimum", verdict=Verdict.CHANGED, examples=[example])
    return Effect(about="minimum", verdict=proved(same=trials.complete or minima(old) == minima(new)))


def _group(old: RuleSet, new: RuleSet, trials: Trials) -> Effect:
    """Whether a need comes into another group."""
    by_size = sorted(trials.trials, key=lambda trial: -len(trial.performances))
    found = next((trial for trial in by_size if band(trial.old, old) != band(trial.new, new)), None)
    if found is not None:
        sides = [Placing(share=share_of(score), band=band(score, rules)) for score, rules in ((found.old, old), (found.new, new))]
        example = Example(performances=found.performances, old=sides[0], new=sides[1])
        return Effect(about="group", verdict=Verdict.CHANGED, examples=[example])
    return Effect(about="group", verdict=proved(same=trials.complete or grouped_alike(old, new)))


def grouped_alike(old: RuleSet, new: RuleSet) -> bool:
    """Whether needs come into the same group because it is written alike."""
    limits = [{(band.id, band.least) for band in rules.bands} for rules in (old, new)]
    return same_shares(old, new) and limits[0] == limits[1]


def _placed(old: RuleSet, new: RuleSet) -> Effect:
    """Whether as much being known is enough by one side alone."""
    known = [[one.id for one in rules.criteria] for rules in (old, new)]
    names = list(dict.fromkeys([*known[0], *known[1]]))
    is_few = 3 ** len(names) <= MOST
    choices: Iterator[tuple[list[str], list[str]]]
    if set(known[0]) == set(known[1]):
        choices = ((names[: len(names) - out], names[:count]) for out in range(len(names)) for count in range(len(names) - out + 1))
    else:
        choices = (_split(names, states) for states in product((0, 1, 2), repeat=len(names))) if is_few else iter(())
        is_few = is_few or old.min_known == new.min_known == 0
    for left_in, judged in choices:
        shares = [_share_known(ids, left_in, judged) for ids in known]
        ends = [share >= rules.min_known for share, rules in zip(shares, (old, new), strict=True)]
        if ends[0] != ends[1]:
            sides = [Placing(share=share, text="placed" if end else "") for share, end in zip(shares, ends, strict=True)]
            example = Example(values={name: name in judged for name in left_in}, old=sides[0], new=sides[1])
            return Effect(about="placed", verdict=Verdict.CHANGED, examples=[example])
    return Effect(about="placed", verdict=proved(same=is_few or set(known[0]) == set(known[1])))


def _split(names: Sequence[str], states: Sequence[int]) -> tuple[list[str], list[str]]:
    """The criteria that are left in, and those of them that are known: 0 known, 1 not known, 2 left out."""
    states_of = list(zip(names, states, strict=True))
    return [name for name, state in states_of if state < 2], [name for name, state in states_of if not state]  # noqa: PLR2004 -- three states


def _share_known(ids: Sequence[str], left_in: Sequence[str], judged: Sequence[str]) -> Fraction:
    counted = [name for name in ids if name in left_in]
    return Fraction(sum(name in judged for name in counted), len(counted) or 1)


def _lists(old: RuleSet, new: RuleSet) -> Effect:
    """Whether two needs are compared by one side alone."""
    for part in (part for part in (*old.list_key, *new.list_key) if (part in old.list_key) != (part in new.list_key)):
        found = _values_of(part, old if part in old.list_key else new)
        if len(found) > 1:
            sides = [[value if part in rules.list_key else "" for rules in (old, new)] for value in found[:2]]
            examples = [
                Example(values={part: value}, old=Placing(text=ends[0]), new=Placing(text=ends[1]))
                for value, ends in zip(found, sides, strict=False)
            ]
            return Effect(about="lists", id=part, verdict=Verdict.CHANGED, examples=examples)
    return Effect(about="lists", verdict=Verdict.SAME)


def _values_of(part: str, rules: RuleSet) -> list[str]:
    """The values of a part of the list key that ranked needs can have."""
    ranked = [name for name, outcome in rules.outcomes.items() if outcome.ranked]
    if part == OUTCOME:
        return sorted({str(rule.then) for rule in rules.triage.all_rules} & set(ranked))
    if part == DESTINATION:
        charted = chart(rules)
        sent = {errand.course.to.name: errand for errand in errands(charted) if errand.outcome in ranked and occurs(errand, charted)}
        return sorted(sent)
    if part == AREA:
        return [area.id for area in rules.areas]
    field = rules.fields[part]
    return ["no", "yes"] if field.kind is Kind.FLAG else list(field.words)
