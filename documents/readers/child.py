"""纸表的子进程: reads one DOCX or XLSX and writes its blocks as JSON on standard output.

{"blocks": [["p", text] | ["t", [width, …], rows, [[text, column, row, across, down], …]], …]} or {"refused": why}.
"""

from __future__ import annotations

import json
import sys
from typing import Any, Final

from documents.readers.confine import Unreadable, check_parts, limit

MOST_ROWS: Final = 400
MOST_COLUMNS: Final = 60
MOST_BLOCKS: Final = 600
LONGEST: Final = 4_000


def answer(path: str) -> dict[str, Any]:
    """What to print."""
    try:
        check_parts(path)
        return {"blocks": _blocks(path)}
    except Unreadable as refusal:
        return {"refused": str(refusal)}
    except MemoryError:
        return {"refused": "读取文件所需的内存超过上限，没有读取。请删去图片和多余的格式后重试。"}
    except Exception:  # noqa: BLE001 - a hostile file may raise anything; whatever it is, the file cannot be read
        return {"refused": "文件已损坏或不规范，读不出来。请用 Word、Excel 或 WPS 另存后再试。"}


def _blocks(path: str) -> list[Any]:
    if path.lower().endswith(".docx"):
        from documents.readers.docx import read_docx as read  # noqa: PLC0415 - only once the limits hold
    else:
        from documents.readers.xlsx import read_xlsx as read  # noqa: PLC0415 - same
    blocks = read(path)
    if len(blocks) > MOST_BLOCKS:
        raise Unreadable(f"文件有{len(blocks)}段和表，超过{MOST_BLOCKS}，请只留下表样本身后再试。")
    return blocks


def main(path: str) -> None:
    """Entry of the child."""
    limit()
    sys.stdout.write(json.dumps(answer(path)))
