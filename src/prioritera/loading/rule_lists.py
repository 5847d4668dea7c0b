"""What stands around the criteria: groups, how much must be known, which needs may be compared, and tie-breakers."""

from collections.abc import Collection, Mapping, Sequence
from fractions import Fraction

from prioritera.diagnostics import Faults, Related
from prioritera.loading.rule_layers import Layer, topmost
from prioritera.loading.rule_words import AREA, OUTCOME
from prioritera.loading.structure import check_known, label_or_none
from prioritera.model.criterion import Criterion
from prioritera.model.field import Field, Kind
from prioritera.model.ruleset import Band, NotComparable, TieBreaker
from prioritera.reading.cursor import Cursor
from prioritera.reading.ids import is_rule_id

DESTINATION = "destination"
DEFAULT_LIST_KEY = (AREA, DESTINATION)
LISTS, NOT_COMPARABLE = "lists", "not_comparable"
PREFERENCES = ("more", "less")


def read_bands(layers: Sequence[Layer], faults: Faults) -> tuple[Band, ...]:
    """The groups from the highest down; the lowest begins at 0."""
    section = topmost(layers, "bands")
    if section is None:
        return ()
    before = faults.count
    bands: dict[Fraction, tuple[Band, Cursor]] = {}
    for ident, cursor in _tables_of(section):
        if not is_rule_id(ident):
            faults.add("bad-id", section.at_key(ident), key=ident, value=ident)
        least = cursor.share("least", Fraction(0))
        is_whole = cursor.has("least")
        if not is_whole:
            faults.add("missing-key", cursor.here, key="least")
        band = Band(id=ident, least=least, label=label_or_none(cursor, "label"))
        cursor.close()
        if is_whole and least in bands:
            first = bands[least][1]
            faults.add("bands-alike", cursor.at("least"), value=str(least), related=(Related(span=first.at("least"), role="first"),))
        if is_whole:
            bands[least] = (band, cursor)
    if faults.count == before and Fraction(0) not in bands:
        faults.add("bands-from-zero", section.here)
    return tuple(bands[least][0] for least in sorted(bands, reverse=True))


def _tables_of(section: Cursor) -> list[tuple[str, Cursor]]:
    found = [(key, section.table(key)) for key in section.data]
    return [(key, cursor) for key, cursor in found if cursor is not None]


def read_missing(layers: Sequence[Layer]) -> tuple[Fraction, Fraction, str]:
    """The least share of criteria that must be known, the share of unknown above which leaving out is proposed, and their status."""
    section = topmost(layers, "missing")
    if section is None:
        return Fraction(0), Fraction(1), ""
    shares = section.share("min_known", Fraction(0)), section.share("propose_leaving_out_above", Fraction(1))
    status = section.text("status", "")
    section.close()
    return *shares, status


def read_list_key(layers: Sequence[Layer], fields: Mapping[str, Field], declared: Collection[str]) -> tuple[str, ...]:
    """What must be equal for two needs to be compared: area, outcome, destination, or a field that is a choice or a flag."""
    section = topmost(layers, LISTS)
    if section is None:
        return DEFAULT_LIST_KEY
    key = section.texts("key", DEFAULT_LIST_KEY)
    section.has(NOT_COMPARABLE)
    known = (AREA, OUTCOME, DESTINATION, *_able(fields))
    check_known(section, "key", "unknown-list-key", key, (*known, *(name for name in declared if name not in fields)))
    section.close()
    return key


def _able(fields: Mapping[str, Field]) -> list[str]:
    """The fields that can tell lists apart: choices and flags."""
    return [name for name, field in fields.items() if field.kind in {Kind.CHOICE, Kind.FLAG} and name not in {AREA, OUTCOME}]


