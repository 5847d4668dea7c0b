"""Findings of the same kind, many times over in one file: the first are told one by one, the rest in number."""

from collections import Counter
from collections.abc import Iterable

from prioritera.diagnostics import Diagnostic, Span

MOST = 50


def few(found: Iterable[Diagnostic], most: int = MOST) -> tuple[Diagnostic, ...]:
    """The findings in order; of those with the same code in the same file the first alone, and then one that says how many more there are.

    >>> again = Diagnostic(code="cell-empty", span=Span("a.csv", 2, 1), params={"key": "title"})
    >>> [(one.code, one.params.get("count", 1)) for one in few([again] * 4, most=2)]
    [('cell-empty', 1), ('cell-empty', 1), ('more-of-the-same', 2)]
    """
    counts: Counter[tuple[str, str]] = Counter()
    last: dict[tuple[str, str], Diagnostic] = {}
    kept = []
    for one in found:
        key = (one.code, one.span.file if one.span is not None else "")
        counts[key] += 1
        last[key] = one
        if counts[key] <= most:
            kept.append(one)
    more = [
        Diagnostic(
            code="more-of-the-same",
            severity=last[key].severity,
            span=Span(key[1]) if key[1] else None,
            params={"code": key[0], "count": count - most},
        )
        for key, count in counts.items()
        if count > most
    ]
    return (*kept, *more)
