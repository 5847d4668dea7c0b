"""A book as a file: an Excel workbook, or its first page as CSV, by the name."""

from contextlib import suppress
from pathlib import Path

from prioritera.diagnostics import Faults, Span
from prioritera.workbooks.book import Book
from prioritera.workbooks.comma import to_csv
from prioritera.workbooks.excel import to_excel

SUFFIXES = (".xlsx", ".csv")
_BOM = b"\xef\xbb\xbf"


def book_bytes(book: Book, suffix: str) -> bytes:
    """The bytes of a book as a file of a kind: .xlsx, or .csv for its first page, which Excel opens as UTF-8.

    Raises:
        PrioriteraError: it is to be a workbook, and the extra `excel` is not installed.
    """
    return to_excel(book) if suffix == ".xlsx" else _BOM + to_csv(book.pages[0]).encode()


def write_book(book: Book, path: Path, faults: Faults) -> bool:
    """Write a book to a file; whether it was written. What stood there before stays whole until all of the new is written.

    Args:
        book: its visible pages; a CSV file takes the first.
        path: the file; its suffix says which kind it is.
        faults: where it is noted that it could not be written.

    Raises:
        PrioriteraError: it is to be a workbook, and the extra `excel` is not installed.
    """
    suffix = path.suffix.lower()
    if suffix not in SUFFIXES:
        faults.add("out-file-kind", Span(str(path)), name=str(path), known=SUFFIXES)
        return False
    content = book_bytes(book, suffix)
    part = path.with_name(f".{path.name}.part")
    try:
        part.write_bytes(content)
        part.replace(path)
    except OSError:
        with suppress(OSError):  # that what is half written cannot be taken away is no worse than that it could not be written
            part.unlink(missing_ok=True)
        faults.add("out-file-not-written", Span(str(path)), name=str(path))
        return False
    return True
