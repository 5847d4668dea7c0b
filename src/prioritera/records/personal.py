"""People's data in the records of a round: what holds any is stopped, or read with a mask in its place, as the round has chosen.

A round with unread records comes in and one without people's data goes out, so that nothing that is made of it can hold any.
"""

from collections.abc import Iterator, Mapping, Sequence

import attrs

from prioritera.diagnostics import Diagnostic, Parameter, Severity, Span
from prioritera.model.round import MASK, Record, Round
from prioritera.privacy.find import NUMBER, Find, find, is_suspect, names_in
from prioritera.privacy.known import known
from prioritera.privacy.mask import mask, told
from prioritera.reading.place import NoFile, Path
from prioritera.records.people_in_comments import masked_comments
from prioritera.records.people_in_decisions import masked_decisions
from prioritera.records.people_in_labels import masked_labels

STOPPED, MASKED = "personal-data", "personal-data-masked"
# A whole number with fewer digits is no personal identity number.
_LEAST_NUMBER = 10**9


def guarded(round_: Round) -> Round:
    """The round without people's data in its records; a round that has none is the same round.

    Returns:
        Each record that holds any: under "stop" one that will be set aside, with what of it is nobody's data and a fault at each place;
        under "mask" the record with a word in the place of each find, and a note at each place among the faults of the round. A row of the
        analyst's sheets that is stopped is left out, and the fault is the round's. Comments of step two, what people wrote of decisions
        and answers, and the texts of the round and its catalogues are masked. Done twice it is done once.
    """
    choice = round_.personal_data
    round_, in_labels = masked_labels(round_)
    round_, in_decisions = masked_decisions(round_)
    in_decisions = (*in_labels, *in_decisions)
    records = [_guarded(record, number, choice) for number, record in enumerate(round_.records, start=1)]
    analyst = [_guarded(record, number, choice) for number, record in enumerate(round_.analyst, start=1)]
    checks, in_checks = masked_comments(round_.checks, choice)
    missed, in_missed = masked_comments(round_.missed, choice)
    before = (*round_.records, *round_.analyst)
    is_clean = all(clean is record for (clean, _), record in zip((*records, *analyst), before, strict=True))
    if is_clean and not in_checks and not in_missed and not in_decisions:
        return round_
    stopped = [fault for record, _ in analyst if is_stopped(record) for fault in record.faults]
    noted = [note for _, notes in (*records, *analyst) for note in notes]
    return attrs.evolve(
        round_,
        records=[record for record, _ in records],
        analyst=[record for record, _ in analyst if not is_stopped(record)],
        checks=checks,
        missed=missed,
        faults=(*round_.faults, *stopped, *noted, *in_checks, *in_missed, *in_decisions),
    )


def is_stopped(record: Record) -> bool:
    """Whether people's data was found in a record, which therefore is not read."""
    return any(fault.code == STOPPED for fault in record.faults)


def _guarded(record: Record, number: int, choice: str) -> tuple[Record, tuple[Diagnostic, ...]]:
    quick: list[str] = []
    _gather(record.data, quick)
    if record.more:
        _gather(record.more, quick)
    # A letter between, so that digits of two texts are not taken together.
    if not is_suspect("\na\n".join(quick)) or not any(find(text) for text in quick):
        return record, ()
    texts = [*_texts(record.data, ()), *_texts(record.more, ())]
    names = frozenset[str]().union(*(names_in(text) for _, text in texts))
    start = record.path or ((number,) if isinstance(record.place, NoFile) else ())
    found = [(record.place.value((*start, *path)), finds) for path, text in texts if (finds := find(text, names=names))]
    if choice == MASK:
        masked = attrs.evolve(record, data=_masked(record.data, names), more=_masked(record.more, names))
        return masked, _noted(found, MASKED, Severity.NOTE)
    clean = {key: value for key, value in record.data.items() if not any(find(text, names=names) for _, text in _texts({key: value}, ()))}
    kept = [_nameless(fault, names) for fault in record.faults]
    return attrs.evolve(record, data=clean, more={}, faults=[*kept, *_noted(found, STOPPED, Severity.ERROR)]), ()


def _gather(value: object, texts: list[str]) -> None:
    """The texts of plain data, without their paths: most records hold nothing, and are asked no more."""
    if isinstance(value, str):
        texts.append(value)
    elif isinstance(value, Mapping):
        texts.extend(value)
        for item in value.values():
            _gather(item, texts)
    elif isinstance(value, list | tuple):
        for item in value:
            _gather(item, texts)
    elif type(value) is int and value >= _LEAST_NUMBER:
        texts.append(_written(value))


def _texts(value: object, path: Path) -> Iterator[tuple[Path, str]]:
    """Every text of plain data with the path to it; a key with the path to what it stands in, and a long whole number as it is written."""
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, Mapping):
        for key, item in value.items():
            yield path, key
            yield from _texts(item, (*path, key))
    elif isinstance(value, list | tuple):
        for index, item in enumerate(value):
            yield from _texts(item, (*path, index))
    elif type(value) is int and value >= _LEAST_NUMBER:
        yield path, _written(value)


def _written(value: int) -> str:
    # What has more digits than a century and a number is none; Python may refuse to write it out.
    return str(value) if value < _LEAST_NUMBER * 10_000 else ""


def _masked(value: object, names: frozenset[str]) -> object:
    """Plain data with a mask in the place of each find."""
    if isinstance(value, str):
        return mask(value, find(value, names=names))
    if isinstance(value, Mapping):
        return {_masked(key, names): _masked(item, names) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_masked(item, names) for item in value]
    if type(value) is int and value >= _LEAST_NUMBER and find(_written(value)):
        return known().masks[NUMBER]
    return value


def _noted(found: Sequence[tuple[Span, tuple[Find, ...]]], code: str, severity: Severity) -> tuple[Diagnostic, ...]:
    """One finding a place."""
    by_place: dict[Span, list[Find]] = {}
    for span, finds in found:
        by_place.setdefault(span, []).extend(finds)
    return tuple(Diagnostic(code=code, severity=severity, span=span, params={"found": told(finds)}) for span, finds in by_place.items())


def _nameless(fault: Diagnostic, names: frozenset[str]) -> Diagnostic:
    """A finding of the record's file without the names that were found elsewhere in the record."""

    def clean(value: Parameter) -> Parameter:
        if isinstance(value, tuple):
            return tuple(mask(item, find(item, names=names)) for item in value)
        return mask(value, find(value, names=names)) if isinstance(value, str) else value

    return attrs.evolve(fault, params={name: clean(value) for name, value in fault.params.items()})
