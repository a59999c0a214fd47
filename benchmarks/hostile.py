"""恶意文件的耗时: seconds and memory until each file of the hostile corpus is refused, class by class, through the one door.

    .venv/bin/python benchmarks/hostile.py

Prints a Markdown table. Every file is read as a page would have it read: `read_paper` in a process that only waits, the child under its
limits. Seconds are wall seconds of the slowest file of a class, start of the child included; memory is the largest child's.
"""

from __future__ import annotations

import json
import os
import resource
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from documents.readers.reading import read_paper
from documents.readers.refused import Refused
from tests.documents.corpus.benign import BENIGN
from tests.documents.corpus.hostile import HOSTILE


@dataclass(frozen=True)
class Taken:
    """耗用 of one file: wall seconds, processor seconds of the child and of who asked, the child's memory in MB."""

    title: str
    refused: bool
    seconds: float
    child: float
    asking: float
    memory: int


def measured(title: str, name: str, build: Callable[[], bytes], folder: Path) -> Taken:
    """Read one file in a process of its own, whose only child is the reader."""
    path = folder / "upload"
    path.write_bytes(build())
    out, into = os.pipe()
    if os.fork() == 0:
        os.write(into, json.dumps(_read(path, name)).encode())
        os._exit(0)
    os.close(into)
    with os.fdopen(out, "rb") as told:
        return Taken(title, **json.loads(told.read()))


def _read(path: Path, name: str) -> dict[str, object]:
    start, own = time.perf_counter(), time.process_time()
    try:
        read_paper(path, name=name)
        refused = False
    except Refused:
        refused = True
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return {
        "refused": refused,
        "seconds": time.perf_counter() - start,
        "child": used.ru_utime + used.ru_stime,
        "asking": time.process_time() - own,
        "memory": used.ru_maxrss // 1024,
    }


def line(kind: str, taken: Iterable[Taken], *, hostile: bool = True) -> str:
    """A row of the table."""
    files = list(taken)
    slowest = max(files, key=lambda one: one.seconds)
    right = sum(one.refused == hostile for one in files)
    memory, asking = max(one.memory for one in files), max(one.asking for one in files)
    return f"| {kind} | {right}/{len(files)} | {slowest.seconds:.2f} | {slowest.child:.2f} | {asking * 1000:.0f} | {memory} | {slowest.title} |"


def main() -> None:
    """Print the table."""
    print(
        "| 类别 | 如期 | 最慢，秒 | 其子进程，处理器秒 | 等候的进程，处理器毫秒 | 内存，MB | 最慢的一个 |\n|---|---:|---:|---:|---:|---:|---|"
    )
    by_kind: dict[str, list[Taken]] = defaultdict(list)
    with tempfile.TemporaryDirectory() as folder:
        for case in HOSTILE:
            by_kind[case.kind].append(measured(case.title, case.file, case.build, Path(folder)))
        for kind, taken in by_kind.items():
            print(line(kind, taken))
        honest = [measured(case.title, case.file, case.build, Path(folder)) for case in BENIGN]
    print(line("合计", [one for taken in by_kind.values() for one in taken]))
    print(line("正常文件", honest, hostile=False))


if __name__ == "__main__":
    main()
