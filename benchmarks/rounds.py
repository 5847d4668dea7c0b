"""Made-up rounds of any size for the benchmarks: plain records, drawn from a seed, over the shipped rule set and network."""

import random
from decimal import Decimal

from prioritera.model.network import Network
from prioritera.model.round import Record, Round
from prioritera.model.ruleset import RuleSet
from prioritera.model.text import Label

CAUSES = ("research-gap", "support-missing", "implementation", "competence", "not-established")


def municipalities(network: Network) -> dict[str, list[str]]:
    """The municipalities of each support structure that has at least three."""
    members: dict[str, list[str]] = {}
    for actor in network.actors.values():
        if actor.kind == "municipality":
            members.setdefault(actor.member_of[0], []).append(actor.id)
    return {rss: names for rss, names in sorted(members.items()) if len(names) >= 3}


def records(count: int, rules: RuleSet, network: Network, *, seed: int = 7) -> list[dict[str, object]]:
    """Needs as plain mappings, some of their facts and values missing."""
    draw = random.Random(seed)
    areas = [area.id for area in rules.areas][:4]
    by_rss = municipalities(network)
    found: list[dict[str, object]] = []
    for number in range(count):
        rss = draw.choice(list(by_rss))
        senders = draw.sample(by_rss[rss], draw.randint(1, 3))
        facts: dict[str, object] = {"breadth": draw.choice(["question", "question", "question", "area"])}
        if draw.random() < 0.9:
            facts["causes"] = [draw.choice(CAUSES)]
        if draw.random() < 0.7:
            facts["solvable"] = draw.choice(["yes", "with-help", "no"])
            facts["generalisable"] = draw.choice(["yes", "partly", "no"])
        if draw.random() < 0.5:
            facts["searched"] = draw.choice([["sbu"], ["nothing"], ["kunskapsguiden", "sbu"]])
        assess: dict[str, object] = {
            "prevalence": Decimal(draw.randint(0, 9000)) / 100,
            "impact": draw.randint(0, 3),
            "economic-consequences": draw.randint(0, 900),
            "practice-variation": {"low": 1, "high": 2} if draw.random() < 0.1 else draw.randint(0, 3),
        }
        for name in [name for name in assess if draw.random() < 0.08]:
            assess[name] = {"missing": "dont-know"}
        found.append(
            {
                "id": f"need-{number:05}",
                "title": f"Need {number}",
                "area": draw.choice(areas),
                "wording": "made up",
                "origins": [{"actor": sender, "backing": "municipality"} for sender in senders],
                "facts": facts,
                "assess": assess,
            }
        )
    return found


def round_of(data: list[dict[str, object]]) -> Round:
    """The records as a round."""
    label = Label(sv="Mätning", en="Benchmark")
    return Round(id="benchmark", label=label, holder="nsk-s", records=[Record(one) for one in data])
