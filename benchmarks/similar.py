"""雷同对照的速度: a batch of filings of ten texts each, a third of them partly copied; time, growth and what is found.

    .venv/bin/python benchmarks/similar.py [--sizes 75 150 300 600]

Prints a Markdown table. Near linear means that twice the filings take about twice the time. The texts are made up from a seed, so every
run compares the same ones; how many of the planted copies are found is told beside the time.
"""

from __future__ import annotations

import argparse
import random  # noqa: TID251 - made-up texts that must come out the same every time
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from crosschecks.similar.copies import Likeness
from crosschecks.similar.foreign import Home, Known, Names
from crosschecks.similar.prose import Prose
from crosschecks.similar.residue import residue

TEXTS = 10
SENTENCES = 6
SIGNS = "".join(chr(code) for code in range(0x4E00, 0x4E00 + 1500))
PHRASES = (
    "按照年度工作安排",
    "严格执行资金管理办法",
    "确保待遇按时足额发放",
    "进一步加强部门协作",
    "群众满意度稳步提升",
)


def sentence(dice: random.Random) -> str:
    """About forty signs, one stock phrase and one figure."""
    words = "".join(dice.choices(SIGNS, k=dice.randint(10, 16)))
    more = "".join(dice.choices(SIGNS, k=dice.randint(8, 14)))
    return f"{dice.choice(PHRASES)}{words}{dice.randint(100, 99999)}人，{more}。"


def batch(size: int) -> tuple[list[Prose], set[tuple[int, str]]]:
    """Texts of `size` filings, and where copies were planted (with other figures and one other word)."""
    dice = random.Random(20240501)
    proses: list[Prose] = []
    planted: set[tuple[int, str]] = set()
    for owner in range(size):
        for number in range(TEXTS):
            path, text = f"text.t{number}", "".join(sentence(dice) for _ in range(SENTENCES))
            if owner % 3 == 2 and number < 3:
                source = proses[(owner - 2) * TEXTS + number].text
                text = source.replace(source[20:22], dice.choice(SIGNS) * 2, 1).replace("1", "7")
                planted.add((owner, path))
            proses.append(Prose(owner, path, path, text))
    return proses, planted


def measure(size: int) -> list[str]:
    """One row: seconds for copies, for names and for residue; passages found of those planted."""
    proses, planted = batch(size)
    start = time.perf_counter()
    likeness = Likeness(proses)
    copies = {owner: likeness.copies(owner) for owner in range(size)}
    after_copies = time.perf_counter()
    names = Names(
        [Known(f"{SIGNS[n]}{SIGNS[n + 1]}县养老保险中心", str(n)) for n in range(1000)],
        {owner: Home("1", frozenset({"甲乙区社会保险局"})) for owner in range(size)},
        proses,
    )
    for prose in proses:
        names.foreign(prose)
    after_names = time.perf_counter()
    for prose in proses:
        residue(prose.text)
    done = time.perf_counter()
    hit = {(owner, found.mine.path) for owner, all_found in copies.items() for found in all_found}
    false = len({place for place in hit if place not in planted and place[0] % 3 == 1})
    seconds = [after_copies - start, after_names - after_copies, done - after_names]
    told = [f"{each:.2f}" for each in seconds]
    share = 1000 * seconds[0] / size
    return [str(size), str(len(proses)), *told, f"{share:.1f}", f"{len(hit & planted)}/{len(planted)}", str(false)]


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", type=int, nargs="+", default=[75, 150, 300, 600])
    titles = ("填报", "文字", "雷同（秒）", "名称（秒）", "残留（秒）", "雷同毫秒/份", "埋设找回", "未埋设处误报")
    print("| " + " | ".join(titles) + " |")
    print("|" + "---:|" * len(titles))
    for size in parser.parse_args().sizes:
        print("| " + " | ".join(measure(size)) + " |", flush=True)


if __name__ == "__main__":
    main()
