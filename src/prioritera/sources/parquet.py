"""Needs in Parquet: one row one need."""

import io
from pathlib import PurePosixPath

from prioritera.diagnostics import Faults, Span
from prioritera.model.round import Record
from prioritera.reading.extras import need_extra
from prioritera.sources.apart import EXTRA, MOST_BYTES, MOST_ROWS, unpacked
from prioritera.sources.frames import rows_of

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
    polars = need_extra("polars", EXTRA)
    found = unpacked(content)
    if found.frame:
        return rows_of(polars.read_ipc_stream(io.BytesIO(found.frame)), name, faults, stem=PurePosixPath(name).stem)
    if found.rows:
        faults.add("parquet-too-many-rows", Span(name), rows=found.rows, most=MOST_ROWS)
    elif found.size:
        faults.add("parquet-too-large", Span(name), size=found.size // _MEGABYTE, most=MOST_BYTES // _MEGABYTE)
    else:
        faults.add("parquet-unreadable", Span(name), reason=found.reason)
    return ()
