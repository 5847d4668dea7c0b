"""Elicited weights as JSON: everybody's own, and what they come to. The schema stands in `prioritera/report/weights.schema.json`."""

from prioritera.elicitation.levels import places_of
from prioritera.elicitation.said import Elicited, Said
from prioritera.model.meaning import meaning_hash
from prioritera.model.ruleset import RuleSet
from prioritera.report.json import as_text
from prioritera.report.records import Record, label, number

WEIGHTS = "prioritera/weights/1"


def weights_json(found: Elicited, rules: RuleSet, toml: str) -> str:
    """Everything that was said of use, whole: exact shares, spread, consistency, contradictions, and the section for the rule set."""
    numbers = zip(found.criteria, found.weights, found.shares, found.spreads, strict=True)
    return as_text(
        {
            "schema": WEIGHTS,
            "rules": {"id": rules.id, "version": rules.version, "label": label(rules.label), "hash": meaning_hash(rules)},
            "voices": found.voices,
            "asked": found.asked,
            "set_aside": list(found.set_aside),
            "criteria": [
                {
                    "id": criterion.id,
                    "label": label(criterion.label),
                    "weight": weight,
                    "share": number(share),
                    "least": number(spread.least),
                    "median": number(spread.median),
                    "most": number(spread.most),
                }
                for criterion, weight, share, spread in numbers
            ],
            "total": sum(found.weights),
            "rounded_to": found.rounded_to or None,
            "people": [_person(one, found) for one in found.people],
            "contradictions": [{"person": one.person, "answers": list(one.answers), "fewest": one.fewest} for one in found.contradictions],
            "toml": toml,
        }
    )


def _person(one: Said, found: Elicited) -> Record:
    ids = [criterion.id for criterion in found.criteria]
    return {
        "person": one.person,
        "group": one.group or None,
        "method": one.method,
        "shares": {ident: number(share) for ident, share in zip(ids, one.shares, strict=True)},
        "exact": one.exact,
        "answered": one.answered,
        "possible": one.possible,
        # Saaty's ratio is no exact number: it is given with as many digits as mean something.
        "consistency": None if one.consistency is None else round(one.consistency, 6),
        "strained": [{"criterion": ids[it.criterion], "other": ids[it.other], "times": round(it.times, 6)} for it in one.strained],
        "points": {
            criterion.id: [
                {"level": label(place.label), "points": number(points)} for place, points in zip(places_of(criterion), of, strict=True)
            ]
            for criterion, of in zip(found.criteria, one.points, strict=False)
        },
    }
