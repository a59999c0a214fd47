"""坏表样的耗时: processor seconds until a hostile or merely huge form is refused or understood, in one process without limits.

    .venv/bin/python benchmarks/hostile_forms.py

Prints a Markdown table. Each form stays just below one bound (bytes, words, depth, length of a text) or goes far beyond it.
"""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tests.settings")

import django

from blueprints.marked import LARGEST, MOST, MarkedError, read_marked, words

django.setup()

HEAD = """id: 510999/2025/project-table
name: 项目自评表
title: 标题
subject: project
source: 依据
sections:
- key: goals
  title: 目标
  entries:
  - {ask: text.goal, label: 年度目标}
"""
PARTS = """parts:
- name: 自评表
  nodes:
  - title
  - grid: 24
    rows:
    - cells: [{label: 年度目标, span: 6}, {field: text.goal, span: 18}]
"""
CELLS = "    - cells: [{label: 甲, span: 6}, {field: text.goal, span: 18}]\n"


def below(head: str, piece: Callable[[int], str]) -> str:
    """A form with as many pieces as the reader takes."""
    each = words(read_marked(head + piece(1) + piece(2))) - words(read_marked(head + piece(1)))
    return head + "".join(map(piece, range((MOST - 200) // each)))


def beyond(head: str, piece: Callable[[int], str]) -> str:
    """A form of nearly a megabyte."""
    return head + "".join(map(piece, range((LARGEST - 2000) // len(piece(99_999).encode()))))


def forms() -> dict[str, str]:
    """Name and text."""
    point = "- {{key: k{}, label: 甲, of: 1, rule: {{kind: manual}}}}\n".format
    derived = "- {{key: d{}, label: 甲, value: derived.x}}\n".format
    entry = "- {{key: k{0}, title: 年, entries: [{{ask: text.b{0}, label: 年}}]}}\n".format
    column = "  - {{field: a{}, label: 甲}}\n".format
    table = "tables:\n- records: t\n  label: 甲\n  columns:\n"
    return {
        "网格行，接近上限": below(HEAD + PARTS, lambda _: CELLS),
        "网格行，1 MB": beyond(HEAD + PARTS, lambda _: CELLS),
        "不认识的键，接近上限": below(HEAD + PARTS, "zz{}: 1\n".format),
        "不认识的键，1 MB": beyond(HEAD + PARTS, "zz{}: 1\n".format),
        "分值，接近上限": below(HEAD + PARTS + "points:\n", point),
        "没有的派生数，接近上限": below(HEAD + PARTS + "derived:\n", derived),
        "分节，接近上限": below(HEAD, entry) + PARTS,
        "明细列，接近上限": below(HEAD + PARTS + table, column),
        "缺参数的勾稽，接近上限": below(HEAD + PARTS + "checks:\n", lambda _: "- {rule: S01}\n"),
        "一个格里的位置，1 MB": HEAD + PARTS + f"    - cells: [{{text: '{'{text.goal}' * 1700}', span: 24}}]\n" * 45,
        "重复的键，1 MB": beyond("", lambda _: "id: 1\n"),
        "标签，1 MB": beyond(HEAD, lambda _: "- !!str a\n"),
        "锚点，1 MB": beyond("x:\n", "- &a{} 1\n".format),
        "别名，1 MB": beyond("a: &a 1\nx:\n", lambda _: "- *a\n"),
        "套40万层": "[" * 400_000,
        "10 MB": "a: " + "x" * 10_000_000,
    }


def main() -> None:
    """Print the table."""
    from filings.linting import read_form  # noqa: PLC0415 - needs the apps ready

    print("| 表样 | 处理器秒 | 结果 |\n|---|---:|---|")
    for name, text in forms().items():
        start = time.process_time()
        try:
            _, problems = read_form(text, name="x.yaml")
        except MarkedError:
            problems = []
        told = f"{len(problems)} 处" if problems else "读得懂"
        print(f"| {name} | {time.process_time() - start:.2f} | {told} |", flush=True)


if __name__ == "__main__":
    main()
