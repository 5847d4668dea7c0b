"""Files as data for the laws of the schemas: written as TOML, asked of loading and of a schema, and changed in one place at a time."""

import json
from collections.abc import Iterator, Mapping
from datetime import date, time
from functools import cache
from pathlib import Path

import attrs
import tomli
from jsonschema import Draft7Validator, FormatChecker

from prioritera.diagnostics import Diagnostic, PrioriteraError, Severity
from prioritera.loading.load import load_network, load_rules, read_catalogue, read_model_of, read_network, read_round, read_rules
from prioritera.records.round_names import wrong_names
from prioritera.schema.known import Known
from prioritera.schema.write import schema_of
from prioritera.stages.intake import intake
from prioritera.verify.network import check_network

Path_ = tuple[str | int, ...]

# What loading refuses and JSON Schema cannot say, each with the reason. Whatever else loading refuses, the schema must refuse too.
CANNOT_SAY: Mapping[str, str] = {}


@attrs.frozen(kw_only=True)
class Written:
    """A right file of a kind, in a folder with the files that it is read with. `known` is whose words its schema completes."""

    kind: str
    folder: Path
    name: str
    known: Known

    @property
    def data(self) -> dict[str, object]:
        """What the file holds."""
        return tomli.loads((self.folder / self.name).read_text(encoding="utf-8"))


_V={}
def is_refused_by_schema(kind: str, data: Mapping[str, object], known: Known) -> bool:
    """Whether data does not fit the schema of its kind."""
    k=(kind,id(known))
    if k not in _V: _V[k]=(validator(kind,known),known)
    return not _V[k][0].is_valid(plain(data))


def validator(kind: str, known: Known) -> Draft7Validator:
    schema = schema_of(kind, known)
    Draft7Validator.check_schema(schema)
    return Draft7Validator(schema, format_checker=FormatChecker())


def plain(value: object) -> object:
    """Data as JSON has it: a date is a text."""
    if isinstance(value, Mapping):
        return {key: plain(item) for key, item in value.items()}
    if isinstance(value, list):
        return [plain(item) for item in value]
    return value.isoformat() if isinstance(value, date | time) else value
