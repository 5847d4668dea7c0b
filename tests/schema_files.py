"""Files as data for the laws of the schemas: changed in one place at a time, and asked of loading and of a schema alike."""

import copy
import json
import random
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date, time
from functools import cache, cached_property
from itertools import pairwise
from pathlib import Path
from typing import Any

import attrs
import tomli
from jsonschema import Draft7Validator, FormatChecker  # type: ignore[import-untyped]  # it comes without types

from prioritera.diagnostics import Diagnostic, Severity
from prioritera.loading.load import load_network, load_rules, read_model_of, read_network, read_round, read_rules
from prioritera.loading.rounds import DEFAULT_NETWORK, DEFAULT_RULES
from prioritera.loading.shipped import shipped
from prioritera.model.need import Refused
from prioritera.model.network import Network
from prioritera.model.ruleset import RuleSet
from prioritera.records.by_hand import wrong_overrides
from prioritera.records.round_names import wrong_names
from prioritera.schema.known import Known
from prioritera.schema.write import schema_of
from prioritera.stages.intake import intake
from schema_excuses import BETWEEN, DECLARED, FIELDS_SAY, LEFT_OUT, LEFT_TO_BELOW, NAMES, OF_A_FIELD

Where = tuple[str | int, ...]
Data = dict[str, Any]
Found = tuple[Diagnostic, ...]
Fits = Callable[[Mapping[str, object]], bool]

WRONG: tuple[object, ...] = (True, 3, 1.5, "zz", [], {}, ["zz"], [3], -1, "")


@attrs.frozen(kw_only=True)
class Written:
    """A right file of a kind, in a folder with the files that it is read with. `known` is whose words its schema completes."""

    kind: str
    path: Path
    known: Known

    @cached_property
    def text(self) -> str:
        """The file as it is written."""
        return self.path.read_text(encoding="utf-8")

    @cached_property
    def data(self) -> Data:
        """What the file holds. Changes are made in copies of it."""
        return tomli.loads(self.text)

    @cached_property
    def fits_known(self) -> Fits:
        """Whether data fits the schema that knows what is known."""
        return fits(self.kind, self.known)


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


@cache
def fits_grammar(kind: str) -> Fits:
    """Whether data fits the schema of a kind that knows nothing."""
    return fits(kind, Known(language="en"))


def fits(kind: str, known: Known) -> Fits:
    """Whether data fits the schema of a kind."""
    schema = schema_of(kind, known)
    Draft7Validator.check_schema(schema)
    return fits_schema(schema)


def fits_schema(schema: Mapping[str, object]) -> Fits:
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
    text = written.text
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
    if round_.rules_names == (DEFAULT_RULES,) and round_.network_name in shipped():
        rules, network = model_with(round_.network_name)
    else:
        named_rules, named_network, named = read_model_of(folder, round_)
        if named_rules is None or named_network is None:
            return named
        rules, network = named_rules, named_network
    refused = [one for one in intake(round_, rules, network) if isinstance(one, Refused)]
    said = (*wrong_names(round_, rules, network), *wrong_overrides(round_, rules, round_.decided_on))
    return (*said, *(one for need in refused for one in need.diagnostics))


def default_model() -> tuple[RuleSet, Network]:
    """The rule set and the network that a round has when it names none, read once."""
    return model_with(DEFAULT_NETWORK)


@cache
def model_with(network: str) -> tuple[RuleSet, Network]:
    """The default rule set with a network that comes with prioritera, read once."""
    return load_rules(DEFAULT_RULES), load_network(network)


def is_excused(codes: tuple[str, ...], change: Changed, *, knows: bool) -> bool:
    """Whether a schema need not see what loading refuses: nothing but relations, or names it knows nothing of."""
    excused = {*BETWEEN}
    # Without a whole section, that of the rule set below may hold.
    if not knows or change.where[0] in DECLARED or len(change.where) == 1:
        excused |= {*NAMES}
    if change.where[0] in DECLARED or (not knows and any(step in FIELDS_SAY for step in change.where)):
        excused |= {*OF_A_FIELD}
    is_below = not knows and change.where[0] == LEFT_TO_BELOW and "extends" in change.data["ruleset"]
    if is_below or change.where[-1] == LEFT_OUT[1]:
        excused |= {LEFT_OUT[0]}
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


def spread(found: Iterable[Changed], most: int) -> list[Changed]:
    """So many of the changes at most, the same ones every time: from stretches of the same length one each, drawn."""
    changed = list(found)
    draws = random.Random(len(changed))  # noqa: S311 -- nothing secret
    ends = [len(changed) * number // most for number in range(most + 1)]
    return changed if len(changed) <= most else [changed[draws.randrange(start, end)] for start, end in pairwise(ends)]


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
