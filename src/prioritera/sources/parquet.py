"""Needs in Parquet: one row one need."""

import io
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from prioritera.diagnostics import Faults, Span
from prioritera.model.round import Record
from prioritera.reading.extras import need_extra
from prioritera.sources.frames import EXTRA, rows_of

if TYPE_CHECKING:
    from polars import DataFrame

# A file of a few bytes can say the same row a thousand million times.
MOST_ROWS = 200_000
MOST_BYTES = 2**28
_MEGABYTE = 2**20


def read_parquet(content: bytes, name: str, faults: Faults) -> tuple[Record, ...]:
    """The needs of a Parquet file as records.

    Args:
        content: the bytes of the file.
        name: the file as people see it.
        faults: what is wrong with the file as a whole is noted here; then there are no records.

    Raises:
        PrioriteraError: the extra `dataframes` is not installed.
    """
    frame = _frame(content, name, faults)
    return () if frame is None else rows_of(frame, name, faults, stem=PurePosixPath(name).stem)


def _frame(content: bytes, name: str, faults: Faults) -> "DataFrame | None":
    polars = need_extra("polars", EXTRA)
    try:
        rows = polars.scan_parquet(io.BytesIO(content)).select(polars.len()).collect().item()
        if rows > MOST_ROWS:
            faults.add("parquet-too-many-rows", Span(name), rows=rows, most=MOST_ROWS)
            return None
        frame: DataFrame = polars.read_parquet(io.BytesIO(content))
        # Written as text, for a value that is shared by all rows counts once in the frame.
        texts = frame.select(polars.col(polars.String).str.len_bytes().sum()).row(0) if frame.height else ()
    except (polars.exceptions.PolarsError, polars.exceptions.PanicException, OSError) as error:
        faults.add("parquet-unreadable", Span(name), reason=str(error).split("\n")[0])
        return None
    size = max(sum(texts), int(frame.estimated_size()))
    if size > MOST_BYTES:
        faults.add("parquet-too-large", Span(name), size=size // _MEGABYTE, most=MOST_BYTES // _MEGABYTE)
        return None
    return frame
