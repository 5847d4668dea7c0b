"""Facts about an actor that no rule reads: its county, how many live there, and from when and until when it is as it is written."""

from collections.abc import Collection
from datetime import date, datetime

from prioritera.model.network import Population
from prioritera.reading.cursor import Cursor, shown

# Years that a calendar date can have.
_YEARS = range(1, 10000)


def read_county(cursor: Cursor, counties: Collection[str]) -> str:
    """The code of one of the network's counties, or "" when none is written."""
    county = cursor.text("county", "")
    if county.strip() and county not in counties:
        cursor.unknown("unknown-county", "county", county, tuple(counties))
    return county


def read_population(cursor: Cursor) -> Population | None:
    """How many live there, with the year: `{ persons = 47820, year = 2021 }`; None when not written or noted to be wrong."""
    inner = cursor.table("population")
    if inner is None:
        return None
    persons, year = inner.whole("persons", least=0, required=True), inner.whole("year", least=1, required=True)
    inner.close()
    return None if persons is None or year is None else Population(persons=persons, year=year)


def read_validity(cursor: Cursor) -> tuple[date | int | None, date | int | None]:
    """The first and the last day, or only the year, that the actor has been as it is written; None is not known."""
    begins, ends = _moment(cursor, "valid_from"), _moment(cursor, "valid_to")
    if begins is not None and ends is not None and _first(begins) > _last(ends):
        cursor.fault("actor-days-reversed", "valid_to", first=str(begins), last=str(ends))
    return begins, ends


def _moment(cursor: Cursor, key: str) -> date | int | None:
    value = cursor.raw(key)
    if value is None:
        return None
    if isinstance(value, date) and not isinstance(value, datetime):
        return value
    if type(value) is int and value in _YEARS:
        return value
    cursor.fault("not-a-day-or-year", key, value=shown(value))
    return None


def _first(moment: date | int) -> date:
    return moment if isinstance(moment, date) else date(moment, 1, 1)


def _last(moment: date | int) -> date:
    return moment if isinstance(moment, date) else date(moment, 12, 31)
