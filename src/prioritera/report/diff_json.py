"""The difference between two rule sets, or two runs, as JSON. The schemas stand beside this file."""

from fractions import Fraction

from prioritera.model.condition import Condition
from prioritera.model.meaning import meaning_hash
from prioritera.model.rules_diff import Change, Effect, Example, Judgement, Part, Placing, RulesDiff, Seen
from prioritera.model.ruleset import RuleSet
from prioritera.model.run import Move, Run, RunsDiff, Stood
from prioritera.model.table import Course, Rule
from prioritera.report.json import as_text
from prioritera.report.records import Record, day, fact, label, number, place
from prioritera.report.trace_json import test_record

RULES_DIFF = "prioritera/rules-diff/1"
RUNS_DIFF = "prioritera/runs-diff/1"


def rules_diff_json(found: RulesDiff) -> str:
    """What changes from one rule set to another, whole.

    >>> import json
    >>> from prioritera import diff_rules, load_rules, verify
    >>> rules = verify(load_rules("prioritera:sbu-four"))
    >>> json.loads(rules_diff_json(diff_rules(rules, rules)))["verdict"]
    'same'
    """
    return as_text(
        {
            "schema": RULES_DIFF,
            "old": _rules(found.old),
            "new": _rules(found.new),
            "verdict": found.verdict.value,
            "settled": found.is_settled,
            "parts": [_part(part) for part in found.parts],
            "changes": [_change(change) for change in found.changes],
            "effects": [_effect(effect) for effect in found.effects],
            "undecided": list(found.undecided),
        }
    )


def _rules(rules: RuleSet) -> Record:
    return {
        "id": rules.id,
        "version": rules.version,
        "label": label(rules.label),
        "hash": meaning_hash(rules),
        "valid_from": day(rules.valid_from),
        "valid_to": day(rules.valid_to),
    }


def _part(part: Part) -> Record:
    return {"kind": part.kind, "id": part.id or None, "key": part.key or None, "before": part.before or None, "after": part.after or None}


def _change(change: Change) -> Record:
    return {
        "about": change.about,
        "given": change.given or None,
        "before": {**_rule(change.before), **_judgement(change.old)},
        "after": {**_rule(change.after), **_judgement(change.new)},
        "regions": [[_condition(condition) for condition in where] for where in change.regions],
        "complete": change.complete,
        "witness": {name: _seen(value) for name, value in change.witness.items()},
        "performances": {name: number(value) for name, value in change.performances.items()},
    }


def _rule(rule: Rule) -> Record:
    then = None if isinstance(rule.then, Course) else rule.then
    return {"rule": rule.id, "place": place(rule.span), "conclusion": then, "course": _course(rule.then)}


def _course(then: str | int | Course) -> Record | None:
    if not isinstance(then, Course):
        return None
    return {
        "to": then.to.name,
        "via": [{"actor": waypoint.actor, "answer": waypoint.answer} for waypoint in then.via],
        "also": [{"target": also.target.name, "role": also.role} for also in then.also],
    }


def _judgement(judged: Judgement) -> Record:
    fired = [{"table": one.table, "rule": one.rule} for one in judged.fired]
    return {"outcome": judged.outcome, "destination": judged.destination, "fired": fired}


def _condition(condition: Condition) -> Record:
    return {"field": condition.field, "test": test_record(condition.test), "missing": condition.missing}


def _seen(value: Seen) -> object:
    return number(value) if isinstance(value, Fraction) else fact(value)


def _effect(effect: Effect) -> Record:
    return {
        "about": effect.about,
        "id": effect.id or None,
        "verdict": effect.verdict.value,
        "examples": [_example(example) for example in effect.examples],
    }


def _example(example: Example) -> Record:
    return {
        "performances": {name: number(value) for name, value in example.performances.items()},
        "values": {name: _seen(value) for name, value in example.values.items()},
        "before": _placing(example.old),
        "after": _placing(example.new),
    }


def _placing(placing: Placing) -> Record:
    share = number(placing.share) if placing.share is not None else None
    return {"key": list(placing.key), "share": share, "band": placing.band or None, "text": placing.text or None}


def runs_diff_json(found: RunsDiff) -> str:
    """What differs between two runs, whole.

    >>> import json
    >>> from prioritera import diff_results, load_model, prioritise
    >>> round_, model = load_model("examples/nsks-2018")
    >>> result = prioritise(round_, model)
    >>> json.loads(runs_diff_json(diff_results(result, model, result, model)))["same"]
    9
    """
    return as_text(
        {
            "schema": RUNS_DIFF,
            "old": _run(found.old),
            "new": _run(found.new),
            "judged_again": found.again,
            "come": [_stood(found.new.needs[need]) for need in found.come],
            "gone": [_stood(found.old.needs[need]) for need in found.gone],
            "moved": [_move(move) for move in found.moves],
            "same": found.same,
        }
    )


def _run(run: Run) -> Record:
    return {
        "id": run.id,
        "label": label(run.label),
        "rules": run.rules,
        "rules_hash": run.rules_hash,
        "network_hash": run.network_hash,
        "decided_on": run.decided_on or None,
    }


def _stood(stood: Stood) -> Record:
    best, worst = stood.place or (None, None)
    return {
        "id": stood.id,
        "title": stood.title,
        "outcome": stood.outcome,
        "destination": stood.destination or None,
        "list": stood.list_id or None,
        "group": stood.group or None,
        "best": best,
        "worst": worst,
        "ways": list(stood.way),
        "rules": list(stood.rules),
    }


def _move(move: Move) -> Record:
    return {
        "before": _stood(move.before),
        "after": _stood(move.after),
        "aspects": [
            {"about": one.about, "before": one.before or None, "after": one.after or None, "why": [why.value for why in one.why]}
            for one in move.aspects
        ],
        "changed": [{"id": name, "before": move.before.inputs.get(name), "after": move.after.inputs.get(name)} for name in move.changed],
    }
