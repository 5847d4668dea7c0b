"""The line of a file that a finding is about, with marks under the place: as much of it as a screen holds.

A place and the text of its file come in; a few plain lines go out. Nothing in the file is obeyed, whatever characters it holds.
"""

from collections.abc import Iterator
from functools import lru_cache
from itertools import accumulate

import attrs

from prioritera.diagnostics import Span
from prioritera.privacy.mask import veiled
from prioritera.report.width import clusters, plain, width

# How wide a tab is shown: where it would end on another screen nobody knows.
_TAB = " " * 4
_LEAST_NUMBER = 4
_LEAST_ROOM = 8
_CUT = "…"
_NEAR = 500
MARK = "^"


@attrs.frozen
class Excerpt:
    """A line as it is shown: its number, the text, where the marks begin and how many they are, all in columns from 0.

    `after` is the next line, of a header in double brackets: that alone does not say which of many it is.
    """

    number: int
    text: str
    start: int
    marks: int
    after: str = ""

    def lines(self) -> tuple[str, ...]:
        r"""An empty line of the margin, the line with its number, the marks under it, and the line after it if there is one to show.

        >>> print(*Excerpt(14, 'size = "hihg"', 7, 6).lines(), sep="\n")
             |
          14 | size = "hihg"
             |        ^^^^^^
        """
        gutter = _gutter(self.number + 1)
        empty = f"{' ' * gutter} |"
        after = (f"{self.number + 1:>{gutter}} | {self.after}",) if self.after else ()
        return empty, f"{self.number:>{gutter}} | {self.text}".rstrip(), f"{empty} {' ' * self.start}{MARK * self.marks}", *after


def excerpt(span: Span, text: str, *, columns: int) -> Excerpt | None:
    """The line of a place, cut around the place to fit a screen.

    Args:
        span: a place in the text; one that goes over several lines is marked to the end of its first.
        text: the whole file, without a byte order mark.
        columns: the width that no line exceeds.

    Returns:
        None when the text has no such line: then the file has changed.

    >>> found = excerpt(Span("a.toml", 1, 8, end=(1, 14)), 'size = "hihg"', columns=80)
    >>> found.start, found.marks
    (7, 6)
    """
    lines = _lines(text)
    if span.line > len(lines):
        return None
    # Of a very long line only what is near the place is looked at.
    begin = max(span.column - 1 - _NEAR, 0)
    whole = _without_people(lines, span.line - 1, begin).rstrip("\r")
    line = whole[begin : begin + 2 * _NEAR]
    start = width(_shown(whole[begin : span.column - 1]))
    stop = width(_shown(whole[begin : _last(span, whole)][: 2 * _NEAR]))
    room = max(columns - _gutter(span.line + 1) - len(" | "), _LEAST_ROOM)
    shown = _shown(line)
    left = _left(start, width(shown), room)
    after = _without_people(lines, span.line, 0)[:_NEAR].rstrip("\r") if whole.lstrip().startswith("[[") and span.line < len(lines) else ""
    return Excerpt(
        number=span.line,
        text=_window(shown, left, room),
        start=start - left,
        marks=max(min(stop, left + room) - start, 1),
        after=_window(_shown(after), 0, room).rstrip(),
    )


def _gutter(number: int) -> int:
    return max(len(str(number)), _LEAST_NUMBER)


@lru_cache(maxsize=4)
def _lines(text: str) -> tuple[str, ...]:
    """The lines of a text as the readers of files count them: a line feed ends one. Many findings are about few files."""
    return tuple(text.split("\n"))


def _without_people(lines: tuple[str, ...], index: int, begin: int) -> str:
    """A line with dots for people's data near a place; what is split over two lines is found too."""
    line = lines[index]
    first, last = max(begin - _NEAR, 0), begin + 3 * _NEAR
    before = lines[index - 1][-_NEAR:] if index and not first else ""
    after = lines[index + 1][:_NEAR] if index + 1 < len(lines) and last >= len(line) else ""
    near = line[first:last]
    shown = veiled(f"{before}\n{near}\n{after}")[len(before) + 1 :][: len(near)]
    return f"{line[:first]}{shown}{line[last:]}"


def _last(span: Span, line: str) -> int:
    """How many characters of the line there are up to where the marks end."""
    if span.end is None:
        return span.column
    return span.end[1] - 1 if span.end[0] == span.line else len(line)


def _shown(line: str) -> str:
    return plain(line.replace("\t", _TAB))


def _left(start: int, whole: int, room: int) -> int:
    """The first column that is shown: 0 where the line fits; otherwise so that the place has a third of the room before it."""
    at_end = max(start + 1, whole)
    return 0 if at_end <= room else max(min(start - room // 3, at_end - room), 0)


def _window(text: str, left: int, room: int) -> str:
    """The columns of a text from `left` on, with a sign where something is cut away. A wide character that is cut through is left out."""
    found = list(clusters(text))
    starts = list(accumulate((wide for _, wide in found), initial=0))
    cut_before, cut_after = left > 0, starts[-1] > left + room
    first, last = left + cut_before, left + room - cut_after
    inside = "".join(_inside(found, starts, first, last))
    return f"{_CUT if cut_before else ''}{inside}{_CUT if cut_after else ''}"


def _inside(found: list[tuple[str, int]], starts: list[int], first: int, last: int) -> Iterator[str]:
    for (cluster, wide), start in zip(found, starts, strict=False):
        if first <= start and start + wide <= last:
            yield cluster
        elif start < last and first < start + wide:
            yield " " * (min(start + wide, last) - max(start, first))