def read_not_comparable(
    layers: Sequence[Layer], fields: Mapping[str, Field], list_key: Sequence[str], declared: Collection[str]
) -> NotComparable | None:
    """What needs may not be compared across, from the uppermost layer that says so: a rule set that extends another cannot take it away.

    Lists that would hold needs which differ in it are an error, with the ground.
    """
    sections = [section for layer in layers if layer.main.has(LISTS) and (section := layer.main.table(LISTS)) is not None]
    found = [section for section in sections if section.has(NOT_COMPARABLE)]
    cursor = found[-1].table(NOT_COMPARABLE) if found else None
    if cursor is None:
        return None
    before = cursor.faults.count
    by, source, status = cursor.text("by"), cursor.text("source", ""), cursor.text("status", "")
    because = label_or_none(cursor, "because", required=True)
    cursor.close()
    if by and by not in declared:
        check_known(cursor, "by", "unknown-list-key", (by,), (AREA, *_able(fields)))
    if because is None or cursor.faults.count != before:
        return None
    barred = NotComparable(by=by, because=because, source=source, status=status, span=cursor.here)
    if by not in list_key:
        at = sections[-1].at("key") if sections[-1].has("key") else sections[-1].here
        related = (Related(span=cursor.here, role="not-comparable"),)
        cursor.faults.add("lists-across", at, related=related, across=by, **barred.grounds)
    return barred


def read_tie_breakers(
    layers: Sequence[Layer], fields: Mapping[str, Field], criteria: Sequence[Criterion], declared: Collection[str]
) -> tuple[TieBreaker, ...]:
    """The named ways to tell equal scores apart, in the order they are asked. `declared` are fields and criteria that were faulty."""
    found = [layer.main for layer in layers if layer.main.has("tie_breakers")]
    if not found:
        return ()
    by_id = {criterion.id: criterion for criterion in criteria}
    breakers = [_tie_breaker(cursor, fields, by_id, declared) for cursor in found[-1].tables("tie_breakers")]
    return tuple(breaker for breaker in breakers if breaker is not None)


def read_classes(layers: Sequence[Layer], fields: Mapping[str, Field], declared: Collection[str]) -> TieBreaker | None:
    """The field whose words come before any score; None where there is none. `declared` are fields that were faulty."""
    section = topmost(layers, "classes")
    if section is None:
        return None
    before = section.faults.count
    prefer = section.choice("prefer", PREFERENCES, PREFERENCES[0])
    name = section.text("field")
    section.close()
    if name and name not in declared:
        _check_order(section, "field", name, fields, {})
    return None if section.faults.count != before else TieBreaker(field=name, prefer=prefer, span=section.here)


def _tie_breaker(
    cursor: Cursor, fields: Mapping[str, Field], criteria: Mapping[str, Criterion], declared: Collection[str]
) -> TieBreaker | None:
    before = cursor.faults.count
    prefer = cursor.choice("prefer", PREFERENCES, PREFERENCES[0])
    written = [key for key in ("field", "criterion") if cursor.has(key)]
    if len(written) != 1:
        cursor.faults.add("not-one-tie-breaker", cursor.here)
        return None
    (key,) = written
    name = cursor.text(key)
    cursor.close()
    if name not in declared:
        _check_order(cursor, key, name, fields, criteria)
    return None if cursor.faults.count != before else TieBreaker(**{key: name}, prefer=prefer, span=cursor.here)


def _check_order(cursor: Cursor, key: str, name: str, fields: Mapping[str, Field], criteria: Mapping[str, Criterion]) -> None:
    """Note a tie-breaker that is not known, or that has no order or no bounds."""
    if key == "criterion" and name in criteria:
        criterion = criteria[name]
        if criterion.low is None or criterion.high is None:
            cursor.fault("tie-breaker-unbounded", key, value=name)
    elif key == "criterion":
        cursor.unknown("unknown-criterion", key, name, tuple(criteria))
    elif name not in fields:
        cursor.unknown("unknown-field", key, name, tuple(fields))
    elif fields[name].kind is Kind.SET or (fields[name].kind is Kind.CHOICE and not fields[name].ordered):
        cursor.fault("tie-breaker-unordered", key, value=name)
