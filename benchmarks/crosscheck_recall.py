"""勾稽的查全与误报: runs the check of any paper over texts whose contradictions are known, and says what it found and what it missed.

    python benchmarks/crosscheck_recall.py 文本目录 矛盾清单.json [--all]

The list holds `issues` (id, file, rules, severity 错误/提示, confidence A/B/C, lines, quotes, problem) and `traps` (what looks wrong and is
not). `file` is the beginning of a text's name. An issue is found when a finding of one of its rules touches one of its lines (the cells of one
row, each a line with a tab before it, are one); in the strict count a quote must overlap as well. A trap is accused when a finding of
severity 错误 that is no listed issue stands on its line with its words. Prints Markdown; without arguments it says how it is called.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from crosschecks.finding import PAPER_LABELS, Finding
from crosschecks.papers import check_paper
from documents.readers.text import read_text

ERROR = "错误"


@dataclass(frozen=True)
class Checked:
    """一份文本的结果."""

    name: str
    findings: tuple[Finding, ...]
    characters: int
    seconds: float
    rows: dict[int, int]  # for a line that is a cell of a row, the row's first line

    def row(self, line: int) -> int:
        """What a line counts as."""
        return self.rows.get(line, line)


def main() -> None:
    """Read the arguments, check every text, print the report."""
    parser = argparse.ArgumentParser(description="勾稽的查全与误报")
    parser.add_argument("texts", type=Path, help="文本所在的目录")
    parser.add_argument("known", type=Path, help="已知矛盾与陷阱的 JSON")
    parser.add_argument("--all", action="store_true", help="另列出全部发现")
    parser.add_argument("--severity", action="store_true", help="只算报为“错误”的发现")
    if len(sys.argv) == 1:
        parser.print_help()
        return
    given = parser.parse_args()
    known = json.loads(given.known.read_text(encoding="utf-8"))
    checked = [_check(path) for path in sorted(given.texts.glob("*.txt"))]
    if given.severity:
        checked = [replace(one, findings=tuple(f for f in one.findings if _is_error(f))) for one in checked]
    print("\n".join(_report(known, checked, every=given.all)))


def _check(path: Path) -> Checked:
    started = time.perf_counter()
    paper = read_text(path)
    findings = check_paper(paper)
    spent = time.perf_counter() - started
    text = path.read_text(encoding="utf-8")
    return Checked(path.name.split("_")[0], findings, len(text), spent, _rows(text.split("\n")))


def _rows(lines: Sequence[str]) -> dict[int, int]:
    """Lines that follow one another with a tab before them are the cells of one row."""
    rows: dict[int, int] = {}
    first = 0
    for number, line in enumerate(lines, 1):
        if line.startswith("\t") and line.count("\t") == 1:
            first = first or number
            rows[number] = first
        elif not line.strip() or not first:
            first = 0
        else:
            rows[number] = first
    return rows


def _is_error(finding: Finding) -> bool:
    return PAPER_LABELS[finding.severity] == ERROR


# --- judging ---


def _lines(entry: dict[str, Any]) -> set[int]:
    return {line for lines in entry["lines"] for line in lines}


def hits(issue: dict[str, Any], checked: Checked, *, strict: bool) -> list[Finding]:
    """Findings that tell an issue."""
    rules, lines = set(issue["rules"].split(",")), {checked.row(line) for line in _lines(issue)}
    return [
        finding
        for finding in checked.findings
        if finding.rule in rules
        and any(
            checked.row(place.line) in lines and (not strict or _overlap(place.quote, issue["quotes"]))
            for place in finding.places
        )
    ]


def _overlap(quote: str, others: Sequence[str]) -> bool:
    own = "".join(quote.split())
    told = ["".join(other.split()) for other in others]
    return any(own and (own in other or other in own or _common(own, other)) for other in told)


def _common(one: str, other: str, least: int = 6) -> bool:
    """A run of characters that both have."""
    return any(one[at : at + least] in other for at in range(len(one) - least + 1))


def accused(trap: dict[str, Any], checked: Checked, issues: Sequence[dict[str, Any]]) -> list[Finding]:
    """Errors that stand on a trap and on no listed issue, by whatever rule."""
    lines = {checked.row(line) for line in _lines(trap)}
    return [
        finding
        for finding in checked.findings
        if _is_error(finding)
        and not any(_stands_on(finding, checked, issue) for issue in issues)
        and any(checked.row(place.line) in lines and _overlap(place.quote, trap["quotes"]) for place in finding.places)
    ]


def _stands_on(finding: Finding, checked: Checked, issue: dict[str, Any]) -> bool:
    lines = {checked.row(line) for line in _lines(issue)}
    return any(checked.row(place.line) in lines and _overlap(place.quote, issue["quotes"]) for place in finding.places)


# --- telling ---


def _report(known: dict[str, Any], checked: Sequence[Checked], *, every: bool) -> Iterable[str]:
    by_name = {one.name: one for one in checked}
    issues = [issue for issue in known["issues"] if issue["file"] in by_name]
    sure = [issue for issue in issues if issue["severity"] == ERROR and issue["confidence"] == "A"]
    yield "| 范围 | 条数 | 查出 | 查全率 | 严格（引文相合） |"
    yield "|---|---|---|---|---|"
    for title, chosen in (("确定的错误（错误、A）", sure), ("全部", issues)):
        yield _share(title, chosen, by_name)
    for name in by_name:
        yield _share(f"{name} 确定的错误", [issue for issue in sure if issue["file"] == name], by_name)
    yield ""
    yield from _by_rule(issues, by_name)
    yield from _missed(issues, by_name)
    yield from _traps(known["traps"], issues, by_name)
    yield from _counts(checked)
    if every:
        yield from _everything(checked)


def _found(issue: dict[str, Any], by_name: dict[str, Checked], *, strict: bool = False) -> bool:
    return bool(hits(issue, by_name[issue["file"]], strict=strict))


def _share(title: str, issues: Sequence[dict[str, Any]], by_name: dict[str, Checked]) -> str:
    if not issues:
        return f"| {title} | 0 | | | |"
    found = sum(_found(issue, by_name) for issue in issues)
    exact = sum(_found(issue, by_name, strict=True) for issue in issues)
    return f"| {title} | {len(issues)} | {found} | {found / len(issues):.1%} | {exact} |"


def _by_rule(issues: Sequence[dict[str, Any]], by_name: dict[str, Checked]) -> Iterable[str]:
    asked: Counter[str] = Counter()
    found: Counter[str] = Counter()
    for issue in issues:
        told = {finding.rule for finding in hits(issue, by_name[issue["file"]], strict=False)}
        first = issue["rules"].split(",")[0]
        asked[first] += 1
        found[first] += bool(told)
    yield "按首要规则：" + "，".join(f"{rule} {found[rule]}/{asked[rule]}" for rule in sorted(asked))
    yield ""


def _missed(issues: Sequence[dict[str, Any]], by_name: dict[str, Checked]) -> Iterable[str]:
    yield "未查出："
    for issue in issues:
        if not _found(issue, by_name):
            yield f"* {issue['id']}（{issue['rules']}，{issue['severity']}{issue['confidence']}）{issue['problem']}"
    yield ""


def _traps(
    traps: Sequence[dict[str, Any]], issues: Sequence[dict[str, Any]], by_name: dict[str, Checked]
) -> Iterable[str]:
    own = [trap for trap in traps if trap["file"] in by_name]
    told = {
        trap["id"]: accused(trap, by_name[trap["file"]], [i for i in issues if i["file"] == trap["file"]])
        for trap in own
    }
    yield f"陷阱 {len(own)} 处，误报为错误 {sum(bool(found) for found in told.values())} 处。"
    for name, found in told.items():
        yield from (f"* {name}：{finding.rule} {finding.message}" for finding in found)
    yield ""


def _counts(checked: Sequence[Checked]) -> Iterable[str]:
    yield "| 文本 | 字数 | 错误 | 提示 | 秒 |"
    yield "|---|---|---|---|---|"
    for one in checked:
        errors = sum(_is_error(finding) for finding in one.findings)
        yield f"| {one.name} | {one.characters} | {errors} | {len(one.findings) - errors} | {one.seconds:.2f} |"


def _everything(checked: Sequence[Checked]) -> Iterable[str]:
    for one in checked:
        yield f"\n## {one.name}"
        for finding in one.findings:
            where = "、".join(f"{place.line}“{place.quote[:24]}”" for place in finding.places[:6])
            yield f"* {PAPER_LABELS[finding.severity]} {finding.rule} {finding.message} ｜ {finding.arithmetic} ｜ {where}"


if __name__ == "__main__":
    main()
