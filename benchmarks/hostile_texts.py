"""勾稽对恶意文本: every rule fed long texts of one shape, at 1, 2 and 4 times the length; tells whose time grows faster than its text.

    python benchmarks/hostile_texts.py [--kilobytes 50] [--most 20] [--shape 名] [--rule F05] [--all]

A text of 50, 100 and 200 KB of one sentence, row, number, date, quote or bracket, on one line and on many. Processor time of each step: reading,
each rule, and saying each thing once. A step that is still busy after `--most` seconds is stopped and shown as ∞. Only steps that take 0.2 s or
more at full length and more than five times as long for four times the text are printed (`--all`: the five slowest of each shape).
"""

from __future__ import annotations

import argparse
import signal
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, Final

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from crosschecks.papers import KINDS, NATIONAL, Finding, said_once
from crosschecks.reports.read import dossier_of
from documents.readers.refused import Refused
from documents.readers.text import parse_text
from tests.crosschecks.shapes import SHAPES, text_of

Times = dict[str, float]
TIMES: Final = (1, 2, 4)
SLOW, STEEP = 0.06, 6.0


def main() -> None:
    """Read the arguments, run, print."""
    parser = argparse.ArgumentParser(description="勾稽对恶意文本")
    parser.add_argument("--kilobytes", type=int, default=50)
    parser.add_argument("--most", type=float, default=20)
    parser.add_argument("--shape", default="")
    parser.add_argument("--rule", default="")
    parser.add_argument("--all", action="store_true")
    given = parser.parse_args()
    signal.signal(signal.SIGVTALRM, _stop)
    print("| 形状 | 步骤 | " + " | ".join(f"{times * given.kilobytes} KB（秒）" for times in TIMES) + " | 之比 |")
    print("|---|---|---:|---:|---:|---:|")
    slowest = 0.0
    for shape in SHAPES if not given.shape else given.shape.split(","):
        size = given.kilobytes * 1024 * 10 // len((text_of(shape, 10)).encode())
        for lined in (False, True):
            if lined and "\n" in SHAPES[shape]:
                continue
            runs = [_run(text_of(shape, size * times, lined=lined), given) for times in TIMES]
            slowest = max(slowest, sum(runs[-1].values()))
            for line in _told(shape + "（多行）" * lined, runs, everything=given.all):
                print(line, flush=True)
    print(f"\n最慢的一种全部步骤共{slowest:.1f}秒。")


def _run(text: str, given: argparse.Namespace) -> Times:
    times: Times = {}
    dossier = _timed(times, "读取", given.most, lambda: dossier_of(parse_text(text)))
    if dossier is None:
        return times
    found: list[Finding] = []
    for kind in KINDS.values():
        if kind.paper is not None and given.rule in ("", kind.rule):
            paper = kind.paper
            told = _timed(times, kind.rule, given.most, lambda: list(paper(dossier, NATIONAL)))  # noqa: B023 - called at once
            found += [
                Finding(kind.rule, kind.severity, each.message, each.arithmetic, each.places, each.remedy)
                for each in told or ()
            ]
    _timed(times, f"去重（{len(found)}）", given.most, lambda: said_once(found))
    return times


def _timed(times: Times, step: str, most: float, work: Callable[[], Any]) -> Any:
    begun = time.process_time()
    signal.setitimer(signal.ITIMER_VIRTUAL, most)
    try:
        return work()
    except (TimeoutError, Refused):
        return None  # refused: too many lines
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        times[step.partition("（")[0]] = time.process_time() - begun


def _stop(*_: object) -> None:
    raise TimeoutError


def _told(shape: str, runs: list[Times], *, everything: bool) -> Iterator[str]:
    last = runs[-1]
    for step in sorted(last, key=lambda step: -last[step])[: 5 if everything else None]:
        times = [run.get(step, 0.0) for run in runs]
        ratio = times[-1] / max(times[0], 0.001)
        if everything or (times[-1] >= SLOW and ratio > STEEP):
            yield f"| {shape} | {step} | " + " | ".join(f"{each:.2f}" for each in times) + f" | {ratio:.1f} |"


if __name__ == "__main__":
    main()
