"""The pieces that every schema is made of: texts, ids, numbers, labels, words, tables. Each call gives a schema of its own."""

from collections.abc import Collection, Mapping, Sequence

from prioritera.schema.known import Known, Schema

_ID = "[a-z0-9]+(-[a-z0-9]+)*"
# "2/3", "0.5" or "0,5": whatever may be a number as people write it. Loading says which are.
_NUMBER = r"^\s*([0-9]+\s*/\s*[0-9]+|[-+−]?\s?[0-9][0-9\s.,]*)\s*$"


def text() -> Schema:
    """A text that is not blank."""
    return {"type": "string", "pattern": r"\S"}


def ident() -> Schema:
    """An id of a rule file."""
    return {"type": "string", "pattern": f"^{_ID}$"}


def flag() -> Schema:
    """True or false."""
    return {"type": "boolean"}


def always(value: bool) -> Schema:  # noqa: FBT001 -- it is the value itself
    """True, or false, and never the other."""
    return {"type": "boolean", "enum": [value]}


def never() -> Schema:
    """Nothing at all: the key that it stands under is not written."""
    return {"not": {}}


def whole(least: int | None = None, most: int | None = None) -> Schema:
    """A whole number between two bounds, either of which may be open."""
    return {"type": "integer", **_bounds(least, most)}


def number(least: float | None = None, most: float | None = None) -> Schema:
    """A number between two bounds, either of which may be open."""
    return {"type": "number", **_bounds(least, most)}


def _bounds(least: float | None, most: float | None) -> Schema:
    found = {"minimum": least, "maximum": most}
    return {key: bound for key, bound in found.items() if bound is not None}


def share() -> Schema:
    """A share from 0 to 1, as a number or as "2/3"."""
    return either({"type": "string", "pattern": _NUMBER}, number(0, 1))


def step() -> Schema:
    """The least difference that a scale knows: above 0, as a number or as "1/2"."""
    return either({"type": "string", "pattern": _NUMBER}, {"type": "number", "exclusiveMinimum": 0})


def day() -> Schema:
    """A date without a time. JSON has no dates: readers of TOML take the format for one."""
    return {"type": "string", "format": "date"}


def day_or_year() -> Schema:
    """A date without a time, or only the year."""
    return either(day(), whole(1, 9999))


def words(known: Collection[str]) -> Schema:
    """One of the known words; any text where none is known."""
    return {"type": "string", "enum": list(known)} if known else text()


def suggested(known: Collection[str], otherwise: Schema) -> Schema:
    """A text of which some are known and completed; others may be written too."""
    return either(words(known), otherwise) if known else otherwise


def some(item: Schema, *, least: int = 0) -> Schema:
    """One alone, or a list of them: loading takes one text for a list of one."""
    return either(item, listed(item, least=least))


def listed(item: Schema, *, least: int = 0) -> Schema:
    """A list, with at least so many in it."""
    return {"type": "array", "items": item, **({"minItems": least} if least else {})}


def either(*schemas: Schema) -> Schema:
    """Any of these."""
    return {"anyOf": list(schemas)}


def label() -> Schema:
    """A text in both languages, as it is defined once."""
    return ref("label")


def label_defined(known: Known) -> Schema:
    """A text in both languages: a table of two, or one text for both."""
    return either(text(), table(known, "label", {"sv": text(), "en": text()}, required=("sv", "en")))


def table(known: Known, group: str, properties: Mapping[str, Schema], *, required: Sequence[str] = (), **more: object) -> Schema:
    r"""A table with these keys and no others, each described by the words of its group.

    >>> table(Known(language="en"), "label", {"sv": text()})["properties"]
    {'sv': {'description': 'In Swedish.', 'type': 'string', 'pattern': '\\S'}}
    """
    described = {key: {"description": known.say(f"{group}.{key}"), **schema} for key, schema in properties.items()}
    return {**keyed(described, required=required), **more}


def keyed(properties: Mapping[str, Schema], *, required: Sequence[str] = ()) -> Schema:
    """A table with these keys and no others, described already."""
    found: Schema = {"type": "object", "additionalProperties": False, "properties": dict(properties)}
    return {**found, "required": list(required)} if required else found


def named(item: Schema, *, without: Collection[str] = (), least: int = 0) -> Schema:
    """A table of tables, each under an id of its own; some ids mean something else."""
    barred = f"(?!({'|'.join(sorted(without))})$)" if without else ""
    found: Schema = {"type": "object", "additionalProperties": False, "patternProperties": {f"^{barred}{_ID}$": item}}
    return {**found, "minProperties": least} if least else found


def ref(name: str) -> Schema:
    """What is defined once under a name, and used in several places."""
    return {"$ref": f"#/definitions/{name}"}
