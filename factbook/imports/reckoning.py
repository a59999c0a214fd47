"""单元格的识读 for imports: codes, dates and years, each with what was expected when it is not one."""

from __future__ import annotations

import re
from datetime import date
from typing import Final

from factbook.imports.tables import Row
from values.text import fold_width

_DATE: Final = re.compile(r"(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?|(\d{4})(\d{2})(\d{2})")
_EXACT_DIGITS: Final = 15
EARLIEST, LATEST = 2000, 2100


class Unreadable(ValueError):  # noqa: N818 - becomes a LineError
    """What is expected instead."""


def code_of(row: Row, label: str, *, longest: int) -> str:
    """A code as text; '' when blank. Raises Unreadable for one that a spreadsheet has already rounded."""
    text = row.text(label)
    if row.cells[label].kind == "n" if label in row.cells else False:
        digits = text.lstrip("-").replace(".", "")
        if len(digits) > _EXACT_DIGITS or not text.isdigit():
            raise Unreadable(
                f"编码被存成了数字，超过 {_EXACT_DIGITS} 位的末尾已经失真；请把该列设为“文本”格式后重新填写。"
            )
    if len(text) > longest:
        raise Unreadable(f"最多 {longest} 个字，现有 {len(text)} 个。")
    return text


def words_of(row: Row, label: str, *, longest: int = 0, needed: bool = False) -> str:
    """A text. Raises Unreadable when it is needed and blank, or too long."""
    text = row.text(label)
    if needed and not text:
        raise Unreadable("这一列必须填写。")
    if longest and len(text) > longest:
        raise Unreadable(f"最多 {longest} 个字，现有 {len(text)} 个。")
    return text


def date_of(row: Row, label: str) -> date | None:
    """A date (2024-01-01, 2024/1/1, 2024年1月1日, 20240101); None when blank. Raises Unreadable."""
    text = fold_width(row.text(label))
    if not text:
        return None
    match = _DATE.fullmatch("".join(text.split()))
    try:
        if match:
            year, month, day = (int(part) for part in match.groups() if part)
            return date(year, month, day)
    except ValueError:
        pass  # 2024-02-30
    raise Unreadable("应为日期，如 2024-01-01。")


def year_of(row: Row, label: str) -> int:
    """A fiscal year (2024, 2024年, 2024年度). Raises Unreadable."""
    match = re.fullmatch(r"(\d{4})(?:年度?)?", fold_width(row.text(label)))
    if match and EARLIEST <= int(match[1]) <= LATEST:
        return int(match[1])
    raise Unreadable("应为四位年份，如 2024。")
