"""勾稽的速度: pages and findings per second, and how the time grows with the length of a text.

    python benchmarks/crosscheck_speed.py 文件.txt [更多文件 …] [--times 1,2,4,8] [--repeat 3]

A page is 800 characters, about what a printed page of a report holds. For the growth a text stands 1, 2, 4 and 8 times in one file, so that it
is a paper of as many reports; a check whose time per character stays the same grows in a straight line. The least of several runs counts.
Prints Markdown; without arguments it says how it is called.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from crosschecks.papers import check_dossier
from crosschecks.reports.read import dossier_of
from documents.readers.text import parse_text

PAGE = 800


@dataclass(frozen=True)
class Run:
    """一次: characters, findings, seconds of reading and of checking."""

    characters: int
    findings: int
    reading: float
    checking: float

    @property
    def seconds(self) -> float:
        """Both."""
        return self.reading + self.checking

    @property
    def pages(self) -> float:
        """Printed pages."""
        return self.characters / PAGE


def main() -> None:
    """Read the arguments, run, print the tables."""
    parser = argparse.ArgumentParser(description="勾稽的速度")
    parser.add_argument("texts", nargs="*", type=Path, help="文本文件")
    parser.add_argument("--times", default="1,2,4,8", help="同一文本重复的次数")
    parser.add_argument("--repeat", type=int, default=3, help="每项取几次中最快的")
    if len(sys.argv) == 1:
        parser.print_help()
        return
    given = parser.parse_args()
    texts = {path.name.split("_")[0]: path.read_text(encoding="utf-8") for path in given.texts}
    times = [int(count) for count in given.times.split(",")]
    print("\n".join((*_speeds(texts, given.repeat), "", *_growth(texts, times, given.repeat))))


def measured(text: str, repeat: int) -> Run:
    """The fastest of several runs."""
    return min((_run(text) for _ in range(repeat)), key=lambda run: run.seconds)


def _run(text: str) -> Run:
    started = time.process_time()
    dossier = dossier_of(parse_text(text))
    read = time.process_time()
    findings = check_dossier(dossier)
    return Run(len(text), len(findings), read - started, time.process_time() - read)


def _speeds(texts: dict[str, str], repeat: int) -> Iterable[str]:
    yield "| 文本 | 字数 | 页 | 发现 | 读取毫秒 | 查核毫秒 | 页/秒 | 发现/秒 |"
    yield "|---|---:|---:|---:|---:|---:|---:|---:|"
    for name, text in texts.items():
        run = measured(text, repeat)
        yield (
            f"| {name} | {run.characters} | {run.pages:.1f} | {run.findings} | {run.reading * 1000:.0f} | {run.checking * 1000:.0f} "
            f"| {run.pages / run.seconds:.0f} | {run.findings / run.seconds:.0f} |"
        )


def _growth(texts: dict[str, str], times: Sequence[int], repeat: int) -> Iterable[str]:
    yield "| 文本 | " + " | ".join(f"{count}×（毫秒）" for count in times) + " | 每字用时之比（最长／最短） |"
    yield "|---|" + "---:|" * (len(times) + 1)
    for name, text in texts.items():
        runs = [measured("\n\n".join([text] * count), repeat) for count in times]
        each = [run.seconds / run.characters for run in runs]
        shown = " | ".join(f"{run.seconds * 1000:.0f}" for run in runs)
        yield f"| {name} | {shown} | {each[-1] / each[0]:.2f} |"


if __name__ == "__main__":
    main()
