"""What may stand under `when`: for each field the tests that its kind allows, with its own words and bounds."""

from prioritera.loading.rule_conditions import BAND
from prioritera.loading.rule_words import AREA, OUTCOME
from prioritera.model.condition import SCORE
from prioritera.model.field import Field, Kind, Origin
from prioritera.schema.described import of_field
from prioritera.schema.known import Known, Schema
from prioritera.schema.shapes import always, either, flag, keyed, listed, named, ref, share, some, table, text, whole, words

_SET = ("any", "all", "none", "only")


def conditions_defined(known: Known) -> dict[str, Schema]:
    """A condition on each field of the rule set, by the name that others refer to it by; one on any field without a rule set."""
    if known.rules is None:
        return {"condition": _on_any(known)}
    return {_name(field): _on(known, field) for field in known.fields.values()}


def when(known: Known, *, in_destination: bool) -> Schema:
    """The conditions of one rule. Only the destination table reads outcome, score and band."""
    more = _of_score(known) if in_destination else {}
    both = {"not": {"required": [SCORE, BAND]}} if BAND in more else {}
    if known.rules is None:
        found = named(ref("condition"), without=(SCORE, BAND) if in_destination else (SCORE, BAND, OUTCOME))
        return {**found, **both, **({"properties": more} if more else {})}
    own = {ident: ref(_name(field)) for ident, field in known.fields.items() if in_destination or ident != OUTCOME}
    return {**keyed({**own, **more}), **both}


def _name(field: Field) -> str:
    return f"condition-{field.id}"


def _of_score(known: Known) -> dict[str, Schema]:
    tests = {"min_share": share(), "below_share": share()}
    found: dict[str, Schema] = {
        SCORE: {"description": known.say("when.score"), **table(known, "when", tests), "minProperties": 1},
        BAND: {"description": known.say("when.band"), **some(text(), least=1)},
    }
    if known.rules is None:
        return found
    if not known.rules.bands:
        return {SCORE: found[SCORE]}
    return {**found, BAND: {"description": known.say("when.band"), **some(words([band.id for band in known.rules.bands]), least=1)}}


def _on_any(known: Known) -> Schema:
    """A condition on a field that nothing is known of."""
    bound = either(text(), {"type": "integer"})
    sets = {key: some(text(), least=1) for key in _SET}
    tests = {"in": some(either(text(), flag()), least=1), "min": bound, "max": bound, **sets, "missing": flag()}
    asks = table(known, "when", tests, minProperties=1)
    return either(text(), flag(), {"type": "integer"}, listed(either(text(), flag()), least=1), asks)


def _on(known: Known, field: Field) -> Schema:
    """A condition on one field, in each way that it may be asked."""
    may_be_missing = field.origin is Origin.FACT and field.id != AREA
    missing = table(known, "when", {"missing": always(True)}, required=("missing",))
    ways = [*_bare(field), *(_asked(known, tests, may_be_missing=may_be_missing) for tests in _tests(field))]
    return {"description": of_field(field, known.language), **either(*ways, *([missing] if may_be_missing else []))}


def _bare(field: Field) -> list[Schema]:
    """A test written without a table."""
    if field.kind is Kind.CHOICE:
        return [words(field.words), listed(words(field.words), least=1)]
    if field.kind is Kind.FLAG:
        return [flag(), listed(flag(), least=1)]
    return [whole(field.low, field.high)] if field.kind is Kind.WHOLE else []


def _tests(field: Field) -> list[dict[str, Schema]]:
    """The tests that may stand together in a table; of an ordered choice either words or bounds."""
    if field.kind is Kind.SET:
        return [{key: some(words(field.words), least=1) for key in _SET}]
    if field.kind is Kind.WHOLE:
        return [{key: whole(field.low, field.high) for key in ("min", "max")}]
    one = flag() if field.kind is Kind.FLAG else words(field.words)
    bounds = [{key: words(field.words) for key in ("min", "max")}] if field.ordered else []
    return [{"in": some(one, least=1)}, *bounds]


def _asked(known: Known, tests: dict[str, Schema], *, may_be_missing: bool) -> Schema:
    """A table with at least one of the tests; what is never missing may only say so."""
    missing = flag() if may_be_missing else always(False)
    asks = table(known, "when", {**tests, "missing": missing})
    return {**asks, "anyOf": [{"required": [key]} for key in tests]} if len(tests) > 1 else {**asks, "required": list(tests)}
