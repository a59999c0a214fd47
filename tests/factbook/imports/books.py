"""工作簿样例: workbooks made with openpyxl, and hostile ones made by hand."""

from __future__ import annotations

import io
import zipfile

from openpyxl import Workbook

PROJECTS = ["单位代码", "项目编码", "项目名称", "项目属性", "项目期起", "项目期止", "上级项目编码"]
TARGETS = ["项目编码", "年度", "一级指标", "二级指标", "三级指标", "指标性质", "指标值", "度量单位", "权重"]


def book(path, projects=None, targets=None, *, headers=(PROJECTS, TARGETS)):
    """A workbook of two sheets, rows as given."""
    made = Workbook()
    made.remove(made.active)
    for name, header, rows in (("项目", headers[0], projects), ("绩效指标", headers[1], targets)):
        if rows is not None:
            sheet = made.create_sheet(name)
            for row in [header, *rows]:
                sheet.append(row)
    if not made.worksheets:
        made.create_sheet("Sheet1").append(["无关"])
    made.save(path)
    return path


def honest_parts():
    """The parts of a small honest workbook."""
    out = io.BytesIO()
    made = Workbook()
    made.active.title = "项目"
    made.active.append(PROJECTS)
    made.save(out)
    with zipfile.ZipFile(out) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def packed(path, parts, *, change=None):
    """A ZIP of parts; `change` may alter each entry's ZipInfo."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            entry = zipfile.ZipInfo(name)
            entry.compress_type = zipfile.ZIP_DEFLATED
            if change:
                change(entry)
            archive.writestr(entry, data)
    return path


def with_sheet(path, xml):
    """A workbook whose only sheet is this XML."""
    return packed(path, {**honest_parts(), "xl/worksheets/sheet1.xml": xml})


MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
