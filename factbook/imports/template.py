"""导入模板: an empty workbook with headers, choices and one sheet of guidance."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING, Final

from factbook.imports.tables import PROJECTS, TARGETS, Table

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

ROWS: Final = 5000  # with choices
GUIDANCE: Final = (
    "一、“项目”表登记项目，“绩效指标”表登记各项目各年度的绩效目标；只用其中一张也可以，请勿改动工作表名称和表头。",
    "二、标 * 的列必须填写。代码、编码一律按文本填写，前面的 0 不要丢。",
    "三、日期写成 2024-01-01；年度写成 2024；权重填 0 至 100 的数字，不带“分”。",
    "四、指标值按下达的绩效目标原文填写，可以是数字，也可以是文字，如“应保尽保”。",
    "五、系统中已有的项目按“单位代码+项目编码”对应，已有的指标按项目、年度和一、二、三级指标名称对应；空白格不改动已有内容。",
    "六、上传后先显示将新增和修改的内容，确认后才写入；有一处错误则全部不写入。",
)


def template_workbook() -> bytes:
    """The workbook as .xlsx bytes."""
    from openpyxl import Workbook  # noqa: PLC0415 - slow import

    book = Workbook()
    notes = book.active
    assert notes is not None  # noqa: S101 - a new workbook has one sheet
    notes.title = "填写说明"
    notes.column_dimensions["A"].width = 110
    for number, line in enumerate(GUIDANCE, start=1):
        notes.cell(number, 1, line)
    for table in (PROJECTS, TARGETS):
        _lay_out(book.create_sheet(table.name), table)
    book.active = 1
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def _lay_out(sheet: Worksheet, table: Table) -> None:
    from openpyxl.styles import Alignment, Font, PatternFill  # noqa: PLC0415 - slow import
    from openpyxl.utils import get_column_letter  # noqa: PLC0415 - slow import
    from openpyxl.worksheet.datavalidation import DataValidation  # noqa: PLC0415 - slow import

    for place, column in enumerate(table.columns, start=1):
        letter = get_column_letter(place)
        head = sheet.cell(1, place, f"{column.label}*" if column.needed else column.label)
        head.font, head.fill = Font(bold=True), PatternFill("solid", fgColor="E7EEF7")
        head.alignment = Alignment(horizontal="center")
        sheet.column_dimensions[letter].width = column.width
        # Every column is text: codes keep their zeros and a target like 1/2 does not become a date.
        sheet.column_dimensions[letter].number_format = "@"
        if column.choices:
            offered = DataValidation(type="list", formula1=f'"{",".join(column.choices)}"', allow_blank=True)
            offered.showErrorMessage = False  # offered, not forced: a locality may have its own words
            offered.add(f"{letter}2:{letter}{ROWS + 1}")
            sheet.add_data_validation(offered)
    sheet.freeze_panes = "A2"
