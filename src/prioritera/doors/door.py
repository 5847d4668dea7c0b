"""A door: a method of another library as one of ours. Looked over before anything is handed over, and again when the answer comes back.

The values are those that the rule set gives, from 0 to 1 with more as better and nothing missing, so no library meets a direction, a unit
or a gap. What cannot be handed over, and what an answer cannot be, is an `UnfitError`: then the method gives no order at all.
"""

import math
from collections.abc import Sequence
from functools import partial
from itertools import pairwise

from prioritera.diagnostics import Diagnostic, PrioriteraError
from prioritera.doors.catalogue import DOORS, EXTRA, Kind
from prioritera.doors.libraries import LIBRARIES, Library, quiet
from prioritera.methods.many import Method, Rows, UnfitError, Weights, places
from prioritera.reading.close import closest, shortened
from prioritera.reading.extras import need_extra

BETWEEN = ":"


def is_door(name: str) -> bool:
    """Whether a name is that of a method of another library: of one that there are doors to.

    >>> is_door("pymcdm:SPOTIS"), is_door("topsis")
    (True, False)
    """
    library, mark, _ = name.partition(BETWEEN)
    return bool(mark) and library in LIBRARIES


def door(name: str) -> Method:
    """The method of a name such as "pymcdm:SPOTIS".

    Raises:
        PrioriteraError: the library is not installed, has no such method, or has one that there is no door to.
    """
    ident, _, method = name.partition(BETWEEN)
    library, kinds = LIBRARIES[ident], DOORS[ident]
    with quiet():
        need_extra(ident, EXTRA)
    if method not in kinds:
        raise PrioriteraError([no_door(library, method, tuple(kinds))])
    kind = kinds[method]
    scores = partial(scores_by, library, method, kind)
    return Method(id=name, scores=scores, reverses=kind.reverses, exact=False, library=library.called(), note=kind.note)


def no_door(library: Library, method: str, known: Sequence[str]) -> Diagnostic:
    """Why there is no door to a method: the library has none of that name, or has it and it cannot be asked."""
    with quiet():
        real = library.names()
    if method in real:
        return Diagnostic(code="door-closed", params={"value": method, "library": library.title, "known": tuple(known)})
    params = {"value": method, "library": library.title, "known": shortened(known), "close": closest(method, real)}
    return Diagnostic(code="door-method-unknown", params=params)


def scores_by(library: Library, name: str, kind: Kind, rows: Rows, weights: Weights) -> Sequence[float]:
    """The scores of a method of a library, more is better, each a share of the greatest.

    Raises:
        UnfitError: it cannot be asked of these needs, or what it answers cannot be.
    """
    kept = _kept(kind, rows, weights)
    handed = [tuple(row[at] for at in kept) for row in rows]
    asked = list(dict.fromkeys(handed)) if kind.once else handed
    shares = [weights[at] / sum(weights[at] for at in kept) for at in kept]
    values = [[float(value) for value in row] for row in asked]
    answers = [
        answer
        for told in kind.tried
        for answer in (_ask(library, name, kind, values, shares, told), _ask(library, name, kind, values[::-1], shares, told)[::-1])
    ]
    ranks = [places(answer, exact=False) for answer in answers]
    if any(one != other for one, other in pairwise(ranks)):
        raise UnfitError("unsteady")
    _look_over(asked, ranks[0])
    by_row = dict(zip(asked, answers[0], strict=True))
    return [by_row[row] for row in handed]


def _kept(kind: Kind, rows: Rows, weights: Weights) -> list[int]:
    """The criteria that tell needs apart; a column that is the same all through, or weighs nothing, divides by zero in many methods."""
    columns = list(zip(*rows, strict=True))
    kept = [at for at, column in enumerate(columns) if weights[at] and len(set(column)) > 1]
    if not kept:
        raise UnfitError("nothing-differs")
    zeros = [at for at in kept if not min(columns[at])]
    if kind.positive and zeros:
        raise UnfitError("zeros", zeros)
    return kept


def _ask(
    library: Library, name: str, kind: Kind, values: Sequence[Sequence[float]], shares: Sequence[float], told: object
) -> Sequence[float]:
    """One answer: as many finite numbers as there are needs, turned so that more is better and the greatest is 1."""
    try:
        with quiet():
            found = library.ask(name, kind, values, shares, told)  # type: ignore[arg-type]  # as the catalogue has it
    except PrioriteraError:
        raise
    except Exception as error:
        raise UnfitError("failed") from error
    if len(found) != len(values) or not all(math.isfinite(score) for score in found):
        raise UnfitError("no-number")
    greatest = max(abs(score) for score in found) or 1.0
    return [(score if kind.more else -score) / greatest for score in found]


def _look_over(rows: Sequence[tuple[object, ...]], ranks: Sequence[int]) -> None:
    """Needs that are alike share their place, and none stands behind one that it is as good as in everything."""
    by_row: dict[tuple[object, ...], set[int]] = {}
    for row, rank in zip(rows, ranks, strict=True):
        by_row.setdefault(row, set()).add(rank)
    if any(len(found) > 1 for found in by_row.values()):
        raise UnfitError("alike-apart")
    for one, its in by_row.items():
        for other, others in by_row.items():
            if max(its) > max(others) and all(mine >= theirs for mine, theirs in zip(one, other, strict=True)):  # type: ignore[operator]  # they are fractions
                raise UnfitError("best-behind")
