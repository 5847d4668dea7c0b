"""The hidden sheet of a workbook that says what the workbook was made for."""

import io

from prioritera.reading.extras import need_extra
from prioritera.sheets.grid import Grid
from prioritera.sheets.workbook import cell_text


def hidden_sheet(content: bytes, name: str, title: str) -> Grid | None:
    """A sheet of a title that is not shown to people; None where a workbook has none, or cannot be read.

    Args:
        content: the bytes of the file.
        name: the file as people see it.
        title: the sheet's.

    Raises:
        PrioriteraError: the extra `excel` is not installed.
    """
    calamine = need_extra("python_calamine", "excel")
    try:
        with calamine.CalamineWorkbook.from_filelike(io.BytesIO(content)) as book:
            hidden = [one.name for one in book.sheets_metadata if one.visible != calamine.SheetVisibleEnum.Visible]
            if title not in hidden:
                return None
            rows = book.get_sheet_by_name(title).to_python(skip_empty_area=False)
            return Grid(file=name, sheet=title, rows=[[cell_text(cell) for cell in row] for row in rows])
    except calamine.CalamineError:
        return None
