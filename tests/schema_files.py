"""Files as data for the laws of the schemas: changed in one place at a time, and asked of loading and of a schema alike."""

import copy
import json
from collections.abc import Callable, Iterator, Mapping
from datetime import date, time
from functools import cache
from pathlib import Path
from typing import Any

import attrs
import tomli
from jsonschema import Draft7Validator, FormatChecker  # type: ignore[import-untyped]  # it comes without types

from prioritera.diagnostics import Diagnostic, Severity
from prioritera.loading.load import load_network, load_rules, read_model_of, read_network, read_round, read_rules
from prioritera.loading.rounds import DEFAULT_NETWORK, DEFAULT_RULES
from prioritera.model.need import Refused
from prioritera.model.network import Network
from prioritera.model.ruleset import RuleSet
from prioritera.records.round_names import wrong_names
from prioritera.schema.known import Known
from prioritera.schema.write import schema_of
from prioritera.stages.intake import intake

Where = tuple[str | int, ...]
Data = dict[str, Any]
Found = tuple[Diagnostic, ...]

# What JSON Schema cannot say, by the code of what loading says: how one value stands to another, or to another file.
BETWEEN = {
    "range-empty": "one bound is compared with another",
    "scale-outside-range": "the rows of a scale are compared with its bounds",
    "outside-range": "a value is compared with the bounds of its scale",
    "below-range": "a value is compared with the bounds of its scale",
    "off-step": "a value is divided by the step that stands beside it",
    "not-rising": "rows are compared with each other",
    "heights-all-zero": "it is said of all rows together",
    "cap-top": "the rows of two scales are compared",
    "weights-total": "the weights are summed",
    "bands-from-zero": "it is said of all groups together",
    "bands-alike": "groups are compared with each other",
    "bands-apart": "which groups stand beside each other is reckoned from their limits",
    "terms-do-not-cover": "words are counted against bounds that stand elsewhere",
    "derived-words": "words that stand elsewhere are compared with a measure's",
    "bad-share": "a share in words is a number only when it is read",
    "bad-step": "a step in words is a number only when it is read",
    "duplicate-id": "JSON Schema compares no two items by one of their keys",
    "concluded-twice": "tables are compared with each other",
    "concluded-by-no-table": "fields are compared with tables",
    "tables-in-circle": "tables are followed from one to the next",
    "part-of-itself": "actors are followed from one to the next",
    "unknown-rule": "the rules to stand beside may be those of the rule set below",
    "rule-not-placed": "whether a rule is new is known from the rule set below",
    "place-without-base": "whether there is a rule set below is known from the file",
    "remove-unknown": "what can be removed stands in the rule set below",
    "remove-without-base": "whether there is anything to remove is known from another file",
    "table-without-rules": "the rules may stand in the rule set below",
    "file-missing": "another file is looked for",
    "file-is-folder": "another file is looked for",
    "path-not-relative": "what a path is, is not seen from its letters on every system",
    "path-outside-tree": "where a path leads is known from the folder it begins in",
    "path-unprintable": "which signs can be seen is a matter of Unicode",
    "file-empty": "an empty file has nothing that a schema could ask for",
    "shipped-unknown": "what comes with prioritera changes with its version",
    "extends-circle": "files are followed from one to the next",
    "needs-file-twice": "paths are the same file in several ways",
    "needs-file-kind": "the ending of a file's name is looked at",
    "previous-not-a-round": "another file is looked for",
    "round-need-unknown": "the needs stand in other files",
    "unknown-same-as": "the needs stand in other files",
    "unknown-support": "the support stands in another file",
    "catalogue-empty": "the support stands in another file",
    "unknown-sender": "people write actors' names in many ways, whatever the letter case",
    "ambiguous-sender": "people write actors' names in many ways, whatever the letter case",
    "more-answers-than-asked": "one number is compared with another",
    "interval-upside-down": "one end is compared with the other",
    "assessment-off-step": "a value is divided by a step that is a fraction",
    "duplicate-need-id": "JSON Schema compares no two items by one of their keys",
    "not-a-date": "JSON has no dates: a date in quotation marks is the same to it",
    "bad-need-id": "which signs can be seen is a matter of Unicode",
    "number-too-long": "a number has no length in JSON",
    "number-not-finite": "JSON has no such number",
    "assessment-not-finite": "JSON has no such number",
    "tie-breaker-unbounded": "whether a criterion has bounds is known from its scale",
    "tie-breaker-unordered": "whether a field has an order is known from its declaration",
}
# Names that are declared elsewhere. A schema that knows the rule set and the network says it of every use of a name.
NAMES = {
    "unknown-vocabulary": "vocabularies may stand in other files",
    "unknown-conclusion": "outcomes and the words of fields",
    "unknown-word": "the words of fields",
    "unknown-value": "outcomes and criteria",
    "unknown-field": "fields",
    "unknown-band": "groups",
    "unknown-criterion": "criteria",
    "unknown-list-key": "fields",
    "not-concluded": "fields that a table concludes",
    "weight-without-criterion": "criteria",
    "criterion-without-weight": "criteria",
    "no-bands": "groups",
    "unknown-kind": "kinds of actors",
    "unknown-actor": "actors",
    "round-area-unknown": "areas",
    "round-actor-unknown": "actors",
    "round-criterion-unknown": "criteria",
    "unknown-area": "areas",
    "unknown-fact": "fields",
    "fact-by-hand": "where a field's value comes from",
    "criterion-among-facts": "criteria",
    "fact-among-criteria": "fields",
    "unknown-assessment": "criteria",
}
# What is asked of a field, or said of it or of a criterion, hangs on its kind and its bounds, which only a schema that knows the rule set
# knows.
OF_A_FIELD = (
    *("test-for-choice", "test-for-ordered", "test-for-set", "test-for-flag", "test-for-whole", "not-a-whole", "not-a-text", "not-a-texts"),
    *("outside-domain", "never-missing", "condition-asks-nothing", "in-and-range"),
    *("fact-unknown-word", "fact-not-a-word", "fact-not-words", "fact-not-a-flag", "fact-not-whole", "fact-outside", "fact-empty"),
    *("assessment-outside", "assessment-too-low"),
)
FIELDS_SAY = ("when", "facts", "assess")
# Where names are declared: when these are changed, the words that a schema knows are no longer the file's own.
DECLARED = ("ruleset", "vocabularies", "outcomes", "fields", "criteria", "bands", "kinds", "actors", "network")
# An area may be left out only in a round about one area, which stands in another file.
LEFT_OUT = ("missing-key", "area")

