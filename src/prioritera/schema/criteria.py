"""Criteria with their scales, and the weights."""

from prioritera.loading.rule_criteria import DIRECTIONS, STATISTICS
from prioritera.loading.rule_fields import RESERVED
from prioritera.loading.rule_functions import FEWEST_POINTS, JOINED, SHAPES
from prioritera.methods.relative import RELATIVE
from prioritera.schema.fields import bar
from prioritera.schema.judged import judged
from prioritera.schema.known import Known, Schema
from prioritera.schema.shapes import day, either, keyed, label, listed, named, number, step, table, text, whole, words


def criteria(known: Known) -> Schema:
    """The criteria of a rule set, by id."""
    return named(_criterion(known), without=RESERVED)


def _criterion(known: Known) -> Schema:
    """One criterion, in each of the shapes that its scale may have."""
    texts = {key: text() for key in ("filled_by", "source", "status")}
    labels = {key: label() for key in ("unit", "question", "because")}
    shared: dict[str, Schema] = {
        "label": label(),
        **labels,
        "step": step(),
        "min": number(),
        "max": number(),
        "direction": words(DIRECTIONS),
        "judged": judged(known),
        "panel": table(known, "panel", {"statistic": words(STATISTICS), "min_answers": whole(1)}),
        "not_applicable_counts_as": number(),
        "barred_in": listed(bar(known)),
        "cap": either(*(_cap(known, shape) for shape in SHAPES)),
        "minimum": table(known, "minimum", {"at": number(), "outcome": words(_outcomes(known))}, required=("at",)),
        **texts,
    }
    alone = {key: schema for key, schema in shared.items() if key != "cap"} | {"relative": words(tuple(RELATIVE))}
    return either(
        *(table(known, "criterion", {**shared, **_scale(known, shape)}, required=("label", shape)) for shape in SHAPES),
        table(known, "criterion", alone, required=("label", "relative", "min", "max")),
    )


def _outcomes(known: Known) -> list[str]:
    return list(known.rules.outcomes) if known.rules else []


def _scale(known: Known, shape: str) -> dict[str, Schema]:
    """The rows of a value function."""
    at = SHAPES[shape]
    place = {**number(), "exclusiveMinimum": 0} if shape == "log" else number()
    row = table(known, "row", {at: place, "value": whole(0), "label": label()}, required=(at, "value"))
    return {shape: listed(row, least=FEWEST_POINTS if shape in JOINED else 1)}


def _cap(known: Known, shape: str) -> Schema:
    by = words([criterion.id for criterion in known.criteria])
    return table(known, "cap", {"by": by, **_scale(known, shape)}, required=("by", shape))


def weights(known: Known) -> Schema:
    """The weight of every criterion, and who decided on them."""
    own = {criterion.id: {"description": criterion.label.say(known.language), **whole(1)} for criterion in known.criteria}
    shares = keyed(own, required=tuple(own)) if own else named(whole(1))
    around = {"total": whole(1), "source": text(), "decided_by": text(), "decided_on": day()}
    of_domain = keyed(own) if own else named(whole(1))
    domain = table(known, "domain", {"label": label(), "weight": whole(1), "shares": of_domain}, required=("weight", "shares"))
    both: list[tuple[str, Schema]] = [("shares", shares), ("domains", named(domain, least=1))]
    depend = {"decided_on": ["decided_by"]}
    return either(*(table(known, "weights", {key: inner, **around}, required=(key,), dependencies=depend) for key, inner in both))
