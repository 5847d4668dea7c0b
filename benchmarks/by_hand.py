"""The same arithmetic written by hand for one rule set: what somebody who knows the rules by heart would write in an afternoon.

No rule file, no proof, no reasons, no messages, no way: triage as an if-chain, scores as sums, ranks by sorting. It is the yardstick of the
benchmark, and it must give the same answers.
"""

from bisect import bisect_right
from decimal import Decimal
from typing import Any

Answer = tuple[str, str, int, int, int, int]
BINS = {"prevalence": (1, 10, 50), "economic-consequences": (5, 50, 500)}
CRITERIA = ("prevalence", "impact", "economic-consequences", "practice-variation")
SCALE = 6


def level(facts: dict[str, Any]) -> str:
    """Which level the need belongs to."""
    solvable = facts.get("solvable")
    if solvable == "yes":
        return "local"
    if solvable == "with-help":
        return "regional"
    if solvable == "no":
        general = facts.get("generalisable")
        return "unknown" if general is None else "regional" if general == "no" else "national"
    return "unknown"


def triage(facts: dict[str, Any], anchoring: int) -> str:  # noqa: PLR0911 -- an if-chain is what it is compared with
    """The outcome, as far as the benchmark's needs reach."""
    if facts.get("breadth") == "area" and facts.get("causes") != ["competence"]:
        return "make-precise"
    cause = facts["causes"][0] if "causes" in facts else "not-established"
    if cause == "competence":
        return "handle-regionally"
    if cause == "research-gap":
        if anchoring <= 2:
            return "anchor-further"
        return "new-research" if "sbu" in facts.get("searched", ()) else "structured-review"
    at = level(facts)
    if cause == "support-missing":
        if at == "national":
            return "new-support" if anchoring >= 3 else "anchor-further"
        return {"unknown": "fact-needed", "local": "handle-locally", "regional": "handle-regionally"}[at]
    if cause == "implementation":
        if anchoring <= 2:
            return "implementation-support"
        return {"unknown": "fact-needed", "national": "pilot"}.get(at, "implementation-support")
    return "structured-review" if anchoring >= 3 else "anchor-further"


def send(outcome: str) -> str:
    """The destination of an outcome."""
    return {
        "new-research": "sbu",
        "new-support": "socialstyrelsen",
        "structured-review": "nsk-s",
        "implementation-support": "nearest:rss",
        "handle-regionally": "nearest:rss",
        "pilot": "partnerskapet",
    }.get(outcome, "origin")


def value(criterion: str, raw: int | Decimal) -> int:
    """The value of one performance."""
    if criterion in BINS:
        return 2 * sum(raw >= bound for bound in BINS[criterion])
    return 2 * int(raw)


def score(assess: dict[str, Any]) -> tuple[int, int, int]:
    """The least and the greatest score, and how many criteria are known."""
    low = high = known = 0
    for criterion in CRITERIA:
        raw = assess[criterion]
        if isinstance(raw, dict):
            if "missing" in raw:
                high += SCALE
            else:
                low += value(criterion, raw["low"])
                high += value(criterion, raw["high"])
                known += 1
        else:
            points = value(criterion, raw)
            low += points
            high += points
            known += 1
    return low, high, known


def judge(data: list[dict[str, Any]]) -> dict[str, Answer]:
    """Outcome, destination, least and greatest score, best and worst rank (0 where a need has none), by need id."""
    answers: dict[str, Answer] = {}
    lists: dict[tuple[str, str, str], list[tuple[str, int, int]]] = {}
    for record in data:
        senders = len({origin["actor"] for origin in record["origins"]})
        outcome = triage(record["facts"], 3 if senders >= 3 else 2)
        low, high, known = score(record["assess"])
        where = send(outcome)
        answers[record["id"]] = (outcome, where, low, high, 0, 0)
        if outcome in {"new-research", "new-support", "implementation-support", "structured-review"} and known * 3 >= 8:
            lists.setdefault((record["area"], outcome, where), []).append((record["id"], low, high))
    for members in lists.values():
        lows = sorted(low for _, low, _ in members)
        highs = sorted(high for _, _, high in members)
        for need, low, high in members:
            best = 1 + len(lows) - bisect_right(lows, high)
            worst = 1 + len(highs) - bisect_right(highs, low) - (1 if low < high else 0)
            answers[need] = (*answers[need][:4], best, worst)
    return answers