WRONG: tuple[object, ...] = (True, 3, 1.5, "zz", [], {}, ["zz"], [3], -1, "")


@attrs.frozen(kw_only=True)
class Written:
    """A right file of a kind, in a folder with the files that it is read with. `known` is whose words its schema completes."""

    kind: str
    path: Path
    known: Known

    @property
    def data(self) -> Data:
        """What the file holds."""
        return tomli.loads(self.path.read_text(encoding="utf-8"))


@attrs.frozen
class Changed:
    """A file's data changed in one place, and in which way."""

    how: str
    where: Where
    data: Data

    @property
    def told(self) -> str:
        """The change as a message can hold it."""
        return f"{self.how} {'.'.join(map(str, self.where))}"


def fits(kind: str, known: Known) -> Callable[[Mapping[str, object]], bool]:
    """Whether data fits the schema of a kind."""
    schema = schema_of(kind, known)
    Draft7Validator.check_schema(schema)
    return fits_schema(schema)


def fits_schema(schema: Mapping[str, object]) -> Callable[[Mapping[str, object]], bool]:
    """Whether data fits a schema."""
    validator = Draft7Validator(schema, format_checker=FormatChecker())
    return lambda data: bool(validator.is_valid(plain(data)))


def plain(value: object) -> object:
    """Data as JSON has it: a date is a text."""
    if isinstance(value, Mapping):
        return {key: plain(item) for key, item in value.items()}
    if isinstance(value, list):
        return [plain(item) for item in value]
    return value.isoformat() if isinstance(value, date | time) else value


def refusals(written: Written, data: Data) -> tuple[str, ...]:
    """The codes of what loading says is wrong when the file holds this data, sorted; none when it takes it in."""
    text = written.path.read_text(encoding="utf-8")
    written.path.write_text(as_toml(data), encoding="utf-8")
    try:
        return errors(_asked(written))
    finally:
        written.path.write_text(text, encoding="utf-8")


def errors(found: Found) -> tuple[str, ...]:
    """The codes of the errors among what was found, sorted."""
    return tuple(sorted({one.code for one in found if one.severity is Severity.ERROR}))


