"""Tells what openpyxl reads in a sheet, as JSON."""

import datetime
import json
import sys

from openpyxl import load_workbook
from openpyxl.utils.escape import unescape

book = load_workbook(sys.argv[1])
[sheet] = book.worksheets


def told(cell):
    if isinstance(cell.value, datetime.datetime):
        return f"{cell.value.isoformat()} as {cell.number_format}"
    # 'f' would be a formula, 'e' an error.
    assert cell.value is None or cell.data_type == "s", (cell.coordinate, cell.data_type)
    # openpyxl leaves to others what stands for characters that XML has not (ECMA-376, 22.9.2.19).
    return cell.value and unescape(cell.value)


json.dump(
    {
        "name": sheet.title,
        "right_to_left": bool(sheet.sheet_view.rightToLeft),
        "frozen": sheet.freeze_panes,
        "filter": sheet.auto_filter.ref,
        "bold": [cell.font.bold for cell in sheet[1]],
        "widths": {letter: column.width for letter, column in sheet.column_dimensions.items()},
        "rows": [[told(cell) for cell in row] for row in sheet.iter_rows()],
    },
    sys.stdout,
)
