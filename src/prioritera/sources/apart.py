"""Parquet unpacked by a process of its own: what is damaged in just the wrong way makes the library end the process that reads it.

The process is given the bytes of the file, and gives back a line of JSON and, if all went well, the same frame as an Arrow stream.
"""

import io
import json
import subprocess
import sys
from typing import Any, BinaryIO

import attrs

from prioritera.reading.extras import need_extra

EXTRA = "dataframes"
# A file of a few bytes can say the same row a thousand million times.
MOST_ROWS = 200_000
MOST_BYTES = 2**28
LONGEST_SECONDS = 120
_BEGIN = "import json, sys; sys.path[:] = json.loads(sys.argv[1]); from prioritera.sources.apart import answer; answer()"


@attrs.frozen(kw_only=True)
class Unpacked:
    """What came of a file: the frame as an Arrow stream, or how many rows or bytes it has where that is too many, or why it is none."""

    frame: bytes = b""
    rows: int = 0
    size: int = 0
    reason: str = ""


def unpacked(content: bytes, program: str = sys.executable) -> Unpacked:
    """What another process makes of the bytes of a Parquet file; a process that ends before it answers could not read it."""
    words = [program, "-c", _BEGIN, json.dumps(sys.path)]
    try:
        done = subprocess.run(words, input=content, capture_output=True, timeout=LONGEST_SECONDS, check=True)  # noqa: S603 -- our own words
    except (subprocess.SubprocessError, OSError):
        return Unpacked(reason="Parquet")
    head, _, frame = done.stdout.partition(b"\n")
    return Unpacked(**json.loads(head), frame=frame)


def answer(asked: BinaryIO | None = None, told: BinaryIO | None = None) -> None:
    """Unpack the bytes that are asked about, and tell what came of it."""
    head, frame = _read((asked or sys.stdin.buffer).read())
    (told or sys.stdout.buffer).write(json.dumps(head).encode() + b"\n" + frame)


def _read(content: bytes) -> tuple[dict[str, Any], bytes]:
    polars = need_extra("polars", EXTRA)
    try:
        rows = polars.scan_parquet(io.BytesIO(content)).select(polars.len()).collect().item()
        if rows > MOST_ROWS:
            return {"rows": rows}, b""
        frame = polars.read_parquet(io.BytesIO(content))
        # Written as text, for a value that is shared by all rows counts once in the frame.
        texts = frame.select(polars.col(polars.String).str.len_bytes().sum()).row(0) if frame.height else ()
    except (polars.exceptions.PolarsError, polars.exceptions.PanicException, OSError) as error:
        return {"reason": str(error).split("\n")[0]}, b""
    size = max(sum(texts), int(frame.estimated_size()))
    if size > MOST_BYTES:
        return {"size": size}, b""
    out = io.BytesIO()
    frame.write_ipc_stream(out)
    return {}, out.getvalue()