def _asked(written: Written) -> Found:
    if written.kind == "network":
        return read_network(written.path)[1]
    if written.kind in {"rules", "vocabulary"}:
        return read_rules(written.path.parent / "rules.toml" if written.kind == "vocabulary" else written.path)[1]
    folder = written.path.parent
    round_, found = read_round(folder / "round.toml")
    if round_ is None or errors(found):
        return found
    if (round_.rules_name, round_.network_name) == (DEFAULT_RULES, DEFAULT_NETWORK):
        rules, network = default_model()
    else:
        named_rules, named_network, named = read_model_of(folder, round_)
        if named_rules is None or named_network is None:
            return named
        rules, network = named_rules, named_network
    refused = [one for one in intake(round_, rules, network) if isinstance(one, Refused)]
    return (*wrong_names(round_, rules, network), *(one for need in refused for one in need.diagnostics))


@cache
def default_model() -> tuple[RuleSet, Network]:
    """The rule set and the network that a round has when it names none, read once."""
    return load_rules(DEFAULT_RULES), load_network(DEFAULT_NETWORK)


def is_excused(codes: tuple[str, ...], change: Changed, *, knows: bool) -> bool:
    """Whether a schema need not see what loading refuses: nothing but relations, or names it knows nothing of."""
    if codes == (LEFT_OUT[0],):
        return change.where[-1] == LEFT_OUT[1]
    excused = {*BETWEEN}
    # Without a whole section, that of the rule set below may hold.
    if not knows or change.where[0] in DECLARED or len(change.where) == 1:
        excused |= {*NAMES}
    if change.where[0] in DECLARED or (not knows and any(step in FIELDS_SAY for step in change.where)):
        excused |= {*OF_A_FIELD}
    return excused >= {*codes}


def paths(data: object, above: Where = ()) -> Iterator[Where]:
    """Every place in the data."""
    steps = data.items() if isinstance(data, Mapping) else enumerate(data) if isinstance(data, list) else ()
    for step, value in steps:
        yield (*above, step)
        yield from paths(value, (*above, step))


def at(data: Any, where: Where) -> Any:  # noqa: ANN401 -- whatever stands there
    """What stands at a place."""
    for step in where:
        data = data[step]
    return data


def without(data: Data, where: Where) -> Changed:
    """A key taken away."""
    found = copy.deepcopy(data)
    del at(found, where[:-1])[where[-1]]
    return Changed("without", where, found)


def misspelt(data: Data, where: Where) -> Changed:
    """A key with a letter too many, where it stood."""
    found = copy.deepcopy(data)
    table = at(found, where[:-1])
    items = [(f"{key}x" if key == where[-1] else key, value) for key, value in table.items()]
    table.clear()
    table.update(items)
    return Changed("misspelt", where, found)


def replaced(data: Data, where: Where, value: object) -> Changed:
    """Another value in a place."""
    found = copy.deepcopy(data)
    at(found, where[:-1])[where[-1]] = value
    return Changed(f"{value!r} at", where, found)


def changes(data: Data) -> Iterator[Changed]:
    """Every key taken away, every key misspelt, every word misspelt, and in every place one wrong value, each in its turn.

    Of the rows of a list only the first that has a key is changed in it.
    """
    first = {tuple("*" if isinstance(step, int) else step for step in where): where for where in reversed([*paths(data)])}
    for number, where in enumerate(reversed(first.values())):
        if isinstance(where[-1], str):
            yield without(data, where)
            yield misspelt(data, where)
        old = at(data, where)
        if isinstance(old, str):
            yield replaced(data, where, f"{old}x")
        yield replaced(data, where, WRONG[number % len(WRONG)])


def as_toml(data: Mapping[str, object]) -> str:
    """Data as TOML, one line a key."""
    return "".join(f"{json.dumps(key)} = {_inline(value)}\n" for key, value in data.items())


def _inline(value: object) -> str:
    if isinstance(value, Mapping):
        return "{ " + ", ".join(f"{json.dumps(key)} = {_inline(item)}" for key, item in value.items()) + " }"
    if isinstance(value, list):
        return "[" + ", ".join(_inline(item) for item in value) + "]"
    if isinstance(value, bool | str):
        return json.dumps(value)
    return value.isoformat() if isinstance(value, date) else repr(value)
