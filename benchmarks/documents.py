"""文书输出的速度: documents per second of each writer beside LibreOffice, docxtpl and naive use, same content, same run.

    .venv/bin/python benchmarks/documents.py [--rounds 20]

Prints a Markdown table. Times depend on the machine; the ratios are what to look at. What is not installed is left out.
"""

from __future__ import annotations

import argparse
import io
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import fields, is_dataclass, replace
from importlib.util import find_spec
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from documents.tree import Document, Number, Table, Text
from documents.writers import WRITERS
from documents.writers.html import render_html
from documents.writers.pdf import warm
from tests.documents import samples

STATIC = Path(__file__).resolve().parents[1] / "static" / "paper"
OFFICE_BATCH = 10
Measured = tuple[str, str, float]  # document, way, milliseconds


def median_ms(work: Callable[[], Any], rounds: int) -> float:
    """Return the median of `rounds` calls after two that do not count, in milliseconds."""
    times = []
    for number in range(rounds + 2):
        start = time.perf_counter()
        work()
        if number >= 2:
            times.append((time.perf_counter() - start) * 1000)
    return statistics.median(times)


def naive_pdf(document: Document) -> bytes:
    """WeasyPrint as its front page shows it: style sheet in the page, fonts found anew."""
    from weasyprint import HTML  # noqa: PLC0415 - slow import

    page = render_html(document).replace("</head>", f"<style>{(STATIC / 'paper.css').read_text()}</style></head>")
    pdf: bytes = HTML(string=page).write_pdf(presentational_hints=True)
    return pdf


def naive_docx(table: Table) -> bytes:
    """python-docx as its manual shows it: table.cell() and merge()."""
    import docx  # noqa: PLC0415 - slow import

    target = docx.Document()
    made = target.add_table(len(table.rows), len(table.widths))
    for index, row in enumerate(table.rows):
        for cell in row.cells:
            last = made.cell(index + cell.rowspan - 1, cell.column + cell.colspan - 1)
            made.cell(index, cell.column).merge(last).text = cell.content.text
    saved = io.BytesIO()
    target.save(saved)
    return saved.getvalue()


def with_variables(node: Any, values: dict[str, str]) -> Any:
    """Return the tree with every text replaced by a template variable, the texts collected in `values`."""
    if isinstance(node, Text | Number):
        name = f"v{len(values)}"
        values[name] = node.text
        return Text("{{ " + name + " }}")
    if isinstance(node, tuple):
        return tuple(with_variables(child, values) for child in node)
    if is_dataclass(node) and not isinstance(node, type):
        changed = {}
        for field in fields(node):
            value = getattr(node, field.name)
            if field.name == "text" and isinstance(value, str):
                name = f"v{len(values)}"
                values[name] = value
                changed["text"] = "{{ " + name + " }}"
            elif isinstance(value, tuple) or is_dataclass(value):
                changed[field.name] = with_variables(value, values)
        return replace(node, **changed)
    return node


def docxtpl_work(document: Document) -> Callable[[], bytes]:
    """Return a call that fills a template of the same layout with the same texts."""
    from docxtpl import DocxTemplate  # noqa: PLC0415 - slow import

    values: dict[str, str] = {}
    template = WRITERS["docx"](with_variables(document, values))

    def work() -> bytes:
        filled = DocxTemplate(io.BytesIO(template))
        filled.render(values, autoescape=True)
        saved = io.BytesIO()
        filled.save(saved)
        return saved.getvalue()

    return work


def office_ms(document: Document) -> float:
    """Return LibreOffice's milliseconds per document for one batch DOCX → PDF, its start included."""
    with tempfile.TemporaryDirectory() as folder:
        data = WRITERS["docx"](document)
        names = [Path(folder) / f"{number}.docx" for number in range(OFFICE_BATCH)]
        for name in names:
            name.write_bytes(data)
        profile = f"-env:UserInstallation=file://{folder}/profile"
        command = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", f"{folder}/out"]
        subprocess.run([*command, str(names[0])], check=True, capture_output=True)  # makes the profile, does not count
        start = time.perf_counter()
        subprocess.run([*command, *map(str, names)], check=True, capture_output=True)
        return (time.perf_counter() - start) * 1000 / OFFICE_BATCH


def measure(name: str, document: Document, rounds: int) -> Iterator[Measured]:
    """Yield every way to make this document with its time."""
    for kind in ("pdf", "docx", "xlsx"):
        yield name, f"本系统 {kind.upper()}", median_ms(lambda kind=kind: WRITERS[kind](document), rounds)
    yield name, "WeasyPrint 朴素用法 PDF", median_ms(lambda: naive_pdf(document), max(3, rounds // 4))
    if shutil.which("soffice"):
        yield name, f"LibreOffice 批量 {OFFICE_BATCH} 份 DOCX→PDF", office_ms(document)
    if find_spec("docxtpl"):
        yield name, "docxtpl DOCX", median_ms(docxtpl_work(document), rounds)
    for block in document.parts[0].blocks:
        if isinstance(block, Table):
            yield name, "python-docx table.cell() DOCX", median_ms(lambda block=block: naive_docx(block), 3)


def rival(way: str) -> str:
    """Return which of our writers a foreign way is compared with."""
    return "本系统 PDF" if way.endswith("PDF") else "本系统 DOCX"


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=20)
    rounds = parser.parse_args().rounds
    warm()
    print("| 文件 | 方式 | 毫秒/份 | 份/秒 | 本系统同格式快几倍 |\n|---|---|---:|---:|---:|")
    for name, document in (("自评报告", samples.report()), ("自评表", samples.jinzhong())):
        results = list(measure(name, document, rounds))
        ours = {way: ms for _, way, ms in results}
        for _, way, ms in results:
            ratio = "" if way in {"本系统 PDF", "本系统 DOCX", "本系统 XLSX"} else f"{ms / ours[rival(way)]:.1f}"
            print(f"| {name} | {way} | {ms:.1f} | {1000 / ms:.1f} | {ratio} |")


if __name__ == "__main__":
    main()
