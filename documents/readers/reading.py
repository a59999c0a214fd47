"""纸表的读取: checks the file from outside, has the child read it, and gives its blocks back."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any, Final

from documents.readers.gate import PAPER, WORKBOOK, Refused, check_file
from documents.readers.paper import Paper, PaperCell, PaperTable, PaperText

ROOT: Final = Path(__file__).resolve().parents[2]
BOOT: Final = "import sys; sys.path.insert(0, sys.argv[1]); from documents.readers.child import main; main(sys.argv[2])"
WALL_SECONDS: Final = 20
PACKAGES: Final = {package.extension: package for package in (PAPER, WORKBOOK)}


def read_paper(path: Path) -> Paper:
    """Blocks of a .docx or .xlsx. Raises gate.Refused with the reason in Chinese."""
    package = PACKAGES.get(path.suffix.lower())
    if package is None:
        raise Refused(f"只能读 {'、'.join(PACKAGES)} 文件。旧版 .doc、.xls 请先用 Word、Excel 或 WPS 另存。")
    check_file(path, package)
    command = [sys.executable, "-I", "-c", BOOT, str(ROOT), str(path.resolve())]
    try:
        done = subprocess.run(command, capture_output=True, timeout=WALL_SECONDS, check=False, env={})  # noqa: S603 - ours
        found: dict[str, Any] = json.loads(done.stdout)
    except (subprocess.TimeoutExpired, ValueError) as trouble:
        raise Refused("文件读取超时或超出内存，已停止。请删去图片和多余的格式后重试。") from trouble
    if "refused" in found:
        raise Refused(found["refused"])
    return Paper(tuple(_block(block) for block in found["blocks"]))


def _block(block: list[Any]) -> PaperTable | PaperText:
    if block[0] == "p":
        return PaperText(block[1])
    _, widths, height, cells = block
    return PaperTable(tuple(widths), height, tuple(PaperCell(*cell) for cell in cells))
